"""Rules on entries, forms and report texts: what they find beyond their cases in tests/cases, and what stays silent."""

from __future__ import annotations

import json
import shutil
import textwrap
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.cli.run import run
from kehoach_cli.model.entries import list_path, wording
from tests.edit import replace
from tests.progress import Made, with_forms, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

PLAN, ENTRY = "plan.yaml", "progress/2026/Q2/20260415-vhxh-tin-chinh-sach-aaaaaaaa.yaml"
TEXT = "reports/2026-Q2.yaml"


class Case(NamedTuple):
    """An edit of one file, and all that must be said of the workspace."""

    name: str
    file: str
    old: str
    new: str
    found: str


@pytest.fixture
def root(small: Path) -> Path:
    """The small workspace with forms, two entries and a report text."""
    with_forms(small)
    write(small, [Made(date(2026, 4, 15), quantity=5, title="Ngày hội"), Made(date(2026, 2, 1), unit="hoa-mau")])
    (small / "reports").mkdir()
    (small / TEXT).write_text("direction:\n  - Đã họp.\nratings:\n  tin-chinh-sach: Tốt\n", encoding="utf-8")
    return small


CASES = [
    Case("KH108 twice", PLAN, "phrase: đăng {} tin bài", 'phrase: "{} và {}"', f"{PLAN}:49:13 KH108"),
    Case("KH109", PLAN, "channel: cong", "channel: kong", f"{PLAN}:51:14 KH109"),
    Case("KH101 form", PLAN, "id: hoi-nghi", "id: tin-bai", f"{PLAN}:52:9 KH101"),
    Case("KH405 day of another quarter", ENTRY, "date: 2026-04-15", "date: 2026-07-15", f"{ENTRY}:2:7 KH405"),
    Case("KH405 day", ENTRY, "date: 2026-04-15", "date: 2026-04-16", f"{ENTRY}:2:7 KH405"),
    Case("KH405 unit", ENTRY, "unit: vhxh", "unit: ubnd", f"{ENTRY}:4:7 KH405"),
    Case("KH405 product", ENTRY, "product: tin-chinh-sach", "product: bai-chinh-sach", f"{ENTRY}:3:10 KH405"),
    Case("KH409 no quantity", ENTRY, "quantity: 5\n", "", f"{ENTRY}:5:7 KH409"),
    Case("KH415", ENTRY, 'form: tin-bai\nquantity: 5\ntitle: "Ngày hội"\n', "", f"{ENTRY}:1:5 KH415"),
    Case("KH415 empty", ENTRY, "form: tin-bai\nquantity: 5\ntitle:", "note:\nlinks: []\nreach: 9\n#", f"{ENTRY}:1:5 KH415"),
    Case("KH011 beside nothing", ENTRY, "form: tin-bai\nquantity: 5\ntitle:", "xyz:", f"{ENTRY}:5:1 KH011"),
    Case("KH013 quantity", ENTRY, "quantity: 5", "quantity: -5", f"{ENTRY}:6:11 KH013"),
    Case("KH013 zero", ENTRY, "quantity: 5", "quantity: 0", f"{ENTRY}:6:11 KH013"),
    Case("KH013 day", ENTRY, "date: 2026-04-15", "date: 2026-02-30", f"{ENTRY}:2:7 KH013"),
    Case("KH013 position", ENTRY, "product: tin-chinh-sach", "product: I.1.1", f"{ENTRY}:3:10 KH013"),
    Case("KH012", ENTRY, "date: 2026-04-15\n", "", f"{ENTRY}:1:1 KH012"),
    Case("KH011", ENTRY, "title:", "tilte:", f"{ENTRY}:7:1 KH011"),
    Case("KH011 text", TEXT, "direction:", "directions:", f"{TEXT}:1:1 KH011"),
]  # fmt: skip
SILENT = [
    (
        "a form without phrase or channel",
        PLAN,
        "    phrase: đăng {} tin bài\n    reach: lượt xem\n    channel: cong\n",
        "",
    ),
    ("quotes and comments", ENTRY, "id: aaaaaaaa", '# ghi chú\nid: "aaaaaaaa"'),
    ("leading zeros", ENTRY, "quantity: 5", "quantity: 05"),
    ("a link alone", ENTRY, 'form: tin-bai\nquantity: 5\ntitle: "Ngày hội"', "links:\n  - https://vi-du.example/a"),
    ("a note alone", ENTRY, "form: tin-bai\nquantity: 5\ntitle:", "note:"),
    ("a count alone", ENTRY, 'title: "Ngày hội"\n', ""),
    ("no ratings", TEXT, "ratings:\n  tin-chinh-sach: Tốt\n", "ratings: {}\n"),
    ("an empty part", TEXT, "direction:\n  - Đã họp.\n", "direction:\n"),
]


def everything(kehoach: Kehoach, root: Path) -> tuple[int, str]:
    result = kehoach("-C", root, "check", "--format", "json", "--strict")
    found = [f"{f['file']}:{f['line']}:{f['column']} {f['code']}" for f in json.loads(result.out)["findings"]]
    return result.code, ", ".join(found)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_rule_finds_its_case_once_and_on_its_line(kehoach: Kehoach, root: Path, case: Case) -> None:
    replace(root / case.file, case.old, case.new)
    assert everything(kehoach, root) == (1, case.found)


@pytest.mark.parametrize(("name", "file", "old", "new"), [pytest.param(*case, id=case[0]) for case in SILENT])
def test_near_misses_stay_silent(kehoach: Kehoach, root: Path, name: str, file: str, old: str, new: str) -> None:
    assert name
    replace(root / file, old, new)
    assert everything(kehoach, root) == (0, "")


def test_two_mistakes_in_one_entry_are_both_reported(kehoach: Kehoach, root: Path) -> None:
    replace(root / ENTRY, "form: tin-bai", "form: to-rơi")
    replace(root / ENTRY, "unit: vhxh", "unit: nobody")
    assert everything(kehoach, root) == (1, f"{ENTRY}:4:7 KH402, {ENTRY}:5:7 KH013")


def test_an_id_cut_off_is_the_one_that_entries_name(kehoach: Kehoach, root: Path) -> None:
    replace(root / "topics/01-nhom.yaml", "id: tin-chinh-sach", "id: tin-chinh-s")
    assert everything(kehoach, root) == (1, "topics/01-nhom.yaml:9:13 KH110")


def test_the_text_of_a_report_among_the_entries_is_one_mistake(kehoach: Kehoach, root: Path) -> None:
    moved = "progress/2026/Q2/2026-Q2.yaml"
    (root / TEXT).rename(root / moved)
    assert everything(kehoach, root) == (1, f"{moved}:1:1 KH017")


def test_a_group_beside_its_folder_is_not_blamed_on_its_entries(kehoach: Kehoach, root: Path) -> None:
    (root / "topics/01-nhom.yaml").rename(root / "01-nhom.yaml")
    other = "title: Nhóm\ntopics:\n  - id: a\n    title: A\n    lead: ubnd\n    units: [vhxh, csgd, mam-non]\n"
    other += "    schedule: Quý I\n    products:\n      - id: b\n        text: Bài viết.\n"
    (root / "topics/02-nhom.yaml").write_text(other, encoding="utf-8")
    assert everything(kehoach, root) == (1, "01-nhom.yaml:1:1 KH015")


def test_a_link_twice_in_one_entry(kehoach: Kehoach, root: Path) -> None:
    path = root / ENTRY
    links = "links:\n  - https://vi-du.example/a\n  - https://vi-du.example/a\n"
    path.write_text(path.read_text(encoding="utf-8") + links, encoding="utf-8", newline="\n")
    assert everything(kehoach, root) == (1, f"{ENTRY}:10:5 KH412")


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("topics/01-nhom.yaml", "title: Nhóm thứ nhất", "title: [", "topics/01-nhom.yaml:1:8 KH005"),
        ("topics/01-nhom.yaml", "id: tin-chinh-sach", "id: Tin Chính Sách", "topics/01-nhom.yaml:9:13 KH013"),
        ("units.yaml", "  - id: vhxh", "  - id: Phòng VHXH", "units.yaml:2:9 KH013"),
        (PLAN, "  - id: tin-bai", "  - id: Tin bài", f"{PLAN}:46:9 KH013"),
    ],
)
def test_a_part_of_the_plan_that_cannot_be_read_is_not_blamed_on_its_entries(
    kehoach: Kehoach, root: Path, file: str, old: str, new: str, found: str
) -> None:
    replace(root / file, old, new)
    code, said = everything(kehoach, root)
    assert (code, [part for part in said.split(", ") if "progress/" in part]) == (1, [])
    assert found in said


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("topics/01-nhom.yaml", "id: bai-chinh-sach", "id: tin-chinh-sach", "topics/01-nhom.yaml:11:13 KH101"),
        ("topics/01-nhom.yaml", "id: tin-chinh-sach", "id: chinh-sach", "topics/01-nhom.yaml:9:13 KH101"),
        (PLAN, "  - id: tin-bai", "  - id: hoi-nghi", f"{PLAN}:52:9 KH101"),
        ("units.yaml", "  - id: vhxh", "  - id: ubnd", "units.yaml:9:9 KH201"),
    ],
)
def test_a_doubled_id_is_not_blamed_on_the_entries_of_the_other(
    kehoach: Kehoach, root: Path, file: str, old: str, new: str, found: str
) -> None:
    fingerprints = {row["id"]: wording(row["text"]) for row in products(root)}
    for path in (root / "progress").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(f'{text}wording: "{fingerprints["tin-chinh-sach"]}"\n', encoding="utf-8")
    assert everything(kehoach, root) == (0, "")
    replace(root / file, old, new)
    assert everything(kehoach, root) == (1, found)


def products(root: Path) -> list[dict[str, str]]:
    topics = yaml.safe_load((root / "topics/01-nhom.yaml").read_text(encoding="utf-8"))["topics"]
    return [product for topic in topics for product in topic["products"]]


def test_a_year_mistyped_is_one_mistake_and_an_error_where_a_checkpoint_counts_it(kehoach: Kehoach, root: Path) -> None:
    plan = root / PLAN
    good = "  checkpoints:\n    - {date: 15/4/2026, entries: 2, totals: {tin-bai: 6}}\n"
    replace(plan, "reporting:\n", f"reporting:\n{good}")
    assert everything(kehoach, root) == (0, "")
    replace(root / ENTRY, "date: 2026-04-15", "date: 2025-04-15")
    assert everything(kehoach, root) == (1, f"{ENTRY}:2:7 KH411")
    replace(plan, "entries: 2", "entries: 1")
    assert everything(kehoach, root) == (1, f"{PLAN}:62:55 KH411, {ENTRY}:2:7 KH408")


def test_a_year_mistyped_in_a_list_is_told_like_one_of_a_single_entry(kehoach: Kehoach, root: Path) -> None:
    good = "  checkpoints:\n    - {date: 15/4/2026, entries: 2, totals: {tin-bai: 6}}\n"
    replace(root / PLAN, "reporting:\n", f"reporting:\n{good}")
    text = (root / ENTRY).read_text(encoding="utf-8")
    (root / ENTRY).unlink()
    listed = root / list_path(date(2026, 4, 15), "vhxh", ["aaaaaaaa"])
    rows = textwrap.indent(text, "  ").replace("  id", "- id")
    listed.write_text(rows.replace("2026-04-15", "2025-04-15"), encoding="utf-8", newline="\n")
    name = listed.relative_to(root).as_posix()
    assert everything(kehoach, root) == (1, f"{name}:2:9 KH411")
    listed.rename(listed.with_name("vhxh-bbbbbbbb.yaml"))
    other = "progress/2026/Q2/vhxh-bbbbbbbb.yaml"
    assert everything(kehoach, root) == (1, f"{other}:1:1 KH405, {other}:2:9 KH408")


def test_a_checkpoint_is_silent_while_an_entry_cannot_be_counted(kehoach: Kehoach, root: Path) -> None:
    good = "  checkpoints:\n    - {date: 15/4/2026, entries: 2, totals: {tin-bai: 6}}\n"
    replace(root / PLAN, "reporting:\n", f"reporting:\n{good}")
    replace(root / ENTRY, "quantity: 5", "quantity: năm")
    assert everything(kehoach, root) == (1, f"{ENTRY}:6:11 KH013")


LATER = "progress/2026/Q3/20260903-vhxh-tin-chinh-sach-aaaaaaaa.yaml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("quantity: 5", "quantity: năm", id="quantity"),
        pytest.param("quantity: 5\n", "", id="no quantity"),
        pytest.param("date: 2026-09-03\n", "", id="no date"),
        pytest.param("date: 2026-09-03", "date: 2026-09-31", id="no such day"),
        pytest.param("form: tin-bai", "form: xyz", id="unknown form"),
        pytest.param("product: tin", "product: ttin", id="unknown product"),
        pytest.param("unit: vhxh", "unit:vhxh", id="no space"),
        pytest.param('title: "Ngày hội"', "title: Ngày hội: khai mạc", id="mended"),
        pytest.param("id: aaaaaaaa", "- 1\nid", id="lost"),
        pytest.param("id:", "<<<<<<< HEAD\nid:", id="conflict"),
    ],
)
def test_what_cannot_count_by_a_checkpoint_s_day_does_not_hide_it(
    kehoach: Kehoach, root: Path, old: str, new: str
) -> None:
    good = "  checkpoints:\n    - {date: 15/4/2026, entries: 2, totals: {tin-bai: 6}}\n"
    replace(root / PLAN, "reporting:\n", f"reporting:\n{good}")
    (root / LATER).parent.mkdir()
    (root / ENTRY).rename(root / LATER)
    replace(root / LATER, "date: 2026-04-15", "date: 2026-09-03")
    replace(root / LATER, old, new)
    found = everything(kehoach, root)[1].split(", ")
    assert [one for one in found if one.endswith("KH411")] == [f"{PLAN}:62:34 KH411"]
    assert [one for one in found if one.startswith(LATER)]
    # Where nothing says that it is of a later day, it may be what the checkpoint misses.
    early = root / "progress/2026/Q1/vhxh.yaml"
    early.write_text((root / LATER).read_text(encoding="utf-8").replace("2026-09-", "2026-04-"), encoding="utf-8")
    (root / LATER).unlink()
    assert "KH411" not in everything(kehoach, root)[1]


def test_a_list_that_lost_a_result_hides_the_checkpoints_from_its_quarter_on(kehoach: Kehoach, root: Path) -> None:
    checkpoints = "  checkpoints:\n    - {date: 15/4/2026, entries: 9}\n    - {date: 31/7/2026, entries: 9}\n"
    replace(root / PLAN, "reporting:\n", f"reporting:\n{checkpoints}")
    text = (
        (root / ENTRY).read_text(encoding="utf-8").replace("2026-04-15", "2026-08-20").replace("aaaaaaaa", "cccccccc")
    )
    listed = root / "progress/2026/Q3/vhxh-bbbbbbbb.yaml"
    listed.parent.mkdir()
    listed.write_text(textwrap.indent(text, "  ").replace("  id", "- id"), encoding="utf-8", newline="\n")
    found = f"{PLAN}:62:34 KH411, progress/2026/Q3/vhxh-bbbbbbbb.yaml:1:1 KH405"
    assert everything(kehoach, root) == (1, found)


def test_a_copy_of_an_entry_is_one_mistake_found_in_the_copy(kehoach: Kehoach, root: Path) -> None:
    for name in ("Q1/20260415-vhxh-tin-chinh-sach-aaaaaaaa.yaml", "Q2/20260415-vhxh-tin-chinh-sach-bbbbbbbb.yaml"):
        copy = root / "progress/2026" / name
        shutil.copy(root / ENTRY, copy)
        assert everything(kehoach, root) == (1, f"progress/2026/{name}:1:5 KH407")
        copy.unlink()
    shutil.copy(root / ENTRY, copy)
    counted = json.loads(kehoach("-C", root, "entries", "--format", "json").out)
    assert (len(counted["entries"]), counted["left_out"]) == (2, 1)


def test_a_day_outside_the_plan_s_year_is_a_warning(kehoach: Kehoach, root: Path) -> None:
    (path,) = write(root, [Made(date(2025, 12, 20))])
    new = path.with_name(path.name.replace("aaaaaaaa", "cccccccc"))
    path.rename(new)
    replace(new, "id: aaaaaaaa", "id: cccccccc")
    result = kehoach("-C", root, "check")
    assert (result.code, "2:7: cảnh báo[KH408] ngày 20/12/2025 nằm ngoài năm 2026" in result.out) == (0, True)


def test_an_entry_of_an_older_wording_is_a_note(kehoach: Kehoach, root: Path) -> None:
    replace(root / ENTRY, "quantity: 5", f"quantity: 5\nwording: {wording('Lời cũ.')}")
    result = kehoach("-C", root, "check")
    assert result.code == 0
    assert f"{ENTRY}:7:10: ghi chú[KH410] lời của sản phẩm `tin-chinh-sach` đã sửa" in result.out


def test_a_unit_without_a_part_in_the_topic_is_told_once(kehoach: Kehoach, small: Path) -> None:
    outside = [Made(date(2026, 5, day), product="tin-mam-non", unit="ubnd") for day in (1, 2, 3)]
    write(with_forms(small), [*outside, Made(date(2026, 5, 4), product="tin-mam-non", unit="hoa-mau")])
    code, found = everything(kehoach, small)
    assert (code, found.rpartition("/")[2].partition("-")[0]) == (0, "20260501")
    assert found.endswith(":4:7 KH414")


def test_no_unit_is_judged_by_an_id_that_two_products_bear(kehoach: Kehoach, small: Path) -> None:
    write(with_forms(small), [Made(date(2026, 5, 4), product="tin-chinh-sach", unit="csgd")])
    topics = small / "topics/01-nhom.yaml"
    assert everything(kehoach, small) == (0, "")
    replace(topics, "id: tin-mam-non", "id: tin-chinh-sach")
    assert everything(kehoach, small) == (1, "topics/01-nhom.yaml:19:13 KH101")


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("units.yaml", "members: [hoa-mau]", "members: [hoa-mua]", "units.yaml:21:15 KH203"),
        ("topics/01-nhom.yaml", "units: [mam-non]", "units: [nam-non]", "topics/01-nhom.yaml:16:13 KH203"),
    ],
)
def test_a_name_mistyped_takes_no_unit_s_part_away(
    kehoach: Kehoach, small: Path, file: str, old: str, new: str, found: str
) -> None:
    write(with_forms(small), [Made(date(2026, 5, 4), product="tin-mam-non", unit="hoa-mau")])
    replace(small / file, old, new)
    assert everything(kehoach, small)[1] == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("entries: 3, totals: {tin-bai: 8}", [34], id="one lost"),
        pytest.param("entries: 1, totals: {tin-bai: 1}", [34], id="one too many, of 5"),
        pytest.param("entries: 1, totals: {tin-bai: 2}", [34, 55], id="one too many, none is of 4"),
        pytest.param("entries: 3, totals: {tin-bai: 5}", [34, 55], id="one too few, and too much"),
        pytest.param("entries: 3, totals: {tin-bai: 8, hoi-nghi: 1}", [34, 55, 68], id="one too few, two forms"),
    ],
)
def test_what_one_result_cannot_explain_is_told_apart(
    kehoach: Kehoach, root: Path, written: str, found: list[int]
) -> None:
    plan = root / PLAN
    plan.write_text(
        plan.read_text(encoding="utf-8") + f"  checkpoints:\n    - {{date: 15/4/2026, {written}}}\n", encoding="utf-8"
    )
    said = everything(kehoach, root)[1].split(", ")
    assert [int(one.split(":")[2].split(" ")[0]) for one in said if one.endswith("KH411")] == found


def test_a_checkpoint_is_judged(kehoach: Kehoach, root: Path) -> None:
    plan = root / PLAN
    text = plan.read_text(encoding="utf-8")
    good = "  checkpoints:\n    - {date: 15/4/2026, entries: 2, totals: {tin-bai: 6}}\n"
    plan.write_text(text + good, encoding="utf-8")
    assert everything(kehoach, root) == (0, "")
    bad = "  checkpoints:\n    - {date: 14/4/2026, entries: 2, totals: {tin-bai: 6, khac: 1}}\n    - {date: 1/1/2025}\n"
    plan.write_text(text + bad, encoding="utf-8")
    # An unknown form is told at its name, a sum at its number.
    found = everything(kehoach, root)[1].split(", ")
    assert [one.split(":", 1)[1] for one in found] == ["65:34 KH411", "65:58 KH403", "66:14 KH411"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "hint"),
    [
        (ENTRY, "product: tin-chinh-sach", "product: chinh-sach", "KH401", "nội dung I.1, không phải của sản phẩm"),
        (ENTRY, "unit: vhxh", "unit: tin-bai", "KH402", "loại sản phẩm “Tin, bài”, không phải của đơn vị"),
        (
            ENTRY,
            "form: tin-bai",
            "form: vhxh",
            "KH403",
            "đơn vị “Phòng Văn hóa - Xã hội”, không phải của loại sản phẩm",
        ),
        (TEXT, "  tin-chinh-sach:", "  chinh-sach:", "KH422", "nội dung I.1, không phải của sản phẩm"),
        (PLAN, "channel: cong", "channel: hoi-nghi", "KH109", "loại sản phẩm “Hội nghị”, không phải của kênh"),
        (
            "topics/01-nhom.yaml",
            "lead: ubnd",
            "lead: hoi-nghi",
            "KH203",
            "loại sản phẩm “Hội nghị”, không phải của đơn vị",
        ),
    ],
)
def test_an_id_of_another_kind_is_told_to_be_one(
    kehoach: Kehoach, root: Path, file: str, old: str, new: str, code: str, hint: str
) -> None:
    replace(root / file, old, new)
    assert everything(kehoach, root)[1].endswith(code)
    assert f"gợi ý: đây là mã của {hint}" in kehoach("-C", root, "check").out


def test_a_file_in_the_folder_of_another_quarter_is_told_at_its_day(kehoach: Kehoach, root: Path) -> None:
    (root / "progress/2026/Q3").mkdir()
    moved = (root / ENTRY).rename(root / ENTRY.replace("/Q2/", "/Q3/"))
    assert everything(kehoach, root) == (1, f"{moved.relative_to(root).as_posix()}:2:7 KH404")


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("2026-quy-1", "2026-Q1"),
        ("2026-QI", "2026-Q1"),
        ("2026-quý iv", "2026-Q4"),
        ("2026-q3", "2026-Q3"),
        ("Quý III năm 2026", "2026-Q3"),
        ("quy-1", "2026-Q1"),
        ("2026-quy-1-chinh-sach", "2026-Q1-chinh-sach"),
    ],
)
def test_a_quarter_written_otherwise_in_a_report_s_name(kehoach: Kehoach, root: Path, name: str, right: str) -> None:
    (root / f"reports/{name}.yaml").write_text("causes: []\n", encoding="utf-8")
    assert everything(kehoach, root) == (1, f"reports/{name}.yaml:1:1 KH421")
    assert f"gợi ý: đổi tên thành reports/{right}.yaml " in kehoach("-C", root, "check").out


def test_a_quarter_written_otherwise_beside_its_right_file(kehoach: Kehoach, root: Path) -> None:
    (root / "reports/2026-quy-2.yaml").write_text("causes: []\n", encoding="utf-8")
    assert f"gợi ý: chuyển lời sang {TEXT} rồi xóa tệp này" in kehoach("-C", root, "check").out


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("reports/2026-Q5.yaml", "KH421"),
        ("reports/quy-2.yaml", "KH421"),
        ("reports/2026-Q2-khong-co.yaml", "KH421"),
        ("reports/2026-Q3.yml", "KH017"),
        ("progress/2026/Q2/ghi.yml", "KH017"),
        ("progress/2026/Q2/ghi.YAML", "KH017"),
        ("progress/2026/Q2/ghi.yaml.txt", "KH017"),
        ("progress/anh.jpg", "KH015"),
    ],
)
def test_a_file_that_nobody_reads_is_reported(kehoach: Kehoach, root: Path, name: str, found: str) -> None:
    (root / name).write_text("causes: []\n", encoding="utf-8")
    assert everything(kehoach, root) == (1, f"{name}:1:1 {found}")


@pytest.mark.parametrize("name", ["2026-H1", "2026-9M", "2026", "2026-04-01_2026-05-15", "2026-Q2-chinh-sach", "2026-Q2-nhom-nhom"])  # fmt: skip
def test_every_report_that_can_be_made_may_have_its_text(kehoach: Kehoach, root: Path, name: str) -> None:
    (root / f"reports/{name}.yaml").write_text("causes: []\n", encoding="utf-8")
    assert everything(kehoach, root) == (0, "")


@pytest.mark.parametrize("text", ["", "[]\n", "chỉ là chữ\n", "id: [\n", "- id: aaaaaaaa\n- 3\n"])
def test_a_file_that_holds_no_entry_is_an_error(kehoach: Kehoach, root: Path, text: str) -> None:
    (root / ENTRY).write_text(text, encoding="utf-8")
    result = kehoach("-C", root, "check")
    assert result.code == 1
    assert ENTRY in result.out
    listed = json.loads(kehoach("-C", root, "entries", "--format", "json").out)
    assert (len(listed["entries"]), listed["left_out"] > 0) == (1, True)


def totals(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["-C", str(root), "check"])
    run(["-C", str(root), "entries", "--format", "json"])
    return code, capsys.readouterr().out.partition("{")[2]


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_one_entry_file_removed_renamed_or_broken_is_noticed(
    root: Path, capsys: pytest.CaptureFixture[str], data: st.DataObject
) -> None:
    path = root / ENTRY
    whole = path.read_bytes()
    before = totals(root, capsys)
    deed = data.draw(st.sampled_from(["remove", "rename", "move", "cut", "change"]))
    moved = path
    if deed == "remove":
        path.unlink()
    elif deed in {"rename", "move"}:
        name = data.draw(st.sampled_from(["a.yaml", ".an.yaml", "a.yml", "a", path.name.replace("a", "b"), path.name]))
        folder = path.parent if deed == "rename" else path.parent.parent
        moved = folder / name
        path.rename(moved)
    elif deed == "cut":
        path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 2))])
    else:
        spot = data.draw(st.integers(0, len(whole) - 1))
        path.write_bytes(whole[:spot] + bytes([data.draw(st.integers(0, 255))]) + whole[spot + 1 :])
    changed = not path.exists() or content(path.read_bytes()) != content(whole)
    after = totals(root, capsys)
    assert after[0] in {0, 1}  # 3 would be a bug
    moved.unlink(missing_ok=True)
    path.write_bytes(whole)
    if changed:
        assert before != after


def content(data: bytes) -> object:
    """What PyYAML makes of a file, all values text; None for what is no YAML at all."""
    try:
        return yaml.load(data, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode), name=st.sampled_from([ENTRY, TEXT]))
def test_any_bytes_in_an_entry_or_report_text_are_findings_never_a_bug(
    root: Path, capsys: pytest.CaptureFixture[str], data: bytes, name: str
) -> None:
    (root / name).write_bytes(data)
    for words in (["check"], ["entries"], ["status"], ["report", "--quarter", "II", "--trace"]):
        assert run(["-C", str(root), *words]) in {0, 1}, capsys.readouterr()
    capsys.readouterr()
