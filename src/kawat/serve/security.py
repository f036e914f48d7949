"""Who may ask: the host addressed, the token, the page that a change comes from; headers of every answer."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: tuple[tuple[str, str], ...] = (
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
)
"""Headers of every answer, whatever it is."""

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Door:
    """What a request has to show. ``token`` None: nothing; ``names``: hosts by which the server may be addressed.

    ``any_address``: besides ``names``, every IP address will do: a foreign page can let its own name point here,
    never an address.
    """

    token: str | None = None
    names: frozenset[str] = LOCAL_NAMES
    any_address: bool = False

    def knows_host(self, header: str | None) -> bool:
        """Whether the Host header names this server."""
        name = host_name(header)
        if name is None:
            return False
        return name in self.names or (self.any_address and _is_address(name))

    def opens(self, headers: Mapping[str, str]) -> bool:
        """Whether the token is not needed, or is there."""
        if self.token is None:
            return True
        return self.fits(_bearer(headers)) or any(map(self.fits, _cookies(headers, self.cookie)))

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the token: another one for each token, as servers share a host's."""
        return f"kawat_{hashlib.sha256((self.token or '').encode()).hexdigest()[:12]}"

    def fits(self, given: str | None) -> bool:
        """Whether ``given`` is the token."""
        if self.token is None or given is None:
            return False
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def from_here(self, headers: Mapping[str, str]) -> bool:
        """Whether a change is asked for by a page of this server, or by a program that has the token itself."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site not in ("same-origin", "none"):
            return False
        if origin is not None:
            return origin.partition("://")[2].lower() == headers.get("host", "").lower()
        return site == "same-origin" or self.fits(_bearer(headers))


def is_local(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def door_for(host: str, token: str | None) -> Door:
    """The door of a server that listens at ``host``."""
    if is_local(host):
        return Door(token, LOCAL_NAMES | {host.lower()})
    own = socket.gethostname().lower()
    return Door(token, LOCAL_NAMES | {host.lower(), own, f"{own}.local"}, any_address=True)


def host_name(header: str | None) -> str | None:
    """The name or address in a Host header, without the port; None where it is none."""
    if not header or len(header) > 255:
        return None
    if header.startswith("["):
        name, bracket, rest = header[1:].partition("]")
        fits = bool(bracket) and (not rest or (rest.startswith(":") and rest[1:].isdecimal()))
        return name.lower() if fits else None
    name, colon, port = header.partition(":")
    return name.lower().rstrip(".") if not colon or port.isdecimal() else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _bearer(headers: Mapping[str, str]) -> str | None:
    scheme, _, given = headers.get("authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" and given else None


def _cookies(headers: Mapping[str, str], name: str) -> list[str]:
    """What the cookies of this name hold, whatever stands in those of others (RFC 6265, 4.2.1)."""
    pairs = (one.strip().partition("=") for one in headers.get("cookie", "").split(";"))
    return [value.strip().strip('"') for key, _, value in pairs if key == name]
