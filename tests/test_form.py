"""The form of the document: what NĐ 30/2020/NĐ-CP asks for and a machine can see, in effective values."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from kehoach_cli.wordfile.metrics import width_mm
from tests.conftest import REPOSITORY
from tests.edit import replace
from tests.wordml import NEEDS_LIBREOFFICE, TWIPS_PER_MM, Line, W, WordFile, disorder, to_pdf, value

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from tests.conftest import Kehoach

SUBJECT = "Thông tin, tuyên truyền về giáo dục và đào tạo phường Phúc Lợi năm 2026"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BOLD, ITALIC = {"bold"}, {"italic"}


@pytest.fixture
def plan(kehoach: Kehoach, tmp_path: Path) -> WordFile:
    """The real plan, not issued yet."""
    path = tmp_path / "plan.docx"
    assert kehoach("-C", REPOSITORY, "plan", "-o", path).code == 0
    return WordFile(path)


def made(kehoach: Kehoach, root: Path) -> WordFile:
    path = root.parent / "made.docx"
    result = kehoach("-C", root, "plan", "-o", path, "--force")
    assert result.code == 0, result.err
    return WordFile(path)


def only(plan: WordFile, start: str) -> Line:
    found = [line for line in plan.lines() if line.text.startswith(start)]
    assert len(found) == 1, f"{start!r} begins {len(found)} paragraphs"
    return found[0]


def millimetres(element: Element | None, name: str) -> float:
    return float(value(element, name) or 0) / TWIPS_PER_MM


def below(plan: WordFile, text: str) -> Line:
    """The paragraph right under the one that begins so."""
    element = only(plan, text).element.getnext()
    assert element is not None
    return plan.line(element)


def room(line: Line) -> float:
    """The width in mm of the cell or page that a paragraph of the real plan stands in."""
    cell = line.element.getparent()
    if cell is not None and cell.tag == f"{W}tc":
        return millimetres(cell.find(f"{W}tcPr/{W}tcW"), "w")
    return 252 if line.text.startswith("(Kèm theo") else 165


# Rules 1-3, 6-7: pages.


@pytest.mark.parametrize(("number", "size"), [(0, (210, 297)), (1, (297, 210))])
def test_a4_with_the_margins_of_the_decree(plan: WordFile, number: int, size: tuple[int, int]) -> None:
    section = plan.sections[number]
    paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (round(millimetres(paper, "w")), round(millimetres(paper, "h"))) == size
    assert value(paper, "orient") == ("landscape" if size[0] > size[1] else None)
    assert 20 <= round(millimetres(margins, "top"), 1) <= 25
    assert 20 <= round(millimetres(margins, "bottom"), 1) <= 25
    assert 30 <= round(millimetres(margins, "left"), 1) <= 35
    assert 15 <= round(millimetres(margins, "right"), 1) <= 20


def test_page_numbers_stand_in_the_top_margin_from_page_2_and_begin_anew_in_the_appendix(plan: WordFile) -> None:
    assert len(plan.sections) == 2
    for section in plan.sections:
        assert section.find(f"{W}titlePg") is not None
        assert value(section.find(f"{W}pgNumType"), "start") == "1"
        assert not [text for text in plan.header(section, "first").itertext() if text.strip()]
        (number,) = plan.lines(plan.header(section, "default"))
        field = "".join(code.text or "" for code in number.element.iter(f"{W}instrText"))
        kinds = [value(mark, "fldCharType") for mark in number.element.iter(f"{W}fldChar")]
        assert (field.strip(), kinds) == ("PAGE", ["begin", "separate", "end"])
        assert (number.align, number.bold, number.italic, *number.fonts) == ("center", False, False, "Times New Roman")
        assert number.sizes <= {13, 14}
        margins = section.find(f"{W}pgMar")
        (size,) = number.sizes
        assert millimetres(margins, "header") + size * 1.15 * 25.4 / 72 <= millimetres(margins, "top")


# Rule 4: the font.


def test_nothing_but_times_new_roman_and_no_theme(plan: WordFile) -> None:
    for name, data in plan.parts.items():
        assert b"Theme=" not in data, name
        assert "theme" not in name.casefold()
    assert {font for line in plan.lines() for font in line.fonts} == {"Times New Roman"}
    for fonts in plan.styles.iter(f"{W}rFonts"):
        faces = {etree.QName(str(key)).localname: face for key, face in fonts.attrib.items()}
        assert faces == dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman")


# Rules 10-33, 37-41, 51, 55-58: size, weight, slant and alignment of each element, found by its own text.


@pytest.mark.parametrize(
    ("start", "sizes", "look", "align"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {12, 13}, BOLD, "center"),
        (MOTTO, {13, 14}, BOLD, "center"),
        ("ỦY BAN NHÂN DÂN", {12, 13}, BOLD, "center"),
        ("PHƯỜNG PHÚC LỢI", {12, 13}, BOLD, "center"),
        ("Số: ", {13}, set(), "center"),
        ("Phúc Lợi, ngày", {13, 14}, ITALIC, "center"),
        ("KẾ HOẠCH", {13, 14}, BOLD, "center"),
        (SUBJECT, {13, 14}, BOLD, "center"),
        ("Căn cứ kế hoạch số 671", {13, 14}, ITALIC, "both"),
        ("Ủy ban nhân dân phường Phúc Lợi xây dựng", {13, 14}, set(), "both"),
        ("I. MỤC ĐÍCH - YÊU CẦU", {13, 14}, BOLD, "both"),
        ("III. TỔ CHỨC THỰC HIỆN", {13, 14}, BOLD, "both"),
        ("1. Mục đích", {13, 14}, BOLD, "both"),
        ("2. Kênh thông tin", {13, 14}, BOLD, "both"),
        ("1. Phòng Văn hóa - Xã hội", {13, 14}, BOLD, "both"),
        ("- Cụ thể hóa", {13, 14}, set(), "both"),
        ("+ Website", {13, 14}, set(), "both"),
        ("(Chi tiết các nội dung", {13, 14}, set(), "both"),
        ("Trên đây là kế hoạch", {13, 14}, set(), "both"),
        ("Nơi nhận:", {12}, BOLD | ITALIC, "left"),
        ("- Sở GDĐT Hà Nội;", {11}, set(), "left"),
        ("- Lưu: VT, VHXH (02b).", {11}, set(), "left"),
        ("TM. ỦY BAN NHÂN DÂN", {13, 14}, BOLD, "center"),
        ("KT. CHỦ TỊCH", {13, 14}, BOLD, "center"),
        ("PHÓ CHỦ TỊCH", {13, 14}, BOLD, "center"),
        ("Bùi Anh Tuấn", {13, 14}, BOLD, "center"),
        ("Phụ lục", {14}, BOLD, "center"),
        (SUBJECT.replace("đào tạo phường", "đào tạo trên địa bàn phường").upper(), {13, 14}, BOLD, "center"),
        ("(Kèm theo Kế hoạch số", {13, 14}, ITALIC, "center"),
        ("Hình thức/Sản phẩm truyền thông", {11, 12, 13}, BOLD, "center"),
        ("Hoàn thiện thể chế", {11, 12, 13}, BOLD, "left"),
        ("- Tuyến thông tin về hợp tác", {11, 12, 13}, set(), "both"),
    ],
)
def test_each_element_looks_as_the_decree_says(
    plan: WordFile, start: str, sizes: set[float], look: set[str], align: str
) -> None:
    line = only(plan, start)
    assert line.sizes <= sizes
    assert {name for name in ("bold", "italic") if getattr(line, name)} == look
    assert line.align == align


def test_body_paragraphs_are_indented_apart_and_spaced_as_the_decree_says(plan: WordFile) -> None:
    lines = plan.lines()
    texts = [line.text for line in lines]
    first = next(index for index, text in enumerate(texts) if text.startswith("Căn cứ"))
    last = next(index for index, text in enumerate(texts) if text.startswith("Trên đây"))
    assert last - first > 50
    for line in lines[first : last + 1]:
        assert round(line.first, 1) in {10.0, 12.7}, line.text
        assert (line.left, line.right) == (0, 0)
        assert line.before + line.after >= 6, line.text
        assert 1 <= line.spacing <= 1.5, line.text


@pytest.mark.parametrize("start", ["CỘNG HÒA", MOTTO, "ỦY BAN NHÂN DÂN", "PHƯỜNG PHÚC LỢI"])
def test_the_heading_is_single_spaced(plan: WordFile, start: str) -> None:
    line = only(plan, start)
    assert (line.spacing, line.before, line.after) == (1, 0, 0)


# Rules 11, 14, 27, 56: rules under text.


@pytest.mark.parametrize(
    ("start", "least", "most"),
    [(MOTTO, 0.98, 1.02), ("PHƯỜNG PHÚC LỢI", 1 / 3, 1 / 2), (SUBJECT, 1 / 3, 1 / 2), ("(Kèm theo", 1 / 3, 1 / 2)],
)
def test_a_drawn_rule_of_the_right_length_stands_centred_under_its_line(
    plan: WordFile, start: str, least: float, most: float
) -> None:
    line, rule = only(plan, start), below(plan, start)
    (size,) = line.sizes
    text = min(width_mm(line.text, size, bold=line.bold), room(line))
    assert rule.ruled
    assert not rule.text
    assert rule.left == rule.right
    assert least <= (room(line) - rule.left - rule.right) / text <= most
    border = rule.element.find(f"{W}pPr/{W}pBdr/{W}top")
    assert value(border) == "single"
    assert "<w:u " not in plan.parts["word/document.xml"].decode()  # never an underline


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_the_motto_is_as_wide_on_paper_as_its_rule(kehoach: Kehoach, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    assert kehoach("-C", REPOSITORY, "plan", "-o", path).code == 0
    pdf = to_pdf(path, tmp_path)
    boxes = subprocess.run(["pdftotext", "-l", "1", "-bbox", pdf, "-"], capture_output=True, check=True, text=True)
    words = re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>([^<]*)</word>', boxes.stdout)
    at = next(index for index, word in enumerate(words) if word[2] == "Độc")
    assert " ".join(word[2] for word in words[at : at + 8]) == MOTTO
    paper = (float(words[at + 7][1]) - float(words[at][0])) * 25.4 / 72
    rule = below(WordFile(path), MOTTO)
    assert abs(100 - rule.left - rule.right - paper) < 0.5


# Rules 18-26, 70: number and date.


@pytest.mark.parametrize(
    ("number", "day", "month", "printed"),
    [
        (5, 5, 1, ("Số: 05/KH-UBND", "Mẫu, ngày 05 tháng 01 năm 2026")),
        (10, 9, 2, ("Số: 10/KH-UBND", "Mẫu, ngày 09 tháng 02 năm 2026")),
        (204, 10, 3, ("Số: 204/KH-UBND", "Mẫu, ngày 10 tháng 3 năm 2026")),
        (9, 31, 12, ("Số: 09/KH-UBND", "Mẫu, ngày 31 tháng 12 năm 2026")),
    ],
)
def test_number_and_date_carry_their_zeros(
    kehoach: Kehoach, small: Path, number: int, day: int, month: int, printed: tuple[str, str]
) -> None:
    replace(small / "plan.yaml", "symbol: KH-UBND\n", f"number: {number}\nsymbol: KH-UBND\n")
    replace(small / "plan.yaml", "  month: 3\n", f"  day: {day}\n  month: {month}\n")
    texts = [line.text for line in made(kehoach, small).lines()]
    assert set(printed) <= set(texts)
    symbol, date = printed[0].removeprefix("Số: "), printed[1].removeprefix("Mẫu, ")
    assert f"(Kèm theo Kế hoạch số {symbol} {date} của UBND phường Mẫu)" in texts


def test_what_is_not_issued_yet_has_blanks_and_invents_nothing(plan: WordFile) -> None:
    blank = "\u00a0{4,}"
    assert re.fullmatch(f"Số: {blank}/KH-UBND", only(plan, "Số: ").text)
    assert re.fullmatch(f"Phúc Lợi, ngày {blank} tháng 3 năm 2026", only(plan, "Phúc Lợi, ngày").text)
    reference = f"\\(Kèm theo Kế hoạch số {blank}/KH-UBND ngày {blank} tháng 3 năm 2026 của UBND phường Phúc Lợi\\)"
    assert re.fullmatch(reference, only(plan, "(Kèm theo").text)


def test_month_and_year_may_be_blank_too(kehoach: Kehoach, small: Path) -> None:
    replace(small / "plan.yaml", "date:\n  month: 3\n  year: 2026\n", "date: {}\n")
    line = only(made(kehoach, small), "Mẫu, ngày")
    assert re.fullmatch("Mẫu, ngày \u00a0+ tháng \u00a0+ năm \u00a0+", line.text)


# Rules 29-30, 37, 48, 51: lists and ends.


def test_every_basis_ends_with_a_semicolon_and_the_last_with_a_full_stop(kehoach: Kehoach, small: Path) -> None:
    replace(small / "plan.yaml", "bases:\n", "bases:\n  - Căn cứ Luật Giáo dục\n  - Căn cứ Luật Nhà giáo\n")
    bases = [line for line in made(kehoach, small).lines() if line.text.startswith("Căn cứ")]
    assert [line.text[-1] for line in bases] == [";", ";", "."]
    assert all(line.italic for line in bases)


def test_recipients_are_a_list_that_ends_with_the_file_copy(plan: WordFile) -> None:
    cell = plan.tables[1].find(f".//{W}tc")
    head, *recipients = [line.text for line in plan.lines(cell)]
    assert head == "Nơi nhận:"
    assert all(text.startswith("- ") for text in recipients)
    assert [text[-1] for text in recipients] == [";"] * 6 + ["."]
    assert recipients[-1].startswith("- Lưu: VT")


def test_the_signature_has_room_and_stays_with_the_closing_sentence(plan: WordFile) -> None:
    left, right = plan.tables[1].iter(f"{W}tc")
    block = plan.lines(right)
    texts = [line.text for line in block]
    assert texts == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "", "Bùi Anh Tuấn"]
    assert plan.lines(left)[0].text == "Nơi nhận:"  # level with the authority line, in the same row
    assert len(list(plan.tables[1].iter(f"{W}tr"))) == 1
    assert plan.tables[1].find(f".//{W}cantSplit") is not None
    closing = only(plan, "Trên đây là kế hoạch")
    assert closing.keep_next
    assert closing.element.getnext() is plan.tables[1]


def test_body_and_appendix_end_with_their_mark(plan: WordFile) -> None:
    texts = [line.text for line in plan.lines()]
    assert sum("./." in text for text in texts) == 2
    assert only(plan, "Trên đây").text.endswith("hiệu quả./.")
    assert texts[-1] == "./."
    last_row = list(plan.tables[2].iter(f"{W}tr"))[-1]
    assert all(line.keep_next for line in plan.lines(last_row)), "the mark may stand alone on a page"


# Rule 58 and what Word itself asks for: tables.


def test_the_head_of_the_table_repeats_and_groups_span(plan: WordFile) -> None:
    table = plan.tables[2]
    head, *rows = table.iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows)
    assert [line.text for line in plan.lines(head)][:2] == ["TT", "Nội dung/chủ đề"]
    spans = [[value(span) for span in row.iter(f"{W}gridSpan")] for row in rows]
    assert (spans.count(["5"]), spans.count([])) == (7, 16)
    for row, span in zip(rows, spans, strict=True):
        if span:
            number, title = plan.lines(row)
            assert re.fullmatch("[IVX]+", number.text)
            assert number.keep_next
            assert title.keep_next  # never alone at the foot of a page


def test_a_row_stays_whole_unless_it_is_higher_than_half_a_page(plan: WordFile) -> None:
    rows = list(plan.tables[2].iter(f"{W}tr"))
    free = [plan.lines(row)[1].text for row in rows if row.find(f"{W}trPr/{W}cantSplit") is None]
    assert 0 < len(free) < 6
    assert "Truyền thông chính sách" in free


def test_every_row_fills_the_grid_and_every_cell_ends_in_a_paragraph(plan: WordFile) -> None:
    for table in plan.tables:
        grid = [int(value(column, "w") or 0) for column in table.iter(f"{W}gridCol")]
        assert value(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
        for row in table.iter(f"{W}tr"):
            cells = list(row.iter(f"{W}tc"))
            assert sum(int(value(cell.find(f"{W}tcPr/{W}tcW"), "w") or 0) for cell in cells) == sum(grid)
            assert sum(int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) for cell in cells) == len(grid)
            assert all(cell[-1].tag == f"{W}p" for cell in cells)
    blocks = list(plan.body)
    assert [blocks[-1].tag, blocks[-2].tag] == [f"{W}sectPr", f"{W}p"]
    assert not [one for one, other in pairwise(blocks) if one.tag == other.tag == f"{W}tbl"], "Word joins such tables"


# What Word 2013 and later ask of the file.


def test_children_stand_in_the_order_of_the_schema(plan: WordFile) -> None:
    for name in plan.parts:
        if re.fullmatch(r"word/\w+\.xml", name):
            assert list(disorder(plan.part(name))) == [], name


def test_the_reader_sees_a_wrong_order(plan: WordFile) -> None:
    properties = plan.document.find(f".//{W}pPr")
    assert properties is not None
    properties.insert(0, properties.makeelement(f"{W}jc", {f"{W}val": "left"}))
    properties.append(properties.makeelement(f"{W}no", {}))
    assert list(disorder(plan.document)) == ["<pPr> holds <no>", "<pPr>: <jc> before <pStyle>"]


def test_word_2013_mode_in_vietnamese(plan: WordFile) -> None:
    settings = plan.part("word/settings.xml")
    modes = [value(one) for one in settings.iter(f"{W}compatSetting") if value(one, "name") == "compatibilityMode"]
    assert modes == ["15"]
    assert value(plan.styles.find(f".//{W}lang")) == "vi-VN"


def test_every_style_that_is_used_is_there_and_has_one_name(plan: WordFile) -> None:
    used = {
        value(style) for name in plan.parts if name.endswith(".xml") for style in plan.part(name).iter(f"{W}pStyle")
    }
    assert used <= set(plan.by_id)
    names = [value(style.find(f"{W}name")) for style in plan.styles.iter(f"{W}style")]
    assert len(set(names)) == len(names)
