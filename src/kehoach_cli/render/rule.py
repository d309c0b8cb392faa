"""The rule under a line of text: as long as the text, or a part of it, centred under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.markup import RULES
from kehoach_cli.wordfile.metrics import width_mm

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.render.styles import StyleTable


def insets(rule: Element, table: StyleTable, width: float) -> tuple[float, float]:
    """Return how far in mm the rule keeps from the left and right of a column `width` mm wide.

    Its length is that of the last line of the paragraph above it (NĐ 30/2020, Phụ lục I, II.1.b) or 0.4 of it
    (II.2.b, II.5.b: a third to a half); a text that fills several lines counts as one full line.
    """
    above = rule.getprevious()
    if above is None or above.tag != "p":
        return 0.0, 0.0
    style = table.styles[above.get("class") or ""]
    breaks = list(above.iter("br"))
    text = (breaks[-1].tail or "") if breaks else "".join(above.itertext())
    length = width_mm(" ".join(text.split()), style.size.value, bold=style.bold.value)
    inset = (width - min(length, width) * RULES[rule.get("data-under") or ""]) / 2
    return inset, inset
