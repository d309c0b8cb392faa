"""Makes entries in a workspace without going through kehoach, and counts them without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from tests.conftest import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

PRODUCTS = ("tin-chinh-sach", "bai-chinh-sach", "tin-mam-non")
UNITS = ("vhxh", "ubnd", "hoa-mau", "mam-non")


@dataclass(frozen=True)
class Made:
    """An entry as a test wants it."""

    day: date
    product: str = PRODUCTS[0]
    unit: str = UNITS[0]
    form: str | None = "tin-bai"
    quantity: int | None = 1
    reach: int | None = None
    title: str | None = None


def with_forms(root: Path, cutoff: str = "decree") -> Path:
    """Give the small workspace forms and reporting settings."""
    plan = root / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text + FORMS.replace("cutoff: decree", f"cutoff: {cutoff}"), encoding="utf-8", newline="\n")
    return root


def write(root: Path, entries: Iterable[Made]) -> list[Path]:
    """Write each entry into a file of its own, named and placed as the design has it."""
    paths = []
    for number, entry in enumerate(entries):
        name = "".join("abcdefghijklmnopqrstuvwxyz234567"[number >> shift & 31] for shift in range(35, -1, -5))
        lines = [f"id: {name}", f"date: {entry.day}", f"product: {entry.product}", f"unit: {entry.unit}"]
        lines += [f"form: {entry.form}", f"quantity: {entry.quantity}"] if entry.form else []
        lines += [f"reach: {entry.reach}"] if entry.reach is not None else []
        lines += [f'title: "{entry.title}"'] if entry.title else []
        folder = root / "progress" / str(entry.day.year) / f"Q{(entry.day.month + 2) // 3}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{entry.day:%Y%m%d}-{entry.unit}-{entry.product}-{name}.yaml"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def read(root: Path) -> Iterator[dict[str, str]]:
    """Yield every entry as PyYAML reads it, all values text: an account that owes nothing to kehoach's own reader."""
    for path in sorted((root / "progress").rglob("*.yaml")):
        loaded = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
        yield from loaded if isinstance(loaded, list) else [loaded]
