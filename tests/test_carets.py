"""The caret stands exactly under what is meant, on every terminal: wcwidth is the judge of columns."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.location import Location
from kehoach_cli.views.findings import as_text
from kehoach_cli.views.source_line import marked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Kehoach

MARKS = ["e\u0302\u0301", "x\u0323\u0302\u0301\u0308", "\u0301", "e\ufe0f\u20e3", "\u0e01\u0e33", "\u0928\u093f"]
WIDE = ["漢字", "한국", "\u1112\u1161\u11ab", "ｆｕｌｌ", "\u3000"]
EMOJI = ["👩\u200d👩\u200d👧", "☀\ufe0f", "👍\U0001f3fd", "\U0001f1fb\U0001f1f3"]
UNSEEN = ["\t", "\t\t", "\u00a0", "\u200b", "\ufeff", "\x1b[31m", "\x07", "\u2028"]
PLAIN = ["units: [", "Phòng Văn hóa", "“", "…", "→", " ", "  # ghi chú", "a" * 60, "ộ" * 45]
PIECES = [*MARKS, *WIDE, *EMOJI, *UNSEEN, *PLAIN]
TOKENS = ["csdg", "Z", "標記", "Đánh-dấu", "q\u0323\u0302z", "⟦x⟧"]
# What Unicode itself has changed its mind about (wide since 16.0), or counts only together with its neighbours.
UNSETTLED = (
    "MONOGRAM", "DIGRAM", "TRIGRAM", "TETRAGRAM", "HEXAGRAM", "COUNTING ROD", "IDEOGRAPHIC TALLY", "REGIONAL",
    "HANGUL", "HALFWIDTH HANGUL", "BALINESE", "JAVANESE", "SHARADA", "KHOJKI", "GRANTHA", "TAKRI", "AHOM",
    "VIETNAMESE ALTERNATE",
)  # fmt: skip
pieces = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def columns(text: str) -> int:
    found = wcswidth(text)
    assert found >= 0, text
    return found


@given(before=pieces, token=st.sampled_from(TOKENS), after=pieces)
def test_the_caret_is_under_the_marked_characters(before: str, token: str, after: str) -> None:
    line, carets = marked(before + token + after, len(before), len(token))
    shown = line.rindex(token) if token not in after else line.index(token)
    assert carets == " " * columns(line[:shown]) + "^" * columns(token)
    assert columns(line) <= 102
    assert line.isprintable()


@given(source=st.text(max_size=400), start=st.integers(0, 450), width=st.integers(1, 500))
def test_any_line_has_a_caret_that_is_seen(source: str, start: int, width: int) -> None:
    line, carets = marked(source, start, width)
    assert line.isprintable()
    assert carets.strip(" ").strip("^") == ""
    assert carets.endswith("^")
    assert len(carets) <= columns(line) + 1


def test_each_sign_takes_the_columns_that_terminals_give_it() -> None:
    unlike = []
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        if unicodedata.category(sign) in {"Cn", "Cs", "Co"}:
            continue  # nobody's, or assigned after this Python's tables were made
        if unicodedata.name(sign, "").startswith(("CJK UNIFIED", "HANGUL SYLLABLE", "TANGUT")) and number % 64:
            continue  # thousands of one kind
        line, carets = marked(f"a{sign}b", 2, 1)
        if len(carets) - 1 != wcswidth(line[:-1]):
            unlike.append(unicodedata.name(sign))
    assert not [name for name in unlike if not name.startswith(UNSETTLED)]


@pytest.mark.parametrize(
    ("source", "start", "width", "line", "carets"),
    [
        ("\tlead: ubdn", 7, 4, "→lead: ubdn", "       ^^^^"),
        ("a\u00a0b", 1, 1, "a b", " ^"),
        ("漢字: x", 4, 1, "漢字: x", "      ^"),
        ("ô\u0323 x", 1, 1, "ô\u0323 x", "^"),  # a combining mark alone is meant: its letter is marked
        ("☀\ufe0f x", 3, 1, "☀ x", "  ^"),
        ("tr\u200bên", 2, 1, "tr\ufffdên", "  ^"),
        ("abc", 3, 1, "abc", "   ^"),
        ("abc", 30, 9, "abc", "   ^"),
    ],
)
def test_what_terminals_disagree_on_is_shown_so_that_they_agree(
    source: str, start: int, width: int, line: str, carets: str
) -> None:
    assert marked(source, start, width) == (line, carets)


@pytest.mark.parametrize("place", [0, 10, 60, 95, 150, 290, 296])
@pytest.mark.parametrize("letter", ["a", "ộ", "o\u0323\u0302", "字"])
def test_a_long_line_is_cut_around_the_caret(letter: str, place: int) -> None:
    source = letter * place + "ZZZZ" + letter * (296 - place)
    line, carets = marked(source, len(letter) * place, 4)
    assert carets == " " * columns(line[: line.index("ZZZZ")]) + "^^^^"
    assert columns(line) <= 102
    assert line.startswith("…") == (place > 50 // columns(letter))
    assert line.endswith("…") == (place < 290 - 100)


@pytest.mark.parametrize("number", [1, 99_999, 100_000, 1_234_567])
def test_the_number_of_the_line_moves_both_lines(number: int) -> None:
    finding = Finding("KH203", Severity.ERROR, Location("a.yaml", number, 7, 4), "x", source="lead: ubdn")
    line, carets = as_text([finding], None).split("\n")[1:3]
    assert line.index("ubdn") == carets.index("^^^^")


def test_the_other_place_is_shown_with_its_line(kehoach: Kehoach, small: Path) -> None:
    (small / "topics/02-hai.yaml").write_text("title: Hai\ntopics:\n- id: chinh-sach\n  title: Một\n  lead: ubnd\n"
        "  units: [vhxh]\n  schedule: Quý I\n  products: [{id: mot, text: Một.}]\n", encoding="utf-8")  # fmt: skip
    assert kehoach("-C", small, "check").out == (
        "topics/02-hai.yaml:3:7: lỗi[KH101] mã `chinh-sach` bị trùng\n"
        "    3 | - id: chinh-sach\n"
        "      |       ^^^^^^^^^^\n"
        "   chỗ kia: topics/01-nhom.yaml:3:9\n"
        "    3 |   - id: chinh-sach\n"
        "      |         ^^^^^^^^^^\n"
        "   gợi ý: đặt mã khác cho một trong hai   · kehoach explain KH101\n"
        "1 lỗi trong 4 tệp\n"
    )
