"""Findings of wording as plain values, which pass from one process to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Found
from kehoach_cli.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.checks.wording.prose import Prose

_Place = tuple[int, int, int]  # the number of a passage, and where in it
Plain = tuple[int, list[tuple[tuple[str, str, str], _Place, str, str, _Place | None]]]


def plain(prose: Prose, found: Iterable[Found]) -> Plain:
    """Return what was found in a document, and what document that was."""
    numbers = {passage: number for number, passage in enumerate(prose.passages)}
    rows = []
    for one in found:
        rule = (one.rule.code, one.rule.severity.value, one.rule.title)
        see = (numbers[one.see[0]], *one.see[1:]) if one.see else None
        rows.append((rule, (numbers[one.passage], one.start, one.end), one.message, one.hint, see))
    return prose.fingerprint, rows


def found_in(prose: Prose, told: Plain) -> list[Found] | None:
    """Return what was found in this document, None when it was another one that was judged."""
    fingerprint, rows = told
    if fingerprint != prose.fingerprint:
        return None
    found = []
    for (code, severity, title), (number, start, end), message, hint, see in rows:
        rule = Rule(code, Severity(severity), title, "")
        other = (prose.passages[see[0]], *see[1:]) if see else None
        found.append(Found(rule, prose.passages[number], start, end, message, hint, other))
    return found
