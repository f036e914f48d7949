"""What kind of thing some bytes are, by their content first and their label second."""

from __future__ import annotations

import re
from enum import StrEnum

from kawat.errors import NotTextError

SAMPLE = 8192
MAX_CONTROL_SHARE = 0.05


class Content(StrEnum):
    HTML = "html"
    PLAIN = "plain"


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS\x00", "a sound file"),
    (b"{\\rtf", "a rich text document"),
)
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
_TEXT_TYPES = ("text/", "application/xhtml", "application/xml", "application/octet-stream")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_HTML_TYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:html|head|body|meta|title|div|p|article|section|main|table|span|h1|br)\b[^<>]*>",
                     re.IGNORECASE)  # fmt: skip


def require_text(body: bytes, media_type: str | None) -> None:
    """Raise NotTextError when ``body`` is plainly no text, whatever its name or label says."""
    head = body[:SAMPLE]
    start = head.lstrip(b" \t\r\n\xef\xbb\xbf")
    for magic, what in _MAGIC:
        if start.startswith(magic) or head.startswith(magic):
            raise NotTextError(f"this is {what}, not a page or a text: save the report as HTML or plain text")
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        raise NotTextError("this is an image, sound or film, not a text: give the page that reports on it")
    if media_type is not None and not media_type.lower().startswith(_TEXT_TYPES):
        raise NotTextError(f"the content is labelled {media_type}: give an HTML page or a plain text")
    if looks_wide(head) is None and _control_share(head) > MAX_CONTROL_SHARE:
        raise NotTextError("this is binary data, not a text: save the report as HTML or plain text (UTF-8)")


def looks_wide(head: bytes) -> str | None:
    """The UTF-16/32 codec that ``head`` seems to be in (by BOM, or NULs in every other byte), or None."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith(_WIDE_BOMS):
        return "utf-16"
    if len(head) < 16:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def content_of(text: str, media_type: str | None) -> Content:
    """HTML or plain text, by what ``text`` starts with and how it is labelled. Raises NotTextError for feeds."""
    head = text[:SAMPLE].lstrip("\ufeff \t\r\n")
    document = _DOCUMENT.match(head, root_of(head))
    if head.startswith("<") and _FEED.search(head[:2000]) and not document:
        raise NotTextError("this is a feed or a site map, not an article: give the address of one article")
    if document:
        return Content.HTML
    labelled = (media_type or "").lower()
    if labelled.startswith("text/plain"):
        return Content.PLAIN
    tags = len(_MARKUP.findall(text[: 4 * SAMPLE]))
    needed = 1 if "html" in labelled or head.startswith("<") else 4
    return Content.HTML if tags >= needed else Content.PLAIN


def root_of(text: str) -> int:
    """Where the first element of XML or HTML begins, or a doctype of HTML: behind remarks, instructions, doctypes.

    It is the end of what can be passed over, where one of these has no end.
    """
    at = _past_space(text, 0)
    while True:
        if text.startswith("<?", at):
            end = ">"  # as browsers have it: also of what is no XML
        elif text.startswith("<!--", at):
            end = "-->"
        elif text[at : at + 9].lower() == "<!doctype" and not _HTML_TYPE.match(text, at):
            subset, close = text.find("[", at), text.find(">", at)
            end = "]>" if 0 <= subset < close else ">"
        else:
            return at
        found = text.find(end, at + 2)
        if found < 0:
            return at
        at = _past_space(text, found + len(end))


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _control_share(head: bytes) -> float:
    if not head:
        return 0.0
    return (len(head) - len(head.translate(None, _CONTROLS))) / len(head)
