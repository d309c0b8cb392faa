"""Days and spans of years in running text: whether they can be, and how they are padded."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.forms import PADDING
from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.checks.wording.signs import SPACING
from kehoach_cli.diagnostics import warning
from kehoach_cli.model.citations import DAY, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Passage, Prose

NO_DAY = warning(
    "KH545",
    "ngày, khoảng năm, số La Mã không thể có",
    """
    Ngày, tháng, quý, giờ không có trong lịch, khoảng ngày hay khoảng năm chạy ngược, năm học không phải hai năm liền
    nhau, hoặc khóa, kỳ, lần thứ mang số La Mã không có (`XVIIII`).
    """,
)
RULES = (PADDING, NO_DAY)

_ANY_DAY = re.compile(rf"(?<![\d/.-])(?:{DAY})(?![\d/])")
_RANGE = re.compile(
    r"(?P<school>năm học\s+)?(?<![\d/])(?P<first>(?:19|20)\d\d)\s*[-–]\s*(?P<last>(?:19|20)\d\d)(?!\d|/)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r" (?:-|đến(?: hết)?(?: ngày)?|tới(?: ngày)?) ")
_MONTH = re.compile(
    r"(?<!\d )(?<!lương )\btháng (?P<month>\d{2})(?!\d|[.,]\d|/(?!20\d\d)| (?:tuổi|ngày|giờ))", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![\d.,/:-])(?P<hour>\d{1,2}) ?(?:giờ|h) ?(?P<minute>\d{2})\b")
_YEAR = re.compile(r"\b[Nn]ăm \d{5,}\b(?![.,]\d)")
_PADDED = re.compile(r"(?<!\d )\b[Tt]háng (?P<month>0[3-9])(?!\d|[.,]\d| (?:tuổi|ngày|giờ))")
_ROMAN = re.compile(
    r"\b(?:[Ll]ần thứ|[Kk]h(?:óa|oá)|[Đđ]ại hội|[Kk]ỳ họp thứ|[Cc]hương|[Pp]hần|[Mm]ục) (?P<number>[IVXL]{2,})\b"
    r"(?![.-]?\w)"
)
_TRUE_ROMAN = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# Mỗi quý 01 lần, hằng quý 02 tin: how often, not which.
_QUARTER = re.compile(
    r"(?<![Mm]ỗi )(?<![Hh]ằng )(?<![Hh]àng )(?<![Mm]ột )\b[Qq]uý (?:I{4,}|IIV|V[IVX]*|X[IVX]*|[05-9]|\d{2,})\b"
    r"(?![/.]\d| (?:lần|buổi|cuộc|đợt|tin|bài|kỳ|số|lượt)\b)"
)
_MONTHS, _HOURS, _MINUTES = 12, 24, 59
_DIGIT = re.compile(r"\d| [VXIL]{2}|uý [VXI]")
_PADDED_MONTHS = 2  # January and February alone


def check(prose: Prose) -> Iterator[Found]:
    """Yield the days and spans that cannot be, and the days padded against the custom."""
    numbered = prose.holding([_DIGIT])
    for passage in prose.passages:
        # What the appendix says of time has checks of its own (KH302).
        if passage in numbered and passage.role is not Role.SCHEDULE:
            yield from _days(passage)
            yield from _odd_days(passage)
            yield from _ranges(passage)
            yield from _spans(passage)
            yield from _no_time(passage)
            yield from _months(passage)


def check_alone(prose: Prose) -> Iterator[Found]:
    """Yield the days and spans of days that cannot be, and nothing of how they are written."""
    for passage in prose.passages:
        for judge in (_days, _odd_days, _ranges, _spans):
            yield from (found for found in judge(passage) if found.rule is NO_DAY)


def _days(passage: Passage) -> Iterator[Found]:
    for match in _ANY_DAY.finditer(passage.value):
        year, month, day = parts_of(match)
        said = match.group()
        try:
            date(year, month, day)
        except ValueError:
            yield Found(NO_DAY, passage, *match.span(), f"không có ngày `{said}`", "xem lại ngày tháng")
            continue
        if match["mark"] and " " in said:
            right = said.replace(" ", "")
            yield Found(SPACING, passage, *match.span(), f"có dấu cách trong ngày `{said}`", f"viết `{right}`")
            continue
        if match["mark"] in {"-", "."}:
            right = said.replace(match["mark"], "/")
            yield Found(PADDING, passage, *match.span(), f"`{said}` không viết bằng dấu `/`", f"viết `{right}`")
            continue
        long = "" if match["day"] else "long_"
        padded = f"{day:02d}", f"{month:02d}" if month <= _PADDED_MONTHS else str(month)
        if (match[f"{long}day"], match[f"{long}month"]) != padded:
            right = f"{padded[0]} tháng {padded[1]} năm {year}" if long else f"{padded[0]}/{padded[1]}/{year}"
            what = "thiếu số 0" if len(right) > len(said) else "thừa số 0"
            yield Found(PADDING, passage, *match.span(), f"`{said}` {what} trước ngày hay tháng", f"viết `{right}`")


def _odd_days(passage: Passage) -> Iterator[Found]:
    """Yield the days without a year that no year has, and those with a year of more than four digits."""
    for match in re.finditer(
        r"\b[Nn]gày (?P<day>\d{1,2}/\d{1,2})(?![\d/])|(?<![\d/])\d{1,2}/\d{1,2}/\d{5,}", passage.value
    ):
        said = match["day"] or match.group()
        span = match.span("day") if match["day"] else match.span()
        day, month = map(int, said.split("/")[:2])
        try:
            date(2000, month, day)  # a leap year
        except ValueError:
            yield Found(NO_DAY, passage, *span, f"không có ngày `{said}`", "xem lại ngày tháng")
        else:
            if not match["day"]:
                yield Found(NO_DAY, passage, *span, f"`{said}` có năm nhiều hơn bốn chữ số", "xem lại năm")


def _no_time(passage: Passage) -> Iterator[Found]:
    """Yield the months, quarters and times of day that do not exist."""
    for match in _YEAR.finditer(passage.value):
        yield Found(NO_DAY, passage, *match.span(), f"`{match.group()}` không phải một năm", "xem lại năm")
    for match in _QUARTER.finditer(passage.value):
        yield Found(NO_DAY, passage, *match.span(), f"không có `{match.group()}`", "xem lại quý")
    for match in _MONTH.finditer(passage.value):
        if int(match["month"]) > _MONTHS:
            yield Found(NO_DAY, passage, *match.span(), f"không có `{match.group()}`", "xem lại tháng")
    for match in _ROMAN.finditer(passage.value):
        if not _TRUE_ROMAN.fullmatch(match["number"]):
            message = f"`{match['number']}` không phải một số La Mã"
            yield Found(NO_DAY, passage, *match.span("number"), message, "xem lại con số")
    for match in _HOUR.finditer(passage.value):
        if int(match["hour"]) > _HOURS or int(match["minute"]) > _MINUTES:
            yield Found(NO_DAY, passage, *match.span(), f"không có lúc `{match.group().strip()}`", "xem lại giờ, phút")


def _months(passage: Passage) -> Iterator[Found]:
    """Yield the months without a day that have a 0 against the custom."""
    for match in _PADDED.finditer(passage.value):
        right = f"{match.group()[:5]} {int(match['month'])}"
        yield Found(PADDING, passage, *match.span(), f"`{match.group()}` thừa số 0 trước tháng", f"viết `{right}`")


def _spans(passage: Passage) -> Iterator[Found]:
    """Yield the spans of two whole days that run backwards."""
    days = list(_ANY_DAY.finditer(passage.value))
    for first, last in pairwise(days):
        between = passage.value[first.end() : last.start()]
        if _UNTIL.fullmatch(between) and parts_of(first) > parts_of(last):
            span = first.start(), last.end()
            message = f"`{passage.value[slice(*span)]}` chạy ngược"
            yield Found(NO_DAY, passage, *span, message, "xem lại hai ngày")


def _ranges(passage: Passage) -> Iterator[Found]:
    for match in _RANGE.finditer(passage.value):
        first, last = int(match["first"]), int(match["last"])
        if first > last:
            yield Found(NO_DAY, passage, *match.span(), f"`{match.group()}` chạy ngược", "xem lại hai năm")
        elif match["school"] and last != first + 1:
            message = f"`{match.group()}` không phải hai năm liền nhau"
            yield Found(NO_DAY, passage, *match.span(), message, f"viết `{first}-{first + 1}`")
