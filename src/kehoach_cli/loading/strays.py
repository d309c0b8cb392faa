"""What lies among the data and is no part of the plan: what it was likely meant to be, and what is lost with it."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach_cli.loading import rules
from kehoach_cli.loading.root import PLAN_FILE, TOPICS, UNITS_FILE
from kehoach_cli.location import Location
from kehoach_cli.model.folders import PROGRESS, REGISTER, REPORTS
from kehoach_cli.source import nodes
from kehoach_cli.source.place import Entry, EntryKind, Source, UnreadableError, is_litter
from kehoach_cli.source.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.topics import Group

# A folder so named is the data's own, misnamed.
_NEAR_FOLDERS = {TOPICS, "topic", PROGRESS, "progres", REPORTS, "report", REGISTER, "issue"}
_OTHER_FILES = (".docx", ".doc", ".xlsx", ".xls", ".pdf", ".jpg", ".png", ".zip", ".rar", ".pptx")
_HOLDS_TOPICS = re.compile(rb"^[ \t]*(?:- +)?[\"']?(?:topics|products)[\"']?[ \t]*:", re.MULTILINE)
_IDS = re.compile(rb"\bid[\"']?[ \t]*:[ \t]*[\"']?([a-z0-9-]+)")


class Beside:
    """Judges what stands beside the files that are read; `listed` tells what a folder holds.

    `groups` are those that were read: they must be known before it is asked what may be lost.
    """

    def __init__(self, source: Source, listed: Callable[[str], list[Entry]]) -> None:
        self._source = source
        self._listed = listed
        self.groups: Sequence[Group] = ()

    @cached_property
    def _files(self) -> set[str]:
        return {group.file for group in self.groups}

    @cached_property
    def _ids(self) -> set[str]:
        topics = [topic for group in self.groups for topic in group.topics]
        return {one.value for topic in topics for one in (topic.id, *(product.id for product in topic.products))}

    @cached_property
    def _in_topics(self) -> set[str]:
        return {f"{TOPICS}/{entry.name}" for entry in self._listed(TOPICS)}

    def is_misnamed_group(self, path: str, entry: Entry) -> bool:
        """Return whether what stands in topics/ looks like a group, or like a folder of them."""
        return not is_group_file(entry) and (looks_like_data(entry) or self.holds_data(path, entry))

    def holds_data(self, path: str, entry: Entry, depth: int = 0) -> bool:
        """Return whether a folder has files or folders of data, down to a depth."""
        return entry.kind is EntryKind.FOLDER and any(
            looks_like_data(inner) or (depth > 0 and self.holds_data(f"{path}/{inner.name}", inner, depth - 1))
            for inner in self._listed(path)
        )

    def loses_topics(self, path: str, entry: Entry) -> bool:
        """Return whether topics stand in a file or folder that is not read, but for copies of what the groups hold.

        What refers to those topics is not wrong.
        """
        if is_litter(entry.name):
            return False
        if entry.kind is EntryKind.FOLDER:
            files = [one for one in self._listed(path) if one.kind is EntryKind.FILE]
            return any(self.loses_topics(f"{path}/{one.name}", one) for one in files)
        if f"{TOPICS}/{_meant(entry.name)}" in self._files:
            return False
        data = self._data(path)
        if data is None:
            return looks_like_data(entry)
        data = data.replace(b"\0", b"")  # letters of sixteen bits are those of eight with zeros between
        ids = {name.decode() for name in _IDS.findall(data)}
        return bool(_HOLDS_TOPICS.search(data)) and not (ids and ids <= self._ids)

    def is_hollow(self, file: str) -> bool:
        """Return whether a file that no group was read from holds nothing that a group could have lost."""
        data = self._data(file)
        if data is None:
            return False
        if _is_blank(data):
            return True
        return isinstance(read(data, file)[0], nodes.Scalar | nodes.Sequence) and not _HOLDS_TOPICS.search(data)

    def _data(self, path: str) -> bytes | None:
        with suppress(UnreadableError):
            return self._source.read(path)
        return None

    def finding(self, path: str, entry: Entry) -> Finding:
        """Return the finding for what is read by nobody."""
        meant = f"{TOPICS}/{_meant(entry.name)}"
        if entry.kind is not EntryKind.FILE:
            hint = f"đây là {entry.kind.value}; mỗi nhóm nội dung là một tệp {TOPICS}/NN-ten-nhom.yaml"
            if entry.kind is EntryKind.FOLDER:
                hint += f": chuyển các tệp nhóm trong đó lên {TOPICS}/"
            if not path.startswith(f"{TOPICS}/"):
                hint = f"sửa tên thành một trong các thư mục dữ liệu: {TOPICS}, {PROGRESS}, {REPORTS}, {REGISTER}"
        elif "." in path and path.startswith(f"{TOPICS}/") and not path.casefold().endswith(_OTHER_FILES):
            hint = f"nếu là nhóm nội dung thì đổi tên thành `{meant}`, nếu không thì chuyển đi nơi khác"
            if meant in self._in_topics:
                hint = f"xóa nếu chỉ là bản chép của {meant}, hoặc chuyển ra ngoài {TOPICS}/"
        elif path.casefold().endswith(_OTHER_FILES):
            hint = "chuyển tệp này ra ngoài các thư mục dữ liệu"
        else:
            hint = f"chuyển tệp này đi hoặc sửa tên: kehoach đọc {PLAN_FILE}, {UNITS_FILE} và {TOPICS}/*.yaml"
        message = f"không thuộc về đâu: kehoach không đọc {entry.kind.value} này"
        group = path.startswith(f"{TOPICS}/") and self.is_misnamed_group(path, entry)
        rule = rules.MISNAMED_FILE if group else rules.STRAY_FILE
        return rule.finding(Location(path), message, hint)


def is_group_file(entry: Entry) -> bool:
    """Return whether what stands in topics/ is read as a group."""
    # Links and unreadable things named like a group are tried too: reading them says what is wrong.
    hidden = entry.name.startswith((".", "~$"))
    return entry.name.endswith(".yaml") and not hidden


def looks_like_data(entry: Entry) -> bool:
    """Return whether a name is that of data, or nearly so."""
    name = entry.name.casefold()
    return name in _NEAR_FOLDERS if entry.kind is EntryKind.FOLDER else name.endswith((".yaml", ".yml"))


def _meant(name: str) -> str:
    """Return the name of the group that a file would be: `02-nhom.yaml` for `02-nhom.yml` and `02-nhom.yaml.bak`."""
    stem, _, _ = re.sub(r"(?i)(\.ya?ml)(?:\W.*)?$", ".yaml", name).rpartition(".")
    return f"{stem or name}.yaml"


def _is_blank(data: bytes) -> bool:
    """Return whether no line of a file says anything: all are empty, comments, or dashes between parts."""
    lines = (line.strip(b" \t-.") for line in data.removeprefix(b"\xef\xbb\xbf").splitlines())
    return all(not line or line.startswith(b"#") for line in lines)
