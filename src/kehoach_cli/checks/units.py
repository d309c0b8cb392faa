"""Units: every name that the plan uses means exactly one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import are_certain, doubled, is_unread
from kehoach_cli.model.loops import loops_of
from kehoach_cli.model.units import UnitKind
from kehoach_cli.spelling import Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Text
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Workspace

AMBIGUOUS = error(
    "KH202",
    "một tên chỉ hai đơn vị",
    """
    Cùng một tên hoặc tên khác (`aliases`) đứng ở hai đơn vị: không biết việc giao cho ai.
    """,
)
UNKNOWN = error(
    "KH203",
    "đơn vị không có trong units.yaml",
    """
    Đơn vị được nhắc tới bằng mã, tên hay tên khác đúng như trong units.yaml. Tên lạ thì không ai nhận việc, nên
    kehoach không đoán.
    """,
)
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
TWICE = warning(
    "KH208",
    "đơn vị đứng hai lần trong một ô",
    """
    Cùng một đơn vị, có thể dưới hai tên, đứng hai lần trong cùng một danh sách của một nội dung.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield what is wrong with units and with the names that stand for them."""
    for group, order, topic in workspace.topics():
        position = f"{group.number}.{order}"
        if not topic.lead and not is_unread(topic.lead):
            message = f"nội dung {position} “{topic.title}” không có đơn vị chủ trì"
            yield NO_LEAD.finding(topic.at, message, "thêm `lead: …`")
        if not topic.units and not is_unread(topic.units):
            message = f"nội dung {position} “{topic.title}” không có đơn vị thực hiện"
            yield NO_UNITS.finding(topic.at, message, "thêm vào `units`")
    if workspace.units is None:
        return  # units.yaml could not be read: every name would look unknown
    units = workspace.units
    yield from _ambiguous(units)
    known = None if _names_unread(units) else Names(units.shown())
    yield from _classes(units, known)
    for _, _, topic in workspace.topics():
        for names in (topic.lead, topic.units, topic.partners):
            yield from _references(names, units, known)
    if workspace.plan and workspace.plan.agency.unit:
        yield from _references((workspace.plan.agency.unit,), units, known)


def _names_unread(units: Units) -> bool:
    """Return whether a name that looks unknown may be one that could not be read, or that another stands in for."""
    names = (name for unit in units.all for name in (*unit.names(), unit.aliases))
    ids = [unit.id for unit in units.all]
    return is_unread(units.all) or any(map(is_unread, names)) or not are_certain(ids, doubled(ids))


def unknown(name: Text, units: Units, known: Names) -> Finding:
    """Return the finding for a name that no unit answers to, with the unit that was likely meant."""
    apart = [part for part in name.value.replace(",", " ").split() if units.named(part)]
    if len(apart) > 1:
        hint = f"thiếu dấu phẩy? viết `{', '.join(apart)}`"
        return UNKNOWN.finding(name.at, f"đơn vị `{name}` không có trong units.yaml", hint)
    hint = known.did_you_mean(name.value) or "sửa tên, hoặc thêm đơn vị này vào units.yaml"
    return UNKNOWN.finding(name.at, f"đơn vị `{name}` không có trong units.yaml", hint)


def _references(names: tuple[Text, ...], units: Units, known: Names | None) -> Iterator[Finding]:
    """Yield the names that no unit answers to, where all are `known`, and those that stand twice."""
    seen: dict[str, Text] = {}
    for name in names:
        if not name.value:
            continue
        unit = units.named(name.value)
        if unit is None:
            if known is not None:
                yield unknown(name, units, known)
            continue
        first = seen.setdefault(unit.id.value, name)
        if first is not name:
            message = f"đơn vị `{name}` đứng hai lần trong cùng một danh sách"
            yield TWICE.finding(name.at, message, "bỏ một lần", see=first.at)


def _ambiguous(units: Units) -> Iterator[Finding]:
    owners: dict[str, tuple[Unit, Text]] = {}
    for unit in units.all:
        for name in unit.names():
            if not name.value:
                continue
            owner, first = owners.setdefault(name.value.casefold(), (unit, name))
            if owner is not unit and not (name is unit.id and first is owner.id):
                message = f"tên `{name}` đã chỉ đơn vị `{owner.id}` ({owner.name})"
                yield AMBIGUOUS.finding(name.at, message, "mỗi tên chỉ một đơn vị: bỏ một trong hai", see=first.at)


def _classes(units: Units, known: Names | None) -> Iterator[Finding]:
    places = {id(unit): number for number, unit in enumerate(units.all)}
    loops = loops_of([[places[id(member)] for member in units.members_of(unit)] for unit in units.all])
    for unit in units.all:
        if unit.members and unit.kind.value is not UnitKind.CLASS and not is_unread(unit.kind):
            message = f"đơn vị `{unit.id}` có thành viên nhưng không phải lớp (`kind: class`)"
            yield MEMBERS.finding(unit.members[0].at, message, "đổi `kind` thành `class`, hoặc bỏ `members`")
        yield from _references(unit.members, units, known)
        for member in unit.members:
            inner = units.named(member.value)
            if inner is not None and loops[places[id(inner)]] == loops[places[id(unit)]]:
                through = "" if inner is unit else f" qua `{member}`"
                message = f"lớp `{unit.id}` chứa chính nó{through}"
                hint = "bỏ một trong các thành viên tạo thành vòng" if through else "bỏ thành viên này"
                yield CYCLE.finding(member.at, message, hint)
