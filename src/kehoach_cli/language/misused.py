"""Words that are taken for others which sound alike, and words that never stand side by side."""

# Never right, with what is meant.
MISUSED = {
    "những các": "các",
    "các những": "các",
    "mọi những": "mọi",
    "giành cho": "dành cho",
    "giành riêng": "dành riêng",
    "giành tặng": "dành tặng",
    "giành thời gian": "dành thời gian",
    **{f"dành {won}": f"giành {won}" for won in ("giải nhất", "giải nhì", "giải ba", "giải khuyến khích", "giải cao")},
    **{f"dành {won}": f"giành {won}" for won in ("huy chương", "chiến thắng", "thắng lợi", "chức vô địch", "ngôi")},
    "lòng cốt": "nòng cốt",
    "học bỗng": "học bổng",
    "tham ra": "tham gia",
    **{
        f"năng cao {what}": f"nâng cao {what}"
        for what in ("chất lượng", "hiệu quả", "nhận thức", "năng lực", "trình độ", "đời sống", "ý thức", "kỹ năng")
    },
    "thanh nhiên": "thanh niên",
    "công đồng": "cộng đồng",
    "nguyên đáng": "nguyên đán",
    **{
        f"tôn trong {what}": f"tôn trọng {what}"
        for what in ("pháp luật", "bản quyền", "ý kiến", "sự thật", "nhân phẩm", "danh dự", "người", "nhau", "tự do")
    },
    "cãi chính": "cải chính",
    "bàng quang khi": "bàng quan khi",
    "bàng quang trước": "bàng quan trước",
    "bàng quang với": "bàng quan với",
    "dự đoán kinh phí": "dự toán kinh phí",
    "vô hình chung": "vô hình trung",
    "cọ sát": "cọ xát",
    "khắc khe": "khắt khe",
    "sáng lạng": "xán lạn",
    "trao dồi": "trau dồi",
    "trao chuốt": "trau chuốt",
    "xử lý nghiệm": "xử lý nghiêm",
    "thẳng thắng": "thẳng thắn",
    "tựu chung": "tựu trung",
    "sơ xuất": "sơ suất",
    "xuất học bổng": "suất học bổng",
    "xuất quà": "suất quà",
    "xuất ăn": "suất ăn",
    "xúc tích": "súc tích",
    "hàm xúc": "hàm súc",
    "đường xá": "đường sá",
    "câu truyện": "câu chuyện",
    "cốt chuyện": "cốt truyện",
    "xuyên xuốt": "xuyên suốt",
    "sát xao": "sát sao",
    "chín mùi": "chín muồi",
    "thái độ bàng quang": "thái độ bàng quan",
    "thăm quan": "tham quan",
    "chân trọng": "trân trọng",
    "trân thành": "chân thành",
    "chủ chương": "chủ trương",
    "lãng mạng": "lãng mạn",
    "nề nết": "nề nếp",
    "xum vầy": "sum vầy",
    "xum họp": "sum họp",
    "vô hình dung": "vô hình trung",
    "tồn động": "tồn đọng",
    "dấu giếm": "giấu giếm",
    "dấu diếm": "giấu giếm",
}
# What is won, or who wins it: beside these words `giành` is meant.
WON = frozenset("giải huy chương cúp vé thắng lợi quyền độc mình hạng danh điểm ngôi vô tranh chiến".split())
