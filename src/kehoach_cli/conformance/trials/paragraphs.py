"""Tests of paragraphs: alignment, indents, spacing, and the rule under a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.conformance.elements import is_typed_rule
from kehoach_cli.conformance.rules import On
from kehoach_cli.conformance.trials.base import ALIGN_WORDS, PT_SLACK, Fault, UnknownError, number_words
from kehoach_cli.wordfile.metrics import width_mm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.conformance.trials.base import Trial
    from kehoach_cli.wordfile.effective import Run
    from kehoach_cli.wordfile.form import Paragraph

_INDENT_SLACK = 0.4


def _align(trial: Trial) -> Iterator[Fault]:
    allowed = {value.value for value in trial.test.values}
    for paragraph in trial.paragraphs:
        if not paragraph.form.align:
            reason = "chữ đặt bằng dấu tab, không phải trong bảng"
            raise UnknownError(reason)
        if paragraph.form.align not in allowed:
            words = ALIGN_WORDS.get(paragraph.form.align, paragraph.form.align)
            yield Fault(paragraph, words, " hoặc ".join(ALIGN_WORDS.get(one, one) for one in sorted(allowed)))


def _same_align(trial: Trial) -> Iterator[Fault]:
    above = trial.elements.of(On.AUTHORITY)
    for paragraph in trial.paragraphs:
        if paragraph.form.align != "center" and any(one.form.align == "center" for one in above):
            yield Fault(paragraph, ALIGN_WORDS.get(paragraph.form.align, "?"), "canh giữa dưới chức vụ")


def _line(trial: Trial) -> Iterator[Fault]:
    for paragraph in trial.paragraphs:
        line = paragraph.form.line
        if line is not None and not trial.test.allows(line, 0.01):
            yield Fault(paragraph, f"dãn dòng {number_words(round(line, 2))}", f"dãn dòng {trial.test.limits}")


def _first_line(trial: Trial) -> Iterator[Fault]:
    allowed = [float(value.value) for value in trial.test.values]
    for paragraph in trial.paragraphs:
        first = paragraph.form.first_line + paragraph.form.left
        if min(abs(first - one) for one in allowed) > _INDENT_SLACK:
            yield Fault(paragraph, f"lùi đầu dòng {number_words(round(first, 1))} mm", "lùi 10 mm hoặc 12,7 mm")


def _gap(trial: Trial) -> Iterator[Fault]:
    for above, below in zip(trial.paragraphs, trial.paragraphs[1:], strict=False):
        if below.number != above.number + 1:
            continue
        same = above.style == below.style
        after = 0.0 if above.form.contextual and same else above.form.after
        gap = after + (0.0 if below.form.contextual and same else below.form.before)
        if not trial.test.allows(gap, PT_SLACK):
            yield Fault(above, f"cách đoạn sau {number_words(round(gap, 1))} pt", f"{trial.test.limits} pt")


def _rule(trial: Trial) -> Iterator[Fault]:
    if trial.paragraphs and _rule_below(trial) is None:
        below = trial.elements.below.get(trial.rule.on.value, [])
        typed = any(is_typed_rule(line) for paragraph in below for line in paragraph.text.split("\n"))
        found = "đường kẻ gõ bằng ký tự" if typed else "không có đường kẻ ở dưới"
        yield Fault(trial.paragraphs[-1], found, "có đường kẻ ngang, nét liền")


def _rule_below(trial: Trial) -> Paragraph | None:
    below = trial.elements.below.get(trial.rule.on.value, [])
    return next((p for p in below if p.drawn is not None or (p.form.border and not p.text.strip())), None)


def _rule_length(trial: Trial) -> Iterator[Fault]:
    rule = _rule_below(trial)
    if rule is None or not trial.paragraphs:
        return
    last = trial.paragraphs[-1]
    room = last.cell.width if last.cell else trial.file.sections[last.section].text_width
    length = room - rule.form.left - rule.form.right if rule.drawn is None else rule.drawn
    if not length or not room:
        reason = "không đo được độ dài của đường kẻ"
        raise UnknownError(reason)
    text = sum(width_mm(_capital(run), run.size, bold=run.bold) for run in last.runs)
    lines = min(text, room)
    if text > room:
        # The last of several lines may be short: anything from a third of it to the full rule's share is possible.
        text_last = text % room or room
        if any(trial.test.allows(length / one, 0.02) for one in (lines, text_last)):
            return
    if not trial.test.allows(length / lines, 0.02):
        share = number_words(round(length / lines, 2))
        yield Fault(
            last, f"đường kẻ dài {number_words(round(length))} mm, bằng {share} dòng chữ", trial.rule.what.value
        )


def _capital(run: Run) -> str:
    return run.text.upper() if run.caps else run.text


TRIALS: dict[str, Callable[[Trial], Iterator[Fault]]] = {
    "align": _align,
    "same-align": _same_align,
    "line": _line,
    "first-line": _first_line,
    "gap": _gap,
    "rule": _rule,
    "rule-length": _rule_length,
}
