"""The official report: figures and a person's words to a document through templates/bao-cao.html.j2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.location import Located
from kehoach_cli.model.periods import PeriodKind, following, spoken
from kehoach_cli.model.plan import IssueDate
from kehoach_cli.model.register import date_of
from kehoach_cli.model.reports import report_path, scope_key
from kehoach_cli.model.tasks import doers, due_in
from kehoach_cli.model.topics import Group, Topic
from kehoach_cli.model.units import Units
from kehoach_cli.render import report_words as say
from kehoach_cli.render.document import Document, compose
from kehoach_cli.render.words import functions, iso_day, small_first
from kehoach_cli.reporting.figures import figures_of
from kehoach_cli.reporting.results import results_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.plan import Agency, Form, Plan, Signature
    from kehoach_cli.model.register import Issued
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.workspace import Row, Workspace
    from kehoach_cli.reporting.figures import Figures, ProductFigures
    from kehoach_cli.source.place import Source

TEMPLATE = "bao-cao.html.j2"
TYPE = "Báo cáo"
# What only a person can say, by the key of reports/*.yaml, with the heading that it stands under.
OWED = {
    "direction": "I. Công tác chỉ đạo, triển khai",
    "results": "III.1. Kết quả đạt được",
    "limits": "III.2. Tồn tại, hạn chế",
    "causes": "III.3. Nguyên nhân",
    "plans": "IV. Phương hướng, nhiệm vụ",
    "proposals": "V. Đề xuất, kiến nghị",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What the form of a report prints around its text: the same parts as a plan's."""

    agency: Agency
    number: Located[int] | None
    symbol: str
    date: IssueDate
    recipients: tuple[str, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class Report:
    """All that one report is made of; `following` is the next period, `ahead` the plan's own tasks in it.

    `issued` is the line of the register that its number and date come from.
    """

    plan: Plan
    figures: Figures
    text: ReportText | None
    text_path: str
    following: Period
    ahead: tuple[Row, ...]
    title: str = ""
    issued: Issued | None = None

    @property
    def name(self) -> str:
        """Return the report's name in file names: `2026-Q2`, `2026-Q2-chuyen-doi-so`."""
        return self.text_path.rpartition("/")[2].removesuffix(".yaml")

    def owed(self) -> list[str]:
        """Return what is still missing, in the order of the report; nothing when it may be signed."""
        missing = [] if self.plan.reporting.to else ["Kính gửi (`reporting: to` trong plan.yaml)"]
        for key, heading in OWED.items():
            given_by_plan = key == "plans" and self.ahead
            if not given_by_plan and not (self.text and getattr(self.text, key)):
                missing.append(heading)
        return missing

    @property
    def subject(self) -> str:
        """Return the report's subject (trích yếu): a person's own, else one made of the plan's."""
        if self.title or (self.text and self.text.title):
            return self.title or str(self.text and self.text.title)
        scope, period = self.figures.scope, self.figures.period
        when = "" if period.kind is PeriodKind.YEAR else f" trong {period.short_name}"
        if period.kind is PeriodKind.RANGE:
            when = f" {period.short_name}"
        plan = f"{self.plan.type} {small_first(self.plan.subject.value)}"
        if isinstance(scope, Group | Topic):
            return f"Kết quả thực hiện nội dung “{scope.title}” thuộc {plan}{when}"
        return f"Kết quả thực hiện {plan}{when}"


def make_report(
    loaded: Loaded,
    period: Period,
    *,
    scope: Group | Topic | None = None,
    as_of: date | None = None,
    title: str = "",
) -> Report:
    """Return the report on a period, or on one group or topic in it, as of a day. Raises RefusalError."""
    workspace = loaded.workspace
    if workspace.plan is None:
        message = "không đọc được plan.yaml"
        raise RefusalError(message, "xem: kehoach check")
    if as_of and as_of < period.start:
        message = f"ngày {spoken(as_of)} đứng trước kỳ báo cáo, bắt đầu từ {spoken(period.start)}"
        raise RefusalError(message, "sửa --as-of, hoặc chọn kỳ khác")
    figures = figures_of(workspace, results_of(workspace, loaded.progress), period, scope=scope, as_of=as_of)
    path = report_path(period.key, scope_key(scope))
    text = next((report for report in loaded.reports if report.file == path), None)
    following_ = following(period, workspace.plan.reporting.cutoff.value)
    rows = (product.row for product in figures.products)
    ahead = tuple(row for row in rows if due_in(row, following_, workspace.year))
    return Report(workspace.plan, figures, text, path, following_, ahead, title)


def report_document(report: Report, workspace: Workspace, source: Source) -> Document:
    """Return the report set in its form. Raises TemplateMistakesError, RefusalError."""
    plan, figures = report.plan, report.figures
    context = {
        "report": report,
        "head": _head(report),
        "plan": plan,
        "figures": figures,
        "period": figures.period,
        "text": report.text,
        "groups": say.groups_in_words(figures, plan.forms),
        "ahead": _by_group(report.ahead),
    }
    units = workspace.units or Units()
    body, table = compose(source, TEMPLATE, functions(units) | _functions(plan.forms, units), context)
    creator = " ".join(line.value for line in plan.agency.name)
    day = iso_day(_date(report), figures.period.end.year)
    return Document(body, table, f"{TYPE} {small_first(report.subject)}", report.subject, creator, day)


def _functions(forms: tuple[Form, ...], units: Units) -> dict[str, Callable[..., object]]:
    """Return what the report's template may call besides what every template may."""
    return {
        "account_line": say.account_line,
        "cell_lines": lambda tally: say.cell_lines(tally, forms),
        "evidence": say.evidence,
        "figure_rows": say.figure_rows,
        "form_line": say.form_line,
        "overall": say.overall,
        "rating": say.rating,
        "silent_units": say.silent_units,
        "small_first": lambda text: small_first(str(text)),
        "spoken": spoken,
        "unit_names": lambda product: _unit_names(product, units),
    }


def _unit_names(product: ProductFigures, units: Units) -> list[str]:
    """Return the units that have results in the period, else those that are to do the product."""
    did = {result.unit.id.value for result in product.inside.results}
    shown = [unit for unit in units.all if unit.id.value in did] or doers(product.row.topic, units)
    return [unit.name.value for unit in shown]


def _head(report: Report) -> Head:
    plan, text = report.plan, report.text
    return Head(
        plan.agency,
        report.issued.number if report.issued else text.number if text else None,
        report_symbol(plan),
        _date(report),
        ("Như trên", *recipients_of(plan)),
        text.signature if text and text.signature else plan.signature,
    )


def recipients_of(plan: Plan) -> list[str]:
    """Return who receives the plan's reports besides their addressees: as its settings say, else its own Lưu line."""
    given = plan.reporting.recipients or tuple(name for name in plan.recipients if name.value.startswith("Lưu"))
    return [name.value for name in given]


def report_symbol(plan: Plan) -> str:
    """Return the symbol of the plan's reports: as its settings say, else `BC-` and the issuer's part of its own."""
    own = plan.reporting.symbol
    return own.value if own else f"BC-{plan.symbol.value.partition('-')[2]}".rstrip("-")


def _date(report: Report) -> IssueDate:
    if report.issued:
        return date_of(report.issued)
    if report.text and report.text.date:
        return report.text.date
    return IssueDate(None, None, Located(report.figures.period.end.year, report.plan.at), report.plan.at)


def _by_group(rows: tuple[Row, ...]) -> list[tuple[Group, list[Topic], int]]:
    """Return the groups of the rows with their topics and number of products, in order."""
    found: dict[str, tuple[Group, list[Topic], list[Row]]] = {}
    for row in rows:
        _, topics, products = found.setdefault(row.group.number, (row.group, [], []))
        if row.topic not in topics:
            topics.append(row.topic)
        products.append(row)
    return [(group, topics, len(products)) for group, topics, products in found.values()]
