"""Numbers that say what they count by another number: parts of a whole, the other side of a vote."""

from __future__ import annotations

from kawat.language.listed import listed
from kawat.language.quantities.nouns import Phrase, is_verb, noun_at, noun_phrase
from kawat.language.quantities.numbers import Number, read_number
from kawat.language.quantities.tokens import Line
from kawat.records import Counted

WHOLE = 12
"""The least whole that a part is counted of without an article: "two of three", "9 dari 10" are shares."""

VOTE = 8
"""Words between what was voted and the count."""

MILLION = 1e6
_SHARES = frozenset({10.0, 100.0, 1000.0})
_OF_THEM = (
    ("of", "them"), ("of", "whom"), ("of", "those"),
    ("di", "antaranya"), ("di", "antara", "mereka"), ("dari", "mereka"), ("diantaranya",),
)  # fmt: skip
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
_HAVE = listed("have has had")
_BE = listed("were was are been being be")
_ADVERBS = listed("also still later already reportedly now since then all both")
_DONE = listed(
    "put sent held shot led let caught kept brought bought sold left lost found hit sunk built made shut cut"
)
_NO_SUBJECT = listed(
    """in of by on at from since until till to with for than no number numbers pada dari oleh sejak hingga
    sampai dengan untuk ke nomor tahun kelas"""
)
"""Words before a number that is no subject: "since 2019 were"."""
_TO_PEOPLE = listed(
    """charged convicted acquitted sentenced released freed treated rescued deported expelled granted tried
    questioned fined sacked dismissed pardoned hospitalised hospitalized taken detained jailed evicted laid ditahan
    ditangkap dibebaskan dihukum divonis didakwa diadili dirawat diselamatkan dideportasi diusir diperiksa didenda
    dipecat dilepas dilepaskan dipulangkan diculik disandera dituntut dibawa diamankan diciduk"""
)
_AGAINST = listed("to against berbanding melawan lawan")


def part_phrase(line: Line, number: Number) -> Phrase | None:
    """ "20 of them children", "tujuh di antaranya warga sipil", "190 of the 300 members"; else None."""
    return _of_them(line, number) or _of_whole(line, number)


def done_to(line: Line, number: Number, first: int) -> Counted | None:
    """What a number without a noun counts that something is done to: "40 have been charged", "12 dibebaskan".

    ``first``: where its bounds begin. None where nothing is done, or where the number may be a year or a name's.
    """
    if number.size < 2 or number.scale >= MILLION or line.low(first - 1) in _NO_SUBJECT:
        return None
    if not line.words.link:
        verb = line.low(number.last)
        passive = verb.startswith("di") and is_verb(verb)
        return (Counted.PEOPLE if verb in _TO_PEOPLE else Counted.OTHER) if passive else None
    at = number.last
    while line.low(at) in _HAVE:
        at += 1
    if line.low(at) not in _BE and line.low(at) not in _TO_PEOPLE:
        return None
    at += line.low(at) in _BE
    at += line.low(at).endswith("ly") or line.low(at) in _ADVERBS
    verb = line.low(at)
    if verb in _TO_PEOPLE:
        return Counted.PEOPLE
    return Counted.OTHER if at > number.last and (verb.endswith(("ed", "en")) or verb in _DONE) else None


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
