"""Fetching one page, within limits of time, size and redirects, from addresses that were vetted first.

The name is resolved once per hop and the connection goes to the very address that was vetted, so an answer
that changes between the check and the connection (DNS rebinding) leads nowhere. Proxies are not used.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from http.client import HTTPException
from typing import TypeVar
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from kawat.errors import FetchError, KawatError, NotTextError, TooLargeError
from kawat.pages.addresses import Resolve, Target, system_resolve, vet
from kawat.pages.inflate import inflate
from kawat.pages.source import MAX_BYTES
from kawat.records import Page

Got = TypeVar("Got")

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


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered, once. ``headers`` as sent, ``packed`` the body as sent, ``body`` unpacked.

    Only an answer of status 200 has a body.
    """

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    at: datetime
    body: bytes = b""
    packed: bytes = field(default=b"", repr=False)

    def header(self, name: str) -> str | None:
        """The first header called ``name``, in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def redirect(self) -> str | None:
        """The whole address that it redirects to."""
        to = self.header("location")
        return urljoin(self.url, to) if self.status in _REDIRECTS and to is not None else None

    @property
    def page(self) -> Page:
        media_type, charset = _content_type(self.header("content-type"))
        return Page(self.body, media_type, charset, self.url, self.at)


def fetch(url: str, limits: FetchLimits | None = None, resolve: Resolve = system_resolve) -> Page:
    """The page at ``url``; ``Page.url`` is where redirects ended.

    Raises FetchError (time, status, redirects, connection), RefusedAddressError, TooLargeError.
    """
    limits = limits or FetchLimits()
    deadline = time.monotonic() + limits.total_seconds
    return _within(limits.total_seconds, url, lambda line: _follow(url, limits, deadline, resolve, line))


def visit(
    url: str,
    limits: FetchLimits,
    headers: Mapping[str, str] | None = None,
    resolve: Resolve = system_resolve,
    media_types: tuple[str, ...] | None = None,
) -> Answer:
    """One request to ``url``, whatever the status of the answer; redirects are not followed.

    ``headers`` come on top of the usual ones. ``media_types``: how the label of a body has to begin, where it has
    one; what is labelled otherwise is not read. Raises what `fetch` does, and NotTextError.
    """

    def once(line: _Line) -> Answer:
        deadline = time.monotonic() + limits.total_seconds
        target = vet(url, limits.allow_private, resolve)
        return _visit(target, limits, deadline, line, headers or {}, media_types)

    return _within(limits.total_seconds, url, once)


class _Line:
    """The connection that is in use, so that another thread can cut it."""

    def __init__(self) -> None:
        self.connection: HTTPConnection | None = None

    def cut(self) -> None:
        """End whatever waits for a byte on it."""
        sock = getattr(self.connection, "sock", None)
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _within(seconds: float, url: str, work: Callable[[_Line], Got]) -> Got:
    """Run ``work`` in a thread of its own: name resolution and slow headers know no time limit themselves."""
    line = _Line()
    pages: list[Got] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            pages.append(work(line))
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True, name="kawat-fetch")
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not pages:
        line.cut()  # a server that sends a byte now and then would hold the thread for ever
        raise _too_slow(url)
    return pages[0]


def _follow(url: str, limits: FetchLimits, deadline: float, resolve: Resolve, line: _Line) -> Page:
    for _ in range(limits.max_redirects + 1):
        found = _visit(vet(url, limits.allow_private, resolve), limits, deadline, line)
        if found.redirect is None:
            return _expected(found).page
        url = found.redirect
    raise FetchError(f"more than {limits.max_redirects} redirects, last to {url}: give the final address")


def _expected(answer: Answer) -> Answer:
    if answer.status != 200:
        raise FetchError(f"{answer.url} answered {answer.status}: {advice_on(answer.status)}")
    return answer


def advice_on(status: int) -> str:
    """What to do about an answer that is no page."""
    return _ADVICE.get(status, "try again later, or save the page to a file from a browser")


def _visit(
    target: Target,
    limits: FetchLimits,
    deadline: float,
    line: _Line,
    headers: Mapping[str, str] | None = None,
    media_types: tuple[str, ...] | None = None,
) -> Answer:
    connection = line.connection = _connection(target, limits, _left(target, deadline))
    try:
        connection.request(
            "GET",
            target.path,
            headers={
                "Host": target.host_header,
                "User-Agent": limits.user_agent,
                "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
                "Accept-Encoding": "gzip, deflate",
                **(headers or {}),
            },
            preload_content=False,
            decode_content=False,
        )
        return _answer(connection.getresponse(), target, limits, deadline, media_types)
    except KawatError:
        raise
    except TimeoutError as error:
        raise _too_slow(target.url) from error
    except (HTTPError, HTTPException, OSError, ValueError) as error:
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


def _answer(
    response: BaseHTTPResponse,
    target: Target,
    limits: FetchLimits,
    deadline: float,
    media_types: tuple[str, ...] | None,
) -> Answer:
    try:
        headers, now = tuple(response.headers.items()), datetime.now(UTC)
        answer = Answer(target.url, response.status, response.reason or "", headers, now)
        if response.status != 200:
            return answer
        label = _content_type(answer.header("content-type"))[0]
        if media_types is not None and label is not None and not label.startswith(media_types):
            raise NotTextError(f"{target.url} is labelled {label}: give the address of a text")
        packed = _body(response, target, limits, deadline)
        body = inflate(packed, _encoding(response), limits.max_bytes, target.url)
        return replace(answer, body=body, packed=packed)
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
    if isinstance(error, HTTPException) and not isinstance(error, HTTPError | OSError):
        return FetchError(
            f"{target.url} gave an answer that is no HTTP ({type(error).__name__}): "
            "check the address, or try again later"
        )
    return FetchError(
        f"{target.url} could not be read ({type(error).__name__}): check the connection and try again"
    )
