"""The words of one document: which of them are none, and what they look like."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.spellings import folded_all
from kehoach_cli.language.compounds import compounds
from kehoach_cli.language.lexicon import FOREIGN, UNITS
from kehoach_cli.language.neighbours import neighbours
from kehoach_cli.language.syllables import LONGEST, is_odd, is_syllable
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from kehoach_cli.checks.wording.prose import Prose

_SHORTEST = 4  # letters of a word that may have one wrong


class Vocabulary:
    """The words of a document: which of them are odd, and which it uses itself."""

    def __init__(self, prose: Prose) -> None:
        self.words = prose.counts
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
        found: dict[bool, str] = {}
        word, wrong = fold(word), {one for one in (before, behind) if one and not is_syllable(one)}
        for compound in compounds():
            one, two = compound.split(" ")
            for meant, other, beside in ((one, two, behind), (two, one, before)):
                is_beside = other == beside or (beside in wrong and _is_one_off(beside, fold(other)))
                if is_beside and _is_one_off(word, fold(meant)):
                    found.setdefault(fold(meant) == word, meant)
        return found.get(True) or found.get(False, "")

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


def _is_one_off(word: str, whole: str) -> bool:
    """Return whether a word is another but for one letter that is wrong, lost, too many or swapped with the next."""
    at = next(
        (at for at, (one, other) in enumerate(zip(word, whole, strict=False)) if one != other),
        min(len(word), len(whole)),
    )
    one, other = word[at:], whole[at:]
    is_swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return is_swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]
