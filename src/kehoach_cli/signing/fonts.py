"""Times New Roman, or Liberation Serif, which has the same widths: where it lies and how wide a text is in it."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]
from fontTools.ttLib.scaleUpem import scale_upem  # type: ignore[import-untyped]

from kehoach_cli.errors import RefusalError

_NAMES = {
    False: ("times.ttf", "Times New Roman.ttf", "Times_New_Roman.ttf", "LiberationSerif-Regular.ttf"),
    True: ("timesbd.ttf", "Times New Roman Bold.ttf", "Times_New_Roman_Bold.ttf", "LiberationSerif-Bold.ttf"),
}
_LETTERS = "ĐđƠƯơưẾỦỊộ"
_UNITS = 1000
# Of the size; a letter of Times New Roman is about this wide when there is no font to measure with.
_TYPICAL = 0.55


@cache
def font_file(*, bold: bool = False) -> Path | None:
    """Return the file of the font, None when this machine has neither with Vietnamese letters."""
    wanted = {name.lower(): place for place, name in enumerate(_NAMES[bold])}
    found: list[tuple[int, str]] = []
    for folder in _folders():
        for root, _, files in os.walk(folder):
            found += [(wanted[name.lower()], str(Path(root, name))) for name in files if name.lower() in wanted]
    return next((Path(file) for _, file in sorted(found) if _is_vietnamese(Path(file))), None)


def _is_vietnamese(file: Path) -> bool:
    """Return whether the font has Vietnamese letters: the first editions of Liberation Serif had none."""
    try:
        with TTFont(file, lazy=True) as font:
            return all(ord(letter) in font.getBestCmap() for letter in _LETTERS)
    except (OSError, TTLibError):
        return False


def needed_font_file() -> Path:
    """Return the file of the upright font. Raises RefusalError when this machine has neither."""
    file = font_file()
    if file is None:
        message = "máy này không có phông Times New Roman hoặc Liberation Serif để ghi thông tin chữ ký"
        raise RefusalError(message, "cài phông Times New Roman, hoặc gói fonts-liberation")
    return file


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in points of a text at a size."""
    file = font_file(bold=bold)
    if file is None:
        return len(text) * _TYPICAL * size
    advances = _advances(file)
    return sum(advances.get(letter, _TYPICAL) for letter in text) * size


@cache
def subset(text: str) -> bytes:
    """Return the upright font with no more than the letters of a text, and without hints.

    It has 1000 units to the em, since pyHanko writes the widths of any other font wrongly. Raises RefusalError.
    """
    options = Options(hinting=False, notdef_outline=True, layout_features=[])
    maker = Subsetter(options)
    maker.populate(text=text)
    output = io.BytesIO()
    with TTFont(needed_font_file()) as font:
        maker.subset(font)
        scale_upem(font, _UNITS)
        font.save(output)
    return output.getvalue()


@cache
def _advances(file: Path) -> dict[str, float]:
    with TTFont(file, lazy=True) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"]
        return {chr(code): widths[name][0] / units for code, name in font.getBestCmap().items()}


def _folders() -> list[Path]:
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME")
    folders = [Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "Fonts")] if os.name == "nt" else []
    local = os.environ.get("LOCALAPPDATA")
    if local:
        folders.append(Path(local, "Microsoft", "Windows", "Fonts"))
    folders += [(Path(data) if data else home / ".local" / "share") / "fonts", home / ".fonts"]
    folders += [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    folders += [Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library" / "Fonts"]
    return folders
