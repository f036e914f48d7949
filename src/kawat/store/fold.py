"""Names made comparable: no case, no diacritics, single spaces."""

from __future__ import annotations

import unicodedata


def fold(text: str | None) -> str:
    """``text`` for comparing: "São  Tomé" and "sao tome" are the same; None is the empty text."""
    if not text:
        return ""
    parted = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def fold_all(*parts: str | None) -> str:
    """Several names of one thing in one comparable text, a line each."""
    return "\n".join(sorted({folded for part in parts if (folded := fold(part))}))
