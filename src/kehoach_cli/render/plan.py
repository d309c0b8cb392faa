"""The official plan: workspace to .docx or .html through templates/ke-hoach.html.j2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import has_errors, quoted
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.render.files import TemplateFiles
from kehoach_cli.render.markup import parse
from kehoach_cli.render.mistakes import TemplateMistakesError
from kehoach_cli.render.styles import STYLES, StyleTable, unusable
from kehoach_cli.render.templates import Templates
from kehoach_cli.render.words import functions

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.units import Units
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.source.place import Source

TEMPLATE = "ke-hoach.html.j2"


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The plan in its form, ready to be written in either format."""

    body: Element
    table: StyleTable
    plan: Plan

    @property
    def title(self) -> str:
        """Return the document's type and subject."""
        return f"{self.plan.type} {self.plan.subject}"

    def docx(self) -> bytes:
        """Return the .docx."""
        from kehoach_cli.render.docx.package import Properties, write_docx  # noqa: PLC0415 - python-docx: 106 ms

        when = self.plan.date
        parts = (when.year or self.plan.year, when.month, when.day)
        day = "-".join(f"{part.value:02d}" if part else "01" for part in parts)
        creator = " ".join(line.value for line in self.plan.agency.name)
        return write_docx(self.body, self.table, Properties(self.title, creator, self.plan.subject.value, day))

    def html(self) -> bytes:
        """Return the page for a browser."""
        from kehoach_cli.render.html import write_html  # noqa: PLC0415 - the other format

        return write_html(self.body, self.table, self.title)


def style_table(files: TemplateFiles) -> StyleTable:
    """Return templates/styles.yaml. Raises TemplateMistakesError with every mistake in it."""
    path, data = files.read("styles.yaml")
    table, text, findings = read_record(data, path, STYLES)
    if table is not None and not has_errors(findings):
        findings += unusable(table)
    if table is None or has_errors(findings):
        raise TemplateMistakesError(quoted(findings, {path: text}))
    return table


def plan_document(plan: Plan, units: Units, workspace: Workspace, source: Source) -> PlanDocument:
    """Return the plan set in its form. Raises TemplateMistakesError, RefusalError."""
    files = TemplateFiles(source)
    table = style_table(files)
    templates = Templates(files, functions(units))
    context = {
        "plan": plan,
        "groups": workspace.groups,
        "duties": [unit for unit in units.all if unit.duties],
    }
    return PlanDocument(parse(templates.render(TEMPLATE, context), templates, table), table, plan)
