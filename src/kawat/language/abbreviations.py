"""The abbreviations of ``abbreviations.tsv``, and which of them can end a sentence."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib import resources

from kawat.errors import KnowledgeError

_FILE = "abbreviations.tsv"


class AbbreviationKind(StrEnum):
    """When the full stop of an abbreviation is also the end of a sentence."""

    TITLE = "title"  # never: "Dr. Smith"
    JOINS = "joins"  # never: "vs. Iran"
    NUMBER = "number"  # never before a digit: "No. 5"
    MONTH = "month"  # never before a digit, else as NAME: "Aug. 12"
    NAME = "name"  # before a word that commonly starts a sentence: "Inc. The"
    TAIL = "tail"  # before a capital, but not a weekday, month or zone: "a.m. The"


@lru_cache(maxsize=8)
def abbreviations(language: str) -> dict[str, AbbreviationKind]:
    """Form without its last full stop to kind, for ``language`` and those that both languages share.

    A language that Kawat does not read gets only the shared ones. Raises `KnowledgeError` on a broken row.
    """
    found: dict[str, AbbreviationKind] = {}
    for number, line in enumerate(_lines(), start=1):
        if not line or line.startswith(("#", "form\t")):
            continue
        try:
            form, of, kind = line.split("\t")
            if of in {"both", language}:
                found[form] = AbbreviationKind(kind)
        except ValueError as problem:
            raise KnowledgeError(
                f"{_FILE}, row {number}: needs form, language and a known kind, tab separated. Mend the row."
            ) from problem
    return found


def _lines() -> list[str]:
    return resources.files("kawat.language").joinpath(_FILE).read_text(encoding="utf-8").splitlines()
