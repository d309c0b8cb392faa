"""`kehoach lint-docx`: does a .docx have the form of the decree."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.options import Output
from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

HELP = "Kiểm tra thể thức của một tệp .docx bất kỳ theo NĐ 30/2020/NĐ-CP."


class FormFormat(Enum):
    """The forms in which the findings can be printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def lint_docx(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .docx, do kehoach hay chương trình khác ghi.")],
    form: Annotated[FormFormat, typer.Option("--format", help="Dạng in ra.")] = FormFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Coi điều khác thông lệ như lỗi.")] = False,
    output: Output = None,
) -> int:
    """Return 1 when the document breaks the decree (with `strict`, practice too), 0 otherwise."""
    from kehoach_cli.conformance.book import rule_book
    from kehoach_cli.conformance.judge import judge
    from kehoach_cli.source.tree import WorkingTree
    from kehoach_cli.storage import read_whole
    from kehoach_cli.views import form as views
    from kehoach_cli.wordfile.document import read_docx

    session: Session = context.obj
    data = read_whole(file)
    document = read_docx(data)
    if document is None:
        message = f"{file} không phải tệp .docx đọc được"
        raise RefusalError(message, "mở bằng Word, lưu lại thành .docx")
    root = session.folder_or_none()
    book = rule_book(WorkingTree(root) if root else None)
    verdict = judge(document, book)
    if form is FormFormat.TEXT:
        text = views.as_text(verdict, file.name)
    elif form is FormFormat.JSON:
        text = views.as_json(verdict, file.name) + "\n"
    else:
        text = views.form_sarif(verdict, file.as_posix(), book) + "\n"
    session.print_or_write(text, output)
    return int(any(finding.legal or strict for finding in verdict.findings))
