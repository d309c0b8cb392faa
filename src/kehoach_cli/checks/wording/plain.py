"""Findings of wording as plain values, which pass from one process to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found, Passage, Role
from kehoach_cli.diagnostics import Rule, Severity
from kehoach_cli.location import Located, Location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.checks.wording.prose import Prose

# The number of a passage of the document; of another value of the plan, its words, place and role.
_Passage = int | tuple[str, tuple[str, int, int, int], int]
_Place = tuple[_Passage, int, int]
Plain = tuple[int, list[tuple[tuple[str, str, str], _Place, str, str, _Place | None, int]]]
OfTexts = tuple[list[int], Plain]  # of the texts with these numbers
Told = tuple[Plain, OfTexts]  # of the plan, and of the entries' texts


def plain(prose: Prose, found: Iterable[Found]) -> Plain:
    """Return what was found in a document, and what document that was."""
    numbers = {passage: number for number, passage in enumerate(prose.passages)}

    def place(passage: Passage, start: int, end: int) -> _Place:
        if passage in numbers:
            return numbers[passage], start, end
        file, line, column, width = passage.text.at
        return (passage.value, (file, line, column, width), passage.role.value), start, end

    rows = []
    for one in found:
        rule = (one.rule.code, one.rule.severity.value, one.rule.title)
        see = place(*one.see) if one.see else None
        rows.append((rule, place(one.passage, one.start, one.end), one.message, one.hint, see, one.slip))
    return prose.fingerprint, rows


def found_in(prose: Prose, told: Plain) -> list[Found] | None:
    """Return what was found in this document, None when it was another one that was judged."""
    fingerprint, rows = told
    if fingerprint != prose.fingerprint:
        return None

    def passage(known: _Passage) -> Passage:
        if isinstance(known, int):
            return prose.passages[known]
        value, at, role = known
        return Passage(Located(value, Location(*at)), Role(role), prose.accepted)

    found = []
    for (code, severity, title), (known, start, end), message, hint, see, slip in rows:
        rule = Rule(code, Severity(severity), title, "")
        other = (passage(see[0]), *see[1:]) if see else None
        found.append(Found(rule, passage(known), start, end, message, hint, other, slip))
    return found
