"""Compares words as a person types them: with or without Vietnamese marks, and almost right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import takewhile

# A name this short is found in so many others that it says nothing.
_SHORTEST_PART = 4
_LONGEST = 200  # letters; a longer text is no name that anybody mistypes
_PATIENCE = 2_000_000  # letters, each held against a whole name: two seconds, a thousand mistakes among 150 names


# The letters of Vietnamese without their marks: what every word is made of, in one step.
_BARE = str.maketrans(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ",
    "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd",
)


def fold(text: str) -> str:
    """Return text without case, tone and vowel marks, đ as d, white space as single spaces."""
    bare = text.casefold().translate(_BARE)
    if not bare.isascii():
        letters = unicodedata.normalize("NFD", bare)
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split())


def printable(text: str) -> str:
    """Return the text with what could move a terminal's cursor or colour written out: file names may hold it."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def did_you_mean(word: str, names: Iterable[str] | Mapping[str, str]) -> str:
    """Return the question “có phải `tin-bai` (Tin, bài)?”, "" when no name is near.

    A mapping says what is to be shown for each name.
    """
    return Names(names).did_you_mean(word)


def by_id_and_name(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return ids and names, each with how messages show the thing that it stands for."""
    shown = [(name, meaning, named(name, meaning)) for name, meaning in pairs]
    return {meaning: text for _, meaning, text in shown} | {name: text for name, _, text in shown}


def named(name: str, meaning: str, room: int = 60) -> str:
    """Return an id as messages name it, with the words that it stands for, cut where they are long."""
    short = meaning if len(meaning) <= room else f"{meaning[:room].rstrip()}…"
    return f"`{name}` ({short})" if short and short != name else f"`{name}`"


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that `word` was most likely meant to be, or None when nothing is near."""
    return Names(names).nearest(word)


class Names:
    """Names that mistyped ones are held against: made ready once, however often they are asked.

    They lose patience: after so many letters compared only marks and case are looked at. Files may be nothing but
    mistakes.
    """

    def __init__(self, names: Iterable[str] | Mapping[str, str]) -> None:
        self._names = names
        self._by_fold: dict[str, str] = {}
        self._answers: dict[str, str | None] = {}
        self._patience = _PATIENCE

    def did_you_mean(self, word: str) -> str:
        """Return the question that the function of this name returns."""
        near = self.nearest(word)
        if near is None:
            return ""
        return f"có phải {self._names[near] if isinstance(self._names, Mapping) else f'`{near}`'}?"

    def holds_slip(self, word: str) -> bool:
        """Return whether the word is a name but for one slip of a finger, and that not in a number."""
        near = self.nearest(word) if len(word) >= _SHORTEST_PART else None
        return near is not None and numbers_of(near) == numbers_of(word) and slips(word, near, 1) is not None

    def nearest(self, word: str) -> str | None:
        """Return the nearest name, or None.

        First the one that differs only in marks and case, then the one fewest slips of a finger away, then the only
        one that has the word as a part.
        """
        if not self._answers:
            for name in self._names:
                self._by_fold.setdefault(fold(name), name)
        if word not in self._answers:
            wanted = fold(word)
            known = not wanted or wanted in self._by_fold or len(wanted) > _LONGEST
            self._answers[word] = self._by_fold.get(wanted) if known else self._similar(wanted)
        return self._answers[word]

    def _similar(self, wanted: str) -> str | None:
        best, fewest = None, len(wanted)
        for known, name in self._by_fold.items():
            if self._patience < 0:
                return None
            self._patience -= len(wanted)
            limit = min(slips_allowed(max(len(wanted), len(known))), fewest - 1)
            found = slips(wanted, known, limit) if limit > 0 and len(known) <= _LONGEST else None
            if found is not None:
                best, fewest = name, found
        if best is None and len(wanted) >= _SHORTEST_PART:
            holders = [name for known, name in self._by_fold.items() if re.search(rf"\b{re.escape(wanted)}\b", known)]
            best = holders[0] if len(holders) == 1 else None
        return best


def is_short_for(short: str, name: str) -> bool:
    """Return whether an id is made of words of a name, or of the letters that they begin with, in their order: vhxh."""
    letters = "".join(re.findall(r"[a-z0-9]+", fold(short)))
    reached = {0}
    for word in re.findall(r"[a-z0-9]+", fold(name)):
        for at in tuple(reached):
            same = takewhile(lambda pair: pair[0] == pair[1], zip(letters[at:], word, strict=False))
            reached.update(at + number for number, _ in enumerate(same, 1))
    return bool(letters) and len(letters) in reached


def numbers_of(name: str) -> list[str]:
    """Return the digits of a name: two that differ in them are two on purpose."""
    return [sign for sign in name if sign.isdecimal()]


def slips_allowed(length: int) -> int:
    """Return how many slips still make two names of up to this length one: past it, nothing is offered."""
    if length < 3:  # noqa: PLR2004 - of two letters, one would be another name
        return 0
    return 1 if length < 6 else max(2, length // 4)  # noqa: PLR2004 - `csgd`, `tin-bai`, `Phòng Văn hóa - Xã hội`


def slips(one: str, other: str, limit: int) -> int | None:
    """Return how many letters were left out, added, mistaken or swapped with the next one; None beyond `limit`."""
    if abs(len(one) - len(other)) > limit or sum(letter not in other for letter in one) > limit:
        return None
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            same = letter == wanted
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (not same))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                least = min(least, before[column - 2] + 1)
            current.append(least)
        if min(current) > limit and min(last) > limit:
            return None
        before, last = last, current
    return last[-1] if last[-1] <= limit else None
