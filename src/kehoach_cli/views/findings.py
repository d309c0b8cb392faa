"""Findings as text with the line and a caret, as JSON, as GitHub annotations and as SARIF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity, fewer
from kehoach_cli.spelling import printable
from kehoach_cli.views.sarif import Described, Result, Spot, as_sarif
from kehoach_cli.views.source_line import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Location

    # severity's word -> the same word, coloured where the screen can
    Paint = Callable[[str, Severity], str]

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
OTHER = "chỗ kia"
_PART = 1000


def as_text(findings: Sequence[Finding], files: int | None, paint: Paint = lambda word, _: word) -> str:
    """Return the findings in words, all in order, then a line that counts them; `files` is how many were read."""
    blocks = [_block(finding, paint) for finding in fewer(findings, by_folder=True)]
    return "\n".join([*blocks, summary(findings, files)])


def summary(findings: Sequence[Finding], files: int | None = None) -> str:
    """Return the line that counts the findings."""
    counts = [(sum(f.severity is severity for f in findings), word) for severity, word in WORDS.items()]
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return (said or "không có lỗi, không có cảnh báo") + (f" trong {files} tệp" if files is not None else "")


def _block(finding: Finding, paint: Paint) -> str:
    word = paint(f"{WORDS[finding.severity]}[{finding.code}]", finding.severity)
    lines = [f"{printable(str(finding.at))}: {word} {printable(finding.message)}", *_quote(finding.at, finding.source)]
    if finding.see is not None:
        lines += [f"   {OTHER}: {printable(str(finding.see))}", *_quote(finding.see, finding.see_source)]
    advice = [f"gợi ý: {printable(finding.hint)}"] if finding.hint else []
    lines.append("   " + "   · ".join([*advice, f"kehoach explain {finding.code}"]))
    return "\n".join(lines)


def _quote(at: Location, source: str) -> list[str]:
    """Return a line of a file with its number, and the carets below; nothing for a whole file."""
    if not at.line or not source.strip():
        return []
    number = f"{at.line:5}"
    line, carets = marked(source, at.column - 1, at.width)
    return [f"{number} | {line}", f"{' ' * len(number)} | {carets}"]


def as_json(findings: Sequence[Finding], files: int) -> str:
    """Return the findings as one JSON object, version 1."""
    rows = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            **_place(finding.at),
            "message": finding.message,
            "hint": finding.hint,
            "see": finding.see and _place(finding.see),
        }
        for finding in findings
    ]
    counts = {severity.value: sum(f.severity is severity for f in findings) for severity in Severity}
    return dumps("findings", {"findings": rows, "counts": counts, "files": files})


def _place(at: Location) -> dict[str, object]:
    return {"file": at.file, "line": at.line, "column": at.column, "width": at.width}


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """Return a workflow command of GitHub Actions for each finding: it shows beside the line in a pull request."""
    lines = []
    for finding in fewer(findings, by_folder=True):
        at = finding.at
        place = f",line={at.line},col={at.column},endColumn={at.column + at.width}" if at.line else ""
        notes = [finding.message]
        notes += [f"{OTHER}: {finding.see}"] if finding.see else []
        notes += [f"gợi ý: {finding.hint}"] if finding.hint else []
        lines.append(
            f"::{_GITHUB[finding.severity]} file={_property(at.file)}{place},title={finding.code}"
            f"::{_data(chr(10).join(map(printable, notes)))}"
        )
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def findings_sarif(findings: Sequence[Finding], rules: Iterable[Rule]) -> str:
    """Return the findings as a SARIF 2.1.0 log."""
    levels = {severity: severity.value for severity in Severity}
    described = {rule.code: Described(rule.title, rule.explanation, levels[rule.severity]) for rule in rules}
    results = [
        Result(
            finding.code,
            levels[finding.severity],
            f"{finding.message}{f' (gợi ý: {finding.hint})' if finding.hint else ''}",
            Spot(*finding.at),
            also=(Spot(*finding.see, text=OTHER),) if finding.see else (),
            line=finding.source,
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
