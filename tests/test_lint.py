"""`kehoach lint-docx`: an issued document has nothing to find; one spoiled in one way is found, by the right clause."""

from __future__ import annotations

import copy
import json
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from tests.conftest import REPOSITORY
from tests.test_git import git
from tests.wordml import NEEDS_LIBREOFFICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from tests.conftest import Kehoach


def issue(kehoach: Kehoach, root: Path) -> Path:
    """Issue the plan of a workspace and return its .docx."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "1")
    file = root.parent / f"{root.name}.docx"
    result = kehoach("-C", root, "issue", "plan", "--number", "125", "--date", "2026-03-05", "-o", file)
    assert result.code == 0, result.err
    return file


@pytest.fixture(scope="session")
def once() -> dict[str, bytes]:
    """The issued plan, made by the first test that wants it."""
    return {}


@pytest.fixture
def issued(kehoach: Kehoach, real: Path, once: dict[str, bytes]) -> Path:
    """The real plan, issued: a copy that a test may spoil."""
    file = real.parent / "phuc-loi.docx"
    if not once:
        once["docx"] = issue(kehoach, real).read_bytes()
    file.write_bytes(once["docx"])
    return file


def found(kehoach: Kehoach, file: Path) -> list[dict[str, str]]:
    result = kehoach("lint-docx", file, "--format", "json")
    verdict = json.loads(result.out)
    findings: list[dict[str, str]] = verdict["findings"]
    assert result.code == int(any(one["severity"] == "LEGAL" for one in findings)), result.out
    codes = {one["code"] for one in findings}
    assert not codes & set(verdict["passed"]), "a rule is broken and passed"
    assert not {one["code"] for one in verdict["not_judged"]} & set(verdict["passed"])
    return findings


def test_an_issued_plan_has_nothing_to_find(kehoach: Kehoach, issued: Path) -> None:
    assert found(kehoach, issued) == []
    said = kehoach("lint-docx", issued).out
    assert "0 lỗi, 0 điều khác thông lệ" in said
    assert "không thấy tên cơ quan chủ quản" in said


def test_a_draft_and_a_report_have_nothing_to_find(kehoach: Kehoach, tmp_path: Path) -> None:
    example = REPOSITORY / "examples/phuong-mau"
    for words in (("plan",), ("report", "--quarter", "II"), ("report", "--half", "1")):
        file = tmp_path / "x.docx"
        assert kehoach("-C", example, *words, "-o", file, "--force").code == 0
        assert found(kehoach, file) == []
    verdict = json.loads(kehoach("lint-docx", file, "--format", "json").out)
    assert "KH618" in {one["code"] for one in verdict["not_judged"]}


# Forty ways to spoil one thing.


def starts(document: Document, text: str) -> Paragraph:
    """The first paragraph, in the body or in a cell, that begins so."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    found: Paragraph = next(one for one in paragraphs if one.text.startswith(text))
    return found


def size(text: str, points: float) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        for run in starts(document, text).runs:
            run.font.size = Pt(points)

    return spoil


def look(text: str, **form: bool) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        for run in starts(document, text).runs:
            for name, value in form.items():
                setattr(run.font, name, value)

    return spoil


def say(text: str, old: str, new: str) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        paragraph = starts(document, text)
        assert old in paragraph.text
        paragraph.runs[0].text = paragraph.text.replace(old, new)
        for run in paragraph.runs[1:]:
            run.text = ""

    return spoil


def align(text: str, how: int) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        starts(document, text).alignment = how  # type: ignore[assignment]

    return spoil


def below(document: Document, text: str) -> etree._Element:
    element = starts(document, text)._p.getnext()  # noqa: SLF001
    assert element is not None
    return element


def remove(element: etree._Element, tag: str) -> None:
    child = element.find(f".//{qn(tag)}")
    assert child is not None
    parent = child.getparent()
    assert parent is not None
    parent.remove(child)


def no_rule(text: str) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        remove(below(document, text), "w:pBdr")

    return spoil


def rule_of(text: str, millimetres: float) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        indent = below(document, text).find(f".//{qn('w:ind')}")
        assert indent is not None
        for side in ("w:left", "w:right"):
            indent.set(qn(side), str(round(millimetres * 56.7)))

    return spoil


def margin(side: str, millimetres: float, section: int = 0) -> Callable[[Document], None]:
    return lambda document: setattr(document.sections[section], f"{side}_margin", Mm(millimetres))


def style_size(name: str, points: float) -> Callable[[Document], None]:
    return lambda document: setattr(document.styles[name].font, "size", Pt(points))


def header(change: Callable[[etree._Element], None]) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        for section in document.sections:
            for paragraph in section.header.paragraphs:
                change(paragraph._p)  # noqa: SLF001

    return spoil


def first_page(document: Document) -> None:
    remove(document.sections[0]._sectPr, "w:titlePg")  # noqa: SLF001


def left(paragraph: etree._Element) -> None:
    properties = paragraph.find(qn("w:pPr"))
    assert properties is not None
    etree.SubElement(properties, qn("w:jc")).set(qn("w:val"), "left")


def run_on(document: Document) -> None:
    remove(document.sections[1]._sectPr, "w:pgNumType")  # noqa: SLF001


def to_footer(document: Document) -> None:
    for section in document.sections:
        number = section.header.paragraphs[0]._p  # noqa: SLF001
        section.footer.is_linked_to_previous = False
        section.footer._element.append(copy.deepcopy(number))  # noqa: SLF001
        while number.find(qn("w:r")) is not None:
            remove(number, "w:r")


def swapped(document: Document) -> None:
    above, below = starts(document, "TM."), starts(document, "KT.")
    above.runs[0].text, below.runs[0].text = below.text, above.text


def without(text: str) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        element = starts(document, text)._p  # noqa: SLF001
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return spoil


def font(text: str, name: str) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        for run in starts(document, text).runs:
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
            for slot in ("w:ascii", "w:hAnsi"):
                fonts.set(qn(slot), name)

    return spoil


def colour(document: Document) -> None:
    starts(document, "- Cụ thể").runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)


def paragraph_form(text: str, **form: object) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        for name, value in form.items():
            setattr(starts(document, text).paragraph_format, name, value)

    return spoil


STATE, MOTTO, BULLET = "CỘNG HÒA", "Độc lập", "- Cụ thể hóa"
SUBJECT = "Thông tin, tuyên truyền về giáo dục"


@dataclass(frozen=True)
class Spoiled:
    name: str
    spoil: Callable[[Document], None]
    code: str
    clause: str
    place: str = ""


SPOILED = [
    Spoiled("left margin", margin("left", 25), "KH603", "I.3", "phần 1"),
    Spoiled("right margin of the appendix", margin("right", 10, 1), "KH603", "I.3", "phần 2"),
    Spoiled("top margin", margin("top", 15), "KH603", "I.3"),
    Spoiled("bottom margin", margin("bottom", 30), "KH603", "I.3"),
    Spoiled("paper", lambda d: setattr(d.sections[0], "page_width", Mm(216)), "KH601", "I.1"),
    Spoiled("font", font(BULLET, "Arial"), "KH604", "I.4", "đoạn"),
    Spoiled("font of a cell", font("- Tuyến", "Calibri"), "KH604", "I.4", "bảng 3, hàng"),
    Spoiled("colour", colour, "KH604", "I.4", "đoạn"),
    Spoiled("number on page 1", first_page, "KH605", "I.7"),
    Spoiled("number on the left", header(left), "KH605", "I.7"),
    Spoiled("number in the footer", to_footer, "KH605", "I.7"),
    Spoiled("size of the page number", style_size("Số trang", 11), "KH606", "I.7"),
    Spoiled("appendix runs on", run_on, "KH607", "III.1.đ"),
    Spoiled("state small", say(STATE, "CỘNG HÒA XÃ HỘI", "Cộng hòa xã hội"), "KH608", "II.1.a", "trang 1, Quốc hiệu"),
    Spoiled("state too large", size(STATE, 14), "KH609", "II.1.a", "trang 1, Quốc hiệu"),
    Spoiled("state not bold", look(STATE, bold=False), "KH609", "II.1.a"),
    Spoiled("motto with dashes", say(MOTTO, " - ", " – "), "KH610", "II.1.b", "trang 1, Tiêu ngữ"),
    Spoiled("motto without blanks", say(MOTTO, " - ", "-"), "KH610", "II.1.b"),
    Spoiled("motto italic", look(MOTTO, italic=True), "KH611", "II.1.b"),
    Spoiled("motto's rule", no_rule(MOTTO), "KH612", "II.1.b"),
    Spoiled("motto's rule short", rule_of(MOTTO, 40), "KH612", "II.1.b"),
    Spoiled("issuer not bold", look("PHƯỜNG PHÚC", bold=False), "KH614", "II.2.b"),
    Spoiled("issuer small letters", say("PHƯỜNG PHÚC", "PHƯỜNG PHÚC LỢI", "Phường Phúc Lợi"), "KH614", "II.2.b"),
    Spoiled("issuer's rule", no_rule("PHƯỜNG PHÚC"), "KH615", "II.2.b"),
    Spoiled("issuer's rule long", rule_of("PHƯỜNG PHÚC", 5), "KH615", "II.2.b"),
    Spoiled("number without colon", say("Số:", "Số: 125", "Số 125"), "KH617", "II.3.c"),
    Spoiled("number with a zero", say("Số:", "125", "0125"), "KH618", "II.3.c"),
    Spoiled("symbol with blanks", say("Số:", "KH-UBND", "KH - UBND"), "KH619", "II.3.c"),
    Spoiled("symbol small", say("Số:", "KH-UBND", "Kh-UBND"), "KH619", "II.3.c"),
    Spoiled("size of the number", size("Số:", 14), "KH620", "II.3.c"),
    Spoiled("place without comma", say("Phúc Lợi,", "Phúc Lợi, ", "Phúc Lợi "), "KH621", "II.4.c"),
    Spoiled("day without zero", say("Phúc Lợi,", "ngày 05", "ngày 5"), "KH622", "II.4.b"),
    Spoiled("month with zero", say("Phúc Lợi,", "tháng 3", "tháng 03"), "KH622", "II.4.b"),
    Spoiled("date upright", look("Phúc Lợi,", italic=False), "KH623", "II.4.c"),
    Spoiled("type small", say("KẾ HOẠCH", "KẾ HOẠCH", "Kế hoạch"), "KH624", "II.5.b"),
    Spoiled("type on the left", align("KẾ HOẠCH", 0), "KH624", "II.5.b"),
    Spoiled("subject on the left", align(SUBJECT, 0), "KH625", "II.5.b"),
    Spoiled("subject not bold", look(SUBJECT, bold=False), "KH625", "II.5.b"),
    Spoiled("subject's rule", no_rule(SUBJECT), "KH626", "II.5.b"),
    Spoiled("subject with a stop", say(SUBJECT, "năm 2026", "năm 2026."), "KH627", "mẫu 1.4"),
    Spoiled("basis upright", look("Căn cứ", italic=False), "KH629", "II.6.a"),
    Spoiled("basis without a stop", say("Căn cứ", "2026.", "2026"), "KH630", "II.6.a"),
    Spoiled("small text", size(BULLET, 12), "KH631", "II.6.e", "đoạn"),
    Spoiled("slanted text", look(BULLET, italic=True), "KH632", "II.6.e"),
    Spoiled("ragged text", align(BULLET, 0), "KH633", "II.6.e"),
    Spoiled("no indent", paragraph_form(BULLET, first_line_indent=Mm(0)), "KH634", "II.6.e"),
    Spoiled("no gap", paragraph_form(BULLET, space_after=Pt(0)), "KH635", "II.6.e"),
    Spoiled("double spacing", paragraph_form(BULLET, line_spacing=2.0), "KH636", "II.6.e"),
    Spoiled("part small", say("I. MỤC ĐÍCH", "MỤC ĐÍCH - YÊU CẦU", "Mục đích - Yêu cầu"), "KH637", "ô số 6"),
    Spoiled("parts out of order", say("II. NỘI", "II. NỘI", "III. NỘI"), "KH637", "ô số 6"),
    Spoiled("no end mark", say("Trên đây", "./.", "."), "KH639", "Phụ lục III"),
    Spoiled("authority in the wrong order", swapped, "KH640", "II.7.b"),
    Spoiled("authority without stop", say("TM.", "TM. ỦY", "TM ỦY"), "KH640", "II.7.b"),
    Spoiled("KT. before the deputy", say("KT.", "KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH"), "KH640", "II.7.b"),
    Spoiled("authority small", size("KT.", 12), "KH641", "II.7.đ"),
    Spoiled("a title before the name", say("Bùi Anh", "Bùi Anh", "ThS. Bùi Anh"), "KH642", "II.7.c"),
    Spoiled("name in capitals", say("Bùi Anh", "Bùi Anh Tuấn", "BÙI ANH TUẤN"), "KH643", "II.7.đ"),
    Spoiled("recipients' head upright", look("Nơi nhận", italic=False), "KH645", "II.9.d"),
    Spoiled("recipients' head without colon", say("Nơi nhận", ":", ""), "KH645", "II.9.d"),
    Spoiled("recipients large", size("- Sở GDĐT Hà Nội;", 12), "KH646", "II.9.d"),
    Spoiled("recipient without semicolon", say("- Sở GDĐT Hà Nội;", ";", ","), "KH647", "II.9.d"),
    Spoiled("no line of copies", without("- Lưu"), "KH647", "II.9.d"),
    Spoiled("appendix in capitals", say("Phụ lục", "Phụ lục", "PHỤ LỤC"), "KH650", "III.1.b"),
    Spoiled("appendix numbered", say("Phụ lục", "Phụ lục", "Phụ lục I"), "KH649", "III.1.a"),
    Spoiled("appendix small", size("Phụ lục", 13), "KH650", "III.1.b"),
    Spoiled("appendix title small letters", say("THÔNG TIN", "THÔNG TIN", "Thông tin"), "KH651", "III.1.b"),
    Spoiled("issued with", say("(Kèm theo", "(Kèm theo", "(Ban hành kèm theo"), "KH652", "III.1.c"),
    Spoiled("reference upright", look("(Kèm theo", italic=False), "KH653", "III.1.c"),
    Spoiled("another number in the reference", say("(Kèm theo", "125", "126"), "KH657", "III.1.c"),
    Spoiled("month of the reference", say("(Kèm theo", "tháng 3", "tháng 03"), "KH654", "II.4.b"),
    Spoiled("no end mark of the appendix", say("./.", "./.", "…"), "KH655", "mẫu 2.1"),
    Spoiled("tiny table", size("- Tuyến", 9), "KH656", "thông lệ"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in SPOILED])
def test_a_document_spoiled_in_one_way_has_just_that_finding(kehoach: Kehoach, issued: Path, case: Spoiled) -> None:
    document = docx.Document(str(issued))
    case.spoil(document)
    document.save(str(issued))
    findings = found(kehoach, issued)
    assert {finding["code"] for finding in findings} == {case.code}, findings
    assert case.clause in findings[0]["clause"]
    assert findings[0]["place"].startswith(case.place)
    assert findings[0]["found"]
    assert findings[0]["allowed"]


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_a_document_saved_again_by_libreoffice_has_nothing_to_find(
    kehoach: Kehoach, issued: Path, tmp_path: Path
) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    folder = tmp_path / "lo"
    order = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(folder), str(issued)]
    subprocess.run(order, capture_output=True, check=True, timeout=120)
    assert found(kehoach, folder / issued.name) == []


def test_every_form_of_the_answer(kehoach: Kehoach, issued: Path) -> None:
    document = docx.Document(str(issued))
    size(BULLET, 12)(document)
    say(SUBJECT, "năm 2026", "năm 2026.")(document)
    document.save(str(issued))
    result = kehoach("lint-docx", issued)
    assert result.code == 1
    assert "lỗi[KH631] đoạn 13: “- Cụ thể hóa kế hoạch" in result.out
    assert "thấy: cỡ chữ 12; đúng: cỡ chữ 13-14" in result.out
    assert "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.e" in result.out
    log = json.loads(kehoach("lint-docx", issued, "--format", "sarif").out)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [("KH627", "warning"), ("KH631", "error")]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert run["invocations"][0]["toolExecutionNotifications"]
    assert kehoach("explain", "KH631").out.startswith("KH631 (lỗi): thể thức")


def test_practice_alone_is_no_error_unless_strict(kehoach: Kehoach, issued: Path) -> None:
    document = docx.Document(str(issued))
    say(SUBJECT, "năm 2026", "năm 2026.")(document)
    document.save(str(issued))
    assert kehoach("lint-docx", issued).code == 0
    assert kehoach("lint-docx", issued, "--strict").code == 1


def test_an_office_may_have_rules_of_its_own(kehoach: Kehoach, issued: Path, real: Path) -> None:
    (real / "rules").mkdir()
    rules = (REPOSITORY / "rules/nd30.yaml").read_text(encoding="utf-8")
    changed = rules.replace("tests: [{test: size, low: 11, high: 11}", "tests: [{test: size, low: 12, high: 12}")
    assert changed != rules
    (real / "rules/nd30.yaml").write_text(changed, encoding="utf-8", newline="\n")
    result = kehoach("-C", real, "lint-docx", issued)
    assert (result.code, "thấy: cỡ chữ 11; đúng: cỡ chữ 12" in result.out) == (1, True)
    for old, new, said in (
        ("test: bold", "test: bol", "không có phép thử `bol`"),
        ("id: KH602", "id: KH601", "mã `KH601` đã có"),
        ("pattern: 'Số:.*'", "pattern: 'Số:(.*'", "biểu thức chính quy sai"),
        ("severity: LEGAL", "severity: HIGH", "một trong"),
    ):
        (real / "rules/nd30.yaml").write_text(rules.replace(old, new, 1), encoding="utf-8", newline="\n")
        result = kehoach("-C", real, "lint-docx", issued)
        assert (result.code, said in result.err) == (2, True), result.err
        assert "rules/nd30.yaml:" in result.err


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"PK\x03\x04" + bytes(200)])
def test_what_is_no_docx_is_refused(kehoach: Kehoach, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.docx").write_bytes(data)
    result = kehoach("lint-docx", tmp_path / "x.docx")
    assert (result.code, result.out, "không phải tệp .docx" in result.err) == (2, "", True)
    assert kehoach("lint-docx", tmp_path / "khong-co.docx").code == 2
