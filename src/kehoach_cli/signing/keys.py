"""Opens a signer: a PKCS#12 file, or a token behind a PKCS#11 library. The PIN is used and never said."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pkcs11
from asn1crypto import pkcs12, x509  # type: ignore[import-untyped]
from pkcs11 import Attribute, ObjectClass
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer
from pyhanko.sign.signers import SimpleSigner

from kehoach_cli.errors import RefusalError
from kehoach_cli.signing.certificates import check_certificate, common_name
from kehoach_cli.signing.quiet import hush

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pyhanko.sign.signers import Signer

hush()

_PLUG_IN = "cắm thiết bị ký, đợi đèn sáng rồi chạy lại"


def file_signer(path: Path, password: bytes | str, moment: datetime) -> Signer:
    """Return the signer in a PKCS#12 file, fit to sign at a moment. Raises RefusalError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        message = f"không có tệp chứng thư {path}"
        raise RefusalError(message, "sửa tên tệp sau --p12") from None
    except OSError as failure:
        message = f"không đọc được tệp chứng thư {path}: {failure.strerror or failure}"
        raise RefusalError(message, "sửa tên tệp sau --p12") from None
    if not _is_pkcs12(data):
        message = f"{path} không phải tệp chứng thư .p12 hoặc .pfx"
        raise RefusalError(message, "chọn tệp có đuôi .p12 hoặc .pfx do nơi cấp chứng thư số đưa")
    secret = password.encode() if isinstance(password, str) else password
    try:
        signer: Signer = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=secret)
    except ValueError:
        message = f"không mở được {path}: mật khẩu không đúng, hoặc tệp hỏng"
        raise RefusalError(message, "gõ lại mật khẩu của tệp chứng thư") from None
    except (AttributeError, TypeError):
        message = f"{path} không có đủ chứng thư số và khóa bí mật"
        raise RefusalError(message, "xuất lại tệp .p12 cùng khóa bí mật") from None
    check_certificate(signer.signing_cert, moment)
    return signer


def _is_pkcs12(data: bytes) -> bool:
    try:
        return bool(pkcs12.Pfx.load(data)["version"].native == "v3")
    except (ValueError, TypeError):
        return False


@dataclass(frozen=True, slots=True)
class Token:
    """Where a key lies: the library of the device; which device and which certificate when there are several."""

    library: str
    label: str = ""
    slot: int | None = None
    certificate: str = ""


@contextmanager
def token_signer(token: Token, pin: bytes | str, moment: datetime) -> Iterator[Signer]:
    """Yield the signer on a token, fit to sign at a moment; the token is closed afterwards. Raises RefusalError."""
    secret = pin.decode("utf-8", "replace") if isinstance(pin, bytes) else pin
    chosen = _token(_library(token.library), token.label, token.slot)
    label = chosen.label.strip()
    try:
        with chosen.open(user_pin=secret) as session:
            found, others = _certificate(session, label, token.certificate)
            check_certificate(found.value, moment)
            yield _signer(session, label, found, others)
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange):
        message = f"mã PIN của thiết bị “{label}” không đúng"
        raise RefusalError(message, "gõ lại mã PIN; sai nhiều lần thiết bị sẽ bị khóa") from None
    except (pkcs11.PinLocked, pkcs11.PinExpired):
        message = f"thiết bị “{label}” đã bị khóa hoặc mã PIN hết hạn"
        raise RefusalError(message, "nhờ nơi cấp chứng thư số mở khóa") from None
    except pkcs11.PKCS11Error as failure:
        message = f"thiết bị “{label}” báo lỗi {type(failure).__name__}"
        raise RefusalError(message, _PLUG_IN) from None


class _Found:
    """A certificate on a token, with what its private key is found by."""

    def __init__(self, entry: Any) -> None:  # noqa: ANN401 - python-pkcs11 has no type for it
        self.label = str(entry[Attribute.LABEL])
        self.id = bytes(entry[Attribute.ID])
        self.value = x509.Certificate.load(bytes(entry[Attribute.VALUE]))


def _library(library: str) -> Any:  # noqa: ANN401
    path = Path(library)
    if path.parent != Path() and not path.is_file():
        message = f"không có thư viện PKCS#11 {library}"
        raise RefusalError(message, "cài trình điều khiển của thiết bị ký, rồi ghi đúng đường dẫn sau --pkcs11")
    try:
        return pkcs11.lib(library)
    except (RuntimeError, OSError):
        message = f"{library} không phải thư viện PKCS#11 dùng được trên máy này"
        raise RefusalError(
            message, "cài trình điều khiển của thiết bị ký, rồi ghi đúng đường dẫn sau --pkcs11"
        ) from None


def _token(library: Any, label: str, slot: int | None) -> Any:  # noqa: ANN401
    try:
        present = [(one.slot_id, one.get_token()) for one in library.get_slots(token_present=True)]
    except pkcs11.PKCS11Error as failure:
        message = f"không đọc được thiết bị ký: lỗi {type(failure).__name__}"
        raise RefusalError(message, _PLUG_IN) from None
    tokens = [(number, one) for number, one in present if one.label.strip()]
    names = ", ".join(f"“{one.label.strip()}”" for _, one in tokens)
    chosen = [one for number, one in tokens if label in {"", one.label.strip()} and (slot is None or slot == number)]
    if not tokens:
        message = "không thấy thiết bị ký nào"
        raise RefusalError(message, _PLUG_IN)
    if not chosen:
        message = f"không có thiết bị ký “{label}”" if label else f"không có thiết bị ký ở khe {slot}"
        raise RefusalError(message, f"chọn một thiết bị đang cắm: {names}")
    if len(chosen) > 1:
        message = f"có {len(chosen)} thiết bị ký: {names}"
        raise RefusalError(message, "chọn một thiết bị bằng --token, rút các thiết bị trùng tên")
    return chosen[0]


def _certificate(session: Any, token: str, label: str) -> tuple[_Found, list[x509.Certificate]]:  # noqa: ANN401
    """Return the certificate to sign with, and the others on the token. Raises RefusalError."""
    entries = [_Found(one) for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})]
    own = [one for one in entries if _keys(session, one)]
    chosen = [one for one in own if label in {"", one.label}]
    names = ", ".join(f"“{one.label}” ({common_name(one.value)})" for one in own)
    if not own:
        message = f"thiết bị “{token}” không có chứng thư số nào kèm khóa bí mật"
        raise RefusalError(message, "kiểm tra lại thiết bị bằng phần mềm của nơi cấp chứng thư số")
    if not chosen:
        message = f"thiết bị “{token}” không có chứng thư số “{label}”"
        raise RefusalError(message, f"chọn bằng --certificate một trong: {names}")
    if len(chosen) > 1:
        message = f"thiết bị “{token}” có {len(chosen)} chứng thư số: {names}"
        raise RefusalError(message, "chọn một chứng thư số bằng --certificate")
    return chosen[0], [one.value for one in entries if one is not chosen[0]]


def _keys(session: Any, found: _Found) -> list[Any]:  # noqa: ANN401
    sought = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}
    return list(session.get_objects(sought | _named(found)))


def _named(found: _Found) -> dict[Attribute, Any]:
    return {Attribute.ID: found.id} if found.id else {Attribute.LABEL: found.label}


def _signer(session: Any, token: str, found: _Found, others: list[x509.Certificate]) -> Signer:  # noqa: ANN401
    if len(_keys(session, found)) > 1:
        message = f"thiết bị “{token}” có nhiều khóa bí mật cho chứng thư số “{found.label}”"
        raise RefusalError(message, "kiểm tra lại thiết bị bằng phần mềm của nơi cấp chứng thư số")
    key = {"key_id": found.id} if found.id else {"key_label": found.label}
    chain = issuers(found.value, others)
    try:
        return PKCS11Signer(session, signing_cert=found.value, ca_chain=chain, **key)
    except SigningError:
        message = f"không ký được bằng chứng thư số “{found.label}” trên thiết bị “{token}”"
        raise RefusalError(message, "chọn chứng thư số khác bằng --certificate") from None


def issuers(certificate: x509.Certificate, others: list[x509.Certificate]) -> list[x509.Certificate]:
    """Return those of the others that stand above a certificate, up to a root."""
    chain: list[x509.Certificate] = []
    lowest = certificate
    while lowest.issuer != lowest.subject:
        above = next((one for one in others if one.subject == lowest.issuer and one not in chain), None)
        if above is None:
            break
        chain.append(above)
        lowest = above
    return chain
