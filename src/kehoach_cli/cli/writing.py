"""Where a document goes, and that nothing there is lost by writing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.cli.session import Session
    from kehoach_cli.model.register import Issued
    from kehoach_cli.render.document import Document


def target(output: Path | None, stem: str, *, html: bool) -> Path:
    """Return the file to write: the one named, or `stem` in the folder named or here. Raises RefusalError."""
    suffix = ".html" if html else ".docx"
    if output is None or output.is_dir():
        return (output or Path()) / f"{stem}{suffix}"
    if output.suffix.lower() not in {".docx", ".html"} or (html and output.suffix.lower() != ".html"):
        message = f"tên tệp {output} không kết thúc bằng {suffix}"
        raise RefusalError(message, f"đặt tên ví dụ {output.with_suffix(suffix)}")
    return output


def write_document(
    session: Session, file: Path, make: Callable[[], Document], *, force: bool, issued: Issued | None = None
) -> int:
    """Write a document and return 0; return 1 with the findings when a template has mistakes. Raises RefusalError.

    An issued document is written only when it is, part for part, the one that was issued.
    """
    from kehoach_cli.render.mistakes import TemplateMistakesError
    from kehoach_cli.storage import write_whole

    try:
        document = make()
    except TemplateMistakesError as mistakes:
        session.show(mistakes.findings, err=True)
        return 1
    if issued is not None:
        from kehoach_cli.issuing.lines import refuse_other

        refuse_other(issued, document.docx())
    data = document.html() if file.suffix.lower() == ".html" else document.docx()
    if file.exists() and not force:
        refuse_to_lose(file, data)
    write_whole(file, data)
    session.say(f"Đã ghi {file}")
    return 0


def refuse_to_lose(file: Path, data: bytes) -> None:
    """Raise RefusalError when the file there is not one that kehoach wrote and nobody has changed."""
    from kehoach_cli.render.docx.package import is_untouched_docx
    from kehoach_cli.render.html import is_untouched_html

    try:
        old = file.read_bytes()
    except OSError as failure:
        message = f"không đọc được tệp đã có {file}: {failure.strerror}"
        raise RefusalError(message, "chọn tên khác bằng -o") from None
    if old != data and not is_untouched_docx(old) and not is_untouched_html(old):
        message = f"{file} đã có, do chương trình khác ghi hoặc đã được sửa; ghi đè sẽ mất nội dung đó"
        raise RefusalError(message, "chọn tên khác bằng -o, hoặc thêm --force nếu không cần tệp cũ")
