"""Judges the words of one document: every judge in turn, one mistake said once."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import (
    abbreviations,
    abolished,
    agreement,
    alphabet,
    amounts,
    calendar_days,
    capitals,
    citations,
    dating,
    days,
    deadlines,
    endings,
    joins,
    phrases,
    proper,
    sentences,
    signs,
    strangers,
    strays,
    styles,
    surface,
    symbols,
    unit_names,
    variants,
    ward,
    words,
)
from kehoach_cli.checks.wording.speaking import said_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Found, Prose
    from kehoach_cli.model.plan import Plan

RULES = (
    alphabet.LOOK_ALIKE,
    *signs.RULES,
    *words.RULES,
    *phrases.RULES,
    *strays.RULES,
    *strangers.RULES,
    *endings.RULES,
    *styles.RULES,
    *variants.RULES,
    *capitals.RULES,
    *sentences.RULES,
    *citations.RULES,
    *dating.RULES,
    *proper.RULES,
    *calendar_days.RULES,
    *abolished.RULES,
    *days.RULES,
    *amounts.RULES,
    *abbreviations.RULES,
    *agreement.RULES,
    *ward.RULES,
)
JUDGES = (
    words,
    phrases,
    strays,
    strangers,
    endings,
    citations,
    symbols,
    dating,
    days,
    amounts,
    joins,
    proper,
    calendar_days,
    abolished,
    deadlines,
    unit_names,
)
# A report prints words of the plan among its own: what it writes in another way, or short, may stand there.
COMPARING = (styles, variants, abbreviations)


def of_document(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield what every judge has to say of a document; `others` are what its words are compared with, too."""
    return said_once(chain(surface.check(prose), _beneath(prose, *others)))


def of_plan_beneath(prose: Prose, plan: Plan | None) -> Iterator[Found]:
    """Yield what all judges but those of its surface say of the plan, and what gainsays the ward that issues it."""
    yield from _beneath(prose)
    yield from ward.check(prose, plan) if plan else ()


def of_entries(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with signs, words and days of the entries' texts; nothing else is judged of a headline."""
    judges = (signs.check, words.check, days.check_alone, calendar_days.check)
    return said_once(found for judge in judges for found in judge(prose))


def _beneath(prose: Prose, *others: Prose) -> Iterator[Found]:
    for judge in JUDGES:
        yield from judge.check(prose)
    for judge in COMPARING:
        yield from judge.check(prose, *others)
