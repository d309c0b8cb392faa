"""What a change of the plan does: to the work of each unit, and to what has been recorded already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.model.tasks import doers
from kehoach_cli.model.units import Units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.entries import Entry
    from kehoach_cli.model.units import Unit
    from kehoach_cli.model.workspace import Workspace


@frozen
class Workload:
    """How many tasks a unit gains and loses in each quarter; `left` is how many it has in all afterwards."""

    unit: Unit
    gained: tuple[tuple[int, int], ...]
    lost: tuple[tuple[int, int], ...]
    left: int


@frozen
class Orphan:
    """An entry whose product is gone, or says something else now."""

    entry: Entry
    product_gone: bool


@frozen
class Effects:
    """What a change does beyond the words."""

    workloads: tuple[Workload, ...]
    orphans: tuple[Orphan, ...]


def effects_between(old: Workspace, new: Workspace, entries: Iterable[Entry]) -> Effects:
    """Return the effects of going from one workspace to another, on the entries recorded so far."""
    before, after = _tasks(old), _tasks(new)
    units = {unit.id.value: unit for unit in (*(old.units or Units()).all, *(new.units or Units()).all)}
    loads = []
    for name, unit in units.items():
        had, has = before.get(name, set()), after.get(name, set())
        if had != has:
            loads.append(Workload(unit, _by_quarter(has - had), _by_quarter(had - has), len(has)))
    was = {row.product.id.value: row.product.text.value for row in old.rows()}
    texts = {row.product.id.value: row.product.text.value for row in new.rows()}
    orphans = tuple(
        Orphan(entry, entry.product.value not in texts)
        for entry in entries
        if entry.product.value in was and texts.get(entry.product.value) != was[entry.product.value]
    )
    return Effects(tuple(loads), orphans)


def _tasks(workspace: Workspace) -> dict[str, set[tuple[str, int]]]:
    """Return the products and quarters that each unit is to do, by the unit's id."""
    found: dict[str, set[tuple[str, int]]] = {}
    units = workspace.units or Units()
    for _, _, topic in workspace.topics():
        quarters = topic.schedule.quarters(workspace.year)
        tasks = {(product.id.value, quarter) for product in topic.products for quarter in quarters}
        for unit in doers(topic, units) if tasks else ():
            found.setdefault(unit.id.value, set()).update(tasks)
    return found


def _by_quarter(tasks: set[tuple[str, int]]) -> tuple[tuple[int, int], ...]:
    quarters = sorted({quarter for _, quarter in tasks})
    return tuple((quarter, sum(1 for task in tasks if task[1] == quarter)) for quarter in quarters)
