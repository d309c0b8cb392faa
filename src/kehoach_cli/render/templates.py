"""Jinja templates to XHTML text in which every tag knows the template line that it comes from."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.environment import TemplateModule
from jinja2.exceptions import UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach_cli.diagnostics import has_errors, quoted
from kehoach_cli.errors import RefusalError
from kehoach_cli.location import Located, Location
from kehoach_cli.render import rules
from kehoach_cli.render.mistakes import TemplateMistakesError
from kehoach_cli.source.text import decode
from kehoach_cli.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kehoach_cli.diagnostics import Finding, Rule
    from kehoach_cli.loading.bundled import BundledFiles

# Each tag of a template carries `file number:line` in this attribute until the document is written.
MARK = "data-line"
_UNESCAPED = re.compile(r"\{%[-+]?\s*autoescape\b")
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|<(?P<tag>[a-zA-Z][\w-]*)(?=[\s/>{])", re.DOTALL)


class _Missing(StrictUndefined):
    """A name that is not there: said in Vietnamese, with the name that was likely meant."""

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if dataclasses.is_dataclass(owner):
            known = [field.name for field in dataclasses.fields(owner)]
        elif isinstance(owner, Located):
            known = [*owner._fields]
        elif isinstance(owner, TemplateModule):
            known = [key for key in vars(owner) if not key.startswith("_")]
        else:
            return f"mẫu dùng tên `{name}` không có"
        return f"không có mục `{name}`\n{did_you_mean(str(name), known)}"


class Templates:
    """Renders a workspace's templates; data is escaped, never parsed for tags or for Jinja."""

    def __init__(self, files: BundledFiles, functions: Mapping[str, Callable[..., object]]) -> None:
        """Take the template files and the functions that templates may call, also as filters."""
        self._files = files
        self._paths: list[str] = []
        self._texts: dict[str, str] = {}
        self._environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._load),
            undefined=_Missing,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # These would let data through as tags.
        for name in ("safe", "xmlattr", "urlize"):
            self._environment.filters.pop(name, None)
        self._environment.filters.update(functions)
        self._environment.globals.update(functions)

    def render(self, name: str, context: Mapping[str, object]) -> str:
        """Return the XHTML of a template, inside <body>. Raises TemplateMistakesError, RefusalError."""
        try:
            text = self._environment.get_template(name).render(context)
        except TemplateSyntaxError as failure:
            raise TemplateMistakesError([self._misspelt(failure)]) from None
        except (RefusalError, TemplateMistakesError):
            raise
        except Exception as failure:  # noqa: BLE001 - whatever running a template raises is that template's mistake
            raise TemplateMistakesError([self._explained(failure, context)]) from None
        return f"<body>{text}</body>"

    def place(self, mark: str | None, text: str = "") -> Location:
        """Return the template line that a tag's mark stands for, or the next one that holds `text` itself."""
        number, _, line = (mark or "").partition(":")
        if not number.isdecimal() or not line.isdecimal() or int(number) >= len(self._paths):
            return Location(self._paths[0] if self._paths else "templates")
        path = self._paths[int(number)]
        lines = self._texts[path].split("\n")[int(line) - 1 :] if text else []
        return Location(path, int(line) + next((after for after, this in enumerate(lines) if text in this), 0), 1)

    def finding(self, rule: Rule, at: Location, message: str, hint: str = "") -> Finding:
        """Return a finding in a template, with the template's own line."""
        lines = self._texts.get(at.file, "").split("\n")
        source = lines[at.line - 1] if 0 < at.line <= len(lines) else ""
        column = len(source) - len(source.lstrip()) + 1
        width = max(len(source.strip()), 1)
        return replace(rule.finding(at._replace(column=column, width=width), message, hint), source=source)

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]]:
        found = self._files.find(name) if self._paths else self._files.read(name)
        if found is None:
            raise TemplateNotFound(name)
        path, data = found
        text, findings = decode(data, path)
        if text is None or has_errors(findings):
            raise TemplateMistakesError(quoted(findings, lambda _: {path: text or ""}))
        number = len(self._paths)
        self._paths.append(path)
        self._texts[path] = text
        if match := _UNESCAPED.search(text):
            message = "không được tắt `autoescape`: dữ liệu sẽ thành thẻ"
            raise TemplateSyntaxError(message, text.count("\n", 0, match.start()) + 1, name, path)
        return _marked(text, number), path, lambda: True

    def _explained(self, failure: Exception, context: Mapping[str, object]) -> Finding:
        """Return the finding for an exception out of a template, at the line that ran last."""
        calls = [
            Location(frame.f_code.co_filename, line, 1)
            for frame, line in walk_tb(failure.__traceback__)
            if frame.f_code.co_filename in self._texts
        ]
        at = calls[-1] if calls else Location(self._paths[0] if self._paths else "templates")
        if isinstance(failure, UndefinedError):
            message, _, hint = (failure.message or "").partition("\n")
            name = re.search(r"tên `(\w+)`", message)
            hint = did_you_mean(name[1], [*context, *self._environment.globals]) if name else hint
            return self.finding(rules.VARIABLE, at, message, hint)
        if isinstance(failure, TemplateNotFound):
            return self.finding(rules.TEMPLATE, at, f"không có mẫu `{failure.name}`")
        if isinstance(failure, RecursionError):
            again = max(calls, key=calls.count, default=at)  # the line of the circle, not where it happened to end
            return self.finding(rules.TEMPLATE, again, "các mẫu gọi lẫn nhau không dứt")
        return self.finding(rules.TEMPLATE, at, f"không chạy được dòng này: {failure}")

    def _misspelt(self, failure: TemplateSyntaxError) -> Finding:
        """Return the finding for a template that Jinja cannot compile."""
        at = Location(failure.filename or failure.name or "", failure.lineno, 1)
        unknown = re.search(r"No filter named '(\w+)'", failure.message or "")
        if unknown is None:
            return self.finding(rules.TEMPLATE, at, f"Jinja không hiểu dòng này: {failure.message}")
        near = did_you_mean(unknown[1], list(self._environment.filters))
        return self.finding(rules.TEMPLATE, at, f"không có bộ lọc `{unknown[1]}`", near)


def _marked(text: str, number: int) -> str:
    """Return the template with the mark set on every tag that stands outside Jinja's own braces."""
    line, reached = 1, 0

    def mark(match: re.Match[str]) -> str:
        nonlocal line, reached
        line += text.count("\n", reached, match.start())
        reached = match.start()
        tag = match["tag"]
        return f'<{tag} {MARK}="{number}:{line}"' if tag else match.group()

    return _TAG.sub(mark, text)
