"""Reporting periods: the days that a quarter, a half-year, nine months, a year or a free range holds."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from kehoach_cli.frozen import frozen, replace
from kehoach_cli.model.plan import Cutoff
from kehoach_cli.model.topics import roman

# NĐ 09/2019/NĐ-CP, Điều 12: from the 15th of the month before the period to the 14th of its last month.
_OPENS, _CLOSES = 15, 14


class PeriodKind(Enum):
    """The sorts of period that reports are made for; the value is the word in a file's name."""

    QUARTER = "Q"
    HALF = "H"
    NINE_MONTHS = "9M"
    YEAR = "Y"
    RANGE = "R"


_LENGTH = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.NINE_MONTHS: 9, PeriodKind.YEAR: 12}


@frozen
class Period:
    """A reporting period: its first and last day, both included; `number` counts quarters and halves from 1."""

    kind: PeriodKind
    year: int
    number: int
    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Return whether a day lies in the period."""
        return self.start <= day <= self.end

    def until(self, day: date) -> Period:
        """Return the period as it stood at the end of that day."""
        return replace(self, end=min(self.end, day))

    @property
    def quarters(self) -> tuple[int, ...]:
        """Return the quarters of its year that the period is made of; none for a free range."""
        if self.kind is PeriodKind.RANGE:
            return ()
        length = _LENGTH[self.kind] // 3
        return tuple(range((self.number - 1) * length + 1, self.number * length + 1))

    @property
    def key(self) -> str:
        """Return the period as in file names: `2026-Q2`, `2026-H1`, `2026-9M`, `2026`, `2026-04-01_2026-05-15`."""
        if self.kind is PeriodKind.RANGE:
            return f"{self.start}_{self.end}"
        number = str(self.number) if self.kind in {PeriodKind.QUARTER, PeriodKind.HALF} else ""
        return f"{self.year}" if self.kind is PeriodKind.YEAR else f"{self.year}-{self.kind.value}{number}"

    @property
    def short_name(self) -> str:
        """Return the period in words, without its year: `quý II`, `6 tháng đầu năm`, `từ ngày … đến ngày …`."""
        return {
            PeriodKind.QUARTER: f"quý {roman(self.number)}",
            PeriodKind.HALF: f"6 tháng {'đầu' if self.number == 1 else 'cuối'} năm",
            PeriodKind.NINE_MONTHS: "9 tháng đầu năm",
            PeriodKind.YEAR: "năm",
            PeriodKind.RANGE: f"từ ngày {spoken(self.start)} đến ngày {spoken(self.end)}",
        }[self.kind]

    @property
    def name(self) -> str:
        """Return the period in words: `quý II năm 2026`, `6 tháng đầu năm 2026`, `năm 2026`."""
        if self.kind is PeriodKind.RANGE:
            return self.short_name
        return f"{self.short_name}{' năm' if self.kind is PeriodKind.QUARTER else ''} {self.year}"


def spoken(day: date) -> str:
    """Return a day as official texts write it in running words: 05/9/2026, 14/02/2026."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month <= 2 else f"{day.day:02d}/{day.month}/{day.year}"  # noqa: PLR2004 - NĐ 30/2020, II.4.b: a zero for months 1 and 2 only


def _shifted(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - 16 ms that most commands can spare

    return day + relativedelta(months=months)


def _months(kind: PeriodKind, year: int, number: int, cutoff: Cutoff) -> Period:
    length = _LENGTH[kind]
    first = date(year, (number - 1) * length + 1, 1)
    following = _shifted(first, length)
    if cutoff is Cutoff.CALENDAR:
        return Period(kind, year, number, first, following - timedelta(days=1))
    opens = _shifted(first, -1).replace(day=_OPENS)
    return Period(kind, year, number, opens, _shifted(following, -1).replace(day=_CLOSES))


def quarter_period(year: int, number: int, cutoff: Cutoff) -> Period:
    """Return a quarter (1-4): II of 2026 is 15/3-14/6 by NĐ 09/2019, Điều 12.2, and 01/4-30/6 by the calendar."""
    return _months(PeriodKind.QUARTER, year, number, cutoff)


def half_period(year: int, number: int, cutoff: Cutoff) -> Period:
    """Return a half-year (1-2): NĐ 09/2019, Điều 12.3."""
    return _months(PeriodKind.HALF, year, number, cutoff)


def nine_months(year: int, cutoff: Cutoff) -> Period:
    """Return the first nine months; the decree does not name them, provinces close them like its other periods."""
    return _months(PeriodKind.NINE_MONTHS, year, 1, cutoff)


def year_period(year: int, cutoff: Cutoff) -> Period:
    """Return a reporting year: 15/12 of the year before to 14/12 by NĐ 09/2019, Điều 12.4."""
    return _months(PeriodKind.YEAR, year, 1, cutoff)


def free_range(start: date, end: date) -> Period:
    """Return a free range of days, `start` not after `end`."""
    return Period(PeriodKind.RANGE, end.year, 1, start, end)


def period_named(key: str, cutoff: Cutoff) -> Period | None:
    """Return the period whose key this is, None for no such key."""
    words = re.fullmatch(r"([1-9]\d{3})(?:-(?:(Q)([1-4])|(H)([12])|(9M)))?", key, re.ASCII)
    if words:
        kind = PeriodKind(words[2] or words[4] or words[6] or "Y")
        return _months(kind, int(words[1]), int(words[3] or words[5] or 1), cutoff)
    first, _, last = key.partition("_")
    try:
        return free_range(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def quarter_at(day: date, cutoff: Cutoff) -> tuple[int, int]:
    """Return the reporting year and quarter (1-4) that a day is counted in."""
    month = _shifted(day, 1) if cutoff is Cutoff.DECREE and day.day >= _OPENS else day
    return month.year, (month.month + 2) // 3


def before(period: Period, cutoff: Cutoff) -> Period | None:
    """Return the period of the same kind that ends where this one begins, None where the year begins with it."""
    if period.kind not in {PeriodKind.QUARTER, PeriodKind.HALF} or period.number == 1:
        return None
    return _months(period.kind, period.year, period.number - 1, cutoff)


def following(period: Period, cutoff: Cutoff) -> Period:
    """Return the period that a report looks ahead to: the next of its kind; a quarter after nine months or a range."""
    if period.kind in {PeriodKind.NINE_MONTHS, PeriodKind.RANGE}:
        year, quarter = quarter_at(period.end, cutoff)
        return _months(PeriodKind.QUARTER, year + quarter // 4, quarter % 4 + 1, cutoff)
    count = 12 // _LENGTH[period.kind]
    return _months(period.kind, period.year + period.number // count, period.number % count + 1, cutoff)


def so_far(period: Period, cutoff: Cutoff) -> Period:
    """Return what the cumulative figures count: from the begin of the reporting year to the period's end."""
    year, _ = quarter_at(period.end, cutoff)
    opens = year_period(year if period.kind is PeriodKind.RANGE else period.year, cutoff).start
    return replace(free_range(min(opens, period.start), period.end), year=period.year)
