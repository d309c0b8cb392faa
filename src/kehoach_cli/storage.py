"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from kehoach_cli.errors import RefusalError

# Windows refuses to replace a file while a virus scanner or Word holds it: a scanner lets go soon, Word does not.
_ATTEMPTS = 5
_PAUSE_SECONDS = 0.1


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes under `path`: a crash or a full disk leaves the old file or the new one.

    Raises RefusalError with what to do.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".kehoach-", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
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
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


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
