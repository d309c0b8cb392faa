"""Ids: every one names one thing only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error
from kehoach_cli.location import is_unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.topics import Group
    from kehoach_cli.model.workspace import Workspace

DUPLICATE_ID = error(
    "KH101",
    "mã bị trùng",
    """
    Hai nội dung, sản phẩm, kênh hoặc loại sản phẩm mang cùng một mã. Mã là thứ mà kết quả và báo cáo trỏ
    tới: trùng mã thì kết quả của việc này bị tính cho việc kia.
    """,
)
DUPLICATE_UNIT_ID = error(
    "KH201",
    "mã đơn vị bị trùng",
    """
    Hai đơn vị trong units.yaml mang cùng một mã.
    """,
)
DUPLICATE_GROUP = error(
    "KH104",
    "số hoặc tên tệp của nhóm bị trùng",
    """
    Hai nhóm nội dung in cùng một số La Mã, hoặc hai tệp trong topics/ chỉ khác nhau ở số đứng đầu tên. Khi đó
    `II.1` chỉ hai nội dung khác nhau.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield the ids and group numbers that stand twice."""
    yield from _repeated(workspace.ids(), DUPLICATE_ID, "mã")
    if workspace.units:
        yield from _repeated((unit.id for unit in workspace.units.all), DUPLICATE_UNIT_ID, "mã đơn vị")
    yield from _groups(workspace)


def _repeated(ids: Iterable[Text], rule: Rule, what: str) -> Iterator[Finding]:
    first: dict[str, Text] = {}
    for name in ids:
        if not name.value:
            continue
        seen = first.setdefault(name.value, name)
        if seen is not name:
            message = f"{what} `{name.value}` bị trùng"
            yield rule.finding(name.at, message, "đặt mã khác cho một trong hai", see=seen.at)


def _groups(workspace: Workspace) -> Iterator[Finding]:
    numbers: dict[str, Group] = {}
    names: dict[str, Group] = {}
    for group in workspace.groups:
        if is_unread(group.explicit):
            continue
        at = group.explicit.at if group.explicit else group.at
        twin = numbers.setdefault(group.number, group)
        if twin is not group:
            message = f"hai nhóm cùng in số {group.number}"
            yield DUPLICATE_GROUP.finding(at, message, "sửa hoặc bỏ mục `number`", see=twin.at)
        namesake = names.setdefault(group.id, group)
        if namesake is not group:
            message = "tên hai tệp nhóm chỉ khác nhau ở số đứng đầu"
            yield DUPLICATE_GROUP.finding(group.at, message, "đổi tên một trong hai tệp", see=namesake.at)
