"""`kehoach verify`: is a file the one that was issued, who signed it, has it been tampered with."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

HELP = "Xác minh một tệp .docx hoặc .pdf: có đúng là văn bản đã ban hành, ai ký, có bị sửa không."


class VerifyFormat(Enum):
    """The forms of the answer."""

    TEXT = "text"
    JSON = "json"


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp .docx hoặc .pdf.")],
    form: Annotated[VerifyFormat, typer.Option("--format", help="Dạng in ra.")] = VerifyFormat.TEXT,
) -> int:
    """Return 0 when the file's words are those that were issued and no signature is broken, 1 otherwise."""
    from kehoach_cli.cli.signatures import signatures_in
    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.issuing.verify import Answer, verify_docx, verify_pdf
    from kehoach_cli.model.register import FOLDER
    from kehoach_cli.storage import read_whole
    from kehoach_cli.views import verification as views

    session: Session = context.obj
    data = read_whole(file)
    checked = session.check()
    wrong = [finding for finding in checked.findings if finding.at.file.startswith(f"{FOLDER}/")]
    if wrong:
        session.show(wrong, err=True)
        message = "sổ văn bản đi không còn tin được, không thể xác minh"
        raise RefusalError(message, "khôi phục issued/ từ git rồi chạy lại")
    if not checked.loaded.register:
        message = "sổ văn bản đi chưa có văn bản nào để so"
        raise RefusalError(message, "ban hành bằng: kehoach issue")
    desk = Desk(session.folder(), checked.loaded.register)
    pdf = data.lstrip()[:5] == b"%PDF-" or file.suffix.lower() == ".pdf"
    signatures = signatures_in(data) if pdf else []
    try:
        result = verify_pdf(data, desk) if pdf else verify_docx(data, desk)
    except RefusalError as refusal:
        # A damaged file may have no words any more: its broken signature is the answer.
        if not any(signature.wrong for signature in signatures):
            raise
        if form is VerifyFormat.JSON:
            session.print(views.as_json("unreadable", None, (), [signature.facts for signature in signatures]))
        else:
            lines = [f"KHÔNG ĐỌC ĐƯỢC LỜI VĂN: {refusal.message}", *(signature.sentence for signature in signatures)]
            session.print_words("\n".join(lines))
        return 1
    broken = any(signature.wrong for signature in signatures)
    if form is VerifyFormat.JSON:
        facts = [signature.facts for signature in signatures]
        session.print(views.as_json(result.answer.value, result.issued, result.differences, facts))
    else:
        said = views.as_text(result.answer.value, result.issued, result.differences, file.name, pdf=pdf)
        session.print_words("\n".join([said.rstrip("\n"), *(signature.sentence for signature in signatures)]))
    return int(broken or result.answer not in {Answer.SAME, Answer.SAME_WORDS})
