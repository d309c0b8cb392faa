"""Tasks and how they stand: a product in a quarter in which it is due, done, open or overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.model.periods import quarter_at, quarter_period
from kehoach_cli.model.plan import Cutoff
from kehoach_cli.model.schedule import MilestoneKind
from kehoach_cli.model.tasks import doers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Row, Workspace
    from kehoach_cli.reporting.results import Results

_QUARTERS = 4
_MOST_DAYS = 3660


class State(Enum):
    """How a task stands on a day; `LATER` is not begun because its quarter has not."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """A product that a unit (None: anyone) is to have done by a day of a quarter."""

    row: Row
    quarter: int
    unit: Unit | None
    day: date
    state: State


def counted_for(planned: tuple[int, ...], quarter: int) -> int | None:
    """Return the planned quarter that a result of `quarter` is counted for.

    Its own where one is planned; else the last planned one before it (done late), else the first after it (early).
    """
    if quarter in planned or not planned:
        return quarter if planned else None
    earlier = [number for number in planned if number < quarter]
    return earlier[-1] if earlier else planned[0]


def due_day(row: Row, year: int, quarter: int, cutoff: Cutoff) -> date:
    """Return by when a product is due in a quarter: the day that its schedule names there, else the period's last."""
    schedule = row.topic.schedule
    named = [
        milestone.end
        for milestone in schedule.milestones
        if milestone.kind in {MilestoneKind.DATE, MilestoneKind.MONTH}
        and milestone.end
        and milestone.end.year == year
        and (milestone.end.month + 2) // 3 == quarter
    ]
    return max(named) if named else quarter_period(year, quarter, cutoff).end


class Standing:
    """Which tasks are done: by anyone, and by each unit."""

    def __init__(self, workspace: Workspace, results: Results, today: date) -> None:
        """Look at the results up to and with `today`."""
        self.year = workspace.year
        self.cutoff = workspace.plan.reporting.cutoff.value if workspace.plan else Cutoff.DECREE
        self.today = today
        self._workspace = workspace
        self._done: set[tuple[str, int, str]] = set()
        quarters = {id(topic): topic.schedule.quarters(self.year) for _, _, topic in workspace.topics()}
        for result in results.all:
            quarter = self._quarter(result.entry.date.value)
            planned = quarters[id(result.row.topic)]
            number = counted_for(planned, quarter) if quarter and result.entry.date.value <= today else None
            if number:
                product = result.row.product.id.value
                self._done |= {(product, number, ""), (product, number, result.unit.id.value)}

    def _quarter(self, day: date) -> int | None:
        """Return the day's quarter; the days between the cut-off and the end of December still belong to the last."""
        year, quarter = quarter_at(day, self.cutoff)
        if year == self.year:
            return quarter
        return _QUARTERS if day.year == self.year else None

    def tasks(self) -> Iterator[Due]:
        """Yield every task of the plan, in its order, as it stands whoever did it."""
        for row in self._workspace.rows():
            for quarter in row.topic.schedule.quarters(self.year):
                yield self._task(row, quarter, None)

    def tasks_of_units(self, units: Units) -> Iterator[Due]:
        """Yield every task once for each unit that is to do it."""
        doing: dict[int, list[Unit]] = {}
        for row in self._workspace.rows():
            if id(row.topic) not in doing:
                doing[id(row.topic)] = doers(row.topic, units)
            for quarter in row.topic.schedule.quarters(self.year):
                for unit in doing[id(row.topic)]:
                    yield self._task(row, quarter, unit)

    def owed(self, units: Units, within: int, unit: Unit | None = None) -> list[Due]:
        """Return what is overdue or due within so many days, by unit in the order of units.yaml, then by day.

        A unit asked for is given the tasks of the classes that it belongs to, a class those of all its members.
        """
        wanted = {one.id.value for one in units.bodies_of([unit])} if unit else None
        last = self.today + timedelta(days=min(within, _MOST_DAYS))
        order = {one.id.value: number for number, one in enumerate(units.all)}
        found = [
            task
            for task in self.tasks_of_units(units)
            if (wanted is None or (task.unit and task.unit.id.value in wanted))
            and (task.state is State.OVERDUE or (task.state in {State.OPEN, State.LATER} and task.day <= last))
        ]
        return sorted(found, key=lambda task: (order[task.unit.id.value] if task.unit else 0, task.day))

    def _task(self, row: Row, quarter: int, unit: Unit | None) -> Due:
        day = due_day(row, self.year, quarter, self.cutoff)
        key = (row.product.id.value, quarter, unit.id.value if unit else "")
        if key in self._done:
            state = State.DONE
        elif day < self.today:
            state = State.OVERDUE
        else:
            begun = quarter_period(self.year, quarter, self.cutoff).start <= self.today
            state = State.OPEN if begun else State.LATER
        return Due(row, quarter, unit, day, state)
