"""What the wording checks say of clean prose: findings a page, by rule, with samples to judge by hand.

`python benchmarks/precision.py FOLDER [SAMPLES]` reads every .txt file of the folder (UTF-8, one paragraph a line) as a
document of its own. The texts are not part of the project: benchmarks/RESULTS.md says which ones were measured.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.checks.wording import endings, judges, surface
from kehoach_cli.checks.wording.prose import Passage, Prose, Role
from kehoach_cli.location import Located, Location
from kehoach_cli.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.wording.prose import Found

PAGE = 2200  # characters of a page of an official document, size 14
ABOUT = 60  # characters shown on either side of a finding


def document(path: Path) -> Prose:
    """Return a text file as a document of sentences."""
    text, _ = decode(path.read_bytes(), path.name)
    passages = [
        Passage(Located(line.strip(), Location(path.name, number, 1)), Role.SENTENCE)
        for number, line in enumerate((text or "").split("\n"), 1)
        if line.strip()
    ]
    return Prose(tuple(passages))


def found_in(prose: Prose) -> Iterator[Found]:
    """Yield what the checks that can judge loose prose have to say of it."""
    for judge in (*surface.JUDGES, *judges.JUDGES, *judges.COMPARING):
        if judge is not endings:  # of lists, and loose prose has none
            yield from judge.check(prose)


def main() -> None:
    """Print findings a page by rule, and samples of each."""
    folder, samples = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5  # noqa: PLR2004 - second argument
    by_rule: dict[str, list[Found]] = defaultdict(list)
    size = 0
    for path in sorted(folder.glob("*.txt")):
        prose = document(path)
        size += sum(len(passage.value) for passage in prose.passages)
        for found in found_in(prose):
            by_rule[found.rule.code].append(found)
    pages = size / PAGE
    total = sum(map(len, by_rule.values()))
    print(f"{pages:.0f} pages, {total} findings, {total / pages:.3f} a page")  # noqa: T201 - its output
    pick = random.Random(1)  # noqa: S311 - samples
    for code, places in sorted(by_rule.items()):
        print(f"\n{code}: {len(places)}, {len(places) / pages:.3f} a page ({places[0].rule.title})")  # noqa: T201
        for one in pick.sample(places, min(samples, len(places))):
            at, text = one.passage.text.at, one.passage.value
            around = f"{text[max(one.start - ABOUT, 0) : one.start]}[{one.words}]{text[one.end : one.end + ABOUT]}"
            print(f"  {at.file}:{at.line}: {around}  -- {one.message}")  # noqa: T201 - its output


if __name__ == "__main__":
    main()
