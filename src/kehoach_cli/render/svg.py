"""A chart as inline SVG for the page of a browser, in the greys of the printed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from lxml.etree import SubElement

from kehoach_cli.render.chart import GREYS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.render.chart import Chart

# All in mm: the room under the bars for labels and legend, the size of letters, the part of a category that bars take.
_LABELS, _LEGEND, _LETTER, _FILLED = 6.0, 7.0, 3.6, 0.7


class _Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float


def svg(chart: Chart) -> Element:
    """Return the <svg> of a chart, with its numbers written at the bars."""
    root = etree.Element("svg", viewBox=f"0 0 {chart.width:g} {chart.height:g}", role="img")
    root.set("aria-label", chart.alt)
    root.set("style", f"width: {chart.width:g}mm; height: {chart.height:g}mm; font-size: {_LETTER:g}px")
    SubElement(root, "title").text = chart.alt
    highest = max((value for _, values in chart.series for value in values), default=0) or 1
    legend = _LEGEND if len(chart.series) > 1 else 0
    if chart.kind == "cot":
        _columns(root, chart, highest, chart.height - _LABELS - legend)
    else:
        _lying(root, chart, highest, chart.height - legend)
    if legend:
        room = chart.width / len(chart.series)
        for number, (name, _) in enumerate(chart.series):
            left = room * number + room / 4
            _draw(root, _Box(left, chart.height - 4, 3, 3), GREYS[number])
            _text(root, left + 4.5, chart.height - 1.2, name, "start")
    return root


def _columns(root: Element, chart: Chart, highest: float, floor: float) -> None:
    room = chart.width / len(chart.labels)
    bar = room * _FILLED / len(chart.series)
    for place, label in enumerate(chart.labels):
        _text(root, room * (place + 0.5), floor + _LABELS - 1.5, label, "middle")
        for number, (_, values) in enumerate(chart.series):
            tall = values[place] / highest * (floor - _LETTER - 1)
            left = room * (place + (1 - _FILLED) / 2) + bar * number
            _draw(root, _Box(left, floor - tall, bar, tall), GREYS[number])
            _text(root, left + bar / 2, floor - tall - 1, f"{values[place]:g}".replace(".", ","), "middle")


def _lying(root: Element, chart: Chart, highest: float, height: float) -> None:
    room, start = height / len(chart.labels), chart.width * 0.3
    bar = room * _FILLED / len(chart.series)
    for place, label in enumerate(chart.labels):
        _text(root, start - 1.5, room * (place + 0.5) + _LETTER / 3, label, "end")
        for number, (_, values) in enumerate(chart.series):
            long = values[place] / highest * (chart.width - start - 14)
            top = room * (place + (1 - _FILLED) / 2) + bar * number
            _draw(root, _Box(start, top, long, bar), GREYS[number])
            shown = f"{values[place]:g}".replace(".", ",")
            _text(root, start + long + 1, top + bar / 2 + _LETTER / 3, shown, "start")


def _draw(root: Element, box: _Box, grey: str) -> None:
    bar = SubElement(root, "rect", {name: f"{size:.2f}" for name, size in box._asdict().items()})
    bar.set("fill", f"#{grey}")
    bar.set("stroke", "#000")
    bar.set("stroke-width", "0.2")


def _text(root: Element, left: float, top: float, text: str, anchor: str) -> None:
    leaf = SubElement(root, "text", {"x": f"{left:.2f}", "y": f"{top:.2f}", "text-anchor": anchor})
    leaf.text = text
