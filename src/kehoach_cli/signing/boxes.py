"""Rectangles on a page in points, and how the pictures of the signatures lie on each other."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in the page's own coordinates: points, upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return how wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return how high it is."""
        return self.top - self.bottom

    @property
    def centre(self) -> tuple[float, float]:
        """Return its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def holds(self, other: Box) -> bool:
        """Return whether the other one lies wholly inside."""
        return (
            self.left <= other.left
            and self.bottom <= other.bottom
            and other.right <= self.right
            and other.top <= self.top
        )

    def points(self) -> tuple[float, float, float, float]:
        """Return the corners as a PDF file writes them."""
        return round(self.left, 2), round(self.bottom, 2), round(self.right, 2), round(self.top, 2)


def around(centre: tuple[float, float], width: float, height: float) -> Box:
    """Return the box of this size with this middle."""
    x, y = centre
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def person_box(gap: Box, width_mm: float, height_mm: float) -> Box:
    """Return where the person's picture goes: in the middle of the gap, smaller than it is when the gap is lower."""
    width, height = width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM
    scale = min(1.0, gap.height / height, gap.width / width)
    return around(gap.centre, width * scale, height * scale)


def seal_box(person: Box, width_mm: float, height_mm: float) -> Box:
    """Return where the seal goes: its real size, over the left third of the person's picture, level with it."""
    width, height = width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM
    right = person.left + person.width / 3
    return around((right - width / 2, person.centre[1]), width, height)
