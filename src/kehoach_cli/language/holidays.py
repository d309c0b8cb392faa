"""Holidays and days of remembrance of Vietnam that have a day of their own in the calendar."""

from __future__ import annotations

# As they are named behind `Ngày`, and their day and month.
FIXED = {
    "Học sinh - sinh viên Việt Nam": (9, 1),
    "thành lập Đảng Cộng sản Việt Nam": (3, 2),
    "Thầy thuốc Việt Nam": (27, 2),
    "Quốc tế Phụ nữ": (8, 3),
    "Quốc tế phụ nữ": (8, 3),
    "Công tác xã hội Việt Nam": (25, 3),
    "thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh": (26, 3),
    "Người khuyết tật Việt Nam": (18, 4),
    "Sách và Văn hóa đọc Việt Nam": (21, 4),
    "Sách và Văn hoá đọc Việt Nam": (21, 4),
    "Giải phóng miền Nam, thống nhất đất nước": (30, 4),
    "Quốc tế Lao động": (1, 5),
    "Quốc tế lao động": (1, 5),
    "Quốc tế Thiếu nhi": (1, 6),
    "Quốc tế thiếu nhi": (1, 6),
    "Báo chí Cách mạng Việt Nam": (21, 6),
    "Báo chí cách mạng Việt Nam": (21, 6),
    "toàn dân phòng, chống ma túy": (26, 6),
    "Toàn dân phòng, chống ma túy": (26, 6),
    "Gia đình Việt Nam": (28, 6),
    "Thương binh - Liệt sĩ": (27, 7),
    "Thương binh, Liệt sĩ": (27, 7),
    "Toàn dân bảo vệ an ninh Tổ quốc": (19, 8),
    "Quốc khánh": (2, 9),
    "Khuyến học Việt Nam": (2, 10),
    "Chuyển đổi số quốc gia": (10, 10),
    "Doanh nhân Việt Nam": (13, 10),
    "Phụ nữ Việt Nam": (20, 10),
    "Pháp luật Việt Nam": (9, 11),
    "Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam": (9, 11),
    "Pháp luật nước Cộng hoà xã hội chủ nghĩa Việt Nam": (9, 11),
    "Nhà giáo Việt Nam": (20, 11),
    "thành lập Quân đội nhân dân Việt Nam": (22, 12),
}
# How the names begin, capital by capital, that stand behind `ngày`; some have no day of their own. Of names that are
# written in two ways the first is offered.
HOLIDAYS = tuple(
    " ".join(name.split())
    for name in """
    Quốc khánh; Nhà giáo Việt Nam; Pháp luật Việt Nam; Pháp luật nước; Phụ nữ Việt Nam; Quốc tế Phụ nữ; Quốc tế phụ
    nữ; Quốc tế Lao động; Quốc tế lao động; Quốc tế Thiếu nhi; Quốc tế thiếu nhi; Thương binh; Thầy thuốc Việt Nam;
    Gia đình Việt Nam; Doanh nhân Việt Nam; Báo chí cách mạng Việt Nam; Báo chí Cách mạng Việt Nam; Sách và Văn hóa
    đọc; Sách và văn hóa đọc; Chuyển đổi số quốc gia; Chuyển đổi số Quốc gia; Khuyến học Việt Nam; Môi trường thế giới;
    Môi trường Thế giới; Nước thế giới; Nước Thế giới; Sức khỏe thế giới; Sức khỏe Thế giới; Dân số thế giới; Dân số
    Thế giới; Dân số Việt Nam; Quốc tế Người cao tuổi; Quốc tế người cao tuổi; Quốc tế Hạnh phúc; Quốc tế hạnh phúc;
    Công tác xã hội Việt Nam; Di sản văn hóa Việt Nam; Di sản Văn hóa Việt Nam; Thế giới không thuốc lá; Đại dương thế
    giới; Đại dương Thế giới; Văn hóa các dân tộc Việt Nam
    """.split(";")
)
