"""Dates of cited documents: against their own number, the calendar, and the plan's date."""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.forms import YEAR
from kehoach_cli.checks.wording.prose import Cited, Found, Passage, Prose, Role
from kehoach_cli.diagnostics import note, warning
from kehoach_cli.location import Located
from kehoach_cli.model.citations import DAY, assembly_years, parts_of, wrong_assembly
from kehoach_cli.model.periods import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

TOO_LATE = warning(
    "KH549",
    "văn bản viện dẫn mang ngày sau ngày của kế hoạch",
    """
    Văn bản được viện dẫn mang ngày sau ngày của chính kế hoạch này (ngày ghi trong plan.yaml, hoặc ngày cuối của tháng
    khi chưa có ngày): một trong hai ngày sai.
    """,
)
WEEKEND = note(
    "KH546",
    "văn bản viện dẫn đề ngày nghỉ",
    """
    Văn bản cùng năm với kế hoạch, hoặc năm trước đó, đề ngày thứ Bảy hay Chủ nhật: có thể đúng, nhưng thường là gõ
    nhầm.
    """,
)
RULES = (YEAR, WEEKEND, TOO_LATE)

_SATURDAY = 5
_SHOWN = 3


def check(prose: Prose) -> Iterator[Found]:
    """Yield the dates that cannot be, or hardly, those of the documents that the text cites."""
    for place in prose.cited:
        yield from _year(place)
    yield from _too_late(prose.cited, prose)
    yield from _weekends(prose.cited, prose.year)


def _year(place: Cited) -> Iterator[Found]:
    citation = place.citation
    dated = citation.parts[0] if citation.parts else 0
    years = wrong_assembly(citation)
    if years:
        year = citation.year or dated
        right = next((one for one in range(1, 100) if assembly_years(one)[0] <= year <= assembly_years(one)[1]), 0)
        message = f"`{citation.name}`: Quốc hội khóa {citation.assembly} là các năm {years[0]}-{years[1]}"
        yield place.found(YEAR, message, f"văn bản năm {year} mang ký hiệu QH{right:02d}", citation.span)
        return
    if citation.year and dated and citation.year != dated:
        message = f"`{citation.name}` mang năm {citation.year} mà đề ngày năm {dated}"
        yield place.found(YEAR, message, "xem lại số hiệu và ngày", citation.span)


def _too_late(places: list[Cited], prose: Prose) -> Iterator[Found]:
    """Yield the documents that are younger than the plan; the plan's own date where it is older than several."""
    if prose.dated is None or prose.issued is None:
        return
    late = [one for one in places if _is_late(one, prose.dated[1])]
    bases = list(_late_bases(prose, prose.dated[1]))
    names = dict.fromkeys([*(one.citation.name for one in late), *(one.words for one in bases)])
    year, month = prose.issued.year, prose.issued.month
    if len(names) > 1 and year and month:
        wrong = month if year.value == prose.year else year
        passage = Passage(Located(str(wrong.value), wrong.at), Role.NAME, prose.accepted)
        shown = ", ".join(f"`{name}`" for name in islice(names, _SHOWN))
        message = f"kế hoạch đề tháng {month}/{year}, trước ngày của {len(names)} văn bản được viện dẫn: {shown}"
        see = (late[0].passage, *late[0].citation.date_span) if late else bases[0][1:4]
        yield Found(TOO_LATE, passage, 0, len(passage.value), message, "sửa ngày của kế hoạch", see)
        return
    yield from bases
    first = {one.citation.name: one for one in reversed(late)}  # each document once, where it is cited first
    for place in reversed(first.values()):
        day = place.citation.date
        message = f"`{place.citation.name}` mang ngày {spoken(day) if day else ''}, sau ngày của kế hoạch"
        yield place.found(TOO_LATE, message, "xem lại ngày của văn bản này", place.citation.date_span)


def _is_late(place: Cited, last: date) -> bool:
    """Return whether a document is dated after the plan's last day; not where its own number shows a mistyped year."""
    day, year = place.citation.date, place.citation.year
    return day is not None and day > last and year in {0, day.year}


def _late_bases(prose: Prose, last: date) -> Iterator[Found]:
    """Yield the days of bases cited without a number that are after the plan's own."""
    spans: dict[Passage, list[tuple[int, int]]] = defaultdict(list)
    for place in prose.cited:
        if place.citation.parts:
            spans[place.passage].append(place.citation.date_span)
    for passage in prose.passages:
        if passage.role is not Role.BASIS:
            continue
        numbered = spans[passage]
        for match in re.finditer(rf"\bngày (?:{DAY})", passage.value):
            with suppress(ValueError):
                day = date(*parts_of(match))
                if day > last and all(not start <= match.start() < end for start, end in numbered):
                    message = f"căn cứ mang ngày {spoken(day)}, sau ngày của kế hoạch"
                    yield Found(TOO_LATE, passage, *match.span(), message, "xem lại ngày của văn bản này")


def _weekends(places: list[Cited], year: int) -> Iterator[Found]:
    """Yield each document of the plan's year or the one before that bears a Saturday or Sunday, once."""
    told: set[str] = set()
    for place in places:
        day, name = place.citation.date, place.citation.name
        if day and day.weekday() >= _SATURDAY and year - 1 <= day.year <= year and name not in told:
            told.add(name)
            which = "thứ Bảy" if day.weekday() == _SATURDAY else "Chủ nhật"
            message = f"`{name}` đề ngày {spoken(day)}, một ngày {which}"
            yield place.found(WEEKEND, message, "đối chiếu với văn bản gốc", place.citation.date_span)
