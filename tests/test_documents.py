"""The documents as files: the same bytes, any text, any amount; opened by other programs, never overwriting them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from docx import Document
from lxml import etree, html

from tests.conftest import REPOSITORY, SMALL_PLAN, SMALL_TOPICS, SMALL_UNITS
from tests.edit import replace
from tests.wordml import NEEDS_LIBREOFFICE, W, WordFile, to_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Kehoach

    Data = dict[str, Any]  # a data file's own shape

HOSTILE = 'R&D <b>"x" && y</b> {{ 7*7 }} {% if %}'
FILES = ("plan.yaml", "units.yaml", "topics/01-nhom.yaml")
# Keys whose words mean something to kehoach, and keys whose words no document prints.
MEANT = {"id", "kind", "insert", "unit", "units", "lead", "partners", "members", "quarters"}
UNPRINTED = {"aliases"}


def small_data() -> list[Data]:
    """The small workspace with every key that holds text."""
    plan, units, topics = (yaml.safe_load(text) for text in (SMALL_PLAN, SMALL_UNITS, SMALL_TOPICS))
    plan["agency"]["parent"] = ["UBND thành phố Mẫu"]
    paragraphs = [{mark: f"Đoạn {mark}."} for mark in ("bullet", "sub", "plain", "note")]
    plan["sections"][0]["paragraphs"] = paragraphs
    plan["sections"][0]["items"][0]["paragraphs"] = paragraphs
    units["units"][0]["heading"] = "Phòng Văn hóa"
    for topic in topics["topics"]:
        topic["schedule"] = {"text": "Quý I", "quarters": ["I"]}
    topics["topics"][0] |= {"lead": ["ubnd"], "units": ["vhxh", "csgd", "mam-non"], "partners": ["hoa-mau"]}
    return [plan, units, topics]


def write(root: Path, data: list[Data]) -> None:
    for name, content in zip(FILES, data, strict=True):
        (root / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def made(kehoach: Kehoach, root: Path, name: str = "out.docx") -> Path:
    path = root / name
    result = kehoach("-C", root, "plan", "-o", path)
    assert result.code == 0, result.err
    return path


def paragraphs(path: Path) -> list[str]:
    if path.suffix == ".html":
        page = html.fromstring(path.read_text(encoding="utf-8"))
        return [" ".join(str(block.text_content()).split()) for block in page.iter("p")]
    return [" ".join(line.text.split()) for line in WordFile(path).lines()]


# The same bytes.


def test_two_processes_in_other_surroundings_write_the_same_bytes(tmp_path: Path) -> None:
    written: list[dict[str, bytes]] = []
    for seed, zone, name in (("1", "Asia/Ho_Chi_Minh", "một"), ("77", "America/New_York", "hai")):
        folder = tmp_path / name
        folder.mkdir()
        surroundings = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        for target in ("a.docx", "a.html"):
            words = [sys.executable, "-m", "kehoach_cli", "-C", str(REPOSITORY), "plan", "-o", target]
            subprocess.run(words, cwd=folder, env=surroundings, check=True, capture_output=True)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert sorted(written[0]) == ["a.docx", "a.html"]
    assert written[0] == written[1]


def test_the_package_carries_no_clock(kehoach: Kehoach, small: Path) -> None:
    path = made(kehoach, small)
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-03-01T00:00:00Z"}


# Any text.


def filled(node: object, key: str, texts: dict[str, str]) -> object:
    """The node with hostile text in every text field, numbered; `texts` gathers text → key."""
    if isinstance(node, dict):
        return {name: filled(value, name, texts) for name, value in node.items()}
    if isinstance(node, list):
        return [filled(item, key, texts) for item in node]
    if not isinstance(node, str) or key in MEANT:
        return node
    text = f"Chữ {len(texts) + 100} {HOSTILE}"
    texts[text] = key
    return text


@pytest.mark.parametrize("name", ["out.docx", "out.html"])
def test_hostile_text_in_every_field_comes_out_as_written(kehoach: Kehoach, small: Path, name: str) -> None:
    texts: dict[str, str] = {}
    data = [filled(content, "", texts) for content in small_data()]
    write(small, [content for content in data if isinstance(content, dict)])
    path = made(kehoach, small, name)
    everything = "\n".join(paragraphs(path))
    assert len(texts) > 40
    for text, key in texts.items():
        if key not in UNPRINTED:
            assert text in everything or text.upper() in everything, f"{key}: {text}"
    assert "49" not in everything
    if path.suffix == ".html":
        page = html.fromstring(path.read_text(encoding="utf-8"))
        assert page.find(".//b") is None
        assert HOSTILE in (page.findtext(".//title") or "")
    else:
        core = etree.fromstring(WordFile(path).parts["docProps/core.xml"])
        assert HOSTILE in (core.findtext("{http://purl.org/dc/elements/1.1/}title") or "")


@pytest.mark.parametrize("text", ["Chữ " * 2400, "dài" * 3300])
def test_a_very_long_text_is_whole(kehoach: Kehoach, small: Path, text: str) -> None:
    data = small_data()
    data[2]["topics"][0]["products"][0]["text"] = text
    data[0]["subject"] = text
    write(small, data)
    for name in ("out.docx", "out.html"):
        found = paragraphs(made(kehoach, small, name))
        assert found.count(f"- {text.strip()}") == 1
        assert found.count(text.strip()) == 1


def test_letters_beyond_the_first_plane_are_kept(kehoach: Kehoach, small: Path) -> None:
    replace(small / "plan.yaml", "closing: Trên đây", "closing: Trên đây 😀 𠀀 ½ ŋ\u0303")
    for name in ("out.docx", "out.html"):
        assert any("Trên đây 😀 𠀀 ½ ŋ\u0303" in text for text in paragraphs(made(kehoach, small, name)))


# Any amount.


def lists(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all lists in a data file."""
    if isinstance(node, list):
        yield path
    for key, value in enumerate(node) if isinstance(node, list) else node.items() if isinstance(node, dict) else ():
        yield from lists(value, (*path, key))


# Emptied, these leave another field pointing nowhere, which is an error of the data.
NEEDED = {("units", "units"), ("topics", "lead"), ("plan", "sections"), ("plan", "items")}


def empty(data: list[Data], number: int, path: tuple[str | int, ...]) -> None:
    node: Any = data[number]
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = []


@pytest.mark.parametrize(
    ("number", "path"),
    [(number, path) for number, content in enumerate(small_data()) for path in lists(content)],
    ids=lambda part: ".".join(map(str, part)) if isinstance(part, tuple) else FILES[part],
)
def test_any_list_may_be_empty(kehoach: Kehoach, small: Path, number: int, path: tuple[str | int, ...]) -> None:
    data = small_data()
    empty(data, number, path)
    write(small, data)
    kind = FILES[number].partition("/")[0].removesuffix(".yaml")
    for name in ("out.docx", "out.html"):
        target = small / name
        result = kehoach("-C", small, "plan", "-o", target)
        assert result.code == ((kind, path[-1]) in NEEDED), result.err
        assert target.exists() == (result.code == 0)
        assert not target.exists() or paragraphs(target)


def test_a_plan_of_nothing_but_its_form(kehoach: Kehoach, small: Path) -> None:
    data = small_data()
    plan, units, topics = data
    plan |= {"bases": [], "sections": [], "channels": [], "recipients": []}
    plan["agency"] |= {"parent": [], "name": []}
    plan["signature"]["authority"] = []
    units["units"] = []
    plan["agency"].pop("unit")
    topics["topics"] = []
    write(small, data)
    word = WordFile(made(kehoach, small))
    rows = list(word.tables[2].iter(f"{W}tr"))
    assert len(rows) == 2  # the head and the group
    left = word.lines(word.tables[0].find(f".//{W}tc"))
    assert not any(line.ruled for line in left), "a rule under nothing"


def test_a_thousand_topics_are_a_thousand_rows(kehoach: Kehoach, small: Path) -> None:
    data = small_data()
    topics = [json.loads(json.dumps(data[2]["topics"][1])) for _ in range(1000)]
    for number, topic in enumerate(topics):
        topic["id"] = f"chu-de-{number}"
        topic["products"][0]["id"] = f"san-pham-{number}"
    data[2]["topics"] = topics
    write(small, data)
    word = WordFile(made(kehoach, small))
    assert len(list(word.tables[2].iter(f"{W}tr"))) == 2 + 1000
    page = html.fromstring(made(kehoach, small, "out.html").read_text(encoding="utf-8"))
    assert len(page.findall(".//tbody/tr")) == 1 + 1000


# Files that are there already, and where to write.


def edited(path: Path) -> None:
    document = Document(str(path))
    document.paragraphs[0].add_run(" sửa trong Word")
    document.save(str(path))


def edited_head(path: Path) -> None:
    document = Document(str(path))
    document.sections[0].header.paragraphs[0].add_run("sửa đầu trang")
    document.save(str(path))


def edited_part(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
        with zipfile.ZipFile(path, "w") as archive:
            for part, data in parts.items():
                archive.writestr(part, data)

    return edit


def spoilt(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") - 40  # inside the last compressed part
    data[at] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize(
    "change",
    [
        edited,
        edited_head,
        edited_part("docProps/core.xml", b"<dc:title>", b"<dc:title>x"),
        edited_part("word/styles.xml", b'w:val="26"', b'w:val="28"'),
        spoilt,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"PK\x03\x04"),
        lambda path: path.write_bytes("Ghi chép của tôi".encode()),
    ],
    ids=["body", "header", "title", "styles", "damaged", "empty", "no zip", "a note"],
)
def test_a_document_that_another_program_changed_is_not_overwritten(
    kehoach: Kehoach, small: Path, change: Callable[[Path], None]
) -> None:
    path = made(kehoach, small)
    change(path)
    before = path.read_bytes()
    result = kehoach("-C", small, "plan", "-o", path)
    assert (result.code, path.read_bytes()) == (2, before), result.err
    assert "--force" in result.err
    assert kehoach("-C", small, "plan", "-o", path, "--force").code == 0
    assert path.read_bytes() != before


def test_a_page_that_another_program_changed_is_not_overwritten(kehoach: Kehoach, small: Path) -> None:
    path = made(kehoach, small, "out.html")
    path.write_text(path.read_text(encoding="utf-8").replace("Nguyễn", "Trần"), encoding="utf-8", newline="\n")
    before = path.read_bytes()
    assert kehoach("-C", small, "plan", "-o", path).code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["out.docx", "out.html"])
def test_a_document_that_nobody_changed_is_made_anew(kehoach: Kehoach, small: Path, name: str) -> None:
    before = made(kehoach, small, name).read_bytes()
    replace(small / "plan.yaml", "Nguyễn Văn Mẫu", "Trần Thị Mẫu")
    path = made(kehoach, small, name)
    assert path.read_bytes() != before
    assert "Trần Thị Mẫu" in paragraphs(path)


def test_a_folder_gets_the_plan_under_its_own_name(kehoach: Kehoach, small: Path) -> None:
    folder = small / "van-ban"
    folder.mkdir()
    assert kehoach("-C", small, "plan", "-o", folder).code == 0
    assert kehoach("-C", small, "plan", "--html", "-o", folder).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["ke-hoach-2026.docx", "ke-hoach-2026.html"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "khong-co/a.docx"], "không có thư mục"),
        (["-o", "a.odt"], "không kết thúc bằng .docx"),
        (["-o", "a"], "không kết thúc bằng .docx"),
        (["--html", "-o", "a.docx"], "không kết thúc bằng .html"),
    ],
)
def test_a_place_where_nothing_can_be_written(
    kehoach: Kehoach, small: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(small)
    before = sorted(small.rglob("*"))
    result = kehoach("plan", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert sorted(small.rglob("*")) == before


# Other programs.


def test_the_page_refers_to_nothing_outside_itself(kehoach: Kehoach, tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    assert kehoach("-C", REPOSITORY, "plan", "-o", path).code == 0
    text = path.read_text(encoding="utf-8")
    page = html.fromstring(text)
    assert {str(element.tag) for element in page.iter()} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
    } == set()
    assert {str(name) for element in page.iter() for name in element.attrib} & {"src", "href", "data-line"} == set()
    style = page.findtext(".//style") or ""
    assert not re.search(r"url\(|@import|@font-face|http", style)


def words_on(pdf: Path, page: int, top: float = 57) -> str:
    """The words that stand in the top margin of a page (20 mm are 56.7 pt)."""
    boxes = subprocess.run(
        ["pdftotext", "-f", str(page), "-l", str(page), "-bbox", pdf, "-"], capture_output=True, check=True, text=True
    )
    words = re.findall(r'yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</word>', boxes.stdout)
    return " ".join(word for bottom, word in words if float(bottom) < top)


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_libreoffice_numbers_the_pages_from_2_and_anew_in_the_appendix(kehoach: Kehoach, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    assert kehoach("-C", REPOSITORY, "plan", "-o", path).code == 0
    pdf = to_pdf(path, tmp_path)
    sizes = subprocess.run(["pdfinfo", "-l", "99", pdf], capture_output=True, check=True, text=True).stdout
    pages = re.findall(r"Page\s+\d+ size:\s+(\d+)[\d.]* x (\d+)", sizes)
    upright = sum(size == ("595", "841") for size in pages)
    assert len(pages) > upright > 1
    wanted = ["", *map(str, range(2, upright + 1)), "", *map(str, range(2, len(pages) - upright + 1))]
    assert [words_on(pdf, page) for page in range(1, len(pages) + 1)] == wanted
    last = subprocess.run(["pdftotext", "-f", str(len(pages)), pdf, "-"], capture_output=True, check=True, text=True)
    assert len(last.stdout.split()) > 50, "the end mark stands alone on the last page"


@pytest.mark.slow
@NEEDS_LIBREOFFICE
def test_libreoffice_opens_a_hostile_and_long_document(kehoach: Kehoach, small: Path) -> None:
    texts: dict[str, str] = {}
    data = [content for content in (filled(one, "", texts) for one in small_data()) if isinstance(content, dict)]
    data[2]["topics"][0]["products"][0]["text"] = "Chữ " * 2400
    write(small, data)
    pdf = to_pdf(made(kehoach, small), small)
    read = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True, text=True).stdout
    assert len(read.split()) > 3000
    assert "{{ 7*7 }}" in read


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_chromium_shows_the_page(kehoach: Kehoach, tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    assert kehoach("-C", REPOSITORY, "plan", "-o", path).code == 0
    words = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [*words, "--dump-dom", path.as_uri()], capture_output=True, check=True, timeout=60, encoding="utf-8"
    )
    assert "Bùi Anh Tuấn" in done.stdout
    assert len(html.fromstring(done.stdout).findall(".//tbody/tr")) == 7 + 16 + 3  # Chromium adds <tbody> to the frames
