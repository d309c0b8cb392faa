"""Word for word: the text of the issued plan, taken from its PDF, against the rendered .docx and .html."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.table import Table
from lxml import html

from tests.conftest import REPOSITORY
from tests.edit import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.table import _Cell

    from tests.conftest import Kehoach

SOURCE = (REPOSITORY / "tests/data/ke-hoach-phuc-loi-2026.txt").read_text(encoding="utf-8")
TITLE = "Thông tin, tuyên truyền về giáo dục và đào tạo trên địa bàn phường Phúc Lợi năm 2026"
# Where the document's form departs from the source, and how often. Spaces, blanks and line ends never count.
DEPARTURES = (
    ("đào tạo Hà Nội năm 2026;", "đào tạo Hà Nội năm 2026.", 1),  # the last căn cứ ends with a full stop
    ("PHỤ LỤC", "Phụ lục", 1),
    (TITLE, TITLE.upper(), 1),
    ("(Ban hành kèm theo kế hoạch số", "(Kèm theo Kế hoạch số", 1),
    ("-Tuyến", "- Tuyến", 3),
)
END = "./."  # closes the appendix; the source has it after the body only
GROUP = re.compile(r"(?P<number>I{1,3}|IV|VI{0,2}) (?P<title>\S.*)")
STARTS = re.compile(r"([-+] ?\S|\d\. |[IV]+\. )")


def folded(text: str) -> str:
    return " ".join(text.split())


def source_lines() -> list[str]:
    """The source's lines, blank ones left out, each departure of form made."""
    text = "\n".join(folded(line) for line in SOURCE.splitlines() if line.strip())
    for old, new, times in DEPARTURES:
        assert text.count(old) == times, old
        text = text.replace(old, new)
    return text.split("\n")


def source_parts() -> tuple[list[str], list[str], list[str]]:
    """Body, the appendix down to the head of its table, and the table."""
    lines = source_lines()
    appendix = lines.index("Phụ lục")
    table = next(i for i, line in enumerate(lines) if i > appendix and GROUP.fullmatch(line))
    return lines[:appendix], lines[appendix:table], lines[table:]


def source_rows() -> Iterator[list[str]]:
    """The lines of each row of the table: a group's line, or a topic's from its number on."""
    row: list[str] = []
    topic = 1
    for line in source_parts()[2]:
        group = GROUP.fullmatch(line)
        if group or line.split()[0] == str(topic):
            if row:
                yield row
            row = []
            topic = 1 if group else topic + 1
        row.append(line)
    yield row


def cell_paragraphs(cell: _Cell) -> list[str]:
    return [text for paragraph in cell.paragraphs if (text := folded(paragraph.text))]


class Printed:
    """The words of a .docx, read back in their order."""

    def __init__(self, path: Path) -> None:
        blocks = list(Document(str(path)).iter_inner_content())
        tables = [block for block in blocks if isinstance(block, Table)]
        _, signing, self.table = tables
        body: list[str] = []
        for block in blocks[1:]:
            if isinstance(block, Table):
                cells = () if block is self.table else (cell for row in block.rows for cell in row.cells)
                body += [text for cell in cells for text in cell_paragraphs(cell)]
            elif text := folded(block.text):
                body.append(text)
        assert signing is not self.table
        start = body.index("Phụ lục")
        self.body, self.appendix = body[:start], body[start:]

    def rows(self) -> list[list[list[str]]]:
        """The paragraphs of each cell of each row of the appendix; a cell across columns counts once."""
        found = []
        for row in self.table.rows:
            cells = {cell._tc: cell for cell in row.cells}  # noqa: SLF001 - the same cell stands for each column
            found.append([cell_paragraphs(cell) for cell in cells.values()])
        return found


def differences(path: Path) -> list[str]:
    """What stands in the source and not in the document, or the other way round, or elsewhere."""
    printed = Printed(path)
    body, head, _ = source_parts()
    rows = printed.rows()
    found = [*wrong_order("thân", body, printed.body), *wrong_starts(body, printed.body)]
    found += wrong_order("phụ lục", head, [*printed.appendix[:-1], *(text for cell in rows[0] for text in cell)])
    if printed.appendix[-1] != END:
        found.append(f"the appendix ends with {printed.appendix[-1]!r}")
    source = list(source_rows())
    if len(source) != len(rows) - 1:
        found.append(f"{len(source)} rows in the source, {len(rows) - 1} printed")
    for lines, cells in zip(source, rows[1:], strict=False):
        found += wrong_row(lines, cells)
    return found


def wrong_order(name: str, lines: list[str], paragraphs: list[str]) -> Iterator[str]:
    """The first word at which two texts part."""
    wanted, got = " ".join(lines).split(), " ".join(paragraphs).split()
    for index in range(max(len(wanted), len(got))):
        if wanted[index : index + 1] != got[index : index + 1]:
            yield f"{name}: wanted … {wanted[index : index + 6]}, printed … {got[index : index + 6]}"
            return


def offsets(texts: list[str]) -> dict[int, str]:
    """The texts by the number of words before them."""
    found, words = {}, 0
    for text in texts:
        found[words] = text
        words += len(text.split())
    return found


def wrong_starts(lines: list[str], paragraphs: list[str]) -> Iterator[str]:
    """Paragraphs that begin in the middle of a source line; bullets and numbers of the source inside a paragraph."""
    in_source, printed = offsets(lines), offsets(paragraphs)
    yield from (f"begins inside a line: {text}" for at, text in printed.items() if at not in in_source)
    marked = {at: line for at, line in in_source.items() if STARTS.match(line)}
    yield from (f"begins no paragraph: {line}" for at, line in marked.items() if at not in printed)


def wrong_row(lines: list[str], cells: list[list[str]]) -> Iterator[str]:
    """Words and bullets that a row has more or less than its source, or in another order within a column."""
    wanted, got = Counter(" ".join(lines).split()), Counter(" ".join(text for cell in cells for text in cell).split())
    if wanted != got:
        yield f"{lines[0]}: missing {dict(wanted - got)}, too many {dict(got - wanted)}"
    bullets = sum(line.startswith("-") for line in lines)
    marked = sum(text.startswith("- ") for cell in cells for text in cell)
    if bullets != marked:
        yield f"{lines[0]}: {bullets} bullets in the source, {marked} printed"
    columns = [" ".join(cell).split() for cell in cells]
    if not interleaved(lines, columns):
        yield f"{lines[0]}: a column's words are in another order"


def interleaved(lines: list[str], columns: list[list[str]]) -> bool:
    """Whether the lines, each read from left to right, use up every column from top to bottom."""
    states = {(0,) * len(columns)}
    for line in lines:
        ways = {(state, 0) for state in states}
        for word in line.split():
            ways = {
                ((*state[:column], state[column] + 1, *state[column + 1 :]), column)
                for state, leftmost in ways
                for column in range(leftmost, len(columns))
                if columns[column][state[column] : state[column] + 1] == [word]
            }
        states = {state for state, _ in ways}
    return tuple(map(len, columns)) in states


@pytest.fixture
def printed(kehoach: Kehoach, tmp_path: Path) -> Path:
    path = tmp_path / "plan.docx"
    result = kehoach("-C", REPOSITORY, "plan", "-o", path)
    assert result.code == 0, result.err
    return path


def test_the_source_has_the_shape_that_this_test_reads() -> None:
    rows = list(source_rows())
    groups = [match["number"] for row in rows if (match := GROUP.fullmatch(row[0]))]
    assert groups == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert len(rows) - len(groups) == 16
    assert sum(line.startswith("-") for row in rows for line in row) == 47 + 2 * 16 + 1


def test_every_word_of_the_issued_plan_stands_in_the_docx_once_and_in_order(printed: Path) -> None:
    assert differences(printed) == []


def test_the_page_for_a_browser_has_the_same_paragraphs(kehoach: Kehoach, printed: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    assert kehoach("-C", REPOSITORY, "plan", "--html", "-o", path).code == 0
    document = html.fromstring(path.read_text(encoding="utf-8"))
    in_page = [text for block in document.iter("p") if (text := folded(str(block.text_content())))]
    assert in_page == docx_paragraphs(printed)
    everything = folded(" ".join(str(text) for text in document.xpath("//body//text()")))
    assert everything == " ".join(in_page), "words outside <p>"


def docx_paragraphs(path: Path) -> list[str]:
    """Every paragraph of the file with words in it, in the file's own order."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = Document(str(path)).element.body
    texts = ("".join(leaf.text or "" for leaf in paragraph.iter(f"{name}t")) for paragraph in body.iter(f"{name}p"))
    return [folded(text) for text in texts if text.strip()]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("topics/07-thi-dua-khen-thuong.yaml", "Bình dân học vụ số.", "Bình dân học vụ."),
        ("topics/07-thi-dua-khen-thuong.yaml", "Bình dân học vụ số.", "Bình dân học vụ số số."),
        ("topics/05-chinh-tri-the-chat.yaml", "với nội ý dung môn", "với ý nội dung môn"),
        ("topics/04-nguon-luc-dau-tu.yaml", "[vhxh, kthtdt, Các CSGD]", "[kthtdt, vhxh, Các CSGD]"),
        ("topics/04-nguon-luc-dau-tu.yaml", "[vhxh, kthtdt, Các CSGD]", "[vhxh, kthtdt, csgd]"),
        ("plan.yaml", "Đào tạo Hà Nội\n              về về thông tin", "Đào tạo Hà Nội\n              về thông tin"),
        ("plan.yaml", "ấn phẩm.", "ấn phẩm"),
        ("plan.yaml", '"Lưu: VT, VHXH (02b)"', '"Lưu: VT, VHXH (2b)"'),
        ("units.yaml", "hoặc khi phát sinh vụ\n        việc", "hoặc khi phát sinh\n        việc"),
    ],
)
def test_one_word_lost_doubled_or_moved_is_seen(
    kehoach: Kehoach, real: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    replace(real / file, old, new)
    path = tmp_path / "spoilt.docx"
    assert kehoach("-C", real, "plan", "-o", path).code == 0
    assert differences(path) != []
