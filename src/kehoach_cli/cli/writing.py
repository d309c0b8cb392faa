"""Where a document goes, and that nothing there is lost by writing it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.cli.session import Session
    from kehoach_cli.model.register import Issued
    from kehoach_cli.render.document import Document


Pdf = Annotated[
    bool,
    typer.Option(
        "--pdf", help="Tạo .pdf bằng LibreOffice, thay cho .docx; từ chối khi có chữ nào không ra đúng phông."
    ),
]
Archive = Annotated[bool, typer.Option("--archive", help="Tạo PDF/A-2b để lưu trữ lâu dài (gồm cả --pdf).")]


def chosen(*, html: bool, pdf: bool, archive: bool) -> str:
    """Return the form that the options ask for, or nothing when they leave it open. Raises RefusalError."""
    if html and (pdf or archive):
        message = "không tạo cùng lúc .html và .pdf"
        raise RefusalError(message, "chạy hai lần, mỗi lần một dạng")
    return "html" if html else "pdf" if pdf or archive else ""


def target(output: Path | None, stem: str, form: str) -> Path:
    """Return the file to write: the one named, or `stem` in the folder named or here. Raises RefusalError.

    `form` is "docx", "html", "pdf", or nothing: then it is the one that the file's name says, else .docx.
    """
    suffix = f".{form or 'docx'}"
    if output is None or output.is_dir():
        return (output or Path()) / f"{stem}{suffix}"
    if output.suffix.lower() not in ({suffix} if form else {".docx", ".html", ".pdf"}):
        message = f"tên tệp {output} không kết thúc bằng {suffix}"
        raise RefusalError(message, f"đặt tên ví dụ {output.with_suffix(suffix)}")
    return output


@dataclass(frozen=True, slots=True)
class Way:
    """How a document is to be written: where to, in which form ("" leaves it to the file's name)."""

    output: Path | None
    form: str
    force: bool = False
    archive: bool = False

    def file(self, stem: str) -> Path:
        """Return the file to write. Raises RefusalError."""
        return target(self.output, stem, self.form)


def write_document(
    session: Session, stem: str, way: Way, make: Callable[[], Document], issued: Issued | None = None
) -> int:
    """Write a document and return 0; return 1 with the findings when a template has mistakes. Raises RefusalError.

    An issued document is written only when it is, part for part, the one that was issued.
    """
    from kehoach_cli.render.mistakes import TemplateMistakesError
    from kehoach_cli.storage import write_whole

    file = way.file(stem)
    try:
        document = make()
    except TemplateMistakesError as mistakes:
        session.show(mistakes.findings, err=True)
        return 1
    if issued is not None:
        from kehoach_cli.issuing.lines import refuse_other

        refuse_other(issued, document.docx())
    data = _in_form(session, document, file.suffix.lower(), archive=way.archive)
    if file.exists() and not way.force:
        refuse_to_lose(file, data)
    write_whole(file, data)
    session.say(f"Đã ghi {file}")
    return 0


def _in_form(session: Session, document: Document, suffix: str, *, archive: bool) -> bytes:
    if suffix == ".pdf":
        session.say("Đang tạo PDF bằng LibreOffice …")
        return document.pdf(archive=archive)
    return document.html() if suffix == ".html" else document.docx()


def refuse_to_lose(file: Path, data: bytes) -> None:
    """Raise RefusalError when the file there is not one that kehoach wrote and nobody has changed."""
    from kehoach_cli.render.docx.package import is_untouched_docx
    from kehoach_cli.render.html import is_untouched_html
    from kehoach_cli.render.pdf.settle import is_untouched_pdf

    try:
        old = file.read_bytes()
    except OSError as failure:
        message = f"không đọc được tệp đã có {file}: {failure.strerror}"
        raise RefusalError(message, "chọn tên khác bằng -o") from None
    if old != data and not any(known(old) for known in (is_untouched_docx, is_untouched_html, is_untouched_pdf)):
        message = f"{file} đã có, do chương trình khác ghi hoặc đã được sửa; ghi đè sẽ mất nội dung đó"
        raise RefusalError(message, "chọn tên khác bằng -o, hoặc thêm --force nếu không cần tệp cũ")
