"""Progress entries: what was done, by whom, when, and the one place where each entry's file belongs."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.frozen import field, frozen, replace
from kehoach_cli.hashing import sha256
from kehoach_cli.location import Located, is_unread
from kehoach_cli.model.folders import PROGRESS
from kehoach_cli.model.schedule import month_span, quarter_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.location import Location, Text
    from kehoach_cli.model.acceptance import Acceptance

FOLDER = PROGRESS
# A file's name holds at most so much of an id: Windows refuses long paths.
_SLUG = 48
_TOKEN = 8
_NAMED_DAY = re.compile(r"(?:.*/)?(\d{4})(\d{2})(\d{2})-[^/]*", re.ASCII)
_NAMED_QUARTER = re.compile(rf"{FOLDER}/(\d{{4}})/Q([1-4])/.*", re.ASCII)


@frozen
class Entry:
    """One result (kết quả): `quantity` counts in the unit of measure of its form, `reach` in people or views.

    `wording` is the fingerprint of the product's text at the time of recording.
    """

    id: Text
    date: Located[date]
    product: Text
    unit: Text
    form: Text | None
    quantity: Located[int] | None
    reach: Located[int] | None
    title: Text | None
    links: tuple[Text, ...]
    note: Text | None
    wording: Text | None
    at: Location = field(compare=False)
    accept: tuple[Acceptance, ...] = ()

    @property
    def file(self) -> str:
        """Return the path of the file that holds it."""
        return self.at.file

    @property
    def readable(self) -> bool:
        """Return whether every value that it is counted by could be read."""
        counted_by = (self.id, self.date, self.product, self.unit, self.form, self.quantity)
        return not any(map(is_unread, counted_by))

    def in_year(self, year: int) -> Entry:
        """Return the entry as it would be if only the year of its date were wrong."""
        if is_unread(self.date):
            return self
        day = self.date.value
        last = min(day.day, month_span(year, day.month)[1].day)
        return replace(self, date=Located(day.replace(year=year, day=last), self.date.at))


@frozen
class EntryFile:
    """One file of progress/: a single entry, or a list of them; `entries` is empty where nothing could be read.

    `is_mended`: a line of it is no YAML, and the entries are read as it was likely meant: to be checked, not counted.
    """

    path: str
    entries: tuple[Entry, ...]
    is_list: bool = False
    is_mended: bool = False

    @property
    def expected_path(self) -> str | None:
        """Return where the file belongs by its one or more entries; None for a list of no one place."""
        first = self.entries[0]
        if not self.is_list:
            return entry_path(first.date.value, first.unit.value, first.product.value, first.id.value)
        units = {entry.unit.value for entry in self.entries}
        folders = {quarter_folder(entry.date.value) for entry in self.entries}
        if len(units) > 1 or len(folders) > 1:
            return None
        return list_path(first.date.value, first.unit.value, (entry.id.value for entry in self.entries))


@frozen
class Progress:
    """All entry files, by path; `lost` are files that hold entries and could not be read.

    `unended` are those whose last line does not end: they may have been cut.
    """

    files: tuple[EntryFile, ...] = ()
    lost: tuple[str, ...] = ()
    unended: frozenset[str] = frozenset()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return every entry, by file and by place in it."""
        return tuple(entry for file in self.files for entry in file.entries)

    @cached_property
    def texts(self) -> list[tuple[Text, Entry]]:
        """Return every title and note, each with its entry."""
        both = ((text, entry) for entry in self.entries for text in (entry.title, entry.note))
        return [(text, entry) for text, entry in both if text is not None]


def wording(text: str) -> str:
    """Return the fingerprint of a product's text: twelve hexadecimal digits."""
    return sha256(text.encode()).hexdigest()[:12]


def quarter_folder(day: date) -> str:
    """Return the folder of the entries of a day, by calendar quarter: no setting moves a file."""
    return f"{FOLDER}/{day.year}/Q{quarter_of(day)}"


def earliest_day(path: str) -> date:
    """Return the first day that a file's results may be of, by its name or else its folder; `date.min` by neither."""
    named = _NAMED_DAY.fullmatch(path)
    if named:
        with suppress(ValueError):
            return date(int(named[1]), int(named[2]), int(named[3]))
    quarter = _NAMED_QUARTER.fullmatch(path)
    return date(max(int(quarter[1]), 1), int(quarter[2]) * 3 - 2, 1) if quarter else date.min


def slug(name: str) -> str:
    """Return as much of an id as the names of files hold."""
    return name[:_SLUG]


def entry_path(day: date, unit: str, product: str, name: str) -> str:
    """Return where the file of a single entry belongs."""
    return f"{quarter_folder(day)}/{day.isoformat().replace('-', '')}-{slug(unit)}-{slug(product)}-{name}.yaml"


def list_path(day: date, unit: str, names: Iterable[str]) -> str:
    """Return where the file of a unit's list of entries belongs; its last part follows from the entries' ids."""
    from base64 import b32encode  # noqa: PLC0415 - few units keep lists

    digest = sha256("\n".join(sorted(names)).encode()).digest()
    return f"{quarter_folder(day)}/{slug(unit)}-{b32encode(digest)[:_TOKEN].decode().lower()}.yaml"
