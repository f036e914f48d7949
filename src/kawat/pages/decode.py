"""Bytes to text: BOM, then header, then meta, then UTF-8, then the Western code page that fits."""

from __future__ import annotations

import codecs
import re

from kawat.pages.sniff import SAMPLE, looks_wide

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# Python also has codecs that are no character sets (rot13, zip, idna): only these families are believed.
_BELIEVED = re.compile(
    r"utf[-_]?(?:8|16|32)|ascii|us-ascii|latin|iso-?8859|cp\d|windows|koi8|gb|big5|shift_jis|sjis"
    r"|euc[-_]|iso-?2022-(?:jp|kr)|tis[-_]?620|mac-?roman|johab",
    re.IGNORECASE,
)
_WESTERN = frozenset({"iso8859-1", "cp1252", "ascii", "iso8859-15"})
_HIGH = bytes(range(0x80, 0x100))
_UTF8_PIECE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(body: bytes, charset: str | None = None) -> str:
    """``body`` as text. Never fails: bytes that fit no character set become U+FFFD."""
    if body.startswith(b"\xef\xbb\xbf"):
        return body[3:].decode("utf-8", "replace")
    wide = looks_wide(body[:SAMPLE])
    if wide:
        return body.decode(wide, "replace")
    for label in (charset, _declared(body)):
        text = _as_labelled(body, label)
        if text is not None:
            return text
    return guess(body)


def _declared(body: bytes) -> str | None:
    match = _XML.match(body[:SAMPLE]) or _META.search(body[:SAMPLE])
    return match.group(1).decode("ascii") if match else None


def _as_labelled(body: bytes, label: str | None) -> str | None:
    """``body`` by its label when that is a character set it fits in; a wrong Western label yields to UTF-8."""
    if not label or not _BELIEVED.match(label.strip()):
        return None
    try:
        name = codecs.lookup(label.strip()).name
        if name in _WESTERN:
            return _strict_utf8(body) or _western(body)
        return body.decode(name)
    except (LookupError, ValueError):
        return None


def guess(body: bytes) -> str:
    """``body`` as UTF-8, or as cp1252 where that fits better. Never fails."""
    text = _strict_utf8(body)
    if text is not None:
        return text
    rest, pieces = _UTF8_PIECE.subn(b"", body)
    stray = len(rest) - len(rest.translate(None, _HIGH))
    return body.decode("utf-8", "replace") if pieces >= stray else _western(body)


def _strict_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _western(body: bytes) -> str:
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError:
        return body.decode("latin-1")
