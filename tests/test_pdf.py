"""PDF: LibreOffice held to its work, every letter proved, the same bytes, nothing written when something is wrong."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter

from kehoach_cli.errors import RefusalError
from kehoach_cli.render.pdf import office, settle
from kehoach_cli.render.pdf.proof import prove
from tests.conftest import REPOSITORY
from tests.edit import replace
from tests.tinypdf import program, tiny_font, tiny_pdf
from tests.wordml import NEEDS_LIBREOFFICE

if TYPE_CHECKING:
    from tests.conftest import Kehoach

POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a shell script")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
CHART = '<chart class="cot" data-width="150" data-height="60" data-alt="C"><label>Nhóm</label>'
CHART += '<series data-name="Đã làm"><value>7.5</value></series></chart>\n'


# Made by LibreOffice.


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_plan_as_pdf_holds_the_words_in_embedded_fonts(
    kehoach: Kehoach, real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kehoach("-C", real, "plan", "--pdf")
    assert (result.code, result.out) == (0, ""), result.err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ke-hoach-2026.pdf"]
    text = words_of(tmp_path / "ke-hoach-2026.pdf")
    assert "ỦY BAN NHÂN DÂN" in text
    assert "tuyên truyền về giáo dục" in text
    used = subprocess.run(["pdffonts", "ke-hoach-2026.pdf"], capture_output=True, check=True, text=True).stdout
    rows = [line.split() for line in used.splitlines()[2:]]
    assert rows
    assert all(re.search("LiberationSerif|TimesNewRoman|Tinos", row[0]) and row[-5] == "yes" for row in rows)


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_report_for_the_archive_is_pdf_a_2b(kehoach: Kehoach, tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.pdf"
    example = REPOSITORY / "examples/phuong-mau"
    assert kehoach("-C", example, "report", "--quarter", "I", "--archive", "-o", file).code == 0
    trailer: Any = PdfReader(file).trailer
    root = trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode("utf-8")
    assert re.search(r"<pdfaid:part>2<.*<pdfaid:conformance>B<", xmp, re.DOTALL)
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data()[36:40] == b"acsp"
    assert file.read_bytes().startswith(b"%PDF-1.")
    created = re.search(r"<xmp:CreateDate>(.{10})T00:00:00Z<", xmp)
    assert created
    assert trailer["/Info"]["/CreationDate"] == f"D:{created[1].replace('-', '')}000000Z"


@pytest.mark.slow
@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("archive", [False, True])
def test_the_same_document_is_the_same_pdf(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch, *, archive: bool
) -> None:
    words = ["--archive"] if archive else []
    assert kehoach("-C", small, "plan", "-o", small / "a.pdf", *words).code == 0
    time.sleep(1.1)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("GIT_DIR", "khong-co")
    monkeypatch.delenv("HOME")
    assert kehoach("-C", small, "plan", "-o", small / "b.pdf", *words).code == 0
    assert (small / "a.pdf").read_bytes() == (small / "b.pdf").read_bytes()


@pytest.mark.slow
@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("language", ["C", "en_US.UTF-8"])
def test_numbers_in_a_chart_are_vietnamese_on_any_machine(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    (small / "templates").mkdir()
    template = small / "templates/ke-hoach.html.j2"
    shutil.copy(REPOSITORY / "templates/ke-hoach.html.j2", template)
    replace(template, "  {{ nd30.heading(plan) }}\n", "  {{ nd30.heading(plan) }}\n" + CHART)
    assert kehoach("-C", small, "plan", "-o", small / "a.pdf").code == 0
    assert "7,5" in words_of(small / "a.pdf")


@pytest.mark.slow
@NEEDS_LIBREOFFICE
@pytest.mark.skipif(not DEJAVU.is_dir(), reason="DejaVu, the font that must not be used, is not installed")
def test_another_font_is_refused_and_nothing_is_written(
    kehoach: Kehoach, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "fonts.conf"
    folders = f"<dir>{DEJAVU}</dir><cachedir>{tmp_path}/cache</cachedir>"
    settings.write_text(f"<?xml version='1.0'?><fontconfig>{folders}</fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    result = kehoach("-C", small, "plan", "-o", small / "a.pdf")
    assert (result.code, result.out) == (2, "")
    assert re.search("PDF dùng phông DejaVu.* thay cho Times New Roman ở các chữ “", result.err)
    assert "kehoach doctor" in result.err
    assert not list(small.glob("*.pdf"))


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_a_letter_that_times_new_roman_does_not_have_is_refused(kehoach: Kehoach, small: Path) -> None:
    replace(small / "plan.yaml", "Mục đích", "Mục đích 越南")
    result = kehoach("-C", small, "plan", "-o", small / "a.pdf")
    assert result.code == 2
    assert "越" in result.err
    assert not list(small.glob("*.pdf"))


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_only_a_pdf_of_kehoach_is_overwritten(kehoach: Kehoach, small: Path) -> None:
    file = small / "a.pdf"
    assert kehoach("-C", small, "plan", "-o", file).code == 0
    replace(small / "plan.yaml", "Cụ thể hóa", "Triển khai")
    assert kehoach("-C", small, "plan", "-o", file).code == 0
    ours = file.read_bytes()
    for foreign in (ours.replace(b"/Root", b"/Roof"), b""):
        file.write_bytes(foreign)
        result = kehoach("-C", small, "plan", "-o", file)
        assert (result.code, file.read_bytes()) == (2, foreign)
        assert "--force" in result.err
    assert kehoach("-C", small, "plan", "-o", file, "--force").code == 0
    assert file.read_bytes() == ours


def words_of(pdf: Path) -> str:
    return " ".join(
        subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8").split()
    )


# LibreOffice missing or failing.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--archive", "-o", "a.docx"), "không kết thúc bằng .pdf"),
        (("--pdf", "-o", "a.html"), "không kết thúc bằng .pdf"),
        (("--pdf", "--html"), "không tạo cùng lúc .html và .pdf"),
    ],
)
def test_options_that_contradict_each_other(kehoach: Kehoach, small: Path, words: tuple[str, ...], said: str) -> None:
    for command in (("plan",), ("report", "--quarter", "I")):
        result = kehoach("-C", small, *command, *words)
        assert (result.code, result.out) == (2, "")
        assert said in result.err


def test_no_libreoffice_is_one_sentence_and_nothing_is_written(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(office.VARIABLE, str(small / "khong-co"))
    result = kehoach("-q", "-C", small, "plan", "-o", small / "a.pdf")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 2
    assert "KEHOACH_SOFFICE" in result.err
    assert "kehoach doctor" in result.err
    monkeypatch.delenv(office.VARIABLE)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "usual_places", lambda _: iter([small / "khong-co"]))
    assert "máy này chưa có LibreOffice" in kehoach("-C", small, "plan", "-o", small / "a.pdf").err
    assert not list(small.glob("*.pdf"))


@POSIX
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 77", "mã thoát 77"),
        ("kill -SEGV $$", "mã thoát -11"),
        ("exit 0", "không tạo ra tệp PDF"),
        ('for last; do :; done; echo no > "${last%.docx}.pdf"', "không tạo ra tệp PDF"),
        ('for last; do :; done; echo %PDF-1.7 > "${last%.docx}.pdf"', "không đọc được PDF"),
        ("sleep 60 & echo $! > {pid}; wait", "không xong sau 0.5 giây"),
    ],
)
def test_a_libreoffice_that_fails(
    kehoach: Kehoach, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    pid = tmp_path / "pid"
    monkeypatch.setenv(office.VARIABLE, str(program(tmp_path, script.replace("{pid}", str(pid)))))
    monkeypatch.setattr(office, "TIMEOUT_SECONDS", 0.5)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = kehoach("-C", small, "plan", "-o", small / "a.pdf")
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert not list(small.glob("*.pdf"))
    assert not list(tmp_path.glob("kehoach-*"))
    if pid.exists():
        time.sleep(0.1)
        number = pid.read_text(encoding="utf-8").strip()
        state = subprocess.run(["ps", "-o", "stat=", "-p", number], capture_output=True, check=False, text=True).stdout
        assert state.strip() in {"", "Z"}, "the child goes on"


@POSIX
def test_a_program_that_cannot_be_run(kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: small)
    result = kehoach("-C", small, "plan", "-o", small / "a.pdf")
    assert result.code == 2
    assert "không chạy được LibreOffice" in result.err


def test_where_libreoffice_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.delenv("ProgramFiles(x86)", raising=False)
    assert [path.name for path in office.usual_places("win32")] == ["soffice.com", "soffice.exe"]
    assert Path("/Applications/LibreOffice.app/Contents/MacOS/soffice") in office.usual_places("darwin")
    places = [path.as_posix() for path in office.usual_places("linux")]
    assert "/snap/bin/libreoffice" in places
    assert any("flatpak" in place for place in places)
    monkeypatch.delenv(office.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", "")
    here = program(tmp_path, "exit 0")
    monkeypatch.setattr(office, "usual_places", lambda _: iter([tmp_path / "khong-co", here]))
    assert office.find_office() == here


# The proof, on PDFs made by hand.


DRAWN = {65: b"AAAA", 66: b"BBBB"}


def test_a_pdf_with_every_letter_drawn_is_fine() -> None:
    for name in ("LiberationSerif", "LiberationSerif-Bold", "TimesNewRomanPSMT", "Tinos-Italic", "TimesNewRoman,Bold"):
        prove(tiny_pdf(name, "Đạ", tiny_font(DRAWN)), "Đạ –", archive=False)
    prove(tiny_pdf("OpenSymbol", "•–", tiny_font(DRAWN)), "• –", archive=False)


@pytest.mark.parametrize(
    ("pdf", "text", "said"),
    [
        (tiny_pdf("DejaVuSans", "Đạ", tiny_font(DRAWN)), "Đạ", "dùng phông DejaVuSans thay cho Times New Roman"),
        (tiny_pdf("DejaVuSans", "Đạ", None), "Đạ", "ở các chữ “Đ ạ”"),
        (tiny_pdf("LiberationSerif", "Đạ", None), "Đạ", "LiberationSerif không được nhúng"),
        (tiny_pdf("OpenSymbol", "•–", None), "", "OpenSymbol không được nhúng"),
        (tiny_pdf("LiberationSerif", "Đạ", tiny_font(DRAWN | {66: b"box."})), "Đạ", "các chữ “ạ”: trên giấy là ô"),
        (tiny_pdf("LiberationSerif", "Đạ", tiny_font(DRAWN | {65: b""})), "Đạ", "các chữ “Đ”: trên giấy là ô"),
        (tiny_pdf("LiberationSerif", "Đạ", tiny_font(DRAWN)), "Đạo", "PDF thiếu các chữ “o”"),
        (tiny_pdf("LiberationSerif", "Đạ", None, "/Type3"), "Đạ", "thay cho Times New Roman"),
        (b"%PDF-1.7\n", "", "không đọc được PDF"),
    ],
)
def test_a_pdf_with_a_letter_that_is_not_right_is_refused(pdf: bytes, text: str, said: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        prove(pdf, text, archive=False)
    assert said in refusal.value.message
    assert "kehoach doctor" in refusal.value.hint


@pytest.mark.parametrize(
    "table",
    [
        "2 beginbfchar <0001> <0110> <0002> <1EA1> endbfchar",
        "2 beginbfrange\n<0001> <0001> <0110>\n<0002> <0002> <1EA1>\nendbfrange",
        "1 beginbfrange <0001> <0002> [<0110> <1EA1>] endbfrange",
    ],
)
def test_a_composite_font_is_looked_into(table: str) -> None:
    def composite(glyphs: dict[int, bytes], **more: str) -> bytes:
        inner = {"/Subtype": "/CIDFontType2", "/CIDToGIDMap": "/Identity"} | more
        return tiny_pdf("LiberationSerif", "Đạ", tiny_font(glyphs), inner=inner, table=table)

    prove(composite(DRAWN), "Đạ", archive=False)
    with pytest.raises(RefusalError, match="các chữ “ạ”: trên giấy là ô"):
        prove(composite(DRAWN | {66: b""}), "Đạ", archive=False)
    prove(composite(DRAWN | {66: b""}, **{"/CIDToGIDMap": "/Other"}), "Đạ", archive=False)


def test_a_font_that_is_not_truetype_is_judged_by_its_name() -> None:
    prove(tiny_pdf("Tinos", "Đạ", b"OTTO"), "Đạ", archive=False)
    prove(tiny_pdf("T3", "•–", None, "/Type3"), "", archive=False)


def test_an_archive_that_is_none_is_refused() -> None:
    with pytest.raises(RefusalError, match="PDF/A-2b"):
        prove(tiny_pdf("Tinos", "Đạ", tiny_font(DRAWN)), "Đạ", archive=True)


def test_settling_puts_the_documents_day_and_a_mark() -> None:
    pdf = tiny_pdf("Tinos", "Đạ", tiny_font(DRAWN))
    assert not settle.is_untouched_pdf(settle.settle(pdf, "2026-03-01")), "without an id there is no mark"
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_metadata({"/CreationDate": "D:20200101010101Z"})
    writer.generate_file_identifiers()
    made = io.BytesIO()
    writer.write(made)
    settled = settle.settle(made.getvalue(), "2026-03-01")
    assert settle.settle(settled, "2026-03-01") == settled
    assert settle.is_untouched_pdf(settled)
    assert not settle.is_untouched_pdf(made.getvalue())
    assert not settle.is_untouched_pdf(settled + b" ")
    trailer: Any = PdfReader(io.BytesIO(settled)).trailer
    assert trailer["/Info"]["/CreationDate"] == "D:20260301000000Z"
