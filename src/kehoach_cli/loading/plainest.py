"""A record in its plainest form, keys in the table's order: one expression takes the text of its file to its values.

Entries are many, and kehoach itself writes them like this. Whatever is not certain to be read the same by the field
table, findings included, is left to it: the tests hold the two side by side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar, cast
from unicodedata import is_normalized

from kehoach_cli.loading.days import Day
from kehoach_cli.loading.kinds import Id, Line, Whole
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.location import Located, Location
from kehoach_cli.source.simple import VALUE
from kehoach_cli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.loading.kinds import Kind
    from kehoach_cli.loading.record import Field, Record

    Of = Callable[[str], object | None]

T = TypeVar("T")

_WORDED = (Day, Id, Line, Whole)
_ITEM = "\n  - "
_VALUE = rf"(?!null\n){VALUE}"


class Plainest(Generic[T]):
    """Reads the files of a record; a key of a kind that is not known here must not stand in them."""

    def __init__(self, record: Record[T]) -> None:
        known = [one for one in record.fields if _of(one.kind)]
        self._build = record.build
        self._others = [one for one in record.fields if one not in known]
        self._fields = [(one, cast("Of", _of(one.kind)), isinstance(one.kind, ListOf)) for one in known]
        self._whole = re.compile("".join(map(_pattern, known))).fullmatch

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
        values: dict[str, object] = {one.key: one.absent(at) for one in self._others}
        line = 0
        for (one, of, is_list), raw in zip(self._fields, groups, strict=True):
            if raw is None:
                values[one.key] = one.absent(at)
                continue
            line += 1
            if is_list:
                found = [_located(of, text, file, line, 5) for line, text in enumerate(raw.split(_ITEM), line) if text]
                line += len(found)
                values[one.key] = None if None in found else tuple(found)
            else:
                values[one.key] = _located(of, raw, file, line, len(one.key) + 3)
            if values[one.key] is None:
                return None
        values["at"] = at
        return values


def _located(of: Of, raw: str, file: str, line: int, column: int) -> Located[object] | None:
    value = of(raw[1:-1] if raw[0] == '"' else raw)
    return None if value is None else Located(value, Location(file, line, column, len(raw)))


def _of(kind: Kind[object]) -> Of | None:
    """Return what reads a text of this kind, or one text of a list of it; None for a kind that is not known."""
    inner = kind.item if isinstance(kind, ListOf) else kind
    return inner.of if isinstance(inner, _WORDED) else None


def _pattern(one: Field) -> str:
    written = rf":((?:{_ITEM}{_VALUE})++)" if isinstance(one.kind, ListOf) else rf": ({_VALUE})"
    return rf"(?:{one.key}{written}\n){'' if one.required else '?+'}"
