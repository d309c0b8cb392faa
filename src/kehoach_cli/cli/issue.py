"""`kehoach issue`: a document gets its number and date, and its line in the register."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.days import AsOf, From, Half, NineMonths, Quarter, To, Year
from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from kehoach_cli.cli.session import Checked
    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.issuing.prepare import Order
    from kehoach_cli.model.register import Issued

HELP = "Ban hành: ghi số, ngày và dấu của văn bản vào sổ văn bản đi (issued/)."


class Kind(Enum):
    """What can be issued."""

    PLAN = "plan"
    REPORT = "report"
    AMENDMENT = "amendment"
    REPLACEMENT = "replacement"


def issue(
    context: typer.Context,
    kind: Annotated[
        Kind, typer.Argument(metavar="LOẠI", help="plan, report, amendment (sửa đổi) hoặc replacement (thay thế).")
    ],
    number: Annotated[int, typer.Option("--number", metavar="SỐ", min=1, max=999_999, help="Số do văn thư cấp.")],
    date: Annotated[str, typer.Option("--date", metavar="NGÀY", help="Ngày ban hành.")],
    copies: Annotated[int | None, typer.Option("--copies", metavar="SỐ", min=1, help="Số lượng bản.")] = None,
    sent: Annotated[str | None, typer.Option("--sent", metavar="NGÀY", help="Ngày chuyển.")] = None,
    note: Annotated[str, typer.Option("--note", metavar="CHỮ", help="Ghi chú trong sổ.")] = "",
    quarter: Quarter = None,
    half: Half = None,
    nine_months: NineMonths = False,
    year: Year = False,
    start: From = None,
    end: To = None,
    group: Annotated[str | None, typer.Option("--group", "-g", metavar="NHÓM", help="Báo cáo của nhóm này.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="NỘI_DUNG", help="Báo cáo của nội dung này.")] = None,
    title: Annotated[str, typer.Option("--title", metavar="CHỮ", help="Trích yếu của báo cáo.")] = "",
    as_of: AsOf = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="TỆP", help="Ghi luôn văn bản .docx vào tệp này.")
    ] = None,
) -> int:
    """Return 0 after writing one line of the register; 1 with the findings when the data have errors."""
    from kehoach_cli.cli.days import find_day, find_period
    from kehoach_cli.cli.writing import target
    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.issuing.prepare import Order, refuse_unsaved
    from kehoach_cli.model.lookup import find_scope
    from kehoach_cli.model.register import IssuedKind
    from kehoach_cli.render.report import make_report

    session: Session = context.obj
    day = find_day(date)
    file = target(output, "van-ban", "docx") if output else None
    tree = session.check(progress=True)
    desk = Desk(session.folder(), tree.loaded.register)
    commit = refuse_unsaved(desk)
    # What git has is what will be read again, also where the tree has other line ends.
    checked = session.check(commit, progress=True)
    wanted = IssuedKind(kind.value)
    if not _may_go_out(session, checked, amends=kind in {Kind.AMENDMENT, Kind.REPLACEMENT}):
        return 1
    period = find_period(
        checked.loaded.workspace, quarter=quarter, half=half, nine=nine_months, year=year, start=start, end=end
    )
    scope = find_scope(checked.loaded.workspace, group, topic)
    last = find_day(as_of) if as_of else None
    if (period is None) is (kind is Kind.REPORT) or (kind is not Kind.REPORT and (scope or title or last)):
        message = (
            "chưa nói báo cáo của kỳ nào" if kind is Kind.REPORT else "chỉ báo cáo mới có kỳ, phạm vi và trích yếu"
        )
        raise RefusalError(message, "ví dụ: kehoach issue report --quarter II --number 7 --date 20/6/2026")
    report = make_report(checked.loaded, period, scope=scope, as_of=last, title=title) if period else None
    if report and report.owed():
        parts = "".join(f"\n  - {part}" for part in report.owed())
        message = f"báo cáo còn thiếu lời, chưa ban hành được; viết vào {report.text_path}:{parts}"
        raise RefusalError(message, "xem thử: kehoach report")
    order = Order(wanted, number, day, copies, find_day(sent) if sent else None, note, report, last)
    return _write(session, desk, checked, order, commit, file)


def _may_go_out(session: Session, checked: Checked, *, amends: bool) -> bool:
    """Return whether the data are free of errors; a changed plan is just what an amendment is issued for."""
    from kehoach_cli.diagnostics import has_errors

    findings = [finding for finding in checked.findings if not (amends and finding.code == "KH801")]
    if has_errors(findings):
        session.show(findings, err=True)
        session.say("Chưa ban hành: sửa các lỗi trên, ghi vào git, rồi chạy lại.")
    return not has_errors(findings)


def _write(session: Session, desk: Desk, checked: Checked, order: Order, commit: str, file: Path | None) -> int:
    from kehoach_cli.cli.writing import refuse_to_lose
    from kehoach_cli.issuing.lines import as_text
    from kehoach_cli.issuing.prepare import new_line
    from kehoach_cli.render.mistakes import TemplateMistakesError
    from kehoach_cli.storage import write_new, write_whole

    try:
        line, document = new_line(desk, checked.loaded, order, commit)
    except TemplateMistakesError as mistakes:
        session.show(mistakes.findings, err=True)
        return 1
    if file is not None and file.exists():
        refuse_to_lose(file, document)
    write_new(desk.root / line.file, as_text(line).encode("utf-8"))
    session.say(f"Đã ghi vào sổ: {line.file} (văn bản số {line.name}, bản git {commit[:12]})")
    if file is not None:
        write_whole(file, document)
        session.say(f"Đã ghi {file}")
    written = checked.loaded.written
    if written and written.date.month and written.date.month.value != order.day.month:
        session.say(f"plan.yaml ghi tháng {written.date.month}; văn bản in tháng {order.day.month} theo ngày ban hành.")
    session.say(_next(line))
    return 0


def _next(line: Issued) -> str:
    again = {
        "plan": "kehoach plan",
        "replacement": "kehoach plan",
        "amendment": "kehoach plan --amendment",
        "report": "kehoach report với kỳ báo cáo đó",
    }[line.kind.value.value]
    return f"Ghi dòng sổ vào git: git add {line.file} && git commit. Tạo lại văn bản bất cứ lúc nào: {again}"
