"""Frequent compounds with a slip: wrong marks, or consonants that many speakers do not tell apart."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.wording.prose import Role
from kehoach_cli.checks.wording.spellings import folded_all, plain_word, spoken_all
from kehoach_cli.language.compounds import COMPOUNDS, GRAMMAR_SLIPS, MEETING, compounds, is_usual
from kehoach_cli.language.lexicon import FUNCTION_WORDS
from kehoach_cli.language.misused import MISUSED
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import is_syllable, without_style, without_tone
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

_Pair = tuple[str, str]
_OPENING, _ENDING = frozenset("“\"'(["), frozenset(".!?:;-")
_BEFORE_A_NAME = frozenset({"phường", "xã", "tỉnh", "huyện", "quận"})  # PHƯỜNG AN HỘI TÂY
# Behind these the name of a body goes on with one capital: Sở Giao thông.
_BODIES = frozenset({"đoàn", "hội", "sở", "phòng", "ban", "bộ", "đội", "tâm", "trường", "trạm", "cục", "đài", "viện"})
_SHORTEST = 2  # letters of a word that may have one wrong
_SURE = 7  # how common a compound
_FINALS = frozenset("cptmn")  # an editor hears one for another; of vowels, mái trường is no slip of môi trường

_SLIPS = GRAMMAR_SLIPS.keys() | {tuple(words.split(" ")[:2]) for words in MISUSED}


class _Book(NamedTuple):
    """Compounds by what they have in common with their slips; of those that look alike the most frequent."""

    bare: dict[_Pair, str]
    spoken: dict[_Pair, str]


@lru_cache(maxsize=1)
def _book() -> _Book:
    pairs, texts = _pairs(), compounds()[::-1]
    words = list(dict.fromkeys(chain.from_iterable(pairs)))
    looks, sounds = (dict(zip(words, how(words), strict=True)) for how in (folded_all, spoken_all))
    return _Book(
        {(looks[one], looks[two]): text for (one, two), text in zip(pairs, texts, strict=True)},
        {(sounds[one], sounds[two]): text for (one, two), text in zip(pairs, texts, strict=True)},
    )


@lru_cache(maxsize=1)
def _pairs() -> list[_Pair]:
    """Return the compounds, the most frequent last."""
    words = " ".join(compounds()[::-1]).split(" ")
    return list(zip(words[::2], words[1::2], strict=True))


@lru_cache(maxsize=1)
def _written() -> frozenset[_Pair]:
    return frozenset(_pairs())


def unmet(prose: Prose, *, in_laws: bool = False) -> dict[_Pair, int]:
    """Return the pairs of a document's words that are no compounds and are met nowhere else, and how often each.

    `in_laws`: those as well that only everyday prose has.
    """
    return {pair: prose.pairs[pair] for pair, is_met in _strange(prose).items() if in_laws or not is_met}


@lru_cache(maxsize=2)
def _strange(prose: Prose) -> dict[_Pair, bool]:
    """Return the pairs that are no compounds and are not met in laws, each with whether everyday prose has it."""
    in_laws, written = neighbours().in_laws, _written()
    found: dict[_Pair, bool] = {}
    for pair in prose.pairs:
        how = True if pair in written else in_laws(*pair)
        if not how:
            how = _met_in_style(pair, how)
            if not how:
                found[pair] = how is not None
    return found


def is_strange(*pair: str) -> bool:
    """Return whether two words in small letters are no compound and are met nowhere side by side, or only in slips."""
    if pair in _SLIPS:
        return True
    how = belong(*pair) or neighbours().in_laws(pair[0], pair[1])
    return how is None and _met_in_style((pair[0], pair[1]), how) is None


def _met_in_style(pair: _Pair, how: bool | None) -> bool | None:  # noqa: FBT001 - as met by letter
    """Return how two words are met in another style of tone marks: khoá học is khóa học."""
    return neighbours().in_laws(*map(without_style, pair)) or how if all(map(is_syllable, pair)) else how


def _may_be_one(pair: _Pair) -> bool:
    """Return whether two words may be meant as a compound: one of grammar only beside one that nobody uses: sảy ra."""
    return FUNCTION_WORDS.isdisjoint(pair) or any(not is_usual(word) for word in pair)


def _mistyped(word: str, words: list[str]) -> str:
    """Return the one of these words that this one is but for one letter, or ""."""
    return next((whole for whole in words if is_one_letter_off(word, whole)), "")


def is_one_letter_off(word: str, whole: str) -> bool:
    """Return whether a letter has been lost, added, swapped with the next, or heard for another: cẩm lang, nghiệp."""
    if abs(len(word) - len(whole)) > 1 or min(len(word), len(whole)) < _SHORTEST:
        return False
    # A vowel with its tone makes another word too often, but of what is none: cửa trực, thẩm quyn.
    is_none = not is_usual(word)
    is_first, is_last = word[0] != whole[0], word[-1] != whole[-1]
    while word and whole and word[0] == whole[0]:
        word, whole = word[1:], whole[1:]
    while word and whole and word[-1] == whole[-1]:
        word, whole = word[:-1], whole[:-1]
    unlike = {word, whole}
    return (
        (max(len(word), len(whole)) == 1 and "" in unlike and (is_none or without_tone(word + whole) == word + whole))
        or (len(word) == _SHORTEST and word == whole[::-1])
        or (is_first and unlike == {"n", "l"})
        or (is_last and (unlike < _FINALS or unlike == {"i", "y"}))
    )


def _is_sure(one: str, two: str) -> bool:
    """Return whether a compound is met so often that a pair met nowhere must be it: ý kiếm, cần khắc phụ."""
    return neighbours().common(one, two) >= _SURE


def belong(*words: str) -> bool:
    """Return whether two words in small letters are a compound by themselves, not the ends of two longer ones."""
    return words in _written()


def is_compound(*words: str) -> bool:
    """Return whether two words in small letters are one of the compounds that kehoach knows."""
    return belong(*words) or words in COMPOUNDS


class Slips:
    """The pairs of words of one document that must be one of the compounds; `bare` are all its words without marks."""

    def __init__(self, prose: Prose, bare: dict[str, str]) -> None:
        self._prose = prose
        self._bare = bare
        pairs = [pair for pair in unmet(prose) if _may_be_one(pair) and pair[0] != pair[1]]
        words = list(dict.fromkeys(word for pair in pairs for word in pair))
        spoken = dict(zip(words, spoken_all(words), strict=True))
        self._book = book = _book()
        self._meant: dict[_Pair, str] = {}
        behind: dict[str, list[str]] = defaultdict(list)  # what compounds a word of the document begins
        before: dict[str, list[str]] = defaultdict(list)  # what compounds it ends
        for one, two in reversed(_pairs()):
            if one in spoken:
                behind[one].append(two)
            if two in spoken:
                before[two].append(one)
        once = {word for word in words if prose.counts[word] == 1}
        for one, two in pairs:
            # What sounds the same has its marks right: dáo dục is no đạo đức.
            meant = book.spoken.get((spoken[one], spoken[two])) or book.bare.get((bare[one], bare[two]), "")
            if meant and {one, two}.isdisjoint(meant.split(" ")):  # chứ ký is rather chữ ký than chu kỳ
                firsts = (f"{first} {two}" for first in before.get(two, ()) if fold(first) == bare[one])
                meant = next(firsts, "") or next(
                    (f"{one} {last}" for last in behind.get(one, ()) if fold(last) == bare[two]), meant
                )
            # A word that the document uses elsewhere is one: cuộc thi đa dạng, giao thôn, bản thực hiện.
            if not meant and two in before and (whole := _mistyped(one, before[two])):
                meant = f"{whole} {two}" if one in once or _is_sure(whole, two) else ""
            if not meant and one in behind and (whole := _mistyped(two, behind[one])):
                meant = f"{one} {whole}" if two in once or _is_sure(one, whole) else ""
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
        if not (is_usual(one) and is_usual(two)) or (
            fold(f"{one} {two}") != fold(" ".join(right)) and _is_sure(*right)
        ):
            return True
        sides = []
        if one != right[0] and number and gaps[number] == " " and spelled[number - 1].islower():
            sides.append(((small[number - 1], one), (small[number - 1], right[0])))
        if two != right[1] and gaps[number + 2] == " " and "".join(spelled[number + 2 : number + 3]).islower():
            sides.append(((two, small[number + 2]), (right[1], small[number + 2])))
        is_one = one == right[0] or two == right[1]
        is_likely = is_one and (passage.role is not Role.ENTRY or _is_sure(*right))
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
