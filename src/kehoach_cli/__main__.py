"""The door: `kehoach` and `python -m kehoach_cli`."""

from __future__ import annotations

import gc
import io
import sys

from kehoach_cli import __version__


def main() -> int:
    """Return the exit code of the command line in sys.argv."""
    for stream in (sys.stdout, sys.stderr):
        # Windows' code pages cannot hold Vietnamese: without this a pipe or `>` fails.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n" if not stream.isatty() else None)
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"kehoach {__version__}\n")
        return 0
    # A run reads once and ends: the default collector walks all nodes again and again, 40 % of a large check.
    gc.set_threshold(1_000_000, 50, 50)
    from kehoach_cli.cli.app import run  # noqa: PLC0415 - Typer takes five times as long as --version

    code = run()
    gc.freeze()  # the interpreter's last collections, too, would walk all that is about to go
    return code


if __name__ == "__main__":
    sys.exit(main())
