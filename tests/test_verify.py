"""`kehoach verify`: the issued file, the same words in another form, or the place that differs."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from kehoach_cli.issuing.differences import differences_between
from kehoach_cli.issuing.pdf_differences import pdf_differences
from kehoach_cli.wordfile.pdf import page_text
from kehoach_cli.wordfile.words import Block, docx_blocks
from tests.conftest import REPOSITORY
from tests.test_git import git
from tests.test_lint import issue
from tests.wordml import NEEDS_LIBREOFFICE, W, to_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Kehoach


@pytest.fixture
def issued(kehoach: Kehoach, real: Path) -> Path:
    """The real plan, issued; its workspace stands beside it."""
    return issue(kehoach, real)


def rewritten(file: Path, change: Callable[[str, bytes], bytes]) -> None:
    """Write the parts of a package again, each as `change` has it."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, change(name, data))


def in_words(old: str, new: str) -> Callable[[str, bytes], bytes]:
    """A change of the document's text."""

    def change(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def test_the_issued_file_is_known(kehoach: Kehoach, issued: Path, real: Path) -> None:
    result = kehoach("-C", real, "verify", issued)
    head = git(real, "rev-parse", "HEAD")[:12]
    assert result.code == 0
    assert result.out.startswith(f"ĐÚNG: {issued.name} là văn bản đã ban hành, Kế hoạch số 125/KH-UBND ngày 05/3/2026")
    assert head in result.out
    assert json.loads(kehoach("-C", real, "verify", issued, "--format", "json").out)["answer"] == "same"


def test_other_form_and_the_same_words(kehoach: Kehoach, issued: Path, real: Path) -> None:
    rewritten(issued, lambda name, data: data.replace(b'w:val="28"', b'w:val="26"') if "styles" in name else data)
    result = kehoach("-C", real, "verify", issued)
    assert (result.code, result.out.startswith("ĐÚNG LỜI VĂN")) == (0, True)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("GDĐT những thành tựu", "GDĐT, những thành tựu", "đoạn"),
        ("05/9/2018", "05/9/2019", "đoạn"),
        ("toàn xã hội", "toàn  xã hội", "đoạn"),
        ("Số: 125", "Số: 126", "bảng 1, hàng 2, cột 1"),
        ("Bùi Anh Tuấn", "Bùi Anh Tuân", "bảng 2, hàng 1, cột 2"),
        ("Sở GDĐT Hà Nội;", "Sở GDĐT Hà Nội.", "bảng 2, hàng 1, cột 1"),
        ("Quý I,II,III,IV", "Quý I,II,III", "bảng 3, hàng"),
        ("Trên đây", "Trên\u200b đây", "đoạn"),
        ("Hạnh phúc", "Hạnh phuc", "bảng 1, hàng 1, cột 2"),
    ],
)  # fmt: skip
def test_a_changed_word_is_found_and_located(
    kehoach: Kehoach, issued: Path, real: Path, old: str, new: str, place: str
) -> None:
    rewritten(issued, in_words(old, new))
    found = json.loads(kehoach("-C", real, "verify", issued, "--format", "json").out)
    assert found["answer"] == "different"
    (difference,) = found["differences"]
    assert difference["place"].startswith(place)
    assert difference["issued"] != difference["found"]
    result = kehoach("-C", real, "verify", issued)
    assert result.code == 1
    assert "KHÁC" in result.out


def leaves(data: bytes) -> tuple[etree._Element, list[etree._Element]]:
    root = etree.fromstring(data)
    return root, [leaf for leaf in root.iter(f"{W}t") if (leaf.text or "").strip()]


def test_any_one_letter_is_found(issued: Path) -> None:
    blocks = docx_blocks(issued.read_bytes())
    assert blocks is not None
    with zipfile.ZipFile(issued) as archive:
        data = archive.read("word/document.xml")
    dice = random.Random(7)  # noqa: S311 - a test
    for _ in range(60):
        root, texts = leaves(data)
        leaf = dice.choice(texts)
        text = leaf.text or ""
        place = dice.choice([n for n, letter in enumerate(text) if not letter.isspace()])
        leaf.text = text[:place] + dice.choice(["", "x", text[place] * 2]) + text[place + 1 :]
        file = issued.parent / "x.docx"
        shutil.copy(issued, file)
        spoiled = etree.tostring(root)
        rewritten(file, lambda name, old, new=spoiled: new if name == "word/document.xml" else old)  # type: ignore[misc]
        found = docx_blocks(file.read_bytes())
        assert found is not None
        if [block.text for block in found] != [block.text for block in blocks]:
            assert 1 <= len(differences_between(blocks, found)) <= 2
        else:
            assert leaf.text.strip() == text.strip(), "a letter changed and nothing was found"


def moved_row(name: str, data: bytes) -> bytes:
    if name != "word/document.xml":
        return data
    root = etree.fromstring(data)
    table = list(root.iter(f"{W}tbl"))[-1]
    rows = table.findall(f"{W}tr")
    table.remove(rows[4])
    return etree.tostring(root)


def test_a_row_taken_out_is_found(kehoach: Kehoach, issued: Path, real: Path) -> None:
    rewritten(issued, moved_row)
    found = json.loads(kehoach("-C", real, "verify", issued, "--format", "json").out)
    (difference,) = found["differences"]
    assert (difference["place"], difference["found"]) == ("bảng 3, hàng 5", "")


HIDDEN = (
    '<w:sdt xmlns:w="{0}"><w:sdtContent><w:p><w:r><w:t>Thêm vào</w:t></w:r></w:p></w:sdtContent></w:sdt>',
    '<w:p xmlns:w="{0}"><w:ins w:id="9" w:author="a"><w:r><w:t>Thêm vào</w:t></w:r></w:ins></w:p>',
    '<w:p xmlns:w="{0}"><w:hyperlink><w:r><w:t>Thêm vào</w:t></w:r></w:hyperlink></w:p>',
    '<w:p xmlns:w="{0}"><w:r><w:pict><w:p><w:r><w:t>Thêm vào</w:t></w:r></w:p></w:pict></w:r></w:p>',
)


@pytest.mark.parametrize("xml", HIDDEN)
def test_words_in_any_container_count(kehoach: Kehoach, issued: Path, real: Path, xml: str) -> None:
    def add(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        root = etree.fromstring(data)
        root[0].insert(2, etree.fromstring(xml.format(W[1:-1])))
        return etree.tostring(root)

    rewritten(issued, add)
    result = kehoach("-C", real, "verify", issued)
    assert (result.code, "Thêm vào" in result.out) == (1, True)


def test_words_in_a_header_count_and_page_numbers_do_not(kehoach: Kehoach, issued: Path, real: Path) -> None:
    rewritten(issued, lambda name, data: data.replace(b"<w:t>2</w:t>", b"<w:t>17</w:t>") if "header" in name else data)
    assert kehoach("-C", real, "verify", issued).out.startswith("ĐÚNG LỜI VĂN")
    rewritten(
        issued,
        lambda name, data: data.replace(b"</w:p>", b"<w:r><w:t>HOT</w:t></w:r></w:p>") if "header" in name else data,
    )
    result = kehoach("-C", real, "verify", issued)
    assert (result.code, "HOT" in result.out) == (1, True)


def test_what_is_no_issued_document(kehoach: Kehoach, issued: Path, real: Path) -> None:
    other = real.parent / "other.docx"
    assert kehoach("-C", REPOSITORY / "examples/phuong-mau", "report", "--quarter", "I", "-o", other).code == 0
    result = kehoach("-C", real, "verify", other)
    assert (result.code, "KHÔNG" in result.out) == (1, True)
    for name, data in (
        ("x.docx", b"PK nothing"),
        ("x.pdf", b"%PDF-1.7 nothing"),
        ("x.docx", issued.read_bytes()[:999]),
    ):
        (real.parent / name).write_bytes(data)
        result = kehoach("-C", real, "verify", real.parent / name)
        assert (result.code, result.out) == (2, ""), result
        assert result.err.startswith("lỗi: ")
    assert kehoach("-C", real, "verify", real.parent / "khong-co.pdf").code == 2
    assert "chưa có văn bản nào" in kehoach("-C", REPOSITORY / "examples/phuong-mau", "verify", other).err


def test_a_forged_register_proves_nothing(kehoach: Kehoach, issued: Path, real: Path) -> None:
    line = real / "issued/2026/125-KH-UBND.yaml"
    line.write_text(
        line.read_text(encoding="utf-8").replace("signer: Bùi", "signer: Bui"), encoding="utf-8", newline="\n"
    )
    result = kehoach("-C", real, "verify", issued)
    assert (result.code, "KH803" in result.err) == (2, True)


# PDF.


def blocks() -> list[Block]:
    return [
        Block("đoạn 1", ("Dòng một của văn bản kéo dài hết.",)),
        Block("bảng 1, hàng 1", ("A", "1", "Đầu")),
        Block("bảng 1, hàng 2", ("Tên", "Việc", "I")),
        Block("bảng 1, hàng 3", ("Dài", "dòng và", "còn nữa")),
        Block("đoạn 2", ("./.",)),
    ]


def drawn() -> list[list[str]]:
    """The blocks as pages: the last row goes over a page, on which the head of the table is repeated."""
    return [
        ["2", "\nDòng một của văn bản", "\nkéo dài"],
        ["hết.", "\nA 1 Đầu\n", "Tên Việc I\n", "Dài dòng còn"],
        ["A 1 Đầu\n", "và", " nữa", "\n./."],
    ]


def test_a_row_over_two_pages_and_repeated_heads_are_no_difference() -> None:
    assert pdf_differences(blocks(), [page_text(page) for page in drawn()]) == []


@pytest.mark.parametrize(
    ("page", "piece", "new", "place"),
    [
        (0, 1, "\nDòng mọt của văn bản", "đoạn 1"),
        (0, 2, "", "đoạn 1"),
        (1, 2, "Tên Việc II\n", "bảng 1, hàng 2"),
        (1, 2, "", "bảng 1, hàng 2"),
        (2, 1, "va", "bảng 1, hàng 3"),
        (2, 3, "\n./. Thêm", "cuối văn bản"),
        (1, 1, "\nA 1 Đầu\nChen vào ", "trước bảng 1, hàng 2"),
    ],
)
def test_what_differs_in_a_pdf_is_located(page: int, piece: int, new: str, place: str) -> None:
    pages = drawn()
    pages[page][piece] = new
    found = pdf_differences(blocks(), [page_text(one) for one in pages])
    assert [difference.place for difference in found] == [place], found


@pytest.fixture
def pdf(issued: Path, tmp_path: Path) -> Path:
    return to_pdf(issued, tmp_path)


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_the_pdf_of_the_issued_file_and_one_letter_in_it(kehoach: Kehoach, issued: Path, real: Path, pdf: Path) -> None:
    result = kehoach("-C", real, "verify", pdf)
    assert (result.code, result.out.startswith("ĐÚNG LỜI VĂN")) == (0, True)
    dice = random.Random(3)  # noqa: S311 - a test
    for number in range(2):
        with zipfile.ZipFile(issued) as archive:
            root, texts = leaves(archive.read("word/document.xml"))
        leaf = dice.choice(texts)
        text = leaf.text or ""
        place = dice.choice([n for n, letter in enumerate(text) if letter.isalnum()])
        leaf.text = f"{text[:place]}q{text[place + 1 :]}"
        file = issued.parent / f"spoiled{number}.docx"
        shutil.copy(issued, file)
        spoiled = etree.tostring(root)
        rewritten(file, lambda name, old, new=spoiled: new if name == "word/document.xml" else old)  # type: ignore[misc]
        found = json.loads(kehoach("-C", real, "verify", to_pdf(file, issued.parent), "--format", "json").out)
        assert found["answer"] == "different"
        assert len(found["differences"]) == 1, found


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_a_file_saved_again_by_libreoffice_has_the_same_words(kehoach: Kehoach, tmp_path: Path) -> None:
    root = tmp_path / "mau"
    shutil.copytree(REPOSITORY / "examples/phuong-mau", root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "1")
    assert kehoach("-C", root, "issue", "plan", "--number", "12", "--date", "2026-01-15").code == 0
    git(root, "add", "-A")
    git(root, "commit", "-qm", "2")
    file = tmp_path / "bc.docx"
    said = kehoach(
        "-C", root, "issue", "report", "--quarter", "II", "--number", "30", "--date", "2026-06-20", "-o", file
    )
    assert said.code == 0, said.err
    folder = tmp_path / "lo"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    order = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(folder), str(file)]
    subprocess.run(order, capture_output=True, check=True, timeout=120)
    result = kehoach("-C", root, "verify", folder / "bc.docx")
    assert (result.code, result.out.startswith("ĐÚNG LỜI VĂN")) == (0, True), result.out
    result = kehoach("-C", root, "verify", to_pdf(file, tmp_path))
    assert (result.code, result.out.startswith("ĐÚNG LỜI VĂN")) == (0, True), result.out
    changed = list(charts(file))
    assert changed
    for chart in changed:
        result = kehoach("-C", root, "verify", chart)
        assert (result.code, "biểu đồ 1" in result.out) == (1, True), result.out
        result = kehoach("-C", root, "verify", to_pdf(chart, tmp_path))
        assert (result.code, "KHÁC" in result.out) == (1, True), result.out


def charts(file: Path) -> Iterator[Path]:
    """Yield the document with another figure in its chart."""
    copy = file.parent / "chart.docx"
    shutil.copy(file, copy)

    def change(name: str, data: bytes) -> bytes:
        if name != "word/charts/chart1.xml":
            return data
        root = etree.fromstring(data)
        value = root.findall(".//{*}val//{*}v")[0]
        value.text = str(int(value.text or "0") + 1)
        return etree.tostring(root)

    rewritten(copy, change)
    yield copy


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_a_signed_pdf_says_who_signed_and_every_change_of_it(
    kehoach: Kehoach, issued: Path, real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyhanko", reason="the extra kehoach[sign] is not installed")
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - part of the extra

    from tests import pki  # noqa: PLC0415

    assert issued.exists()
    ca = pki.identity("CA Mẫu", certifies=True)
    person, agency = pki.identity("Bùi Anh Tuấn", ca), pki.identity("UBND phường Phúc Lợi", ca)
    (tmp_path / "ca.pem").write_bytes(ca.certificate.public_bytes(Encoding.PEM))
    pki.write_p12(tmp_path / "p.p12", person, ca)
    pki.write_p12(tmp_path / "a.p12", agency, ca)
    pki.write_picture(tmp_path / "ky.png", (472, 236), "blue")
    pki.write_picture(tmp_path / "dau.png", (425, 425), "red", dpi=None)
    config = tmp_path / "config.yaml"
    config.write_text(
        f"roots: [{tmp_path / 'ca.pem'}]\n"
        f"person: {{p12: {tmp_path / 'p.p12'}, image: {tmp_path / 'ky.png'}}}\n"
        f"agency: {{p12: {tmp_path / 'a.p12'}, image: {tmp_path / 'dau.png'}, image_width: 36}}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("KEHOACH_CONFIG", str(config))
    assert kehoach("-C", real, "plan", "--pdf", "-o", tmp_path / "kh.pdf").code == 0
    for name in ("kh.pdf", "kh.da-ky.pdf"):
        reading, writing = os.pipe()
        os.write(writing, f"{pki.TYPED}\n".encode())
        os.close(writing)
        result = kehoach("sign", tmp_path / name, "--pin-fd", str(reading))
        assert result.code == 0, result.err
    signed = tmp_path / "kh.da-ky.da-ky.pdf"
    result = kehoach("-C", real, "verify", signed)
    assert result.code == 0, result.out
    answer, first, second = result.out.splitlines()
    assert answer.startswith("ĐÚNG LỜI VĂN")
    assert first.startswith("CHỮ KÝ SỐ còn nguyên (người có thẩm quyền): Bùi Anh Tuấn · UBND phường Mẫu")
    assert second.startswith("CHỮ KÝ SỐ còn nguyên (cơ quan): UBND phường Phúc Lợi")
    assert first.endswith("chứng thư tin được")
    data = signed.read_bytes()
    dice = random.Random(11)  # noqa: S311 - a test
    for place in [
        data.rindex(b"/ByteRange") + 3,
        data.index(b"/Catalog"),
        *(dice.randrange(len(data)) for _ in range(8)),
    ]:
        changed = bytearray(data)
        changed[place] ^= 4
        (tmp_path / "x.pdf").write_bytes(changed)
        result = kehoach("-C", real, "verify", tmp_path / "x.pdf")
        assert (result.code, "CHỮ KÝ SỐ HỎNG" in result.out) == (1, True), (place, result)
    found = json.loads(kehoach("-C", real, "verify", signed, "--format", "json").out)
    assert [one["signer"] for one in found["signatures"]] == ["Bùi Anh Tuấn", "UBND phường Phúc Lợi"]
    config.write_text(f"roots: [{tmp_path / 'khong-co.pem'}]\n", encoding="utf-8")
    assert kehoach("-C", real, "verify", signed).code == 2
