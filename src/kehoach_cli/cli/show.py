"""`kehoach show`: all that the plan says of one thing."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.session import At, Session

HELP = "Hiện đầy đủ một nhóm (II), nội dung (II.1), sản phẩm (II.1.3) hoặc đơn vị."


def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="VỊ_TRÍ|MÃ", help="Vị trí in trong phụ lục, mã, hoặc tên đơn vị.")],
    at: At = None,
) -> int:
    """Return 0 after printing it; 1 when the plan has errors, for then something may be missing."""
    from kehoach_cli.model.lookup import find
    from kehoach_cli.model.units import Units
    from kehoach_cli.views.tasks import describe

    session: Session = context.obj
    checked = session.check(at)
    workspace = checked.loaded.workspace
    session.print(describe(find(workspace, name), workspace, workspace.units or Units()))
    session.warn_unsound(checked)
    return int(not checked.sound)
