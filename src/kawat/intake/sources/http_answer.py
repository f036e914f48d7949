"""An HTTP answer as archives keep it: its head, and its body unpacked.

Many archives keep a body unpacked under headers that still tell how it was packed; it is read as it is then.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from email.message import Message

from kawat.errors import InputError, NotTextError, TooLargeError
from kawat.pages.inflate import unpacked
from kawat.pages.sniff import require_text

MOST_CHUNKS = 500_000
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,200})?\r?\n")
_LINE_END = re.compile(rb"\r?\n")


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """``encodings`` of its ``body``, which was packed with the first of them first."""

    status: int
    media_type: str | None
    charset: str | None
    encodings: tuple[str, ...]
    chunked: bool
    body: bytes


def http_answer(block: bytes) -> HttpAnswer | None:
    """The answer in the block of a record; None for what is none."""
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _END.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers = _headers(head)
    label = Message()
    label["content-type"] = headers.get("content-type", "")
    charset = label.get_param("charset")
    return HttpAnswer(
        status=int(status.group(1)),
        media_type=label.get_content_type() if "content-type" in headers else None,
        charset=charset if isinstance(charset, str) else None,
        encodings=_listed(headers.get("content-encoding", "")),
        chunked="chunked" in _listed(headers.get("transfer-encoding", "")),
        body=body,
    )


def body_of(answer: HttpAnswer, max_bytes: int) -> bytes:
    """The body unpacked; what is cut off gives what it has.

    Raises `InputError` where it is broken, `TooLargeError` beyond ``max_bytes``.
    """
    body = _unchunked(answer.body) if answer.chunked else answer.body
    for encoding in reversed(answer.encodings):
        body = _unpacked(body, encoding, max_bytes)
    if len(body) > max_bytes:
        raise TooLargeError(f"the page is over {max_bytes} bytes: it is no article")
    return body


def is_fault(error: BaseException) -> bool:
    """Whether the reading of the bytes failed; a library in Rust may also panic, which is no `Exception`."""
    return (
        isinstance(error, OSError | ValueError | EOFError | zlib.error) or type(error).__name__ == "PanicException"
    )


def _headers(head: bytes) -> dict[str, str]:
    """The headers by name in small letters; those given several times as one list."""
    found: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), value.strip()
        found[name] = f"{found[name]}, {value}" if name in found and name.endswith("-encoding") else value
    return found


def _listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip().lower() for part in value.split(",") if part.strip())


def _unchunked(body: bytes) -> bytes:
    """The chunks put together; a body that begins with none is whole already."""
    whole, at = bytearray(), 0
    for number in range(MOST_CHUNKS):
        chunk = _CHUNK.match(body, at)
        if chunk is None:
            if number == 0:
                return body
            if not body[at:].strip():
                return bytes(whole)
            raise InputError("its HTTP answer is broken (chunks of a wrong length): fetch the page again")
        length, start = int(chunk.group(1), 16), chunk.end()
        whole += body[start : start + length]
        if not length or start + length >= len(body):
            return bytes(whole)
        line_end = _LINE_END.match(body, start + length)
        at = line_end.end() if line_end else start + length
    raise InputError(f"its HTTP answer has over {MOST_CHUNKS} chunks: it is no article")


def _unpacked(body: bytes, encoding: str, max_bytes: int) -> bytes:
    """``body`` unpacked, a little further than ``max_bytes`` at most; as it is where it is a text already."""
    try:
        match encoding:
            case "gzip" | "x-gzip" | "deflate":
                return unpacked(body, encoding, max_bytes)[0]
            case "br" | "zstd":
                return _read_with_library(body, encoding, max_bytes)
            case _:
                return body
    except BaseException as error:
        if not is_fault(error):
            raise
        if _is_text(body):
            return body
        said = str(error)[:80] or type(error).__name__
        raise InputError(f"its HTTP answer is broken ({said}): fetch the page again") from error


def _read_with_library(body: bytes, encoding: str, max_bytes: int) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = BrotliReader(io.BytesIO(body)) if encoding == "br" else ZstdReader(io.BytesIO(body))
    whole = bytearray()
    while len(whole) <= max_bytes:
        piece = reader.read(max_bytes + 1 - len(whole))
        if not piece:
            break
        whole += piece
    return bytes(whole)


def _is_text(body: bytes) -> bool:
    try:
        require_text(body, None)
    except NotTextError:
        return False
    return True
