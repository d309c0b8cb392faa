"""The names of the plan's units that others are held against: proper ones, in which nothing is misspelt."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kehoach_cli.checks.wording.compounds import is_strange
from kehoach_cli.checks.wording.prose import WORD, Passage, Prose, Role
from kehoach_cli.checks.wording.slips import Slips, looks
from kehoach_cli.location import Located, Location

# Bodies of a kind, none by its name: các sở giáo dục và đào tạo, lực lượng công an xã.
ANY_OF = {"các", "những", "mỗi", "từng", "lượng"}


@lru_cache(maxsize=1)
def trusted(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that others are held against: proper ones, in which no compound has a slip."""
    proper = [name for name in names if _is_proper(name)]
    odd = [name for name in proper if _has_strangers(name)]
    prose = Prose(tuple(Passage(Located(name, Location("")), Role.NAME) for name in odd))
    slips = Slips(prose, looks(prose)) if odd else None
    wrong = {passage.value for passage in prose.passages if slips and any(slips.found(passage))}
    return tuple(name for name in proper if name not in wrong)


def _has_strangers(name: str) -> bool:
    """Return whether two words stand side by side, not both of a proper name, that do so nowhere else."""
    pairs = pairwise(WORD.findall(name))
    return any(two.islower() and is_strange(one.casefold(), two) for one, two in pairs)


def _is_proper(name: str) -> bool:
    """Return whether a unit's name is a proper one, and right: three words at least, none doubled."""
    words = WORD.findall(name)
    if any(one == other for one, other in pairwise(words)):
        return False  # told of the name itself
    if words[:1] and words[0].casefold() in ANY_OF:
        return False  # ở các trường tiểu học, THCS
    is_body = name.startswith("Công an ") or any(word[0].isupper() for word in words[1:])
    return len(words) > 2 and words[0][0].isupper() and is_body  # noqa: PLR2004
