"""Reads the time expressions of Vietnamese plans; what it cannot read stays text and is reported."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.model.schedule import Milestone, MilestoneKind, month_span, quarter_span
from kehoach_cli.model.topics import roman
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_QUARTER = r"(?:[ivxlc]+|\d+)\b"
_JOIN = r"\s*(?:,|;|&|\+|-|–|va\b|den\b(?:\s+het\b)?)\s*"
# What most schedules are; the patterns of all others take longer to make than a plan takes to read.
_PLAIN = "Quý "
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_EXPRESSIONS = "|".join(
    f"(?P<{name}>{pattern})"
    for name, pattern in {
        "iso": r"\b\d{4}-\d{1,2}-\d{1,2}(?:t[\d:]+)?",
        "school": r"\bnam hoc\s+\d{4}\s*[-–]\s*\d{4}",
        "stage": r"\bgiai doan\s+\d{4}\s*[-–]\s*\d{4}",
        "yearly": r"\b(?:hang|moi|theo)\s+nam\b(?!\s*\d)",
        "period": r"\b(?:hang|moi|theo)\s+(?:ngay|tuan|thang|qu[yi])\b(?!\s*(?:\d|[ivx]+\b))"
        r"|\bthuong xuyen\b|\bdinh ky\b|\b\d+\s+tuan\s+mot\s+lan\b",
        "quarter": rf"\b(?:tu\s+)?qu[yi]\s+{_QUARTER}(?:\s*/\s*\d{{4}})?"
        rf"(?:{_JOIN}(?:qu[yi]\s+)?{_QUARTER}(?:\s*/\s*\d{{4}})?)*(?:\s+nam\s+\d{{4}})?",
        "relative": r"\b\d+\s+(?:ngay|thang|tuan)(?:\s+lam viec)?(?=\s+(?:ke tu|sau|tu)\b|$)",
        "days": r"\b(?:ngay\s+)?\d{1,2}(?:\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?)?\s*(?:-|–|\bden\b(?:\s+het)?)\s*"
        r"(?:ngay\s+)?\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{4}\b)?(?!\s*/|\d)",
        "day": r"\b\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}\b|\bngay\s+\d{1,2}\s*/\s*\d{1,2}\b(?!\s*/)"
        r"|\bngay\s+\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?|\b\d{1,2}\s*/\s*\d{1,2}\b(?!\s*/)",
        "month": r"\b(?:tu\s+)?thang\s+\d{1,2}(?:\s*(?:/|nam)\s*\d{4})?"
        rf"(?:{_JOIN}(?:thang\s+)?\d{{1,2}}(?:\s*(?:/|nam)\s*\d{{4}})?(?!\d))*|\b\d{{1,2}}\s*/\s*\d{{4}}\b",
        "year": r"\b(?:trong\s+)?nam\s+\d{4}\b|\bca nam\b|\btrong nam\b",
        "condition": r"\btheo\s+(?:ke hoach|lich|thoi diem|tien do|thong tu|tung moc|thoi han|yeu cau)\b"
        r"|\bkhi\s+(?:phat sinh|co)\b|\bdot xuat\b",
    }.items()
)
_JOINS = r"(?:[\s,;&+–-]|\b(?:va|trong|vao|dau|giua|cuoi)\b)*"
_DAY_MONTH_YEAR = 3
_LONGEST = 500  # characters; ten times the longest time of a real plan
_SCHOOL_YEAR_MONTHS = (9, 5)  # opens in September, closes in May


class ImpossibleTimeError(ValueError):
    """A time that no calendar has: quarter V, month 13, 30/2, a range that runs backwards."""


# A plan writes the same few times over and over: a fifth of the loading of 1,000 topics without this.
@lru_cache(maxsize=256)
def read(text: str, year: int) -> tuple[tuple[Milestone, ...], str]:
    """Return the milestones of a schedule's text in the plan's `year`, and what in it is impossible ("" if nothing).

    The expressions are those seen in real plans (rules of practice: quarter lists, months, days, "trước …",
    whole years, school years, recurring, relative and conditional times, several in one cell).
    """
    milestones: list[Milestone] = []
    problems: list[str] = []
    if len(text) > _LONGEST:
        return (), ""
    plain = [_QUARTERS.get(item.strip()) for item in text.removeprefix(_PLAIN).split(",")]
    if text.startswith(_PLAIN) and None not in plain:
        spans = (quarter_span(year, number) for number in plain if number)
        return tuple(Milestone(MilestoneKind.QUARTER, *span) for span in spans), ""
    # A small l for an I is told by its wording.
    text = re.sub(r"\b[IVXl]*l[IVXl]*\b", lambda match: match.group().replace("l", "I"), text)
    matches = list(re.finditer(_EXPRESSIONS, fold(text)))
    # "hằng năm (trước ngày 20/11)": the day says when, the year only that it comes again.
    has_day = any(match.lastgroup in {"iso", "days", "day"} for match in matches)
    for match in matches:
        if match.lastgroup == "yearly" and has_day:
            continue
        try:
            milestones.extend(_READERS[str(match.lastgroup)](match.group(), year))
        except ImpossibleTimeError as problem:
            problems.append(str(problem))
        except ValueError:
            problems.append(f"lịch không có năm trong “{match.group()}”")
    return tuple(milestones), "; ".join(problems)


def is_said_in_full(text: str) -> bool:
    """Return whether a schedule's text has nothing about its times: `Tháng 9`, but not `Trước ngày 20/11`."""
    return re.fullmatch(_JOINS, re.sub(_EXPRESSIONS, " ", fold(text))) is not None


def excel_serial(text: str) -> date | None:
    """Return the day that a bare five-digit Excel serial number stands for, or None."""
    if re.fullmatch(r"4\d{4}", text.strip()):
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(text))
    return None


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        message = f"không có ngày {day}/{month}/{year}"
        raise ImpossibleTimeError(message) from None


def _one_day(text: str, year: int) -> list[Milestone]:
    day, month, *rest = _numbers(text)
    when = _day(day, month, rest[0] if rest else year)
    return [Milestone(MilestoneKind.DATE, when, when)]


def _days(text: str, year: int) -> list[Milestone]:
    """Read `01/3 - 15/4/2026` or `5 đến 10/3`: what the first day leaves out is that of the second."""
    first, last = (_numbers(part) for part in re.split(r"-|–|den", text))
    last = last if len(last) == _DAY_MONTH_YEAR else [*last, year]
    start, end = (_day(*day) for day in ([*first, *last[len(first) :]], last))
    if start > end:
        message = f"khoảng thời gian ngược: từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}"
        raise ImpossibleTimeError(message)
    return [Milestone(MilestoneKind.DATE, start, end)]


def _iso(text: str, year: int) -> list[Milestone]:
    del year
    full_year, month, day = _numbers(text.partition("t")[0])
    when = _day(day, month, full_year)
    return [Milestone(MilestoneKind.DATE, when, when)]


def quarter_number(word: str) -> int:
    """Return the quarter (1-4) that `I`, `1` or `iv` names; raises ImpossibleTimeError for any other word."""
    for number in range(1, 5):
        if word.casefold() in {str(number), roman(number).casefold()}:
            return number
    shown = re.sub(r"^[Qq]uý\s+", "", word)
    message = f"không có quý {shown.upper()}; một năm có quý I, II, III, IV"
    raise ImpossibleTimeError(message)


def _quarters(text: str, year: int) -> list[Milestone]:
    spans = _listed(text, r"(?P<item>[ivxlc]+\b|\d+\b)", year, quarter_number, quarter_span)
    return [Milestone(MilestoneKind.QUARTER, start, end) for start, end in spans]


def _month_number(word: str) -> int:
    number = int(word)
    if not 1 <= number <= 12:  # noqa: PLR2004 - months of a year
        message = f"không có tháng {number}"
        raise ImpossibleTimeError(message)
    return number


def _months(text: str, year: int) -> list[Milestone]:
    spans = _listed(text, r"(?P<item>\d{1,2})(?!\d)", year, _month_number, month_span)
    return [Milestone(MilestoneKind.MONTH, start, end) for start, end in spans]


def _listed(
    text: str,
    item: str,
    year: int,
    number: Callable[[str], int],
    span: Callable[[int, int], tuple[date, date]],
) -> list[tuple[date, date]]:
    """Read `I,II - IV/2026`: each item in its own year or the last one named, ranges filled, `từ …` to year's end."""
    pattern = re.compile(
        rf"(?P<join>-|–|\bden\b(?:\s+het\b)?)?\s*(?:(?:qu[yi]|thang)\s+)?{item}(?:\s*(?:/|nam)\s*(?P<year>\d{{4}}))?"
    )
    body = re.sub(r"^tu\s+", "", text)
    found = list(pattern.finditer(body))
    years = [int(match["year"]) if match["year"] else 0 for match in found]
    common = next((named for named in reversed(years) if named), year)
    spans: list[tuple[date, date]] = []
    for match, own in zip(found, years, strict=True):
        start, end = span(own or common, number(match["item"]))
        if match["join"] and spans:
            first = spans.pop()[0]
            if first > start:
                message = "khoảng thời gian ngược, đầu khoảng đứng sau cuối khoảng"
                raise ImpossibleTimeError(message)
            start = first
        spans.append((start, end))
    if text != body and len(found) == 1:
        spans = [(spans[0][0], max(spans[0][1], date(max(year, spans[0][0].year), 12, 31)))]
    return spans


def _years(text: str, year: int) -> list[Milestone]:
    named = _numbers(text) or [year]
    first, last = named[0], named[-1]
    if first > last:
        message = f"khoảng năm ngược: {first}-{last}"
        raise ImpossibleTimeError(message)
    return [Milestone(MilestoneKind.YEAR, date(first, 1, 1), date(last, 12, 31))]


def _school_year(text: str, year: int) -> list[Milestone]:
    del year
    first, last = _numbers(text)
    if last != first + 1:
        message = f"năm học {first}-{last} không phải hai năm liền nhau"
        raise ImpossibleTimeError(message)
    opens, closes = _SCHOOL_YEAR_MONTHS
    return [Milestone(MilestoneKind.SCHOOL_YEAR, date(first, opens, 1), month_span(last, closes)[1])]


def _recurring(text: str, year: int) -> list[Milestone]:
    del text
    return [Milestone(MilestoneKind.RECURRING, date(year, 1, 1), date(year, 12, 31))]


_READERS: dict[str, Callable[[str, int], list[Milestone]]] = {
    "iso": _iso,
    "school": _school_year,
    "stage": _years,
    "yearly": _recurring,
    "period": _recurring,
    "quarter": _quarters,
    "relative": lambda _text, _year: [Milestone(MilestoneKind.RELATIVE)],
    "days": _days,
    "day": _one_day,
    "month": _months,
    "year": _years,
    "condition": lambda _text, _year: [Milestone(MilestoneKind.CONDITIONAL)],
}
