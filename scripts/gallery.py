"""The gallery of diagnostics, docs/diagnostics.md: every rule with its case, as the real command answered it."""

from __future__ import annotations

import difflib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.cli.explain import every_rule
from kehoach_cli.views.findings import WORDS
from scripts.casebook import BASE, NEAR_MISS, REPOSITORY, WRONG, cases, edited, sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Rule
    from scripts.casebook import Case

_CHAPTERS = {
    "0": ("Đọc tệp", "Tệp không đọc được, hoặc không đọc được một cách chắc chắn."),
    "1": ("Mã và nội dung của kế hoạch", "Cái gì trùng, thiếu, hoặc sẽ không được in ra."),
    "2": ("Đơn vị", "Mỗi tên trong kế hoạch chỉ đúng một đơn vị của units.yaml."),
    "3": ("Thời gian", "Thời gian thực hiện đọc được, có thật, và nằm trong năm của kế hoạch."),
    "4": ("Kết quả và lời báo cáo", "Các tệp trong progress/ và reports/."),
    "5": ("Câu chữ", "Chính tả, cách viết và viện dẫn trong các câu sẽ in ra."),
    "6": (
        "Thể thức của văn bản",
        "`kehoach lint-docx` kiểm tra một tệp .docx bất kỳ. Ở đây kehoach tạo tệp ấy từ mẫu đã sửa cho sai.",
    ),
    "7": ("Mẫu văn bản", "Các tệp trong templates/: có lỗi thì không văn bản nào được ghi ra."),
    "8": ("Văn bản đã ban hành", "Sổ văn bản đi issued/, và kế hoạch sau khi đã ban hành."),
}
_INTRODUCTION = """\
Mỗi lỗi, cảnh báo và ghi chú của kehoach có một mã không bao giờ đổi. Mỗi mã dưới đây có một ví dụ chạy thật: chỗ sai
trong tệp, câu trả lời của lệnh, và một trường hợp gần giống mà kehoach không báo. Trên máy: `kehoach explain KH203`.

Trong mỗi ví dụ chỉ có chỗ khác với [một kế hoạch nhỏ không có lỗi](../tests/cases/base); dòng “…” là phần
được lược bớt.

Lỗi (mã thoát 1) ngăn không cho tạo văn bản; cảnh báo cần người xem lại nhưng không ngăn; ghi chú chỉ cho biết.
"""
_FENCES = {"yaml": "yaml", "yml": "yaml", "j2": "jinja"}
# What a document has nothing of: the same in nearly every answer of lint-docx.
_NOT_JUDGED = re.compile(r"(^Không đánh giá được:\n)(?: .*\n)+", re.MULTILINE)
_LINE_ROOM = 140
_NEW_FILE_ROOM = 12


def page(note: str) -> str:
    """Return the page; `note` says where it comes from."""
    rules = every_rule()
    shown = {case.code: case for case in cases()}
    parts = [f"{note}# Các mã lỗi và cảnh báo\n\n{_INTRODUCTION}"]
    groups = {digit: [rule for rule in rules if rule.code[2] == digit] for digit in _CHAPTERS}
    for digit, (title, _) in _CHAPTERS.items():
        if groups[digit]:
            parts.append(f"\n**KH{digit}xx. {title}**\n\n| mã | mức | nghĩa |\n|---|---|---|\n")
            parts += [
                f"| [{rule.code}](#{rule.code.lower()}) | {_word(rule)} | {rule.title} |\n" for rule in groups[digit]
            ]
    for digit, (title, what) in _CHAPTERS.items():
        if groups[digit]:
            parts.append(f"\n## KH{digit}xx. {title}\n\n{what}\n")
            parts += ["\n".join(_entry(rule, shown.get(rule.code))) for rule in groups[digit]]
    return "".join(parts)


def _word(rule: Rule) -> str:
    return WORDS[rule.severity]


def _entry(rule: Rule, case: Case | None) -> Iterator[str]:
    """Yield the paragraphs of one rule; without a case, which a test does not let pass, its explanation alone."""
    yield f"\n### {rule.code}\n\n**{rule.title}** ({_word(rule)})\n\n{rule.explanation}\n"
    if case is None:
        return
    commands = [f"`{step}`" for step in case.before if step.startswith("kehoach ")]
    if commands:
        yield f"Sau khi chạy {' và '.join(commands)}:\n"
    yield from _difference(case, WRONG)
    text = _NOT_JUDGED.sub(r"\1   …\n", case.transcript.read_text(encoding="utf-8"))
    yield f"```text\n{text}```\n"
    near = list(_difference(case, NEAR_MISS))
    yield f"Không báo khi {case.silent}{':' if near else '.'}\n"
    yield from near
    yield f"[Tệp của ví dụ](../{case.folder.relative_to(REPOSITORY).as_posix()})\n"


def _difference(case: Case, side: str) -> Iterator[str]:
    """Yield what one side of a case lays over the base: an excerpt of each file, or a sentence."""
    folder = case.folder / side
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        before = BASE / name
        yield _excerpt(name, before.read_text(encoding="utf-8") if before.is_file() else "", path.read_bytes())
    changed: dict[str, str] = {}
    for edit in case.edits[side]:
        before = sound(BASE, edit.file)
        if edit.remove:
            yield f"Không có tệp `{edit.file}`.\n"
        elif edit.rename:
            yield f"Tệp `{edit.file}` đổi tên thành `{edit.rename}`.\n"
        elif before.is_file():
            changed[edit.file] = edited(changed.get(edit.file) or before.read_text(encoding="utf-8"), edit)
        else:
            # Written by a command: only a run knows the rest of it.
            lines = (line for line in difflib.ndiff(edit.old.split("\n"), edit.new.split("\n")) if line[0] != "?")
            yield f"`{edit.file}`:\n\n```diff\n{chr(10).join(lines)}\n```\n"
    for name, text in changed.items():
        yield _excerpt(name, sound(BASE, name).read_text(encoding="utf-8"), text.encode())


def _excerpt(name: str, before: str, data: bytes) -> str:
    """Return the lines of a file that are not as they were, each under the lines that it belongs to."""
    try:
        after = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return f"`{name}` không lưu bằng UTF-8; các byte đầu tiên: `{data[:8].hex(' ')}`.\n"
    if not after:
        return f"`{name}` (tệp trống).\n"
    if after.rstrip("\n") == before.rstrip("\n"):
        return f"`{name}`: chữ không đổi, chỉ lưu cách khác.\n"
    lines = after.removesuffix("\n").split("\n")
    new = range(min(len(lines), _NEW_FILE_ROOM))
    shown = sorted(_shown(before.removesuffix("\n").split("\n"), lines) if before else new)
    out = [] if shown[0] == 0 else [f"{_indent(lines[shown[0]])}…"]
    for number, following in pairwise([*shown, len(lines)]):
        out.append(_visible(lines[number]))
        if following > number + 1:
            out.append(f"{_indent(lines[number + 1])}…")
    fence = _FENCES.get(name.rpartition(".")[2], "text")
    return f"`{name}`:\n\n```{fence}\n{chr(10).join(out)}\n```\n"


def _shown(before: list[str], after: list[str]) -> set[int]:
    """Return the lines to show: what is new, or around what is gone, its neighbours, and what it is part of."""
    shown: set[int] = set()
    for tag, _, _, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            shown |= set(range(max(start - 1, 0), min(end + 1, len(after))))
    for number in list(shown):
        indent = len(_indent(after[number]))
        for above in range(number - 1, -1, -1):
            if after[above].strip() and len(_indent(after[above])) < indent:
                indent = len(_indent(after[above]))
                shown.add(above)
    return shown


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _visible(line: str) -> str:
    """Return a line with what cannot be seen written out, and cut where it is too long to read."""
    text = "".join(sign if sign.isprintable() else "⟨Tab⟩" if sign == "\t" else f"⟨U+{ord(sign):04X}⟩" for sign in line)
    return text if len(text) <= _LINE_ROOM else f"{text[:_LINE_ROOM]}…"
