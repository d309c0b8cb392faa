"""Runs every check, and lists every rule that kehoach knows."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kehoach_cli.checks import (
    appendix,
    blocks,
    classes,
    content,
    entries,
    filing,
    forms,
    ids,
    marks,
    mistyped,
    naming,
    numbering,
    repeats,
    schedules,
    signature,
    units,
)
from kehoach_cli.diagnostics import Rule, quoted
from kehoach_cli.source import rules as source_rules
from kehoach_cli.source.letters import Letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kehoach_cli.checks.wording.plain import Told
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.location import Location, Text
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.workspace import Workspace

_NO_SYLLABLE = "KH502"
_WRONG_WORD = {"KH501", _NO_SYLLABLE, "KH503", "KH505", "KH507"}
CHECKS = (
    ids.check,
    numbering.check,
    repeats.check,
    blocks.check,
    signature.check,
    classes.check,
    schedules.check,
    forms.check,
)


def findings_of(loaded: Loaded, *, with_wording: bool = False, told: Callable[[], Told] | None = None) -> list[Finding]:
    """Return all findings, of loading and of every check, in order, each with the line that it stands on.

    The wording is judged where it is wanted: a list or a report does not hang on it. `told` returns what the judges of
    wording have found elsewhere in the meantime, in the plan and in the entries' texts.
    """
    found = _without_unread_times(list(_found(loaded, told, with_wording=with_wording)))
    return quoted(_without_reworded(found, loaded), loaded.texts_of)


def _without_unread_times(findings: list[Finding]) -> list[Finding]:
    """Return the findings but for the schedules that cannot be read for a word that is told to be wrong: Thág 6."""
    unread = [one for one in findings if one.code == schedules.UNREAD.code]
    words = {(one.at.file, one.at.line) for one in findings if one.code in _WRONG_WORD} if unread else set()
    return [one for one in findings if one.code != schedules.UNREAD.code or (one.at.file, one.at.line) not in words]


def _without_reworded(findings: list[Finding], loaded: Loaded) -> list[Finding]:
    """Return the findings but for the notes on entries of an older wording, where that wording has a mistake now.

    Once it is mended the entries may be of that wording again.
    """
    notes = [one for one in findings if one.code == entries.OLD_WORDING.code and one.see]
    if not notes:
        return findings
    starts = sorted((row.product.at.file, row.product.at.line) for row in loaded.workspace.rows())

    def product_at(place: Location) -> tuple[str, int] | None:
        start = starts[bisect_right(starts, (place.file, place.line)) - 1]
        return start if start[0] == place.file and start[1] <= place.line else None

    wrong = {product_at(one.at) for one in findings if starts and one.code != entries.OLD_WORDING.code}
    reworded = {id(one) for one in notes if one.see and starts and product_at(one.see) in wrong - {None}}
    return [one for one in findings if id(one) not in reworded]


def _found(loaded: Loaded, told: Callable[[], Told] | None, *, with_wording: bool) -> Iterator[Finding]:
    workspace, pasted = ids.without_copies(loaded.workspace)
    place = _Places(loaded)
    workspace, slips = mistyped.mistyped(workspace, loaded.progress, loaded.reports, place)
    yield from loaded.findings
    yield from pasted
    yield from slips
    of_plan = [finding for check in CHECKS for finding in check(workspace)]
    of_plan += units.check(workspace, loaded.progress)
    yield from of_plan
    yield from content.check(workspace)
    yield from marks.check(workspace, place)
    yield from appendix.check(workspace, loaded.findings)
    if loaded.register:
        from kehoach_cli.checks import register  # noqa: PLC0415 - before a plan is issued there is none

        yield from register.check(loaded.written, loaded.register)
    plan = workspace.plan
    if loaded.with_progress and (loaded.progress.files or (plan and plan.reporting.checkpoints)):
        yield from _of_progress(workspace, loaded.progress, loaded.findings)
    if loaded.reports:
        from kehoach_cli.checks import reports  # noqa: PLC0415 - many plans have none yet

        yield from reports.check(workspace, loaded.reports, loaded.progress)
        yield from repeats.check_reports(loaded.reports)
        yield from signature.check_reports(workspace, loaded.reports)
        yield from schedules.issue_dates(report.date for report in loaded.reports)
    if with_wording:
        from kehoach_cli.checks.wording import run as wording  # noqa: PLC0415 - lists and reports need none of it
        from kehoach_cli.checks.wording import spaces  # noqa: PLC0415 - the same

        yield from spaces.check(loaded.texts)
        # Words that a hidden sign holds apart or glues together are no words: the sign is said.
        hidden = {(one.at.file, one.at.line) for one in loaded.findings if one.code == source_rules.HIDDEN.code}
        wrong = {(one.at.file, one.at.line) for one in of_plan}
        for finding in wording.check(naming.meant(workspace), loaded, place, told, wrong):
            if (finding.at.file, finding.at.line) not in hidden or finding.code != _NO_SYLLABLE:
                yield finding


def _of_progress(workspace: Workspace, progress: Progress, told: Iterable[Finding]) -> Iterator[Finding]:
    # A plan has no result when it is made.
    from kehoach_cli.checks import checkpoints, copies, links, roles, silent  # noqa: PLC0415

    said = [*entries.check(workspace, progress), *silent.check(progress, told), *copies.check(progress)]
    yield from said
    yield from entries.check_totals(workspace)
    yield from checkpoints.check(workspace, progress, said)
    yield from links.check(progress)
    yield from filing.check(workspace, progress)
    yield from roles.check(workspace, progress)
    yield from repeats.check_entries(progress)


class _Places:
    """Finds where a part of a value stands in its file; a file is read again only when something in it is found."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._files: dict[str, Letters] = {}

    def __call__(self, value: Text, start: int, end: int) -> Location:
        file = value.at.file
        if file not in self._files:
            self._files[file] = Letters(self._loaded.texts_of({file}).get(file, ""))
        return self._files[file].place(value, start, end)


def all_rules() -> list[Rule]:
    """Return every rule of loading and checking, by code."""
    from kehoach_cli.checks import checkpoints, copies, links, register, reports, roles, silent  # noqa: PLC0415 - as above
    from kehoach_cli.checks.wording.run import all_rules as of_wording  # noqa: PLC0415 - as above
    from kehoach_cli.loading import rules as loading_rules  # noqa: PLC0415 - as above

    homes = (
        *(source_rules, loading_rules, ids, numbering, repeats, content, marks, appendix, blocks, signature),
        *(units, naming, classes, schedules, forms, mistyped),
        *(entries, silent, checkpoints, copies, links, filing, roles, reports, register),
    )
    rules = {value.code: value for home in homes for value in vars(home).values() if isinstance(value, Rule)}
    return sorted((*rules.values(), *of_wording()), key=lambda rule: rule.code)
