"""Bytes to nodes: the plainest text at once, any other through the parser, which is imported only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.source.found import FileFindings
from kehoach_cli.source.simple import read_simple
from kehoach_cli.source.text import decode

if TYPE_CHECKING:
    from kehoach_cli.source.nodes import Node


def read(data: bytes, file: str) -> tuple[Node | None, str, FileFindings]:
    """Return the root node (None where the file cannot be trusted), its text, and the findings; never raises."""
    text, findings = decode(data, file)
    if text is not None and not findings:
        simple = read_simple(text, file)
        if simple is not None:
            return simple, text, FileFindings()
    from kehoach_cli.source.reader import read as parsed  # noqa: PLC0415 - PyYAML: 20 ms that few files need

    return parsed(data, file)
