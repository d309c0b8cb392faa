"""Signs a PDF: one more PAdES signature in a field of its own, after those that stand there already."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import ByteStringObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError

from kehoach_cli.errors import RefusalError
from kehoach_cli.signing.appearance import appendix_text, picture_style, text_box, text_style
from kehoach_cli.signing.boxes import Box, person_box, seal_box
from kehoach_cli.signing.certificates import check_certificate
from kehoach_cli.signing.check import CERTIFICATES, signatures_of
from kehoach_cli.signing.place import signature_place
from kehoach_cli.signing.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyhanko.sign.signers import Signer
    from pyhanko.stamp import BaseStampStyle

    from kehoach_cli.signing.pictures import Picture

_EXPORT = "xuất lại tệp .pdf từ Word hoặc LibreOffice rồi ký"


@dataclass(frozen=True, slots=True)
class Details:
    """What a signature needs beside the key.

    A picture, or the number and symbol for an appendix; the name and the last title line where the place is not clear;
    a time-stamping server where there is one.
    """

    picture: Picture | None = None
    number: str = ""
    name: str = ""
    title: str = ""
    tsa: str = ""


class _Signer(PdfSigner):
    """PyHanko's signer at a moment that is given."""

    def __init__(self, moment: datetime, *words: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*words, **options)
        self._moment = moment

    def init_signing_session(self, *words: Any, **options: Any) -> Any:  # noqa: ANN401
        session = super().init_signing_session(*words, **options)
        session.system_time = self._moment
        return session


def next_role(data: bytes) -> Role:
    """Return whose turn it is: the person's in a file without signatures, the agency's after that."""
    return Role.AGENCY if signatures_of(data) else Role.PERSON


def sign_pdf(data: bytes, signer: Signer, role: Role, details: Details, moment: datetime | None = None) -> bytes:
    """Return the file with one more signature; the bytes given stand unchanged at its beginning.

    Raises RefusalError.
    """
    now = (moment or datetime.now(UTC)).replace(microsecond=0)
    check_certificate(signer.signing_cert, now)
    check_turn(role, data)
    writer = _writer(data)
    try:
        page, box, style = _appearance(data, writer, role, details, now)
        field = SigFieldSpec(role.field, on_page=page, box=box.points(), readable_field_name=role.title)  # type: ignore[arg-type]
        append_signature_field(writer, field)
        _note_certificates(writer, role, signer)
        metadata = PdfSignatureMetadata(role.field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
        timestamper = HTTPTimeStamper(details.tsa) if details.tsa else None
        output = _Signer(now, metadata, signer, timestamper=timestamper, stamp_style=style).sign_pdf(
            writer, existing_fields_only=True
        )
    except TimestampRequestError:
        message = f"máy chủ dấu thời gian {details.tsa} không trả lời đúng"
        raise RefusalError(message, "kiểm tra mạng và địa chỉ sau --tsa, hoặc bỏ --tsa") from None
    except (PdfError, SigningError) as failure:
        message = f"không ký được tệp .pdf này: {failure}"
        raise RefusalError(message, _EXPORT) from None
    return bytes(output.getvalue())


def check_turn(role: Role, data: bytes) -> None:
    """Raise RefusalError when it is not this role's turn to sign the file, or what is signed there does not hold."""
    signatures = signatures_of(data)
    broken = next((one for one in signatures if one.problem), None)
    if broken is not None:
        message = f"tệp có chữ ký đã hỏng: {broken.problem}"
        raise RefusalError(message, "lấy lại tệp gốc; không ký tiếp lên tệp đã hỏng")
    done = {one.role for one in signatures}
    if role in done:
        message = f"tệp đã có {role.title}; không ký lần thứ hai"
        raise RefusalError(message, "kiểm tra xem có chọn nhầm tệp không")
    if role is Role.APPENDIX and signatures:
        message = "tệp đã có chữ ký khác; phụ lục được ký trong tệp riêng"
        raise RefusalError(message, "chọn tệp .pdf của riêng phụ lục")
    if role is not Role.APPENDIX and Role.APPENDIX in done:
        message = "tệp là phụ lục đã ký, không phải văn bản chính"
        raise RefusalError(message, "chọn tệp .pdf của văn bản chính")
    if role is Role.PERSON and Role.AGENCY in done:
        message = "cơ quan đã ký tệp này; người có thẩm quyền phải ký trước cơ quan"
        raise RefusalError(message, "lấy lại tệp chưa ký, ký theo thứ tự: người có thẩm quyền, rồi cơ quan")
    if role is Role.AGENCY and Role.PERSON not in done:
        message = "người có thẩm quyền chưa ký; cơ quan ký sau"
        raise RefusalError(message, "ký trước bằng --role person")


def _writer(data: bytes) -> IncrementalPdfFileWriter:
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
        if not writer.prev.encrypted:
            return writer
    except (PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError):
        message = "tệp không phải .pdf đọc được"
        raise RefusalError(message, _EXPORT) from None
    message = "tệp .pdf có mật khẩu"
    raise RefusalError(message, "xuất lại tệp .pdf không có mật khẩu rồi ký")


def _appearance(
    data: bytes, writer: IncrementalPdfFileWriter, role: Role, details: Details, moment: datetime
) -> tuple[int, Box, BaseStampStyle]:
    if role is Role.APPENDIX:
        if not details.number:
            message = "chưa có số, ký hiệu của văn bản để ghi lên phụ lục"
            raise RefusalError(message, "thêm --number, ví dụ --number 125/KH-UBND")
        text = appendix_text(details.number, moment)
        return 0, text_box(text, _page_box(writer.prev, 0)), text_style(text)
    picture = details.picture
    if picture is None:
        message = f"chưa có hình cho {role.title}"
        raise RefusalError(message, "thêm --image với tệp .png nền trong suốt")
    if role is Role.PERSON:
        place = signature_place(data, details.name, details.title)
        return place.page, person_box(place.gap, picture.width_mm, picture.height_mm), picture_style(picture)
    page, person = _signed_place(writer.prev)
    box = seal_box(person, picture.width_mm, picture.height_mm)
    if not _page_box(writer.prev, page).holds(box):
        message = "hình con dấu không nằm trọn trong trang"
        raise RefusalError(message, "kiểm tra kích thước thật của hình (dpi hoặc --image-width)")
    return page, box, picture_style(picture)


def _signed_place(reader: Any) -> tuple[int, Box]:  # noqa: ANN401 - pyHanko says too little of its types
    """Return where the person's picture lies."""
    fields = enumerate_sig_fields(reader, with_name=Role.PERSON.field)
    field = next(reference.get_object() for _, _, reference in fields)
    sought = field.raw_get("/P").reference
    count = int(reader.root["/Pages"]["/Count"])
    pages = (reader.find_page_for_modification(number)[0].reference for number in range(count))
    return next(number for number, page in enumerate(pages) if page == sought), _box(field["/Rect"])


def _page_box(reader: Any, number: int) -> Box:  # noqa: ANN401 - the same
    """Return the edges of a page. Raises RefusalError when it is turned."""
    page = reader.find_page_for_modification(number)[0].get_object()
    kept: dict[str, Any] = {}
    while page is not None:
        kept = {key: page[key] for key in ("/Rotate", "/CropBox", "/MediaBox") if key in page} | kept
        page = page["/Parent"] if "/Parent" in page else None  # noqa: SIM401 - get() leaves a reference a reference
    if int(kept.get("/Rotate", 0)) % 360:
        message = f"trang {number + 1} là trang xoay"
        raise RefusalError(message, "xuất lại tệp .pdf với trang không xoay")
    return _box(kept.get("/CropBox") or kept["/MediaBox"])


def _box(corners: Iterable[Any]) -> Box:
    x1, y1, x2, y2 = (float(edge) for edge in corners)
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _note_certificates(writer: IncrementalPdfFileWriter, role: Role, signer: Signer) -> None:
    """Write into the signed part what the certificates beside the signature are: the signature leaves them out."""
    chain = {one.dump() for one in (signer.signing_cert, *signer.cert_registry)}
    digest = hashlib.sha256(b"".join(sorted(chain))).digest()
    for _, _, reference in enumerate_sig_fields(writer, filled_status=False, with_name=role.field):
        field = reference.get_object()
        field[pdf_name(CERTIFICATES)] = ByteStringObject(digest)
        writer.update_container(field)
