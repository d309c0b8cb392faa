"""Which font stands for Times New Roman on this machine, and whether it has every Vietnamese letter."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.render.pdf.sfnt import NO_FONT, Sfnt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES] + ["đ"]
VIETNAMESE = frozenset([*_SMALL, *(letter.upper() for letter in _SMALL)])
_STYLES = "(regular|bold|italic|bolditalic)"
# In the order in which LibreOffice takes them; Liberation Serif and Tinos have Times New Roman's widths.
_FILES = {
    "Times New Roman": re.compile(r"times(bd|bi|i)?\.ttf|times[ _]new[ _]roman([ _]bold)?([ _]italic)?\.ttf"),
    "Liberation Serif": re.compile(rf"liberationserif-{_STYLES}\.ttf"),
    "Tinos": re.compile(rf"tinos-{_STYLES}\.ttf"),
}


@dataclass(frozen=True, slots=True)
class StandIn:
    """A font that stands for Times New Roman, and the Vietnamese letters that it lacks, in their order."""

    family: str
    missing: str


def stand_in(office: Path | None) -> StandIn | None:
    """Return the font that LibreOffice (`office`, which may bring fonts of its own) will take, or None."""
    found: dict[tuple[str, str], str] = {}
    for family, file in _font_files(font_folders(sys.platform, office)):
        found[family, str(file.parent)] = found.get((family, str(file.parent)), "") + "".join(_lacking(file))
    for family in _FILES:
        # Of two versions of a font the newer one is taken, and that is the one with more letters.
        lacking = sorted((set(missing) for (name, _), missing in found.items() if name == family), key=len)
        if lacking:
            return StandIn(family, "".join(sorted(lacking[0])))
    return None


def font_folders(platform: str, office: Path | None) -> list[Path]:
    """Return where fonts lie on such a machine (`sys.platform`), LibreOffice's own folder included."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    environment = os.environ
    if platform == "win32":
        folders = [
            Path(environment.get("WINDIR", "C:/Windows"), "Fonts"),
            Path(environment.get("LOCALAPPDATA", home), "Microsoft/Windows/Fonts"),
        ]
    elif platform == "darwin":
        folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path(home, "Library/Fonts")]
    else:
        own = environment.get("XDG_DATA_HOME") or Path(home, ".local/share")
        folders = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(home, ".fonts"), Path(own, "fonts")]
    if office is not None:
        program = office.resolve().parent
        folders += [program.parent / "share/fonts/truetype", program.parent / "Resources/fonts/truetype"]
    return folders


def _font_files(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in sorted(names):
                for family, pattern in _FILES.items():
                    if pattern.fullmatch(name.lower()):
                        yield family, Path(root, name)


def _lacking(file: Path) -> frozenset[str]:
    try:
        return VIETNAMESE - set(map(chr, Sfnt(file.read_bytes()).glyphs()))
    except (OSError, *NO_FONT):
        return VIETNAMESE
