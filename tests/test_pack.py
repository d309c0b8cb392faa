"""`kehoach pack`: the same entries in fewer files, whatever happens on the way."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli import storage
from kehoach_cli.cli import days
from kehoach_cli.errors import RefusalError
from tests.edit import replace
from tests.progress import read, with_forms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Kehoach

SAID = [
    ("I.1.1", "vhxh", "1/4/2026", "Một: hai #3"),
    ("I.1.1", "hoa-mau", "2/5/2026", "no"),
    ("I.1.2", "vhxh", "30/6/2026", '"0671"'),
    ("I.1.2", "vhxh", "1/4/2026", "- gạch"),
    ("I.2.1", "hoa-mau", "15/6/2026", ""),
    ("I.1.1", "vhxh", "1/7/2026", "quý sau"),
]


@pytest.fixture
def root(kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six recorded entries, five of them in April to June, on 1 August 2026."""
    monkeypatch.setattr(days, "date", type("Day", (date,), {"today": classmethod(lambda _: date(2026, 8, 1))}))
    with_forms(small)
    for number, (product, unit, day, title) in enumerate(SAID, 1):
        words = [
            "-u",
            unit,
            "-d",
            day,
            "-f",
            "tin-bai",
            "-n",
            str(number),
            f"--title={title}",
            "--link",
            "https://a.b/c",
        ]
        assert kehoach("-C", small, "record", product, *words).code == 0
    return small


def entries(kehoach: Kehoach, root: Path) -> list[tuple[object, ...]]:
    found = json.loads(kehoach("-C", root, "entries", "--format", "json").out)
    return sorted(
        tuple((key, str(value)) for key, value in entry.items() if key not in {"file", "line"})
        for entry in found["entries"]
    )


def names(root: Path, quarter: str = "Q2") -> list[str]:
    return sorted(path.name for path in (root / "progress/2026" / quarter).iterdir())


def test_a_preview_writes_nothing(kehoach: Kehoach, root: Path) -> None:
    before = names(root)
    result = kehoach("-C", root, "pack", "--quarter", "II")
    assert result.code == 0
    assert "hoa-mau: 2 tệp, tổng số lượng 7 -> progress/2026/Q2/hoa-mau-" in result.out
    assert "vhxh: 3 tệp, tổng số lượng 8 -> progress/2026/Q2/vhxh-" in result.out
    assert "thêm --yes" in result.err
    assert names(root) == before


def test_a_packed_quarter_holds_the_same_entries_in_a_file_for_each_unit(kehoach: Kehoach, root: Path) -> None:
    before, other, raw = entries(kehoach, root), names(root, "Q3"), sorted(map(str, read(root)))
    result = kehoach("-C", root, "pack", "--quarter", "II", "--yes")
    assert (result.code, "Đã gói 5 kết quả" in result.err) == (0, True)
    assert [name.rpartition("-")[0] for name in names(root)] == ["hoa-mau", "vhxh"]
    assert (entries(kehoach, root), names(root, "Q3")) == (before, other)
    assert sorted(map(str, read(root))) == raw
    assert kehoach("-C", root, "check", "--strict").code == 0
    assert "không có gì để gói" in kehoach("-C", root, "pack", "--quarter", "II", "--yes").err


def test_late_entries_go_into_a_list_of_their_own(kehoach: Kehoach, root: Path) -> None:
    assert kehoach("-C", root, "pack", "--quarter", "2", "--yes").code == 0
    assert kehoach("-C", root, "record", "I.1.1", "-u", "vhxh", "-d", "5/5/2026", "--note", "muộn").code == 0
    before = entries(kehoach, root)
    assert kehoach("-C", root, "pack", "--quarter", "2", "--yes").code == 0
    assert [name.rpartition("-")[0] for name in names(root)] == ["hoa-mau", "vhxh", "vhxh"]
    assert entries(kehoach, root) == before
    assert kehoach("-C", root, "check", "--strict").code == 0


def test_a_quarter_that_goes_on_is_packed_by_force_only(kehoach: Kehoach, root: Path) -> None:
    result = kehoach("-C", root, "pack", "--quarter", "III", "--yes")
    assert (result.code, "quý này chưa hết (đến 30/09/2026)" in result.err) == (2, True)
    assert kehoach("-C", root, "pack", "--quarter", "III", "--yes", "--force").code == 0


def test_a_file_that_a_person_has_written_in_stays(kehoach: Kehoach, root: Path) -> None:
    path = next(path for path in (root / "progress/2026/Q2").iterdir() if "20260502" in path.name)
    path.write_text("# xem lại con số này\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = entries(kehoach, root)
    result = kehoach("-C", root, "pack", "--quarter", "II", "--yes")
    assert (result.code, f"giữ nguyên progress/2026/Q2/{path.name}" in result.err) == (0, True)
    assert path.exists()
    assert entries(kehoach, root) == before


def test_a_quarter_with_an_error_is_not_packed(kehoach: Kehoach, root: Path) -> None:
    path = next((root / "progress/2026/Q2").iterdir())
    path.rename(path.with_name("khac.yaml"))
    before = names(root)
    result = kehoach("-C", root, "pack", "--quarter", "II", "--yes")
    assert (result.code, "KH405" in result.err, names(root)) == (1, True, before)


@pytest.mark.parametrize("step", range(7))
def test_an_interruption_at_any_step_loses_and_doubles_nothing(
    kehoach: Kehoach, root: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = entries(kehoach, root)
    left = step

    def until(real: Callable[..., None]) -> Callable[..., None]:
        def call(*arguments: object) -> None:
            nonlocal left
            if not left:
                message = "mất điện"
                raise RefusalError(message)
            left -= 1
            real(*arguments)

        return call

    with monkeypatch.context() as patch:
        for name in ("write_new", "remove"):
            patch.setattr(storage, name, until(getattr(storage, name)))
        assert kehoach("-C", root, "pack", "--quarter", "II", "--yes").code == 2
    assert entries(kehoach, root) == before
    checked = json.loads(kehoach("-C", root, "check", "--format", "json").out)
    assert {finding["code"] for finding in checked["findings"]} <= {"KH407"}
    again = kehoach("-C", root, "pack", "--quarter", "II", "--yes")
    assert again.code == 0, again.err
    assert (entries(kehoach, root), len(names(root))) == (before, 2)
    assert kehoach("-C", root, "check", "--strict").code == 0


def test_a_list_that_is_changed_by_hand_is_noticed(kehoach: Kehoach, root: Path) -> None:
    assert kehoach("-C", root, "pack", "--quarter", "II", "--yes").code == 0
    path = next(path for path in (root / "progress/2026/Q2").iterdir() if path.name.startswith("hoa-mau"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("- id")], encoding="utf-8")
    result = kehoach("-C", root, "check")
    assert (result.code, "KH405" in result.out) == (1, True)
    path.write_text(text, encoding="utf-8")
    replace(path, "  unit: hoa-mau\n  form: tin-bai\n  quantity: 2", "  unit: vhxh\n  form: tin-bai\n  quantity: 2")
    result = kehoach("-C", root, "check")
    assert (result.code, "của đơn vị `vhxh`, cả danh sách là của `hoa-mau`" in result.out) == (1, True)


def test_the_report_is_the_same_before_and_after(kehoach: Kehoach, root: Path) -> None:
    for name in ("1.docx", "2.docx"):
        assert kehoach("-C", root, "report", "--half", "1", "-o", root / name).code == 0
        kehoach("-C", root, "pack", "--quarter", "II", "--yes")
    first, second = ((root / name).read_bytes() for name in ("1.docx", "2.docx"))
    assert first == second
