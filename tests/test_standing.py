"""`kehoach entries`, `status` and `due`: what was recorded, how the plan stands, who owes what."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.edit import replace
from tests.progress import Made, with_forms, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


@pytest.fixture
def root(small: Path) -> Path:
    """Quarters I and II of I.1 (two products), 20 November of I.2, and four entries."""
    write(
        with_forms(small),
        [
            Made(date(2026, 2, 1), quantity=3, title="=1+1"),
            Made(date(2026, 4, 15), unit="hoa-mau", quantity=5, reach=100),
            Made(date(2026, 4, 16), product="bai-chinh-sach", form=None, title="Họp"),
            Made(date(2026, 10, 1), product="tin-mam-non", unit="mam-non", form="hoi-nghi", quantity=1),
        ],
    )
    return small


def tree(root: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        found.update(f"{path}{path.stat().st_mtime_ns}".encode() + (path.read_bytes() if path.is_file() else b""))
    return found.hexdigest()


def days(kehoach: Kehoach, root: Path, *words: str) -> list[str]:
    result = kehoach("-C", root, "entries", *words, "--format", "json")
    assert result.code == 0
    return [entry["date"] for entry in json.loads(result.out)["entries"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["2026-02-01", "2026-04-15", "2026-04-16", "2026-10-01"]),
        (("--quarter", "II"), ["2026-04-15", "2026-04-16"]),
        (("--half", "2"), ["2026-10-01"]),
        (("--nine-months",), ["2026-02-01", "2026-04-15", "2026-04-16"]),
        (("--year", "--as-of", "15/4/2026"), ["2026-02-01", "2026-04-15"]),
        (("--from", "16/4/2026", "--to", "1/10/2026"), ["2026-04-16", "2026-10-01"]),
        (("--unit", "truong mam non hoa mau"), ["2026-04-15"]),
        (("--product", "I.1.1"), ["2026-02-01", "2026-04-15"]),
        (("--form", "hoi-nghi"), ["2026-10-01"]),
        (("--unit", "vhxh", "--product", "I.1.2"), ["2026-04-16"]),
    ],
)
def test_entries_are_chosen_by_unit_product_form_and_period(
    kehoach: Kehoach, root: Path, words: tuple[str, ...], found: list[str]
) -> None:
    assert days(kehoach, root, *words) == found


def test_entries_as_a_table_csv_and_markdown(kehoach: Kehoach, root: Path) -> None:
    table = kehoach("-C", root, "entries", "--quarter", "II")
    assert table.out.split("\n")[1].split("  ")[0] == "15/04/2026"
    assert "5 tin bài" in table.out
    assert table.err == "2 kết quả\n"
    assert kehoach("-C", root, "entries", "--format", "csv", "-o", root / "x.csv").code == 0
    text = (root / "x.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert (rows[1][4], rows[1][6]) == ("3", "'=1+1")
    assert "| 15/04/2026 | I.1.1 |" in kehoach("-C", root, "entries", "--format", "markdown").out


def test_the_matrix_counts_done_open_overdue_and_later(kehoach: Kehoach, root: Path) -> None:
    result = kehoach("-C", root, "status", "--as-of", "1/7/2026")
    assert result.code == 0
    # I.1.1 is done in both quarters; I.1.2 in II only; I.2.1 is due on 20 November.
    assert result.out.split("\n")[1] == "I            1/2 !1  2/2     -        0/1     3/5 !1"
    assert "3 đã có kết quả, 1 quá hạn, 1 chưa tới kỳ" in result.err
    rows = json.loads(kehoach("-C", root, "status", "--as-of", "1/7/2026", "--format", "json").out)["rows"]
    assert rows[0]["quarters"]["1"] == {"done": 1, "open": 0, "overdue": 1, "later": 0}
    late = kehoach("-C", root, "status", "--as-of", "1/12/2026").out.split("\n")[1]
    assert late == "I            1/2 !1  2/2     -        1/1     4/5 !1"


def test_a_late_result_does_the_last_task_before_it_and_an_early_one_the_first_after(
    kehoach: Kehoach, small: Path
) -> None:
    write(
        with_forms(small),
        [
            Made(date(2026, 8, 1), product="tin-chinh-sach"),
            Made(date(2026, 8, 1), product="tin-mam-non", unit="hoa-mau"),
        ],
    )
    rows = json.loads(kehoach("-C", small, "status", "--as-of", "1/9/2026", "--format", "json").out)["rows"]
    assert rows[0]["quarters"]["2"]["done"] == 1
    assert rows[0]["quarters"]["1"]["overdue"] == 2
    assert rows[0]["quarters"]["4"]["done"] == 1


def test_by_unit_each_body_answers_for_itself(kehoach: Kehoach, root: Path) -> None:
    result = kehoach("-C", root, "status", "--by", "unit", "--quarter", "II", "--as-of", "1/6/2026")
    assert [line.rsplit("  ", 1)[0].strip() for line in result.out.split("\n")[1:4]] == [
        "Phòng Văn hóa - Xã hội",
        "Trường Mầm non Hoa Mẫu",
        "Cả kế hoạch",
    ]
    rows = json.loads(
        kehoach("-C", root, "status", "--by", "unit", "--quarter", "II", "--as-of", "1/6/2026", "--format", "json").out
    )["rows"]
    assert [(row["unit"], row["quarters"]["2"]["done"], row["quarters"]["2"]["open"]) for row in rows] == [
        ("vhxh", 1, 1),
        ("hoa-mau", 1, 1),
        (None, 2, 2),
    ]


def test_what_is_due_soon_or_overdue_by_unit(kehoach: Kehoach, root: Path) -> None:
    early = kehoach("-C", root, "due", "--as-of", "1/1/2026")
    assert (early.code, early.out) == (0, "")
    soon = kehoach("-C", root, "due", "--as-of", "5/3/2026")
    assert soon.code == 0
    assert soon.out.split("\n")[1:3] == [
        "Phòng Văn hóa - Xã hội  sắp đến hạn  14/03/2026  I.1.2",
        "Trường Mầm non Hoa Mẫu  sắp đến hạn  14/03/2026  I.1.1-2",
    ]
    late = kehoach("-C", root, "due", "--as-of", "15/3/2026", "--unit", "vhxh")
    assert late.code == 1
    assert late.out.split("\n")[1] == "Phòng Văn hóa - Xã hội  quá hạn     14/03/2026  I.1.2"
    assert "1 việc quá hạn" in late.err
    whole = kehoach("-C", root, "due", "--as-of", "15/3/2026", "--unit", "csgd")
    assert (whole.code, whole.out.split("\n")[1]) == (1, "Trường Mầm non Hoa Mẫu  quá hạn     14/03/2026  I.1.1-2")
    named = kehoach("-C", root, "due", "--as-of", "10/11/2026", "--unit", "hoa-mau", "--format", "csv")
    assert "sắp đến hạn,20/11/2026,IV,I.2.1" in named.out
    tasks = json.loads(kehoach("-C", root, "due", "--as-of", "5/3/2026", "--within", "0", "--format", "json").out)
    assert tasks["tasks"] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--status", "done"), ["I.1.1", "I.1.2"]),
        (("--status", "overdue"), ["I.1.2"]),
        (("--status", "overdue", "--quarter", "II"), []),
        (("--status", "overdue", "--unit", "vhxh"), ["I.1.1", "I.1.2"]),
        (("--status", "done", "--unit", "csgd"), ["I.1.1"]),
        (("--status", "later"), ["I.2.1"]),
        (("--status", "open"), []),
    ],
)
def test_the_list_shows_what_stands_so(kehoach: Kehoach, root: Path, words: tuple[str, ...], found: list[str]) -> None:
    result = kehoach("-C", root, "list", *words, "--as-of", "1/7/2026", "--format", "json")
    assert result.code == 0
    assert [task["position"] for task in json.loads(result.out)["tasks"]] == found


@pytest.mark.parametrize("words", [("entries",), ("status",), ("due",), ("status", "--by", "unit"), ("check",), ()])
def test_looking_writes_nothing(kehoach: Kehoach, root: Path, words: tuple[str, ...]) -> None:
    before = tree(root)
    kehoach("-C", root, *words)
    assert tree(root) == before


def test_calendar_quarters_where_the_plan_says_so(kehoach: Kehoach, small: Path) -> None:
    write(with_forms(small, "calendar"), [Made(date(2026, 3, 20)), Made(date(2026, 6, 20))])
    assert days(kehoach, small, "--quarter", "I") == ["2026-03-20"]
    rows = json.loads(kehoach("-C", small, "status", "--as-of", "1/7/2026", "--format", "json").out)["rows"]
    assert [rows[0]["quarters"][number]["done"] for number in ("1", "2")] == [1, 1]


@pytest.mark.parametrize("command", ["entries", "status", "due"])
def test_an_entry_that_cannot_be_counted_is_told_and_changes_the_exit_code(
    kehoach: Kehoach, root: Path, command: str
) -> None:
    path = next((root / "progress/2026/Q4").iterdir())
    replace(path, "unit: mam-non", "unit: mam-nom")
    result = kehoach("-C", root, command)
    assert result.code == 1
    assert "1 lỗi" in result.err


def test_bare_kehoach_tells_how_much_is_recorded(kehoach: Kehoach, root: Path) -> None:
    assert "kết quả: 4 lần ghi, gần nhất ngày 01/10/2026" in kehoach("-C", root).out
