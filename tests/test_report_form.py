"""The form of the report: what NĐ 30/2020/NĐ-CP asks of it beyond what it asks of the plan, in effective values."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.wordfile.metrics import width_mm
from tests.conftest import REPOSITORY
from tests.edit import replace
from tests.progress import Made, with_forms, write
from tests.wordml import NEEDS_LIBREOFFICE, TWIPS_PER_MM, W, WordFile, disorder, to_pdf, value

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach
    from tests.wordml import Line

BODY = {"doan", "gach-dau-dong", "dau-cong", "cau-ket"}


@pytest.fixture
def report(kehoach: Kehoach, small: Path) -> WordFile:
    """The report of quarter II of the small workspace."""
    write(
        with_forms(small),
        [Made(date(2026, 4, 2), quantity=5, reach=12000), Made(date(2026, 5, 2), unit="hoa-mau", form="hoi-nghi")],
    )
    return made(kehoach, small)


def made(kehoach: Kehoach, root: Path) -> WordFile:
    path = root.parent / "bc.docx"
    result = kehoach("-C", root, "report", "--quarter", "II", "-o", path, "--force")
    assert result.code == 0, result.err
    return WordFile(path)


def only(report: WordFile, start: str) -> Line:
    found = [line for line in report.lines() if line.text.startswith(start)]
    assert len(found) == 1, f"{start!r} begins {len(found)} paragraphs"
    return found[0]


@pytest.mark.parametrize(
    ("start", "sizes", "look", "align"),
    [
        ("ỦY BAN NHÂN DÂN", {12, 13}, "b", "center"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {12, 13}, "b", "center"),
        ("Số: ", {13}, "", "center"),
        ("Mẫu, ngày", {13, 14}, "i", "center"),
        ("BÁO CÁO", {13, 14}, "b", "center"),
        ("Kết quả thực hiện Kế hoạch tuyên truyền", {13, 14}, "b", "center"),
        ("Kính gửi: ", {13, 14}, "", "center"),
        ("I. CÔNG TÁC CHỈ ĐẠO", {13, 14}, "b", "both"),
        ("1. Kết quả chung", {13, 14}, "b", "both"),
        ("Nơi nhận:", {12}, "bi", "left"),
        ("- Như trên;", {11}, "", "left"),
        ("- Lưu: VT.", {11}, "", "left"),
        ("TM. ỦY BAN NHÂN DÂN", {13, 14}, "b", "center"),
        ("Nguyễn Văn Mẫu", {13, 14}, "b", "center"),
    ],
)
def test_each_element_looks_as_the_decree_says(
    report: WordFile, start: str, sizes: set[int], look: str, align: str
) -> None:
    line = only(report, start)
    assert line.sizes <= sizes
    assert (line.bold, line.italic, line.align) == ("b" in look, "i" in look, align)
    assert line.fonts == {"Times New Roman"}


def test_the_parts_stand_in_their_order(report: WordFile) -> None:
    lines = [line.text for line in report.lines()]
    heads = [
        "BÁO CÁO",
        "Kính gửi: Sở Giáo dục và Đào tạo",
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "II. KẾT QUẢ THỰC HIỆN",
        "1. Kết quả chung",
        "2. Kết quả theo nhóm nội dung",
        "3. Kết quả theo kênh, loại sản phẩm",
        "III. ĐÁNH GIÁ CHUNG",
        "1. Kết quả đạt được",
        "2. Tồn tại, hạn chế",
        "3. Nguyên nhân",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III NĂM 2026",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
        "Nơi nhận:",
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
    ]
    places = [lines.index(head) for head in heads]
    assert places == sorted(places)


def test_every_appendix_has_its_heading_its_own_pages_and_its_end_mark(report: WordFile) -> None:
    lines = [line.text for line in report.lines()]
    assert sum(line.startswith("(Kèm theo Báo cáo số ") for line in lines) == 3
    assert lines.count("./.") == 3
    assert any(line.startswith("Trên đây là báo cáo") and line.endswith("trân trọng báo cáo./.") for line in lines)
    assert len(report.sections) == 4
    for number, section in enumerate(report.sections):
        assert value(section.find(f"{W}pgNumType"), "start") == "1"
        paper = section.find(f"{W}pgSz")
        assert value(paper, "orient") == ("landscape" if number else None)
    for name in ("Phụ lục I", "Phụ lục II", "Phụ lục III"):
        line = only(report, name) if name == "Phụ lục III" else next(x for x in report.lines() if x.text == name)
        assert (line.sizes, line.bold, line.align) == (frozenset({14}), True, "center")


def test_one_addressee_stands_on_the_line_several_below_each_other(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    replace(small / "plan.yaml", "    - Sở Giáo dục và Đào tạo\n", "    - Sở Một\n    - Sở Hai\n")
    lines = [line.text for line in made(kehoach, small).lines()]
    start = lines.index("Kính gửi:")
    assert [line for line in lines[start : start + 5] if line][:3] == ["Kính gửi:", "- Sở Một;", "- Sở Hai."]


def test_an_addressee_that_nobody_has_named_is_owed(kehoach: Kehoach, small: Path) -> None:
    path = small / "bc.docx"
    result = kehoach("-C", small, "report", "--quarter", "II", "-o", path)
    assert (result.code, "Kính gửi" in result.err) == (0, True)
    assert any(line.text.startswith("Kính gửi: …") for line in WordFile(path).lines())
    assert kehoach("-C", small, "report", "--quarter", "II", "--final", "-o", path, "--force").code == 1


def test_number_date_and_signer_come_from_the_report_s_own_file(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    (small / "reports").mkdir()
    (small / "reports/2026-Q2.yaml").write_text(
        "number: 7\ndate: {day: 5, month: 6, year: 2026}\n"
        "signature:\n  authority: [TL. CHỦ TỊCH]\n  name: Trần Thị Mẫu\n",
        encoding="utf-8",
    )
    lines = [line.text for line in made(kehoach, small).lines()]
    assert "Số: 07/BC-UBND" in lines
    assert "Mẫu, ngày 05 tháng 6 năm 2026" in lines
    assert "Trần Thị Mẫu" in lines
    assert "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 6 năm 2026 của UBND phường Mẫu)" in lines


def test_body_paragraphs_are_indented_apart_and_justified(report: WordFile) -> None:
    body = [line for line in report.lines() if line.style in BODY]
    assert len(body) > 10
    for line in body:
        assert line.align == "both"
        assert line.sizes <= {13, 14}


def test_children_stand_in_the_order_of_the_schema(report: WordFile) -> None:
    assert not list(disorder(report.document))


def test_pages_are_a4_with_the_margins_of_the_decree_and_numbered_from_page_2(report: WordFile) -> None:
    for section in report.sections:
        paper, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert sorted(round(float(value(paper, side) or 0) / TWIPS_PER_MM) for side in ("w", "h")) == [210, 297]
        for side, (low, high) in {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}.items():
            assert low <= round(float(value(margins, side) or 0) / TWIPS_PER_MM, 1) <= high
        assert section.find(f"{W}titlePg") is not None
        assert not [text for text in report.header(section, "first").itertext() if text.strip()]


def test_nothing_but_times_new_roman_in_styles_that_are_there(report: WordFile) -> None:
    assert {font for line in report.lines() for font in line.fonts} == {"Times New Roman"}
    assert {line.style for line in report.lines()} <= set(report.by_id)


def test_the_heads_of_the_tables_repeat_and_every_row_fills_its_grid(report: WordFile) -> None:
    framed = [table for table in report.tables if table.find(f"{W}tblPr/{W}tblBorders") is not None]
    assert len(framed) == 3
    for table in framed:
        rows = list(table.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        columns = len(list(table.iter(f"{W}gridCol")))
        for row in rows:
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            assert sum(int(value(span) or 1) if span is not None else 1 for span in spans) == columns


def test_the_line_for_a_missing_text_fits_on_one_line(report: WordFile) -> None:
    dots = next(line for line in report.lines() if line.text.startswith("…"))
    (size,) = dots.sizes
    assert width_mm(dots.text, size, bold=False) < 165 - 12.7


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_on_paper_no_page_is_empty_and_the_signature_stays_with_the_closing_sentence(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    path = tmp_path / "bc.docx"
    assert kehoach("-C", REPOSITORY, "report", "--quarter", "III", "-o", path).code == 0
    pdf = to_pdf(path, tmp_path)
    pages = (
        subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode().split("\f")
    )
    assert not [number for number, page in enumerate(pages[:-1], 1) if not page.strip()]
    assert sum("Phụ lục I" in page and "Kèm theo Báo cáo" in page for page in pages) == 3
    signing = next(page for page in pages if "Bùi Anh Tuấn" in page)
    assert "trân trọng báo cáo./." in " ".join(signing.split())
