"""Time: every schedule and date can be read, exists, and lies in the plan's year."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import place_of
from kehoach_cli.model.schedule import MilestoneKind, Schedule, quarter_of
from kehoach_cli.model.schedule_text import excel_serial, is_said_in_full, read
from kehoach_cli.model.topics import roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.plan import IssueDate
    from kehoach_cli.model.workspace import Workspace

_LISTED = {MilestoneKind.QUARTER, MilestoneKind.MONTH}
_CERTAIN = {*_LISTED, MilestoneKind.DATE}

UNREAD = warning(
    "KH301",
    "thời gian không đọc được",
    """
    Chữ của thời gian vẫn được in nguyên văn, nhưng kehoach không biết việc này thuộc quý nào, nên `kehoach list
    --quarter` xếp riêng. Viết theo một trong các dạng: `Quý I, II`, `Tháng 3`, `Trước ngày 20/11`, `Thường
    xuyên`, `Cả năm` …, hoặc ghi rõ bằng bảng `text` và `quarters`.
    """,
)
IMPOSSIBLE = error(
    "KH302",
    "thời gian không thể có",
    """
    Không có lịch nào có quý V, tháng 13 hay ngày 30/2; khoảng thời gian không chạy ngược.
    """,
)
OTHER_YEAR = warning(
    "KH303",
    "thời gian nằm ngoài năm của kế hoạch",
    """
    Không phần nào của thời gian này nằm trong năm của kế hoạch: việc không thuộc quý nào và không được nhắc.
    """,
)
AGAIN = warning(
    "KH305",
    "một quý hay một tháng đứng hai lần, hoặc không theo thứ tự",
    """
    Thời gian thực hiện nêu cùng một quý hay một tháng hai lần (`Quý I, II, II`), hay quý sau trước quý trước (`Quý III,
    II`): thường là gõ nhầm.
    """,
)
OTHERWISE = warning(
    "KH306",
    "chữ và `quarters` nói khác nhau",
    """
    Chữ in ra nêu rõ các quý, tháng, ngày, còn mục `quarters` ghi các quý khác. Văn bản in theo chữ, `kehoach list`,
    `due` và báo cáo đi theo `quarters`: người đọc và người theo dõi hiểu khác nhau.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield the times that cannot be read, cannot be true, or lie elsewhere."""
    for _, _, topic in workspace.topics():
        yield from _schedule(topic.schedule, workspace.year)
    if workspace.plan:
        yield from issue_dates([workspace.plan.date])


def _schedule(schedule: Schedule, year: int) -> Iterator[Finding]:
    if schedule.problem:
        at = schedule.problem_at.at if schedule.problem_at else schedule.at
        message = f"thời gian không thể có: {schedule.problem}"
        yield IMPOSSIBLE.finding(at, message, "sửa quý, tháng hay ngày gõ nhầm")
    elif schedule.text and not schedule.milestones:
        serial = excel_serial(schedule.text)
        hint = "viết ví dụ `Quý I, II`, hoặc ghi rõ: {text: …, quarters: [I, II]}"
        if serial:
            hint = f"đây là ngày {serial.day}/{serial.month}/{serial.year} mà Excel đổi thành số; viết lại ngày"
        yield UNREAD.finding(place_of(schedule.named, schedule.at), f"không đọc được thời gian “{schedule.text}”", hint)
    elif schedule.dated and year and not schedule.quarters(year):
        message = f"thời gian “{schedule.text}” không chạm năm {year} của kế hoạch"
        yield OTHER_YEAR.finding(schedule.at, message, "sửa năm trong thời gian, hoặc `year` trong plan.yaml")
    elif year and (far := next((said for said in _years(schedule.text) if year not in said), None)):
        message = f"thời gian “{schedule.text}” nói năm {far[1]}, kế hoạch là của năm {year}"
        yield OTHER_YEAR.finding(schedule.at, message, "sửa năm trong thời gian")
    if not schedule.problem:
        yield from _again(schedule)
        yield from _otherwise(schedule, year)


def _years(text: str) -> Iterator[range]:
    """Yield the years, and spans of years, that a text speaks of, each with the year before and the year behind it."""
    for match in re.finditer(r"\b((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?\b", text):
        yield range(int(match[1]) - 1, int(match[2] or match[1]) + 2)


def _again(schedule: Schedule) -> Iterator[Finding]:
    """Yield a quarter or month that another one of the schedule holds already."""
    spans = [(one.kind, one.start, one.end) for one in schedule.milestones if one.kind in _LISTED]
    for index, (kind, start, end) in enumerate(spans):
        held = any(
            kind is other[0] and start and end and other[1] and other[2] and other[1] <= start and end <= other[2]
            for other in spans[:index]
        )
        if held and start:
            what = f"quý {roman(quarter_of(start))}" if kind is MilestoneKind.QUARTER else f"tháng {start.month}"
            at = schedule.named[index].at if len(schedule.named) == len(spans) else schedule.at
            yield AGAIN.finding(at, f"{what} đứng hai lần trong thời gian này", "bỏ một lần, hoặc sửa lại")
            return
        before = spans[index - 1] if index else None
        if before and before[0] is kind and start and before[1] and start < before[1]:
            at = schedule.named[index].at if len(schedule.named) == len(spans) else schedule.at
            yield AGAIN.finding(at, "thời gian không xếp theo thứ tự trước sau", "sửa chỗ gõ nhầm, hoặc đổi thứ tự")
            return


def _otherwise(schedule: Schedule, year: int) -> Iterator[Finding]:
    """Yield a table whose text names quarters, months or days, and others than its list."""
    if not schedule.named or not year:
        return
    milestones, _ = read(schedule.text, year)
    said = Schedule(schedule.text, schedule.at, milestones).quarters(year)
    listed = schedule.quarters(year)
    kinds = {one.kind for one in milestones}
    is_exact = kinds == {MilestoneKind.QUARTER} or (kinds <= _CERTAIN and is_said_in_full(schedule.text))
    if said and listed and (said != listed if is_exact else not set(said) & set(listed)):
        names = [", ".join(map(roman, quarters)) for quarters in (said, listed)]
        message = f"chữ “{schedule.text}” là quý {names[0]}, còn `quarters` ghi {names[1]}"
        yield OTHERWISE.finding(schedule.named[0].at, message, "sửa một trong hai", see=schedule.at)


def issue_dates(dates: Iterable[IssueDate | None]) -> Iterator[Finding]:
    """Yield the dates of documents that no calendar has."""
    for when in filter(None, dates):
        if when.day and when.day.value and when.month and when.month.value and when.year and when.year.value:
            try:
                date(when.year.value, when.month.value, when.day.value)
            except ValueError:
                shown = f"{when.day}/{when.month}/{when.year}"
                yield IMPOSSIBLE.finding(when.day.at, f"không có ngày {shown}", "sửa ngày ban hành")
