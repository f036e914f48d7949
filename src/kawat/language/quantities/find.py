"""Quantities in running text: how many of what, with bounds, and what kind of thing was counted.

``approximate`` means that the wording itself is inexact ("about 200", "ribuan"); a plain bound ("at least 12")
says by ``min`` or ``max`` what it leaves open and is not approximate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kawat.language.listed import listed
from kawat.language.quantities.kinds import Kind, kind_of
from kawat.language.quantities.lexicon import Bound, lexicon
from kawat.language.quantities.nouns import QUOTES, Phrase, noun_phrase
from kawat.language.quantities.numbers import Number, numbers_of
from kawat.language.quantities.parts import MILLION, done_to, part_phrase, votes_of
from kawat.language.quantities.tokens import Line, read_line, sign_currency
from kawat.language.quantities.traps import is_trap
from kawat.records import Counted, Span

BOUND_WORDS = 4
"""The most words that a bound has: "diperkirakan tidak kurang dari"."""

KEPT = 512
"""Sentences whose quantities are remembered: each is asked for again by every report in it."""

LONE = 100
"""From here a number with a bound, but without a noun, counts something: "reduced to around 1,100"."""

ALONE = 3
"""From here "N of them" is told even where nothing before it was counted."""

_LIKE_SUM = "sum"
"""How the kind of millions without a noun is told: by a sum of money before them."""

_CASUALTY = frozenset({Counted.KILLED, Counted.INJURED, Counted.ARRESTED, Counted.DISPLACED})
_INHERITS = frozenset({Counted.PEOPLE, Counted.TROOPS})
_EN_VERB = re.compile(r"[a-z]{3,}(?:ing|ed)\Z")
_ID_VERB = re.compile(r"me[a-z]{4,}\Z")
_BILLION = 1e9
_SUMS = frozenset({"in", "from", "worth", "on"})
_AND = frozenset({"and", "dan", "serta"})
_OTHERS = frozenset({"more", "others", "lainnya", "lagi"})
_PARTICLE_VERBS = listed("hand hands handed handing turn turns turned turning sign signs signed signing")
"""Of "handed over four prisoners" the verb has the "over"."""
_JOINT = re.compile(r"(?:\s+[A-Z][\w-]*){0,3}\s*(?:,\s*)?(?:and|dan|serta|or|atau|,)\s*\Z")
_INCLUDING = re.compile(r"\s*,?\s*(?:including|termasuk)\s*\Z")
_SUBSET = re.compile(r"[^.;:?!]{0,40}\b(?:including|among them|termasuk|di antaranya)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuantityExpression:
    """A quantity as said. ``span`` has bound, number and counted noun; all spans are relative to the text.

    ``unit`` is the counted noun as said ("" where the text leaves it out), or the ISO 4217 code of money.
    """

    span: Span
    number_span: Span
    value: float | None
    min: float | None
    max: float | None
    approximate: bool
    unit: str
    what: Counted


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression with how its kind was told, for what the neighbours inherit."""

    expression: QuantityExpression
    told_by: str
    part: bool = False  # of those told before it


def find_quantities(text: str, language: str) -> list[QuantityExpression]:
    """The quantities of ``text`` in order, none overlapping another.

    ``language`` is "id" or "en"; any other gives none. Dates, times, ages, ordinals, article and telephone numbers,
    names, scores and durations are no quantities; the years that a court gives are.
    """
    return list(_quantities(text, language))


@lru_cache(maxsize=KEPT)
def _quantities(text: str, language: str) -> tuple[QuantityExpression, ...]:
    words = lexicon(language)
    if words is None:
        return ()
    line = read_line(text, words)
    found: list[_Found] = []
    for number in numbers_of(line):
        one = _expression(line, number)
        if one is not None and (not found or found[-1].expression.span.end <= one.expression.span.start):
            found.append(one)
    return tuple(one.expression for one in _inherited(text, found))


def _expression(line: Line, number: Number) -> _Found | None:
    number = _bounded_after(line, number)
    first, sign = _sign_before(line, number)
    currency, money_end = (sign, number.last) if sign else _currency_after(line, number)
    votes = None if currency else votes_of(line, number)
    if votes is not None:
        return _Found(_make(line, number.first, number.last, number, votes, Counted.OTHER), "noun")
    phrase = None if currency else part_phrase(line, number) or noun_phrase(line, number)
    if is_trap(line, number, phrase, money=currency is not None):
        return None
    first, number = _bounded(line, first, number)
    if currency is not None:
        return _Found(_make(line, first, max(money_end, number.last), number, currency, Counted.MONEY), "noun")
    return _counted(line, first, number, phrase)


def _counted(line: Line, first: int, number: Number, phrase: Phrase | None) -> _Found | None:
    last = phrase.last if phrase else number.last
    part = phrase is not None and phrase.part
    kind = kind_of(line, first, last, phrase)
    if kind is None and number.vague and not _is_sum(line, number):
        kind = Kind(Counted.PEOPLE, "none")
    if phrase is not None and _closes_quote(line, number, phrase):
        last += 1
    if kind is None and number.strong:
        kind = Kind(Counted.PEOPLE, "none")
    if kind is None and _told_with_care(number, first):
        kind = Kind(Counted.OTHER, "none")
    if kind is None and phrase is None and _is_second_object(line, number):
        kind = Kind(Counted.PEOPLE, "joined")
    if kind is None and phrase is None and number.value is not None and number.scale >= MILLION:
        kind = Kind(Counted.MONEY, _LIKE_SUM)
    if kind is None and phrase is None and (done := done_to(line, number, first)) is not None:
        kind, part = Kind(done, "none"), True
    if kind is None or not _worth_telling(line, first, number, phrase, kind):
        return None
    named = phrase is not None and phrase.first < phrase.last
    unit = _wording(line, phrase.first, phrase.last) if phrase and named else ""
    return _Found(_make(line, first, last, number, unit, kind.what), kind.told_by, part)


def _is_sum(line: Line, number: Number) -> bool:
    """ "billions in fines", "tens of millions flowing in": more than there are people in any one act."""
    least = number.low or 0.0
    following = line.at(number.last)
    return least >= _BILLION or (least >= MILLION and (following.lower in _SUMS or following.text.endswith("ing")))


def _closes_quote(line: Line, number: Number, phrase: Phrase) -> bool:
    return line.low(phrase.last) in QUOTES and line.low(number.last) in QUOTES


def _is_second_object(line: Line, number: Number) -> bool:
    """ "killing 1,200 people and seizing 251", "saved 200 more": the object of a second verb, without its noun."""
    verb = line.low(number.first - 1)
    acts = _EN_VERB.match(verb) if line.words.link else _ID_VERB.match(verb)
    if acts is None or line.low(number.last) in _OTHERS:
        return acts is not None
    ends = line.at(number.last).kind in {"mark", "none"} or line.low(number.last) in _AND
    return ends and line.low(number.first - 2) in _AND | {","}


def _told_with_care(number: Number, first: int) -> bool:
    """A large number under a bound is told as a quantity even where its noun is left out: "around 1,100"."""
    return first < number.first and number.size >= LONE


def _worth_telling(line: Line, first: int, number: Number, phrase: Phrase | None, kind: Kind) -> bool:
    """A lone "one" counts only beside a casualty or a known noun; "the two leaders" names, and counts nothing."""
    if line.low(number.first - 1) == "salah":
        return False
    if kind.what in _CASUALTY:
        return line.low(number.first) != "seorang" or kind.told_by in {"before", "after"}
    word = line.at(number.first)
    if word.kind == "word" and number.value == 1:
        known = phrase is not None and _is_counted_alone(line, phrase)
        return known and word.lower != "seorang" and line.low(number.first - 1) not in _NO_ONE
    small = word.kind == "word" and number.value is not None and number.value <= 10
    before = line.low(first - 1)
    owned = before.endswith(("'s", "’s"))  # "the world's two largest fleets"
    if before == "ke" and phrase is not None and phrase.what is not None:
        return line.low(first - 2) != "yang"  # "ke dua kapal": towards two; "yang ke dua" is the second
    return not (small and (owned or before in line.words.definite))


def _is_counted_alone(line: Line, phrase: Phrase) -> bool:
    return phrase.head in line.words.solid or phrase.what not in {None, Counted.OTHER}


_NO_ONE = frozenset("no any every this that the another each number salah nomor".split())


def _sign_before(line: Line, number: Number) -> tuple[int, str | None]:
    """Where the number starts with its currency sign, and the currency."""
    token = line.at(number.first - 1)
    currency = sign_currency(token)
    near = currency is not None and line.at(number.first).start - token.end <= 1
    return (number.first - 1, currency) if near else (number.first, None)


def _currency_after(line: Line, number: Number) -> tuple[str | None, int]:
    start = number.last + 1 if number.vague and line.words.link and line.low(number.last) == "of" else number.last
    for length in (4, 3, 2, 1):
        stretch = line.lowered[start : start + length]
        code = line.words.currencies.get(" ".join(stretch)) if len(stretch) == length else None
        if code is not None:
            weight = stretch[-1] in {"pounds", "won", "dong"} and number.size < 1000
            return (None, number.last) if weight else (code, start + length)
    return None, number.last


def _bounded(line: Line, first: int, number: Number) -> tuple[int, Number]:
    """Take in the bounds before token ``first``: more than, sedikitnya, hampir; two of them at most."""
    if number.low is not None and number.high is not None and line.low(first - 1) == line.words.between:
        first -= 1
    for _ in range(2):
        start, bound = _bound_before(line, first)
        if bound is None:
            break
        if line.low(start) in line.words.cautious_bounds and number.size < 4 and not number.vague:
            break
        first, number = start, _with_bound(number, bound)
    return first, number


def _bound_before(line: Line, first: int) -> tuple[int, Bound | None]:
    at = first
    while line.low(at - 1) in line.words.fillers or (at > 1 and line.low(at - 1) in line.words.articles):
        at -= 1
    for length in range(min(BOUND_WORDS, at), 0, -1):
        bound = line.words.bounds.get(" ".join(line.lowered[at - length : at]))
        if bound is not None and not (length == 1 and line.low(at - 2) in _PARTICLE_VERBS):
            return at - length, bound
    return first, None


def _bounded_after(line: Line, number: Number) -> Number:
    for length in (2, 1):
        stretch = line.lowered[number.last : number.last + length]
        bound = line.words.bounds_after.get(" ".join(stretch)) if len(stretch) == length else None
        if bound is not None:
            return _with_bound(replace(number, last=number.last + length), bound)
    return number


def _with_bound(number: Number, bound: Bound) -> Number:
    value = number.value
    match bound:
        case Bound.ABOUT:
            return replace(number, approximate=True)
        case Bound.NEARLY:
            return replace(number, approximate=True, high=value if number.high is None else number.high)
        case Bound.AT_LEAST if value is not None:
            return replace(number, value=None, low=value)
        case Bound.AT_MOST if value is not None:
            return replace(number, value=None, high=value)
        case Bound.AT_MOST if number.vague:
            return replace(number, low=None, high=number.low)
        case _:
            return number


def _make(line: Line, first: int, last: int, number: Number, unit: str, what: Counted) -> QuantityExpression:
    return QuantityExpression(
        span=Span(line.at(first).start, line.at(last - 1).end),
        number_span=Span(line.at(number.first).start, line.at(number.last - 1).end),
        value=number.value,
        min=number.low,
        max=number.high,
        approximate=number.approximate,
        unit=unit,
        what=what,
    )


def _wording(line: Line, first: int, last: int) -> str:
    return line.text[line.at(first).start : line.at(last - 1).end]


def _inherited(text: str, found: list[_Found]) -> list[_Found]:
    """People told beside casualties are casualties too: "killed 12 soldiers and three civilians"."""
    found = [one for index, one in enumerate(found) if _has_giver(found, index)]
    for index in range(1, len(found)):
        if found[index].told_by == _LIKE_SUM:
            unit = _sum_before(found, index) or ""
            found[index] = replace(found[index], expression=replace(found[index].expression, unit=unit))
            continue
        if found[index].part:
            found[index] = _of(found[index - 1], found[index])
            continue
        between = _between(text, found[index - 1], found[index])
        joined = _JOINT.match(between) and _takes(found[index - 1], found[index], "before")
        subset = _SUBSET.match(between) and _takes(found[index - 1], found[index], "before", "after")
        if joined or subset:
            found[index] = _like(found[index], found[index - 1])
    for index in range(len(found) - 1, 0, -1):
        between = _between(text, found[index - 1], found[index])
        linked = _JOINT.match(between) or _INCLUDING.match(between)
        if linked and _takes(found[index], found[index - 1], "after"):
            found[index - 1] = _like(found[index - 1], found[index])
    return found


def _has_giver(found: list[_Found], index: int) -> bool:
    """Whether a number without a noun of its own stands behind those that it says more of."""
    one, before = found[index], found[index - 1] if index else None
    if one.told_by == _LIKE_SUM:
        return _sum_before(found, index) is not None
    if one.told_by == "joined":
        return before is not None and before.expression.what in _CASUALTY | _INHERITS
    bare = one.part and not one.expression.unit and one.told_by == "none"
    return not bare or _size(one) >= ALONE or (before is not None and _size(before) >= _size(one))


def _sum_before(found: list[_Found], index: int) -> str | None:
    """The currency of the last sum told before: "has spent 500 million pounds and promised 28 million"."""
    sums = (one.expression.unit for one in reversed(found[:index]) if one.expression.what is Counted.MONEY)
    return next((unit for unit in sums if unit), None)


def _size(one: _Found) -> float:
    return next((n for n in (one.expression.value, one.expression.min, one.expression.max) if n is not None), 0.0)


def _of(whole: _Found, part: _Found) -> _Found:
    """``part`` of ``whole``, counting what the whole does where its own words tell nothing else."""
    own, of = part.expression, whole.expression
    if part.told_by != "none" or _size(part) > _size(whole):
        return part
    if not own.unit:
        return replace(part, expression=replace(own, unit=of.unit, what=of.what))
    casualties = of.what in _CASUALTY and own.what in _INHERITS
    return replace(part, expression=replace(own, what=of.what)) if casualties else part


def _between(text: str, left: _Found, right: _Found) -> str:
    return text[left.expression.span.end : right.expression.span.start]


def _takes(giver: _Found, taker: _Found, *told_by: str) -> bool:
    """Whether ``taker``, whose own words tell nothing, may take over what was told of ``giver``."""
    gives = giver.expression.what in _CASUALTY and giver.told_by in told_by
    return gives and taker.told_by == "none" and taker.expression.what in _INHERITS


def _like(taker: _Found, giver: _Found) -> _Found:
    return _Found(replace(taker.expression, what=giver.expression.what), giver.told_by)
