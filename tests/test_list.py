"""`kehoach list` and `kehoach show`: who does what, when."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


def positions(out: str) -> list[str]:
    return [row["position"] for row in json.loads(out)["tasks"]]


def test_all_products_of_the_real_plan_are_listed_in_order(kehoach: Kehoach, real: Path) -> None:
    listed = positions(kehoach("-C", real, "list", "--format", "json").out)
    assert len(listed) == 47
    assert (listed[0], listed[6], listed[-1]) == ("I.1.1", "I.2.1", "VII.2.2")


@pytest.mark.parametrize(
    "unit", ["hoa-mau", "Trường Mầm non Hoa Mẫu", "truong mam non hoa mau", "TRUONG  MAM NON HOA MAU"]
)
def test_a_school_gets_the_tasks_of_its_classes_and_of_their_classes(kehoach: Kehoach, small: Path, unit: str) -> None:
    result = kehoach("-C", small, "list", "--unit", unit, "--format", "json")
    assert positions(result.out) == ["I.1.1", "I.1.2", "I.2.1"]


def test_a_class_gets_the_tasks_of_the_classes_above_it_but_not_below(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "list", "--unit", "Các CSGD", "--format", "json")
    assert positions(result.out) == ["I.1.1", "I.1.2"]


def test_roles_tell_who_leads_and_who_does(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "list", "--unit", "phong vhxh", "--format", "json")
    assert [row["roles"] for row in json.loads(result.out)["tasks"]] == [["unit"], ["unit"], ["lead"]]


@pytest.mark.parametrize("quarter", ["II", "2", "Q2", "quý 2", "ii"])
def test_a_quarter_may_be_written_in_any_usual_way(kehoach: Kehoach, small: Path, quarter: str) -> None:
    result = kehoach("-C", small, "list", "--quarter", quarter, "--format", "json")
    assert positions(result.out) == ["I.1.1", "I.1.2"]


def test_a_task_whose_quarter_is_unknown_is_shown_apart_and_never_dropped(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "Trước ngày 20/11", "Khi phát sinh")
    result = kehoach("-C", small, "list", "--quarter", "III")
    assert "Chưa xác định được quý:" in result.out
    assert "I.2.1" in result.out
    assert "I.1.1" not in result.out
    report = json.loads(kehoach("-C", small, "list", "--quarter", "III", "--format", "json").out)
    assert [row["position"] for row in report["undated"]] == ["I.2.1"]


def test_a_group_may_be_named_by_number_or_id(kehoach: Kehoach, real: Path) -> None:
    by_number = kehoach("-C", real, "list", "-g", "IV", "--format", "json").out
    assert positions(by_number) == ["IV.1.1", "IV.2.1", "IV.2.2", "IV.2.3"]
    assert positions(kehoach("-C", real, "list", "-g", "4", "--format", "json").out) == positions(by_number)
    assert positions(kehoach("-C", real, "list", "-g", "nguon-luc-dau-tu", "--format", "json").out) == positions(
        by_number
    )


def test_the_table_is_plain_and_complete_when_piped(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "list", "--unit", "csgd")
    doing = "Phòng Văn hóa - Xã hội; Các cơ sở giáo dục"
    assert result.out.splitlines() == [
        f"Vị trí  Thời gian  Chủ trì      {'Thực hiện':<{len(doing)}}  Sản phẩm",
        f"I.1.1   Quý I, II  UBND phường  {doing}  Tuyến thông tin về chính sách.",
        f"I.1.2   Quý I, II  UBND phường  {doing}  Bài viết về chính sách.",
    ]
    assert result.err == "2 sản phẩm thuộc 1 nội dung\n"


def test_a_list_can_be_written_to_a_file(kehoach: Kehoach, small: Path) -> None:
    for form in ("table", "json", "csv", "markdown"):
        printed = kehoach("-C", small, "list", "--format", form).out
        result = kehoach("-C", small, "list", "--format", form, "-o", small / f"viec.{form}")
        assert (result.code, result.out) == (0, "")
        assert (small / f"viec.{form}").read_bytes() == printed.encode("utf-8")


def test_a_unit_without_tasks_is_told_where_its_duties_stand(kehoach: Kehoach, real: Path) -> None:
    result = kehoach("-C", real, "list", "--unit", "vp")
    assert (result.code, result.out) == (0, "")
    assert "kehoach show vp" in result.err


def test_csv_is_for_excel(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "Bài viết về chính sách.", '"=HYPERLINK(\\"x\\"), \\"trích\\""')
    out = kehoach("-C", small, "list", "--format", "csv").out
    assert out.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert rows[0] == ["Vị trí", "Thời gian", "Chủ trì", "Thực hiện", "Sản phẩm"]
    assert rows[2][-1] == '\'=HYPERLINK("x"), "trích"'


def test_markdown_cells_cannot_be_broken_by_data(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "Bài viết về chính sách.", "Bài | viết <b> *đậm*")
    lines = kehoach("-C", small, "list", "--format", "markdown").out.splitlines()
    assert lines[1] == "| --- | --- | --- | --- | --- |"
    assert lines[3].endswith(r"| Bài \| viết &lt;b\> \*đậm\* |")


def test_programs_get_nothing_from_a_plan_with_errors_and_people_get_a_warning(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "lead: ubnd", "lead: ubdn")
    for form in ("json", "csv", "markdown"):
        result = kehoach("-C", small, "list", "--format", form)
        assert (result.code, result.out) == (1, "")
        assert "KH203" in result.err
    table = kehoach("-C", small, "list")
    assert table.code == 1
    assert "I.1.1" in table.out
    assert "kehoach check" in table.err


def test_unknown_and_ambiguous_units_are_refused_with_what_was_meant(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "list", "--unit", "vhhx")
    assert (result.code, result.out) == (2, "")
    assert result.err == "lỗi: không có đơn vị `vhhx`\n   gợi ý: có phải `vhxh` (Phòng Văn hóa - Xã hội)?\n"
    assert "các đơn vị: `vhxh`" in kehoach("-C", small, "list", "--unit", "qqqq").err
    units = small / "units.yaml"
    units.write_text(
        units.read_text(encoding="utf-8") + "  - id: hoa-mau-2\n    name: Trường Mầm non Hòa Mâu\n    kind: school\n"
        "  - id: hoa-mau-3\n    name: Trường Mầm non Hoà Mẩu\n    kind: school\n",
        encoding="utf-8",
    )
    result = kehoach("-C", small, "list", "--unit", "truong mam non hoa mau")
    assert result.code == 2
    assert "có thể là nhiều đơn vị: `hoa-mau`" in result.err


@pytest.mark.parametrize("words", [("--quarter", "V"), ("--quarter", "13"), ("--group", "IX"), ("--group", "x")])
def test_unknown_quarters_and_groups_are_refused(kehoach: Kehoach, small: Path, words: tuple[str, str]) -> None:
    result = kehoach("-C", small, "list", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(("lỗi: không có quý", "lỗi: không có nhóm"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("I", "I  Nhóm thứ nhất"),
        ("1", "I  Nhóm thứ nhất"),
        ("nhom", "I  Nhóm thứ nhất"),
        ("I.1", "I.1  Truyền thông chính sách"),
        ("1.1", "I.1  Truyền thông chính sách"),
        ("chinh-sach", "I.1  Truyền thông chính sách"),
        ("i.1.2", "I.1.2  Bài viết về chính sách."),
        ("1.1.2", "I.1.2  Bài viết về chính sách."),
        ("bai-chinh-sach", "I.1.2  Bài viết về chính sách."),
        ("phong vhxh", "Phòng Văn hóa - Xã hội"),
        ("csgd", "Các cơ sở giáo dục"),
    ],
)
def test_show_takes_positions_ids_and_units(kehoach: Kehoach, small: Path, name: str, shown: str) -> None:
    result = kehoach("-C", small, "show", name)
    assert (result.code, result.out.splitlines()[0], result.err) == (0, shown, "")


def test_show_of_a_school_tells_its_classes_and_tasks(kehoach: Kehoach, small: Path) -> None:
    out = kehoach("-C", small, "show", "hoa-mau").out
    assert "thuộc         Các cơ sở giáo dục mầm non; Các cơ sở giáo dục" in out
    assert "thực hiện     3 sản phẩm: I.1.1, I.1.2, I.2.1" in out


@pytest.mark.parametrize(
    ("name", "kind", "key", "value"),
    [
        ("I", "group", "title", "Nhóm thứ nhất"),
        ("I.1", "topic", "units", ["vhxh", "csgd"]),
        ("I.1.2", "product", "text", "Bài viết về chính sách."),
        ("vhxh", "unit", "tasks", {"lead": ["I.2.1"], "unit": ["I.1.1", "I.1.2"], "partner": []}),
    ],
)
def test_show_gives_programs_json(kehoach: Kehoach, small: Path, name: str, kind: str, key: str, value: object) -> None:
    report = json.loads(kehoach("-C", small, "show", name, "--format", "json").out)
    assert (report["schema_version"], report["kind"], report[key]) == (1, kind, value)
    assert set(report["place"]) == {"file", "line", "column"}


def test_show_refuses_what_is_not_there(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "show", "chinh-sahc")
    assert (result.code, result.out) == (2, "")
    assert "có phải `chinh-sach` (Truyền thông chính sách)?" in result.err
    assert "gõ vị trí in trong phụ lục" in kehoach("-C", small, "show", "I.9.9").err


def test_a_printed_position_follows_an_explicit_group_number(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "title: Nhóm thứ nhất", "title: Nhóm thứ nhất\nnumber: 09")
    assert kehoach("-C", small, "show", "IX.1").out.startswith("IX.1  Truyền thông chính sách")
