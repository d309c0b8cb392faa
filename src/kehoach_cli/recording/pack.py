"""Packing: the single entry files of a closed quarter become one list file for each unit, nothing lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.model.entries import Entry, list_path
from kehoach_cli.recording.text import is_ours, many, prove

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.model.entries import EntryFile, Progress

_LONGEST = 4000  # entries in a list: about a megabyte, far from the size that the reader refuses


@dataclass(frozen=True, slots=True)
class Bundle:
    """What becomes of one unit's single files: a list file of their entries, and then their removal.

    `path` is "" where an earlier, interrupted run has written the list already and only left the old files.
    """

    unit: str
    path: str
    text: str
    entries: tuple[Entry, ...]
    old: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All bundles of a quarter, and the files that stay as they are because a person has written in them."""

    bundles: tuple[Bundle, ...]
    kept: tuple[str, ...]


def plan_packing(progress: Progress, folder: str, text_of: Callable[[str], str]) -> Plan:
    """Return what packing a folder of progress/ would do; `text_of` gives a file's text.

    A file that is not as kehoach writes it may hold a person's comment, which a list would lose: it stays.
    Raises RefusalError when a list does not read back as exactly its entries.
    """
    here = [file for file in progress.files if file.path.rpartition("/")[0] == folder]
    listed = {entry.id.value: entry for file in here if file.is_list for entry in file.entries}
    kept: list[str] = []
    units: dict[str, list[EntryFile]] = {}
    for file in here:
        if file.is_list:
            continue
        if not is_ours(file.entries[0], text_of(file.path)):
            kept.append(file.path)
        else:
            units.setdefault(file.entries[0].unit.value, []).append(file)
    bundles: list[Bundle] = []
    for unit, files in sorted(units.items()):
        done = [file for file in files if listed.get(file.entries[0].id.value) == file.entries[0]]
        new = [file for file in files if file.entries[0].id.value not in listed]
        if done:
            bundles.append(_bundle(unit, "", done))
        for start in range(0, len(new), _LONGEST):
            part = new[start : start + _LONGEST]
            entries = _in_order(file.entries[0] for file in part)
            path = list_path(entries[0].date.value, unit, (entry.id.value for entry in entries))
            bundles.append(_bundle(unit, path, part))
    return Plan(tuple(bundles), tuple(kept))


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.date.value, entry.product.value, entry.id.value)))


def _bundle(unit: str, path: str, files: list[EntryFile]) -> Bundle:
    entries = _in_order(file.entries[0] for file in files)
    text = many(entries, path)
    prove(text, path, entries)
    return Bundle(unit, path, text if path else "", entries, tuple(file.path for file in files))
