"""Bytes to nodes through the parser; behind a mistake of syntax that is plain, as if its line were mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError
from yaml.scanner import ScannerError

from kehoach_cli.frozen import replace
from kehoach_cli.location import Location
from kehoach_cli.source import events, rules
from kehoach_cli.source.builder import ONE_PART, SECOND_PART, Builder
from kehoach_cli.source.complaint import IN_LINE, MISPLACED, OUT_OF_LINE
from kehoach_cli.source.found import FileFindings
from kehoach_cli.source.mending import LEVEL, quoted, without_tabs
from kehoach_cli.source.outdent import out_of_line
from kehoach_cli.source.seams import as_compared, first_side, joined
from kehoach_cli.source.syntax import explain
from kehoach_cli.source.text import cleaned, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.source.nodes import Node

_MOST_MENDED = 8  # lines; a file with more mistakes of syntax is of another kind
_LONG = 300_000  # letters, a hundred times those of a real file; the parser in pure Python takes ten seconds for them
_OWN_LIMIT = "nesting depth"


def read(
    data: bytes, file: str, parser: Callable[[str], events.EventParser] | None = None
) -> tuple[Node | None, str, FileFindings]:
    """Return the root node (None where the file cannot be trusted), its text, and the findings.

    Never raises on any bytes. Libyaml stops at the first mistake of syntax: where it is plain what was meant, reading
    goes on as if that line were mended, and behind a hidden character or a tab with that character taken out; of a
    conflict of git the first side is read. The
    findings remain, so nothing is made of such a file; a mistake of syntax that stands close by may well be the same.
    """
    text, findings = decode(data, file)
    readable = None if text is None else _whole(text, file, findings)
    if text is None or readable is None:
        return None, text or "", FileFindings(findings)
    parser = parser or events.parser
    # A tab is as wide as the next person's editor has it: a line indented with one may be at any level.
    tabs = [finding.at for finding in findings if finding.code == rules.TAB.code]
    indented = bool(tabs) and _are_indented(text.split("\n"), tabs)
    written = cleaned(readable) if findings else readable
    first, is_plain = _untabbed(readable, file, parser) if indented else (written, True)
    builder, root, syntax = _read_on(first, file, parser, written, {one.at.line for one in findings if not _cuts(one)})
    builder.findings += syntax if is_plain else ()
    if builder.failure is not None and not isinstance(builder.failure, MarkedYAMLError):
        builder.findings.append(rules.SYNTAX.finding(Location(file, 1, 1), f"không đọc được tệp: {builder.failure}"))
    builder.findings[:0] = findings
    if root is None and not builder.findings:
        at = Location(file, 1, 1)
        builder.findings.append(rules.DOCUMENTS.finding(at, "tệp trống", "xóa tệp, hoặc điền nội dung"))
    return root, text, builder.findings


def read_with(text: str, file: str, line: int, more: str) -> tuple[Node | None, FileFindings]:
    """Return the root node, None where it is no YAML, and the findings of a text with one `more` line before a `line`.

    Lines count from 0; all places are those of the text without it.
    """
    lines = text.split("\n")
    lines.insert(line, more)
    builder = Builder("\n".join(lines), file, more=line)
    root = builder.build(events.parser)
    return (None if builder.failure or builder.too_deep is not None else root), builder.findings


def _whole(text: str, file: str, findings: list[Finding]) -> str | None:
    """Return the text without the lines that cut it in two and with one side of each conflict; None where unclear."""
    if "\n---" in text or "\n..." in text:
        text, cuts = joined(text)
        for number, sign in cuts:
            at = Location(file, number + 1, 1)
            findings.append(rules.DOCUMENTS.finding(at, SECOND_PART.format(sign), ONE_PART))
    has_seam = any(finding.code == rules.CONFLICT.code for finding in findings)
    return first_side(as_compared(text)) if has_seam else text


def _cuts(finding: Finding) -> bool:
    return finding.code == rules.DOCUMENTS.code


def _are_indented(lines: list[str], tabs: list[Location]) -> bool:
    """Return whether any of the tabs stands before the first sign of its line."""
    return any(not lines[at.line - 1][: at.column - 1].strip(" ") for at in tabs)


def _untabbed(text: str, file: str, parser: Callable[[str], events.EventParser]) -> tuple[str, bool]:
    """Return the text without its tabs, as it can be parsed, else each a space; and whether it has few of them."""
    if len(text) > _LONG:
        return cleaned(text), False
    candidates = [cleaned(candidate) for candidate in without_tabs(text)]
    for right in candidates:
        if _built(right, file, parser, right)[0].failure is None:
            return right, True
    return (candidates[0], True) if len(candidates) == 1 else (cleaned(text), False)


def _read_on(
    text: str, file: str, parser: Callable[[str], events.EventParser], written: str, known: set[int]
) -> tuple[Builder, Node | None, list[Finding]]:
    """Return what is read, as often as a line of it has to be mended, and the mistakes of syntax.

    Close to a line that is `known` to be wrong, a mistake is likely the same one.
    """
    syntax: list[Finding] = []
    for _ in range(_MOST_MENDED if len(text) < _LONG else 1):
        builder, root = _built(text, file, parser, written)
        if builder.too_deep is not None:
            lines = text.split("\n")
            right = quoted(lines, builder.too_deep.at.line - 1)
            if right is None:
                break
            syntax.append(replace(builder.too_deep, for_line=True))
            text = "\n".join(right.get(number, line) for number, line in enumerate(lines))
            continue
        if not isinstance(builder.failure, MarkedYAMLError):
            break
        finding, mended = explain(builder.text, builder.failure, file)
        is_level = finding.message in {OUT_OF_LINE, MISPLACED}
        above = out_of_line(text.split("\n"), finding.at.line - 1) if is_level else None
        if above is not None:
            lines = text.split("\n")
            lines[above[0]] = above[1]
            level = "\n".join(lines)
            if _reach(level, above[0], file, parser) > _reach(mended or text, finding.at.line - 1, file, parser):
                at = Location(file, above[0] + 1, 1)
                finding, mended = replace(finding, at=at, message=OUT_OF_LINE, hint=IN_LINE), level
        if known.isdisjoint(range(finding.at.line - 1, finding.at.line + 2)):
            syntax.append(finding)
        known.add(finding.at.line)
        if mended is None or mended == text:
            break
        text = mended
    return builder, root, syntax


def _reach(text: str, line: int, file: str, parser: Callable[[str], events.EventParser]) -> tuple[float, bool]:
    """Return how far a text is read with a line mended, and whether that line begins where lines of its kind do."""
    failure = _built(text, file, parser, text)[0].failure
    mark = failure.problem_mark if isinstance(failure, MarkedYAMLError) else None
    mended = text.split("\n")[line]
    is_even = (len(mended) - len(mended.lstrip(" "))) % LEVEL == 0
    return (float("inf") if failure is None else mark.line if mark else 0), is_even


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
    return again if again.too_deep is not None or _OWN_LIMIT in (failure.problem or "") else failed
