"""An entry as the text of its file: typed by the schema on the way in, quoted where YAML would guess otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.entries import read_entries
from kehoach_cli.source.modeline import modeline, without_modeline
from kehoach_cli.source.plain import scalar, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.entries import Entry


def _lines(entry: Entry) -> list[str]:
    numbers = {"quantity": entry.quantity, "reach": entry.reach}
    lines = [
        f"id: {word(entry.id.value)}",
        f"date: {entry.date.value}",
        f"product: {word(entry.product.value)}",
        f"unit: {word(entry.unit.value)}",
    ]
    lines += [f"form: {word(entry.form.value)}"] if entry.form else []
    lines += [f"{name}: {number.value}" for name, number in numbers.items() if number]
    lines += [f"title: {scalar(entry.title.value)}"] if entry.title else []
    lines += ["links:", *(f"  - {scalar(link.value)}" for link in entry.links)] if entry.links else []
    lines += [f"note: {scalar(entry.note.value)}"] if entry.note else []
    lines += [f"wording: {word(entry.wording.value)}"] if entry.wording else []
    lines += ["accept:"] if entry.accept else []
    for one_ in entry.accept:
        fields = {"code": one_.code, "text": one_.text, "reason": one_.reason}
        said = [f"{name}: {scalar(text.value)}" for name, text in fields.items()]
        lines += [f"  {'  ' if number else '- '}{line}" for number, line in enumerate(said)]
    return lines


def one(entry: Entry, path: str) -> str:
    """Return the file of a single entry at this path."""
    return modeline("progress", path) + "".join(f"{line}\n" for line in _lines(entry))


def many(entries: Iterable[Entry], path: str) -> str:
    """Return the file of a list of entries at this path."""
    blocks = (_lines(entry) for entry in entries)
    rows = (f"{'  ' if number else '- '}{line}\n" for block in blocks for number, line in enumerate(block))
    return modeline("progress", path) + "".join(rows)


def is_ours(entry: Entry, text: str) -> bool:
    """Return whether a file says its entry just as kehoach writes it, so that no comment of a person is in it."""
    return without_modeline(text) == without_modeline(one(entry, ""))


def prove(text: str, path: str, entries: tuple[Entry, ...]) -> None:
    """Read the text back as kehoach will read it. Raises RefusalError when it does not say exactly these entries."""
    file, _, findings = read_entries(text.encode(), path)
    if findings:
        raise RefusalError(findings[0].message, findings[0].hint)
    if file is None or file.entries != entries:
        message = "không ghi lại được kết quả này đúng từng chữ"
        raise RefusalError(message, "bỏ bớt ký tự lạ trong tiêu đề, ghi chú hoặc đường dẫn")
