"""`kehoach plan`: the official document, as it was issued or as a draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.options import At
from kehoach_cli.cli.session import Session
from kehoach_cli.cli.writing import Archive, Pdf, Way, chosen, write_document
from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from kehoach_cli.cli.session import Checked
    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.model.register import Issued, IssuedKind

HELP = "Tạo văn bản kế hoạch .docx hoặc .pdf đúng thể thức NĐ 30/2020/NĐ-CP: bản đã ban hành, hoặc dự thảo."


def plan(
    context: typer.Context,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi vào tệp hoặc thư mục này.")
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help="Tạo trang .html để xem bằng trình duyệt, thay cho .docx.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Dự thảo từ dữ liệu đang có, không số, cả khi kế hoạch đã ban hành.")
    ] = False,
    amendment: Annotated[
        bool, typer.Option("--amendment", help="Văn bản sửa đổi, bổ sung kế hoạch đã ban hành, kèm bảng so sánh.")
    ] = False,
    replacement: Annotated[
        bool, typer.Option("--replacement", help="Dự thảo kế hoạch thay thế kế hoạch đã ban hành, kèm bảng so sánh.")
    ] = False,
    pdf: Pdf = False,
    archive: Archive = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả khi tệp đã được sửa sau khi tạo.")] = False,
    at: At = None,
) -> int:
    """Return 0 after writing the document; 1 with the findings when the plan or a template has errors."""
    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.model.register import IssuedKind

    if draft + amendment + replacement > 1:
        message = "chọn một trong --draft, --amendment, --replacement"
        raise RefusalError(message)
    session: Session = context.obj
    way = Way(output, chosen(html=html, pdf=pdf, archive=archive), force, archive)
    checked = session.check(at, wording=True)
    desk = Desk(session.folder(), session.register(checked, at))
    kind = IssuedKind.AMENDMENT if amendment else IssuedKind.REPLACEMENT if replacement else IssuedKind.PLAN
    issued = None if draft or replacement else _issued(checked, desk, kind)
    if issued is not None:
        return _write_issued(session, checked, desk, issued, way)
    return _write_draft(session, checked, desk, kind, way)


def _issued(checked: Checked, desk: Desk, kind: IssuedKind) -> Issued | None:
    """Return the issued document that is asked for: the plan in full, or the amendment that its words come from."""
    from kehoach_cli.changes.content import content_of
    from kehoach_cli.model.register import IssuedKind, full_document, in_force

    workspace = checked.loaded.workspace
    if workspace.plan is None:
        return None
    if kind is IssuedKind.PLAN:
        return full_document(desk.register, workspace.year)
    last = in_force(desk.register, workspace.year)
    ours = last and last.kind.value is kind and last.content.value == content_of(workspace)
    return last if ours else None


def _write_issued(session: Session, checked: Checked, desk: Desk, issued: Issued, way: Way) -> int:
    from kehoach_cli.model.periods import spoken
    from kehoach_cli.model.register import FOLDER, IssuedKind, in_force

    wrong = [finding for finding in checked.findings if finding.at.file.startswith(f"{FOLDER}/")]
    if wrong:
        session.show(wrong, err=True)
        session.say("Chưa tạo văn bản: sổ văn bản đi không còn tin được, khôi phục từ git rồi chạy lại.")
        return 1
    stem = f"sua-doi-{checked.loaded.workspace.year}" if issued.kind.value is IssuedKind.AMENDMENT else _stem(checked)
    code = write_document(session, stem, way, lambda: desk.issued(issued), issued)
    if code:
        return code
    day, commit = spoken(issued.date.value), issued.commit.value[:12]
    session.say(f"Bản đã ban hành: số {issued.name} ngày {day}, từ bản git {commit}")
    last = in_force(desk.register, checked.loaded.workspace.year)
    if last and last is not issued:
        session.say(f"Kế hoạch này đã được sửa đổi: số {last.name} ngày {spoken(last.date.value)} (--amendment)")
    if any(finding.code == "KH801" for finding in checked.findings):
        session.say("Dữ liệu đang có đã khác bản ban hành; xem dự thảo bằng --draft hoặc --amendment.")
    return 0


def _write_draft(session: Session, checked: Checked, desk: Desk, kind: IssuedKind, way: Way) -> int:
    from kehoach_cli.diagnostics import Severity, has_errors
    from kehoach_cli.model.plan import undated
    from kehoach_cli.model.register import IssuedKind
    from kehoach_cli.views.findings import summary

    workspace, written = checked.loaded.workspace, checked.loaded.written
    findings = [finding for finding in checked.findings if finding.code != "KH801"]
    if has_errors(findings) or written is None or workspace.units is None:
        session.show(findings, err=True)
        session.say("Chưa tạo văn bản: sửa các lỗi trên rồi chạy lại.")
        return 1
    stems = {IssuedKind.AMENDMENT: f"sua-doi-{workspace.year}", IssuedKind.REPLACEMENT: f"thay-the-{workspace.year}"}
    plan = written if kind is IssuedKind.PLAN else undated(written)
    stem = stems.get(kind, _stem(checked))
    code = write_document(session, stem, way, lambda: desk.plan(kind, checked.loaded, plan, desk.register))
    if not code and any(finding.severity is not Severity.NOTE for finding in findings):
        session.say(f"Kế hoạch còn {summary(findings)}. Xem: kehoach check")
    return code


def _stem(checked: Checked) -> str:
    return f"ke-hoach-{checked.loaded.workspace.year}"
