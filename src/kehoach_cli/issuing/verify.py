"""Is a file the one that was issued: the same parts, the same words, or where it differs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.issuing.differences import Difference, differences_between
from kehoach_cli.issuing.lines import part_hashes, words_hash
from kehoach_cli.issuing.pdf_differences import pdf_differences
from kehoach_cli.wordfile.pdf import pdf_pages
from kehoach_cli.wordfile.words import Block, docx_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.issuing.documents import Desk
    from kehoach_cli.model.register import Issued

# A file that shares less of its lines with an issued document is another document.
_LIKE = 0.5


class Answer(Enum):
    """What a file is."""

    SAME = "same"
    SAME_WORDS = "same-words"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of comparing a file with the register; `issued` is the document that it is, or is most like."""

    answer: Answer
    issued: Issued | None
    differences: tuple[Difference, ...] = ()


def verify_docx(data: bytes, desk: Desk) -> Verification:
    """Return what a .docx is. Raises RefusalError for what is no .docx."""
    found = docx_blocks(data)
    if found is None:
        message = "tệp này không phải .docx đọc được"
        raise RefusalError(message, "mở bằng Word, lưu lại thành .docx")
    parts, words = part_hashes(data), words_hash(data)
    for issued in desk.register:
        if parts == {name: value.value for name, value in issued.parts.items()}:
            return Verification(Answer.SAME, issued)
    for issued in desk.register:
        if words == issued.words.value:
            return Verification(Answer.SAME_WORDS, issued)
    lines = [block.text for block in found]
    best = _most_like(lines, desk)
    if best is None:
        return Verification(Answer.UNKNOWN, None)
    issued, blocks = best
    return Verification(Answer.DIFFERENT, issued, tuple(differences_between(blocks, found)))


def verify_pdf(data: bytes, desk: Desk) -> Verification:
    """Return what a PDF is, by its words; its form cannot be compared. Raises RefusalError for what has no words."""
    pages = pdf_pages(data)
    if pages is None:
        message = "tệp này không phải PDF đọc được: bị hỏng, bị cắt, hoặc có mật khẩu"
        raise RefusalError(message, "lấy lại tệp gốc")
    if not any(page.text for page in pages):
        message = "PDF này không có chữ, chỉ có hình (bản chụp, bản quét): không so được"
        raise RefusalError(message, "dùng PDF tạo từ .docx, hoặc so bằng mắt với bản tạo lại: kehoach plan")
    text = "".join(page.text for page in pages)
    best: tuple[int, Issued, list[Difference]] | None = None
    for issued, blocks in _candidates(desk):
        shared = [block for block in blocks if "".join(block.cells) and _bare(block) in text]
        if len(shared) < _LIKE * len(blocks):
            continue
        differences = pdf_differences(blocks, pages)
        if not differences:
            return Verification(Answer.SAME_WORDS, issued)
        if best is None or len(differences) < best[0]:
            best = len(differences), issued, differences
    if best is None:
        return Verification(Answer.UNKNOWN, None)
    return Verification(Answer.DIFFERENT, best[1], tuple(best[2]))


def _bare(block: Block) -> str:
    return re.sub(r"\s", "", block.cells[0])


def _candidates(desk: Desk) -> list[tuple[Issued, list[Block]]]:
    """Return the issued documents, the newest first, with their words. Raises RefusalError, TemplateMistakesError."""
    found = []
    for issued in sorted(desk.register, key=lambda one: one.order, reverse=True):
        docx = desk.issued(issued).docx()
        if words_hash(docx) != issued.words.value:
            message = f"tạo lại văn bản số {issued.name} từ bản git {issued.commit.value[:12]} ra lời văn khác"
            raise RefusalError(message, f"cài đúng phiên bản đã tạo văn bản: {issued.writer}")
        found.append((issued, docx_blocks(docx) or []))
    return found


def _most_like(lines: Sequence[str], desk: Desk) -> tuple[Issued, list[Block]] | None:
    """Return the issued document that shares most lines with a file, None where none shares half of them."""
    known = set(lines)
    best: tuple[float, Issued, list[Block]] | None = None
    for issued, blocks in _candidates(desk):
        share = sum(block.text in known for block in blocks) / max(len(blocks), 1)
        if share >= _LIKE and (best is None or share > best[0]):
            best = share, issued, blocks
    return (best[1], best[2]) if best else None
