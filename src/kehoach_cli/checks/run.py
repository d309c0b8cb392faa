"""Runs every check, and lists every rule that kehoach knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks import content, entries, forms, ids, mistyped, register, reports, schedules, units
from kehoach_cli.diagnostics import Rule, quoted
from kehoach_cli.loading import rules as loading_rules
from kehoach_cli.source import rules as source_rules

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.workspace import Loaded

CHECKS = (ids.check, content.check, units.check, schedules.check, forms.check)
_HOMES = (source_rules, loading_rules, ids, content, units, schedules, forms, mistyped, entries, reports, register)


def findings_of(loaded: Loaded) -> list[Finding]:
    """Return all findings, of loading and of every check, in order, each with the line that it stands on."""
    workspace, slips = mistyped.mistyped(loaded.workspace, loaded.progress, loaded.reports)
    found = [*loaded.findings, *slips]
    for check in CHECKS:
        found.extend(check(workspace))
    found.extend(register.check(loaded.written, loaded.register))
    if loaded.with_progress:
        found.extend(entries.check(workspace, loaded.progress))
        found.extend(reports.check(workspace, loaded.reports))
    return quoted(found, loaded.texts_of)


def all_rules() -> list[Rule]:
    """Return every rule of loading and checking, by code."""
    rules = [value for home in _HOMES for value in vars(home).values() if isinstance(value, Rule)]
    return sorted(rules, key=lambda rule: rule.code)
