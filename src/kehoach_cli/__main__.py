"""The door: `kehoach` and `python -m kehoach_cli`."""

from __future__ import annotations

import gc
import io
import os
import sys

from kehoach_cli import __version__

_UNWRITTEN = 2


def main() -> None:
    """Run the command line in sys.argv and end the process with its exit code."""
    code = _run()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:  # `kehoach list | head`: the reader has what it wants
            continue
        except OSError:  # a disk that is full
            code = code or _UNWRITTEN
    # The interpreter's own way out takes apart, one by one, all values that were read: a thirtieth of a run.
    os._exit(code)


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        # Windows' code pages cannot hold Vietnamese: without this a pipe or `>` fails.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n" if not stream.isatty() else None)
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"kehoach {__version__}\n")
        return 0
    # A run reads once and ends: the default collector walks all nodes again and again, 40 % of a large check.
    gc.set_threshold(1_000_000, 50, 50)
    from kehoach_cli.cli.run import run  # noqa: PLC0415 - Typer takes five times as long as --version

    return run()


if __name__ == "__main__":
    main()
