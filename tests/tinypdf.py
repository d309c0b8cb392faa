"""Fonts, PDFs and a LibreOffice as small as can be, made by hand."""

from __future__ import annotations

import io
import struct
from itertools import accumulate
from typing import TYPE_CHECKING

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

if TYPE_CHECKING:
    from pathlib import Path


def tiny_font(glyphs: dict[int, bytes], box: bytes = b"box.", form: int = 4) -> bytes:
    """A font whose cmap knows these codes; every outline is four bytes or none."""
    codes = sorted(glyphs)
    outlines = [box, *(glyphs[code] for code in codes)]
    count = len(codes)
    if form == 4:
        numbers = struct.pack(f">{count}H", *range(1, count + 1))
        ends = struct.pack(f">{count + 1}H", *codes, 0xFFFF)
        starts = struct.pack(f">{count + 1}H", *codes, 0xFFFF)
        # Every other segment by its delta, the rest through the array of glyphs, as real fonts mix them.
        deltas = [(n + 1 - code) & 0xFFFF if n % 2 else 0 for n, code in enumerate(codes)] + [1]
        jumps = [0 if n % 2 else 2 * (count + 1) for n in range(count)] + [0]
        rest = struct.pack(f">{2 * (count + 1)}H", *deltas, *jumps)
        table = struct.pack(">7H", 4, 0, 0, 2 * (count + 1), 0, 0, 0) + ends + b"\0\0" + starts + rest + numbers
    elif form == 12:
        groups = b"".join(struct.pack(">III", code, code, n) for n, code in enumerate(codes, 1))
        table = struct.pack(">HHIII", 12, 0, 0, 0, count) + groups
    elif form == 6:
        table = struct.pack(f">5H{count}H", 6, 0, 0, codes[0], count, *range(1, count + 1))
    else:
        table = struct.pack(">3H", 0, 262, 0) + bytes(codes.index(n) + 1 if n in glyphs else 0 for n in range(256))
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table,
        b"head": bytes(54),
        b"loca": struct.pack(f">{len(outlines) + 1}H", *accumulate((len(one) // 2 for one in outlines), initial=0)),
        b"glyf": b"".join(outlines),
    }
    place = 12 + 16 * len(tables)
    head, body = struct.pack(">4sHHHH", b"\0\1\0\0", len(tables), 0, 0, 0), b""
    for tag, content in tables.items():
        head += struct.pack(">4sIII", tag, 0, place + len(body), len(content))
        body += content
    return head + body


def tiny_pdf(
    name: str,
    letters: str,
    file: bytes | None,
    subtype: str = "/TrueType",
    *,
    inner: dict[str, str] | None = None,
    table: str = "",
) -> bytes:
    """A PDF of one page that shows the letters, as codes from 65 on; of a composite font (`inner`) as 1, 2, …."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    lines = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for code, letter in enumerate(letters, 65))
    table = table or f"{len(letters)} beginbfchar\n{lines}\nendbfchar"
    last, shown = ("FF", narrow(letters)) if inner is None else ("FFFF", wide(letters))
    head = f"begincmap\n1 begincodespacerange\n<{last.replace('F', '0')}> <{last}>\nendcodespacerange\n"
    descriptor = named({"/Type": "/FontDescriptor"})
    if file is not None:
        descriptor[NameObject("/FontFile2")] = stream(file)
    font = named({"/Type": "/Font", "/Subtype": subtype, "/BaseFont": f"/ABCDEF+{name}"})
    font[NameObject("/ToUnicode")] = stream(f"{head}{table}\nendcmap".encode())
    holder = font
    if inner is None:
        font[NameObject("/FirstChar")] = NumberObject(65)
        font[NameObject("/Widths")] = ArrayObject([NumberObject(500)] * len(letters))
    else:
        holder = named({"/Type": "/Font", "/BaseFont": f"/ABCDEF+{name}"} | inner)
        font.update(named({"/Subtype": "/Type0", "/Encoding": "/Identity-H"}))
        font[NameObject("/DescendantFonts")] = ArrayObject([holder])
    holder[NameObject("/FontDescriptor")] = descriptor
    own = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): own})
    page[NameObject("/Contents")] = stream(f"BT /F1 12 Tf 20 100 Td {shown} Tj ET".encode())
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def narrow(letters: str) -> str:
    return f"({''.join(chr(code) for code in range(65, 65 + len(letters)))})"


def wide(letters: str) -> str:
    return f"<{''.join(f'{code:04X}' for code in range(1, len(letters) + 1))}>"


def named(names: dict[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})


def stream(content: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    return made


def program(folder: Path, script: str) -> Path:
    file = folder / "soffice-gia"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file
