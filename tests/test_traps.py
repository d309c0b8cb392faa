"""Ways to break a workspace: each is found where it is, once, by either parser, and never ends in a traceback."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.edit import replace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

PLAN, UNITS, TOPICS = "plan.yaml", "units.yaml", "topics/01-nhom.yaml"
SOUND = {PLAN: SMALL_PLAN, UNITS: SMALL_UNITS, TOPICS: SMALL_TOPICS}
TITLE = "title: Truyền thông chính sách"  # line 4 of TOPICS, from column 5; its value from column 12


class Trap(NamedTuple):
    """A mistake: `old` in the file becomes `new`; `found` is `line:column code` of all that must be said of it."""

    name: str
    old: str
    new: str | bytes
    found: str
    file: str = TOPICS


def value(new: str, found: str, name: str = "") -> Trap:
    return Trap(name or f"value {new}", TITLE, f"title: {new}", found)


SILENT = [
    *(value(word, "") for word in ("no", "on", "yes", "true", "07", "010", "08", "12:30", "3.10", "1_000", "1e3")),
    *(value(word, "") for word in ("2026-02-30", "-x", "an]", 'an"', "a:b", "https://a.vn/b#c", "a, b", "<<", "...")),
    *(
        value(word, "")
        for word in ('"Báo cáo #3"', "Báo cáo # 3", "Báo cáo#3", "'#3'", '"a\\tb"', '"\\u00e9"', "'%50'")
    ),
    value(">-\n      Truyền thông\n      chính sách", "", "folded"),
    value("|\n      Truyền thông\n      chính sách", "", "block"),
    value('"Truyền thông\n      chính sách"', "", "quotes over two lines"),
    value("Truyền\u00a0thông", "", "no-break space in a text"),
    Trap("comments", "    lead: ubnd", "    # ghi chú: [x\n    lead: ubnd  # ghi chú\n\n    # \t x", ""),
    Trap("three dashes first", "title: Nhóm thứ nhất", "---\ntitle: Nhóm thứ nhất", ""),
    Trap("block list", "units: [vhxh, csgd]", "units:\n      - vhxh\n      - csgd", ""),
    Trap("list not indented", "units: [vhxh, csgd]", "units:\n    - vhxh\n    - csgd", ""),
    Trap("flow over lines", "units: [vhxh, csgd]", "units: [\n      vhxh,\n      csgd,\n    ]", ""),
    Trap("flow table", "date:\n  month: 3\n  year: 2026", "date: {month: 3, year: 2026}", "", PLAN),
    Trap("zero before a number", "month: 3", "month: 03", "", PLAN),
    Trap("empty date", "  month: 3\n", "  month:\n", "", PLAN),
]
TRAPS = [
    # what was meant is read on
    Trap("a colon where a text goes on", f"    {TITLE}", "    title: Truyền thông\n      bao gồm: “hai phần”:", "5:14 KH005"),
    Trap("a tab before the next key of an element", "        text: Tuyến thông tin về chính", "\ttext: Tuyến thông tin về chính", "10:1 KH004"),
    Trap("one key mistyped, another missing", "    lead: ubnd\n    units: [vhxh, csgd]\n    schedule: Quý I, II\n", "    lead: ubnd\n    partner: [vhxh]\n    units: [csgd]\n", "3:5 KH012, 6:5 KH011"),
    Trap("copied from a comparison", f"    {TITLE}", f"-    {TITLE}\n+    {TITLE} mới", "4:1 KH006"),
    Trap("a fence of Markdown", "topics:\n", "```yaml\ntopics:\n", "2:1 KH005"),
    Trap("a quote left open above a comment", f"{TITLE}\n", 'title: "Truyền thông chính sách\n    # ghi chú\n', "4:12 KH005"),
    Trap("keys in Vietnamese", "month: 3", "thang: 3", "12:3 KH011", PLAN),
    Trap("key without its colon above a list", "topics:\n", "topics\n", "2:1 KH005"),
    Trap("key without its colon in an element", "    products:\n      - id: tin-mam-non", "    products\n      - id: tin-mam-non", "18:5 KH005"),
    Trap("key without its colon before a flow list", "units: [vhxh, csgd]", "units [vhxh, csgd]", "6:5 KH005"),
    Trap("a brace left over", "về mầm non.\n", "về mầm non.\n}\n", "21:1 KH005"),
    Trap("words left over", "về mầm non.\n", "về mầm non.\n(hết)\n", "21:1 KH005"),
    Trap("em space behind a colon", "title: Nhóm thứ nhất", "title:\u2003Nhóm thứ nhất", "1:6 KH005"),
    Trap("key typed twice", "lead: ubnd", "lead: lead: ubnd", "5:11 KH005"),
    Trap("colon at the end", "id: mam-non-moi", "id: mam-non-moi:", "13:20 KH005"),
    Trap("element too far left", "  - id: ubnd\n    name: UBND phường\n    kind: agency\n", "- id: ubnd\n  name: UBND phường\n  kind: agency\n", "9:1 KH005", UNITS),
    Trap("list pasted twice", "recipients:\n  - Sở GDĐT\n", "recipients:\n  - Sở GDĐT\nrecipients:\n  - Sở GDĐT\n", "35:1 KH010", PLAN),
    Trap("row of a Markdown table", "units: [vhxh, csgd]", "units: | vhxh | csgd |", "6:14 KH005"),
    # names
    Trap("wrong key", TITLE, "titel: Truyền thông", "4:5 KH011"),
    Trap("strange key", TITLE, "xyz: Truyền thông", "4:5 KH011"),
    Trap("key with marks", TITLE, "tïtle: Truyền thông", "4:5 KH011"),
    Trap("no-break space in a key", TITLE, "title\u00a0: Truyền thông", "4:5 KH011"),
    Trap("missing key", "    lead: ubnd\n    units: [vhxh, csgd]\n", "    lead: ubnd\n", "3:5 KH012"),
    Trap("missing key of the plan", "opening: Ủy ban nhân dân phường Mẫu xây dựng kế hoạch như sau\n", "", "1:1 KH012", PLAN),
    Trap("duplicate key", "    lead: ubnd", "    lead: ubnd\n    lead: vhxh", "6:5 KH010"),
    Trap("duplicate key at the root", "topics:", "title: Nhóm\ntopics:", "2:1 KH010"),
    Trap("duplicate list", "  - id: ubnd", "units:\n  - id: ubnd", "9:1 KH010", UNITS),
    Trap("duplicate list with a mistake", "  - id: mam-non-moi", "topics:\n  - id: chinh-sach", "13:1 KH010, 14:9 KH101"),
    Trap("key is a list", TITLE, f"[a]: b\n    {TITLE}", "4:5 KH008"),
    Trap("merge key", TITLE, f"{TITLE}\n    <<: x", "5:5 KH011"),
    Trap("empty key", TITLE, f"{TITLE}\n    : x", "5:5 KH005"),
    # indentation
    Trap("one space less", "    lead: ubnd", "   lead: ubnd", "5:4 KH005"),
    Trap("one space more", "    lead: ubnd", "     lead: ubnd", "5:10 KH005"),
    Trap("list item out of line", "  - id: mam-non-moi", " - id: mam-non-moi", "13:2 KH005"),
    Trap("list item too far in", "  - id: mam-non-moi", "   - id: mam-non-moi", "13:4 KH005"),
    Trap("plain list item too far in", "[vhxh, csgd]", "\n      - vhxh\n        - csgd", "8:9 KH005"),
    Trap("tab as indentation", "    lead: ubnd", "\tlead: ubnd", "5:1 KH004"),
    Trap("tab among spaces", "    lead: ubnd", "  \tlead: ubnd", "5:3 KH004"),
    Trap("tab after a colon", "lead: ubnd", "lead:\tubnd", "5:10 KH004"),
    Trap("tabs in two places", "    lead: ubnd", "\tlead:\tubnd", "5:1 KH004"),
    Trap("tab in a text", TITLE, "title: Truyền\tthông", "4:18 KH004"),
    Trap("tab in quotes", TITLE, 'title: "Truyền\tthông"', "4:19 KH004"),
    Trap("tab at the end of a line", "lead: ubnd", "lead: ubnd\t", "5:15 KH004"),
    Trap("tab before a comment", "lead: ubnd", "lead: ubnd\t# x", "5:15 KH004"),
    Trap("tab before a comment line", "    lead: ubnd", "\t# x\n    lead: ubnd", "5:1 KH004"),
    Trap("tab on an empty line", "    lead: ubnd", "\t\n    lead: ubnd", "5:1 KH004"),
    Trap("no-break spaces as indentation", "    lead: ubnd", "\u00a0\u00a0\u00a0\u00a0lead: ubnd", "5:1 KH004"),
    Trap("no-break space before a comment", "    lead: ubnd", "\u00a0 # ghi chú\n    lead: ubnd", "5:1 KH004"),
    Trap("mixed spaces as indentation", "    lead: ubnd", " \u00a0 \u3000lead: ubnd", "5:2 KH004"),
    # characters
    Trap("zero width", TITLE, "title: Truyền\u200b thông", "4:18 KH003"),
    Trap("zero width in a key", TITLE, "ti\u200btle: Truyền thông", "4:7 KH003"),
    Trap("next line U+0085", TITLE, "title: Truyền\u0085thông", "4:18 KH003"),
    Trap("line separator U+2028", TITLE, "title: Truyền\u2028thông", "4:18 KH003"),
    Trap("soft hyphen", TITLE, "title: Truyền\u00adthông", "4:18 KH003"),
    Trap("right to left", TITLE, "title: Truyền\u202ethông", "4:18 KH003"),
    Trap("control character", TITLE, "title: Truyền\x07thông", "4:18 KH003"),
    Trap("NUL", TITLE, "title: Truyền\x00thông", "4:18 KH003"),
    Trap("byte order mark inside", "topics:", "\ufefftopics:", "2:1 KH003"),
    Trap("no character", TITLE, "title: Truyền\U0001ffffthông", "4:18 KH003"),
    value('"Truyền\\u200bthông"', "4:12 KH003", "zero width as an escape"),
    value('"Truyền\\x07thông"', "4:12 KH003", "control character as an escape"),
    value('"Truyền\\0thông"', "4:12 KH003", "NUL as an escape"),
    value('"Truyền\\ud800thông"', "4:19 KH005", "half a character as an escape"),
    value('"Truyền\\UFFFFFFFFthông"', "4:19 KH005", "no character as an escape"),
    Trap("full-width colon", TITLE, "title：Truyền thông", "4:10 KH005"),
    Trap("full-width colon at the root", "title: Nhóm thứ nhất", "title：Nhóm thứ nhất", "1:6 KH005"),
    Trap("conflict", "    lead: ubnd", "<<<<<<< HEAD\n    lead: ubnd\n=======\n    lead: x\n>>>>>>> b",
         "5:1 KH006"),
    Trap("rest of a conflict", "    lead: ubnd", "    lead: ubnd\n>>>>>>> b", "6:1 KH006"),
    Trap("middle of a conflict", "    lead: ubnd", "    lead: ubnd\n=======", "6:1 KH006"),
    # values that YAML reads its own way
    value("Kế hoạch: giai đoạn 1", "4:20 KH005"),
    value("Báo cáo #3", "4:20 KH014"),
    value("Báo cáo   #3", "4:22 KH014", "value cut after more spaces"),
    value("#3", "4:12 KH014"),
    *(value(word, "4:11 KH013") for word in ("", " ")),
    *(value(word, "4:12 KH013") for word in ("null", "~", '""', "''", '" "', "|", ">-", "[]", "{}", "[a, b]", "{a: b}")),
    *(value(word, "4:12 KH005") for word in ("- a", "-", "?", "? a", "%50", "@an", "`an`", '"an', "'an", "[an", "{an")),
    *(value(word, "4:12 KH005") for word in ("]", "}", ",")),
    value("[a,, b]", "4:15 KH005"),
    value('"an\n---\n', "4:12 KH005, 5:1 KH009", "open quote before dashes"),
    Trap("bracket open at the end", "members: [hoa-mau]\n  - id: hoa-mau\n    name: Trường Mầm non Hoa Mẫu\n    kind: school\n",
         "members: [hoa-mau,\n\n", "21:14 KH005", UNITS),
    Trap("brace open at the end", "signature:" + SMALL_PLAN.partition("signature:")[2], "signature: {", "37:1 KH019", PLAN),
    value('"an" thêm', "4:17 KH005"),
    value("'an' thêm", "4:17 KH005"),
    value("[an] thêm", "4:17 KH005"),
    value('"a\\q"', "4:14 KH005"),
    value('"a\\xzz"', "4:14 KH005"),
    value("> x", "4:14 KH005"),
    value("a: b", "4:13 KH005"),
    value("x:", "4:13 KH005"),
    value("!!", "4:12 KH005"),
    *(value(word, "4:12 KH008") for word in ("&a x", "*a", "!!str x", "!!int 3", "!x", "! x", "!!python/name:os.system x")),
    Trap("no space after a colon", "    " + TITLE, "    title:abc", "4:10 KH005"),
    Trap("no space after the first colon", "title: Nhóm thứ nhất", "title:abc", "1:6 KH005"),
    Trap("no space after the last colon", "issued_by: UBND phường Mẫu", "issued_by:UBND", "44:12 KH005", PLAN),
    Trap("no colon", TITLE, "title Truyền thông", "4:5 KH005"),
    Trap("text under a text", "    lead: ubnd", "chữ", "3:5 KH206, 5:1 KH005"),
    Trap("no space after a dash", "units: [vhxh, csgd]", "units:\n      -vhxh\n      - csgd", "7:7 KH013"),
    Trap("alias bomb", "title: Nhóm thứ nhất", "title: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
         "1:8 KH008, 1:8 KH013, 2:1 KH011, 2:4 KH008, 2:8 KH008, 2:12 KH008, 3:1 KH011, 3:5 KH008, 3:9 KH008"),
    Trap("anchor on a table", "  - id: chinh-sach", "  - &a\n    id: chinh-sach", "3:5 KH008"),
    Trap("alias as a list", "units: [vhxh, csgd]", "units: *a", "6:12 KH008"),
    Trap("tag of a list", "units: [vhxh, csgd]", "units: !!seq [vhxh, csgd]", "6:12 KH008"),
    Trap("anchor and tag", "units: [vhxh, csgd]", "units: &a !!seq [vhxh, csgd]", "6:12 KH008, 6:15 KH008"),
    Trap("an asterisk before a text", "title: Truyền thông chính sách", "title: *Tuyến thông tin", "4:12 KH005"),
    Trap("alias as a key", TITLE, f"*a : b\n    {TITLE}", "4:5 KH008"),
    Trap("alias as a date", "month: 3", "month: *a", "12:10 KH008", PLAN),
    Trap("second document", "  - id: mam-non-moi", "---\n  - id: mam-non-moi", "13:1 KH009"),
    Trap("directive", "title: Nhóm thứ nhất", "%YAML 9.9\n---\ntitle: Nhóm", "1:1 KH005"),
    Trap("directive with a huge number", "title: Nhóm thứ nhất", f"%YAML 1.{'9' * 5000}\n---\ntitle: a", "1:1 KH005"),
    # shapes
    Trap("text instead of a list", "units: [vhxh, csgd]", "units: vhxh", "6:12 KH013"),
    Trap("text instead of topics", SMALL_TOPICS.partition("topics:")[2], " không\n", "2:9 KH013"),
    Trap("list instead of a table", "  - id: chinh-sach", "  - [x]\n  - id: chinh-sach", "3:5 KH013"),
    Trap("text instead of a table", "  - id: chinh-sach", "  - x\n  - id: chinh-sach", "3:5 KH013"),
    Trap("table instead of a list", "units: [vhxh, csgd]", "units: {vhxh: csgd}", "6:12 KH013"),
    Trap("table instead of a text", "lead: ubnd", "lead: {a: b}", "5:11 KH013"),
    Trap("list in a list", "units: [vhxh, csgd]", "units: [vhxh, [csgd]]", "6:19 KH013"),
    Trap("empty element", "units: [vhxh, csgd]", "units:\n      - vhxh\n      -\n      - csgd", "8:8 KH013"),
    Trap("text instead of the agency", SMALL_PLAN[SMALL_PLAN.index("agency:") : SMALL_PLAN.index("symbol")],
         "agency: ubnd\n", "4:9 KH013", PLAN),
    Trap("text instead of sections", SMALL_PLAN[SMALL_PLAN.index("sections:") : SMALL_PLAN.index("channels:\n")],
         "sections: không\n", "17:11 KH013", PLAN),
    Trap("text instead of channels", "channels:\n  - id: cong\n    text: Cổng thông tin điện tử phường Mẫu.",
         "channels: cong", "29:11 KH013", PLAN),
    Trap("text instead of a section", "  - title: TỔ CHỨC THỰC HIỆN\n    insert: duties", "  - duties", "27:5 KH013", PLAN),
    Trap("text instead of duties", "duties:\n      - Chủ trì tham mưu.", "duties: Chủ trì", "7:13 KH013", UNITS),
    Trap("list instead of a root", SMALL_UNITS, "- id: vhxh\n", "1:1 KH013", UNITS),
    Trap("text instead of units", SMALL_UNITS, "units: vhxh\n", "1:8 KH013", UNITS),
    Trap("text instead of a root", SMALL_PLAN, "kế hoạch\n", "1:1 KH013", PLAN),
    Trap("unknown paragraph", "- bullet: Cụ", "- bulet: Cụ", "22:13 KH013", PLAN),
    Trap("paragraph without a mark", "- bullet: Cụ", "- Cụ", "22:13 KH013", PLAN),
    Trap("list instead of a schedule", "schedule: Quý I, II", "schedule: [Quý I, Quý II]", "7:15 KH013"),
    Trap("schedule without quarters", "schedule: Quý I, II", "schedule: {text: Khi rảnh}", "7:15 KH012"),
    Trap("schedule without text", "schedule: Quý I, II", "schedule: {quarters: [I]}", "7:15 KH012"),
    Trap("empty quarter", "schedule: Quý I, II", 'schedule: {text: Hè, quarters: ["", I]}', "7:37 KH013"),
    # words and numbers
    *(Trap(f"number {n}", "topics:", f"number: {n}\ntopics:", "2:9 KH013")
      for n in ("no", "0", "1.5", "12:30", "-1", "1_0", "[1]", "9" * 5000, "٣")),
    *(Trap(f"year {n}", "year: 2026\ntype", f"year: {n}\ntype", "1:7 KH013", PLAN)
      for n in ("no", "07", "2026-02-30", "20 26", "2026.0", "[2026]")),
    Trap("year empty", "year: 2026\ntype", "year:\ntype", "1:6 KH013", PLAN),
    Trap("kind of a unit", "kind: class\n    aliases", "kind: lop\n    aliases", "14:11 KH013", UNITS),
    Trap("id in capitals", "id: vhxh", "id: VHXH", "2:9 KH013", UNITS),
    Trap("id empty", "id: vhxh", "id:", "2:8 KH013", UNITS),
    Trap("unknown insert", "insert: duties", "insert: dutys", "28:13 KH013", PLAN),
]  # fmt: skip


def said(kehoach: Kehoach, root: Path, file: str = "") -> tuple[int, str]:
    result = kehoach("-C", root, "check", "--strict", "--format", "json")
    assert result.err == ""
    everything = json.loads(result.out)["findings"]
    # What the wording is like is another matter (test_wording.py): these texts only have to be read.
    found = [one for one in everything if not one["code"].startswith("KH5")]
    code = result.code if len(found) == len(everything) else int(bool(found))
    return code, ", ".join(
        ("" if f["file"] == file else f"{f['file']}:") + f"{f['line']}:{f['column']} {f['code']}" for f in found
    )


def expected(found: str) -> tuple[int, str]:
    return int(bool(found)), found


@pytest.fixture(params=["libyaml", "python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setitem(sys.modules, "yaml._yaml", None)  # as where PyYAML was built without libyaml


@pytest.mark.parametrize("sign", ["–", "—", "−", "•", "+"])
@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (UNITS, "aliases:\n      - Các CSGD", "aliases:\n      {0} Các CSGD", "{0}:16:7 KH013"),
        (UNITS, "aliases:\n      - Các CSGD", "aliases:\n      {0} Các CSGD\n      {0} CSGD khác", "{0}:16:7 KH013"),
        (TOPICS, "units: [vhxh, csgd]", "units:\n      {0} vhxh\n      {0} csgd", "{0}:7:7 KH013"),
        (TOPICS, "lead: ubnd", "lead:\n      {0} ubnd", "{0}:6:7 KH013"),
        (PLAN, "          - plain: Theo dõi", "          {0} plain: Theo dõi", "{0}:25:11 KH013"),
        (TOPICS, "      - id: tin-mam-non", "      {0} id: tin-mam-non", "{0}:19:7 KH005"),
    ],
)
def test_a_list_with_another_sign_for_its_bullets(
    kehoach: Kehoach, small: Path, sign: str, file: str, old: str, new: str, found: str
) -> None:
    replace(small / file, old, new.format(sign))
    assert said(kehoach, small)[1] == found.format(file)
    assert f"dấu `{sign}` ở đầu dòng không mở một ý của danh sách" in kehoach("-C", small, "check").out
    assert "gợi ý: viết `- ` rồi đến nội dung" in kehoach("-C", small, "check").out


@pytest.mark.parametrize(
    ("line", "at", "said"),
    [
        ('title: Cổng: tin."', "4:12", 'giá trị có dấu `"` đóng ở cuối mà không có dấu mở'),
        ("title: Cổng: tin.'", "4:12", "giá trị có dấu `'` đóng ở cuối mà không có dấu mở"),
        ("title: Cổng: tin.", "4:16", 'trong ngoặc kép: title: "Cổng: tin."  '),
        ('title: Cổng “A”: gọi "tin"', "4:20", "trong nháy đơn: title: 'Cổng “A”: gọi \"tin\"'  "),
        ("title: Cổng: gọi 'tin' \"a\"", "4:16", "trong nháy đơn: title: 'Cổng: gọi ''tin'' \"a\"'  "),
    ],
)
def test_what_is_offered_for_a_second_colon_is_well_formed(
    kehoach: Kehoach, small: Path, line: str, at: str, said: str
) -> None:
    replace(small / TOPICS, TITLE, line)
    shown = kehoach("-C", small, "check").out
    assert f"{TOPICS}:{at}: lỗi[KH005]" in shown
    assert said in shown.replace("·", "")


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("trap", [pytest.param(trap, id=trap.name[:40]) for trap in [*SILENT, *TRAPS]])
def test_a_mistake_in_a_text_is_found_once_and_in_its_place(kehoach: Kehoach, small: Path, trap: Trap) -> None:
    text = SOUND[trap.file]
    assert text.count(trap.old) == 1
    new = trap.new if isinstance(trap.new, bytes) else trap.new.encode()
    (small / trap.file).write_bytes(text.encode().replace(trap.old.encode(), new))
    assert said(kehoach, small, trap.file) == expected(trap.found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("units: [vhxh, csgd]", "units: !!seq [vhxh, csgd]", "nhãn kiểu `!!seq`|           ^^^^^|gợi ý: bỏ `!!seq` "),
        ("lead: ubnd", "lead: *ubnd", "bí danh `*ubnd`|          ^^^^^|gợi ý: xóa dấu `*`, hoặc đặt cả giá trị trong"),
        (TITLE, "title: @Giới thiệu", "bằng `@`|           ^|gợi ý: xóa dấu này, hoặc đặt cả giá trị trong ngoặc kép"),
        (TITLE, "title: *Tuyến tin", "bằng `*`|           ^|gợi ý: xóa dấu này, hoặc đặt cả giá trị trong ngoặc kép"),
    ],
)
def test_a_sign_of_yaml_before_a_value_is_told_as_it_is_written(
    kehoach: Kehoach, small: Path, old: str, new: str, said: str
) -> None:
    replace(small / TOPICS, old, new)
    out = kehoach("-C", small, "check").out
    assert all(part in out for part in said.split("|"))
