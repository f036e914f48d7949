"""The counted noun after a number: "construction workers", "pekerja konstruksi militer"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.language.quantities.numbers import Number
from kawat.language.quantities.tokens import Line, Token
from kawat.records import Counted

QUOTES = frozenset('"“”')
PHRASE = 6
"""Words looked through for the head of an English noun phrase."""
MODIFIERS = 2
"""Words that an Indonesian noun takes along: "pekerja konstruksi militer"."""

_PLURAL = re.compile(r"[a-z'’-]{2,}[^su'’i]s\Z|[a-z]+(?:ies|esses)\Z|[a-z]{2,}(?:wo|[^io])men\Z", re.IGNORECASE)
_NO_PLURAL = frozenset(
    "its this has was does as thus perhaps always says sometimes besides towards afterwards".split()
)
_VERBAL = re.compile(r"(?:me[mnlrwy]|di|ber|ter|memper)[a-z]{3,}\Z")
_NOT_VERBAL = frozenset(
    """mesin menteri medali media merek mega menara berkas beras berita bersenjata berlian berat
    bersaudara beruang teroris terpidana tersangka terduga terdakwa terowongan ternak terminal tertinggi terakhir
    diplomat diplomatik direktur dinas dinosaurus digital distrik divisi diesel domestik terlatih terampil
    bersertifikat bersayap berpemandu terlarang terorganisir berbahaya berharga berkebangsaan melayu meriam
    merah medis medan mental metrik meter mewah""".split()
)
_STATES = frozenset("states nations emirates philippines netherlands maldives bahamas seychelles".split())
_US = "US"  # the state, no pronoun: "20,000 US troops"
_FORMER = frozenset({"mantan", "bekas", "calon"})
_TERMS = frozenset("present current former serving sitting retired past incoming outgoing".split())
_NO_MODIFIER = _FORMER | {
    "asal", "pimpinan", "milik", "buatan", "sebelumnya", "pertama", "kapasitas", "senilai", "seharga", "sepanjang",
    "tersisa", "gabungan", "hasil", "melawan", "tambahan", "sekutu", "kedua", "ketiga", "masing-masing", "kata",
    "setahun", "sebulan", "seminggu", "sepekan", "sehari",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase from token ``first`` to before ``last``; ``head`` is its head word in lower case."""

    first: int
    last: int
    head: str
    what: Counted | None  # None where the head is not in the word lists
    said: Counted | None = None  # a participle inside it: "wounded soldiers"
    part: bool = False  # of those told before: "20 of them children"; empty in "20 of them"


def noun_phrase(line: Line, number: Number) -> Phrase | None:
    """What ``number`` counts, or None where the text does not name it."""
    first = _past_skip(line, number.last)
    if not number.vague and line.low(number.last) == "of" and _is_number(line, first):
        return None  # "one of six ships" counts neither one ship nor "six ships"
    if line.low(first) in line.words.measures:
        return Phrase(first, _measure_end(line, first), line.low(first), Counted.OTHER)
    if line.low(first) == "per" and line.low(first + 1) == "cent":
        return Phrase(first, first + 2, "percent", Counted.OTHER)
    return noun_at(line, number, first)


def noun_at(line: Line, number: Number, first: int) -> Phrase | None:
    """The noun phrase that starts at token ``first``, counted by ``number``."""
    return _english(line, number, first) if line.words.link else _indonesian(line, first)


def _is_number(line: Line, index: int) -> bool:
    return line.at(index).kind == "number" or line.low(index) in line.words.units


def _past_skip(line: Line, index: int) -> int:
    words = line.words
    if words.link and line.low(index) == words.link:
        index += 1
        while line.low(index) in words.definite:
            index += 1
    while line.low(index) in words.skip or line.low(index) in QUOTES:
        index += 1
    return index


def _measure_end(line: Line, first: int) -> int:
    return first + 2 if line.low(first + 1) in {"persegi", "kubik"} else first + 1


# --- English: modifiers, then the head, which is plural or known ------------------------------------


def _english(line: Line, number: Number, first: int) -> Phrase | None:
    words = line.words
    end = first
    while end < first + PHRASE and _goes_on(line, end):
        end += 1
    heads = [index for index in range(first, end) if _is_head(line, index, number)]
    if not heads:
        return _people_by_name(line, first, end) or _others(line, first)
    last = heads[1] if len(heads) > 1 and _is_adjective(line, heads[0]) else heads[0]
    while last + 1 in heads and line.low(last) not in words.measures:
        last += 1
    said = next((words.participles[low] for low in line.lowered[first:last] if low in words.participles), None)
    return Phrase(first, last + 1, line.low(last), words.nouns.get(line.low(last)), said)


def _is_adjective(line: Line, index: int) -> bool:
    """Of "two Chinese ships" or "two plain-clothes officers" the last is counted; of "two Chinese" the people."""
    if "-" in line.low(index):
        return True
    return line.at(index).capital and (line.low(index).endswith("ese") or line.low(index) in _STATES)


def _goes_on(line: Line, index: int) -> bool:
    token = line.at(index)
    if token.lower == "and":  # "44 present and former lawmakers"
        return line.low(index - 1) in _TERMS and line.low(index + 1) in _TERMS
    if token.kind not in {"word", "acronym", "code"}:
        return False
    attributive = token.lower in line.words.participles and _noun_soon(line, index + 1)
    return attributive or token.text == _US or token.lower not in line.words.stop | line.words.participles.keys()


def _noun_soon(line: Line, index: int) -> bool:
    """Whether a plural noun follows at once: then "wounded" before it describes, and says no event."""
    return line.at(index).kind == "word" and line.low(index) not in line.words.stop and _plural(line.at(index))


def _plural(token: Token) -> bool:
    if token.kind != "word" or token.lower in _NO_PLURAL or token.text.endswith(("'s", "’s")):
        return False
    return _PLURAL.match(token.text) is not None


def _is_head(line: Line, index: int, number: Number) -> bool:
    token, words = line.at(index), line.words
    known = token.lower in words.nouns
    if not (token.kind == "word" or (known and token.kind == "code")) or token.lower in words.participles:
        return False
    if known and number.value != 1 and not number.strong:
        return _plural(token) or token.lower + "s" not in words.nouns
    return known or _plural(token) or token.lower in words.time_units


def _people_by_name(line: Line, first: int, end: int) -> Phrase | None:
    """ "15 Taliban were killed": a people or a group that has no plural ending."""
    last = first
    while last < end and line.at(last).capital:
        last += 1
    if last == first or last < end or last - first > 2 or line.low(last) in {"and", "or"}:
        return None
    return Phrase(first, last, line.low(last - 1), None)


def _others(line: Line, first: int) -> Phrase | None:
    return (
        Phrase(first, first + 1, line.low(first), Counted.PEOPLE) if line.low(first) in line.words.others else None
    )


# --- Indonesian: the head, then modifiers ------------------------------------------------------------


def _indonesian(line: Line, first: int) -> Phrase | None:
    words = line.words
    if line.low(first) in words.others:
        return Phrase(first, first + 1, line.low(first), Counted.PEOPLE)
    head = first
    if line.low(first) in words.classifiers and _names(line, first + 1) and _counted_next(line, first):
        head = first + 1
    if not _names(line, head):
        return None
    last = head + 1
    while last <= head + MODIFIERS and _modifies(line, last):
        last += 1
    if line.low(head) in {"korban", "orang"} and (
        line.low(head + 1) == "jiwa" or line.low(head + 1) in words.participles
    ):
        return _victims(line, head)
    named = head + 1 if line.low(head) in _FORMER and last > head + 1 else head
    what = words.nouns.get(_stem(line.low(named)), words.nouns.get(line.low(named)))
    return Phrase(head, last, line.low(head), _by_modifier(line, head, last, what))


def _victims(line: Line, head: int) -> Phrase:
    """ "12 korban jiwa", "12 korban luka": the kind of victim is part of the noun; "12 orang tewas" is not."""
    low = line.low(head + 1)
    what = Counted.KILLED if low == "jiwa" else line.words.participles[low]
    if line.low(head) == "korban":
        return Phrase(head, head + 2, "korban", what)
    return Phrase(head, head + 1, "orang", Counted.PEOPLE)


def _by_modifier(line: Line, head: int, last: int, what: Counted | None) -> Counted | None:
    """Ships and planes count as weapons when they are said to be of war: "kapal perang", "pesawat tempur"."""
    tail = set(line.lowered[head + 1 : last])
    if what is Counted.OTHER and tail & {"perang", "tempur", "pengebom", "selam", "siluman", "induk", "pembom"}:
        return Counted.WEAPONS
    return what


def _counted_next(line: Line, first: int) -> bool:
    """Whether the word after a classifier is itself the counted noun: "12 orang tentara", "20 unit tank"."""
    low = line.low(first + 1)
    if line.low(first) in {"orang", "anggota"}:
        return line.words.nouns.get(low) in {Counted.PEOPLE, Counted.TROOPS}
    return True


def _names(line: Line, index: int) -> bool:
    """Whether the token may be the head of a noun phrase."""
    token = line.at(index)
    if token.kind not in {"word", "acronym"} or token.lower in line.words.stop or is_verb(token.lower):
        return False
    return not token.capital or token.text.isupper() or token.lower in line.words.nouns


def _modifies(line: Line, index: int) -> bool:
    token = line.at(index)
    if token.kind != "word" or token.capital or is_verb(token.lower):
        return False
    words = line.words
    barred = words.stop | words.time_units | words.participles.keys() | words.vague.keys() | words.units.keys()
    return token.lower not in barred | _NO_MODIFIER and (index - 1 < 0 or line.low(index - 1) not in words.measures)


def is_verb(word: str) -> bool:
    """Whether a word looks like an Indonesian verb."""
    return _VERBAL.match(word) is not None and word not in _NOT_VERBAL and _stem(word) not in _NOT_VERBAL


def _stem(word: str) -> str:
    return word[:-3] if word.endswith("nya") else word
