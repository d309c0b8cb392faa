"""Tables: grid, borders, merged cells, header rows that repeat; every cell ends in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement

from kehoach_cli.render.docx.xml import add, twips, w
from kehoach_cli.render.markup import columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    # cell, where to write it, its width in mm, whether to hold it to the next paragraph
    CellWriter = Callable[[Element, Element, float, bool], None]

_PADDING_MM = 1.4
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_table(table: Element, target: Element, write_cell: CellWriter) -> None:
    """Write a checked <table>: its rows fill the grid of `data-cols` exactly."""
    widths = columns(table)
    framed = table.get("class") == "bang"
    padding = _PADDING_MM if framed else 0.0
    result = SubElement(target, w("tbl"))
    _properties(result, widths, padding, framed=framed)
    grid = add(result, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=twips(width))
    rows = _Rows(result, widths, padding, write_cell)
    for part in table:
        for row in (part,) if part.tag == "tr" else part:
            rows.write(row, head=part.tag == "thead", whole=not framed)


def _properties(result: Element, widths: list[float], padding: float, *, framed: bool) -> None:
    properties = add(result, "tblPr")
    add(properties, "tblW", w=sum(map(twips, widths)), type="dxa")
    add(properties, "jc", val="center")
    if framed:
        borders = add(properties, "tblBorders")
        for side in _BORDERS:
            add(borders, side, val="single", sz=4, space=0, color="auto")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side in ("left", "right"):
        add(margins, side, w=twips(padding), type="dxa")


class _Rows:
    """Writes rows one after the other, remembering the cells that reach down into the next ones."""

    def __init__(self, target: Element, widths: list[float], padding: float, write_cell: CellWriter) -> None:
        self.target = target
        self.widths = widths
        self.padding = padding
        self.write_cell = write_cell
        self.held: dict[int, tuple[int, int]] = {}  # first column -> (rows still covered, columns)

    def write(self, row: Element, *, head: bool, whole: bool) -> None:
        result = SubElement(self.target, w("tr"))
        if head or whole:
            properties = add(result, "trPr")
            add(properties, "cantSplit")
            if head:
                add(properties, "tblHeader")
        keep = row.get("class") == "giu"
        cells = iter(row)
        column = 0
        while column < len(self.widths):
            rows, span = self.held.get(column, (0, 0))
            if rows:
                self.held[column] = (rows - 1, span)
                add(self._cell(result, column, span, "continue", head=head), "p")
            else:
                cell = next(cells)
                span, down = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
                if down > 1:
                    self.held[column] = (down - 1, span)
                into = self._cell(result, column, span, "restart" if down > 1 else "", head=head)
                room = sum(self.widths[column : column + span]) - 2 * self.padding
                self.write_cell(cell, into, room, keep)
                if into[-1].tag != w("p"):
                    add(into, "p")
            column += span

    def _cell(self, row: Element, column: int, span: int, merge: str, *, head: bool) -> Element:
        cell = SubElement(row, w("tc"))
        properties = SubElement(cell, w("tcPr"))
        add(properties, "tcW", w=sum(map(twips, self.widths[column : column + span])), type="dxa")
        if span > 1:
            add(properties, "gridSpan", val=span)
        if merge:
            add(properties, "vMerge", val=merge)
        if head:
            add(properties, "vAlign", val="center")
        return cell
