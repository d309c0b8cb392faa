"""The field tables of a group file in topics/, and the reading of a schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen, replace
from kehoach_cli.loading.acceptances import ACCEPT
from kehoach_cli.loading.kinds import Id, Line, Whole
from kehoach_cli.loading.mixed import ListOf, OneOrMore
from kehoach_cli.loading.record import Field, Record, nullable, optional
from kehoach_cli.loading.refusals import need
from kehoach_cli.location import is_unread
from kehoach_cli.model.schedule import Milestone, MilestoneKind, Schedule, quarter_span
from kehoach_cli.model.schedule_text import ImpossibleTimeError, quarter_number, read
from kehoach_cli.model.topics import Group, Product, Topic
from kehoach_cli.source.nodes import Mapping, Node, Sequence

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Schema
    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance

PRODUCT = Record(
    "sản phẩm",
    Product,
    (
        Field("id", Id(), "mã, không bao giờ đổi, không trùng với mã của nội dung hay sản phẩm khác"),
        Field(
            "text",
            Line(),
            "nội dung như in trong phụ lục, không kèm gạch đầu dòng",
            examples=("Tuyến thông tin về chuyển đổi số trong nhà trường.",),
        ),
        ACCEPT,
    ),
)


@frozen
class _Timing:
    """A schedule as the file writes it, before the plan's year is known."""

    text: Text
    quarters: tuple[Text, ...]
    at: Location


TIMING = Record(
    "thời gian",
    _Timing,
    (
        Field("text", Line(), "thời gian như in trong phụ lục"),
        Field("quarters", ListOf(Line()), "các quý phải thực hiện, khi chữ in ra không nói rõ: I, II, III, IV"),
    ),
)


@frozen
class ScheduleKind:
    """A schedule: its printed text, or a table with the text and the quarters that it means."""

    year: int
    name: str = "chữ (ví dụ `Quý I, II`), hoặc bảng `text` và `quarters`"

    def read(self, node: Node, findings: list[Finding]) -> Schedule:
        """Return the schedule; what cannot be read in its text is left to the checks."""
        if isinstance(node, Sequence):
            need(node, self.name, findings, "viết liền một dòng, ví dụ `Quý I, II`")
            return self.neutral(node.at)
        if not isinstance(node, Mapping):
            text = Line().read(node, findings)
            milestones, problem = read(text.value, self.year)
            return Schedule(text.value, text.at, milestones, problem)
        timing = TIMING.read(node, findings)
        if is_unread(timing.quarters):
            return self.neutral(node.at)
        schedule = Schedule(timing.text.value, timing.text.at, named=timing.quarters)
        for name in timing.quarters:
            if is_unread(name):
                continue
            try:
                span = quarter_span(self.year, quarter_number(name.value))
            except ImpossibleTimeError as problem:
                return replace(schedule, problem=str(problem), problem_at=name)
            milestone = Milestone(MilestoneKind.QUARTER, *span)
            schedule = replace(schedule, milestones=(*schedule.milestones, milestone))
        return schedule

    def neutral(self, at: Location) -> Schedule:
        """Return a schedule that says nothing."""
        return Schedule("", at)

    def schema(self) -> Schema:
        """Return a text, or the table of text and quarters."""
        return {"anyOf": [Line().schema(), TIMING.schema()], "examples": ["Quý I,II,III,IV", "Trước ngày 20/11"]}


def topic_record(year: int) -> Record[Topic]:
    """Return the field table of a topic in a plan of this year."""
    return Record(
        "nội dung",
        Topic,
        (
            Field("id", Id(), "mã, không bao giờ đổi, không trùng với mã của nội dung hay sản phẩm khác"),
            Field("title", Line(), "nội dung/chủ đề", examples=("Chuyển đổi số trong giáo dục",)),
            optional("lead", OneOrMore(Line()), "đơn vị chủ trì"),
            Field("units", ListOf(Line()), "đơn vị thực hiện: mã, tên hay tên khác trong units.yaml"),
            optional("partners", ListOf(Line()), "đơn vị phối hợp"),
            Field("schedule", ScheduleKind(year), "thời gian thực hiện"),
            Field("products", ListOf(PRODUCT), "hình thức/sản phẩm truyền thông"),
            ACCEPT,
        ),
    )


def group_record(file: str, order: int, year: int) -> Record[Group]:
    """Return the field table of one file of topics/, the `order`-th of its folder."""

    def build(
        *,
        title: Text,
        number: Located[int] | None,
        topics: tuple[Topic, ...],
        accept: tuple[Acceptance, ...],
        at: Location,
    ) -> Group:
        return Group(file, order, title, number, topics, at, accept)

    return Record(
        "nhóm",
        build,
        (
            Field("title", Line(), "tên nhóm nội dung"),
            nullable("number", Whole(1, 999), "số thứ tự của nhóm, khi khác thứ tự của tệp"),
            Field("topics", ListOf(topic_record(year)), "các nội dung/chủ đề của nhóm"),
            ACCEPT,
        ),
    )
