"""The field table of what a person writes for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.loading.acceptances import ACCEPT
from kehoach_cli.loading.kinds import Line, Whole
from kehoach_cli.loading.mixed import ListOf, TableById
from kehoach_cli.loading.plan import DATE, SIGNATURE
from kehoach_cli.loading.record import Record, nullable, optional
from kehoach_cli.model.reports import ReportText

if TYPE_CHECKING:
    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.plan import IssueDate, Signature

_IDEAS = ListOf(Line())


def report_record(file: str) -> Record[ReportText]:
    """Return the field table of one file of reports/."""

    def build(  # noqa: PLR0913 - one argument a field
        *,
        title: Text | None,
        number: Located[int] | None,
        date: IssueDate | None,
        direction: tuple[Text, ...],
        results: tuple[Text, ...],
        limits: tuple[Text, ...],
        causes: tuple[Text, ...],
        plans: tuple[Text, ...],
        proposals: tuple[Text, ...],
        ratings: dict[Text, Text],
        signature: Signature | None,
        accept: tuple[Acceptance, ...],
        at: Location,
    ) -> ReportText:
        return ReportText(
            file,
            title,
            number,
            date,
            direction,
            results,
            limits,
            causes,
            plans,
            proposals,
            ratings,
            signature,
            at,
            accept,
        )

    return Record(
        "lời văn của báo cáo",
        build,
        (
            nullable("title", Line(), "trích yếu, khi khác câu kehoach tự viết (báo cáo đột xuất phải có)"),
            nullable("number", Whole(1, 999_999), "số của báo cáo; để trống khi chưa được cấp", 15),
            nullable("date", DATE, "ngày tháng của báo cáo; để trống khi chưa ban hành"),
            optional("direction", _IDEAS, "I. công tác chỉ đạo, triển khai; mỗi ý một phần tử"),
            optional("results", _IDEAS, "III.1. kết quả đạt được"),
            optional("limits", _IDEAS, "III.2. tồn tại, hạn chế"),
            optional("causes", _IDEAS, "III.3. nguyên nhân"),
            optional("plans", _IDEAS, "IV. phương hướng, ngoài các việc mà kế hoạch đã giao"),
            optional("proposals", _IDEAS, "V. đề xuất, kiến nghị"),
            optional("ratings", TableById(Line()), "đánh giá từng sản phẩm, theo mã; thay cho câu kehoach tự viết"),
            nullable("signature", SIGNATURE, "khối chữ ký, khi người ký khác người ký kế hoạch"),
            ACCEPT,
        ),
    )
