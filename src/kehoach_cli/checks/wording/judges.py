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
    pairs,
    phrases,
    proper,
    sentences,
    signs,
    strangers,
    strays,
    styles,
    symbols,
    unit_names,
    variants,
    ward,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.checks.wording.prose import Found, Passage, Prose
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
    signs,
    words,
    phrases,
    strays,
    strangers,
    endings,
    capitals,
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
    return _said_once(_all(prose, *others))


def of_plan(prose: Prose, plan: Plan | None) -> Iterator[Found]:
    """Yield the same of the plan with its appendix, and what gainsays the ward that issues it."""
    yield from _said_once(chain(_all(prose), ward.check(prose, plan) if plan else ()))


def of_entries(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with signs, words and days of the entries' texts; nothing else is judged of a headline."""
    judges = (signs.check, words.check, days.check_alone, calendar_days.check)
    return _said_once(found for judge in judges for found in judge(prose))


def _all(prose: Prose, *others: Prose) -> Iterator[Found]:
    for judge in JUDGES:
        yield from judge.check(prose)
    for judge in COMPARING:
        yield from judge.check(prose, *others)


# More in one paragraph is no wording that anybody mends sign by sign.
_MOST = 100
# One mistake is said once: on the same words the first of these speaks for the others.
_SPEAKS_FOR = {
    alphabet.LOOK_ALIKE.code: {
        words.NO_SYLLABLE.code,
        phrases.ALMOST.code,
        abbreviations.UNEXPLAINED.code,
        sentences.SENTENCE.code,
        endings.OPENING.code,
        days.PADDING.code,
        citations.FORM.code,
    },
    ward.OTHER_WARD.code: {capitals.PLACE.code, phrases.ALMOST.code, words.NO_SYLLABLE.code},
    abolished.GONE.code: {capitals.PLACE.code},
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
    dating.TOO_LATE.code: {dating.WEEKEND.code},
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
            if one.rule is strangers.STRANGER and any(_near(other, one) for other in together if other is not one):
                continue
            if one.rule is citations.TWO_SPELLINGS and one.see and _is_misspelled(one.see, by_passage):
                continue
            if not any(
                _holds(other, one) or (one.rule.code in _SPEAKS_FOR.get(other.rule.code, ()) and _near(other, one))
                for other in together
            ):
                yield one


def _is_misspelled(place: tuple[Passage, int, int], by_passage: dict[Passage, list[Found]]) -> bool:
    """Return whether it is said of the other place already that its symbol is wrong."""
    passage, start, end = place
    wrong = (one for one in by_passage.get(passage, ()) if one.rule is citations.FORM)
    return any(one.start <= end and start <= one.end for one in wrong)


def _holds(one: Found, other: Found) -> bool:
    """Return whether the first of two findings of a rule speaks of the second's words and of more around them."""
    longer = one.end - one.start > other.end - other.start
    return longer and one.rule.code == other.rule.code and one.start <= other.start and other.end <= one.end


def _near(one: Found, other: Found) -> bool:
    """Return whether two findings speak of the same words, or of a document's number and the date behind it."""
    return one.start <= other.end + 1 and other.start <= one.end + 1
