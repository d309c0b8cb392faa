"""What a machine has for PDF and signing: fonts, programs, and the one command that brings the rest."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.render.pdf import fonts, machine, office
from kehoach_cli.render.pdf.machine import Part, examine, installing, lacks_pdf
from kehoach_cli.render.pdf.sfnt import NO_FONT, Sfnt
from tests.tinypdf import program, tiny_font

if TYPE_CHECKING:
    from tests.conftest import Kehoach

POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")


@pytest.mark.parametrize("form", [0, 4, 6, 12])
def test_reading_a_font(form: int) -> None:
    sfnt = Sfnt(tiny_font({65: b"AAAA", 66: b"BBBB", 67: b""}, form=form))
    assert sfnt.glyphs() == {65: 1, 66: 2, 67: 3}
    assert [sfnt.outline(number) for number in range(4)] == [b"box.", b"AAAA", b"BBBB", b""]


def test_a_file_that_is_no_font() -> None:
    for data in (b"", b"hello", tiny_font({65: b"AAAA"})[:40]):
        with pytest.raises(NO_FONT):
            Sfnt(data).glyphs()


def test_which_font_stands_for_times_new_roman(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def put(name: str, letters: frozenset[str]) -> None:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(tiny_font({ord(letter): b"AAAA" for letter in letters}))

    monkeypatch.setattr(fonts, "font_folders", lambda *_: [tmp_path])
    assert fonts.stand_in(None) is None
    put("cros/Tinos-Regular.ttf", fonts.VIETNAMESE)
    assert fonts.stand_in(None) == fonts.StandIn("Tinos", "")
    put("old/LiberationSerif-Regular.ttf", fonts.VIETNAMESE - {"ơ", "ế"})
    assert fonts.stand_in(None) == fonts.StandIn("Liberation Serif", "ơế")
    put("new/LiberationSerif-Regular.ttf", fonts.VIETNAMESE)
    assert fonts.stand_in(None) == fonts.StandIn("Liberation Serif", "")
    (tmp_path / "times.ttf").write_bytes(b"hello")
    broken = fonts.stand_in(None)
    assert broken
    assert (broken.family, len(broken.missing)) == ("Times New Roman", len(fonts.VIETNAMESE))


def test_where_fonts_are_looked_for() -> None:
    folders = [path.as_posix() for path in fonts.font_folders("linux", Path("/opt/libreoffice/program/soffice"))]
    assert "/usr/share/fonts" in folders
    assert "/opt/libreoffice/share/fonts/truetype" in folders
    assert "/System/Library/Fonts" in [path.as_posix() for path in fonts.font_folders("darwin", None)]
    assert fonts.font_folders("win32", None)[0].name == "Fonts"


def parts(*missing: str) -> list[Part]:
    return [Part(name, name, name not in missing, "", "", name in {"libreoffice", "font"}) for name in NAMES]


NAMES = ("python", "git", "libreoffice", "font", "pyhanko", "pkcs11")
SIGN = 'pip install "kehoach[sign]"'


@pytest.mark.parametrize(
    ("missing", "system", "release", "command"),
    [
        ((), "linux", {"ID": "debian"}, ""),
        (("git", "font"), "linux", {"ID": "debian", "VERSION_ID": "12"}, "sudo apt install git fonts-liberation2"),
        (("font",), "linux", {"ID": "debian", "VERSION_ID": "13"}, "sudo apt install fonts-liberation"),
        (("font",), "linux", {"ID": "ubuntu", "VERSION_ID": "22.04"}, "sudo apt install fonts-liberation2"),
        (("font",), "linux", {"ID": "pop", "ID_LIKE": "ubuntu debian"}, "sudo apt install fonts-liberation"),
        (
            ("libreoffice", "pkcs11"),
            "linux",
            {"ID": "fedora"},
            f"sudo dnf install libreoffice-writer && {SIGN}",
        ),
        (("libreoffice",), "linux", {"ID": "arch"}, ""),
        (("pyhanko", "pkcs11"), "linux", {"ID": "arch"}, SIGN),
        (("git", "libreoffice"), "darwin", {}, "brew install git && brew install --cask libreoffice"),
        (
            ("libreoffice", "font", "pyhanko"),
            "win32",
            {},
            f"winget install -e --id TheDocumentFoundation.LibreOffice; {SIGN}",
        ),
    ],
)
def test_one_command_installs_all_that_is_missing(
    missing: tuple[str, ...], system: str, release: dict[str, str], command: str
) -> None:
    assert installing(parts(*missing), system, release) == command
    assert lacks_pdf(parts(*missing)) is bool({"libreoffice", "font"} & set(missing))


@POSIX
def test_doctor_on_a_machine_with_everything(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(office.VARIABLE, str(program(tmp_path, "echo LibreOffice 24.8.1.2 abc")))
    monkeypatch.setattr(machine, "stand_in", lambda _: fonts.StandIn("Tinos", ""))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object())
    result = kehoach("doctor")
    assert result.code == 0
    assert result.out.splitlines()[0].split() == ["Thứ", "Có", "Phiên", "bản", "Cần", "để"]
    assert re.search(r"LibreOffice +có +24\.8\.1\.2 +tạo PDF", result.out)
    assert result.err == "Máy này đủ mọi thứ.\n"
    assert list(tmp_path.iterdir()) == [tmp_path / "soffice-gia"]


def test_doctor_on_a_machine_with_nothing(kehoach: Kehoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(office.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "usual_places", lambda _: iter(()))
    monkeypatch.setattr(fonts, "font_folders", lambda *_: [])
    monkeypatch.setattr(machine, "this_system", lambda: ("linux", {"ID": "debian", "VERSION_ID": "13"}))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    result = kehoach("doctor")
    command = f"sudo apt install git libreoffice-writer fonts-liberation && {SIGN}"
    assert result.code == 1
    assert [line.split("  ")[0] for line in result.out.splitlines() if " thiếu " in line] == [
        *("git", "LibreOffice", "Phông Times New Roman", "pyHanko", "python-pkcs11"),
    ]
    assert result.err == f"Cài những thứ còn thiếu bằng một lệnh: {command}\n"
    read = json.loads(kehoach("doctor", "--format", "json").out)
    assert (read["kind"], read["schema_version"], read["install"]) == ("doctor", 1, command)
    assert [part["found"] for part in read["parts"]] == [True, *[False] * 5]
    monkeypatch.setattr(machine, "this_system", lambda: ("linux", {}))
    assert "bằng trình quản lý gói" in kehoach("doctor").err


@POSIX
def test_doctor_sees_what_does_not_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(office.VARIABLE, str(program(tmp_path, "exit 1")))
    monkeypatch.setattr(machine, "stand_in", lambda _: fonts.StandIn("Liberation Serif", "ơế"))
    found = {part.id: part for part in examine()}
    assert not found["libreoffice"].found
    assert "không chạy được" in found["libreoffice"].detail
    assert not found["font"].found
    assert found["font"].detail == "Liberation Serif bản cũ, thiếu 2 chữ tiếng Việt: ơ ế …"
    assert machine.this_system()[0] == sys.platform
