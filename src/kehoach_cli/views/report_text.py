"""A new file of reports/: the headings that a person writes under, with the figures as comments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kehoach_cli.model.periods import spoken
from kehoach_cli.model.reports import FOLDER
from kehoach_cli.source.modeline import modeline

if TYPE_CHECKING:
    from kehoach_cli.reporting.figures import Figures

_PARTS = (
    ("direction", "I. Công tác chỉ đạo, triển khai: văn bản, cuộc họp, phân công trong kỳ"),
    ("results", "III.1. Kết quả đạt được: điều nổi bật mà con số không nói"),
    ("limits", "III.2. Tồn tại, hạn chế"),
    ("causes", "III.3. Nguyên nhân"),
    ("plans", "IV. Phương hướng, ngoài các việc mà kế hoạch đã giao"),
    ("proposals", "V. Đề xuất, kiến nghị"),
)


def new_text(figures: Figures, title: str = "") -> str:
    """Return a new file of reports/: the headings to write under, and the figures as comments."""
    period, account = figures.period, figures.account
    lines = [
        modeline("reports", f"{FOLDER}/").rstrip("\n"),
        f"# Lời văn của báo cáo {period.name}: số liệu từ {spoken(period.start)} đến hết {spoken(period.end)}.",
        "# Dưới mỗi mục, viết mỗi ý một dòng, mở đầu bằng `  - `. Số liệu dưới đây do kehoach đếm lúc tạo tệp này:",
        f"#   {account.planned} sản phẩm phải thực hiện: {account.with_result} có kết quả, {account.without} chưa có",
        f"#   {account.counted} kết quả trong kỳ",
    ]
    for form in figures.forms:
        name = form.form.id.value
        inside, total = form.inside.quantities().get(name, 0), form.total.quantities().get(name, 0)
        if total:
            lines.append(f"#   {form.form.name}: {inside} {form.form.unit} trong kỳ, {total} lũy kế")
    silent = [unit.unit.name.value for unit in figures.units if unit.due and not unit.inside.count]
    if silent:
        lines.append(f"#   Đơn vị chưa có kết quả trong kỳ: {'; '.join(silent)}")
    lines += [f"title: {json.dumps(title, ensure_ascii=False)}"] if title else []
    lines += [
        "# Khi đã được cấp số và ngày, viết ví dụ:",
        "#   number: 15",
        f"#   date: {{day: 16, month: 6, year: {period.end.year}}}",
    ]
    for key, heading in _PARTS:
        lines += ["", f"# {heading}", f"{key}:"]
    lines += ["", "# Đánh giá riêng từng sản phẩm, theo mã; ví dụ `ma-san-pham: Hoàn thành`", "ratings: {}"]
    return "\n".join(lines) + "\n"
