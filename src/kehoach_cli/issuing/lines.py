"""A new line of the register: what it says, whether it may be written, and the text of its file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kehoach_cli import __version__
from kehoach_cli.changes.facts import facts_of
from kehoach_cli.checks.register import check
from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.register import ISSUED
from kehoach_cli.location import Located, Location
from kehoach_cli.model.citations import Citation, cited
from kehoach_cli.model.periods import spoken
from kehoach_cli.model.register import Issued, digest
from kehoach_cli.source.modeline import modeline
from kehoach_cli.source.plain import scalar
from kehoach_cli.wordfile.parts import open_parts
from kehoach_cli.wordfile.words import docx_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.workspace import Workspace

_OURS = "# Dòng sổ văn bản đi do kehoach ghi khi ban hành; văn thư chỉ ghi thêm sent, received và note ở cuối tệp.\n"


def words_hash(docx: bytes) -> str:
    """Return the hash of the words of a .docx: what survives when another program saves it again."""
    return digest("\n".join(block.text for block in docx_blocks(docx) or ()).encode())


def part_hashes(docx: bytes) -> dict[str, str]:
    """Return the hash of each part of a .docx, by the part's name."""
    return {name: digest(data) for name, data in sorted((open_parts(docx) or {}).items())}


def finished(line: Issued, docx: bytes) -> Issued:
    """Return a line with the hashes of its document and the seal over everything."""
    parts = {name: Located(value, line.at) for name, value in part_hashes(docx).items()}
    whole = replace(line, words=Located(words_hash(docx), line.at), parts=parts, writer=Located(writer(), line.at))
    return replace(whole, seal=Located(whole.sealed(), line.at))


def refuse_other(line: Issued, docx: bytes) -> None:
    """Raise RefusalError when a .docx is not, part for part, the one that was issued."""
    made = part_hashes(docx)
    issued = {name: value.value for name, value in line.parts.items()}
    if made != issued:
        differing = sorted(name for name in {*made, *issued} if made.get(name) != issued.get(name))
        message = f"{writer()} tạo lại văn bản số {line.name} không giống bản đã ban hành, ở: {', '.join(differing)}"
        hint = f"cài đúng phiên bản đã tạo văn bản ({line.writer}), hoặc dùng tệp đã lưu; kiểm tra tệp: kehoach verify"
        raise RefusalError(message, hint)


def writer() -> str:
    """Return the program as the register names it."""
    return f"kehoach {__version__}"


def refuse_taken(line: Issued, register: Sequence[Issued], written: Plan) -> None:
    """Raise RefusalError when the register, or the plan's own text, speaks against the number or the date."""
    known = {(finding.code, finding.message) for finding in check(written, register)}
    sealed = replace(line, seal=Located(line.sealed(), line.at))
    for finding in check(written, [*register, sealed]):
        if (finding.code, finding.message) not in known:
            message = f"{finding.message}; chỗ kia: {finding.see}" if finding.see else finding.message
            raise RefusalError(message, finding.hint)


def refuse_early(workspace: Workspace, day: date) -> None:
    """Raise RefusalError when the text cites a document that is younger than the one to be issued."""
    for citation, at in _citations(workspace):
        if citation.date and citation.date > day:
            younger = f"số {citation.name} ngày {spoken(citation.date)}"
            message = f"{at}: văn bản ban hành ngày {spoken(day)} lại dẫn văn bản {younger}"
            raise RefusalError(message, "sửa --date, hoặc sửa ngày của văn bản được dẫn trong kế hoạch")


def _citations(workspace: Workspace) -> Iterator[tuple[Citation, Location]]:
    for fact in facts_of(workspace).values():
        for text in (fact.value,) if isinstance(fact.value, str) else fact.value:
            for citation in cited(text):
                yield citation, fact.at


def as_text(line: Issued) -> str:
    """Return the file of a line; it says exactly the line, which is proved by reading it. Raises RefusalError."""
    text = modeline("issued", line.file) + _OURS + "".join(f"{one}\n" for one in _lines(line))
    again, _, findings = read_record(text.encode(), line.file, ISSUED)
    if findings or again != line:
        message = "không ghi được dòng sổ đúng từng chữ" + "".join(f": {finding.message}" for finding in findings[:1])
        raise RefusalError(message, "bỏ ký tự lạ trong ghi chú, trích yếu hoặc nơi nhận")
    return text


def _lines(line: Issued) -> Iterator[str]:
    yield f"kind: {line.kind.value.value}"
    yield f"plan_year: {line.plan_year}"
    for name in ("report", "scope", "as_of", "amends"):
        value = getattr(line, name)
        if value is not None:
            yield f"{name}: {scalar(str(value))}"
    yield f"type: {scalar(line.type.value)}"
    yield f"number: {line.number}"
    yield f"symbol: {scalar(line.symbol.value)}"
    yield f"date: {line.date}"
    yield f"subject: {scalar(line.subject.value)}"
    yield from _list("authority", line.authority)
    yield f"signer: {scalar(line.signer.value)}"
    yield from _list("recipients", line.recipients)
    if line.kept_by:
        yield f"kept_by: {scalar(line.kept_by.value)}"
    if line.copies:
        yield f"copies: {line.copies}"
    yield f'commit: "{line.commit}"'
    yield f"content: {line.content}"
    yield f"words: {line.words}"
    yield "parts:"
    for name, value in line.parts.items():
        yield f"  {scalar(name)}: {value}"
    yield f"writer: {scalar(line.writer.value)}"
    yield f"seal: {line.seal}"
    if line.sent:
        yield f"sent: {line.sent}"
    if line.note:
        yield f"note: {scalar(line.note.value)}"


def _list(name: str, values: tuple[Located[str], ...]) -> Iterator[str]:
    if values:
        yield f"{name}:"
    for value in values:
        yield f"  - {scalar(value.value)}"
