"""What has become of the plan since it was issued: its words may only change through another issued document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kehoach_cli.changes.compare import changes_between
from kehoach_cli.changes.content import content_of
from kehoach_cli.changes.facts import facts_of
from kehoach_cli.changes.issued import ISSUED, silent_changes
from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.workspace import load
from kehoach_cli.location import Location
from kehoach_cli.model.register import in_force
from kehoach_cli.source.git import Revision

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.model.register import Issued
    from kehoach_cli.model.workspace import Workspace


def changed_since_issue(loaded: Loaded, root: Path) -> list[Finding]:
    """Return a KH801 finding for each printed word that differs from what was last issued; none for a draft."""
    workspace = loaded.workspace
    issued = in_force(loaded.register, workspace.year) if workspace.plan else None
    if issued is None or content_of(workspace) == issued.content.value:
        return []
    try:
        old = issued_workspace(issued, workspace, root)
    except RefusalError as refusal:
        message = (
            f"kế hoạch đã khác với bản ban hành số {issued.name}, không đọc được bản git của nó: {refusal.message}"
        )
        return [ISSUED.finding(Location("plan.yaml"), message, "lấy đủ lịch sử git: git fetch --unshallow")]
    return list(silent_changes(issued.name, changes_between(facts_of(old), facts_of(workspace))))


def issued_workspace(issued: Issued, now: Workspace, root: Path) -> Workspace:
    """Return the plan as it was issued, under the number and date that it has now. Raises RefusalError."""
    old = load(Revision(root, issued.commit.value)).workspace
    if old.plan is None or now.plan is None:
        return old
    return replace(old, plan=replace(old.plan, number=now.plan.number, date=now.plan.date))
