"""Repeats: no line of a list, title or paragraph stands in the plan twice, and no result under two ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located, Text
    from kehoach_cli.model.entries import Entry, Progress
    from kehoach_cli.model.plan import Channel, Form, Plan
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.topics import Product, Topic
    from kehoach_cli.model.workspace import Workspace

C = TypeVar("C", "Channel", "Form", "Topic", "Product")

TEXT = warning(
    "KH112",
    "một câu, một dòng hay một tên đứng hai lần",
    """
    Cùng một nơi nhận, căn cứ, kênh, ngày của mốc hay tên loại sản phẩm đứng hai lần trong danh sách của nó; cùng một
    sản phẩm đứng hai lần trong một nội dung; hai nội dung, hai nhóm cùng tên; hoặc một đoạn dài lặp lại nguyên văn ở
    nơi khác: thường là chép rồi quên sửa. Hoa thường và dấu cuối câu không làm nên hai câu khác nhau.
    """,
)
RESULT = warning(
    "KH413",
    "hai kết quả giống hệt nhau",
    """
    Hai kết quả khác mã nhưng cùng ngày, sản phẩm, đơn vị, loại, số lượng, tên và đường dẫn: thường là một lần thực hiện
    được ghi hai lần, và được cộng hai lần.
    """,
)
_QUOTED = 60  # letters of a text that a message repeats; the line of a longer one is shown anyway
_LONG = 40  # letters; shorter texts (“Tin bài trên website”) may well be said of many things


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield what stands in the plan, its units or its appendix a second time, word for word."""
    if workspace.plan:
        yield from _plan(workspace.plan)
    for unit in workspace.units.all if workspace.units else ():
        yield from _twice(unit.duties, f"nhiệm vụ của đơn vị `{unit.id}`")
    yield from _twice([group.title for group in workspace.groups], "tên nhóm")
    topics = _without_twins([topic for _, _, topic in workspace.topics()])
    yield from _twice([topic.title for topic in topics], "tên nội dung")
    told: set[int] = set()
    for topic in topics:
        texts = [product.text for product in _without_twins(topic.products)]
        yield from _twice(texts, "sản phẩm", told)
    products = [product.text for product in _without_twins([one for topic in topics for one in topic.products])]
    yield from _twice([text for text in products if len(text.value) >= _LONG], "sản phẩm", told)


def _plan(plan: Plan) -> Iterator[Finding]:
    yield from _twice(plan.bases, "căn cứ")
    yield from _twice(plan.recipients, "nơi nhận")
    yield from _twice(plan.reporting.to, "nơi gửi báo cáo")
    yield from _twice(plan.reporting.recipients, "nơi nhận báo cáo")
    yield from _twice([one.text for one in _without_twins(plan.channels)], "kênh")
    yield from _twice([one.name for one in _without_twins(plan.forms)], "tên loại sản phẩm")
    yield from _twice([section.title for section in plan.sections], "tên mục")
    paragraphs: list[Text] = []
    for section in plan.sections:
        yield from _twice([item.title for item in section.items], "tên khoản")
        paragraphs += [one.text for one in section.paragraphs]
        paragraphs += [one.text for item in section.items for one in item.paragraphs]
    yield from _twice([text for text in paragraphs if len(text.value) >= _LONG], "đoạn")
    first: dict[date, Located[date]] = {}
    for checkpoint in plan.reporting.checkpoints:
        day = checkpoint.date
        if not is_unread(day) and first.setdefault(day.value, day) is not day:
            message = f"mốc ngày {day.value:%d/%m/%Y} đứng hai lần"
            yield TEXT.finding(day.at, message, "bỏ một trong hai", see=first[day.value].at)


def check_reports(reports: Iterable[ReportText]) -> Iterator[Finding]:
    """Yield the ideas that stand in a report's text twice."""
    for report in reports:
        parts = (report.direction, report.results, report.limits, report.causes, report.plans, report.proposals)
        yield from _twice([text for part in parts for text in part], "ý")


def check_entries(progress: Progress) -> Iterator[Finding]:
    """Yield the results that say the same as another one under another id."""
    first: dict[tuple[date, str], list[Entry]] = {}
    for entry in progress.entries:
        # A bare count may well be the same on one day twice.
        told = entry.title or (entry.links[0] if entry.links else None)
        if told is None:
            continue
        alike = first.setdefault((entry.date.value, told.value), [])
        for seen in alike:
            if seen.id != entry.id and entry.readable and _content(entry) == _content(seen):
                message = f"kết quả này ghi y hệt kết quả `{seen.id}`"
                hint = "xóa một trong hai nếu là một lần thực hiện"
                yield RESULT.finding(entry.id.at, message, hint, see=seen.id.at)
                break
        else:
            alike.append(entry)


def _content(entry: Entry) -> tuple[object, ...]:
    """Return what was done, by whom, and what shows it."""
    return entry.product, entry.unit, entry.form, entry.quantity, entry.title, entry.links


def _without_twins(things: Iterable[C]) -> list[C]:
    """Return the things but for those whose id stands before: that is said, and is no other thing of the same name."""
    seen: set[str] = set()
    kept: list[C] = []
    for one in things:
        if one.id.value not in seen:
            kept.append(one)
        if one.id.value:
            seen.add(one.id.value)
    return kept


def _twice(texts: Sequence[Text], what: str, told: set[int] | None = None) -> Iterator[Finding]:
    """Yield the texts that say what an earlier one says; `told` are those of which that is said already."""
    first: dict[str, Text] = {}
    for text in texts:
        if not text.value:
            continue
        seen = first.setdefault(text.value.casefold().rstrip(" .,;:"), text)
        if seen is not text and (told is None or id(text) not in told):
            if told is not None:
                told.add(id(text))
            which = f"“{text}”" if len(text.value) <= _QUOTED else "này"
            yield TEXT.finding(text.at, f"{what} {which} đứng hai lần", "bỏ một trong hai, hoặc sửa chữ", see=seen.at)
