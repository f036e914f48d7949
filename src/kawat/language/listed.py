"""A set of words written down as running text: what the word lists of this package are made with."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The distinct words of ``words``, which are divided by white space."""
    return frozenset(words.split())
