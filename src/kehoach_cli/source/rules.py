"""The KH0xx rules: a file that cannot be read, or not be read with certainty."""

from kehoach_cli.diagnostics import error, note, warning

UNREADABLE = error(
    "KH001",
    "không đọc được tệp",
    """
    Tệp hoặc thư mục cần có mà thiếu, là thư mục chứ không phải tệp, không có quyền đọc, hoặc là liên kết
    không dẫn tới tệp nào. kehoach không bỏ qua tệp nào của kế hoạch: không đọc được thì phải báo.
    """,
)
ENCODING = error(
    "KH002",
    "tệp không lưu bằng UTF-8",
    """
    Mọi tệp dữ liệu được lưu bằng UTF-8. Tệp lưu bằng UTF-16 ("Unicode" của Notepad), Windows-1258 hay TCVN3
    cho ra chữ sai nếu cứ đọc, nên kehoach dừng ở đúng chỗ không đọc được (NĐ 30/2020, Phụ lục I, phần I,
    mục I.4: bộ mã ký tự Unicode theo TCVN 6909:2001). UTF-8 có BOM ở đầu tệp (“UTF-8 with BOM” của Notepad) cũng đọc
    được. Tệp hết ngay giữa một chữ là tệp bị cắt: lưu lại thì mất luôn phần sau.
    """,
)
DECOMPOSED = note(
    "KH018",
    "dấu ghi rời khỏi chữ (NFD)",
    """
    Máy Mac và vài trang web ghi `ế` thành chữ `e` rồi hai dấu rời: trông như nhau, mà tìm chữ trong tệp không thấy, git
    coi là dòng khác. kehoach đọc và in như chữ dựng sẵn (TCVN 6909:2001), không mất gì.
    """,
)
HIDDEN = error(
    "KH003",
    "ký tự ẩn hoặc ký tự điều khiển",
    """
    Ký tự không nhìn thấy (dấu cách rộng 0, dấu đổi chiều chữ, dấu gạch nối mềm, ký tự điều khiển …) thường đi
    theo khi chép từ Word hay trang web; chúng làm hai chữ trông giống nhau mà khác nhau. Chữ UTF-8 bị đọc bằng bảng mã
    khác, và chữ của phông cũ (TCVN3, VNI) lưu trong tệp UTF-8, cũng báo ở đây: cả dòng phải gõ lại.
    """,
)
TAB = error(
    "KH004",
    "phím Tab hoặc dấu cách lạ",
    """
    YAML thụt lề bằng dấu cách thường. Phím Tab, và dấu cách không ngắt dùng để thụt lề, bị các chương trình
    đọc YAML hiểu mỗi nơi một khác.
    """,
)
SYNTAX = error(
    "KH005",
    "sai cú pháp YAML",
    """
    Dòng này không phải YAML hợp lệ. Thấy rõ dòng ấy định viết gì (thiếu `: `, thiếu dấu đóng ngoặc kép, gạch đầu
    dòng `–`) thì kehoach đọc tiếp để báo cả các lỗi sau nó, nhưng không sửa tệp và không tính số liệu của tệp ấy.
    Không rõ thì lỗi này che phần sau: sửa xong thì chạy lại.
    """,
)
CONFLICT = error(
    "KH006",
    "còn dấu xung đột của git",
    """
    Các dòng `<<<<<<<`, `=======`, `>>>>>>>` còn sót lại sau khi gộp nhánh: chưa ai chọn bản nào là đúng. Các dòng có
    `-`, `+` ở đầu, chép từ một bản so sánh (`git diff`), cũng vậy.
    """,
)
LIMITS = error(
    "KH007",
    "tệp quá lớn, lồng nhau quá sâu, hoặc có quá nhiều lỗi",
    """
    Một tệp dữ liệu tối đa 5 MB, nửa triệu giá trị, và lồng nhau tối đa 32 cấp; từ 1.000 lỗi trở lên thì không đọc
    tiếp. Dữ liệu thật của một phường nhỏ hơn hàng trăm lần; giới hạn này giữ cho máy không treo vì một tệp hỏng.
    """,
)
FEATURES = error(
    "KH008",
    "cú pháp YAML không dùng trong kehoach",
    """
    Nhãn kiểu (`!!int`), neo và bí danh (`&a`, `*a`), khóa không phải chữ không được dùng: kiểu của mỗi mục do
    kehoach quy định, và người duyệt phải đọc được ngay trên dòng đó.
    """,
)
DOCUMENTS = error(
    "KH009",
    "tệp trống hoặc có nhiều phần",
    """
    Mỗi tệp chứa đúng một phần YAML: không trống, không có dấu `---` thứ hai.
    """,
)
DUPLICATE_KEY = error(
    "KH010",
    "mục bị lặp",
    """
    Cùng một tên mục đứng hai lần trong một bảng. Nhiều chương trình lặng lẽ lấy giá trị sau; kehoach không chọn
    thay.
    """,
)
HASH = warning(
    "KH014",
    "phần sau dấu # bị coi là ghi chú",
    """
    Trong YAML, dấu `#` đứng sau một dấu cách mở đầu ghi chú: `Báo cáo #3` chỉ còn `Báo cáo`. Khi sau `#` không
    có dấu cách thì nhiều khả năng đó là nội dung.
    """,
)
OTHER_SCHEMA = warning(
    "KH020",
    "dòng 1 chỉ sang lược đồ của loại tệp khác",
    """
    Dòng `# yaml-language-server: $schema=…` cho trình soạn thảo biết tệp này viết theo mẫu nào. Chép dòng ấy từ một tệp
    loại khác, hay gõ sai tên, thì trình soạn thảo gợi ý sai, gạch đỏ chỗ đúng và bỏ qua chỗ sai. Văn bản in ra không
    đổi.
    """,
)
