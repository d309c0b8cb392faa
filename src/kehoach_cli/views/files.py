"""A data file as lines of plain words: one for each value, behind what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.source.nodes import Mapping, Scalar, Sequence
from kehoach_cli.source.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.source.nodes import Node


def yaml_lines(data: bytes, name: str) -> list[str]:
    """Return a line for each value; re-wrapping, quotes and comments make no difference. Text that is no YAML stays."""
    root, text, findings = read(data, name)
    if root is None or (findings and not text):
        return text.split("\n")
    return list(_lines(root, ""))


def _lines(node: Node, above: str) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            yield from _lines(value, f"{above} › {key}" if above else key)
    elif isinstance(node, Sequence):
        for item in node.items:
            name = _name(item)
            yield from _lines(item, f"{above} › {name}" if name else above)
    elif isinstance(node, Scalar):
        yield f"{above}: {' '.join((node.value or '').split())}"


def _name(node: Node) -> str:
    """Return the id that a thing in a list is known by: moving it then changes no line of the others."""
    value = node.values.get("id") if isinstance(node, Mapping) else None
    return value.value or "" if isinstance(value, Scalar) else ""
