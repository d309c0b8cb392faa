"""Mistakes in a workspace's own templates and style table: one finding, in its place, and nothing written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.edit import replace
from tests.wordml import W, WordFile, value

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach, Result

MAIN, SHARED, STYLES = "templates/ke-hoach.html.j2", "templates/nd30.html.j2", "templates/styles.yaml"
FINDING = re.compile(r"^(?P<file>\S+?):(?P<line>\d+):\d+: lỗi\[(?P<code>KH\d+)\] (?P<message>.*)$", re.MULTILINE)
OPENING = '<p class="doan">{{ plan.opening }}</p>'
TYPE = '<p class="ten-loai">{{ plan.type|upper }}</p>'
LAST = '<p class="het-phu-luc">./.</p>\n</section>'
HEAD = '        <th><p class="bang-dau">TT</p></th>\n'


def attempt(kehoach: Kehoach, root: Path) -> Result:
    """Ask for the document; with a mistake in a template nothing may be written."""
    path = root / "out.docx"
    result = kehoach("-C", root, "plan", "-o", path)
    assert not path.exists(), result.err
    assert list(root.glob(".kehoach-*")) == []
    return result


def line_of(path: Path, text: str) -> int:
    before, found, _ = path.read_text(encoding="utf-8").partition(text)
    assert found, text
    return before.count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "code", "words"),
    [
        (MAIN, "plan.opening", "plam.opening", "plam", "KH702", ("`plam`", "có phải `plan`?")),
        (MAIN, "plan.opening", "plan.openning", "openning", "KH702", ("`openning`", "có phải `opening`?")),
        (MAIN, "nd30.signing(", "nd30.signin(", "signin(", "KH702", ("`signin`", "có phải `signing`?")),
        (SHARED, "plan.agency.place", "plan.agency.plce", "plce", "KH702", ("`plce`", "có phải `place`?")),
        (MAIN, "{{ plan.opening }}", "{{ plan.opening", "{{ plan.opening<", "KH701", ("Jinja không hiểu",)),
        (MAIN, "plan.type|upper", "plan.type|uper", "|uper", "KH701", ("`uper`", "có phải `upper`?")),
        (MAIN, "{{ plan.opening }}", "{{ plan.opening|safe }}", "|safe", "KH701", ("`safe`",)),
        (
            MAIN,
            OPENING,
            "{% autoescape false %}" + OPENING + "{% endautoescape %}",
            "{% auto",
            "KH701",
            ("autoescape",),
        ),
        (MAIN, OPENING, '<p class="doan">{{ plan.opening }}', '<p class="doan">{{ plan.op', "KH703", ("chưa đóng",)),
        (
            MAIN,
            OPENING,
            '<p class="doan"><b><i>{{ plan.opening }}</b></i></p>',
            "<b><i>",
            "KH703",
            ("<i> chưa đóng",),
        ),
        (MAIN, OPENING, OPENING + "</p>", OPENING + "</p>", "KH703", ("</p> không có thẻ mở",)),
        (MAIN, LAST, LAST + "</body></p>", '"het-phu-luc"', "KH703", ("</p> không có thẻ mở",)),
        (MAIN, OPENING, '<hr data-under="half"/>', '"half"', "KH703", ("data-under",)),
        (MAIN, OPENING, '<p class="doan">a < b</p>', "a < b", "KH703", ("&lt;",)),
        (MAIN, OPENING, '<table class="bang" data-cols="9"><td></td></table>', "<table class", "KH703", ("<td>",)),
        (MAIN, OPENING, OPENING.replace("<p", "<div").replace("</p", "</div"), "<div", "KH703", ("<div>",)),
        (
            MAIN,
            OPENING,
            OPENING.replace("{{ plan.opening }}", "<span>a</span>"),
            "<span>",
            "KH703",
            ("<span>", "b, br, i"),
        ),
        (MAIN, OPENING, OPENING.replace("<p ", '<p style="color:red" '), "style=", "KH703", ("`style`",)),
        (MAIN, TYPE, TYPE.replace("ten-loai", "ten-loia"), "ten-loia", "KH704", ("có phải `ten-loai`?",)),
        (MAIN, OPENING, "<p>{{ plan.opening }}</p>", "<p>{{ plan.op", "KH704", ("không có kiểu",)),
        (MAIN, '<section class="ngang">', '<section class="ngan">', "ngan", "KH704", ("có phải `ngang`?",)),
        (MAIN, OPENING, OPENING + "\n  Chữ ngoài đoạn", "Chữ ngoài", "KH703", ("“Chữ ngoài đoạn”", "bọc trong <p")),
        (MAIN, '<section class="doc">\n', '<section class="doc">\n  Đầu\n', "  Đầu", "KH703", ("“Đầu”",)),
        (MAIN, HEAD, "", '<tr>\n        <th><p class="bang-dau">Nội', "KH705", ("thiếu ô: có 5 trên 6",)),
        (MAIN, HEAD, HEAD + HEAD, '<tr>\n        <th><p class="bang-dau">TT', "KH705", ("thừa ô: có 7 trên 6",)),
        (MAIN, 'colspan="5"', 'colspan="năm"', 'colspan="năm"', "KH703", ("`colspan`",)),
        (MAIN, 'colspan="5"', 'colspan="0"', 'colspan="0"', "KH703", ("`colspan`",)),
        (
            MAIN,
            HEAD,
            HEAD.replace("<th>", '<th rowspan="9999">'),
            "<tr>\n        <th rowspan",
            "KH705",
            ("quá hàng cuối",),
        ),
        (MAIN, '<td><p class="bang-giua">{{ loop.index }}</p></td>', "", "<tr{% if", "KH705", ("có 5 trên 6",)),
        (MAIN, 'data-cols="11 42', 'data-cols="11 rộng', "data-cols", "KH705", ("data-cols",)),
        (MAIN, ' data-cols="11 42 109 24 24 42"', "", '<table class="bang"', "KH705", ("data-cols",)),
        (MAIN, "{{ plan.opening }}", "{{ plan.opening }}&nbsp;", "&nbsp;", "KH703", ("nbsp",)),
        (MAIN, "{{ plan.opening }}", "R & D", "R & D", "KH703", ("&amp;",)),
        (MAIN, "{{ plan.opening }}", "{{ 1 / 0 }}", "1 / 0", "KH701", ("division by zero",)),
        (MAIN, OPENING, '{% include "khong-co.html.j2" %}', "khong-co", "KH701", ("khong-co.html.j2",)),
        (MAIN, OPENING, '{% include "../plan.yaml" %}', "../plan", "KH701", ("../plan.yaml",)),
        (
            SHARED,
            "ngày {{ padded(when.day) }}",
            "{{ date(when) }}",
            "{{ date(when)",
            "KH701",
            ("không dứt",),
        ),
        (MAIN, OPENING, '{% include "ke-hoach.html.j2" %}', '"ke-hoach', "KH701", ("không dứt",)),
        (MAIN, OPENING, "\t" + OPENING, "\t<p", "KH004", ("Tab",)),
        (MAIN, OPENING, "<p class='doan'>" + "<b>" * 40 + "</b>" * 40 + "</p>", "<b><b>", "KH703", ("lồng nhau",)),
    ],
)
def test_a_mistake_in_a_template(
    kehoach: Kehoach, real: Path, file: str, old: str, new: str, at: str, code: str, words: tuple[str, ...]
) -> None:
    replace(real / file, old, new)
    result = attempt(kehoach, real)
    found = list(FINDING.finditer(result.err))
    assert result.code == 1, result.err
    assert [(one["file"], one["code"]) for one in found] == [(file, code)], result.err
    assert int(found[0]["line"]) == line_of(real / file, at), result.err
    for word in words:
        assert word in result.err


def test_a_cell_that_reaches_past_the_last_row_is_seen_at_its_own_row(kehoach: Kehoach, real: Path) -> None:
    table = (
        '<table class="khung" data-cols="10 20"><tr><td></td><td></td></tr>\n'
        '<tr><td rowspan="3"></td><td></td></tr>\n<tr><td></td></tr></table>'
    )
    replace(real / MAIN, OPENING, table)
    result = attempt(kehoach, real)
    (found,) = FINDING.finditer(result.err)
    assert (found["code"], int(found["line"])) == ("KH705", line_of(real / MAIN, '<tr><td rowspan="3"'))
    assert "quá hàng cuối" in result.err


def test_a_cell_across_columns_may_not_cross_one_that_reaches_down(kehoach: Kehoach, real: Path) -> None:
    table = (
        '<table class="khung" data-cols="10 20 30"><tr><td></td><td rowspan="2"></td><td></td></tr>\n'
        '<tr><td colspan="2"></td></tr></table>'
    )
    replace(real / MAIN, OPENING, table)
    result = attempt(kehoach, real)
    (found,) = FINDING.finditer(result.err)
    assert (found["code"], int(found["line"])) == ("KH705", line_of(real / MAIN, '<tr><td colspan="2">'))


def test_all_mistakes_are_told_at_once(kehoach: Kehoach, real: Path) -> None:
    replace(real / MAIN, TYPE, TYPE.replace("ten-loai", "ten-loia"))
    replace(real / MAIN, 'colspan="5"', 'colspan="4"')
    result = attempt(kehoach, real)
    assert {one["code"] for one in FINDING.finditer(result.err)} == {"KH704", "KH705"}


def test_an_empty_template_makes_no_empty_document(kehoach: Kehoach, real: Path) -> None:
    (real / MAIN).write_text("", encoding="utf-8")
    result = attempt(kehoach, real)
    assert result.code == 1
    assert "KH703" in result.err


def test_a_template_in_utf_16_is_refused(kehoach: Kehoach, real: Path) -> None:
    (real / MAIN).write_bytes((real / MAIN).read_text(encoding="utf-8").encode("utf-16"))
    result = attempt(kehoach, real)
    assert result.code == 1
    (found,) = FINDING.finditer(result.err)
    assert (found["file"], found["code"]) == (MAIN, "KH002")


def test_a_template_in_nfd_gives_the_same_document(kehoach: Kehoach, real: Path) -> None:
    before, after = real / "a.docx", real / "b.docx"
    assert kehoach("-C", real, "plan", "-o", before).code == 0
    for name in (MAIN, SHARED):
        text = (real / name).read_text(encoding="utf-8")
        (real / name).write_text(unicodedata.normalize("NFD", text), encoding="utf-8", newline="\r\n")
    assert kehoach("-C", real, "plan", "-o", after).code == 0
    assert after.read_bytes() == before.read_bytes()


@pytest.mark.parametrize("name", [MAIN, SHARED, STYLES])
def test_a_deleted_file_of_templates_gives_way_to_the_one_that_kehoach_brings(
    kehoach: Kehoach, real: Path, name: str
) -> None:
    before, after = real / "a.docx", real / "b.docx"
    assert kehoach("-C", real, "plan", "-o", before).code == 0
    (real / name).unlink()
    assert kehoach("-C", real, "plan", "-o", after).code == 0
    assert after.read_bytes() == before.read_bytes()


QUOC_HIEU = "  quoc-hieu:\n    name: Quốc hiệu\n"
TIEU_NGU = "    name: Tiêu ngữ\n    clause: Phụ lục I, phần I, mục II.1.b"


@pytest.mark.parametrize(
    ("old", "new", "at", "code", "words"),
    [
        ("font: Times New Roman\nsize: 14", "font: Times New Roman\nsize: to", "size: to", "KH", ("`to`",)),
        (QUOC_HIEU, QUOC_HIEU + "    weight: 3\n", "    weight", "KH", ("`weight`",)),
        (QUOC_HIEU, "  quoc-hieu:\n", "  quoc-hieu:\n    clause", "KH", ("thiếu mục `name`",)),
        ("    align: right\n    before: 3", "    align: rihgt\n    before: 3", "rihgt", "KH", ("có phải `right`?",)),
        (QUOC_HIEU, "  quoc-hieu:\n    name: Normal\n", "name: Normal", "KH706", ("`Normal`",)),
        (QUOC_HIEU, "  quoc-hieu:\n    name: Tiêu ngữ\n", TIEU_NGU, "KH706", ("`Tiêu ngữ`",)),
        (QUOC_HIEU, f"  Quốc hiệu 2:\n    name: A\n    clause: b\n    size: 1\n{QUOC_HIEU}", "    name: A",
         "KH706", ("`Quốc hiệu 2`",)),
        ("    width: 210\n", "    width: 50\n", "pages:\n  doc:\n    clause", "KH706", ("`doc`", "không còn chỗ")),
        ("  duong-ke:\n", "  duong-k:\n", "font:", "KH706", ("`duong-ke`",)),
        ("  so-trang:\n", "  so-tran:\n", "font:", "KH706", ("`so-trang`",)),
    ],
)  # fmt: skip
def test_a_mistake_in_the_style_table(
    kehoach: Kehoach, real: Path, old: str, new: str, at: str, code: str, words: tuple[str, ...]
) -> None:
    replace(real / STYLES, old, new)
    result = attempt(kehoach, real)
    (found,) = FINDING.finditer(result.err)
    assert (result.code, found["file"]) == (1, STYLES)
    assert found["code"].startswith(code)
    first = line_of(real / STYLES, at)
    assert first <= int(found["line"]) <= first + at.rstrip("\n").count("\n"), result.err
    for word in words:
        assert word in result.err


def test_a_style_that_the_template_uses_but_the_table_lacks(kehoach: Kehoach, real: Path) -> None:
    replace(real / STYLES, "  ten-loai:\n", "  ten-loai-cu:\n")
    result = attempt(kehoach, real)
    (found,) = FINDING.finditer(result.err)
    assert (found["file"], found["code"], int(found["line"])) == (MAIN, "KH704", line_of(real / MAIN, TYPE))


def test_a_template_that_is_a_folder_is_refused(kehoach: Kehoach, real: Path) -> None:
    (real / MAIN).unlink()
    (real / MAIN).mkdir()
    result = attempt(kehoach, real)
    assert result.code == 2
    assert MAIN in result.err


def test_a_page_may_end_in_a_table_and_a_table_may_have_no_rows(kehoach: Kehoach, real: Path) -> None:
    table = '<table class="khung" data-cols="90">{% for one in [] %}<tr><td></td></tr>{% endfor %}</table>'
    rule = '<hr data-under="full"/><table class="khung" data-cols="90"><tr><td></td></tr></table>'
    replace(real / MAIN, LAST, LAST.replace("</section>", f"{table}{rule}</section>"))
    path = real / "out.docx"
    assert kehoach("-C", real, "plan", "-o", path).code == 0
    word = WordFile(path)
    assert all(table.find(f"{W}tr") is not None for table in word.tables), "Word refuses a table without rows"
    assert [block.tag for block in word.body][-3:] == [f"{W}tbl", f"{W}p", f"{W}sectPr"]
    lonely = next(line for line in reversed(word.lines()) if line.ruled)
    assert (lonely.left, lonely.right) == (0, 0)


MERGED = """
<table class="bang" data-cols="20 30 40">
  <tr><td rowspan="2"><p class="doan">A</p></td><td colspan="2"><p class="doan">B</p><hr data-under="full"/></td></tr>
  <tr><td><p class="doan">C</p></td><td rowspan="2"><p class="doan">D</p></td></tr>
  <tr><td colspan="2"><p class="doan">E <b>đậm</b><br/> dòng</p></td></tr>
</table>
<table class="khung" data-cols="90"><tr><td></td></tr></table>
"""


@pytest.fixture
def merged(real: Path) -> Path:
    replace(real / MAIN, OPENING, MERGED)
    return real


def test_merged_cells_in_word(kehoach: Kehoach, merged: Path) -> None:
    path = merged / "out.docx"
    assert kehoach("-C", merged, "plan", "-o", path).code == 0
    word = WordFile(path)
    table = word.tables[1]
    rows = [
        [
            (
                "".join(leaf.text or "" for leaf in cell.iter(f"{W}t")),
                value(cell.find(f"{W}tcPr/{W}gridSpan")),
                value(cell.find(f"{W}tcPr/{W}vMerge")),
            )
            for cell in row.iter(f"{W}tc")
        ]
        for row in table.iter(f"{W}tr")
    ]
    assert rows == [
        [("A", None, "restart"), ("B", "2", None)],
        [("", None, "continue"), ("C", None, None), ("D", None, "restart")],
        [("E đậmdòng", "2", None), ("", None, "continue")],
    ]
    after = table.getnext()
    assert after is not None
    assert after.tag == f"{W}p", "Word joins two tables that touch"


def test_merged_cells_in_the_page(kehoach: Kehoach, merged: Path) -> None:
    path = merged / "out.html"
    assert kehoach("-C", merged, "plan", "--html", "-o", path).code == 0
    table = html.fromstring(path.read_text(encoding="utf-8")).findall(".//table")[1]
    spans = [[(cell.get("rowspan"), cell.get("colspan")) for cell in row] for row in table.iter("tr")]
    assert spans == [[("2", None), (None, "2")], [(None, None), ("2", None)], [(None, "2")]]
    assert [column.get("style") for column in table.iter("col")] == ["width: 20mm", "width: 30mm", "width: 40mm"]
    rule = table.find(".//hr")
    assert rule is not None
    margins = [float(size) for size in re.findall(r"([\d.]+)mm", rule.get("style") or "")]
    assert margins[0] == margins[1] > 30  # the rule under a short text in a cell 70 mm wide
