"""As much of a TrueType file as it takes to see which letters it can draw."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What reading a file that is cut short or is no font runs into.
NO_FONT = (struct.error, LookupError, ValueError)
_COLLECTION = b"ttcf"
_SHORT_OFFSETS = 0
_BYTES, _SEGMENTS, _TRIMMED, _GROUPS = 0, 4, 6, 12


class Sfnt:
    """The tables of a font file; of a collection, those of its first font. Raises one of NO_FONT."""

    def __init__(self, data: bytes) -> None:
        start = struct.unpack_from(">I", data, 12)[0] if data[:4] == _COLLECTION else 0
        (count,) = struct.unpack_from(">H", data, start + 4)
        self.tables: dict[bytes, bytes] = {}
        for number in range(count):
            tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
            self.tables[tag] = data[offset : offset + length]

    def glyphs(self) -> dict[int, int]:
        """Return the number of the glyph of each character, or of each code in a font inside a PDF."""
        table = self.tables[b"cmap"]
        (count,) = struct.unpack_from(">H", table, 2)
        offsets = {struct.unpack_from(">HHI", table, 4 + 8 * number)[2] for number in range(count)}
        return {code: glyph for offset in sorted(offsets) for code, glyph in _pairs(table[offset:]) if glyph}

    def outline(self, glyph: int) -> bytes:
        """Return how a glyph is drawn: equal bytes look equal, and none at all is invisible."""
        (form,) = struct.unpack_from(">h", self.tables[b"head"], 50)
        pattern, size, unit = (">HH", 2, 2) if form == _SHORT_OFFSETS else (">II", 4, 1)
        start, end = struct.unpack_from(pattern, self.tables[b"loca"], glyph * size)
        return self.tables[b"glyf"][start * unit : end * unit]


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield (code, glyph) of a subtable of cmap, in the formats that fonts for Latin letters have."""
    (form,) = struct.unpack_from(">H", table)
    if form == _BYTES:
        yield from enumerate(table[6:262])
    elif form == _TRIMMED:
        first, count = struct.unpack_from(">HH", table, 6)
        yield from enumerate(struct.unpack_from(f">{count}H", table, 10), first)
    elif form == _SEGMENTS:
        yield from _segments(table)
    elif form == _GROUPS:
        (count,) = struct.unpack_from(">I", table, 12)
        for number in range(count):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
            yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    size = struct.unpack_from(">H", table, 6)[0]
    count, ranges = size // 2, 16 + 3 * size
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts, deltas, jumps = (struct.unpack_from(f">{count}H", table, 16 + size * part) for part in (1, 2, 3))
    for number, (first, last, delta, jump) in enumerate(zip(starts, ends, deltas, jumps, strict=True)):
        for code in range(first, last + 1):
            if not jump:
                yield code, (code + delta) & 0xFFFF
                continue
            place = ranges + 2 * number + jump + 2 * (code - first)
            glyph = struct.unpack_from(">H", table, place)[0] if place + 2 <= len(table) else 0
            yield code, (glyph + delta) & 0xFFFF if glyph else 0
