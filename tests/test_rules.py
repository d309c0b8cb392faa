"""Rules on ids, content, units and time: what they find beyond their cases in tests/cases, and what stays silent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kehoach_cli.cli.explain import every_rule
from tests.edit import replace
from tests.test_traps import said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

PLAN, UNITS, TOPICS = "plan.yaml", "units.yaml", "topics/01-nhom.yaml"


class Case(NamedTuple):
    """An edit of one file of the small workspace, and all that must be said of it in that file."""

    name: str
    file: str
    old: str
    new: str
    found: str


CASES = [
    Case("KH107 place", PLAN, "place: ", "place: Mẫu, # ", "9:13 KH107"),
    Case("KH107 appendix", PLAN, "appendix:\n  title: ", "appendix:\n  title: Phụ lục ", "43:10 KH107"),
    Case("KH107 type in the subject", PLAN, "subject: ", "subject: Kế hoạch ", "3:10 KH107"),
    Case("KH003 a bullet of Word", TOPICS, "text: Bài viết", "text: \uf0b7 Bài viết", "12:15 KH003"),
    Case("KH003 read in another code page", TOPICS, "text: Bài viết", "text: Giáo viÃªn, bài viết", "12:20 KH003"),
    Case("KH013 no such day", PLAN, "month: 3", "month: ba", "12:10 KH013"),
    Case("KH107 the end of a document", TOPICS, "Bài viết về chính sách.", "Bài viết về chính sách./.", "12:37 KH107"),
    Case("KH107 a number of a product's own", TOPICS, "text: Bài viết", "text: 1. Bài viết", "12:15 KH107"),
    Case("KH114 spaces", PLAN, "symbol: KH-UBND", "symbol: KH - UBND", "10:9 KH114"),
    Case("KH115 as the Party writes", PLAN, "- TM. ỦY", "- T/M. ỦY", "39:7 KH115"),
    Case("KH106 title only", PLAN, "  - title: TỔ CHỨC THỰC HIỆN\n", "  - title: KIỂM TRA\n  - title: TỔ CHỨC THỰC HIỆN\n", "27:12 KH106"),
    Case("KH107 subject", PLAN, "Mẫu năm 2026\nagency", "Mẫu năm 2026.\nagency", "3:54 KH107"),
    Case("KH107 section", PLAN, "title: MỤC ĐÍCH\n", "title: MỤC ĐÍCH.\n", "18:20 KH107"),
    Case("KH107 letter of a part", PLAN, "bullet: Cụ thể hóa", "bullet: a) Cụ thể hóa", "22:21 KH107"),
    Case("KH113 no colon", PLAN, '"Lưu: VT"', '"Lưu VT"', "36:5 KH113"),
    Case("KH113 twice", PLAN, '  - "Lưu: VT"\n', '  - "Lưu: VT"\n  - "Lưu: VT, VHXH"\n', "37:5 KH113"),
    Case("KH115 no deputy", PLAN, "    - CHỦ TỊCH\n", "    - KT. CHỦ TỊCH\n", "40:7 KH115"),
    Case("KH113 as above", PLAN, "  - Sở GDĐT\n", "  - Như trên\n  - Sở GDĐT\n", "34:5 KH113"),
    Case("KH115 the head for the head", PLAN, "    - CHỦ TỊCH\n", "    - KT. CHỦ TỊCH\n    - CHỦ TỊCH\n", "41:7 KH115"),
    Case("KH115 a deputy for nobody", PLAN, "    - CHỦ TỊCH\n", "    - PHÓ CHỦ TỊCH\n", "40:7 KH115"),
    Case("KH115 small letters", PLAN, "    - CHỦ TỊCH\n", "    - Chủ tịch\n", "40:7 KH115"),
    Case("KH202 alias twice", UNITS, "      - Các CSGD\n", "      - Các CSGD\n      - Các CSGD\n", "17:9 KH202"),
    Case("KH208 partner", TOPICS, "    units: [mam-non]", "    units: [mam-non]\n    partners: [mam-non]", "17:16 KH208"),
    Case("KH303 far year", TOPICS, "schedule: Quý I, II", "schedule: {text: Hè 2062, quarters: [II]}", "7:22 KH303"),
    Case("KH101 topic and product", TOPICS, "id: tin-mam-non", "id: chinh-sach", "19:13 KH101"),
    Case("KH101 channel and topic", PLAN, "id: cong", "id: chinh-sach", "topics/01-nhom.yaml:3:9 KH101"),
    Case("KH102 topic", TOPICS, "      - id: tin-mam-non\n        text: Tuyến thông tin về mầm non.\n", "", "18:14 KH102"),
    Case("KH105 twice", PLAN, "    insert: duties", "    items:\n      - title: x\n        insert: channels\n    insert: duties", "30:17 KH105"),
    Case("KH105 duties not printed", PLAN, "    insert: duties\n", "    items: []\n", "27:12 KH105"),
    Case("KH106 authority", PLAN, "  authority:\n    - TM. ỦY BAN NHÂN DÂN\n    - CHỦ TỊCH\n", "  authority: []\n", "38:14 KH106"),
    Case("KH107 basis", PLAN, "Sở Giáo dục và Đào tạo\n", "Sở Giáo dục và Đào tạo;\n", "15:78 KH107"),
    Case("KH107 recipient", PLAN, "  - Sở GDĐT\n", '  - "- Sở GDĐT"\n', "34:6 KH107"),
    Case("KH107 closing", PLAN, "của phường Mẫu\nrecipients", "của phường Mẫu./.\nrecipients", "32:45 KH107"),
    Case("KH110", UNITS, "- id: vhxh", "- id: vhhx", "2:9 KH110"),
    Case("KH201", UNITS, "  - id: ubnd", "  - id: vhxh", "9:9 KH201"),
    Case("KH202 name", UNITS, "name: UBND phường", "name: Các CSGD", "16:9 KH202"),
    Case("KH203 folded only", TOPICS, "units: [mam-non]", "units: [phong vhxh]", "16:13 KH203"),
    Case("KH203 agency", PLAN, "unit: ubnd", "unit: ubdn", "5:9 KH203"),
    Case("KH203 member", UNITS, "members: [hoa-mau]", "members: [hoa-mao]", "21:15 KH203"),
    Case("KH203 no comma", TOPICS, "units: [vhxh, csgd]", "units: [vhxh csgd]", "6:13 KH203"),
    Case("KH204 itself", UNITS, "members: [hoa-mau]", "members: [mam-non]", "21:15 KH204"),
    Case("KH204 round", UNITS, "members: [hoa-mau]", "members: [hoa-mau, csgd]", "21:24 KH204"),
    Case("KH205", UNITS, "    kind: office", "    kind: office\n    members: [ubnd]", "5:15 KH205"),
    Case("KH206 empty", TOPICS, "    lead: ubnd\n", "    lead:\n", "5:10 KH206"),
    Case("KH301 serial", TOPICS, "schedule: Quý I, II", "schedule: 46058", "7:15 KH301"),
    Case("KH302 table", TOPICS, "schedule: Quý I, II", "schedule: {text: Hè, quarters: [II, V]}", "7:41 KH302"),
    Case("KH306 one quarter more", TOPICS, "schedule: Quý I, II", "schedule: {text: Tháng 9, quarters: [III, IV]}", "7:42 KH306"),
    Case("KH306 one quarter less", TOPICS, "schedule: Quý I, II", "schedule: {text: 20/9 - 10/10, quarters: [III]}", "7:47 KH306"),
    Case("KH302 date", PLAN, "  month: 3\n", "  day: 31\n  month: 2\n", "12:8 KH302"),
]  # fmt: skip
SILENT = [
    ("years around the plan's", TOPICS, "schedule: Quý I, II", "schedule: {text: Giai đoạn 2024-2030, quarters: [I]}"),
    ("a unit may lead and do", TOPICS, "lead: ubnd", "lead: vhxh"),
    ("partners", TOPICS, "    units: [mam-non]", "    units: [mam-non]\n    partners: [ubnd]"),
    ("a unit by its name", TOPICS, "units: [mam-non]", "units: [Các cơ sở giáo dục mầm non]"),
    ("a schedule as a table", TOPICS, "schedule: Quý I, II", "schedule: {text: Dịp hè, quarters: [II, 3]}"),
    (
        "a term, and the quarters before it",
        TOPICS,
        "schedule: Quý I, II",
        "schedule: {text: Trước ngày 20/11, quarters: [III, IV]}",
    ),
    (
        "the quarters of a span",
        TOPICS,
        "schedule: Quý I, II",
        "schedule: {text: Trong tháng 9 và tháng 10, quarters: [III, IV]}",
    ),
    ("a full date", PLAN, "  month: 3\n", "  day: 29\n  month: 3\n"),
    ("an abbreviation before the end", PLAN, "  - Sở GDĐT\n", "  - Sở GDĐT (b/c)\n"),
    (
        "a deputy of an office",
        PLAN,
        "    - TM. ỦY BAN NHÂN DÂN\n    - CHỦ TỊCH\n",
        "    - KT. TRƯỞNG PHÒNG\n    - PHÓ TRƯỞNG PHÒNG\n",
    ),
    (
        "a member of another body",
        PLAN,
        "    - TM. ỦY BAN NHÂN DÂN\n    - CHỦ TỊCH\n",
        "    - TM. BAN CHỈ ĐẠO\n    - PHÓ TRƯỞNG BAN\n",
    ),
    ("acting", PLAN, "    - CHỦ TỊCH\n", "    - Q. CHỦ TỊCH\n"),
    ("an explicit number", TOPICS, "topics:\n", "number: 3\ntopics:\n"),
    ("no aliases", UNITS, "    aliases:\n      - Các CSGD\n", "    aliases: []\n"),
    ("folded text", TOPICS, "text: Bài viết về chính sách.", "text: >-\n          Bài viết\n          về chính sách."),
]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_rule_finds_its_case_once_and_on_its_line(kehoach: Kehoach, small: Path, case: Case) -> None:
    replace(small / case.file, case.old, case.new)
    assert said(kehoach, small, case.file) == (1, case.found)


@pytest.mark.parametrize(
    ("unknown", "told"),
    [
        ("toa-an", ["KH203", "KH201"]),
        ("cong-an", ["KH201"]),  # what bears the second id may have been called so
        ("ca-phuong", ["KH201"]),
    ],
)
def test_one_id_twice_hides_only_what_was_called_so(
    kehoach: Kehoach, small: Path, unknown: str, told: list[str]
) -> None:
    police = "  - id: vhxh\n    name: Công an phường\n    kind: office\n"
    replace(small / UNITS, "  - id: ubnd\n", f"{police}  - id: ubnd\n")
    replace(small / TOPICS, "units: [mam-non]", f"units: [mam-non, {unknown}]")
    out = kehoach("-C", small, "check", "--format", "json").out
    assert [one["code"] for one in json.loads(out)["findings"] if one["code"] in {"KH201", "KH203"}] == told


def test_the_signature_of_a_report_is_judged_like_that_of_the_plan(kehoach: Kehoach, small: Path) -> None:
    (small / "reports").mkdir()
    text = small / "reports/2026-Q2.yaml"
    good = "signature:\n  authority:\n    - TM. ỦY BAN NHÂN DÂN\n    - KT. CHỦ TỊCH\n    - PHÓ CHỦ TỊCH\n  name: Lê Thị Mẫu\n"
    for old, new, found in [
        ("TM. ", "TM. ", ""),
        ("TM. ", "TM ", "3:7 KH115"),
        ("- PHÓ CHỦ", "- CHỦ", "5:7 KH115"),
        ("name: Lê", "name: ThS. Lê", "6:9 KH115"),
        ("    - KT. CHỦ TỊCH\n    - PHÓ CHỦ TỊCH\n", "    - KT. CHỦ TỊCH\n", "4:7 KH115"),
    ]:
        text.write_text(good.replace(old, new), encoding="utf-8")
        assert said(kehoach, small)[1].removeprefix("reports/2026-Q2.yaml:") == found


@pytest.mark.parametrize(("name", "file", "old", "new"), [pytest.param(*case, id=case[0]) for case in SILENT])
def test_near_misses_stay_silent(kehoach: Kehoach, small: Path, name: str, file: str, old: str, new: str) -> None:
    assert name
    replace(small / file, old, new)
    assert said(kehoach, small, file) == (0, "")


@pytest.mark.parametrize("between", ["; ", ", ", " và ", "/", " / ", " & "])
def test_two_units_in_one_element_are_offered_apart(kehoach: Kehoach, small: Path, between: str) -> None:
    replace(small / TOPICS, "units: [vhxh, csgd]", f'units: ["UBND phường{between}Các CSGD"]')
    assert said(kehoach, small)[1] == f"{TOPICS}:6:13 KH203"
    assert "gợi ý: tách thành 2 phần tử: `UBND phường`, `Các CSGD` " in kehoach("-C", small, "check").out


def test_an_empty_group_and_groups_with_one_number_are_reported(kehoach: Kehoach, small: Path) -> None:
    (small / "topics/02-hai.yaml").write_text("title: Hai\nnumber: 1\ntopics: []\n", encoding="utf-8")
    (small / "topics/03-hai.yaml").write_text("title: Ba\ntopics: []\n", encoding="utf-8")
    assert said(kehoach, small)[1] == (
        "topics/02-hai.yaml:2:9 KH104, topics/02-hai.yaml:3:9 KH102, "
        "topics/03-hai.yaml:1:1 KH104, topics/03-hai.yaml:2:9 KH102"
    )


def test_both_marks_of_a_recipient_are_named_at_once(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, "  - Sở GDĐT\n", '  - "- Sở GDĐT;"\n')
    assert said(kehoach, small, PLAN)[1] == "34:6 KH107"
    assert "gợi ý: xóa dấu `-` ở đầu, dấu `;` ở cuối" in kehoach("-C", small, "check").out


def test_a_file_without_a_number_is_told_beside_the_number_of_another_file(kehoach: Kehoach, small: Path) -> None:
    replace(small / TOPICS, "topics:\n", "number: 2\ntopics:\n")
    text = "title: Nhóm hai\ntopics:\n  - id: x\n    title: Việc khác\n    lead: ubnd\n    units: [vhxh]\n    schedule: Quý I\n"
    text += "    products: [{id: y, text: Pa nô về chính sách.}]\n"
    (small / "topics/02-hai.yaml").write_text(text, encoding="utf-8")
    other = text.replace("hai", "ba").replace("khác", "nữa").replace("id: x", "id: z").replace("id: y", "id: t")
    (small / "topics/ba.yaml").write_text(other.replace("Pa nô", "Áp phích"), encoding="utf-8")
    assert said(kehoach, small)[1] == "topics/02-hai.yaml:1:1 KH104, topics/ba.yaml:1:1 KH111"


@pytest.mark.parametrize(
    ("file", "old", "new", "hint"),
    [
        (TOPICS, "title: Nhóm thứ nhất", "title:", "điền nội dung  "),
        (PLAN, "  name: Nguyễn Văn Mẫu", "  name:", "điền nội dung  "),
        (UNITS, "    name: UBND phường", "    name:", "điền nội dung  "),
        (
            UNITS,
            "      - Các CSGD\n",
            "      - Các CSGD\n      -\n",
            "điền nội dung, hoặc xóa phần tử này nếu không dùng",
        ),
        (PLAN, "bullet: Cụ thể hóa", "bullet:\n      - bullet: Cụ thể hóa", "điền nội dung, hoặc xóa phần tử này nếu"),
        (PLAN, "symbol: KH-UBND", 'symbol: ""', "điền nội dung  "),
        (
            UNITS,
            "    kind: office",
            '    heading: ""\n    kind: office',
            "điền nội dung, hoặc xóa cả mục nếu không dùng",
        ),
    ],
)
def test_only_what_may_be_left_out_is_offered_to_be(
    kehoach: Kehoach, small: Path, file: str, old: str, new: str, hint: str
) -> None:
    replace(small / file, old, new)
    shown = kehoach("-C", small, "check").out
    assert "cần chữ, đang để trống" in shown
    assert f"gợi ý: {hint}" in shown.replace("·", "")


@pytest.mark.parametrize(
    ("old", "new", "found", "words"),
    [
        ("  - Sở GDĐT\n", "  - Sở GDĐT\n  - Sở GDĐT\n", "35:5 KH112", ["nơi nhận “Sở GDĐT” đứng hai lần"]),
        ("KH-UBND", "KH–UBND", "10:9 KH114", ["có dấu `–` (U+2013), không phải dấu `-`", "viết `KH-UBND`"]),
        ("KH-UBND", "KH ‑ UBND", "10:9 KH114", ["có dấu `‑` (U+2011)", "viết `KH-UBND`"]),
        ("KH-UBND", "KH-UBND—VHXH", "10:9 KH114", ["có dấu `—` (U+2014)", "viết `KH-UBND-VHXH`"]),
        ("KH-UBND", "BC−UBND", "10:9 KH114", ["ký hiệu `BC−UBND` là của báo cáo", "sửa thành `KH-UBND`?"]),
    ],
)
def test_what_is_wrong_is_named(
    kehoach: Kehoach, small: Path, old: str, new: str, found: str, words: list[str]
) -> None:
    replace(small / PLAN, old, new)
    assert said(kehoach, small, PLAN)[1] == found
    shown = kehoach("-C", small, "check").out
    assert not [text for text in words if text not in shown]


def test_a_subject_may_begin_with_a_word_that_begins_like_the_type(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, "subject: ", "subject: Kế hoạch hóa gia đình, ")
    assert said(kehoach, small, PLAN) == (0, "")


@pytest.mark.parametrize(
    ("kind", "short"),
    [("Giấy mời", "GM"), ("Hợp đồng", "HĐ"), ("Bản ghi nhớ", "BGN"), ("Giấy ủy quyền", "GUQ"), ("Phiếu báo", "PB")],
)
def test_every_type_of_the_decree_is_known_with_its_short_form(
    kehoach: Kehoach, small: Path, kind: str, short: str
) -> None:
    replace(small / PLAN, "type: Kế hoạch", f"type: {kind}")
    assert said(kehoach, small, PLAN)[1] == "10:9 KH114"
    replace(small / PLAN, "symbol: KH-UBND", f"symbol: {short}-UBND")
    assert said(kehoach, small, PLAN)[1] == ""


@pytest.mark.parametrize(
    ("names", "found", "hint"),
    [
        (["02-hai", "02-ba", "04-tu"], "topics/02-hai.yaml:1:1 KH104", "một trong hai tệp thành 03 "),
        (["02-hai", "04-ba", "04-tu"], "topics/04-tu.yaml:1:1 KH104", "một trong hai tệp thành 03 "),
        (["2-hai", "2-ba", "4-tu"], "topics/2-hai.yaml:1:1 KH104", "một trong hai tệp thành 3 "),
        (["02-hai", "02-ba", "03-tu"], "topics/02-hai.yaml:1:1 KH104", "đổi số ở đầu tên một trong hai tệp "),
        (["02-hai", "04-tu"], "topics/04-tu.yaml:1:1 KH111", "khôi phục tệp số 3"),
    ],
)
def test_a_number_twice_and_a_number_missing_are_one_slip(
    kehoach: Kehoach, small: Path, names: list[str], found: str, hint: str
) -> None:
    text = "title: Nhóm {0}\ntopics:\n  - id: n-{0}\n    title: Việc {0}\n    lead: ubnd\n    units: [vhxh]\n"
    text += "    schedule: Quý I\n    products: [{{id: s-{0}, text: Pa nô của {0}.}}]\n"
    for name in names:
        (small / f"topics/{name}.yaml").write_text(text.format(name.partition("-")[2]), encoding="utf-8")
    assert said(kehoach, small)[1] == found
    assert hint in kehoach("-C", small, "check").out


@pytest.mark.parametrize(
    ("lines", "edit", "found"),
    [
        ("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", ("", ""), "39:7 KH118"),
        ("KT CHỦ TỊCH, PHÓ CHỦ TỊCH", ("", ""), "39:7 KH115, 39:7 KH118"),
        ("TM UBND PHƯỜNG, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", ("", ""), "39:7 KH115"),
        ("ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", ("", ""), ""),
        ("CHỦ TỊCH", ("", ""), "39:7 KH118"),
        ("TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG", ("", ""), "39:7 KH118"),
        ("TUQ. CHỦ TỊCH, TRƯỞNG PHÒNG", ("", ""), "39:7 KH118"),
        ("TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG", ("- ỦY BAN NHÂN DÂN\n", "- ỦY BAN MẶT TRẬN TỔ QUỐC\n"), ""),
        ("TM. ỦY BAN NHÂN DÂN, PHÓ CHỦ TỊCH, KT. CHỦ TỊCH", ("", ""), "40:7 KH115"),
        ("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", ("- ỦY BAN NHÂN DÂN\n", "- HỘI ĐỒNG NHÂN DÂN\n"), ""),
        ("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", ("- ỦY BAN NHÂN DÂN\n", "- ỦY BAN MẶT TRẬN TỔ QUỐC\n"), ""),
        ("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", ("type: Kế hoạch", "type: Thông báo"), "10:9 KH114"),
        ("KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, ", ("", ""), "41:6 KH013"),
    ],
)
def test_a_deputy_signs_on_behalf_of_the_committee(
    kehoach: Kehoach, small: Path, lines: str, edit: tuple[str, str], found: str
) -> None:
    written = "".join(f"    - {line}\n" for line in lines.split(", "))
    replace(small / PLAN, "    - TM. ỦY BAN NHÂN DÂN\n    - CHỦ TỊCH\n", written)
    if edit[0]:
        replace(small / PLAN, *edit)
    assert said(kehoach, small, PLAN)[1] == found
    if found.endswith("KH118"):
        assert kehoach("-C", small, "check", "--strict").code == int("," in found)


REFERS = " theo Phụ lục."


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (PLAN, REFERS, " theo phụ lucj.", ""),
        (PLAN, REFERS, ".\n          - sub: Nội dung, thời gian tại biểu chi tiết đính kèm", ""),
        (PLAN, "closing: Trên đây", "closing: Chi tiết tại Danh mục kèm theo. Trên đây", ""),
        (UNITS, "Chủ trì tham mưu.", "Chủ trì tham mưu theo Phụ lục.", ""),
        (PLAN, REFERS, " ở chủ lực, hội phụ nữ.", "27:12 KH117"),
        (PLAN, "month: 3", "month: 32", "12:10 KH013, 27:12 KH117"),
        (PLAN, f"bullet: Cụ thể hóa kế hoạch của Sở{REFERS}", "bullet:", "22:20 KH013"),
        (PLAN, "          - plain: Theo dõi thông tin tại\n", "          - 5\n", "25:13 KH013"),
        (PLAN, "opening:", "ghi-chep: Chi tiết tại Phụ lục.\nopening:", "16:1 KH011"),
        (UNITS, "Chủ trì tham mưu.", "", "units.yaml:8:8 KH013"),
    ],
)
def test_a_plan_speaks_of_its_appendix(
    kehoach: Kehoach, small: Path, file: str, old: str, new: str, found: str
) -> None:
    replace(small / file, old, new)
    if old != REFERS and REFERS not in old:
        replace(small / PLAN, REFERS, ".")
    wording = {"KH501", "KH502", "KH503"}
    told = said(kehoach, small, PLAN)[1].split(", ")
    assert ", ".join(one for one in told if one.rpartition(" ")[2] not in wording) == found


def test_a_plan_without_topics_has_no_appendix_to_speak_of(kehoach: Kehoach, small: Path) -> None:
    replace(small / PLAN, REFERS, ".")
    (small / TOPICS).write_text("title: Nhóm thứ nhất\ntopics: []\n", encoding="utf-8")
    assert "KH117" not in said(kehoach, small)[1]


def test_the_real_plan_has_nothing_to_find(kehoach: Kehoach, real: Path) -> None:
    assert said(kehoach, real) == (0, "")


def test_every_rule_has_a_code_of_its_own_and_can_be_explained(kehoach: Kehoach) -> None:
    codes = [rule.code for rule in every_rule()]
    assert codes == sorted(set(codes))
    listed = kehoach("explain").out
    for code in codes:
        assert code in listed
        assert kehoach("explain", code.lower()).out.startswith(code)
