"""The documents themselves, drafts and issued ones: the data of one commit, numbered by a line of the register."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kehoach_cli.changes.compare import changes_between
from kehoach_cli.changes.facts import facts_of
from kehoach_cli.errors import RefusalError
from kehoach_cli.issuing.since import issued_workspace
from kehoach_cli.loading.workspace import load
from kehoach_cli.model.lookup import find_group, find_topic
from kehoach_cli.model.periods import period_named
from kehoach_cli.model.register import IssuedKind, full_document, in_force, stamped
from kehoach_cli.model.units import Units
from kehoach_cli.render.amendment import Replaced, amendment_document
from kehoach_cli.render.plan import plan_document
from kehoach_cli.render.report import make_report, report_document
from kehoach_cli.source.git import Revision
from kehoach_cli.views.change_words import Speaker
from kehoach_cli.views.changes import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Issued
    from kehoach_cli.model.topics import Group, Topic
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.render.document import Document
    from kehoach_cli.render.report import Report

GROUP_SCOPE = "nhom-"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where documents are made: the workspace's root in git, and the register as it stands."""

    root: Path
    register: Sequence[Issued]

    def at(self, commit: str) -> Loaded:
        """Return the workspace of a commit. Raises RefusalError."""
        return load(Revision(self.root, commit), progress=True)

    def issued(self, issued: Issued) -> Document:
        """Return an issued document as it was made from its commit. Raises TemplateMistakesError, RefusalError."""
        loaded = self.at(issued.commit.value)
        if issued.kind.value is IssuedKind.REPORT:
            return self.report(self.issued_report(issued, loaded), loaded)
        earlier = [one for one in self.register if one.order < issued.order]
        return self.plan(issued.kind.value, loaded, stamped(_written(loaded), issued), earlier)

    def plan(self, kind: IssuedKind, loaded: Loaded, plan: Plan, earlier: Sequence[Issued]) -> Document:
        """Return the plan, its amendment or its replacement, as the data of `loaded` say it.

        `plan` carries the number and date to print. Raises TemplateMistakesError, RefusalError.
        """
        replaced = None if kind is IssuedKind.PLAN else self.replaced(loaded.workspace, earlier)
        if kind is IssuedKind.AMENDMENT and replaced is not None:
            return amendment_document(plan, replaced, loaded.source)
        units = loaded.workspace.units or Units()
        return plan_document(plan, units, loaded.workspace, loaded.source, replaced)

    def replaced(self, workspace: Workspace, earlier: Sequence[Issued]) -> Replaced:
        """Return the issued plan that a workspace amends, with the rows of what differs. Raises RefusalError."""
        whole, last = full_document(earlier, workspace.year), in_force(earlier, workspace.year)
        if whole is None or last is None:
            message = f"kế hoạch năm {workspace.year} chưa ban hành, chưa có gì để sửa đổi hay thay thế"
            raise RefusalError(message, "ban hành kế hoạch trước: kehoach issue plan --number SỐ --date NGÀY")
        old = issued_workspace(last, workspace, self.root)
        changes = changes_between(facts_of(old), facts_of(workspace))
        return Replaced(whole, rows_of(Speaker(old, workspace), changes))

    def issued_report(self, issued: Issued, loaded: Loaded) -> Report:
        """Return an issued report with the figures of its commit. Raises RefusalError."""
        cutoff = _written(loaded).reporting.cutoff.value
        period = period_named(str(issued.report), cutoff) if issued.report else None
        if period is None:
            message = f"dòng sổ {issued.file} không nói báo cáo của kỳ nào"
            raise RefusalError(message, "khôi phục tệp này từ git")
        scope = scope_named(loaded.workspace, str(issued.scope or ""))
        last = issued.as_of.value if issued.as_of else None
        made = make_report(loaded, period, scope=scope, as_of=last, title=issued.subject.value)
        return replace(made, issued=issued)

    @staticmethod
    def report(report: Report, loaded: Loaded) -> Document:
        """Return a report set in its form. Raises TemplateMistakesError, RefusalError."""
        return report_document(report, loaded.workspace, loaded.source)


def scope_named(workspace: Workspace, name: str) -> Group | Topic | None:
    """Return the topic or group of a report by its name in the register. Raises RefusalError."""
    if not name:
        return None
    if name.startswith(GROUP_SCOPE):
        for group in workspace.groups:
            if group.id == name.removeprefix(GROUP_SCOPE):
                return group
        return find_group(workspace, name)
    return find_topic(workspace, name)


def _written(loaded: Loaded) -> Plan:
    if loaded.written is None:
        message = "không đọc được plan.yaml"
        raise RefusalError(message, "xem: kehoach check")
    return loaded.written
