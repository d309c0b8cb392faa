"""Words with a space inside them: `ph ường`, `tru yền thông`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.compounds import unmet
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.checks.wording.words import NO_SYLLABLE
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import LONGEST, is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose

_FREQUENT = 4  # how common a word is beside its neighbour when one is enough: some thirty times


def check(prose: Prose) -> Iterator[Found]:
    """Yield two words that are met nowhere side by side, and are one beside their neighbours."""
    known = neighbours()
    parted = {
        pair: whole
        for pair in unmet(prose)
        if len(whole := "".join(pair)) <= LONGEST
        and whole in known.words
        and is_syllable(whole)
        # các h…: a letter stands for something, or for the rest that was left out
        and not any(len(one) == 1 and other in known.words for one, other in (pair, pair[::-1]))
    }
    for passage, small in prose.small.items() if parted else ():
        gaps = prose.gaps[passage]
        for number, pair in enumerate(pairwise(small)):
            if pair not in parted or gaps[number + 1] != " ":
                continue
            whole = parted[pair]
            before = small[number - 1] if number and gaps[number] == " " else ""
            behind = small[number + 2] if gaps[number + 2] == " " and number + 2 < len(small) else ""
            sides = known.common(before, whole), known.common(whole, behind)
            one, two = prose.words(passage)[number : number + 2]
            right = one.text + two.text
            is_sure = not all(map(is_syllable, pair)) and (any(sides) or whole in prose.counts)
            if right[1:].islower() and (is_sure or max(sides) >= _FREQUENT or min(sides) > 0):
                message = f"`{one.text} {two.text}` là một chữ bị tách làm hai"
                yield Found(NO_SYLLABLE, passage, one.start, two.end, message, f"viết `{right}`", slip=two.start)
