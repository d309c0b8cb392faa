"""YAML nodes: text, tables and lists that know their place; nothing is typed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kehoach_cli.location import Location

# Where a text stands in its file: line and column from 1, and how many characters of that line it takes.
Span: TypeAlias = tuple[int, int, int]

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding


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

    def __init__(self, file: str, span: Span, value: str | None) -> None:
        self.file = file
        self.line, self.column, self.width = span
        self.value = value


class Reported(Scalar):
    """A value that a finding speaks of already: nobody else needs to say that it is empty."""

    __slots__ = ()

    def __init__(self, file: str, span: Span) -> None:
        super().__init__(file, span, None)


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, file: str, line: int, column: int) -> None:
        super().__init__(file, line, column)
        self.items: list[Node] = []


def alike(one: Node, other: Node) -> bool:
    """Return whether two nodes say the same, wherever they stand."""
    match one, other:
        case Scalar(), Scalar():
            return one.value == other.value
        case Sequence(), Sequence():
            return len(one.items) == len(other.items) and all(map(alike, one.items, other.items))
        case Mapping(), Mapping():
            return one.values.keys() == other.values.keys() and all(
                alike(value, other.values[name]) for name, value in one.values.items()
            )
    return False


class Mapping(Node):
    """A table of nodes under their names, in the file's order."""

    __slots__ = ("_names", "again", "values")

    def __init__(self, file: str, line: int, column: int) -> None:
        super().__init__(file, line, column)
        self.values: dict[str, Node] = {}
        self._names: dict[str, Span] = {}
        self.again: list[tuple[Scalar, Node, Finding]] = []  # keys that stand here twice, and what is said of each

    def put(self, name: str, value: Node, span: Span) -> None:
        """Add a value under its name, which stands at `span`."""
        self.values[name] = value
        self._names[name] = span

    def with_more(self, other: Mapping) -> Mapping:
        """Return this table with the values of another one after its own."""
        whole = Mapping(self.file, self.line, self.column)
        whole.values = self.values | other.values
        whole._names = self._names | other._names
        return whole

    def key(self, name: str) -> Scalar:
        """Return the node of a name that is there: made only when asked for, names are rarely spoken of."""
        return Scalar(self.file, self._names[name], name)
