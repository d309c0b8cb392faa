"""The surface of a document: signs, capitals, lists, short forms, citations; judged while a copy judges its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import (
    abbreviations,
    capitals,
    citations,
    endings,
    joins,
    signs,
    variants,
    whole_symbols,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Found, Prose

JUDGES = (signs, capitals, endings, joins, citations, whole_symbols)
# A report prints words of the plan among its own: what it writes in another way, or short, may stand there.
COMPARING = (variants, abbreviations)


def check(prose: Prose, *others: Prose) -> Iterator[Found]:
    """Yield what is wrong with how the document is written down; `others` are what it is compared with, too."""
    for judge in JUDGES:
        yield from judge.check(prose)
    for comparing in COMPARING:
        yield from comparing.check(prose, *others)
