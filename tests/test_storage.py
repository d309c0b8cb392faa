"""Writing whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kehoach_cli import storage
from kehoach_cli.errors import RefusalError
from kehoach_cli.storage import write_whole


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    write_whole(target, b"mot")
    write_whole(target, b"hai")
    assert target.read_bytes() == b"hai"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RefusalError, match="không ghi được") as refusal:
        write_whole(target, b"moi")
    assert "chỗ trống" in refusal.value.hint
    assert target.read_bytes() == b"cu"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_open_in_word_is_tried_again_then_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"cu")
    tries = []

    def held(self: Path, _: Path) -> Path:
        tries.append(self)
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(storage, "_PAUSE_SECONDS", 0)
    with pytest.raises(RefusalError) as refusal:
        write_whole(target, b"moi")
    assert "đóng tệp trong Word" in refusal.value.hint
    assert len(tries) == 5
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="không có thư mục"):
        write_whole(tmp_path / "khong-co" / "a.docx", b"")


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_permissions_are_those_of_the_old_file_or_the_usual_ones(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    write_whole(target, b"1")
    assert target.stat().st_mode & 0o777 == 0o666 & ~storage._umask()  # noqa: SLF001 - the value to compare with
    target.chmod(0o640)
    write_whole(target, b"2")
    assert target.stat().st_mode & 0o777 == 0o640
