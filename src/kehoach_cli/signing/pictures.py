"""The picture of a signature or a seal: a PNG with a transparent ground and a real size."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from pathlib import Path

_MM_PER_INCH = 25.4
_LARGEST_MM = 100.0
_OPAQUE = 255
_PIXELS = 64_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG's bytes and its real size."""

    data: bytes
    width_mm: float
    height_mm: float


def load_picture(path: Path, width_mm: float | None = None) -> Picture:
    """Return the picture, as wide as said or as its resolution (dpi) says. Raises RefusalError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        message = f"không có tệp hình {path}"
        raise RefusalError(message, "sửa tên tệp sau --image") from None
    except OSError as failure:
        message = f"không đọc được tệp hình {path}: {failure.strerror or failure}"
        raise RefusalError(message, "sửa tên tệp sau --image") from None
    width, height, dpi, transparent = _inside(path, data)
    if not transparent:
        message = f"{path} không có nền trong suốt"
        raise RefusalError(message, "lưu hình chữ ký thành .png với nền trong suốt")
    if width_mm is None:
        if dpi is None:
            message = f"{path} không ghi độ phân giải (dpi), nên không biết kích thước thật"
            raise RefusalError(message, "thêm --image-width với bề rộng thật, tính bằng mm")
        real = (width / dpi[0] * _MM_PER_INCH, height / dpi[1] * _MM_PER_INCH)
    else:
        real = (width_mm, width_mm * height / width)
    if not all(0 < side <= _LARGEST_MM for side in real):
        message = f"{path} rộng {real[0]:.0f} mm, cao {real[1]:.0f} mm: không phải kích thước của chữ ký hay con dấu"
        raise RefusalError(message, "sửa độ phân giải của hình, hoặc thêm --image-width với bề rộng thật (mm)")
    return Picture(data, *real)


def _inside(path: Path, data: bytes) -> tuple[int, int, tuple[float, float] | None, bool]:
    """Return width, height, dpi where known and whether anything is transparent. Raises RefusalError."""
    hint = "lưu hình thành .png rồi chạy lại"
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            if image.width * image.height > _PIXELS:
                message = f"{path} quá lớn: {image.width} × {image.height} điểm ảnh"
                raise RefusalError(message, "thu nhỏ hình, ví dụ còn 300 dpi")
            dpi = image.info.get("dpi")
            transparent = min(image.convert("RGBA").getchannel("A").tobytes()) < _OPAQUE
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        message = f"{path} không phải hình .png đọc được"
        raise RefusalError(message, hint) from None
    known = None if dpi is None or min(dpi) <= 1 else (float(dpi[0]), float(dpi[1]))
    return image.width, image.height, known, transparent
