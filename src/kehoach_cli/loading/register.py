"""The field table of a line of the register."""

from kehoach_cli.loading.choices import OneOf
from kehoach_cli.loading.days import Day
from kehoach_cli.loading.kinds import Line, Whole
from kehoach_cli.loading.mixed import ListOf, TableOf
from kehoach_cli.loading.record import Field, Record, nullable, optional
from kehoach_cli.model.register import Issued, IssuedKind

_LINE = Line()
_YEAR = Whole(1945, 2200)
_HASH = Line("chữ `sha256:…` do kehoach ghi")
_KINDS = ("kế hoạch", "báo cáo", "văn bản sửa đổi kế hoạch", "văn bản thay thế kế hoạch")

ISSUED = Record(
    "văn bản đi",
    Issued,
    (
        Field("kind", OneOf(IssuedKind, _KINDS), "kế hoạch, báo cáo, văn bản sửa đổi hay văn bản thay thế"),
        Field("plan_year", _YEAR, "năm của kế hoạch"),
        nullable("report", _LINE, "kỳ của báo cáo, như tên tệp trong reports/: `2026-Q2`"),
        nullable("scope", _LINE, "mã nội dung, hoặc `nhom-` và mã nhóm, của báo cáo chuyên đề"),
        nullable("as_of", Day(), "báo cáo tính như vào cuối ngày này"),
        nullable("amends", _LINE, "số, ký hiệu của văn bản được sửa đổi hoặc thay thế"),
        Field("type", _LINE, "tên loại văn bản"),
        Field("number", Whole(1, 999_999), "số của văn bản"),
        Field("symbol", _LINE, "ký hiệu"),
        Field("date", Day(), "ngày tháng văn bản"),
        Field("subject", _LINE, "trích yếu"),
        optional("authority", ListOf(_LINE), "quyền hạn, chức vụ của người ký"),
        Field("signer", _LINE, "người ký"),
        optional("recipients", ListOf(_LINE), "nơi nhận"),
        nullable("kept_by", _LINE, "đơn vị, người nhận bản lưu"),
        nullable("copies", Whole(1, 999_999), "số lượng bản"),
        Field("commit", _LINE, "bản git mà văn bản được tạo từ đó"),
        Field("content", _HASH, "dấu của nội dung kế hoạch"),
        Field("words", _HASH, "dấu của lời văn trong văn bản"),
        Field("parts", TableOf(_HASH), "dấu của từng phần trong tệp .docx"),
        Field("writer", _LINE, "phiên bản kehoach đã tạo văn bản"),
        Field("seal", _HASH, "dấu của các mục trên; sửa mục nào cũng bị phát hiện"),
        nullable("sent", Day(), "ngày chuyển; văn thư ghi"),
        nullable("received", _LINE, "ký nhận; văn thư ghi"),
        nullable("note", _LINE, "ghi chú; văn thư ghi"),
    ),
)
