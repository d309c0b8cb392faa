"""SHA-256 as the interpreter itself has it: `hashlib` loads OpenSSL first, 3 ms of every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:  # CPython 3.12 and later
        from _sha2 import sha256
    except ImportError:
        try:  # 3.11
            from _sha256 import sha256
        except ImportError:  # another interpreter
            from hashlib import sha256

__all__ = ["sha256"]
