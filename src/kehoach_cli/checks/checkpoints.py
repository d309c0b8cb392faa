"""Checkpoints: what the entries add up to by a day is what was written down then; and the years of the entries."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity, error, warning
from kehoach_cli.frozen import replace
from kehoach_cli.location import is_unread
from kehoach_cli.model.entries import Progress, earliest_day
from kehoach_cli.model.periods import free_range, year_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Location
    from kehoach_cli.model.entries import Entry
    from kehoach_cli.model.plan import Checkpoint, Plan
    from kehoach_cli.model.workspace import Workspace

OUTSIDE = warning(
    "KH408",
    "ngày của kết quả nằm ngoài năm kế hoạch",
    """
    Kết quả thực hiện ngoài năm của kế hoạch: thường là gõ nhầm năm. Kết quả chỉ vào báo cáo nào có ngày đó.
    """,
)
CHECKPOINT = error(
    "KH411",
    "số liệu không khớp mốc đối chiếu",
    """
    Cộng các kết quả từ đầu năm báo cáo đến ngày của mốc (`checkpoints` trong plan.yaml) không ra con số ghi ở mốc:
    có kết quả bị xóa, sửa hoặc thêm vào sau khi số liệu đã chốt. Nếu chỉ vì một kết quả gõ nhầm năm thì lỗi này đứng
    ngay ở ngày của kết quả ấy.
    """,
)


def check(workspace: Workspace, progress: Progress, said: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the checkpoints that the entries do not come to, and the entries of other years.

    Nothing is said of a checkpoint that an entry may count for which could not be read, or of which an error is `said`:
    that may be what it misses.
    """
    year, plan = workspace.year, workspace.plan
    outside = [e for e in progress.entries if year and e.date.value.year != year and not is_unread(e.date)]
    righted = _in_year(progress, year) if outside else progress
    missed = None
    if plan and not is_unread(plan.year) and plan.reporting.checkpoints:
        doubtful = min(_doubtful(righted, said), default=date.max)
        for checkpoint in plan.reporting.checkpoints:
            if checkpoint.date.value >= doubtful:
                continue
            found = list(_missed(checkpoint, plan, progress.entries))
            if found and outside and not list(_missed(checkpoint, plan, righted.entries)):
                missed = checkpoint
            else:
                yield from found
    for entry in outside:
        yield _outside(entry, year, missed)


def _doubtful(progress: Progress, said: Iterable[Finding]) -> Iterator[date]:
    """Yield the first days of what cannot be counted: not read, not as recorded, or with an error that is `said`."""
    wrong: dict[str, list[tuple[int, int]]] = {}
    for finding in said:
        if finding.severity is Severity.ERROR:
            for place in (finding.at, *([finding.see] if finding.see else ())):
                wrong.setdefault(place.file, []).append((place.line, place.column))
    yield from map(earliest_day, progress.lost)
    for file in progress.files:
        # Where a list does not hold what its name was made of, an entry is gone, and so is its day.
        if file.is_mended or (file.is_list and file.expected_path != file.path):
            yield min(earliest_day(file.path), *map(_earliest, file.entries))
            continue
        yield from (_earliest(entry) for entry in file.entries if not entry.readable)
        starts = [(entry.at.line, entry.at.column) for entry in file.entries] if file.path in wrong else []
        for place in wrong.get(file.path, ()):
            yield _earliest(file.entries[max(bisect_right(starts, place) - 1, 0)])


def _earliest(entry: Entry) -> date:
    """Return the day of an entry, or the first that it may be of where its day could not be read."""
    return earliest_day(entry.file) if is_unread(entry.date) else entry.date.value


def _outside(entry: Entry, year: int, missed: Checkpoint | None) -> Finding:
    """Return the finding for an entry of another year; an error where a checkpoint misses just such entries."""
    message = f"ngày {entry.date.value:%d/%m/%Y} nằm ngoài năm {year} của kế hoạch"
    hint = "sửa ngày nếu gõ nhầm"
    if missed is None:
        return OUTSIDE.finding(entry.date.at, message, hint)
    message = f"{message}, mà mốc {missed.date.value:%d/%m/%Y} có tính kết quả này"
    return CHECKPOINT.finding(entry.date.at, message, hint, see=missed.date.at)


def _in_year(progress: Progress, year: int) -> Progress:
    """Return the entries as they would be if only the years of their dates were wrong."""
    files = (replace(file, entries=tuple(entry.in_year(year) for entry in file.entries)) for file in progress.files)
    return Progress(tuple(files), progress.lost)


def _missed(checkpoint: Checkpoint, plan: Plan, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield what the entries do not come to: one finding where a single change may be behind all of it."""
    if is_unread(checkpoint.date):
        return
    opens = year_period(plan.year.value, plan.reporting.cutoff.value).start
    day = checkpoint.date.value
    if day < opens:
        message = f"mốc {day:%d/%m/%Y} đứng trước ngày đầu năm báo cáo, {opens:%d/%m/%Y}"
        yield CHECKPOINT.finding(checkpoint.date.at, message, "sửa ngày của mốc")
        return
    window = free_range(opens, day)
    counted = list(_once(entry for entry in entries if window.holds(entry.date.value)))
    known = {form.id.value for form in plan.forms}
    unlike: list[tuple[Location, int, str]] = []
    count = checkpoint.entries
    if count is not None and not is_unread(count) and len(counted) != count.value:
        unlike.append((count.at, len(counted) - count.value, f"có {len(counted)} kết quả, mốc ghi {count}"))
    for name, total in checkpoint.totals.items():
        found = sum(e.quantity.value for e in counted if e.form and e.quantity and e.form == name)
        if name.value in known and found != total.value and not is_unread(total):
            unlike.append((total.at, found - total.value, f"cộng được {found} `{name}`, mốc ghi {total}"))
    is_count_off = count is not None and unlike[:1] and unlike[0][0] == count.at
    changes = [more for _, more, _ in unlike]
    moved = len(unlike) > 1 and not is_count_off and sum(changes) == 0
    one_change = is_count_off and _may_come_with(
        changes[0], changes[1:], [e.quantity.value for e in counted if e.quantity]
    )
    told = [unlike] if one_change or moved else [[one] for one in unlike]
    for group in told:
        message = f"đến ngày {day:%d/%m/%Y} {'; '.join(words for _, _, words in group)}"
        yield CHECKPOINT.finding(group[0][0], message, "tìm thay đổi bằng git log progress/")


def _may_come_with(entries: int, totals: Sequence[int], quantities: Sequence[int]) -> bool:
    """Return whether so many entries too many, or too few, may be what the totals of the forms are off by.

    Each entry counts for one form, with one of the quantities if it is still there.
    """
    if len(totals) > abs(entries) or any((total > 0) != (entries > 0) for total in totals):
        return False
    return entries != 1 or all(total in quantities for total in totals)


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id.value not in seen:
            seen.add(entry.id.value)
            yield entry
