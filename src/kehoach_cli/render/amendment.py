"""The document that amends an issued plan: what it amends, each change in the comparison table attached to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.model.periods import spoken
from kehoach_cli.model.units import Units
from kehoach_cli.render.document import Document, compose
from kehoach_cli.render.words import functions, iso_day, small_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Issued
    from kehoach_cli.source.place import Source

TEMPLATE = "sua-doi.html.j2"


@dataclass(frozen=True, slots=True)
class Replaced:
    """The issued document that another one amends or replaces, with the rows of the comparison table.

    A row is its place in the plan, the pieces now in force and the amended ones, as `comparison_document` has them.
    """

    issued: Issued
    rows: Sequence[tuple[str, Sequence[object], Sequence[object]]]

    @property
    def cited(self) -> str:
        """Return the document as another one cites it: `Kế hoạch số 125/KH-UBND ngày 05/3/2026`."""
        return f"{self.issued.type} số {self.issued.name} ngày {spoken(self.issued.date.value)}"


def amendment_subject(plan: Plan, replaced: Replaced) -> str:
    """Return the amendment's subject (trích yếu)."""
    return f"Sửa đổi, bổ sung {replaced.cited} của {plan.appendix.issued_by}"


def amendment_document(plan: Plan, replaced: Replaced, source: Source) -> Document:
    """Return the amendment set in its form. Raises TemplateMistakesError, RefusalError."""
    subject = amendment_subject(plan, replaced)
    context = {"plan": plan, "replaced": replaced, "subject": subject}
    words = functions(Units()) | {"small_first": lambda text: small_first(str(text))}
    body, table = compose(source, TEMPLATE, words, context)
    creator = " ".join(line.value for line in plan.agency.name)
    return Document(
        body, table, f"{plan.type} {small_first(subject)}", subject, creator, iso_day(plan.date, plan.year.value)
    )
