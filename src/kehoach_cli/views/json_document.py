"""Versioned JSON documents, whole or in parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PART = 1000  # rows


def dumps(kind: str, content: dict[str, object]) -> str:
    """Return a versioned JSON document of this kind."""
    return json.dumps({"schema_version": 1, "kind": kind, **content}, ensure_ascii=False, indent=2)


def dumps_rows(kind: str, name: str, rows: Iterable[dict[str, object]], content: dict[str, object]) -> Iterator[str]:
    r"""Yield the same document with many rows under `name`, in parts that need little memory, ended by \n."""
    head, _, tail = dumps(kind, {name: [], **content}).partition(f'"{name}": []')
    yield f'{head}"{name}": ['
    part: list[str] = []
    number = -1
    for number, row in enumerate(rows):
        part.append(",\n    " if number else "\n    ")
        part.append(json.dumps(row, ensure_ascii=False, indent=2).replace("\n", "\n    "))
        if len(part) >= _PART:
            yield "".join(part)
            part.clear()
    yield "".join([*part, "]" if number < 0 else "\n  ]", tail, "\n"])
