"""Fetching, against a small server of our own on this machine."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

import pytest

from kawat.errors import FetchError, RefusedAddressError, TooLargeError
from kawat.pages import FetchLimits, article_from_page, fetch
from kawat.pages.fetch import visit

HTML = "<html><body><p>Menteri tiba di Élysée pada hari Senin dan berpidato di sana.</p></body></html>"
LOCAL = FetchLimits(total_seconds=5, max_bytes=200_000, allow_private=True)


class Site(BaseHTTPRequestHandler):
    """Answers by path. ``hits`` counts requests, ``hosts`` keeps the Host headers."""

    hits: int = 0
    hosts: list[str]

    def do_GET(self) -> None:
        type(self).hits += 1
        type(self).hosts.append(self.headers["Host"])
        name = self.path.split("?")[0].strip("/").replace("-", "_") or "page"
        try:
            getattr(self, f"give_{name}")()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def give_page(self) -> None:
        self.answer(HTML.encode("latin-1"), Content_Type='text/html; charset="ISO-8859-1"')

    def give_bare(self) -> None:
        self.answer(b"The minister spoke in Hanoi on Monday.")

    def give_zipped(self) -> None:
        self.answer(gzip.compress(HTML.encode()), Content_Encoding="gzip", Content_Type="text/html; charset=utf-8")

    def give_deflated(self) -> None:
        raw = zlib.compressobj(wbits=-15)
        body = raw.compress(HTML.encode()) + raw.flush()
        self.answer(body, Content_Encoding="deflate", Content_Type="text/html; charset=utf-8")

    def give_bomb(self) -> None:
        self.answer(gzip.compress(b"0" * 100_000_000), Content_Encoding="gzip")

    def give_cut(self) -> None:
        self.answer(gzip.compress(HTML.encode() * 50)[:-20], Content_Encoding="gzip")

    def give_broken(self) -> None:
        self.answer(b"this is not gzip", Content_Encoding="gzip")

    def give_brotli(self) -> None:
        self.answer(b"xxxx", Content_Encoding="br")

    def give_raw(self) -> None:
        """The very bytes that the query asks for."""
        self.wfile.write(unquote_to_bytes(self.path.partition("?")[2]))
        self.close_connection = True

    def give_long_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n")
        self.close_connection = True

    def give_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x" * 10_000)

    def give_slow_body(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def give_slow_head(self) -> None:
        for _ in range(100):
            self.wfile.write(b"H")
            self.wfile.flush()
            time.sleep(0.1)

    def give_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"only this")
        self.close_connection = True

    def give_loop(self) -> None:
        self.answer(b"", 302, Location="/loop")

    def give_hop(self) -> None:
        self.answer(b"", 301, Location="/page")

    def give_to_private(self) -> None:
        self.answer(b"", 302, Location="http://inside.example/secret")

    def give_to_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def give_missing(self) -> None:
        self.answer(b"gone", 404)

    def give_odd(self) -> None:
        self.answer(b"teapot", 418)

    def give_login(self) -> None:
        self.answer(b"no", 403)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


@pytest.fixture
def site() -> Iterator[type[Site]]:
    yield from _serve(lambda server: server)


def _serve(wrap: Callable[[ThreadingHTTPServer], ThreadingHTTPServer]) -> Iterator[type[Site]]:
    handler = type("OneSite", (Site,), {"hits": 0, "hosts": [], "port": 0})
    server = wrap(ThreadingHTTPServer(("127.0.0.1", 0), handler))
    server.daemon_threads = True
    handler.port = server.server_address[1]  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield handler
    server.shutdown()
    server.server_close()


def url(site: type[Site], path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
    return f"{scheme}://{host}:{site.port}/{path}"  # type: ignore[attr-defined]


def to_here(host: str, port: int) -> list[str]:
    """A resolver that sends every name to this machine."""
    return ["127.0.0.1"]


def test_a_page_with_the_charset_of_its_header(site: type[Site]) -> None:
    page = fetch(url(site, "page"), LOCAL)
    assert (page.media_type, page.charset, page.url) == ("text/html", "ISO-8859-1", url(site, "page"))
    assert page.fetched_at is not None
    assert page.fetched_at.utcoffset() is not None
    assert "Élysée" in article_from_page(page).text


def test_a_page_without_headers(site: type[Site]) -> None:
    page = fetch(url(site, "bare"), LOCAL)
    assert (page.media_type, page.charset) == (None, None)
    assert article_from_page(page).text == "The minister spoke in Hanoi on Monday."


@pytest.mark.parametrize("path", ["zipped", "deflated"])
def test_compressed_pages(site: type[Site], path: str) -> None:
    assert fetch(url(site, path), LOCAL).body == HTML.encode()


def test_the_name_is_resolved_once_and_sent_as_host(site: type[Site]) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    fetch(url(site, "page", host="kabar.example"), LOCAL, resolve)
    assert asked == ["kabar.example"]
    assert site.hosts == [f"kabar.example:{site.port}"]  # type: ignore[attr-defined]


def test_a_private_address_is_refused_without_a_connection(site: type[Site]) -> None:
    for host in ("127.0.0.1", "kabar.example", "localhost"):
        with pytest.raises(RefusedAddressError, match=r"127\.0\.0\.1|::1"):
            fetch(url(site, "page", host=host), FetchLimits(total_seconds=5), to_here)
    assert site.hits == 0


def test_a_redirect_is_followed_and_named(site: type[Site]) -> None:
    assert fetch(url(site, "hop"), LOCAL).url == url(site, "page")


def test_a_redirect_loop_ends(site: type[Site]) -> None:
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(url(site, "loop"), LOCAL)
    assert site.hits == 6


def test_a_redirect_to_a_private_address_is_refused(site: type[Site], monkeypatch: pytest.MonkeyPatch) -> None:
    # This machine plays a public one, so that only the second hop can be what is refused.
    monkeypatch.setattr("kawat.pages.addresses.is_public", lambda address: address == "127.0.0.1")
    inside = {"inside.example": ["10.0.0.7"]}
    with pytest.raises(RefusedAddressError, match=r"inside\.example leads to 10\.0\.0\.7"):
        fetch(
            url(site, "to-private", host="kabar.example"),
            FetchLimits(total_seconds=5),
            lambda host, port: inside.get(host, ["127.0.0.1"]),
        )
    assert site.hits == 1


def test_a_redirect_to_a_file_is_refused(site: type[Site]) -> None:
    with pytest.raises(RefusedAddressError, match="not http"):
        fetch(url(site, "to-file"), LOCAL)


@pytest.mark.parametrize("path", ["slow-body", "slow-head"])
def test_a_slow_answer_ends_at_the_total_time(site: type[Site], path: str) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match="too long"):
        fetch(url(site, path), FetchLimits(total_seconds=0.6, allow_private=True))
    assert time.monotonic() - start < 6


def test_a_slow_resolver_ends_at_the_total_time() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(9)
        return ["127.0.0.1"]

    start = time.monotonic()
    with pytest.raises(FetchError, match="too long"):
        fetch("http://kabar.example/", FetchLimits(total_seconds=0.3), slow)
    assert time.monotonic() - start < 6


def test_a_huge_body_is_not_read_to_its_end(site: type[Site]) -> None:
    with pytest.raises(TooLargeError, match="200000 bytes"):
        fetch(url(site, "huge"), LOCAL)


def test_a_compression_bomb_is_not_unpacked(site: type[Site]) -> None:
    with pytest.raises(TooLargeError, match="unpacks"):
        fetch(url(site, "bomb"), LOCAL)


@pytest.mark.parametrize("path", ["cut", "broken", "brotli", "short"])
def test_broken_bodies(site: type[Site], path: str) -> None:
    with pytest.raises(FetchError):
        fetch(url(site, path), LOCAL)


@pytest.mark.parametrize(
    "raw",
    [
        b"garbage\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 9999 OK\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc",
        b"",
    ],
)
def test_an_answer_that_is_no_http_says_what_to_do(site: type[Site], raw: bytes) -> None:
    for address in (f"{url(site, 'raw')}?{quote(raw)}", url(site, "long-header")):
        for get in (fetch, visit):
            with pytest.raises(FetchError, match=r"(no HTTP|could not be read) \(.*try again"):
                get(address, LOCAL)


@pytest.mark.parametrize(
    ("path", "advice"),
    [("missing", "404.*check the address"), ("login", "403.*save the page"), ("odd", "418.*later")],
)
def test_other_statuses_say_what_to_do(site: type[Site], path: str, advice: str) -> None:
    with pytest.raises(FetchError, match=advice):
        fetch(url(site, path), LOCAL)


def test_nobody_listening() -> None:
    with pytest.raises(FetchError, match="could not be read"):
        fetch("http://127.0.0.1:9/", LOCAL)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for kabar.example that signs itself, key in the same file."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    path = tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=kabar.example",
         "-addext", "subjectAltName=DNS:kabar.example", "-keyout", str(tmp_path / "key.pem"), "-out", str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    return path


@pytest.fixture
def secure_site(certificate: Path) -> Iterator[type[Site]]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.parent / "key.pem")

    def wrap(server: ThreadingHTTPServer) -> ThreadingHTTPServer:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        return server

    yield from _serve(wrap)


def test_https_checks_the_certificate_for_the_name(secure_site: type[Site], certificate: Path) -> None:
    trusting = FetchLimits(total_seconds=5, allow_private=True, ca_file=str(certificate))
    right = url(secure_site, "bare", host="kabar.example", scheme="https")
    assert fetch(right, trusting, to_here).body.startswith(b"The minister")
    for address, limits in (
        (right, LOCAL),  # nobody vouches for the certificate
        (url(secure_site, "bare", host="other.example", scheme="https"), trusting),  # it is for another name
        (url(secure_site, "bare", host="127.0.0.1", scheme="https"), trusting),
    ):
        with pytest.raises(FetchError, match="certificate"):
            fetch(address, limits, to_here)
    assert secure_site.hits == 1
