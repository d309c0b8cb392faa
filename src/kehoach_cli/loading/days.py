"""Days as data files and people write them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.loading.refusals import refuse
from kehoach_cli.location import Located, Location, unread
from kehoach_cli.source.nodes import Node, Scalar

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Schema

_SHORT = 99  # a year of two digits is one of this century
ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAY = re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_SPOKEN_DAY = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")

_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<day>[0-9]{1,2})(?![0-9])")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4}|[0-9]{2})(?![0-9])")


# Results have few days and many entries.
@lru_cache(maxsize=1000)
def day_of(text: str) -> date | None:
    """Return the day that `2026-04-15` or `15/4/2026` names, None where no calendar has it."""
    match = _DAY.fullmatch(text) or _SPOKEN_DAY.fullmatch(text)
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None


def _offer(text: str) -> str:
    """Return the hint for a day that is real and only written otherwise: 06-11-2026, 19/11/26, with an hour behind."""
    found = _YEAR_FIRST.match(text) or _DAY_FIRST.match(text)
    if found is None:
        return ""
    year = int(found["year"])
    try:
        day = date(year if year > _SHORT else 2000 + year, int(found["month"]), int(found["day"]))
    except ValueError:
        return ""
    return f"viết `{day}`"


@frozen
class Day:
    """A day, `2026-04-15` or `15/4/2026`."""

    name: str = "ngày viết như `2026-04-15` hoặc `15/4/2026`"

    def of(self, text: str) -> date | None:
        """Return the day."""
        return day_of(text)

    def read(self, node: Node, findings: list[Finding]) -> Located[date]:
        """Return the day."""
        day = self.of(node.value) if isinstance(node, Scalar) and node.value else None
        if day is not None:
            return Located(day, node.at)
        text = node.value or "" if isinstance(node, Scalar) else ""
        # What is written as a day is none that a calendar has: 31/9/2026.
        is_day = _DAY.fullmatch(text) or _SPOKEN_DAY.fullmatch(text)
        refuse(node, "ngày có trong lịch" if is_day else self.name, findings, _offer(text))
        return unread(self.neutral(node.at))

    def neutral(self, at: Location) -> Located[date]:
        """Return the first day of the calendar: no day that a field of this kind means."""
        return Located(date.min, at)

    def schema(self) -> Schema:
        """Return the two ways of writing a day; whether the calendar has it, only this reader knows."""
        pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})$"
        return {"type": "string", "pattern": pattern, "examples": ["2026-04-15", "15/4/2026"]}
