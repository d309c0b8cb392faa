"""Entries as tables for people and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.views.json_document import dumps_rows
from kehoach_cli.views.tables import in_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kehoach_cli.reporting.results import Result, Tally

HEAD = ("Ngày", "Vị trí", "Đơn vị", "Loại", "Số lượng", "Lượt tiếp cận", "Nội dung")
_CSV_HEAD = (*HEAD, "Minh chứng", "Mã", "Tệp")


def cells(result: Result) -> tuple[str, ...]:
    """Return an entry's row under HEAD."""
    entry, form = result.entry, result.form
    quantity = f"{entry.quantity} {form.unit}" if form and entry.quantity else ""
    said = entry.title or entry.note or result.row.product.text
    reach = str(entry.reach) if entry.reach else ""
    name = form.name.value if form else ""
    return (
        f"{entry.date.value:%d/%m/%Y}",
        result.row.position,
        result.unit.name.value,
        name,
        quantity,
        reach,
        str(said),
    )


def count_line(tally: Tally, left_out: int) -> str:
    """Return the line that counts what was listed, and what could not be read."""
    lost = f"; {left_out} kết quả không đọc được, xem: kehoach check" if left_out else ""
    return f"{tally.count} kết quả{lost}"


def in_form(form: str, results: Sequence[Result], left_out: int, filters: Mapping[str, object]) -> Iterable[str]:
    r"""Return the entries as `table`, `json`, `csv` or `markdown`, ended by \n, in parts."""
    if form == "json":
        about = {"filters": dict(filters), "left_out": left_out}
        return dumps_rows("entry-list", "entries", map(_entry, results), about)
    if form == "csv":
        return [in_table(form, _CSV_HEAD, [_all_cells(result) for result in results])]
    return [in_table(form, HEAD, [cells(result) for result in results])] if results else []


def _all_cells(result: Result) -> tuple[str, ...]:
    entry = result.entry
    row = list(cells(result))
    row[4] = str(entry.quantity) if entry.quantity else ""
    return (*row, " ".join(link.value for link in entry.links), entry.id.value, entry.file)


def _entry(result: Result) -> dict[str, object]:
    entry = result.entry
    return {
        "id": entry.id.value,
        "date": entry.date.value.isoformat(),
        "position": result.row.position,
        "product": entry.product.value,
        "unit": entry.unit.value,
        "form": entry.form.value if entry.form else None,
        "quantity": entry.quantity.value if entry.quantity else None,
        "reach": entry.reach.value if entry.reach else None,
        "title": entry.title.value if entry.title else None,
        "links": [link.value for link in entry.links],
        "note": entry.note.value if entry.note else None,
        "file": entry.file,
        "line": entry.at.line,
    }
