"""Words that look like an event and tell another thing: "released footage", "a heart attack", "kehilangan pasar".

The table `lexicon/data/senses.tsv` tells them by what stands right before and after the trigger, in words in lower
case, each followed by a space. A row's ``word`` is that which opens the trigger. In ``before`` and ``after``,
patterns of a regular expression, ``<word>`` is any word of the clause, ``<noun>`` one that may stand in a noun
phrase before its head, ``<number>`` a figure or a numeral, ``<adv>`` an adverb, any other name in angle brackets
a group of `lexicon/data/sense_words.tsv`. ``becomes`` is the type that the word tells there, with a mode behind a
stroke; where it is empty, it tells no event.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.reading.encoder.grammar import Around

ANY = "*"
"""In place of types: whatever type the trigger is taken for."""

_WORD = r"(?:[^\s,;:.]+ )"
_CLOSED = {
    "en": (
        "after|before|in|on|at|by|from|for|with|without|to|into|over|under|amid|as|and|but|or|when|while|who|which"
        "|that|because|if|against|during|following|is|was|are|were|has|have|had|will|would|said|says"
    ),
    "id": (
        "setelah|sebelum|di|pada|oleh|dari|untuk|dengan|tanpa|ke|dalam|dan|tetapi|atau|ketika|saat|yang|karena|jika"
        "|terhadap|selama|adalah|akan|telah|sudah|kata|agar|bahwa"
    ),
}
_NUMBER = {
    "en": r"(?:(?:[\d.,]+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|hundreds of) )",
    "id": r"(?:(?:[\d.,]+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|puluhan|ratusan) )",
}
_ADVERB = {"en": r"(?:\w+ly )", "id": r"(?:(?:juga|kembali|segera|langsung) )"}
_NAMED = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of the table: a trigger of one of ``types`` between these words tells ``becomes``, or nothing."""

    types: frozenset[str]
    word: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    becomes: str
    example: str

    def holds(self, type_name: str, where: Around) -> bool:
        """Whether the row speaks of a trigger that is taken for an event of this type."""
        return (
            (ANY in self.types or type_name in self.types)
            and self.word.fullmatch(where.word) is not None
            and self.after.match(where.rest + where.right) is not None
            and self.before.search(where.clause) is not None
        )


def sense_of(type_name: str, where: Around, language: str) -> Sense | None:
    """The row that speaks of a trigger; None where it tells what it seems to tell."""
    return next((one for one in senses(language) if one.holds(type_name, where)), None)


@cache
def senses(language: str) -> tuple[Sense, ...]:
    """The rows of the table for a language, in their order."""
    groups = {name: f"{words} " for name, words in _groups(language).items()}
    filled = {
        "word": _WORD,
        "noun": _noun(language),
        "number": _NUMBER[language],
        "adv": _ADVERB[language],
        **groups,
    }
    return tuple(_sense(row, filled) for row in _rows("senses.tsv") if row["language"] == language)


@cache
def names_any(group: str, language: str) -> re.Pattern[str]:
    """Finds any word of a group of `lexicon/data/sense_words.tsv` in words in lower case."""
    return re.compile(rf"\b{_groups(language)[group]}\b")


@cache
def _groups(language: str) -> Mapping[str, str]:
    """The groups of words of a language, by name, each as a pattern."""
    return {row["name"]: _words(row[language]) for row in _rows("sense_words.tsv") if row[language]}


def _sense(row: Mapping[str, str], groups: Mapping[str, str]) -> Sense:
    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(_NAMED.sub(lambda found: groups[found[1]], text))

    types = frozenset(one.strip() for one in row["types"].split(","))
    before = row["before"] if row["before"][:1] in {"", "^"} else rf"\b{row['before']}"
    word = re.compile(_words(row["word"]))
    return Sense(types, word, pattern(before), pattern(row["after"]), row["becomes"], row["example"])


def _words(words: str) -> str:
    """Any of words parted by commas; one that ends in * stands for all that begin so."""
    parts = (re.escape(one.strip().removesuffix("*")) + (r"\w*" if one.strip().endswith("*") else "")
             for one in words.split(","))  # fmt: skip
    return f"(?:{'|'.join(parts)})"


def _noun(language: str) -> str:
    return rf"(?:(?!(?:{_CLOSED[language]}) )[^\s,;:.]+ )"


def _rows(name: str) -> Sequence[Mapping[str, str]]:
    text = (files("kawat.reading.lexicon") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
