"""YAML nodes: text, tables and lists that know their place; nothing is typed yet."""

from __future__ import annotations

from typing import Protocol

from kehoach_cli.location import Location


class Mark(Protocol):
    """A parser's place in the text: line, column and index count from 0, in characters."""

    @property
    def line(self) -> int:
        """Return the line."""

    @property
    def column(self) -> int:
        """Return the column."""

    @property
    def index(self) -> int:
        """Return the number of characters before it."""


class Node:
    """What every node has: its file, its line and column (from 1), its width on that line."""

    __slots__ = ("column", "file", "line", "width")

    def __init__(self, file: str, line: int, column: int, width: int = 1) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.width = width

    @property
    def at(self) -> Location:
        """Return the node's place."""
        return Location(self.file, self.line, self.column, self.width)


class Scalar(Node):
    """A text as it stands in the file; `value` is None when it is left empty or written as null."""

    __slots__ = ("value",)

    def __init__(self, file: str, start: Mark, end: Mark, value: str | None) -> None:
        width = end.column - start.column if end.line == start.line else 1
        super().__init__(file, start.line + 1, start.column + 1, max(width, 1))
        self.value = value


class Reported(Scalar):
    """A value that a finding speaks of already: nobody else needs to say that it is empty."""

    __slots__ = ()

    def __init__(self, file: str, start: Mark, end: Mark) -> None:
        super().__init__(file, start, end, None)


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, file: str, start: Mark) -> None:
        super().__init__(file, start.line + 1, start.column + 1)
        self.items: list[Node] = []


class Mapping(Node):
    """A table of nodes under their names, in the file's order; `keys` are the names' own nodes."""

    __slots__ = ("keys", "values")

    def __init__(self, file: str, start: Mark) -> None:
        super().__init__(file, start.line + 1, start.column + 1)
        self.keys: dict[str, Scalar] = {}
        self.values: dict[str, Node] = {}
