"""Whether a file is the one that was issued, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.periods import spoken
from kehoach_cli.views.json_document import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from kehoach_cli.model.register import Issued

    class Differs(Protocol):
        """A place, what was issued there, and what the file has."""

        @property
        def place(self) -> str:
            """Return where."""

        @property
        def issued(self) -> str:
            """Return what was issued, "" for nothing."""

        @property
        def found(self) -> str:
            """Return what the file has, "" for nothing."""


_SHOWN = 50


def named(issued: Issued) -> str:
    """Return a document as people speak of it, with where it comes from."""
    day, commit = spoken(issued.date.value), issued.commit.value[:12]
    return f"{issued.type} số {issued.name} ngày {day}, người ký {issued.signer}, bản git {commit}"


def as_text(answer: str, issued: Issued | None, differences: Sequence[Differs], file: str, *, pdf: bool) -> str:
    r"""Return the answer in a sentence, then each difference, ended by \n."""
    if issued is None:
        return f"KHÔNG: {file} không phải văn bản nào trong sổ văn bản đi\n"
    if answer == "same":
        return f"ĐÚNG: {file} là văn bản đã ban hành, {named(issued)}\n"
    if answer == "same-words":
        form = (
            "đúng từng chữ (PDF chỉ so được lời văn)" if pdf else "đúng từng chữ, trình bày đã khác (lưu lại, sửa kiểu)"
        )
        return f"ĐÚNG LỜI VĂN: {file} {form}: {named(issued)}\n"
    lines = [f"KHÁC: {file} khác {len(differences)} chỗ so với văn bản đã ban hành, {named(issued)}"]
    for one in differences[:_SHOWN]:
        lines += [
            f"  {one.place}:",
            f"    ban hành: {f'“{one.issued}”' if one.issued else '(không có)'}",
            f"    trong tệp: {f'“{one.found}”' if one.found else '(không có)'}",
        ]
    if len(differences) > _SHOWN:
        lines.append(f"  … và {len(differences) - _SHOWN} chỗ khác")
    return "\n".join(lines) + "\n"


def as_json(
    answer: str, issued: Issued | None, differences: Sequence[Differs], signatures: Sequence[dict[str, object]]
) -> str:
    """Return the answer as JSON, version 1."""
    return dumps(
        "verification",
        {
            "answer": answer,
            "document": issued
            and {
                "name": issued.name,
                "date": str(issued.date),
                "commit": issued.commit.value,
                "file": issued.file,
                "signer": issued.signer.value,
            },
            "differences": [{"place": one.place, "issued": one.issued, "found": one.found} for one in differences],
            "signatures": list(signatures),
        },
    )
