"""The part of a file that its own signature leaves out: the container of the signature, digit by digit."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from asn1crypto import cms, core, parser  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidSignature
from cryptography.x509 import load_der_x509_certificate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LOWER = re.compile(rb"[0-9a-f]*")
_UPPER = re.compile(rb"[0-9A-F]*")
_PAIRS = 4
DAMAGED = "phần chứa chữ ký đã bị sửa hoặc hỏng"


def container_problem(data: bytes, byte_range: Sequence[int], parsed: bytes) -> str:
    """Return what is wrong with the hole in the signed bytes, empty when it holds one signature and zeros."""
    if len(byte_range) != _PAIRS or byte_range[0] != 0 or not 0 < byte_range[1] < byte_range[2] <= len(data):
        return "vùng được ký không liền từ đầu tệp"
    hole = data[byte_range[1] : byte_range[2]]
    digits = hole[1:-1]
    if hole[:1] != b"<" or hole[-1:] != b">" or len(digits) % 2:
        return DAMAGED
    if _LOWER.fullmatch(digits) is None and _UPPER.fullmatch(digits) is None:
        return DAMAGED
    content = bytes.fromhex(digits.decode("ascii"))
    try:
        length = len(_first(content))
    except ValueError:
        return DAMAGED
    if content != parsed or content[length:].strip(b"\0"):
        return DAMAGED
    return "" if _is_plain(content[:length]) else DAMAGED


def _first(content: bytes) -> bytes:
    """Return the first value of a DER text. Raises ValueError."""
    _, _, _, header, body, trailer = parser.parse(content)
    return bytes(header + body + trailer)


def _is_plain(der: bytes) -> bool:
    """Return whether what the signature does not cover is as it has to be: nothing there can be chosen."""
    try:
        message = cms.ContentInfo.load(der, strict=True)
        signed = message["content"]
        (signer,) = signed["signer_infos"]
        (digest,) = signed["digest_algorithms"]
        by_key = signer["sid"].name == "subject_key_identifier"
        version = "v3" if by_key or any(one.name != "certificate" for one in signed["certificates"]) else "v1"
        return (
            message["content_type"].native == "signed_data"
            and message.dump(force=True) == der
            and signed["version"].native == version
            and signer["version"].native == ("v3" if by_key else "v1")
            and digest.dump() == signer["digest_algorithm"].dump()
            and isinstance(digest["parameters"], core.Null | core.Void)
            and signed["encap_content_info"]["content_type"].native == "data"
            and isinstance(signed["encap_content_info"]["content"], core.Void)
            and isinstance(signed["crls"], core.Void)
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def certificates_hold(signer: bytes, others: Iterable[bytes], roots: Iterable[bytes], noted: bytes | None) -> bool:
    """Return whether the certificates beside a signature are those that were put there.

    A signature covers its own certificate only: a note in the signed part covers the others, or else their issuers do.
    """
    chain = list(others)
    if noted is not None:
        return hashlib.sha256(b"".join(sorted({signer, *chain}))).digest() == noted
    try:
        known = [load_der_x509_certificate(one) for one in (*chain, *roots)]
        for one in map(load_der_x509_certificate, chain):
            for above in known:
                if above.subject == one.issuer:
                    one.verify_directly_issued_by(above)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
