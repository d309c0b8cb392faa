"""Writes docs/reference/ and the table of modules in docs/architecture.md from the code itself.

`python scripts/reference.py` writes them; a test fails when they are out of date.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import click
import typer.main

from kehoach_cli.checks.run import all_rules
from kehoach_cli.cli.app import app
from kehoach_cli.loading.kinds import Kind, ListOf, TableOf
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.plan import PLAN
from kehoach_cli.loading.record import Record
from kehoach_cli.loading.topics import TIMING, group_record
from kehoach_cli.loading.units import UNITS
from kehoach_cli.render.rules import ALL as TEMPLATE_RULES
from kehoach_cli.render.styles import STYLES
from kehoach_cli.views.findings import WORDS
from kehoach_cli.views.tables import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parent.parent
_NOTE = "<!-- Viết ra từ mã nguồn bằng scripts/reference.py: sửa mã nguồn, không sửa tệp này. -->\n\n"
_BEGIN, _END = "<!-- modules: begin -->", "<!-- modules: end -->"


def pages() -> dict[str, str]:
    """Return every generated page by its path from the repository's root."""
    return {
        "docs/reference/data.md": _data(),
        "docs/reference/rules.md": _rules(),
        "docs/reference/styles.md": _styles(),
        "docs/reference/commands.md": _commands(),
        "docs/architecture.md": _architecture(),
    }


def _inner(kind: Kind[object]) -> Kind[object]:
    return _inner(kind.item) if isinstance(kind, ListOf | TableOf) else kind


def _tables(record: Record[object], path: str, seen: set[str]) -> Iterator[str]:
    """Yield a record's table of fields, then those of the records inside it."""
    rows = [
        [f"`{field.key}`", "bắt buộc" if field.required else "", markdown_safe(_kind(field.kind)), field.doc]
        for field in record.fields
    ]
    yield f"### {path}\n\n{_plain_table(['mục', '', 'giá trị', 'ý nghĩa'], rows)}\n"
    for field in record.fields:
        inner = _inner(field.kind)
        if isinstance(inner, Record) and inner.name not in seen:
            seen.add(inner.name)
            yield from _tables(inner, f"{path} › {field.key}", seen)


def markdown_safe(text: str) -> str:
    """Return the text with the one sign that would break a table's cell written out."""
    return text.replace("|", "\\|")


def _plain_table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _kind(kind: Kind[object]) -> str:
    inner = _inner(kind)
    if isinstance(inner, Record):
        return f"danh sách bảng `{inner.name}`" if inner is not kind else f"bảng `{inner.name}`"
    return kind.name


def _data() -> str:
    parts = [_NOTE, "# Các tệp dữ liệu\n\nMọi giá trị là chữ như đã gõ; kehoach hiểu theo cột “giá trị”.\n\n"]
    for title, record in (
        ("plan.yaml", PLAN),
        ("units.yaml", UNITS),
        ("topics/NN-ten-nhom.yaml", group_record("", 1, 2026)),
        ("schedule (khi viết thành bảng)", TIMING),
        ("templates/styles.yaml", STYLES),
    ):
        parts.append(f"## {title}\n\n" + "\n".join(_tables(record, title.partition(" ")[0], set())) + "\n")
    return "".join(parts).rstrip("\n") + "\n"


def _rules() -> str:
    rules = sorted((*all_rules(), *TEMPLATE_RULES), key=lambda rule: rule.code)
    blocks = [f"## {rule.code} ({WORDS[rule.severity]}): {rule.title}\n\n{rule.explanation}\n" for rule in rules]
    return f"{_NOTE}# Các mã lỗi và cảnh báo\n\n" + "\n".join(blocks)


def _styles() -> str:
    path = REPOSITORY / "templates/styles.yaml"
    table, _, findings = read_record(path.read_bytes(), "templates/styles.yaml", STYLES)
    assert table is not None  # noqa: S101 - a broken style table fails the tests before this
    assert not findings  # noqa: S101 - the same
    pages_ = [
        [f"`{name}`", f"{page.width} × {page.height}", f"{page.top}, {page.bottom}, {page.left}, {page.right}"]
        for name, page in table.pages.items()
    ]
    styles = []
    for name, style in table.styles.items():
        traits = [f"{style.size.value:g} pt".replace(".", ",")]
        traits += ["đậm"] if style.bold.value else []
        traits += ["nghiêng"] if style.italic.value else []
        styles.append([f"`{name}`", str(style.name), ", ".join(traits), style.align.value.value, str(style.clause)])
    return (
        f"{_NOTE}# Bảng kiểu\n\nPhông chữ {table.font}. Điều khoản là của NĐ 30/2020/NĐ-CP.\n\n"
        f"## Trang\n\n{_plain_table(['trang', 'khổ giấy, mm', 'lề trên, dưới, trái, phải, mm'], pages_)}\n\n"
        f"## Kiểu đoạn văn\n\n{_plain_table(['kiểu', 'tên trong Word', 'chữ', 'canh lề', 'điều khoản'], styles)}\n"
    )


def _commands() -> str:
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group)  # noqa: S101 - what Typer makes of an app with commands
    blocks = []
    with click.Context(group, info_name="kehoach", max_content_width=100, terminal_width=100) as context:
        blocks.append(f"## kehoach\n\n```text\n{group.get_help(context)}\n```\n")
        for name, command in group.commands.items():
            inner = click.Context(command, parent=context, info_name=name, max_content_width=100, terminal_width=100)
            blocks.append(f"## kehoach {name}\n\n```text\n{command.get_help(inner)}\n```\n")
    return f"{_NOTE}# Các lệnh\n\n" + "\n".join(blocks)


def _architecture() -> str:
    text = (REPOSITORY / "docs/architecture.md").read_text(encoding="utf-8")
    head, _, rest = text.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    source = REPOSITORY / "src"
    rows = []
    for path in sorted((source / "kehoach_cli").rglob("*.py")):
        module = path.relative_to(source / "kehoach_cli").as_posix()
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        rows.append([module, " ".join(doc.partition("\n\n")[0].split())])
    table = markdown(["module", "what it is for"], rows)
    return f"{head}{_BEGIN}\n\n{table}\n\n{_END}{tail}"


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        path = REPOSITORY / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
