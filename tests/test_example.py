"""The example workspace: sound, made up, as its script writes it, and counted the same by kehoach and by PyYAML."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from typing import TYPE_CHECKING

from scripts.example import EXAMPLE, write_example
from tests.progress import read
from tests.wordml import WordFile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


def test_it_has_nothing_to_find(kehoach: Kehoach) -> None:
    assert kehoach("-C", EXAMPLE, "check", "--strict").code == 0


def test_the_script_writes_exactly_these_files(tmp_path: Path) -> None:
    copy = tmp_path / "w"
    shutil.copytree(EXAMPLE, copy)
    write_example(copy)
    assert contents(copy) == contents(EXAMPLE)


def test_no_real_place_is_named() -> None:
    text = "\n".join(data.decode("utf-8") for data in contents(EXAMPLE).values())
    assert not [name for name in ("Phúc Lợi", "Hà Nội", "Long Biên", "phucloi") if name in text]


def test_entries_are_counted_as_an_independent_reader_counts_them(kehoach: Kehoach) -> None:
    listed = json.loads(kehoach("-C", EXAMPLE, "entries", "--format", "json").out)["entries"]
    ours = Counter((entry["product"], entry["unit"], str(entry["quantity"])) for entry in listed)
    theirs = Counter((entry["product"], entry["unit"], entry.get("quantity", "None")) for entry in read(EXAMPLE))
    assert ours == theirs
    assert sum(ours.values()) > 100


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
