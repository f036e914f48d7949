"""Words of a text for looking names up: folded for comparing, with offsets into the text as it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*").fullmatch
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
_JOINERS = frozenset("-‐‑–'’‘ʼʻ`´")
_MARKS = frozenset(".,&()")
_LONGEST_GAP = 3
_TO_BLANKS = str.maketrans({mark: " " for mark in _MARKS})


@dataclass(frozen=True, slots=True)
class Word:
    """``raw`` is ``text[start:end]``; ``gap`` is how it hangs on the word before it.

    ``gap`` is " " (space, hyphen or apostrophe), one of the marks . , & ( ) as names may have inside
    (U.S., Washington, D.C.), or "" when no name runs across.
    """

    raw: str
    folded: str
    start: int
    end: int
    gap: str


def fold(text: str) -> str:
    """``text`` in lower case without diacritics, for comparing only: offsets may change."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)


def split_words(text: str) -> list[Word]:
    """The words of ``text``, left to right. Spans are code points of ``text``."""
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        raw = found.group()
        words.append(Word(raw, fold(raw), start, end, _gap(text, last, start) if words else ""))
        last = end
    return words


def _gap(text: str, start: int, end: int) -> str:
    """The kind of what stands between two words, see `Word`."""
    if end - start == 1 and (text[start] == " " or text[start] in _JOINERS):
        return " "
    gap = text[start:end]
    bare = gap.strip()
    if len(gap) > _LONGEST_GAP or gap.count("\n") > 1:
        return ""
    if not bare or bare in _JOINERS:
        return " "
    return bare if bare in _MARKS else ""


@lru_cache(maxsize=8192)
def folded_words(name: str) -> tuple[str, ...]:
    """The folded words of a name or wording; an article says most of its names many times."""
    return tuple(word.folded for word in split_words(name))


def key_of(name: str) -> str:
    """The key under which a name is filed: folded words with their gaps. Empty when no name at all."""
    return plain_key(name) or "".join(word.gap + word.folded for word in split_words(name))


def plain_key(name: str) -> str | None:
    """The key of a name of ASCII words parted by blanks or hyphens, as nearly all are; None for others."""
    return name.lower().replace("-", " ") if _PLAIN(name) else None


def words_of_key(key: str) -> list[str]:
    """The folded words that a key is made of."""
    return key.translate(_TO_BLANKS).split(" ")
