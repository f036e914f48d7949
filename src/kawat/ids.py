"""Ids made of what a thing consists of, so that the same thing has the same id wherever it is read."""

from __future__ import annotations

import hashlib
from functools import lru_cache


@lru_cache(maxsize=2048)
def sha256_of(text: str) -> str:
    """The hash of a text; the id of an article is asked for with every report of it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=4096)
def content_id(prefix: str, *parts: str) -> str:
    """A stable id made of what a thing consists of: ``prefix-`` and 16 hex digits of a SHA-256."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:16]}"
