"""Certificates, key files and pictures made for a test; nobody's real ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

TYPED = "bi-mat-2026"
MOMENT = datetime(2026, 3, 5, 7, 30, 5, tzinfo=UTC)
START, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: RSAPrivateKey

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def key_der(self) -> bytes:
        return self.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )


def identity(
    name: str,
    issuer: Identity | None = None,
    *,
    start: datetime = START,
    end: datetime = END,
    signs: bool = True,
    certifies: bool = False,
) -> Identity:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "UBND phường Mẫu"),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ])
    usage = x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=not signs,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certifies,
        crl_sign=certifies,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509
        .CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=certifies, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    return Identity(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


def write_p12(path: Path, one: Identity, *above: Identity, typed: str = TYPED) -> Path:
    protection = serialization.BestAvailableEncryption(typed.encode())
    chain = [ca.certificate for ca in above]
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"khoa", one.key, one.certificate, chain, protection))
    return path


def write_picture(path: Path, pixels: tuple[int, int], colour: str, dpi: int | None = 300) -> Path:
    """A frame of one colour on a transparent ground; as many dpi as said."""
    image = Image.new("RGBA", pixels, (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, pixels[0] - 1, pixels[1] - 1), outline=colour, width=6)
    if dpi is None:
        image.save(path)
    else:
        image.save(path, dpi=(dpi, dpi))
    return path


def page_pdf(*blocks: list[tuple[float, float, str]], rotate: int = 0) -> bytes:
    """A PDF with one page for each list of (x, y, text), in bold Times 14; plain letters only."""
    count = len(blocks)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count)), count),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding/ToUnicode %d 0 R>>" % (4 + 2 * count),
    ]
    letters = sorted({letter for block in blocks for _, _, text in block for letter in text})
    codes = {letter: number for number, letter in enumerate(letters, start=33)}
    for block in blocks:
        lines = [
            b"BT /F1 14 Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET"
            % (x, y, b"".join(b"%02x" % codes[letter] for letter in text))
            for x, y, text in block
        ]
        content = b"\n".join(lines)
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R" % (rotate, len(objects) + 2)
        objects += [
            page + b"/Resources<</Font<</F1 3 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        ]
    table = b"\n".join(b"<%02x> <%04x>" % (code, ord(letter)) for letter, code in codes.items())
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /K def /CMapType 2 def "
        b"1 begincodespacerange <00> <ff> endcodespacerange\n%d beginbfchar\n%s\nendbfchar\nendcmap end end"
        % (len(codes), table)
    )
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap))
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(data),
    )
