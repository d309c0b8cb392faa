"""The words of one document: which of them are none, and which are slips of another that it has often."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording.spellings import folded_all, spoken_all
from kehoach_cli.language.compounds import usual_syllables
from kehoach_cli.language.lexicon import UNITS
from kehoach_cli.language.syllables import is_odd, is_syllable, without_style

if TYPE_CHECKING:
    from kehoach_cli.checks.wording.prose import Prose

_OFTEN = 3  # how often a document uses the word that a rare one is a slip of
_VOWELS = frozenset("aeiouy")
_OTHER_I = str.maketrans("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị")


class Vocabulary:
    """The words of a document: which of them are odd, and which it uses itself."""

    def __init__(self, prose: Prose) -> None:
        self.words = prose.counts
        # Most words of a document are usual; whether the others are syllables must be worked out.
        self._usual = usual_syllables()
        unusual = self.words.keys() - self._usual
        self.odd = {word for word in unusual if is_odd(word)}
        small = set().union(*prose.spelled.values())  # a name has a capital wherever it stands
        self.rare = {word: right for word in unusual & small - self.odd if (right := self._meant(word))}

    def _meant(self, word: str) -> str:
        """Return the word of the document that an unusual one must be: chọ for cho, ngắng for ngắn, ngy for ngày."""
        if is_syllable(word):
            if self._is_other_style(word):
                return ""
            likely = [self.like(word), self._heard.get(spoken_all([word])[0], "")] if not word.isascii() else []
        elif word.isascii() and word.isalpha() and not _VOWELS.intersection(word) and len(set(word)) > 1:
            likely = [self._shortened.get(word, "")] if word not in UNITS else []
        else:
            return ""
        seldom = self.words[word] * _OFTEN
        return next((one for one in likely if one != word and self.words[one] >= seldom), "")

    def _is_other_style(self, word: str) -> bool:
        """Return whether a word is a usual one in another style: kí and ký, khoẻ and khỏe."""
        return not self._usual.isdisjoint(map(without_style, (word, word.translate(_OTHER_I))))

    @cached_property
    def _heard(self) -> dict[str, str]:
        """Return the words by how many speakers say them, the most frequent of each sound."""
        known = sorted(self.words, key=self.words.__getitem__)
        return dict(zip(spoken_all(known), known, strict=True))

    @cached_property
    def _shortened(self) -> dict[str, str]:
        """Return the words without marks by what is left of each when a letter is lost."""
        known = sorted(self.words, key=self.words.__getitem__)
        bare = folded_all(known)
        return {one[:at] + one[at + 1 :]: word for one, word in zip(bare, known, strict=True) for at in range(len(one))}

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
