"""One group, topic, product or unit: all that the plan says of it, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.tasks import Role, choose
from kehoach_cli.model.topics import Group
from kehoach_cli.model.units import Unit
from kehoach_cli.views.json_document import dumps
from kehoach_cli.views.tasks import unit_ids, unit_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.location import Location
    from kehoach_cli.model.topics import Topic
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Row, Workspace

    Found = Group | tuple[Group, int, Topic] | Row | Unit

_ROLES = {Role.LEAD: "chủ trì", Role.UNIT: "thực hiện", Role.PARTNER: "phối hợp"}


def describe(found: Found, workspace: Workspace, units: Units) -> str:
    """Return all that the plan says of one group, topic, product or unit."""
    if isinstance(found, Group):
        return "\n".join(_group_lines(found))
    if isinstance(found, Unit):
        return "\n".join(_unit_lines(found, workspace, units))
    if isinstance(found, tuple):
        group, order, topic = found
        return "\n".join(_topic_lines(f"{group.number}.{order}", topic, group, units))
    head = [f"{found.position}  {found.product.text}", f"  mã            {found.product.id}"]
    about = [f"  nội dung      {found.topic_position} {found.topic.title}"]
    return "\n".join([*head, *about, *_who_when(found.topic, units), f"  tệp           {found.product.at}"])


def _who_when(topic: Topic, units: Units) -> Iterator[str]:
    yield f"  thời gian     {topic.schedule.text}"
    for name, references in (
        ("chủ trì", topic.lead),
        ("thực hiện", topic.units),
        ("phối hợp", topic.partners),
    ):
        if references:
            yield f"  {name:<12}  {unit_names(references, units)}"


def _topic_lines(position: str, topic: Topic, group: Group, units: Units) -> Iterator[str]:
    yield f"{position}  {topic.title}"
    yield f"  mã            {topic.id}"
    yield f"  nhóm          {group.number} {group.title}"
    yield from _who_when(topic, units)
    yield f"  tệp           {topic.at}"
    yield f"  {len(topic.products)} sản phẩm:"
    for order, product in enumerate(topic.products, 1):
        yield f"    {position}.{order}  {product.text}"


def _group_lines(group: Group) -> Iterator[str]:
    yield f"{group.number}  {group.title}"
    yield f"  mã            {group.id}"
    yield f"  tệp           {group.file}"
    yield f"  {len(group.topics)} nội dung:"
    for order, topic in enumerate(group.topics, 1):
        yield f"    {group.number}.{order}  {topic.title} ({len(topic.products)} sản phẩm)"


def _unit_lines(unit: Unit, workspace: Workspace, units: Units) -> Iterator[str]:
    yield f"{unit.name}"
    yield f"  mã            {unit.id}"
    if unit.aliases:
        yield f"  tên khác      {'; '.join(alias.value for alias in unit.aliases)}"
    if unit.members:
        yield f"  gồm           {unit_names(unit.members, units)}"
    classes = units.classes_of(unit)
    if classes:
        yield f"  thuộc         {'; '.join(holder.name.value for holder in classes)}"
    yield f"  tệp           {unit.at}"
    for duty in unit.duties:
        yield f"  nhiệm vụ      {duty}"
    tasks = choose(workspace, unit=unit)
    for role, word in _ROLES.items():
        positions = [task.row.position for task in (*tasks.dated, *tasks.undated) if role in task.roles]
        if positions:
            yield f"  {word:<12}  {len(positions)} sản phẩm: {', '.join(positions)}"


def as_json(found: Found, workspace: Workspace, units: Units) -> str:
    """Return the same as JSON, version 1; `kind` says what it is."""
    if isinstance(found, Group):
        topics = [_topic(found, order, topic, units) for order, topic in enumerate(found.topics, 1)]
        about = {"number": found.number, "id": found.id, "title": found.title.value, "place": _place(found.at)}
        return dumps("group", {**about, "topics": topics})
    if isinstance(found, Unit):
        return dumps("unit", _unit(found, workspace, units))
    if isinstance(found, tuple):
        return dumps("topic", _topic(*found, units))
    product = {"position": found.position, "id": found.product.id.value, "text": found.product.text.value}
    topic = _topic(found.group, found.topic_order, found.topic, units)
    del topic["products"]
    return dumps("product", {**product, "place": _place(found.product.at), "topic": topic})


def _place(at: Location) -> dict[str, object]:
    return {"file": at.file, "line": at.line, "column": at.column}


def _topic(group: Group, order: int, topic: Topic, units: Units) -> dict[str, object]:
    position = f"{group.number}.{order}"
    return {
        "position": position,
        "id": topic.id.value,
        "title": topic.title.value,
        "group": group.number,
        "schedule": topic.schedule.text,
        "lead": unit_ids(topic.lead, units),
        "units": unit_ids(topic.units, units),
        "partners": unit_ids(topic.partners, units),
        "place": _place(topic.at),
        "products": [
            {"position": f"{position}.{number}", "id": product.id.value, "text": product.text.value}
            for number, product in enumerate(topic.products, 1)
        ],
    }


def _unit(unit: Unit, workspace: Workspace, units: Units) -> dict[str, object]:
    tasks = choose(workspace, unit=unit)
    every = (*tasks.dated, *tasks.undated)
    return {
        "id": unit.id.value,
        "name": unit.name.value,
        "unit_kind": unit.kind.value.value,
        "aliases": [alias.value for alias in unit.aliases],
        "members": unit_ids(unit.members, units),
        "classes": [holder.id.value for holder in units.classes_of(unit)],
        "duties": [duty.value for duty in unit.duties],
        "tasks": {role.value: [task.row.position for task in every if role in task.roles] for role in Role},
        "place": _place(unit.at),
    }
