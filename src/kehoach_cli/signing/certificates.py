"""Certificates: whether one may sign at a moment, and what people call its owner."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError

if TYPE_CHECKING:
    from datetime import datetime

    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]

VIETNAM = timezone(timedelta(hours=7))
USAGES = frozenset({"digital_signature", "non_repudiation"})
_ASK = "hỏi nơi cấp chứng thư số"


def check_certificate(certificate: Certificate, moment: datetime) -> None:
    """Raise RefusalError when the certificate may not sign at this moment."""
    name = common_name(certificate)
    start, end = certificate.not_valid_before, certificate.not_valid_after
    if moment < start:
        message = f"chứng thư số của {name} chưa có hiệu lực: từ {day(start)} mới dùng được"
        raise RefusalError(message, "kiểm tra ngày giờ của máy, hoặc đợi đến ngày đó")
    if moment > end:
        message = f"chứng thư số của {name} đã hết hạn từ {day(end)}"
        raise RefusalError(message, f"{_ASK} để gia hạn")
    if not may_sign(certificate):
        message = f"chứng thư số của {name} không dùng để ký được (thiếu digitalSignature hoặc nonRepudiation)"
        raise RefusalError(message, f"chọn chứng thư khác, hoặc {_ASK}")


def may_sign(certificate: Certificate) -> bool:
    """Return whether the certificate says that its key is for signing."""
    usage = certificate.key_usage_value
    return usage is not None and bool(USAGES & usage.native)


def common_name(certificate: Certificate) -> str:
    """Return the owner's name, or the whole subject when it has none."""
    name = certificate.subject.native.get("common_name")
    return str(name) if name else str(certificate.subject.human_friendly)


def organisation(certificate: Certificate) -> str:
    """Return the organisation that the owner belongs to, empty when it is not said."""
    value = certificate.subject.native.get("organization_name", "")
    return value if isinstance(value, str) else ", ".join(map(str, value))


def day(moment: datetime) -> str:
    """Return a day as official documents write it, by Vietnam's clock."""
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y")
