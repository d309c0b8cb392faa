"""SARIF 2.1.0: results that code hosts and editors show beside the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli import __version__
from kehoach_cli.frozen import frozen
from kehoach_cli.hashing import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Spot(NamedTuple):
    """A place in a file; line 0 is the whole file. `text` says what it has to do with a result."""

    file: str
    line: int = 0
    column: int = 0
    width: int = 1
    text: str = ""


@frozen
class Result:
    """One result: its rule, its level (error, warning, note), where it is, which other spots it speaks of.

    `place` is where it is in words, for files without lines; `line` is the text of the line.
    """

    rule: str
    level: str
    message: str
    spot: Spot
    also: tuple[Spot, ...] = ()
    place: str = ""
    line: str = ""


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
                                "help": {"text": rule.explanation},
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
    location = _location(result.spot)
    if result.place:
        location["logicalLocations"] = [{"fullyQualifiedName": result.place}]
    found: dict[str, object] = {
        "ruleId": result.rule,
        "level": result.level,
        "message": {"text": result.message},
        "locations": [location],
        "partialFingerprints": {"kehoachFinding/v1": _fingerprint(result)},
    }
    if result.also:
        found["relatedLocations"] = [
            {"id": number, **_location(spot), "message": {"text": spot.text}}
            for number, spot in enumerate(result.also, 1)
        ]
    if result.rule in order:
        found["ruleIndex"] = order.index(result.rule)
    return found


def _location(spot: Spot) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": _uri(spot.file)}}
    if spot.line:
        place["region"] = {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endColumn": spot.column + spot.width,
        }
    return {"physicalLocation": place}


def _fingerprint(result: Result) -> str:
    """Return what tells a result from others when lines move: its rule, file, place, words and the line's text."""
    parts = (result.rule, result.spot.file, result.place, result.message, " ".join(result.line.split()))
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def _uri(file: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - wanted only for this format

    return quote(file.replace("\\", "/"))
