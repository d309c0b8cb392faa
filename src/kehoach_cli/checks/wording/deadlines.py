"""Quarters, months and days by which something must be done: none lies before the plan's own."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Passage, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.frozen import replace
from kehoach_cli.location import Located
from kehoach_cli.model.citations import DAY, parts_of
from kehoach_cli.model.schedule import MilestoneKind, Schedule, quarter_span
from kehoach_cli.model.topics import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.topics import Topic
    from kehoach_cli.model.workspace import Workspace

PAST = warning(
    "KH565",
    "quý, thời hạn phải thực hiện đã qua trước ngày của kế hoạch",
    """
    Kế hoạch giao việc cho một quý đã hết trước ngày ban hành ghi trong plan.yaml, hoặc hạn là một ngày trước ngày ấy.
    """,
)
RULES = (PAST,)
_NAMED = {MilestoneKind.QUARTER, MilestoneKind.MONTH, MilestoneKind.DATE}
_ROLES = {Role.BULLET, Role.SENTENCE}
_UNTIL = ("trước ", "chậm nhất ", "muộn nhất ")
_DEADLINE = rf"\b(?:trước|(?:chậm|muộn) nhất(?: là| vào)*) (?:ngày )?(?P<whole>{DAY})(?!\d| (?:mà|thì|chưa|nhưng)\b)"
# A duty: its verb opens the clause or a part of it, or says whom something goes to. `Hồ sơ nộp trước ngày` is none.
_DUTY = (
    r"(?:^|[,:] |\b(?:phải|cần|và|để|yêu cầu|đề nghị|bảo đảm|đảm bảo) )(?i:hoàn thành|hoàn tất|gửi|nộp|báo cáo|trình) "
    r"|\b(?:gửi|nộp|báo cáo|trình) (?:[^\W\d_]+,? ){0,12}?(?:về|cho|tới|lên|đến) "
)
_FACT = r"\b(?:đã|được|từng|cũ|sinh|hiệu lực|thành lập|trường hợp|đối với|nếu|thì|những|còn lại)\b"


def check(prose: Prose) -> Iterator[Found]:
    """Yield the deadlines of duties that were over when the plan was issued."""
    if prose.dated is None or prose.issued is None:
        return
    named = prose.naming(_UNTIL)
    for passage in (one for one in prose.passages if one in named and one.role in _ROLES):
        for match in re.finditer(_DEADLINE, passage.value):
            clause = re.split(r"[;.] ", passage.value[: match.start()])[-1]
            if not re.search(_DUTY, clause) or re.search(_FACT, clause, re.IGNORECASE):
                continue
            with suppress(ValueError):  # no day at all is said already
                if date(*parts_of(match)) < prose.dated[0]:
                    message = f"hạn `{match['whole']}` đã qua trước ngày của kế hoạch ({prose.issued.shown})"
                    hint = "sửa hạn này, hoặc ngày trong plan.yaml"
                    yield Found(PAST, passage, *match.span("whole"), message, hint)


def _named(topic: Topic, year: int) -> Schedule:
    """Return what a topic's schedule names of a year: quarters, months, days; `Cả năm` begins with the plan."""
    named = (one for one in topic.schedule.milestones if one.kind in _NAMED and one.end and one.end.year == year)
    return replace(topic.schedule, milestones=tuple(named))


def of_schedules(workspace: Workspace, plan: Plan) -> Iterator[Found]:
    """Yield the schedules that lie wholly before the plan's date, and once the past quarters of others."""
    span = plan.date.span
    if span is None or not workspace.year:
        return
    gone = {quarter for quarter in range(1, 5) if quarter_span(workspace.year, quarter)[1] < span[0]}
    partly: dict[int, int] = {}
    first: tuple[Passage, int, int] | None = None
    schedules = [(group, topic, _named(topic, workspace.year)) for group, _, topic in workspace.topics()]
    touched = [set(named.quarters(workspace.year)) for *_, named in schedules]
    # Several topics that are late, some only in part, say that the plan's own date is wrong.
    mixed = any(quarters & gone and quarters - gone for quarters in touched) and plan.date.month is not None
    for (group, topic, named), quarters in zip(schedules, touched, strict=True):
        ends = [one.end < span[0] for one in named.milestones if one.end]
        is_over = bool(ends) and all(ends) and len(ends) == len(topic.schedule.milestones)
        text = Located(topic.schedule.text, topic.schedule.at)
        passage = Passage(text, Role.SCHEDULE, group.accept + topic.accept)
        if is_over and not (mixed and gone.issuperset(quarters)):
            message = f"`{topic.schedule.text}` đã qua trước ngày của kế hoạch ({plan.date.shown})"
            yield Found(PAST, passage, 0, len(text.value), message, "sửa thời gian, hoặc ngày trong plan.yaml")
        elif gone.intersection(quarters):
            first = first or (passage, 0, len(text.value))
            for quarter in gone.intersection(quarters):
                partly[quarter] = partly.get(quarter, 0) + 1
    month = plan.date.month
    if partly and month:
        names = ", ".join(f"quý {roman(quarter)} ({count} nội dung)" for quarter, count in sorted(partly.items()))
        passage = Passage(Located(str(month.value), month.at), Role.NAME, plan.accept)
        message = f"kế hoạch đề tháng {month}, sau khi đã hết {names}"
        hint = "sửa ngày, hoặc bỏ quý đã qua khỏi thời gian thực hiện"
        yield Found(PAST, passage, 0, len(passage.value), message, hint, see=first)
