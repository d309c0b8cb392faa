"""Frequent compounds with a slip: wrong marks, or consonants that many speakers do not tell apart."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.spellings import folded_all, plain_word, spoken_all
from kehoach_cli.language.compounds import COMPOUNDS, FREQUENT, GRAMMAR_SLIPS, MEETING
from kehoach_cli.language.lexicon import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_Pair = tuple[str, str]
_SHORTEST = 2  # letters of a word that may have lost one


class _Book(NamedTuple):
    """The compounds by what they have in common with their slips."""

    bare: dict[_Pair, str]
    spoken: dict[_Pair, str]
    firsts: frozenset[str]
    written: frozenset[_Pair]
    behind: dict[str, list[str]]  # what compounds a word begins
    before: dict[str, list[str]]  # what compounds it ends


@lru_cache(maxsize=1)
def _book() -> _Book:
    words = " ".join(FREQUENT).split(" ")
    bare, spoken = folded_all(words), spoken_all(words)
    behind: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    for one, two in _pairs(words):
        behind[one].append(two)
        before[two].append(one)
    return _Book(
        dict(zip(_pairs(bare), FREQUENT, strict=True)),
        dict(zip(_pairs(spoken), FREQUENT, strict=True)),
        frozenset(bare[::2]) | frozenset(spoken[::2]),
        frozenset(_pairs(words)),
        behind,
        before,
    )


def _lost_a_letter(word: str, words: list[str]) -> str:
    """Return the one of these words that this one is when a letter of it is left out, "" where none is."""
    for whole in words:
        if len(whole) == len(word) + 1 > _SHORTEST and any(
            whole.startswith(word[:at]) and whole.endswith(word[at:]) for at in range(len(whole))
        ):
            return whole
    return ""


def _pairs(words: list[str]) -> list[_Pair]:
    return list(zip(words[::2], words[1::2], strict=True))


def is_compound(*words: str) -> bool:
    """Return whether two words in small letters are one of the compounds that kehoach knows."""
    return words in _book().written or words in COMPOUNDS


class Slips:
    """The pairs of words of one document that must be one of the compounds; `bare` are all its words without marks."""

    def __init__(self, prose: Prose, bare: dict[str, str]) -> None:
        book = _book()
        spoken = dict(zip(bare, spoken_all(list(bare)), strict=True))
        firsts = {word for word, form in bare.items() if form in book.firsts or spoken[word] in book.firsts}
        self._prose = prose
        self._bare = bare
        self._meant: dict[_Pair, str] = {}
        for one, two in prose.pairs:
            if one in firsts and (one, two) not in book.written and FUNCTION_WORDS.isdisjoint((one, two)):
                right = book.bare.get((bare[one], bare[two])) or book.spoken.get((spoken[one], spoken[two]))
                if right is not None and not self._is_right(one, two):
                    self._meant[one, two] = right
        self._meant |= {pair: right for pair, (right, _) in GRAMMAR_SLIPS.items() if pair in prose.pairs}
        once = {word for word, count in prose.counts.items() if count == 1}
        for one, two in prose.pairs:
            # A word that the document uses elsewhere is one: cuộc thi đa dạng, giao thôn, bản thực hiện.
            right = ""
            if one in once and two in book.before and (whole := _lost_a_letter(one, book.before[two])):
                right = f"{whole} {two}"
            elif two in once and one in book.behind and (whole := _lost_a_letter(two, book.behind[one])):
                right = f"{one} {whole}"
            known = (one, two) in self._meant or not FUNCTION_WORDS.isdisjoint((one, two))
            if right and not known and not self._is_right(one, two):
                self._meant[one, two] = right

    def found(self, passage: Passage) -> Iterator[tuple[int, str]]:
        """Yield the number of the first of two words that must be one of the compounds, and the compound."""
        small = self._prose.small[passage] if self._meant else []
        for number, pair in enumerate(pairwise(small)):
            if pair not in self._meant or self._meet(small, number):
                continue
            if pair in GRAMMAR_SLIPS and not GRAMMAR_SLIPS[pair][1].isdisjoint(small[number + 2 : number + 3]):
                continue
            one, two = self._prose.spelled[passage][number : number + 2]
            small_or_capitals = (two.islower() and one[1:].islower()) or (one + two).isupper()
            if small_or_capitals and self._prose.gaps[passage][number + 1] == " ":
                yield number, self._meant[pair]

    def _is_right(self, one: str, two: str) -> bool:
        """Return whether the two words are a compound, in any style of tone marks and of i and y, or only meet."""
        if is_compound(one, two):
            return True
        plain = f"{plain_word(one)} {plain_word(two)}"
        right = _book().bare.get((self._bare[one], self._bare[two]))
        return plain in MEETING or (right is not None and plain == " ".join(map(plain_word, right.split(" "))))

    def _meet(self, small: list[str], number: int) -> bool:
        """Return whether one of the two words belongs with its other neighbour, as in mô hình thực hiện."""
        left = number > 0 and self._is_right(small[number - 1], small[number])
        return left or (number + 2 < len(small) and self._is_right(small[number + 1], small[number + 2]))
