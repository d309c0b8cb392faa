"""The titles and notes of entries: thousands of short texts, of which only the few odd ones are read closely."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Passage, Prose, Role
from kehoach_cli.language.holidays import FIXED
from kehoach_cli.language.syllables import is_syllable, is_toneless_stop

if TYPE_CHECKING:
    from kehoach_cli.model.entries import Progress

_BESIDE_DAYS = ("hứ ", "hủ nhật", *FIXED)
_PLAIN_TOKEN = re.compile(r"(?P<word>[^\W\d_]+|\d+(?:[./]\d+)*)[.,;:!?…]?")


def prose_of_entries(progress: Progress) -> Prose | None:
    """Return the texts of entries that may have something wrong in signs, words or days, None where no text has."""
    plain: set[str] = set()
    odd: set[str] = set()
    passages = tuple(
        Passage(text, Role.ENTRY, entry.accept)
        for entry in progress.entries
        for text in (entry.title, entry.note)
        if text is not None and _is_odd(text.value, plain, odd)
    )
    return Prose(passages) if passages else None


def _is_odd(value: str, plain: set[str], odd: set[str]) -> bool:
    tokens = value.split(" ")
    if not plain.issuperset(tokens):
        for token in tokens:
            if token not in plain and token not in odd:
                (plain if _is_plain(token) else odd).add(token)
        if not odd.isdisjoint(tokens):
            return True
    if _may_misdate(value):
        return True
    # A word twice, or two: neighbours are compared only where a word stands twice at all.
    return len(set(tokens)) < len(tokens)


def _may_misdate(value: str) -> bool:
    """Return whether a text has a day in words, or one with its weekday or feast, which may be that of another."""
    if "/" in value and any(sign in value for sign in _BESIDE_DAYS):
        return True
    return " tháng " in value and re.search(r"\d tháng \d", value) is not None


def _is_plain(token: str) -> bool:
    match = _PLAIN_TOKEN.fullmatch(token)
    if match is None:
        return False
    word = match["word"].casefold()
    if not word.isalpha():
        return "/" not in word or _is_day(word)
    return not is_toneless_stop(word) if word.isascii() else is_syllable(word)


def _is_day(token: str) -> bool:
    """Return whether a token is a day that the calendar has; 2000, a leap year, has every day of any year."""
    match = re.fullmatch(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?", token)
    if match is None:
        return False
    try:
        date(int(match["year"] or 2000), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True
