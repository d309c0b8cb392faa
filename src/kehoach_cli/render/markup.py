"""The restricted XHTML of the templates, checked: sections, paragraphs, tables, and nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from lxml import etree

from kehoach_cli.render import rules
from kehoach_cli.render.chart import CHARTS, chart_mistakes
from kehoach_cli.render.grid import Grid
from kehoach_cli.render.mistakes import TemplateMistakesError
from kehoach_cli.render.styles import CHART_STYLE
from kehoach_cli.render.templates import MARK
from kehoach_cli.spelling import did_you_mean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.render.styles import StyleTable
    from kehoach_cli.render.templates import Templates

TABLES = {"bang": "có khung", "khung": "không khung"}
# How long the rule under a line of text is, as a share of it: NĐ 30/2020, Phụ lục I, II.1.b; II.2.b and II.5.b.
RULES = {"full": 1.0, "part": 0.4}
ROWS = {"giu": "giữ cùng trang với hàng hoặc đoạn sau"}

_BLOCKS = {"p", "hr", "table", "chart"}
_INLINE = {"b", "i", "br"}
_CHILDREN = {
    "body": {"section"},
    "section": _BLOCKS,
    "table": {"thead", "tbody", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
    "td": {"p", "hr"},
    "th": {"p", "hr"},
    "p": _INLINE,
    "b": _INLINE,
    "i": _INLINE,
    "hr": set(),
    "br": set(),
    "chart": {"label", "series"},
    "series": {"value"},
    "label": set(),
    "value": set(),
}
_ATTRIBUTES = {
    "section": {"class"},
    "p": {"class"},
    "hr": {"data-under"},
    "table": {"class", "data-cols"},
    "tr": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "chart": {"class", "data-width", "data-height", "data-alt"},
    "series": {"data-name"},
}
_DEEPEST = 30  # real templates nest 6 deep; the writers recurse
_HOLDS_TEXT = {"p", "b", "i", "label", "value"}
_SHOWN = 40  # characters of stray text in a message


def parse(xhtml: str, templates: Templates, table: StyleTable) -> Element:
    """Return the checked <body>. Raises TemplateMistakesError with every mistake, each at its template's line."""
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        body = etree.fromstring(xhtml.encode("utf-8"), parser)
    except etree.XMLSyntaxError as failure:
        raise TemplateMistakesError([_broken(xhtml, failure, templates)]) from None
    checker = _Checker(templates, table)
    checker.element(body)
    if not len(body):
        checker.report(rules.MARKUP, body, "mẫu không có <section> nào: văn bản sẽ trống")
    if checker.findings:
        raise TemplateMistakesError(checker.findings)
    return body


class _Checker:
    def __init__(self, templates: Templates, table: StyleTable) -> None:
        self.templates = templates
        self.table = table
        self.findings: list[Finding] = []

    def report(self, rule: Rule, element: Element, message: str, hint: str = "") -> None:
        at = self.templates.place(element.get(MARK))
        self.findings.append(self.templates.finding(rule, at, message, hint))

    def element(self, element: Element, depth: int = 0) -> None:
        tag = str(element.tag)
        allowed = _CHILDREN[tag]
        before = len(self.findings)
        if depth > _DEEPEST:
            self.report(rules.MARKUP, element, f"thẻ lồng nhau quá {_DEEPEST} cấp")
            return
        self.attributes(element, tag)
        if tag not in _HOLDS_TEXT:
            self.stray_text(element, element.text)
        for child in element:
            if tag not in _HOLDS_TEXT:
                self.stray_text(child, child.tail)
            if child.tag in allowed:
                self.element(child, depth + 1)
            else:
                hint = f"trong <{tag}> chỉ dùng: {', '.join(sorted(allowed))}" if allowed else f"<{tag}> không chứa gì"
                self.report(rules.MARKUP, child, f"thẻ <{child.tag!s}> không được dùng trong <{tag}>", hint)
        if tag == "table" and len(self.findings) == before:
            self.cells(element)
        if tag == "chart" and len(self.findings) == before:
            if CHART_STYLE not in self.table.styles:
                message = f"styles.yaml thiếu kiểu `{CHART_STYLE}`, đoạn văn mà biểu đồ đứng trong đó"
                self.report(rules.STYLE, element, message)
            for culprit, message in chart_mistakes(element):
                self.report(rules.MARKUP, culprit, message)

    def stray_text(self, owner: Element, text: str | None) -> None:
        if text and text.strip():
            first = text.strip().split("\n")[0].strip()
            at = self.templates.place(owner.get(MARK), first)
            message = f"chữ nằm ngoài <p>: “{first[:_SHOWN]}”"
            self.findings.append(self.templates.finding(rules.MARKUP, at, message, "bọc trong <p class=…>…</p>"))

    def attributes(self, element: Element, tag: str) -> None:
        known = _ATTRIBUTES.get(tag, set())
        for name in element.attrib:
            if name != MARK and name not in known:
                self.report(rules.MARKUP, element, f"<{tag}> không nhận thuộc tính `{name}`")
        homes = {"p": self.table.styles, "section": self.table.pages, "table": TABLES, "tr": ROWS, "chart": CHARTS}
        names = homes.get(tag)
        wanted = element.get("class")
        if names is not None and wanted not in names and not (tag == "tr" and wanted is None):
            listed = ", ".join(f"`{name}`" for name in names)
            hint = did_you_mean(wanted or "", list(names)) or f"chọn một trong các kiểu: {listed}"
            self.report(rules.STYLE, element, f"<{tag}> không có kiểu `{wanted or ''}`", hint)
        if tag == "hr" and element.get("data-under") not in RULES:
            self.report(rules.MARKUP, element, "<hr> cần data-under=“full” hoặc “part”")
        for name in {"colspan", "rowspan"} & set(element.attrib):
            if not re.fullmatch("[1-9][0-9]{0,3}", element.get(name, "1")):
                self.report(rules.MARKUP, element, f"`{name}` phải là số nguyên từ 1")

    def cells(self, table: Element) -> None:
        widths = (table.get("data-cols") or "").split()
        if not widths or not all(re.fullmatch(r"[1-9][0-9]{0,3}(\.[0-9]+)?", width) for width in widths):
            hint = "viết chiều rộng từng cột bằng mm, cách nhau bằng dấu cách"
            self.report(rules.CELLS, table, "bảng thiếu `data-cols`, hoặc có số không đọc được", hint)
            return
        rows = list(table.iter("tr"))
        grid = Grid(len(widths))
        for left, row in zip(range(len(rows), 0, -1), rows, strict=True):
            slots, problem = grid.place(row)
            if any(slot.rows > left for slot in slots):
                self.report(rules.CELLS, row, "`rowspan` kéo dài quá hàng cuối của bảng")
                return  # every row below would be wrong for this reason
            if problem:
                self.report(rules.CELLS, row, problem)


class _Balance(HTMLParser):
    """Finds the first tag that is opened and not closed, or closed and not opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.last: str | None = None  # the mark of the tag that was opened last
        self.culprit: str | None = None
        self.message = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.last = dict(attrs).get(MARK)
        self.open.append((tag, self.last))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave open nothing that closes itself."""
        del tag
        self.last = dict(attrs).get(MARK)

    def handle_endtag(self, tag: str) -> None:
        if self.message:
            return
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        elif any(name == tag for name, _ in self.open):
            self.culprit, self.message = self.open[-1][1], f"thẻ <{self.open[-1][0]}> chưa đóng"
        else:
            self.culprit, self.message = self.last, f"thẻ đóng </{tag}> không có thẻ mở"


def _broken(xhtml: str, failure: etree.XMLSyntaxError, templates: Templates) -> Finding:
    """Return the finding for text that is no XML, at the tag to blame."""
    balance = _Balance()
    balance.feed(xhtml)
    if balance.message:
        return templates.finding(rules.MARKUP, templates.place(balance.culprit), balance.message)
    lines = xhtml.split("\n")
    line, column = failure.lineno or 1, failure.offset or 0
    before = "\n".join([*lines[: line - 1], lines[line - 1][:column]])
    marks = re.findall(rf'{MARK}="([^"]+)"', before)
    at = templates.place(marks[-1] if marks else None)
    hint = "viết `&amp;` cho dấu &, `&lt;` cho dấu <, và đóng mọi thẻ"
    return templates.finding(rules.MARKUP, at, f"XHTML sai ở dòng này: {failure.msg}", hint)
