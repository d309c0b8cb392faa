"""Words that have slipped into a compound which the document uses whole everywhere else."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.lexicon import FUNCTION_WORDS, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

STRAY = warning(
    "KH504",
    "chữ thừa chen giữa một từ ghép",
    """
    Trong văn bản này chữ sau luôn đi liền với chữ trước (`nội dung`), riêng ở đây có một chữ chen vào giữa.
    """,
)
RULES = (STRAY,)
_BOUND = 5  # how often a word must stand behind the same one to be bound to it
_OWN_WORDS = FUNCTION_WORDS | PREFIXES  # between two others by right


def check(prose: Prose) -> Iterator[Found]:
    """Yield the word x in `A x B` where B, often used, stands behind A everywhere else, and x between them nowhere."""
    if not prose.whole:
        return
    pairs = prose.pairs
    for word, places in _behind(prose, _parted(prose, pairs)).items():
        partners = {left for left, *_ in places}
        if len(places) <= _BOUND or len(partners) != 2:  # noqa: PLR2004 - the partner, and the one that slipped in
            continue
        for stray in partners:
            odd = [(passage, number) for name, passage, number in places if name == stray]
            (partner,) = partners - {stray}
            if len(odd) == 1 and stray not in _OWN_WORDS and pairs[partner, stray] == 1:
                passage, number = odd[0]
                if passage.role is Role.SCHEDULE:
                    continue
                far, left = ([None, *prose.words(passage)])[number - 1 : number + 1]
                if far and left and far.text.casefold() == partner and passage.value[far.end : left.start] == " ":
                    message = f"chữ `{left.text}` chen giữa `{partner} {word}`"
                    yield Found(STRAY, passage, left.start, left.end, message, f"viết `{partner} {word}`")


def _parted(prose: Prose, pairs: Counter[tuple[str, str]]) -> set[str]:
    """Return each word B that often stands behind some A, and somewhere has an x between, once in the document."""
    behind: dict[str, list[str]] = defaultdict(list)
    for (left, right), count in pairs.items():
        if count == 1 and right not in _OWN_WORDS:
            behind[left].append(right)
    often = [pair for pair, count in pairs.items() if count >= _BOUND]
    parted = {(left, stray, word) for left, word in often for stray in behind[left] if (stray, word) in pairs}
    shown = (parted.intersection(zip(small, small[1:], small[2:], strict=False)) for small in prose.small.values())
    return {word for _, _, word in chain.from_iterable(shown)} if parted else set()


def _behind(prose: Prose, wanted: set[str]) -> dict[str, list[tuple[str, Passage, int]]]:
    """Return for each of these words what it stands behind, one sign apart, and the places: its number in a passage."""
    found: dict[str, list[tuple[str, Passage, int]]] = defaultdict(list)
    for passage in prose.running if wanted else ():
        small = prose.small[passage]
        if wanted.isdisjoint(small):
            continue
        gaps = prose.gaps[passage]
        for number in range(1, len(small)):
            if small[number] in wanted and len(gaps[number]) == 1:
                found[small[number]].append((small[number - 1], passage, number))
    return found
