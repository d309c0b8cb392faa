"""`kehoach doctor`: what this machine has of all that kehoach can use."""

from __future__ import annotations

import sys
from enum import Enum
from typing import Annotated

import typer

from kehoach_cli.cli.session import Session

HELP = "Xem máy này có gì, thiếu gì để tạo PDF và ký số; mã thoát 1 khi thiếu thứ cần cho PDF."
_HEAD = ("Thứ", "Có", "Phiên bản", "Cần để")


class DoctorFormat(Enum):
    """The forms in which the state of the machine can be printed."""

    TABLE = "table"
    JSON = "json"


def doctor(
    context: typer.Context,
    form: Annotated[DoctorFormat, typer.Option("--format", help="Dạng in ra.")] = DoctorFormat.TABLE,
) -> int:
    """Return 1 when something needed for a PDF is missing; 0 otherwise, also when signing is not possible."""
    from dataclasses import asdict

    from kehoach_cli.render.pdf.machine import examine, installing, lacks_pdf, this_system
    from kehoach_cli.views.json_document import dumps
    from kehoach_cli.views.tables import aligned

    session: Session = context.obj
    parts = examine()
    command = installing(parts, *this_system())
    if form is DoctorFormat.JSON:
        session.print(dumps("doctor", {"parts": [asdict(part) for part in parts], "install": command or None}))
        return int(lacks_pdf(parts))
    rows = [(part.name, "có" if part.found else "thiếu", part.detail or "-", part.purpose) for part in parts]
    if sys.stdout.isatty():
        session.print_table(_HEAD, rows)
    else:
        session.print(aligned(_HEAD, rows))
    missing = [part.name for part in parts if not part.found]
    if not missing:
        session.say("Máy này đủ mọi thứ.")
    elif command:
        session.say(f"Cài những thứ còn thiếu bằng một lệnh: {command}")
    else:
        session.say(f"Cài {', '.join(missing)} bằng trình quản lý gói của hệ điều hành.")
    return int(lacks_pdf(parts))
