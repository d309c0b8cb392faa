"""Tables of text for programs and pipes: aligned, Markdown, CSV for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A cell that starts so would be run as a formula by Excel.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows in columns, the last one as long as it likes."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in (head, *rows)
    )


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as a Markdown table; data can neither break a cell nor become markup."""

    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |"

    return "\n".join([
        line(head),
        line(["---"] * len(head)),
        *(line([in_cell(c) for c in row]) for row in rows),
    ])


def in_table(form: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""Return the rows as `table`, `csv` or `markdown`, ended by \n."""
    if form == "csv":
        return comma_separated(head, rows)
    return (markdown if form == "markdown" else aligned)(head, rows) + "\n"


def in_cell(cell: str) -> str:
    """Return a text that Markdown prints as it stands, also in a cell of a table."""
    for sign in "\\`*_[]<>|#":
        cell = cell.replace(sign, f"\\{sign}" if sign != "<" else "&lt;")
    return cell


def comma_separated(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""Return CSV that Excel opens by a double click: BOM, \r\n, no cell that is run as a formula."""
    import csv  # noqa: PLC0415 - only for this form
    import io  # noqa: PLC0415 - the same

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(head)
    writer.writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    return "\ufeff" + stream.getvalue()
