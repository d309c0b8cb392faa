"""`lint-docx` on documents that kehoach did not make: python-docx's own template, every form set by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph

    from tests.conftest import Kehoach


def put(
    where: Document | Cell, text: str, size: float = 13, how: str = "", align: ALIGN = ALIGN.CENTER, after: float = 0
) -> Paragraph:
    """Add a paragraph whose every form is direct; `how` holds b and i."""
    paragraph = where.add_paragraph()
    paragraph.alignment = align
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(after), 1.0
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run.font.bold, run.font.italic = "b" in how, "i" in how
    return paragraph


def ruled(cell: Cell | Document, left: float, right: float) -> None:
    """Add an empty paragraph with a line on top, as far from both sides as said in mm."""
    paragraph = put(cell, "", 1)
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent = Mm(left), Mm(right)
    paragraph._p.get_or_add_pPr().append(  # noqa: SLF001
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6"/></w:pBdr>')  # type: ignore[arg-type]
    )


def body(document: Document, text: str, how: str = "") -> Paragraph:
    paragraph = put(document, text, 14, how, ALIGN.JUSTIFY, after=6)
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    return paragraph


def official(
    points: tuple[str, ...] = ("a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "đ) Năm."),
    authority: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    parent: str = "",
    parts: tuple[str, ...] = ("I. MỤC ĐÍCH", "II. NỘI DUNG"),
) -> Document:
    """An official letter of a made-up office."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    head = document.add_table(2, 2)
    left, right = head.rows[0].cells
    left.width = head.rows[1].cells[0].width = Mm(65)
    right.width = head.rows[1].cells[1].width = Mm(95)
    for column, width in zip(head._tbl.tblGrid.findall(qn("w:gridCol")), (65, 95), strict=True):  # noqa: SLF001
        column.set(qn("w:w"), str(round(width * 56.7)))
    if parent:
        put(left, parent, 13)
    put(left, "PHÒNG VĂN HÓA - XÃ HỘI" if parent else "ỦY BAN NHÂN DÂN", 13, "b")
    if not parent:
        put(left, "PHƯỜNG MẪU", 13, "b")
    ruled(left, 18 if parent else 23, 18 if parent else 23)
    put(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b")
    put(right, "Độc lập - Tự do - Hạnh phúc", 14, "b")
    ruled(right, 13, 13)
    put(head.rows[1].cells[0], "Số: 07/TB-UBND", 13)
    put(head.rows[1].cells[1], "Mẫu, ngày 09 tháng 02 năm 2026", 14, "i")
    put(document, "THÔNG BÁO", 14, "b")
    put(document, "Về lịch tiếp công dân", 14, "b")
    ruled(document, 71, 71)
    for part in parts:
        body(document, part, "b")
        for point in points:
            body(document, point)
    body(document, "Trên đây là thông báo./.")
    foot = document.add_table(1, 2)
    left, right = foot.rows[0].cells
    put(left, "Nơi nhận:", 12, "bi", ALIGN.LEFT)
    for line in ("- Các đơn vị;", "- Lưu: VT."):
        put(left, line, 11, "", ALIGN.LEFT)
    for line in authority:
        put(right, line, 14, "b")
    put(right, "Nguyễn Văn Mẫu", 14, "b")
    return document


def codes(kehoach: Kehoach, document: Document, folder: Path) -> list[str]:
    file = folder / "x.docx"
    document.save(str(file))
    found = json.loads(kehoach("lint-docx", file, "--format", "json").out)
    return [f"{one['code']} {one['found']}" for one in found["findings"]]


def test_a_document_made_elsewhere_may_be_right(kehoach: Kehoach, tmp_path: Path) -> None:
    assert codes(kehoach, official(), tmp_path) == []


def test_an_office_under_another_has_its_superior_above(kehoach: Kehoach, tmp_path: Path) -> None:
    authority = ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    assert codes(kehoach, official(parent="UBND PHƯỜNG MẪU", authority=authority), tmp_path) == []
    document = official(parent="UBND PHƯỜNG MẪU", authority=authority)
    document.tables[0].rows[0].cells[0].paragraphs[1].runs[0].font.bold = True
    assert codes(kehoach, document, tmp_path) == ["KH616 chữ đậm"]


@pytest.mark.parametrize(
    ("points", "found"),
    [
        (("a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "e) Năm."), "KH638 điểm e)"),
        (("a) Một;", "c) Hai."), "KH638 điểm c)"),
        (("b) Một;", "c) Hai."), "KH638 điểm b)"),
    ],
)
def test_points_follow_the_vietnamese_alphabet(
    kehoach: Kehoach, tmp_path: Path, points: tuple[str, ...], found: str
) -> None:
    assert set(codes(kehoach, official(points), tmp_path)) == {found}


def test_parts_start_anew_in_a_document_of_several_divisions(kehoach: Kehoach, tmp_path: Path) -> None:
    assert codes(kehoach, official(parts=("I. MỘT", "I. HAI")), tmp_path) == ["KH637 mục I"]
    document = official(parts=("I. MỘT", "I. HAI"))
    put(document, "Phần II", 14, "b")
    last = document.paragraphs[-1]._p  # noqa: SLF001
    second = next(p for p in document.paragraphs if p.text == "I. HAI")._p  # noqa: SLF001
    second.addprevious(last)
    assert codes(kehoach, document, tmp_path) == []


@pytest.mark.parametrize(
    ("authority", "found"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ""),
        (("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"), ""),
        (("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"), ""),
        (("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), ""),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "KH659"),
        (("CHỦ TỊCH",), "KH659"),
        (("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "KH640"),
        (("KT. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "KH640"),
        (("KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"), "KH640"),
        (("CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"), "KH640"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "KH640"),
        (("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), "KH640"),
        (("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "KH640"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. PHÓ CHỦ TỊCH", "ỦY VIÊN"), "KH640"),
    ],
)
def test_authority(kehoach: Kehoach, tmp_path: Path, authority: tuple[str, ...], found: str) -> None:
    said = {line.partition(" ")[0] for line in codes(kehoach, official(authority=authority), tmp_path)}
    assert found in said if found else not said


def test_lines_broken_by_hand_and_typed_rules(kehoach: Kehoach, tmp_path: Path) -> None:
    document = official()
    left = document.tables[1].rows[0].cells[0]
    left.paragraphs[2].runs[0].text = "- Các đơn vị thuộc\nỦy ban nhân dân phường;"
    assert codes(kehoach, document, tmp_path) == []
    rule = document.tables[0].rows[0].cells[1].paragraphs[3]
    rule._p.get_or_add_pPr().remove(rule._p.pPr.find(qn("w:pBdr")))  # noqa: SLF001
    rule.add_run("_________").font.name = "Times New Roman"
    assert codes(kehoach, document, tmp_path) == ["KH612 đường kẻ gõ bằng ký tự"]


def test_a_heading_set_with_tabs_is_judged_as_far_as_it_can_be(kehoach: Kehoach, tmp_path: Path) -> None:
    document = docx.Document()
    put(document, "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b", ALIGN.LEFT)
    put(document, "PHƯỜNG MẪU\tĐộc lập - Tự do - Hạnh phúc", 13, "b", ALIGN.LEFT)
    put(document, "Số: 7/TB-UBND\tMẫu, ngày 9 tháng 02 năm 2026", 13, "", ALIGN.LEFT)
    file = tmp_path / "x.docx"
    document.save(str(file))
    verdict = json.loads(kehoach("lint-docx", file, "--format", "json").out)
    found = {one["code"]: one["found"] for one in verdict["findings"]}
    assert found["KH618"].startswith("“Số: 7/TB-UBND")
    assert "ngày 9" in found["KH622"]
    assert "KH609" in verdict["passed"]
    assert "KH614" in {one["code"] for one in verdict["not_judged"]}


def test_a_line_drawn_as_a_shape_is_a_rule(kehoach: Kehoach, tmp_path: Path) -> None:
    document = official()
    rule = document.tables[0].rows[0].cells[1].paragraphs[3]
    rule._p.get_or_add_pPr().remove(rule._p.pPr.find(qn("w:pBdr")))  # noqa: SLF001
    names = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    for length, code in ((60, []), (30, ["KH612 đường kẻ dài 30 mm, bằng 0,5 dòng chữ"])):
        drawing = (
            f'<w:r {nsdecls("w")}><w:drawing><wp:anchor {names}><wp:extent cx="{length * 36000}" cy="0"/></wp:anchor>'
        )
        for run in rule._p.findall(qn("w:r")):  # noqa: SLF001
            rule._p.remove(run)  # noqa: SLF001
        rule._p.append(parse_xml(f"{drawing}</w:drawing></w:r>"))  # noqa: SLF001
        assert codes(kehoach, document, tmp_path) == code
