"""Bytes to nodes through the parser; behind a mistake of syntax that is plain, as if its line were mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError
from yaml.scanner import ScannerError

from kehoach_cli.location import Location
from kehoach_cli.source import events, rules
from kehoach_cli.source.builder import Builder
from kehoach_cli.source.found import FileFindings
from kehoach_cli.source.syntax import explain
from kehoach_cli.source.text import cleaned, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.source.nodes import Node

_MOST_MENDED = 20  # lines; a file with more mistakes of syntax is of another kind
_OWN_LIMIT = "nesting depth"


def read(
    data: bytes, file: str, parser: Callable[[str], events.EventParser] | None = None
) -> tuple[Node | None, str, FileFindings]:
    """Return the root node (None where the file cannot be trusted), its text, and the findings.

    Never raises on any bytes. Libyaml stops at the first mistake of syntax: where it is plain what was meant, reading
    goes on as if that line were mended, and behind a hidden character or a tab with that character taken out. The
    findings remain, so nothing is made of such a file; a mistake of syntax that stands close by may well be the same.
    """
    text, findings = decode(data, file)
    if text is None or any(finding.code == rules.CONFLICT.code for finding in findings):
        return None, text or "", FileFindings(findings)
    parser = parser or events.parser
    known = {finding.at.line for finding in findings}
    tabs = any(finding.code == rules.TAB.code for finding in findings)
    syntax: list[Finding] = []
    written = cleaned(text) if findings else text
    left: str | None = written
    while left is not None:
        builder, root = _built(left, file, parser, written)
        left = None
        if isinstance(builder.failure, MarkedYAMLError) and not tabs:
            finding, mended = explain(builder.text, builder.failure, file)
            if known.isdisjoint(range(finding.at.line - 1, finding.at.line + 2)):
                known.add(finding.at.line)
                syntax.append(finding)
                left = mended if len(syntax) <= _MOST_MENDED else None
    builder.findings += syntax
    if builder.failure is not None and not isinstance(builder.failure, MarkedYAMLError):
        builder.findings.append(rules.SYNTAX.finding(Location(file, 1, 1), f"không đọc được tệp: {builder.failure}"))
    builder.findings[:0] = findings
    if root is None and not builder.findings:
        at = Location(file, 1, 1)
        builder.findings.append(rules.DOCUMENTS.finding(at, "tệp trống", "xóa tệp, hoặc điền nội dung"))
    return root, text, builder.findings


def _built(
    text: str, file: str, parser: Callable[[str], events.EventParser], written: str
) -> tuple[Builder, Node | None]:
    builder = Builder(text, file, written)
    root = builder.build(parser)
    if isinstance(builder.failure, ScannerError):
        builder = _before(builder, builder.failure, parser)
    return builder, root


def _before(failed: Builder, failure: MarkedYAMLError, parser: Callable[[str], events.EventParser]) -> Builder:
    """Return the reading of what stands before the place where the parser gave up, where that is wrong already.

    A bracket may begin a key, so the parser looks for its colon, up to a thousand characters ahead, before it tells of
    the bracket: a mistake there, or its own limit of nesting, would hide that the file is nested too deep.
    """
    marks = [mark for mark in (failure.context_mark, failure.problem_mark) if mark is not None]
    again = Builder(failed.text[: min((mark.index for mark in marks), default=0)], failed.file)
    again.build(parser)
    return again if again.too_deep or _OWN_LIMIT in (failure.problem or "") else failed
