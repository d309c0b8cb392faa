"""The working tree as a source of files."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from kehoach_cli.source.place import Entry, EntryKind, UnreadableError, shown
from kehoach_cli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

# Ten thousand entries: the system's own calls take half the time of Python's file objects. A pipe must not block,
# a link must not be followed; Windows has neither flag, but one that keeps line ends as they are.
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 65536
_LINK = "là liên kết, không phải tệp"
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

    def __init__(self, root: Path | str) -> None:
        self._base = str(root)
        self._on_disk: dict[str, str] = {}
        self._files: set[str] = set()  # seen in their folder's listing to be regular files

    def entries(self, folder: str) -> list[Entry]:
        """Return what the folder holds; links are not followed."""
        found: list[Entry] = []
        if folder and os.path.islink(self._path(folder)):
            reason = "là liên kết, không phải thư mục"
            raise UnreadableError(reason)
        raw = self._raw(folder)
        try:
            with os.scandir(self._path(folder)) as listing:
                for item in listing:
                    plain = item.name.isascii() and item.name.isprintable()
                    name = item.name if plain else shown(os.fsencode(item.name))
                    if name != item.name or raw != folder:
                        self._on_disk[f"{folder}/{name}".lstrip("/")] = f"{raw}/{item.name}".lstrip("/")
                    kind = _kind(item)
                    if kind is EntryKind.FILE:
                        self._files.add(f"{folder}/{name}")
                    found.append(Entry(name, kind))
        except FileNotFoundError:
            return []
        except OSError as failure:
            raise UnreadableError(_reason(failure)) from failure
        return sorted(found, key=lambda entry: entry.name)

    def read(self, path: str) -> bytes | None:
        """Return the file's bytes; of a file over the size limit only so many that it is seen to be over."""
        place = self._path(path)
        try:
            if not _NO_LINKS:
                _demand_file(os.lstat(place).st_mode)
            handle = os.open(place, _READ)
            try:
                if path in self._files and len(data := os.read(handle, _CHUNK)) < _CHUNK:
                    return data  # a short read of a regular file is all of it
                status = os.fstat(handle)
                _demand_file(status.st_mode)
                os.lseek(handle, 0, os.SEEK_SET)
                return _whole(handle, status.st_size)
            finally:
                os.close(handle)
        except FileNotFoundError:
            return None
        except OSError as failure:
            if failure.errno == errno.ELOOP:
                raise UnreadableError(_LINK) from failure
            raise UnreadableError(_reason(failure)) from failure

    def _raw(self, path: str) -> str:
        return self._on_disk.get(path, path)

    def _path(self, path: str) -> str:
        return f"{self._base}/{self._raw(path)}" if path else self._base


def _demand_file(mode: int) -> None:
    """Raise UnreadableError for anything but a regular file."""
    if not stat.S_ISREG(mode):
        instead = "là thư mục, không phải tệp" if stat.S_ISDIR(mode) else "không phải tệp thường"
        raise UnreadableError(_LINK if stat.S_ISLNK(mode) else instead)


def _whole(handle: int, size: int) -> bytes:
    """Return what an open file holds, up to the limit and one byte more."""
    data = os.read(handle, min(size, MAX_BYTES) + 1)
    while len(data) != size and len(data) <= MAX_BYTES and (more := os.read(handle, MAX_BYTES + 1 - len(data))):
        data += more
    return data


def _kind(item: os.DirEntry[str]) -> EntryKind:
    if item.is_file(follow_symlinks=False):
        return EntryKind.FILE
    if item.is_symlink():
        return EntryKind.LINK
    return EntryKind.FOLDER if item.is_dir(follow_symlinks=False) else EntryKind.OTHER
