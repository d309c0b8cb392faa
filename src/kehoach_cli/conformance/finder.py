"""Finds the elements of a document by what they say and where they stand, whatever form they have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.conformance.elements import Elements, is_appendix, is_part, is_point, is_typed_rule, split, whole_lines
from kehoach_cli.conformance.rules import On
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.wordfile.form import Paragraph, WordFile

# NĐ 30/2020, Điều 7: the kinds of administrative documents that print their name.
TYPES = (
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình",
    "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện",
    "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi",
    "phiếu chuyển", "phiếu báo", "luật", "pháp lệnh", "nghị định", "thông tư",
)  # fmt: skip
_TYPES = {fold(name) for name in TYPES}
# Words that the name of an organ begins with: what stands above the last of them is its superior.
_ORGANS = (
    "uy ban", "ubnd", "hoi dong", "hdnd", "so ", "phong ", "truong ", "trung tam", "ban ", "van phong", "bo ",
    "chi cuc", "cuc ", "tong cuc", "vien ", "hoc vien", "cong an", "thanh tra", "dai hoc",
)  # fmt: skip
_STATE, _MOTTO = "cong hoa xa hoi chu nghia", ("doc lap", "tu do", "hanh phuc")
_OPENING = 6  # so many paragraphs may stand before the bases
_HEAD = 30  # so many paragraphs with text the head of a document may take
_LONGEST_LINE = 90


def elements_of(file: WordFile) -> Elements:
    """Return the elements of a document."""
    finder = _Finder(file)
    finder.head()
    finder.title()
    finder.signing()
    finder.appendices()
    finder.body()
    return finder.elements


class _Finder:
    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.elements = Elements()
        self.all = file.paragraphs
        self.head_lines = [line for line in self._first(_HEAD) for line in split(line)]
        self.after_title = 0  # index in `all` of what follows the subject
        self.end = len(self.all)  # index of what the body ends before
        self.tail = 0  # index of what follows the signature

    def _first(self, count: int) -> list[Paragraph]:
        return [paragraph for paragraph in self.all if paragraph.text.strip()][:count]

    def _index(self, paragraph: Paragraph) -> int:
        """Return where a paragraph, or one that a line was split from, stands."""
        return next(n for n, one in enumerate(self.all) if one.number == paragraph.number and one.text.strip())

    def _take(self, element: On, matches: Callable[[str], bool]) -> Paragraph | None:
        line = next((line for line in self.head_lines if matches(fold(line.text))), None)
        if line is not None:
            self.elements.add(element, [line])
            self._note_below(element, line)
        return line

    def _note_below(self, element: On, last: Paragraph) -> None:
        """Note the last paragraph itself and all up to the next with text: a line under it may be drawn in any."""
        index = self._index(last)
        below = [self.all[index]]
        for paragraph in self.all[index + 1 :]:
            if paragraph.cell != last.cell and (paragraph.cell is None) is not (last.cell is None):
                break
            if last.cell is not None and paragraph.cell != last.cell:
                break
            below.append(paragraph)
            if paragraph.text.strip():
                break
        self.elements.below[element] = below

    def head(self) -> None:
        """Find what stands above the title."""
        state = self._take(On.STATE, lambda text: _STATE in text)
        motto = self._take(
            On.MOTTO, lambda text: sum(word in text for word in _MOTTO) > 1 and len(text) < _LONGEST_LINE
        )
        number = self._take(On.NUMBER, lambda text: bool(re.match(r"so\s*:|so\s*[\d….]+\s*[/-]", text)))
        self._take(
            On.PLACE,
            lambda text: (
                bool(re.search(r"ngay.*thang.*nam", text))
                and len(text) < _LONGEST_LINE
                and not text.startswith(("can cu", "(", "thuc hien", "theo "))
            ),
        )
        taken = [one for one in (state, motto, number) if one is not None]
        if state is None and motto is None:
            return
        left = [line for line in self.head_lines if self._left_of(line, state or motto) and line not in taken]
        organ = [line for line in left if not is_typed_rule(line.text)]
        start = max((n for n, line in enumerate(organ) if fold(line.text).startswith(_ORGANS)), default=0)
        self.elements.add(On.PARENT, organ[:start])
        self.elements.add(On.ISSUER, organ[start:])
        if organ:
            self._note_below(On.ISSUER, organ[-1])

    def _left_of(self, line: Paragraph, right: Paragraph | None) -> bool:
        """Return whether a line stands in the column left of the state's name, above the number."""
        if right is None or re.match(r"so\s*:|so\s*[\d….]+\s*[/-]|v/v", fold(line.text)):
            return False
        if right.cell is None or line.cell is None:
            # Without a table the organ stands before the tab stop on the same lines.
            return (
                line.cell is right.cell
                and line.number <= right.number + 1
                and line.form.align == ""
                and any(sign.isalpha() for sign in line.text)
                and not any(word in fold(line.text) for word in (_STATE, *_MOTTO))
                and "ngay" not in fold(line.text)
            )
        return line.cell.table == right.cell.table and line.cell.column < right.cell.column

    def title(self) -> None:
        """Find the type and the subject."""
        head = [*self.elements.of(On.STATE), *self.elements.of(On.NUMBER), *self.elements.of(On.PLACE)]
        start = max((line.number for line in head), default=0)
        lines = [p for p in self.all if p.text.strip() and p.number > start and p.cell is None][:5]
        named = next((line for line in lines if fold(line.text).strip(" .:") in _TYPES), None)
        self.after_title = self._index(lines[0]) if lines else 0
        if named is None:
            return
        self.elements.add(On.TYPE, [named])
        subject: list[Paragraph] = []
        index = self._index(named) + 1
        while index < len(self.all) and not self.all[index].text.strip() and not self.all[index].ruled:
            index += 1
        for paragraph in self.all[index:]:
            text = fold(paragraph.text)
            if (
                not text
                or is_typed_rule(text)
                or text.startswith(("can cu", "kinh gui", "thuc hien"))
                or is_part(paragraph.text)
            ):
                break
            if subject and not (paragraph.form.align == "center" and all(run.bold for run in paragraph.runs)):
                break
            subject.append(paragraph)
        self.elements.add(On.SUBJECT, subject)
        if subject:
            self._note_below(On.SUBJECT, subject[-1])
        self.after_title = self._index((subject or [named])[-1]) + 1

    def signing(self) -> None:
        """Find the recipients, and the authority and name beside them."""
        head = next((p for p in reversed(self.all) if re.match(r"noi nhan\s*(:|$|\n)", fold(p.text))), None)
        if head is None:
            return
        self.end = self._index(head)
        self.elements.add(On.RECIPIENTS_HEAD, [split(head)[0]])
        rest = self.all[self.end + 1 :]
        if head.cell is None:
            self.tail = self.end + 1
            listed = []
            for paragraph in rest:
                if not paragraph.text.strip().startswith(("-", "–")):
                    break
                listed += split(paragraph)[:1]
            self.elements.add(On.RECIPIENTS, listed)
            self.tail += len(listed)
            return
        cell = head.cell
        block = [p for p in self.all if p.cell and (p.cell.table, p.cell.row) == (cell.table, cell.row)]
        self.end = min(self.end, self._index(next(p for p in block if p.text.strip())))
        self.tail = max(n for n, p in enumerate(self.all) if p.cell and p.cell.table == cell.table) + 1
        left = [
            p for p in block if p.cell and p.cell.column == cell.column and p.number > head.number and p.text.strip()
        ]
        self.elements.add(On.RECIPIENTS, whole_lines([line for p in [*split(head)[1:], *left] for line in split(p)]))
        beside = [p for p in block if p.cell and p.cell.column > cell.column and p.text.strip()]
        right = [line for p in beside for line in split(p) if not line.text.strip().startswith(("(", "["))]
        if right:
            # An unsigned form ends with the authority; a name is no line of capitals that begins like an authority.
            named = len(right) > 1 and not re.match(r"(TM|KT|TL|TUQ|Q)\.", right[-1].text.strip())
            self.elements.add(On.AUTHORITY, right[:-1] if named else right)
            self.elements.add(On.NAME, right[-1:] if named else [])

    def appendices(self) -> None:
        """Find the appendices: their heading, title, reference line and end."""
        start = max(self.tail, self.after_title)
        heads = [n for n in range(start, len(self.all)) if self._is_appendix(n)]
        for place, index in enumerate(heads):
            last = heads[place + 1] if place + 1 < len(heads) else len(self.all)
            part = [p for p in self.all[index + 1 : last] if p.text.strip()]
            self.elements.add(On.APPENDIX, [self.all[index]])
            title: list[Paragraph] = []
            for paragraph in part:
                if paragraph.cell is not None or fold(paragraph.text).startswith(("(kem", "(ban hanh")):
                    break
                if title and paragraph.form.align != "center":
                    break
                title.append(paragraph)
            self.elements.add(On.APPENDIX_TITLE, title)
            attached = part[len(title) : len(title) + 1]
            if attached and fold(attached[0].text).startswith(("(kem", "(ban hanh")):
                self.elements.add(On.ATTACHED, attached)
            self.elements.add(On.APPENDIX_END, part[-1:])
        if heads and not self.tail:
            self.end = min(self.end, heads[0])

    def _is_appendix(self, index: int) -> bool:
        paragraph = self.all[index]
        return paragraph.cell is None and is_appendix(paragraph.text)

    def body(self) -> None:
        """Find the bases, the addressee, and the paragraphs of the text by their level."""
        text = [p for p in self.all[self.after_title : self.end] if p.text.strip() and p.cell is None]
        text = [p for p in text if not is_typed_rule(p.text)]
        first = next((n for n, p in enumerate(text[:_OPENING]) if fold(p.text).startswith("can cu")), 0)
        bases: list[Paragraph] = []
        for paragraph in text[first:]:
            # “Theo đề nghị của …;” and “Chính phủ ban hành ….” go on where a line ended in a semicolon.
            goes_on = bases and bases[-1].text.rstrip().endswith(";") and all(run.italic for run in paragraph.runs)
            if not goes_on and not fold(paragraph.text).startswith("can cu"):
                break
            bases.append(paragraph)
        self.elements.add(On.BASES, bases)
        rest = [*text[:first], *text[first + len(bases) :]]
        addressee = [p for p in rest[:3] if fold(p.text).startswith("kinh gui")]
        cells = [p for p in self.all[self.after_title : self.end] if p.cell and fold(p.text).startswith("kinh gui")]
        self.elements.add(On.ADDRESSEE, [*addressee, *cells][:1])
        rest = [p for p in rest if p not in addressee]
        self.elements.add(On.CONTENT, rest)
        if not self.tail and not self.elements.of(On.APPENDIX) and not bases and not self.elements.of(On.TYPE):
            return
        self.elements.add(On.PARTS, [p for p in rest if is_part(p.text)])
        self.elements.add(On.POINTS, [p for p in rest if is_point(p.text)])
        self.elements.add(On.PARAGRAPHS, [p for p in rest if p.form.align != "center" and not p.listed])
        self.elements.add(On.CLOSING, rest[-1:])
        tables = {p.cell.table for p in self.all if p.cell} - {
            p.cell.table
            for kind in (On.STATE, On.MOTTO, On.NUMBER, On.RECIPIENTS_HEAD, On.ADDRESSEE)
            for p in self.elements.of(kind)
            if p.cell
        }
        self.elements.add(On.CELLS, [p for p in self.all if p.cell and p.cell.table in tables and p.text.strip()])
