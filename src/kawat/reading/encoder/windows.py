"""An article cut into windows of whole sentences, as long as the passages that the encoder learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.records import Sentence, Span

WINDOW_TOKENS = 120
"""A window takes sentences until it has so many tokens: one pass a sentence, in its context."""

MOST_TOKENS = 300
"""A longer sentence is cut: the encoder was trained on passages up to 320 tokens."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``first`` to before ``last`` of the article, of consecutive sentences."""

    first: int
    last: int


def windows_of(spans: Sequence[Span], sentences: Sequence[Sentence]) -> list[Window]:
    """Windows over the tokens at ``spans``, in order, each token in one at most."""
    out: list[Window] = []
    at = 0
    for sentence in sentences:
        while at < len(spans) and spans[at].end <= sentence.span.start:
            at += 1
        first = at
        while at < len(spans) and spans[at].start < sentence.span.end:
            at += 1
        for start in range(first, at, MOST_TOKENS):
            _take(out, Window(start, min(at, start + MOST_TOKENS)))
    return out


def _take(windows: list[Window], part: Window) -> None:
    """Put a sentence into the last window if there is room, else into a new one."""
    last = windows[-1] if windows else None
    if last is not None and last.last == part.first and part.last - last.first <= WINDOW_TOKENS:
        windows[-1] = Window(last.first, part.last)
    else:
        windows.append(part)
