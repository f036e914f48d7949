"""PLOVER contexts of a sentence, by its words."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=512)
def contexts_of(sentence: str, language: str) -> tuple[str, ...]:
    """The contexts whose words stand in ``sentence``, in the order of the table."""
    return tuple(name for name, pattern in _patterns(language) if pattern.search(sentence))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files("kawat.reading.lexicon") / "data" / "contexts.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple((row["context"], _pattern(row[language])) for row in rows)


def _pattern(words: str) -> re.Pattern[str]:
    parts = (re.escape(word.strip().removesuffix("*")) + (r"\w*" if word.strip().endswith("*") else "")
             for word in words.split(","))  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
