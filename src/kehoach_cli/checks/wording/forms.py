"""The rules of numbers, symbols and days that several judges tell of."""

from kehoach_cli.diagnostics import note, warning

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
YEAR = warning(
    "KH543",
    "số hiệu không khớp với năm, với cơ quan ban hành",
    """
    Khóa Quốc hội trong ký hiệu phải khớp năm ban hành (QH14: 2016-2021, QH15: 2021-2026, QH16: 2026-2031), và năm
    trong số hiệu phải là năm của ngày ban hành; `NĐ-CP` là của Chính phủ, `QĐ-TTg` của Thủ tướng Chính phủ.
    """,
)
PADDING = note(
    "KH544",
    "cách viết ngày tháng, số dưới 10",
    """
    Ngày viết bằng số có dấu `/`: `15/4/2026`, không phải `15-4-2026`. Ngày dưới 10 và tháng 1, 2 thêm số
    0 phía trước; các tháng khác thì không: `05/3/2026`, `14/02/2026` (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b
    nói về ngày ban hành; trong lời văn là lệ thường). Số văn bản dưới 10 cũng vậy: `07/CT-TTg`. Hàng nghìn tách bằng
    dấu chấm, phần lẻ bằng dấu phẩy: `4.000.000 đồng`, `95,5%`.
    """,
)
