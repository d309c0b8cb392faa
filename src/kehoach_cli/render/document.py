"""A document in its form: a template and its words, checked, ready to be written as .docx, .html or .pdf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import has_errors, quoted
from kehoach_cli.loading.bundled import BundledFiles
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.render.markup import parse
from kehoach_cli.render.mistakes import TemplateMistakesError
from kehoach_cli.render.styles import STYLES, StyleTable, unusable
from kehoach_cli.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from kehoach_cli.source.place import Source


@dataclass(frozen=True, slots=True)
class Document:
    """A document set in its form; `day` (ISO) is its own date, as far as it has one."""

    body: Element
    table: StyleTable
    title: str
    subject: str
    creator: str
    day: str

    def docx(self) -> bytes:
        """Return the .docx."""
        from kehoach_cli.render.docx.package import Properties, write_docx  # noqa: PLC0415 - python-docx: 106 ms

        return write_docx(self.body, self.table, Properties(self.title, self.creator, self.subject, self.day))

    def html(self) -> bytes:
        """Return the page for a browser."""
        from kehoach_cli.render.html import write_html  # noqa: PLC0415 - the other format

        return write_html(self.body, self.table, self.title)

    def pdf(self, *, archive: bool) -> bytes:
        """Return the PDF, PDF/A-2b for an archive, proved to show every letter. Raises RefusalError."""
        from kehoach_cli.render.pdf.office import to_pdf  # noqa: PLC0415 - the other format
        from kehoach_cli.render.pdf.proof import prove  # noqa: PLC0415 - pypdf: 100 ms
        from kehoach_cli.render.pdf.settle import settle  # noqa: PLC0415 - the same

        text = "".join(str(piece) for piece in self.body.itertext())
        made = settle(to_pdf(self.docx(), archive=archive), self.day)
        prove(made, text, archive=archive)
        return made


def style_table(files: BundledFiles) -> StyleTable:
    """Return templates/styles.yaml. Raises TemplateMistakesError with every mistake in it."""
    path, data = files.read("styles.yaml")
    table, text, findings = read_record(data, path, STYLES)
    if table is not None and not has_errors(findings):
        findings += unusable(table)
    if table is None or has_errors(findings):
        raise TemplateMistakesError(quoted(findings, lambda _: {path: text}))
    return table


def compose(
    source: Source, template: str, functions: Mapping[str, Callable[..., object]], context: Mapping[str, object]
) -> tuple[Element, StyleTable]:
    """Return a template filled in and checked, with the style table. Raises TemplateMistakesError, RefusalError."""
    files = BundledFiles(source)
    table = style_table(files)
    templates = Templates(files, functions)
    return parse(templates.render(template, context), templates, table), table
