"""Native Word charts: a DrawingML part with the numbers, and a workbook in it so that Word can edit them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml.etree import SubElement, fromstring, tostring

from kehoach_cli.render.chart import GREYS
from kehoach_cli.render.docx.xml import add
from kehoach_cli.wordfile.names import R

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.parts.document import DocumentPart
    from lxml.etree import _Element as Element

    from kehoach_cli.render.chart import Chart

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU_PER_MM = 36000
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COLUMNS = "ABCDE"
_LINES = 8
_TEXT = (
    f'<c:txPr xmlns:c="{_C}" xmlns:a="{_A}"><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100">'
    '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)


class Charts:
    """Adds charts to one document; each gets its number in the order of the text."""

    def __init__(self, document: DocumentPart) -> None:
        self._document = document
        self._count = 0

    def write(self, chart: Chart, paragraph: Element) -> None:
        """Add the chart's parts to the package, and its drawing to the paragraph."""
        self._count += 1
        number, package = self._count, self._document.package
        name = f"/word/embeddings/chart{number}.xlsx"
        book = Part(PackURI(name), f"{_SHEET}.sheet", _workbook(chart), package)
        part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, b"", package)
        relation = part.relate_to(book, f"{R}/package")
        part._blob = _HEAD.encode() + tostring(_space(chart, relation))  # noqa: SLF001 - python-docx has no other way in
        _drawing(chart, number, self._document.relate_to(part, f"{R}/chart"), add(paragraph, "r"))


def _c(parent: Element, name: str, value: object = None) -> Element:
    child = SubElement(parent, f"{{{_C}}}{name}")
    if value is not None:
        child.set("val", str(value))
    return child


def _drawing(chart: Chart, number: int, relation: str, run: Element) -> None:
    inline = SubElement(add(run, "drawing"), f"{{{_WP}}}inline", nsmap={"wp": _WP, "a": _A, "c": _C})
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    extent = SubElement(inline, f"{{{_WP}}}extent")
    extent.set("cx", str(round(chart.width * _EMU_PER_MM)))
    extent.set("cy", str(round(chart.height * _EMU_PER_MM)))
    about = SubElement(inline, f"{{{_WP}}}docPr")
    about.set("id", str(number))
    about.set("name", f"Biểu đồ {number}")
    about.set("descr", chart.alt)
    SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
    data = SubElement(SubElement(inline, f"{{{_A}}}graphic"), f"{{{_A}}}graphicData")
    data.set("uri", _C)
    SubElement(data, f"{{{_C}}}chart").set(f"{{{R}}}id", relation)


def _space(chart: Chart, relation: str) -> Element:
    """Return the chart's part; the order of the children is the schema's."""
    root = fromstring(f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"/>')
    _c(root, "roundedCorners", 0)
    body = _c(root, "chart")
    _c(body, "autoTitleDeleted", 1)
    area = _c(body, "plotArea")
    _c(area, "layout")
    bars = _c(area, "barChart")
    _c(bars, "barDir", "col" if chart.kind == "cot" else "bar")
    _c(bars, "grouping", "clustered")
    _c(bars, "varyColors", 0)
    for number in range(len(chart.series)):
        _series(bars, chart, number)
    _c(bars, "gapWidth", 80)
    for axis in (1, 2):
        _c(bars, "axId", axis)
    _axis(area, chart, 1)
    _axis(area, chart, 2)
    if len(chart.series) > 1:
        legend = _c(body, "legend")
        _c(legend, "legendPos", "b")
        _c(legend, "overlay", 0)
        legend.append(fromstring(_TEXT))
    _c(body, "plotVisOnly", 1)
    shape = _c(root, "spPr")  # neither ground nor frame: without it Word and LibreOffice draw a grey one
    SubElement(shape, f"{{{_A}}}noFill")
    SubElement(SubElement(shape, f"{{{_A}}}ln"), f"{{{_A}}}noFill")
    data = _c(root, "externalData")
    data.set(f"{{{R}}}id", relation)
    _c(data, "autoUpdate", 0)
    return root


def _axis(area: Element, chart: Chart, number: int) -> None:
    """Add the axis of labels (1) or of values (2); bars that lie run from the top down."""
    labels, lying = number == 1, chart.kind == "thanh"
    axis = _c(area, "catAx" if labels else "valAx")
    _c(axis, "axId", number)
    scaling = _c(axis, "scaling")
    _c(scaling, "orientation", "maxMin" if labels and lying else "minMax")
    if not labels:
        _c(scaling, "min", 0)
    _c(axis, "delete", 0)
    _c(axis, "axPos", "l" if labels == lying else "b")
    _c(axis, "majorTickMark", "none" if labels else "out")
    _c(axis, "minorTickMark", "none")
    _c(axis, "tickLblPos", "nextTo")
    axis.append(fromstring(_TEXT))
    _c(axis, "crossAx", 3 - number)
    if not labels:
        _c(axis, "crossBetween", "between")
        _c(axis, "majorUnit", _step(max((value for _, values in chart.series for value in values), default=0)))


def _step(highest: float) -> int:
    """Return the whole step of the value axis that gives at most eight lines: 1, 2, 5, 10, 20, 50 and so on."""
    steps: Iterator[int] = (digit * int(f"1{'0' * zeros}") for zeros in range(10) for digit in (1, 2, 5))
    return next(step for step in steps if highest <= _LINES * step)


def _series(bars: Element, chart: Chart, number: int) -> None:
    name, values = chart.series[number]
    column, last = _COLUMNS[number + 1], len(chart.labels) + 1
    series = _c(bars, "ser")
    _c(series, "idx", number)
    _c(series, "order", number)
    _cache(_c(_c(series, "tx"), "strRef"), f"Sheet1!${column}$1", "str", [name])
    shape = _c(series, "spPr")
    colour = SubElement(SubElement(shape, f"{{{_A}}}solidFill"), f"{{{_A}}}srgbClr")
    colour.set("val", GREYS[number])
    line = SubElement(shape, f"{{{_A}}}ln")
    line.set("w", "6350")
    SubElement(SubElement(line, f"{{{_A}}}solidFill"), f"{{{_A}}}srgbClr").set("val", "000000")
    _c(series, "invertIfNegative", 0)
    labels = _c(series, "dLbls")
    labels.append(fromstring(_TEXT))
    for part in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        _c(labels, f"show{part}", int(part == "Val"))
    _cache(_c(_c(series, "cat"), "strRef"), f"Sheet1!$A$2:$A${last}", "str", list(chart.labels))
    _cache(_c(_c(series, "val"), "numRef"), f"Sheet1!${column}$2:${column}${last}", "num", [f"{v:g}" for v in values])


def _cache(reference: Element, formula: str, kind: str, points: list[str]) -> None:
    _c(reference, "f").text = formula
    cache = _c(reference, f"{kind}Cache")
    if kind == "num":
        _c(cache, "formatCode").text = "General"
    _c(cache, "ptCount", len(points))
    for number, text in enumerate(points):
        point = _c(cache, "pt")
        point.set("idx", str(number))
        _c(point, "v").text = text


def _workbook(chart: Chart) -> bytes:
    """Return the least workbook that Word opens to edit the chart; the same numbers, the same bytes on every run."""
    rows: list[list[str | float]] = [["", *(name for name, _ in chart.series)]]
    rows += [[label, *(values[n] for _, values in chart.series)] for n, label in enumerate(chart.labels)]
    sheet = "".join(
        f'<row r="{y}">' + "".join(_cell(f"{_COLUMNS[x]}{y}", value) for x, value in enumerate(row)) + "</row>"
        for y, row in enumerate(rows, 1)
    )
    types, relations = f"{_PACKAGE}/content-types", f"{_PACKAGE}/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/><Override '
        f'PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{R}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" '
        f'Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_S}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.create_system = 0
            archive.writestr(entry, _HEAD + text)
    return stream.getvalue()


def _cell(place: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value:g}</v></c>'
