"""Tables: grid, borders, merged cells, header rows that repeat; every cell ends in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import SubElement

from kehoach_cli.render.docx.xml import add, twips
from kehoach_cli.render.grid import PADDING_MM, Grid, columns
from kehoach_cli.wordfile.names import w

if TYPE_CHECKING:
    from typing import Protocol

    from lxml.etree import _Element as Element

    from kehoach_cli.render.grid import Slot

    class CellWriter(Protocol):
        """What writes the content of a cell."""

        def __call__(self, cell: Element, into: Element, width: float, *, keep: bool) -> None:
            """Write `cell`, `width` mm wide, into the w:tc; `keep` holds it to the paragraph that follows."""


_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_table(table: Element, target: Element, write_cell: CellWriter, whole: list[bool]) -> None:
    """Write a checked <table>: its rows fill the grid of `data-cols`; `whole` tells which stay on one page."""
    widths = columns(table)
    framed = table.get("class") == "bang"
    padding = PADDING_MM if framed else 0.0
    if not whole:
        return  # Word refuses a table without rows
    result = SubElement(target, w("tbl"))
    _properties(result, widths, padding, framed=framed)
    grid = add(result, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=twips(width))
    rows = _Rows(result, widths, padding, write_cell)
    for row, short in zip(table.iter("tr"), whole, strict=True):
        parent = row.getparent()
        head = parent is not None and parent.tag == "thead"
        rows.write(row, head=head, whole=head or short or not framed)


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
    """Writes rows one after the other."""

    def __init__(self, target: Element, widths: list[float], padding: float, write_cell: CellWriter) -> None:
        self.target = target
        self.widths = widths
        self.padding = padding
        self.write_cell = write_cell
        self.grid = Grid(len(widths))

    def write(self, row: Element, *, head: bool, whole: bool) -> None:
        result = SubElement(self.target, w("tr"))
        if whole:
            properties = add(result, "trPr")
            add(properties, "cantSplit")
            if head:
                add(properties, "tblHeader")
        keep = row.get("class") == "giu"
        for slot in self.grid.place(row)[0]:
            merge = "continue" if slot.cell is None else "restart" if slot.rows > 1 else ""
            into = self._cell(result, slot, merge, head=head)
            if slot.cell is not None:
                room = sum(self.widths[slot.column : slot.column + slot.span]) - 2 * self.padding
                self.write_cell(slot.cell, into, room, keep=keep)
            if into[-1].tag != w("p"):
                add(into, "p")

    def _cell(self, row: Element, slot: Slot, merge: str, *, head: bool) -> Element:
        cell = SubElement(row, w("tc"))
        properties = SubElement(cell, w("tcPr"))
        add(properties, "tcW", w=sum(map(twips, self.widths[slot.column : slot.column + slot.span])), type="dxa")
        if slot.span > 1:
            add(properties, "gridSpan", val=slot.span)
        if merge:
            add(properties, "vMerge", val=merge)
        if head:
            add(properties, "vAlign", val="center")
        return cell
