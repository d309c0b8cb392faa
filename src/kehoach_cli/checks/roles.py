"""Roles: a result is reported by a unit that the topic of its product names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import note
from kehoach_cli.location import doubled, is_unread
from kehoach_cli.model.tasks import roles_of
from kehoach_cli.model.units import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.entries import Entry, EntryFile, Progress
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Row, Workspace

OUTSIDER = note(
    "KH414",
    "kết quả của đơn vị mà nội dung không nêu",
    """
    Đơn vị ghi kết quả không phải đơn vị chủ trì, thực hiện hay phối hợp của nội dung, cũng không thuộc lớp nào trong
    đó. Làm thêm ngoài kế hoạch thì không sao: kết quả vẫn được tính. Ghi nhầm đơn vị hay nhầm sản phẩm thì sửa.
    """,
)

_TOGETHER = 3  # units, or results of one
_IDLE = "mà không có việc ở nội dung nào, cũng không thuộc lớp nào có việc"


def check(workspace: Workspace, progress: Progress) -> Iterator[Finding]:
    """Yield each unit that reports results of a topic without a part in it, once a topic, at its first result.

    One without a part anywhere is told once, several of them together.
    """
    units = workspace.units
    if units is None or not _are_read(workspace, units):
        return
    twice = doubled(workspace.ids())  # of two products with one id nobody knows which was meant
    rows = {row.product.id.value: row for row in workspace.rows() if row.product.id.value not in twice}
    has_part: dict[tuple[str, str], bool] = {}
    outside: dict[tuple[str, str], list[tuple[Entry, Row]]] = {}
    for file in progress.files:
        for entry in file.entries:
            pair = (entry.unit.value, entry.product.value)
            if pair not in has_part:
                row = rows.get(pair[1])
                has_part[pair] = row is None or _has_part(pair[0], row, units)
            if not has_part[pair] and _is_certain(entry, file):
                row = rows[pair[1]]
                outside.setdefault((pair[0], row.topic.id.value), []).append((entry, row))
    idle = {name for name, _ in outside if _is_idle(name, workspace, units)}
    for (name, _), found in outside.items():
        if name not in idle:
            entry, row = found[0]
            message = f"đơn vị `{name}` không có trong các đơn vị của nội dung {row.topic_position}{_many(found)}"
            hint = "sửa nếu ghi nhầm đơn vị hay sản phẩm; thêm đơn vị vào nội dung nếu được giao"
            yield OUTSIDER.finding(entry.unit.at, message, hint, see=row.topic.title.at)
    yield from _of_nobody({name: _results(name, outside) for name in sorted(idle)}, workspace, units)


def _results(name: str, outside: dict[tuple[str, str], list[tuple[Entry, Row]]]) -> list[tuple[Entry, Row]]:
    return [pair for (other, _), pairs in outside.items() if other == name for pair in pairs]


def _of_nobody(idle: dict[str, list[tuple[Entry, Row]]], workspace: Workspace, units: Units) -> Iterator[Finding]:
    """Yield the units with results and no part in any topic; many of them have left a class together."""
    hint = "sửa nếu ghi nhầm đơn vị; nếu không thì thêm vào `members` của lớp, hay vào `units` của nội dung"
    if len(idle) >= _TOGETHER:
        names = ", ".join(f"`{name}`" for name in idle)
        message = f"{len(idle)} đơn vị có kết quả {_IDLE}: {names}"
        first = next(iter(idle.values()))[0][0].unit.at
        empty = [one for one in units.all if not one.members and one.kind.value is UnitKind.CLASS]
        named = [one for one in empty if not _is_idle(one.id.value, workspace, units)]
        at, see = (named[0].id.at, first) if len(named) == 1 else (first, None)
        yield OUTSIDER.finding(at, message, hint, see=see)
        return
    for name, found in idle.items():
        unit, first = units.named(name), found[0][0].unit.at
        # So many results are no slip of the finger: the unit has left its class.
        at, see = (unit.id.at, first) if unit and len(found) >= _TOGETHER else (first, unit.id.at if unit else None)
        yield OUTSIDER.finding(at, f"đơn vị `{name}` có kết quả {_IDLE}{_many(found)}", hint, see=see)


def _many(found: list[tuple[Entry, Row]]) -> str:
    return f" ({len(found)} kết quả)" if len(found) > 1 else ""


def _is_idle(name: str, workspace: Workspace, units: Units) -> bool:
    """Return whether a unit has a part in no topic at all."""
    return not any(_has_part(name, row, units) for row in workspace.rows())


def _are_read(workspace: Workspace, units: Units) -> bool:
    """Return whether it is known who belongs to whom: every unit and class could be read, and all names are known."""
    lists = (units.all, *(unit.members for unit in units.all))
    twice = doubled(workspace.ids())
    if any(map(is_unread, lists)) or any(is_unread(unit.id) or unit.id.value in twice for unit in units.all):
        return False
    members = (name for unit in units.all for name in unit.members)
    return all(units.named(name.value) and not is_unread(name) for name in members)


def _has_part(name: str, row: Row, units: Units) -> bool:
    """Return whether a unit or a class of it is named by the row's topic, or may be: a name there is unknown, or none.

    That a topic has nobody to do it is told of the topic.
    """
    unit, topic = units.named(name), row.topic
    columns = (topic.lead, topic.units, topic.partners)
    if unit is None or not topic.units or any(map(is_unread, columns)):
        return True
    if any(units.named(one.value) is None for column in columns for one in column):
        return True
    return bool(roles_of(topic, {one.id.value for one in (unit, *units.classes_of(unit))}, units))


def _is_certain(entry: Entry, file: EntryFile) -> bool:
    """Return whether nothing else is known to be wrong with the names of the unit and the product."""
    return entry.readable and not file.is_mended and (file.is_list or file.path == file.expected_path)
