"""Classes of units: who belongs to which, once, and never in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import is_unread
from kehoach_cli.model.loops import loops_of
from kehoach_cli.model.units import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Workspace

CYCLE = error(
    "KH204",
    "lớp đơn vị chứa chính nó",
    """
    Một lớp (`kind: class`) có thành viên mà lần theo các thành viên lại gặp chính lớp đó.
    """,
)
MEMBERS = error(
    "KH205",
    "thành viên của đơn vị không phải lớp",
    """
    Chỉ đơn vị `kind: class` (ví dụ "Các cơ sở giáo dục") mới có thành viên.
    """,
)
TWO_CLASSES = warning(
    "KH209",
    "trường thuộc hai lớp",
    """
    Một trường (`kind: school`) là thành viên của một lớp: `members` của lớp khác cũng ghi nó thì việc giao cho lớp ấy
    cũng đến nó. Lớp trong lớp (các cơ sở giáo dục, các trường mầm non) không phải như vậy.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield members of what is no class, members of two classes, and classes that hold themselves."""
    units = workspace.units
    if units is None:
        return
    for unit in units.all:
        if unit.members and unit.kind.value is not UnitKind.CLASS and not is_unread(unit.kind):
            message = f"đơn vị `{unit.id}` có thành viên nhưng không phải lớp (`kind: class`)"
            yield MEMBERS.finding(unit.members[0].at, message, "đổi `kind` thành `class`, hoặc bỏ `members`")
    yield from _two_classes(units)
    yield from _cycles(units)


def _two_classes(units: Units) -> Iterator[Finding]:
    """Yield each school of a class that is already one of another, where neither class is a part of the other."""
    classes: dict[str, tuple[Unit, Text]] = {}
    for unit in units.all if not is_unread(units.all) else ():
        for name in unit.members if unit.kind.value is UnitKind.CLASS else ():
            member = units.named(name.value)
            if member is None or is_unread(name) or member.kind.value is not UnitKind.SCHOOL:
                continue
            owner, first = classes.setdefault(member.id.value, (unit, name))
            if owner is not unit and not (_has(owner, unit, units) or _has(unit, owner, units)):
                message = f"trường `{name}` đã thuộc lớp `{owner.id}` ({owner.name})"
                yield TWO_CLASSES.finding(name.at, message, "bỏ ở một trong hai lớp", see=first.at)


def _has(owner: Unit, unit: Unit, units: Units) -> bool:
    return any(units.named(name.value) is unit for name in owner.members)


def _cycles(units: Units) -> Iterator[Finding]:
    """Yield each loop of classes once, at the member that runs against the way in which the file lists the others."""
    places = {id(unit): number for number, unit in enumerate(units.all)}
    loops = loops_of([[places[id(member)] for member in units.members_of(unit)] for unit in units.all])
    inside: dict[int, list[tuple[int, Unit, Text]]] = {}
    ways = 0
    for place, unit in enumerate(units.all):
        for name in unit.members:
            inner = units.named(name.value)
            if inner is None:
                continue
            way = places[id(inner)] - place
            if loops[places[id(inner)]] == loops[place]:
                inside.setdefault(loops[place], []).append((way, unit, name))
            else:
                ways += 1 if way > 0 else -1
    for members in inside.values():
        against = [one for one in members if one[0] * ways < 0 or one[0] == 0] or members
        way, unit, name = against[0]
        other = next((member.at for _, _, member in members if member is not name), None)
        through = f" qua `{name}`" if way else ""
        hint = "bỏ một trong các thành viên tạo thành vòng" if way else "bỏ thành viên này"
        yield CYCLE.finding(name.at, f"lớp `{unit.id}` chứa chính nó{through}", hint, see=other)
