"""Charts in templates: native in Word with the same numbers everywhere, drawn in HTML, mistakes on their line."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.conftest import REPOSITORY
from tests.edit import replace
from tests.wordml import NEEDS_LIBREOFFICE, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART = """\
  <chart class="cot" data-width="150" data-height="60" data-alt="Kết quả theo nhóm">
    <label>Nhóm I &amp; II</label>
    <label>“Nhóm” &lt;III&gt;</label>
    <series data-name="Phải &quot;làm&quot;"><value>12</value><value>7.5</value></series>
    <series data-name="Đã làm"><value>3</value><value>0</value></series>
  </chart>
"""
PLACE = "  {{ nd30.heading(plan) }}\n"
# CT_BarSer, CT_DLbls, CT_ChartSpace of ECMA-376: children come in this order.
ORDER = {
    "chartSpace": ["roundedCorners", "chart", "spPr", "externalData"],
    "chart": ["autoTitleDeleted", "plotArea", "legend", "plotVisOnly"],
    "barChart": ["barDir", "grouping", "varyColors", "ser", "gapWidth", "axId"],
    "ser": ["idx", "order", "tx", "spPr", "invertIfNegative", "dLbls", "cat", "val"],
    "catAx": ["axId", "scaling", "delete", "axPos", "majorTickMark", "minorTickMark", "tickLblPos", "txPr", "crossAx"],
    "valAx": [
        "axId",
        "scaling",
        "delete",
        "axPos",
        "majorTickMark",
        "minorTickMark",
        "tickLblPos",
        "txPr",
        "crossAx",
        "crossBetween",
        "majorUnit",
    ],
    "dLbls": ["txPr", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"],
}


@pytest.fixture
def charted(small: Path) -> Path:
    """The small workspace with a chart in its own template."""
    (small / "templates").mkdir()
    template = small / "templates/ke-hoach.html.j2"
    template.write_text((REPOSITORY / "templates/ke-hoach.html.j2").read_text(encoding="utf-8"), encoding="utf-8")
    replace(template, PLACE, PLACE + CHART)
    return small


def parts(kehoach: Kehoach, root: Path, name: str = "x.docx") -> dict[str, bytes]:
    result = kehoach("-C", root, "plan", "-o", root / name)
    assert result.code == 0, result.err
    with zipfile.ZipFile(root / name) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def test_word_shows_and_edits_the_numbers_of_the_template(kehoach: Kehoach, charted: Path) -> None:
    found = parts(kehoach, charted)
    chart = etree.fromstring(found["word/charts/chart1.xml"])
    series = [
        (
            "".join(one.find(f"{C}tx").itertext(f"{C}v")),  # type: ignore[union-attr]  # the chart has them
            [point.text for point in one.find(f"{C}cat").iter(f"{C}v")],  # type: ignore[union-attr]  # the same
            [point.text for point in one.find(f"{C}val").iter(f"{C}v")],  # type: ignore[union-attr]  # the same
        )
        for one in chart.iter(f"{C}ser")
    ]
    labels = ["Nhóm I & II", "“Nhóm” <III>"]
    assert series == [('Phải "làm"', labels, ["12", "7.5"]), ("Đã làm", labels, ["3", "0"])]
    with zipfile.ZipFile(io.BytesIO(found["word/embeddings/chart1.xlsx"])) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{S}row")]
    assert cells == [["", 'Phải "làm"', "Đã làm"], [labels[0], "12", "3"], [labels[1], "7.5", "0"]]
    (about,) = etree.fromstring(found["word/document.xml"]).iter(f"{WP}docPr")
    assert (about.get("id"), about.get("descr")) == ("1", "Kết quả theo nhóm")


def test_the_parts_are_named_in_the_package_and_stand_in_the_order_of_the_schema(
    kehoach: Kehoach, charted: Path
) -> None:
    found = parts(kehoach, charted)
    assert b"charts/chart1.xml" in found["[Content_Types].xml"]
    assert b"../embeddings/chart1.xlsx" in found["word/charts/_rels/chart1.xml.rels"]
    assert b"charts/chart1.xml" in found["word/_rels/document.xml.rels"]
    for element in etree.fromstring(found["word/charts/chart1.xml"]).iter():
        order = ORDER.get(etree.QName(element).localname)
        if order:
            places = [order.index(etree.QName(child).localname) for child in element]
            assert all(first <= second for first, second in pairwise(places))


def test_the_same_bytes_on_every_run_and_a_changed_chart_is_a_changed_file(kehoach: Kehoach, charted: Path) -> None:
    parts(kehoach, charted, "1.docx")
    parts(kehoach, charted, "2.docx")
    assert (charted / "1.docx").read_bytes() == (charted / "2.docx").read_bytes()
    with zipfile.ZipFile(charted / "1.docx") as archive, zipfile.ZipFile(charted / "3.docx", "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, archive.read(name).replace(b"<c:v>12</c:v>", b"<c:v>99</c:v>"))
    assert b"<c:v>99</c:v>" in (charted / "3.docx").read_bytes()
    refused = kehoach("-C", charted, "plan", "-o", charted / "3.docx")
    assert (refused.code, "đã được sửa" in refused.err) == (2, True)


def test_bars_that_lie_begin_at_the_top_and_one_series_needs_no_legend(kehoach: Kehoach, charted: Path) -> None:
    template = charted / "templates/ke-hoach.html.j2"
    replace(template, 'class="cot"', 'class="thanh"')
    replace(template, '    <series data-name="Đã làm"><value>3</value><value>0</value></series>\n', "")
    chart = parts(kehoach, charted)["word/charts/chart1.xml"]
    assert b'<c:barDir val="bar"/>' in chart
    assert b'<c:orientation val="maxMin"/>' in chart
    assert b"legend" not in chart
    assert kehoach("-C", charted, "plan", "--html", "-o", charted / "x.html").code == 0


def test_the_page_for_a_browser_draws_the_same_numbers(kehoach: Kehoach, charted: Path) -> None:
    assert kehoach("-C", charted, "plan", "--html", "-o", charted / "x.html").code == 0
    page = (charted / "x.html").read_text(encoding="utf-8")
    (drawing,) = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawing)
    assert {"12", "7,5", "3", "0", "Nhóm I &amp; II", "Đã làm"} <= set(texts)
    assert drawing.count("<rect") == 4 + 2
    assert 'aria-label="Kết quả theo nhóm"' in drawing
    assert "http" not in drawing


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ('class="cot"', 'class="cott"', "KH704", "có phải `cot`?"),
        (' data-width="150"', "", "KH703", "cần `data-width`"),
        ('data-height="60"', 'data-height="-1"', "KH703", "cần `data-height`"),
        (' data-alt="Kết quả theo nhóm"', "", "KH703", "data-alt"),
        ("<value>7.5</value>", "", "KH703", "có 1 <value>, trong khi có 2 <label>"),
        ("<value>7.5</value>", "<value>7,5</value>", "KH703", "`7,5` không phải là số không âm"),
        ("<value>7.5</value>", "<value>-3</value>", "KH703", "`-3` không phải là số không âm"),
        (' data-name="Đã làm"', "", "KH703", "cần `data-name`"),
        ("<value>0</value>", "<value><b>0</b></value>", "KH703", "<b> không được dùng trong <value>"),
        ("<label>Nhóm I &amp; II</label>", "chữ lạc", "KH703", "chữ nằm ngoài"),
    ],
)
def test_a_mistake_in_a_chart_is_a_finding_in_the_template(
    kehoach: Kehoach, charted: Path, old: str, new: str, code: str, said: str
) -> None:
    replace(charted / "templates/ke-hoach.html.j2", old, new)
    result = kehoach("-C", charted, "plan", "-o", charted / "x.docx")
    assert (result.code, (charted / "x.docx").exists()) == (1, False)
    assert re.search(rf"templates/ke-hoach\.html\.j2:\d+:\d+: lỗi\[{code}\] ", result.err)
    assert said in result.err


def test_charts_without_labels_series_or_style_are_found_together(kehoach: Kehoach, charted: Path) -> None:
    template = charted / "templates/ke-hoach.html.j2"
    empty = '<chart class="cot" data-width="1" data-height="1" data-alt="x"></chart>\n'
    replace(template, CHART, empty * 2)
    styles = (REPOSITORY / "templates/styles.yaml").read_text(encoding="utf-8")
    (charted / "templates/styles.yaml").write_text(styles.replace("  bieu-do:", "  bieu-do-khac:"), encoding="utf-8")
    result = kehoach("-C", charted, "plan", "-o", charted / "x.docx")
    assert result.err.count("chưa có <label> nào") == 2
    assert result.err.count("cần từ 1 đến 4 <series>") == 2
    assert "styles.yaml thiếu kiểu `bieu-do`" in result.err


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_on_paper_the_chart_shows_labels_and_numbers(kehoach: Kehoach, charted: Path, tmp_path: Path) -> None:
    parts(kehoach, charted)
    pdf = to_pdf(charted / "x.docx", tmp_path)
    text = subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", pdf, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert re.search(r"7[.,]5", text)  # LibreOffice writes numbers as the machine's language does
    for word in ("Nhóm I & II", "“Nhóm” <III>", "12", 'Phải "làm"', "Đã làm"):
        assert word in text
