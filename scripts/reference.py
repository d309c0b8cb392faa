"""Writes docs/reference/, docs/diagnostics.md, the schemas and the list of modules from the code itself.

`python -m scripts.reference` writes them; a test fails when they are out of date.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import click
import typer.main

from kehoach_cli.cli.app import app
from kehoach_cli.conformance.rules import RULES as FORM_RULES
from kehoach_cli.loading.config import CONFIG
from kehoach_cli.loading.entries import ENTRY
from kehoach_cli.loading.mixed import ListOf, TableById, TableOf
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.plan import PLAN
from kehoach_cli.loading.record import Record
from kehoach_cli.loading.register import ISSUED as REGISTER_LINE
from kehoach_cli.loading.reports import report_record
from kehoach_cli.loading.schemas import schema_files
from kehoach_cli.loading.topics import TIMING, group_record
from kehoach_cli.loading.units import UNITS
from kehoach_cli.render.styles import STYLES, Align
from kehoach_cli.source.modeline import FOLDER
from scripts import gallery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.loading.kinds import Kind

REPOSITORY = Path(__file__).resolve().parent.parent
_NOTE = "<!-- Viết ra từ mã nguồn bằng scripts/reference.py: sửa mã nguồn, không sửa tệp này. -->\n\n"
_ALIGNMENT = {Align.LEFT: "trái", Align.CENTER: "giữa", Align.RIGHT: "phải", Align.JUSTIFY: "đều hai bên"}
_BEGIN, _END = "<!-- modules: begin -->", "<!-- modules: end -->"


def pages() -> dict[str, str]:
    """Return every generated page by its path from the repository's root."""
    files = schema_files()
    return {
        "docs/reference/data.md": _data(),
        "docs/diagnostics.md": gallery.page(_NOTE),
        "docs/reference/styles.md": _styles(),
        "docs/reference/commands.md": _commands(),
        "docs/architecture.md": _architecture(),
        **{f"{root}{FOLDER}/{name}": text for root in ("", "examples/phuong-mau/") for name, text in files.items()},
    }


def _inner(kind: Kind[object]) -> Kind[object]:
    return _inner(kind.item) if isinstance(kind, ListOf | TableById | TableOf) else kind


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
        ("progress/… (mỗi tệp một kết quả, hoặc danh sách kết quả)", ENTRY),
        ("reports/2026-Q2.yaml", report_record("")),
        ("issued/2026/125-KH-UBND.yaml (do `kehoach issue` ghi)", REGISTER_LINE),
        ("templates/styles.yaml", STYLES),
        ("rules/nd30.yaml", FORM_RULES),
        ("config.yaml (cấu hình riêng của máy)", CONFIG),
    ):
        parts.append(f"## {title}\n\n" + "\n".join(_tables(record, title.partition(" ")[0], set())) + "\n")
    return "".join(parts).rstrip("\n") + "\n"


def _styles() -> str:
    path = REPOSITORY / "templates/styles.yaml"
    table, _, findings = read_record(path.read_bytes(), "templates/styles.yaml", STYLES)
    assert table is not None  # noqa: S101 - a broken style table fails the tests before this
    assert not findings  # noqa: S101 - the same
    pages_ = [
        [
            f"`{name}`",
            f"{page.width.value:g} × {page.height.value:g}",
            f"{page.top.value:g}, {page.bottom.value:g}, {page.left.value:g}, {page.right.value:g}",
        ]
        for name, page in table.pages.items()
    ]
    styles = []
    for name, style in table.styles.items():
        traits = [f"{style.size.value:g} pt".replace(".", ",")]
        traits += ["đậm"] if style.bold.value else []
        traits += ["nghiêng"] if style.italic.value else []
        styles.append([
            f"`{name}`",
            str(style.name),
            ", ".join(traits),
            _ALIGNMENT[style.align.value],
            str(style.clause),
        ])
    return (
        f"{_NOTE}# Bảng kiểu\n\nPhông chữ {table.font}. Điều khoản là của NĐ 30/2020/NĐ-CP.\n\n"
        f"## Trang\n\n{_plain_table(['trang', 'khổ giấy, mm', 'lề trên, dưới, trái, phải, mm'], pages_)}\n\n"
        f"## Kiểu đoạn văn\n\n{_plain_table(['kiểu', 'tên trong Word', 'chữ', 'canh lề', 'điều khoản'], styles)}\n"
    )


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    with click.Context(
        command, parent, name, max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    ) as context:
        blocks = f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
        inner = command.commands.items() if isinstance(command, click.Group) else ()
        return "\n".join([blocks, *(_help(child, child_name, context) for child_name, child in inner)])


def _commands() -> str:
    return f"{_NOTE}# Các lệnh\n\n{_help(typer.main.get_command(app), 'kehoach', None)}"


def _architecture() -> str:
    text = (REPOSITORY / "docs/architecture.md").read_text(encoding="utf-8")
    head, _, rest = text.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    source = REPOSITORY / "src"
    rows = []
    for path in sorted((source / "kehoach_cli").rglob("*.py")):
        module = path.relative_to(source / "kehoach_cli").as_posix()
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        rows.append([f"`{module}`", " ".join(doc.partition("\n\n")[0].split())])
    table = _plain_table(["module", "what it is for"], rows)
    return f"{head}{_BEGIN}\n\n{table}\n\n{_END}{tail}"


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        path = REPOSITORY / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
