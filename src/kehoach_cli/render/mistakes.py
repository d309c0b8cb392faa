"""A document that cannot be made because a template or the style table is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.diagnostics import Finding


class TemplateMistakesError(Exception):
    """Holds every mistake found in the templates, each with its line."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__("; ".join(f"{finding.at}: {finding.message}" for finding in self.findings))
