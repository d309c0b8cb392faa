"""The words of one document: which of them are none, and what they look like."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.spellings import folded_all
from kehoach_cli.language.compounds import compounds
from kehoach_cli.language.lexicon import FOREIGN, UNITS
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import LONGEST, is_odd, is_syllable
from kehoach_cli.language.telex import decoded
from kehoach_cli.spelling import fold, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Prose

_Compound = tuple[int, tuple[str, str], tuple[str, str]]
_PATIENCE = 40  # searches through all compounds, 10 ms each
_SHORTEST = 4  # letters of a word that may have one wrong


class Vocabulary:
    """The words of a document: which of them are odd, and which it uses itself."""

    def __init__(self, prose: Prose) -> None:
        self.words = prose.counts
        self._meant: dict[tuple[str, str, str], str] = {}
        self._patience = _PATIENCE
        # Most words of a document are met in others; whether the rest are syllables must be worked out.
        unmet = self.words.keys() - neighbours().words
        self.odd = {word for word in unmet if is_odd(word)}
        # Those, and what is from elsewhere unless a neighbour says otherwise: phomg trào.
        self.suspects = self.odd | {word for word in unmet - self.odd if _is_foreign(word)}

    def like(self, word: str) -> str:
        """Return the document's own syllable that differs from this word in marks alone, or nothing."""
        near = (known for known in self._by_look.get(folded_all([word])[0], ()) if is_syllable(known))
        return max(near, key=self.words.__getitem__, default="")

    def meant(self, before: str, word: str, behind: str) -> str:
        """Return the word that this one must be, but for marks and a letter, to be a compound with a neighbour."""
        place = before, word, behind
        if place not in self._meant:  # a paragraph may be nothing but one word
            self._meant[place] = self._must_be(*place)
        return self._meant[place]

    def typed(self, before: str, word: str, behind: str) -> str:
        """Return the word that the keys of Telex stand for, where it is met beside a neighbour; or nothing."""
        meant = decoded(word) if word.isascii() else ""
        known = neighbours()
        return meant if meant and (known.are_met(before, meant) or known.are_met(meant, behind)) else ""

    def _must_be(self, before: str, word: str, behind: str) -> str:
        sure = [not beside or is_syllable(beside) for beside in (before, behind)]
        sides = ((behind, 1, 0, sure[1]), (before, 0, 1, sure[0]))
        found: dict[bool, tuple[int, str]] = {}
        bare = fold(word)
        for beside, its, other, is_sure in sides:
            for rank, words, looks in self._beside(beside, its) if is_sure else self._any():
                if (is_sure or _is_near(beside, looks[its])) and _is_near(bare, looks[other]):
                    exact = looks[other] == bare
                    found[exact] = min(found.get(exact, (rank, words[other])), (rank, words[other]))
        return (found.get(True) or found.get(False, (0, "")))[1]

    def _any(self) -> list[_Compound]:
        """Return all compounds, and none when a document of nothing but mistakes has asked too often."""
        self._patience -= 1
        return self._all if self._patience >= 0 else []

    @cached_property
    def _all(self) -> list[_Compound]:
        """Return the compounds, the most frequent first, with how they look without marks."""
        words = " ".join(compounds()).split(" ")
        looks = folded_all(words)
        pairs = zip(zip(words[::2], words[1::2], strict=True), zip(looks[::2], looks[1::2], strict=True), strict=True)
        return [(rank, pair, look) for rank, (pair, look) in enumerate(pairs)]

    def _beside(self, word: str, its: int) -> Iterator[_Compound]:
        """Yield the compounds that a word begins (`its` is 0) or ends (1), the most frequent first."""
        sought = f" {word}\n" if its else f"\n{word} "
        at = self._lines.find(sought)
        while at >= 0:
            rank = self._lines.count("\n", 0, at + 1) - 1
            one, two = compounds()[rank].split(" ")
            looks = folded_all([one, two])
            yield rank, (one, two), (looks[0], looks[1])
            at = self._lines.find(sought, at + 1)

    @cached_property
    def _lines(self) -> str:
        """Return the compounds, a line each, where a search finds those of a word before a table of all were made."""
        return "\n".join(("", *compounds(), ""))

    @cached_property
    def _by_look(self) -> dict[str, list[str]]:
        """Return the words by how they look without marks."""
        found: dict[str, list[str]] = {}
        for word, bare in zip(self.words, folded_all(list(self.words)), strict=True):
            found.setdefault(bare, []).append(word)
        return found


def _is_foreign(word: str) -> bool:
    """Return whether a word of plain letters is no syllable, and no word from elsewhere that everybody knows."""
    plain = word.isascii() and word.isalpha() and _SHORTEST <= len(word) <= LONGEST + 1
    return plain and word not in FOREIGN and word not in UNITS and not is_syllable(word)


def _is_near(word: str, whole: str) -> bool:
    """Return whether a word is another, or would be but for one slip of a finger."""
    return slips(word, whole, 1) is not None
