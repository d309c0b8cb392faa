"""The working tree as a source of files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kehoach_cli.source.place import Entry, EntryKind, UnreadableError, shown
from kehoach_cli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_REASONS = {
    PermissionError: "không có quyền đọc",
    IsADirectoryError: "là thư mục, không phải tệp",
    NotADirectoryError: "là tệp, không phải thư mục",
}


def _reason(failure: OSError) -> str:
    for kind, words in _REASONS.items():
        if isinstance(failure, kind):
            return words
    return failure.strerror or str(failure)


class WorkingTree:
    """The files of a folder on disk. Names in NFD (macOS) are shown in NFC and opened as they are."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._on_disk: dict[str, str] = {}

    def entries(self, folder: str) -> list[Entry]:
        """Return what the folder holds; links are not followed."""
        found: list[Entry] = []
        if folder and self._path(folder).is_symlink():
            reason = "là liên kết, không phải thư mục"
            raise UnreadableError(reason)
        try:
            with os.scandir(self._path(folder)) as listing:
                for item in listing:
                    name = shown(os.fsencode(item.name))
                    self._on_disk[f"{folder}/{name}".lstrip("/")] = f"{self._raw(folder)}/{item.name}".lstrip("/")
                    found.append(Entry(name, _kind(item)))
        except FileNotFoundError:
            return []
        except OSError as failure:
            raise UnreadableError(_reason(failure)) from failure
        return sorted(found, key=lambda entry: entry.name)

    def read(self, path: str) -> bytes | None:
        """Return the file's bytes; of a file over the size limit only so many that it is seen to be over."""
        place = self._path(path)
        try:
            if place.is_symlink():
                reason = "là liên kết, không phải tệp"
                raise UnreadableError(reason)
            if place.exists() and not place.is_file():
                reason = "là thư mục, không phải tệp" if place.is_dir() else "không phải tệp thường"
                raise UnreadableError(reason)
            with place.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as failure:
            raise UnreadableError(_reason(failure)) from failure

    def _raw(self, path: str) -> str:
        return self._on_disk.get(path, path)

    def _path(self, path: str) -> Path:
        return self.root / self._raw(path)


def _kind(item: os.DirEntry[str]) -> EntryKind:
    if item.is_symlink():
        return EntryKind.LINK
    if item.is_dir(follow_symlinks=False):
        return EntryKind.FOLDER
    return EntryKind.FILE if item.is_file(follow_symlinks=False) else EntryKind.OTHER
