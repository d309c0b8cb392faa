"""A line that begins a part of a file and is gone: the file is read as if it were there, and the line told of."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from kehoach_cli.loading import rules
from kehoach_cli.loading.record import Record
from kehoach_cli.location import Location
from kehoach_cli.source import rules as source_rules
from kehoach_cli.source.found import TooManyErrorsError
from kehoach_cli.source.mending import LEVEL, OPEN
from kehoach_cli.source.nodes import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Schema

T = TypeVar("T")
# What is found where the keys of a part stand among those of another.
_SIGNS = frozenset(
    rule.code
    for rule in (
        *(source_rules.SYNTAX, source_rules.DUPLICATE_KEY),
        *(rules.UNKNOWN_KEY, rules.MISSING_KEY, rules.WRONG_VALUE),
    )
)
_TABLES = frozenset({"object", "array"})
_FEWEST = 2  # findings; one alone says what it is
_PLACES = 4  # lines, the first that something is found on
_LONGEST = 100_000  # letters; each try reads all of them


def with_lost_line(
    text: str, file: str, record: Record[T], findings: Sequence[Finding]
) -> tuple[T, list[Finding]] | None:
    """Return what a file says, and the findings of it, where one line that begins a part explains several of them.

    None where no such line does: what is found with it must have been found without, but for what it explains. A list
    that a text has swallowed need not be found otherwise.
    """
    if len(text) > _LONGEST or any(one.code not in _SIGNS for one in findings):
        return None
    before = Counter(map(_what, findings))
    lines = text.split("\n")
    swallowed = [number for number in range(1, len(lines)) if _is_swallowed(lines, number)][:_PLACES]
    places = sorted({one.at.line - 1 for one in findings})[:_PLACES] if len(findings) >= _FEWEST else []
    best: tuple[T, list[Finding]] | None = None
    for place, key in product(dict.fromkeys((*places, *swallowed)), _keys(record)):
        least = min(1, len(findings)) if place in swallowed else _FEWEST
        for header in _headers(lines, place, key):
            read = _read(text, file, place, header, record)
            if read and Counter(map(_what, read[1])) <= before and len(read[1]) <= len(findings) - least:
                told = _lost(file, place, header)
                if best is None or len(read[1]) + 1 < len(best[1]):
                    best = read[0], [told, *read[1]]
    return best


def _is_swallowed(lines: Sequence[str], number: int) -> bool:
    """Return whether a list begins right below the last line of a text, of which it is read as the rest."""
    own, above = lines[number].lstrip(" "), lines[number - 1].lstrip(" ")
    by = len(lines[number]) - len(own) - len(lines[number - 1]) + len(above)
    above = re.sub(r"\s+(?:#.*)?$", "", above)  # what nobody sees, and a comment, make no text of a key
    is_key = ":" in above.partition(" ")[0]
    begins = is_key and above.endswith(OPEN)
    is_text = bool(above) and not begins and not above.startswith(("- ", "#")) and is_key == (by > 0)
    return own.startswith("- ") and is_text and by >= 0


def _what(finding: Finding) -> tuple[str, int, str]:
    return finding.code, finding.at.line, finding.message


def _lost(file: str, place: int, header: str) -> Finding:
    message = f"trước dòng này thiếu dòng `{header.strip()}`"
    return rules.MISSING_KEY.finding(
        Location(file, place + 1, len(header) - len(header.lstrip()) + 1), message, "thêm dòng này"
    )


def _read(text: str, file: str, place: int, header: str, record: Record[T]) -> tuple[T, list[Finding]] | None:
    from kehoach_cli.source.reader import read_with  # noqa: PLC0415 - PyYAML: 20 ms that few files need

    root, findings = read_with(text, file, place, header)
    if not isinstance(root, Mapping):
        return None
    try:
        return record.read(root, findings), list(findings)
    except TooManyErrorsError:
        return None


def _headers(lines: Sequence[str], place: int, key: str) -> Iterator[str]:
    """Yield the line of a key as it may begin what stands at a place: a level further out, or level with a list."""
    line = lines[place]
    column = len(line) - len(line.lstrip(" "))
    columns = (column - LEVEL, column) if line.startswith("- ", column) else (column - LEVEL,)
    yield from (f"{' ' * one}{key}:" for one in columns if one >= 0)


def _keys(record: Record[Any]) -> list[str]:
    """Return the keys of a record, and of those in it, that begin a table or a list."""
    found: dict[str, None] = {}
    todo: list[Record[Any]] = [record]
    for one in todo:
        for field in one.fields:
            item = getattr(field.kind, "item", field.kind)
            if isinstance(item, Record) and item not in todo:
                todo.append(item)
            if not _TABLES.isdisjoint(_types(field.kind.schema())):
                found[field.key] = None
    return list(found)


def _types(schema: Schema) -> list[str]:
    """Return the types of JSON that a value may have."""
    ways = schema.get("anyOf")
    types = [one.get("type") for one in (ways if isinstance(ways, list) else [schema])]
    return [str(name) for one in types for name in (one if isinstance(one, list) else [one])]
