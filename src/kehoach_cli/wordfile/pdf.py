"""The words of a PDF, page by page, in the order in which they were drawn."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject

# A page's own number, alone on the first or last line.
_NUMBER = re.compile(r"\s*\d{1,4}\s*")


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text without white space.

    `starts` are the places in it where a word begins, `pieces` those where something was drawn anew: two figures of a
    chart may stand side by side without a space.
    """

    text: str
    starts: frozenset[int]
    pieces: frozenset[int]

    def words(self, begin: int, end: int, *, drawn_apart: bool = False) -> list[str]:
        """Return the words between two places, also cut where the drawing was interrupted if wanted."""
        cuts = self.starts | self.pieces if drawn_apart else self.starts
        places = [begin, *sorted(place for place in cuts if begin < place < end), end]
        return [self.text[a:b] for a, b in pairwise(places) if a < b]


def page_text(drawn: list[str]) -> PageText:
    """Return pieces of text, in the order in which they were drawn, as a page, in NFC and without its number."""
    while drawn and not drawn[0].strip():
        drawn = drawn[1:]
    while drawn and not drawn[-1].strip():
        drawn = drawn[:-1]
    lines = "".join(drawn).split("\n")
    if _NUMBER.fullmatch(lines[0]) and _NUMBER.fullmatch(drawn[0]):
        drawn = drawn[1:]
    elif _NUMBER.fullmatch(lines[-1]) and _NUMBER.fullmatch(drawn[-1]):
        drawn = drawn[:-1]
    text, apart = "", True
    starts: set[int] = set()
    pieces: set[int] = set()
    for piece in drawn:
        pieces.add(len(text))
        for part in re.split(r"(\s+)", unicodedata.normalize("NFC", piece)):
            if part.isspace():
                apart = True
            elif part:
                starts |= {len(text)} if apart else set()
                text, apart = text + part, False
    return PageText(text, frozenset(starts), frozenset(pieces))


def pdf_pages(data: bytes) -> list[PageText] | None:
    """Return the pages without their numbers, None for what is no PDF or a damaged or encrypted one."""
    from pypdf import PdfReader  # noqa: PLC0415 - wanted only when a PDF is looked at
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it complains of, we say in our own words
    try:
        reader = PdfReader(io.BytesIO(data))
        return [page_text(_drawn(page)) for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        # pypdf promises PyPdfError, and raises these on damaged files.
        return None


def _drawn(page: PageObject) -> list[str]:
    pieces: list[str] = []
    page.extract_text(visitor_text=lambda text, *_: pieces.append(text))
    return pieces
