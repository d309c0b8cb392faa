"""Acceptances: words that a wording check would speak of and that a person has decided to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.location import Location, Text


@frozen
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
