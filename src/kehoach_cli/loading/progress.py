"""The files of progress/, reports/ and issued/: every one is read or reported, wherever below the folder it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kehoach_cli.loading import rules
from kehoach_cli.loading.entries import read_entries
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.location import Location
from kehoach_cli.model.entries import FOLDER, EntryFile, Progress
from kehoach_cli.model.folders import REGISTER, REPORTS
from kehoach_cli.source.modeline import START
from kehoach_cli.source.place import EntryKind, Source, UnreadableError, is_litter
from kehoach_cli.source.rules import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.loading.record import Record
    from kehoach_cli.model.register import Issued
    from kehoach_cli.model.reports import ReportText

T = TypeVar("T")

_SCHEMA = "/progress.schema.json\n"
_LONGEST = 150  # letters of the line that names it
_DEEPEST = 8  # progress/2026/Q2/file is 3 deep
# What an entry's file is easily renamed to; other files may lie beside the entries and are only mentioned.
_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".json")


class ProgressReader:
    """Reads all entries, report texts and lines of the register of a source, once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Finding] = []
        self.texts: dict[str, str] = {}
        self.files: list[str] = []
        self._misnamed: list[str] = []  # files of entries that nobody reads under their names

    def progress(self) -> Progress:
        """Return every entry that can be read; each file that cannot is a finding and counted as lost."""
        found: list[EntryFile] = []
        lost: list[str] = []
        unended: list[str] = []
        for path in self._files(FOLDER):
            data = self._bytes(path)
            if data is None:
                lost.append(path)
                continue
            file, text, findings = read_entries(data, path)
            if findings or (text.startswith(START) and _SCHEMA not in text[:_LONGEST]):
                self.findings += findings
                self.texts[path] = text
            if not text.endswith("\n"):
                unended.append(path)
            self.files.append(path)
            if file is None:
                lost.append(path)
            else:
                found.append(file)
        return Progress(tuple(found), (*lost, *self._misnamed), frozenset(unended))

    def reports(self) -> tuple[ReportText, ...]:
        """Return what people have written for reports."""
        files = list(self._files(REPORTS))
        if not files:
            return ()
        from kehoach_cli.loading.reports import report_record  # noqa: PLC0415 - many plans have none yet

        return self._records(files, report_record)

    def register(self) -> tuple[Issued, ...]:
        """Return the documents that have been issued."""
        files = list(self._files(REGISTER))
        if not files:
            return ()
        from kehoach_cli.loading.register import ISSUED  # noqa: PLC0415 - the same

        return self._records(files, lambda _: ISSUED)

    def _records(self, files: Iterable[str], record: Callable[[str], Record[T]]) -> tuple[T, ...]:
        found = []
        for path in files:
            data = self._bytes(path)
            if data is None:
                continue
            value, self.texts[path], findings = read_record(data, path, record(path))
            self.findings += findings
            self.files.append(path)
            if value is not None:
                found.append(value)
        return tuple(found)

    def _bytes(self, path: str) -> bytes | None:
        try:
            data = self.source.read(path)
        except UnreadableError as failure:
            self.findings.append(UNREADABLE.finding(Location(path), f"không đọc được: {failure}"))
            return None
        if data is None:
            self.findings.append(UNREADABLE.finding(Location(path), "tệp biến mất trong lúc đọc", "chạy lại lệnh"))
        return data

    def _files(self, folder: str, depth: int = 0) -> Iterator[str]:
        """Yield the data files below a folder, and report everything else that lies there."""
        try:
            entries = self.source.entries(folder)
        except UnreadableError as failure:
            self.findings.append(UNREADABLE.finding(Location(folder), f"không đọc được: {failure}"))
            return
        last = ""
        for name, kind in entries:
            path = f"{folder}/{name}"
            if name == last:
                message = "hai tệp cùng tên này, chỉ khác nhau ở cách máy ghi dấu (NFC và NFD)"
                self.findings.append(UNREADABLE.finding(Location(path), message, "đổi tên hoặc xóa một trong hai"))
            if is_litter(name) or name == last:
                continue
            last = name
            if kind is EntryKind.FOLDER and depth < _DEEPEST:
                yield from self._files(path, depth + 1)
            elif name.endswith(".yaml") and kind is not EntryKind.FOLDER:
                yield path
            else:
                self._stray(path)

    def _stray(self, path: str) -> None:
        if path.casefold().endswith(_ENDINGS) or path.count("/") > _DEEPEST:
            hint = "đổi tên cho kết thúc bằng `.yaml`, hoặc chuyển đi nơi khác nếu không phải dữ liệu"
            message = "kehoach không đọc tệp này: những gì ghi trong đó không được tính"
            self.findings.append(rules.MISNAMED_DATA.finding(Location(path), message, hint))
            if path.startswith(f"{FOLDER}/"):
                self._misnamed.append(path)
        else:
            message = "không thuộc về đâu: kehoach không đọc tệp này"
            self.findings.append(rules.STRAY_FILE.finding(Location(path), message, "chuyển tệp này đi nơi khác"))
