"""WARC and WARC.gz, as Common Crawl's CC-News has them: the HTML pages that were answered with 200.

Needs fastwarc: the extra ``warc``. A page is named by the offset of its record, which stays the same over re-runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from kawat.errors import InputError, TooLargeError
from kawat.intake.sources.http_answer import body_of, http_answer, is_fault
from kawat.intake.sources.item import Item, broken_item, is_url, page_item
from kawat.intake.sources.opening import Opened
from kawat.intake.sources.warc_packing import MAX_HEADER, end_of_member, ends_whole, next_record, packed_as_one
from kawat.records import Page

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

INSTALL = "pip install 'kawat[warc]'"
MAX_RECORD = 64_000_000  # bytes of a record with its headers
MAX_RATIO = 200  # bytes of all records for each byte of the file
FREE_BYTES = 1_000_000_000  # bytes of records before the ratio counts
MOST_DAMAGED = 1_000  # damages of one file that reading goes on after
HTML = frozenset({"text/html", "application/xhtml+xml"})


def warc_items(name: str, source: Opened, max_bytes: int) -> Iterator[Item]:
    """The pages in a WARC; ``max_bytes`` holds for each of them. One that is broken costs itself only.

    Where the whole file is packed as one, and not each record by itself, offsets are those of the unpacked bytes,
    and nothing after a damage can be read.

    Raises `InputError` without fastwarc, and where the rest can not be read (cut off, damaged).
    """
    try:
        import fastwarc.warc  # noqa: F401
    except ImportError as error:
        raise InputError(f"this is WARC, which needs fastwarc: {INSTALL}") from error
    as_one = source.packed and packed_as_one(source.raw)
    reading = _Reading(name, source, as_one, max_bytes)
    start = 0
    for _ in range(MOST_DAMAGED):
        yield from reading.records(start)
        if reading.fault is None:
            return
        if as_one or not source.packed:
            break
        damaged, after = _damage(source.raw, reading)
        following = next_record(source.raw, after)
        if following is None:
            break
        if following > damaged and damaged != reading.told:
            yield reading.broken(damaged)
        start = following
    raise InputError(f"{reading.fault}: fetch it again") from reading.error


class _Reading:
    """The records of a file one after another. ``last``: where the one that was read last begins; ``some``: whether
    one was read; ``told``: where the one begins that was given last as an item; ``fault``: why it ended early.
    """

    def __init__(self, name: str, source: Opened, as_one: bool, max_bytes: int) -> None:
        self._name = name
        self._source = source
        self._as_one = as_one
        self._stream = source.stream if as_one else source.raw
        self._max_bytes = max_bytes
        self._total = 0
        self._cut_off = False
        self.last = 0
        self.some = False
        self.told: int | None = None
        self.fault: str | None = None
        self.error: BaseException | None = None

    def records(self, start: int) -> Iterator[Item]:
        """The pages from byte ``start`` on, up to the end or to the first ``fault``."""
        self.last, self.some, self.fault, self.error = start, False, None, None
        if start:
            self._stream.seek(start)
        try:
            yield from self._items()
        except InputError:
            raise
        except BaseException as error:
            if not is_fault(error):
                raise
            said = str(error)[:80] or type(error).__name__
            self.fault, self.error = f"it can not be read beyond the record at byte {self.last} ({said})", error
        else:
            if (
                not self._cut_off
                and not self._as_one
                and not ends_whole(self._stream, self.last, self._source.size)
            ):
                self.fault = f"it breaks off after the record at byte {self.last}, the rest is missing"

    def _items(self) -> Iterator[Item]:
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        most = max(FREE_BYTES, self._source.size * MAX_RATIO)
        for record in ArchiveIterator(self._stream, parse_http=False, max_header_len=MAX_HEADER):
            self.last, self.some, self._cut_off = record.stream_pos, True, False
            self._total += record.content_length
            if self._total > most:
                raise TooLargeError(f"from byte {self.last} on it unpacks to too much: such a file is a trap")
            if record.record_type == WarcRecordType.response:
                item = self._item(record)
                if item is not None:
                    self.told = self.last
                    yield item

    def broken(self, at: int, reason: str = "the record is damaged: fetch the file again") -> Item:
        """The record at byte ``at`` as an item."""
        return broken_item(f"{self._name}#{at}", InputError(reason), self._done(at))

    def _done(self, at: int) -> float:
        return self._source.done() if self._as_one else min(1.0, at / self._source.size)

    def _item(self, record: WarcRecord) -> Item | None:
        """The page of a response; None for what is no page."""
        if record.content_length > MAX_RECORD:
            return None  # films and archives; a page that long would be refused anyway
        block = record.reader.read(record.content_length)
        missing = record.content_length - len(block)
        if missing:
            self._cut_off = True
            return self.broken(self.last, f"the record is cut off, {missing} bytes are missing: fetch it again")
        own, done = f"{self._name}#{self.last}", self._done(self.last)
        try:
            page = _page(own, record, block, self._max_bytes)
        except InputError as error:
            return broken_item(own, error, done)
        return page_item(own, page, done) if page is not None else None


def _page(own: str, record: WarcRecord, block: bytes, max_bytes: int) -> Page | None:
    """The page in the block of a record, which is taken apart here: an answer that is broken would end the iterator
    of the library with it."""
    answer = http_answer(block)
    if answer is None or answer.status != 200 or answer.media_type not in HTML:
        return None
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    body = body_of(answer, max_bytes)
    return Page(body, answer.media_type, answer.charset, url if is_url(url) else None, record.record_date, own)


def _damage(raw: BinaryIO, reading: _Reading) -> tuple[int, int]:
    """Where the gzip member begins that the reading stumbled over, and from where on to look for the next."""
    if not reading.some:
        return reading.last, reading.last + 1
    end = end_of_member(raw, reading.last)
    return (reading.last, reading.last + 1) if end is None else (end, end)
