"""Kinds of value that hold others: lists, tables with free names, one or more, a table of one entry."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from kehoach_cli.frozen import frozen
from kehoach_cli.loading import rules
from kehoach_cli.loading.choices import OneOf
from kehoach_cli.loading.kinds import Kind, Line, sparing
from kehoach_cli.loading.record import Record
from kehoach_cli.loading.refusals import need
from kehoach_cli.loading.rejoined import rejoined
from kehoach_cli.location import Located, Location, Text, empty, is_unread, unread
from kehoach_cli.source.bullets import no_bullet
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar, Sequence
from kehoach_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Table

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Schema

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
_ELEMENT = "phần tử này"


@frozen
class ListOf(Generic[T]):
    """A list of values of one kind; it may be empty, and nothing at all counts as empty."""

    item: Kind[T]

    def __post_init__(self) -> None:
        object.__setattr__(self, "item", sparing(self.item, _ELEMENT))

    @property
    def name(self) -> str:
        """Return what it is a list of."""
        return f"danh sách {self.item.name}"

    def read(self, node: Node, findings: list[Finding]) -> tuple[T, ...]:
        """Return the values in the file's order."""
        if isinstance(node, Sequence):
            items = rejoined(node.items, self.item, findings) if isinstance(self.item, Record) else node.items
            return tuple(self.item.read(item, findings) for item in items) or empty(node.at)
        if isinstance(node, Scalar) and node.value is None and not isinstance(node, Reported):
            return empty(node.at)
        hint = "viết mỗi phần tử một dòng, mở đầu bằng `- `"
        if isinstance(node, Scalar) and node.value and re.fullmatch(r"[\w-]+(?: *, *[\w-]+)*", node.value):
            hint = f"viết `[{node.value}]`"
        if not _has_other_bullet(node, findings):
            need(node, self.name, findings, hint)
        return unread(())

    def neutral(self, at: Location) -> tuple[T, ...]:  # noqa: ARG002 - the Kind protocol
        """Return an empty list."""
        return ()

    def schema(self) -> Schema:
        """Return a list; nothing at all is an empty one."""
        return {"type": ["array", "null"], "items": self.item.schema()}


def _has_other_bullet(node: Node, findings: list[Finding]) -> bool:
    """Report a list whose elements begin with a sign that is no bullet of YAML, and return whether it is one."""
    text = node.value if isinstance(node, Scalar) else next(iter(node.values), "") if isinstance(node, Mapping) else ""
    wrong = no_bullet(text or "")
    if wrong is not None:
        findings.append(rules.WRONG_VALUE.finding(node.at, *wrong))
    return wrong is not None


@frozen
class TableOf(Generic[T]):
    """A table whose names are free, each with a value of one kind."""

    item: Kind[T]

    @property
    def name(self) -> str:
        """Return what the values are."""
        return f"bảng, mỗi tên một {self.item.name}"

    def read(self, node: Node, findings: list[Finding]) -> Table[str, T]:
        """Return the values by name."""
        if isinstance(node, Mapping):
            return {key: self.item.read(value, findings) for key, value in node.values.items()}
        need(node, self.name, findings)
        return {}

    def neutral(self, at: Location) -> Table[str, T]:  # noqa: ARG002 - the Kind protocol
        """Return an empty table."""
        return {}

    def schema(self) -> Schema:
        """Return a table with free names."""
        return {"type": "object", "additionalProperties": self.item.schema()}


@frozen
class TableById(Generic[T]):
    """A table whose names are ids of things that stand elsewhere, each with a value of one kind."""

    item: Kind[T]

    @property
    def name(self) -> str:
        """Return what the values are."""
        return TableOf(self.item).name

    def read(self, node: Node, findings: list[Finding]) -> Table[Text, T]:
        """Return the values by id, which knows its own place."""
        values = TableOf(self.item).read(node, findings)
        return {Located(key, node.key(key).at): value for key, value in values.items() if isinstance(node, Mapping)}

    def neutral(self, at: Location) -> Table[Text, T]:  # noqa: ARG002 - the Kind protocol
        """Return an empty table."""
        return {}

    def schema(self) -> Schema:
        """Return a table with free names."""
        return TableOf(self.item).schema()


@frozen
class OneOrMore(Generic[T]):
    """A single value, or a list of them."""

    item: Kind[T]

    @property
    def name(self) -> str:
        """Return what the values are."""
        return f"{self.item.name}, hoặc danh sách {self.item.name}"

    def read(self, node: Node, findings: list[Finding]) -> tuple[T, ...]:
        """Return the value or values."""
        if isinstance(node, Scalar) and node.value is not None:
            return unread(()) if _has_other_bullet(node, findings) else (self.item.read(node, findings),)
        return ListOf(self.item).read(node, findings)

    def neutral(self, at: Location) -> tuple[T, ...]:  # noqa: ARG002 - the Kind protocol
        """Return no value."""
        return ()

    def schema(self) -> Schema:
        """Return either form."""
        return {"anyOf": [self.item.schema(), ListOf(self.item).schema()]}


@frozen
class Tagged(Generic[E, T]):
    """A table of one entry whose key says what its text is: `bullet: …`."""

    tags: type[E]
    build: Callable[[E, Text], T]
    meanings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the keys to choose from."""
        return "bảng một mục, tên là " + OneOf(self.tags).name

    def read(self, node: Node, findings: list[Finding]) -> T:
        """Return the value built from the key and its text."""
        if not isinstance(node, Mapping) or len(node.values) != 1:
            need(node, self.name, findings, self._offer(node))
            return self.neutral(node.at)
        ((key, value),) = node.values.items()
        tag = OneOf(self.tags).read(node.key(key), findings)
        near = nearest(key, [option.value for option in self.tags]) if is_unread(tag) else None
        return self.build(self.tags(near) if near else tag.value, Line(spare=_ELEMENT).read(value, findings))

    def _offer(self, node: Node) -> str:
        """Return the hint for what is no table of one entry; one of several lacks dashes."""
        known = {tag.value for tag in self.tags}
        names = list(node.values) if isinstance(node, Mapping) else []
        if len(names) > 1 and known.issuperset(names):
            return f"thêm dấu `- ` trước {', '.join(f'`{name}`' for name in names[1:])}"
        return f"viết `{next(iter(self.tags)).value}: …`"

    def neutral(self, at: Location) -> T:
        """Return the first key with an empty text."""
        return self.build(next(iter(self.tags)), Located("", at))

    def schema(self) -> Schema:
        """Return a table with just one of the keys."""
        meanings = self.meanings or tuple(tag.value for tag in self.tags)
        texts = {
            tag.value: {"description": meaning, **Line().schema()}
            for tag, meaning in zip(self.tags, meanings, strict=True)
        }
        return {
            "type": "object",
            "properties": texts,
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }
