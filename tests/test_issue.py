"""`kehoach issue` and `register`: a number is given once, and what was issued can be made again and never changes."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.conftest import REPOSITORY
from tests.edit import replace
from tests.progress import Made, with_forms, write
from tests.test_git import git

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tests.conftest import Kehoach

PLAN, TOPICS = "plan.yaml", "topics/01-nhom.yaml"
LINE = "issued/2026/125-KH-UBND.yaml"
OWED = ("direction", "results", "limits", "causes", "plans", "proposals")


def commit(root: Path, message: str = "sửa") -> str:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(small: Path) -> Path:
    """The small workspace in git, everything committed."""
    with_forms(small)
    git(small, "init", "-q", "-b", "main")
    commit(small)
    return small


@pytest.fixture
def issued(kehoach: Kehoach, root: Path) -> Path:
    """The small workspace with its plan issued, the line of the register committed."""
    result = kehoach("-C", root, "issue", "plan", "--number", "125", "--date", "5/3/2026", "-o", root.parent / "i.docx")
    assert result.code == 0, result.err
    commit(root)
    return root


def words(kehoach: Kehoach, file: Path) -> str:
    return kehoach("text", file).out


def refused(kehoach: Kehoach, root: Path, *said: str | Path) -> str:
    """What a refusal says; nothing may have been written."""
    before = sorted(path for path in root.rglob("*") if ".git" not in path.parts)
    result = kehoach("-C", root, "issue", *said)
    assert result.code == 2, result.err
    assert not result.out
    assert sorted(path for path in root.rglob("*") if ".git" not in path.parts) == before
    return result.err


def test_issuing_writes_one_line_and_leaves_the_plan_alone(kehoach: Kehoach, root: Path) -> None:
    before = (root / PLAN).read_bytes()
    head = git(root, "rev-parse", "HEAD")
    result = kehoach("-C", root, "issue", "plan", "--number", "5", "--date", "2026-03-05", "--copies", "20")
    assert (result.code, result.out) == (0, "")
    assert git(root, "status", "--porcelain", "-uall") == "?? issued/2026/05-KH-UBND.yaml"
    assert (root / PLAN).read_bytes() == before
    text = (root / "issued/2026/05-KH-UBND.yaml").read_text(encoding="utf-8")
    for line in (
        "kind: plan",
        "number: 5",
        "symbol: KH-UBND",
        "date: 2026-03-05",
        "subject: Tuyên truyền về giáo dục phường Mẫu năm 2026",
        "signer: Nguyễn Văn Mẫu",
        "  - Sở GDĐT",
        "kept_by: VT",
        "copies: 20",
        f'commit: "{head}"',
    ):
        assert line in text.split("\n"), line
    assert text.count("sha256:") > 8
    assert kehoach("-C", root, "check").code == 0
    assert "số 05/KH-UBND" in kehoach("-C", root).out


@pytest.mark.parametrize(
    ("number", "day", "printed"),
    [
        ("5", "2026-02-14", "Số: 05/KH-UBND | Mẫu, ngày 14 tháng 02 năm 2026"),
        ("125", "5/3/2026", "Số: 125/KH-UBND | Mẫu, ngày 05 tháng 3 năm 2026"),
        ("10", "31/12/2025", "Số: 10/KH-UBND | Mẫu, ngày 31 tháng 12 năm 2025"),
    ],
)
def test_number_and_date_are_printed_as_the_decree_pads_them(
    kehoach: Kehoach, root: Path, number: str, day: str, printed: str
) -> None:
    replace(root / PLAN, "ngày 13/02/2026", "ngày 14/02/2025")
    commit(root)
    assert kehoach("-C", root, "issue", "plan", "--number", number, "--date", day).code == 0
    file = root.parent / "a.docx"
    assert kehoach("-C", root, "plan", "-o", file).code == 0
    lines = words(kehoach, file)
    assert printed in lines
    assert f"(Kèm theo Kế hoạch số {printed[4:].partition(' ')[0]} ngày" in lines


def test_the_issued_document_is_the_same_bytes_from_any_later_checkout(kehoach: Kehoach, issued: Path) -> None:
    document = (issued.parent / "i.docx").read_bytes()
    line = git(issued, "rev-parse", "HEAD")

    def again(*said: str) -> bytes:
        file = issued.parent / "again.docx"
        result = kehoach("-C", issued, "plan", "-o", file, "--force", *said)
        assert result.code == 0, result.err
        assert "số 125/KH-UBND ngày 05/3/2026" in result.err
        return file.read_bytes()

    assert again() == document
    replace(issued / TOPICS, "title: Nhóm thứ nhất", "title: Nhóm đã sửa")
    assert again() == document
    (issued / "templates").mkdir()
    template = (REPOSITORY / "templates/ke-hoach.html.j2").read_text(encoding="utf-8")
    (issued / "templates/ke-hoach.html.j2").write_text(template.replace("TT", "STT"), encoding="utf-8", newline="\n")
    commit(issued)
    assert again() == document
    assert again("--at", line) == document
    assert again("--at", f"{line}~1") == document, "the commit that it was made from knows nothing of its number"
    clone = issued.parent / "clone"
    git(issued.parent, "clone", "-q", str(issued), str(clone))
    assert kehoach("-C", clone, "plan", "-o", issued.parent / "c.docx").code == 0
    assert (issued.parent / "c.docx").read_bytes() == document


def test_every_part_of_the_document_is_in_the_register(issued: Path) -> None:
    text = (issued / LINE).read_text(encoding="utf-8")
    with zipfile.ZipFile(issued.parent / "i.docx") as archive:
        assert all(f"{name}: sha256:" in text.replace('"', "") for name in archive.namelist())


def test_a_program_that_makes_other_bytes_does_not_pass_them_off(kehoach: Kehoach, root: Path) -> None:
    (root / "templates").mkdir()
    for name in ("ke-hoach.html.j2", "nd30.html.j2", "styles.yaml"):
        (root / "templates" / name).write_bytes((REPOSITORY / "templates" / name).read_bytes())
    commit(root)
    assert kehoach("-C", root, "issue", "plan", "--number", "125", "--date", "5/3/2026").code == 0
    line = root / LINE
    text = line.read_text(encoding="utf-8")
    start = text.index("word/document.xml: sha256:") + len("word/document.xml: sha256:")
    forged = text[:start] + "0" * 64 + text[start + 64 :]
    line.write_text(forged, encoding="utf-8", newline="\n")
    result = kehoach("-C", root, "plan", "-o", root.parent / "x.docx")
    assert result.code == 1
    assert "KH803" in result.err
    assert not (root.parent / "x.docx").exists()


def test_what_speaks_against_issuing_is_refused(kehoach: Kehoach, root: Path, issued: Path) -> None:
    assert root == issued
    plan = ("plan", "--number", "126", "--date", "2026-03-06")
    assert "đã ban hành: số 125/KH-UBND ngày 05/3/2026" in refused(kehoach, root, *plan)
    assert "chưa nói báo cáo của kỳ nào" in refused(kehoach, root, "report", "--number", "7", "--date", "20/6/2026")
    assert "chỉ báo cáo mới có kỳ" in refused(kehoach, root, *plan, "--quarter", "II")
    assert "không khác văn bản số 125/KH-UBND" in refused(
        kehoach, root, "amendment", "--number", "9", "--date", "7/7/2026"
    )
    (root / "ghi-chu.txt").write_text("x", encoding="utf-8")  # lies beside the data: nobody's business
    replace(root / TOPICS, "title: Nhóm thứ nhất", "title: Nhóm đã sửa")
    assert f"chưa ghi vào git: {TOPICS}" in refused(kehoach, root, "amendment", "--number", "200", "--date", "7/7/2026")
    commit(root)
    assert "đứng trước văn bản số 125/KH-UBND" in refused(
        kehoach, root, "amendment", "--number", "200", "--date", "4/3/2026"
    )
    assert "số 125/KH-UBND bị cấp hai lần; chỗ kia: issued/2026/125-KH-UBND.yaml:" in refused(
        kehoach, root, "amendment", "--number", "125", "--date", "7/7/2026"
    )
    assert "ngược" in kehoach("explain", "KH805").out
    assert "lớn hơn số 99/KH-UBND nhưng ngày lại sớm hơn" in refused(
        kehoach, root, "amendment", "--number", "99", "--date", "7/7/2026"
    )


def test_a_draft_with_errors_untracked_data_or_young_sources_is_not_issued(kehoach: Kehoach, root: Path) -> None:
    early = refused(kehoach, root, "plan", "--number", "1", "--date", "12/02/2026")
    assert "plan.yaml:15:5" in early
    assert "1/KH-SGDĐT ngày 13/02/2026" in early
    assert kehoach("-C", root, "issue", "plan", "--number", "0", "--date", "13/3/2026").code == 2
    assert "không thể là ngày ban hành" in refused(kehoach, root, "plan", "--number", "1", "--date", "5/3/2028")
    assert "không có ngày" in refused(kehoach, root, "plan", "--number", "1", "--date", "31/02/2026")
    assert "chưa ban hành" in refused(kehoach, root, "amendment", "--number", "1", "--date", "5/3/2026")
    (root / "topics/02-moi.yaml").write_text("title: Mới\ntopics: []\n", encoding="utf-8")
    assert "topics/02-moi.yaml" in refused(kehoach, root, "plan", "--number", "1", "--date", "5/3/2026")
    (root / "topics/02-moi.yaml").unlink()
    replace(root / TOPICS, "lead: ubnd", "lead: ubdn")
    commit(root)
    result = kehoach("-C", root, "issue", "plan", "--number", "1", "--date", "5/3/2026")
    assert (result.code, "KH203" in result.err or "KH2" in result.err) == (1, True)
    assert not (root / "issued").exists()


def test_outside_git_nothing_is_issued(kehoach: Kehoach, small: Path) -> None:
    assert "không nằm trong kho git" in refused(kehoach, small, "plan", "--number", "1", "--date", "5/3/2026")


def test_one_series_for_all_types_gives_a_number_once(kehoach: Kehoach, issued: Path) -> None:
    ready_report(issued)
    report = ("report", "--quarter", "I", "--number", "125", "--date", "20/3/2026")
    replace(issued / PLAN, "symbol: KH-UBND\n", "symbol: KH-UBND\nseries: all\n")
    commit(issued)
    assert "số 125/BC-UBND bị cấp hai lần" in refused(kehoach, issued, *report)
    replace(issued / PLAN, "series: all", "series: type")
    commit(issued)
    assert kehoach("-C", issued, "issue", *report).code == 0


def test_a_change_after_issue_is_found_where_it_stands_until_it_is_issued_too(kehoach: Kehoach, issued: Path) -> None:
    replace(
        issued / "units.yaml", "    aliases:\n      - Phòng VHXH\n", "    aliases:\n      - Phòng VHXH\n      - VHXH\n"
    )
    assert kehoach("-C", issued, "check").code == 0, "a name that is not printed"
    replace(issued / TOPICS, "schedule: Quý I, II", "schedule: Quý I")
    replace(issued / PLAN, "- bullet: Cụ thể hóa", "- bullet: Cụ thể  hóa")  # YAML folds it: the same words
    replace(issued / PLAN, "- plain: Theo dõi", "- plain: Luôn theo dõi")
    result = kehoach("-C", issued, "check")
    assert result.code == 1
    assert f"{TOPICS}:7:15: lỗi[KH801] kế hoạch số 125/KH-UBND đã ban hành" in result.out
    assert "“mục I.2: Luôn theo dõi thông tin tại”" in result.out
    assert result.out.count("KH801]") == 2
    commit(issued)
    assert kehoach("-C", issued, "check", "--at", "HEAD").code == 1
    assert kehoach("-C", issued, "plan", "--draft", "-o", issued.parent / "d.docx").code == 0
    draft = words(kehoach, issued.parent / "d.docx")
    assert "Luôn theo dõi" in draft
    assert "125" not in draft
    said = kehoach("-C", issued, "issue", "amendment", "--number", "200", "--date", "01/7/2026")
    assert said.code == 0, said.err
    commit(issued)
    assert kehoach("-C", issued, "check").code == 0
    replace(issued / PLAN, "- plain: Luôn theo dõi", "- plain: Theo dõi")
    assert "KH801" in kehoach("-C", issued, "check").out, "going back is a change, too"


def test_an_amendment_is_a_document_of_its_own_with_the_comparison_attached(kehoach: Kehoach, issued: Path) -> None:
    replace(issued / TOPICS, "schedule: Quý I, II", "schedule: Quý I")
    commit(issued)
    draft, file = issued.parent / "draft.docx", issued.parent / "sd.docx"
    assert kehoach("-C", issued, "plan", "--amendment", "-o", draft).code == 0
    assert "Số: \u00a0" in words(kehoach, draft)
    assert "tháng 3 năm" not in words(kehoach, draft).replace("ngày 05 tháng 3", "")
    assert kehoach("-C", issued, "issue", "amendment", "--number", "200", "--date", "1/7/2026", "-o", file).code == 0
    commit(issued)
    text = words(kehoach, file)
    assert "Số: 200/KH-UBND | Mẫu, ngày 01 tháng 7 năm 2026" in text
    assert "Sửa đổi, bổ sung Kế hoạch số 125/KH-UBND ngày 05/3/2026 của UBND phường Mẫu" in text.split("\n")
    assert "Quý I, II" in text
    assert "BẢNG SO SÁNH" in text
    again = issued.parent / "again.docx"
    result = kehoach("-C", issued, "plan", "--amendment", "-o", again)
    assert (result.code, again.read_bytes() == file.read_bytes()) == (0, True)
    result = kehoach("-C", issued, "plan", "-o", issued.parent / "full.docx")
    assert (issued.parent / "full.docx").read_bytes() == (issued.parent / "i.docx").read_bytes()
    assert "đã được sửa đổi: số 200/KH-UBND ngày 01/7/2026" in result.err
    assert kehoach("lint-docx", file).code == 0


def test_a_replacement_says_what_it_replaces_and_is_the_plan_from_then_on(kehoach: Kehoach, issued: Path) -> None:
    replace(issued / TOPICS, "title: Nhóm thứ nhất", "title: Nhóm mới")
    commit(issued)
    draft, file = issued.parent / "draft.docx", issued.parent / "tt.docx"
    assert kehoach("-C", issued, "plan", "--replacement", "-o", draft).code == 0
    assert "thay thế Kế hoạch số 125/KH-UBND ngày 05/3/2026" in words(kehoach, draft)
    assert kehoach("-C", issued, "issue", "replacement", "--number", "200", "--date", "1/7/2026", "-o", file).code == 0
    commit(issued)
    text = words(kehoach, file)
    assert "Phụ lục II" in text.split("\n")
    assert "Nhóm thứ nhất" in text
    again = issued.parent / "again.docx"
    assert kehoach("-C", issued, "plan", "-o", again).code == 0
    assert again.read_bytes() == file.read_bytes()
    assert kehoach("-C", issued, "check").code == 0
    assert kehoach("lint-docx", file).code == 0


def ready_report(root: Path) -> None:
    """Entries and words for the first quarter."""
    write(root, [Made(day) for day in days(3)])
    (root / "reports").mkdir(exist_ok=True)
    text = "".join(f"{name}:\n  - Nội dung {name}.\n" for name in OWED)
    (root / "reports/2026-Q1.yaml").write_text(text, encoding="utf-8", newline="\n")
    commit(root)


def days(count: int) -> list[date]:
    from datetime import date, timedelta  # noqa: PLC0415

    return [date(2026, 1, 10) + timedelta(days=n) for n in range(count)]


def test_a_report_is_issued_with_its_figures_and_stays_as_it_was(kehoach: Kehoach, issued: Path) -> None:
    early = ("report", "--quarter", "I", "--number", "7", "--date", "1/3/2026")
    assert "còn thiếu lời" in refused(
        kehoach, issued, "report", "--quarter", "I", "--number", "7", "--date", "20/3/2026"
    )
    ready_report(issued)
    assert "mới chốt" in refused(kehoach, issued, *early)
    file = issued.parent / "bc.docx"
    said = kehoach(
        "-C", issued, "issue", "report", "--quarter", "I", "--number", "7", "--date", "20/3/2026", "-o", file
    )
    assert said.code == 0, said.err
    commit(issued)
    text = words(kehoach, file)
    assert "Số: 07/BC-UBND | Mẫu, ngày 20 tháng 3 năm 2026" in text
    assert "Thực hiện Kế hoạch số 125/KH-UBND ngày 05 tháng 3 năm 2026" in text
    shutil.rmtree(issued / "progress")
    write(issued, [Made(day) for day in days(9)])
    commit(issued)
    again = issued.parent / "again.docx"
    result = kehoach("-C", issued, "report", "--quarter", "I", "-o", again)
    assert (result.code, again.read_bytes() == file.read_bytes()) == (0, True)
    assert "số 07/BC-UBND" in result.err
    assert kehoach("-C", issued, "report", "--quarter", "I", "--draft", "-o", again, "--force").code == 0
    assert again.read_bytes() != file.read_bytes()
    assert "báo cáo kỳ này đã ban hành" in refused(
        kehoach, issued, "report", "--quarter", "I", "--number", "8", "--date", "21/3/2026"
    )
    topic = kehoach("-C", issued, "report", "--quarter", "I", "--topic", "chinh-sach", "-o", issued.parent / "t.docx")
    assert "Bản đã ban hành" not in topic.err


def test_the_register_has_the_columns_of_the_law(kehoach: Kehoach, issued: Path) -> None:
    head = [
        "Số, ký hiệu", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản",
        "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
    ]  # fmt: skip
    line = issued / LINE
    text = line.read_text(encoding="utf-8")
    line.write_text(f"{text}sent: 6/3/2026\nreceived: Bà Mẫu\nnote: =1+1\n", encoding="utf-8", newline="\n")
    assert kehoach("-C", issued, "check").code == 0, "what văn thư adds breaks no seal"
    row = [
        "125/KH-UBND", "05/3/2026", "Kế hoạch Tuyên truyền về giáo dục phường Mẫu năm 2026", "Nguyễn Văn Mẫu",
        "Sở GDĐT; Các phòng, đơn vị, trường học", "VT", "", "06/3/2026", "Bà Mẫu",
    ]  # fmt: skip
    table = kehoach("-C", issued, "register", "--format", "csv").out
    assert list(csv.reader(io.StringIO(table.removeprefix("\ufeff")))) == [head, [*row, "'=1+1"]]
    file = issued.parent / "so.xlsx"
    for _ in range(2):
        assert kehoach("-C", issued, "register", "--format", "xlsx", "-o", file).code == 0
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert [[cell.value or "" for cell in cells] for cells in sheet.iter_rows()] == [head, [*row, "=1+1"]]
    assert sheet["J2"].data_type == "s", "text, not a formula"
    found = json.loads(kehoach("-C", issued, "register", "--format", "json").out)["documents"]
    assert [(one["name"], one["kind"], one["received"]) for one in found] == [("125/KH-UBND", "plan", "Bà Mẫu")]
    assert "chưa có văn bản nào" in kehoach("-C", issued, "register", "--year", "2027").err
    assert kehoach("-C", issued, "register", "--format", "xlsx").code == 2


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("number: 125", "number: 126", "KH802"),
        ("date: 2026-03-05", "date: 2026-03-06", "KH803"),
        ("signer: Nguyễn Văn Mẫu", "signer: Nguyễn Văn Khác", "KH803"),
        ("  - Sở GDĐT", "  - Sở GDĐT Hà Nội", "KH803"),
        ("kept_by: VT", "kept_by: VT2", "KH803"),
        ("kind: plan", "kind: amendment\namends: 99/KH-UBND", "KH806"),
        ("number: 125", "number: hai", "KH013"),
        ("seal: sha256", "seal: sha", "KH803"),
    ],
)
def test_an_edited_line_of_the_register_is_found(kehoach: Kehoach, issued: Path, old: str, new: str, code: str) -> None:
    replace(issued / LINE, old, new)
    result = kehoach("-C", issued, "check")
    assert result.code == 1
    assert code in result.out
    assert kehoach("-C", issued, "register").code == 1


@pytest.mark.parametrize("name", ["125-KH-UBND (1).yaml", "0-chep.yaml", "Z.yaml"])
def test_a_copy_of_a_line_of_the_register_is_told_once_and_on_the_copy(
    kehoach: Kehoach, issued: Path, name: str
) -> None:
    copy = issued / "issued/2026" / name
    copy.write_bytes((issued / LINE).read_bytes())
    (found,) = json.loads(kehoach("-C", issued, "check", "--format", "json").out)["findings"]
    assert (found["code"], found["file"], found["see"]["file"]) == ("KH804", f"issued/2026/{name}", LINE)
    assert found["hint"].startswith("xóa bản chép này")


def test_numbers_twice_or_out_of_order_and_a_plan_that_contradicts_are_found(kehoach: Kehoach, issued: Path) -> None:
    text = (issued / LINE).read_text(encoding="utf-8")
    copy = issued / "issued/2026/125-khac.yaml"
    copy.write_text(text, encoding="utf-8", newline="\n")
    assert "KH804" in kehoach("-C", issued, "check").out
    copy.unlink()
    later = text.replace("number: 125", "number: 300").replace("date: 2026-03-05", "date: 2026-03-01")
    (issued / "issued/2026/300-KH-UBND.yaml").write_text(later, encoding="utf-8", newline="\n")
    assert "KH805" in kehoach("-C", issued, "check").out
    (issued / "issued/2026/300-KH-UBND.yaml").unlink()
    replace(issued / PLAN, "symbol: KH-UBND\n", "number: 126\nsymbol: KH-UBND\n")
    assert "KH807" in kehoach("-C", issued, "check").out
    replace(issued / PLAN, "number: 126\n", "number: 125\n")
    assert kehoach("-C", issued, "check").code == 0, "the same number may stand there"
    (issued / "issued/2026/x.yml").write_text("a", encoding="utf-8")
    assert "KH017" in kehoach("-C", issued, "check").out


def test_two_at_once_cannot_take_one_number(kehoach: Kehoach, root: Path) -> None:
    assert kehoach("-C", root, "issue", "plan", "--number", "125", "--date", "5/3/2026").code == 0
    refusal = kehoach("-C", root, "issue", "plan", "--number", "125", "--date", "5/3/2026")
    assert (refusal.code, LINE in refusal.err) == (2, True)


def test_a_shallow_clone_says_what_it_lacks(kehoach: Kehoach, issued: Path) -> None:
    replace(issued / TOPICS, "title: Nhóm thứ nhất", "title: Nhóm mới")
    commit(issued)
    clone = issued.parent / "shallow"
    git(issued.parent, "clone", "-q", "--depth", "1", issued.as_uri(), str(clone))
    result = kehoach("-C", clone, "check")
    assert (result.code, "git fetch --unshallow" in result.out) == (1, True)
    result = kehoach("-C", clone, "plan", "-o", issued.parent / "x.docx")
    assert result.code == 2
    assert not (issued.parent / "x.docx").exists()


def test_a_line_taken_out_of_the_register_is_missed(kehoach: Kehoach, issued: Path) -> None:
    kept = (issued / LINE).read_bytes()
    (issued / LINE).unlink()
    commit(issued)
    result = kehoach("-C", issued, "register")
    assert (result.code, LINE in result.err) == (1, True)
    assert LINE in refused(kehoach, issued, "plan", "--number", "126", "--date", "6/3/2026")
    (issued / LINE).write_bytes(kept)
    commit(issued)
    assert kehoach("-C", issued, "register").code == 0
