"""What a signature looks like on the page: a picture alone, or one line of small text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image
from pyhanko.pdf_utils.font.api import FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.stamp import StaticStampStyle, TextStampStyle

from kehoach_cli.signing.boxes import POINTS_PER_MM, Box
from kehoach_cli.signing.certificates import VIETNAM
from kehoach_cli.signing.fonts import subset, width

if TYPE_CHECKING:
    from datetime import datetime

    from pyhanko.pdf_utils.writer import BasePdfFileWriter

    from kehoach_cli.signing.pictures import Picture

SIZE = 10
# Between the page's upper right corner and the text of an appendix.
_RIGHT_MM = 15.0
_TOP_MM = 8.0
_HEIGHT = 16.0


class _Font(FontEngineFactory):
    """A font that is at hand as bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def create_font_engine(self, writer: BasePdfFileWriter, obj_stream: object = None) -> GlyphAccumulator:
        return GlyphAccumulator(writer, io.BytesIO(self._data), font_size=SIZE, obj_stream=obj_stream)


def picture_style(picture: Picture) -> StaticStampStyle:
    """Return an appearance that is the picture and nothing else."""
    image = Image.open(io.BytesIO(picture.data)).convert("RGBA")
    return StaticStampStyle(
        border_width=0,
        background=PdfImage(image),
        background_layout=_layout(AxisAlignment.ALIGN_MID, InnerScaling.STRETCH_FILL),
        background_opacity=1.0,
    )


def appendix_text(number: str, moment: datetime) -> str:
    """Return what stands on an appendix: number and symbol, day, time and zone."""
    return f"Số: {number}; {moment.astimezone(VIETNAM):%d/%m/%Y; %H:%M:%S} +07:00"


def text_style(text: str) -> TextStampStyle:
    """Return an appearance that is one line of upright black text. Raises RefusalError without a font."""
    layout = _layout(AxisAlignment.ALIGN_MAX, InnerScaling.NO_SCALING)
    style = TextBoxStyle(font=_Font(subset(text)), font_size=SIZE, text_color=(0.0, 0.0, 0.0), box_layout_rule=layout)
    return TextStampStyle(
        border_width=0, stamp_text=text.replace("%", "%%"), text_box_style=style, inner_content_layout=layout
    )


def text_box(text: str, page: Box) -> Box:
    """Return where the text of an appendix goes: the upper right corner of the page."""
    right, top = page.right - _RIGHT_MM * POINTS_PER_MM, page.top - _TOP_MM * POINTS_PER_MM
    return Box(right - width(text, SIZE) - 2, top - _HEIGHT, right, top)


def _layout(across: AxisAlignment, scaling: InnerScaling) -> SimpleBoxLayoutRule:
    return SimpleBoxLayoutRule(across, AxisAlignment.ALIGN_MID, Margins(), scaling)
