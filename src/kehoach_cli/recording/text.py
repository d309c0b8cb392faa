"""An entry as the text of its file: typed by the schema on the way in, quoted where YAML would guess otherwise."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.entries import read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.entries import Entry

# Text as it stands to every YAML reader: it begins with a letter and holds no sign that YAML gives a meaning.
_PLAIN = re.compile(r"[^\W\d_][\w /().,+%?!…“”–-]*(?<! )")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_LINK = re.compile(r"https?://[\w./?=&%+~-]+")


def _scalar(text: str) -> str:
    plain = (_PLAIN.fullmatch(text) or _LINK.fullmatch(text)) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


def _lines(entry: Entry) -> list[str]:
    numbers = {"quantity": entry.quantity, "reach": entry.reach}
    lines = [
        f"id: {_quoted_digits(entry.id.value)}",
        f"date: {entry.date.value}",
        f"product: {_quoted_digits(entry.product.value)}",
        f"unit: {_quoted_digits(entry.unit.value)}",
    ]
    lines += [f"form: {_quoted_digits(entry.form.value)}"] if entry.form else []
    lines += [f"{name}: {number.value}" for name, number in numbers.items() if number]
    lines += [f"title: {_scalar(entry.title.value)}"] if entry.title else []
    lines += ["links:", *(f"  - {_scalar(link.value)}" for link in entry.links)] if entry.links else []
    lines += [f"note: {_scalar(entry.note.value)}"] if entry.note else []
    lines += [f"wording: {_quoted_digits(entry.wording.value)}"] if entry.wording else []
    return lines


def _quoted_digits(name: str) -> str:
    """Return an id so that other readers of YAML, which guess types, take it as text too: 2e5, 0671, 777."""
    return name if re.match("[a-z]", name) and name not in _WORDS else f'"{name}"'


def one(entry: Entry) -> str:
    """Return the file of a single entry."""
    return "".join(f"{line}\n" for line in _lines(entry))


def many(entries: Iterable[Entry]) -> str:
    """Return the file of a list of entries."""
    blocks = (_lines(entry) for entry in entries)
    return "".join(f"{'  ' if number else '- '}{line}\n" for block in blocks for number, line in enumerate(block))


def prove(text: str, path: str, entries: tuple[Entry, ...]) -> None:
    """Read the text back as kehoach will read it. Raises RefusalError when it does not say exactly these entries."""
    file, _, findings = read_entries(text.encode(), path)
    if findings:
        raise RefusalError(findings[0].message, findings[0].hint)
    if file is None or file.entries != entries:
        message = "không ghi lại được kết quả này đúng từng chữ"
        raise RefusalError(message, "bỏ bớt ký tự lạ trong tiêu đề, ghi chú hoặc đường dẫn")
