"""The elements (thành phần thể thức) of a document: the paragraphs of each, and what their texts are known by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.conformance.rules import On
    from kehoach_cli.wordfile.form import Paragraph

_PART = re.compile(r"([IVXLC]+)[.]\s+\S")
_TYPED_RULE = re.compile(r"[\s_–—─━=*~.-]*[_–—─━=*~-]{3}[\s_–—─━=*~.-]*")
_POINT = re.compile(r"(\w)\)\s")
_APPENDIX = re.compile(r"phu luc(?:\s+([\divxlc]+))?\s*[.:]?")


@dataclass(slots=True)
class Elements:
    """The paragraphs of each element, in order; `below` are those between an element's last and the next text."""

    found: dict[On, list[Paragraph]] = field(default_factory=dict)
    below: dict[On, list[Paragraph]] = field(default_factory=dict)
    recipient_lists: list[list[Paragraph]] = field(default_factory=list)

    def of(self, element: On) -> list[Paragraph]:
        """Return the element's paragraphs."""
        return self.found.get(element, [])

    def add(self, element: On, paragraphs: Iterable[Paragraph]) -> None:
        """Note paragraphs as this element's."""
        self.found.setdefault(element, []).extend(paragraphs)


def split(paragraph: Paragraph) -> list[Paragraph]:
    """Return the lines of a paragraph, and the sides of a tab stop, as paragraphs of their own."""
    if "\n" not in paragraph.text and "\t" not in paragraph.text.strip():
        return [paragraph]
    lines: list[list[object]] = [[]]
    for run in paragraph.runs:
        for number, text in enumerate(re.split(r"[\n\t]+", run.text)):
            if number:
                lines.append([])
            if text:
                lines[-1].append(replace(run, text=text))
    made = [replace(paragraph, text="".join(run.text for run in runs), runs=tuple(runs)) for runs in lines if runs]  # type: ignore[attr-defined,arg-type]
    if "\t" in paragraph.text:
        made = [replace(one, form=replace(one.form, align="")) for one in made]
    return [one for one in made if one.text.strip()]


def is_typed_rule(text: str) -> bool:
    """Return whether a text is a line made of signs, in the place of a drawn one."""
    return bool(_TYPED_RULE.fullmatch(text))


def is_part(text: str) -> re.Match[str] | None:
    """Return the match of a part's Roman number at the begin of a text."""
    return _PART.match(text.strip())


def is_point(text: str) -> re.Match[str] | None:
    """Return the match of a point's letter at the begin of a text."""
    return _POINT.match(text.strip())


def is_appendix(text: str) -> bool:
    """Return whether a text is the heading of an appendix."""
    return bool(_APPENDIX.fullmatch(fold(text)))


def appendix_number(text: str) -> str:
    """Return the number in an appendix's heading, "" for none."""
    match = _APPENDIX.fullmatch(fold(text))
    return (match[1] or "") if match else ""


def lines_of(paragraphs: Sequence[Paragraph]) -> str:
    """Return the text of several paragraphs as one line."""
    return " ".join(" ".join(paragraph.text.split()) for paragraph in paragraphs)


def whole_lines(lines: list[Paragraph]) -> list[Paragraph]:
    """Return recipients, those that were broken by hand put together again."""
    whole: list[Paragraph] = []
    for line in lines:
        broken = whole and not line.text.strip().startswith(("-", "–")) and whole[-1].text.rstrip()[-1:] not in ";."
        if broken and not fold(line.text).startswith("luu"):
            joined = f"{whole[-1].text.rstrip()} {line.text.strip()}"
            whole[-1] = replace(whole[-1], text=joined, runs=(*whole[-1].runs, *line.runs))
        else:
            whole.append(line)
    return whole
