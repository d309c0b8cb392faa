"""Results that say nothing of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import warning
from kehoach_cli.location import is_unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.entries import Entry, Progress

SILENT = warning(
    "KH415",
    "kết quả không nói đã làm gì",
    """
    Kết quả không có số lượng, tiêu đề, ghi chú hay đường dẫn nào: nó vẫn được tính là sản phẩm có người làm, mà không
    ai biết đã làm gì. Việc không đếm được thì ghi bằng `title` hoặc `note`.
    """,
)


def check(progress: Progress, told: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the entries that say nothing; `told` is what reading the files came to: of those it may have been lost."""
    unsure = {*(finding.at.file for finding in told), *progress.unended}
    for file in progress.files:
        for entry in file.entries:
            if entry.form is None and _is_silent(entry) and file.path not in unsure:
                message = "kết quả này không nói đã làm gì: không có số lượng, tiêu đề, ghi chú hay đường dẫn"
                hint = "thêm `title` hoặc `note`; đếm được thì `form` và `quantity`"
                yield SILENT.finding(entry.id.at, message, hint)


def _is_silent(entry: Entry) -> bool:
    """Return whether an entry says nothing of what was done."""
    said = (entry.form, entry.quantity, entry.title, entry.note)
    return not (any(said) or entry.links or is_unread(entry.links))
