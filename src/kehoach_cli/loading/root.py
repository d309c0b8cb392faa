"""Where a workspace begins: the folder with plan.yaml, and the names that are easily given to it instead."""

from __future__ import annotations

import os
import re
from os.path import dirname, join, lexists

from kehoach_cli.errors import RefusalError
from kehoach_cli.spelling import nearest

PLAN_FILE, UNITS_FILE, TOPICS = "plan.yaml", "units.yaml", "topics"


def stem(name: str) -> str:
    """Return a name without the endings that are easily given to a data file."""
    return re.sub(r"(\.(ya?ml|txt|json))+$", "", name, flags=re.IGNORECASE)


def find_root(start: str) -> str:
    """Return the nearest folder upwards that holds a plan.yaml. Raises RefusalError."""
    folder, above = start, dirname(start)
    while not lexists(join(folder, PLAN_FILE)):
        if folder == above:
            message = f"không thấy {PLAN_FILE} trong {start} và các thư mục trên nó"
            raise RefusalError(message, _almost(start) or "chuyển vào thư mục kế hoạch, hoặc chỉ ra bằng -C THƯ_MỤC")
        folder, above = above, dirname(above)
    return folder


def named_root(folder: str) -> str:
    """Return a folder that the user names as the workspace: that one, never one above it. Raises RefusalError."""
    if any(lexists(join(folder, name)) for name in (PLAN_FILE, UNITS_FILE, TOPICS)):
        return folder
    message = f"{folder} không phải thư mục kế hoạch: trong đó không có {PLAN_FILE}"
    raise RefusalError(message, _almost(folder) or "chỉ ra thư mục có plan.yaml bằng -C hoặc biến KEHOACH_ROOT")


def _almost(folder: str) -> str:
    """Return the question whether a file of the folder is the missing plan.yaml, "" when there is no such file."""
    try:
        names = sorted(name for name in os.listdir(folder) if stem(name) != name)
    except OSError:
        return ""
    near = nearest(stem(PLAN_FILE), [stem(name) for name in names])
    found = next((name for name in names if stem(name) == near), None)
    return f"có phải `{found}` là {PLAN_FILE} đang thiếu? nếu đúng thì đổi tên nó thành {PLAN_FILE}" if found else ""
