"""Tasks and single things of the plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.tasks import Role, Task, Tasks
from kehoach_cli.model.topics import roman
from kehoach_cli.views.findings import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.location import Text
    from kehoach_cli.model.topics import Group, Topic
    from kehoach_cli.model.units import Unit, Units
    from kehoach_cli.model.workspace import Row, Workspace

HEAD = ("Vị trí", "Thời gian", "Chủ trì", "Thực hiện", "Sản phẩm")
UNDATED = "Chưa xác định được quý"
_ROLES = {Role.LEAD: "chủ trì", Role.UNIT: "thực hiện", Role.PARTNER: "phối hợp"}


def unit_name(reference: Text, units: Units) -> str:
    """Return the name of the unit that a reference means, or the reference as it is written."""
    unit = units.named(reference.value)
    return unit.name.value if unit else reference.value


def _names(references: Iterable[Text], units: Units) -> str:
    return "; ".join(unit_name(reference, units) for reference in references)


def cells(task: Task, units: Units) -> tuple[str, ...]:
    """Return a task's row under HEAD."""
    topic = task.row.topic
    doing = _names((*topic.units, *topic.partners), units)
    lead = _names(topic.lead, units)
    return (task.row.position, topic.schedule.text, lead, doing, task.row.product.text.value)


def count_line(tasks: Tasks) -> str:
    """Return the line that counts what was listed."""
    topics = {id(task.row.topic) for task in (*tasks.dated, *tasks.undated)}
    undated = f", trong đó {len(tasks.undated)} chưa xác định được quý" if tasks.undated else ""
    total = len(tasks.dated) + len(tasks.undated)
    return f"{total} sản phẩm thuộc {len(topics)} nội dung{undated}"


def as_json(tasks: Tasks, units: Units, filters: dict[str, object]) -> str:
    """Return the task list as JSON, version 1."""
    return dumps(
        "task-list",
        {
            "filters": filters,
            "tasks": [_task(task, units) for task in tasks.dated],
            "undated": [_task(task, units) for task in tasks.undated],
        },
    )


def _task(task: Task, units: Units) -> dict[str, object]:
    row = task.row
    return {
        "position": row.position,
        "product": row.product.id.value,
        "text": row.product.text.value,
        "group": row.group.number,
        "topic": row.topic.id.value,
        "topic_title": row.topic.title.value,
        "schedule": row.topic.schedule.text,
        "quarters": list(task.quarters),
        "lead": _ids(row.topic.lead, units),
        "units": _ids(row.topic.units, units),
        "partners": _ids(row.topic.partners, units),
        "roles": [role.value for role in task.roles],
    }


def _ids(references: Iterable[Text], units: Units) -> list[str]:
    found = ((reference, units.named(reference.value)) for reference in references)
    return [unit.id.value if unit else reference.value for reference, unit in found]


def describe(found: Group | tuple[Group, int, Topic] | Row | Unit, workspace: Workspace, units: Units) -> str:
    """Return all that the plan says of one group, topic, product or unit."""
    from kehoach_cli.model.topics import Group  # noqa: PLC0415 - a name for isinstance alone
    from kehoach_cli.model.units import Unit  # noqa: PLC0415 - the same

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
            yield f"  {name:<12}  {_names(references, units)}"


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
    from kehoach_cli.model.tasks import choose  # noqa: PLC0415 - only a unit has tasks of its own

    yield f"{unit.name}"
    yield f"  mã            {unit.id}"
    if unit.aliases:
        yield f"  tên khác      {'; '.join(alias.value for alias in unit.aliases)}"
    if unit.members:
        yield f"  gồm           {_names(unit.members, units)}"
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


def quarters_text(quarters: Iterable[int]) -> str:
    """Return quarters in Roman digits: `I, III`."""
    return ", ".join(roman(quarter) for quarter in quarters)
