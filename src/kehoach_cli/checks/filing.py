"""Filing: an entry's file lies where its content says, under the name that follows from it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error
from kehoach_cli.frozen import replace
from kehoach_cli.location import Location, doubled
from kehoach_cli.model.entries import FOLDER, quarter_folder, slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.location import Located, Text
    from kehoach_cli.model.entries import Entry, EntryFile, Progress
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
_FOLDER = re.compile(r"progress/\d{4}/Q[1-4]/", re.ASCII)
_NAME = re.compile(r"(?P<day>\d{8})-(?P<middle>.+)-(?P<id>[a-z2-7]{8})\.yaml", re.ASCII)


def check(workspace: Workspace, progress: Progress) -> Iterator[Finding]:
    """Yield the files that lie elsewhere, or bear another name, than their content says without doubt."""
    products = {row.product.id.value for row in workspace.rows()}
    units = {unit.id.value for unit in workspace.units.all} if workspace.units else set()
    strayed = [file for file in progress.files if file.expected_path != file.path]
    if not strayed:
        return
    twice = doubled(entry.id for entry in progress.entries)
    misnamed = {file.path.rpartition("/")[0] for file in strayed if not _FOLDER.match(file.path)}
    for folder in sorted(misnamed):
        inside = [file for file in strayed if file.path.startswith(f"{folder}/")]
        wanted = {(file.expected_path or "").rpartition("/")[0] for file in inside}
        if len(inside) > 1 and len(wanted) == 1:
            right = wanted.pop()
            message = f"tên thư mục không phải của một quý; {len(inside)} kết quả trong đó thuộc {right}"
            yield MISPLACED.finding(Location(folder), message, f"đổi tên thành {right}")
            strayed = [file for file in strayed if file not in inside]
    for file in strayed:
        if not all(entry.readable for entry in file.entries):
            continue
        if any(entry.product.value not in products or entry.unit.value not in units for entry in file.entries):
            continue
        if any(entry.id.value in twice for entry in file.entries):
            continue  # a copy is said, and lies anywhere
        year = workspace.year
        outside = {entry.date.at for entry in file.entries if year and entry.date.value.year != year}
        # A year mistyped is said, and leads nothing else of the file astray.
        righted = bool(outside) and file.path.startswith(f"{FOLDER}/{year}/")
        meant = replace(file, entries=tuple(entry.in_year(year) for entry in file.entries)) if righted else file
        yield from (finding for finding in _astray(meant) if finding.at not in outside)


def _astray(file: EntryFile) -> Iterator[Finding]:
    """Yield what is wrong with the file's place and name."""
    belongs = file.expected_path
    if belongs is None:
        yield from _mixed(file)
    elif belongs != file.path:
        yield _elsewhere(file, belongs)


def _mixed(file: EntryFile) -> Iterator[Finding]:
    """Yield the entries of a list that are of another unit or quarter than the file, or than most of it."""
    folder, _, name = file.path.rpartition("/")
    unit = name.rpartition("-")[0]
    units = Counter(entry.unit.value for entry in file.entries)
    folders = Counter(quarter_folder(entry.date.value) for entry in file.entries)
    unit = unit if unit in units else units.most_common(1)[0][0]
    folder = folder if folder in folders else folders.most_common(1)[0][0]
    for entry in file.entries:
        hint = "sửa mục này, hoặc chuyển kết quả sang tệp khác: mỗi đơn vị, mỗi quý một tệp"
        if entry.unit.value != unit:
            message = f"kết quả này của đơn vị `{entry.unit}`, cả danh sách là của `{unit}`"
            yield MISPLACED.finding(entry.unit.at, message, hint)
        if quarter_folder(entry.date.value) != folder:
            message = f"kết quả ngày {entry.date.value:%d/%m/%Y} không thuộc {folder} như cả danh sách"
            yield MISPLACED.finding(entry.date.at, message, hint)


def _elsewhere(file: EntryFile, belongs: str) -> Finding:
    """Return the finding at the one value that the file's name gainsays; where there are more, at the file."""
    first = file.entries[0]
    folder, _, name = file.path.rpartition("/")
    wanted_folder, _, wanted = belongs.rpartition("/")
    other = [] if file.is_list else _other_than_named(first, name)
    if folder != wanted_folder and not (len(other) == 1 and other[0][0] is first.date):
        message = f"kết quả ngày {first.date.value:%d/%m/%Y} không thuộc thư mục này"
        return MISPLACED.finding(first.date.at, message, f"chuyển tới {belongs}")
    if len(other) == 1 and other[0][0] is first.id:
        message = f"mã `{first.id}` không khớp tên tệp"
        return OTHER_ID.finding(first.id.at, message, f"sửa mã, hoặc đổi tên tệp thành {wanted}")
    if len(other) == 1:
        value, what, named = other[0]
        message = f"{what} không khớp tên tệp, ở đó là `{named}`"
        return MISNAMED.finding(value.at, message, f"sửa ở đây, hoặc đổi tên tệp thành {belongs}")
    hint = f"đổi tên thành {wanted}, hoặc sửa nội dung"
    message = "tên tệp không khớp nội dung"
    if file.is_list and folder == wanted_folder and name.rpartition("-")[0] == wanted.rpartition("-")[0]:
        # The name of a list is made of its entries' ids.
        message = "tên tệp không khớp các kết quả trong đó: có kết quả đã bị xóa, thêm hoặc đổi mã"
        hint = f"khôi phục kết quả từ git; nếu sửa có chủ ý thì đổi tên thành {wanted}"
    return MISNAMED.finding(Location(file.path), message, hint)


def _other_than_named(entry: Entry, name: str) -> list[tuple[Located[date] | Text, str, str]]:
    """Return the values that the name of the entry's file gainsays, each with its words and what stands in the name."""
    parts = _NAME.fullmatch(name)
    if parts is None:
        return []
    day = f"{entry.date.value:%Y%m%d}"
    unit, product = slug(entry.unit.value), slug(entry.product.value)
    found: list[tuple[Located[date] | Text, str, str]] = []
    if parts["day"] != day:
        found.append((entry.date, f"ngày {entry.date.value:%d/%m/%Y}", parts["day"]))
    middle = parts["middle"]
    if middle != f"{unit}-{product}":
        if middle.startswith(f"{unit}-"):
            found.append((entry.product, f"sản phẩm `{entry.product}`", middle.removeprefix(f"{unit}-")))
        elif middle.endswith(f"-{product}"):
            found.append((entry.unit, f"đơn vị `{entry.unit}`", middle.removesuffix(f"-{product}")))
        else:
            return []
    if parts["id"] != entry.id.value:
        found.append((entry.id, f"mã `{entry.id}`", parts["id"]))
    return found
