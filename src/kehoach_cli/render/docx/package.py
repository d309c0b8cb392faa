"""The .docx file itself: python-docx's package, written so that the same document is the same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from docx import Document

from kehoach_cli.render.docx.body import write_body
from kehoach_cli.render.docx.chart import Charts
from kehoach_cli.render.docx.skeleton import core_properties, skeleton
from kehoach_cli.wordfile.parts import open_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from kehoach_cli.render.styles import StyleTable

_CORE, _TYPES, _RELS = "docProps/core.xml", "[Content_Types].xml", "_rels/.rels"
_MARK, _NO_MARK = re.compile(rb"<dc:identifier>([^<]*)</dc:identifier>"), b"<dc:identifier></dc:identifier>"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


class Properties(NamedTuple):
    """What the file says of itself: title, issuer, subject, and the document's own day (ISO)."""

    title: str
    creator: str
    subject: str
    day: str


def write_docx(body: Element, table: StyleTable, properties: Properties) -> bytes:
    """Return the .docx of a checked <body>; the same input gives the same bytes."""
    document = Document(io.BytesIO(skeleton(table)))
    write_body(body, document.element.body, table, Charts(document.part))
    # Asking for them makes python-docx add the part and name it in the package; its content is ours, see below.
    document.core_properties.title = ""
    stream = io.BytesIO()
    document.save(stream)
    return _frozen(stream.getvalue(), properties)


def _frozen(package: bytes, properties: Properties) -> bytes:
    """Return the package with parts in a fixed order, without a clock's time in it."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CORE] = core_properties(*properties, "").encode("utf-8")
    parts[_CORE] = core_properties(*properties, fingerprint(parts)).encode("utf-8")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(parts, key=lambda part: (part != _TYPES, part != _RELS, part)):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            # Stored, not deflated: two builds of zlib may pack the same part into different bytes.
            entry.compress_type = zipfile.ZIP_STORED
            entry.create_system = 0  # else Python writes the system that it runs on
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def fingerprint(parts: Mapping[str, bytes]) -> str:
    """Return the mark by which kehoach knows a file that it wrote: of every part, the mark itself left out."""
    whole = hashlib.sha256()
    for name in sorted(parts):
        content = _MARK.sub(_NO_MARK, parts[name]) if name == _CORE else parts[name]
        whole.update(f"{name}:{len(content)}:".encode())
        whole.update(content)
    return f"kehoach:sha256:{whole.hexdigest()}"


def is_untouched_docx(data: bytes) -> bool:
    """Return whether the bytes are a .docx that kehoach wrote and no other program has saved since."""
    parts = open_parts(data)
    if parts is None:
        return False
    found = _MARK.search(parts.get(_CORE, b""))
    return found is not None and found[1] == fingerprint(parts).encode()
