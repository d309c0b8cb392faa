"""`kehoach show`: all that the plan says of one thing."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from kehoach_cli.cli.options import At
from kehoach_cli.cli.session import Session

HELP = "Hiện đầy đủ một nhóm (II), nội dung (II.1), sản phẩm (II.1.3) hoặc đơn vị."


class OneFormat(Enum):
    """The forms in which one thing can be printed."""

    TEXT = "text"
    JSON = "json"


def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="VỊ_TRÍ|MÃ", help="Vị trí in trong phụ lục, mã, hoặc tên đơn vị.")],
    form: Annotated[OneFormat, typer.Option("--format", help="Dạng in ra.")] = OneFormat.TEXT,
    at: At = None,
) -> int:
    """Return 0 after printing it; 1 when the plan has errors, for then something may be missing."""
    from kehoach_cli.model.lookup import find
    from kehoach_cli.model.units import Units
    from kehoach_cli.views.one import as_json, describe

    session: Session = context.obj
    checked = session.check(at)
    if not checked.sound and form is OneFormat.JSON:
        session.show(checked.findings, err=True)
        return 1
    workspace = checked.loaded.workspace
    units = workspace.units or Units()
    found = find(workspace, name)
    if form is OneFormat.JSON:
        session.print(as_json(found, workspace, units))
    else:
        session.print_words(describe(found, workspace, units))
        session.warn_unsound(checked)
    return int(not checked.sound)
