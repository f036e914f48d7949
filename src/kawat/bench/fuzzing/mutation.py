"""Odd inputs made of real ones: damaged, stretched, nested, mixed. The same chance gives the same bytes."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Sequence

MOST_CHANGES = 6
LONG = 60_000  # bytes that one stretch comes to: what takes the square of that is seen
_CODECS = ("utf-16", "utf-16-le", "latin-1", "utf-8-sig", "cp1252", "utf-32", "gb18030")
_ODD = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        "\x00", "\x1b[2J", "\u202e", "\u2028", "\u00a0", "\u200b", "\ufeff", "\ud800", "\u0301", "\U0001f600", "İ",
        "ß", "²", "٣", "１", "Ⅻ", "½", "-0", "1e999", "NaN", "9" * 30, "9" * 5000, "0000", "10000", "''", "“", "»",
    )
)  # fmt: skip

Change = Callable[[bytes, "Sources", random.Random], bytes]


class Sources:
    """What changes draw on: real inputs, and the words that mean something to the target."""

    def __init__(self, seeds: Sequence[bytes], words: Sequence[bytes], longest: int) -> None:
        self.seeds = tuple(seeds) or (b"",)
        self.words = (*words, *_ODD)
        self.longest = longest


def mutated(start: bytes, sources: Sources, chance: random.Random) -> bytes:
    """``start`` after a few changes, cut at the longest."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        start = chance.choice(CHANGES)(start, sources, chance)[: sources.longest]
    return start


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _slice(data: bytes, chance: random.Random, most: int) -> tuple[int, int]:
    start = _place(data, chance)
    return start, min(len(data), start + chance.randint(1, most))


def _into(data: bytes, piece: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + piece + data[at:]


def _flip(data: bytes, _: Sources, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, _: Sources, chance: random.Random) -> bytes:
    start, end = _slice(data, chance, max(1, len(data) // 2))
    return data[:start] + data[end:]


def _end(data: bytes, _: Sources, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _copy(data: bytes, _: Sources, chance: random.Random) -> bytes:
    start, end = _slice(data, chance, 200)
    return _into(data, data[start:end], chance)


def _word(data: bytes, sources: Sources, chance: random.Random) -> bytes:
    return _into(data, chance.choice(sources.words), chance)


def _over(data: bytes, sources: Sources, chance: random.Random) -> bytes:
    word, at = chance.choice(sources.words), _place(data, chance)
    return data[:at] + word + data[at + len(word) :]


def _stretch(data: bytes, _: Sources, chance: random.Random) -> bytes:
    """A short piece of the input, again and again."""
    start, end = _slice(data, chance, chance.choice((1, 2, 4, 12, 40)))
    piece = data[start:end] or b" "
    times = min(LONG // len(piece), chance.choice((10, 100, 100, 1_000, 1_000, 10_000, LONG)))
    return data[:start] + piece * times + data[end:]


def _nest(data: bytes, sources: Sources, chance: random.Random) -> bytes:
    """A word of the target, again and again."""
    word = chance.choice(sources.words)
    times = min(LONG // max(1, len(word)), chance.choice((3, 30, 300, 3_000, LONG)))
    return _into(data, word * times, chance)


def _chain(data: bytes, sources: Sources, chance: random.Random) -> bytes:
    """Several words beside each other."""
    words = (chance.choice(sources.words) for _ in range(chance.randint(2, 8)))
    return _into(data, chance.choice((b"", b" ", b", ", b"\n", b"-")).join(words), chance)


def _mix(data: bytes, sources: Sources, chance: random.Random) -> bytes:
    other = chance.choice(sources.seeds)
    start, end = _slice(other, chance, 2_000)
    return _into(data, other[start:end], chance)


def _recode(data: bytes, _: Sources, chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_CODECS), "replace")


def _pack(data: bytes, _: Sources, chance: random.Random) -> bytes:
    return gzip.compress(data, 1, mtime=0) if chance.random() < 0.3 else data


CHANGES: tuple[Change, ...] = (
    _flip, _cut, _end, _copy, _word, _word, _over, _over, _stretch, _stretch, _nest, _chain, _chain, _mix, _mix,
    _recode, _pack,
)  # fmt: skip
