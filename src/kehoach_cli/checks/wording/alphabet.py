"""The alphabet: letters that only look right, of other scripts, loose marks, wide signs, digits among letters."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.diagnostics import warning
from kehoach_cli.language.letters import LOOK_ALIKES
from kehoach_cli.language.syllables import is_syllable

if TYPE_CHECKING:
    from kehoach_cli.checks.wording.prose import Passage

LOOK_ALIKE = warning(
    "KH505",
    "chữ cái lạ trông giống chữ Việt",
    """
    Chữ cái của bảng chữ khác (Kirin, Hy Lạp, chữ `Ð` của tiếng Iceland thay cho `Đ`), chữ số 0 hay chữ l thay nhau, dấu
    thanh gõ rời: mắt không phân biệt được nhưng tìm kiếm, sắp xếp và phông chữ thì có (NĐ 30/2020/NĐ-CP, Phụ lục I,
    phần I, mục I.4: bộ mã ký tự Unicode theo TCVN 6909:2001).
    """,
)
_FORMULA = re.compile(r"[^\W\d_]\d+$")
_CAPITALS = str.maketrans("01", "OI")
_ROOM = 100  # signs of a word on each side of a place: more is no word
_OTHER = str.maketrans("OoIl01", "0011oI")  # digits and the letters that look like them


def word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the word around a place begins and ends, as far as a message would quote it."""
    first, last = max(start - _ROOM, 0), min(end + _ROOM, len(text))
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def shown(passage: Passage, start: int, end: int) -> str:
    """Return the words around a place, whole, for a message."""
    first, last = word_around(passage.value, start, end)
    return passage.value[first:last].strip()


def letter(passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding for a letter that looks like a Vietnamese one; None for a Greek one that stands alone."""
    sign = passage.value[start]
    around = passage.value[max(start - 1, 0) : start] + passage.value[end : end + 1]
    if not any(letter.isalpha() for letter in around) and sign.islower():
        return None  # a Greek letter that stands alone is meant
    right = LOOK_ALIKES[sign]
    message = f"`{sign}` (U+{ord(sign):04X}) trong `{shown(passage, start, end)}` không phải chữ `{right}`"
    return Found(LOOK_ALIKE, passage, start, end, message, f"gõ lại `{right}`")


def mark(passage: Passage, start: int, end: int) -> Found:
    """Return the finding for a tone mark typed apart that joins no letter."""
    message = f"dấu gõ rời U+{ord(passage.value[start]):04X} không ghép được với chữ đứng trước"
    return Found(LOOK_ALIKE, passage, start, end, message, "gõ lại chữ này")


def wide(passage: Passage, start: int, end: int) -> Found:
    """Return the finding for a sign as wide as a Chinese one."""
    sign = passage.value[start]
    right = unicodedata.normalize("NFKC", sign)
    return Found(LOOK_ALIKE, passage, start, end, f"`{sign}` là ký tự toàn khổ của bàn phím khác", f"gõ lại `{right}`")


def digit(passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding for a digit among letters, or a letter among digits."""
    wrong = passage.value[start:end]
    if wrong == "0" and passage.value[start - 1].islower() != passage.value[end].islower():
        return None
    if wrong in {"0", "1"} and passage.value[start - 1].isupper():
        first, last = word_around(passage.value, start, end)
        letters = passage.value[first:last].strip(".,;:()“”").translate(_CAPITALS)
        if not is_syllable(letters.casefold()):
            return None  # H1N1, QL1A
    elif (
        wrong != "0"
        and passage.value[start - 1 : start].isdecimal()
        and _FORMULA.search(passage.value[max(start - _ROOM, 0) : start])
    ):
        return None  # Ga2O3
    roman = (len(wrong) > 1 and "l" in wrong) or passage.value[:start].endswith("uý ")
    right = wrong.replace("l", "I") if roman else wrong.translate(_OTHER)
    return Found(
        LOOK_ALIKE,
        passage,
        start,
        end,
        f"`{shown(passage, start, end).rstrip(',;.:)')}` lẫn chữ cái với chữ số",
        f"gõ lại `{right}`",
    )


def stroke(passage: Passage, start: int, end: int) -> Found | None:
    """Return the finding for a capital I in place of a small l, or the other way round; None for what begins so."""
    wrong, text = passage.value[start:end], passage.value
    first, last = word_around(text, start, end)
    word = text[first:last].strip(".,;:()“”")
    right = "l" if wrong == "I" else "I"
    if is_syllable(word.casefold()) or not is_syllable(word.replace(wrong, right, 1).casefold()):
        return None
    message = f"`{word}` có chữ `{wrong}` ở chỗ của chữ `{right}`"
    return Found(LOOK_ALIKE, passage, start, end, message, f"gõ lại `{right}`")
