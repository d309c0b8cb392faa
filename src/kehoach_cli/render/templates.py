"""Jinja templates to XHTML text in which every tag knows the template line that it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kehoach_cli.errors import RefusalError
from kehoach_cli.location import Location
from kehoach_cli.render import rules
from kehoach_cli.render.mistakes import TemplateMistakesError
from kehoach_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.topics import roman as _roman
    from kehoach_cli.render.files import TemplateFiles

MARK = "data-line"
_TAG = re.compile(r"<(?P<tag>[a-zA-Z][\w-]*)(?=[\s/>])")
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


class Templates:
    """Renders a workspace's templates; data is escaped, never parsed for tags or for Jinja."""

    def __init__(self, files: TemplateFiles, functions: Mapping[str, object]) -> None:
        self._files = files
        self._sources: dict[str, tuple[str, str]] = {}
        self._environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # `safe` and its kin would let data through as tags.
        for name in ("safe", "xmlattr", "urlize"):
            self._environment.filters.pop(name, None)
        self._environment.filters.update({name: value for name, value in functions.items() if callable(value)})
        self._environment.globals.update(functions)

    def render(self, name: str, context: Mapping[str, object]) -> Markup:
        """Return the XHTML of a template, below a <body>. Raises TemplateMistakesError, RefusalError."""
        try:
            text = self._environment.get_template(name).render(context)
        except TemplateNotFound as failure:
            raise TemplateMistakesError([self._finding(failure, f"không có mẫu `{failure.name}`", rules.TEMPLATE)]) from None
        except TemplateSyntaxError as failure:
            at = Location(self._shown(failure.name or name), failure.lineno, 1)
            message = f"Jinja không hiểu dòng này: {failure.message}"
            raise TemplateMistakesError([self._quoted(rules.TEMPLATE.finding(at, message))]) from None
        except RefusalError:
            raise
        except Exception as failure:  # noqa: BLE001 - whatever a template does wrong is the template's mistake
            raise TemplateMistakesError([self._explained(failure)]) from None
        return Markup("<body>{}</body>").format(Markup(text))  # noqa: S704 - the templates' own escaped output
