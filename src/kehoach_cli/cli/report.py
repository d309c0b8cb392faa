"""`kehoach report`: the official report of a period."""

from __future__ import annotations

from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.days import AsOf, From, Half, NineMonths, Quarter, To, Year
from kehoach_cli.cli.options import At
from kehoach_cli.cli.session import Session
from kehoach_cli.cli.writing import Archive, Pdf, Way, chosen, write_document
from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from kehoach_cli.cli.session import Checked
    from kehoach_cli.model.register import Issued
    from kehoach_cli.render.report import Report

HELP = "Tạo báo cáo .docx hoặc .pdf của một kỳ (quý, 6 tháng, năm …), đúng thể thức NĐ 30/2020/NĐ-CP."


class ReportFormat(Enum):
    """The forms of a report."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"


def report(
    context: typer.Context,
    quarter: Quarter = None,
    half: Half = None,
    nine_months: NineMonths = False,
    year: Year = False,
    start: From = None,
    end: To = None,
    group: Annotated[
        str | None, typer.Option("--group", "-g", metavar="NHÓM", help="Báo cáo chuyên đề: chỉ nhóm này.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option("--topic", metavar="NỘI_DUNG", help="Báo cáo chuyên đề: chỉ nội dung này (II.1).")
    ] = None,
    title: Annotated[
        str, typer.Option("--title", metavar="CHỮ", help="Trích yếu, thay cho câu kehoach tự viết (báo cáo đột xuất).")
    ] = "",
    as_of: AsOf = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi vào tệp hoặc thư mục này.")
    ] = None,
    form: Annotated[
        ReportFormat, typer.Option("--format", help="Dạng: văn bản, trang xem thử, hay số liệu cho máy.")
    ] = ReportFormat.DOCX,
    html: Annotated[bool, typer.Option("--html", help="Như --format html.")] = False,
    pdf: Pdf = False,
    archive: Archive = False,
    trace: Annotated[bool, typer.Option("--trace", help="In từng con số với các tệp mà nó được cộng từ đó.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Tạo tệp reports/ để viết phần lời, rồi dừng.")] = False,
    final: Annotated[bool, typer.Option("--final", help="Bản để ký: từ chối khi còn thiếu lời hoặc còn lỗi.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Dự thảo từ dữ liệu đang có, cả khi báo cáo đã ban hành.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả khi tệp đã được sửa sau khi tạo.")] = False,
    at: At = None,
) -> int:
    """Return 0 after writing the report; 1 when the plan, an entry or a template has errors."""
    from kehoach_cli.cli.days import find_day, find_period, today
    from kehoach_cli.model.lookup import find_scope
    from kehoach_cli.render.report import make_report
    from kehoach_cli.views.report import as_json, as_trace

    session: Session = context.obj
    checked = session.check(at, progress=True)
    workspace = checked.loaded.workspace
    period = find_period(workspace, quarter=quarter, half=half, nine=nine_months, year=year, start=start, end=end)
    if period is None:
        message = "chưa nói báo cáo của kỳ nào"
        raise RefusalError(message, "ví dụ: kehoach report --quarter II")
    if checked.blocked:
        session.show(checked.findings, err=True)
        session.say("Chưa tạo báo cáo: sửa các lỗi trên rồi chạy lại.")
        return 1
    scope, last = find_scope(workspace, group, topic), find_day(as_of) if as_of else None
    made = make_report(checked.loaded, period, scope=scope, as_of=last, title=title)
    if new:
        return _start_text(session, made, title)
    kind = chosen(html=html or form is ReportFormat.HTML, pdf=pdf or form is ReportFormat.PDF, archive=archive)
    way = Way(output, kind, force, archive)
    issued = None if draft or trace or form is ReportFormat.JSON else _issued(session, checked, made, at)
    if issued is not None:
        return _write_issued(session, checked, made, issued, way)
    if trace or form is ReportFormat.JSON:
        text = as_trace(made.figures) if trace else as_json(made.figures, made.subject, made.owed()) + "\n"
        session.print_or_write(text, output)
        return int(not checked.sound)
    goes_on = made.figures.period.end > today(None)
    if final and (made.owed() or goes_on or not checked.sound):
        _say_what_is_missing(session, checked, made)
        session.say("Chưa tạo bản để ký: bổ sung, sửa những điều trên rồi chạy lại.")
        return 1
    return _write(session, checked, made, way)


def _issued(session: Session, checked: Checked, made: Report, at: str | None) -> Issued | None:
    from kehoach_cli.model.register import report_of
    from kehoach_cli.model.reports import scope_key

    return report_of(session.register(checked, at), made.figures.period.key, scope_key(made.figures.scope))


def _write_issued(session: Session, checked: Checked, made: Report, issued: Issued, way: Way) -> int:
    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.model.periods import spoken

    desk = Desk(session.folder(), checked.loaded.register)
    code = write_document(session, f"bao-cao-{made.name}", way, lambda: desk.issued(issued), issued)
    if not code:
        day, commit = spoken(issued.date.value), issued.commit.value[:12]
        session.say(f"Bản đã ban hành: số {issued.name} ngày {day}, từ bản git {commit}; số liệu hiện nay: --draft")
    return code


def _start_text(session: Session, made: Report, title: str) -> int:
    from kehoach_cli.storage import write_new
    from kehoach_cli.views.report_text import new_text

    write_new(session.folder() / made.text_path, new_text(made.figures, title).encode("utf-8"))
    session.say(f"Đã tạo {made.text_path}: mở ra viết phần lời, rồi chạy lại không có --new")
    return 0


def _write(session: Session, checked: Checked, made: Report, way: Way) -> int:
    from kehoach_cli.render.report import report_document
    from kehoach_cli.views.report import account_said

    workspace = checked.loaded.workspace
    make = partial(report_document, made, workspace, checked.source)
    code = write_document(session, f"bao-cao-{made.name}", way, make)
    if code:
        return code
    session.say(account_said(made.figures))
    _say_what_is_missing(session, checked, made)
    return int(not checked.sound)


def _say_what_is_missing(session: Session, checked: Checked, made: Report) -> None:
    """Say what only a person can write and has not, and what keeps results out of the figures."""
    from kehoach_cli.cli.days import today
    from kehoach_cli.diagnostics import Severity

    end = made.figures.period.end
    if end > today(None):
        session.say(f"Kỳ này đến {end:%d/%m/%Y} mới chốt số liệu. Báo cáo trước đó thì thêm --as-of NGÀY.")
    owed = made.owed()
    if owed:
        session.say(f"Còn thiếu lời (chỗ đó in dòng chấm); viết vào {made.text_path}, tạo tệp đó bằng --new:")
        session.say("\n".join(f"  - {part}" for part in owed))
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if errors:
        session.show(errors, err=True)
        session.say("Số liệu chưa đủ tin cậy: còn lỗi ở trên.")
