"""Fetching one page, within limits of time, size and redirects, from addresses that were vetted first.

The name is resolved once per hop and the connection goes to the very address that was vetted, so an answer
that changes between the check and the connection (DNS rebinding) leads nowhere. Proxies are not used.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from kawat.errors import FetchError, KawatError, TooLargeError
from kawat.pages.addresses import Resolve, Target, system_resolve, vet
from kawat.pages.inflate import inflate
from kawat.pages.source import MAX_BYTES
from kawat.records import Page

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 65_536
_ADVICE = {
    401: "the page asks for a login: save it to a file from a browser",
    402: "the page asks for payment: save it to a file if you have access",
    403: "the site refuses automatic readers: save the page to a file from a browser",
    404: "there is no such page: check the address",
    410: "the page has been removed: look for an archived copy",
    429: "the site asks to slow down: try again later",
    451: "the page is withheld for legal reasons: look for an archived copy",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """``total_seconds`` for everything, ``max_bytes`` for the body before and after decompression.

    ``allow_private`` lets hosts inside your own network through; ``ca_file`` adds certificates to trust.
    """

    total_seconds: float = 20.0
    max_bytes: int = MAX_BYTES
    max_redirects: int = 5
    allow_private: bool = False
    ca_file: str | None = None
    user_agent: str = "kawat"


def fetch(url: str, limits: FetchLimits | None = None, resolve: Resolve = system_resolve) -> Page:
    """The page at ``url``; ``Page.url`` is where redirects ended.

    Raises FetchError (time, status, redirects, connection), RefusedAddressError, TooLargeError.
    """
    limits = limits or FetchLimits()
    deadline = time.monotonic() + limits.total_seconds
    return _within(limits.total_seconds, url, lambda: _follow(url, limits, deadline, resolve))


def _within(seconds: float, url: str, work: Callable[[], Page]) -> Page:
    """Run ``work`` in a thread of its own: name resolution and slow headers know no time limit themselves."""
    pages: list[Page] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            pages.append(work())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True, name="kawat-fetch")
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not pages:
        raise _too_slow(url)
    return pages[0]


def _follow(url: str, limits: FetchLimits, deadline: float, resolve: Resolve) -> Page:
    for _ in range(limits.max_redirects + 1):
        target = vet(url, limits.allow_private, resolve)
        found = _visit(target, limits, deadline)
        if isinstance(found, Page):
            return found
        url = found
    raise FetchError(f"more than {limits.max_redirects} redirects, last to {url}: give the final address")


def _visit(target: Target, limits: FetchLimits, deadline: float) -> Page | str:
    """The page at ``target``, or the address it redirects to."""
    connection = _connection(target, limits, _left(target, deadline))
    try:
        connection.request(
            "GET",
            target.path,
            headers={
                "Host": target.host_header,
                "User-Agent": limits.user_agent,
                "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
                "Accept-Encoding": "gzip, deflate",
            },
            preload_content=False,
            decode_content=False,
        )
        return _answer(connection.getresponse(), target, limits, deadline)
    except KawatError:
        raise
    except TimeoutError as error:
        raise _too_slow(target.url) from error
    except (HTTPError, OSError, ValueError) as error:
        raise _failed(target, error, deadline) from error
    finally:
        connection.close()


def _connection(target: Target, limits: FetchLimits, seconds: float) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(target.ip, target.port, timeout=seconds)
    context = ssl.create_default_context()
    if limits.ca_file:
        context.load_verify_locations(limits.ca_file)
    return HTTPSConnection(
        target.ip,
        target.port,
        timeout=seconds,
        server_hostname=target.host,
        assert_hostname=target.host,
        ssl_context=context,
    )


def _answer(response: BaseHTTPResponse, target: Target, limits: FetchLimits, deadline: float) -> Page | str:
    try:
        if response.status in _REDIRECTS and "location" in response.headers:
            return urljoin(target.url, response.headers["location"])
        if response.status != 200:
            advice = _ADVICE.get(response.status, "try again later, or save the page to a file from a browser")
            raise FetchError(f"{target.url} answered {response.status}: {advice}")
        body = inflate(_body(response, target, limits, deadline), _encoding(response), limits.max_bytes, target.url)
        media_type, charset = _content_type(response.headers.get("content-type"))
        return Page(body, media_type, charset, target.url, datetime.now(UTC))
    finally:
        response.close()


def _body(response: BaseHTTPResponse, target: Target, limits: FetchLimits, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        _left(target, deadline)
        piece = response.read1(_PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > limits.max_bytes:
            raise TooLargeError(f"{target.url} is over {limits.max_bytes} bytes: give one article, not an archive")


def _left(target: Target, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow(target.url)
    return left


def _encoding(response: BaseHTTPResponse) -> str:
    return (response.headers.get("content-encoding") or "identity").strip().lower()


def _content_type(header: str | None) -> tuple[str | None, str | None]:
    """Media type and character set of a Content-Type header."""
    if not header:
        return None, None
    message = Message()
    message["content-type"] = header.replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None


def _too_slow(url: str) -> FetchError:
    return FetchError(f"{url} took too long: try again later, or allow more time")


def _failed(target: Target, error: Exception, deadline: float) -> FetchError:
    if time.monotonic() >= deadline:
        return _too_slow(target.url)
    if "CERTIFICATE_VERIFY_FAILED" in str(error) or "doesn't match" in str(error):
        return FetchError(
            f"the certificate of {target.host} is not valid: check the address, do not trust the page"
        )
    return FetchError(
        f"{target.url} could not be read ({type(error).__name__}): check the connection and try again"
    )
