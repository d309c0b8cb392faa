"""LibreOffice as the program that makes a PDF of a .docx: where it is, and one run of it on its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "KEHOACH_SOFFICE"
DOCTOR = "xem máy này còn thiếu gì: kehoach doctor"
TIMEOUT_SECONDS = 120.0
# Of the values of SelectPdfVersion, 2 is PDF/A-2b; options in this form are understood since LibreOffice 7.4.
_FILTER, _ARCHIVE = "pdf:writer_pdf_Export", {"SelectPdfVersion": {"type": "long", "value": "2"}}
_STEM = "van-ban"
# Packed programs see the home folder, but not the machine's folder for temporary files.
_PACKED = ("/snap/", "/flatpak/")
# A fresh profile speaks the machine's language, and so would the numbers in a chart.
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">'
    '<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>\n'
)


def find_office() -> Path | None:
    """Return LibreOffice's program: the one that KEHOACH_SOFFICE names and no other, of PATH, of the usual places."""
    named = os.environ.get(VARIABLE)
    names = (named,) if named else ("soffice", "libreoffice")
    found = next(filter(None, map(shutil.which, names)), None)
    if found or named:
        return Path(found) if found else None
    return next((place for place in usual_places(sys.platform) if place.is_file()), None)


def usual_places(platform: str) -> Iterator[Path]:
    """Yield where installers put the program on such a machine (`sys.platform`)."""
    if platform == "win32":
        for variable in ("ProgramFiles", "ProgramFiles(x86)"):
            folder = os.environ.get(variable)
            if folder:
                # soffice.com waits for the end of the work, soffice.exe does not always.
                yield from (Path(folder, "LibreOffice", "program", f"soffice.{kind}") for kind in ("com", "exe"))
    elif platform == "darwin":
        inside = Path("Applications/LibreOffice.app/Contents/MacOS/soffice")
        yield from (Path("/") / inside, _home() / inside)
    else:
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield Path("/usr/lib64/libreoffice/program/soffice")
        yield from (folder / "program/soffice" for folder in sorted(Path("/opt").glob("libreoffice*"), reverse=True))
        yield Path("/snap/bin/libreoffice")
        export = Path("flatpak/exports/bin/org.libreoffice.LibreOffice")
        yield from (Path("/var/lib") / export, _home() / ".local/share" / export)


def to_pdf(docx: bytes, *, archive: bool) -> bytes:
    """Return the PDF of a .docx, PDF/A-2b for an archive. Raises RefusalError.

    Each run has a profile of its own, so that neither the user's settings nor an open LibreOffice have a say.
    """
    program = find_office()
    if program is None:
        named = os.environ.get(VARIABLE)
        message = f"{VARIABLE} chỉ tới {named}, nhưng ở đó không có chương trình nào" if named else _MISSING
        raise RefusalError(message, DOCTOR)
    packed = any(part in program.as_posix() for part in _PACKED)
    try:
        with tempfile.TemporaryDirectory(
            prefix="kehoach-", dir=_home() if packed else None, ignore_cleanup_errors=True
        ) as name:
            return _convert(program, Path(name), docx, archive=archive)
    except OSError as failure:
        message = f"không chạy được LibreOffice ({program}): {failure.strerror or failure}"
        raise RefusalError(message, DOCTOR) from None


_MISSING = "máy này chưa có LibreOffice, chương trình tạo PDF"


def _convert(program: Path, folder: Path, docx: bytes, *, archive: bool) -> bytes:
    source, result, profile = folder / f"{_STEM}.docx", folder / f"{_STEM}.pdf", folder / "profile"
    source.write_bytes(docx)
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault"),
        *("--convert-to", f"{_FILTER}:{json.dumps(_ARCHIVE, separators=(',', ':'))}" if archive else _FILTER),
        *("--outdir", str(folder), str(source)),
    ]
    code = _run(command, folder)
    made = result.read_bytes() if result.is_file() else b""
    if code:
        message = f"LibreOffice hỏng giữa chừng khi tạo PDF (mã thoát {code})"
        raise RefusalError(message, f"chạy lại lần nữa; nếu vẫn vậy, {DOCTOR}")
    if not made.startswith(b"%PDF"):
        message = "LibreOffice chạy xong nhưng không tạo ra tệp PDF"
        raise RefusalError(message, f"chạy lại lần nữa; nếu vẫn vậy, {DOCTOR}")
    return made


def _run(command: list[str], folder: Path) -> int:
    """Return the exit code; whatever happens, nothing that was started is left running."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    environment.setdefault("HOME", str(folder))
    with subprocess.Popen(  # noqa: S603 - fixed words, files in a folder of our own, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            message = f"LibreOffice không xong sau {TIMEOUT_SECONDS:g} giây"
            raise RefusalError(message, f"chạy lại lần nữa; nếu vẫn vậy, {DOCTOR}") from None
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it has started: soffice is a launcher, the work is done by a child."""
    with suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(  # noqa: S603 - fixed words and a number
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607 - Windows' own
                capture_output=True,
                check=False,
            )
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())
