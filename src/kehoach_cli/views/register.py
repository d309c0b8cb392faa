"""The register of outgoing documents in the columns of the law (NĐ 30/2020, Phụ lục IV, mục I), and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.periods import spoken
from kehoach_cli.views.json_document import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.register import Issued

HEAD = (
    "Số, ký hiệu",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
)


def cells(issued: Issued) -> list[str]:
    """Return a document's row, one cell for each column of HEAD."""
    return [
        issued.name,
        spoken(issued.date.value),
        f"{issued.type} {issued.subject}",
        issued.signer.value,
        "; ".join(name.value for name in issued.recipients),
        str(issued.kept_by or ""),
        str(issued.copies or ""),
        spoken(issued.sent.value) if issued.sent else "",
        str(issued.received or ""),
        str(issued.note or ""),
    ]


def as_json(register: Iterable[Issued]) -> str:
    """Return the register as JSON, version 1."""
    return dumps("register", {"documents": [_row(issued) for issued in register]})


def _row(issued: Issued) -> dict[str, object]:
    texts = {
        name: None if value is None else str(value)
        for name in ("report", "scope", "as_of", "amends", "sent", "received", "note", "kept_by")
        for value in (getattr(issued, name),)
    }
    return {
        "kind": issued.kind.value.value,
        "name": issued.name,
        "number": issued.number.value,
        "symbol": issued.symbol.value,
        "date": str(issued.date),
        "type": issued.type.value,
        "subject": issued.subject.value,
        "authority": [line.value for line in issued.authority],
        "signer": issued.signer.value,
        "recipients": [name.value for name in issued.recipients],
        "copies": issued.copies and issued.copies.value,
        "plan_year": issued.plan_year.value,
        "commit": issued.commit.value,
        "content": issued.content.value,
        "words": issued.words.value,
        "writer": issued.writer.value,
        "file": issued.file,
        **texts,
    }
