"""Writes the transcript of every case in tests/cases from a real run, then all generated pages.

`python -m scripts.cases` writes them; a test fails when they are out of date. CONTRIBUTING.md says what a case holds.
"""

from __future__ import annotations

import sys

from scripts import reference
from scripts.casebook import WRONG, answer, cases, transcript


def main(codes: list[str]) -> None:
    """Write the transcripts of these codes, which are shown, or of all; then the pages."""
    for case in cases():
        if not codes or case.code in codes:
            text = transcript(case.run[-1], answer(case, WRONG))
            case.transcript.write_text(text, encoding="utf-8", newline="\n")
            if codes:
                sys.stdout.write(text)
    reference.main()


if __name__ == "__main__":
    main(sys.argv[1:])
