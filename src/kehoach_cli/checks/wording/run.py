"""Runs the wording checks on the plan, the report texts and the entries, and leaves out what has been accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import agreement, surface
from kehoach_cli.checks.wording.collecting import acceptances, prose_of_plan, prose_of_report
from kehoach_cli.checks.wording.plain import found_in
from kehoach_cli.checks.wording.prose import Passage, Prose, Role
from kehoach_cli.checks.wording.speaking import said_once
from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread
from kehoach_cli.spelling import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from kehoach_cli.checks.wording.plain import OfTexts, Plain, Told
    from kehoach_cli.checks.wording.prose import Found
    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.location import Place
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.workspace import Workspace

Line = tuple[str, int]  # a file and the number of a line in it
_QUOTED = re.compile("`([^`]*)`")

UNUSED = warning(
    "KH591",
    "mục accept không còn khớp với cảnh báo nào",
    """
    `accept` giữ lại một cảnh báo KH5xx trên đúng các chữ ghi ở `text`, ngay trong phần đó của tệp. Không cảnh báo nào
    khớp thì chữ đã được sửa, mã ghi nhầm, hoặc mục này đứng sai chỗ: để lại thì lần sau nó che một lỗi khác.
    """,
)


def check(
    workspace: Workspace,
    loaded: Loaded,
    place: Place,
    told: Callable[[], Told] | None = None,
    wrong: Container[Line] = (),
) -> Iterator[Finding]:
    """Yield the findings of wording that nobody has accepted, and the acceptances that accept nothing.

    What is printed of the workspace is judged, and what else was `loaded`: the texts of reports and entries.
    `told` returns what `judges.of_plan_alone` and `judges.of_texts` returned elsewhere; it is asked last. `wrong` are
    the lines of which something else is said.
    """
    reports, progress = loaded.reports, loaded.progress
    used: set[int] = set()
    for found in _counted(_all(workspace, reports, progress, told), wrong):
        by = _accepted_by(found)
        if by is not None:
            used.add(id(by))
            continue
        see = place(found.see[0].text, *found.see[1:]) if found.see else None
        at = place(found.passage.text, found.start, found.end)
        slip = place(found.passage.text, found.slip, found.end) if found.slip > found.start else at
        at = slip if slip.line != at.line else at
        yield found.rule.finding(at, found.message, found.hint, see=see)
    given = [*acceptances(workspace, reports), *(one for entry in progress.entries for one in entry.accept)]
    if not given:
        return
    known = {rule.code for rule in all_rules()}
    codes = Names(known)
    for acceptance in given:
        if acceptance.code.value and acceptance.code.value not in known:
            near = codes.nearest(acceptance.code.value.replace("O", "0").replace("l", "1"))
            message = f"`{acceptance.code}` không phải mã của một cảnh báo về lời văn"
            hint = f"có phải `{near}`?" if near else "dùng một mã KH5xx"
            if re.fullmatch(r"KH[0-46-9]\d\d", acceptance.code.value):
                hint = "dùng một mã KH5xx: chỉ cảnh báo về lời văn mới giữ lại được tại chỗ"
            yield UNUSED.finding(acceptance.code.at, message, hint)
        elif id(acceptance) not in used and acceptance.text.value and not is_unread(acceptance.reason):
            message = f"không có cảnh báo {acceptance.code} nào trên `{acceptance.text}` ở phần này"
            yield UNUSED.finding(acceptance.text.at, message, "xóa mục này, hoặc chép đúng các chữ mà cảnh báo chỉ vào")


def all_rules() -> tuple[Rule, ...]:
    """Return every rule of wording."""
    from kehoach_cli.checks.wording.rules import RULES  # noqa: PLC0415 - the same

    return (*RULES, UNUSED)


def _all(
    workspace: Workspace, reports: Sequence[ReportText], progress: Progress, told: Callable[[], Told] | None
) -> Iterator[Found]:
    plan = prose_of_plan(workspace)
    yield from agreement.check(workspace)
    on_its_surface = list(surface.check(plan))
    of_plan, of_entries = told() if told else (None, None)
    yield from said_once([*on_its_surface, *_beneath(workspace, plan, of_plan)])
    for report in reports:
        from kehoach_cli.checks.wording import judges  # noqa: PLC0415 - many plans have no report yet

        yield from judges.of_document(prose_of_report(report, plan.names), plan)
    yield from _in_entries(progress, plan.names, of_entries)


def _beneath(workspace: Workspace, prose: Prose, told: Plain | None) -> list[Found]:
    """Return what is wrong beneath the surface of the plan: what was `told`, if it is of this very document."""
    found = told and found_in(prose, told)
    if found is None:
        from kehoach_cli.checks.wording import judges  # noqa: PLC0415 - another process has judged most plans

        found = list(judges.of_plan_beneath(prose, workspace.plan))
    return found


def _in_entries(progress: Progress, names: tuple[str, ...], told: OfTexts | None) -> list[Found]:
    """Return what is wrong in the titles and notes of entries: what was `told`, if it is of a plan of these units."""
    found = told and _found_in_entries(progress, names, told)
    if found is None:
        from kehoach_cli.checks.wording import judges  # noqa: PLC0415 - as above

        texts = (text.value for text, _ in progress.texts)
        found = _found_in_entries(progress, names, judges.of_texts(texts, names))
    return found or []


def _found_in_entries(progress: Progress, names: tuple[str, ...], told: OfTexts) -> list[Found] | None:
    numbers, found = told
    odd = map(progress.texts.__getitem__, numbers)
    prose = Prose(tuple(Passage(text, Role.ENTRY, entry.accept) for text, entry in odd))
    prose.names = names
    return found_in(prose, found)


def _counted(found: Iterable[Found], wrong: Container[Line]) -> Iterator[Found]:
    """Yield the findings; one on a schedule that many topics write alike stands for all of them and counts them.

    A schedule on a line that is `wrong` otherwise stands for them only where no other one does.
    """
    several: dict[tuple[object, ...], list[Found]] = {}
    for one in found:
        if one.passage.role is Role.SCHEDULE:
            defect = _defect(one)
            again = sum(seen.passage is one.passage for seen in several.get((*defect, 0), ()))
            several.setdefault((*defect, again), []).append(one)
        else:
            yield one
    for alike in several.values():
        more = f" ({len(alike)} nội dung viết như vậy)" if len(alike) > 1 else ""
        open_ = [one for one in alike if _accepted_by(one) is None]
        open_.sort(key=lambda one: (one.passage.text.at.file, one.passage.text.at.line) in wrong)
        yield from (one for one in alike if _accepted_by(one) is not None)
        yield from (one._replace(message=one.message + more) for one in open_[:1])


def _defect(found: Found) -> tuple[object, ...]:
    """Return what is wrong with a schedule: a sign that the message names, in whatever words, or those very words."""
    signs = [words for words in _QUOTED.findall(found.message) if len(words) == 1 and not words.isalnum()]
    if signs:
        return found.rule.code, _QUOTED.sub("", found.message), *signs
    return found.rule.code, found.passage.value, found.start


def _accepted_by(found: Found) -> Acceptance | None:
    """Return the acceptance of this code on these very words, or on more words around them."""
    for acceptance in found.passage.accepted:
        text = acceptance.text.value
        if acceptance.code.value != found.rule.code or not text:
            continue
        at = found.passage.value.find(text, max(found.end - len(text), 0))
        if text == found.words or 0 <= at <= found.start:
            return acceptance
    return None
