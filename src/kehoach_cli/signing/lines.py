"""The lines of text of a PDF page with their places, put together from the pieces that pypdf finds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kehoach_cli.signing.fonts import width
from kehoach_cli.signing.quiet import hush

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdf import PageObject

hush()

# Of the size: pieces on one baseline that are nearer than this are one line, and one word.
_SAME_LINE = 2.0
_SAME_WORD = 0.15
_SAME_BASELINE = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: where it begins and ends, where its letters stand, how large they are (points)."""

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def middle(self) -> float:
        """Return its horizontal middle."""
        return (self.left + self.right) / 2


def page_lines(page: PageObject) -> list[Line]:
    """Return the lines of a page from top to bottom."""
    pieces: list[Line] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        for part in text.split("\n"):
            piece = _piece(part, cm, tm, font, size)
            if piece is not None:
                pieces.append(piece)

    page.extract_text(visitor_text=visit)
    return sorted(_joined(pieces), key=lambda line: (-line.baseline, line.left))


def _piece(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> Line | None:
    stripped = unicodedata.normalize("NFC", text.replace("\u00a0", " ")).strip()
    if not stripped:
        return None
    a, b, c, d, e, f = (float(number) for number in cm)
    x, y = float(tm[4]), float(tm[5])
    scale = abs(float(tm[3])) * abs(d) or abs(float(tm[1])) * abs(c)
    real = abs(float(size)) * scale
    left = x * a + y * c + e
    bold = font is not None and "bold" in str(font.get("/BaseFont", "")).lower()
    return Line(stripped, left, left + width(stripped, real, bold=bold), x * b + y * d + f, real)


def _joined(pieces: Iterable[Line]) -> list[Line]:
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda one: (-round(one.baseline / _SAME_BASELINE), one.left)):
        last = lines[-1] if lines else None
        if (
            last is None
            or abs(last.baseline - piece.baseline) > _SAME_BASELINE
            or piece.left - last.right > _SAME_LINE * piece.size
        ):
            lines.append(piece)
            continue
        between = " " if piece.left - last.right > _SAME_WORD * piece.size else ""
        text = f"{last.text}{between}{piece.text}"
        lines[-1] = Line(text, last.left, max(last.right, piece.right), last.baseline, max(last.size, piece.size))
    return lines
