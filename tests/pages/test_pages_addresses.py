"""Which addresses are public, and what is refused before any connection is made."""

from __future__ import annotations

import pytest

from kawat.errors import FetchError, RefusedAddressError
from kawat.pages.addresses import is_public, system_resolve, vet


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.88.99.1",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254", "::127.0.0.1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "fec0::1", "2001:db8::1", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1", "2002:7f00:1::1", "2002:c0a8:101::1", "2001:0:7f00:1::", "100::1", "not an address", "",
    ],
)  # fmt: skip
def test_addresses_inside_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_the_vetted_address_is_the_one_to_connect_to() -> None:
    target = vet("https://Kabar.Example:8443/a b?q=ü#part", False, lambda host, port: ["8.8.8.8", "1.1.1.1"])
    assert (target.ip, target.host, target.port, target.scheme) == ("8.8.8.8", "kabar.example", 8443, "https")
    assert target.path == "/a%20b?q=%C3%BC"
    assert target.host_header == "kabar.example:8443"
    assert vet("http://kabar.example", False, lambda host, port: ["8.8.8.8"]).host_header == "kabar.example"


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(RefusedAddressError, match=r"10\.0\.0\.5"):
        vet("http://kabar.example/", False, lambda host, port: ["8.8.8.8", "10.0.0.5"])
    assert vet("http://kabar.example/", True, lambda host, port: ["10.0.0.5"]).ip == "10.0.0.5"


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://localhost/",
    ],
)
def test_every_spelling_of_this_machine_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        vet(url, False, system_resolve)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://kabar.example/", "gopher://kabar.example/", "kabar.example/a",
     "javascript:alert(1)",
     "data:text/html,x", "http://user:secret@kabar.example/", "http://user@kabar.example/"],
)  # fmt: skip
def test_other_schemes_and_credentials_are_refused(url: str) -> None:
    with pytest.raises(RefusedAddressError):
        vet(url, True, lambda host, port: ["8.8.8.8"])


@pytest.mark.parametrize(
    "url", ["http://", "http:///path", "http://[::1", "http://kabar.example:99999/", "http://a b/"]
)
def test_broken_addresses_say_so(url: str) -> None:
    with pytest.raises(FetchError, match=r"spelling|host"):
        vet(url, True, lambda host, port: ["8.8.8.8"])


def test_a_name_that_does_not_resolve() -> None:
    def fail(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(FetchError, match="no address found"):
        vet("http://kabar.example/", False, fail)
    with pytest.raises(FetchError, match="no address found"):
        vet("http://kabar.example/", False, lambda host, port: [])


def test_names_in_other_scripts_are_asked_for_in_ascii() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["8.8.8.8"]

    assert vet("http://bücher.example/", False, resolve).host == "xn--bcher-kva.example"
    assert asked == ["xn--bcher-kva.example"]
