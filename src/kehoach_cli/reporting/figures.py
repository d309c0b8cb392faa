"""The figures of one report: plan and results in a window, by product, form and unit, and the account of them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.model.periods import before, so_far
from kehoach_cli.model.plan import Cutoff
from kehoach_cli.model.tasks import doers, due_in
from kehoach_cli.model.units import Units
from kehoach_cli.reporting.results import Tally, by_product, by_unit

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.plan import Form
    from kehoach_cli.model.topics import Group, Topic
    from kehoach_cli.model.units import Unit
    from kehoach_cli.model.workspace import Row, Workspace
    from kehoach_cli.reporting.results import Result, Results

_NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class ProductFigures:
    """A product: whether it is due in the period, its results in the period and since the year's begin.

    `owed` tells one that was due earlier in the year only, and has no result to this day.
    """

    row: Row
    due: bool
    inside: Tally
    total: Tally
    owed: bool = False


@dataclass(frozen=True, slots=True)
class FormFigures:
    """A form of result: `before` is None where the year begins with the period."""

    form: Form
    before: Tally | None
    inside: Tally
    total: Tally


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """A unit: how many products it is to do in the period, how many of them it has done, and all its results."""

    unit: Unit
    due: int
    done: int
    inside: Tally
    total: Tally


@dataclass(frozen=True, slots=True)
class Account:
    """What must add up: planned = with + without; all entries = counted + outside + left out."""

    planned: int
    with_result: int
    counted: int
    outside: int
    left_out: int

    @property
    def without(self) -> int:
        """Return how many planned products have no result in the period."""
        return self.planned - self.with_result

    @property
    def entries(self) -> int:
        """Return how many entries there are."""
        return self.counted + self.outside + self.left_out


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a report; `scope` narrows it to a group or a topic."""

    period: Period
    total_period: Period
    before_period: Period | None
    scope: Group | Topic | None
    products: tuple[ProductFigures, ...]
    forms: tuple[FormFigures, ...]
    units: tuple[UnitFigures, ...]
    before: Tally | None
    inside: Tally
    total: Tally
    account: Account


def figures_of(
    workspace: Workspace,
    results: Results,
    period: Period,
    *,
    scope: Group | Topic | None = None,
    as_of: date | None = None,
) -> Figures:
    """Return the figures of a report on a period, as they stood at the end of the day `as_of`."""
    cutoff = workspace.plan.reporting.cutoff.value if workspace.plan else Cutoff.DECREE
    earlier = before(period, cutoff)
    cut = period.until(as_of) if as_of else period
    since = so_far(period, cutoff)
    since = since.until(as_of) if as_of else since
    rows = [row for row in workspace.rows() if scope is None or scope is row.group or scope is row.topic]
    names = {row.product.id.value for row in rows}
    everything = Tally(tuple(result for result in results.all if result.row.product.id.value in names))
    total, inside = everything.within(since), everything.within(cut)
    of_product = by_product(total.results)
    products = tuple(
        _product(row, of_product.get(row.product.id.value, _NOTHING), cut, period, workspace.year) for row in rows
    )
    ahead = everything.within(earlier) if earlier else None
    forms = tuple(
        FormFigures(form, ahead.of_form(form) if ahead else None, inside.of_form(form), total.of_form(form))
        for form in (workspace.plan.forms if workspace.plan else ())
    )
    due = [product for product in products if product.due]
    account = Account(
        planned=len(due),
        with_result=sum(1 for product in due if product.inside.count),
        counted=inside.count,
        outside=len(results.all) - inside.count,
        left_out=results.left_out,
    )
    units = _units(workspace.units or Units(), products, total.results, cut)
    return Figures(cut, since, earlier, scope, products, forms, units, ahead, inside, total, account)


def _product(row: Row, total: Tally, cut: Period, period: Period, plan_year: int) -> ProductFigures:
    due = due_in(row, period, plan_year)
    planned = row.topic.schedule.quarters(plan_year) if period.year == plan_year and period.quarters else ()
    earlier = any(quarter < period.quarters[0] for quarter in planned)
    return ProductFigures(row, due, total.within(cut), total, owed=earlier and not due and not total.count)


def _units(
    units: Units, products: tuple[ProductFigures, ...], total: tuple[Result, ...], period: Period
) -> tuple[UnitFigures, ...]:
    """Return the units that are to do something in the period or have results, in the order of units.yaml."""
    due: dict[str, int] = {}
    done: dict[str, int] = {}
    doing: dict[str, list[Unit]] = {}
    for product in products:
        if not product.due:
            continue
        topic = product.row.topic
        if topic.id.value not in doing:
            doing[topic.id.value] = doers(topic, units)
        did = {result.unit.id.value for result in product.inside.results}
        for unit in doing[topic.id.value]:
            name = unit.id.value
            due[name] = due.get(name, 0) + 1
            done[name] = done.get(name, 0) + (name in did)
    tallies = by_unit(total)
    found = []
    for unit in units.all:
        name = unit.id.value
        if name in due or name in tallies:
            tally = tallies.get(name, _NOTHING)
            found.append(UnitFigures(unit, due.get(name, 0), done.get(name, 0), tally.within(period), tally))
    return tuple(found)
