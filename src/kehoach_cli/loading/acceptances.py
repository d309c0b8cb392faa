"""The field table of an acceptance, a field that every record with words of its own may have."""

from kehoach_cli.loading.kinds import Line
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.loading.record import Field, Record, optional
from kehoach_cli.model.acceptance import Acceptance

_LINE = Line()
ACCEPTANCE = Record(
    "chỗ được chấp nhận",
    Acceptance,
    (
        Field("code", _LINE, "mã KH5xx của cảnh báo, ví dụ `KH501`"),
        Field("text", _LINE, "các chữ mà cảnh báo chỉ vào, đúng từng chữ"),
        Field("reason", _LINE, "vì sao giữ nguyên, ví dụ `văn bản đã ban hành`"),
    ),
)
ACCEPT = optional("accept", ListOf(ACCEPTANCE), "các cảnh báo về lời văn được giữ nguyên, kèm lý do")
