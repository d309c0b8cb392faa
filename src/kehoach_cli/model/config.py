"""What belongs to one machine and its user, never to a workspace: how this person signs, whom this machine trusts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.frozen import frozen

if TYPE_CHECKING:
    from kehoach_cli.location import Located, Location, Text


@frozen
class SigningKey:
    """How one role signs: a .p12 file, or a token's label and that of a certificate in it; the picture, mm wide."""

    p12: Text | None
    token: Text | None
    certificate: Text | None
    image: Text | None
    image_width: Located[float] | None
    at: Location


@frozen
class Config:
    """The settings; `pkcs11` is the path of the token's library, `roots` are files of certificates to be trusted."""

    pkcs11: Text | None
    tsa: Text | None
    roots: tuple[Text, ...]
    person: SigningKey | None
    agency: SigningKey | None
    at: Location
