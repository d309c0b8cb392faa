"""The user's own settings: one YAML file in the place where this system keeps such files."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.kinds import Decimal, Line
from kehoach_cli.loading.mixed import ListOf
from kehoach_cli.loading.nodes import read_record
from kehoach_cli.loading.record import Record, nullable, optional
from kehoach_cli.location import Location
from kehoach_cli.model.config import Config, SigningKey

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "KEHOACH_CONFIG"
_LINE = Line()

SIGNING_KEY = Record(
    "cách ký",
    SigningKey,
    (
        nullable("p12", _LINE, "tệp chứng thư .p12 hoặc .pfx"),
        nullable("token", _LINE, "nhãn của thiết bị ký, khi cắm nhiều thiết bị"),
        nullable("certificate", _LINE, "nhãn của chứng thư trong thiết bị, khi có nhiều"),
        nullable("image", _LINE, "hình chữ ký hoặc con dấu, .png nền trong suốt"),
        nullable("image_width", Decimal(5, 100), "bề rộng thật của hình, mm, khi tệp hình không ghi dpi"),
    ),
)
CONFIG = Record(
    "cấu hình",
    Config,
    (
        nullable("pkcs11", _LINE, "đường dẫn thư viện PKCS#11 của thiết bị ký"),
        nullable("tsa", _LINE, "địa chỉ máy chủ cấp dấu thời gian"),
        optional("roots", ListOf(_LINE), "các tệp chứng thư gốc được tin (.pem, .cer), dùng khi xác minh"),
        nullable("person", SIGNING_KEY, "cách ký của người có thẩm quyền trên máy này"),
        nullable("agency", SIGNING_KEY, "cách ký của cơ quan trên máy này"),
    ),
)


def config_path(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where the settings lie: KEHOACH_CONFIG, else the system's own place for them."""
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    if platform == "win32":
        base = Path(environment.get("APPDATA") or Path.home() / "AppData/Roaming")
    else:
        base = Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "kehoach" / "config.yaml"


def read_config(path: Path) -> Config:
    """Return the settings, empty ones where there is no such file. Raises RefusalError with every mistake in it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return CONFIG.neutral(Location(str(path)))
    except OSError as failure:
        message = f"không đọc được tệp cấu hình {path}: {failure.strerror}"
        raise RefusalError(message, f"sửa quyền đọc, hoặc chỉ tệp khác bằng {VARIABLE}") from None
    config, _, findings = read_record(data, str(path), CONFIG)
    if config is None or findings:
        said = "\n  ".join(f"{one.at}: {one.message}{f' ({one.hint})' if one.hint else ''}" for one in findings)
        message = f"tệp cấu hình không dùng được:\n  {said}"
        raise RefusalError(message, "sửa các chỗ trên, hoặc xóa tệp này")
    return config
