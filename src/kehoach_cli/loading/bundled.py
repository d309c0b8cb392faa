"""Files that kehoach brings along - templates, rules of form - unless the workspace has its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.frozen import frozen
from kehoach_cli.source.place import UnreadableError
from kehoach_cli.source.tree import WorkingTree

if TYPE_CHECKING:
    from kehoach_cli.source.place import Source

TEMPLATES, RULES = "templates", "rules"
_NAME = re.compile(r"\w[\w-]*(\.[\w-]+)*")  # a file of the folder itself, never `../plan.yaml`


def bundled(folder: str) -> Path:
    """Return the folder that holds kehoach's own `folder`/: the installed package, or the source checkout."""
    package = Path(__file__).resolve().parent.parent
    return package if (package / folder).is_dir() else package.parent.parent


@frozen
class BundledFiles:
    """The files of one folder: of a workspace at the revision that is being read, else kehoach's own."""

    source: Source | None
    folder: str = TEMPLATES

    def find(self, name: str) -> tuple[str, bytes] | None:
        """Return the path to show in messages and the bytes of the file, if any. Raises RefusalError."""
        if not _NAME.fullmatch(name):
            return None
        path = f"{self.folder}/{name}"
        try:
            data = self.source.read(path) if self.source else None
            if data is not None:
                return path, data
            data = WorkingTree(bundled(self.folder)).read(path)
        except UnreadableError as failure:
            message = f"không đọc được {path}: {failure}"
            raise RefusalError(message) from None
        return None if data is None else (f"kehoach:{path}", data)

    def read(self, name: str) -> tuple[str, bytes]:
        """Return what `find` returns. Raises RefusalError where there is nothing."""
        found = self.find(name)
        if found is None:
            message = f"không có tệp {self.folder}/{name}"
            raise RefusalError(message, f"khôi phục thư mục {self.folder}/ từ git")
        return found
