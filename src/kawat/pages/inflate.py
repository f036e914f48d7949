"""Compressed bodies, unpacked no further than a limit."""

from __future__ import annotations

import zlib

from kawat.errors import FetchError, TooLargeError

_GZIP = b"\x1f\x8b"


def inflate(body: bytes, encoding: str, max_bytes: int, name: str) -> bytes:
    """``body`` unpacked by its Content-Encoding, at most ``max_bytes``.

    Raises TooLargeError (a compression bomb stops at the limit), FetchError (broken, or an encoding not asked for).
    """
    if encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"{name} came packed as {encoding}, which was not asked for: save the page to a file")
    try:
        out, whole = unpacked(body, encoding, max_bytes)
    except zlib.error as error:
        raise FetchError(f"{name} came with a broken compressed body: try again") from error
    if len(out) > max_bytes:
        raise TooLargeError(f"{name} unpacks to over {max_bytes} bytes: it is no article")
    if not whole:
        raise FetchError(f"{name} came with a cut-off compressed body: try again")
    return out


def unpacked(body: bytes, encoding: str, max_bytes: int) -> tuple[bytes, bool]:
    """``body`` unpacked from gzip or deflate, by one byte more than ``max_bytes`` at most, and whether it is whole.

    Deflate may come with the head of zlib, as it should, or without. Raises `zlib.error` where it is broken.
    """
    try:
        return _members(body, zlib.MAX_WBITS | 32, max_bytes)
    except zlib.error:
        if encoding != "deflate":
            raise
        out, whole = _members(body, -zlib.MAX_WBITS, max_bytes)
        if not whole and len(out) <= max_bytes:
            raise
        return out, whole


def _members(body: bytes, bits: int, max_bytes: int) -> tuple[bytes, bool]:
    """Every gzip member of ``body``, one after another; what follows the last is passed over."""
    out, whole = b"", not body
    while body and len(out) <= max_bytes:
        unpacker = zlib.decompressobj(bits)
        out += unpacker.decompress(body, max_bytes + 1 - len(out))
        rest = unpacker.unused_data.lstrip(b"\x00")
        whole, body = unpacker.eof, rest if rest.startswith(_GZIP) else b""
    return out, whole
