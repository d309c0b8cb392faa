"""The line reader for the plainest YAML means what libyaml means, or leaves the text to it."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach_cli.source import events
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.reader import read
from kehoach_cli.source.simple import read_simple

WORDS = st.text(st.sampled_from("aZ09ăđ ./:-?#=&%+~(),;!…“”\"'\\[]{}|>*@`_\n"), max_size=8)
NAMES = st.sampled_from(["id", "date", "links", "a_b", "null", "x1", "X", "é", '"q"', "- id", "? a"])
LINES = st.one_of(
    st.builds("{}: {}".format, NAMES, WORDS),
    st.builds("{}:".format, NAMES),
    st.builds("{}{}: {}".format, st.sampled_from(["", " ", "  ", "- ", "  - ", "    "]), NAMES, WORDS),
    st.builds("{}{}".format, st.sampled_from(["- ", "  - ", "    - ", "- - "]), WORDS),
    st.sampled_from([
        "",
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


@settings(max_examples=1500, deadline=None)
@given(st.lists(LINES, max_size=8).map("\n".join))
@example("id: a\nlinks:\n  - https://a.b/c?d=e\n  - x\nnote: b\n")
@example("- id: a\n  links:\n    - b\n  note: c\n- id: d\n")
@example('id: "0671"\ntitle: "a: b"\n')
@example("a: b\n...\n")
@example("links:\n  - a\n\n# x\n  - b\n")
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
