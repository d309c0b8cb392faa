"""One mistake is said once: which findings speak for which others on the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.checks.wording.prose import Found, Passage

_FORM, _TWO_SPELLINGS, _STRANGER = "KH541", "KH547", "KH507"
# More in one paragraph is no wording that anybody mends sign by sign.
_MOST = 100
# By code: whoever reads what a copy of this process has found imports none of the judges for it.
SPEAKS_FOR = {
    "KH505": {"KH502", "KH503", "KH551", "KH536", "KH515", "KH544", "KH541"},
    "KH566": {"KH531", "KH503", "KH502"},
    "KH539": {"KH531"},
    "KH532": {"KH536"},
    "KH511": {"KH515"},
    "KH513": {"KH515"},
    "KH512": {"KH523"},
    "KH501": {"KH504", "KH515", "KH536"},
    "KH502": {"KH515"},
    "KH504": {"KH551"},
    "KH552": {"KH551"},
    "KH503": {"KH502", "KH504", "KH515", "KH521", "KH522", "KH532"},
    "KH541": {"KH511", "KH512", "KH542", "KH547", "KH551"},
    "KH547": {"KH542"},
    "KH549": {"KH546"},
    "KH545": {"KH523", "KH547"},
}


def said_once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield the findings but for those whose words a weightier one speaks of already."""
    by_passage: dict[Passage, list[Found]] = {}
    for one in found:
        together = by_passage.setdefault(one.passage, [])
        if len(together) < _MOST:
            together.append(one)
    for together in by_passage.values():
        for one in together:
            if one.rule.code == _STRANGER and any(_near(other, one) for other in together if other is not one):
                continue
            if one.rule.code == _TWO_SPELLINGS and one.see and _is_misspelled(one.see, by_passage):
                continue
            if not any(
                _holds(other, one) or (one.rule.code in SPEAKS_FOR.get(other.rule.code, ()) and _near(other, one))
                for other in together
            ):
                yield one


def _is_misspelled(place: tuple[Passage, int, int], by_passage: dict[Passage, list[Found]]) -> bool:
    """Return whether it is said of the other place already that its symbol is wrong."""
    passage, start, end = place
    wrong = (one for one in by_passage.get(passage, ()) if one.rule.code == _FORM)
    return any(one.start <= end and start <= one.end for one in wrong)


def _holds(one: Found, other: Found) -> bool:
    """Return whether the first of two findings of a rule speaks of the second's words and of more around them."""
    longer = one.end - one.start > other.end - other.start
    return longer and one.rule.code == other.rule.code and one.start <= other.start and other.end <= one.end


def _near(one: Found, other: Found) -> bool:
    """Return whether two findings speak of the same words, or of a document's number and the date behind it."""
    return one.start <= other.end + 1 and other.start <= one.end + 1
