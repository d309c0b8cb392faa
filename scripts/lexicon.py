"""Counts the compounds of official prose: `python -m scripts.lexicon FOLDER` reads its .txt and .md files.

Writes language/compounds.txt, the pairs of words that belong together, the most frequent first, language/alike.txt, the
pairs that only look like one of them and are met as well, and language/syllables.txt, the syllables that are met.
Read the differences before they are kept.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import kehoach_cli.language
from kehoach_cli.checks.wording.spellings import folded_all, plain_word, spoken_all
from kehoach_cli.language.compounds import COMMON
from kehoach_cli.language.lexicon import FUNCTION_WORDS
from kehoach_cli.language.syllables import is_odd, is_syllable
from kehoach_cli.spelling import slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Pair = tuple[str, str]

LANGUAGE = Path(kehoach_cli.language.__file__).parent
_SHORTEST_LINE = 40  # letters; shorter ones are headings and cells of tables
_SOFT_HYPHEN = "\u00ad"
_CUT = re.compile(r"\w+ ?(?:\.\.\.|…|$)")  # the last word of a line may be half of one
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")  # words with nothing but single spaces between them

_WORD = re.compile(r"[^\W\d_]+")

_OFTEN, _IN_FILES = 25, 6  # how often a compound is met, in how many files
_DRAWN = 0.02  # of all times that one of its words is met, it stands in the compound
_WHOLE = 0.6  # of all times that it is met, neither neighbour draws one of its words away
_RIVAL = 20  # times as frequent a pair that looks like it: then it is a slip of that
_RIVAL_NEAR = 100  # times as frequent one that differs from it in a letter
_USUAL = 20  # how often a syllable is met in all of the files
_MET, _MET_IN_FILES = 3, 2
_MEANT = 300  # times as frequent as a pair that differs from it in marks, which then need not be meant
_MEANT_NEAR = 2_000  # the same for one that differs in a letter


class Counts(NamedTuple):
    """How often words and pairs are met, in how many files a pair, and how often as the closest of its neighbours."""

    words: Counter[str]
    pairs: Counter[Pair]
    files: Counter[Pair]
    whole: Counter[Pair]


def count(files: Iterable[Path]) -> Counts:
    """Return the counts of the files' lines; a line that several of them share is counted once.

    A line with a word that is none is a scanner's work, and no witness of what people write.
    """
    counts = Counts(Counter(), Counter(), Counter(), Counter())
    kept: list[list[str]] = []
    seen: set[int] = set()
    for file in files:
        met: set[Pair] = set()
        for line in file.read_text(encoding="utf-8", errors="replace").replace(_SOFT_HYPHEN, "").lower().split("\n"):
            if len(line) < _SHORTEST_LINE or hash(line) in seen:
                continue
            seen.add(hash(line))
            if any(map(_is_odd, _WORD.findall(line))):
                continue
            for run in _RUN.findall(_CUT.sub("", line)):
                words = list(map(sys.intern, run.split(" ")))
                counts.words.update(words)
                counts.pairs.update(pairwise(words))
                met.update(pairwise(words))
                kept.append(words)
        counts.files.update(met)
    for words in kept:
        drawn = [_drawn(pair, counts) for pair in pairwise(words)]
        for before, here, behind, pair in zip([0, *drawn], drawn, [*drawn[1:], 0], pairwise(words), strict=False):
            if here > before and here > behind:
                counts.whole[pair] += 1
    return counts


@cache
def _is_odd(word: str) -> bool:
    return len(word) > 1 and is_odd(word)


def _drawn(pair: Pair, counts: Counts) -> float:
    """Return how much two words are drawn to each other."""
    met = counts.pairs[pair]
    return met * met / (counts.words[pair[0]] * counts.words[pair[1]]) if met >= _MET else 0


def compounds(counts: Counts) -> dict[Pair, int]:
    """Return the pairs that are compounds, the most frequent first, with how often they are met."""
    alike = _by_looks(pair for pair, met in counts.pairs.items() if met >= _OFTEN)
    found: dict[Pair, int] = {}
    styles: set[tuple[str, ...]] = set()
    for pair, met in counts.pairs.most_common():
        one, two = pair
        if met < _OFTEN:
            break
        plain = is_syllable(one) and is_syllable(two) and min(len(one), len(two)) > 1
        if not plain or not FUNCTION_WORDS.isdisjoint(pair) or counts.files[pair] < _IN_FILES:
            continue
        if max(met / counts.words[one], met / counts.words[two]) < _DRAWN or counts.whole[pair] < _WHOLE * met:
            continue
        rival = max((other for look in _looks(pair) for other in alike[look]), key=counts.pairs.__getitem__)
        # văn hoá, sỹ quan: one style of each stands for both.
        if counts.pairs[rival] < _RIVAL * met and _plain(pair) not in styles:
            styles.add(_plain(pair))
            found[pair] = met
    near = _Near(found)
    return {
        pair: met for pair, met in found.items() if all(found[other] < _RIVAL_NEAR * met for other in near.to(pair))
    }


def met_alike(counts: Counts, known: dict[Pair, int]) -> list[Pair]:
    """Return the pairs that look like a compound, or differ from one in a letter, and are met too often for slips."""
    looks: dict[tuple[str, ...], int] = defaultdict(int)
    near = _Near(known)
    for pair in known:
        for look in _looks(pair):
            looks[look] = max(looks[look], counts.pairs[pair])
    found: list[Pair] = []
    for pair, met in counts.pairs.items():
        if pair in known or not FUNCTION_WORDS.isdisjoint(pair) or met < _MET_IN_FILES:
            continue
        often = met >= _MET and counts.files[pair] >= _MET_IN_FILES
        if often and any(look in looks and met * _MEANT >= looks[look] for look in _looks(pair)):
            found.append(pair)
            continue
        others = near.to(pair)
        if others and any(met * _MEANT_NEAR >= counts.pairs[other] for other in others):
            found.append(pair)
    return sorted(found)


class _Near:
    """Which compounds differ from a pair of words in one letter, not in marks alone."""

    def __init__(self, known: Iterable[Pair]) -> None:
        self._behind: dict[str, list[str]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        for one, two in known:
            self._behind[one].append(two)
            self._before[two].append(one)

    def to(self, pair: Pair) -> list[Pair]:
        """Return them."""
        one, two = pair
        found = [(one, other) for other in self._behind.get(one, ()) if _differ_in_a_letter(two, other)]
        return found + [(other, two) for other in self._before.get(two, ()) if _differ_in_a_letter(one, other)]


def _differ_in_a_letter(one: str, other: str) -> bool:
    return slips(one, other, 1) == 1 and folded_all([one]) != folded_all([other])


def _looks(pair: Pair) -> set[tuple[str, ...]]:
    return {("bare", *folded_all(list(pair))), ("spoken", *spoken_all(list(pair)))}


def _by_looks(pairs: Iterable[Pair]) -> dict[tuple[str, ...], list[Pair]]:
    found: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
    for pair in pairs:
        for look in _looks(pair):
            found[look].append(pair)
    return found


def _plain(pair: Pair) -> tuple[str, ...]:
    return tuple(map(plain_word, pair))


def _lines(pairs: Iterable[Pair]) -> Iterator[str]:
    yield from (" ".join(pair) for pair in pairs)


def main() -> None:
    """Write the three lists anew."""
    files = sorted(file for ending in ("txt", "md") for file in Path(sys.argv[1]).rglob(f"*.{ending}"))
    counts = count(files)
    known = compounds(counts)
    common: dict[Pair, int] = {(one, two): 0 for one, two in map(str.split, COMMON) if (one, two) not in known}
    say = sys.stdout.write
    say(f"{sum(counts.words.values()):,} words of {len(files)} files: {len(known)} compounds, {len(common)} by hand\n")
    alike = met_alike(counts, known | common)
    say(f"{len(alike)} pairs look like one and are met\n")
    words = sorted(word for word, met in counts.words.items() if met >= _USUAL and len(word) > 1 and is_syllable(word))
    say(f"{len(words)} usual syllables\n")
    for name, lines in (("compounds.txt", _lines(known)), ("alike.txt", _lines(alike)), ("syllables.txt", words)):
        (LANGUAGE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
