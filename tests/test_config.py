"""The user's own settings: where they lie, and that a mistake in them is said before anything is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach_cli.errors import RefusalError
from kehoach_cli.loading.config import config_path, read_config


def test_each_system_has_its_place() -> None:
    home = Path.home()
    assert config_path({}, "linux") == home / ".config/kehoach/config.yaml"
    assert config_path({"XDG_CONFIG_HOME": "/x"}, "linux") == Path("/x/kehoach/config.yaml")
    assert config_path({"APPDATA": "C:/a"}, "win32") == Path("C:/a/kehoach/config.yaml")
    assert config_path({}, "win32") == home / "AppData/Roaming/kehoach/config.yaml"
    assert config_path({"KEHOACH_CONFIG": "/y.yaml", "XDG_CONFIG_HOME": "/x"}, "linux") == Path("/y.yaml")


def test_settings_are_read_and_none_are_needed(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    nothing = read_config(file)
    assert (nothing.pkcs11, nothing.roots, nothing.person, nothing.agency) == (None, (), None, None)
    file.write_text("pkcs11: /lib/x.so\nroots: [a.pem]\nagency: {token: T, image_width: 36}\n", encoding="utf-8")
    config = read_config(file)
    assert (str(config.pkcs11), [str(root) for root in config.roots]) == ("/lib/x.so", ["a.pem"])
    assert config.agency is not None
    assert config.agency.image_width is not None
    assert (str(config.agency.token), config.agency.image_width.value) == ("T", 36)


@pytest.mark.parametrize(
    ("text", "said"),
    [("pkcs: x\n", "pkcs11"), ("person: 5\n", "cách ký"), ("agency: {pin: 1234}\n", "pin"), ("[", ":1:")],
)
def test_every_mistake_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RefusalError, match="tệp cấu hình không dùng được") as refusal:
        read_config(file)
    assert said in refusal.value.message + refusal.value.hint


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="không đọc được tệp cấu hình"):
        read_config(tmp_path)
