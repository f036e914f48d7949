"""Compressed bodies, unpacked no further than a limit."""

from __future__ import annotations

import zlib

from kawat.errors import FetchError, TooLargeError


def inflate(body: bytes, encoding: str, max_bytes: int, name: str) -> bytes:
    """``body`` unpacked by its Content-Encoding, at most ``max_bytes``.

    Raises TooLargeError (a compression bomb stops at the limit), FetchError (broken, or an encoding not asked for).
    """
    if encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"{name} came packed as {encoding}, which was not asked for: save the page to a file")
    raw_deflate = encoding == "deflate" and (body[:1] or b"x")[0] & 0x0F != 8
    bits = -zlib.MAX_WBITS if raw_deflate else zlib.MAX_WBITS | 32
    try:
        return _members(body, bits, max_bytes, name)
    except zlib.error as error:
        raise FetchError(f"{name} came with a broken compressed body: try again") from error


def _members(body: bytes, bits: int, max_bytes: int, name: str) -> bytes:
    """Every gzip member of ``body``, one after another."""
    out = b""
    while body:
        unpacker = zlib.decompressobj(bits)
        out += unpacker.decompress(body, max_bytes + 1 - len(out))
        if len(out) > max_bytes:
            raise TooLargeError(f"{name} unpacks to over {max_bytes} bytes: it is no article")
        if not unpacker.eof:
            raise FetchError(f"{name} came with a cut-off compressed body: try again")
        body = unpacker.unused_data.lstrip(b"\x00")
    return out
