"""One slip at random, many times: `python -m scripts.slips [SEED] [TIMES]` prints what `check` says of each kind.

Each time one line of the example workspace is changed as a hand slips: lost, copied, exchanged with the next, moved in
or out, a sign or a letter lost, a key or an id mistyped, a file cut - or a word of its texts. What is not one finding
is shown. A line may be lost without a trace, and a slip may be another word: those are nobody's to find.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.language.syllables import without_tone

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/phuong-mau"
_KEY = re.compile(r"(?P<lead> *(?:- )*)(?P<key>[a-z_]+):")
_ID = re.compile(r" *(?:- )*(?:id|lead|product|unit|form|kind|channel|units|partners|members): (?P<value>.+)")
_WORD = re.compile(r"[a-zà-ỹđ]{3,}")
_GONE = ("lost", "cut")
_SEED, _TIMES = 1, 300


class Slips:
    """The ways in which a hand slips; each changes the lines of a file and returns the number of one, None for none."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - samples

    def _line(self, lines: list[str], fits: Callable[[str], object] = str.strip) -> int | None:
        found = [number for number, line in enumerate(lines) if number and fits(line)]
        return self.random.choice(found) if found else None

    def _typed(self, word: str) -> str:
        at = self.random.randrange(1, max(len(word) - 1, 2))
        return self.random.choice((word[:at] + word[at + 1 :], word[:at] + word[at : at + 2][::-1] + word[at + 2 :]))

    def lost(self, lines: list[str]) -> int | None:
        """A line."""
        at = self._line(lines)
        if at is not None:
            del lines[at]
        return at

    def copied(self, lines: list[str]) -> int | None:
        """A line, right below itself."""
        at = self._line(lines)
        if at is not None:
            lines.insert(at, lines[at])
        return at

    def exchanged(self, lines: list[str]) -> int | None:
        """A line and the next."""
        at = self._line(lines[:-1])
        if at is not None:
            lines[at : at + 2] = lines[at : at + 2][::-1]
        return at

    def moved(self, lines: list[str]) -> int | None:
        """A line, one or two columns in or out."""
        by = self.random.choice((-2, -1, 1, 2))
        at = self._line(lines, lambda line: line.strip() and line.startswith(" " * -by))
        if at is not None:
            lines[at] = " " * by + lines[at] if by > 0 else lines[at][-by:]
        return at

    def sign(self, lines: list[str]) -> int | None:
        """A colon, a quote, a bracket or the space behind a colon, which is lost."""
        sign = self.random.choice((":", ": ", '"', "[", "]"))
        at = self._line(lines, lambda line: _KEY.match(line) and sign in line)
        if at is not None:
            lines[at] = lines[at].replace(sign, ":" if sign == ": " else "", 1)
        return at

    def tab(self, lines: list[str]) -> int | None:
        """A tab before a line."""
        at = self._line(lines, lambda line: line.startswith("  "))
        if at is not None:
            lines[at] = "\t" + lines[at].lstrip(" ")
        return at

    def key(self, lines: list[str]) -> int | None:
        """A key, mistyped."""
        at = self._line(lines, _KEY.match)
        match = _KEY.match(lines[at]) if at is not None else None
        if at is not None and match:
            lines[at] = match["lead"] + self._typed(match["key"]) + lines[at][match.end("key") :]
        return at

    def name(self, lines: list[str]) -> int | None:
        """An id, mistyped."""
        at = self._line(lines, _ID.fullmatch)
        match = _ID.fullmatch(lines[at]) if at is not None else None
        if at is not None and match:
            word = self.random.choice(re.findall(r"[\w-]+", match["value"]))
            lines[at] = lines[at][: match.start("value")] + match["value"].replace(word, self._typed(word), 1)
        return at

    def cut(self, lines: list[str]) -> int | None:
        """All lines from one on."""
        at = self._line(lines)
        if at is not None:
            del lines[at:]
        return at

    def word(self, lines: list[str]) -> int | None:
        """A word of a text: a letter lost, or its tone."""
        at = self._line(lines, lambda line: "#" not in line and "http" not in line and len(_WORD.findall(line)) > 3)  # noqa: PLR2004
        if at is not None:
            match = self.random.choice(list(_WORD.finditer(lines[at])))
            slip = self.random.choice((self._typed, without_tone))(match.group())
            lines[at] = lines[at][: match.start()] + slip + lines[at][match.end() :]
        return at


def main() -> None:
    """Print how many findings each kind of slip has, and those that have not one."""
    seed, times = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (_SEED, _TIMES)  # noqa: PLR2004 - both or none
    slips, counts = Slips(seed), defaultdict[str, Counter[int]](Counter)
    kinds = [name for name in vars(Slips) if not name.startswith("_")]
    with tempfile.TemporaryDirectory() as folder:
        root = shutil.copytree(EXAMPLE, Path(folder) / "w")
        files = sorted(file for file in root.rglob("*.yaml") if "progress" not in file.parts)
        lists = sorted(root.rglob("progress/**/*.yaml"))
        for _ in range(times):
            kind = slips.random.choice(kinds)
            file = slips.random.choice(files if slips.random.random() < 0.75 else lists)  # noqa: PLR2004
            before = file.read_text(encoding="utf-8")
            lines = before.rstrip("\n").split("\n")
            at = getattr(slips, kind)(lines)
            after = "\n".join((*lines, ""))
            if at is None or after == before:
                continue
            file.write_text(after, encoding="utf-8", newline="\n")
            found = _checked(root)
            file.write_text(before, encoding="utf-8", newline="\n")
            counts[kind][len(found)] += 1
            if len(found) != 1:
                said = "".join(f"\n    {one['file']}:{one['line']} {one['code']} {one['message']}" for one in found)
                sys.stdout.write(
                    f"{kind} {file.relative_to(root)}:{at + 1} {before.split(chr(10))[at].strip()}{said}\n"
                )
    for kind, found_by in counts.items():
        sys.stdout.write(f"{kind}: {dict(sorted(found_by.items()))}\n")


def _checked(root: Path) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "kehoach_cli", "-C", str(root), "check", "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=False)
    found: list[dict[str, object]] = json.loads(done.stdout)["findings"]
    return found


if __name__ == "__main__":
    main()
