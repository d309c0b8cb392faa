"""The rules of form, read from the workspace's rules/nd30.yaml or from the one that kehoach brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.conformance.rules import RULES, RuleBook, Weight, unusable
from kehoach_cli.conformance.trials import names
from kehoach_cli.diagnostics import Rule, Severity
from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.bundled import RULES as FOLDER
from kehoach_cli.loading.bundled import BundledFiles
from kehoach_cli.loading.nodes import read_record

if TYPE_CHECKING:
    from kehoach_cli.source.place import Source


def as_rules(book: RuleBook) -> list[Rule]:
    """Return the rules of form as `explain` and the reference page show them."""
    severities = {Weight.LEGAL: Severity.ERROR, Weight.PRACTICE: Severity.WARNING}
    return [
        Rule(
            rule.id.value,
            severities[rule.severity.value],
            f"thể thức: {rule.what}",
            f"{rule.what.value[:1].upper()}{rule.what.value[1:]} (NĐ 30/2020/NĐ-CP: {rule.clause}). "
            "Kiểm tra bằng `kehoach lint-docx TỆP`; giới hạn ghi trong rules/nd30.yaml.",
        )
        for rule in book.rules
    ]


def rule_book(source: Source | None) -> RuleBook:
    """Return the rules. Raises RefusalError with every mistake in them: no document is judged by half of them."""
    path, data = BundledFiles(source, FOLDER).read("nd30.yaml")
    book, _, findings = read_record(data, path, RULES)
    mistakes = [f"{finding.at}: {finding.message}" for finding in findings]
    if book is not None and not mistakes:
        mistakes = [f"{at}: {message}" for at, message in unusable(book, names())]
    if book is None or mistakes:
        message = "bảng quy tắc không dùng được:\n  " + "\n  ".join(mistakes)
        raise RefusalError(message, "sửa các chỗ trên, hoặc khôi phục rules/nd30.yaml từ git")
    return book
