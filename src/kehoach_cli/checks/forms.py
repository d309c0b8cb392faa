"""Forms of results: each can be said in a sentence, and belongs to a channel that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.naming import is_nobodys
from kehoach_cli.diagnostics import error
from kehoach_cli.location import doubled, is_unread
from kehoach_cli.spelling import Names, by_id_and_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.diagnostics import Finding
    from kehoach_cli.model.workspace import Workspace

PHRASE = error(
    "KH108",
    "câu của loại sản phẩm không có chỗ cho số lượng",
    """
    `phrase` là cách báo cáo nói về một loại sản phẩm, với `{}` đúng một lần ở chỗ của số lượng: `đăng {} tin bài`.
    """,
)
CHANNEL = error(
    "KH109",
    "loại sản phẩm thuộc về một kênh không có",
    """
    `channel` của loại sản phẩm là mã của một kênh trong `channels` của plan.yaml.
    """,
)


def check(workspace: Workspace) -> Iterator[Finding]:
    """Yield the forms that no report can speak of."""
    if workspace.plan is None:
        return
    channels = {channel.id.value: channel.text.value for channel in workspace.plan.channels}
    known = Names(by_id_and_name(channels.items()))
    bearers = [(channel.id, channel.text.value) for channel in workspace.plan.channels]
    are_read, twice = not is_unread(workspace.plan.channels), doubled(workspace.ids())
    for form in workspace.plan.forms:
        phrase = form.phrase
        if phrase is not None and not is_unread(phrase) and phrase.value.count("{}") != 1:
            yield PHRASE.finding(phrase.at, f"câu “{phrase}” cần `{{}}` đúng một lần", "ví dụ `đăng {} tin bài`")
        unknown = form.channel and not is_unread(form.channel) and form.channel.value not in channels
        if not form.channel or not unknown:
            continue
        if (are_read and is_nobodys(form.channel.value, bearers, twice)) or known.holds_slip(form.channel.value):
            hint = workspace.of_another_kind(form.channel.value, "kênh") or known.did_you_mean(form.channel.value)
            hint = hint or "thêm kênh vào `channels`, hoặc bỏ mục này"
            yield CHANNEL.finding(form.channel.at, f"không có kênh `{form.channel}`", hint)
