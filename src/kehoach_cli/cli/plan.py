"""`kehoach plan`: the official document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.session import At, Session
from kehoach_cli.errors import RefusalError

HELP = "Tạo văn bản kế hoạch .docx đúng thể thức NĐ 30/2020/NĐ-CP."


def plan(
    context: typer.Context,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi vào tệp hoặc thư mục này.")
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help="Tạo trang .html để xem bằng trình duyệt, thay cho .docx.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả khi tệp đã được sửa sau khi tạo.")] = False,
    at: At = None,
) -> int:
    """Return 0 after writing the document; 1 with the findings when the plan or a template has errors."""
    session: Session = context.obj
    checked = session.check(at)
    workspace = checked.loaded.workspace
    if not checked.sound or workspace.plan is None or workspace.units is None:
        session.show(checked.findings, err=True)
        session.say("Chưa tạo văn bản: sửa các lỗi trên rồi chạy lại.")
        return 1
    from kehoach_cli.diagnostics import Severity
    from kehoach_cli.render.mistakes import TemplateMistakesError
    from kehoach_cli.render.plan import plan_document
    from kehoach_cli.storage import write_whole
    from kehoach_cli.views.findings import summary

    target = _target(output, workspace.year, html=html)
    try:
        document = plan_document(workspace.plan, workspace.units, workspace, checked.source)
    except TemplateMistakesError as mistakes:
        session.show(mistakes.findings, err=True)
        return 1
    data = document.html() if target.suffix.lower() == ".html" else document.docx()
    if target.exists() and not force:
        _refuse_to_lose(target, data)
    write_whole(target, data)
    session.say(f"Đã ghi {target}")
    if any(finding.severity is not Severity.NOTE for finding in checked.findings):
        session.say(f"Kế hoạch còn {summary(checked.findings)}. Xem: kehoach check")
    return 0


def _target(output: Path | None, year: int, *, html: bool) -> Path:
    suffix = ".html" if html else ".docx"
    if output is None or output.is_dir():
        return (output or Path()) / f"ke-hoach-{year}{suffix}"
    if output.suffix.lower() not in {".docx", ".html"} or (html and output.suffix.lower() != ".html"):
        message = f"tên tệp {output} không kết thúc bằng {suffix}"
        raise RefusalError(message, f"đặt tên ví dụ {output.with_suffix(suffix)}")
    return output


def _refuse_to_lose(target: Path, data: bytes) -> None:
    """Raise RefusalError when the file there is not one that kehoach wrote and nobody has changed."""
    from kehoach_cli.render.docx.package import is_untouched_docx
    from kehoach_cli.render.html import is_untouched_html

    try:
        old = target.read_bytes()
    except OSError as failure:
        message = f"không đọc được tệp đã có {target}: {failure.strerror}"
        raise RefusalError(message, "chọn tên khác bằng -o") from None
    if old != data and not is_untouched_docx(old) and not is_untouched_html(old):
        message = f"{target} đã có, do chương trình khác ghi hoặc đã được sửa; ghi đè sẽ mất nội dung đó"
        raise RefusalError(message, "chọn tên khác bằng -o, hoặc thêm --force nếu không cần tệp cũ")
