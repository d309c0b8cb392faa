"""Bodies and provinces, and what has become of those that the reforms of 2025 merged."""

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
# Provinces and cities of two words, and the country, of today and of before; but for those that are words, too.
PROVINCES = tuple(
    " ".join(name.split())
    for name in """
    Việt Nam, Hà Nội, Hải Phòng, Đà Nẵng, Cần Thơ, Lai Châu, Điện Biên, Sơn La, Lạng Sơn, Quảng Ninh, Thanh Hóa, Nghệ
    An, Hà Tĩnh, Cao Bằng, Tuyên Quang, Lào Cai, Thái Nguyên, Phú Thọ, Bắc Ninh, Hưng Yên, Ninh Bình, Quảng Trị, Quảng
    Ngãi, Gia Lai, Khánh Hòa, Lâm Đồng, Đắk Lắk, Đồng Nai, Tây Ninh, Vĩnh Long, Đồng Tháp, Cà Mau, An Giang, Bắc Giang,
    Bắc Kạn, Bình Định, Bình Thuận, Hải Dương, Hà Giang, Hà Nam, Hậu Giang, Kiên Giang, Long An, Nam Định, Ninh Thuận,
    Phú Yên, Quảng Bình, Quảng Nam, Sóc Trăng, Thái Bình, Tiền Giang, Trà Vinh, Vĩnh Phúc, Yên Bái, Bạc Liêu, Bến Tre
    """.split(",")
)
# Cities that are no part of a province.
CITIES = ("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh")
# Names of bodies, and words that names of bodies are made of, that are one word of two syllables: a capital for the
# first alone. Those that newspapers, schools and streets are called are left out (Thanh Niên, Thống Nhất).
ONE_CAPITAL = tuple(
    " ".join(name.split())
    for name in """
    Quốc hội, Chính phủ, Nhà nước, Trung ương, Ủy ban, Hội đồng, Mặt trận, Công an, Công đoàn, Văn phòng, Trung tâm,
    Tiểu học, Trung học, Mầm non, Mẫu giáo, Phổ thông, Giáo dục, Đào tạo, Khoa học, Công nghệ, Chuyển đổi, Hành chính,
    Thể thao, Nội vụ, Tài chính, Tư pháp, Dân tộc, Tôn giáo, Môi trường, Nông nghiệp, Quốc phòng, Y tế, Văn hóa
    """.split(",")
)
# How symbols name who issued a document: 29/2024/TT-BGDĐT.
ISSUERS = frozenset(
    """
    UBND HĐND CP TTg TW TU ĐU BGDĐT SGDĐT BNV BTC BYT BCA BQP BTP BKHCN BVHTTDL BNNMT BXD BCT BTTTT BTNMT
    BLĐTBXH BKHĐT BNNPTNT BGTVT UBTVQH MTTW MTTQ TLĐ VPCP VHXH SNV STC SYT STP SKHCN SVHTTDL SVHTT GDĐT BCĐ BNG
    NHNN TTCP
    """.split()
)
