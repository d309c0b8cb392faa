"""Ids: every one names one thing only, and nothing stands in the plan a second time under its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error
from kehoach_cli.frozen import replace
from kehoach_cli.location import Location, is_unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.topics import Group, Topic
    from kehoach_cli.model.workspace import Workspace

DUPLICATE_ID = error(
    "KH101",
    "mã bị trùng",
    """
    Hai nội dung, sản phẩm, kênh hoặc loại sản phẩm mang cùng một mã. Mã là thứ mà kết quả và báo cáo trỏ
    tới: trùng mã thì kết quả của việc này bị tính cho việc kia. Cả một nội dung, hay cả một tệp, bị chép thành hai thì
    chỉ nói một lần, ở bản chép.
    """,
)
DUPLICATE_UNIT_ID = error(
    "KH201",
    "mã đơn vị bị trùng",
    """
    Hai đơn vị trong units.yaml mang cùng một mã.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield the ids that stand twice."""
    yield from _repeated(workspace.ids(), DUPLICATE_ID, "mã")
    if workspace.units:
        yield from _repeated((unit.id for unit in workspace.units.all), DUPLICATE_UNIT_ID, "mã đơn vị")


def without_copies(workspace: Workspace) -> tuple[Workspace, list[Finding]]:
    """Return the workspace without the groups and topics that stand in it a second time, and the findings of them.

    A file copied under another name, or a topic that a merge kept twice, is one mistake however many ids it holds. The
    copy is left out whole: what is wrong in it is wrong in its original, or said once the copy is gone.
    """
    first: dict[str, tuple[Group, Topic]] = {}
    findings: list[Finding] = []
    kept: dict[str, Group] = {}
    stems = tuple(group.file.removesuffix(".yaml") for group in workspace.groups)
    # A copy is called `01-nhom (1).yaml` or `01-nhom - Copy.yaml`, and may be listed before its original.
    for group in sorted(workspace.groups, key=lambda group: any(map(group.file.startswith, _but(stems, group.file)))):
        own: list[Topic] = []
        copies: list[tuple[Topic, Group, Topic]] = []
        for topic in group.topics:
            twin = first.get(topic.id.value)
            if twin and _is_copy(topic, twin[1]):
                copies.append((topic, *twin))
            else:
                first.setdefault(topic.id.value, (group, topic))
                own.append(topic)
        if copies and not own and copies[0][1] is not group:
            message = "tệp này chép lại các nội dung của một nhóm đã có"
            at = Location(group.file)
            findings.append(DUPLICATE_ID.finding(at, message, "xóa một trong hai tệp", see=copies[0][2].id.at))
            continue
        kept[group.file] = replace(group, topics=tuple(own)) if copies else group
        for topic, _, twin_topic in copies:
            message = f"nội dung `{topic.id}` đứng hai lần"
            findings.append(DUPLICATE_ID.finding(topic.id.at, message, "xóa một trong hai", see=twin_topic.id.at))
    if findings:
        workspace = replace(workspace, groups=tuple(kept[one.file] for one in workspace.groups if one.file in kept))
    return workspace, findings


def _but(stems: tuple[str, ...], file: str) -> Iterator[str]:
    return (stem for stem in stems if f"{stem}.yaml" != file)


def _is_copy(topic: Topic, other: Topic) -> bool:
    """Return whether a topic of the same id holds the same products, but for what was edited since."""
    if not topic.id.value:
        return False
    ids, others = ({product.id.value for product in one.products} for one in (topic, other))
    return len(ids & others) * 2 > len(ids | others) or bool(ids and ids <= others)


def _repeated(ids: Iterable[Text], rule: Rule, what: str) -> Iterator[Finding]:
    first: dict[str, Text] = {}
    for name in ids:
        if not name.value or is_unread(name):
            continue
        seen = first.setdefault(name.value, name)
        if seen is not name:
            message = f"{what} `{name.value}` bị trùng"
            yield rule.finding(name.at, message, "đặt mã khác cho một trong hai", see=seen.at)
