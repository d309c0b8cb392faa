"""Numbering: the groups' files, their numbers and the order in which they are printed agree."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import is_unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Location
    from kehoach_cli.model.topics import Group
    from kehoach_cli.model.workspace import Workspace

TWICE = error(
    "KH104",
    "số hoặc tên tệp của nhóm bị trùng",
    """
    Hai nhóm nội dung in cùng một số La Mã, hai tệp trong topics/ mang cùng một số ở đầu tên, hoặc chỉ khác nhau ở số
    ấy. Khi đó `II.1` chỉ hai nội dung khác nhau, hay không ai biết nhóm nào đứng trước.
    """,
)
ORDER = warning(
    "KH111",
    "số của nhóm không theo thứ tự",
    """
    Các nhóm in theo số ở đầu tên tệp (`01-…`, `02-…`), trừ khi tệp có mục `number`. Tên tệp không có số thì nhóm xuống
    cuối; thiếu một số ở giữa thì có thể mất một tệp, và các nhóm sau in ra số khác với số của tệp; số in ra phải tăng
    dần.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield the groups whose numbers or file names stand twice, are missing, or run backwards."""
    groups = [group for group in workspace.groups if not is_unread(group.explicit)]
    printed: dict[str, Group] = {}
    names: dict[str, Group] = {}
    files: dict[int, Group] = {}
    for group in groups:
        twin = printed.setdefault(group.number, group)
        if twin is not group:
            yield TWICE.finding(
                _place(group), f"hai nhóm cùng in số {group.number}", "sửa hoặc bỏ mục `number`", see=_place(twin)
            )
        namesake = names.setdefault(group.id, group)
        if namesake is not group:
            message = "tên hai tệp nhóm chỉ khác nhau ở số đứng đầu"
            yield TWICE.finding(group.at, message, "đổi tên một trong hai tệp", see=namesake.at)
        number = _file_number(group)
        second = files.setdefault(number, group) if number is not None else group
        if second is not group and namesake is group:
            message = f"hai tệp nhóm cùng mang số {number} ở đầu tên"
            yield TWICE.finding(group.at, message, "đổi số ở đầu tên một trong hai tệp", see=second.at)
    if not workspace.whole or len(groups) < len(workspace.groups):
        return  # what looks missing or out of order is said where it could not be read
    for group in filter(_is_unnumbered, groups):
        message = "tên tệp không có số thứ tự ở đầu, nên nhóm này in sau cùng"
        yield ORDER.finding(group.at, message, f"đổi tên thành `NN-{group.id}.yaml`, hoặc thêm `number: …`")
    if not any(group.explicit for group in groups):
        yield from _gap(groups)
    else:
        yield from _backwards(groups, printed)


def _gap(groups: Sequence[Group]) -> Iterator[Finding]:
    """Yield the one number that a row of numbered files lacks."""
    numbers = [_file_number(group) for group in groups]
    found = [number for number in numbers if number is not None]
    # Numbers that go by tens, or begin anywhere, are somebody's own way to count.
    gaps = [(low, high) for low, high in pairwise(found) if high - low > 1]
    if found[:1] == [1] and len(gaps) == 1 and gaps[0][1] - gaps[0][0] == 2:  # noqa: PLR2004 - one file between
        low, high = gaps[0]
        group = groups[numbers.index(high)]
        message = f"sau tệp số {low} là tệp số {high}: nhóm này in ra số {group.number}"
        hint = f"khôi phục tệp số {low + 1} nếu bị mất, hoặc đổi số ở đầu tên các tệp"
        yield ORDER.finding(group.at, message, hint, see=groups[numbers.index(low)].at)


def _backwards(groups: Sequence[Group], printed: dict[str, Group]) -> Iterator[Finding]:
    for before, group in pairwise(groups):
        numbers = [one.explicit.value if one.explicit else one.order for one in (before, group)]
        if numbers[0] > numbers[1] and printed[group.number] is group and not _is_unnumbered(group):
            message = f"nhóm {group.number} in sau nhóm {before.number}"
            yield ORDER.finding(_place(group), message, "sửa `number`, hoặc số ở đầu tên tệp", see=_place(before))


def _place(group: Group) -> Location:
    return group.explicit.at if group.explicit else group.at


def _is_unnumbered(group: Group) -> bool:
    """Return whether neither the file's name nor the file says where the group stands."""
    return group.explicit is None and _file_number(group) is None


def _file_number(group: Group) -> int | None:
    match = re.match(r"\d{1,9}", group.file.rpartition("/")[2])
    return int(match.group()) if match else None
