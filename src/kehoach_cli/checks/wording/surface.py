"""The surface of a document: its signs and its capitals, judged while a copy of this process judges its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import capitals, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Found, Prose

JUDGES = (signs, capitals)


def check(prose: Prose) -> Iterator[Found]:
    """Yield what is wrong with the document's signs and capitals."""
    for judge in JUDGES:
        yield from judge.check(prose)
