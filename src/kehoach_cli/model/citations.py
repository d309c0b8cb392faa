"""Documents that a text cites with number, symbol and date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Citation(NamedTuple):
    """A cited document: its number and symbol as written, its date, and where in the text the number begins."""

    name: str
    date: date
    start: int


# 671/KH-SGDĐT, 30/2020/NĐ-CP, 1656/NQ-UBTVQH15; Party documents write 05-KH/BCĐTW (NĐ 30 and Quy định 66-QĐ/TW).
_NUMBER = r"(?P<name>\d+[a-zđ]?(?:/\d{4})?[/-][^\W\d_][\w&.+/-]*\w)"
_DAY = (
    r"(?:(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
    r"|(?P<long_day>\d{1,2})\s+tháng\s+(?P<long_month>\d{1,2})\s+năm\s+(?P<long_year>\d{4}))"
)
_CITED = re.compile(rf"{_NUMBER}\s*,?\s+ngày\s+{_DAY}")


def cited(text: str) -> Iterator[Citation]:
    """Yield the documents that a text cites with a date that the calendar has."""
    for match in _CITED.finditer(text):
        short = match["day"] is not None
        parts = ("year", "month", "day") if short else ("long_year", "long_month", "long_day")
        try:
            day = date(*(int(match[part]) for part in parts))
        except ValueError:
            continue
        yield Citation(match["name"], day, match.start("name"))
