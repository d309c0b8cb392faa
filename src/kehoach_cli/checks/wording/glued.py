"""Numbers glued to words, and digits that stand for the marks of a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.alphabet import LOOK_ALIKE, word_around
from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.language.syllables import is_syllable, is_toneless_stop

if TYPE_CHECKING:
    from kehoach_cli.checks.wording.prose import Passage
    from kehoach_cli.diagnostics import Rule

_VNI = 3  # letters of a word that digits mark


def glued(rule: Rule, passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding of this rule for a number and a word without a space between; None where that is meant."""
    word = passage.value[start:end]
    behind = passage.value[end : end + 2]
    if word.isascii() and word.islower() and behind[1:].isalpha() and behind[:1] in "123456789":
        return _typed_as_vni(passage, start, end)
    if word.isascii() or not word[1:].islower() or not is_syllable(word.casefold()):
        return None  # 12h30, A4, lớp 10A1
    first, last = word_around(passage.value, start, end)
    said = passage.value[first:last].strip(".,;:()“”")
    message = f"`{said}` dính con số với chữ `{word}`"
    return Found(rule, passage, start, end, message, "thêm một dấu cách")


def _typed_as_vni(passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding for a word with the digits that stand for its marks: da6n tộc."""
    first, last = word_around(passage.value, start, end)
    said = passage.value[first:last].strip(".,;:()“”")
    letters = re.sub(r"\d", "", said)
    if not letters.isalpha() or len(letters) < _VNI or not (is_syllable(letters) or is_toneless_stop(letters)):
        return None  # b2b, mm2
    at = passage.value.index(said, first)
    return Found(LOOK_ALIKE, passage, at, at + len(said), f"`{said}` có chữ số thay cho dấu", "gõ lại chữ này")
