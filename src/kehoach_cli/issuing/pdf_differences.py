"""Where the words of a PDF differ from those of the document that was issued, whatever program made it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.issuing.differences import Difference, around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.wordfile.pdf import PageText
    from kehoach_cli.wordfile.words import Block

_AHEAD = 60  # blocks that may be missing before one is found again
_KEY = 24  # letters that a block is known again by
_CHART = "biểu đồ"


class Place(NamedTuple):
    """A place in the PDF: page and letter in it, both from 0."""

    page: int
    letter: int


def pdf_differences(issued: Sequence[Block], pages: Sequence[PageText]) -> list[Difference]:
    """Return every block of the issued document that the pages do not have word for word, and what they have besides.

    White space, page breaks and heads of tables repeated on a new page do not count. A row of a table that goes over
    a page is drawn in parts: first what fits of each of its cells, then the rest of each.
    """
    return _Reading(issued, pages).differences()


def _bare(text: str) -> str:
    return "".join(text.split())


class _Reading:
    def __init__(self, issued: Sequence[Block], pages: Sequence[PageText]) -> None:
        self.pages = [page for page in pages if page.text] or list(pages)
        self.blocks = [block for block in issued if not block.place.startswith((_CHART, "đầu trang", "hình"))]
        self.charts = _charts(issued)
        self.cells = [tuple(map(_bare, block.cells)) for block in self.blocks]
        self.heads = self._heads()
        self.found: list[Difference] = []

    def differences(self) -> list[Difference]:
        at = Place(0, 0)
        number = 0
        while number < len(self.blocks):
            after = self._block(number, at)
            if after is not None:
                at = after
                number += 1
                continue
            resumed = self._resume(number, at)
            if resumed is None:
                self._differ(number, len(self.blocks), self._text(at, None))
                return self.found
            next_, place = resumed
            if not (next_ == number and self._is_chart(at, place)):
                self._differ(number, next_, self._text(at, place), continued=self._inside_word(at))
            number, at = next_, place
        rest = self._text(at, None)
        if rest:
            self.found.append(Difference("cuối văn bản", "", rest))
        return self.found

    def _inside_word(self, at: Place) -> bool:
        """Return whether what follows belongs to the word before."""
        return at.page < len(self.pages) and at.letter > 0 and at.letter not in self.pages[at.page].starts

    def _differ(self, first: int, last: int, found: str, *, continued: bool = False) -> None:
        """Note that the blocks from `first` up to `last` are not there, and what stands in their place."""
        if first == last and continued and first:
            before = " ".join(self.blocks[first - 1].cells)
            self.found.append(Difference(self.blocks[first - 1].place, *around(before, before + found)))
        elif first == last:
            self.found.append(Difference(f"trước {self.blocks[first].place}", "", found))
        elif last == first + 1:
            expected = " ".join(self.blocks[first].cells)
            self.found.append(Difference(self.blocks[first].place, *_spaced(expected, found)))
        else:
            expected = " / ".join(block.text for block in self.blocks[first:last])
            places = f"{self.blocks[first].place} đến {self.blocks[last - 1].place}"
            self.found.append(Difference(places, *_spaced(expected, found)))

    def _block(self, number: int, at: Place) -> Place | None:
        """Return where the PDF goes on after a block, None where it has not just this block."""
        cells = self.cells[number]
        return self._row(list(cells), at, self.heads[number]) if len(cells) > 1 else self._paragraph(cells[0], at)

    def _paragraph(self, text: str, at: Place) -> Place | None:
        page, letter = at
        done = 0
        while done < len(text):
            if page >= len(self.pages):
                return None
            here = self.pages[page].text
            if letter >= len(here):
                page, letter = page + 1, 0
                continue
            size = min(len(text) - done, len(here) - letter)
            if here[letter : letter + size] != text[done : done + size]:
                return None
            done, letter = done + size, letter + size
        return Place(page, letter)

    def _row(self, cells: list[str], at: Place, head: str) -> Place | None:
        page, letter = at
        if page < len(self.pages) and letter >= len(self.pages[page].text):
            page, letter = page + 1, 0
        if page < len(self.pages) and letter == 0 and head and self.pages[page].text.startswith(head):
            letter = len(head)
        while page < len(self.pages):
            taken = _taken(tuple(cells), self.pages[page].text[letter:])
            if taken is None:
                return None
            cells = [cell[count:] for cell, count in zip(cells, taken, strict=True)]
            letter += sum(taken)
            if not any(cells):
                return Place(page, letter)
            page, letter = page + 1, 0
            if page < len(self.pages) and head and self.pages[page].text.startswith(head):
                letter = len(head)
        return None

    def _resume(self, number: int, at: Place) -> tuple[int, Place] | None:
        """Return the next block that the PDF has again, and where: the nearest one from here."""
        found: list[tuple[int, int, Place]] = []
        for ahead in range(number, min(number + _AHEAD, len(self.blocks))):
            key = next((cell for cell in self.cells[ahead] if cell), "")[:_KEY]
            place = next((there for there in self._search(key, at) if self._block(ahead, there) is not None), None)
            if place is not None:
                distance = sum(len("".join(cells)) for cells in self.cells[number:ahead])
                passed = len(self._text(at, place))
                found.append((max(distance, passed), ahead, place))
        if not found:
            return None
        _, ahead, place = min(found)
        return ahead, place

    def _search(self, key: str, at: Place) -> Iterator[Place]:
        """Yield the places from here on where the key stands."""
        for page in range(at.page, len(self.pages) if key else 0):
            letter = self.pages[page].text.find(key, at.letter if page == at.page else 0)
            while letter >= 0:
                yield Place(page, letter)
                letter = self.pages[page].text.find(key, letter + 1)

    def _text(self, begin: Place, end: Place | None, *, drawn_apart: bool = False) -> str:
        last = end or Place(len(self.pages), 0)
        parts: list[str] = []
        for number in range(begin.page, min(last.page + 1, len(self.pages))):
            page = self.pages[number]
            first = begin.letter if number == begin.page else 0
            stop = last.letter if number == last.page else len(page.text)
            parts += page.words(first, stop, drawn_apart=drawn_apart)
        return " ".join(parts)

    def _heads(self) -> list[str]:
        """Return for each block the head of its table, as it is repeated on each page; "" outside of tables."""
        heads: list[str] = []
        table, head = "", ""
        for block, cells in zip(self.blocks, self.cells, strict=True):
            name = block.place.partition(",")[0] if len(cells) > 1 else ""
            first = name != table
            if first:
                head = "".join(cells)
            table = name
            heads.append(head if name and not first else "")
        return heads

    def _is_chart(self, at: Place, place: Place) -> bool:
        """Return whether what stands between is the next chart: its labels and figures, and the numbers of an axis."""
        drawn = [Counter(self._text(at, place, drawn_apart=apart).split()) for apart in (True, False)]
        for number, words in enumerate(self.charts):
            if any(_draws(words, there) for there in drawn):
                del self.charts[number]
                return True
        return False


def _draws(words: Counter[str], there: Counter[str]) -> bool:
    """Return whether the words on a page are those of a chart, and the numbers of its axis."""
    left = there - words
    ticks = [int(word.replace(".", "")) for word in left if re.fullmatch(r"[\d.]+", word)]
    return not words - there and len(ticks) == sum(left.values()) and _evenly(sorted(ticks))


def _evenly(numbers: list[int]) -> bool:
    """Return whether numbers are those of an axis: from 0 in equal steps."""
    return not numbers or numbers == [n * (numbers[1] if len(numbers) > 1 else 1) for n in range(len(numbers))]


def _charts(blocks: Sequence[Block]) -> list[Counter[str]]:
    """Return the words of each chart: the labels once, the names of its series, every figure."""
    charts: dict[str, Counter[str]] = {}
    for block in blocks:
        if block.place.startswith(_CHART):
            words = charts.setdefault(block.place, Counter())
            name, _, pairs = block.text.partition(": ")
            labels, values = zip(*(pair.rpartition(" = ")[::2] for pair in pairs.split("; ")), strict=True)
            if not words:
                words.update(" ".join(labels).split())
            words.update([*name.split(), *values])
    return list(charts.values())


def _taken(cells: tuple[str, ...], text: str) -> tuple[int, ...] | None:
    """Return how much of each cell a page's text begins with.

    Either all of each, or parts of them that fill the page to its end. None where the text has neither.
    """

    @cache
    def walk(cell: int, letter: int) -> tuple[int, ...] | None:
        if cell == len(cells):
            return () if letter == len(text) else None
        most = 0
        while most < min(len(cells[cell]), len(text) - letter) and cells[cell][most] == text[letter + most]:
            most += 1
        for count in range(most, -1, -1):
            rest = walk(cell + 1, letter + count)
            if rest is not None:
                return (count, *rest)
        return None

    whole = "".join(cells)
    if text.startswith(whole):
        return tuple(map(len, cells))
    return walk(0, 0)


def _spaced(expected: str, found: str) -> tuple[str, str]:
    """Return what differs between a text and words whose spaces may stand elsewhere."""
    if _bare(expected) == _bare(found):
        return expected, found
    return around(expected, found)
