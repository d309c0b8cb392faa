"""`kehoach status`: how the plan stands, by quarter."""

from __future__ import annotations

import sys
from enum import Enum
from typing import Annotated

import typer

from kehoach_cli.cli.days import AsOf, Quarter
from kehoach_cli.cli.options import At, Output
from kehoach_cli.cli.session import Format, Session

HELP = "Tiến độ theo quý của từng nhóm hoặc từng đơn vị: có kết quả, đang mở, quá hạn."


class By(Enum):
    """What the rows of the matrix are."""

    GROUP = "group"
    UNIT = "unit"


def status(
    context: typer.Context,
    by: Annotated[By, typer.Option("--by", help="Mỗi hàng là một nhóm hay một đơn vị.")] = By.GROUP,
    quarter: Quarter = None,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.TABLE,
    output: Output = None,
    at: At = None,
) -> int:
    """Return 0 after printing the matrix; 1 when the plan or an entry has errors."""
    from kehoach_cli.cli.days import today
    from kehoach_cli.model.lookup import find_quarter
    from kehoach_cli.model.units import Units
    from kehoach_cli.reporting.results import results_of
    from kehoach_cli.reporting.tasks import Standing
    from kehoach_cli.views.standing import head, legend, matrix, matrix_in_form, matrix_rows

    session: Session = context.obj
    checked = session.check(at, progress=True)
    workspace = checked.loaded.workspace
    quarters = [find_quarter(quarter)] if quarter else [1, 2, 3, 4]
    day, by_unit = today(as_of), by is By.UNIT
    standing = Standing(workspace, results_of(workspace, checked.loaded.progress), day)
    tasks = standing.tasks_of_units(workspace.units or Units()) if by_unit else standing.tasks()
    lines = matrix((task for task in tasks if task.quarter in quarters), by_unit=by_unit)
    if output is None and form is Format.TABLE and sys.stdout.isatty():
        session.print_table(head(quarters, by_unit=by_unit), matrix_rows(lines, quarters, by_unit=by_unit, bars=True))
    else:
        session.print_or_write(matrix_in_form(form.value, lines, quarters, day, by_unit=by_unit), output)
    if form is Format.TABLE:
        session.say(legend(lines, quarters, day))
        session.warn_unsound(checked)
    return int(not checked.sound)
