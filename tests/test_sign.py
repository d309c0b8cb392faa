"""`kehoach sign`: where signatures go, whose key, in which order, and that no byte changes unseen."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pyhanko", reason="the extra kehoach[sign] is not installed")

from asn1crypto import x509  # type: ignore[import-untyped]
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from kehoach_cli.errors import RefusalError
from kehoach_cli.signing.boxes import POINTS_PER_MM, Box, person_box, seal_box
from kehoach_cli.signing.check import signatures_of
from kehoach_cli.signing.fonts import font_file
from kehoach_cli.signing.keys import Token, file_signer, token_signer
from kehoach_cli.signing.pictures import Picture, load_picture
from kehoach_cli.signing.place import signature_place
from kehoach_cli.signing.roles import Role
from kehoach_cli.signing.sign import Details, next_role, sign_pdf

from .pki import MOMENT, TYPED, Identity, identity, page_pdf, write_p12, write_picture
from .wordml import NEEDS_LIBREOFFICE, to_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .conftest import Kehoach

NUMBER = "125/KH-UBND"
SOFTHSM = next(
    (
        str(file)
        for file in map(
            Path,
            (
                "/usr/lib/softhsm/libsofthsm2.so",
                "/usr/lib64/pkcs11/libsofthsm2.so",
                "/usr/local/lib/softhsm/libsofthsm2.so",
                "/opt/homebrew/lib/softhsm/libsofthsm2.so",
            ),
        )
        if file.is_file()
    ),
    "",
)
NEEDS_TOKEN = pytest.mark.skipif(
    not SOFTHSM or shutil.which("softhsm2-util") is None or shutil.which("pkcs11-tool") is None,
    reason="SoftHSM2 (softhsm2-util) and OpenSC (pkcs11-tool) are not installed",
)
NEEDS_PDFSIG = pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler (pdfsig) is not installed")
PIN = "246810"
NEEDS_FONT = pytest.mark.skipif(font_file() is None, reason="neither Times New Roman nor Liberation Serif is installed")
BLOCK = [
    (85.0, 240.0, "Trên đây là kế hoạch của phường./."),
    (85.0, 200.0, "Nơi nhận:"),
    (85.0, 180.0, "- Lưu: VT."),
    (352.0, 200.0, "TM. ỦY BAN NHÂN DÂN"),
    (392.0, 184.0, "CHỦ TỊCH"),
    (372.0, 100.0, "Nguyễn Văn Mẫu"),
]


class Office:
    """Everyone who signs, with their key files and pictures."""

    def __init__(self, folder: Path) -> None:
        self.ca = identity("CA Mẫu", certifies=True)
        self.person = identity("Nguyễn Văn Mẫu", self.ca)
        self.agency = identity("Ủy ban nhân dân phường Mẫu", self.ca)
        self.person_p12 = write_p12(folder / "nguoi.p12", self.person, self.ca)
        self.agency_p12 = write_p12(folder / "co-quan.p12", self.agency, self.ca)
        self.person_png = write_picture(folder / "chu-ky.png", (472, 236), "blue")
        self.seal_png = write_picture(folder / "dau.png", (425, 425), "red")
        self.roots = [x509.Certificate.load(self.ca.der)]

    def sign(self, data: bytes, role: Role) -> bytes:
        p12 = self.person_p12 if role is Role.PERSON else self.agency_p12
        picture = {Role.PERSON: self.person_png, Role.AGENCY: self.seal_png}.get(role)
        details = Details(load_picture(picture) if picture else None, number=NUMBER)
        return sign_pdf(data, file_signer(p12, TYPED, MOMENT), role, details, MOMENT)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("van-phong"))


@pytest.fixture(scope="module")
def plain() -> bytes:
    return page_pdf([(85.0, 700.0, "Trang một")], BLOCK)


@pytest.fixture(scope="module")
def once(office: Office, plain: bytes) -> bytes:
    return office.sign(plain, Role.PERSON)


@pytest.fixture(scope="module")
def twice(office: Office, once: bytes) -> bytes:
    return office.sign(once, Role.AGENCY)


@pytest.fixture(scope="module")
def appendix(office: Office, plain: bytes) -> bytes:
    return office.sign(plain, Role.APPENDIX)


def problems(data: bytes) -> list[str]:
    return [one.problem for one in signatures_of(data)]


def widget(data: bytes, page: int, field: str) -> tuple[Box, str]:
    """The rectangle of a signature on its page, and its text."""
    found = [one.get_object() for one in PdfReader(io.BytesIO(data)).pages[page].get("/Annots", [])]
    (one,) = [annotation for annotation in found if annotation.get("/T") == field]
    return Box(*map(float, one["/Rect"])), one["/AP"]["/N"].get_data().decode("latin-1")


# Where signatures go


def test_the_place_is_found_by_shape(plain: bytes) -> None:
    place = signature_place(plain)
    assert (place.page, place.title, place.name) == (1, "CHỦ TỊCH", "Nguyễn Văn Mẫu")
    assert 100 < place.gap.bottom < place.gap.top < 184
    assert place.gap.centre[0] == pytest.approx(424, abs=6)


def test_the_place_is_found_by_what_is_said(plain: bytes) -> None:
    assert signature_place(plain, "nguyễn  văn mẫu", "chủ tịch") == signature_place(plain)
    with pytest.raises(RefusalError, match="không tìm thấy chỗ ký của Trần Thị Khác"):
        signature_place(plain, "Trần Thị Khác")
    with pytest.raises(RefusalError, match="không tìm thấy chỗ ký"):
        signature_place(plain, "Nguyễn Văn Mẫu", "TRƯỞNG PHÒNG")


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ([[line for line in BLOCK if line[2] != "Nơi nhận:"]], "không tìm thấy"),
        ([[(x, y, text) for x, y, text in BLOCK if text != "Nguyễn Văn Mẫu"]], "không tìm thấy"),
        ([[(x - 300, y, text) if x > 300 else (x, y, text) for x, y, text in BLOCK]], "không tìm thấy"),
        ([BLOCK, BLOCK], r"2 chỗ ký: Nguyễn Văn Mẫu \(trang 1\), Nguyễn Văn Mẫu \(trang 2\)"),
        ([[*BLOCK[:-1], (372.0, 165.0, "Nguyễn Văn Mẫu")]], "không đủ chỗ"),
    ],
)
def test_no_place_or_more_than_one(pages: list[list[tuple[float, float, str]]], message: str) -> None:
    with pytest.raises(RefusalError, match=message):
        signature_place(page_pdf(*pages))


def test_two_signers_are_told_apart_by_name() -> None:
    other = [(x, y, "Trần Thị Hoa" if text == "Nguyễn Văn Mẫu" else text) for x, y, text in BLOCK]
    assert signature_place(page_pdf(BLOCK, other), "Trần Thị Hoa").page == 1


def test_a_turned_page_and_a_file_that_is_no_pdf() -> None:
    with pytest.raises(RefusalError, match="trang xoay"):
        signature_place(page_pdf(BLOCK, rotate=90))
    with pytest.raises(RefusalError, match="không đọc được"):
        signature_place(b"khong phai pdf")


def test_the_seal_covers_the_left_third_at_its_real_size() -> None:
    gap = Box(300, 100, 500, 160)
    person = person_box(gap, 40, 30)
    assert gap.holds(person)
    assert person.centre == gap.centre
    assert person.width / person.height == pytest.approx(40 / 30)
    seal = seal_box(person, 36, 36)
    assert seal.width == pytest.approx(36 * POINTS_PER_MM)
    assert seal.right == pytest.approx(person.left + person.width / 3)
    assert seal.centre[1] == pytest.approx(person.centre[1])


def test_pictures_lie_where_they_belong(plain: bytes, twice: bytes) -> None:
    gap = signature_place(plain).gap
    person, drawn = widget(twice, 1, Role.PERSON.field)
    seal, _ = widget(twice, 1, Role.AGENCY.field)
    assert gap.left < person.left < person.right < gap.right
    assert gap.bottom - 0.01 <= person.bottom < person.top <= gap.top + 0.01
    assert seal.right == pytest.approx(person.left + person.width / 3, abs=0.05)
    assert seal.width == pytest.approx(425 / 300 * 72, abs=0.05)
    assert " Do" in drawn
    assert "BT" not in drawn


# Pictures


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("khong-co.png", "không có tệp hình"),
        ("anh.jpg", r"không phải hình \.png"),
        ("kin.png", "không có nền trong suốt"),
        ("khong-dpi.png", "không ghi độ phân giải"),
        ("to.png", "không phải kích thước"),
    ],
)
def test_a_picture_that_will_not_do(tmp_path: Path, name: str, message: str) -> None:
    Image.new("RGB", (10, 10)).save(tmp_path / "anh.jpg")
    Image.new("RGB", (10, 10)).save(tmp_path / "kin.png", dpi=(300, 300))
    write_picture(tmp_path / "khong-dpi.png", (80, 40), "blue", dpi=None)
    write_picture(tmp_path / "to.png", (2000, 1000), "blue", dpi=72)
    with pytest.raises(RefusalError, match=message):
        load_picture(tmp_path / name)


def test_the_width_of_a_picture_can_be_said(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "khong-dpi.png", (80, 40), "blue", dpi=None)
    picture = load_picture(path, 40)
    assert picture == Picture(path.read_bytes(), 40, 20)


# Keys


def test_a_key_file_that_will_not_do(tmp_path: Path, office: Office) -> None:
    (tmp_path / "rac.p12").write_bytes(b"rac")
    with pytest.raises(RefusalError, match="không có tệp chứng thư"):
        file_signer(tmp_path / "khong-co.p12", TYPED, MOMENT)
    with pytest.raises(RefusalError, match=r"không phải tệp chứng thư"):
        file_signer(tmp_path / "rac.p12", TYPED, MOMENT)
    with pytest.raises(RefusalError, match="mật khẩu không đúng") as wrong:
        file_signer(office.person_p12, "doan-mo-1", MOMENT)
    assert "doan-mo-1" not in f"{wrong.value}{wrong.value.hint}"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"end": MOMENT.replace(month=1)}, "đã hết hạn từ 05/01/2026"),
        ({"start": MOMENT.replace(month=4)}, "chưa có hiệu lực: từ 05/04/2026"),
        ({"signs": False}, "không dùng để ký được"),
    ],
)
def test_a_certificate_that_may_not_sign(tmp_path: Path, office: Office, options: dict[str, Any], message: str) -> None:
    one = identity("Nguyễn Văn Mẫu", office.ca, **options)
    with pytest.raises(RefusalError, match=message):
        file_signer(write_p12(tmp_path / "khoa.p12", one), TYPED, MOMENT)


@pytest.fixture(scope="module")
def device(tmp_path_factory: pytest.TempPathFactory, office: Office) -> Iterator[None]:
    """A token of its own with the agency's key, and another one with two certificates."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n", encoding="utf-8")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    old = identity("Cơ quan cũ", office.ca, end=MOMENT.replace(month=1))
    for label, keys in (("co-quan", {"dau": office.agency}), ("hai", {"moi": office.person, "cu": old})):
        _call("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "11223344")
        for number, (name, one) in enumerate(keys.items(), start=1):
            _import(folder, label, name, number, one)
    yield
    if before is None:
        del os.environ["SOFTHSM2_CONF"]
    else:
        os.environ["SOFTHSM2_CONF"] = before


def _import(folder: Path, token: str, name: str, number: int, one: Identity) -> None:
    for kind, data in (("privkey", one.key_der), ("cert", one.der)):
        file = folder / f"{name}.{kind}"
        file.write_bytes(data)
        words = ("--token-label", token, "--login", "--pin", PIN, "--write-object", str(file), "--type", kind)
        _call("pkcs11-tool", "--module", SOFTHSM, *words, "--id", f"{number:02d}", "--label", name)


def _call(*words: str) -> str:
    result = subprocess.run(words, capture_output=True, check=True, timeout=60)
    return result.stdout.decode("utf-8", "replace")


@NEEDS_TOKEN
@pytest.mark.slow
@pytest.mark.usefixtures("device")
def test_a_token_signs(office: Office, once: bytes) -> None:
    with token_signer(Token(SOFTHSM, "co-quan"), PIN, MOMENT) as signer:
        signed = sign_pdf(once, signer, Role.AGENCY, Details(load_picture(office.seal_png)), MOMENT)
    reports = signatures_of(signed)
    assert [one.problem for one in reports] == ["", ""]
    assert reports[1].signer == "Ủy ban nhân dân phường Mẫu"
    with token_signer(Token(SOFTHSM, "hai", certificate="moi"), PIN.encode(), MOMENT) as signer:
        assert signer.signing_cert is not None
        assert signer.signing_cert.dump() == office.person.der


@NEEDS_TOKEN
@pytest.mark.slow
@pytest.mark.usefixtures("device")
@pytest.mark.parametrize(
    ("token", "pin", "message"),
    [
        (Token(SOFTHSM, "co-quan"), "999999", "mã PIN của thiết bị “co-quan” không đúng"),
        (Token(SOFTHSM, "khac"), PIN, "không có thiết bị ký “khac”"),
        (Token(SOFTHSM, slot=999_999), PIN, "không có thiết bị ký ở khe 999999"),
        (Token(SOFTHSM), PIN, "có 2 thiết bị ký"),
        (Token(SOFTHSM, "co-quan", certificate="khac"), PIN, "không có chứng thư số “khac”"),
        (Token(SOFTHSM, "hai"), PIN, "có 2 chứng thư số"),
        (Token(SOFTHSM, "hai", certificate="cu"), PIN, "đã hết hạn"),
        (Token("/khong/co/thu-vien.so"), PIN, "không có thư viện PKCS#11"),
        (Token(__file__), PIN, "không phải thư viện PKCS#11"),
    ],
)
def test_a_token_that_will_not_do(token: Token, pin: str, message: str) -> None:
    with pytest.raises(RefusalError, match=re.escape(message)) as refused, token_signer(token, pin, MOMENT):
        pass
    assert pin not in f"{refused.value}{refused.value.hint}"


# Signing


def test_both_signatures_hold(office: Office, plain: bytes, once: bytes, twice: bytes) -> None:
    assert once.startswith(plain)
    assert twice.startswith(once)
    person, agency = signatures_of(twice, office.roots)
    assert (person.field, person.role, person.signer) == ("ChuKyNguoiCoThamQuyen", Role.PERSON, "Nguyễn Văn Mẫu")
    assert (agency.field, agency.role, agency.organisation) == ("ChuKyCoQuan", Role.AGENCY, "UBND phường Mẫu")
    for one in (person, agency):
        assert (one.intact, one.complete, one.trust, one.problem, one.time) == (True, True, "trusted", "", MOMENT)


def test_pyhanko_itself_says_so(office: Office, twice: bytes) -> None:
    context = ValidationContext(trust_roots=office.roots, moment=MOMENT)
    usage = KeyUsageConstraints(key_usage={"non_repudiation"})
    for embedded in PdfFileReader(io.BytesIO(twice)).embedded_signatures:
        assert embedded.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
        assert embedded.md_algorithm == "sha256"
        assert validate_pdf_signature(embedded, context, key_usage_settings=usage).bottom_line


@NEEDS_PDFSIG
def test_pdfsig_says_so(tmp_path: Path, twice: bytes, appendix: bytes) -> None:
    for name, data, count in (("hai.pdf", twice, 2), ("phu-luc.pdf", appendix, 1)):
        (tmp_path / name).write_bytes(data)
        said = subprocess.run(["pdfsig", str(tmp_path / name)], capture_output=True, check=False, timeout=60).stdout
        assert said.count(b"Signature Validation: Signature is Valid.") == count
        assert said.count(b"Total document signed") == 1


@NEEDS_FONT
def test_an_appendix_says_number_day_and_time(appendix: bytes) -> None:
    box, drawn = widget(appendix, 0, "ChuKyPhuLuc")
    assert (box.right, box.top) == pytest.approx((595 - 15 * POINTS_PER_MM, 842 - 8 * POINTS_PER_MM), abs=0.1)
    assert "/F1 10 Tf" in drawn
    assert "0 0 0 rg" in drawn
    assert " Do" not in drawn
    said = re.search(r"/ActualText \((.*?)(?<!\\)\)", drawn, re.DOTALL)
    assert said is not None
    raw = re.sub(r"\\(\d{3}|.)", lambda code: chr(int(code[1], 8)) if code[1].isdigit() else code[1], said[1])
    text = raw.encode("latin-1").decode("utf-16")
    assert text == "Số: 125/KH-UBND; 05/03/2026; 14:30:05 +07:00"
    assert problems(appendix) == [""]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed")
def test_the_text_of_an_appendix_is_drawn_where_it_says(tmp_path: Path, appendix: bytes) -> None:
    (tmp_path / "phu-luc.pdf").write_bytes(appendix)
    box, _ = widget(appendix, 0, "ChuKyPhuLuc")
    words = _call("pdftotext", "-bbox", "-l", "1", str(tmp_path / "phu-luc.pdf"), "-")
    (line,) = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">Số:(.+)<', words)
    assert line[2].split() == ["125/KH-UBND;", "05/03/2026;", "14:30:05", "+07:00"]
    assert float(line[0]) == pytest.approx(box.left + 2, abs=1.5)
    assert float(line[1]) == pytest.approx(box.right, abs=1.5)


@NEEDS_FONT
def test_the_order_of_signing(office: Office, plain: bytes, once: bytes, twice: bytes, appendix: bytes) -> None:
    assert (next_role(plain), next_role(once)) == (Role.PERSON, Role.AGENCY)
    for data, role, message in (
        (plain, Role.AGENCY, "người có thẩm quyền chưa ký"),
        (once, Role.PERSON, "tệp đã có chữ ký của người có thẩm quyền"),
        (twice, Role.AGENCY, "tệp đã có chữ ký của cơ quan"),
        (twice, Role.PERSON, "tệp đã có chữ ký của người có thẩm quyền"),
        (once, Role.APPENDIX, "phụ lục được ký trong tệp riêng"),
        (appendix, Role.APPENDIX, "tệp đã có chữ ký trên phụ lục"),
        (appendix, Role.PERSON, "phụ lục đã ký"),
        (b"khong phai pdf", Role.PERSON, r"không phải \.pdf đọc được|không đọc được"),
    ):
        with pytest.raises(RefusalError, match=message):
            office.sign(data, role)


def test_a_broken_file_is_not_signed(office: Office, once: bytes) -> None:
    broken = bytearray(once)
    broken[once.index(b"Tm <") + 5] ^= 1
    with pytest.raises(RefusalError, match="tệp có chữ ký đã hỏng: nội dung đã bị sửa"):
        office.sign(bytes(broken), Role.AGENCY)


@pytest.mark.parametrize(("role", "message"), [(Role.PERSON, "chưa có hình"), (Role.APPENDIX, "chưa có số, ký hiệu")])
def test_what_is_needed_is_asked_for(office: Office, plain: bytes, role: Role, message: str) -> None:
    with pytest.raises(RefusalError, match=message):
        sign_pdf(plain, file_signer(office.person_p12, TYPED, MOMENT), role, Details(), MOMENT)


@NEEDS_FONT
def test_a_time_server_that_does_not_answer(office: Office, plain: bytes) -> None:
    details = Details(number=NUMBER, tsa="http://127.0.0.1:9/tsa")
    with pytest.raises(RefusalError, match="máy chủ dấu thời gian"):
        sign_pdf(plain, file_signer(office.agency_p12, TYPED, MOMENT), Role.APPENDIX, details, MOMENT)


# Checking


def test_who_is_trusted(once: bytes) -> None:
    stranger = identity("CA khác", certifies=True)
    (unknown,) = signatures_of(once)
    (untrusted,) = signatures_of(once, [x509.Certificate.load(stranger.der)])
    assert (unknown.trust, unknown.problem) == ("unknown", "")
    assert (untrusted.trust, untrusted.intact) == ("untrusted", True)
    assert "không do tổ chức được tin cậy cấp" in untrusted.problem
    assert signatures_of(page_pdf(BLOCK)) == []


def test_what_is_added_after_the_last_signature_is_said(twice: bytes) -> None:
    assert "được thêm 1 byte" in problems(twice + b"\n")[-1]
    assert any(problems(twice[:-1]))
    start = len(twice)
    number = int(re.findall(rb"/Size (\d+)", twice)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", twice)[-1]
    previous = re.findall(rb"startxref\s+(\d+)", twice)[-1]
    added = b"%d 0 obj\n<</Type/Metadata>>\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
    longer = twice + added + table % (number, start, number + 1, root, previous, start + len(added))
    assert f"được thêm {len(longer) - start} byte" in problems(longer)[-1]
    assert "thông tin tệp" in problems(longer)[-1]
    assert signatures_of(longer)[-1].intact


def flipped(data: bytes, place: int, bits: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= bits
    return bytes(changed)


def hole(data: bytes) -> tuple[int, int]:
    """Where the hole of the last signature begins and ends."""
    numbers = re.findall(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)", data)[-1]
    return int(numbers[0]), int(numbers[1])


KINDS = (
    "header",
    "first object",
    "byte range",
    "edges of the hole",
    "cms head",
    "cms",
    "cms tail",
    "padding",
    "xref",
    "trailer",
    "end",
    "fields",
)


def structural(data: bytes) -> dict[str, list[int]]:
    start, end = hole(data)
    digits = data[start + 1 : end - 1]
    der_end = start + 1 + 2 * (4 + int(digits[4:8], 16))
    eof = data.rindex(b"%%EOF")
    xref = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    byte_range = data.rindex(b"/ByteRange")
    return {
        "header": list(range(9)),
        "first object": list(range(9, 60, 7)),
        "byte range": list(range(byte_range, byte_range + 45, 4)),
        "edges of the hole": [start - 1, start, start + 1, end - 2, end - 1, end],
        "cms head": list(range(start + 1, start + 160, 29)),
        "cms": list(range(start + 1, der_end, 499)),
        "cms tail": list(range(der_end - 40, der_end, 19)),
        "padding": [der_end, der_end + 1, *range(der_end, end - 1, 2111)],
        "xref": list(range(xref, xref + 60, 11)),
        "trailer": list(range(data.rindex(b"trailer") if b"trailer" in data else xref, eof, 23)),
        "end": list(range(eof - 12, len(data))),
        "fields": [data.rindex(name) + 1 for name in (b"/AcroForm", b"/Contents", b"/SubFilter", b"/FT", b"/V ")],
    }


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_flipped_byte_of_the_structure_is_seen(twice: bytes, kind: str) -> None:
    unseen = [
        (place, bits)
        for place in structural(twice)[kind]
        for bits in (0x20 if place % 2 else 0x01,)
        if not any(problems(flipped(twice, place, bits)))
    ]
    assert unseen == []


@pytest.mark.slow
@NEEDS_FONT
def test_a_flipped_byte_anywhere_is_seen(once: bytes, twice: bytes, appendix: bytes) -> None:
    dice = random.Random(20260305)  # noqa: S311 - not for secrets
    for data in (once, twice, appendix):
        for _ in range(8):
            place, bits = dice.randrange(len(data)), 1 << dice.randrange(8)
            assert any(problems(flipped(data, place, bits))), (place, bits)


def test_a_letter_of_the_other_case_in_the_container_is_seen(once: bytes) -> None:
    start, end = hole(once)
    letters = [place for place in range(start + 1, end - 1) if once[place : place + 1].isalpha()]
    for place in letters[:: len(letters) // 10]:
        assert any(problems(flipped(once, place, 0x20)))


@pytest.mark.parametrize("cut", [1, 8, 200, 5000])
def test_a_file_cut_short_is_seen(twice: bytes, cut: int) -> None:
    assert any(problems(twice[:-cut]))


# The command


def read_end(text: str) -> int:
    """A file descriptor from which one line can be read."""
    reading, writing = os.pipe()
    os.write(writing, f"{text}\n".encode())
    os.close(writing)
    return reading


@pytest.fixture
def now_office(tmp_path: Path, plain: bytes, office: Office) -> Callable[..., list[str | Path]]:
    """The words that sign a file with the office's things."""
    (tmp_path / "ke-hoach.pdf").write_bytes(plain)

    def words(role: Role, file: str = "ke-hoach.pdf", typed: str = TYPED) -> list[str | Path]:
        p12, png = {
            Role.PERSON: (office.person_p12, office.person_png),
            Role.AGENCY: (office.agency_p12, office.seal_png),
        }[role]
        return ["sign", tmp_path / file, "--p12", p12, "--image", png, "--pin-fd", str(read_end(typed))]

    return words


def test_the_command_signs_twice(kehoach: Kehoach, tmp_path: Path, now_office: Callable[..., list[str | Path]]) -> None:
    first = kehoach(*now_office(Role.PERSON))
    assert (first.code, first.out) == (0, "")
    assert "chữ ký của người có thẩm quyền" in first.err
    again = kehoach(*now_office(Role.PERSON))
    assert again.code == 2
    assert "đã có tệp" in again.err
    assert kehoach(*now_office(Role.PERSON), "--force").code == 0
    assert kehoach(*now_office(Role.AGENCY, "ke-hoach.da-ky.pdf"), "-o", tmp_path / "xong.pdf").code == 0
    assert problems((tmp_path / "xong.pdf").read_bytes()) == ["", ""]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--role", "agency"], "người có thẩm quyền chưa ký"),
        (["--role", "appendix"], "chưa có số, ký hiệu"),
        (["--image", "khong-co.png"], "không có tệp hình"),
        (["--p12", "khong-co.p12"], "không có tệp chứng thư"),
        (["--pkcs11", "thu-vien.so"], "không dùng --p12 cùng với --pkcs11"),
        (["--pin-fd", "987"], "không đọc được mã PIN từ bộ mô tả tệp 987"),
        (["--name", "Trần Thị Khác"], "không tìm thấy chỗ ký của Trần Thị Khác"),
    ],
)
def test_a_refusal_leaves_no_file(
    kehoach: Kehoach,
    tmp_path: Path,
    now_office: Callable[..., list[str | Path]],
    more: list[str],
    message: str,
) -> None:
    before = sorted(tmp_path.iterdir())
    result = kehoach(*now_office(Role.PERSON), *more)
    assert result.code == 2
    assert message in result.err
    assert len([line for line in result.err.splitlines() if line.startswith("lỗi:")]) == 1
    assert TYPED not in result.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_wrong_password_is_said_and_never_repeated(
    kehoach: Kehoach, now_office: Callable[..., list[str | Path]]
) -> None:
    result = kehoach(*now_office(Role.PERSON, typed="doan-mo-1"))
    assert result.code == 2
    assert "mật khẩu không đúng" in result.err
    assert "doan-mo-1" not in result.err
    empty = kehoach(*now_office(Role.PERSON, typed=""))
    assert (empty.code, "mã PIN rỗng" in empty.err) == (2, True)


def test_nothing_is_asked_where_nobody_sits(
    kehoach: Kehoach, now_office: Callable[..., list[str | Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = now_office(Role.PERSON)[:-2]
    monkeypatch.setattr("sys.stdin", io.StringIO(TYPED))
    refused = kehoach(*words)
    assert (refused.code, "không có người ngồi" in refused.err) == (2, True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: TYPED)
    assert kehoach(*words).code == 0


def test_without_the_extra_it_says_what_to_install(
    kehoach: Kehoach, now_office: Callable[..., list[str | Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kehoach_cli.cli.sign.find_spec", lambda name: None if name == "pyhanko" else name)
    result = kehoach(*now_office(Role.PERSON))
    assert result.code == 2
    assert 'pip install "kehoach[sign]"' in result.err


@NEEDS_LIBREOFFICE
@pytest.mark.slow
def test_a_real_plan_is_signed(kehoach: Kehoach, small: Path, tmp_path: Path, office: Office) -> None:
    document = tmp_path / "ke-hoach.docx"
    assert kehoach("-C", small, "plan", "-o", document).code == 0
    data = to_pdf(document, tmp_path).read_bytes()
    signed = office.sign(office.sign(data, Role.PERSON), Role.AGENCY)
    assert problems(signed) == ["", ""]
    place = signature_place(data, "Nguyễn Văn Mẫu", "CHỦ TỊCH")
    person, _ = widget(signed, place.page, Role.PERSON.field)
    assert place.gap.holds(Box(person.left, person.bottom + 0.01, person.right, person.top - 0.01))
