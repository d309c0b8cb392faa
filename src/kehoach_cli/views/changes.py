"""The difference between two plans as text, Markdown and JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.changes.edits import ChangeKind
from kehoach_cli.changes.issued import printed
from kehoach_cli.frozen import frozen
from kehoach_cli.model.topics import roman
from kehoach_cli.views.change_words import Piece, Speaker
from kehoach_cli.views.json_document import dumps
from kehoach_cli.views.tables import in_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.changes.edits import Change
    from kehoach_cli.changes.effects import Effects, Workload
    from kehoach_cli.changes.facts import Fact
    from kehoach_cli.model.workspace import Workspace

SIGNS = {
    ChangeKind.ADDED: "+",
    ChangeKind.REMOVED: "-",
    ChangeKind.CHANGED: "~",
    ChangeKind.MOVED: ">",
    ChangeKind.RENAMED: "=",
    ChangeKind.REORDERED: "^",
}
_WORDS = {
    ChangeKind.ADDED: "thêm",
    ChangeKind.REMOVED: "bỏ",
    ChangeKind.CHANGED: "sửa",
    ChangeKind.MOVED: "chuyển chỗ",
    ChangeKind.RENAMED: "đổi mã",
    ChangeKind.REORDERED: "đổi thứ tự",
}
_SHOWN = 20


@frozen
class Difference:
    """All that is to be said of two plans: `soundness` is what checking the new one found, in a line."""

    old: Workspace
    new: Workspace
    changes: tuple[Change, ...]
    effects: Effects
    names: tuple[str, str]
    soundness: str

    @property
    def speaker(self) -> Speaker:
        """Return who says its changes."""
        return Speaker(self.old, self.new)


def summary(difference: Difference) -> str:
    """Return the line that counts the changes."""
    counts = Counter(change.kind for change in difference.changes)
    said = ", ".join(f"{counts[kind]} {word}" for kind, word in _WORDS.items() if counts[kind])
    old, new = difference.names
    return f"{old} → {new}: {said or 'không có gì thay đổi'}"


def plain(piece: Piece) -> str:
    """Return a piece for a pipe: what went in [-…-], what came in {+…+}, as `git diff --word-diff` writes them."""
    return {"old": f"[-{piece.text}-]", "new": f"{{+{piece.text}+}}"}.get(piece.mark, piece.text)


def as_text(difference: Difference, paint: Callable[[Piece], str] = plain) -> str:
    r"""Return a line for each change, then the effects and the summary, ended by \n."""
    speaker = difference.speaker
    lines = []
    for change in difference.changes:
        said = "".join(map(paint, speaker.sentence(change)))
        lines.append(f"{SIGNS[change.kind]} {speaker.place(change)}: {said}")
    told = [f"  {line}" for line in effect_lines(difference)]
    if told:
        lines += ["", "Ảnh hưởng:", *told]
    lines += [""] if lines else []
    return "\n".join([*lines, summary(difference), f"Bản mới: {difference.soundness}"]) + "\n"


def effect_lines(difference: Difference) -> list[str]:
    """Return a sentence for each unit whose work changes, and for what was recorded for products that changed."""
    lines = [_workload(load) for load in difference.effects.workloads]
    orphans = difference.effects.orphans
    for gone, words in ((True, "của sản phẩm không còn trong kế hoạch"), (False, "theo lời cũ của sản phẩm")):
        files = [orphan.entry.file for orphan in orphans if orphan.product_gone is gone]
        if files:
            rest = f" và {len(files) - _SHOWN} tệp khác" if len(files) > _SHOWN else ""
            lines.append(f"{len(files)} kết quả đã ghi {words}: {', '.join(files[:_SHOWN])}{rest}")
    return lines


def _workload(load: Workload) -> str:
    parts = []
    for word, quarters in (("thêm", load.gained), ("bớt", load.lost)):
        counted = ", ".join(f"{count} trong Quý {roman(quarter)}" for quarter, count in quarters)
        parts += [f"{word} {sum(count for _, count in quarters)} nhiệm vụ ({counted})"] if quarters else []
    none = "; KHÔNG CÒN nhiệm vụ nào" if not load.left else ""
    return f"{load.unit.name}: {', '.join(parts)}{none}"


def as_markdown(difference: Difference) -> str:
    r"""Return the difference for a pull request: summary, table, effects, whether it may be merged, ended by \n."""
    speaker = difference.speaker
    lines = [f"**{in_cell(summary(difference))}**", "", f"Kiểm tra bản mới: {in_cell(difference.soundness)}.", ""]
    told = effect_lines(difference)
    if told:
        lines += ["**Ảnh hưởng**", "", *(f"- {in_cell(line)}" for line in told), ""]
    if difference.changes:
        lines += ["<details open><summary>Từng thay đổi</summary>", "", "| | Chỗ | Thay đổi |", "| --- | --- | --- |"]
        for change in difference.changes:
            said = "".join(_markdown(piece) for piece in speaker.sentence(change))
            lines.append(f"| {_WORDS[change.kind]} | {in_cell(speaker.place(change))} | {said} |")
        lines += ["", "</details>", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _markdown(piece: Piece) -> str:
    text = in_cell(piece.text)
    if not text.strip():
        return text
    return {"old": f"~~{text}~~", "new": f"**{text}**"}.get(piece.mark, text)


def as_json(difference: Difference) -> str:
    """Return the difference as JSON, version 1; `edits` together hold every fact that differs."""
    speaker = difference.speaker
    changes = [
        {
            "kind": change.kind.value,
            "thing": change.thing,
            "id": change.id,
            "old_id": change.old_id or None,
            "field": change.field or None,
            "place": speaker.place(change),
            "sentence": "".join(map(plain, speaker.sentence(change))),
            "edits": [
                {"fact": list(edit.key), "old": _fact(edit.old), "new": _fact(edit.new)} for edit in change.edits
            ],
        }
        for change in difference.changes
    ]
    effects = difference.effects
    return dumps(
        "plan-diff",
        {
            "old": difference.names[0],
            "new": difference.names[1],
            "changes": changes,
            "effects": {
                "units": [
                    {
                        "unit": load.unit.id.value,
                        "gained": {str(quarter): count for quarter, count in load.gained},
                        "lost": {str(quarter): count for quarter, count in load.lost},
                        "left": load.left,
                    }
                    for load in effects.workloads
                ],
                "entries": [
                    {"id": o.entry.id.value, "file": o.entry.file, "product_gone": o.product_gone}
                    for o in effects.orphans
                ],
            },
        },
    )


def _fact(fact: Fact | None) -> dict[str, object] | None:
    if fact is None:
        return None
    value = fact.value if isinstance(fact.value, str) else list(fact.value)
    return {"value": value, "file": fact.at.file, "line": fact.at.line, "column": fact.at.column}


def rows_of(speaker: Speaker, changes: Iterable[Change]) -> list[tuple[str, list[Piece], list[Piece]]]:
    """Return the changes of what is printed, as the officials' table has them: place, now in force, amended."""
    return [(speaker.place(change), *speaker.sides(change)) for change in changes if printed(change)]
