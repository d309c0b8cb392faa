"""`kehoach list`: who does what, when."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.session import At, Format, Session

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
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.TABLE,
    at: At = None,
) -> int:
    """Return 0 after printing the tasks; 1 when the plan has errors, for then the list may lack some."""
    from kehoach_cli.model.lookup import find_group, find_quarter, find_unit
    from kehoach_cli.model.tasks import choose
    from kehoach_cli.model.units import Units
    from kehoach_cli.views import tables
    from kehoach_cli.views import tasks as words
    from kehoach_cli.views.terminal import show_table

    session: Session = context.obj
    checked = session.check(at)
    if not checked.sound and form is not Format.TABLE:
        session.show(checked.findings, err=True)
        return 1
    workspace = checked.loaded.workspace
    units = workspace.units or Units()
    wanted = find_unit(units, unit) if unit else None
    number = find_quarter(quarter) if quarter else None
    inside = find_group(workspace, group) if group else None
    tasks = choose(workspace, unit=wanted, quarter=number, group=inside)
    rows = [words.cells(task, units) for task in tasks.dated]
    undated = [words.cells(task, units) for task in tasks.undated]
    if form is Format.JSON:
        filters: dict[str, object] = {
            "unit": wanted.id.value if wanted else None,
            "quarter": number,
            "group": inside.number if inside else None,
        }
        session.print(words.as_json(tasks, units, filters))
    elif form is Format.CSV:
        sys.stdout.write(tables.comma_separated(words.HEAD, [*rows, *undated]))
    elif form is Format.MARKDOWN:
        session.print(tables.markdown(words.HEAD, rows))
        if undated:
            session.print(f"\n{words.UNDATED}:\n\n{tables.markdown(words.HEAD, undated)}")
    else:
        colour = session.colour(sys.stdout)
        if rows:
            show_table(words.HEAD, rows, sys.stdout, colour=colour)
        if undated:
            session.print(f"\n{words.UNDATED}:")
            show_table(words.HEAD, undated, sys.stdout, colour=colour)
        session.say(words.count_line(tasks))
        session.warn_unsound(checked)
    return int(not checked.sound)
