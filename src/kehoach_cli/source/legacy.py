"""Letters of the fonts before Unicode: TCVN3 (.VnTime) and VNI-Times, saved as if they were signs of Latin-1."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.language.syllables import is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable

TCVN3 = str.maketrans(
    "¡¢£¤¥¦§µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
    "ĂÂÊÔƠƯĐàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
)
# In VNI a mark is a sign of its own behind its vowel.
_VNI_MARKS = {
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
    "ù": "\u0301",
    "ø": "\u0300",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
}
_VNI_MARKED = rf"(?i)(?P<vowel>[aeouyôö])(?P<mark>[{''.join(_VNI_MARKS)}])"
_VNI = str.maketrans("ñÑöÖôÔæÆóÓòÒîÎ", "đĐưƯơƠỉỈĩĨịỊỵỴ")

_WORD = r"[A-Za-z\u00a1-\u00ff]+"
_UNICODE = r"[\u0100-\u024f\u1e00-\u1eff]"  # letters that no such font writes
# What of a line is its value, be it that of a key, of a list's item, or a line of a folded text.
_VALUE = r"\s*(?:- +)*(?:[\w-]+: +)?(?P<quote>[\"']?)(?P<value>[^#\s>|].*?)(?P=quote)\s*"
_FEWEST = 2  # words that are none as they stand: one may be foreign, a unit or a trade mark


class Old(NamedTuple):
    """A value in the letters of an old font: where it stands in its line, the font, and what it says."""

    start: int
    end: int
    font: str
    text: str


def old_letters(line: str) -> Old | None:
    """Return the value of a line that is Vietnamese only when read in an old font, None for any other line."""
    match = re.fullmatch(_VALUE, line)
    if match is None or re.search(_UNICODE, line):
        return None
    fonts = (("TCVN3 (ABC, .VnTime)", _tcvn3), ("VNI (VNI-Times)", _vni))
    found = next(((font, decode) for font, decode in fonts if _is_written_in(decode, match["value"])), None)
    return Old(*match.span("value"), found[0], found[1](match["value"])) if found else None


def _is_written_in(decode: Callable[[str], str], value: str) -> bool:
    read = {word: decode(word) for word in re.findall(_WORD, value) if not word.isascii()}
    right = {word for word, text in read.items() if is_syllable(text.casefold())}
    shortened = {word for word, text in read.items() if text.isupper() and text != word}  # NĐ-CP
    strange = {word for word in right if not is_syllable(word.casefold())}
    return len(strange) >= _FEWEST and right | shortened == read.keys()


def _tcvn3(text: str) -> str:
    return text.translate(TCVN3)


def _vni(text: str) -> str:
    parts = re.split(_VNI_MARKED, text)
    out = [parts[0].translate(_VNI)]
    for vowel, mark, rest in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        out += [vowel.translate(_VNI), _VNI_MARKS[mark.casefold()], rest.translate(_VNI)]
    return unicodedata.normalize("NFC", "".join(out))
