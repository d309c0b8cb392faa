"""`kehoach text`: a file of the plan, or a .docx, as lines that git can compare (textconv)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

HELP = "In một tệp .docx hay tệp dữ liệu thành từng dòng chữ, để git so sánh (textconv)."


def text(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .docx hoặc .yaml.")],
) -> int:
    """Return 0 after printing the file's text."""
    from kehoach_cli.storage import read_whole
    from kehoach_cli.views.files import yaml_lines

    session: Session = context.obj
    data = read_whole(file)
    if data[:2] == b"PK":
        from kehoach_cli.wordfile.words import docx_lines

        lines = docx_lines(data)
        if lines is None:
            message = f"{file} không phải tệp .docx đọc được"
            raise RefusalError(message, "mở bằng Word, lưu lại thành .docx")
    else:
        lines = yaml_lines(data, file.name)
    session.print("\n".join(lines))
    return 0
