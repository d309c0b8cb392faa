"""Bare `kehoach`: the state of the plan in a few lines and the next useful command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.cli.session import Session


def overview(session: Session) -> int:
    """Return 0 after printing the state of the plan, 1 when it has errors."""
    from kehoach_cli.model.tasks import choose
    from kehoach_cli.model.topics import roman
    from kehoach_cli.views.findings import summary

    checked = session.check(progress=True)
    workspace = checked.loaded.workspace
    plan = workspace.plan
    if plan:
        number = f"số {plan.number}/{plan.symbol}" if plan.number else "chưa cấp số"
        session.print_words(f"{plan.type} {plan.subject} ({number})")
    topics = sum(1 for _ in workspace.topics())
    products = sum(1 for _ in workspace.rows())
    units = len(workspace.units.all) if workspace.units else 0
    session.print_words(f"  {len(workspace.groups)} nhóm, {topics} nội dung, {products} sản phẩm, {units} đơn vị")
    due = [(quarter, len(choose(workspace, quarter=quarter).dated)) for quarter in range(1, 5)]
    session.print_words("  sản phẩm theo quý: " + ", ".join(f"{roman(quarter)}: {count}" for quarter, count in due))
    session.print_words(f"  kiểm tra: {summary(checked.findings, len(checked.loaded.files))}")
    session.print_words("")
    if checked.sound:
        session.print_words("Tiếp theo:  kehoach plan                tạo văn bản .docx")
        session.print_words("            kehoach list --quarter II   việc của một quý")
        session.print_words("            kehoach -h                  các lệnh khác")
    else:
        session.print_words("Tiếp theo:  kehoach check   xem và sửa các lỗi")
    return int(not checked.sound)
