"""Results that stand twice: one id in two files, or a list of them in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import error
from kehoach_cli.location import Location, is_unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.entries import Entry, EntryFile, Progress

TWICE = error(
    "KH407",
    "một kết quả ghi hai lần",
    """
    Hai kết quả mang cùng một mã: một lần thực hiện bị chép thành hai. kehoach chỉ tính lần đầu. Nếu `kehoach pack` bị
    ngắt giữa chừng, chạy lại lệnh đó là xong.
    """,
)


def check(progress: Progress) -> Iterator[Finding]:
    """Yield the results that are written down twice; a list of nothing else is told as a whole."""
    seen: dict[str, tuple[Entry, EntryFile]] = {}
    for file in progress.files:
        again: list[tuple[Entry, tuple[Entry, EntryFile]]] = []
        for entry in file.entries:
            if entry.id.value and not is_unread(entry.id):
                first = seen.setdefault(entry.id.value, (entry, file))
                if first[0] is not entry:
                    again.append((entry, first))
        originals = {first[1].path: first[1] for _, first in again}
        if len(again) == len(file.entries) > 1 and len(originals) == 1:
            yield _copy(file, *originals.values())
        else:
            yield from (_twice((entry, file), first) for entry, first in again)


def _twice(one: tuple[Entry, EntryFile], other: tuple[Entry, EntryFile]) -> Finding:
    """Return the finding for two entries of one id, at the one whose file is not where, or called what, it says."""
    copy, original = (other, one) if _is_strayed(other[1], one[1]) else (one, other)
    message = f"kết quả `{copy[0].id}` bị ghi hai lần"
    hint = "xóa một trong hai; nếu là hai kết quả thì đổi mã của một kết quả, cả trong tên tệp"
    return TWICE.finding(copy[0].id.at, message, hint, see=original[0].id.at)


def _copy(file: EntryFile, other: EntryFile) -> Finding:
    """Return the finding for a list whose results all stand in another file, at the one with the wrong name."""
    is_original = _is_strayed(other, file) and len(other.entries) == len(file.entries)
    copy, original = (other, file) if is_original else (file, other)
    message = f"cả {len(copy.entries)} kết quả của tệp này đã có trong {original.path}"
    return TWICE.finding(Location(copy.path, 1, 1), message, "xóa một trong hai tệp", see=Location(original.path, 1, 1))


def _is_strayed(one: EntryFile, other: EntryFile) -> bool:
    """Return whether the first of two files is not where, or called what, it says, and the second is."""
    return one.path != one.expected_path and other.path == other.expected_path
