"""What people write for reports: it belongs to a report that can be made, and rates products that are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import Location, are_certain, doubled
from kehoach_cli.model.reports import FOLDER
from kehoach_cli.spelling import Names, by_id_and_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
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
_DAY = r"\d{4}-\d{2}-\d{2}"
_NAME = rf"reports/(?:\d{{4}}(?:-(?:Q[1-4]|H[12]|9M))?|{_DAY}_{_DAY})(?:-(?P<scope>[a-z0-9-]+))?\.yaml"


def check(workspace: Workspace, reports: Iterable[ReportText]) -> Iterator[Finding]:
    """Yield the report texts that no report uses, and the ratings of nothing."""
    products = {row.product.id.value: row.product.text.value for row in workspace.rows()}
    ids = [row.product.id for row in workspace.rows()]
    sure = workspace.products_read and are_certain(ids, doubled(workspace.ids()))
    known = Names(by_id_and_name(products.items()))
    scopes = {topic.id.value for _, _, topic in workspace.topics()} | {f"nhom-{group.id}" for group in workspace.groups}
    for report in reports:
        match = re.fullmatch(_NAME, report.file)
        if match is None or (match["scope"] and match["scope"] not in scopes):
            message = "tên tệp không phải tên của một kỳ báo cáo"
            yield NAME.finding(Location(report.file), message, "đặt tên ví dụ 2026-Q2.yaml, 2026-H1.yaml, 2026.yaml")
        elif workspace.year and int(report.file[len(FOLDER) + 1 :][:4]) != workspace.year:
            message = f"báo cáo của một năm khác năm {workspace.year} của kế hoạch"
            yield NAME.finding(Location(report.file), message, "sửa năm trong tên tệp")
        for name, rating in report.ratings.items():
            if sure and name not in products:
                hint = known.did_you_mean(name) or "xem các mã: kehoach list --format json"
                yield RATED.finding(rating.at, f"không có sản phẩm `{name}`", hint)
