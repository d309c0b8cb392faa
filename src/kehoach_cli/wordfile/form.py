"""What a reader of a document's form meets: sections with their pages, paragraphs with place and effective form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.wordfile.effective import Form, Run


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a table's cell, all counted from 1, and its width in mm (0 where nothing says it)."""

    table: int
    row: int
    column: int
    width: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its effective form; `number` counts those with text from 1, `section` counts from 0.

    `drawn` is the length in mm of a horizontal line drawn in it as a shape, 0 for one of unknown length, None for none.
    """

    text: str
    number: int
    section: int
    cell: Cell | None
    style: str
    form: Form
    runs: tuple[Run, ...]
    drawn: float | None
    breaks_page: bool
    listed: bool

    @property
    def ruled(self) -> bool:
        """Return whether it holds a horizontal line and no text."""
        return not self.text.strip() and (self.form.border or self.drawn is not None)


@dataclass(frozen=True, slots=True)
class Header:
    """A header or footer: its paragraphs, and which of them show the page's number."""

    paragraphs: tuple[Paragraph, ...]
    numbered: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page, lengths in mm; headers and footers by kind (default, first, even), inherited ones too."""

    width: float
    height: float
    margins: Mapping[str, float]
    first_differs: bool
    starts_at: int | None
    headers: Mapping[str, Header] = field(default_factory=dict)
    footers: Mapping[str, Header] = field(default_factory=dict)

    @property
    def text_width(self) -> float:
        """Return the width in mm between the margins."""
        return self.width - self.margins["left"] - self.margins["right"]


@dataclass(frozen=True, slots=True)
class WordFile:
    """All of a document's body."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    even_differs: bool
