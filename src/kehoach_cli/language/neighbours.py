"""Which words stand side by side in official prose, and how often."""

from __future__ import annotations

from functools import lru_cache
from math import log
from os import path

FILE = "neighbours.txt"
EDGE = "|"  # a sign, or the end of a text
NUMBER = "#"
ONLY_PROSE = "~"  # begins the lot of what laws do not have
_ONLY_PROSE = ONLY_PROSE.encode()
_LOTS = range(1, 16)


def commonness(count: int) -> int:
    """Return how common what is met so often in the counted texts is: the whole part of ln(2 count + 1)."""
    return int(log(2 * count + 1))


class Neighbours:
    """What is met behind each word, as scripts/lexicon.py has counted it in laws, decrees and circulars.

    What only everyday prose has, news and an encyclopedia, is in a lot of its own: met, and no other word's witness.
    The first line of the file are the words, then each has a line: how common it is, and the words behind it, each lot
    behind how common it is there. Lines stay bytes: most of them are never asked for.
    """

    def __init__(self, data: bytes) -> None:
        words, *lines = data.removesuffix(b"\n").split(b"\n")
        self._behind = dict(zip(words.decode().split(" "), lines, strict=True))
        self.words = self._behind.keys()

    def are_met(self, one: str, two: str) -> bool:
        """Return whether the second word is met behind the first."""
        return f" {two} ".encode() in self._behind.get(one, b"")

    def in_laws(self, one: str, two: str) -> bool | None:
        """Return whether the second word is met behind the first in laws, None where it is met nowhere."""
        behind = self._behind.get(one, b"")
        at = behind.find(f" {two} ".encode())
        ends = behind.find(_ONLY_PROSE)
        return None if at < 0 else ends < 0 or at < ends

    def common(self, one: str, two: str) -> int:
        """Return how common the second word is behind the first in laws, 0 where it is not met there."""
        if not self.in_laws(one, two):
            return 0
        behind = self._behind[one]
        at = behind.find(f" {two} ".encode())
        return max(_LOTS, key=lambda lot: behind.rfind(b" %d " % lot, 0, at + 1))

    def commonness(self, word: str) -> int:
        """Return how common a word is, 0 where it is hardly ever met."""
        return int(self._behind.get(word, b"0 ").split(b" ", 1)[0])


@lru_cache(maxsize=1)
def neighbours() -> Neighbours:
    """Return the neighbours that kehoach brings along."""
    with open(path.join(path.dirname(__file__), FILE), "rb") as file:
        return Neighbours(file.read())
