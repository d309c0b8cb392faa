"""Tests of letters: font, size, weight, slant, capitals, and what a line says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.conformance.elements import lines_of
from kehoach_cli.conformance.trials.base import PT_SLACK, Fault, UnknownError, number_words, runs_of, short, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.conformance.trials.base import Trial
    from kehoach_cli.wordfile.effective import Run


def _by_run(bad: Callable[[Run], bool], found: str, allowed: str) -> Callable[[Trial], Iterator[Fault]]:
    """Return a test that every run of every paragraph must pass."""

    def run_test(trial: Trial) -> Iterator[Fault]:
        for paragraph in trial.paragraphs:
            if any(bad(run) for run in runs_of(paragraph)):
                yield Fault(paragraph, found, allowed)

    return run_test


def _size(trial: Trial) -> Iterator[Fault]:
    for paragraph in trial.paragraphs:
        wrong = sorted({run.size for run in runs_of(paragraph) if not trial.test.allows(run.size, PT_SLACK)})
        if wrong:
            yield Fault(paragraph, f"cỡ chữ {', '.join(map(number_words, wrong))}", f"cỡ chữ {trial.test.limits}")


def _font(trial: Trial) -> Iterator[Fault]:
    allowed = {value.value.casefold() for value in trial.test.values}
    for paragraph in trial.paragraphs:
        wrong = {font for run in runs_of(paragraph) for font in run.fonts if font.casefold() not in allowed}
        if wrong:
            said = ", ".join(sorted(font or "không nói rõ" for font in wrong))
            yield Fault(paragraph, f"phông chữ {said}", "phông chữ " + ", ".join(map(str, trial.test.values)))


def _colour(trial: Trial) -> Iterator[Fault]:
    allowed = {value.value.casefold() for value in trial.test.values}
    for paragraph in trial.paragraphs:
        wrong = sorted({run.colour for run in runs_of(paragraph)} - allowed)
        if wrong:
            yield Fault(paragraph, f"màu chữ {', '.join(wrong)}", "màu đen")


def _caps(trial: Trial) -> Iterator[Fault]:
    for paragraph in trial.paragraphs:
        text = shown(paragraph)
        if text != text.upper():
            yield Fault(paragraph, "có chữ in thường", "chữ in hoa")


def _lower(trial: Trial) -> Iterator[Fault]:
    for paragraph in trial.paragraphs:
        text = shown(paragraph)
        if text == text.upper() and any(letter.isalpha() for letter in text):
            yield Fault(paragraph, "chữ in hoa", "chữ in thường, chữ đầu viết hoa")


def _pattern(trial: Trial) -> Iterator[Fault]:
    test = trial.test
    texts = [(paragraph, " ".join(shown(paragraph).split())) for paragraph in trial.paragraphs]
    meant = [(p, text) for p, text in texts if not test.when or re.fullmatch(test.when.value, text)]
    if not meant:
        reason = "chỗ này còn để trống, hoặc viết khác thường"
        raise UnknownError(reason)
    for paragraph, text in meant:
        wrong = test.pattern is not None and not re.fullmatch(test.pattern.value, text)
        if wrong or (test.forbid and re.search(test.forbid.value, text)):
            yield Fault(paragraph, f"“{short(text)}”", trial.rule.what.value)


def _length(trial: Trial) -> Iterator[Fault]:
    text = lines_of(trial.paragraphs)
    if trial.paragraphs and not trial.test.allows(len(text)):
        yield Fault(trial.paragraphs[0], f"{len(text)} ký tự", f"{trial.test.limits} ký tự")


def _mostly_upright(trial: Trial) -> Iterator[Fault]:
    for paragraph in trial.paragraphs:
        runs = runs_of(paragraph)
        slanted = sum(len(run.text) for run in runs if run.italic)
        if runs and slanted * 2 > sum(len(run.text) for run in runs) and not paragraph.text.strip().startswith("("):
            yield Fault(paragraph, "chữ nghiêng", "chữ đứng")


def _list_ends(trial: Trial) -> Iterator[Fault]:
    inner, last = (value.value for value in trial.test.values)
    for number, paragraph in enumerate(trial.paragraphs, 1):
        wanted = last if number == len(trial.paragraphs) else inner
        if not paragraph.text.rstrip().endswith(wanted):
            yield Fault(paragraph, f"kết thúc bằng “{paragraph.text.rstrip()[-1:]}”", f"kết thúc bằng “{wanted}”")


def _last(trial: Trial) -> Iterator[Fault]:
    pattern = trial.test.pattern.value if trial.test.pattern else ""
    for paragraph in trial.paragraphs[-1:]:
        if not re.fullmatch(pattern, paragraph.text.strip()):
            yield Fault(paragraph, f"“{short(paragraph.text.strip())}”", "dòng cuối là “- Lưu: …”")


TRIALS: dict[str, Callable[[Trial], Iterator[Fault]]] = {
    "size": _size,
    "font": _font,
    "colour": _colour,
    "caps": _caps,
    "lower": _lower,
    "bold": _by_run(lambda run: not run.bold, "chữ không đậm", "chữ đậm"),
    "light": _by_run(lambda run: run.bold, "chữ đậm", "chữ không đậm"),
    "italic": _by_run(lambda run: not run.italic, "chữ đứng", "chữ nghiêng"),
    "upright": _by_run(lambda run: run.italic, "chữ nghiêng", "chữ đứng"),
    "mostly-upright": _mostly_upright,
    "pattern": _pattern,
    "length": _length,
    "list-ends": _list_ends,
    "last": _last,
}
