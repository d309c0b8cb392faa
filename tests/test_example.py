"""The example workspace: sound, made up, as its script writes it, and counted the same by kehoach and by PyYAML."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import yaml

from scripts.example import EXAMPLE, TODAY, write_example
from tests.progress import read
from tests.wordml import WordFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.conftest import Kehoach

SCHOOLS = {"mn-vi-du", "mn-hoa-giay", "th-mau-1", "th-mau-2", "thcs-minh-hoa", "thcs-tuong-tuong"}
# The story, as examples/README.md tells it: who owes what at the end of November.
OWED = {
    *(("phong-chong-duoi-nuoc", 1, unit) for unit in SCHOOLS | {"ttvh"}),
    ("hoc-ba-so", 2, "vhxh"),
    ("hoc-ba-so", 2, "vp"),
    ("ngay-hoi-doc-sach", 2, "mn-hoa-giay"),
    ("cuoc-thi-viet-thay-co", 4, "thcs-tuong-tuong"),
}


def contents(root: Path) -> dict[str, bytes]:
    """All but the schemas, which are generated, the same for every workspace, and no data."""
    found = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if not name.startswith("schemas/")}


def test_it_has_nothing_to_find(kehoach: Kehoach) -> None:
    found = kehoach("-C", EXAMPLE, "check", "--strict")
    assert found.code == 0
    assert f"không có lỗi, không có cảnh báo trong {len(contents(EXAMPLE))} tệp" in found.out + found.err


def test_the_script_writes_exactly_these_files(tmp_path: Path) -> None:
    copy = tmp_path / "w"
    shutil.copytree(EXAMPLE, copy)
    write_example(copy)
    assert contents(copy) == contents(EXAMPLE)


def test_its_files_are_plain_text_as_the_house_has_it() -> None:
    for name, data in contents(EXAMPLE).items():
        text = data.decode("utf-8")
        assert unicodedata.is_normalized("NFC", text), name
        assert "\r" not in text, name
        assert text.endswith("\n"), name


def test_no_real_place_is_named_and_every_link_is_made_up() -> None:
    text = "\n".join(data.decode("utf-8") for data in contents(EXAMPLE).values())
    text += (EXAMPLE.parent / "README.md").read_text(encoding="utf-8")
    assert not [name for name in ("Phúc Lợi", "Hà Nội", "Long Biên", "phucloi", "hanoi") if name in text]
    links = re.findall(r"https?://[^/\s]*/?", text)
    assert set(links) == {"https://vi-du.example/"}


def test_entries_are_counted_as_an_independent_reader_counts_them(kehoach: Kehoach) -> None:
    listed = json.loads(kehoach("-C", EXAMPLE, "entries", "--format", "json").out)["entries"]

    def account(entry: Mapping[str, object]) -> tuple[str, ...]:
        names = ("id", "date", "product", "unit", "form", "quantity", "reach", "title", "note")
        return tuple(str(entry.get(name)) for name in names)

    ours, theirs = Counter(map(account, listed)), Counter(map(account, read(EXAMPLE)))
    assert ours == theirs
    assert sum(ours.values()) == 140


def test_the_checkpoint_is_what_an_independent_reader_adds_up() -> None:
    plan = yaml.load((EXAMPLE / "plan.yaml").read_bytes(), Loader=yaml.BaseLoader)
    (checkpoint,) = plan["reporting"]["checkpoints"]
    until = [entry for entry in read(EXAMPLE) if entry["date"] <= checkpoint["date"]]
    totals: Counter[str] = Counter()
    for entry in until:
        if "form" in entry:
            totals[entry["form"]] += int(entry["quantity"])
    assert (checkpoint["date"], int(checkpoint["entries"])) == ("2026-06-14", len(until))
    assert {form: int(total) for form, total in checkpoint["totals"].items()} == totals


def test_the_year_is_as_it_is_told() -> None:
    entries = list(read(EXAMPLE))
    days = [date.fromisoformat(entry["date"]) for entry in entries]
    assert date(2026, 1, 20) <= min(days)
    assert max(days) <= TODAY == date(2026, 11, 30)
    # Nobody works at the weekend, but the school year begins on Saturday, 5 September.
    assert {day for day in days if day.weekday() > 4} == {date(2026, 9, 5)}
    assert {int(entry["quantity"]) for entry in entries if "quantity" in entry} <= set(range(1, 13))
    assert {entry["unit"] for entry in entries} == SCHOOLS | {"vhxh", "ttvh", "vp", "mttq"}
    links = [link for entry in entries for link in entry.get("links", ())]
    assert len(links) == len(set(links)) > 0
    assert sum("form" not in entry and "note" in entry for entry in entries) == 4
    topics = [yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) for path in (EXAMPLE / "topics").iterdir()]
    products = {product["id"] for group in topics for topic in group["topics"] for product in topic["products"]}
    assert products - {entry["product"] for entry in entries} == {"phong-chong-duoi-nuoc"}
    # Quarter II by the decree's cut-off and by the calendar: from 15 March to 30 June.
    silent = SCHOOLS - {entry["unit"] for entry in entries if "2026-03-15" <= entry["date"] <= "2026-06-30"}
    assert silent == {"mn-hoa-giay"}


def test_quarters_i_and_ii_are_lists_and_the_others_single_files() -> None:
    for quarter in (1, 2, 3, 4):
        files = sorted((EXAMPLE / f"progress/2026/Q{quarter}").iterdir())
        loaded = [yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) for path in files]
        assert {type(one) for one in loaded} == {list if quarter <= 2 else dict}
        if quarter <= 2:
            assert len({entry["unit"] for one in loaded for entry in one}) == len(files)


def test_nothing_is_overdue_that_the_story_does_not_tell(kehoach: Kehoach) -> None:
    due = kehoach("-C", EXAMPLE, "due", "--as-of", TODAY.isoformat(), "--within", "0", "--format", "json")
    tasks = json.loads(due.out)["tasks"]
    assert due.code == 1
    assert {(task["product"], task["quarter"], task["unit"]) for task in tasks} == OWED
    assert {task["state"] for task in tasks} == {"overdue"}
    # The days on which the story could begin to differ: the last before the first task is overdue, and that day.
    assert kehoach("-C", EXAMPLE, "due", "--as-of", "2026-03-31", "--within", "0").code == 0
    assert kehoach("-C", EXAMPLE, "due", "--as-of", "2026-04-01", "--within", "0").code == 1


def test_the_report_of_quarter_ii_is_ready_to_be_signed_and_that_of_iii_says_what_it_lacks(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    path = tmp_path / "bc.docx"
    assert kehoach("-C", EXAMPLE, "report", "--quarter", "II", "--final", "-o", path).code == 0
    lines = [line.text for line in WordFile(path).lines()]
    assert "Số: 45/BC-UBND" in lines
    assert any(
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 15 tháng 01 năm 2026 của UBND phường Mẫu" in line for line in lines
    )
    assert not [line for line in lines if "…" in line]
    third = kehoach("-C", EXAMPLE, "report", "--quarter", "III", "--final", "-o", path)
    assert third.code == 1
    assert "III.1. Kết quả đạt được" in third.err
    assert "I. Công tác chỉ đạo" not in third.err
