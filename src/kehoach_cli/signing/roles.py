"""Who signs: each role with the name of its signature field and its name in a sentence."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """The three signatures that an official document can bear."""

    PERSON = "person"
    AGENCY = "agency"
    APPENDIX = "appendix"

    @property
    def field(self) -> str:
        """Return the name of the signature field."""
        return _FIELDS[self]

    @property
    def title(self) -> str:
        """Return what the signature is called in a sentence."""
        return _TITLES[self]


_FIELDS = {Role.PERSON: "ChuKyNguoiCoThamQuyen", Role.AGENCY: "ChuKyCoQuan", Role.APPENDIX: "ChuKyPhuLuc"}
_TITLES = {
    Role.PERSON: "chữ ký của người có thẩm quyền",
    Role.AGENCY: "chữ ký của cơ quan",
    Role.APPENDIX: "chữ ký trên phụ lục",
}


def role_of(field: str) -> Role | None:
    """Return the role whose field has this name, None for a field of another program."""
    return next((role for role in Role if role.field == field), None)
