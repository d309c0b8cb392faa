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
    "lòng cốt": "nòng cốt",
    "dự đoán kinh phí": "dự toán kinh phí",
    "vô hình chung": "vô hình trung",
    "cọ sát": "cọ xát",
    "khắc khe": "khắt khe",
    "sáng lạng": "xán lạn",
}
# What is won, or who wins it: beside these words `giành` is meant.
WON = frozenset("giải huy chương cúp vé thắng lợi quyền độc mình hạng danh điểm ngôi vô tranh chiến".split())
