"""Acceptances: words that a wording check would speak of and that a person has decided to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.location import Location, Text


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One decision (mục `accept`): findings of `code` on `text` are not to be reported, because of `reason`."""

    code: Text
    text: Text
    reason: Text
    at: Location

    @property
    def said(self) -> str:
        """Return the decision on one line."""
        return f"{self.code} “{self.text}”: {self.reason}"
