"""The titles and notes of entries: thousands of short texts, of which only the few odd ones are read closely."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.prose import Passage, Prose, Role
from kehoach_cli.language.syllables import is_syllable, is_toneless_stop

if TYPE_CHECKING:
    from kehoach_cli.model.entries import Progress

_PLAIN_TOKEN = re.compile(r"(?P<word>[^\W\d_]+|\d+(?:[./]\d+)*)[.,;:!?…]?")


def prose_of_entries(progress: Progress) -> Prose | None:
    """Return the texts of entries that may have something wrong, None where no text has."""
    plain: set[str] = set()
    odd: set[str] = set()
    passages = tuple(
        Passage(text, Role.ENTRY, entry.accept)
        for entry in progress.entries
        for text in (entry.title, entry.note)
        if text is not None and _is_odd(text.value, plain, odd)
    )
    return Prose(passages) if passages else None


def _is_odd(value: str, plain: set[str], odd: set[str]) -> bool:
    tokens = value.split(" ")
    if not plain.issuperset(tokens):
        for token in tokens:
            if token not in plain and token not in odd:
                (plain if _is_plain(token) else odd).add(token)
        if not odd.isdisjoint(tokens):
            return True
    # A word twice, or two: neighbours are compared only where a word stands twice at all.
    return len(set(tokens)) < len(tokens)


def _is_plain(token: str) -> bool:
    match = _PLAIN_TOKEN.fullmatch(token)
    if match is None:
        return False
    word = match["word"].casefold()
    if not word.isalpha():
        return True
    return not is_toneless_stop(word) if word.isascii() else is_syllable(word)
