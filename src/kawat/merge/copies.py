"""Copies: the same text at two outlets, whole, cut short, or lightly rewritten.

Texts are compared as sets of three words in a row (shingles; Broder 1997). The share is of the shorter text, so
that a copy that was cut short counts whole. Marks, one shingle in eight by its hash, find texts worth comparing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kawat.records import Article

WORDS_IN_A_ROW = 3
ONE_MARK_IN = 8
LEAST_SHINGLES = 25
"""Below this a text is too short to be known as a copy."""

LEAST_MARKS = 2
LEAST_SHARE = 0.42
"""Tuned on the dev part of gold/stories (`kawat bench merge`, copies)."""

MOST_DAYS = timedelta(days=14)
"""Later, the same words are the outlet's own archive, or a text about the same day a year on."""

_WORD = re.compile(r"\w+")
_FACTORS = tuple(
    np.uint64(one) for one in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
)  # odd and unlike: the order of the words counts


@dataclass(frozen=True, slots=True)
class CopyText:
    """What is compared of an article; ``shingles`` and ``marks`` are 63-bit hashes."""

    article: str
    language: str
    published: date | None
    shingles: frozenset[int]

    @property
    def marks(self) -> tuple[int, ...]:
        """The shingles that stand for the text in an index, sorted."""
        return tuple(sorted(one for one in self.shingles if one % ONE_MARK_IN == 0))


def copy_text(article: Article) -> CopyText:
    """What is compared of ``article``: its text without title and digits, which copies change."""
    body = "\n".join(
        paragraph.span.of(article.text) for paragraph in article.paragraphs if paragraph.kind.value != "title"
    )
    return CopyText(article.id, article.language, article.published_day, _shingles(body or article.text))


def days_of_copies(article: Article) -> tuple[date, date] | None:
    """The first and the last day on which copies of the article may be published; None where any day may be."""
    day = article.published_day
    if day is None:
        return None
    return max(day, date.min + MOST_DAYS) - MOST_DAYS, min(day, date.max - MOST_DAYS) + MOST_DAYS


def shared(one: CopyText, other: CopyText) -> float:
    """The share of the shorter text that the other has too, 0 to 1; 0 where they can be no copies."""
    shorter = min(len(one.shingles), len(other.shingles))
    if one.language != other.language or shorter < LEAST_SHINGLES or not _near(one.published, other.published):
        return 0.0
    return len(one.shingles & other.shingles) / shorter


def is_copy(share: float) -> bool:
    return share >= LEAST_SHARE


def groups(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For every id, and every one in a pair, the first of its group: what is paired, also over others, is one."""
    leader = {one: one for one in ids}

    def find(one: str) -> str:
        while (above := leader.setdefault(one, one)) != one:
            leader[one] = leader[above]
            one = leader[one]
        return one

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    return {one: find(one) for one in leader}


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= MOST_DAYS


def _shingles(text: str) -> frozenset[int]:
    words = [word for word in _WORD.findall(text.casefold()) if not word.isdigit()]
    if len(words) < WORDS_IN_A_ROW:
        return frozenset()
    hashes = np.array([_hash(word) for word in words], np.uint64)
    last = len(words) - WORDS_IN_A_ROW + 1
    rows = (hashes[at : at + last] * factor for at, factor in enumerate(_FACTORS))  # wraps around at 2 ** 64
    mixed: NDArray[np.uint64] = sum(rows, np.zeros(last, np.uint64)) >> np.uint64(1)
    return frozenset(mixed.tolist())


@lru_cache(maxsize=50_000)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
