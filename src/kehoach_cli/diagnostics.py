"""Findings: what is wrong, where, how sure, and what to do; rules: the public promise behind a code."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kehoach_cli.location import Location


# So many of one rule in one file are shown; the rest is counted, and seen when these are mended.
MOST = 200
_ROOM = 1000  # letters of a message


class Severity(Enum):
    """How much a finding weighs: an error stops a document, a warning wants a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Rule:
    """A stable public code; `indented` is its explanation as the program's text has it."""

    code: str
    severity: Severity
    title: str
    indented: str

    @property
    def explanation(self) -> str:
        """Return what `kehoach explain` and the reference page say."""
        from inspect import cleandoc  # noqa: PLC0415 - it imports half of Python's own tools, for one command

        return cleandoc(self.indented)

    def finding(
        self, at: Location, message: str, hint: str = "", *, see: Location | None = None, for_line: bool = False
    ) -> Finding:
        """Return a finding of this rule at a place; `see` is the other place that it speaks of.

        `for_line`: what the line holds could only be guessed, so that no other finding on it is worth saying.
        """
        return Finding(self.code, self.severity, at, _short(message), _short(hint), see, for_line)


@frozen
class Finding:
    """One thing found; `see` is the other place that it speaks of, the sources are the lines of both, once known."""

    code: str
    severity: Severity
    at: Location
    message: str
    hint: str = ""
    see: Location | None = None
    for_line: bool = False
    source: str = ""
    see_source: str = ""


def _short(text: str) -> str:
    """Return the text, cut where it is long: a value that it quotes may be a file's whole five million letters."""
    return text if len(text) <= _ROOM else f"{text[:_ROOM]}…"


def error(code: str, title: str, explanation: str) -> Rule:
    """Return a rule whose findings stop a document from being made."""
    return Rule(code, Severity.ERROR, title, explanation)


def warning(code: str, title: str, explanation: str) -> Rule:
    """Return a rule whose findings want a person's look but stop nothing."""
    return Rule(code, Severity.WARNING, title, explanation)


def note(code: str, title: str, explanation: str) -> Rule:
    """Return a rule whose findings tell a person something and ask for nothing."""
    return Rule(code, Severity.NOTE, title, explanation)


def fewer(findings: Iterable[Finding], *, by_folder: bool = False) -> list[Finding]:
    """Return the findings but those of one rule that are too many in one file: there, the last one counts the others.

    `by_folder`: the findings that speak of whole files, too many in one folder. None of what is left becomes fewer.
    """
    kept: list[Finding] = []
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], int] = {}
    for finding in findings:
        at = finding.at
        place = at.file.rpartition("/")[0] if by_folder else at.file
        if by_folder and at.line:
            kept.append(finding)
            continue
        counts[key := (place, finding.code)] += 1
        if counts[key] <= MOST + 1:
            last[key] = len(kept)
            kept.append(finding)
    for key, index in last.items():
        if counts[key] > MOST + 1:
            what = "tệp như vậy nữa trong thư mục" if by_folder else "chỗ như vậy nữa trong tệp"
            kept[index] = replace(kept[index], message=f"còn {counts[key] - MOST} {what} này", hint="", see=None)
    return kept


def outspoken(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings but those on a line for which another one speaks alone."""
    found = list(findings)
    lines = {(one.at.file, one.at.line) for one in found if one.for_line}
    return [one for one in found if one.for_line or (one.at.file, one.at.line) not in lines] if lines else found


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without repeats, sorted by file, line, column and code."""
    return sorted(set(findings), key=lambda f: (f.at.file, f.at.line, f.at.column, f.code, f.message))


def quoted(findings: Iterable[Finding], texts_of: Callable[[set[str]], Mapping[str, str]]) -> list[Finding]:
    """Return the findings in order, each with the lines that views print above the carets.

    `texts_of` gives the text of files, as far as they can be read.
    """
    found = in_order(fewer(outspoken(findings)))
    files = {place.file for one in found for place in (one.at, one.see) if place and place.line}
    lines = {file: text.split("\n") for file, text in texts_of(files).items()}

    def line(at: Location | None, known: str) -> str:
        text = lines.get(at.file, ()) if at else ()
        return text[at.line - 1] if at and 0 < at.line <= len(text) else known

    return [replace(one, source=line(one.at, one.source), see_source=line(one.see, one.see_source)) for one in found]


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
