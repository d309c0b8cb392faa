"""The book of fixed phrases and names, each under its first word."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import islice

from kehoach_cli.checks.wording.prose import WORD
from kehoach_cli.checks.wording.spellings import folded_all, plain_word
from kehoach_cli.frozen import frozen
from kehoach_cli.language.phrases import NAMES, PHRASES

LONG = 4  # words; shorter phrases differ from other true phrases in one letter too often


@frozen
class Phrase:
    """A phrase: its words as written, and without marks."""

    text: str
    words: list[str]
    folded: list[str]

    @cached_property
    def plain(self) -> list[str]:
        """Return the words in small letters of one tone style."""
        return list(map(plain_word, self.words))

    @cached_property
    def gaps(self) -> list[str]:
        """Return what stands between the words."""
        return WORD.split(self.text)[1:-1]

    @cached_property
    def seconds(self) -> frozenset[str]:
        """Return what may stand next to the first word: the second, or in a long phrase the third where it is lost."""
        return frozenset(self.folded[1 : 3 if len(self.words) >= LONG else 2])

    @property
    def is_name(self) -> bool:
        """Return whether it begins with a capital."""
        return self.text[0].isupper()


# The phrases by their first word without marks, the longest first, and the second words that any of them has.
Index = dict[str, tuple[set[str], list[Phrase]]]


@lru_cache(maxsize=2)
def indexed(names: tuple[str, ...]) -> Index:
    """Return these names and the phrases that kehoach brings along, each under its first word."""
    phrases = (*names, *NAMES, *PHRASES)
    found: Index = {}
    spelled = [WORD.findall(text) for text in phrases]
    folded = iter(folded_all([word for words in spelled for word in words]))
    book = [Phrase(text, words, list(islice(folded, len(words)))) for text, words in zip(phrases, spelled, strict=True)]
    for phrase in sorted(book, key=lambda phrase: -len(phrase.words)):
        seconds, alike = found.setdefault(phrase.folded[0], (set(), []))
        seconds.update(phrase.seconds)
        alike.append(phrase)
    return found


def made(text: str) -> Phrase:
    """Return the phrase of this text."""
    words = WORD.findall(text)
    return Phrase(text, words, folded_all(words))
