"""What a source of files is: folders that list themselves and files that give their bytes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, Protocol

from kehoach_cli.source.text import nfc
from kehoach_cli.spelling import printable


class EntryKind(Enum):
    """What stands under a name."""

    FILE = "tệp"
    FOLDER = "thư mục"
    LINK = "liên kết"
    OTHER = "tệp đặc biệt"


class Entry(NamedTuple):
    """A name in a folder (in NFC, as it is shown) and what stands under it."""

    name: str
    kind: EntryKind


_LITTER = {"thumbs.db", "desktop.ini"}


def is_litter(name: str) -> bool:
    """Return whether a name is of what systems and editors leave behind: nobody's data."""
    return name.startswith((".", "~$")) or name.casefold() in _LITTER


class UnreadableError(Exception):
    """A file or folder that is there but cannot be read; the text says why."""


def shown(name: bytes) -> str:
    """Return a file's name as all output shows it and files refer to it: in NFC, what cannot be printed written out."""
    return printable(nfc(name.decode("utf-8", "surrogateescape")))


class Source(Protocol):
    """Where a workspace is read from. Paths use `/` and start at the workspace's root; "" is the root."""

    def entries(self, folder: str) -> list[Entry]:
        """Return what the folder holds, sorted by name; nothing when there is no such folder.

        Raises UnreadableError.
        """

    def read(self, path: str) -> bytes | None:
        """Return the file's bytes, or None when there is no such file. Raises UnreadableError."""
