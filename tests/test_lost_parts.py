"""What goes missing together, with a part of a file, is told once and not once for each place that speaks of it."""

from __future__ import annotations

import json
import re
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


@pytest.mark.parametrize("last", ["  - id: mttq", "  - id: csgd", "  - id: mam-non"])
def test_units_that_are_lost_are_missed_once_by_topics_and_results(kehoach: Kehoach, ward: Path, last: str) -> None:
    cut(ward / "units.yaml", last)
    assert [code for code, _ in told(kehoach, ward)] == ["KH203"]


@pytest.mark.parametrize(
    ("file", "ends", "wanted"),
    [
        ("units.yaml", "  - id: csgd\n    na", ("KH019", "units.yaml:50")),
        ("units.yaml", "      - Trung tâm VHTT\n    du", ("KH005", "units.yaml:23")),
        ("units.yaml", "cổng trường.\n  - id: v", ("KH019", "units.yaml:28")),
        ("units.yaml", "      - Thực hiện tuyên truyền trực qu", ("KH203", "units.yaml:27")),
        ("topics/02-nha-truong.yaml", "      text: Dịp khai giảng năm học mới\n      quar", ("KH019", "{file}:29")),
        ("topics/02-nha-truong.yaml", "    title: Khai giảng năm học", ("KH019", "{file}:24")),
        ("plan.yaml", "recipients:\n  - Sở Giáo dục", ("KH019", "plan.yaml:158")),
        ("plan.yaml", "recipients:\n  - ", ("KH019", "plan.yaml:158")),
        ("plan.yaml", "signature:\n  authority:\n    - TM. ỦY BAN NHÂN DÂN\n    - KT", ("KH019", "plan.yaml:165")),
        ("progress/2026/Q1/vhxh-ef3qqen6.yaml", "- id: kcbmyhz6\n  date", ("KH019", "{file}:75")),
        ("progress/2026/Q1/vhxh-ef3qqen6.yaml", "- id: kcbmyhz6\n  date: 2026-", ("KH019", "{file}:75")),
    ],
)
def test_a_file_that_stops_in_mid_line_is_one_finding_at_its_last_line(
    kehoach: Kehoach, ward: Path, file: str, ends: str, wanted: tuple[str, str]
) -> None:
    text = (ward / file).read_text(encoding="utf-8")
    (ward / file).write_text(text[: text.index(ends) + len(ends)], encoding="utf-8", newline="\n")
    assert told(kehoach, ward) == [(wanted[0], wanted[1].format(file=file))]


def test_a_word_mistyped_is_read_as_the_one_that_was_meant_and_hides_nothing(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "plan.yaml", "        insert: channels\n", "        insert: channel\n")
    assert [code for code, _ in told(kehoach, ward)] == ["KH013"]
    edit(
        ward / "plan.yaml",
        "        insert: channel\n",
        "        insert: channel\n      - title: Nhiệm vụ\n        insert: duties\n",
    )
    assert [code for code, _ in told(kehoach, ward)] == ["KH013", "KH105"]


def test_one_key_missing_of_the_last_part_is_no_end(kehoach: Kehoach, ward: Path) -> None:
    file = ward / "reports/2026-Q3.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}signature:\n  authority:\n    - CHỦ TỊCH\n", encoding="utf-8", newline="\n")
    assert told(kehoach, ward)[0][0] == "KH012"


def test_a_file_whose_last_line_does_not_end_may_be_whole(kehoach: Kehoach, ward: Path) -> None:
    for file in ("units.yaml", "plan.yaml", "topics/03-thi-dua.yaml", "progress/2026/Q1/vhxh-ef3qqen6.yaml"):
        text = (ward / file).read_text(encoding="utf-8")
        (ward / file).write_text(text.rstrip("\n"), encoding="utf-8", newline="\n")
    assert told(kehoach, ward) == []
    edit(ward / "topics/01-chinh-sach.yaml", "units: [vhxh, vp]", "units: [vhxh, xyz]")
    edit(ward / "plan.yaml", "closing:", "clossing:")
    assert {code for code, _ in told(kehoach, ward)} == {"KH203", "KH011"}


def test_units_whose_last_is_of_a_wrong_kind_do_not_end_early(kehoach: Kehoach, ward: Path) -> None:
    file = ward / "units.yaml"
    before, kind, after = file.read_text(encoding="utf-8").rpartition("kind: school")
    file.write_text(f"{before}kind: hall{after}", encoding="utf-8", newline="\n")
    assert kind
    edit(ward / "topics/01-chinh-sach.yaml", "lead: vhxh", "lead: doan-thanh-nien")
    assert {code for code, _ in told(kehoach, ward)} == {"KH013", "KH203"}


def test_products_that_many_results_miss_are_told_once(kehoach: Kehoach, ward: Path) -> None:
    for name, first, last in (
        ("03-thi-dua", "      - id: toa-dam-20-11", "      - id: guong-nha-giao"),
        ("01-chinh-sach", "      - id: ho-tro-hoc-phi", "      - id: hoc-ba-so"),
    ):
        file = ward / f"topics/{name}.yaml"
        text = file.read_text(encoding="utf-8")
        edit(file, text[text.index(first) : text.index(last)], "")
    assert [code for code, _ in told(kehoach, ward)].count("KH401") == 1


@pytest.mark.parametrize("last", ["topics:", "      - id: guong-nha-giao", "    products:\n      - id: toa-dam-20-11"])
def test_what_may_be_lost_with_the_end_of_a_group_is_not_missed(kehoach: Kehoach, ward: Path, last: str) -> None:
    file = ward / "topics/03-thi-dua.yaml"
    cut(file, last)
    file.write_text(
        file.read_text(encoding="utf-8") + last.split("\n", maxsplit=1)[0] + "\n", encoding="utf-8", newline="\n"
    )
    assert {place.partition(":")[0] for _, place in told(kehoach, ward)} == {"topics/03-thi-dua.yaml"}


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


def changed(file: Path, line: int, how: str) -> None:
    lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    at = line - 1
    match how:
        case "gone":
            del lines[at]
        case "twice":
            lines.insert(at, lines[at])
        case "below":
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
        case "further in":
            lines[at] = f" {lines[at]}"
        case "two in":
            lines[at] = f"  {lines[at]}"
        case "further out":
            lines[at] = lines[at][1:]
        case "two out":
            lines[at] = lines[at][2:]
        case "tab":
            lines[at] = f"\t{lines[at].lstrip(' ')}"
        case "cut":
            del lines[at:]
    file.write_text("\n".join((*lines, "")), encoding="utf-8", newline="\n")


LIST = "progress/2026/Q1/thcs-tuong-tuong-foxg325j.yaml"


@pytest.mark.parametrize(
    ("file", "line", "how", "wanted"),
    [
        ("topics/03-thi-dua.yaml", 12, "twice", ("KH010", 13)),  # - id: of a product
        ("topics/02-nha-truong.yaml", 23, "twice", ("KH010", 24)),  # - id: of a topic
        ("topics/03-thi-dua.yaml", 3, "twice", ("KH010", 4)),  # topics:
        (LIST, 13, "gone", ("KH010", 13)),  # - id: of a result
        ("topics/02-nha-truong.yaml", 23, "gone", ("KH010", 23)),
        ("topics/02-nha-truong.yaml", 33, "gone", ("KH010", 33)),  # - id: of one of two keys
        ("units.yaml", 68, "gone", ("KH010", 68)),
        ("topics/03-thi-dua.yaml", 24, "below", ("KH010", 24)),  # - id: below its text:
        ("topics/02-nha-truong.yaml", 32, "below", ("KH010", 33)),  # text: below the next - id:
        ("reports/2026-Q3.yaml", 3, "further in", ("KH005", 3)),
        ("topics/03-thi-dua.yaml", 22, "further in", ("KH005", 22)),
        ("units.yaml", 24, "further in", ("KH005", 24)),
        ("topics/02-nha-truong.yaml", 23, "two in", ("KH005", 23)),
        ("reports/2026-Q2.yaml", 31, "two out", ("KH005", 31)),
        ("plan.yaml", 30, "further out", ("KH005", 30)),
        ("plan.yaml", 15, "tab", ("KH004", 15)),
        ("plan.yaml", 91, "gone", ("KH012", 91)),  # forms:
        ("plan.yaml", 26, "gone", ("KH012", 26)),  # sections:
        ("plan.yaml", 168, "gone", ("KH012", 168)),  # appendix:
        ("plan.yaml", 8, "gone", ("KH012", 8)),  # name: of the agency
        ("units.yaml", 56, "gone", ("KH012", 56)),  # duties: below a heading
        ("topics/02-nha-truong.yaml", 27, "gone", ("KH012", 27)),  # schedule:
        ("reports/2026-Q3.yaml", 6, "twice", ("KH501", 7)),
        ("units.yaml", 75, "gone", ("KH414", 72)),  # members:
        ("plan.yaml", 23, "twice", ("KH010", 24)),  # opening: >-
        ("plan.yaml", 116, "cut", ("KH019", 115)),
        ("plan.yaml", 120, "cut", ("KH019", 119)),
        ("plan.yaml", 27, "cut", ("KH019", 26)),
        ("topics/01-chinh-sach.yaml", 18, "cut", ("KH019", 17)),
        ("units.yaml", 70, "cut", ("KH012", 68)),
    ],
)
def test_one_line_is_one_finding(
    kehoach: Kehoach, ward: Path, file: str, line: int, how: str, wanted: tuple[str, int]
) -> None:
    changed(ward / file, line, how)
    code, place = wanted
    assert told(kehoach, ward) == [(code, f"{file}:{place}")]


def test_a_copied_list_is_one_finding_at_the_copy(kehoach: Kehoach, ward: Path) -> None:
    copy = ward / "progress/2026/Q2/ttvh-etftbwvi (1).yaml"
    shutil.copy(ward / "progress/2026/Q2/ttvh-etftbwvi.yaml", copy)
    found = told(kehoach, ward)
    assert ("KH407", "progress/2026/Q2/ttvh-etftbwvi (1).yaml:1") in found
    assert [code for code, _ in found].count("KH407") == 1


def test_the_number_of_a_copied_report_is_not_told_of_the_original(kehoach: Kehoach, ward: Path) -> None:
    shutil.copy(ward / "reports/2026-Q2.yaml", ward / "reports/2026-Q2 (1).yaml")
    assert {place.partition(":")[0] for _, place in told(kehoach, ward)} == {"reports/2026-Q2 (1).yaml"}


def test_one_insert_for_the_other_is_told_where_it_stands(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "plan.yaml", "insert: duties", "insert: channels")
    assert told(kehoach, ward) == [("KH105", "plan.yaml:81")]


def test_an_error_in_another_file_hides_no_result_of_another_product(kehoach: Kehoach, ward: Path) -> None:
    entry = "progress/2026/Q3/20260910-mn-hoa-giay-video-khai-giang-llt5mg72.yaml"
    edit(ward / entry, "wording: f480f6a4b8f3", 'wording: "2262e69d99f9"')
    edit(ward / "units.yaml", "kind: office", "kind: office\n    phone: 1")
    assert [code for code, place in told(kehoach, ward) if place.startswith(entry)] == ["KH410"]


@pytest.mark.parametrize("rank", ["T.M", "T/M", "TM"])
def test_a_rank_is_written_without_marks_in_it_and_with_a_stop(kehoach: Kehoach, ward: Path, rank: str) -> None:
    edit(ward / "plan.yaml", "- TM. ỦY BAN", f"- {rank} ỦY BAN")
    assert [code for code, _ in told(kehoach, ward)] == ["KH115"]


def test_the_name_of_a_unit_is_spelled_as_the_document_spells(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "units.yaml", "name: Phòng Văn hóa", "name: Phòng Văn hoá")
    assert told(kehoach, ward) == [("KH522", "units.yaml:5")]


def test_what_is_inserted_twice_is_read_once(kehoach: Kehoach, ward: Path) -> None:
    edit(ward / "plan.yaml", "insert: channels", "insert: duties")
    edit(ward / "units.yaml", "thường xuyên cập nhật", "thường xuyên xuyên cập nhật")
    assert [code for code, _ in told(kehoach, ward)] == ["KH105", "KH501"]


@pytest.mark.parametrize("tail", [" ", "   ", "  # ghi chú"])
@pytest.mark.parametrize("file", ["plan.yaml", "units.yaml", "topics/02-nha-truong.yaml", "reports/2026-Q2.yaml"])
def test_blanks_and_comments_behind_a_key_say_nothing(kehoach: Kehoach, ward: Path, file: str, tail: str) -> None:
    lines = (ward / file).read_text(encoding="utf-8").split("\n")
    keys = [f"{line}{tail}" if re.fullmatch(r" *(?:- )?[a-z_]+:", line) else line for line in lines]
    assert keys != lines
    (ward / file).write_text("\n".join(keys), encoding="utf-8", newline="\n")
    assert told(kehoach, ward) == []


def test_a_result_under_a_name_that_nobody_reads_breaks_no_sum(kehoach: Kehoach, ward: Path) -> None:
    file = next((ward / "progress/2026/Q1").glob("vhxh-*.yaml"))
    file.rename(file.with_name(f"{file.name}.txt"))
    assert {code for code, _ in told(kehoach, ward)} == {"KH017"}


def test_an_emptied_group_leaves_no_unit_without_a_task(kehoach: Kehoach, ward: Path) -> None:
    (ward / "topics/03-thi-dua.yaml").write_text("", encoding="utf-8")
    assert "KH561" not in {code for code, _ in told(kehoach, ward)}
