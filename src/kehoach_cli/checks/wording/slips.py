"""The slips of compounds in one document: pairs of its words that must be one of them, by what stands around."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.compounds import is_compound, is_one_letter_off, is_sure, pairs, unmet
from kehoach_cli.checks.wording.prose import Role
from kehoach_cli.checks.wording.spellings import folded_all, plain_word, spoken_all
from kehoach_cli.language.compounds import GRAMMAR_SLIPS, MEETING, compounds, is_usual
from kehoach_cli.language.lexicon import FUNCTION_WORDS
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_Pair = tuple[str, str]
_OPENING, _ENDING = frozenset("“\"'(["), frozenset(".!?:;-")
_BEFORE_A_NAME = frozenset({"phường", "xã", "tỉnh", "huyện", "quận"})  # PHƯỜNG AN HỘI TÂY
# Behind these the name of a body goes on with one capital: Sở Giao thông.
_BODIES = frozenset({"đoàn", "hội", "sở", "phòng", "ban", "bộ", "đội", "tâm", "trường", "trạm", "cục", "đài", "viện"})


class _Book(NamedTuple):
    """Compounds by what they have in common with their slips; of those that look alike the most frequent."""

    bare: dict[_Pair, str]
    spoken: dict[_Pair, str]


@lru_cache(maxsize=1)
def _book() -> _Book:
    known, texts = pairs(), compounds()[::-1]
    words = list(dict.fromkeys(chain.from_iterable(known)))
    looks, sounds = (dict(zip(words, how(words), strict=True)) for how in (folded_all, spoken_all))
    return _Book(
        {(looks[one], looks[two]): text for (one, two), text in zip(known, texts, strict=True)},
        {(sounds[one], sounds[two]): text for (one, two), text in zip(known, texts, strict=True)},
    )


def _may_be_one(pair: _Pair) -> bool:
    """Return whether two words may be meant as a compound: one of grammar only beside one that nobody uses: sảy ra."""
    return FUNCTION_WORDS.isdisjoint(pair) or any(not is_usual(word) for word in pair)


def _mistyped(word: str, words: list[str]) -> str:
    """Return the one of these words that this one is but for one letter, or ""."""
    return next((whole for whole in words if is_one_letter_off(word, whole)), "")


def looks(prose: Prose) -> dict[str, str]:
    """Return the words of a document and what they look like without marks."""
    return dict(zip(prose.counts, folded_all(list(prose.counts)), strict=True))


class Slips:
    """The pairs of words of one document that must be one of the compounds; `bare` are all its words without marks."""

    def __init__(self, prose: Prose, bare: dict[str, str]) -> None:
        self._prose = prose
        self._bare = bare
        strange = [pair for pair in unmet(prose) if _may_be_one(pair) and pair[0] != pair[1]]
        words = list(dict.fromkeys(word for pair in strange for word in pair))
        spoken = dict(zip(words, spoken_all(words), strict=True))
        self._book = book = _book()
        self._meant: dict[_Pair, str] = {}
        behind: dict[str, list[str]] = defaultdict(list)  # what compounds a word of the document begins
        before: dict[str, list[str]] = defaultdict(list)  # what compounds it ends
        for one, two in reversed(pairs()):
            if one in spoken:
                behind[one].append(two)
            if two in spoken:
                before[two].append(one)
        once = {word for word in words if prose.counts[word] == 1}
        for one, two in strange:
            # What sounds the same has its marks right: dáo dục is no đạo đức.
            meant = book.spoken.get((spoken[one], spoken[two])) or book.bare.get((bare[one], bare[two]), "")
            if meant and {one, two}.isdisjoint(meant.split(" ")):  # chứ ký is rather chữ ký than chu kỳ
                firsts = (f"{first} {two}" for first in before.get(two, ()) if fold(first) == bare[one])
                meant = next(firsts, "") or next(
                    (f"{one} {last}" for last in behind.get(one, ()) if fold(last) == bare[two]), meant
                )
            # A word that the document uses elsewhere is one: cuộc thi đa dạng, giao thôn, bản thực hiện.
            if not meant and two in before and (whole := _mistyped(one, before[two])):
                meant = f"{whole} {two}" if one in once or is_sure(whole, two) else ""
            if not meant and one in behind and (whole := _mistyped(two, behind[one])):
                meant = f"{one} {whole}" if two in once or is_sure(one, whole) else ""
            if meant and not self._is_right(one, two):
                self._meant[one, two] = meant
        self._meant |= {pair: right for pair, (right, _) in GRAMMAR_SLIPS.items() if pair in prose.pairs}

    def found(self, passage: Passage) -> Iterator[tuple[int, str]]:
        """Yield the number of the first of two words that must be one of the compounds, and the compound."""
        small = self._prose.small[passage] if self._meant else []
        told = -1
        for number, pair in enumerate(pairwise(small)):
            # The word that a slip shares with the next pair is right, or said already: đinh danh mức 2.
            if pair not in self._meant or number == told or self._meet(small, number):
                continue
            if self._goes_on(pair, "".join(small[number + 2 : number + 3])):
                continue  # chống lảng phí: lãng phí, not chống lãng
            if pair not in GRAMMAR_SLIPS and not self._fits(passage, number):
                continue  # cả đời hối hận: no cả đòi hỏi hận
            if pair in GRAMMAR_SLIPS and not GRAMMAR_SLIPS[pair][1].isdisjoint(small[number + 2 : number + 3]):
                continue
            one, two = self._prose.spelled[passage][number : number + 2]
            if "".join(small[max(number - 1, 0) : number + 3]).isascii():
                continue  # bao-cao-quy: a file's name, or a whole line without marks
            gaps = self._prose.gaps[passage]
            # What a body is for stands in its name with one capital: Trung tâm Dịch vụ.
            begins = one[1:].islower() and (
                number == 0
                or passage.role is Role.NAME
                or (small[number - 1] in _BODIES and gaps[number] == " ")
                or gaps[number][-1:] in _OPENING
                or gaps[number][-2:-1] in _ENDING
            )
            in_capitals = (one + two).isupper() and small[number] not in _BEFORE_A_NAME
            if ((two.islower() and (one.islower() or begins)) or in_capitals) and gaps[number + 1] == " ":
                told = number + 1
                yield number, self._meant[pair]

    def _goes_on(self, pair: _Pair, behind: str) -> bool:
        """Return whether the second word, wrong, is set right by the one behind it as well."""
        one, other = self._meant[pair].split(" "), self._meant.get((pair[1], behind), "").split(" ")
        return one[1] == other[0] != pair[1] and other[1] == behind

    def _fits(self, passage: Passage, number: int) -> bool:
        """Return whether what is meant is met beside the words around, where all that is written are words of use.

        Where only one word is another it is enough that the words as written are not: trường hổ trợ; in a headline, of
        a compound that is met everywhere.
        """
        spelled, small, gaps = (how[passage] for how in (self._prose.spelled, self._prose.small, self._prose.gaps))
        one, two = small[number : number + 2]
        right = self._meant[one, two].split(" ")
        if not (is_usual(one) and is_usual(two)) or (fold(f"{one} {two}") != fold(" ".join(right)) and is_sure(*right)):
            return True
        sides = []
        if one != right[0] and number and gaps[number] == " " and spelled[number - 1].islower():
            sides.append(((small[number - 1], one), (small[number - 1], right[0])))
        if two != right[1] and gaps[number + 2] == " " and "".join(spelled[number + 2 : number + 3]).islower():
            sides.append(((two, small[number + 2]), (right[1], small[number + 2])))
        is_one = one == right[0] or two == right[1]
        is_likely = is_one and (passage.role is not Role.ENTRY or is_sure(*right))
        are_met = neighbours().are_met
        return all(are_met(*meant) or (is_likely and not are_met(*said)) for said, meant in sides)

    def _is_right(self, one: str, two: str) -> bool:
        """Return whether the two words are a compound, in any style of tone marks and of i and y, or only meet."""
        if is_compound(one, two):
            return True
        plain = f"{plain_word(one)} {plain_word(two)}"
        right = self._book.bare.get((self._bare[one], self._bare[two]))
        return plain in MEETING or (right is not None and plain == " ".join(map(plain_word, right.split(" "))))

    def _meet(self, small: list[str], number: int) -> bool:
        """Return whether one of the two words belongs with its other neighbour, as in mô hình thực hiện."""
        left = number > 0 and self._is_right(small[number - 1], small[number])
        return left or (number + 2 < len(small) and self._is_right(small[number + 1], small[number + 2]))
