"""A document as its texts in printed order, each with what it is and what is accepted in it, and a search over all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from enum import Enum, auto
from functools import cached_property, partial
from itertools import accumulate, chain, pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.citations import Citation, cited

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.diagnostics import Rule
    from kehoach_cli.location import Text
    from kehoach_cli.model.acceptance import Acceptance
    from kehoach_cli.model.workspace import Workspace

WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(rf"({WORD.pattern})")


class Role(Enum):
    """What a text is in its document; `form` ends some of them, and sets some in capitals."""

    HEADING = auto()
    TITLE = auto()
    BASIS = auto()
    SENTENCE = auto()
    BULLET = auto()
    RECIPIENT = auto()
    SCHEDULE = auto()
    NAME = auto()
    ENTRY = auto()


_NOT_CITING = {Role.NAME, Role.RECIPIENT, Role.HEADING}


class Passage:
    """One text, its role, and the acceptances that hold in it; two are one only when they are the same."""

    __slots__ = ("accepted", "role", "text", "value")

    def __init__(self, text: Text, role: Role, accepted: tuple[Acceptance, ...] = ()) -> None:
        self.text = text
        self.role = role
        self.accepted = accepted
        self.value = text.value


class Found(NamedTuple):
    """What a rule has to say of passage.value[start:end]; `see` is another such place that it speaks of.

    `slip` is where in those words it is that something is wrong, where that may be on another line than their first.
    """

    rule: Rule
    passage: Passage
    start: int
    end: int
    message: str
    hint: str = ""
    see: tuple[Passage, int, int] | None = None
    slip: int = 0

    @property
    def words(self) -> str:
        """Return the words that the finding points at."""
        return self.passage.value[self.start : self.end]


class Word(NamedTuple):
    """A word of letters and where it stands in its passage."""

    text: str
    passage: Passage
    start: int

    @property
    def end(self) -> int:
        """Return where the word ends in its passage."""
        return self.start + len(self.text)


# A named tuple's own constructor is Python code; this one is C.
_word = partial(tuple.__new__, Word)


class Cited(NamedTuple):
    """A citation and the passage that it stands in."""

    passage: Passage
    citation: Citation

    def found(self, rule: Rule, message: str, hint: str, span: tuple[int, int], see: Cited | None = None) -> Found:
        """Return what a rule has to say of a part of the citation's passage, with the other citation it speaks of."""
        other = (see.passage, *see.citation.span) if see else None
        return Found(rule, self.passage, *span, message, hint, other)


class Prose:
    """A document's passages in printed order, and the lists that they form.

    `dated` are the first and last day that the document can bear, `names` the names of the plan's units, `aliases`
    their other names, `accepted` what holds in all of the plan; `whole` is False where a file of it could not be read.
    The parts of lists that are `leading` have smaller ones below them.
    """

    def __init__(
        self,
        passages: tuple[Passage, ...],
        lists: tuple[tuple[Passage, ...], ...] = (),
        products: tuple[Passage, ...] = (),
        workspace: Workspace | None = None,
        leading: frozenset[Passage] = frozenset(),
    ) -> None:
        self.passages = passages
        self.lists = lists
        self.products = products
        self.leading = leading
        self.year = workspace.year if workspace else 0
        # What looks rare, unexplained or cited anew in a part of a document need not be so in the whole.
        self.whole = workspace is None or (workspace.is_all_there and bool(workspace.plan and workspace.units))
        self.issued = workspace.plan.date if workspace and workspace.plan else None
        self.dated = self.issued.span if self.issued else None
        self.accepted = workspace.plan.accept if workspace and workspace.plan else ()
        units = workspace.units.all if workspace and workspace.units else ()
        self.names = tuple(unit.name.value for unit in units)
        self.aliases = frozenset(alias.value for unit in units for alias in unit.aliases).difference(self.names)
        self._words: dict[Passage, list[Word]] = {}

    @cached_property
    def fingerprint(self) -> int:
        """Return a number that two documents share only when every judge says the same of them, in one process."""
        passages = tuple((passage.value, passage.role) for passage in self.passages)
        lists = tuple(map(len, (*self.lists, self.products, self.leading)))
        day = self.issued and (self.issued.year, self.issued.month)
        return hash((passages, lists, self.names, self.aliases, self.year, self.whole, self.dated, day))

    @cached_property
    def _apart(self) -> dict[Passage, list[str]]:
        """Return each passage taken apart: what stands before each word, the word, and what stands behind the last."""
        return {passage: _APART.split(passage.value) for passage in self.passages}

    @cached_property
    def spelled(self) -> dict[Passage, list[str]]:
        """Return the words of each passage as they are written."""
        return {passage: parts[1::2] for passage, parts in self._apart.items()}

    @cached_property
    def small(self) -> dict[Passage, list[str]]:
        """Return the words of each passage in small letters."""
        return {passage: list(map(str.casefold, words)) for passage, words in self.spelled.items()}

    @cached_property
    def gaps(self) -> dict[Passage, list[str]]:
        """Return what stands before each word of each passage, and behind its last."""
        return {passage: parts[::2] for passage, parts in self._apart.items()}

    def words(self, passage: Passage) -> list[Word]:
        """Return the words of a passage with their places, which few passages are asked for."""
        if passage not in self._words:
            starts = list(accumulate(map(len, self._apart[passage])))[::2]
            located = zip(self.spelled[passage], repeat(passage), starts, strict=False)
            self._words[passage] = list(map(_word, located))
        return self._words[passage]

    @cached_property
    def counts(self) -> Counter[str]:
        """Return how often each word stands in the document, in small letters."""
        return Counter(word for small in self.small.values() for word in small)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Return how often two words stand side by side, in small letters."""
        return Counter(chain.from_iterable(map(pairwise, self.small.values())))

    @cached_property
    def text(self) -> str:
        r"""Return all passages, a line each: one search through it says which of them are worth a closer look."""
        return "\n".join(passage.value for passage in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for passage in self.passages:
            starts.append(starts[-1] + len(passage.value) + 1)
        return starts

    def holding(self, patterns: Iterable[re.Pattern[str]]) -> set[Passage]:
        """Return the passages in which any of the patterns is found."""
        found: set[Passage] = set()
        for pattern in patterns:
            match = pattern.search(self.text)
            while match:
                at = bisect_right(self._starts, match.start()) - 1
                found.add(self.passages[at])
                match = pattern.search(self.text, self._starts[at + 1])
        return found

    def naming(self, words: Iterable[str]) -> set[Passage]:
        """Return the passages that hold any of these words, letter by letter."""
        found: set[Passage] = set()
        for word in words:
            place = self.text.find(word)
            while place >= 0:
                at = bisect_right(self._starts, place) - 1
                found.add(self.passages[at])
                place = self.text.find(word, self._starts[at + 1])
        return found

    @cached_property
    def citing(self) -> tuple[Passage, ...]:
        """Return the passages that may cite documents: names and headings do not."""
        return tuple(passage for passage in self.running if passage.role not in _NOT_CITING)

    @cached_property
    def cited(self) -> list[Cited]:
        """Return the documents that the text cites, in order."""
        return [Cited(passage, citation) for passage in self.citing for citation in cited(passage.value)]

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """Return the passages that are not set in capitals throughout."""
        return tuple(passage for passage in self.passages if not passage.value.isupper())
