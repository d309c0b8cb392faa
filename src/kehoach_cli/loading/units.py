"""The field tables of units.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.loading.acceptances import ACCEPT
from kehoach_cli.loading.choices import OneOf
from kehoach_cli.loading.kinds import Id, Line
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.loading.record import Field, Record, nullable, optional
from kehoach_cli.model.units import Unit, UnitKind, Units

if TYPE_CHECKING:
    from kehoach_cli.location import Location

_KINDS = (
    "cơ quan: UBND phường, sở",
    "phòng chuyên môn",
    "trung tâm",
    "văn phòng",
    "đoàn thể, tổ chức",
    "trường học",
    "lớp đơn vị: gồm mọi đơn vị trong `members`",
)
UNIT = Record(
    "đơn vị",
    Unit,
    (
        Field("id", Id(), "mã, không bao giờ đổi"),
        Field("name", Line(), "tên như in trong phụ lục", examples=("Phòng Văn hóa - Xã hội",)),
        Field("kind", OneOf(UnitKind, _KINDS), "loại đơn vị"),
        optional("aliases", ListOf(Line()), "các tên khác của cùng đơn vị"),
        optional("members", ListOf(Line()), "thành viên, khi đơn vị là một lớp (`class`)"),
        nullable("heading", Line(), "tên khoản trong phần phân công nhiệm vụ, khi khác `name`"),
        optional("duties", ListOf(Line()), "nhiệm vụ trong phần phân công, mỗi gạch đầu dòng một phần tử"),
        ACCEPT,
    ),
)


def _units(units: tuple[Unit, ...], at: Location) -> Units:
    del at
    return Units(units)


UNITS = Record("danh sách đơn vị", _units, (Field("units", ListOf(UNIT), "các đơn vị, theo thứ tự phân công"),))
