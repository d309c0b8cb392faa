"""`kehoach due`: who owes what, soon or already."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.days import AsOf
from kehoach_cli.cli.options import At, Output
from kehoach_cli.cli.session import Format, Session

HELP = "Việc sắp đến hạn và quá hạn mà chưa có kết quả, theo đơn vị; mã thoát 1 khi có việc quá hạn."


def due(
    context: typer.Context,
    within: Annotated[
        int, typer.Option("--within", metavar="SỐ_NGÀY", min=0, help="Đến hạn trong chừng này ngày.")
    ] = 14,
    unit: Annotated[str | None, typer.Option("--unit", "-u", metavar="ĐƠN_VỊ", help="Chỉ của đơn vị này.")] = None,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.TABLE,
    output: Output = None,
    at: At = None,
) -> int:
    """Return 1 when something is overdue, or when errors may hide that; 0 otherwise."""
    from kehoach_cli.cli.days import today
    from kehoach_cli.model.lookup import find_unit
    from kehoach_cli.model.units import Units
    from kehoach_cli.reporting.results import results_of
    from kehoach_cli.reporting.tasks import Standing, State
    from kehoach_cli.views.standing import DUE_HEAD, due_in_form, due_line, due_rows

    session: Session = context.obj
    checked = session.check(at, progress=True)
    workspace, day = checked.loaded.workspace, today(as_of)
    units = workspace.units or Units()
    wanted = find_unit(units, unit) if unit else None
    standing = Standing(workspace, results_of(workspace, checked.loaded.progress), day)
    tasks = standing.owed(units, within, wanted)
    if output is None and form is Format.TABLE and sys.stdout.isatty():
        session.print_table(DUE_HEAD, due_rows(tasks))
    else:
        session.print_or_write(due_in_form(form.value, tasks, day, within), output)
    if form is Format.TABLE:
        session.say(due_line(tasks, day, within))
        session.warn_unsound(checked)
    return int(not checked.sound or any(task.state is State.OVERDUE for task in tasks))
