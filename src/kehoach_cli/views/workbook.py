"""A table as an Excel workbook: a head that stays in view, wrapped cells, one sheet fit to a landscape A4 page."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDEST = 40


def workbook(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the .xlsx; every cell is text, never a formula; the same rows give the same bytes."""
    book = Workbook()
    sheet = book.create_sheet(title, 0)
    del book[book.sheetnames[-1]]
    line = Side(style="thin")
    for number, row in enumerate([head, *rows], 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = text
            cell.data_type = "s"
            cell.font = Font(name="Times New Roman", size=12, bold=number == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="center" if number == 1 else "top")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
    for column, cells in enumerate(zip(head, *rows, strict=True), 1):
        longest = max(len(part) for cell in cells for part in cell.split("\n"))
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest, 8), _WIDEST) + 2
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    book.properties.created = book.properties.modified = datetime(*_ZIP_EPOCH)  # noqa: DTZ001 - no clock's time
    stream = io.BytesIO()
    book.save(stream)
    return _frozen(stream.getvalue())


def _frozen(package: bytes) -> bytes:
    """Return the package without the clock's time in it; openpyxl puts the time of saving into two places."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                head, mark, tail = data.partition(b"<dcterms:modified")
                stamp, end, rest = tail.partition(b"</dcterms:modified>")
                data = head + mark + stamp.partition(b">")[0] + b">1980-01-01T00:00:00Z" + end + rest if mark else data
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.create_system = 0
            new.writestr(entry, data)
    return result.getvalue()
