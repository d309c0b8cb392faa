"""What this machine has of all that kehoach can use, and the one command that brings the rest."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from kehoach_cli.render.pdf.fonts import stand_in
from kehoach_cli.render.pdf.office import find_office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_TIMEOUT_SECONDS = 20
# The first version of a system whose fonts-liberation is Liberation 2; before it the package held 1.x.
_LIBERATION_2 = {"debian": 13, "ubuntu": 24, "linuxmint": 22}
_SIGN = 'pip install "kehoach[sign]"'
_APT = {"git": "git", "libreoffice": "libreoffice-writer", "font": "fonts-liberation"}
_DNF = {"git": "git", "libreoffice": "libreoffice-writer", "font": "liberation-serif-fonts"}
_BREW = {"git": "git", "libreoffice": "--cask libreoffice", "font": "--cask font-liberation"}
# On Windows LibreOffice brings Liberation Serif along.
_LIBREOFFICE = "TheDocumentFoundation.LibreOffice"
_WINGET = {"git": "Git.Git", "libreoffice": _LIBREOFFICE, "font": _LIBREOFFICE}


@dataclass(frozen=True, slots=True)
class Part:
    """Something that kehoach can use: whether it is there, in which version or form, and what it is needed for."""

    id: str
    name: str
    found: bool
    detail: str
    purpose: str
    for_pdf: bool = False


def examine() -> list[Part]:
    """Return every part, found or not; programs are asked for their version, nothing else is run or written."""
    office = find_office()
    return [
        Part("python", "Python", found=True, detail=platform.python_version(), purpose="chạy kehoach"),
        _program("git", "git", shutil.which("git"), "đọc bản cũ của kế hoạch (--at, diff)"),
        _program("libreoffice", "LibreOffice", office, "tạo PDF (--pdf, --archive)", for_pdf=True),
        _font(office),
        _package("pyhanko", "pyHanko", "pyhanko", "ký số PDF"),
        _package("pkcs11", "python-pkcs11", "pkcs11", "ký số bằng USB token"),
    ]


def lacks_pdf(parts: Sequence[Part]) -> bool:
    """Return whether something is missing that a PDF cannot be made without."""
    return any(part.for_pdf and not part.found for part in parts)


def installing(parts: Sequence[Part], system: str, release: Mapping[str, str]) -> str:
    """Return the one command that installs all that is missing, or nothing when kehoach does not know it.

    `system` is `sys.platform`, `release` what /etc/os-release says.
    """
    missing = [part.id for part in parts if not part.found]
    programs = [name for name in missing if name in _APT]
    commands = _of_system(programs, system, release) if programs else []
    if programs and not commands:
        return ""
    if {"pyhanko", "pkcs11"} & set(missing):
        commands.append(_SIGN)
    # Windows PowerShell 5 does not know &&.
    return ("; " if system == "win32" else " && ").join(commands)


def this_system() -> tuple[str, Mapping[str, str]]:
    """Return `sys.platform` and, on Linux, what the distribution says of itself."""
    try:
        return sys.platform, platform.freedesktop_os_release()
    except OSError:
        return sys.platform, {}


def _of_system(programs: list[str], system: str, release: Mapping[str, str]) -> list[str]:
    if system == "win32":
        return [f"winget install -e --id {name}" for name in dict.fromkeys(_WINGET[one] for one in programs)]
    if system == "darwin":
        return [f"brew install {_BREW[one]}" for one in programs]
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    if family & {"debian", "ubuntu"}:
        names = [_APT[one] for one in programs]
        first = _LIBERATION_2.get(release.get("ID", ""), 0)
        version = release.get("VERSION_ID", "").partition(".")[0]
        if version.isdecimal() and int(version) < first:
            names = [f"{name}2" if name == _APT["font"] else name for name in names]
        return [f"sudo apt install {' '.join(names)}"]
    if family & {"fedora", "rhel", "centos"}:
        return [f"sudo dnf install {' '.join(_DNF[one] for one in programs)}"]
    return []


def _program(id_: str, name: str, program: str | Path | None, purpose: str, *, for_pdf: bool = False) -> Part:
    if program is None:
        return Part(id_, name, found=False, detail="", purpose=purpose, for_pdf=for_pdf)
    try:
        done = subprocess.run(  # noqa: S603 - a program that was looked up, and one fixed word
            [str(program), "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=_TIMEOUT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return Part(id_, name, found=False, detail=f"{program} không chạy được", purpose=purpose, for_pdf=for_pdf)
    said = done.stdout.decode("utf-8", "replace").split()
    version = next((word for word in said if word[:1].isdecimal()), "không rõ phiên bản")
    return Part(id_, name, found=True, detail=version, purpose=purpose, for_pdf=for_pdf)


def _font(office: Path | None) -> Part:
    font = stand_in(office)
    detail = "" if font is None else font.family
    if font is not None and font.missing:
        detail += f" bản cũ, thiếu {len(font.missing)} chữ tiếng Việt: {' '.join(font.missing[:6])} …"
    whole = font is not None and not font.missing
    return Part("font", "Phông Times New Roman", whole, detail, "chữ tiếng Việt trong PDF", for_pdf=True)


def _package(id_: str, name: str, module: str, purpose: str) -> Part:
    if importlib.util.find_spec(module) is None:
        return Part(id_, name, found=False, detail="", purpose=purpose)
    try:
        return Part(id_, name, found=True, detail=metadata.version(name), purpose=purpose)
    except metadata.PackageNotFoundError:
        return Part(id_, name, found=True, detail="không rõ phiên bản", purpose=purpose)
