"""The officials' comparison table: what is in force, what is amended, and room for the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.units import Units
from kehoach_cli.render.document import Document, compose
from kehoach_cli.render.words import functions, iso_day, small_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.plan import Plan
    from kehoach_cli.source.place import Source

TEMPLATE = "so-sanh.html.j2"
TITLE = "Bảng so sánh nội dung sửa đổi, bổ sung"


def comparison_document(
    plan: Plan, rows: Sequence[tuple[str, Sequence[object], Sequence[object]]], names: tuple[str, str], source: Source
) -> Document:
    """Return the table of the changes as a document; a piece of a row has `text` and `mark` ("" for what stays).

    Raises TemplateMistakesError, RefusalError.
    """
    context = {"plan": plan, "rows": rows, "names": names, "title": TITLE}
    words = functions(Units()) | {"small_first": lambda text: small_first(str(text))}
    body, table = compose(source, TEMPLATE, words, context)
    subject = f"{TITLE} {plan.type} {small_first(plan.subject.value)}"
    creator = " ".join(line.value for line in plan.agency.name)
    return Document(body, table, subject, subject, creator, iso_day(plan.date, plan.year.value))
