"""What only a person can say in a report: assessment, limits, causes, proposals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen
from kehoach_cli.model.folders import REPORTS
from kehoach_cli.model.topics import Group, Topic
from kehoach_cli.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.location import Located, Location, Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.periods import Period
    from kehoach_cli.model.plan import Cutoff, IssueDate, Signature

FOLDER = REPORTS
_DAY = r"\d{4}-\d{2}-\d{2}"
_NAME = rf"(?a){FOLDER}/(?P<key>\d{{4}}(?:-(?:Q[1-4]|H[12]|9M))?|{_DAY}_{_DAY})(?:-(?P<scope>[a-z0-9-]+))?\.yaml"
_GAP = "[-_ .]*"
_TOLD = (
    rf"(?a)(?:(?P<before>\d{{4}}){_GAP})?q(?:u[yi])?{_GAP}(?P<quarter>iv|i{{1,3}}|[1-4])"
    rf"(?:{_GAP}(?:nam{_GAP})?(?P<behind>\d{{4}}))?(?:-(?P<scope>[a-z][a-z0-9-]*))?"
)


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
    ratings: Mapping[Text, Text]
    signature: Signature | None
    at: Location
    accept: tuple[Acceptance, ...] = ()


def report_path(key: str, scope: str = "") -> str:
    """Return the file for the report on a period, given by its key, and on one topic or group by id."""
    return f"{FOLDER}/{key}{f'-{scope}' if scope else ''}.yaml"


def scope_key(scope: Group | Topic | None) -> str:
    """Return the scope in file names: a topic's id, `nhom-` and a group's id, nothing for the whole plan."""
    return "" if scope is None else scope.id.value if isinstance(scope, Topic) else f"nhom-{scope.id}"


def report_named(file: str, cutoff: Cutoff) -> tuple[Period | None, str]:
    """Return the period and the scope's key that a file of reports/ is for; no period for a name that says none."""
    from kehoach_cli.model.periods import period_named  # noqa: PLC0415 - reports are few, and not in every plan

    match = re.fullmatch(_NAME, file)
    try:
        period = period_named(match["key"], cutoff) if match else None
    except ValueError:  # the calendar ends with the year 9999
        period = None
    return (period, match["scope"] or "") if match and period and period.start <= period.end else (None, "")


def quarter_told(file: str, year: int) -> str:
    """Return the right path for a file whose name tells a quarter otherwise (`2026-quy-1`, `Quý I`), "" for others."""
    name = fold(file.rpartition("/")[2].removesuffix(".yaml"))
    match = re.fullmatch(_TOLD, name)
    if not match:
        return ""
    from kehoach_cli.model.schedule_text import quarter_number  # noqa: PLC0415 - hardly a file is named like this

    number = quarter_number(match["quarter"])
    return report_path(f"{match['before'] or match['behind'] or year}-Q{number}", match["scope"] or "")
