"""Where the cells of a table's rows stand: colspan, rowspan, and the cells that reach down from above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


PADDING_MM = 1.4  # between the frame of a cell and its text, left and right


class Slot(NamedTuple):
    """A place in a row; `cell` is None where a cell of a row above reaches down, `rows` counts its own row."""

    cell: Element | None
    column: int
    span: int
    rows: int = 1


class Grid:
    """Places the rows of one table, from the first to the last."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._held: dict[int, tuple[int, int]] = {}  # first column -> (rows still to cover, columns)

    def place(self, row: Element) -> tuple[list[Slot], str]:
        """Return the row's places from left to right, and what is wrong with them in words ("" for nothing)."""
        slots: list[Slot] = []
        cells = list(row)
        total = sum(span for _, span in self._held.values()) + sum(_count(cell, "colspan") for cell in cells)
        problem = ""
        if total != self._columns:
            problem = f"hàng {'thừa' if total > self._columns else 'thiếu'} ô: có {total} trên {self._columns} cột"
        column = 0
        while column < self._columns and (cells or column in self._held):
            if column in self._held:
                slots.append(Slot(None, column, self._held[column][1]))
            else:
                cell = cells.pop(0)
                slots.append(Slot(cell, column, _count(cell, "colspan"), _count(cell, "rowspan")))
                if any(column < held < column + slots[-1].span for held in self._held):
                    problem = problem or "ô gộp cột đè lên ô kéo dài từ hàng trên"
            column += slots[-1].span
        self._held = {first: (rows - 1, span) for first, (rows, span) in self._held.items() if rows > 1}
        self._held |= {slot.column: (slot.rows - 1, slot.span) for slot in slots if slot.rows > 1}
        return slots, problem


def columns(table: Element) -> list[float]:
    """Return the widths in mm of a table's columns."""
    return [float(width) for width in (table.get("data-cols") or "").split()]


def _count(cell: Element, name: str) -> int:
    value = cell.get(name)
    return int(value) if value and re.fullmatch("[1-9][0-9]{0,3}", value) else 1
