"""The titles and notes of entries: thousands of short texts, of which only the few odd ones are read closely."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.compounds import is_strange
from kehoach_cli.checks.wording.prose import Passage, Prose, Role
from kehoach_cli.language.holidays import FIXED
from kehoach_cli.language.syllables import is_syllable, is_toneless_stop
from kehoach_cli.location import Located, Location

if TYPE_CHECKING:
    from collections.abc import Iterable

_BESIDE_DAYS = ("hứ ", "hủ nhật", *FIXED)
_PLAIN_TOKEN = re.compile(r"(?P<word>[^\W\d_]+|\d+(?:[./]\d+)*)[.,;:!?…]?")
_NUMBER = re.compile("[0-9]+")
_NOWHERE = Location("")


def odd_ones(texts: Iterable[str], names: tuple[str, ...]) -> tuple[list[int], Prose]:
    """Return the numbers of the texts that may have something wrong in signs, words or days, and these as a document.

    `names` are those of the plan's units.
    """
    plain: set[str] = set()
    odd: set[str] = set()
    met: set[tuple[str, str]] = set()
    numbers = []
    passages = []
    right: set[str] = set()
    for number, text in enumerate(texts):
        # Many differ in their numbers alone, and but for days no number makes one odd.
        shape = _NUMBER.sub("0", text)
        if shape in right and "/" not in text and not _may_misdate(text):
            continue
        if _is_odd(text, plain, odd) or _is_strange(text, met):
            numbers.append(number)
            passages.append(Passage(Located(text, _NOWHERE), Role.ENTRY))
        else:
            right.add(shape)
    prose = Prose(tuple(passages))
    prose.names = names
    return numbers, prose


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


def _is_strange(value: str, met: set[tuple[str, str]]) -> bool:
    """Return whether two words in small letters stand side by side that do so nowhere else; `met` are those that do."""
    tokens = (value[:1].casefold() + value[1:]).split(" ")
    if met.issuperset(pairwise(tokens)):
        return False
    for pair in pairwise(tokens):
        if pair not in met:
            one, two = pair[0], pair[1].rstrip(".,;:!?…")
            if one.isalpha() and two.isalpha() and one.islower() and two.islower() and is_strange(one, two):
                return True
            met.add(pair)
    return False


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
