"""Tests of pages: paper, margins, page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.conformance.trials.base import ALIGN_WORDS, Fault, UnknownError, number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.conformance.trials.base import Trial
    from kehoach_cli.wordfile.form import Section, WordFile

_MM_SLACK = 0.35
_SIDES = {"margin-top": "top", "margin-bottom": "bottom", "margin-left": "left", "margin-right": "right"}
_SIDE_WORDS = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
_A4_MM = (210, 297)
_LONG_TEXT = 3500  # letters that surely fill more than one page


def _paper(trial: Trial) -> Iterator[Fault]:
    for number, section in enumerate(trial.file.sections, 1):
        sides = sorted((section.width, section.height))
        if any(abs(side - wanted) > 1 for side, wanted in zip(sides, _A4_MM, strict=True)):
            found = f"{number_words(round(section.width))} x {number_words(round(section.height))} mm"
            yield Fault(None, found, "210 x 297 mm", _page(number))


def _portrait(trial: Trial) -> Iterator[Fault]:
    if trial.file.sections[0].width > trial.file.sections[0].height:
        yield Fault(None, "trang ngang", "trang dọc", _page(1))


def _margin(trial: Trial) -> Iterator[Fault]:
    side = _SIDES[trial.test.test.value]
    for number, section in enumerate(trial.file.sections, 1):
        value = section.margins[side]
        if not trial.test.allows(value, _MM_SLACK):
            word = _SIDE_WORDS[side]
            yield Fault(
                None, f"{word} {number_words(round(value, 1))} mm", f"{word} {trial.test.limits} mm", _page(number)
            )


def _page(number: int) -> str:
    return f"phần {number} (trang)"


def _long(file: WordFile) -> bool:
    return sum(len(paragraph.text) for paragraph in file.paragraphs) > _LONG_TEXT or len(file.sections) > 1


def _number_place(trial: Trial) -> Iterator[Fault]:
    for number, section in enumerate(trial.file.sections, 1):
        allowed = "số trang canh giữa trong lề trên"
        header, footer = section.headers.get("default"), section.footers.get("default")
        shown = header.numbered if header else ()
        if footer and footer.numbered:
            yield Fault(None, "số trang ở chân trang", allowed, _page(number))
        elif not shown and number == 1 and _long(trial.file):
            yield Fault(None, "không có số trang", allowed, _page(number))
        elif not shown and number == 1:
            reason = "văn bản ngắn, có thể chỉ một trang, không có số trang"
            raise UnknownError(reason)
        elif not shown:
            yield Fault(None, "không có số trang", allowed, _page(number))
        for paragraph in shown:
            if paragraph.form.align != "center":
                found = ALIGN_WORDS.get(paragraph.form.align, paragraph.form.align)
                yield Fault(None, f"số trang {found}", allowed, _page(number))


def _number_hidden(trial: Trial) -> Iterator[Fault]:
    section = trial.file.sections[0]
    first = section.headers.get("first") if section.first_differs else section.headers.get("default")
    below = section.footers.get("first") if section.first_differs else section.footers.get("default")
    if (first and first.numbered) or (
        below and below.numbered and not section.first_differs and not _numbered(section)
    ):
        yield Fault(None, "trang thứ nhất có số trang", "không hiển thị", _page(1))


def _numbered(section: Section) -> bool:
    footer = section.footers.get("default")
    return bool(footer and footer.numbered)


def _number_restarts(trial: Trial) -> Iterator[Fault]:
    for paragraph in trial.paragraphs:
        section = trial.file.sections[min(paragraph.section, len(trial.file.sections) - 1)]
        if paragraph.section == 0:
            yield Fault(paragraph, "phụ lục nằm chung phần trang với văn bản, số trang chạy tiếp", "đánh lại từ 1")
        elif section.starts_at != 1:
            yield Fault(paragraph, "số trang chạy tiếp", "đánh lại từ 1")


TRIALS: dict[str, Callable[[Trial], Iterator[Fault]]] = {
    "paper": _paper,
    "portrait": _portrait,
    "number-place": _number_place,
    "number-hidden": _number_hidden,
    "number-restarts": _number_restarts,
    **dict.fromkeys(_SIDES, _margin),
}
