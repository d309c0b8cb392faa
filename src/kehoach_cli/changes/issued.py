"""What may not change in silence: the printed words of a plan that has been issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.changes.edits import Change, ChangeKind
from kehoach_cli.diagnostics import error
from kehoach_cli.location import Location
from kehoach_cli.model.register import padded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.plan import Plan

ISSUED = error(
    "KH801",
    "kế hoạch đã ban hành bị sửa",
    """
    Kế hoạch đã có số và ngày (trong sổ issued/, hoặc ở bản đem so bằng --against), tức là đã ban hành. Nội dung sai
    thì sửa đổi hoặc thay thế bằng văn bản có hình thức tương đương (NĐ 30/2020/NĐ-CP, Điều 18.3), bằng lệnh
    `kehoach issue amendment` hoặc `kehoach issue replacement`, không sửa thẳng vào bản đã ban hành.
    """,
)
_QUOTED = 80
NOT_PRINTED = {
    *(("plan", field) for field in ("year", "agency", "cutoff", "checkpoints", "report_symbol", "report_to")),
    *(("plan", field) for field in ("report_recipients", "forms", "units")),
    *(("unit", field) for field in ("kind", "aliases", "members")),
    *((thing, "accept") for thing in ("plan", "unit", "group", "topic", "product")),
}


def printed(change: Change) -> bool:
    """Return whether a change shows in the printed plan: ids, entries and settings do not."""
    if change.thing in {"entry", "form"} or change.kind is ChangeKind.RENAMED:
        return False
    if change.thing == "unit" and not change.field:
        return any(edit.key.field == "duties" for edit in change.edits)
    return (change.thing, change.field) not in NOT_PRINTED


def silent_changes(name: str, changes: Iterable[Change]) -> Iterator[Finding]:
    """Yield a finding for each change of what is printed since the plan was issued under this number and symbol."""
    for change in changes:
        if printed(change):
            facts = [fact for edit in change.edits for fact in (edit.new, edit.old) if fact]
            at = facts[0].at if facts else Location("plan.yaml")
            message = f"kế hoạch số {name} đã ban hành, chỗ này đã khác{_where(change)}"
            hint = "trả lại như cũ, hoặc ban hành văn bản sửa đổi (kehoach issue amendment); xem: kehoach diff"
            yield ISSUED.finding(at, message, hint)


def _where(change: Change) -> str:
    """Return the line of a long text that differs, quoted: its fact knows only where the whole text begins."""
    old, new = change.values
    lines = [set(value) if isinstance(value, tuple) else set() for value in (old, new)]
    for value, other in ((new, lines[0]), (old, lines[1])):
        for line in value if isinstance(value, tuple) and change.field == "body" else ():
            if line not in other:
                return f": “{line if len(line) <= _QUOTED else line[:_QUOTED] + '…'}”"
    return ""


def issued_name(plan: Plan | None) -> str | None:
    """Return the number and symbol of a plan that has been issued, None for a draft."""
    if plan is None or plan.number is None or plan.date.day is None:
        return None
    return f"{padded(plan.number.value)}/{plan.symbol}"
