"""`kehoach list`: who does what, when."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.days import AsOf
from kehoach_cli.cli.options import At, Output
from kehoach_cli.cli.session import Checked, Format, Session

if TYPE_CHECKING:
    from kehoach_cli.model.tasks import Tasks
    from kehoach_cli.model.units import Unit


class Standing(Enum):
    """How a task may stand."""

    DONE = "done"
    OPEN = "open"
    OVERDUE = "overdue"
    LATER = "later"


HELP = "Liệt kê việc phải làm: theo đơn vị, theo quý, theo nhóm."


def list_tasks(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            "-u",
            metavar="ĐƠN_VỊ",
            help="Mã, tên hoặc tên khác của đơn vị; có dấu hay không đều được.",
        ),
    ] = None,
    quarter: Annotated[str | None, typer.Option("--quarter", metavar="QUÝ", help="I, II, III, IV, hoặc 1-4.")] = None,
    group: Annotated[str | None, typer.Option("--group", "-g", metavar="NHÓM", help="Số của nhóm: I, II, …")] = None,
    state: Annotated[
        Standing | None, typer.Option("--status", help="Chỉ việc đã có kết quả, đang mở, quá hạn, chưa tới kỳ.")
    ] = None,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.TABLE,
    output: Output = None,
    at: At = None,
) -> int:
    """Return 0 after printing the tasks; 1 when the plan has errors, for then the list may lack some."""
    from kehoach_cli.model.lookup import find_group, find_quarter, find_unit
    from kehoach_cli.model.tasks import choose
    from kehoach_cli.model.units import Units
    from kehoach_cli.views.tasks import HEAD, UNDATED, cells, count_line, in_form

    session: Session = context.obj
    checked = session.check(at, progress=state is not None)
    if not checked.sound and (output or form is not Format.TABLE):
        session.show(checked.findings, err=True)
        return 1
    workspace = checked.loaded.workspace
    units = workspace.units or Units()
    wanted = find_unit(units, unit) if unit else None
    number = find_quarter(quarter) if quarter else None
    inside = find_group(workspace, group) if group else None
    tasks = choose(workspace, unit=wanted, quarter=number, group=inside)
    if state is not None:
        tasks = _standing(checked, tasks, wanted, number, state, as_of)
    if output is None and form is Format.TABLE and sys.stdout.isatty():
        session.print_table(HEAD, [cells(task, units) for task in tasks.dated])
        session.print_table(HEAD, [cells(task, units) for task in tasks.undated], title=f"{UNDATED}:")
    else:
        filters: dict[str, object] = {
            "unit": wanted and wanted.id.value,
            "quarter": number,
            "group": inside and inside.number,
        }
        filters |= {"status": state.value} if state else {}
        session.print_or_write(in_form(form.value, tasks, units, filters), output)
    if form is Format.TABLE:
        session.say(count_line(tasks, wanted))
        session.warn_unsound(checked)
    return int(not checked.sound)


def _standing(
    checked: Checked, tasks: Tasks, unit: Unit | None, quarter: int | None, state: Standing, as_of: str | None
) -> Tasks:
    """Return the tasks that stand so in one of their quarters, or in the quarter asked for; undated ones never do.

    For a unit they stand as it did them, for a class as any of its members did.
    """
    from dataclasses import replace

    from kehoach_cli.cli.days import today
    from kehoach_cli.model.units import Units
    from kehoach_cli.reporting.results import results_of
    from kehoach_cli.reporting.tasks import Standing as Tracker

    workspace = checked.loaded.workspace
    tracker = Tracker(workspace, results_of(workspace, checked.loaded.progress), today(as_of))
    units = workspace.units or Units()
    bodies = {body.id.value for body in units.bodies_of([unit])} if unit else set()
    standing = {
        task.row.product.id.value
        for task in (tracker.tasks_of_units(units) if unit else tracker.tasks())
        if task.state.value == state.value
        and quarter in {None, task.quarter}
        and (task.unit is None or task.unit.id.value in bodies)
    }
    kept = tuple(task for task in tasks.dated if task.row.product.id.value in standing)
    return replace(tasks, dated=kept, undated=())
