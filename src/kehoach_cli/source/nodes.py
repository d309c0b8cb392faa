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


class TooDeep(Reported):
    """A list or table that is nested too deep, or holds nothing but one that is."""

    __slots__ = ()


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("_said", "items")

    def __init__(self, file: str, line: int, column: int) -> None:
        super().__init__(file, line, column)
        self.items: list[Node] = []
        self._said: set[object] | None = None

    def add_new(self, more: Sequence) -> None:
        """Add those nodes of another list that say what none of this one's does: pasted twice, a list says no more."""
        if self._said is None:
            self._said = set(map(said, self.items))
        for item in more.items:
            what = said(item)
            if what not in self._said:
                self._said.add(what)
                self.items.append(item)


def said(node: Node) -> object:
    """Return what a node says, wherever it stands."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return tuple(map(said, node.items))
        case Mapping():
            return tuple((name, said(value)) for name, value in node.values.items())
    return id(node)


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

    def lose_what_stands_again(self) -> None:
        """Take out of the lists what came to them from those that stand here a second time."""
        theirs = {id(one) for _, own, _ in self.again if isinstance(own, Sequence) for one in own.items}
        for value in self.values.values():
            if isinstance(value, Sequence):
                value.items = [one for one in value.items if id(one) not in theirs]

    def with_more(self, other: Mapping) -> Mapping:
        """Return this table with the values of another one after its own."""
        whole = Mapping(self.file, self.line, self.column)
        whole.values = self.values | other.values
        whole._names = self._names | other._names
        return whole

    def key(self, name: str) -> Scalar:
        """Return the node of a name that is there: made only when asked for, names are rarely spoken of."""
        return Scalar(self.file, self._names[name], name)
