"""What only a person can say in a report: assessment, limits, causes, proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.plan import IssueDate, Signature

FOLDER = "reports"


@frozen
class ReportText:
    """The text for one report, from one file of reports/; every part may still be empty."""

    file: str
    title: Text | None
    number: Located[int] | None
    date: IssueDate | None
    direction: tuple[Text, ...]
    results: tuple[Text, ...]
    limits: tuple[Text, ...]
    causes: tuple[Text, ...]
    plans: tuple[Text, ...]
    proposals: tuple[Text, ...]
    ratings: Mapping[str, Text]
    signature: Signature | None
    at: Location
    accept: tuple[Acceptance, ...] = ()


def report_path(key: str, scope: str = "") -> str:
    """Return the file for the report on a period, given by its key, and on one topic or group by id."""
    return f"{FOLDER}/{key}{f'-{scope}' if scope else ''}.yaml"
