"""Typer's and Click's own words in Vietnamese: both pass them through gettext."""

from __future__ import annotations

import sys

_WORDS = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Arguments": "Tham số",
    "Commands": "Lệnh",
    "Error": "Lỗi",
    "Error: {message}": "lỗi: {message}",
    "Error: invalid input": "lỗi: trả lời y (có) hoặc n (không)",
    "Try '{command} {option}' for help.": "Gõ '{command} {option}' để xem cách dùng.",
    "Show this message and exit.": "Hiện phần trợ giúp này rồi thoát.",
    "Show the version and exit.": "Hiện phiên bản rồi thoát.",
    "default: {default}": "mặc định: {default}",
    "env var: {var}": "biến môi trường: {var}",
    "required": "bắt buộc",
    "Missing command.": "thiếu tên lệnh.",
    "Missing argument": "thiếu tham số",
    "Missing option": "thiếu tùy chọn",
    "Missing parameter": "thiếu tham số",
    "Missing {param_type}": "thiếu {param_type}",
    "Missing parameter: {param_name}": "thiếu tham số: {param_name}",
    "No such command {name!r}.": "không có lệnh {name!r}.",
    "No such option: {name}": "không có tùy chọn {name}",
    "No such option {name!r}.": "không có tùy chọn {name!r}.",
    "Did you mean {possibility}?": "Có phải {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Có phải một trong: {possibilities}?)",
    "(Possible options: {possibilities})": "(Có thể là: {possibilities})",
    "Invalid value: {message}": "giá trị không đúng: {message}",
    "Invalid value for {param_hint}: {message}": "giá trị không đúng cho {param_hint}: {message}",
    "{value!r} is not {choice}.": "{value!r} không phải là {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} không phải là một trong: {choices}.",
    "{value!r} is not a valid {number_type}.": "{value!r} không phải là số.",
    "{value} is not in the range {range}.": "{value} nằm ngoài khoảng {range}.",
    "Option {name!r} does not take a value.": "tùy chọn {name!r} không nhận giá trị.",
    "Option {name!r} requires an argument.": "tùy chọn {name!r} cần một giá trị.",
    "Option {name!r} requires {nargs} arguments.": "tùy chọn {name!r} cần {nargs} giá trị.",
    "Got unexpected extra argument ({args})": "thừa tham số: {args}",
    "Got unexpected extra arguments ({args})": "thừa tham số: {args}",
    "Choose from:\n\t{choices}": "Chọn một trong:\n\t{choices}",
    "Aborted!": "Đã dừng.",
    "Aborted.": "Đã dừng.",
}


def translate(text: str) -> str:
    """Return the Vietnamese for a text of Click's or Typer's, the text itself where there is none."""
    return _WORDS.get(text, text)


def translate_plural(one: str, many: str, count: int) -> str:
    """Return the same for a text with a plural, which Vietnamese does not have."""
    return translate(one if count == 1 else many)


def install() -> None:
    """Replace gettext in every module of Click and Typer that is loaded so far."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"click", "typer"}:
            for attribute, ours in (("_", translate), ("gettext", translate), ("ngettext", translate_plural)):
                if callable(getattr(module, attribute, None)):
                    setattr(module, attribute, ours)
