"""The KH7xx rules: templates and the style table."""

from kehoach_cli.diagnostics import error

TEMPLATE = error(
    "KH701",
    "mẫu viết sai cú pháp Jinja",
    """
    Mẫu trong templates/ có chỗ Jinja không hiểu: thẻ `{% … %}` chưa đóng, dấu ngoặc thiếu, tên bộ lọc lạ.
    """,
)
VARIABLE = error(
    "KH702",
    "mẫu dùng tên không có",
    """
    Mẫu nhắc tới một biến hay một mục mà dữ liệu không có. kehoach không in chỗ trống thay cho nó.
    """,
)
MARKUP = error(
    "KH703",
    "thẻ hoặc thuộc tính không được dùng",
    """
    Mẫu chỉ dùng các thẻ section, p, table, thead, tbody, tr, th, td, b, i, br, hr, và chart với label, series, value;
    chữ chỉ nằm trong p; thẻ nào mở thì phải đóng.
    """,
)
STYLE = error(
    "KH704",
    "kiểu không có trong styles.yaml",
    """
    `class` của một đoạn là tên một kiểu trong templates/styles.yaml; của một section là tên một trang; của một
    bảng là `bang` (có khung) hoặc `khung` (không khung).
    """,
)
CELLS = error(
    "KH705",
    "hàng của bảng thừa hoặc thiếu ô",
    """
    Mỗi hàng có đủ số ô theo `data-cols` của bảng, tính cả `colspan` và `rowspan`.
    """,
)
STYLE_TABLE = error(
    "KH706",
    "styles.yaml không dùng được",
    """
    Bảng kiểu thiếu một kiểu mà văn bản nào cũng cần (`duong-ke`, `so-trang`), có hai kiểu cùng tên trong Word, có
    tên không phải chữ thường không dấu, hoặc có trang mà lề đã chiếm hết giấy.
    """,
)
ALL = (TEMPLATE, VARIABLE, MARKUP, STYLE, CELLS, STYLE_TABLE)
