"""Units: every name that the plan uses means exactly one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks import naming
from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import is_unread, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Workspace

AMBIGUOUS = error(
    "KH202",
    "một tên chỉ hai đơn vị",
    """
    Cùng một tên hoặc tên khác (`aliases`) đứng ở hai đơn vị: không biết việc giao cho ai.
    """,
)
NO_LEAD = error(
    "KH206",
    "nội dung không có đơn vị chủ trì",
    """
    Mỗi nội dung có ít nhất một đơn vị chủ trì (`lead`): không có thì ô đó in ra trống và không ai chịu trách
    nhiệm.
    """,
)
NO_UNITS = warning(
    "KH207",
    "nội dung không có đơn vị thực hiện",
    """
    Danh sách `units` của nội dung đang trống: ô "Đơn vị thực hiện" in ra trống.
    """,
)


def check(workspace: Workspace, progress: Progress) -> Iterator[Finding]:
    """Yield what is wrong with units and with the names that stand for them; `progress` tells which many speak of."""
    for group, order, topic in workspace.topics():
        position = f"{group.number}.{order}"
        if not topic.lead and not is_unread(topic.lead):
            message = f"nội dung {position} “{topic.title}” không có đơn vị chủ trì"
            yield NO_LEAD.finding(place_of(topic.lead, topic.at), message, "thêm `lead: …`")
        if not topic.units and not is_unread(topic.units):
            message = f"nội dung {position} “{topic.title}” không có đơn vị thực hiện"
            yield NO_UNITS.finding(place_of(topic.units, topic.at), message, "thêm vào `units`")
    if workspace.units is None:
        return  # units.yaml could not be read: every name would look unknown
    yield from _ambiguous(workspace.units)
    yield from naming.check(workspace, workspace.units, progress)


def _ambiguous(units: Units) -> Iterator[Finding]:
    owners: dict[str, tuple[Unit, Text]] = {}
    told: set[tuple[int, int]] = set()
    for unit in units.all:
        for name in unit.names():
            if not name.value or is_unread(name):
                continue
            owner, first = owners.setdefault(name.value.casefold(), (unit, name))
            # A unit that stands twice is one mistake, and told by its id where that is the same.
            pair = (id(owner), id(unit))
            if owner is unit and first is not name and first.value == name.value:
                yield AMBIGUOUS.finding(name.at, f"tên `{name}` đứng hai lần ở đơn vị này", "bỏ một lần", see=first.at)
            if owner is unit or pair in told or owner.id.value == unit.id.value:
                continue
            told.add(pair)
            message = f"tên `{name}` đã chỉ đơn vị `{owner.id}` ({owner.name})"
            yield AMBIGUOUS.finding(name.at, message, "mỗi tên chỉ một đơn vị: bỏ một trong hai", see=first.at)
