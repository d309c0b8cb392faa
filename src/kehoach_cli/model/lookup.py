"""Finds what a person names: a printed position (`I.1.3`), an id, a group, a unit, a quarter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.model.schedule_text import ImpossibleTimeError, quarter_number
from kehoach_cli.model.topics import Group, Topic, roman
from kehoach_cli.model.units import Unit
from kehoach_cli.spelling import by_id_and_name, did_you_mean, fold, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.plan import Form
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Row, Workspace


# Longer numbers are no group's: see the bounds of `number` in a group file.
_DIGITS = 3


def find_unit(units: Units, name: str) -> Unit:
    """Return the one unit that a person means; marks and case do not matter. Raises RefusalError."""
    found = units.like(name)
    if len(found) == 1:
        return found[0]
    if found:
        choices = "; ".join(named(*unit.label) for unit in found)
        message = f"`{name}` có thể là nhiều đơn vị: {choices}"
        raise RefusalError(message, "gõ mã của đơn vị")
    message = f"không có đơn vị `{name}`"
    raise RefusalError(message, units.did_you_mean(name) or _unit_list(units))


def _unit_list(units: Units) -> str:
    return "chọn một trong các đơn vị: " + ", ".join(f"`{unit.id}`" for unit in units.all)


def find_quarter(text: str) -> int:
    """Return the quarter (1-4) that `II`, `2`, `Q2` or `quý 2` names. Raises RefusalError."""
    word = re.sub(r"^(?:quy|q)\s*", "", fold(text))
    try:
        return quarter_number(word)
    except ImpossibleTimeError:
        message = f"không có quý `{text}`"
        raise RefusalError(message, "gõ I, II, III, IV, hoặc 1, 2, 3, 4") from None


def find_group(workspace: Workspace, name: str) -> Group:
    """Return the group with this number (`III` or `3`) or id. Raises RefusalError."""
    for group in workspace.groups:
        if name == group.id or _is_number(name, group):
            return group
    numbers = ", ".join(group.number for group in workspace.groups)
    message = f"không có nhóm `{name}`"
    known = by_id_and_name((group.id, group.title.value) for group in workspace.groups)
    raise RefusalError(message, did_you_mean(name, known) or f"chọn một trong các nhóm: {numbers}")


def _is_number(name: str, group: Group) -> bool:
    return name.upper() == group.number or (
        name.isdecimal() and len(name) <= _DIGITS and roman(int(name)) == group.number
    )


def find_row(workspace: Workspace, name: str) -> Row:
    """Return the product with this id or printed position (`I.1.3`). Raises RefusalError."""
    found = find(workspace, name)
    if isinstance(found, Group | tuple):
        topic = found[2] if isinstance(found, tuple) else None
        number = len(topic.products) if topic else len(found.topics) if isinstance(found, Group) else 0
        message = f"`{name}` là {'nội dung' if topic else 'nhóm'}, không phải sản phẩm"
        where = f"{name}.1 đến {name}.{number}" if topic else f"{name}.1.1, …"
        raise RefusalError(message, f"gõ vị trí của sản phẩm: {where}; xem: kehoach show {name}")
    if isinstance(found, Unit):
        message = f"`{name}` là đơn vị, không phải sản phẩm"
        raise RefusalError(message, "gõ vị trí in trong phụ lục, ví dụ I.1.3, hoặc mã của sản phẩm")
    return found


def find_topic(workspace: Workspace, name: str) -> Topic:
    """Return the topic with this id or printed position (`II.1`). Raises RefusalError."""
    found = find(workspace, name)
    if isinstance(found, tuple):
        return found[2]
    message = f"`{name}` không phải là một nội dung"
    raise RefusalError(message, "gõ vị trí in trong phụ lục, ví dụ II.1, hoặc mã của nội dung")


def find_scope(workspace: Workspace, group: str | None, topic: str | None) -> Group | Topic | None:
    """Return the one group or topic that a report is narrowed to, None for neither. Raises RefusalError."""
    if group and topic:
        message = "một báo cáo chuyên đề chỉ về một nhóm hoặc một nội dung"
        raise RefusalError(message, "chọn --group hoặc --topic")
    if group:
        return find_group(workspace, group)
    return find_topic(workspace, topic) if topic else None


def find_form(forms: Sequence[Form], name: str) -> Form:
    """Return the form of result with this id or name, marks and case optional. Raises RefusalError."""
    for form in forms:
        if fold(name) in {fold(form.id.value), fold(form.name.value)}:
            return form
    message = f"không có loại sản phẩm `{name}`"
    if not forms:
        raise RefusalError(message, "thêm `forms` vào plan.yaml")
    known = by_id_and_name((form.id.value, form.name.value) for form in forms)
    listed = ", ".join(f"`{form.id}`" for form in forms)
    raise RefusalError(message, did_you_mean(name, known) or f"chọn một trong các loại: {listed}")


def find(workspace: Workspace, name: str) -> Group | tuple[Group, int, Topic] | Row | Unit:
    """Return the group, topic (with its group and number), product or unit that a person names.

    An id is taken before a printed position. Raises RefusalError.
    """
    for row in workspace.rows():
        if name in {row.product.id.value, row.position} or name.upper() == row.position:
            return row
    for group, order, topic in workspace.topics():
        if name == topic.id.value or name.upper() == f"{group.number}.{order}":
            return group, order, topic
    head, dot, rest = name.partition(".")
    if dot and head.isdecimal() and len(head) <= _DIGITS and int(head):
        return find(workspace, f"{roman(int(head))}.{rest}")
    for group in workspace.groups:
        if name == group.id or _is_number(name, group):
            return group
    if workspace.units and workspace.units.like(name):
        return find_unit(workspace.units, name)
    known = by_id_and_name([
        *((row.product.id.value, row.product.text.value) for row in workspace.rows()),
        *((topic.id.value, topic.title.value) for _, _, topic in workspace.topics()),
        *((group.id, group.title.value) for group in workspace.groups),
    ])
    hint = did_you_mean(name, known | (workspace.units.shown() if workspace.units else {}))
    message = f"không có `{name}` trong kế hoạch"
    raise RefusalError(message, hint or "gõ vị trí in trong phụ lục (I, I.1, I.1.3), một mã, hoặc tên đơn vị")
