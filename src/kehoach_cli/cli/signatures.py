"""The digital signatures of a PDF as `verify` tells of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]

    from kehoach_cli.signing.check import SignatureReport

_TRUST = {
    "trusted": "chứng thư tin được",
    "untrusted": "chứng thư không do nơi cấp được tin",
    "unknown": "chưa kiểm tra được nơi cấp chứng thư",
}
_ROLES = {"person": "người có thẩm quyền", "agency": "cơ quan", "appendix": "cơ quan, trên phụ lục"}


# What a signature leaves in a file: one altered byte may hide some of it, never all.
_TRACE = re.compile(rb"/ByteRange|/Type\s*/Sig\b|/ETSI\.|/adbe\.(pkcs7|x509)|/Adobe\.PPKLite")
_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Shown:
    """A signature in words and for programs; `wrong` says that it does not hold."""

    sentence: str
    wrong: bool
    facts: dict[str, object]


def signatures_in(data: bytes) -> list[Shown]:
    """Return what is to be said of each signature; that they cannot be judged, where kehoach[sign] is missing."""
    if not _TRACE.search(data):
        return []
    try:
        from kehoach_cli.signing.check import signatures_of
    except ImportError:
        sentence = 'CHỮ KÝ SỐ: chưa kiểm tra được; cài: pip install "kehoach[sign]"'
        return [Shown(sentence, wrong=False, facts={"problem": "kehoach[sign] is not installed"})]
    found = [_shown(report) for report in signatures_of(data, _roots())]
    if not found:
        sentence = "CHỮ KÝ SỐ HỎNG: tệp có dấu vết của chữ ký số nhưng không đọc được chữ ký nào"
        found = [Shown(sentence, wrong=True, facts={"problem": "traces of a signature that cannot be read"})]
    return found


def _roots() -> list[Certificate]:
    """Return the certificates that this machine's user trusts. Raises RefusalError."""
    from pathlib import Path

    from pyhanko.keys import load_certs_from_pemder_data

    from kehoach_cli.errors import RefusalError
    from kehoach_cli.loading.config import config_path, read_config

    found: list[Certificate] = []
    for root in read_config(config_path()).roots:
        try:
            found += load_certs_from_pemder_data(Path(root.value).expanduser().read_bytes())
        except (OSError, ValueError):
            message = f"không đọc được chứng thư gốc {root} ghi trong tệp cấu hình"
            raise RefusalError(message, "sửa mục roots, hoặc lấy lại tệp chứng thư") from None
    return found


def _shown(report: SignatureReport) -> Shown:
    role = report.role.value if report.role else ""
    who = " · ".join(filter(None, (report.signer, report.organisation)))
    when = f"{report.time.astimezone(_VIETNAM):%d/%m/%Y %H:%M:%S}" if report.time else "không rõ"
    facts: dict[str, object] = {
        "field": report.field,
        "role": role or None,
        "signer": report.signer,
        "organisation": report.organisation,
        "time": report.time.isoformat() if report.time else None,
        "intact": report.intact,
        "complete": report.complete,
        "trust": report.trust,
        "problem": report.problem,
    }
    if report.problem:
        return Shown(f"CHỮ KÝ SỐ HỎNG ({who or report.field or 'không rõ của ai'}): {report.problem}", True, facts)
    kind = _ROLES.get(role, "khác")
    return Shown(f"CHỮ KÝ SỐ còn nguyên ({kind}): {who}, ký lúc {when}; {_TRUST[report.trust]}", False, facts)
