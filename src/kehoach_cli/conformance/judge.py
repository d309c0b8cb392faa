"""Judges a document by the rules of form: what breaks one, and what could not be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.conformance.finder import elements_of
from kehoach_cli.conformance.rules import On, Weight
from kehoach_cli.conformance.trials import trial
from kehoach_cli.conformance.trials.base import Trial, UnknownError

if TYPE_CHECKING:
    from kehoach_cli.conformance.elements import Elements
    from kehoach_cli.conformance.rules import FormRule, RuleBook
    from kehoach_cli.conformance.trials.base import Fault
    from kehoach_cli.wordfile.form import Paragraph, WordFile

ELEMENTS = {
    On.PAGES: "trang",
    On.FIRST_PAGE: "trang 1",
    On.TEXT: "chữ",
    On.PAGE_NUMBER: "số trang",
    On.STATE: "Quốc hiệu",
    On.MOTTO: "Tiêu ngữ",
    On.PARENT: "tên cơ quan chủ quản",
    On.ISSUER: "tên cơ quan ban hành",
    On.NUMBER: "số, ký hiệu",
    On.PLACE: "địa danh, thời gian",
    On.TYPE: "tên loại",
    On.SUBJECT: "trích yếu",
    On.BASES: "căn cứ",
    On.ADDRESSEE: "Kính gửi",
    On.CONTENT: "nội dung",
    On.PARAGRAPHS: "nội dung",
    On.PARTS: "mục",
    On.POINTS: "điểm",
    On.CLOSING: "câu kết",
    On.AUTHORITY: "quyền hạn, chức vụ",
    On.NAME: "họ tên người ký",
    On.RECIPIENTS_HEAD: "Nơi nhận",
    On.RECIPIENTS: "danh sách nơi nhận",
    On.APPENDIX: "phụ lục",
    On.APPENDIX_TITLE: "tên phụ lục",
    On.ATTACHED: "dòng “(Kèm theo …)”",
    On.APPENDIX_END: "cuối phụ lục",
    On.CELLS: "bảng",
}
_FIRST_PAGE = {On.STATE, On.MOTTO, On.PARENT, On.ISSUER, On.NUMBER, On.PLACE, On.TYPE, On.SUBJECT}
# Without these a document is not in the form of the decree at all; the others are there when the text needs them.
_NEEDED = (On.STATE, On.MOTTO, On.ISSUER, On.NUMBER, On.PLACE, On.RECIPIENTS_HEAD, On.RECIPIENTS, On.AUTHORITY, On.NAME)
_QUOTED = 50


@dataclass(frozen=True, slots=True)
class FormFinding:
    """A rule that a document breaks: where in words, what was found, what is allowed, how often the same was found."""

    code: str
    legal: bool
    clause: str
    what: str
    place: str
    found: str
    allowed: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A rule that could not be applied to the document, and why."""

    code: str
    clause: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that came of judging a document; `passed` are the codes of the rules that it keeps."""

    findings: tuple[FormFinding, ...]
    not_judged: tuple[NotJudged, ...]
    passed: tuple[str, ...]


def judge(file: WordFile, book: RuleBook) -> Verdict:
    """Return what a document breaks; a rule is passed only when it was applied and nothing was found."""
    elements = elements_of(file)
    findings: list[FormFinding] = []
    not_judged: list[NotJudged] = []
    passed: list[str] = []
    missing: set[On] = set()
    for rule in book.rules:
        element = rule.on.value
        paragraphs = _paragraphs(file, elements, element)
        if not paragraphs and element not in {On.PAGES, On.FIRST_PAGE}:
            if element in _NEEDED and element not in missing:
                missing.add(element)
                findings.append(
                    _finding(rule, f"văn bản, chỗ của {ELEMENTS[element]}", "không có", f"có {ELEMENTS[element]}")
                )
            reason = f"không thấy {ELEMENTS[element]}"
            not_judged.append(NotJudged(rule.id.value, rule.clause.value, rule.what.value, reason))
            continue
        faults: list[Fault] = []
        reasons: list[str] = []
        for test in rule.tests:
            run = trial(test.test.value)
            try:
                faults += run(Trial(file, elements, rule, test, paragraphs)) if run else []
            except UnknownError as unknown:
                reasons.append(str(unknown))
        findings += _gathered(rule, faults, element)
        if reasons:
            not_judged.append(
                NotJudged(rule.id.value, rule.clause.value, rule.what.value, "; ".join(dict.fromkeys(reasons)))
            )
        elif not faults:
            passed.append(rule.id.value)
    return Verdict(tuple(findings), tuple(not_judged), tuple(passed))


def _paragraphs(file: WordFile, elements: Elements, element: On) -> list[Paragraph]:
    if element is On.TEXT:
        return [paragraph for paragraph in file.paragraphs if paragraph.text.strip()]
    if element is On.PAGE_NUMBER:
        parts = [part for section in file.sections for part in (*section.headers.values(), *section.footers.values())]
        return [paragraph for part in parts for paragraph in part.numbered]
    return elements.of(element)


def _gathered(rule: FormRule, faults: list[Fault], element: On) -> list[FormFinding]:
    """Return the faults as findings, the same value found many times as one."""
    groups: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.found, fault.allowed), []).append(fault)
    return [
        _finding(rule, _place(group[0], element), group[0].found, group[0].allowed, len(group))
        for group in groups.values()
    ]


def _finding(rule: FormRule, place: str, found: str, allowed: str, count: int = 1) -> FormFinding:
    legal = rule.severity.value is Weight.LEGAL
    return FormFinding(rule.id.value, legal, rule.clause.value, rule.what.value, place, found, allowed, count)


def _place(fault: Fault, element: On) -> str:
    """Return where a fault stands, in words: `trang 1, Quốc hiệu`, `bảng 2, hàng 4, cột 3: “…”`."""
    paragraph = fault.paragraph
    if paragraph is None:
        return fault.place or ELEMENTS[element]
    if element in _FIRST_PAGE:
        return f"trang 1, {ELEMENTS[element]}"
    text = " ".join(paragraph.text.split())
    quoted = f"“{text if len(text) <= _QUOTED else text[:_QUOTED] + '…'}”"
    if paragraph.cell and element in {On.TEXT, On.CELLS}:
        cell = paragraph.cell
        return f"bảng {cell.table}, hàng {cell.row}, cột {cell.column}: {quoted}"
    if element in {On.TEXT, On.CONTENT, On.PARAGRAPHS}:
        return f"đoạn {paragraph.number}: {quoted}"
    return f"{ELEMENTS[element]}: {quoted}" if text else ELEMENTS[element]
