"""Findings as text with the line and a caret, as JSON, as GitHub annotations and as SARIF."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity
from kehoach_cli.views.sarif import Described, Result, as_sarif

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kehoach_cli.diagnostics import Finding, Rule

    # severity's word -> the same word, coloured where the screen can
    Paint = Callable[[str, Severity], str]

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
_LINE_ROOM = 100
_PART = 1000


def as_text(findings: Sequence[Finding], files: int | None, paint: Paint = lambda word, _: word) -> str:
    """Return the findings in words, all in order, then a line that counts them; `files` is how many were read."""
    blocks = [_block(finding, paint) for finding in findings]
    return "\n".join([*blocks, summary(findings, files)])


def summary(findings: Sequence[Finding], files: int | None = None) -> str:
    """Return the line that counts the findings."""
    counts = [(sum(f.severity is severity for f in findings), word) for severity, word in WORDS.items()]
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return (said or "không có lỗi, không có cảnh báo") + (f" trong {files} tệp" if files is not None else "")


def _block(finding: Finding, paint: Paint) -> str:
    word = paint(f"{WORDS[finding.severity]}[{finding.code}]", finding.severity)
    lines = [f"{_printable(str(finding.at))}: {word} {_printable(finding.message)}"]
    if finding.at.line and finding.source.strip():
        number = str(finding.at.line).rjust(5)
        shown, before, width = _window(finding.source, finding.at.column - 1, finding.at.width)
        lines += [f"{number} | {shown}", f"{' ' * 5} | {' ' * before}{'^' * width}"]
    advice = [f"gợi ý: {_printable(finding.hint)}"] if finding.hint else []
    lines.append("   " + "   · ".join([*advice, f"kehoach explain {finding.code}"]))
    return "\n".join(lines)


def _printable(text: str) -> str:
    """Return the text with what could move a terminal's cursor or colour written out: file names may hold it."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def _cells(text: str) -> int:
    """Return how many columns of a terminal the text takes: combining marks none, wide letters two."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
        for letter in text
    )


def _window(source: str, start: int, width: int) -> tuple[str, int, int]:
    """Return the part of the line around the caret, the columns before the caret, and the caret's columns."""
    printable = "".join(letter if letter.isprintable() else " " for letter in source)
    first = max(0, start - _LINE_ROOM // 2) if len(printable) > _LINE_ROOM else 0
    last = first + _LINE_ROOM
    head, tail = "…" if first else "", "…" if last < len(printable) else ""
    marked = printable[start : min(start + width, last)]
    return (
        f"{head}{printable[first:last]}{tail}",
        _cells(head + printable[first:start]),
        max(_cells(marked), 1),
    )


def as_json(findings: Sequence[Finding], files: int) -> str:
    """Return the findings as one JSON object, version 1."""
    rows = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "file": finding.at.file,
            "line": finding.at.line,
            "column": finding.at.column,
            "width": finding.at.width,
            "message": finding.message,
            "hint": finding.hint,
            "see": None
            if finding.see is None
            else {"file": finding.see.file, "line": finding.see.line, "column": finding.see.column},
        }
        for finding in findings
    ]
    counts = {severity.value: sum(f.severity is severity for f in findings) for severity in Severity}
    return dumps("findings", {"findings": rows, "counts": counts, "files": files})


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """Return a workflow command of GitHub Actions for each finding: it shows beside the line in a pull request."""
    lines = []
    for finding in findings:
        at = finding.at
        place = f",line={at.line},col={at.column},endColumn={at.column + at.width}" if at.line else ""
        advice = f"\ngợi ý: {finding.hint}" if finding.hint else ""
        lines.append(
            f"::{_GITHUB[finding.severity]} file={_property(at.file)}{place},title={finding.code}"
            f"::{_data(_printable(finding.message) + advice)}"
        )
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(_printable(text)).replace(":", "%3A").replace(",", "%2C")


def findings_sarif(findings: Sequence[Finding], rules: Iterable[Rule]) -> str:
    """Return the findings as a SARIF 2.1.0 log."""
    levels = {severity: severity.value for severity in Severity}
    described = {rule.code: Described(rule.title, rule.explanation, levels[rule.severity]) for rule in rules}
    results = [
        Result(
            finding.code,
            levels[finding.severity],
            f"{finding.message}{f' (gợi ý: {finding.hint})' if finding.hint else ''}",
            finding.at.file,
            finding.at.line,
            finding.at.column,
            finding.at.width,
        )
        for finding in findings
    ]
    return as_sarif(results, described)


def dumps(kind: str, content: dict[str, object]) -> str:
    """Return a versioned JSON document of this kind."""
    return json.dumps({"schema_version": 1, "kind": kind, **content}, ensure_ascii=False, indent=2)


def dumps_rows(kind: str, name: str, rows: Iterable[dict[str, object]], content: dict[str, object]) -> Iterator[str]:
    r"""Yield the same document with many rows under `name`, in parts that need little memory, ended by \n."""
    head, _, tail = dumps(kind, {name: [], **content}).partition(f'"{name}": []')
    yield f'{head}"{name}": ['
    part: list[str] = []
    number = -1
    for number, row in enumerate(rows):
        part.append(",\n    " if number else "\n    ")
        part.append(json.dumps(row, ensure_ascii=False, indent=2).replace("\n", "\n    "))
        if len(part) >= _PART:
            yield "".join(part)
            part.clear()
    yield "".join([*part, "]" if number < 0 else "\n  ]", tail, "\n"])


def explanation(rule: Rule) -> str:
    """Return what a rule means, in paragraphs for a terminal."""
    return f"{rule.code} ({WORDS[rule.severity]}): {rule.title}\n\n{rule.explanation}"
