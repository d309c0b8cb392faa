"""What may not change in silence: the printed words of a plan that has been issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.changes.edits import Change, ChangeKind
from kehoach_cli.diagnostics import error
from kehoach_cli.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.workspace import Workspace

ISSUED = error(
    "KH801",
    "kế hoạch đã ban hành bị sửa",
    """
    Ở bản đem so, kế hoạch đã có số và ngày, tức là đã ban hành. Nội dung sai thì sửa đổi hoặc thay thế bằng văn bản có
    hình thức tương đương (NĐ 30/2020/NĐ-CP, Điều 18.3), không sửa thẳng vào bản đã ban hành.
    """,
)
_NOT_PRINTED = {
    *(("plan", field) for field in ("year", "agency", "cutoff", "checkpoints", "report_symbol", "report_to")),
    *(("plan", field) for field in ("report_recipients", "forms", "units")),
    *(("unit", field) for field in ("kind", "aliases", "members")),
}


def printed(change: Change) -> bool:
    """Return whether a change shows in the printed plan: ids, entries and settings do not."""
    if change.thing in {"entry", "form"} or change.kind is ChangeKind.RENAMED:
        return False
    if change.thing == "unit" and not change.field:
        return any(edit.key.field == "duties" for edit in change.edits)
    return (change.thing, change.field) not in _NOT_PRINTED


def silent_changes(old: Workspace, changes: Iterable[Change]) -> Iterator[Finding]:
    """Yield a finding for each change of what is printed, where the old plan has been issued."""
    plan = old.plan
    if plan is None or plan.number is None or plan.date.day is None:
        return
    for change in changes:
        if printed(change):
            facts = [fact for edit in change.edits for fact in (edit.new, edit.old) if fact]
            at = facts[0].at if facts else Location("plan.yaml")
            message = f"kế hoạch số {plan.number}/{plan.symbol} đã ban hành, chỗ này đã khác"
            yield ISSUED.finding(at, message, "lập văn bản sửa đổi, hoặc trả lại như cũ; xem: kehoach diff")
