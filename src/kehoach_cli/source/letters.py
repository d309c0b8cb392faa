"""Where each letter of a value stands in its file: folded lines, quotes and escapes walked letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.location import Location
from kehoach_cli.source.text import HIDDEN

if TYPE_CHECKING:
    from kehoach_cli.location import Text

_SPACES = " \t\n"
_PASSED = _SPACES + "\\'"  # white space that folding took, and the signs that escape another


class Letters:
    """One file's text, asked where a part of a value stands in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def place(self, value: Text, start: int, end: int) -> Location:
        """Return the place of value[start:end] on the line where it begins; the value's own where it cannot be told."""
        at = value.at
        if not 0 < at.line < len(self._starts):
            return at
        first = self._after_sign(self._starts[at.line - 1] + at.column - 1)
        places = self._walk(value.value[:end], first, start)
        if places is None:
            return at
        begin, last = places
        line = at.line
        while self._starts[line] <= begin:
            line += 1
        last = min(last, self._starts[line] - 2)
        return Location(at.file, line, begin - self._starts[line - 1] + 1, max(last - begin + 1, 1))

    def _after_sign(self, index: int) -> int:
        """Return where a value's first letter can stand: behind its quote, or below the line of its `>-`."""
        sign = self._text[index : index + 1]
        if sign and sign in ">|":
            below = self._text.find("\n", index)
            return below + 1 if below >= 0 else len(self._text)
        return index + 1 if sign and sign in "'\"" else index

    def _walk(self, value: str, index: int, start: int) -> tuple[int, int] | None:
        """Return the indexes in the file of value[start] and of the value's last letter."""
        text, begin, size = self._text, index, len(self._text)
        for number, letter in enumerate(value):
            while index < size and text[index] != letter:
                if letter == " " and text[index] in _SPACES:
                    break
                if text[index] not in _PASSED and not HIDDEN.match(text, index):
                    return None
                index += 1
            if index >= size:
                return None
            if number == start:
                begin = index
            index += 1
            if letter == " ":
                while index < size and text[index] in _SPACES:
                    index += 1
        return begin, index - 1
