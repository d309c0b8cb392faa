"""Messages keep to docs/messages.md, as far as a program can judge."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

import pytest

from tests.conftest import REPOSITORY

GUIDE = (REPOSITORY / "docs/messages.md").read_text(encoding="utf-8")
VERBS = [v.strip() for v in re.split(r"[,\n]", GUIDE.split("<!-- verbs: begin -->")[1].split("<!--")[0]) if v.strip()]
ASKING = (
    "có phải",
    "thiếu dấu phẩy?",
    "đây có đúng là",
    "ví dụ",
    "đây là",
    "đã xem lại thì ghi",
    "nếu",
    "trong <",
    "<",
)
NAMES = ("Jinja", "LibreOffice", "PDF", "XHTML", "Word", "Excel", "Windows", "DEFLATE")
ENGLISH = re.compile(r"\b(file|files|line|lines|error|errors|warning|column|value|key|invalid|missing|unknown|not)\b")
HOLE = "◆"


class Said(NamedTuple):
    place: str
    is_hint: bool
    text: str


def texts(node: ast.expr | None) -> list[str]:
    """The texts that an expression can come to, with a hole for each value; none where it is not written here."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(p.value) if isinstance(p, ast.Constant) else HOLE for p in node.values)]
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in texts(value)]
    if isinstance(node, ast.BinOp):
        return texts(node.left)
    return []


def said() -> list[Said]:
    found: list[Said] = []
    for path in sorted((REPOSITORY / "src").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            pairs: list[tuple[bool, ast.expr | None]] = []
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if name in {"message", "hint"}:
                    pairs = [(name == "hint", node.value)]
            elif (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Tuple)
                and isinstance(node.value, ast.Tuple)
            ):
                names = [getattr(one, "id", "") for one in node.targets[0].elts]
                if names == ["message", "hint"]:
                    pairs = [(False, node.value.elts[0]), (True, node.value.elts[1])]
            elif isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                first = {"finding": 1, "RefusalError": 0}.get(called)
                if first is not None:
                    owner = ast.unparse(node.func)
                    first += owner.endswith(("self.finding", "templates.finding"))  # takes the rule first
                    pairs = [(False, a) for a in node.args[first : first + 1]]
                    pairs += [(True, a) for a in node.args[first + 1 : first + 2]]
                elif called in {"need", "refuse"}:
                    pairs = [(True, a) for a in node.args[3:4]]
            where = f"{path.relative_to(REPOSITORY).as_posix()}:{getattr(node, 'lineno', 0)}"
            found += [Said(where, is_hint, text) for is_hint, value in pairs for text in texts(value) if text]
    return found


SAID = said()


def bare(text: str) -> str:
    """The text without what is quoted."""
    return re.sub(r"`[^`]*`|“[^”]*”", HOLE, text)


def test_most_messages_are_seen() -> None:
    assert sum(not one.is_hint for one in SAID) > 150
    assert sum(one.is_hint for one in SAID) > 150


def test_a_message_is_a_fact_without_a_full_stop() -> None:
    odd = []
    for one in SAID:
        if one.text.endswith((".", "!")) and not one.text.endswith("…"):
            odd.append(one)
        first = one.text[0]
        if first.isalpha() and first.isupper() and not one.text.startswith(NAMES):
            odd.append(one)
        if "vui lòng" in one.text.lower():
            odd.append(one)
    assert not odd


def test_words_are_vietnamese_and_quoted_one_way() -> None:
    assert not [one for one in SAID if ENGLISH.search(bare(one.text))]
    assert not [one for one in SAID if one.text.count("`") % 2 or one.text.count("“") != one.text.count("”")]
    assert not [one for one in SAID if not one.is_hint and '"' in bare(one.text)]


def test_the_words_of_the_guide_are_used() -> None:
    wrong = re.compile(r"\b(tập tin|mảng|chuỗi|bản ghi|sai sót)\b", re.IGNORECASE)
    assert not [one for one in SAID if wrong.search(bare(one.text))]


def test_a_hint_says_what_to_do() -> None:
    begins = tuple(VERBS) + ASKING + tuple(f"{HOLE} {word}" for word in ("mục", "hoặc")) + ("kehoach",)
    assert not [one for one in SAID if one.is_hint and not one.text.startswith((*begins, HOLE))]


@pytest.mark.parametrize("heading", ["Rules", "Words", "Verbs of hints"])
def test_the_guide_has_its_parts(heading: str) -> None:
    assert f"## {heading}" in GUIDE
