"""A record in its plainest form, keys in the table's order: one expression takes the text of its file to its values.

Entries are many, and kehoach itself writes them like this. Whatever is not certain to be read the same by the field
table, findings included, is left to it: the tests hold the two side by side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar
from unicodedata import is_normalized

from kehoach_cli.loading.days import ISO_DAY, Day
from kehoach_cli.loading.kinds import DIGITS, ID, Id, Line, Whole
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.location import Located, Location
from kehoach_cli.source.simple import VALUE
from kehoach_cli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.loading.kinds import Kind
    from kehoach_cli.loading.record import Field, Record

    _Of = Callable[[str], object | None]

T = TypeVar("T")

_ITEM = "\n  - "
_ITEM_COLUMN = 5
_tuple = tuple.__new__


class _Form(NamedTuple):
    """How a field stands in the file: its texts as an expression, what they say (None: nothing of their kind)."""

    field: Field
    column: int
    texts: str
    of: _Of
    is_list: bool

    @property
    def pattern(self) -> str:
        one = f"(?:{self.texts})"
        written = f":((?:{_ITEM}{one})++)" if self.is_list else f": ({one})"
        return rf"(?:{self.field.key}{written}\n){'' if self.field.required else '?+'}"


class Plainest(Generic[T]):
    """Reads the files of a record; a key of a kind that has no form here must not stand in them."""

    def __init__(self, record: Record[T]) -> None:
        forms = [_form(field) for field in record.fields]
        self._build = record.build
        self._others = [field for field, form in zip(record.fields, forms, strict=True) if form is None]
        self._forms = [form for form in forms if form is not None]
        self._whole = re.compile("".join(form.pattern for form in self._forms)).fullmatch

    def read(self, data: bytes, file: str) -> tuple[T, str] | None:
        """Return the record and its text, None where the field table must judge."""
        try:
            text = data.decode() if len(data) <= MAX_BYTES else ""
        except UnicodeDecodeError:
            return None
        match = self._whole(text)
        if match is None or not text.replace("\n", "").isprintable() or not is_normalized("NFC", text):
            return None
        values = self._values(match.groups(), file)
        return None if values is None else (self._build(**values), text)

    def _values(self, groups: tuple[str | None, ...], file: str) -> dict[str, object] | None:
        """Return what the record is built from, None where a text is not of its kind."""
        at = Location(file, 1, 1)
        values: dict[str, object] = {field.key: field.absent(at) for field in self._others}
        values["at"] = at
        line = 0
        for (field, column, _, of, is_list), raw in zip(self._forms, groups, strict=True):
            if raw is None:
                values[field.key] = field.absent(at)
                continue
            line += 1
            if is_list:
                items = raw.split(_ITEM)[1:]
                found = [_located(of, item, file, line + n, _ITEM_COLUMN) for n, item in enumerate(items, 1)]
                if None in found:
                    return None
                line += len(found)
                values[field.key] = tuple(found)
            else:
                value = _located(of, raw, file, line, column)
                if value is None:
                    return None
                values[field.key] = value
        return values


def _located(of: _Of, raw: str, file: str, line: int, column: int) -> Located[object] | None:
    value = of(raw[1:-1] if raw[0] == '"' else raw)
    if value is None:
        return None
    # Named tuples without the call of Python code that their own constructor is.
    return _tuple(Located, (value, _tuple(Location, (file, line, column, len(raw)))))


def _form(field: Field) -> _Form | None:
    """Return how the field stands in the file; None for a kind that is not known here."""
    kind: Kind[object] = field.kind.item if isinstance(field.kind, ListOf) else field.kind
    column = len(field.key) + len(": ") + 1
    is_list = isinstance(field.kind, ListOf)
    match kind:
        case Id():
            return _Form(field, column, rf'(?!null\n){ID}|"{ID}"', str, is_list)
        case Day():
            return _Form(field, column, f'{ISO_DAY}|"{ISO_DAY}"', kind.of, is_list)
        case Whole():
            return _Form(field, column, f'{DIGITS}|"{DIGITS}"', kind.of, is_list)
        case Line():
            return _Form(field, column, VALUE, kind.of, is_list)
    return None
