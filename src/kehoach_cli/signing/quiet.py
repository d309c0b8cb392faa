"""Keeps off the screen what the libraries log in English: kehoach says it in its own words."""

from __future__ import annotations

import logging

_LIBRARIES = ("pyhanko", "pyhanko_certvalidator", "pypdf", "PIL", "fontTools")


def hush() -> None:
    """Give each library a place to log to that is nowhere; a program that wants the lines can still take them."""
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
