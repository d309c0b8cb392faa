"""The field tables of plan.yaml."""

from kehoach_cli.loading.acceptances import ACCEPT
from kehoach_cli.loading.choices import OneOf
from kehoach_cli.loading.days import Day
from kehoach_cli.loading.kinds import Id, Line, Whole
from kehoach_cli.loading.mixed import ListOf, TableById, Tagged
from kehoach_cli.loading.record import Field, Record, nullable, optional
from kehoach_cli.model.plan import (
    Agency,
    Appendix,
    Channel,
    Checkpoint,
    Cutoff,
    Form,
    Insert,
    IssueDate,
    Item,
    Mark,
    Paragraph,
    Plan,
    Reporting,
    Section,
    Series,
    Signature,
)

LINE = Line()
_MARKS = (
    "đoạn mở đầu bằng gạch đầu dòng",
    "ý nhỏ của gạch đầu dòng đứng trên nó",
    "đoạn thường, không có dấu đầu dòng",
    "đoạn ghi chú",
)
PARAGRAPHS = ListOf(Tagged(Mark, Paragraph, _MARKS))
INSERT = OneOf(Insert, ("các kênh của `channels`", "nhiệm vụ của các đơn vị trong units.yaml"), reads_slips=True)
CUTOFF = OneOf(Cutoff, ("từ ngày 15 đến ngày 14, theo NĐ 09/2019/NĐ-CP", "theo quý của lịch"))
SERIES = OneOf(Series, ("mỗi loại văn bản một dãy số", "mọi loại văn bản chung một dãy số"))
YEAR = Whole(1945, 2200)
COUNT = Whole(0, 999_999_999)

AGENCY = Record(
    "cơ quan ban hành",
    Agency,
    (
        nullable("unit", LINE, "đơn vị ban hành, theo units.yaml"),
        optional("parent", ListOf(LINE), "cơ quan chủ quản, mỗi dòng một phần tử; UBND phường không có"),
        Field("name", ListOf(LINE), "tên cơ quan ban hành, mỗi dòng in một phần tử"),
        Field("place", LINE, "địa danh, ví dụ `Phúc Lợi`", examples=("Phúc Lợi",)),
    ),
)
DATE = Record(
    "ngày tháng",
    IssueDate,
    (
        nullable("day", Whole(1, 31), "ngày ban hành; để trống khi chưa ban hành", 5),
        nullable("month", Whole(1, 12), "tháng ban hành"),
        nullable("year", YEAR, "năm ban hành", 2026),
    ),
)
ITEM = Record(
    "khoản",
    Item,
    (
        Field("title", LINE, "tên khoản, in đậm sau 1., 2., …"),
        optional("paragraphs", PARAGRAPHS, "các đoạn, theo thứ tự"),
        nullable("insert", INSERT, "phần lấy từ nơi khác, in sau các đoạn"),
        ACCEPT,
    ),
)
SECTION = Record(
    "mục lớn",
    Section,
    (
        Field("title", LINE, "tên mục, in đậm sau I., II., …"),
        optional("paragraphs", PARAGRAPHS, "các đoạn đứng trước khoản 1"),
        optional("items", ListOf(ITEM), "các khoản 1., 2., …"),
        nullable("insert", INSERT, "phần lấy từ nơi khác, in sau các khoản"),
        ACCEPT,
    ),
)
CHANNEL = Record(
    "kênh",
    Channel,
    (Field("id", Id(), "mã, không bao giờ đổi"), Field("text", LINE, "tên kênh như in trong kế hoạch")),
)
FORM = Record(
    "loại sản phẩm",
    Form,
    (
        Field("id", Id(), "mã, không bao giờ đổi"),
        Field("name", LINE, "tên, như in trong phụ lục số liệu của báo cáo"),
        Field("unit", LINE, "đơn vị tính, ví dụ `tin bài`", examples=("tin bài", "buổi")),
        nullable(
            "phrase",
            LINE,
            "cách nói trong câu của báo cáo, `{}` là số lượng: `đăng {} tin bài`",
            "đăng {} tin bài",
            "tổ chức {} hội nghị",
        ),
        nullable("reach", LINE, "lượt tiếp cận gọi là gì, ví dụ `lượt người dự`", "lượt người dự", "lượt xem"),
        nullable("channel", Id("channels"), "mã kênh mà loại này thuộc về"),
    ),
)
CHECKPOINT = Record(
    "mốc đối chiếu",
    Checkpoint,
    (
        Field("date", Day(), "tính từ đầu năm báo cáo đến hết ngày này"),
        nullable("entries", COUNT, "tổng số kết quả phải có"),
        optional("totals", TableById(COUNT), "tổng số lượng phải có, theo mã loại sản phẩm"),
    ),
)
REPORTING = Record(
    "báo cáo",
    Reporting,
    (
        optional("cutoff", CUTOFF, "chốt số liệu theo NĐ 09/2019 (`decree`, mặc định) hay lịch (`calendar`)"),
        optional("to", ListOf(LINE), "nơi báo cáo gửi tới, in sau “Kính gửi:”"),
        nullable("symbol", LINE, "ký hiệu của báo cáo; mặc định đổi chữ đầu của `symbol` thành BC", "BC-UBND"),
        optional("recipients", ListOf(LINE), "nơi nhận sau dòng “Như trên”; mặc định là dòng Lưu của kế hoạch"),
        optional("checkpoints", ListOf(CHECKPOINT), "các mốc mà số liệu phải khớp"),
    ),
)
SIGNATURE = Record(
    "khối chữ ký",
    Signature,
    (
        Field("authority", ListOf(LINE), "quyền hạn, chức vụ của người ký, mỗi dòng một phần tử"),
        Field("name", LINE, "họ và tên người ký"),
    ),
)
APPENDIX = Record(
    "phụ lục",
    Appendix,
    (
        Field("title", LINE, "tên phụ lục; in chữ hoa"),
        Field("issued_by", LINE, "kế hoạch của ai, trong dòng “(Kèm theo …)”", examples=("UBND phường Phúc Lợi",)),
    ),
)
PLAN = Record(
    "kế hoạch",
    Plan,
    (
        Field("year", YEAR, "năm của kế hoạch"),
        Field("type", LINE, "tên loại văn bản; in chữ hoa", examples=("Kế hoạch",)),
        Field("subject", LINE, "trích yếu"),
        Field("agency", AGENCY, "cơ quan ban hành"),
        nullable("number", Whole(1, 999_999), "số của văn bản; để trống khi chưa được cấp", 125),
        Field("symbol", LINE, "ký hiệu, ví dụ `KH-UBND`", examples=("KH-UBND",)),
        optional("series", SERIES, "số cấp riêng từng loại văn bản (`type`, mặc định) hay chung (`all`)"),
        Field("date", DATE, "ngày tháng ban hành"),
        Field("bases", ListOf(LINE), "các căn cứ, không kèm dấu `;` hay `.` cuối"),
        Field("opening", LINE, "câu mở đầu"),
        Field("sections", ListOf(SECTION), "các mục I, II, III, …"),
        optional("channels", ListOf(CHANNEL), "các kênh thông tin, tuyên truyền"),
        optional("forms", ListOf(FORM), "các loại sản phẩm mà kết quả được đếm theo"),
        optional("reporting", REPORTING, "kỳ báo cáo, nơi gửi, ký hiệu"),
        Field("closing", LINE, "câu kết, không kèm `./.`"),
        Field("recipients", ListOf(LINE), "nơi nhận, không kèm `- ` và dấu cuối"),
        Field("signature", SIGNATURE, "khối chữ ký"),
        Field("appendix", APPENDIX, "phụ lục"),
        ACCEPT,
    ),
)
