"""What `kehoach check` does once it is known what is asked."""

from __future__ import annotations

import os
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.cli.session import Checked, Session
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Location


class FindingFormat(Enum):
    """The forms in which findings can be printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def check_all(
    session: Session,
    *,
    files: Sequence[str] = (),
    form: FindingFormat | None = None,
    strict: bool = False,
    against: str | None = None,
    at: str | None = None,
) -> int:
    """Return 1 when there is an error (with `strict`, a warning too), 0 otherwise. Raises RefusalError."""
    checked = session.check(at, progress=True, wording=True)
    findings = checked.findings
    if against is not None:
        findings = _with_silent_changes(checked, session.check(against))
    if files:
        wanted = {_relative(name, session.folder()) for name in files}
        missing = sorted(wanted - checked.loaded.files - {finding.at.file for finding in findings})
        if missing:
            message = f"kehoach không đọc tệp này: {', '.join(missing)}"
            raise RefusalError(message, "chỉ ra plan.yaml, units.yaml hoặc tệp trong topics/, progress/, reports/")
        findings = [finding for finding in findings if finding.at.file in wanted]
    count = len(checked.loaded.files)
    if form is None:
        form = FindingFormat.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else FindingFormat.TEXT
    if form is FindingFormat.TEXT:
        session.show(findings, count)
    elif form is FindingFormat.JSON:
        session.print(_json(findings, count))
    elif form is FindingFormat.SARIF:
        session.print(_sarif(_from_here(findings, session.folder())))
    else:
        session.print(_github(_from_here(findings, session.folder()), count))
    return int(any(_stops(finding, strict=strict) for finding in findings))


def _with_silent_changes(checked: Checked, before: Checked) -> list[Finding]:
    """Return the findings with one for each printed word of an issued plan that has changed since `before`."""
    from kehoach_cli.changes.compare import changes_between
    from kehoach_cli.changes.facts import facts_of
    from kehoach_cli.changes.issued import issued_name, silent_changes
    from kehoach_cli.diagnostics import quoted

    old, new = before.loaded.workspace, checked.loaded.workspace
    name = issued_name(old.plan)
    found = list(silent_changes(name, changes_between(facts_of(old), facts_of(new)))) if name else []
    return quoted([*checked.findings, *found], checked.loaded.texts_of)


def _json(findings: list[Finding], files: int) -> str:
    from kehoach_cli.views.findings_formats import as_json

    return as_json(findings, files)


def _github(findings: list[Finding], files: int) -> str:
    from kehoach_cli.views.findings import summary
    from kehoach_cli.views.findings_formats import as_github

    return "\n".join(filter(None, (as_github(findings), summary(findings, files))))


def _sarif(findings: list[Finding]) -> str:
    from kehoach_cli.changes.issued import ISSUED
    from kehoach_cli.checks.run import all_rules
    from kehoach_cli.views.findings_formats import findings_sarif

    return findings_sarif(findings, [*all_rules(), ISSUED])


def _from_here(findings: list[Finding], root: Path) -> list[Finding]:
    """Return the findings with files as they are called from the current folder: a code host knows no other root."""
    from dataclasses import replace
    from pathlib import Path

    try:
        prefix = Path(os.path.relpath(root)).as_posix()
    except (ValueError, FileNotFoundError):  # on another Windows drive; or the current folder is gone
        prefix = root.as_posix()
    if prefix == ".":
        return findings

    def here(at: Location) -> Location:
        return at._replace(file=f"{prefix}/{at.file}")

    return [replace(one, at=here(one.at), see=one.see and here(one.see)) for one in findings]


def _stops(finding: Finding, *, strict: bool) -> bool:
    from kehoach_cli.diagnostics import Severity

    return finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)


def _relative(name: str, root: Path) -> str:
    from pathlib import Path

    try:
        return Path(os.path.relpath(Path(name).absolute(), root)).as_posix()
    except (ValueError, FileNotFoundError):  # on another Windows drive; or the current folder is gone
        return name
