"""The line reader for the plainest YAML means what libyaml means, or leaves the text to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach_cli.source import events
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.reader import read
from kehoach_cli.source.simple import read_simple
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.text(st.sampled_from("aZ09ăđ ./:-?#=&%+~(),;!…“”\"'\\[]{}|>*@`_\n"), max_size=8)
NAMES = st.sampled_from(["id", "date", "links", "a_b", "a-b", "null", "x1", "X", "é", '"q"', "- id", "? a"])
INDENTS = st.sampled_from(["", " ", "  ", "   ", "    ", "      ", "- ", "  - ", "    - ", "- - "])
FLOWS = (
    st.lists(WORDS | st.sampled_from(["a", "Các CSGD", "null", "1.5"]), max_size=3).map(", ".join).map("[{}]".format)
)
LINES = st.one_of(
    st.builds("{}: {}".format, NAMES, WORDS),
    st.builds("{}:".format, NAMES),
    st.builds("{}{}: {}".format, st.sampled_from(["", " ", "  ", "- ", "  - ", "    "]), NAMES, WORDS),
    st.builds("{}{}".format, st.sampled_from(["- ", "  - ", "    - ", "- - "]), WORDS),
    st.builds("{}{}".format, INDENTS, WORDS),
    st.builds("{}{}:".format, INDENTS, NAMES),
    st.builds("{}{}: >-".format, INDENTS, NAMES),
    st.builds("{}{}: {}".format, INDENTS, NAMES, FLOWS),
    st.sampled_from([
        "",
        "   ",
        "  - >-",
        "    chữ gấp",
        "      chữ gấp",
        "  a: b",
        "  - a: b",
        "    a: b",
        "    c: >-",
        "# ghi chú",
        "  # ghi chú",
        "---",
        "...",
        "key:",
        "  - 3",
        "  - 2026-04-15",
        '  - "x: y"',
        "a: null",
    ]),
    WORDS,
)


def shape(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return (node.at, [(node.key(name).at, name, shape(value)) for name, value in node.values.items()])
    if isinstance(node, Sequence):
        return (node.at, [shape(item) for item in node.items])
    return (node.at, node.value) if isinstance(node, Scalar) else None


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(st.lists(LINES, max_size=9).map("\n".join))
@example("id: a\nlinks:\n  - https://a.b/c?d=e\n  - x\nnote: b\n")
@example("- id: a\n  links:\n    - b\n  note: c\n- id: d\n")
@example('id: "0671"\ntitle: "a: b"\n')
@example("a: b\n...\n")
@example("links:\n  - a\n\n# x\n  - b\n")
@example("a:\n  - id: x\n    text: >-\n      một\n      hai\n\n  - id: y\n    units: [b, Các CSGD, null]\n")
@example("a: >-\n  một\n # ghi chú\nb: c\n")
@example("a: >-\n  một\n\n  hai\nb: [a-b, c.d]\n")
@example("- a\n- - b\n")
@example("a:\n- b\n")
def test_what_the_line_reader_takes_it_reads_as_libyaml_does(text: str) -> None:
    simple = read_simple(text, "x.yaml")
    if simple is not None:
        whole, _, findings = read(text.encode(), "x.yaml", events.parser)
        assert findings == []
        assert shape(simple) == shape(whole)


def test_entries_as_kehoach_writes_them_are_taken() -> None:
    text = 'id: abc\nlinks:\n  - https://vi-du.example/bai?x=1\ntitle: "Ngày hội: đọc sách"\nwording: "0123456789ab"\n'
    assert shape(read_simple(text, "x")) == shape(read(text.encode(), "x", events.parser)[0])
    packed = "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(text.splitlines()))
    assert read_simple(packed * 2, "x") is not None
    assert shape(read_simple(packed * 2, "x")) == shape(read((packed * 2).encode(), "x", events.parser)[0])


@pytest.mark.parametrize("file", sorted([*REPOSITORY.glob("[pu]*.yaml"), *REPOSITORY.glob("topics/*.yaml")]))
def test_the_real_plan_is_taken(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    simple = read_simple(text, "x")
    assert simple is not None
    assert shape(simple) == shape(read(text.encode(), "x", events.parser)[0])


# A structured text, one line of it changed: deeper than random lines get.
TEXT = """\
# Nhóm
title: Hoàn thiện (thể chế)
topics:
  - id: a-b
    units: [vhxh, Các CSGD]
    schedule:
      text: Quý I
      quarters: [I]

    products:
      - id: x
        text: >-
          Tuyến thông tin
          của Đảng.
      # ghi chú
      - id: y
        text: "a: b"
  - id: c
    lines:
      - >-
        một
        hai
      - ba
"""
CHANGES = st.tuples(
    st.integers(0, TEXT.count("\n") - 1),
    st.sampled_from(["in", "out", "without", "twice", "blank", "comment", "tail", "words"]),
    WORDS,
)


def changed(changes: list[tuple[int, str, str]]) -> str:
    lines = TEXT.splitlines()
    for number, what, words in changes:
        line = lines[number % len(lines)]
        new = {
            "in": [f" {line}"],
            "out": [line.removeprefix(" ")],
            "without": [],
            "twice": [line, line],
            "blank": ["", line],
            "comment": [f"{' ' * (len(words) % 9)}# {words}", line],
            "tail": [line + words],
            "words": [line[: len(line) - len(line.lstrip(" "))] + words],
        }[what]
        lines[number % len(lines) : number % len(lines) + 1] = new or [""]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(st.lists(CHANGES, max_size=3).map(changed))
def test_what_it_takes_of_a_deep_text_it_reads_as_libyaml_does(text: str) -> None:
    simple = read_simple(text, "x.yaml")
    if simple is not None:
        whole, _, findings = read(text.encode(), "x.yaml", events.parser)
        assert findings == []
        assert shape(simple) == shape(whole)
