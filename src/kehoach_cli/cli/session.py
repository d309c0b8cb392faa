"""What every command shares: the global options, the workspace that they name, and how it talks."""

from __future__ import annotations

import os
import sys
from enum import Enum
from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import TextIO

    from kehoach_cli.checks.wording.plain import Told
    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.workspace import Loaded
    from kehoach_cli.model.register import Issued
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.source.place import Source


class Format(Enum):
    """The forms in which a list can be printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


@frozen
class Checked:
    """A workspace with where it came from and everything that was found in it."""

    source: Source
    loaded: Loaded
    findings: list[Finding]

    @property
    def sound(self) -> bool:
        """Return whether a document can be made: no finding is an error."""
        from kehoach_cli.diagnostics import has_errors

        return not has_errors(self.findings)

    @property
    def blocked(self) -> bool:
        """Return whether not even a draft of a report can be made: what is wrong is not just some entries."""
        from kehoach_cli.diagnostics import has_errors
        from kehoach_cli.model.entries import FOLDER

        workspace = self.loaded.workspace
        ours = [
            finding
            for finding in self.findings
            if not finding.at.file.startswith(f"{FOLDER}/") and not finding.code.startswith(("KH4", "KH801"))
        ]
        return workspace.plan is None or workspace.units is None or has_errors(ours)


@frozen
class Session:
    """The global options of one run."""

    root: Path | str | None = None
    no_color: bool = False
    quiet: bool = False

    def folder(self) -> Path:
        """Return the workspace's root: -C, KEHOACH_ROOT, or the nearest folder upwards. Raises RefusalError."""
        from pathlib import Path

        return Path(self._place())

    def _place(self) -> str:
        """Return the same without `pathlib`, whose import takes a check as long as a hundred entries."""
        from kehoach_cli.errors import RefusalError
        from kehoach_cli.loading.root import find_root, named_root

        given = self.root or os.environ.get("KEHOACH_ROOT")
        try:
            return named_root(os.path.realpath(given)) if given else find_root(os.getcwd())
        except FileNotFoundError:
            message = "thư mục đang đứng không còn nữa"
            raise RefusalError(message, "chuyển sang thư mục khác, hoặc chỉ ra cả đường dẫn bằng -C") from None
        except (OSError, RuntimeError) as failure:  # a link to itself
            message = f"không mở được thư mục kế hoạch {given or 'đang đứng'}: {failure}"
            raise RefusalError(message, "chỉ ra thư mục có plan.yaml bằng -C") from None

    def folder_or_none(self) -> Path | None:
        """Return the workspace's root, None for a command that also works outside of one."""
        from kehoach_cli.errors import RefusalError

        try:
            return self.folder()
        except RefusalError:
            if self.root:
                raise
            return None

    def check(self, at: str | None = None, *, progress: bool = False, wording: bool = False) -> Checked:
        """Return the workspace, read and checked, with its entries where wanted. Raises RefusalError."""
        from kehoach_cli.cli.beside import Beside
        from kehoach_cli.loading.workspace import load
        from kehoach_cli.source.tree import WorkingTree

        source: Source = WorkingTree(self._place())
        if at is not None:
            from kehoach_cli.source.git import Revision

            source = Revision(self.folder(), at)
        # The words of the plan take as long as a thousand entries. At a revision git's pipes are open, which a copy
        # of this process would keep so.
        beside = Beside(_words) if wording and at is None else None
        loaded = load(source, progress=progress, meanwhile=beside.begin if beside else None)
        if beside:
            beside.add([text.value for text, _ in loaded.progress.texts])
        from kehoach_cli.checks.run import findings_of

        findings = findings_of(loaded, with_wording=wording, told=beside.result if beside else None)
        if loaded.register:
            from kehoach_cli.diagnostics import quoted
            from kehoach_cli.issuing.since import changed_since_issue

            changed = changed_since_issue(loaded, self.folder())
            findings = quoted([*findings, *changed], loaded.texts_of)
        return Checked(source, loaded, findings)

    def register(self, checked: Checked, at: str | None) -> tuple[Issued, ...]:
        """Return the register of what was checked; a commit that was issued knows it only from the tree's register."""
        found = checked.loaded.register
        if at is not None:
            from kehoach_cli.loading.workspace import load
            from kehoach_cli.source.git import commit_of
            from kehoach_cli.source.tree import WorkingTree

            commit, known = commit_of(self.folder(), at), {one.file for one in found}
            later = load(WorkingTree(self.folder())).register
            found += tuple(one for one in later if one.commit.value == commit and one.file not in known)
        return found

    def colour(self, screen: TextIO) -> bool:
        """Return whether to colour what is printed there."""
        return not self.no_color and not os.environ.get("NO_COLOR") and screen.isatty()

    def print(self, text: str) -> None:
        """Print data on stdout."""
        _write(f"{text}\n", sys.stdout)

    def print_words(self, text: str) -> None:
        """Print data meant for reading: on a terminal long lines are broken between words."""
        from kehoach_cli.views.terminal import wrapped

        self.print(wrapped(text, sys.stdout))

    def print_table(self, head: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
        """Print a table on a terminal, with its title; nothing when it has no rows."""
        from kehoach_cli.views.terminal import show_table

        if rows:
            if title:
                self.print(f"\n{title}")
            show_table(head, rows, sys.stdout, colour=self.colour(sys.stdout))

    def print_or_write(self, text: str | Iterable[str], output: Path | None) -> None:
        """Print data, whole or in parts, or write it to a file: PowerShell's `>` would change its encoding."""
        parts = [text] if isinstance(text, str) else text
        if output is None:
            for part in parts:
                _write(part, sys.stdout)
            return
        from kehoach_cli.storage import write_whole

        write_whole(output, "".join(parts).encode("utf-8"))
        self.say(f"Đã ghi {output}")

    def say(self, text: str) -> None:
        """Print talk on stderr, unless the user wants quiet."""
        if not self.quiet:
            from kehoach_cli.views.terminal import wrapped

            _write(f"{wrapped(text, sys.stderr)}\n", sys.stderr)

    def show(self, findings: list[Finding], files: int | None = None, *, err: bool = False) -> None:
        """Print findings as text, coloured where the screen can."""
        from kehoach_cli.views.findings import as_text
        from kehoach_cli.views.terminal import paint, plain

        screen = sys.stderr if err else sys.stdout
        _write(f"{as_text(findings, files, paint if self.colour(screen) else plain)}\n", screen)

    def warn_unsound(self, checked: Checked) -> None:
        """Say that what is shown may be incomplete."""
        if not checked.sound:
            from kehoach_cli.diagnostics import Severity
            from kehoach_cli.views.findings import summary

            errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
            text = f"Kế hoạch còn {summary(errors)}: phần đọc được ở trên có thể thiếu. Xem: kehoach check"
            _write(f"{text}\n", sys.stderr)


def _words(workspace: Workspace, texts: Callable[[], list[str]]) -> Told:
    from kehoach_cli.checks.wording.judges import of_plan_alone, of_texts

    names = tuple(unit.name.value for unit in workspace.units.all) if workspace.units else ()
    return of_plan_alone(workspace), of_texts(texts(), names)


def _write(text: str, screen: TextIO) -> None:
    """Write on a screen through Click, which has old consoles of Windows show colours; else without importing it."""
    if screen.isatty():
        import click

        click.echo(text, file=screen, nl=False, color=True)
        return
    screen.write(text)
    screen.flush()
