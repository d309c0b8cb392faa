"""Tasks and single things of the plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.views.json_document import dumps
from kehoach_cli.views.tables import aligned, comma_separated, markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach_cli.location import Text
    from kehoach_cli.model.tasks import Task, Tasks
    from kehoach_cli.model.units import Unit, Units

HEAD = ("Vị trí", "Thời gian", "Chủ trì", "Thực hiện", "Sản phẩm")
UNDATED = "Chưa xác định được quý"


def unit_name(reference: Text, units: Units) -> str:
    """Return the name of the unit that a reference means, or the reference as it is written."""
    unit = units.named(reference.value)
    return unit.name.value if unit else reference.value


def unit_names(references: Iterable[Text], units: Units) -> str:
    """Return the names of the units meant, in order."""
    return "; ".join(unit_name(reference, units) for reference in references)


def cells(task: Task, units: Units) -> tuple[str, ...]:
    """Return a task's row under HEAD."""
    topic = task.row.topic
    doing = unit_names((*topic.units, *topic.partners), units)
    lead = unit_names(topic.lead, units)
    return (task.row.position, topic.schedule.text, lead, doing, task.row.product.text.value)


def count_line(tasks: Tasks, unit: Unit | None = None) -> str:
    """Return the line that counts what was listed; a unit without tasks is told where its duties stand."""
    topics = {id(task.row.topic) for task in (*tasks.dated, *tasks.undated)}
    undated = f", trong đó {len(tasks.undated)} chưa xác định được quý" if tasks.undated else ""
    total = len(tasks.dated) + len(tasks.undated)
    if unit and not total:
        return f"{unit.name} không có việc nào như thế trong phụ lục. Nhiệm vụ chung: kehoach show {unit.id}"
    return f"{total} sản phẩm thuộc {len(topics)} nội dung{undated}"


def in_form(form: str, tasks: Tasks, units: Units, filters: Mapping[str, object]) -> str:
    r"""Return the tasks in a form for files and programs: `table`, `json`, `csv` or `markdown`, ended by \n."""
    dated, undated = ([cells(task, units) for task in part] for part in (tasks.dated, tasks.undated))
    if form == "json":
        return as_json(tasks, units, filters) + "\n"
    if form == "csv":
        return comma_separated(HEAD, [*dated, *undated])
    table = markdown if form == "markdown" else aligned
    parts = [table(HEAD, dated)] if dated else []
    parts += [f"{UNDATED}:\n\n{table(HEAD, undated)}"] if undated else []
    return "".join(f"{part}\n" for part in "\n\n".join(parts).split("\n") if parts)


def as_json(tasks: Tasks, units: Units, filters: Mapping[str, object]) -> str:
    """Return the task list as JSON, version 1."""
    return dumps(
        "task-list",
        {
            "filters": dict(filters),
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
        "lead": unit_ids(row.topic.lead, units),
        "units": unit_ids(row.topic.units, units),
        "partners": unit_ids(row.topic.partners, units),
        "roles": [role.value for role in task.roles],
    }


def unit_ids(references: Iterable[Text], units: Units) -> list[str]:
    """Return the ids of the units meant, in order; a reference to no unit stays as it is written."""
    found = ((reference, units.named(reference.value)) for reference in references)
    return [unit.id.value if unit else reference.value for reference, unit in found]
