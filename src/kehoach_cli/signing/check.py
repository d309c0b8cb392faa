"""Reads the signatures of a PDF and says of each whether it still holds, and of what was added after the last."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import DocumentTimestampStatus, validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from kehoach_cli.signing.certificates import USAGES, common_name, day, may_sign, organisation
from kehoach_cli.signing.container import certificates_hold, container_problem
from kehoach_cli.signing.quiet import hush
from kehoach_cli.signing.roles import Role, role_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko.sign.validation import EmbeddedPdfSignature, PdfSignatureStatus

hush()

Trust = Literal["trusted", "untrusted", "unknown"]
# The key of a signature field under which a digest of the certificates beside the signature is noted.
CERTIFICATES = "/KehoachCertificates"
_MARK = re.compile(rb"/ByteRange\s*\[")
_UNREADABLE = "chữ ký không đọc được: tệp đã bị sửa hoặc hỏng"
_TIMESTAMP = "/DocTimeStamp"


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """One signature: whose, when, and whether it holds.

    `intact` says that the signed bytes are as they were; `complete`, that nothing but what is allowed came after them.
    """

    field: str
    role: Role | None
    signer: str
    organisation: str
    time: datetime | None
    intact: bool
    complete: bool
    trust: Trust
    problem: str


def signatures_of(data: bytes, roots: Sequence[Certificate] = ()) -> list[SignatureReport]:
    """Return a report for each signature, the first one first; damage is reported, never raised."""
    marks = len(_MARK.findall(data))
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        embedded = list(reader.embedded_signatures)
    except Exception:  # noqa: BLE001 - pyHanko may raise anything at all on a damaged file
        return [_unreadable()]
    reports = [_report(data, one, roots) for one in embedded]
    if reports and not reports[-1].problem:
        reports[-1] = replace(reports[-1], problem=_added(data, reader, embedded[-1]))
    if marks > len(reports):
        reports.append(_unreadable())
    return reports


def _unreadable(field: str = "") -> SignatureReport:
    return SignatureReport(field, role_of(field), "", "", None, False, False, "unknown", _UNREADABLE)  # noqa: FBT003


def _report(data: bytes, one: EmbeddedPdfSignature, roots: Sequence[Certificate]) -> SignatureReport:
    field = str(one.field_name)
    try:
        return _judged(data, one, roots, field)
    except Exception:  # noqa: BLE001 - the same
        return _unreadable(field)


def _judged(data: bytes, one: EmbeddedPdfSignature, roots: Sequence[Certificate], field: str) -> SignatureReport:
    certificate = one.signer_cert
    others = list(one.other_embedded_certs)
    hole = container_problem(data, [int(number) for number in one.byte_range], bytes(one.pkcs7_content))
    time = one.self_reported_timestamp
    status = _status(one, roots, time)
    stamp = getattr(status, "timestamp_validity", None)
    noted = one.sig_field.get(CERTIFICATES)
    kept = certificates_hold(
        certificate.dump(),
        [other.dump() for other in others],
        [root.dump() for root in roots],
        None if noted is None else bytes(noted.original_bytes),
    )
    intact = bool(status.intact and status.valid and not hole and kept)
    complete = bool(status.docmdp_ok) and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    trust: Trust = "unknown" if not roots else "trusted" if status.trusted else "untrusted"
    problem = ""
    if not status.intact:
        problem = "nội dung đã bị sửa sau khi ký"
    elif not status.valid:
        problem = "chữ ký không khớp với chứng thư số"
    elif hole:
        problem = hole
    elif not kept:
        problem = "chứng thư số kèm theo chữ ký đã bị sửa hoặc hỏng"
    elif stamp is not None and not (stamp.intact and stamp.valid):
        problem, intact = "dấu thời gian của chữ ký đã bị sửa hoặc hỏng", False
    elif not complete:
        problem = "sau khi ký, tệp đã được sửa theo cách không được phép"
    else:
        problem = _of_certificate(certificate, time, trust)
    return SignatureReport(
        field,
        role_of(field),
        common_name(certificate),
        organisation(certificate),
        time,
        intact,
        complete,
        trust,
        problem,
    )


def _of_certificate(certificate: Certificate, time: datetime | None, trust: Trust) -> str:
    if time is None:
        return "chữ ký không ghi thời gian ký"
    if not certificate.not_valid_before <= time <= certificate.not_valid_after:
        start, end = day(certificate.not_valid_before), day(certificate.not_valid_after)
        return f"ký ngoài thời hạn của chứng thư số ({start} đến {end})"
    if not may_sign(certificate):
        return "chứng thư số không dùng để ký"
    return "chứng thư số không do tổ chức được tin cậy cấp" if trust == "untrusted" else ""


def _status(
    one: EmbeddedPdfSignature, roots: Sequence[Certificate], time: datetime | None
) -> PdfSignatureStatus | DocumentTimestampStatus:
    context = ValidationContext(trust_roots=list(roots), moment=time, allow_fetching=False)
    if one.sig_object_type == _TIMESTAMP:
        return validate_pdf_timestamp(one, context)
    usage = KeyUsageConstraints(key_usage=USAGES, match_all_key_usages=False)
    return validate_pdf_signature(one, context, key_usage_settings=usage)


def _added(data: bytes, reader: PdfFileReader, last: EmbeddedPdfSignature) -> str:
    """Return what stands after the bytes that the last signature covers, empty when there is nothing."""
    end = int(last.byte_range[2]) + int(last.byte_range[3])
    if end == len(data):
        return ""
    size = len(data) - end
    try:
        kinds = sorted({_kind(reader, one) for one in _later(reader, last)} - {""})
    except Exception:  # noqa: BLE001 - the same
        kinds = []
    what = f": {', '.join(kinds)}" if kinds else ""
    return f"sau chữ ký cuối cùng, tệp được thêm {size} byte{what}"


def _later(reader: PdfFileReader, last: EmbeddedPdfSignature) -> list[Any]:
    revisions = range(int(last.signed_revision) + 1, int(reader.xrefs.total_revisions))
    return [one for number in revisions for one in reader.xrefs.explicit_refs_in_revision(number)]


def _kind(reader: Any, reference: Any) -> str:  # noqa: ANN401 - pyHanko says too little of its types
    value = reader.get_object(reference)
    if not hasattr(value, "get"):
        return ""
    if value.get("/FT") is not None:
        return "ô biểu mẫu"
    named = {"/Page": "trang", "/Annot": "ghi chú", "/Catalog": "mục lục tệp", "/Metadata": "thông tin tệp"}
    return named.get(str(value.get("/Type")), "nội dung khác")
