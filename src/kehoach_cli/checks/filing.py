"""Filing: an entry's file lies where its content says, under the name that follows from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error
from kehoach_cli.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.entries import EntryFile, Progress
    from kehoach_cli.model.workspace import Workspace

MISPLACED = error(
    "KH404",
    "tệp kết quả nằm sai thư mục",
    """
    Kết quả nằm trong progress/<năm>/Q<quý>/ theo ngày của nó, tính theo lịch. Kết quả này vẫn được tính, nhưng lần
    sau sẽ không ai tìm thấy: chuyển nó về đúng chỗ.
    """,
)
MISNAMED = error(
    "KH405",
    "tên tệp kết quả không khớp nội dung",
    """
    Tên tệp gồm ngày, mã đơn vị, mã sản phẩm và mã của kết quả; tệp chứa danh sách gồm mã đơn vị và một mã tính từ các
    kết quả bên trong. Không khớp nghĩa là tên hoặc nội dung đã bị sửa sau khi ghi.
    """,
)
OTHER_ID = error(
    "KH406",
    "mã của kết quả không khớp tên tệp",
    """
    Mã ngẫu nhiên đứng cuối tên tệp và trong mục `id` phải là một: chép tệp cũ để làm tệp mới thì mã bị lặp lại.
    """,
)


def check(workspace: Workspace, progress: Progress) -> Iterator[Finding]:
    """Yield the files that lie elsewhere, or bear another name, than their content says without doubt."""
    products = {row.product.id.value for row in workspace.rows()}
    units = {unit.id.value for unit in workspace.units.all} if workspace.units else set()
    for file in progress.files:
        belongs = file.expected_path
        if belongs == file.path or not all(entry.readable for entry in file.entries):
            continue
        if any(entry.product.value not in products or entry.unit.value not in units for entry in file.entries):
            continue
        if workspace.year and any(entry.date.value.year != workspace.year for entry in file.entries):
            continue  # a year mistyped is said, and would lead the file astray
        yield _elsewhere(file, belongs)


def _elsewhere(file: EntryFile, belongs: str | None) -> Finding:
    first = file.entries[0]
    if belongs is None:
        message = "danh sách có kết quả của nhiều đơn vị hoặc nhiều quý"
        return MISPLACED.finding(first.at, message, "tách thành mỗi đơn vị, mỗi quý một tệp")
    folder, _, name = file.path.rpartition("/")
    wanted_folder, _, wanted = belongs.rpartition("/")
    if folder != wanted_folder:
        message = f"kết quả ngày {first.date.value:%d/%m/%Y} không thuộc thư mục này"
        return MISPLACED.finding(Location(file.path), message, f"chuyển tới {belongs}")
    same = name.rpartition("-")[0] == wanted.rpartition("-")[0]
    if same and not file.is_list and re.fullmatch(r".*-[a-z2-7]{8}\.yaml", name):
        message = f"mã `{first.id}` không khớp tên tệp"
        return OTHER_ID.finding(first.id.at, message, f"sửa mã, hoặc đổi tên tệp thành {wanted}")
    hint = f"đổi tên thành {wanted}, hoặc sửa nội dung"
    return MISNAMED.finding(Location(file.path), "tên tệp không khớp nội dung", hint)
