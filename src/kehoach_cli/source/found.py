"""The findings of one file: too many errors end its reading, so that a file of nothing but mistakes costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.diagnostics import Finding, Severity
from kehoach_cli.source import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

# A person mends some of them and runs again; a file with more is of another kind.
MOST_ERRORS = 1000


class TooManyErrorsError(Exception):
    """A file has so many errors that reading it to the end helps nobody."""


class FileFindings(list[Finding]):
    """A list of findings that raises TooManyErrorsError when it is full; warnings and notes do not fill it."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        super().__init__(findings)
        self._errors = 0

    def append(self, finding: Finding) -> None:
        """Add a finding. Raises TooManyErrorsError."""
        super().append(finding)
        if finding.severity is Severity.ERROR:
            self._errors += 1
            if self._errors == MOST_ERRORS:
                message = f"tệp có từ {MOST_ERRORS} lỗi trở lên: kehoach dừng đọc ở đây"
                hint = "sửa các lỗi đã báo rồi chạy lại; hay đây không phải là tệp dữ liệu?"
                super().append(rules.LIMITS.finding(finding.at, message, hint))
                raise TooManyErrorsError
