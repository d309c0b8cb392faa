"""Numbering: the groups' files, their numbers and the order in which they are printed agree."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error, warning
from kehoach_cli.location import Location, is_unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.diagnostics import Finding
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
    again: list[tuple[Group, Group]] = []  # files with the number of another
    for group in groups:
        twin = printed.setdefault(group.number, group)
        if twin is not group:
            yield TWICE.finding(
                _place(group), f"hai nhóm cùng in số {group.number}", "sửa hoặc bỏ mục `number`", see=_place(twin)
            )
        namesake = names.setdefault(group.id, group)
        if namesake is not group:
            message = "tên hai tệp nhóm chỉ khác nhau ở số đứng đầu"
            yield TWICE.finding(_file(group), message, "đổi tên một trong hai tệp", see=_file(namesake))
        second = files.setdefault(_number(group), group) if _digits(group.file) else group
        if second is not group and namesake is group:
            again.append((group, second))
    # What looks missing or out of order where a group could not be read is said there.
    certain = workspace.whole and len(groups) == len(workspace.groups)
    gap = _gap(groups, workspace.hollow) if certain and not any(group.explicit for group in groups) else None
    yield from _of_files(again, gap)
    if not certain:
        return
    for group in filter(_is_unnumbered, groups):
        message = "tên tệp không có số thứ tự ở đầu, nên nhóm này in sau cùng"
        yield ORDER.finding(_file(group), message, f"đổi tên thành `NN-{group.id}.yaml`, hoặc thêm `number: …`")
    if any(group.explicit for group in groups):
        yield from _backwards(groups, printed)


def _file(group: Group) -> Location:
    """Return the place of words about the whole file of a group."""
    return Location(group.at.file, 1, 1)


def _of_files(again: Sequence[tuple[Group, Group]], gap: tuple[Group, Group] | None) -> Iterator[Finding]:
    """Yield the files with a number `again`; else the gap, for the file missing there is likely one of those."""
    for group, second in again:
        message = f"hai tệp nhóm cùng mang số {_number(group)} ở đầu tên"
        hint = "đổi số ở đầu tên một trong hai tệp"
        if gap and len(again) == 1:
            hint += f" thành {_as_written(_number(gap[0]) + 1, group)}"
        yield TWICE.finding(_file(group), message, hint, see=_file(second))
    if gap and not again:
        yield _missing(*gap)


def _gap(groups: Sequence[Group], hollow: Iterable[str]) -> tuple[Group, Group] | None:
    """Return the groups before and behind the one number that a row of files lacks, those that are `hollow` as well."""
    numbered = [group for group in groups if _digits(group.file)]
    # Numbers that go by tens, or begin anywhere, are somebody's own way to count.
    gaps = [pair for pair in pairwise(numbered) if _number(pair[1]) - _number(pair[0]) > 1]
    begins = bool(numbered) and _number(numbered[0]) == 1
    if begins and len(gaps) == 1 and _number(gaps[0][1]) - _number(gaps[0][0]) == 2:  # noqa: PLR2004 - one file between
        lacking = _number(gaps[0][0]) + 1
        return gaps[0] if not any(int(_digits(name) or 0) == lacking for name in hollow) else None
    return None


def _missing(before: Group, group: Group) -> Finding:
    """Return the finding for a group behind a number that no file has."""
    low, high = _number(before), _number(group)
    message = f"sau tệp số {low} là tệp số {high}: nhóm này in ra số {group.number}"
    hint = f"khôi phục tệp số {low + 1} nếu bị mất, hoặc đổi số ở đầu tên các tệp"
    return ORDER.finding(_file(group), message, hint, see=_file(before))


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
    return group.explicit is None and not _digits(group.file)


def _number(group: Group) -> int:
    """Return the number of a file that has one."""
    return int(_digits(group.file))


def _as_written(number: int, group: Group) -> str:
    """Return a number with as many digits as the name of the group's file begins with."""
    return f"{number:0{len(_digits(group.file))}}"


def _digits(file: str) -> str:
    match = re.match(r"\d{1,9}", file.rpartition("/")[2])
    return match.group() if match else ""
