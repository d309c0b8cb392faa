"""What a test looks at, what it may find, and the words for values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.conformance.elements import Elements
    from kehoach_cli.conformance.rules import FormRule, Test
    from kehoach_cli.wordfile.effective import Run
    from kehoach_cli.wordfile.form import Paragraph, WordFile

ALIGN_WORDS = {"left": "canh trái", "right": "canh phải", "center": "canh giữa", "justify": "canh đều hai bên"}
PT_SLACK = 0.05


class UnknownError(Exception):
    """A test that cannot be made on this document; the text says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that breaks a rule: the paragraph or place it was found in, what was found and what is allowed."""

    paragraph: Paragraph | None
    found: str
    allowed: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a test looks at: the document, its elements, the rule with the test's limits, the element's paragraphs."""

    file: WordFile
    elements: Elements
    rule: FormRule
    test: Test
    paragraphs: Sequence[Paragraph]


def runs_of(paragraph: Paragraph) -> list[Run]:
    """Return the runs of a paragraph that have letters."""
    return [run for run in paragraph.runs if run.text.strip()]


def shown(paragraph: Paragraph) -> str:
    """Return a paragraph's letters as a reader sees them: text set in capitals by its form, too."""
    return "".join(run.text.upper() if run.caps else run.text for run in paragraph.runs).strip()


def number_words(value: float) -> str:
    """Return a number as Vietnamese texts write it."""
    return f"{value:g}".replace(".", ",")


def short(text: str, most: int = 60) -> str:
    """Return a text that fits into a line, its rest as an ellipsis."""
    return text if len(text) <= most else f"{text[:most]}…"
