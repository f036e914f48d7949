"""How a WARC is packed: records as gzip members one after another, all of it as one member, or not at all."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from typing import BinaryIO

MAX_HEADER = 65_536
PIECE = 1_000_000
SCAN = 65_536  # bytes looked at in one go for the next record after a damage
MEMBER = b"\x1f\x8b\x08"  # how a gzip member begins
MOST_TRIED = 10_000  # places that look like the beginning of a member and are none
ENDING = 16  # bytes that may follow a record: two line ends, and some more
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)


def packed_as_one(stream: BinaryIO) -> bool:
    """Whether the first gzip member holds more than the first record; ``stream`` is at its beginning afterwards."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    stream.seek(0)
    try:
        start = unpacker.decompress(stream.read(MAX_HEADER), MAX_HEADER)
        end = _end_of_record(start)
        found, held = len(start), unpacker.unconsumed_tail
        while end is not None and found <= end + ENDING and not unpacker.eof:
            held = held or stream.read(PIECE)
            if not held:
                break
            found += len(unpacker.decompress(held, PIECE))
            held = unpacker.unconsumed_tail
        return end is not None and found > end + ENDING
    except zlib.error:
        return False
    finally:
        stream.seek(0)


def _end_of_record(start: bytes) -> int | None:
    """Where the record that begins with ``start`` ends, counted from its beginning."""
    found = re.match(rb".*?\r?\n\r?\n", start, re.DOTALL)
    length = _LENGTH.search(found.group()) if found else None
    return found.end() + int(length.group(1)) if found and length else None


def ends_whole(stream: BinaryIO, last: int, size: int) -> bool:
    """Whether nothing is missing after the record at ``last``: the iterator passes over a torn end in silence."""
    stream.seek(last)
    if stream.read(2) == b"\x1f\x8b":
        return members_end(stream, last)
    stream.seek(last)
    end = _end_of_record(stream.read(MAX_HEADER))
    if end is None or last + end > size:
        return False
    stream.seek(last + end)
    return not stream.read(MAX_HEADER).strip()


def members_end(stream: BinaryIO, start: int) -> bool:
    """Whether the gzip members from ``start`` on are complete."""
    at: int | None = start
    while at is not None:
        stream.seek(at)
        held = stream.read(PIECE)
        if not held:
            return True
        member = held.lstrip(b"\x00")
        at += len(held) - len(member)
        at = end_of_member(stream, at) if member else at
    return False


def end_of_member(stream: BinaryIO, start: int) -> int | None:
    """Where the gzip member that begins at ``start`` ends; None where it is damaged or cut off."""
    stream.seek(start)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    held = b""
    while not unpacker.eof:
        held = held or stream.read(PIECE)
        if not held:
            return None
        try:
            unpacker.decompress(held, PIECE)
        except zlib.error:
            return None
        held = unpacker.unconsumed_tail
    return stream.tell() - len(unpacker.unused_data)


def next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the first gzip member begins, from ``start`` on, that begins a record."""
    for _ in range(MOST_TRIED):
        at = _found(stream, MEMBER, start)
        if at is None:
            return None
        stream.seek(at)
        with suppress(zlib.error):
            if zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(SCAN), 5) == b"WARC/":
                return at
        start = at + 1
    return None


def _found(stream: BinaryIO, mark: bytes, start: int) -> int | None:
    """Where ``mark`` stands first, from ``start`` on."""
    stream.seek(start)
    held = b""
    while piece := stream.read(SCAN):
        held = held[-len(mark) + 1 :] + piece
        if (found := held.find(mark)) >= 0:
            return stream.tell() - len(held) + found
    return None
