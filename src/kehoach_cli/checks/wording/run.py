"""Runs the wording checks on the plan, the report texts and the entries, and leaves out what has been accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import (
    abbreviations,
    abolished,
    agreement,
    alphabet,
    calendar_days,
    capitals,
    citations,
    dating,
    days,
    endings,
    joins,
    pairs,
    phrases,
    proper,
    results,
    sentences,
    signs,
    strays,
    symbols,
    variants,
    ward,
    words,
)
from kehoach_cli.checks.wording.collecting import acceptances, prose_of_plan, prose_of_report
from kehoach_cli.checks.wording.prose import Found, Role
from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread
from kehoach_cli.spelling import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.checks.wording.prose import Passage, Prose
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Place
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.entries import Progress
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.workspace import Workspace

UNUSED = warning(
    "KH591",
    "mục accept không còn khớp với cảnh báo nào",
    """
    `accept` giữ lại một cảnh báo KH5xx trên đúng các chữ ghi ở `text`, ngay trong phần đó của tệp. Không cảnh báo nào
    khớp thì chữ đã được sửa, mã ghi nhầm, hoặc mục này đứng sai chỗ: để lại thì lần sau nó che một lỗi khác.
    """,
)
RULES = (
    alphabet.LOOK_ALIKE,
    *signs.RULES,
    *words.RULES,
    *phrases.RULES,
    *strays.RULES,
    *endings.RULES,
    *variants.RULES,
    *capitals.RULES,
    *sentences.RULES,
    *citations.RULES,
    *dating.RULES,
    *proper.RULES,
    *calendar_days.RULES,
    *abolished.RULES,
    *days.RULES,
    *abbreviations.RULES,
    *agreement.RULES,
    *ward.RULES,
    UNUSED,
)
JUDGES = (
    signs,
    words,
    phrases,
    strays,
    endings,
    capitals,
    citations,
    symbols,
    dating,
    days,
    joins,
    proper,
    calendar_days,
    abolished,
)
# A report prints words of the plan among its own: what it writes in another way, or short, may stand there.
COMPARING = (variants, abbreviations)


def check(workspace: Workspace, reports: Sequence[ReportText], progress: Progress, place: Place) -> Iterator[Finding]:
    """Yield the findings of wording that nobody has accepted, and the acceptances that accept nothing."""
    used: set[int] = set()
    for found in _counted(_all(workspace, reports, progress)):
        by = _accepted_by(found)
        if by is not None:
            used.add(id(by))
            continue
        see = place(found.see[0].text, *found.see[1:]) if found.see else None
        at = place(found.passage.text, found.start, found.end)
        yield found.rule.finding(at, found.message, found.hint, see=see)
    known = {rule.code for rule in RULES}
    codes = Names(known)
    given = [*acceptances(workspace, reports), *(one for entry in progress.entries for one in entry.accept)]
    for acceptance in given:
        if acceptance.code.value and acceptance.code.value not in known:
            near = codes.nearest(acceptance.code.value)
            message = f"`{acceptance.code}` không phải mã của một cảnh báo về lời văn"
            hint = f"có phải `{near}`?" if near else "dùng một mã KH5xx"
            if re.fullmatch(r"KH[0-46-9]\d\d", acceptance.code.value):
                hint = "sửa lỗi mà mã này nói tới: chỉ cảnh báo KH5xx mới giữ lại được tại chỗ"
            yield UNUSED.finding(acceptance.code.at, message, hint)
        elif id(acceptance) not in used and acceptance.text.value and not is_unread(acceptance.reason):
            message = f"không có cảnh báo {acceptance.code} nào trên `{acceptance.text}` ở phần này"
            yield UNUSED.finding(acceptance.text.at, message, "xóa mục này, hoặc chép đúng các chữ mà cảnh báo chỉ vào")


# More in one paragraph is no wording that anybody mends sign by sign.
_MOST = 100
# One mistake is said once: on the same words the first of these speaks for the others.
_SPEAKS_FOR = {
    alphabet.LOOK_ALIKE.code: {
        words.NO_SYLLABLE.code,
        abbreviations.UNEXPLAINED.code,
        sentences.SENTENCE.code,
        endings.OPENING.code,
        days.PADDING.code,
        citations.FORM.code,
    },
    signs.SPACING.code: {endings.OPENING.code},
    pairs.SEQUENCE.code: {endings.OPENING.code},
    signs.DASH.code: {variants.YEARS.code},
    words.DOUBLED.code: {strays.STRAY.code, endings.OPENING.code},
    words.NO_SYLLABLE.code: {endings.OPENING.code},
    strays.STRAY.code: {abbreviations.UNEXPLAINED.code},
    abbreviations.MISWRITTEN.code: {abbreviations.UNEXPLAINED.code},
    phrases.ALMOST.code: {words.NO_SYLLABLE.code, strays.STRAY.code, phrases.CAPITALS.code},
    citations.FORM.code: {
        signs.SPACING.code,
        signs.DASH.code,
        citations.FULL_ONCE.code,
        citations.TWO_SPELLINGS.code,
        abbreviations.UNEXPLAINED.code,
    },
    citations.TWO_SPELLINGS.code: {citations.FULL_ONCE.code},
    days.NO_DAY.code: {variants.YEARS.code, citations.TWO_SPELLINGS.code},
}


def _said_once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield the findings but for those whose words a weightier one speaks of already."""
    by_passage: dict[Passage, list[Found]] = {}
    for one in found:
        together = by_passage.setdefault(one.passage, [])
        if len(together) < _MOST:
            together.append(one)
    for together in by_passage.values():
        for one in together:
            if not any(
                one.rule.code in _SPEAKS_FOR.get(other.rule.code, ()) and _near(other, one) for other in together
            ):
                yield one


def _near(one: Found, other: Found) -> bool:
    """Return whether two findings speak of the same words, or of a document's number and the date behind it."""
    return one.start <= other.end + 1 and other.start <= one.end + 1


def _all(workspace: Workspace, reports: Sequence[ReportText], progress: Progress) -> Iterator[Found]:
    plan = prose_of_plan(workspace)
    yield from _said_once(_document(plan))
    yield from agreement.check(workspace)
    if workspace.plan:
        yield from ward.check(plan, workspace.plan)
    for report in reports:
        yield from _said_once(_document(prose_of_report(report), plan))
    yield from _said_once(results.check(progress))


def _document(prose: Prose, *others: Prose) -> Iterator[Found]:
    for judge in JUDGES:
        yield from judge.check(prose)
    for judge in COMPARING:
        yield from judge.check(prose, *others)


def _counted(found: Iterable[Found]) -> Iterator[Found]:
    """Yield the findings; one on a schedule that many topics write alike stands for all of them and counts them."""
    several: dict[tuple[str, str, int], list[Found]] = {}
    for one in found:
        if one.passage.role is Role.SCHEDULE:
            several.setdefault((one.rule.code, one.passage.value, one.start), []).append(one)
        else:
            yield one
    for alike in several.values():
        more = f" ({len(alike)} nội dung viết như vậy)" if len(alike) > 1 else ""
        open_ = [one for one in alike if _accepted_by(one) is None]
        yield from (one for one in alike if _accepted_by(one) is not None)
        yield from (one._replace(message=one.message + more) for one in open_[:1])


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
