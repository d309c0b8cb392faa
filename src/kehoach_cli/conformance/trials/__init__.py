"""The tests that rules are made of: each judges the paragraphs of one element, or says why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.conformance.trials import letters, order, pages, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.conformance.trials.base import Fault, Trial

_TRIALS = letters.TRIALS | paragraphs.TRIALS | order.TRIALS | pages.TRIALS


def trial(name: str) -> Callable[[Trial], Iterator[Fault]] | None:
    """Return the test of this name, None for none."""
    return _TRIALS.get(name)


def names() -> frozenset[str]:
    """Return the names of all tests."""
    return frozenset(_TRIALS)
