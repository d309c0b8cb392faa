"""A document to be issued: everything that speaks against it is refused before a line of the register is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.changes.content import content_of
from kehoach_cli.errors import RefusalError
from kehoach_cli.issuing.lines import finished, refuse_early, refuse_taken, writer
from kehoach_cli.location import Located, Location
from kehoach_cli.model.entries import FOLDER as PROGRESS
from kehoach_cli.model.periods import spoken
from kehoach_cli.model.register import (
    FOLDER,
    Issued,
    IssuedKind,
    full_document,
    in_force,
    register_path,
    report_of,
)
from kehoach_cli.model.reports import FOLDER as REPORTS
from kehoach_cli.model.reports import scope_key
from kehoach_cli.render.amendment import amendment_subject
from kehoach_cli.render.report import TYPE, recipients_of, report_symbol
from kehoach_cli.source.git import commit_of, removed, unsaved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.model.plan import Plan, Signature
    from kehoach_cli.render.report import Report

# Whatever else lies in the folder - a printed .docx - is no part of a document; these are.
_DATA = ("plan.yaml", "units.yaml", "topics/", "templates/", f"{PROGRESS}/", f"{REPORTS}/", f"{FOLDER}/")
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks to be issued: its kind, number and day, and for a report what it is about."""

    kind: IssuedKind
    number: int
    day: date
    copies: int | None = None
    sent: date | None = None
    note: str = ""
    report: Report | None = None
    as_of: date | None = None


def refuse_unsaved(desk: Desk) -> str:
    """Return the commit that the workspace stands at.

    Raises RefusalError when a file of it is not committed, or a line of the register has been taken away.
    """
    commit = commit_of(desk.root, "HEAD")
    files = [file for known, file in unsaved(desk.root) if known or file.startswith(_DATA)]
    if files:
        more = f" và {len(files) - _SHOWN} tệp khác" if len(files) > _SHOWN else ""
        message = f"còn tệp chưa ghi vào git: {', '.join(files[:_SHOWN])}{more}"
        raise RefusalError(message, "chạy git add và git commit cho các tệp đó, rồi chạy lại")
    lost = removed(desk.root, FOLDER)
    if lost:
        message = f"sổ văn bản đi thiếu tệp từng có: {', '.join(lost[:_SHOWN])}"
        raise RefusalError(message, f"khôi phục từ git, ví dụ: git log --diff-filter=D -- {FOLDER}")
    return commit


def new_line(desk: Desk, loaded: Loaded, order: Order, commit: str) -> tuple[Issued, bytes]:
    """Return the line of the register for a document, and the document, made from a commit's data.

    Raises RefusalError for whatever the law or the register speaks against, TemplateMistakesError.
    """
    plan = loaded.written
    if plan is None:
        message = "không đọc được plan.yaml"
        raise RefusalError(message, "xem: kehoach check")
    _refuse_impossible(desk.register, loaded, order, plan)
    line = _line(desk, loaded, order, commit, plan)
    refuse_taken(line, desk.register, plan)
    if desk.root.joinpath(line.file).exists():
        message = f"sổ văn bản đi đã có {line.file}"
        raise RefusalError(message, "mỗi số chỉ dùng một lần trong năm")
    refuse_early(loaded.workspace, order.day)
    document = desk.issued(line).docx()
    return finished(line, document), document


def _refuse_impossible(register: Sequence[Issued], loaded: Loaded, order: Order, plan: Plan) -> None:
    year = plan.year.value
    whole, last = full_document(register, year), in_force(register, year)
    if order.kind is IssuedKind.PLAN and whole:
        message = f"kế hoạch năm {year} đã ban hành: số {whole.name} ngày {spoken(whole.date.value)}"
        raise RefusalError(message, "ban hành nội dung sửa đổi bằng: kehoach issue amendment, hoặc replacement")
    if order.report and order.day < order.report.figures.period.end:
        message = (
            f"kỳ báo cáo đến {spoken(order.report.figures.period.end)} mới chốt, sau ngày ban hành {spoken(order.day)}"
        )
        raise RefusalError(message, "sửa --date, hoặc thêm --as-of NGÀY")
    if order.report:
        issued = report_of(register, order.report.figures.period.key, scope_key(order.report.figures.scope))
        if issued:
            message = f"báo cáo kỳ này đã ban hành: số {issued.name} ngày {spoken(issued.date.value)}"
            raise RefusalError(message, "chọn kỳ hoặc phạm vi khác: mỗi kỳ, mỗi phạm vi chỉ có một báo cáo")
        return
    if order.day.year not in {year - 1, year}:
        message = f"ngày {spoken(order.day)} không thể là ngày ban hành kế hoạch năm {year}"
        raise RefusalError(message, "sửa --date")
    if order.kind is IssuedKind.PLAN:
        return
    if whole is None or last is None:
        message = f"kế hoạch năm {year} chưa ban hành, chưa có gì để sửa đổi hay thay thế"
        raise RefusalError(message, "ban hành kế hoạch trước: kehoach issue plan --number SỐ --date NGÀY")
    if order.day < last.date.value:
        message = (
            f"ngày {spoken(order.day)} đứng trước văn bản số {last.name} ngày {spoken(last.date.value)} mà nó sửa đổi"
        )
        raise RefusalError(message, "sửa --date")
    if content_of(loaded.workspace) == last.content.value:
        message = f"nội dung kế hoạch không khác văn bản số {last.name}: không có gì để ban hành"
        raise RefusalError(message, "sửa kế hoạch, ghi vào git, rồi chạy lại")


def _line(desk: Desk, loaded: Loaded, order: Order, commit: str, plan: Plan) -> Issued:
    """Return the line as far as it can be known before the document is made."""
    report = order.report
    symbol = report_symbol(plan) if report else plan.symbol.value
    at = Location(register_path(order.day.year, order.number, symbol))
    signature: Signature = plan.signature
    base = full_document(desk.register, plan.year.value) if order.kind is not IssuedKind.REPORT else None
    subject, recipients = plan.subject.value, [text.value for text in plan.recipients]
    if report:
        subject, recipients = report.subject, [*(text.value for text in plan.reporting.to), *recipients_of(plan)]
        signature = report.text.signature if report.text and report.text.signature else signature
    elif order.kind is IssuedKind.AMENDMENT:
        subject = amendment_subject(plan, desk.replaced(loaded.workspace, desk.register))
    kept = [text for text in recipients if text.startswith("Lưu")]

    def text(value: str) -> Located[str]:
        return Located(value, at)

    def maybe(value: str) -> Located[str] | None:
        return text(value) if value else None

    return Issued(
        kind=Located(order.kind, at),
        plan_year=plan.year,
        report=maybe(report.figures.period.key if report else ""),
        scope=maybe(scope_key(report.figures.scope) if report else ""),
        as_of=Located(order.as_of, at) if order.as_of else None,
        amends=maybe(base.name if base else ""),
        type=text(TYPE) if report else plan.type,
        number=Located(order.number, at),
        symbol=text(symbol),
        date=Located(order.day, at),
        subject=text(subject),
        authority=signature.authority,
        signer=signature.name,
        recipients=tuple(text(name) for name in recipients if name not in kept),
        kept_by=maybe("; ".join(name.removeprefix("Lưu").lstrip(": ") for name in kept)),
        copies=Located(order.copies, at) if order.copies else None,
        commit=text(commit),
        content=text(content_of(loaded.workspace)),
        words=text(""),
        parts={},
        writer=text(writer()),
        seal=text(""),
        sent=Located(order.sent, at) if order.sent else None,
        received=None,
        note=maybe(order.note),
        at=at,
    )
