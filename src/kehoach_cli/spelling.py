"""Compares words as a person types them: with or without Vietnamese marks, and almost right."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A name is offered as "did you mean" only from this likeness on (difflib's ratio, 0..1).
CUTOFF = 0.7


def fold(text: str) -> str:
    """Return text without case, tone and vowel marks, đ as d, white space as single spaces."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split())


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that `word` was most likely meant to be, or None when nothing is near."""
    by_fold: dict[str, str] = {}
    for name in names:
        by_fold.setdefault(fold(name), name)
    wanted = fold(word)
    if not wanted:
        return None
    if wanted in by_fold:
        return by_fold[wanted]
    from difflib import get_close_matches  # noqa: PLC0415 - 11 ms, wanted only when something is wrong

    close = get_close_matches(wanted, by_fold, n=1, cutoff=CUTOFF)
    return by_fold[close[0]] if close else None
