"""One data file's bytes to one record, with the findings of reading it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from kehoach_cli.source.found import TooManyErrorsError
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.reading import read

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.record import Record

T = TypeVar("T")
# A list deeper in than the text above it is read as the rest of that text.
_SWALLOWED = r"\n( *)(?:- )?[a-z_]+: +(?![>|#\s])[^\n]*\n\1 +- (?:>-|[a-z_]+: )"


def read_record(data: bytes, file: str, record: Record[T]) -> tuple[T | None, str, list[Finding]]:
    """Return the record (None where nothing of the file could be read), the file's text, and the findings."""
    root, text, findings = read(data, file)
    if root is None:
        return None, text, findings
    try:
        value = record.read(root, findings)  # reports a root that is no table, too
    except TooManyErrorsError:
        return None, text, findings
    if findings or re.search(_SWALLOWED, text):
        from kehoach_cli.loading.headers import with_lost_line  # noqa: PLC0415 - only where something is wrong
        from kehoach_cli.loading.torn import tell_once  # noqa: PLC0415 - the same

        restored = with_lost_line(text, file, record, findings)
        if restored:
            return restored[0], text, restored[1]
        tell_once(root, text, file, findings)
    return value if isinstance(root, Mapping) else None, text, findings
