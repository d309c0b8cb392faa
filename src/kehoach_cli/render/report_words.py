"""Figures of a report to Vietnamese sentences, in which every number is one of the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.render.words import amount, counted, percent, small_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.model.plan import Form
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.topics import Group, Topic
    from kehoach_cli.reporting.figures import Figures, FormFigures, ProductFigures, UnitFigures
    from kehoach_cli.reporting.results import Tally

_NAMED = 5  # so many titles or links stand in a sentence or cell; the rest is counted, never dropped silently
NONE = "chưa có kết quả"


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic with its figures and rows of the appendix."""

    order: int
    topic: Topic
    products: tuple[ProductFigures, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class GroupWords:
    """A group: how many of its due products have a result, what its topics have brought, which have nothing."""

    group: Group
    due: int
    done: int
    all_topics: tuple[TopicWords, ...]

    @property
    def topics(self) -> list[TopicWords]:
        """Return the topics that have results in the period."""
        return [topic for topic in self.all_topics if topic.sentence != NONE]

    @property
    def silent(self) -> list[TopicWords]:
        """Return the topics that have none."""
        return [topic for topic in self.all_topics if topic.sentence == NONE]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table of figures, in print."""

    number: str
    name: str
    unit: str
    before: str
    inside: str
    total: str


def phrases(tally: Tally, forms: Iterable[Form]) -> list[str]:
    """Return what was done as parts of a sentence: `đăng 05 tin bài`, `tổ chức 02 hội nghị (450 lượt người dự)`."""
    quantities, reaches = tally.quantities(), tally.reaches()
    said = []
    for form in forms:
        name = form.id.value
        if name not in quantities:
            continue
        pattern = form.phrase.value if form.phrase else f"thực hiện {{}} {form.unit} {small_first(form.name.value)}"
        reach = f" ({counted(reaches[name])} {reach_name(form)})" if reaches.get(name) else ""
        said.append(pattern.replace("{}", counted(quantities[name])) + reach)
    others = tally.of_form(None)
    if others.count:
        reach = f", {counted(reaches[''])} lượt tiếp cận" if reaches.get("") else ""
        said.append(f"thực hiện {counted(others.count)} việc không tính số lượng ({'; '.join(titles(others))}{reach})")
    return said


def reach_name(form: Form) -> str:
    """Return what the reach of a form is called."""
    return form.reach.value if form.reach else "lượt tiếp cận"


def titles(tally: Tally) -> list[str]:
    """Return the titles or notes of some entries, the first few in full and the number of the others."""
    named = [str(result.entry.title or result.entry.note or result.row.product.text) for result in tally.results]
    return _few(list(dict.fromkeys(text.rstrip(" .;") for text in named)), "việc khác")


def evidence(tally: Tally) -> list[str]:
    """Return the links of some entries, else their titles."""
    links = [link.value for result in tally.results for link in result.entry.links]
    links += [str(result.entry.title) for result in tally.results if result.entry.title and not result.entry.links]
    return _few(list(dict.fromkeys(links)), "minh chứng khác trong dữ liệu")


def _few(texts: list[str], rest: str) -> list[str]:
    left = len(texts) - _NAMED
    return texts if left <= 0 else [*texts[:_NAMED], f"và {counted(left)} {rest}"]


def sentence(tally: Tally, forms: Iterable[Form]) -> str:
    """Return what was done as a sentence without its full stop, `chưa có kết quả` for nothing."""
    said = phrases(tally, forms)
    return f"đã {', '.join(said)}" if said else NONE


def cell_lines(tally: Tally, forms: Iterable[Form]) -> list[str]:
    """Return the same for a cell of a table, a form a line."""
    quantities, reaches = tally.quantities(), tally.reaches()
    lines = []
    for form in forms:
        name = form.id.value
        if name in quantities:
            reach = f"; {amount(reaches[name])} {reach_name(form)}" if reaches.get(name) else ""
            lines.append(f"{form.name}: {counted(quantities[name])} {form.unit}{reach}")
    others = tally.of_form(None)
    if others.count:
        reach = f"; {amount(reaches[''])} lượt tiếp cận" if reaches.get("") else ""
        lines.append(f"{counted(others.count)} việc không tính số lượng{reach}")
    return lines


def groups_in_words(figures: Figures, forms: Sequence[Form]) -> list[GroupWords]:
    """Return the groups that have something due or done in the period, in the plan's order."""
    parts: dict[str, list[ProductFigures]] = {}
    for product in figures.products:
        if product.due or product.inside.count:
            parts.setdefault(product.row.group.number, []).append(product)
    return [_group(products, forms) for products in parts.values()]


def _group(products: list[ProductFigures], forms: Sequence[Form]) -> GroupWords:
    topics: dict[str, list[ProductFigures]] = {}
    for product in products:
        topics.setdefault(product.row.topic_position, []).append(product)
    words = (_topic(part, forms) for part in topics.values())
    due = [product for product in products if product.due]
    return GroupWords(
        products[0].row.group,
        len(due),
        sum(1 for product in due if product.inside.count),
        tuple(words),
    )


def _topic(products: list[ProductFigures], forms: Sequence[Form]) -> TopicWords:
    row = products[0].row
    inside = type(products[0].inside)(tuple(result for product in products for result in product.inside.results))
    return TopicWords(row.topic_order, row.topic, tuple(products), sentence(inside, forms))


def overall(figures: Figures) -> str:
    """Return the sentence that sums up the period."""
    account, name = figures.account, figures.period.name
    if not account.planned and not account.counted:
        return f"Kế hoạch không có sản phẩm phải thực hiện trong {name}; chưa có kết quả nào được ghi nhận."
    if not account.counted:
        return (
            f"Trong {name} có {counted(account.planned)} sản phẩm truyền thông phải thực hiện; chưa có kết quả nào "
            "được ghi nhận."
        )
    if not account.planned:
        return (
            f"Kế hoạch không có sản phẩm phải thực hiện trong {name}; có {counted(account.counted)} kết quả ngoài kỳ."
        )
    rest = f"; còn {counted(account.without)} sản phẩm {NONE}" if account.without else ""
    return (
        f"Trong {name}, {amount(account.with_result)}/{amount(account.planned)} sản phẩm truyền thông phải thực "
        f"hiện đã có kết quả, đạt {percent(account.with_result, account.planned)}{rest}. Các đơn vị đã ghi nhận "
        f"{counted(account.counted)} kết quả."
    )


def form_line(figures: FormFigures) -> str:
    """Return what a form of result adds up to, in the period and since the year's begin."""
    form, name = figures.form, figures.form.id.value

    def said(tally: Tally) -> str:
        reach = tally.reaches().get(name, 0)
        if not tally.count:
            return "chưa có"
        return f"{counted(tally.quantities().get(name, 0))} {form.unit}" + (
            f", {counted(reach)} {reach_name(form)}" if reach else ""
        )

    total = f"lũy kế từ đầu năm: {said(figures.total)}"
    if not figures.inside.count:
        return f"{form.name}: {NONE} trong kỳ; {total}."
    earlier = "" if figures.before is None else f" (kỳ trước: {said(figures.before)})"
    return f"{form.name}: {said(figures.inside)}{earlier}; {total}."


def figure_rows(figures: Figures) -> list[FigureRow]:
    """Return the rows of the figures by form, each form's reach below it, and the number of entries last."""
    rows = []
    for number, line in enumerate(figures.forms, 1):
        name = line.form.id.value
        tallies = (line.before, line.inside, line.total)
        sums = [None if tally is None else tally.quantities().get(name, 0) for tally in tallies]
        rows.append(FigureRow(str(number), line.form.name.value, line.form.unit.value, *map(_printed, sums)))
        reached = [None if tally is None else tally.reaches().get(name, 0) for tally in tallies]
        if line.form.reach or any(reached):
            rows.append(FigureRow("", f"- Số {reach_name(line.form)}", "lượt", *map(_printed, reached)))
    before = None if figures.before is None else figures.before.count
    counts = map(_printed, (before, figures.inside.count, figures.total.count))
    return [*rows, FigureRow(str(len(figures.forms) + 1), "Số lần ghi kết quả", "lần", *counts)]


def _printed(number: int | None) -> str:
    return "-" if number is None else amount(number)


def rating(product: ProductFigures, text: ReportText | None) -> str:
    """Return how a product is rated: a person's word for it, else what the figures say."""
    given = text.ratings.get(product.row.product.id) if text else None
    if given:
        return given.value
    if not product.due:
        return "Ngoài kế hoạch của kỳ"
    return "Đã có kết quả" if product.inside.count else "Chưa có kết quả"


def account_line(figures: Figures) -> str:
    """Return the line that closes the figures: what must add up."""
    account = figures.account
    lost = f", bỏ ra ngoài {amount(account.left_out)} vì có lỗi" if account.left_out else ", không bỏ sót kết quả nào"
    return (
        f"Đối chiếu: {amount(account.planned)} sản phẩm phải thực hiện trong kỳ = {amount(account.with_result)} có kết "
        f"quả + {amount(account.without)} {NONE}; {amount(account.entries)} kết quả đã ghi = {amount(account.counted)} "
        f"tính trong kỳ + {amount(account.outside)} ngoài kỳ hoặc ngoài phạm vi báo cáo"
        + (f" + {amount(account.left_out)} không đọc được" if account.left_out else "")
        + f"{lost}."
    )


def silent_units(units: Iterable[UnitFigures]) -> list[str]:
    """Return the names of the units that had something to do in the period and have no result in it."""
    return [figures.unit.name.value for figures in units if figures.due and not figures.inside.count]
