"""How wide a line of Times New Roman is: the rules under text must be as long as the text, or a part of it."""

from __future__ import annotations

import unicodedata

# Advance widths of U+0020 to U+007E in thousandths of the size; Liberation Serif has the same by design.
_REGULAR = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
)  # fmt: skip
_BOLD = (
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
)  # fmt: skip
# Letters that are wider than the letter they are built on, and đ, which has no such letter.
_REGULAR_OWN = {"đ": 500, "Đ": 722, "ơ": 529, "Ơ": 722, "ư": 542, "Ư": 776, "…": 1000, "–": 500}
_BOLD_OWN = {"đ": 556, "Đ": 722, "ơ": 554, "Ơ": 778, "ư": 600, "Ư": 796, "…": 1000, "–": 500}
_HORN = "\u031b"
MM_PER_POINT = 25.4 / 72


class _Advances(dict[str, int]):
    """Advance widths by letter, each worked out when it is first met."""

    def __init__(self, table: tuple[int, ...], own: dict[str, int]) -> None:
        super().__init__(own)
        self._table = table

    def __missing__(self, letter: str) -> int:
        base, *marks = list(unicodedata.normalize("NFD", letter.replace("\u00a0", " ")))
        horned = unicodedata.normalize("NFC", base + _HORN)
        if _HORN in marks and horned != letter and horned in self:
            width = self[horned]
        else:
            width = self._table[ord(base if " " <= base <= "~" else "n") - ord(" ")]
        self[letter] = width
        return width


_ADVANCES = {False: _Advances(_REGULAR, _REGULAR_OWN), True: _Advances(_BOLD, _BOLD_OWN)}


def width_mm(text: str, size: float, *, bold: bool) -> float:
    """Return the width in mm of a line of text at `size` pt; unknown letters count as an `n`."""
    return sum(map(_ADVANCES[bold].__getitem__, text)) * size / 1000 * MM_PER_POINT
