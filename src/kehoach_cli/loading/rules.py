"""The rules of the data tables themselves: names of keys, presence, kinds of value, places of files."""

from kehoach_cli.diagnostics import error, warning

UNKNOWN_KEY = error(
    "KH011",
    "mục không có trong mẫu",
    """
    Tên mục này kehoach không biết, nên giá trị của nó sẽ không được in. Thường là gõ nhầm tên.
    """,
)
MISSING_KEY = error(
    "KH012",
    "thiếu mục bắt buộc",
    """
    Thiếu mục mà văn bản cần có. kehoach không tự điền thay.
    """,
)
WRONG_VALUE = error(
    "KH013",
    "giá trị không đúng kiểu",
    """
    Giá trị không phải kiểu mà mục này cần: chữ, số, danh sách, bảng, hay một trong các từ cho sẵn.
    """,
)
TORN = error(
    "KH019",
    "tệp dừng giữa chừng",
    """
    Tệp hết ở giữa một dòng, một phần tử hay một danh sách, và những gì lẽ ra đứng sau đó thì thiếu: thường là lưu không
    trọn, chép không hết, hay ổ đĩa đầy. Những gì chỉ vì thế mà thiếu thì không báo riêng từng thứ.
    """,
)
MISNAMED_FILE = error(
    "KH016",
    "tệp hoặc thư mục dữ liệu sai tên hoặc sai chỗ",
    """
    Thiếu plan.yaml, units.yaml hoặc một thư mục dữ liệu, còn bên cạnh có tên gần giống mà kehoach không đọc. Hoặc tệp
    trong topics/ có phần mở rộng `.yml`, `.YAML` …, hay nằm trong một thư mục con: nhìn như một nhóm nội dung nhưng
    kehoach chỉ đọc `topics/*.yaml`, nên cả nhóm sẽ thiếu trong văn bản và các nhóm sau bị đánh lại số. Đổi tên hoặc
    chuyển chỗ trước.
    """,
)
STRAY_FILE = warning(
    "KH015",
    "tệp không thuộc về đâu",
    """
    Tệp nằm trong thư mục dữ liệu nhưng kehoach không đọc: sai phần mở rộng, sai chỗ, hoặc tên chỉ gần giống. Nội
    dung trong đó sẽ không có trong văn bản.
    """,
)
MISNAMED_DATA = error(
    "KH017",
    "tệp kết quả hoặc lời báo cáo sai phần mở rộng",
    """
    Tệp trong progress/ hoặc reports/ có tên gần như tệp dữ liệu (`.yml`, `.YAML`, `.yaml.txt` …) nhưng kehoach chỉ
    đọc `.yaml`: kết quả ghi trong đó sẽ không được tính vào báo cáo.
    """,
)
