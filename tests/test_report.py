"""The report's figures: right to the last entry, traced to their files, and the same in text, tables and JSON."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.cli import days
from kehoach_cli.cli.run import run
from tests.conftest import REPOSITORY, SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.edit import replace
from tests.progress import PRODUCTS, UNITS, Made, read, with_forms, write
from tests.wordml import WordFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Kehoach

DAYS = st.dates(date(2025, 12, 1), date(2026, 12, 31))
ENTRIES = st.lists(
    st.builds(
        Made,
        day=DAYS,
        product=st.sampled_from(PRODUCTS),
        unit=st.sampled_from(UNITS),
        form=st.sampled_from(["tin-bai", "hoi-nghi", "to-roi", None]),
        quantity=st.integers(1, 5000),
        reach=st.none() | st.integers(0, 100_000),
    ),
    max_size=12,
)
PERIODS: dict[str, dict[str, tuple[list[str], tuple[date, date]]]] = {
    "decree": {
        "I": (["--quarter", "I"], (date(2025, 12, 15), date(2026, 3, 14))),
        "II": (["--quarter", "2"], (date(2026, 3, 15), date(2026, 6, 14))),
        "IV": (["--quarter", "Q4"], (date(2026, 9, 15), date(2026, 12, 14))),
        "half": (["--half", "2"], (date(2026, 6, 15), date(2026, 12, 14))),
        "nine": (["--nine-months"], (date(2025, 12, 15), date(2026, 9, 14))),
        "year": (["--year"], (date(2025, 12, 15), date(2026, 12, 14))),
        "range": (["--from", "1/4/2026", "--to", "2026-05-15"], (date(2026, 4, 1), date(2026, 5, 15))),
    },
    "calendar": {
        "I": (["--quarter", "I"], (date(2026, 1, 1), date(2026, 3, 31))),
        "II": (["--quarter", "II"], (date(2026, 4, 1), date(2026, 6, 30))),
        "half": (["--half", "1"], (date(2026, 1, 1), date(2026, 6, 30))),
        "year": (["--year"], (date(2026, 1, 1), date(2026, 12, 31))),
    },
}
CASES = [(cutoff, name) for cutoff, periods in PERIODS.items() for name in periods]


@pytest.fixture
def root(small: Path) -> Path:
    """The small workspace with forms, and a few entries in quarters I and II."""
    with_forms(small)
    write(
        small,
        [
            Made(date(2026, 2, 1), quantity=3, title="Đầu năm"),
            Made(date(2026, 4, 15), quantity=1234, reach=56789, title="Ngày hội"),
            Made(date(2026, 6, 14), unit="hoa-mau", form="hoi-nghi", quantity=2, reach=450),
            Made(date(2026, 6, 15), quantity=7),
            Made(date(2026, 5, 5), product="bai-chinh-sach", form=None, title="Họp nhóm"),
        ],
    )
    return small


def figures(kehoach: Callable[..., object], root: Path, *words: str) -> dict[str, object]:
    result = kehoach("-C", root, "report", *words, "--format", "json")
    loaded = json.loads(getattr(result, "out"))  # noqa: B009 - a Result
    assert isinstance(loaded, dict)
    return loaded


def value(report: dict[str, object], of: str, window: str, measure: str) -> int:
    found = [f for f in rows(report) if (f["of"], f["window"], f["measure"]) == (of, window, measure)]
    return int(str(found[0]["value"])) if found else 0


def rows(report: dict[str, object]) -> list[dict[str, object]]:
    found = report["figures"]
    assert isinstance(found, list)
    return found


def expected(entries: list[dict[str, str]], start: date, end: date) -> dict[tuple[str, str], int]:
    """Count entries, quantities and reach by form, product and unit, within a window."""
    sums: dict[tuple[str, str], int] = {}
    for entry in entries:
        if not start <= date.fromisoformat(entry["date"]) <= end:
            continue
        owners = ["all", f"product:{entry['product']}", f"unit:{entry['unit']}"]
        owners += [f"form:{entry['form']}"] if "form" in entry else []
        for owner in owners:
            amounts = {"entries": 1}
            if "form" in entry:
                amounts[f"quantity:{entry['form']}"] = int(entry["quantity"])
            if int(entry.get("reach", "0")):
                amounts[f"reach:{entry['form']}" if "form" in entry else "reach"] = int(entry["reach"])
            for measure, amount in amounts.items():
                sums[owner, measure] = sums.get((owner, measure), 0) + amount
    return sums


def made_up(places: pytest.TempPathFactory, cutoff: str, entries: list[Made]) -> Path:
    root = places.mktemp("w")
    (root / "topics").mkdir()
    for file, text in (("plan.yaml", SMALL_PLAN), ("units.yaml", SMALL_UNITS), ("topics/01-nhom.yaml", SMALL_TOPICS)):
        (root / file).write_text(text, encoding="utf-8")
    write(with_forms(root, cutoff), entries)
    return root


@pytest.mark.parametrize(("cutoff", "name"), CASES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=ENTRIES)
def test_every_figure_equals_an_independent_count_over_the_files(
    cutoff: str,
    name: str,
    entries: list[Made],
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = made_up(tmp_path_factory, cutoff, entries)
    words, (start, end) = PERIODS[cutoff][name]
    capsys.readouterr()
    assert run(["-C", str(root), "report", *words, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    files = list(read(root))
    year_begins = date(2026, 1, 1) if cutoff == "calendar" else date(2025, 12, 15)
    for window, first in (("inside", start), ("total", min(start, year_begins))):
        wanted = expected(files, first, end)
        got = {
            (str(row["of"]), str(row["measure"])): row["value"]
            for row in rows(report)
            if row["window"] == window and row["value"]
        }
        assert got == wanted
    if report["previous"]:
        before = date.fromisoformat(report["previous"]["end"])
        assert before + timedelta(days=1) == start
        adjoin = report["previous"]["start"] == year_begins.isoformat()
        for row in rows(report):
            if adjoin and row["of"] in {"all", "form:tin-bai", "form:hoi-nghi"} and row["window"] == "total":
                of, measure = str(row["of"]), str(row["measure"])
                assert row["value"] == value(report, of, "before", measure) + value(report, of, "inside", measure)
    account = report["account"]
    assert account["entries"] == len(files) == account["counted"] + account["outside"] + account["left_out"]
    assert account["planned"] == account["with_result"] + account["without"]
    shutil.rmtree(root)


def test_every_figure_names_the_files_that_it_comes_from(kehoach: Kehoach, root: Path) -> None:
    report = figures(kehoach, root, "--quarter", "II")
    for row in rows(report):
        files = row["files"]
        assert isinstance(files, list)
        assert bool(files) == bool(row["value"])
        for file in files:
            assert (root / file).is_file()
    trace = kehoach("-C", root, "report", "--quarter", "II", "--trace").out
    assert "số lượng `tin-bai` = 1234\n    progress/2026/Q2/20260415-" in trace
    assert "Đối chiếu: 2 sản phẩm phải thực hiện = 2 có kết quả + 0 chưa có; 5 kết quả đã ghi = 3 trong kỳ + 2" in trace


def test_text_and_tables_say_the_same_figures(kehoach: Kehoach, root: Path) -> None:
    path = root / "bc.docx"
    assert kehoach("-C", root, "report", "--quarter", "II", "-o", path).code == 0
    text = "\n".join(line.text for line in WordFile(path).lines())
    assert "đã đăng 1.234 tin bài (56.789 lượt xem), tổ chức 02 hội nghị (450 lượt người dự)" in text
    assert "thực hiện 01 việc không tính số lượng (Họp nhóm)" in text
    assert "2/2 sản phẩm truyền thông phải thực hiện đã có kết quả, đạt 100 %" in text
    assert "Tin, bài: 1.234 tin bài, 56.789 lượt xem (kỳ trước: 03 tin bài); lũy kế từ đầu năm: 1.237 tin bài" in text
    assert "Từ đầu năm chưa có kết quả: tờ rơi." in text
    lines = text.split("\n")
    place = lines.index("Tin, bài", lines.index("SỐ LIỆU THEO LOẠI SẢN PHẨM"))
    assert lines[place : place + 5] == ["Tin, bài", "tin bài", "3", "1.234", "1.237"]
    assert "số liệu tính từ ngày 15/3/2026 đến hết ngày 14/6/2026" in text


@pytest.mark.parametrize(
    "words", [["--quarter", "II"], ["--year"], ["--half", "1"], ["--group", "I", "--quarter", "I"]]
)
def test_the_same_bytes_on_every_run(kehoach: Kehoach, root: Path, words: list[str]) -> None:
    first, second = root / "1.docx", root / "2.docx"
    for path in (first, second):
        assert kehoach("-C", root, "report", *words, "-o", path).code == 0
    assert first.read_bytes() == second.read_bytes()


def test_what_only_a_person_can_say_is_owed_and_then_printed(kehoach: Kehoach, root: Path) -> None:
    draft = kehoach("-C", root, "report", "--quarter", "II", "-o", root / "bc.docx")
    assert draft.code == 0
    for heading in ("I. Công tác chỉ đạo", "III.1.", "III.2.", "III.3.", "IV. Phương hướng", "V. Đề xuất"):
        assert heading in draft.err
    assert "…" * 20 in "\n".join(line.text for line in WordFile(root / "bc.docx").lines())
    final = kehoach("-C", root, "report", "--quarter", "II", "--final", "-o", root / "ky.docx")
    assert (final.code, (root / "ky.docx").exists()) == (1, False)
    assert "Chưa tạo bản để ký" in final.err

    assert kehoach("-C", root, "report", "--quarter", "II", "--new").code == 0
    text = root / "reports/2026-Q2.yaml"
    assert "1234 tin bài trong kỳ, 1237 lũy kế" in text.read_text(encoding="utf-8")
    again = kehoach("-C", root, "report", "--quarter", "II", "--new")
    assert (again.code, "đã có tệp" in again.err) == (2, True)
    for key in ("direction", "results", "limits", "causes", "plans", "proposals"):
        replace(text, f"\n{key}:\n", f"\n{key}:\n  - Lời của {key}.\n")
    replace(text, "ratings: {}", "ratings:\n  tin-chinh-sach: Hoàn thành tốt")
    final = kehoach("-C", root, "report", "--quarter", "II", "--final", "-o", root / "ky.docx")
    assert (final.code, "Còn thiếu" in final.err) == (0, False)
    printed = "\n".join(line.text for line in WordFile(root / "ky.docx").lines())
    assert "…" not in printed
    assert all(f"- Lời của {key}." in printed for key in ("direction", "results", "plans", "proposals"))
    assert "Hoàn thành tốt" in printed


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_text(path.read_text(encoding="utf-8")[:40], encoding="utf-8"),
        lambda path: path.write_text("[", encoding="utf-8"),
        lambda path: path.rename(path.with_suffix(".yml")),
        lambda path: path.rename(path.with_name("khac.yaml")),
        lambda path: replace(path, "quantity: 1234", "quantity: 1235"),
        lambda path: replace(path, "product: tin-chinh-sach", "product: tin-chinh-sac"),
    ],
    ids=["removed", "cut", "broken", "other ending", "other name", "other quantity", "other product"],
)
def test_no_entry_goes_unnoticed(kehoach: Kehoach, root: Path, spoil: Callable[[Path], object]) -> None:
    before = kehoach("-C", root, "report", "--quarter", "II", "--format", "json")
    spoil(next((root / "progress/2026/Q2").glob("20260415-*")))
    after = kehoach("-C", root, "report", "--quarter", "II", "--format", "json")
    assert (before.code, before.out) != (after.code, after.out)


def test_a_draft_is_made_while_an_entry_is_unreadable_but_nothing_final(kehoach: Kehoach, root: Path) -> None:
    next((root / "progress/2026/Q2").glob("20260415-*")).write_text("[", encoding="utf-8")
    draft = kehoach("-C", root, "report", "--quarter", "II", "-o", root / "bc.docx")
    assert (draft.code, (root / "bc.docx").exists()) == (1, True)
    assert "KH005" in draft.err
    assert "1 bỏ ra ngoài" in draft.err
    assert "bỏ ra ngoài 1 vì có lỗi" in "\n".join(line.text for line in WordFile(root / "bc.docx").lines())
    assert kehoach("-C", root, "report", "--quarter", "II", "--final", "-o", root / "ky.docx").code == 1
    assert not (root / "ky.docx").exists()


def test_an_entry_read_as_it_was_likely_meant_is_checked_and_not_counted(kehoach: Kehoach, root: Path) -> None:
    (entry,) = (root / "progress/2026/Q2").glob("20260415-*")
    replace(entry, "quantity: 1234", "quantity 1234")
    replace(entry, "form: tin-bai", "form: tin-baj")
    draft = kehoach("-C", root, "report", "--quarter", "II", "-o", root / "bc.docx")
    assert [code for code in ("KH005", "KH403") if code in draft.err] == ["KH005", "KH403"]
    assert "1 bỏ ra ngoài" in draft.err
    replace(entry, "form: tin-baj", "form: tin-bai")
    draft = kehoach("-C", root, "report", "--quarter", "II", "-o", root / "bc.docx")
    assert "1 bỏ ra ngoài" in draft.err
    assert kehoach("-C", root, "report", "--quarter", "II", "--final", "-o", root / "ky.docx").code == 1


def test_a_checkpoint_that_no_longer_adds_up_fails_the_command(kehoach: Kehoach, root: Path) -> None:
    plan = root / "plan.yaml"
    checkpoints = (
        "  checkpoints:\n    - date: 14/6/2026\n      entries: 4\n      totals: {tin-bai: 1237, hoi-nghi: 2}\n"
    )
    plan.write_text(plan.read_text(encoding="utf-8") + checkpoints, encoding="utf-8")
    assert kehoach("-C", root, "report", "--quarter", "II", "--trace").code == 0
    next((root / "progress/2026/Q2").glob("20260415-*")).unlink()
    result = kehoach("-C", root, "report", "--quarter", "II", "-o", root / "bc.docx")
    assert result.code == 1
    assert "cộng được 3 `tin-bai`, mốc ghi 1237" in result.err
    assert "có 3 kết quả, mốc ghi 4" in result.err
    for words in (
        ["plan", "-o", root / "kh.docx"],
        ["list"],
        ["show", "I"],
        ["record", "I.1.1", "-u", "vhxh", "-t", "Họp", "--dry-run"],
    ):
        assert kehoach("-C", root, *words).code == 0  # these look at the plan alone


def test_the_real_plan_reads_well_before_there_are_results(kehoach: Kehoach, tmp_path: Path) -> None:
    path = tmp_path / "bc.docx"
    result = kehoach("-C", REPOSITORY, "report", "--quarter", "II", "-o", path)
    assert result.code == 0
    text = "\n".join(line.text for line in WordFile(path).lines())
    assert "chưa có kết quả nào được ghi nhận" in text
    for number in ("I", "II", "III", "IV", "V", "VI", "VII"):
        assert re.search(rf"^- Nhóm {number}\. .*: chưa có kết quả trong kỳ \(", text, re.MULTILINE)
    assert "Kính gửi: Sở Giáo dục và Đào tạo Hà Nội" in text
    assert "- Như trên;" in text
    assert re.search(r"Thực hiện Kế hoạch số\s+/KH-UBND ngày\s+tháng 3 năm 2026 của UBND phường Phúc Lợi về", text)
    assert not re.search(r"\b00\b|None|\{|\}|\(\)", text)


def test_what_was_due_earlier_and_is_still_owed_is_named(kehoach: Kehoach, small: Path) -> None:
    write(with_forms(small), [Made(date(2026, 2, 1), product="bai-chinh-sach")])
    path = small / "bc.docx"
    assert kehoach("-C", small, "report", "--quarter", "III", "-o", path).code == 0
    lines = [line.text for line in WordFile(path).lines()]
    start = "- Sản phẩm phải thực hiện ở kỳ trước trong năm, đến nay chưa có kết quả: "
    assert f"{start}Tuyến thông tin về chính sách (I.1.1)." in lines
    assert "- Tiếp tục thực hiện 01 sản phẩm đến hết kỳ báo cáo chưa có kết quả." in lines


def test_a_report_on_one_topic_or_group_and_on_free_days(kehoach: Kehoach, root: Path) -> None:
    report = figures(kehoach, root, "--quarter", "II", "--topic", "I.1")
    assert "nội dung “Truyền thông chính sách”" in str(report["subject"])
    assert report["account"] == {
        "planned": 2, "with_result": 2, "without": 0, "entries": 5, "counted": 3, "outside": 2, "left_out": 0,
    }  # fmt: skip
    other = figures(kehoach, root, "--quarter", "II", "--topic", "mam-non-moi")
    assert value(other, "all", "inside", "entries") == 0
    path = root / "bc.docx"
    words = ("--from", "1/4/2026", "--to", "30/4/2026", "--title", "Kết quả đợt cao điểm tháng 4")
    assert kehoach("-C", root, "report", *words, "-o", path).code == 0
    lines = [line.text for line in WordFile(path).lines()]
    assert "Kết quả đợt cao điểm tháng 4" in lines
    assert any("(số liệu tính từ ngày 01/4/2026 đến hết ngày 30/4/2026)" in line for line in lines)


def test_as_of_a_day_counts_nothing_that_came_later(kehoach: Kehoach, root: Path) -> None:
    report = figures(kehoach, root, "--quarter", "II", "--as-of", "30/4/2026")
    assert value(report, "all", "inside", "entries") == 1
    assert value(report, "all", "total", "entries") == 2


def test_a_period_that_goes_on_is_told_and_not_signed(
    kehoach: Kehoach, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "date", type("Day", (date,), {"today": classmethod(lambda _: date(2026, 5, 20))}))
    path = root / "bc.docx"
    draft = kehoach("-C", root, "report", "--quarter", "II", "-o", path)
    assert (draft.code, "Kỳ này đến 14/06/2026 mới chốt số liệu" in draft.err) == (0, True)
    cut = kehoach("-C", root, "report", "--quarter", "II", "--as-of", "hôm nay", "-o", path)
    assert (cut.code, "mới chốt số liệu" in cut.err) == (0, False)
    assert any("đến hết ngày 20/5/2026" in line.text for line in WordFile(path).lines())
    (root / "reports").mkdir()
    ideas = "".join(f"{key}: [Ý kiến.]\n" for key in ("direction", "results", "limits", "causes", "plans", "proposals"))
    (root / "reports/2026-Q2.yaml").write_text(ideas, encoding="utf-8")
    assert kehoach("-C", root, "report", "--quarter", "II", "--final", "-o", path).code == 1
    assert kehoach("-C", root, "report", "--quarter", "II", "--final", "--as-of", "hôm nay", "-o", path).code == 0


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=ENTRIES)
def test_the_tables_on_paper_hold_the_figures_of_any_entries(
    entries: list[Made], tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    root = made_up(tmp_path_factory, "decree", entries)
    wanted = expected(list(read(root)), date(2026, 3, 15), date(2026, 6, 14))
    assert run(["-C", str(root), "report", "--quarter", "II", "-o", str(root / "x.docx")]) == 0
    capsys.readouterr()
    lines = [line.text for line in WordFile(root / "x.docx").lines()]
    table = lines[lines.index("SỐ LIỆU THEO LOẠI SẢN PHẨM") :]
    for name, form in (("Tin, bài", "tin-bai"), ("Hội nghị", "hoi-nghi"), ("Tờ rơi", "to-roi")):
        printed = table[table.index(name) + 3]
        assert int(printed.replace(".", "")) == wanted.get((f"form:{form}", f"quantity:{form}"), 0)
    assert int(table[table.index("Số lần ghi kết quả") + 3]) == wanted.get(("all", "entries"), 0)
    shutil.rmtree(root)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "chưa nói báo cáo của kỳ nào"),
        (["--quarter", "V"], "không có quý `V`"),
        (["--quarter", "I", "--year"], "nhiều kỳ báo cáo cùng lúc"),
        (["--from", "1/4/2026"], "thiếu --to"),
        (["--from", "2/4/2026", "--to", "1/4/2026"], "khoảng thời gian ngược"),
        (["--from", "31/2/2026", "--to", "1/4/2026"], "không có ngày `31/2/2026`"),
        (["--quarter", "II", "--as-of", "1/1/2026"], "đứng trước kỳ báo cáo"),
        (["--quarter", "II", "--topic", "I"], "không phải là một nội dung"),
        (["--quarter", "II", "--topic", "I.1", "--group", "I"], "chỉ về một nhóm hoặc một nội dung"),
        (["--quarter", "II", "--group", "IX"], "không có nhóm `IX`"),
    ],
)
def test_what_cannot_be_reported_is_refused_in_one_sentence(
    kehoach: Kehoach, root: Path, words: list[str], said: str
) -> None:
    result = kehoach("-C", root, "report", *words, "-o", root / "bc.docx")
    assert (result.code, result.out, (root / "bc.docx").exists()) == (2, "", False)
    assert said in result.err


def test_a_plan_with_errors_gives_no_report(kehoach: Kehoach, root: Path) -> None:
    replace(root / "topics/01-nhom.yaml", "lead: ubnd", "lead: ai-do")
    result = kehoach("-C", root, "report", "--quarter", "II", "-o", root / "bc.docx")
    assert (result.code, (root / "bc.docx").exists()) == (1, False)
    assert "KH203" in result.err
