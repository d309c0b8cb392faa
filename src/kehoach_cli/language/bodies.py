"""Bodies and provinces that the reforms of 2025 merged, and what has become of them."""

from __future__ import annotations

# Nghị quyết số 176/2025/QH15 (ministries, from 01/3/2025) and the offices below them; what has several heirs is not
# said which.
_MINISTRIES = {
    "Thông tin và Truyền thông": "Khoa học và Công nghệ",
    "Lao động - Thương binh và Xã hội": "Nội vụ",
    "Tài nguyên và Môi trường": "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn": "Nông nghiệp và Môi trường",
    "Kế hoạch và Đầu tư": "Tài chính",
    "Giao thông vận tải": "Xây dựng",
}
HEIRS = {f"{office} {name}": f"{office} {heir}" for name, heir in _MINISTRIES.items() for office in ("Bộ", "Sở")} | {
    "Ủy ban Dân tộc": "Bộ Dân tộc và Tôn giáo",
    "Uỷ ban Dân tộc": "Bộ Dân tộc và Tôn giáo",
    "Phòng Giáo dục và Đào tạo": "Phòng Văn hóa - Xã hội của xã, phường",
    "Phòng Tài nguyên và Môi trường": "Phòng Kinh tế (xã), Phòng Kinh tế, Hạ tầng và Đô thị (phường)",
    "Phòng Lao động - Thương binh và Xã hội": "Phòng Văn hóa - Xã hội của xã, phường",
    "Phòng Tài chính - Kế hoạch": "Phòng Kinh tế (xã), Phòng Kinh tế, Hạ tầng và Đô thị (phường)",
}
# Nghị quyết số 202/2025/QH15, from 01/7/2025: the provinces that gave up their name, by where they are now.
MERGED_PROVINCES = {
    ("Hà Giang",): "tỉnh Tuyên Quang",
    ("Yên Bái",): "tỉnh Lào Cai",
    ("Bắc Kạn",): "tỉnh Thái Nguyên",
    ("Vĩnh Phúc", "Hòa Bình", "Hoà Bình"): "tỉnh Phú Thọ",
    ("Bắc Giang",): "tỉnh Bắc Ninh",
    ("Thái Bình",): "tỉnh Hưng Yên",
    ("Hải Dương",): "thành phố Hải Phòng",
    ("Hà Nam", "Nam Định"): "tỉnh Ninh Bình",
    ("Quảng Bình",): "tỉnh Quảng Trị",
    ("Quảng Nam",): "thành phố Đà Nẵng",
    ("Kon Tum",): "tỉnh Quảng Ngãi",
    ("Bình Định",): "tỉnh Gia Lai",
    ("Ninh Thuận",): "tỉnh Khánh Hòa",
    ("Đắk Nông", "Bình Thuận"): "tỉnh Lâm Đồng",
    ("Phú Yên",): "tỉnh Đắk Lắk",
    ("Bình Dương", "Bà Rịa - Vũng Tàu"): "Thành phố Hồ Chí Minh",
    ("Bình Phước",): "tỉnh Đồng Nai",
    ("Long An",): "tỉnh Tây Ninh",
    ("Bến Tre", "Trà Vinh"): "tỉnh Vĩnh Long",
    ("Tiền Giang",): "tỉnh Đồng Tháp",
    ("Bạc Liêu",): "tỉnh Cà Mau",
    ("Sóc Trăng", "Hậu Giang"): "thành phố Cần Thơ",
    ("Kiên Giang",): "tỉnh An Giang",
}
