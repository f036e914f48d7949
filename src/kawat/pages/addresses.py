"""Which addresses may be fetched: http(s) to public hosts, unless private ones are allowed."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from kawat.errors import FetchError, RefusedAddressError

Resolve = Callable[[str, int], list[str]]
_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

# Networks that the standard library calls global though they lead elsewhere.
_REFUSED = tuple(
    ipaddress.ip_network(net) for net in ("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15")
) + tuple(ipaddress.ip_network(net) for net in ("64:ff9b:1::/48", "fec0::/10", "2001:20::/28", "100::/64", "::/96"))
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A vetted address: where to connect (``ip``), and whom to ask for (``host`` as in the URL)."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def host_header(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.scheme == "https" else 80)
        return name if usual else f"{name}:{self.port}"


def system_resolve(host: str, port: int) -> list[str]:
    """Every address the system's resolver gives for ``host``. Raises OSError."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def vet(url: str, allow_private: bool, resolve: Resolve) -> Target:
    """``url`` with the one address to connect to. Every answer of the resolver must be allowed.

    Raises RefusedAddressError (scheme, credentials, private address), FetchError (no such host, broken URL).
    """
    scheme, host, port, path = _parts(url)
    try:
        answers = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no address found for {host}: check the spelling and the connection") from error
    if not answers:
        raise FetchError(f"no address found for {host}: check the spelling and the connection")
    refused = [answer for answer in answers if not allow_private and not is_public(answer)]
    if refused:
        raise RefusedAddressError(
            f"{host} leads to {refused[0]}, which is not a public address: "
            "save the page to a file, or allow private addresses (--allow-private) if the host is yours"
        )
    return Target(url, scheme, host, port, path, answers[0])


def is_public(address: str) -> bool:
    """True for an IP address on the public internet; an IPv4 address inside an IPv6 one is judged too."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return _is_public(ip) and all(_is_public(inner) for inner in _embedded(ip))


def _is_public(ip: _Ip) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or ip in _NAT64):
        return True  # judged by what is inside
    if any(ip.version == net.version and ip in net for net in _REFUSED):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)


def _embedded(ip: _Ip) -> list[ipaddress.IPv4Address]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [address for address in inner if address is not None]


def _parts(url: str) -> tuple[str, str, int, str]:
    """Scheme, host (IDNA), port and path with query of ``url``."""
    try:
        parts = urlsplit(url.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"{url!r} is not a valid address: check its spelling") from error
    if scheme not in ("http", "https"):
        raise RefusedAddressError(f"{url!r} is not http or https: give a web address, or a path to a file")
    if not host:
        raise FetchError(f"{url!r} names no host: check its spelling")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddressError("an address with a user name or password is refused: give it without them")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    usual = 443 if scheme == "https" else 80
    return scheme, _ascii(host), port or usual, f"{path}?{query}" if query else path


def _ascii(host: str) -> str:
    if host.isascii():
        if any(char <= " " or char == "\x7f" for char in host):
            raise FetchError(f"{host!r} is not a host name: check its spelling")
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError(f"{host!r} is not a host name: check its spelling") from error
