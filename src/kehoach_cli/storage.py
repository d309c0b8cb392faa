"""Reads and writes files that a person names: whole or not at all, over an old one, or under a new name."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Windows refuses to replace a file while a virus scanner or Word holds it: a scanner lets go soon, Word does not.
_ATTEMPTS = 5
_PAUSE_SECONDS = 0.1


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file that a person names. Raises RefusalError."""
    try:
        return path.read_bytes()
    except OSError as failure:
        message = f"không đọc được {path}: {failure.strerror or failure}"
        raise RefusalError(message, "sửa tên tệp") from None


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes under `path`: a crash or a full disk leaves the old file or the new one.

    Raises RefusalError with what to do.
    """
    try:
        with _beside(path, data) as temporary:
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            _replace(temporary, path)
    except FileNotFoundError:
        message = f"không có thư mục {path.parent}"
        raise RefusalError(message, "tạo thư mục đó, hoặc chọn nơi khác bằng -o") from None
    except PermissionError:
        message = f"không ghi được {path}: tệp đang mở hoặc không có quyền ghi"
        raise RefusalError(message, "đóng tệp trong Word rồi chạy lại, hoặc chọn nơi khác bằng -o") from None
    except OSError as failure:
        message = f"không ghi được {path}: {failure.strerror or failure}"
        raise RefusalError(message, "kiểm tra chỗ trống trên đĩa, hoặc chọn nơi khác bằng -o") from None


def write_new(path: Path, data: bytes) -> None:
    """Write the bytes under a name that nobody has yet: the whole file appears at once, or none does.

    Missing folders are made. Raises RefusalError with what to do.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path, data) as temporary:
            temporary.chmod(0o666 & ~_umask())
            _claim(temporary, path)
    except FileExistsError:
        message = f"đã có tệp {path}"
        raise RefusalError(message, "mở tệp đó ra xem; kehoach không ghi đè") from None
    except OSError as failure:
        message = f"không ghi được {path}: {failure.strerror or failure}"
        raise RefusalError(message, "kiểm tra quyền ghi và chỗ trống trên đĩa; chưa có gì được ghi") from None


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless it is there. Raises RefusalError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        message = f"không tạo được thư mục {path}: {failure.strerror or failure}"
        raise RefusalError(message, "chọn nơi khác") from None


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Yield a hidden file beside `path` that holds the bytes, safe on the disk; it is gone afterwards."""
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".kehoach-", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _claim(temporary: Path, path: Path) -> None:
    """Give the file its name. Raises FileExistsError when the name is taken."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (FAT, some network drives); Windows' rename refuses a taken name, too.
        if path.exists():
            raise FileExistsError(str(path)) from None
        temporary.rename(path)


def remove(path: Path) -> None:
    """Remove a file; one that is gone already is fine. Raises RefusalError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as failure:
        message = f"không xóa được {path}: {failure.strerror or failure}"
        raise RefusalError(message, "đóng tệp rồi chạy lại lệnh") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt == _ATTEMPTS:
                raise
            time.sleep(_PAUSE_SECONDS * attempt)
        else:
            return
