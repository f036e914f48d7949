"""The lines of a source as text, whatever it is encoded in and however its lines end."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from kawat.intake.sources.opening import HEAD, Lines, Opened
from kawat.pages.decode import guess
from kawat.pages.sniff import SAMPLE, looks_wide

_LINE_END = re.compile(rb"\r?\n|\r")


def text_lines(source: Opened, longest: int) -> Iterator[tuple[int, str | None]]:
    """Each line with its number from 1; None for one that is longer than ``longest`` bytes.

    UTF-16 and UTF-32 are told by the head; else a line is UTF-8, or cp1252 where it can not be that.
    """
    for number, line in Lines(plain_stream(source), longest):
        text = None if line is None else guess(line)
        yield number, text.removeprefix("\ufeff") if text is not None and number == 1 else text


def plain_stream(source: Opened) -> BinaryIO:
    """The stream in UTF-8 where it is in UTF-16 or UTF-32, and with line feeds where carriage returns end lines."""
    wide = looks_wide(source.head[:SAMPLE])
    head = source.head.decode(wide, "replace").encode("utf-8", "replace") if wide else source.head
    first = _LINE_END.search(head)
    returns = first is not None and first.group() == b"\r"
    return io.BufferedReader(_Plain(source.stream, wide, returns)) if wide or returns else source.stream


class _Plain(io.RawIOBase):
    """A stream from ``wide``, an encoding, to UTF-8; with ``returns`` carriage returns end its lines."""

    def __init__(self, stream: BinaryIO, wide: str | None, returns: bool) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
        self._returns = returns
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        view = memoryview(into)  # type: ignore[arg-type]
        over = False
        while not self._held and not over:
            piece = self._stream.read(HEAD)
            over = not piece
            self._held = self._made(piece, over)
        given = self._held[: len(view)]
        view[: len(given)] = given
        self._held = self._held[len(given) :]
        return len(given)

    def _made(self, piece: bytes, over: bool) -> bytes:
        if self._decoder is not None:
            piece = self._decoder.decode(piece, over).encode("utf-8", "replace")
        return piece.replace(b"\r", b"\n") if self._returns else piece
