"""Bare `kehoach`: the state of the plan in a few lines and the next useful command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.cli.session import Checked, Session


def overview(session: Session) -> int:
    """Return 0 after printing the state of the plan, 1 when it has errors."""
    from kehoach_cli.changes.issued import issued_name
    from kehoach_cli.model.tasks import choose
    from kehoach_cli.model.topics import roman
    from kehoach_cli.views.findings import summary

    checked = session.check(progress=True, wording=True)
    workspace = checked.loaded.workspace
    plan = workspace.plan
    if plan:
        number = f"số {issued_name(plan)}" if issued_name(plan) else "chưa cấp số"
        session.print_words(f"{plan.type} {plan.subject} ({number})")
    topics = sum(1 for _ in workspace.topics())
    products = sum(1 for _ in workspace.rows())
    units = len(workspace.units.all) if workspace.units else 0
    session.print_words(f"  {len(workspace.groups)} nhóm, {topics} nội dung, {products} sản phẩm, {units} đơn vị")
    due = [(quarter, len(choose(workspace, quarter=quarter).dated)) for quarter in range(1, 5)]
    session.print_words("  sản phẩm theo quý: " + ", ".join(f"{roman(quarter)}: {count}" for quarter, count in due))
    session.print_words(f"  kết quả: {_results(checked)}")
    session.print_words(f"  kiểm tra: {summary(checked.findings, len(checked.loaded.files))}")
    session.print_words("")
    if checked.sound:
        session.print_words("Tiếp theo:  kehoach record              ghi một kết quả (hỏi từng mục)")
        session.print_words("            kehoach status              tiến độ theo nhóm và quý")
        session.print_words("            kehoach report --quarter II báo cáo .docx của một quý")
        session.print_words("            kehoach plan                văn bản kế hoạch .docx")
        session.print_words("            kehoach -h                  các lệnh khác")
    else:
        session.print_words("Tiếp theo:  kehoach check   xem và sửa các lỗi")
    return int(not checked.sound)


def _results(checked: Checked) -> str:
    from kehoach_cli.reporting.results import results_of

    results = results_of(checked.loaded.workspace, checked.loaded.progress)
    last = max((result.entry.date.value for result in results.all), default=None)
    said = f"{len(results.all)} lần ghi, gần nhất ngày {last:%d/%m/%Y}" if last else "chưa ghi lần nào"
    return said + (f"; {results.left_out} không tính được vì có lỗi" if results.left_out else "")
