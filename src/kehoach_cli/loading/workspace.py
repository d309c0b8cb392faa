"""A source of files to a workspace and findings: whatever can be read is read, whatever cannot is reported."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from kehoach_cli.frozen import frozen
from kehoach_cli.loading import rules
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.plan import PLAN
from kehoach_cli.loading.progress import ProgressReader
from kehoach_cli.loading.root import PLAN_FILE, TOPICS, UNITS_FILE, stem
from kehoach_cli.loading.strays import Beside, is_group_file, looks_like_data
from kehoach_cli.loading.topics import group_record
from kehoach_cli.loading.units import UNITS
from kehoach_cli.location import Location
from kehoach_cli.model.entries import Progress
from kehoach_cli.model.folders import PROGRESS, REGISTER, REPORTS
from kehoach_cli.model.workspace import Workspace
from kehoach_cli.source.modeline import other_schema
from kehoach_cli.source.place import Entry, EntryKind, Source, UnreadableError, is_litter
from kehoach_cli.source.rules import UNREADABLE
from kehoach_cli.source.text import decode
from kehoach_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.record import Record
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Issued
    from kehoach_cli.model.reports import ReportText
    from kehoach_cli.model.topics import Group

T = TypeVar("T")

_KNOWN = {PLAN_FILE, UNITS_FILE, TOPICS, PROGRESS, REPORTS, REGISTER}
_ANY_YEAR = 2000  # where the plan's own is not known; a leap year, so that 29/2 is not called impossible


@frozen
class Loaded:
    """What came of loading: the workspace, its progress, the findings so far, the files read and their text.

    The workspace's plan carries the number and date of the register; `written` is the plan as plan.yaml has it.
    Entries are many, so the text of those without a finding is not kept; `with_progress` says whether they were read.
    """

    source: Source
    workspace: Workspace
    progress: Progress
    reports: tuple[ReportText, ...]
    findings: list[Finding]
    files: set[str]
    texts: dict[str, str]
    register: tuple[Issued, ...] = ()
    written: Plan | None = None
    with_progress: bool = True

    def texts_of(self, files: Iterable[str]) -> dict[str, str]:
        """Return the text of these files, as far as they were read; those that were not kept are read again."""
        found: dict[str, str] = {}
        for file in self.files.intersection(files):
            if file in self.texts:
                found[file] = self.texts[file]
            else:
                with suppress(UnreadableError):
                    found[file] = decode(self.source.read(file) or b"", file)[0] or ""
        return found


def load(source: Source, *, progress: bool = False, meanwhile: Callable[[Workspace], None] | None = None) -> Loaded:
    """Return the workspace with all findings of reading it; never raises for what the files hold.

    Entries and report texts are read where `progress` is wanted; `meanwhile` is called with the workspace before them.
    """
    loader = _Loader(source)
    plan = loader.record(PLAN_FILE, PLAN)
    units = loader.record(UNITS_FILE, UNITS)
    groups = loader.groups(plan.year.value if plan and plan.year.value else _ANY_YEAR)
    loader.strays()
    reader = ProgressReader(source)
    register = reader.register()
    workspace = Workspace(
        _with_number(plan, register), units, groups, loader.whole, tuple(loader.hollow), tuple(loader.torn)
    )
    if meanwhile:
        meanwhile(workspace)
    entries = reader.progress() if progress else Progress()
    if not entries.files and PROGRESS in loader.replaced:
        entries = Progress(lost=(PROGRESS,))
    reports = reader.reports() if progress else ()
    findings = [*loader.findings, *reader.findings]
    texts = loader.texts | reader.texts
    findings += [wrong for file, text in texts.items() if (wrong := other_schema(text, _kind_of(file), file))]
    files = {*loader.texts, *reader.files}
    return Loaded(source, workspace, entries, reports, findings, files, texts, register, plan, progress)


def _kind_of(file: str) -> str:
    """Return which kind of file stands at a path, as its schema is called."""
    folder, _, _ = file.partition("/")
    return {PLAN_FILE: "plan", UNITS_FILE: "units"}.get(folder, folder)


def _with_number(plan: Plan | None, register: tuple[Issued, ...]) -> Plan | None:
    """Return the plan with the number and date of its line in the register."""
    if plan is None or not register:
        return plan
    from kehoach_cli.model.register import full_document, stamped  # noqa: PLC0415 - before a plan is issued there is none

    return stamped(plan, full_document(register, plan.year.value))


class _Loader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.texts: dict[str, str] = {}
        self.whole = True
        self.hollow: list[str] = []
        self.torn: list[tuple[Location, bool]] = []
        self.beside = Beside(source, self._listed)
        self.top = self._listed("")
        self.misnamed: set[str] = set()
        self.replaced: set[str] = set()  # what the misnamed was meant to be

    def record(self, file: str, record: Record[T]) -> T | None:
        """Return the file's record, None where nothing of it could be read."""
        try:
            data = self.source.read(file)
        except UnreadableError as failure:
            self.findings.append(UNREADABLE.finding(Location(file), f"không đọc được: {failure}"))
            return None
        if data is None:
            if not self._misnamed(file, EntryKind.FILE):
                message = "thiếu tệp này"
                self.findings.append(UNREADABLE.finding(Location(file), message, "khôi phục tệp từ git, hoặc viết lại"))
            return None
        value, self.texts[file], findings = read_record(data, file, record)
        self.findings += findings
        if findings or not self.texts[file].endswith("\n"):
            self._note_end(file, findings)
        return value

    def _note_end(self, file: str, findings: list[Finding]) -> None:
        """Keep the last line of a file that stops too early, or may, and whether that is told."""
        from kehoach_cli.loading.torn import end_of, is_told  # noqa: PLC0415 - few files need it

        end = end_of(self.texts[file], file)
        told = is_told(end, findings)
        if end.breaks or told:
            self.torn.append((end.at, told))

    def groups(self, year: int) -> tuple[Group, ...]:
        """Return the groups of topics/ in the order of the numbers that their file names start with."""
        listed = self._listed(TOPICS)
        names = Counter(entry.name for entry in listed if is_group_file(entry))
        if not names and not any(self.beside.is_misnamed_group(f"{TOPICS}/{entry.name}", entry) for entry in listed):
            self._no_groups(listed)
        others = [entry for entry in listed if not is_group_file(entry)]
        self.hollow = [entry.name for entry in others if looks_like_data(entry) and not is_litter(entry.name)]
        found: list[Group] = []
        for order, name in enumerate(sorted(names, key=_file_order), 1):
            file = f"{TOPICS}/{name}"
            group = self.record(file, group_record(file, order, year))
            if group is not None:
                found.append(group)
            elif self.beside.is_hollow(file):
                self.hollow.append(name)
            else:
                self.whole = False
            if names[name] > 1:
                message = "hai tệp cùng tên này, chỉ khác nhau ở cách máy ghi dấu (NFC và NFD)"
                self.findings.append(UNREADABLE.finding(Location(file), message, "đổi tên hoặc xóa một trong hai"))
        self.beside.groups = found
        lost = any(self.beside.loses_topics(f"{TOPICS}/{entry.name}", entry) for entry in others)
        self.whole = self.whole and bool(found) and not lost
        return tuple(found)

    def _no_groups(self, listed: list[Entry]) -> None:
        """Report that there is no group, unless something else that is reported explains it."""
        told = any(finding.at.file == TOPICS for finding in self.findings)
        if not (told or (not listed and self._misnamed(TOPICS, EntryKind.FOLDER))):
            message = f"không có nhóm nội dung nào: thư mục {TOPICS}/ thiếu hoặc trống"
            self.findings.append(UNREADABLE.finding(Location(TOPICS), message, f"thêm {TOPICS}/01-ten-nhom.yaml"))

    def _misnamed(self, wanted: str, kind: EntryKind) -> bool:
        """Report what is surely the wanted file or folder under a wrong name, and return whether there is such."""
        for entry in self.top:
            stray = entry.kind is kind and entry.name not in _KNOWN and not is_litter(entry.name)
            if stray and nearest(stem(entry.name), [stem(wanted)]):
                self.misnamed.add(entry.name)
                self.replaced.add(wanted)
                message = f"thiếu {wanted}, còn {kind.value} này kehoach không đọc"
                hint = f"nếu đây là {wanted} thì đổi tên nó thành {wanted}"
                self.findings.append(rules.MISNAMED_FILE.finding(Location(entry.name), message, hint))
                return True
        return False

    def _listed(self, folder: str) -> list[Entry]:
        try:
            return self.source.entries(folder)
        except UnreadableError as failure:
            self.findings.append(UNREADABLE.finding(Location(folder), f"không đọc được: {failure}"))
            return []

    def strays(self) -> None:
        """Report what lies among the data and is read by nobody."""
        for entry in self._listed(TOPICS) if self.texts else []:
            if not is_group_file(entry) and not is_litter(entry.name):
                self.findings.append(self.beside.finding(f"{TOPICS}/{entry.name}", entry))
        there = {entry.name for entry in self.top}
        for folder in {PROGRESS, REPORTS, REGISTER} - there:
            near = [one for one in self.top if one.kind is EntryKind.FOLDER and nearest(one.name, [folder])]
            if any(self.beside.holds_data(one.name, one, depth=2) for one in near):
                self._misnamed(folder, EntryKind.FOLDER)
        for entry in self.top:
            known = entry.name in _KNOWN or entry.name in self.misnamed or is_litter(entry.name)
            if not known and looks_like_data(entry):
                self.findings.append(self.beside.finding(entry.name, entry))
                lost = entry.kind is EntryKind.FILE and self.beside.loses_topics(entry.name, entry)
                self.whole = self.whole and not lost


def _file_order(name: str) -> tuple[int, str]:
    number = re.match(r"\d{1,9}", name)
    return (int(number.group()) if number else 10**9, name)
