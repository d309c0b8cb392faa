"""kehoach's check against tools that do the like on as many items: N results, files, requirements, transactions.

`python benchmarks/peers.py [ROUNDS] [N...]` prints the tables that benchmarks/RESULTS.md keeps (7 rounds of 1,000 and
10,000). Every tool is installed into a virtual environment of its own for the run; the commands take turns. Before
a tool is timed it must pass its N items, tell how many it read where it can, and stop at a fault in the last one.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timed import Run, timed

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
_SLOW_FROM = 10_000  # items at which the slow ones take their time: minutes, for doorstop
_SLOW_ROUNDS = 3
_LEDGER = """
import sys
from beancount import loader
print(*[entry.narration for entry in loader.load_file(sys.argv[1])[0] if hasattr(entry, "narration")])
"""
_YAMLLINT = "{extends: default, rules: {document-start: disable}}"


class Peer(NamedTuple):
    """A tool: where it stands and what it is asked.

    `counted` is a command whose output holds `one` for each item; `last` is the file of the last item, in which `fault`
    replaces a text by a wrong one.
    """

    name: str
    package: str
    folder: str
    command: Callable[[Path], list[str]]
    last: str
    fault: tuple[str, str]
    counted: Callable[[Path], list[str]] | None = None
    one: str = ""
    slow: bool = False
    litter: str = ""


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in (root / "progress").rglob("*.yaml"))


PEERS = (
    Peer(
        "kehoach",
        str(HERE.parent),
        "{n}",
        lambda _: ["kehoach", "check"],
        "progress/**/*.yaml",
        ("product: ", "product: khong-co-"),
        lambda _: ["kehoach", "-q", "entries", "--format", "json"],
        '"id": ',
    ),
    Peer(
        "beancount",
        "beancount==3.2.3",
        ".",
        lambda root: ["bean-check", "--no-cache", f"{root.name}.beancount"],
        "{n}.beancount",
        ("Assets:Cash\n", "Assets:Cash 1 VND\n"),
        lambda root: ["python", "-c", _LEDGER, f"{root.name}.beancount"],
        "Tuyên truyền",
    ),
    Peer(
        "yamllint",
        "yamllint==1.38.0",
        "{n}",
        lambda _: ["yamllint", "--strict", "-d", _YAMLLINT, "progress"],
        "progress/**/*.yaml",
        ("id: ", "id: x\nid: "),
        lambda _: ["yamllint", "--list-files", "progress"],
        ".yaml\n",
    ),
    Peer(
        "check-jsonschema",
        "check-jsonschema==0.39.0",
        "{n}",
        lambda root: ["check-jsonschema", "--schemafile", "../schemas/progress.schema.json", *_files(root)],
        "progress/**/*.yaml",
        ("id: ", "idd: "),
    ),
    Peer(
        "reno",
        "reno==4.1.0",
        "reno",
        lambda _: ["reno", "-q", "lint"],
        "releasenotes/notes/*.yaml",
        ("features:", "featuresx:"),
        lambda _: ["reno", "-q", "list"],
        "releasenotes/notes/",
    ),
    Peer(
        "doorstop",
        "doorstop==3.2",
        "doorstop",
        lambda _: ["doorstop", "--no-reformat", "--no-review-check"],
        "reqs/*.yml",
        ("links: []", "links:\n- REQ99999"),
        slow=True,
    ),
    Peer(
        "strictdoc",
        "strictdoc==0.30.4",
        "strictdoc",
        lambda _: ["strictdoc", "export", "--formats=json", "--output-dir", "out", "."],
        "*.sdoc",
        ("UID: REQ-{n}\n", "UID: REQ-1\n"),
        lambda _: ["cat", "out/json/index.json"],
        '"UID": "REQ-',
        slow=True,
        litter="out",
    ),
)


class Bench:
    """All peers, installed, on N items each."""

    def __init__(self, folder: Path, items: int) -> None:
        self.bins = folder.parent / "venvs"
        self.folder = folder
        self.items = items
        folder.mkdir()
        subprocess.run([self.at("kehoach", "python"), str(HERE / "made.py"), str(folder), str(items)], check=True)
        subprocess.run([self.at("kehoach", "kehoach"), "schema", "--out", str(folder / "schemas")], check=True)

    def at(self, peer: str, word: str) -> str:
        """Return the path of a program of a peer's environment, the word itself where it has none."""
        path = self.bins / peer / "bin" / word
        return str(path) if path.exists() else word

    def root(self, peer: Peer) -> Path:
        """Return the folder in which a peer works."""
        return self.folder / peer.folder.format(n=self.items)

    def run(self, peer: Peer) -> Run:
        """Run a peer's command, with nothing left of the run before."""
        root = self.root(peer)
        if peer.litter:
            shutil.rmtree(root / peer.litter, ignore_errors=True)
        return timed(self.words(peer, peer.command), where=root)

    def words(self, peer: Peer, command: Callable[[Path], list[str]]) -> list[str]:
        """Return a command of a peer's with the path of its program."""
        root = self.root(peer)
        word, *words = command(root if peer.folder != "." else root / str(self.items))
        return [self.at(peer.name, word), *words]

    def prove(self, peer: Peer) -> None:
        """Stop everything unless the peer reads all items and stops at a fault in the last."""
        self._demand(peer, self.run(peer).code == 0, "does not pass what is sound")
        if peer.counted:
            command = self.words(peer, peer.counted)
            done = subprocess.run(command, cwd=self.root(peer), capture_output=True, check=True, encoding="utf-8")
            self._demand(peer, done.stdout.count(peer.one) == self.items, "read another number of items")
        if peer.slow and self.items >= _SLOW_FROM:
            return
        file = max(self.root(peer).glob(peer.last.format(n=self.items)))
        sound = file.read_text(encoding="utf-8")
        head, old, tail = sound.rpartition(peer.fault[0].format(n=self.items))
        self._demand(peer, bool(old), "has no place for the fault")
        file.write_text(head + peer.fault[1] + tail, encoding="utf-8", newline="\n")
        self._demand(peer, self.run(peer).code != 0, "passes a fault in the last item")
        file.write_text(sound, encoding="utf-8", newline="\n")

    def _demand(self, peer: Peer, condition: bool, complaint: str) -> None:  # noqa: FBT001 - as in an assertion
        if not condition:
            sys.exit(f"{peer.name} {complaint} ({self.items})")

    def rounds(self, peer: Peer, rounds: int) -> int:
        """Return how often a peer is run."""
        return min(rounds, _SLOW_ROUNDS) if peer.slow and self.items >= _SLOW_FROM else rounds

    def table(self, rounds: int) -> list[str]:
        """Return the rows: medians, the median of the ratios round by round, spreads, memory."""
        runs: dict[str, list[Run]] = {peer.name: [] for peer in PEERS}
        for number in range(rounds):
            # Each is once the first after each other: what a neighbour leaves in the caches falls on all.
            for peer in (*PEERS[number % len(PEERS) :], *PEERS[: number % len(PEERS)]):
                if number < self.rounds(peer, rounds):
                    runs[peer.name].append(self.run(peer))
        return [self._row(peer, runs[peer.name], runs["kehoach"]) for peer in PEERS]

    def _row(self, peer: Peer, runs: list[Run], ours: list[Run]) -> str:
        seconds = [run.seconds for run in runs]
        ratios = [theirs.seconds / our.seconds for theirs, our in zip(runs, ours, strict=False)]
        # The check itself writes its name; its arguments would fill the table.
        words = " ".join(word for word in peer.command(Path("N"))[:4] if "/" not in word and "{" not in word)
        return (
            f"| {peer.package.replace(str(HERE.parent), 'kehoach')} | `{words}` | {statistics.median(seconds):.2f} | "
            f"{min(seconds):.2f}-{max(seconds):.2f} | {statistics.median(ratios):.2f} | "
            f"{min(ratios):.2f}-{max(ratios):.2f} | {max(run.memory for run in runs):.0f} | {len(runs)} |"
        )


def install(venvs: Path) -> None:
    """Make an environment for each peer."""
    for peer in PEERS:
        venv.create(venvs / peer.name, with_pip=True)
        pip = [str(venvs / peer.name / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", peer.package]
        subprocess.run(pip, check=True)


def main() -> None:
    """Print a table for each number of items."""
    say = partial(print, flush=True)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    sizes = [int(word) for word in sys.argv[2:]] or [1_000, 10_000]
    with tempfile.TemporaryDirectory() as temporary:
        install(Path(temporary) / "venvs")
        for items in sizes:
            bench = Bench(Path(temporary) / f"of-{items}", items)
            for peer in PEERS:
                bench.prove(peer)
            say(f"\n{items:,} items, CPython {sys.version.split()[0]}:\n")
            say("| tool | command | s, median | s, spread | times kehoach | spread | peak MiB | runs |")
            say("| --- | --- | --- | --- | --- | --- | --- | --- |")
            say("\n".join(bench.table(rounds)))


if __name__ == "__main__":
    main()
