"""Frequent compounds with a slip: wrong marks, or consonants that many speakers do not tell apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.language.compounds import COMPOUNDS, GRAMMAR_SLIPS, compounds, is_usual
from kehoach_cli.language.misused import MISUSED
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import is_syllable, without_style, without_tone

if TYPE_CHECKING:
    from kehoach_cli.checks.wording.prose import Prose

_Pair = tuple[str, str]
_SHORTEST = 2  # letters of a word that may have one wrong
_SURE = 7  # how common a compound
_FINALS = frozenset("cptmn")  # an editor hears one for another; of vowels, mái trường is no slip of môi trường

_SLIPS = GRAMMAR_SLIPS.keys() | {tuple(words.split(" ")[:2]) for words in MISUSED}


@lru_cache(maxsize=1)
def pairs() -> list[_Pair]:
    """Return the compounds, the most frequent last."""
    words = " ".join(compounds()[::-1]).split(" ")
    return list(zip(words[::2], words[1::2], strict=True))


@lru_cache(maxsize=1)
def _written() -> frozenset[_Pair]:
    return frozenset(pairs())


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


def is_sure(one: str, two: str) -> bool:
    """Return whether a compound is met so often that a pair met nowhere must be it: ý kiếm, cần khắc phụ."""
    return neighbours().common(one, two) >= _SURE


def belong(*words: str) -> bool:
    """Return whether two words in small letters are a compound by themselves, not the ends of two longer ones."""
    return words in _written()


def is_compound(*words: str) -> bool:
    """Return whether two words in small letters are one of the compounds that kehoach knows."""
    return belong(*words) or words in COMPOUNDS
