"""Numbers glued to words, and digits that stand for the marks of a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.alphabet import LOOK_ALIKE, word_around
from kehoach_cli.checks.wording.compounds import is_compound
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.language.compounds import is_usual
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import is_syllable, is_toneless_stop
from kehoach_cli.language.vni import decoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.checks.wording.prose import Passage
    from kehoach_cli.diagnostics import Rule

_VNI = 3  # letters of a word that digits mark
_DIGITS, _TONES = frozenset("123456789"), frozenset("12345")
_SHORTEST = 2  # letters of such a word that is a usual one
_OFTEN = 5  # how common two words are side by side


def glued(rule: Rule, passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding of this rule for a number and a word without a space between; None where that is meant."""
    word = passage.value[start:end]
    behind = passage.value[end : end + 2]
    if (word.isascii() and not word[1:].isupper() and behind[:1] in _DIGITS) or _lacks_a_tone(passage, start, end):
        return _typed_as_vni(passage, start, end)
    if word.isascii() or not word[1:].islower() or not is_syllable(word.casefold()):
        return None  # 12h30, A4, lớp 10A1
    first, last = word_around(passage.value, start, end)
    if re.fullmatch(r"[a-z]\d", passage.value[first:start]):
        return None  # d9ộng: the letter before the digit has been spoken of
    said = passage.value[first:last].strip(".,;:()“”")
    message = f"`{said}` dính con số với chữ `{word}`"
    return Found(rule, passage, start, end, message, "thêm một dấu cách")


def _lacks_a_tone(passage: Passage, start: int, end: int) -> bool:
    """Return whether the digit behind a word is the tone that it lacks beside its neighbours: chủ đông5."""
    meant = decoded(passage.value[start : end + 1].casefold()) if passage.value[end : end + 1] in _TONES else ""
    return bool(meant) and _is_beside(passage.value, start, end + 1, meant, neighbours().are_met)


def _typed_as_vni(passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding for a word with the digits that stand for its marks: da6n tộc, ky4 năng, Va6n5."""
    first, last = word_around(passage.value, start, end)
    said = passage.value[first:last].strip(".,;:()“”")
    letters = re.sub(r"\d", "", said)
    if not letters.isalpha() or not said[1:].islower():
        return None  # b2b, file1.pdf
    at = passage.value.index(said, first)
    is_inside = letters.islower() and said[-1].isalpha() and len(letters) >= _VNI
    meant = decoded(said.casefold())
    if not (is_inside and (is_syllable(letters) or is_toneless_stop(letters))):
        if not meant or len(letters) < _SHORTEST or not is_usual(meant):
            return None
        is_sure = not letters.isascii() or _is_beside(passage.value, at, at + len(said), meant, _belong)
        if len(said) - len(letters) == 1 and not is_sure:
            return None  # lop1, mp3
    hint = f"gõ lại `{meant.capitalize() if said[0].isupper() else meant}`" if meant else "gõ lại chữ này"
    return Found(LOOK_ALIKE, passage, at, at + len(said), f"`{said}` có chữ số thay cho dấu", hint)


def _belong(one: str, two: str) -> bool:
    """Return whether two words are a compound, or stand side by side again and again."""
    return is_compound(one, two) or neighbours().common(one, two) >= _OFTEN


def _is_beside(text: str, start: int, end: int, word: str, belong: Callable[[str, str], bool]) -> bool:
    """Return whether a word meant between these places belongs with a neighbour."""
    before, behind = text[:start].split(" ")[-2:-1], text[end:].split(" ")[1:2]
    left = any(belong(one.casefold(), word) for one in before)
    return left or any(belong(word, one.strip(".,;:)”").casefold()) for one in behind)
