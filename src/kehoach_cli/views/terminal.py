"""What only a screen has: colour, and tables that fit its width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity
from kehoach_cli.views.tables import aligned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
# rich takes 0.34 ms a row: longer tables are printed as plain aligned text.
_RICH_ROWS = 200
_NARROWEST = 40


def paint(word: str, severity: Severity) -> str:
    """Return the word in its severity's colour."""
    import click  # noqa: PLC0415 - only where there is colour

    return click.style(word, fg=_COLOURS[severity], bold=True)


def plain(word: str, severity: Severity) -> str:
    """Return the word as it is."""
    del severity
    return word


def wrapped(text: str, screen: TextIO) -> str:
    """Return the text with long lines broken between words to fit a terminal, as it is for anything else."""
    if not screen.isatty():
        return text
    import shutil  # noqa: PLC0415 - only on a terminal
    import textwrap  # noqa: PLC0415 - the same

    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    lines = []
    for line in text.split("\n"):
        # A second column, set off by two spaces or more, keeps its own left edge.
        edge = max((match.end() for match in re.finditer(r"^ *|(?<=\S) {2,}", line)), default=0)
        indent = " " * (edge if edge < width // 2 else 4)
        lines += textwrap.wrap(line, width, subsequent_indent=indent, drop_whitespace=True, break_on_hyphens=False) or [
            ""
        ]
    return "\n".join(lines)


def show_table(head: Sequence[str], rows: Sequence[Sequence[str]], screen: TextIO, *, colour: bool) -> None:
    """Print a table on a terminal: with rich when it is short, as plain aligned text otherwise."""
    if len(rows) > _RICH_ROWS:
        screen.write(f"{aligned(head, rows)}\n")
        return
    from rich import box  # noqa: PLC0415 - 66 ms, wanted only on a terminal
    from rich.console import Console  # noqa: PLC0415 - the same
    from rich.table import Table  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    table = Table(box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False, padding=(0, 1))
    for number, name in enumerate(head):
        table.add_column(name, no_wrap=number == 0, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=screen, no_color=not colour, highlight=False).print(table)
