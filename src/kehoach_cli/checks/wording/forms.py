"""The rule of how a document's symbol is written, which three judges tell of."""

from kehoach_cli.diagnostics import warning

FORM = warning(
    "KH541",
    "số, ký hiệu văn bản viết sai dạng",
    """
    Ký hiệu viết liền: `671/KH-SGDĐT`, `30/2020/NĐ-CP`, `218/2025/QH15`; văn bản của Đảng `05-KH/BCĐTW`. Không có dấu
    cách quanh `/` và `-`, không dùng `–`; giữa tên loại và cơ quan là `-`; chữ viết tắt tên loại khớp với tên loại;
    trước con số có chữ `số`; nghị định, thông tư có năm và tên loại trong ký hiệu (NĐ 30/2020/NĐ-CP, Phụ lục I, phần
    I, mục II.3; Phụ lục III, mục I).
    """,
)
