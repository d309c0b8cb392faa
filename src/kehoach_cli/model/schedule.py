"""A schedule: its printed text, which always stands, and the milestones that it is read as."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.frozen import field, frozen

if TYPE_CHECKING:
    from kehoach_cli.location import Location, Text


class MilestoneKind(Enum):
    """The sorts of time expression that real plans use."""

    QUARTER = "quarter"
    MONTH = "month"
    DATE = "date"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    RECURRING = "recurring"
    RELATIVE = "relative"
    CONDITIONAL = "conditional"


@frozen
class Milestone:
    """One thing that a schedule says: a span of days, or none where it hangs on an event."""

    kind: MilestoneKind
    start: date | None = None
    end: date | None = None


@frozen
class Schedule:
    """When a topic is due; `problem` says why a part of the text cannot be true.

    `named` are the quarters that a table writes out beside the text.
    """

    text: str
    at: Location = field(compare=False)
    milestones: tuple[Milestone, ...] = ()
    problem: str = ""
    problem_at: Text | None = field(default=None, compare=False)
    named: tuple[Text, ...] = field(default=(), compare=False)

    def quarters(self, year: int) -> tuple[int, ...]:
        """Return the quarters (1-4) of the year that the milestones touch, in order; none of an unknown year (0)."""
        touched: set[int] = set()
        for milestone in self.milestones:
            if not year or milestone.start is None or milestone.end is None:
                continue
            first = max(milestone.start, date(year, 1, 1))
            last = min(milestone.end, date(year, 12, 31))
            if first <= last:
                touched.update(range(quarter_of(first), quarter_of(last) + 1))
        return tuple(sorted(touched))

    @property
    def dated(self) -> bool:
        """Return whether any milestone says when, rather than upon what."""
        return any(milestone.start for milestone in self.milestones)


def quarter_of(day: date) -> int:
    """Return the quarter (1-4) that a day lies in."""
    return (day.month + 2) // 3


def quarter_span(year: int, quarter: int) -> tuple[date, date]:
    """Return the first and last day of a calendar quarter."""
    return date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def month_span(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month."""
    december = month == 12  # noqa: PLR2004 - months of a year
    return date(year, month, 1), date(year, 12, 31) if december else date(year, month + 1, 1) - timedelta(days=1)
