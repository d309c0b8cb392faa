"""The working tree as a source of files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kehoach_cli.source.place import Entry, EntryKind, UnreadableError, shown
from kehoach_cli.source.text import MAX_BYTES

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
        self._base = str(root)
        self._on_disk: dict[str, str] = {}

    def entries(self, folder: str) -> list[Entry]:
        """Return what the folder holds; links are not followed."""
        found: list[Entry] = []
        if folder and Path(self._path(folder)).is_symlink():
            reason = "là liên kết, không phải thư mục"
            raise UnreadableError(reason)
        raw = self._raw(folder)
        try:
            with os.scandir(self._path(folder)) as listing:
                for item in listing:
                    name = item.name if item.name.isascii() else shown(os.fsencode(item.name))
                    if name != item.name or raw != folder:
                        self._on_disk[f"{folder}/{name}".lstrip("/")] = f"{raw}/{item.name}".lstrip("/")
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
            mode = os.lstat(place).st_mode
            if not stat.S_ISREG(mode):
                raise UnreadableError(_instead(mode))
            with open(place, "rb") as file:  # noqa: PTH123 - ten thousand entries: Path.open costs as much again
                return file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as failure:
            raise UnreadableError(_reason(failure)) from failure

    def _raw(self, path: str) -> str:
        return self._on_disk.get(path, path)

    def _path(self, path: str) -> str:
        return f"{self._base}/{self._raw(path)}" if path else self._base


def _instead(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "là liên kết, không phải tệp"
    return "là thư mục, không phải tệp" if stat.S_ISDIR(mode) else "không phải tệp thường"


def _kind(item: os.DirEntry[str]) -> EntryKind:
    if item.is_symlink():
        return EntryKind.LINK
    if item.is_dir(follow_symlinks=False):
        return EntryKind.FOLDER
    return EntryKind.FILE if item.is_file(follow_symlinks=False) else EntryKind.OTHER
