"""Kinds of value that may take one shape or another, or that a key decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from kehoach_cli.loading.kinds import Kind, Line, ListOf, OneOf
from kehoach_cli.loading.refusals import need
from kehoach_cli.location import Located, Location, Text
from kehoach_cli.source.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.diagnostics import Finding

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
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
            return (self.item.read(node, findings),)
        return ListOf(self.item).read(node, findings)

    def neutral(self, at: Location) -> tuple[T, ...]:  # noqa: ARG002 - the Kind protocol
        """Return no value."""
        return ()


@dataclass(frozen=True, slots=True)
class Tagged(Generic[E, T]):
    """A table of one entry whose key says what its text is: `bullet: …`."""

    tags: type[E]
    build: Callable[[E, Text], T]

    @property
    def name(self) -> str:
        """Return the keys to choose from."""
        return "bảng một mục, tên là " + OneOf(self.tags).name

    def read(self, node: Node, findings: list[Finding]) -> T:
        """Return the value built from the key and its text."""
        if not isinstance(node, Mapping) or len(node.values) != 1:
            need(node, self.name, findings, f"viết `{next(iter(self.tags)).value}: …`")
            return self.neutral(node.at)
        ((key, value),) = node.values.items()
        tag = OneOf(self.tags).read(node.key(key), findings)
        return self.build(tag.value, Line().read(value, findings))

    def neutral(self, at: Location) -> T:
        """Return the first key with an empty text."""
        return self.build(next(iter(self.tags)), Located("", at))
