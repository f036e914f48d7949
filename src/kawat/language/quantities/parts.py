"""Numbers that say what they count by another number: parts of a whole, the other side of a vote."""

from __future__ import annotations

from kawat.language.listed import listed
from kawat.language.quantities.nouns import Phrase, noun_at, noun_phrase
from kawat.language.quantities.numbers import Number, read_number
from kawat.language.quantities.tokens import Line

WHOLE = 12
"""The least whole that a part is counted of without an article: "two of three", "9 dari 10" are shares."""

VOTE = 8
"""Words between what was voted and the count."""

_SHARES = frozenset({10.0, 100.0, 1000.0})
_OF_THEM = (("of", "them"), ("of", "whom"), ("di", "antaranya"), ("di", "antara", "mereka"), ("diantaranya",))
_ARE = listed("were are was being adalah merupakan ialah yakni")
_WHOLE_OF = listed("of dari")
_DEFINITE = listed("the its all a total of their")
_VOTES = listed("votes vote suara")
_VOTES_EN, _VOTES_ID = "votes", "suara"
_TO = listed("to - – berbanding")
_VOTED = listed(
    """voted vote votes passed approved adopted rejected ratified endorsed impeached removed memilih memutuskan
    menyetujui mengesahkan menolak meloloskan pemungutan mosi"""
)
_AGAINST = listed("to against berbanding melawan lawan")


def part_phrase(line: Line, number: Number) -> Phrase | None:
    """ "20 of them children", "tujuh di antaranya warga sipil", "190 of the 300 members"; else None."""
    return _of_them(line, number) or _of_whole(line, number)


def votes_of(line: Line, number: Number) -> str | None:
    """The word for votes where ``number`` is a side of a vote: "351 votes to 153", "passed by 12 to 3"."""
    first, last = number.first, number.last
    if line.low(first - 1) in _AGAINST and line.low(first - 2) in _VOTES:
        return line.low(first - 2)
    own = _VOTES_EN if line.words.link else _VOTES_ID
    if line.low(last) in _TO and line.at(last + 1).kind == "number" and _is_voted(line, first):
        return own
    second = line.low(first - 1) in _TO and line.at(first - 2).kind == "number"
    return own if second and _is_voted(line, first - 2) else None


def _is_voted(line: Line, first: int) -> bool:
    """Whether the number at token ``first`` is how many voted so: "passed by 12", "voted 12", "a vote of 12"."""
    lead = line.low(first - 1) in {"by", "voted", "of", "dengan"}
    return lead and not _VOTED.isdisjoint(line.lowered[max(0, first - VOTE) : first])


def _of_them(line: Line, number: Number) -> Phrase | None:
    after = number.last
    length = next((len(form) for form in _OF_THEM if line.lowered[after : after + len(form)] == form), None)
    if length is None:
        return None
    end = after + length
    noun = noun_at(line, number, end + 1 if line.low(end) in _ARE else end)
    if noun is None or (noun.what is None and not line.words.link):
        return Phrase(end, end, "", None, part=True)
    return Phrase(noun.first, noun.last, noun.head, noun.what, noun.said, part=True)


def _of_whole(line: Line, number: Number) -> Phrase | None:
    at = number.last
    if line.low(at) not in _WHOLE_OF or number.value is None or line.low(at + 1) in _WHOLE_OF:
        return None
    start = at = at + 1
    while line.low(at) in _DEFINITE:
        at += 1
    whole = read_number(line, at)
    if whole is None or whole.value is None or whole.value in _SHARES or whole.value <= number.value:
        return None
    return noun_phrase(line, whole) if whole.value >= WHOLE or at > start else None
