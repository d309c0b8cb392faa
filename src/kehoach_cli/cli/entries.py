"""`kehoach entries`: what has been recorded."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.days import AsOf, From, Half, NineMonths, Quarter, To, Year
from kehoach_cli.cli.options import At, Output
from kehoach_cli.cli.session import Format, Session

HELP = "Liệt kê các kết quả đã ghi: theo đơn vị, sản phẩm, kỳ, loại."


def entries(
    context: typer.Context,
    unit: Annotated[str | None, typer.Option("--unit", "-u", metavar="ĐƠN_VỊ", help="Chỉ của đơn vị này.")] = None,
    product: Annotated[
        str | None, typer.Option("--product", "-p", metavar="SẢN_PHẨM", help="Chỉ của sản phẩm này: I.1.3 hoặc mã.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--form", "-f", metavar="LOẠI", help="Chỉ loại sản phẩm này.")] = None,
    quarter: Quarter = None,
    half: Half = None,
    nine_months: NineMonths = False,
    year: Year = False,
    start: From = None,
    end: To = None,
    as_of: AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="Dạng in ra.")] = Format.TABLE,
    output: Output = None,
    at: At = None,
) -> int:
    """Return 0 after printing the entries; 1 when some could not be read."""
    from kehoach_cli.cli.days import find_day, find_period
    from kehoach_cli.model.lookup import find_form, find_row, find_unit
    from kehoach_cli.model.units import Units
    from kehoach_cli.reporting.results import results_of
    from kehoach_cli.views.entries import HEAD, cells, count_line, in_form

    session: Session = context.obj
    checked = session.check(at, progress=True)
    workspace = checked.loaded.workspace
    period = find_period(workspace, quarter=quarter, half=half, nine=nine_months, year=year, start=start, end=end)
    wanted_unit = find_unit(workspace.units or Units(), unit) if unit else None
    wanted_row = find_row(workspace, product) if product else None
    wanted_form = find_form(workspace.plan.forms if workspace.plan else (), kind) if kind else None
    last = find_day(as_of) if as_of else None
    results = results_of(workspace, checked.loaded.progress)
    tally = results.tally(
        lambda result: (
            (wanted_unit is None or result.unit is wanted_unit)
            and (wanted_row is None or result.row.product is wanted_row.product)
            and (wanted_form is None or result.form is wanted_form)
            and (period is None or period.holds(result.entry.date.value))
            and (last is None or result.entry.date.value <= last)
        )
    )
    if output is None and form is Format.TABLE and sys.stdout.isatty():
        session.print_table(HEAD, [cells(result) for result in tally.results])
    else:
        filters = {
            "unit": wanted_unit and wanted_unit.id.value,
            "product": wanted_row and wanted_row.product.id.value,
            "form": wanted_form and wanted_form.id.value,
            "period": period and [period.start.isoformat(), period.end.isoformat()],
        }
        session.print_or_write(in_form(form.value, tally.results, results.left_out, filters), output)
    if form is Format.TABLE:
        session.say(count_line(tally, results.left_out))
        session.warn_unsound(checked)
    return int(not checked.sound)
