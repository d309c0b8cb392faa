"""Findings as text, each with its line and a caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Severity, fewer
from kehoach_cli.spelling import printable
from kehoach_cli.views.source_line import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.location import Location

    # severity's word -> the same word, coloured where the screen can
    Paint = Callable[[str, Severity], str]

WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
OTHER = "chỗ kia"


def as_text(findings: Sequence[Finding], files: int | None, paint: Paint = lambda word, _: word) -> str:
    """Return the findings in words, all in order, then a line that counts them; `files` is how many were read."""
    blocks = [_block(finding, paint) for finding in fewer(findings, by_folder=True)]
    return "\n".join([*blocks, summary(findings, files)])


def summary(findings: Sequence[Finding], files: int | None = None) -> str:
    """Return the line that counts the findings."""
    counts = [(sum(f.severity is severity for f in findings), word) for severity, word in WORDS.items()]
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return (said or "không có lỗi, không có cảnh báo") + (f" trong {files} tệp" if files is not None else "")


def _block(finding: Finding, paint: Paint) -> str:
    word = paint(f"{WORDS[finding.severity]}[{finding.code}]", finding.severity)
    lines = [f"{printable(str(finding.at))}: {word} {printable(finding.message)}", *_quote(finding.at, finding.source)]
    if finding.see is not None:
        lines += [f"   {OTHER}: {printable(str(finding.see))}", *_quote(finding.see, finding.see_source)]
    advice = [f"gợi ý: {printable(finding.hint)}"] if finding.hint else []
    lines.append("   " + "   · ".join([*advice, f"kehoach explain {finding.code}"]))
    return "\n".join(lines)


def _quote(at: Location, source: str) -> list[str]:
    """Return a line of a file with its number, and the carets below; nothing for a whole file."""
    if not at.line or not source.strip():
        return []
    number = f"{at.line:5}"
    line, carets = marked(source, at.column - 1, at.width)
    return [f"{number} | {line}", f"{' ' * len(number)} | {carets}"]


def explanation(rule: Rule) -> str:
    """Return what a rule means, in paragraphs for a terminal."""
    return f"{rule.code} ({WORDS[rule.severity]}): {rule.title}\n\n{rule.explanation}"
