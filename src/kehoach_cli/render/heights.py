"""About how high a row of a table will be: enough to tell which rows should stay whole on a page."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from kehoach_cli.render.grid import PADDING_MM, Grid, columns
from kehoach_cli.wordfile.metrics import MM_PER_POINT, width_mm

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.render.styles import StyleTable

_LINE = 1.15  # a single line of Times New Roman, in sizes
_LOOSE = 1.05  # lines end at words, so a text needs a little more than its width


def row_heights(block: Element, table: StyleTable) -> list[float]:
    """Return the height in mm of each row of a checked <table>, by its tallest cell."""
    widths = columns(block)
    grid = Grid(len(widths))
    heights = []
    for row in block.iter("tr"):
        highest = 0.0
        for slot in grid.place(row)[0]:
            if slot.cell is not None and slot.rows == 1:
                room = sum(widths[slot.column : slot.column + slot.span]) - 2 * PADDING_MM
                highest = max(highest, _height(slot.cell, room, table))
        heights.append(highest)
    return heights


def _height(cell: Element, room: float, table: StyleTable) -> float:
    points = 0.0
    for paragraph in cell.iter("p"):
        style = table.styles[paragraph.get("class") or ""]
        length = width_mm("".join(paragraph.itertext()), style.size.value, bold=style.bold.value)
        lines = max(ceil(length * _LOOSE / max(room, 1)), 1) + len(paragraph.findall(".//br"))
        line = style.exact.value if style.exact else style.size.value * _LINE * (style.line.value if style.line else 1)
        points += style.before.value + lines * line + style.after.value
    return points * MM_PER_POINT
