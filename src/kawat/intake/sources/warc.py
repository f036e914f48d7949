"""WARC and WARC.gz, as Common Crawl's CC-News has them: the HTML pages that were answered with 200.

Needs fastwarc: the extra ``warc``. A page is named by the offset of its record, which stays the same over re-runs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from kawat.errors import InputError, TooLargeError
from kawat.intake.sources.item import Broken, Item, broken_item, is_url, page_item
from kawat.intake.sources.opening import Opened
from kawat.records import Page

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

INSTALL = "pip install 'kawat[warc]'"
MAX_RECORD = 64_000_000  # bytes of a record with its headers
MAX_RATIO = 200  # bytes of all records for each byte of the file
FREE_BYTES = 1_000_000_000  # bytes of records before the ratio counts
MAX_HEADER = 65_536
PIECE = 1_000_000
ENDING = 16  # bytes that may follow a record: two line ends, and some more
HTML = frozenset({"text/html", "application/xhtml+xml"})
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)


def warc_items(name: str, source: Opened, max_bytes: int) -> Iterator[Item]:
    """The pages in a WARC; ``max_bytes`` holds for each of them. One that is broken costs itself only.

    Where the whole file is packed as one, and not each record by itself, offsets are those of the unpacked bytes.

    Raises `InputError` without fastwarc, and where the rest can not be read (cut off, damaged).
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise InputError(f"this is WARC, which needs fastwarc: {INSTALL}") from error
    as_one = source.packed and _packed_as_one(source.raw)
    stream, size = (source.stream if as_one else source.raw), source.size
    last = total = 0
    item: Item | None = None
    try:
        for record in ArchiveIterator(stream, parse_http=False, max_header_len=MAX_HEADER):
            last, total, item = record.stream_pos, total + record.content_length, None
            if total > max(FREE_BYTES, size * MAX_RATIO):
                raise TooLargeError(f"from byte {last} on it unpacks to too much: such a file is a trap")
            if record.record_type == WarcRecordType.response:
                own, done = f"{name}#{last}", source.done() if as_one else min(1.0, last / size)
                item = _item(own, record, max_bytes, done)
                if item is not None:
                    yield item
    except InputError:
        raise
    except BaseException as error:
        if not _is_fault(error):
            raise
        said = str(error)[:80] or type(error).__name__
        raise InputError(f"it can not be read beyond the record at byte {last} ({said}): fetch it again") from error
    told = item is not None and isinstance(item.content, Broken)  # that the last record is cut off
    if not told and not as_one and not _ends_whole(stream, last, size):
        raise InputError(f"it breaks off after the record at byte {last}: fetch it again, the rest is missing")


def _item(own: str, record: WarcRecord, max_bytes: int, done: float) -> Item | None:
    """The page of a response; None for what is no page."""
    if record.content_length > MAX_RECORD:
        return None  # films and archives; a page that long would be refused anyway
    block = record.reader.read(record.content_length)
    if len(block) < record.content_length:
        missing = record.content_length - len(block)
        error = InputError(f"the record is cut off, {missing} bytes are missing: fetch it again")
        return broken_item(own, error, done)
    try:
        return _page(own, record, block, max_bytes, done)
    except InputError as error:
        return broken_item(own, error, done)
    except BaseException as error:
        if not _is_fault(error):
            raise
        return broken_item(own, InputError(f"its HTTP answer is broken ({str(error)[:80]})"), done)


def _is_fault(error: BaseException) -> bool:
    """Whether the reading of the bytes failed; a library in Rust may also panic, which is no `Exception`."""
    return isinstance(error, OSError | ValueError | EOFError) or type(error).__name__ == "PanicException"


def _page(own: str, record: Any, block: bytes, max_bytes: int, done: float) -> Item | None:
    record.set_bytes_content(block)
    record.parse_http(auto_decode="all")
    headers = record.http_headers
    if headers is None or headers.status_code != 200 or (record.http_content_type or "").lower() not in HTML:
        return None
    body = record.reader.read(max_bytes + 1)
    if len(body) > max_bytes:
        raise TooLargeError(f"the page is over {max_bytes} bytes: it is no article")
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    page = Page(
        body, record.http_content_type, record.http_charset, url if is_url(url) else None, record.record_date, own
    )
    return page_item(own, page, done)


def _packed_as_one(raw: BinaryIO) -> bool:
    """Whether the first gzip member holds more than the first record; ``raw`` is at its beginning afterwards."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    raw.seek(0)
    try:
        start = unpacker.decompress(raw.read(MAX_HEADER), MAX_HEADER)
        end = _end_of_record(start)
        found, held = len(start), unpacker.unconsumed_tail
        while end is not None and found <= end + ENDING and not unpacker.eof:
            held = held or raw.read(PIECE)
            if not held:
                break
            found += len(unpacker.decompress(held, PIECE))
            held = unpacker.unconsumed_tail
        return end is not None and found > end + ENDING
    except zlib.error:
        return False
    finally:
        raw.seek(0)


def _end_of_record(start: bytes) -> int | None:
    """Where the record that begins with ``start`` ends, counted from its beginning."""
    found = re.match(rb".*?\r?\n\r?\n", start, re.DOTALL)
    length = _LENGTH.search(found.group()) if found else None
    return found.end() + int(length.group(1)) if found and length else None


def _ends_whole(stream: BinaryIO, last: int, size: int) -> bool:
    """Whether nothing is missing after the record at ``last``: the iterator passes over a torn end in silence."""
    stream.seek(last)
    if stream.read(2) == b"\x1f\x8b":
        stream.seek(last)
        return _members_end(stream)
    stream.seek(last)
    end = _end_of_record(stream.read(MAX_HEADER))
    if end is None or last + end > size:
        return False
    stream.seek(last + end)
    return not stream.read(MAX_HEADER).strip()


def _members_end(stream: BinaryIO) -> bool:
    """Whether the gzip members from here on are complete."""
    held = stream.read(PIECE)
    while held:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        while not unpacker.eof:
            if not held:
                return False
            try:
                unpacker.decompress(held, PIECE)
            except zlib.error:
                return False
            held = unpacker.unconsumed_tail or (b"" if unpacker.eof else stream.read(PIECE))
        held = unpacker.unused_data.lstrip(b"\x00") or stream.read(PIECE)
    return True
