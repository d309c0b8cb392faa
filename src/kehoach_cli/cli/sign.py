"""`kehoach sign`: the digital signatures of a finished PDF."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kehoach_cli.cli.session import Session
from kehoach_cli.errors import RefusalError
from kehoach_cli.signing.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyhanko.sign.signers import Signer

HELP = "Ký số tệp .pdf: người có thẩm quyền, rồi cơ quan; hoặc phụ lục trong tệp riêng."
_SUFFIX = ".da-ky.pdf"
_STDERR = 2
# What the extra `sign` brings.
_EXTRA = ("pyhanko", "pypdf", "pkcs11", "PIL", "fontTools", "uharfbuzz")


def sign(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="TỆP.pdf", help="Văn bản hoặc phụ lục đã xuất ra .pdf.")],
    role: Annotated[
        Role | None,
        typer.Option(
            "--role",
            metavar="VAI",
            help="person (người có thẩm quyền), agency (cơ quan) hoặc appendix (phụ lục); "
            "mặc định: person khi tệp chưa có chữ ký, sau đó là agency.",
        ),
    ] = None,
    p12: Annotated[
        Path | None, typer.Option("--p12", metavar="TỆP", help="Ký bằng tệp chứng thư .p12 hoặc .pfx.")
    ] = None,
    pkcs11: Annotated[
        str | None, typer.Option("--pkcs11", metavar="THƯ_VIỆN", help="Ký bằng thiết bị, qua thư viện PKCS#11 này.")
    ] = None,
    token: Annotated[str, typer.Option("--token", metavar="NHÃN", help="Thiết bị nào, khi cắm nhiều thiết bị.")] = "",
    certificate: Annotated[
        str, typer.Option("--certificate", metavar="NHÃN", help="Chứng thư số nào, khi thiết bị có nhiều.")
    ] = "",
    image: Annotated[
        Path | None, typer.Option("--image", metavar="TỆP", help="Hình chữ ký hoặc con dấu, .png nền trong suốt.")
    ] = None,
    image_width: Annotated[
        float | None,
        typer.Option("--image-width", metavar="MM", help="Bề rộng thật của hình, khi tệp hình không ghi dpi."),
    ] = None,
    name: Annotated[str, typer.Option("--name", metavar="HỌ_TÊN", help="Họ tên người ký in trong văn bản.")] = "",
    number: Annotated[
        str, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu ghi lên phụ lục, ví dụ 125/KH-UBND.")
    ] = "",
    pin_fd: Annotated[
        int | None,
        typer.Option("--pin-fd", metavar="N", help="Đọc mã PIN (một dòng) từ bộ mô tả tệp này, thay vì hỏi."),
    ] = None,
    tsa: Annotated[str, typer.Option("--tsa", metavar="URL", help="Lấy dấu thời gian từ máy chủ này.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="TỆP", help=f"Ghi vào tệp này; mặc định: cạnh tệp cũ, tên {_SUFFIX}."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Ghi đè tệp đã có.")] = False,
) -> int:
    """Return 0 after writing the signed file."""
    session: Session = context.obj
    _require_extra()
    from kehoach_cli.signing.pictures import load_picture
    from kehoach_cli.signing.sign import Details, check_turn, next_role, sign_pdf
    from kehoach_cli.storage import read_whole, write_whole

    data = read_whole(file)
    target = output or file.with_name(f"{file.stem}{_SUFFIX}")
    if target.exists() and not force:
        message = f"đã có tệp {target}"
        raise RefusalError(message, "chọn tên khác bằng -o, hoặc thêm --force nếu không cần tệp đó")
    chosen = next_role(data) if role is None else role
    check_turn(chosen, data)
    means = _means(Means(p12, pkcs11, token, certificate, image, image_width, tsa), chosen)
    picture = None if means.image is None else load_picture(means.image, means.width)
    details = Details(picture, number=number, name=name, tsa=means.tsa)
    moment = datetime.now(UTC)
    if means.p12 is None and means.library is None:
        message = "chưa rõ ký bằng gì"
        raise RefusalError(message, "thêm --p12 TỆP, hoặc --pkcs11 THƯ_VIỆN của thiết bị ký; hoặc ghi vào tệp cấu hình")
    pin = _pin(pin_fd, "Mật khẩu của tệp chứng thư: " if means.p12 else "Mã PIN của thiết bị ký: ")
    with _signer(means, pin, moment) as signer:
        signed = sign_pdf(data, signer, chosen, details, moment)
    write_whole(target, signed)
    session.say(f"Đã ký ({chosen.title}) và ghi {target}")
    return 0


class Means(NamedTuple):
    """What to sign with: a .p12 file or a token behind a library, and the picture to show."""

    p12: Path | None
    library: str | None
    token: str
    certificate: str
    image: Path | None
    width: float | None
    tsa: str


def _means(given: Means, role: Role) -> Means:
    """Return what the options give, completed from the user's own settings. Raises RefusalError."""
    from kehoach_cli.loading.config import config_path, read_config

    if given.p12 is not None and given.library is not None:
        message = "không dùng --p12 cùng với --pkcs11"
        raise RefusalError(message, "bỏ một trong hai")
    config = read_config(config_path())
    key = config.person if role is Role.PERSON else config.agency
    p12, library = given.p12, given.library
    if p12 is None and library is None:
        p12 = Path(key.p12.value).expanduser() if key and key.p12 else None
        library = config.pkcs11.value if config.pkcs11 and p12 is None else None
    image = given.image
    if image is None and key and key.image and role is not Role.APPENDIX:
        image = Path(key.image.value).expanduser()
    return Means(
        p12,
        library,
        given.token or (key.token.value if key and key.token else ""),
        given.certificate or (key.certificate.value if key and key.certificate else ""),
        image,
        given.width or (key.image_width.value if key and key.image_width else None),
        given.tsa or (config.tsa.value if config.tsa else ""),
    )


@contextmanager
def _signer(means: Means, pin: str, moment: datetime) -> Iterator[Signer]:
    from kehoach_cli.signing.keys import Token, file_signer, token_signer

    if means.p12 is not None:
        yield file_signer(means.p12, pin, moment)
        return
    token = Token(means.library or "", means.token, certificate=means.certificate)
    with token_signer(token, pin, moment) as signer:
        yield signer


def _require_extra() -> None:
    if not all(map(find_spec, _EXTRA)):
        message = "phần ký số chưa được cài"
        raise RefusalError(message, 'cài: pip install "kehoach[sign]"')


def _pin(descriptor: int | None, question: str) -> str:
    """Return the PIN: from a file descriptor, or asked for where somebody sits. Raises RefusalError."""
    if descriptor is None:
        if not sys.stdin.isatty():
            message = "không hỏi được mã PIN vì không có người ngồi trước màn hình"
            raise RefusalError(message, "chạy lệnh trong cửa sổ dòng lệnh, hoặc thêm --pin-fd N")
        from getpass import getpass

        pin = getpass(question)
    else:
        try:
            with os.fdopen(descriptor, "rb", closefd=descriptor > _STDERR) as stream:
                pin = stream.readline().rstrip(b"\r\n").decode("utf-8")
        except (OSError, ValueError):
            message = f"không đọc được mã PIN từ bộ mô tả tệp {descriptor}"
            raise RefusalError(message, "mở bộ mô tả đó trước khi gọi, ví dụ --pin-fd 3 3< <(lệnh in mã PIN)") from None
    if not pin:
        message = "mã PIN rỗng"
        raise RefusalError(message, "gõ mã PIN, hoặc đưa một dòng có mã PIN qua --pin-fd")
    return pin
