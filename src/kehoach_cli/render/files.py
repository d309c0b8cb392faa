"""Where templates come from: the workspace's own, else those that kehoach brings along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.source.place import UnreadableError
from kehoach_cli.source.tree import WorkingTree

if TYPE_CHECKING:
    from kehoach_cli.source.place import Source

FOLDER = "templates"
_NAME = re.compile(r"\w[\w-]*(\.[\w-]+)*")  # a file of the folder itself, never `../plan.yaml`


def bundled() -> Path:
    """Return the folder that holds kehoach's own templates/: the installed package, or the source checkout."""
    package = Path(__file__).resolve().parent.parent
    return package if (package / FOLDER).is_dir() else package.parent.parent


@dataclass(frozen=True, slots=True)
class TemplateFiles:
    """The templates of one workspace, at the revision that is being rendered."""

    source: Source

    def find(self, name: str) -> tuple[str, bytes] | None:
        """Return the path to show in messages and the bytes of templates/`name`, if any. Raises RefusalError."""
        if not _NAME.fullmatch(name):
            return None
        path = f"{FOLDER}/{name}"
        try:
            data = self.source.read(path)
            if data is not None:
                return path, data
            data = WorkingTree(bundled()).read(path)
        except UnreadableError as failure:
            message = f"không đọc được {path}: {failure}"
            raise RefusalError(message) from None
        return None if data is None else (f"kehoach:{path}", data)

    def read(self, name: str) -> tuple[str, bytes]:
        """Return what `find` returns. Raises RefusalError where there is nothing."""
        found = self.find(name)
        if found is None:
            message = f"không có mẫu {FOLDER}/{name}"
            raise RefusalError(message, "khôi phục thư mục templates/ từ git")
        return found
