"""Words written alike: but for their marks, for a letter, or for sounds that many speakers do not tell apart."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from kehoach_cli.language.syllables import TONED, with_tones, without_tone

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_BARE = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_KINDS = {letter: kind for kind in ("aăâ", "eê", "oôơ", "uư", "dđ") for letter in kind}
# What an editor hears one for another, behind and before the vowels.
_INITIALS = (("s", "x"), ("ch", "tr"), ("d", "gi", "r"), ("nh", "ngh"), ("l", "n"))
_FINALS = (("n", "ng", "nh"), ("t", "c"))


def alike(word: str, known: Container[str]) -> set[str]:
    """Return the known words that one slip turns into this one."""
    return {one for one in (*_marked(word), *_heard(word), *_one_letter_off(word)) if one in known} - {word}


def _marked(word: str) -> Iterator[str]:
    """Yield what a word is with other marks on its letters: những for nhưng, đường for dương."""
    for letters in product(*(_KINDS.get(letter, letter) for letter in without_tone(word))):
        yield from with_tones("".join(letters))


def _heard(word: str) -> Iterator[str]:
    """Yield what many speakers say like a word."""
    begun = [word, *(other + word[len(one) :] for one, other in _pairs(_INITIALS) if word.startswith(one))]
    for start in begun:
        yield start
        yield from (start[: -len(one)] + other for one, other in _pairs(_FINALS) if start.endswith(one))


def _pairs(kinds: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, str]]:
    return ((one, other) for kind in kinds for one in kind for other in kind if one != other)


def _one_letter_off(word: str) -> Iterator[str]:
    """Yield what a word is with a letter more, a letter less, or two that change places."""
    more = _BARE if without_tone(word) != word else _BARE + TONED
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in more)
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
