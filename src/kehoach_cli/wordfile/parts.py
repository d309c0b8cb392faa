"""The parts of a .docx: a package that may be damaged, hostile, or no package at all."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What zipfile and zlib raise on bytes that are no package, or a damaged or encrypted one.
NO_PACKAGE = (zipfile.BadZipFile, zlib.error, LookupError, OSError, RuntimeError, EOFError, ValueError)
# What a document of this kind never reaches; beyond it a small file may unpack into all the memory there is.
_MOST_BYTES = 100_000_000


def open_parts(data: bytes) -> dict[str, bytes] | None:
    """Return the parts of a package by name; None for what is no package, a damaged or an absurdly large one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                return None
            names = archive.namelist()
            if len(set(names)) != len(names):
                return None  # two parts of one name: programs would not agree which one counts
            return {name: archive.read(name) for name in names}
    except NO_PACKAGE:
        return None


def parse_part(data: bytes) -> Element | None:
    """Return the root of a part; None where it is no XML. No entity is resolved, nothing is fetched."""
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
