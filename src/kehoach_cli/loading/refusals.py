"""What is wrong with a value, said the same way for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.loading import rules
from kehoach_cli.source.nodes import Mapping, Node, Reported, Scalar, Sequence

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding

_ROOM = 40  # characters of a wrong value that a message shows


def shape(node: Node) -> str:
    """Return what a node is, in the words of a message."""
    if isinstance(node, Mapping):
        return f"là một bảng {len(node.values)} mục"
    if isinstance(node, Sequence):
        return "là một danh sách"
    return "là chữ" if isinstance(node, Scalar) and node.value and node.value.strip() else "để trống"


def need(node: Node, wanted: str, findings: list[Finding], hint: str = "") -> None:
    """Report that a node has another shape than wanted."""
    if not isinstance(node, Reported):
        findings.append(rules.WRONG_VALUE.finding(node.at, f"cần {wanted}, đang {shape(node)}", hint))


def refuse(node: Node, wanted: str, findings: list[Finding], hint: str = "") -> None:
    """Report a text that is not what is wanted, or a node that is no text at all."""
    if isinstance(node, Scalar) and node.value and node.value.strip():
        value = " ".join(node.value.split())
        shown = value if len(value) <= _ROOM else value[:_ROOM] + "…"
        findings.append(rules.WRONG_VALUE.finding(node.at, f"`{shown}` không phải là {wanted}", hint))
    else:
        need(node, wanted, findings, hint)
