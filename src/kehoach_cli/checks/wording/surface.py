"""The surface of a document: its signs, capitals, lists and citations, judged while a copy judges its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import capitals, citations, dating, endings, joins, signs, symbols, whole_symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Found, Prose

JUDGES = (signs, capitals, endings, joins, citations, whole_symbols, symbols, dating)


def check(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with how the document is written down."""
    for judge in JUDGES:
        yield from judge.check(prose)
