"""Whole files that are not what they should be: bytes, names, folders, links; several faults in one run."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.plan import PLAN
from kehoach_cli.loading.topics import group_record
from kehoach_cli.loading.units import UNITS
from kehoach_cli.loading.workspace import load
from kehoach_cli.source import tree
from kehoach_cli.source.events import PythonParser
from kehoach_cli.source.legacy import old_letters
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.reader import read
from kehoach_cli.source.tree import WorkingTree
from tests.conftest import SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.edit import replace
from tests.progress import Made, with_forms, write
from tests.test_traps import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

TOPICS = "topics/01-nhom.yaml"
# TCVN3 (.VnTime) has one byte for each letter; these are enough for one sentence.
TCVN3 = {"à": 0xB5, "á": 0xB8, "ả": 0xB6, "í": 0xDD, "ô": 0xAB, "ư": 0xAD, "ế": 0xD5, "ề": 0xD2, "ể": 0xD3, "ệ": 0xD6}
TCVN3 |= {"ự": 0xF9, "ủ": 0xF1, "ớ": 0xED, "Đ": 0xA7}
SENTENCE = "Tuyến thông tin về triển khai thực hiện chính sách của Đảng và Nhà nước"


def in_windows_1258(text: str) -> bytes:
    """Encode as Windows does: letters with their hat or horn, tones as combining marks."""
    out = b""
    for letter in text:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        letter_ = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tones))
        out += (letter_ + "".join(tones)).encode("cp1258")
    return out


DEEP = "".join("  " * depth + "- \n" for depth in range(1, 40))


@pytest.mark.parametrize(
    ("nested", "column"),
    [
        pytest.param("accept: " + "[" * 40 + "]" * 40, 40, id="lists"),
        pytest.param("accept: " + "{a: " * 40 + "}" * 40, 133, id="tables"),
        pytest.param("accept: " + "{a: " * 1_000 + "}" * 1_000, 133, id="beyond libyaml's own limit"),
        pytest.param("accept: " + "[" * 100_000 + "]" * 100_000, 40, id="many"),
        pytest.param("accept: " + "[" * 100_000, 40, id="left open"),
        pytest.param("accept: " + "[" * 40, 40, id="left open near the limit"),
        pytest.param("accept: " + "[" * 40 + "@", 40, id="with a mistake inside"),
        pytest.param("accept: " + "[" * 40 + '"\\q"', 40, id="with an escape inside"),
        pytest.param(f"accept:\n{DEEP}", 65, id="dashes"),
    ],
)
@pytest.mark.parametrize("parser", [{}, {"parser": PythonParser}], ids=["libyaml", "python"])
def test_what_is_nested_too_deep_hides_nothing_else(
    kehoach: Kehoach, small: Path, nested: str, column: int, parser: dict[str, type[PythonParser]]
) -> None:
    text = SMALL_TOPICS.replace("units: [vhxh, csgd]", "units: [vhxh, csdg]")
    text = text.replace("title: Nhóm thứ nhất\n", f"title: Nhóm thứ nhất\n{nested}\n")
    text = text.replace("topics:", "topic:")
    deep = 34 if "\n" in nested else 2
    root, _, findings = read(text.encode(), TOPICS, **parser)
    assert [(one.at.line, one.at.column, one.code) for one in findings] == [(deep, column, "KH007")]
    assert isinstance(root, Mapping)
    (small / TOPICS).write_text(text, encoding="utf-8")
    below = nested.count("\n")
    found = said(kehoach, small, TOPICS)[1].split(", ")
    assert found == [f"{deep}:{column} KH007", f"{3 + below}:1 KH011", f"{7 + below}:19 KH203"]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "1:1 KH009"),
        (b"\n\n", "1:1 KH009"),
        ("# chỉ có ghi chú\n".encode(), "1:1 KH009"),
        (b"---\n", "1:1 KH009"),
        (b"null\n", "1:1 KH009"),
        (SMALL_TOPICS.encode("utf-16"), "1:1 KH002"),
        (SMALL_TOPICS.encode("utf-16-le"), "1:1 KH002"),
        (SMALL_TOPICS.encode("utf-16-be"), "1:1 KH002"),
        (in_windows_1258(SMALL_TOPICS), "1:11 KH002"),
        (b"title: a\ntopics: " + b"[" * 1_000_000, "2:40 KH007"),
        (b"title: a\ntopics: " + b"{" * 1_000_000, "2:40 KH007"),
        (b"title: a\ntopics: " + b"[{" * 1_000_000, "2:40 KH007"),
        (b"title: a\ntopics: " + b"[ \n" * 1_000_000, "33:1 KH007"),
        (b"title: a\ntopics:\n  " + b"- " * 1_000_000, "3:65 KH007"),
        (b"title: a\ntopics:\n  " + b"? " * 1_000_000, "3:65 KH007"),
        (b"".join(b" " * depth + b"a:\n" for depth in range(1_000)), "33:33 KH007"),
        (b"title: a\n" + b"[" * 1_000_000, "2:1 KH005"),
        (b"title: a\n" + b"# " + b"x" * 6_000_000, "1:1 KH007"),
        (b"\x00" * 100, "1:1 KH003"),
        (b"PK\x03\x04" + bytes(range(256)) * 10, None),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", None),
    ],
)
def test_a_file_that_is_no_plan_is_one_finding(kehoach: Kehoach, small: Path, data: bytes, found: str | None) -> None:
    (small / TOPICS).write_bytes(data)
    code, shown = said(kehoach, small, TOPICS)
    assert code == 1
    assert found is None or shown == found
    for parser in ({}, {"parser": PythonParser}):
        root, _, findings = read(data, TOPICS, **parser)
        assert findings
        assert root is None or found is None


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.rstrip("\n"),
        lambda text: text + "\n\n# hết\n...\n",
    ],
    ids=["BOM", "CRLF", "CR", "no last line end", "end mark"],
)
def test_harmless_forms_of_a_file_change_nothing(kehoach: Kehoach, small: Path, change: object) -> None:
    assert callable(change)
    before = kehoach("-C", small, "list", "--format", "json").out
    for name in ("plan.yaml", "units.yaml", TOPICS):
        text = (small / name).read_text(encoding="utf-8")
        (small / name).write_bytes(change(text).encode())
    assert kehoach("-C", small, "check").out == "không có lỗi, không có cảnh báo trong 3 tệp\n"
    assert kehoach("-C", small, "list", "--format", "json").out == before


def test_marks_written_apart_are_read_as_one_letter_and_noted_once_a_file(kehoach: Kehoach, small: Path) -> None:
    before = kehoach("-C", small, "list", "--format", "json").out
    text = (small / TOPICS).read_text(encoding="utf-8")
    (small / TOPICS).write_bytes(unicodedata.normalize("NFD", text).encode())
    assert said(kehoach, small, TOPICS) == (0, "1:10 KH018")
    assert kehoach("-C", small, "check", "--strict").code == 0
    assert kehoach("-C", small, "list", "--format", "json").out == before


def test_the_code_page_is_guessed_in_words(kehoach: Kehoach, small: Path) -> None:
    (small / TOPICS).write_bytes(in_windows_1258(SMALL_TOPICS))
    assert "có vẻ là bảng mã Windows-1258" in kehoach("-C", small, "check").out
    old = b"".join(bytes([TCVN3[letter]]) if letter in TCVN3 else letter.encode("ascii") for letter in SENTENCE)
    (small / TOPICS).write_bytes(b"title: " + old)
    assert "có vẻ là bảng mã TCVN3" in kehoach("-C", small, "check").out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("  - C¨n cø NghÞ ®Þnh sè 30/2020/N§-CP", "Căn cứ Nghị định số 30/2020/NĐ-CP"),
        ('title: "UÛY BAN NHAÂN DAÂN"', "ỦY BAN NHÂN DÂN"),
        ("    th\u00ad viÖn, häc sinh vµ phô huynh", "thư viện, học sinh và phụ huynh"),
        ("  text: © Müller, café 40 µg ở 20 °C, ®", ""),
        ("  text: © Müller, café 40 µg, 20 °C, ®", ""),
        ("  text: 5 µm, 7 µl, Niño y señor", ""),
        ("  text: Tôi là cô bé và chú", ""),
    ],
)
def test_the_letters_of_an_old_font_are_read_where_they_make_words(line: str, says: str) -> None:
    old = old_letters(line)
    assert (old.text if old else "") == says


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", TOPICS])
def test_a_file_cut_off_within_a_letter_is_to_be_restored(kehoach: Kehoach, small: Path, name: str) -> None:
    data = (small / name).read_bytes()
    (small / name).write_bytes(data[: data.rindex(b"\xe1") + 2])
    shown = kehoach("-C", small, "check").out
    assert "lỗi[KH002] tệp bị cắt ở giữa một chữ" in shown
    assert "gợi ý: khôi phục tệp từ git" in shown
    assert shown.count("lỗi[") == 1


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", TOPICS])
def test_a_folder_in_the_place_of_a_file(kehoach: Kehoach, small: Path, name: str) -> None:
    (small / name).unlink()
    (small / name).mkdir()
    result = kehoach("-C", small, "check")
    assert result.code == 1
    assert f"{name}: lỗi[KH001] không đọc được: là thư mục, không phải tệp" in result.out


def test_a_file_in_the_place_of_a_folder(kehoach: Kehoach, small: Path) -> None:
    shutil.rmtree(small / "topics")
    (small / "topics").write_text("x", encoding="utf-8")
    assert said(kehoach, small) == (1, "topics:1:1 KH001")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("target", ["units.yaml", "khong-co.yaml", TOPICS])
def test_links_are_not_followed(kehoach: Kehoach, small: Path, target: str) -> None:
    (small / TOPICS).unlink()
    (small / TOPICS).symlink_to(small / target)  # the last one is a loop
    result = kehoach("-C", small, "check")
    assert result.code == 1
    assert f"{TOPICS}: lỗi[KH001] không đọc được: là liên kết, không phải tệp" in result.out


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_is_not_followed_where_the_system_cannot_be_told_so(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Windows has no O_NOFOLLOW: the link is seen before the file is opened.
    monkeypatch.setattr(tree, "_NO_LINKS", 0)
    monkeypatch.setattr(tree, "_READ", os.O_RDONLY)
    (small / "units.yaml").rename(small / "khac.txt")
    (small / "units.yaml").symlink_to(small / "khac.txt")
    assert said(kehoach, small) == (1, "units.yaml:1:1 KH001")
    assert "là liên kết" in kehoach("-C", small, "check").out


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_file_that_may_not_be_read(kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # root may read everything, so the refusal is made where the system would make it
    real_open = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("units.yaml"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert said(kehoach, small) == (1, "units.yaml:1:1 KH001")


@pytest.mark.parametrize("name", ["plan.yaml", "units.yaml", TOPICS])
def test_a_missing_file_changes_the_outcome(kehoach: Kehoach, small: Path, name: str) -> None:
    (small / name).unlink()
    assert kehoach("-C", small, "check").code in {1, 2}


@pytest.mark.parametrize(
    "name",
    [
        "topics/02-nhom.yaml.bak",
        "topics/ghi chú.txt",
        "topics/02-nhom.yaml~",
        "plan.yml",
        "unit.yaml",
        "Topics 2026.YAML",
    ],
)
def test_a_file_that_belongs_to_nothing_is_reported(kehoach: Kehoach, small: Path, name: str) -> None:
    (small / name).write_text("title: x\n", encoding="utf-8")
    assert said(kehoach, small) == (1, f"{name}:1:1 KH015")


@pytest.mark.parametrize("ending", [".yaml.bak", ".yaml~", ".yml", ".yaml.txt", ".yaml (1)", ".txt", ".bak"])
def test_a_stray_file_is_offered_a_name_that_is_free(kehoach: Kehoach, small: Path, ending: str) -> None:
    (small / f"topics/02-nhom{ending}").write_text("title: x\n", encoding="utf-8")
    assert "đổi tên thành `topics/02-nhom.yaml`, nếu" in kehoach("-C", small, "check").out
    (small / f"topics/02-nhom{ending}").rename(small / f"topics/01-nhom{ending}")
    assert "xóa nếu chỉ là bản chép của topics/01-nhom.yaml, hoặc" in kehoach("-C", small, "check").out


@pytest.mark.parametrize("name", ["topics/02-nhom.yml", "topics/02-nhom.YAML"])
def test_a_group_that_would_be_missing_for_its_name_stops_the_document(
    kehoach: Kehoach, small: Path, name: str
) -> None:
    (small / name).write_text("title: x\ntopics: []\n", encoding="utf-8")
    assert said(kehoach, small) == (1, f"{name}:1:1 KH016")
    assert "đổi tên thành `topics/02-nhom.yaml`" in kehoach("-C", small, "check").out
    assert kehoach("-C", small, "plan", "-o", small / "x.docx").code == 1


def test_a_folder_among_the_groups_is_reported(kehoach: Kehoach, small: Path) -> None:
    (small / "topics/cu").mkdir()
    assert said(kehoach, small) == (1, "topics/cu:1:1 KH015")
    (small / "topics/cu/02-nhom.yaml").write_text("title: x\ntopics: []\n", encoding="utf-8")
    assert said(kehoach, small) == (1, "topics/cu:1:1 KH016")
    assert kehoach("-C", small, "plan", "-o", small / "x.docx").code == 1


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("topics/08-moi.yaml", "", "KH009", id="empty"),
        pytest.param("topics/08-moi.yaml", "# sắp viết\n\n", "KH009", id="comments"),
        pytest.param("topics/08-moi.yaml", "gọi cho trường\n", "KH013", id="a text"),
        pytest.param("topics/08-moi.yaml", "- vhxh\n- csgd\n", "KH013", id="a list"),
        pytest.param("topics/08-moi.yml", "units: []\n", "KH016", id="no group"),
        pytest.param("topics/01-nhom.yaml.bak", None, "KH015", id="a copy"),
        pytest.param("topics/cu/01-nhom-cu.yaml", None, "KH016", id="a folder of copies"),
        pytest.param("topics/._01-nhom.yaml", None, "", id="litter"),
    ],
)
def test_nothing_else_goes_silent_beside_a_file_that_no_topic_was_lost_with(
    kehoach: Kehoach, small: Path, name: str, text: str | None, found: str
) -> None:
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_text(text if text is not None else (small / TOPICS).read_text("utf-8"), encoding="utf-8")
    workspace = load(WorkingTree(small)).workspace
    assert workspace.whole
    assert [one.rpartition(" ")[2] for one in said(kehoach, small)[1].split(", ")] == ([found] if found else [""])


@pytest.mark.parametrize(
    "name", ["topics/02-hai.yaml.bak", "topics/02-hai.yml", "topics/cu/02-hai.yaml", "topics/02-hai.yaml.txt", "02.yml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_topics_that_stand_where_nobody_reads_them_are_lost(small: Path, name: str, encoding: str) -> None:
    (small / name).parent.mkdir(exist_ok=True)
    other = (small / TOPICS).read_text(encoding="utf-8").replace("id: tin-chinh-sach", "id: tin-khac")
    (small / name).write_text(other, encoding=encoding)
    assert not load(WorkingTree(small)).workspace.whole


def test_an_emptied_file_is_no_gap_and_its_products_are_not_unknown(kehoach: Kehoach, small: Path) -> None:
    write(with_forms(small), [Made(date(2026, 4, 1)), Made(date(2026, 4, 2), product="bai-chinh-sach")])
    text = (small / TOPICS).read_text(encoding="utf-8")
    for number in ("02", "03"):
        other = text.replace("-sach", f"-khac-{number}").replace("mam-non-moi", f"m-{number}")
        other = other.replace("tin-mam-non", f"t-{number}")
        (small / f"topics/{number}-nhom-{number}.yaml").write_text(other, encoding="utf-8")
    (small / TOPICS).write_text("", encoding="utf-8")
    assert "KH401" not in said(kehoach, small)[1]
    assert "KH111" not in said(kehoach, small)[1]


@pytest.mark.parametrize(
    "name",
    [
        "topics/.gitkeep",
        "topics/.02.yaml.swp",
        "topics/~$x.yaml",
        "topics/Thumbs.db",
        ".pre-commit-config.yaml",
        "README.md",
    ],
)
def test_what_systems_and_editors_leave_behind_is_silent(kehoach: Kehoach, small: Path, name: str) -> None:
    (small / name).write_bytes(b"\x00")
    assert said(kehoach, small) == (0, "")


def test_groups_are_ordered_by_the_number_in_their_name(kehoach: Kehoach, small: Path) -> None:
    for number in (2, 10):
        text = f"title: Nhóm {number}\ntopics: []\n"
        (small / f"topics/{number}-nhom-{number}.yaml").write_text(text, encoding="utf-8")
    assert kehoach("-C", small, "show", "II").out.startswith("II  Nhóm 2\n")
    assert kehoach("-C", small, "show", "III").out.startswith("III  Nhóm 10\n")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems change the name themselves")
def test_a_file_name_in_nfd_is_read_and_shown_in_nfc(kehoach: Kehoach, small: Path) -> None:
    name = "topics/02-nhóm-hai.yaml"
    (small / unicodedata.normalize("NFD", name)).write_text("title: Hai\ntopics: []\n", encoding="utf-8")
    result = kehoach("-C", small, "check")
    assert f"{name}:2:9: cảnh báo[KH102]" in result.out
    (small / name).write_text("title: Ba\ntopics: []\n", encoding="utf-8")
    assert f"{name}: lỗi[KH001]" in kehoach("-C", small, "check").out


def test_a_few_bytes_of_another_encoding_hide_nothing_else(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, "lead: vhxh", "lead: vhxhh")
    data = (small / TOPICS).read_bytes() + b"      - id: x\n        text: Ti" + b"\xd2u\n"
    (small / TOPICS).write_bytes(data)
    assert said(kehoach, small, TOPICS) == (1, "15:11 KH203, 22:17 KH002")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("    lead: ubnd", "    lead: @ubnd", "5:11 KH005"),
        ("    lead: ubnd", "  lead: ubnd", "5:3 KH005"),
        ("    lead: ubnd", "lead: ubnd", "5:1 KH005"),
        ("    lead: ubnd", "\tlead: ubnd", "5:1 KH004"),
        ("    lead: ubnd", "---\n    lead: ubnd", "5:1 KH009"),
        ("    lead: ubnd", "<<<<<<< HEAD\n    lead: ubnd\n=======\n    lead: x\n>>>>>>> b", "5:1 KH006"),
        ("    lead: ubnd", '    lead: "ub\\qnd"', "5:14 KH005"),
        ("text: Bài viết về chính sách.", "text: >- Bài viết về chính sách.", "12:18 KH005"),
        ("text: Bài viết về chính sách.", "text: >-\n          Bài viết\n        về chính sách.", "14:9 KH005"),
        ("    lead: ubnd", "  - lead: ubnd", "5:5 KH012"),
        ("      - id: bai-chinh-sach", "        id: bai-chinh-sach", "11:9 KH010"),
        ("      - id: bai-chinh-sach", "      - - id: bai-chinh-sach", "11:7 KH005"),
    ],
)
def test_behind_a_plain_slip_the_rest_of_the_file_is_judged(
    kehoach: Kehoach, small: Path, old: str, new: str, found: str
) -> None:
    replace(small / TOPICS, "lead: vhxh", "lead: vhxhh")
    replace(small / TOPICS, old, new)
    more = new.count("\n") - old.count("\n")
    assert said(kehoach, small, TOPICS) == (1, f"{found}, {15 + more}:11 KH203")


def test_what_was_copied_whole_is_one_finding(kehoach: Kehoach, small: Path) -> None:
    text = (small / TOPICS).read_text(encoding="utf-8")
    copy = small / "topics/01-nhom - Copy.yaml"
    copy.write_text(text, encoding="utf-8")
    assert said(kehoach, small) == (1, "topics/01-nhom - Copy.yaml:1:1 KH101")
    copy.unlink()
    (small / TOPICS).write_text(text + text[text.index("  - id: mam-non-moi") :], encoding="utf-8")
    assert said(kehoach, small, TOPICS) == (1, "21:9 KH101")


def test_all_faults_of_all_files_are_reported_at_once(kehoach: Kehoach, small: Path) -> None:
    replace(small / "plan.yaml", "subject:", "subjekt:")
    replace(small / "plan.yaml", "month: 3", "month: 13")
    replace(small / "units.yaml", "kind: office", "kind: ofice")
    topics = small / TOPICS
    replace(topics, "schedule: Quý I, II", "schedule: Quý V")
    replace(topics, "lead: vhxh", "lead: vhxhh")
    replace(topics, "id: bai-chinh-sach", "id: tin-chinh-sach")
    code, shown = said(kehoach, small, TOPICS)
    assert code == 1
    assert shown.split(", ") == [
        "plan.yaml:3:1 KH011",
        "plan.yaml:12:10 KH013",
        "7:15 KH302",
        "11:13 KH101",
        "15:11 KH203",
        "units.yaml:4:11 KH013",
    ]


def test_behind_a_line_whose_meaning_is_plain_reading_goes_on(kehoach: Kehoach, small: Path) -> None:
    topics = small / TOPICS
    replace(topics, "title: Nhóm thứ nhất", 'title: "Nhóm thứ nhất')
    replace(topics, "schedule: Quý I, II", "schedule Quý V")
    replace(topics, "lead: vhxh", "lead:vhxhh")
    replace(topics, "text: Tuyến thông tin về chính sách.", "text: Tuyến thông tin: tin về chính sách.")
    code, shown = said(kehoach, small, TOPICS)
    assert code == 1
    assert shown.split(", ") == [
        "1:8 KH005",
        "7:5 KH005",
        "7:14 KH302",
        "10:30 KH005",
        "15:9 KH005",
        "15:10 KH203",
    ]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("    lead: ubnd", "    lead：ubnd", "5:9"),
        ("    lead: ubnd", "    lead:\u00a0ubnd", "5:9"),
        ("[vhxh, csgd]", "[vhxh, csgd]]", "6:24"),
        ("[vhxh, csgd]", "[vhxh, csgd],", "6:24"),
        ("[vhxh, csgd]", "[vhxh, csgd", "6:12"),
        ("    lead: ubnd", "     lead: ubnd", "5:10"),
        ("    lead: ubnd", "   lead: ubnd", "5:4"),
        ("    schedule: Quý I, II", "   schedule: Quý I, II", "7:4"),
    ],
)
def test_a_slip_of_one_sign_hides_nothing_behind_it(kehoach: Kehoach, small: Path, old: str, new: str, at: str) -> None:
    replace(small / TOPICS, old, new)
    replace(small / TOPICS, "lead: vhxh", "lead: vhxhh")
    assert said(kehoach, small, TOPICS) == (1, f"{at} KH005, 15:11 KH203")


@pytest.mark.parametrize("sign", ["–", "•", "+", "-"])
def test_a_bullet_of_another_kind_is_found_where_it_stands(kehoach: Kehoach, small: Path, sign: str) -> None:
    replace(small / "plan.yaml", "  - Các phòng, đơn vị, trường học\n", f"  {sign}Các phòng, đơn vị, trường học\n")
    assert said(kehoach, small, "plan.yaml") == (1, "35:3 KH005")


def test_two_mistakes_of_syntax_side_by_side_are_one(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, "    lead: ubnd\n    units:", "    lead ubnd\n   units:")
    assert said(kehoach, small, TOPICS) == (1, "5:5 KH005")


def test_a_broken_units_file_does_not_make_every_name_unknown(kehoach: Kehoach, small: Path) -> None:
    replace(small / "units.yaml", "  - id: ubnd", " - id: ubnd")
    assert said(kehoach, small, "units.yaml") == (1, "9:2 KH005")


STEADY = settings(
    derandomize=True, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RECORDS = {"plan.yaml": PLAN, "units.yaml": UNITS, TOPICS: group_record(TOPICS, 1, 2026)}
SOUND = {"plan.yaml": SMALL_PLAN, "units.yaml": SMALL_UNITS, TOPICS: SMALL_TOPICS}


@STEADY
@given(st.binary(max_size=400), st.sampled_from(sorted(RECORDS)))
def test_any_bytes_are_findings_never_an_exception(data: bytes, file: str) -> None:
    _, _, findings = read_record(data, file, RECORDS[file])
    assert all(finding.at.file == file for finding in findings)


@STEADY
@given(st.sampled_from(sorted(SOUND)), st.integers(0, 3000), st.integers(0, 40), st.text(max_size=12))
def test_any_edit_of_a_sound_file_is_read_alike_by_both_parsers(file: str, start: int, cut: int, put: str) -> None:
    text = SOUND[file]
    data = (text[:start] + put + text[start + cut :]).encode("utf-8", "surrogatepass")
    fast, _, found = read(data, file)
    slow, _, found_slowly = read(data, file, parser=PythonParser)
    assert (fast is None) == (slow is None)
    assert [finding.code for finding in found] == [finding.code for finding in found_slowly]


@pytest.mark.slow
@STEADY
@given(st.data())
def test_check_survives_any_edit(kehoach: Kehoach, small: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(SOUND)))
    lines = SOUND[file].split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(
        st.sampled_from(["", "  ", "x", "- x", "x: y", lines[at] * 2, lines[at].strip(), "   " + lines[at]])
    )
    for name, text in SOUND.items():
        (small / name).write_text("\n".join(lines) if name == file else text, encoding="utf-8")
    assert kehoach("-C", small, "check").code in {0, 1}
    assert kehoach("-C", small, "list").code in {0, 1}
