"""The ward that issues the plan: its name wherever the plan speaks of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.edit import replace
from tests.test_rules import PLAN
from tests.test_wording import located

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


def renamed(root: Path, name: str) -> None:
    """Let another ward issue the small plan."""
    plan = root / PLAN
    text = plan.read_text(encoding="utf-8").replace("PHƯỜNG MẪU", f"PHƯỜNG {name.upper()}")
    text = text.replace("phường Mẫu", f"phường {name}").replace("place: Mẫu", f"place: {name}")
    plan.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["Phúc Lợi", "Hai Bà Trưng", "Tam Kỳ Hòa Thuận"])
def test_a_name_is_its_own_however_many_words_it_has(kehoach: Kehoach, small: Path, name: str) -> None:
    renamed(small, name)
    assert located(kehoach, small) == []


@pytest.mark.parametrize(
    ("name", "other", "code"),
    [("Bình Thủy", "Bình Thuỷ", "KH522"), ("Thủy", "Thuỷ", "KH522"), ("Mỹ Đức", "Mĩ Đức", "KH521")],
)
def test_the_name_is_written_in_one_way(kehoach: Kehoach, small: Path, name: str, other: str, code: str) -> None:
    renamed(small, name)
    assert located(kehoach, small) == []
    replace(small / PLAN, f"issued_by: UBND phường {name}", f"issued_by: UBND phường {other}")
    assert located(kehoach, small) == [(code, other, PLAN)]
    replace(small / PLAN, f"issued_by: UBND phường {other}", f"issued_by: UBND phường {name}")
    replace(small / PLAN, f"place: {name}", f"place: {other}")
    assert located(kehoach, small) == [(code, other, PLAN)]


@pytest.mark.parametrize("other", ["phường Phúc Lợi", "phường Hai Bà Trưng", "xã Bình Minh"])
def test_the_name_of_another_ward_is_found_as_a_whole(kehoach: Kehoach, small: Path, other: str) -> None:
    replace(small / PLAN, "issued_by: UBND phường Mẫu", f"issued_by: UBND {other}")
    assert located(kehoach, small) == [("KH566", other, PLAN)]


@pytest.mark.parametrize(
    ("name", "place", "code", "hint"),
    [
        ("Mẫu", "Hà Nội", "KH566", "viết `Mẫu`"),
        ("Mẫu", "Hà nội", "KH566", "viết `Mẫu`"),
        ("Mẫu", "Mẫu, Hà Nội", "KH566", "viết `Mẫu`"),
        ("Mẫu", "Mẫuu", "KH566", "viết `Mẫu`"),
        ("Mẫu", "Phường Khác", "KH566", "viết `Mẫu`"),
        ("Mẫu", "phường mẫu", "KH531", "viết `Mẫu`"),
        ("Mẫu", "Phường Mẫu", "KH531", "viết `Mẫu`"),
        ("Hòa Bình", "Hoà Bình", "KH522", "chọn một cách"),
        ("Văn Miếu - Quốc Tử Giám", "Văn Miếu – Quốc Tử Giám", "", ""),
        ("1", "Phường 1", "", ""),
        ("1", "Phường 2", "KH566", "viết `Phường 1`"),
        ("Điện Biên Phủ", "Phường Điện Biên Phủ", "", ""),
        ("Điện Biên Phủ", "Điện Biên Phủ", "", ""),
        ("B’Lao", "B’Lao", "", ""),
    ],
)
def test_the_place_is_the_ward_s_own_name(
    kehoach: Kehoach, small: Path, name: str, place: str, code: str, hint: str
) -> None:
    renamed(small, name)
    replace(small / PLAN, f"place: {name}", f"place: {place}")
    said = kehoach("-C", small, "check").out.split("\n")
    found = [line for line in said if line.startswith(f"{PLAN}:9:10: ")]
    assert [line.partition("[")[2][:5] for line in found] == [code] * bool(code)
    assert not hint or any(hint in line for line in said)


def test_the_place_of_a_province_or_of_a_name_gone_wrong_is_not_the_ward_s(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, "PHƯỜNG MẪU", "PHƯỜNG MẬU")
    assert located(kehoach, small) == [("KH566", "MẬU", PLAN)]
    replace(small / PLAN, "- PHƯỜNG MẬU\n  place: Mẫu", "- THÀNH PHỐ HÀ NỘI\n  place: Hà Nội")
    assert located(kehoach, small) == []


@pytest.mark.parametrize("parent", ["UBND quận Long Biên", "UBND QUẬN LONG BIÊN", "UBND THÀNH PHỐ HÀ NỘI"])
def test_a_council_has_nobody_above_it_and_that_is_one_finding(kehoach: Kehoach, small: Path, parent: str) -> None:
    replace(small / PLAN, "  name:\n    - ỦY BAN", f"  parent: [{parent}]\n  name:\n    - ỦY BAN")
    assert located(kehoach, small) == [("KH116", parent, PLAN)]
