"""One spelling for a word that is written in several ways: tone marks, i and y, no marks, sounds that are mixed up."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach_cli.language.syllables import without_style
from kehoach_cli.spelling import fold

_I_FOR_Y = dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_BEFORE_EITHER = frozenset("hklmst")  # behind these letters i and y are two spellings of one sound
_Y = re.compile(r"(?<=[hklmst])y(?= |$)")
# xuất xắc, sử lý; chiển khai; rảm giá; trách nghiệm; tán thàn; bắc buộc.
_MIXED = (
    (re.compile(r"(?<![^ ])x"), "s"),
    (re.compile(r"(?<![^ ])tr"), "ch"),
    (re.compile(r"(?<![^ ])(?:gi(?=[^ ])(?![nêm ])|r)"), "d"),
    (re.compile(r"(?<![^ ])ngh"), "nh"),
    (re.compile(r"ng(?![^ ])"), "n"),
    (re.compile(r"c(?![^ ])"), "t"),
)


@lru_cache(maxsize=8192)
def plain_word(word: str) -> str:
    """Return the word in small letters, in one style of tone marks and of i and y."""
    small = without_style(word.casefold())
    return small[:-1] + _I_FOR_Y[small[-1]] if small[-1] in _I_FOR_Y and small[-2:-1] in _BEFORE_EITHER else small


def plain_words(text: str) -> list[str]:
    """Return the words of a text so."""
    return list(map(plain_word, text.split(" ")))


def folded_all(words: list[str]) -> list[str]:
    """Return the words without marks and case, i for a y that is one; all at once, for a document has thousands."""
    return _Y.sub("i", fold(" ".join(words))).split(" ") if words else []


def spoken_all(words: list[str]) -> list[str]:
    """Return words in one style so, those alike that many speakers do not tell apart: x and s, tr and ch, n and ng."""
    text = " ".join(words)
    for pattern, sound in _MIXED:
        text = pattern.sub(sound, text)
    return text.split(" ") if words else []
