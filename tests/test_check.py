"""`kehoach check`: what is found, where it is said to be, and how the run ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach


def test_a_sound_plan_has_no_findings(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "check")
    assert (result.code, result.err) == (0, "")
    assert result.out == "không có lỗi, không có cảnh báo trong 3 tệp\n"


def test_an_unknown_unit_is_shown_with_its_line_a_caret_and_the_name_meant(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "units: [vhxh, csgd]", "units: [vhxh, csdg]")
    result = kehoach("-C", small, "check")
    assert result.code == 1
    assert result.out == (
        "topics/01-nhom.yaml:6:19: lỗi[KH203] đơn vị `csdg` không có trong units.yaml\n"
        "    6 |     units: [vhxh, csdg]\n"
        "      |                   ^^^^\n"
        "   gợi ý: có phải `csgd` (Các cơ sở giáo dục)?   · kehoach explain KH203\n"
        "1 lỗi trong 3 tệp\n"
    )


def test_json_carries_the_same_findings(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "units: [vhxh, csgd]", "units: [vhxh, csdg]")
    result = kehoach("-C", small, "check", "--format", "json")
    report = json.loads(result.out)
    assert result.code == 1
    assert (report["schema_version"], report["kind"], report["counts"]) == (
        1,
        "findings",
        {"error": 1, "warning": 0, "note": 0},
    )
    (finding,) = report["findings"]
    assert (finding["code"], finding["file"], finding["line"], finding["column"], finding["width"]) == (
        "KH203",
        "topics/01-nhom.yaml",
        6,
        19,
        4,
    )


def test_what_is_missing_between_two_units_is_a_comma(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "units: [vhxh, csgd]", "units: [vhxh csgd]")
    assert "thiếu dấu phẩy? viết `vhxh, csgd`" in kehoach("-C", small, "check").out


def test_records_and_shapes_have_vietnamese_names(kehoach: Kehoach, small: Path) -> None:
    replace(small / "topics/01-nhom.yaml", "lead: ubnd", "leed: [ubnd]")
    replace(small / "topics/01-nhom.yaml", "schedule: Trước ngày 20/11", "schedule:")
    out = kehoach("-C", small, "check").out
    assert "nội dung không có mục `leed`" in out
    assert "có phải `lead`?" in out
    assert "cần chữ, đang để trống" in out
