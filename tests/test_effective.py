"""What a paragraph comes out as: defaults, theme fonts, table styles, paragraph and character styles, direct form."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.conformance.book import rule_book
from kehoach_cli.conformance.judge import judge
from kehoach_cli.wordfile.document import read_docx
from kehoach_cli.wordfile.words import docx_blocks

if TYPE_CHECKING:
    from kehoach_cli.wordfile.form import WordFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def package(body: str, styles: str = "", theme: str = "", **parts: str) -> bytes:
    """A .docx of these parts, given without the names of namespaces."""
    files = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    if theme:
        files["word/theme/theme1.xml"] = f'<a:theme xmlns:a="{A}"><a:themeElements>{theme}</a:themeElements></a:theme>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in (files | parts).items():
            archive.writestr(name, text)
    return stream.getvalue()


def read(body: str, styles: str = "", theme: str = "") -> WordFile:
    file = read_docx(package(body, styles, theme))
    assert file is not None
    return file


DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
THEME = (
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/>'
    "</a:minorFont></a:fontScheme>"
)


def style(name: str, kind: str = "paragraph", rpr: str = "", ppr: str = "", base: str = "", more: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}">{based}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr>{more}</w:style>'
    )


def one(rpr: str = "", ppr: str = "", text: str = "Chữ") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr><w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_defaults_and_the_theme_s_fonts() -> None:
    (paragraph,) = read(one(), DEFAULTS, THEME).paragraphs
    (run,) = paragraph.runs
    assert (set(run.fonts), run.size, run.colour) == ({"Calibri"}, 11, "auto")
    assert (paragraph.form.after, round(paragraph.form.line or 0, 2)) == (8, 1.08)


def test_a_font_by_name_takes_the_place_of_the_theme_s_and_the_other_way_round() -> None:
    styles = DEFAULTS + style("S", rpr='<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    (paragraph,) = read(one(ppr='<w:pStyle w:val="S"/>'), styles, THEME).paragraphs
    assert paragraph.runs[0].fonts == {"Arial"}
    direct = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    (paragraph,) = read(one(direct, '<w:pStyle w:val="S"/>'), styles, THEME).paragraphs
    assert paragraph.runs[0].fonts == {"Cambria"}


def test_vietnamese_letters_take_the_font_of_their_own_slot() -> None:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="VNI-Times"/>'
    assert read(one(fonts, text="abc")).paragraphs[0].runs[0].fonts == {"Times New Roman"}
    assert read(one(fonts, text="đế")).paragraphs[0].runs[0].fonts == {"VNI-Times"}
    assert read(one(fonts, text="a đ")).paragraphs[0].runs[0].fonts == {"Times New Roman", "VNI-Times"}


def test_styles_inherit_along_their_chain_and_direct_form_wins() -> None:
    styles = (
        style("A", rpr='<w:sz w:val="28"/><w:b/>', ppr='<w:jc w:val="both"/><w:ind w:left="567" w:firstLine="567"/>')
        + style("B", rpr="<w:i/>", ppr='<w:ind w:firstLine="720"/>', base="A")
        + style("C", base="B")
    )
    (paragraph,) = read(one('<w:sz w:val="26"/>', '<w:pStyle w:val="C"/>'), styles).paragraphs
    run = paragraph.runs[0]
    assert (run.size, run.bold, run.italic) == (13, True, True)
    assert paragraph.form.align == "justify"
    assert (round(paragraph.form.left), round(paragraph.form.first_line, 1)) == (10, 12.7)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),  # ISO/IEC 29500-1, 17.7.3
        ("", "<w:b/>", "", True),
        ('<w:b w:val="0"/>', "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="false"/>', False),
        ("", "", '<w:b w:val="on"/>', True),
    ],
)
def test_toggles_of_two_kinds_of_styles_turn_each_other_off(
    paragraph: str,
    character: str,
    direct: str,
    bold: bool,  # noqa: FBT001
) -> None:
    styles = style("P", rpr=paragraph) + style("C", kind="character", rpr=character)
    body = one(f'<w:rStyle w:val="C"/>{direct}', '<w:pStyle w:val="P"/>')
    assert read(body, styles).paragraphs[0].runs[0].bold is bold


def test_a_toggle_on_in_the_defaults_stays_on() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    styles = defaults + style("P", rpr="<w:b/>")
    assert read(one("", '<w:pStyle w:val="P"/>'), styles).paragraphs[0].runs[0].bold


def test_table_styles_and_their_formats_for_the_first_row() -> None:
    table = style(
        "T",
        kind="table",
        rpr='<w:sz w:val="24"/>',
        more=f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',  # noqa: F541
    )
    row = f"<w:tr><w:tc><w:tcPr/>{one()}</w:tc><w:tc>{one()}</w:tc></w:tr>"
    for look, first in (('<w:tblLook w:firstRow="1"/>', True), ('<w:tblLook w:val="0020"/>', True), ("", False)):
        body = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{look}</w:tblPr><w:tblGrid/>{row}{row}</w:tbl>'
        cells = read(body, table).paragraphs
        assert [cell.runs[0].size for cell in cells] == [12] * 4
        assert [cell.runs[0].bold for cell in cells] == [first, first, False, False]
        assert [(c.cell.row, c.cell.column) for c in cells if c.cell] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_hidden_and_deleted_text_is_not_shown_and_capitals_are_known() -> None:
    body = (
        f"{one('<w:vanish/>', text='ẩn')}<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:rPr><w:caps/></w:rPr><w:t>thêm</w:t></w:r></w:ins></w:p>"
    )
    first, second = read(body).paragraphs
    assert (first.text, second.text, second.runs[0].caps) == ("", "thêm", True)


def test_a_style_based_on_itself_does_not_hang() -> None:
    styles = style("A", rpr="<w:b/>", base="B") + style("B", base="A")
    assert read(one("", '<w:pStyle w:val="A"/>'), styles).paragraphs[0].runs[0].bold


def test_sections_inherit_their_headers() -> None:
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:fldSimple w:instr=" PAGE "/></w:r></w:p></w:hdr>'
    relations = '<Relationships><Relationship Id="r1" Target="header1.xml"/></Relationships>'
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    body = (
        f'<w:p><w:pPr><w:sectPr {names}><w:headerReference w:type="default" r:id="r1"/><w:pgSz w:w="11906"/>'
        f'</w:sectPr></w:pPr></w:p>{one()}<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>'
    )
    parts = {"word/header1.xml": header, "word/_rels/document.xml.rels": relations}
    file = read_docx(package(body, **parts))
    assert file is not None
    assert [len(section.headers["default"].numbered) for section in file.sections] == [1, 1]
    assert [section.starts_at for section in file.sections] == [None, 1]
    assert [paragraph.section for paragraph in file.paragraphs] == [0, 1]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_none(data: bytes) -> None:
    text = data.decode("latin-1")
    for made in (data, package(text), package(one(), text, text)):
        read_docx(made)
        docx_blocks(made)


PIECES = st.sampled_from([
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 5/KH-UBND",
    "Mẫu, ngày 5 tháng 03 năm 2026",
    "KẾ HOẠCH", "Về việc gì đó", "Căn cứ Luật;", "I. MỤC", "a) điểm", "Nơi nhận:", "- Như trên;", "TM. ỦY BAN",
    "KT. CHỦ TỊCH",
    "Phụ lục", "(Kèm theo Kế hoạch", "./.", "Kính gửi:", "", "____", "A\tB\nC",
])  # fmt: skip


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(PIECES, st.booleans()), max_size=14))
def test_any_document_can_be_judged(lines: list[tuple[str, bool]]) -> None:
    cells = "".join(
        f"<w:tr><w:tc>{one(text=text)}</w:tc><w:tc>{one(text=text[::-1])}</w:tc></w:tr>" for text, _ in lines
    )
    body = "".join(f"<w:tbl>{cells}</w:tbl>" if table else one(text=text) for text, table in lines)
    verdict = judge(read(body), rule_book(None))
    broken = {finding.code for finding in verdict.findings}
    unknown = {one.code for one in verdict.not_judged}
    assert not (broken | unknown) & set(verdict.passed)
    assert broken | unknown | set(verdict.passed) == {rule.id.value for rule in rule_book(None).rules}


VALUES = st.sampled_from(["", "-1", "1e9", "x", "999999999999", "0", "Ð", "auto", "both", "none"])


@settings(max_examples=100, deadline=None)
@given(VALUES, VALUES, VALUES)
def test_no_value_of_a_property_breaks_the_reading(one_value: str, other: str, third: str) -> None:
    body = one(
        f'<w:sz w:val="{one_value}"/><w:b w:val="{other}"/><w:color w:val="{third}"/><w:rFonts w:ascii="{one_value}"/>',
        f'<w:spacing w:line="{other}" w:after="{third}" w:lineRule="{one_value}"/><w:ind w:left="{third}"/>'
        f'<w:jc w:val="{one_value}"/>',
    )
    grid = f'<w:tblGrid><w:gridCol w:w="{one_value}"/></w:tblGrid>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{third}"/><w:tcW w:w="{other}"/></w:tcPr>{body}</w:tc>'
    table = f'<w:tbl><w:tblPr><w:tblLook w:val="{other}"/></w:tblPr>{grid}<w:tr>{cell}</w:tr></w:tbl>'
    section = f'<w:sectPr><w:pgSz w:w="{one_value}" w:h="{other}"/><w:pgNumType w:start="{third}"/></w:sectPr>'
    assert len(read(body + table + section, DEFAULTS).paragraphs) == 2
