"""The field table of a progress entry, and the files of progress/."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kehoach_cli.loading.acceptances import ACCEPT
from kehoach_cli.loading.days import Day
from kehoach_cli.loading.kinds import Id, Line, Whole
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.loading.plainest import Plainest
from kehoach_cli.loading.record import Field, Record, nullable, optional
from kehoach_cli.loading.refusals import need
from kehoach_cli.loading.rules import MISNAMED_DATA
from kehoach_cli.location import Location
from kehoach_cli.model.entries import Entry, EntryFile
from kehoach_cli.model.folders import REPORTS
from kehoach_cli.source.found import TooManyErrorsError
from kehoach_cli.source.nodes import Mapping, Sequence
from kehoach_cli.source.reading import read
from kehoach_cli.source.rules import CONFLICT, ENCODING, SYNTAX

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding

ENTRY = Record(
    "kết quả",
    Entry,
    (
        Field("id", Id(), "mã ngẫu nhiên, cũng đứng cuối tên tệp", examples=("k3v9x2qa",)),
        Field("date", Day(), "ngày thực hiện"),
        Field("product", Id("topics/"), "mã sản phẩm trong topics/"),
        Field("unit", Id("units.yaml"), "mã đơn vị trong units.yaml"),
        nullable("form", Id("plan.yaml"), "mã loại sản phẩm trong plan.yaml"),
        nullable("quantity", Whole(1, 999_999_999), "số lượng, theo đơn vị tính của loại sản phẩm", 2),
        nullable("reach", Whole(0, 999_999_999), "số lượt người dự, lượt xem …", 350),
        nullable("title", Line(), "tên bài, tên hội nghị …", "Ngày hội đọc sách"),
        optional("links", ListOf(Line()), "đường dẫn minh chứng"),
        nullable("note", Line(), "ghi chú"),
        nullable("wording", Line(), "dấu vân tay của chữ sản phẩm lúc ghi"),
        ACCEPT,
    ),
)
_PLAINEST = Plainest(ENTRY)


def _is_report(root: Mapping) -> bool:
    """Return whether a table has nothing that an entry must have, and what only the text of a report has."""
    return not {"id", "product", "unit"} & root.values.keys() and bool({"direction", "results"} & root.values.keys())


def read_entries(data: bytes, path: str) -> tuple[EntryFile | None, str, list[Finding]]:
    """Return the file's entries, readable or not (None where it holds none at all), its text, and the findings."""
    plainest = _PLAINEST.read(data, path)
    if plainest is not None:
        entry, text = plainest
        return EntryFile(path, (entry,)), text, []
    root, text, findings = read(data, path)
    if root is None:
        return None, text, findings
    mended = any(finding.code in {SYNTAX.code, CONFLICT.code, ENCODING.code} for finding in findings)
    file = None
    with suppress(TooManyErrorsError):
        if isinstance(root, Mapping) and _is_report(root):
            message = "đây là lời văn của báo cáo, không phải kết quả"
            findings.append(MISNAMED_DATA.finding(Location(path), message, f"chuyển tệp này vào {REPORTS}/"))
            return None, text, findings
        if isinstance(root, Mapping):
            file = EntryFile(path, (ENTRY.read(root, findings),), is_mended=mended)
        elif isinstance(root, Sequence) and root.items:
            entries = tuple(ENTRY.read(item, findings) for item in root.items)
            file = EntryFile(path, entries, is_list=True, is_mended=mended)
        else:
            need(root, "một kết quả, hoặc danh sách kết quả", findings)
    if findings:
        from kehoach_cli.loading.torn import tell_once  # noqa: PLC0415 - only where something is wrong

        tell_once(root, text, path, findings)
    return file, text, findings
