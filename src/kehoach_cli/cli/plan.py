"""`kehoach plan`: the official document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.session import At, Session
from kehoach_cli.cli.writing import Archive, Pdf

HELP = "Tạo văn bản kế hoạch .docx hoặc .pdf đúng thể thức NĐ 30/2020/NĐ-CP."


def plan(
    context: typer.Context,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi vào tệp hoặc thư mục này.")
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help="Tạo trang .html để xem bằng trình duyệt, thay cho .docx.")
    ] = False,
    pdf: Pdf = False,
    archive: Archive = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả khi tệp đã được sửa sau khi tạo.")] = False,
    at: At = None,
) -> int:
    """Return 0 after writing the document; 1 with the findings when the plan or a template has errors."""
    session: Session = context.obj
    checked = session.check(at)
    workspace = checked.loaded.workspace
    known, units = workspace.plan, workspace.units
    if not checked.sound or known is None or units is None:
        session.show(checked.findings, err=True)
        session.say("Chưa tạo văn bản: sửa các lỗi trên rồi chạy lại.")
        return 1
    from kehoach_cli.cli.writing import chosen, target, write_document
    from kehoach_cli.diagnostics import Severity
    from kehoach_cli.render.plan import plan_document
    from kehoach_cli.views.findings import summary

    file = target(output, f"ke-hoach-{workspace.year}", chosen(html=html, pdf=pdf, archive=archive))
    code = write_document(
        session, file, lambda: plan_document(known, units, workspace, checked.source), force=force, archive=archive
    )
    if not code and any(finding.severity is not Severity.NOTE for finding in checked.findings):
        session.say(f"Kế hoạch còn {summary(checked.findings)}. Xem: kehoach check")
    return code
