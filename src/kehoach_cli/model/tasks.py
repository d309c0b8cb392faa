"""Tasks: who does what, when - the rows of the appendix chosen by unit, quarter and group."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.location import Text
    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.topics import Group, Topic
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Row, Workspace


class Role(Enum):
    """What a unit does in a topic."""

    LEAD = "lead"
    UNIT = "unit"
    PARTNER = "partner"


@frozen
class Task:
    """A product with the quarters in which it is due, and the roles of the unit that was asked for."""

    row: Row
    quarters: tuple[int, ...]
    roles: tuple[Role, ...]


@frozen
class Tasks:
    """The tasks chosen; `undated` are those whose time names no quarter: shown apart, never dropped."""

    dated: tuple[Task, ...]
    undated: tuple[Task, ...]


def choose(
    workspace: Workspace, *, unit: Unit | None = None, quarter: int | None = None, group: Group | None = None
) -> Tasks:
    """Return the tasks of a unit (and of the classes it belongs to), a quarter, a group; all where None."""
    units = workspace.units
    names = _ids((unit, *units.classes_of(unit))) if unit and units else None
    dated: list[Task] = []
    undated: list[Task] = []
    for row in workspace.rows():
        if group is not None and row.group is not group:
            continue
        roles = roles_of(row.topic, names, units) if names and units else ()
        if names and not roles:
            continue
        quarters = row.topic.schedule.quarters(workspace.year)
        if not quarters:
            undated.append(Task(row, quarters, roles))
        elif quarter is None or quarter in quarters:
            dated.append(Task(row, quarters, roles))
    return Tasks(tuple(dated), tuple(undated))


def _ids(units: Iterable[Unit]) -> set[str]:
    return {unit.id.value for unit in units}


def roles_of(topic: Topic, ids: set[str], units: Units) -> tuple[Role, ...]:
    """Return what the units of these ids do in a topic."""

    def named(references: tuple[Text, ...]) -> bool:
        found = (units.named(reference.value) for reference in references)
        return any(unit is not None and unit.id.value in ids for unit in found)

    columns = {Role.LEAD: topic.lead, Role.UNIT: topic.units, Role.PARTNER: topic.partners}
    return tuple(role for role, references in columns.items() if named(references))


def doers(topic: Topic, units: Units) -> list[Unit]:
    """Return the bodies that are to do a topic: of its units and partners, else of its lead."""
    return units.bodies_of(units.named(name.value) for name in (*topic.units, *topic.partners) or topic.lead)


def due_in(row: Row, period: Period, plan_year: int) -> bool:
    """Return whether a product is due in a period: in one of its quarters, or in a free range by the calendar."""
    if period.quarters:
        planned = row.topic.schedule.quarters(plan_year) if period.year == plan_year else ()
        return bool(set(planned) & set(period.quarters))
    return any(
        milestone.start <= period.end and milestone.end >= period.start
        for milestone in row.topic.schedule.milestones
        if milestone.start and milestone.end
    )
