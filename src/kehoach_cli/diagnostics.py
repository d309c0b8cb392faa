"""Findings: what is wrong, where, how sure, and what to do; rules: the public promise behind a code."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from inspect import cleandoc
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach_cli.location import Location


class Severity(Enum):
    """How much a finding weighs: an error stops a document, a warning wants a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Rule:
    """A stable public code; `explanation` is what `kehoach explain` and the reference page say."""

    code: str
    severity: Severity
    title: str
    explanation: str

    def finding(self, at: Location, message: str, hint: str = "", *, see: Location | None = None) -> Finding:
        """Return a finding of this rule at a place; `see` is the other place that it speaks of."""
        return Finding(self.code, self.severity, at, message, hint, see)


@frozen
class Finding:
    """One thing found; `source` is the line of the file that it stands on, once that is known."""

    code: str
    severity: Severity
    at: Location
    message: str
    hint: str = ""
    see: Location | None = None
    source: str = ""


def error(code: str, title: str, explanation: str) -> Rule:
    """Return a rule whose findings stop a document from being made."""
    return Rule(code, Severity.ERROR, title, cleandoc(explanation))


def warning(code: str, title: str, explanation: str) -> Rule:
    """Return a rule whose findings want a person's look but stop nothing."""
    return Rule(code, Severity.WARNING, title, cleandoc(explanation))


def note(code: str, title: str, explanation: str) -> Rule:
    """Return a rule whose findings tell a person something and ask for nothing."""
    return Rule(code, Severity.NOTE, title, cleandoc(explanation))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without repeats, sorted by file, line, column and code."""
    return sorted(set(findings), key=lambda f: (f.at.file, f.at.line, f.at.column, f.code, f.message))


def quoted(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[Finding]:
    """Return the findings in order, each with the line of its file that views print above the caret."""
    lines = {file: text.split("\n") for file, text in texts.items()}
    return [
        replace(finding, source=lines[finding.at.file][finding.at.line - 1])
        if 0 < finding.at.line <= len(lines.get(finding.at.file, ()))
        else finding
        for finding in in_order(findings)
    ]


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
