"""A source as a stream of bytes that can be looked at first: gzip unpacked on the way, bombs refused."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from kawat.errors import InputError, TooLargeError

HEAD = 65_536  # bytes looked at to tell what a source is
BIT = 64  # packed bytes that are unpacked in one go to look at them
MAX_RATIO = 200  # unpacked bytes for each packed one: news packs five to twenty times smaller
FREE_BYTES = 64_000_000  # unpacked before the ratio counts: a short file may be very regular
GZIP = b"\x1f\x8b"


@dataclass(slots=True)
class Opened:
    """``stream`` gives plain bytes from the beginning; ``raw``, of ``size`` bytes, packed ones where ``packed``."""

    stream: BinaryIO
    raw: BinaryIO
    size: int
    head: bytes
    packed: bool

    def done(self) -> float:
        """How much of it has been read, 0 to 1."""
        return min(1.0, self.raw.tell() / self.size) if self.size else 1.0


def opened(raw: BinaryIO) -> Opened:
    """A seekable stream, looked at; where its packing is broken, ``head`` is what comes before that."""
    size = raw.seek(0, io.SEEK_END)
    raw.seek(0)
    packed = raw.read(2) == GZIP
    raw.seek(0)
    head = _unpacked_head(raw) if packed else raw.read(HEAD)
    raw.seek(0)
    stream: BinaryIO = io.BufferedReader(_Unpacked(raw, size)) if packed else raw
    return Opened(stream, raw, size, head, packed)


def _unpacked_head(raw: BinaryIO) -> bytes:
    head, unpacker = b"", zlib.decompressobj(zlib.MAX_WBITS | 32)
    packed = raw.read(HEAD)
    for at in range(0, len(packed), BIT):  # little by little: what comes before a damage is given
        held = packed[at : at + BIT]
        while held:
            try:
                head += unpacker.decompress(held, HEAD - len(head))
            except zlib.error:
                return head
            if len(head) == HEAD:
                return head
            held = unpacker.unused_data
            if unpacker.eof:
                unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    return head


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip stream; it refuses to go on where they are too many for what they come from."""

    def __init__(self, raw: BinaryIO, size: int) -> None:
        self._gzip = gzip.GzipFile(fileobj=raw)
        self._most = max(FREE_BYTES, size * MAX_RATIO)
        self._given = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Forward only."""
        target = offset + (self._given if whence == io.SEEK_CUR else 0)
        if whence == io.SEEK_END or target < self._given:
            raise io.UnsupportedOperation("a packed stream is read from its beginning to its end")
        while self._given < target and self.read(min(HEAD, target - self._given)):
            pass
        return self._given

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self._gzip.read(size if size >= 0 else self._most + 1)
        except (EOFError, zlib.error, OSError) as error:
            raise InputError(f"it is packed with gzip and broken ({error}): fetch it again") from error
        self._given += len(piece)
        if self._given > self._most:
            raise TooLargeError(f"it unpacks to over {self._most} bytes: such a file is a trap, not a collection")
        return piece

    def readinto(self, into: object) -> int:
        view = memoryview(into)  # type: ignore[arg-type]
        piece = self.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


class Lines:
    """The lines of a stream, each with its number from 1; None for a line that is longer than ``longest`` bytes."""

    def __init__(self, stream: BinaryIO, longest: int) -> None:
        self._stream = stream
        self._longest = longest
        self._number = 0

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> tuple[int, bytes | None]:
        line = self._stream.readline(self._longest + 1)
        if not line:
            raise StopIteration
        self._number += 1
        if len(line) <= self._longest or line.endswith(b"\n"):
            return self._number, line
        while line and not line.endswith(b"\n"):
            line = self._stream.readline(HEAD)
        return self._number, None
