"""What people write for reports: it belongs to a report that can be made, and says only what that report prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.naming import is_nobodys
from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import Location, doubled
from kehoach_cli.model.plan import Cutoff, Series
from kehoach_cli.model.reports import FOLDER, quarter_told, report_named, scope_key
from kehoach_cli.model.tasks import due_in
from kehoach_cli.spelling import Names, by_id_and_name, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.workspace import Workspace

NAME = warning(
    "KH421",
    "lời báo cáo không thuộc về báo cáo nào",
    """
    Tệp trong reports/ mang tên kỳ báo cáo: 2026-Q2.yaml, 2026-H1.yaml, 2026-9M.yaml, 2026.yaml,
    2026-04-01_2026-05-15.yaml; báo cáo chuyên đề thêm mã nội dung (2026-Q2-chuyen-doi-so.yaml) hoặc `nhom-` và mã
    nhóm. Tên khác thì không báo cáo nào dùng tới.
    """,
)
RATED = error(
    "KH422",
    "đánh giá một sản phẩm không có trong kế hoạch",
    """
    Trong `ratings` của một tệp reports/, mỗi tên là mã của một sản phẩm trong topics/.
    """,
)
NOT_PRINTED = warning(
    "KH423",
    "đánh giá một sản phẩm mà báo cáo không in",
    """
    Báo cáo in những sản phẩm phải thực hiện hoặc có kết quả trong kỳ, thuộc phạm vi của báo cáo. Lời đánh giá sản phẩm
    khác không in ra ở đâu: thường là nhầm mã, hay nhầm tệp của kỳ khác.
    """,
)
TAKEN = warning(
    "KH424",
    "hai báo cáo ghi cùng một số",
    """
    Số và ký hiệu của văn bản là duy nhất trong một năm (NĐ 30/2020/NĐ-CP, Điều 15.1). Khi số cấp chung cho mọi loại
    (`series: all` trong plan.yaml) thì số của báo cáo cũng không được trùng số của kế hoạch.
    """,
)
EARLY = warning(
    "KH425",
    "báo cáo đề ngày trước khi kỳ chốt số liệu",
    """
    Ngày của báo cáo đứng trước ngày cuối của kỳ (NĐ 09/2019/NĐ-CP, Điều 12): số liệu còn thay đổi sau khi ký.
    """,
)


def check(workspace: Workspace, reports: Sequence[ReportText], progress: Progress) -> Iterator[Finding]:
    """Yield the report texts that no report uses, the ratings that none prints, numbers and dates that cannot be."""
    scopes = {scope_key(group) for group in workspace.groups} | {scope_key(topic) for _, _, topic in workspace.topics()}
    cutoff = workspace.plan.reporting.cutoff.value if workspace.plan else Cutoff.DECREE
    for report in reports:
        period, scope = report_named(report.file, cutoff)
        told = quarter_told(report.file, workspace.year) if period is None or scope not in {"", *scopes} else ""
        if told and report_named(told, cutoff)[1] in {"", *scopes}:
            message = "tên tệp nói tới một quý mà không viết như tên kỳ báo cáo"
            is_taken = any(other.file == told for other in reports)
            hint = f"chuyển lời sang {told} rồi xóa tệp này" if is_taken else f"đổi tên thành {told}"
            yield NAME.finding(Location(report.file), message, hint)
        elif period is None:
            message = "tên tệp không phải tên của một kỳ báo cáo"
            year = workspace.year or "2026"
            hint = f"đặt tên ví dụ {year}-Q2.yaml, {year}-H1.yaml, {year}.yaml"
            name = report.file.rpartition("/")[2]
            if report_named(f"{FOLDER}/{name}", cutoff)[0]:
                message, hint = f"tệp nằm trong thư mục con của {FOLDER}/", f"chuyển tới {FOLDER}/{name}"
            yield NAME.finding(Location(report.file), message, hint)
        elif scope and scope not in scopes:
            if workspace.products_read:
                near = nearest(scope, scopes)
                hint = f"có phải `{near}`?" if near else "đặt mã của một nội dung, hay `nhom-` và mã nhóm, sau tên kỳ"
                message = f"tên tệp nói tới nội dung `{scope}` mà kế hoạch không có"
                yield NAME.finding(Location(report.file), message, hint)
        elif workspace.year and period.year != workspace.year:
            message = f"báo cáo của một năm khác năm {workspace.year} của kế hoạch"
            yield NAME.finding(Location(report.file), message, "sửa năm trong tên tệp")
        else:
            yield from _not_printed(report, period, scope, workspace, progress)
            yield from _early(report, period)
    yield from _rated(workspace, reports, progress)
    yield from _numbers(workspace, reports)


def _not_printed(
    report: ReportText, period: Period, scope: str, workspace: Workspace, progress: Progress
) -> Iterator[Finding]:
    if not report.ratings or not workspace.year:
        return
    done = {entry.product.value for entry in progress.entries if period.holds(entry.date.value)}
    rows = {row.product.id: row for row in workspace.rows()}
    for rated in report.ratings:
        row = rows.get(rated)
        if row is None:
            continue
        if scope and scope not in {scope_key(row.topic), scope_key(row.group)}:
            message = f"sản phẩm `{row.product.id}` không thuộc phạm vi `{scope}` của báo cáo này"
        elif due_in(row, period, workspace.year) or row.product.id.value in done or not row.topic.schedule.dated:
            continue
        else:
            message = f"sản phẩm `{row.product.id}` không phải làm trong {period.short_name} và không có kết quả"
        yield NOT_PRINTED.finding(rated.at, message, "sửa mã, chuyển sang tệp của kỳ khác, hoặc xóa")


def _early(report: ReportText, period: Period) -> Iterator[Finding]:
    day = report.date.span if report.date else None
    if report.date and report.date.day and day and day[1] < period.end:
        closes = f"{period.short_name} chốt số liệu ngày {period.end:%d/%m/%Y}"
        message = f"báo cáo đề ngày {day[1]:%d/%m/%Y}, còn {closes}"
        year = report.date.year
        wrong = year if year and year.value != period.end.year else report.date.day
        yield EARLY.finding(wrong.at, message, "sửa ngày, hoặc đặt tên tệp theo đúng kỳ")


def _rated(workspace: Workspace, reports: Sequence[ReportText], progress: Progress) -> Iterator[Finding]:
    """Yield the ratings of products that nothing bears."""
    products = {row.product.id.value: row.product.text.value for row in workspace.rows()}
    bearers, twice = [(row.product.id, row.product.text.value) for row in workspace.rows()], doubled(workspace.ids())
    known = Names(by_id_and_name(products.items()))
    # What results name, too, and nothing bears is told of them, once for all.
    named = {*products, *(entry.product.value for entry in progress.entries)}
    for rated in (one for report in reports for one in report.ratings if one.value not in named):
        sure = workspace.products_read and is_nobodys(rated.value, bearers, twice)
        if sure or known.holds_slip(rated.value):
            hint = workspace.of_another_kind(rated.value, "sản phẩm") or known.did_you_mean(rated.value)
            hint = hint or "xem các mã: kehoach list --format json"
            yield RATED.finding(rated.at, f"không có sản phẩm `{rated}`", hint)


def _numbers(workspace: Workspace, reports: Iterable[ReportText]) -> Iterator[Finding]:
    """Yield the numbers of reports that another document of the same series bears."""
    plan = workspace.plan
    taken: dict[int, Located[int]] = {}
    if plan and plan.number and plan.series.value is Series.ALL:
        taken[plan.number.value] = plan.number
    cutoff = plan.reporting.cutoff.value if plan else Cutoff.DECREE
    for report in reports:
        # A copy under another name is told as no report's.
        if report.number and report.number.value and report_named(report.file, cutoff)[0]:
            first = taken.setdefault(report.number.value, report.number)
            if first is not report.number:
                message = f"số {report.number} đã ghi cho một văn bản khác"
                yield TAKEN.finding(report.number.at, message, "xem lại số với văn thư", see=first.at)
