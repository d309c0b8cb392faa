"""One run of a command: its exit code, how long it took, and its peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Run(NamedTuple):
    """What came of a run; `memory` in MiB is never below the measuring program's own, which Linux counts in."""

    code: int
    seconds: float
    memory: float


def timed(command: list[str], *, where: Path | None = None, environment: dict[str, str] | None = None) -> Run:
    """Run a command in silence, in the folder `where`."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=where, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(process.returncode, seconds, usage.ru_maxrss / 1024)
