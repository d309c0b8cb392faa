"""`kehoach diff`, `text` and `check --against`: what a reviewer reads of an edit, on real git histories."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.changes.compare import changes_between
from kehoach_cli.changes.edits import applied
from kehoach_cli.changes.facts import facts_of
from kehoach_cli.loading.workspace import load
from kehoach_cli.source.git import Revision
from tests.conftest import REPOSITORY
from tests.edit import replace
from tests.progress import Made, with_forms, write
from tests.wordml import WordFile

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

TOPICS, PLAN, UNITS = "topics/01-nhom.yaml", "plan.yaml", "units.yaml"


def git(root: Path, *words: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@vi-du.example", "-c", "commit.gpgsign=false"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *identity, *words]
    return subprocess.run(command, cwd=root, env=clean, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def root(small: Path) -> Path:
    """The small workspace in a git repository, committed once."""
    git(small, "init", "-q", "-b", "chinh")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "1")
    return small


def lines(kehoach: Kehoach, root: Path, *words: str) -> list[str]:
    result = kehoach("-C", root, "diff", *words)
    assert result.code == 0, result.err
    return result.out.split("\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (TOPICS, "units: [vhxh, csgd]", "units: [csgd]",
         "~ I.1 Truyền thông chính sách: đơn vị thực hiện: bỏ [-“Phòng Văn hóa - Xã hội”-]"),
        (TOPICS, "schedule: Quý I, II", "schedule: Quý III",
         "~ I.1 Truyền thông chính sách: thời gian: [-“Quý I, II”-] → {+“Quý III”+}"),
        (TOPICS, "lead: ubnd", "lead: vhxh", "~ I.1 Truyền thông chính sách: đơn vị chủ trì: bỏ [-“UBND phường”-]; thêm {+“Phòng Văn hóa - Xã hội”+}"),
        (TOPICS, "text: Bài viết về chính sách.", "text: Bài viết hay về chính sách.",
         "~ I.1.2 Bài viết hay về chính sách: lời: [-“Bài viết về chính sách.”-] → {+“Bài viết hay về chính sách.”+}"),
        (TOPICS, "title: Nhóm thứ nhất", "title: Nhóm đầu", "~ nhóm I Nhóm đầu: tên nhóm: [-“Nhóm thứ nhất”-] → {+“Nhóm đầu”+}"),
        (PLAN, "  - Sở GDĐT\n", "", "~ kế hoạch: nơi nhận: bỏ [-“Sở GDĐT”-]"),
        (PLAN, "name: Nguyễn Văn Mẫu", "name: Trần Thị Mẫu",
         "~ kế hoạch: người ký: [-“Nguyễn Văn Mẫu”-] → {+“Trần Thị Mẫu”+}"),
        (PLAN, "bullet: Cụ thể hóa", "sub: Cụ thể hóa",
         "~ kế hoạch: lời văn: sửa mục I.1: [---] {+++} Cụ thể hóa kế hoạch của Sở theo Phụ lục."),
        (UNITS, "name: UBND phường", "name: UBND phường Mẫu",
         "~ đơn vị UBND phường Mẫu: tên: [-“UBND phường”-] → {+“UBND phường Mẫu”+}"),
        (UNITS, "- Chủ trì tham mưu.", "- Chủ trì tham mưu, đôn đốc.",
         "~ đơn vị Phòng Văn hóa - Xã hội: nhiệm vụ: sửa Chủ trì tham [-mưu.-] {+mưu, đôn đốc.+}"),
        (TOPICS, "id: tin-mam-non", "id: tin-tre", "= I.2.1 Tuyến thông tin về mầm non: đổi mã [-tin-mam-non-] → {+tin-tre+}"),
    ],
)  # fmt: skip
def test_an_edit_is_said_in_a_sentence(kehoach: Kehoach, root: Path, file: str, old: str, new: str, said: str) -> None:
    replace(root / file, old, new)
    found = lines(kehoach, root)
    changes = [line for line in found if line[:2] in {"~ ", "+ ", "- ", "> ", "= ", "^ "}]
    assert changes == [said]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (TOPICS, "text: Bài viết về chính sách.", 'text: "Bài viết về chính sách." # ghi chú'),
        (TOPICS, "text: Bài viết về chính sách.", "text: >-\n          Bài viết\n          về chính sách."),
        (TOPICS, "units: [vhxh, csgd]", "units:\n      - vhxh\n      - csgd"),
    ],
)
def test_wrapping_quotes_and_comments_are_no_change(
    kehoach: Kehoach, root: Path, file: str, old: str, new: str
) -> None:
    replace(root / file, old, new)
    assert lines(kehoach, root)[0] == "HEAD → tệp đang có: không có gì thay đổi"


def test_moving_reordering_adding_and_removing_are_what_they_are(kehoach: Kehoach, root: Path) -> None:
    text = (root / TOPICS).read_text(encoding="utf-8")
    start = text.index("  - id: mam-non-moi")
    (root / TOPICS).write_text(text[:start], encoding="utf-8")
    (root / "topics/02-hai.yaml").write_text(f"title: Nhóm hai\ntopics:\n{text[start:]}", encoding="utf-8")
    assert lines(kehoach, root)[:2] == [
        "+ nhóm II Nhóm hai: thêm mới (0 sản phẩm)",
        "> II.1 Giáo dục mầm non: chuyển từ [-nhóm I Nhóm thứ nhất-] sang {+nhóm II Nhóm hai+}",
    ]
    git(root, "checkout", "-q", ".")
    (root / "topics/02-hai.yaml").unlink()
    first, second = (
        "      - id: tin-chinh-sach\n        text: Tuyến thông tin về chính sách.\n",
        "      - id: bai-chinh-sach\n        text: Bài viết về chính sách.\n",
    )
    replace(root / TOPICS, first + second, second + first)
    assert lines(kehoach, root)[0].startswith("^ I.1 Truyền thông chính sách: thứ tự các sản phẩm: thứ tự mới ")
    replace(root / TOPICS, second + first, first + "      - id: moi\n        text: Cuộc thi vẽ tranh.\n")
    assert lines(kehoach, root)[:2] == [
        "- I.1.2 Bài viết về chính sách: bỏ: [-Bài viết về chính sách.-]",
        "+ I.1.2 Cuộc thi vẽ tranh: thêm mới: {+Cuộc thi vẽ tranh.+}",
    ]


def test_a_product_that_is_split_stands_beside_its_parts(kehoach: Kehoach, root: Path) -> None:
    old = "      - id: tin-chinh-sach\n        text: Tuyến thông tin về chính sách.\n"
    new = "".join(
        f"      - id: tin-{name}\n        text: Tuyến thông tin về chính sách {name}.\n"
        for name in ("hoc-phi", "luong")
    )
    replace(root / TOPICS, old, new)
    found = lines(kehoach, root)
    assert found[0].startswith("= I.1.1 Tuyến thông tin về chính sách hoc-phi: đổi mã [-tin-chinh-sach-]")
    assert found[1].startswith(
        "~ I.1.1 Tuyến thông tin về chính sách hoc-phi: lời: [-“Tuyến thông tin về chính sách.”-]"
    )
    assert found[2].startswith("+ I.1.2 Tuyến thông tin về chính sách luong: thêm mới")


def test_another_id_is_one_change_wherever_it_is_referred_to(kehoach: Kehoach, root: Path) -> None:
    for name in (TOPICS, PLAN, UNITS):
        text = (root / name).read_text(encoding="utf-8")
        (root / name).write_text(text.replace("ubnd", "uy-ban").replace("vhxh", "phong-vhxh"), encoding="utf-8")
    assert [line for line in lines(kehoach, root) if line[:2] in {"~ ", "+ ", "- ", "> ", "= ", "^ "}] == [
        "= đơn vị Phòng Văn hóa - Xã hội: đổi mã [-vhxh-] → {+phong-vhxh+}",
        "= đơn vị UBND phường: đổi mã [-ubnd-] → {+uy-ban+}",
    ]


def test_a_year_of_edits_adds_up_month_by_month(root: Path) -> None:
    edits = [
        (PLAN, "place: Mẫu", "place: Phường Mẫu"),
        (TOPICS, "schedule: Quý I, II", "schedule: Quý I,II,III"),
        (TOPICS, "units: [vhxh, csgd]", "units: [csgd, vhxh, ubnd]"),
        (UNITS, "      - Phòng VHXH\n", "      - Phòng VHXH\n      - P. VHXH\n"),
        (TOPICS, "text: Bài viết về chính sách.", "text: Bài viết, phóng sự về chính sách."),
        (TOPICS, "lead: vhxh", "lead: [vhxh, ubnd]"),
        (PLAN, "  - Sở GDĐT\n", "  - Sở GDĐT\n  - Các trường\n"),
        (TOPICS, "id: bai-chinh-sach", "id: phong-su"),
        (PLAN, "bullet: Cụ thể hóa kế hoạch của Sở theo Phụ lục.", "plain: Cụ thể hóa, chi tiết kế hoạch của Sở."),
        (UNITS, "members: [hoa-mau]", "members: []"),
        (PLAN, "month: 3", "month: 12"),
    ]
    for month, (file, old, new) in enumerate(edits, 1):
        replace(root / file, old, new)
        git(root, "commit", "-qam", f"tháng {month}")
    states = [facts_of(load(Revision(root, f"HEAD~{back}")).workspace) for back in range(len(edits), -1, -1)]
    values = {key: fact.value for key, fact in states[0].items()}
    for before, after in pairwise(states):
        changes = changes_between(before, after)
        assert changes
        values = applied(values, changes)
    assert values == {key: fact.value for key, fact in states[-1].items()}
    whole = applied({key: fact.value for key, fact in states[0].items()}, changes_between(states[0], states[-1]))
    assert whole == values


def test_a_worktree_and_a_shallow_clone_compare_as_well(kehoach: Kehoach, root: Path, tmp_path: Path) -> None:
    replace(root / PLAN, "place: Mẫu", "place: Khác")
    git(root, "commit", "-qam", "2")
    git(root, "worktree", "add", "-q", str(tmp_path / "cay"), "HEAD~1")
    assert lines(kehoach, tmp_path / "cay", "HEAD..chinh")[0] == "~ kế hoạch: địa danh: [-“Mẫu”-] → {+“Khác”+}"
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "nong")
    replace(tmp_path / "nong" / PLAN, "place: Khác", "place: Mới")
    assert lines(kehoach, tmp_path / "nong")[0] == "~ kế hoạch: địa danh: [-“Khác”-] → {+“Mới”+}"
    assert kehoach("-C", tmp_path / "nong", "diff", "HEAD~1").code == 2


def test_effects_on_units_and_on_what_was_recorded(kehoach: Kehoach, root: Path) -> None:
    write(with_forms(root), [Made(date(2026, 2, 1)), Made(date(2026, 2, 2), product="bai-chinh-sach")])
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2")
    replace(root / TOPICS, "units: [vhxh, csgd]", "units: [ubnd, csgd]")
    replace(root / TOPICS, "schedule: Quý I, II", "schedule: Quý I,II,III")
    replace(root / TOPICS, "text: Bài viết về chính sách.", "text: Bài viết mới về chính sách.")
    out = "\n".join(lines(kehoach, root))
    assert "Phòng Văn hóa - Xã hội: bớt 4 nhiệm vụ (2 trong Quý I, 2 trong Quý II); KHÔNG CÒN nhiệm vụ nào" in out
    assert "UBND phường: thêm 6 nhiệm vụ (2 trong Quý I, 2 trong Quý II, 2 trong Quý III)" in out
    assert "Trường Mầm non Hoa Mẫu: thêm 2 nhiệm vụ (2 trong Quý III)" in out
    assert "1 kết quả đã ghi theo lời cũ của sản phẩm: progress/2026/Q1/20260202-" in out
    data = json.loads(kehoach("-C", root, "diff", "--format", "json").out)
    assert {unit["unit"]: unit["left"] for unit in data["effects"]["units"]} == {"vhxh": 0, "ubnd": 6, "hoa-mau": 7}


def test_a_new_result_is_said_and_packing_is_no_change(kehoach: Kehoach, root: Path) -> None:
    with_forms(root)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2")
    words = ["-u", "vhxh", "-d", "5/1/2026", "-f", "tin-bai", "-n", "3", "--note", "x"]
    assert kehoach("-C", root, "record", "I.1.1", *words).code == 0
    (said,) = [line for line in lines(kehoach, root) if line.startswith("+ kết quả ")]
    wanted = "2026-01-05, Phòng Văn hóa - Xã hội, I.1.1 Tuyến thông tin về chính sách, 3 Tin, bài"
    assert said.endswith(f": thêm mới: {{+{wanted}+}}")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "3")
    assert kehoach("-C", root, "pack", "--quarter", "I", "--yes", "--force").code == 0
    assert lines(kehoach, root)[0] == "HEAD → tệp đang có: không có gì thay đổi"


def test_a_year_of_edits_reads_from_any_revision_to_any_other(kehoach: Kehoach, root: Path) -> None:
    for number in range(2, 6):
        replace(
            root / PLAN,
            "năm 2026\nagency" if number == 2 else f"năm 2026 {number - 1}\nagency",
            f"năm 2026 {number}\nagency",
        )
        git(root, "commit", "-qam", str(number))
    assert lines(kehoach, root)[0] == "HEAD → tệp đang có: không có gì thay đổi"
    there, back = lines(kehoach, root, "HEAD~3..HEAD~1"), lines(kehoach, root, "HEAD~1..HEAD~3")
    assert "2026 2" in there[0]
    assert back[0] != there[0]
    assert lines(kehoach, root, "HEAD~2")[-3].startswith("HEAD~2 → tệp đang có: 1 sửa")


def test_markdown_cannot_be_broken_by_the_plan_and_answers_the_three_questions(kehoach: Kehoach, root: Path) -> None:
    replace(root / TOPICS, "title: Truyền thông chính sách", 'title: "Truyền | thông <b>*chính* sách"')
    replace(root / TOPICS, "units: [mam-non]", "units: [vhxh]")
    out = kehoach("-C", root, "diff", "--format", "markdown").out
    rows = [line for line in out.split("\n") if line.startswith("| sửa")]
    assert len(rows) == 2
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 4 for row in rows)
    assert "<b>" not in out
    assert "Kiểm tra bản mới: không có lỗi" in out  # may it be merged
    assert "- Trường Mầm non Hoa Mẫu: bớt 1 nhiệm vụ" in out  # who is affected
    assert "2 sửa" in out.split("\n")[0]  # what changed


def test_the_officials_table_holds_both_sides_of_what_is_printed(kehoach: Kehoach, root: Path) -> None:
    replace(root / PLAN, "closing: Trên đây là kế hoạch", "closing: Trên đây là toàn bộ kế hoạch")
    replace(root / UNITS, "      - Các CSGD\n", "      - Các trường\n")  # another name is not printed
    path = root / "ss.docx"
    assert kehoach("-C", root, "diff", "--format", "docx", "-o", path).code == 0
    assert kehoach("-C", root, "diff", "--format", "docx", "-o", path).code == 0
    texts = [line.text for line in WordFile(path).lines()]
    assert "BẢNG SO SÁNH NỘI DUNG SỬA ĐỔI, BỔ SUNG" in texts
    place = texts.index("1")
    assert texts[place : place + 4] == [
        "1",
        "kế hoạch",
        "câu kết: Trên đây là kế hoạch của phường Mẫu",
        "câu kết: Trên đây là toàn bộ kế hoạch của phường Mẫu",
    ]
    assert "2" not in texts


def test_looking_leaves_the_repository_as_it_is(kehoach: Kehoach, root: Path) -> None:
    def tree() -> str:
        found = hashlib.sha256()
        for path in sorted(root.rglob("*")):
            found.update(str(path).encode() + (path.read_bytes() if path.is_file() else b""))
        return found.hexdigest()

    replace(root / PLAN, "place: Mẫu", "place: Khác")
    before = tree()
    for words in (["diff"], ["diff", "HEAD"], ["diff", "HEAD..HEAD"], ["check", "--against", "HEAD"]):
        kehoach("-C", root, *words)
    assert tree() == before


@pytest.mark.parametrize("words", [["HEAD~9"], ["khong-co..HEAD"], ["--upload-pack=x"]])
def test_a_revision_that_is_not_there_is_refused(kehoach: Kehoach, root: Path, words: list[str]) -> None:
    result = kehoach("-C", root, "diff", *words)
    assert (result.code, result.out) == (2, "")


def test_outside_git_it_says_so(kehoach: Kehoach, small: Path) -> None:
    result = kehoach("-C", small, "diff")
    assert (result.code, "không nằm trong kho git" in result.err) == (2, True)


def test_errors_on_a_side_are_told(kehoach: Kehoach, root: Path) -> None:
    replace(root / TOPICS, "lead: ubnd", "lead: ai-do")
    result = kehoach("-C", root, "diff")
    assert (result.code, "tệp đang có: 1 lỗi" in result.err, "Bản mới: 1 lỗi" in result.out) == (1, True, True)


def test_an_issued_plan_may_not_change_in_silence(kehoach: Kehoach, root: Path) -> None:
    replace(root / PLAN, "date:\n  month: 3", "number: 5\ndate:\n  day: 2\n  month: 3")
    git(root, "commit", "-qam", "ban hành")
    assert kehoach("-C", root, "check", "--against", "HEAD").code == 0
    replace(root / UNITS, "      - Các CSGD\n", "      - Các CSGD\n      - Các trường\n")
    assert kehoach("-C", root, "check", "--against", "HEAD").code == 0
    replace(root / TOPICS, "schedule: Quý I, II", "schedule: Quý I")
    result = kehoach("-C", root, "check", "--against", "HEAD")
    assert result.code == 1
    assert "topics/01-nhom.yaml:7:15: lỗi[KH801] kế hoạch số 05/KH-UBND đã ban hành, chỗ này đã khác" in result.out
    assert kehoach("-C", root, "check", "--against", "HEAD~1").code == 0
    assert kehoach("explain", "KH801").code == 0


def test_git_shows_documents_and_data_as_words(kehoach: Kehoach, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "kh.docx"
    assert kehoach("-C", root, "plan", "-o", path).code == 0
    words = kehoach("text", path).out
    assert "Ủy ban nhân dân phường Mẫu xây dựng kế hoạch như sau" in words.split("\n")
    assert "1 | Truyền thông chính sách | " in words
    assert "topics › chinh-sach › schedule: Quý I, II" in kehoach("text", root / TOPICS).out
    for data, said in ((b"PKxx", "không phải tệp .docx"), (None, "không đọc được")):
        if data:
            (tmp_path / "x.docx").write_bytes(data)
        result = kehoach("text", tmp_path / ("x.docx" if data else "khong-co.docx"))
        assert (result.code, said in result.err) == (2, True)
    (root / ".gitattributes").write_text((REPOSITORY / ".gitattributes").read_text(encoding="utf-8"), encoding="utf-8")
    git(root, "config", "diff.kehoach.textconv", f"{sys.executable} -m kehoach_cli text")
    replace(root / TOPICS, "text: Bài viết về chính sách.", 'text: "Bài viết về chính sách."')
    assert "bai-chinh-sach" not in git(root, "diff", "--", TOPICS)
    replace(root / TOPICS, "schedule: Quý I, II", "schedule: Quý I")
    assert "-topics › chinh-sach › schedule: Quý I, II\n+topics › chinh-sach › schedule: Quý I\n" in git(root, "diff")
