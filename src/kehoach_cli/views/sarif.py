"""SARIF 2.1.0: results that code hosts and editors show beside the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kehoach_cli import __version__
from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@frozen
class Result:
    """One result: its rule, its level (error, warning, note), the file, and where in it; line 0 is the whole file."""

    rule: str
    level: str
    message: str
    file: str
    line: int = 0
    column: int = 0
    width: int = 1
    place: str = ""


@frozen
class Described:
    """A rule as SARIF describes it."""

    title: str
    explanation: str
    level: str


def as_sarif(results: Iterable[Result], rules: Mapping[str, Described], notices: Iterable[str] = ()) -> str:
    """Return the SARIF log; `notices` are what could not be judged, which a log must not pass over."""
    order = list(rules)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "kehoach",
                        "version": __version__,
                        "rules": [
                            {
                                "id": code,
                                "shortDescription": {"text": rule.title},
                                "fullDescription": {"text": rule.explanation},
                                "defaultConfiguration": {"level": rule.level},
                            }
                            for code, rule in rules.items()
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(result, order) for result in results],
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "toolExecutionNotifications": [
                            {"level": "note", "message": {"text": notice}} for notice in notices
                        ],
                    }
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(result: Result, order: list[str]) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(result.file)}}
    if result.line:
        place["region"] = {
            "startLine": result.line,
            "startColumn": result.column,
            "endColumn": result.column + result.width,
        }
    location: dict[str, object] = {"physicalLocation": place}
    if result.place:
        location["logicalLocations"] = [{"fullyQualifiedName": result.place}]
    found: dict[str, object] = {
        "ruleId": result.rule,
        "level": result.level,
        "message": {"text": result.message},
        "locations": [location],
    }
    if result.rule in order:
        found["ruleIndex"] = order.index(result.rule)
    return found


def _uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - wanted only for this format

    return quote(file.replace("\\", "/"))
