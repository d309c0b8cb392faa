"""`kehoach explain`: what a code means and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Rule

HELP = "Giải thích một mã lỗi, ví dụ KH203."


def explain(
    context: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="Mã lỗi, ví dụ KH203; để trống thì liệt kê.")
    ] = None,
) -> int:
    """Return 0 after printing the rule's explanation, or all codes with their titles."""
    from kehoach_cli.spelling import did_you_mean, named
    from kehoach_cli.views.findings import WORDS, explanation
    from kehoach_cli.views.tables import aligned

    session: Session = context.obj
    rules = {rule.code: rule for rule in every_rule()}
    if code is None:
        session.print(aligned(("Mã", "Mức", "Nghĩa"), [(r.code, WORDS[r.severity], r.title) for r in rules.values()]))
        return 0
    rule = rules.get(code.upper())
    if rule is None:
        near = did_you_mean(code, {known: named(known, one.title) for known, one in rules.items()})
        message = f"không có mã `{code}`"
        raise RefusalError(message, near or "xem các mã: kehoach explain")
    session.print_words(explanation(rule))
    return 0


def every_rule() -> list[Rule]:
    """Return every rule of kehoach, by code: of data, of the form of a document, of templates, of what is issued."""
    from kehoach_cli.changes.issued import ISSUED
    from kehoach_cli.checks.run import all_rules
    from kehoach_cli.conformance.book import as_rules, rule_book
    from kehoach_cli.render.rules import ALL as TEMPLATE_RULES

    rules = [*all_rules(), *as_rules(rule_book(None)), *TEMPLATE_RULES, ISSUED]
    return sorted(rules, key=lambda rule: rule.code)
