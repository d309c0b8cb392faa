"""A record in its plainest form, keys in the table's order: one expression takes the text of its file to its values.

Entries are many, and kehoach itself writes them like this, comments above. Whatever is not certain to be read the same
by the field table, findings included, is left to it: the tests hold the two side by side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar
from unicodedata import is_normalized

from kehoach_cli.loading.days import ISO_DAY, Day
from kehoach_cli.loading.kinds import DIGITS, ID, Id, Line, Whole
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.location import Located, Location
from kehoach_cli.source.simple import VALUE
from kehoach_cli.source.text import MAX_BYTES, is_printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.loading.kinds import Kind
    from kehoach_cli.loading.record import Field, Record

    # What a text says, None where it says nothing of its kind.
    _Of = Callable[[str], object | None]

T = TypeVar("T")

_ITEM = "\n  - "
_ITEM_COLUMN = 5
# Named tuples without the call of Python code that their own constructor is.
_tuple = tuple.__new__


class Plainest(Generic[T]):
    """Reads the files of a record; a key of a kind that is not known here must not stand in them."""

    def __init__(self, record: Record[T]) -> None:
        forms = {field: _form(field.kind) for field in record.fields}
        self._build = record.build
        self._others = [field for field, form in forms.items() if form is None]
        known = [(field, form[1]) for field, form in forms.items() if form is not None]
        self._keys = [field.key for field, _ in known]
        # The column of each known field's text - 0 for a list -, what the text says, and what no text does.
        self._known = [
            (
                0 if isinstance(field.kind, ListOf) else len(f"{field.key}: ") + 1,
                of,
                None if field.nothing else field.absent,
            )
            for field, of in known
        ]
        patterns = [_pattern(field, form[0]) for field, form in forms.items() if form is not None]
        self._whole = re.compile("((?:#.*\n)*+)" + "".join(patterns)).fullmatch

    def read(self, data: bytes, file: str) -> tuple[T, str] | None:
        """Return the record and its text, None where the field table must judge."""
        try:
            text = data.decode() if len(data) <= MAX_BYTES else ""
        except UnicodeDecodeError:
            return None
        match = self._whole(text)
        if match is None or not is_printable(text) or not is_normalized("NFC", text):
            return None
        values = self._values(*match.groups(), file=file)
        return None if values is None else (self._build(**values), text)

    def _values(self, comments: str, *groups: str | None, file: str) -> dict[str, object] | None:
        """Return what the record is built from, None where a text is not of its kind."""
        line = comments.count("\n")
        at = _tuple(Location, (file, line + 1, 1, 1))
        values: list[object] = []
        for (column, of, absent), raw in zip(self._known, groups, strict=True):
            if raw is None:
                values.append(None if absent is None else absent(at))
                continue
            line += 1
            if column:
                value = of(raw[1:-1] if raw[0] == '"' else raw)
                if value is None:
                    return None
                values.append(_tuple(Located, (value, _tuple(Location, (file, line, column, len(raw))))))
                continue
            found: list[Located[object]] = []
            for item in raw.split(_ITEM)[1:]:
                value = of(item[1:-1] if item[0] == '"' else item)
                if value is None:
                    return None
                line += 1
                found.append(_tuple(Located, (value, _tuple(Location, (file, line, _ITEM_COLUMN, len(item))))))
            values.append(tuple(found))
        named = dict(zip(self._keys, values, strict=True))
        for field in self._others:
            named[field.key] = field.absent(at)
        named["at"] = at
        return named


def _form(kind: Kind[object]) -> tuple[str, _Of] | None:
    """Return the expression for a text of this kind, or in a list of it, and what it says; None for other kinds."""
    match kind.item if isinstance(kind, ListOf) else kind:
        case Id():
            return rf'(?!null\n){ID}|"{ID}"', str
        case Day() as day:
            return f'{ISO_DAY}|"{ISO_DAY}"', day.of
        case Whole() as number:
            return f'{DIGITS}|"{DIGITS}"', number.within
        case Line() as text:
            return VALUE, text.of
    return None


def _pattern(field: Field, one: str) -> str:
    written = f":((?:{_ITEM}(?:{one}))++)" if isinstance(field.kind, ListOf) else f": ({one})"
    return rf"(?:{field.key}{written}\n){'' if field.required else '?+'}"
