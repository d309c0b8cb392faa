"""What goes missing together, with a part of a file, is told once and not once for each place that speaks of it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """Return a copy of the example workspace, which has units, topics, entries and reports."""
    return shutil.copytree(REPOSITORY / "examples/phuong-mau", tmp_path / "ward")


def told(kehoach: Kehoach, root: Path) -> list[tuple[str, str]]:
    found = json.loads(kehoach("-C", root, "check", "--format", "json").out)["findings"]
    return [(one["code"], f"{one['file']}:{one['line']}") for one in found]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def cut(file: Path, before: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index(before)], encoding="utf-8", newline="\n")


def test_units_that_end_too_early_are_missed_once_by_topics_and_once_by_results(kehoach: Kehoach, ward: Path) -> None:
    cut(ward / "units.yaml", "  - id: mttq")
    codes = [code for code, _ in told(kehoach, ward)]
    assert codes.count("KH402") == 1
    assert codes.count("KH203") == 1


def test_products_that_many_results_miss_are_told_once(kehoach: Kehoach, ward: Path) -> None:
    text = (ward / "topics/02-nha-truong.yaml").read_text(encoding="utf-8")
    edit(ward / "topics/02-nha-truong.yaml", text[text.index("topics:") :], "topics: []\n")
    assert [code for code, _ in told(kehoach, ward)].count("KH401") == 1


def test_a_topic_without_its_units_is_told_of_the_topic_not_of_its_results(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "topics/02-nha-truong.yaml", "units: [csgd]", "units:")
    assert [code for code, _ in told(kehoach, ward)] == ["KH207"]


def test_where_the_members_of_a_class_could_not_be_read_nobody_is_an_outsider(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "units.yaml", "members: [mam-non, pho-thong]", "members: mam-non, pho-thong]")
    assert [code for code, _ in told(kehoach, ward)] == ["KH013"]


def test_a_school_that_left_its_class_is_one_outsider_not_one_a_topic(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "units.yaml", "members: [th-mau-1, th-mau-2, ", "members: [th-mau-1, ")
    codes = [code for code, _ in told(kehoach, ward)]
    assert codes == ["KH414"]
