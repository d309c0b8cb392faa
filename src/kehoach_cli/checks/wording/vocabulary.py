"""The words of one document: which of them are none, and what they look like."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.spellings import folded_all
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import is_odd, is_syllable

if TYPE_CHECKING:
    from kehoach_cli.checks.wording.prose import Prose


class Vocabulary:
    """The words of a document: which of them are odd, and which it uses itself."""

    def __init__(self, prose: Prose) -> None:
        self.words = prose.counts
        # Most words of a document are met in others; whether the rest are syllables must be worked out.
        self.odd = {word for word in self.words.keys() - neighbours().words if is_odd(word)}

    def like(self, word: str) -> str:
        """Return the document's own syllable that differs from this word in marks alone, or nothing."""
        near = (known for known in self._by_look.get(folded_all([word])[0], ()) if is_syllable(known))
        return max(near, key=self.words.__getitem__, default="")

    @cached_property
    def _by_look(self) -> dict[str, list[str]]:
        """Return the words by how they look without marks."""
        found: dict[str, list[str]] = {}
        for word, bare in zip(self.words, folded_all(list(self.words)), strict=True):
            found.setdefault(bare, []).append(word)
        return found
