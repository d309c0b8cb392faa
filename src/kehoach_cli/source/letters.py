"""Where each letter of a value stands in its file: folded lines, quotes and escapes walked letter by letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kehoach_cli.location import Location
from kehoach_cli.source.text import BREAKS, HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.location import Text

_SPACES = f" \t\n{BREAKS}"
_PASSED = _SPACES + "\\'"  # white space that folding took, and the signs that escape another


class Letters:
    """One file's text, asked where a part of a value stands in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._walked: tuple[Text, Sequence[int]] | None = None  # the last value: many findings speak of one

    def place(self, value: Text, start: int, end: int) -> Location:
        """Return the place of value[start:end] on the line where it begins; the value's own where it cannot be told."""
        at = value.at
        if not 0 < at.line < len(self._starts):
            return at
        places = self._places(value)
        if not start < end <= len(places):
            return at
        begin = places[start]
        line = bisect_right(self._starts, begin)
        last = min(places[end - 1], self._starts[line] - 2)
        return Location(at.file, line, begin - self._starts[line - 1] + 1, max(last - begin + 1, 1))

    def _after_sign(self, index: int) -> int:
        """Return where a value's first letter can stand: behind its quote, or below the line of its `>-`."""
        sign = self._text[index : index + 1]
        if sign and sign in ">|":
            below = self._text.find("\n", index)
            return below + 1 if below >= 0 else len(self._text)
        return index + 1 if sign and sign in "'\"" else index

    def _places(self, value: Text) -> Sequence[int]:
        """Return where each letter of a value stands in the text, up to the first that cannot be found."""
        if self._walked is None or self._walked[0] is not value:
            first = self._after_sign(self._starts[value.at.line - 1] + value.at.column - 1)
            plain = self._text.startswith(value.value, first)  # on one line, without quotes' escapes
            places = range(first, first + len(value.value)) if plain else list(self._walk(value.value, first))
            self._walked = value, places
        return self._walked[1]

    def _walk(self, value: str, index: int) -> Iterator[int]:
        text, size = self._text, len(self._text)
        for letter in value:
            while index < size and text[index] != letter:
                if letter == " " and text[index] in _SPACES:
                    break
                if text[index] not in _PASSED and not re.match(HIDDEN, text[index]):
                    return
                index += 1
            if index >= size:
                return
            yield index
            index += 1
            if letter == " ":
                while index < size and text[index] in _SPACES:
                    index += 1
