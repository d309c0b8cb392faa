"""Judges the words of one document: every judge in turn, one mistake said once."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import (
    abbreviations,
    abolished,
    amounts,
    calendar_days,
    copied,
    days,
    deadlines,
    parted,
    phrases,
    proper,
    signs,
    strangers,
    strays,
    styles,
    unit_names,
    variants,
    ward,
    words,
)
from kehoach_cli.checks.wording.collecting import prose_of_plan
from kehoach_cli.checks.wording.plain import plain
from kehoach_cli.checks.wording.results import odd_ones
from kehoach_cli.checks.wording.speaking import said_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.checks.wording.plain import OfTexts, Plain
    from kehoach_cli.checks.wording.prose import Found, Prose
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.workspace import Workspace

JUDGES = (
    words,
    copied,
    parted,
    phrases,
    strays,
    days,
    amounts,
    proper,
    calendar_days,
    abolished,
    deadlines,
    unit_names,
)
COMPARING = (strangers, styles, variants, abbreviations)


def of_document(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield what every judge has to say of a document; `others` are what its words are compared with, too."""
    from kehoach_cli.checks.wording import surface  # noqa: PLC0415 - of the plan it is judged elsewhere

    return said_once(chain(surface.check(prose), _beneath(prose, *others)))


def of_plan_alone(workspace: Workspace) -> Plain:
    """Return what is wrong beneath the surface of the plan and its appendix; nothing else need have been read."""
    prose = prose_of_plan(workspace)
    return plain(prose, of_plan_beneath(prose, workspace.plan))


def of_plan_beneath(prose: Prose, plan: Plan | None) -> Iterator[Found]:
    """Yield what all judges but those of its surface say of the plan, and what gainsays the ward that issues it."""
    yield from _beneath(prose)
    yield from ward.check(prose, plan) if plan else ()


def of_texts(texts: Iterable[str], names: tuple[str, ...]) -> OfTexts:
    """Return the numbers of the odd ones of entries' texts, and what is wrong with their signs, words and days.

    Nothing else is judged of a headline. `names` are those of the plan's units.
    """
    numbers, prose = odd_ones(texts, names)
    judges = (signs.check, words.check, phrases.check, days.check_alone, calendar_days.check)
    found = (one for judge in judges for one in judge(prose)) if numbers else ()
    return numbers, plain(prose, (one for one in said_once(found) if one.rule is not phrases.CAPITALS))


def _beneath(prose: Prose, *others: Prose) -> Iterator[Found]:
    for judge in JUDGES:
        yield from judge.check(prose)
    for comparing in COMPARING:
        yield from comparing.check(prose, *others)
