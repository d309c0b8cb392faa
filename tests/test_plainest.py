"""What the expression for plain entries takes, it reads as the field table does; everything else is left to that."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach_cli.loading.entries import ENTRY, read_entries
from kehoach_cli.loading.plainest import Plainest
from kehoach_cli.model.entries import Entry
from kehoach_cli.recording.text import one
from kehoach_cli.source import events
from kehoach_cli.source.reader import read

PLAINEST = Plainest(ENTRY)
PATH = "progress/2026/Q2/x.yaml"
FULL = """\
id: ab2c3d4e
date: 2026-04-15
product: tin-chinh-sach
unit: "777"
form: tin-bai
quantity: 05
reach: 1200
title: "Ngày hội: đọc sách"
links:
  - https://vi-du.example/bai?x=1
  - "b"
note: Theo kế hoạch số 3 (đợt 2)
wording: "01e22c7dd977"
"""
WORDS = st.text(st.sampled_from("aZ09ăđ ./:-?#=&%~(),;…“”\"'\\[]{}|>*@`_\u0301\u00a0\u200b\t\r\n"), max_size=8)
VALUES = st.one_of(
    WORDS,
    WORDS.map('"{}"'.format),
    st.sampled_from([
        "null",
        "~",
        "",
        "0",
        "1234567890",
        "2026-02-30",
        "15/4/2026",
        "a-b",
        "a--b",
        '"',
        "a  b",
        "a ",
        "A",
    ]),
)
# A file of an entry with a few lines changed, taken out, doubled or moved.
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("value"), st.integers(0, 12), VALUES),
        st.tuples(st.sampled_from(["without", "twice", "last"]), st.integers(0, 12), st.just("")),
        st.tuples(
            st.just("before"),
            st.integers(0, 12),
            st.sampled_from(["# a", "#", "  # a", "#\u0085a", "", "accept: b", "---", "  - c"]),
        ),
    ),
    max_size=3,
)


def edited(edits: list[tuple[str, int, str]]) -> str:
    lines = FULL.splitlines()
    for what, where, text in edits:
        place = where % len(lines)
        if what == "value":
            head = "  - " if lines[place].startswith("  - ") else lines[place].partition(":")[0] + ": "
            lines[place] = head + text
        elif what == "twice":
            lines.insert(place, lines[place])
        elif what == "before":
            lines.insert(place, text)
        else:
            lines[len(lines) :] = [lines.pop(place)] if what == "last" else [lines.pop(place)] * 0
            lines = lines or ["id: a"]
    return "".join(f"{line}\n" for line in lines)


def places(entry: Entry) -> list[object]:
    """Return every place of an entry: equality of values does not look at them."""
    found: list[object] = []
    for name in Entry.__match_args__:
        value = getattr(entry, name)
        found += [getattr(one, "at", one) for one in (value if name == "links" else [value])]
    return found


@settings(max_examples=1000, deadline=None)
@given(EDITS.map(edited))
@example(FULL)
@example("#\n# a: b\n" + FULL)
@example(FULL.replace("\n", "\r\n"))
@example("\ufeff" + FULL)
def test_what_is_taken_is_read_as_the_field_table_reads_it(text: str) -> None:
    taken = PLAINEST.read(text.encode(), PATH)
    if taken is None:
        return
    entry, said = taken
    node, whole, findings = read(text.encode(), PATH, events.parser)
    assert node is not None
    by_table = ENTRY.read(node, findings)
    assert findings == []
    assert said == whole
    assert entry == by_table
    assert places(entry) == places(by_table)


@pytest.mark.parametrize("key", ["form", "quantity", "reach", "title", "note", "wording"])
def test_what_kehoach_writes_is_taken(key: str) -> None:
    without = "".join(f"{line}\n" for line in FULL.splitlines() if not line.startswith(f"{key}:"))
    for text in (FULL, without):
        taken = PLAINEST.read(text.encode(), PATH)
        assert taken is not None
        assert PLAINEST.read(one(taken[0], PATH).encode(), PATH) == (taken[0], one(taken[0], PATH))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-04-15", "2026-02-30"),
        ("tin-chinh-sach", "null"),
        ("quantity: 05", "quantity: 0"),
        ("Ngày hội", "Nga\u0300y hội"),
        ("Ngày hội", "Ngày\u200bhội"),
        ('"b"', '" "'),
        ("note: ", "nota: "),
        ("unit: ", "uni: "),
        ("\nform", "\n\nform"),
    ],
)
def test_what_may_be_wrong_is_left_to_the_field_table(old: str, new: str) -> None:
    assert old in FULL
    text = FULL.replace(old, new)
    assert PLAINEST.read(text.encode(), PATH) is None
    assert read_entries(text.encode(), PATH)[0] is not None


def test_no_bytes_are_too_much_for_it() -> None:
    assert PLAINEST.read(b"\xff", PATH) is None
    assert PLAINEST.read(FULL.encode() * 20_000, PATH) is None
