"""What judging a document's form came to: text, JSON, SARIF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.views.json_document import dumps
from kehoach_cli.views.sarif import Described, Result, Spot, as_sarif

if TYPE_CHECKING:
    from kehoach_cli.conformance.judge import FormFinding, Verdict
    from kehoach_cli.conformance.rules import RuleBook

_WORDS = {True: "lỗi", False: "thông lệ"}
_LEVELS = {True: "error", False: "warning"}


def as_text(verdict: Verdict, file: str) -> str:
    r"""Return a block for each finding, what could not be judged, and a line that counts, ended by \n."""
    lines = []
    for finding in verdict.findings:
        more = f" (và {finding.count - 1} chỗ khác như vậy)" if finding.count > 1 else ""
        lines.append(f"{file}: {_WORDS[finding.legal]}[{finding.code}] {finding.place}{more}")
        lines.append(f"   thấy: {finding.found}; đúng: {finding.allowed}")
        lines.append(f"   {finding.what} · {clause(finding)}")
    if verdict.not_judged:
        lines.append("Không đánh giá được:")
        lines += [f"   {one.code} {one.what}: {one.reason}" for one in verdict.not_judged]
    legal = sum(finding.legal for finding in verdict.findings)
    counts = f"{legal} lỗi, {len(verdict.findings) - legal} điều khác thông lệ"
    checked = f"{len(verdict.passed)} quy tắc đạt, {len(verdict.not_judged)} không đánh giá được"
    return "\n".join([*lines, f"{file}: {counts}; {checked}"]) + "\n"


def clause(finding: FormFinding) -> str:
    """Return the clause as it is cited."""
    return f"NĐ 30/2020/NĐ-CP, {finding.clause}" if finding.legal else finding.clause


def as_json(verdict: Verdict, file: str) -> str:
    """Return the verdict as JSON, version 1."""
    return dumps(
        "form-findings",
        {
            "file": file,
            "findings": [
                {
                    "code": finding.code,
                    "severity": "LEGAL" if finding.legal else "PRACTICE",
                    "clause": finding.clause,
                    "rule": finding.what,
                    "place": finding.place,
                    "found": finding.found,
                    "allowed": finding.allowed,
                    "count": finding.count,
                }
                for finding in verdict.findings
            ],
            "not_judged": [
                {"code": one.code, "clause": one.clause, "rule": one.what, "reason": one.reason}
                for one in verdict.not_judged
            ],
            "passed": list(verdict.passed),
        },
    )


def form_sarif(verdict: Verdict, file: str, book: RuleBook) -> str:
    """Return the verdict as a SARIF log; a .docx has no lines, so places are words."""
    rules = {
        rule.id.value: Described(
            rule.what.value,
            f"{rule.what} (NĐ 30/2020/NĐ-CP, {rule.clause})",
            _LEVELS[rule.severity.value.value == "LEGAL"],
        )
        for rule in book.rules
    }
    results = [
        Result(
            finding.code,
            _LEVELS[finding.legal],
            f"{finding.place}: thấy {finding.found}; đúng {finding.allowed} ({clause(finding)})",
            Spot(file),
            place=finding.place,
        )
        for finding in verdict.findings
    ]
    notices = [f"{one.code} không đánh giá được: {one.reason}" for one in verdict.not_judged]
    return as_sarif(results, rules, notices)
