"""A git revision as a source of files: read with ls-tree and cat-file, nothing is checked out or written."""

from __future__ import annotations

import os
import subprocess
from os.path import lexists
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.errors import RefusalError
from kehoach_cli.source.place import Entry, EntryKind, UnreadableError, shown
from kehoach_cli.source.text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT_SECONDS = 60
_HEAD_WORDS = 3
_ROOM = 50_000_000  # bytes of a folder that are held at once
_KINDS = {b"120000": EntryKind.LINK, b"160000": EntryKind.FOLDER}


def _git(root: Path, *arguments: str, said: bytes = b"") -> bytes:
    """Return git's output on what is said to it. GIT_* variables (set inside hooks) would name another repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are fixed words and a revision behind --end-of-options
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git is found where the user has it
            capture_output=True,
            check=True,
            env=environment,
            input=said,
            timeout=_TIMEOUT_SECONDS,
        )
    except FileNotFoundError:
        message = "máy này chưa có git"
        raise RefusalError(message, "cài git rồi chạy lại, hoặc bỏ --at để đọc tệp đang có") from None
    except subprocess.TimeoutExpired:
        message = f"git không trả lời sau {_TIMEOUT_SECONDS} giây"
        raise RefusalError(message) from None
    return done.stdout


def commit_of(root: Path, revision: str) -> str:
    """Return the full name of the commit that a revision names. Raises RefusalError."""
    try:
        said = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    except subprocess.CalledProcessError as failure:
        raise RefusalError(*_why(failure.stderr.decode("utf-8", "replace"), revision, root)) from None
    return said.decode("ascii").strip().splitlines()[-1]


def unsaved(root: Path) -> list[tuple[bool, str]]:
    """Return the files below the root that differ from the last commit, and whether git knows them.

    Paths start at the root. Raises RefusalError.
    """
    try:
        prefix = _git(root, "rev-parse", "--show-prefix").strip(b"\r\n")
        said = _git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    except subprocess.CalledProcessError as failure:
        raise RefusalError(*_why(failure.stderr.decode("utf-8", "replace"), "HEAD", root)) from None
    lines = filter(None, said.split(b"\0"))
    return [(not line.startswith(b"??"), shown(line[3:].removeprefix(prefix))) for line in lines]


def removed(root: Path, folder: str) -> list[str]:
    """Return the files below a folder that some commit before this one had and that are gone; none outside git.

    Paths start at the root. Raises RefusalError where there is no git.
    """
    try:
        prefix = _git(root, "rev-parse", "--show-prefix").strip(b"\r\n")
        said = _git(root, "log", "--diff-filter=D", "--name-only", "--no-renames", "-z", "--format=", "--", folder)
    except subprocess.CalledProcessError:
        return []
    names = {line.strip(b"\n").removeprefix(prefix) for line in said.split(b"\0")}
    return sorted(shown(name) for name in names if name and not lexists(os.fsencode(root) + b"/" + name))


class _Blob(NamedTuple):
    kind: EntryKind
    name: str
    size: int


class Revision:
    """The files of a commit, as they stood below the workspace's root."""

    def __init__(self, root: Path, revision: str) -> None:
        """Read the list of files. Raises RefusalError outside git or where there is no such revision."""
        self.root = root
        try:
            listing = _git(root, "ls-tree", "-r", "-l", "-z", "--end-of-options", revision)
        except subprocess.CalledProcessError as failure:
            raise RefusalError(*_why(failure.stderr.decode("utf-8", "replace"), revision, root)) from None
        self._files: list[Entry] = []
        self._blobs: dict[str, _Blob] = {}
        self._contents: dict[str, bytes] = {}  # of the folder that was read last, or of a part of it
        for line in listing.split(b"\0"):
            if line:
                fields, _, raw = line.partition(b"\t")
                mode, _, blob, size = fields.split()
                path, kind = shown(raw), _KINDS.get(mode, EntryKind.FILE)
                self._files.append(Entry(path, kind))
                self._blobs[path] = _Blob(kind, blob.decode("ascii"), int(size) if size.isdigit() else 0)

    def entries(self, folder: str) -> list[Entry]:
        """Return what the folder held in that commit."""
        if folder in self._blobs:
            reason = f"là {self._blobs[folder].kind.value}, không phải thư mục"
            raise UnreadableError(reason)
        prefix = f"{folder}/" if folder else ""
        files: list[Entry] = []
        folders: set[str] = set()
        for path, kind in self._files:
            if path.startswith(prefix):
                name, slash, _ = path[len(prefix) :].partition("/")
                if slash:
                    folders.add(name)
                else:
                    files.append(Entry(name, kind))
        return sorted([*files, *(Entry(name, EntryKind.FOLDER) for name in folders)], key=lambda entry: entry.name)

    def read(self, path: str) -> bytes | None:
        """Return the file's bytes in that commit."""
        blob = self._blobs.get(path)
        if blob is None:
            if any(name.startswith(f"{path}/") for name in self._blobs):
                reason = "là thư mục, không phải tệp"
                raise UnreadableError(reason)
            return None
        if blob.kind is not EntryKind.FILE:
            reason = f"là {blob.kind.value}, không phải tệp"
            raise UnreadableError(reason)
        if blob.size > MAX_BYTES:
            reason = f"tệp quá lớn: hơn {MAX_BYTES // 1_000_000} MB"
            raise UnreadableError(reason)
        if blob.name not in self._contents:
            self._contents = self._read_all(self._likes(path, blob))
        content = self._contents.get(blob.name)
        if content is None:
            reason = "kho git thiếu nội dung của tệp này"
            raise UnreadableError(reason)
        return content

    def _likes(self, path: str, first: _Blob) -> set[str]:
        """Return the blobs of a file and of those behind it that are asked for next, up to a bounded size."""
        likes = (path.rpartition("/")[0], path.rpartition(".")[2])
        found, room = {first.name}, _ROOM - first.size
        for name, blob in self._blobs.items():
            if blob.kind is EntryKind.FILE and (name.rpartition("/")[0], name.rpartition(".")[2]) == likes:
                room -= blob.size if name > path else 0
                if name > path and room > 0:
                    found.add(blob.name)
        return found

    def _read_all(self, blobs: set[str]) -> dict[str, bytes]:
        """Return the contents of these blobs, as far as the repository has them, out of one process."""
        names = sorted(blobs)
        try:
            answer = _git(self.root, "cat-file", "--batch", said="".join(f"{name}\n" for name in names).encode())
        except subprocess.CalledProcessError:
            return {}
        found: dict[str, bytes] = {}
        place = 0
        for name in names:
            # `<name> blob <size>`, then so many bytes and a line end; `<name> missing` where there is none.
            end = answer.find(b"\n", place)
            head = answer[place:end].split(b" ")
            place = end + 1
            if len(head) == _HEAD_WORDS and head[1] == b"blob":
                size = int(head[2])
                found[name] = answer[place : place + size]
                place += size + 1
        return found


def _why(said: str, revision: str, root: Path) -> tuple[str, str]:
    if "not a git repository" in said:
        return f"{root} không nằm trong kho git", "bỏ --at để đọc tệp đang có"
    if "dubious ownership" in said:
        return "git không tin kho này vì chủ của thư mục là người khác", said.strip().splitlines()[-1].strip()
    return f"git không có bản `{revision}`", "xem các bản bằng `git log --oneline`"
