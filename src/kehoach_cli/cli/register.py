"""`kehoach register`: the register of outgoing documents."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.options import At, Output
from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

HELP = "In hoặc xuất sổ văn bản đi, đúng các cột của NĐ 30/2020/NĐ-CP."


class RegisterFormat(Enum):
    """The forms of the register."""

    TABLE = "table"
    CSV = "csv"
    MARKDOWN = "markdown"
    JSON = "json"
    XLSX = "xlsx"


def register(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option("--year", metavar="NĂM", help="Chỉ văn bản của năm này; mặc định mọi năm.")
    ] = None,
    form: Annotated[RegisterFormat, typer.Option("--format", help="Dạng in ra.")] = RegisterFormat.TABLE,
    output: Output = None,
    at: At = None,
) -> int:
    """Return 0 after printing the register; 1 when a line of it cannot be trusted."""
    from kehoach_cli.model.register import FOLDER
    from kehoach_cli.source.git import removed
    from kehoach_cli.views.register import HEAD, as_json, cells
    from kehoach_cli.views.tables import in_table

    session: Session = context.obj
    checked = session.check(at)
    readable = [issued for issued in checked.loaded.register if issued.readable]
    found = sorted((one for one in readable if year in {None, one.date.value.year}), key=lambda one: one.order)
    rows = [cells(issued) for issued in found]
    if form is RegisterFormat.XLSX:
        _write_xlsx(session, HEAD, rows, output)
    elif form is RegisterFormat.JSON:
        session.print_or_write(as_json(found) + "\n", output)
    elif form is RegisterFormat.TABLE and output is None and sys.stdout.isatty():
        session.print_table(HEAD, rows)
    else:
        session.print_or_write(in_table(form.value, HEAD, rows), output)
    if not rows:
        session.say("Sổ văn bản đi chưa có văn bản nào. Ban hành bằng: kehoach issue")
    lost = removed(session.folder(), FOLDER) if at is None else []
    if lost:
        session.say(f"Sổ thiếu tệp từng có trong git: {', '.join(lost)}. Khôi phục trước khi ban hành văn bản mới.")
    wrong = [finding for finding in checked.findings if finding.at.file.startswith(f"{FOLDER}/")]
    if wrong:
        session.show(wrong, err=True)
    return int(bool(wrong or lost))


def _write_xlsx(session: Session, head: tuple[str, ...], rows: list[list[str]], output: Path | None) -> None:
    from kehoach_cli.storage import write_whole
    from kehoach_cli.views.workbook import workbook

    if output is None:
        message = "sổ .xlsx phải ghi vào tệp"
        raise RefusalError(message, "thêm -o so-van-ban-di.xlsx")
    write_whole(output, workbook("Sổ văn bản đi", head, rows))
    session.say(f"Đã ghi {output}")
