"""`kehoach diff`: what an edit of the plan changes, and what that does."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import click
import typer

from kehoach_cli.cli.options import Output
from kehoach_cli.cli.session import Session

if TYPE_CHECKING:
    from kehoach_cli.views.change_words import Piece

HELP = "So sánh hai bản kế hoạch: từng thay đổi bằng lời, và ảnh hưởng tới các đơn vị, các kết quả."
_TREE = "tệp đang có"


class DiffFormat(Enum):
    """The forms in which a difference can be printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    DOCX = "docx"


def diff(
    context: typer.Context,
    revisions: Annotated[
        str, typer.Argument(metavar="[BẢN|BẢN..BẢN]", help="Bản git cũ, hoặc hai bản; mặc định HEAD với tệp đang có.")
    ] = "HEAD",
    form: Annotated[DiffFormat, typer.Option("--format", help="Dạng in ra.")] = DiffFormat.TEXT,
    output: Output = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè cả khi tệp .docx đã được sửa sau khi tạo.")] = False,
) -> int:
    """Return 0 after printing the difference; 1 when a side has errors, for then some of it may be missing."""
    from kehoach_cli.changes.compare import changes_between
    from kehoach_cli.changes.effects import effects_between
    from kehoach_cli.changes.facts import facts_of
    from kehoach_cli.views import changes as views
    from kehoach_cli.views.findings import summary

    session: Session = context.obj
    first, dots, second = revisions.partition("..")
    old = session.check(first or "HEAD", progress=True)
    new = session.check((second.lstrip(".") or "HEAD") if dots else None, progress=True)
    sides = [(side.loaded.workspace, list(side.loaded.progress.entries)) for side in (old, new)]
    found = changes_between(*(facts_of(*side) for side in sides))
    difference = views.Difference(
        sides[0][0],
        sides[1][0],
        tuple(found),
        effects_between(sides[0][0], sides[1][0], sides[1][1]),
        (first or "HEAD", (second.lstrip(".") or "HEAD") if dots else _TREE),
        summary(new.findings),
    )
    plan = sides[1][0].plan or sides[0][0].plan
    if form is DiffFormat.DOCX and plan is not None:
        from kehoach_cli.cli.writing import Way, write_document
        from kehoach_cli.render.comparison import comparison_document

        rows = views.rows_of(difference.speaker, difference.changes)
        way = Way(output, "docx", force)
        return write_document(
            session, "bang-so-sanh", way, lambda: comparison_document(plan, rows, difference.names, new.source)
        )
    if form is DiffFormat.JSON:
        text = views.as_json(difference) + "\n"
    elif form is DiffFormat.MARKDOWN:
        text = views.as_markdown(difference)
    else:
        text = views.as_text(difference, _paint if session.colour(sys.stdout) and output is None else views.plain)
    session.print_or_write(text, output)
    for name, side in zip(difference.names, (old, new), strict=True):
        if not side.sound:
            session.say(f"{name}: {summary(side.findings)}; phần không đọc được không so sánh được")
    return int(not old.sound or not new.sound)


def _paint(piece: Piece) -> str:
    if piece.mark == "old":
        return click.style(piece.text, fg="red", strikethrough=True)
    return click.style(piece.text, fg="green", bold=True) if piece.mark else piece.text
