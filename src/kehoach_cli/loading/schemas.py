"""The field tables as JSON Schemas (draft-07), for editors that complete, explain and check YAML while it is typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kehoach_cli.loading.config import CONFIG
from kehoach_cli.loading.entries import ENTRY
from kehoach_cli.loading.plan import PLAN
from kehoach_cli.loading.register import ISSUED
from kehoach_cli.loading.reports import report_record
from kehoach_cli.loading.topics import group_record
from kehoach_cli.loading.units import UNITS

if TYPE_CHECKING:
    from kehoach_cli.loading.kinds import Schema

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_files() -> dict[str, str]:
    """Return the text of each schema by the name of its file."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of file by its name: plan, units, topics, progress, reports, issued, config."""
    entry = ENTRY.schema()
    bodies: dict[str, Schema] = {
        "plan": PLAN.schema(),
        "units": UNITS.schema(),
        "topics": group_record("", 1, 2000).schema(),
        "progress": {"anyOf": [entry, {"type": "array", "items": entry, "minItems": 1}]},
        "reports": report_record("").schema(),
        "issued": ISSUED.schema(),
        "config": CONFIG.schema(),
    }
    return {name: {"$schema": _DRAFT, "$id": f"kehoach-{name}", **body} for name, body in bodies.items()}
