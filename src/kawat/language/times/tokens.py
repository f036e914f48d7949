"""Text to tokens with a word class each. One pass, linear in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from kawat.language.times import words_en, words_id
from kawat.language.times.model import Unit
from kawat.language.times.tags import CODES
from kawat.records import Span

_TOKEN = re.compile(r"\d{1,2}(?=,\d{4}\b)|\d+(?:[.,:]\d+)+|\w+(?:['’]\w+)*|[^\w\s]|\n")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(1\d{2}|20\d|[3-9])0['’]?s")
_PUNCTUATION = {
    ",": "comma", ".": "dot", "(": "open", ")": "close", "[": "open", "]": "close", "/": "slash",
    "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "\n": "newline",
}  # fmt: skip
UNITS = tuple(Unit)
_CAPITAL_CLASSES = frozenset({"holiday", "short_month", "short_weekday", "month", "roman"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens as columns: one code per token in ``codes``, offsets, values."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    values: list[int]

    def span(self, low: int, high: int) -> Span:
        """The span of tokens ``low`` to ``high``, high exclusive."""
        return Span(self.starts[low], self.ends[high - 1])

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]  # after the first
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's words by their first token, longer phrases first."""

    entries: Mapping[str, tuple[_Entry, ...]]
    capital_only: frozenset[str]
    holiday_word: str
    superlatives: frozenset[str]
    shifts: frozenset[str]
    hint_follows: bool


@cache
def lexicon(language: str) -> Lexicon:
    """The words of ``language`` ("en" or "id")."""
    module = words_en if language == "en" else words_id
    grouped: dict[str, list[_Entry]] = {}
    for phrase, name, value in _listed(module):
        first, *rest = _TOKEN.findall(phrase)
        grouped.setdefault(first, []).append(_Entry(tuple(rest), name, value))
    entries = {first: tuple(sorted(found, key=lambda entry: -len(entry.words))) for first, found in grouped.items()}
    return Lexicon(
        entries, module.CAPITAL_ONLY, module.HOLIDAY_WORD, module.SUPERLATIVES, module.SHIFTS, module.HINT_FOLLOWS
    )


def _listed(module: ModuleType) -> list[tuple[str, str, int]]:
    """Every (phrase, class, value) of a words module."""
    tables: dict[str, dict[str, int]] = {
        "month": module.MONTHS,
        "short_month": module.SHORT_MONTHS,
        "weekday": module.WEEKDAYS,
        "short_weekday": module.SHORT_WEEKDAYS,
        "one_unit": {word: UNITS.index(unit) for word, unit in module.ONE_UNITS.items()},
    }
    listed = [(word, name, value) for name, table in tables.items() for word, value in table.items()]
    for word, unit in module.UNITS.items():
        listed.append((word, module.UNIT_CLASSES.get(word, "unit"), UNITS.index(unit)))
    for name, line in module.WORDS.items():
        for item in line.split(";"):
            phrase, _, value = item.strip().partition("=")
            roman = name == "roman"
            listed.append((phrase if roman else phrase.lower(), name, int(value or 0)))
    return listed


def tokenise(text: str, words: Lexicon) -> Tokens:
    """Tokens of ``text`` with classes; phrases of the lexicon become one token."""
    matches = list(_TOKEN.finditer(text))
    lowered = [match.group().lower() for match in matches]
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[int] = []
    index = 0
    while index < len(matches):
        raw = matches[index].group()
        entry = _entry(raw, lowered, index, words)
        width = 1 if entry is None else len(entry.words) + 1
        name, value, cut = _plain(raw) if entry is None else (entry.name, entry.value, 0)
        if entry is None and cut:
            base = _entry(raw[:-cut], [lowered[index][:-cut]], 0, words)
            name, value = (base.name, base.value) if base else (name, value)
        codes.append(CODES[name])
        values.append(value)
        starts.append(matches[index].start())
        ends.append(matches[index + width - 1].end() - cut)
        index += width
    return Tokens(text, "".join(codes), starts, ends, values)


def _entry(raw: str, lowered: list[str], index: int, words: Lexicon) -> _Entry | None:
    """The longest lexicon entry that starts at token ``index``, its letter case being right."""
    found = words.entries.get(lowered[index])
    if raw in words.entries and raw != lowered[index]:
        found = words.entries[raw]
    for entry in found or ():
        if entry.words and tuple(lowered[index + 1 : index + 1 + len(entry.words)]) != entry.words:
            continue
        if raw == words.holiday_word and not entry.words:
            return _Entry((), "holiday_head", entry.value)
        fitting = _cased(raw, lowered[index], entry, words)
        if fitting is not None:
            return fitting
    return None


def _cased(raw: str, lower: str, entry: _Entry, words: Lexicon) -> _Entry | None:
    """The entry as the letter case allows it: a lower-case month is weak, a lower-case "minggu" a week."""
    if entry.words or raw[0].isupper():
        holiday = entry.name == "holiday" and not raw[0].isupper()
        return None if holiday else entry
    if entry.name == "roman":
        return None
    if entry.name == "month":
        return None if lower in words.capital_only else _Entry((), "weak_month", entry.value)
    if entry.name in _CAPITAL_CLASSES or (entry.name == "weekday" and lower in words.capital_only):
        return None
    return entry


def _plain(raw: str) -> tuple[str, int, int]:
    """Class and value of a token outside the lexicon, and how many characters of "'s" to leave out."""
    first = raw[0]
    if first.isdigit():
        return *_numeral(raw), 0
    if first.isalpha():
        cut = 2 if raw[-2:] in ("'s", "’s") else 0
        return "capital" if first.isupper() else "word", 0, cut
    return _PUNCTUATION.get(raw, "mark"), 0, 0


def _numeral(raw: str) -> tuple[str, int]:
    if raw.isdigit() and raw.isascii():
        value = int(raw) if len(raw) <= 6 else -1
        if len(raw) <= 2 and 1 <= value <= 31:
            return "day", value
        return ("year" if len(raw) == 4 and 1000 <= value <= 2199 else "number"), value
    ordinal = _ORDINAL.fullmatch(raw)
    if ordinal and ordinal[1].isascii():
        return "ordinal", int(ordinal[1])
    decade = _DECADE.fullmatch(raw)
    if decade and decade[1].isascii():
        tens = int(decade[1])
        return ("decades", tens * 10) if tens >= 100 else ("short_decades", 1900 + tens * 10)
    return "number", -1
