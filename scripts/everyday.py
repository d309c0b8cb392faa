"""What everyday prose has and laws do not: words, and pairs of words that would pass for slips of others.

News and an encyclopedia are counted for it, by `python -m scripts.lexicon LAWS PROSE`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.alike import alike
from kehoach_cli.checks.wording.compounds import is_one_letter_off
from kehoach_cli.checks.wording.spellings import folded_all, spoken_all
from kehoach_cli.language.neighbours import EDGE, NUMBER, commonness
from kehoach_cli.language.syllables import is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping
    from pathlib import Path

Pair = tuple[str, str]
_SENTENCE = re.compile(r"(?<=[.!?…;]) ")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = {EDGE, NUMBER}
_MET, _IN_FILES = 3, 3  # how often two words stand side by side that are neighbours, in how many files
_COMMON = 4  # how common in laws the pair must be that another is taken for
_SLIP = 300  # times as frequent a pair that differs in a word's marks or a letter: then it is a slip of that
_SLIP_OF_COMPOUND, _SLIP_IF_SELDOM = 100, 20  # times as frequent a compound that looks or sounds the same
_SELDOM = 30  # how often
_SURE = 6  # how common in laws the pair must be that one with a word which nobody uses is a slip of: trách nhiện
_USED = 60  # how often a word is met that people use


class Counts(NamedTuple):
    """How often words and pairs of them are met, and in how many files a pair."""

    words: Counter[str]
    pairs: Counter[Pair]
    files: Counter[Pair]


def count(files: Iterable[Path], words_of: Callable[[str], list[str]], is_odd: Callable[[str], bool]) -> Counts:
    """Return how often the words and the pairs of sentences without an odd word are met, and in how many files.

    A word with a capital is a part of a name, but for the first of a sentence.
    """
    words: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    spread: Counter[Pair] = Counter()
    for file in files:
        met: set[Pair] = set()
        for line in file.read_text(encoding="utf-8", errors="replace").split("\n"):
            for sentence in _SENTENCE.split(line):
                found = words_of(_WORD.sub(_small, sentence[:1].lower() + sentence[1:]))
                if not any(map(is_odd, found)):
                    words.update(found)
                    pairs.update(pairwise(found))
                    met.update(pairwise(found))
        spread.update(met)
    return Counts(words, pairs, spread)


def _small(word: re.Match[str]) -> str:
    return word.group() if word.group().islower() else EDGE


def words(counts: Counts, known: Container[str]) -> list[str]:
    """Return the words that people use and that are not `known`."""
    is_used = (word for word, met in counts.words.items() if met >= _USED and len(word) > 1 and word not in known)
    return sorted(word for word in is_used if is_syllable(word))


def pairs(
    counts: Counts, laws: Counter[Pair], beside: dict[str, dict[str, int]], compounds: Iterable[Pair]
) -> set[Pair]:
    """Return the pairs that are met nowhere in laws, where a pair that is alike is common or a compound."""
    met = counts.pairs
    everywhere = laws + met
    like = cache(partial(alike, known=beside.keys()))
    book = _Compounds(compounds)

    def near(pair: Pair) -> list[Pair]:
        (one, two), found = pair, []
        found += [(other, two) for other in (like(one) if len(one) > 1 else ())]
        return found + [(one, other) for other in (like(two) if len(two) > 1 else ())]

    def common(pair: Pair) -> int:
        return commonness(beside.get(pair[0], {}).get(pair[1], 0))

    used = Counter[str]()
    for pair, often in everywhere.items():
        used.update(dict.fromkeys(pair, often))

    found = set()
    for pair, often in met.items():
        if (
            often < _MET
            or counts.files[pair] < _IN_FILES
            or not _MARKS.isdisjoint(pair)
            or pair[1] in beside.get(pair[0], ())
        ):
            continue
        if not all(map(is_syllable, pair)):
            continue
        rivals = near(pair)
        is_taken = book.has_like(pair) or any(common(rival) >= _COMMON for rival in rivals)
        most = max((met[rival] for rival in rivals), default=0)
        least = _SLIP_OF_COMPOUND if often >= _SELDOM else _SLIP_IF_SELDOM
        is_slip = most >= _SLIP * often or book.likeness(pair, everywhere) >= least * often
        nobody_says = min(used[pair[0]], used[pair[1]]) < _USED
        is_slip = is_slip or (nobody_says and any(common(rival) >= _SURE for rival in rivals))
        if is_taken and not is_slip:
            found.add(pair)
    return found


class _Compounds:
    """Which pairs pass for a slip of a compound."""

    def __init__(self, compounds: Iterable[Pair]) -> None:
        known = list(compounds)
        self._looks: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
        for pair in known:
            self._looks[_looks(pair)].append(pair)
            self._looks[_sounds(pair)].append(pair)
        self._behind: dict[str, list[str]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        for one, two in known:
            self._behind[one].append(two)
            self._before[two].append(one)

    def likeness(self, pair: Pair, met: Mapping[Pair, int]) -> int:
        """Return how often the compound is met that looks or sounds like these two words, the most frequent one."""
        like = (*self._looks.get(_looks(pair), ()), *self._looks.get(_sounds(pair), ()))
        return max((met[one] for one in like), default=0)

    def has_like(self, pair: Pair) -> bool:
        """Return whether a compound looks or sounds like these two words, or differs in a letter."""
        one, two = pair
        if _looks(pair) in self._looks or _sounds(pair) in self._looks:
            return True
        return any(is_one_letter_off(two, other) for other in self._behind.get(one, ())) or any(
            is_one_letter_off(one, other) for other in self._before.get(two, ())
        )


@cache
def _look(word: str) -> str:
    return folded_all([word])[0]


@cache
def _sound(word: str) -> str:
    return spoken_all([word])[0]


def _looks(pair: Pair) -> tuple[str, str, str]:
    return "looks", _look(pair[0]), _look(pair[1])


def _sounds(pair: Pair) -> tuple[str, str, str]:
    return "sounds", _sound(pair[0]), _sound(pair[1])
