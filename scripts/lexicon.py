"""Counts the compounds of official prose: `python -m scripts.lexicon LAWS PROSE` reads their .txt and .md files.

Writes language/compounds.txt, the pairs of words that belong together, the most frequent first, and
language/neighbours.txt, what is met behind each word, in laws and - the least common there - in everyday prose;
language/everyday.txt, the words that only that has. Read the differences before they are kept.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import kehoach_cli.language
from kehoach_cli.checks.wording.alike import alike
from kehoach_cli.checks.wording.spellings import folded_all, plain_word, spoken_all
from kehoach_cli.language.compounds import COMMON, USUAL
from kehoach_cli.language.lexicon import FUNCTION_WORDS
from kehoach_cli.language.neighbours import EDGE, FILE, NUMBER, ONLY_PROSE, commonness
from kehoach_cli.language.syllables import is_odd, is_syllable
from kehoach_cli.spelling import slips
from scripts import everyday

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

Pair = tuple[str, str]

LANGUAGE = Path(kehoach_cli.language.__file__).parent
_SHORTEST_LINE = 40  # letters; shorter ones are headings and cells of tables
_SOFT_HYPHEN = "\u00ad"
_MARKS = {EDGE, NUMBER}
_CUT = re.compile(r"\w+ ?(?:\.\.\.|…|$)")  # the last word of a line may be half of one
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+)|(?P<number>\d+)|[^\s]")

_OFTEN, _IN_FILES = 25, 6  # how often a compound is met, in how many files
_DRAWN = 0.02  # of all times that one of its words is met, it stands in the compound
_WHOLE = 0.6  # of all times that it is met, neither neighbour draws one of its words away
_RIVAL = 20  # times as frequent a pair that looks like it: then it is a slip of that
_RIVAL_NEAR = 100  # times as frequent one that differs from it in a letter
_MET = 3  # how often two words stand side by side that are neighbours
_MEANT = 300  # times as frequent as a pair that differs from it in a word's marks or in a letter: that one is a slip
_MEANT_NEAR = 2_000  # times as frequent as one that differs in a letter from a compound
_MEANT_WORD = 100  # times as frequent as the word in it a word that is no part of a compound


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
            words = _words(_CUT.sub("", line))
            if not any(map(_is_odd, words)):
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


def _words(line: str) -> list[str]:
    """Return the words of a line, NUMBER for every number, EDGE for every sign and for the line's own ends."""
    tokens = _TOKEN.finditer(line)
    found = [sys.intern(one["word"]) if one["word"] else NUMBER if one["number"] else EDGE for one in tokens]
    return [EDGE, *found, EDGE]


@cache
def _is_odd(word: str) -> bool:
    return len(word) > 1 and is_odd(word)


def _drawn(pair: Pair, counts: Counts) -> float:
    """Return how much two words are drawn to each other."""
    met = counts.pairs[pair]
    if met < _MET or not _MARKS.isdisjoint(pair):
        return 0
    return met * met / (counts.words[pair[0]] * counts.words[pair[1]])


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


def neighbours(counts: Counts, known: Container[Pair]) -> dict[str, dict[str, int]]:
    """Return how often which words are met behind a word; not those that must be slips of others met far more often."""
    words = {word for word in counts.words if word not in _MARKS}
    like = cache(partial(alike, known=words))
    pairs = {pair: met for pair, met in counts.pairs.items() if met >= _MET}

    def is_slip(pair: Pair, place: int) -> bool:
        one, two = pair
        for other in like(pair[place]) if len(pair[place]) > 1 else ():
            meant = (other, two) if place == 0 else (one, other)
            often = _MEANT if _looks(meant) & _looks(pair) or meant not in known else _MEANT_NEAR
            rare = counts.words[other] >= _MEANT_WORD * counts.words[pair[place]]
            if (rare or meant in known) and pairs.get(meant, 0) >= often * pairs[pair]:
                return True
        return False

    found: dict[str, dict[str, int]] = defaultdict(dict)
    for pair, met in pairs.items():
        if pair in known or not (is_slip(pair, 0) or is_slip(pair, 1)):
            found[pair[0]][pair[1]] = met
    return found


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


def _lines(found: dict[str, dict[str, int]], counts: Counts) -> Iterator[str]:
    """Yield a line of all words, then one for each: how common it is, then the words behind it by how common there.

    Those that laws do not have come last.
    """
    yield " ".join(sorted(found))
    for word in sorted(found):
        lots: dict[int, list[str]] = defaultdict(list)
        for behind, met in found[word].items():
            lots[commonness(met)].append(behind)
        ordered = sorted(lots, reverse=True)
        parts = (part for common in ordered for part in (str(common) if common else ONLY_PROSE, *sorted(lots[common])))
        yield " ".join((str(commonness(counts.words[word])), *parts, ""))


def main() -> None:
    """Write the three lists anew."""
    files, others = (
        sorted(file for ending in ("txt", "md") for file in Path(folder).rglob(f"*.{ending}") if file.is_file())
        for folder in sys.argv[1:]
    )
    counts = count(files)
    known = compounds(counts)
    common: set[Pair] = {(one, two) for one, two in map(str.split, COMMON)}
    beside = neighbours(counts, known.keys() | common)
    size = sum(map(len, beside.values()))
    prose = everyday.count(others, _words, _is_odd)
    used = {word for word, met in counts.words.items() if commonness(met) >= USUAL and word in beside}
    people_say = everyday.words(prose, used.union(*known, *common))
    for one, two in everyday.pairs(prose, counts.pairs, beside, (*known, *common)):
        beside[one].setdefault(two, 0)
    say = sys.stdout.write
    words = sum(met for word, met in counts.words.items() if word not in _MARKS)
    say(f"{words:,} words of {len(files)} files: {len(known)} compounds, {size} neighbours\n")
    more = sum(map(len, beside.values())) - size
    words = sum(met for word, met in prose.words.items() if word not in _MARKS)
    say(f"{words:,} words of {len(others)} files: {len(people_say)} words, {more} neighbours more\n")
    lists = (("compounds.txt", map(" ".join, known)), (FILE, _lines(beside, counts)), ("everyday.txt", people_say))
    for name, lines in lists:
        (LANGUAGE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
