"""The official plan: workspace to a document through templates/ke-hoach.html.j2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.document import Document, compose
from kehoach_cli.render.words import functions, iso_day

if TYPE_CHECKING:
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.render.amendment import Replaced
    from kehoach_cli.source.place import Source

TEMPLATE = "ke-hoach.html.j2"


def plan_document(
    plan: Plan, units: Units, workspace: Workspace, source: Source, replaced: Replaced | None = None
) -> Document:
    """Return the plan set in its form, also one that replaces an issued plan.

    Raises TemplateMistakesError, RefusalError.
    """
    context = {
        "plan": plan,
        "groups": workspace.groups,
        "duties": [unit for unit in units.all if unit.duties],
        "replaced": replaced,
    }
    body, table = compose(source, TEMPLATE, functions(units), context)
    return Document(
        body,
        table,
        title=f"{plan.type} {plan.subject}",
        subject=plan.subject.value,
        creator=" ".join(line.value for line in plan.agency.name),
        day=iso_day(plan.date, plan.year.value),
    )
