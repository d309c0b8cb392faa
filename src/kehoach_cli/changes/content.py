"""The content of a plan as one hash: equal hashes say the same words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kehoach_cli.changes.facts import facts_of
from kehoach_cli.changes.issued import NOT_PRINTED
from kehoach_cli.model.register import digest

if TYPE_CHECKING:
    from kehoach_cli.model.workspace import Workspace

# The register gives number and date; entries and forms of results are not of the plan's text.
_GIVEN = {("plan", field) for field in ("number", "day", "month", "date_year")}
_OTHER = {"entry", "form"}


def content_of(workspace: Workspace) -> str:
    """Return the hash of all that the plan prints, its number and date left out."""
    facts = [
        [*key, fact.value if isinstance(fact.value, str) else list(fact.value)]
        for key, fact in facts_of(workspace).items()
        if key.kind not in _OTHER and (key.kind, key.field) not in NOT_PRINTED | _GIVEN
    ]
    return digest(json.dumps(sorted(facts, key=lambda row: row[:3]), ensure_ascii=False).encode())
