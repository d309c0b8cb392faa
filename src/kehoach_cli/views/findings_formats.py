"""Findings for programs: as JSON, as GitHub annotations and as SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity, fewer
from kehoach_cli.spelling import printable
from kehoach_cli.views.findings import OTHER
from kehoach_cli.views.json_document import dumps
from kehoach_cli.views.sarif import Described, Result, Spot, as_sarif

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Location


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
    """Return the file, the line, the column and the width."""
    return at.for_programs()._asdict()


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """Return a workflow command of GitHub Actions for each finding: it shows beside the line in a pull request."""
    lines = []
    for finding in fewer(findings, by_folder=True):
        at = finding.at.for_programs()
        place = f",line={at.line},col={at.column},endColumn={at.column + at.width}"
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
            Spot(*finding.at.for_programs()),
            also=(Spot(*finding.see.for_programs(), text=OTHER),) if finding.see else (),
            line=finding.source,
        )
        for finding in findings
    ]
    return as_sarif(results, described)
