"""A typo of something that is missing is one finding, said at the typo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SMALL_TOPICS, SMALL_UNITS
from tests.edit import replace
from tests.progress import Made, with_forms, write
from tests.test_traps import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

PLAN, UNITS, TOPICS = "plan.yaml", "units.yaml", "topics/01-nhom.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "found", "offered"),
    [
        (PLAN, "- bullet: Cụ", "- bulet: Cụ", "plan.yaml:22:13 KH013", "có phải `bullet`?"),
        (PLAN, "insert: duties", "insert: dutis", "plan.yaml:28:13 KH013", "có phải `duties`?"),
        (UNITS, "kind: office", "kind: ofice", "units.yaml:4:11 KH013", "có phải `office`?"),
        (TOPICS, "schedule: Quý I, II", "shedule: Quý I, II", "topics/01-nhom.yaml:7:5 KH011", "có phải `schedule`?"),
        (UNITS, "- id: csgd", "- id: csdg", "topics/01-nhom.yaml:6:19 KH203", "có phải `csdg` (Các cơ sở giáo dục)?"),
        (UNITS, "- id: ubnd", "- id: ubdn", "units.yaml:9:9 KH110", "có phải `ubnd`?"),
        (UNITS, "- id: vhxh", "- id: vhhx", "units.yaml:2:9 KH110", "có phải `vhxh`?"),
        (UNITS, "- id: mam-non", "- id: mam-nom", "units.yaml:18:9 KH110", "có phải `mam-non`?"),
    ],
)
def test_one_slip_is_one_finding(
    kehoach: Kehoach, small: Path, file: str, old: str, new: str, found: str, offered: str
) -> None:
    replace(small / file, old, new)
    assert said(kehoach, small) == (1, found)
    assert offered in kehoach("-C", small, "check").out


def test_the_slip_is_told_with_a_place_that_names_the_id(kehoach: Kehoach, small: Path) -> None:
    replace(small / UNITS, "- id: ubnd", "- id: ubdn")
    assert kehoach("-C", small, "check").out == (
        "units.yaml:9:9: lỗi[KH110] không nơi nào nhắc tới mã `ubdn`, còn `ubnd` được nhắc 2 lần mà không có\n"
        "    9 |   - id: ubdn\n"
        "      |         ^^^^\n"
        "   chỗ kia: topics/01-nhom.yaml:5:11\n"
        "    5 |     lead: ubnd\n"
        "      |           ^^^^\n"
        "   gợi ý: có phải `ubnd`?   · kehoach explain KH110\n"
        "1 lỗi trong 3 tệp\n"
    )


def test_other_names_are_no_slip(kehoach: Kehoach, small: Path) -> None:
    replace(small / UNITS, "- id: ubnd", "- id: uy-ban")  # far: the two places are told
    assert said(kehoach, small) == (1, "plan.yaml:5:9 KH203, topics/01-nhom.yaml:5:11 KH203")
    replace(small / UNITS, "- id: uy-ban", "- id: ubnd2")  # another number is another unit
    assert said(kehoach, small) == (1, "plan.yaml:5:9 KH203, topics/01-nhom.yaml:5:11 KH203")


def test_a_product_form_or_channel_mistyped_where_it_is_given(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    write(small, [Made(date(2026, 4, day), "tin-mam-non") for day in (1, 2, 3)])
    assert said(kehoach, small) == (0, "")
    replace(small / TOPICS, "id: tin-mam-non", "id: tin-mam-nno")
    assert said(kehoach, small) == (1, "topics/01-nhom.yaml:19:13 KH110")
    replace(small / TOPICS, "id: tin-mam-nno", "id: tin-mam-non")
    replace(small / PLAN, "id: tin-bai", "id: tin-bia")
    assert said(kehoach, small)[1].endswith("KH110")
    assert "," not in said(kehoach, small)[1]


@pytest.mark.parametrize(
    ("right", "wrong", "missing"),
    [
        ("units.yaml", "unit.yaml", "units.yaml"),
        ("units.yaml", "units.yml", "units.yaml"),
        ("units.yaml", "units.yaml.txt", "units.yaml"),
        ("plan.yaml", "plan.yml", "plan.yaml"),
        ("plan.yaml", "pan.yaml", "plan.yaml"),
        ("topics", "topic", "topics"),
        ("topics", "tpoics", "topics"),
        (TOPICS, "topics/01-nhom.yml", ""),
    ],
)
def test_a_misnamed_file_is_one_finding(kehoach: Kehoach, small: Path, right: str, wrong: str, missing: str) -> None:
    (small / right).rename(small / wrong)
    assert said(kehoach, small) == (1, f"{wrong}:1:1 KH016")
    if missing:
        assert f"gợi ý: nếu đây là {missing} thì đổi tên nó thành {missing}" in kehoach("-C", small, "check").out


@pytest.mark.parametrize("wrong", ["topics/01-nhom.yml", "topics/cu/01-nhom.yaml"])
def test_results_of_a_misnamed_group_are_not_called_unknown(kehoach: Kehoach, small: Path, wrong: str) -> None:
    with_forms(small)
    write(small, [Made(date(2026, 4, 1))])
    other = SMALL_TOPICS.replace("-sach", "-khac").replace("mam-non-moi", "mam-moi").replace("tin-mam-non", "tin-mam")
    (small / "topics/02-nhom.yaml").write_text(other, encoding="utf-8", newline="\n")
    (small / wrong).parent.mkdir(exist_ok=True)
    (small / TOPICS).rename(small / wrong)
    assert [one.rpartition(" ")[2] for one in said(kehoach, small)[1].split(", ")] == ["KH016"]


def test_a_misnamed_folder_of_entries_is_an_error(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    write(small, [Made(date(2026, 4, 1))])
    (small / "progress").rename(small / "progres")
    assert said(kehoach, small) == (1, "progres:1:1 KH016")


def test_a_misnamed_folder_of_entries_misses_no_checkpoint(kehoach: Kehoach, small: Path) -> None:
    with_forms(small)
    write(small, [Made(date(2026, 4, 1))])
    checkpoint = "reporting:\n  checkpoints:\n    - date: 2026-06-14\n      entries: 1\n"
    replace(small / PLAN, "reporting:\n", checkpoint)
    assert said(kehoach, small) == (0, "")
    (small / "progress").rename(small / "progess")
    assert said(kehoach, small) == (1, "progess:1:1 KH016")


@pytest.mark.parametrize(("name", "code"), [("2026-Q3", 0), ("2062-Q3", 1)])
def test_a_report_is_of_the_plans_year(kehoach: Kehoach, small: Path, name: str, code: int) -> None:
    (small / "reports").mkdir()
    (small / f"reports/{name}.yaml").write_text("limits:\n  - Chưa có.\n", encoding="utf-8", newline="\n")
    assert kehoach("-C", small, "check", "--strict").code == code
    assert ("KH421" in kehoach("-C", small, "check").out) == bool(code)


def test_a_folder_without_its_plan_says_what_lies_there(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "plan.yaml").rename(small / "Plan.yml")
    monkeypatch.chdir(small)
    assert "gợi ý: có phải `Plan.yml` là plan.yaml đang thiếu?" in kehoach("check").err


YEAR, SUBJECT = "year: 2026\ntype", "phường Mẫu năm 2026\nagency"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (YEAR, YEAR.replace("2026", "2025"), ["plan.yaml:1:7 KH304"]),
        (YEAR, YEAR.replace("2026", "2062"), ["plan.yaml:1:7 KH304"]),
        (YEAR, YEAR.replace("2026", "2027"), ["plan.yaml:1:7 KH304"]),
        (SUBJECT, SUBJECT.replace("2026", "2025"), ["plan.yaml:3:46 KH304"]),
        (SUBJECT, SUBJECT.replace("năm 2026", "năm học 2025-2026"), []),
        (SUBJECT, SUBJECT.replace("năm 2026", "giai đoạn 2026-2030"), []),
        ("  month: 3\n  year: 2026", "  month: 3\n  year: 2027", ["plan.yaml:13:9 KH304"]),
    ],
)
def test_a_year_that_the_plan_gainsays_is_one_finding(
    kehoach: Kehoach, small: Path, old: str, new: str, found: list[str]
) -> None:
    with_forms(small)
    write(small, [Made(date(2026, 4, 1)), Made(date(2026, 5, 1))])
    replace(small / PLAN, old, new)
    assert list(filter(None, said(kehoach, small)[1].split(", "))) == found


def test_the_samples_are_what_the_table_thinks() -> None:
    assert SMALL_UNITS.count("csgd") == 1
    assert SMALL_TOPICS.count("csgd") == 1
