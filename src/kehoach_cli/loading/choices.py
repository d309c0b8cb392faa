"""Kinds of value that are one of a few words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from kehoach_cli.frozen import frozen
from kehoach_cli.loading.refusals import refuse
from kehoach_cli.location import Located, Location, unread
from kehoach_cli.source.nodes import Node, Scalar
from kehoach_cli.spelling import did_you_mean, fold, named, nearest

if TYPE_CHECKING:
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.kinds import Schema

E = TypeVar("E", bound=Enum)


@frozen
class YesNo:
    """A yes or no, in either language; never guessed from other words."""

    name: str = "`có` hoặc `không`"

    def read(self, node: Node, findings: list[Finding]) -> Located[bool]:
        """Return True for có/true, False for không/false."""
        words = {"có": True, "true": True, "không": False, "false": False}
        if isinstance(node, Scalar) and node.value in words:
            return Located(words[node.value], node.at)
        refuse(node, self.name, findings)
        return unread(self.neutral(node.at))

    def neutral(self, at: Location) -> Located[bool]:
        """Return no."""
        return Located(value=False, at=at)

    def schema(self) -> Schema:
        """Return the four words."""
        return {"enum": ["có", "không", True, False]}


@frozen
class OneOf(Generic[E]):
    """One word out of an Enum's values; `meanings` says of each, in order, what an editor shows of it.

    Where it `reads_slips`, a word is read as the one that was surely meant: that is said, and hides no other mistake.
    """

    options: type[E]
    meanings: tuple[str, ...] = ()
    reads_slips: bool = False

    @property
    def name(self) -> str:
        """Return the words to choose from."""
        return "một trong: " + ", ".join(f"`{option.value}`" for option in self.options)

    def read(self, node: Node, findings: list[Finding]) -> Located[E]:
        """Return the member whose value is written, or was surely meant."""
        word = node.value or "" if isinstance(node, Scalar) else ""
        for option in self.options:
            if option.value == word:
                return Located(option, node.at)
        words = [option.value for option in self.options]
        refuse(node, self.name, findings, did_you_mean(word, words) or self._meant(word))
        near = nearest(word, words) if self.reads_slips else None
        return Located(self.options(near), node.at) if near else unread(self.neutral(node.at))

    def _meant(self, word: str) -> str:
        """Return the question for the one word whose meaning is what was written; else what each of them means."""
        meanings = {option.value: meaning for option, meaning in zip(self.options, self.meanings, strict=False)}
        near = [value for value, meaning in meanings.items() if fold(word) and fold(word) in fold(meaning)]
        if len(near) == 1:
            return f"có phải {named(near[0], meanings[near[0]])}?"
        listed = ", ".join(f"`{value}` ({meaning})" for value, meaning in meanings.items())
        return f"chọn {listed}" if listed else ""

    def neutral(self, at: Location) -> Located[E]:
        """Return the first word."""
        return Located(next(iter(self.options)), at)

    def schema(self) -> Schema:
        """Return the words to choose from."""
        words: Schema = {"enum": [option.value for option in self.options]}
        return words | ({"enumDescriptions": list(self.meanings)} if self.meanings else {})
