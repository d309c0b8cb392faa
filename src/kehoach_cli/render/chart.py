"""A chart of a template: what it shows, read from its tags, and what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

CHARTS = {"cot": "cột đứng", "thanh": "thanh ngang"}
MOST_SERIES = 4  # as many greys as paper tells apart
# One grey for each series, light enough for the black frame and the labels to be read.
GREYS = ("BFBFBF", "595959", "E7E7E7", "8C8C8C")
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_SIZE = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9])?")


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars by category: sizes in mm, `series` a name and a value for each label."""

    kind: str
    width: float
    height: float
    alt: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]


def chart_of(element: Element) -> Chart:
    """Return the chart that a checked <chart> describes."""
    return Chart(
        element.get("class") or "",
        float(element.get("data-width") or 0),
        float(element.get("data-height") or 0),
        element.get("data-alt") or "",
        tuple(_text(label) for label in element.iter("label")),
        tuple(
            (series.get("data-name") or "", tuple(float(_text(value)) for value in series.iter("value")))
            for series in element.iter("series")
        ),
    )


def chart_mistakes(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield what is wrong with a <chart>, each with the tag to blame."""
    for name in ("data-width", "data-height"):
        if not _SIZE.fullmatch(element.get(name) or ""):
            yield element, f"<chart> cần `{name}` bằng mm"
    if not (element.get("data-alt") or "").strip():
        yield element, "<chart> cần `data-alt`: lời cho người nghe máy đọc"
    labels, series = list(element.iter("label")), list(element.iter("series"))
    if not labels:
        yield element, "<chart> chưa có <label> nào"
    if not 1 <= len(series) <= MOST_SERIES:
        yield element, f"<chart> cần từ 1 đến {MOST_SERIES} <series>"
    for one in series:
        yield from _series_mistakes(one, len(labels))


def _series_mistakes(series: Element, labels: int) -> Iterator[tuple[Element, str]]:
    if not (series.get("data-name") or "").strip():
        yield series, "<series> cần `data-name`"
    values = list(series.iter("value"))
    if len(values) != labels:
        yield series, f"<series> có {len(values)} <value>, trong khi có {labels} <label>"
    for value in values:
        if not _NUMBER.fullmatch(_text(value)):
            yield value, f"`{_text(value)}` không phải là số không âm"


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
