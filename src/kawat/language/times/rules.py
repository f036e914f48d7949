"""What a rule is, and the builders that both languages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kawat.language.times.model import (
    Anaphoric,
    Calendar,
    Node,
    Range,
    Refusal,
    Relative,
    Season,
    SeasonName,
    Unit,
    Weekday,
    Window,
    Years,
)
from kawat.language.times.tags import CODES, compile_pattern, first_codes
from kawat.language.times.tokens import UNITS, Tokens

_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURIES = range(1, 22)


@dataclass(frozen=True, slots=True)
class Caught:
    """A rule's match with the values of its tokens."""

    match: re.Match[str]
    tokens: Tokens

    def value(self, name: str) -> int | None:
        """The value of the first token of a capture, None where it took no part."""
        at = self.match.start(name)
        return None if at < 0 else self.tokens.values[at]

    def said(self, name: str) -> str:
        at = self.match.start(name)
        return "" if at < 0 else self.tokens.word(at)

    def need(self, name: str) -> int:
        return self.tokens.values[self.match.start(name)]

    def tagged(self, name: str, *classes: str) -> bool:
        """Whether the first token of a capture is of one of ``classes``."""
        at = self.match.start(name)
        return at >= 0 and self.tokens.codes[at] in [CODES[item] for item in classes]

    def unit(self) -> Unit:
        return UNITS[self.need("u")]

    @property
    def joined(self) -> bool:
        """Whether the match has no blank in it: 12/8/2025, not 12 / 8 / 2025."""
        low, high = self.match.span()
        wording = self.tokens.text[self.tokens.starts[low] : self.tokens.ends[high - 1]]
        return not any(char.isspace() for char in wording)


Build = Callable[[Caught], Node | None]
_ATTACKS = frozenset({"attacks", "hijackings", "serangan"})
_KNOWN_BY_DAY = {(9, 11): 2001}
"""Attacks that go by their day alone, by month and day: no later year of it is ever meant."""


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    build: Build
    starts: frozenset[str]


def rule(pattern: str, build: Build) -> Rule:
    return Rule(compile_pattern(pattern), build, first_codes(pattern))


def refuse(reason: str) -> Build:
    refusal = Refusal(reason)
    return lambda caught: refusal


def calendar(year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Calendar | None:
    """A calendar node, None where there is no such day."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and month is not None and not 1 <= day <= _DAYS_IN[month - 1]:
        return None
    if year is not None and (month, day) == (2, 29) and not _leap(year):
        return None
    return Calendar(year, month, day, weekday)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def optional(caught: Caught, name: str) -> int | None:
    """The value of a capture that a pattern may not have."""
    return caught.value(name) if name in caught.match.re.groupindex else None


def dated(caught: Caught) -> Node | None:
    """A day, with whatever of wd, d, mo, y the rule catches."""
    year, month, day = optional(caught, "y"), caught.need("mo"), optional(caught, "d")
    if year is None and day is None and _names_on(caught):
        return None
    if year is None and day is not None and _has_attacks(caught):
        year = _KNOWN_BY_DAY.get((month, day))
    return calendar(year, month, day, optional(caught, "wd"))


_LEADS = frozenset("in since until pada sejak hingga sampai dalam selama sepanjang".split())
_NAMED_SO = frozenset(
    """square revolution street avenue road bridge park hospital station police movement war day declaration accord
    accords agreement group massacre uprising coup league festival theatre films hitam merah kelabu putih berdarah
    pen""".split()
)


def dated_before_name(caught: Caught) -> Node | None:
    """A month right before a name, "In October Russia attacked": no "October Square", no "said to May Chidiac"."""
    low, high = caught.match.span()
    after = range(high, min(high + 2, len(caught.tokens.codes)))
    named = any(caught.tokens.word(one).lower() in _NAMED_SO for one in after)
    leads = low > 0 and caught.tokens.word(low - 1).lower() in _LEADS
    return dated(caught) if leads and not named else None


def _names_on(caught: Caught) -> bool:
    """Whether a capital follows: "October Square", "October Police Station" are no months."""
    low, high = caught.match.span()
    if high >= len(caught.tokens.codes) or caught.tokens.codes[high] != CODES["counted"]:
        return False
    return caught.tokens.word(high)[0].isupper() and caught.tokens.word(low)[0].isupper()


def _has_attacks(caught: Caught) -> bool:
    """Whether attacks stand beside a day: "the September 11 terrorist attacks", "serangan 11 September"."""
    low, high = caught.match.span()
    beside = (*range(max(0, low - 2), low), *range(high, min(high + 3, len(caught.tokens.codes))))
    return any(caught.tokens.word(one).lower() in _ATTACKS for one in beside)


def iso(caught: Caught) -> Node | None:
    if not caught.joined:
        return None
    return calendar(caught.need("y"), caught.need("mo"), caught.need("d"))


def day_span(caught: Caught) -> Node | None:
    """Two days of one month: 19-21 June."""
    year, month = optional(caught, "y"), caught.need("mo")
    first, last = calendar(year, month, caught.need("d")), calendar(year, month, caught.need("e"))
    if first is None or last is None or caught.need("d") >= caught.need("e"):
        return None
    return Range(first, last)


def day_pair(caught: Caught) -> Node | None:
    """Two days joined by "and": a range only when they touch."""
    return day_span(caught) if caught.need("e") == caught.need("d") + 1 else None


def month_span(caught: Caught) -> Node | None:
    """Two months: March to May 2022. Without an own year the first one's follows from the second's."""
    year, first, last = optional(caught, "y"), caught.need("mo"), caught.need("mp")
    start = optional(caught, "x")
    if start is None and year is not None:
        start = year if first <= last else year - 1
    return Range(Calendar(start, first), Calendar(year, last))


def month_pair(caught: Caught) -> Node | None:
    """April and May last year: a range when they touch."""
    touching = caught.need("mp") == caught.need("mo") % 12 + 1
    return month_span(caught) if touching else None


def recent_year(caught: Caught) -> Node | None:
    """A year without a preposition: only one that is hardly a count of something."""
    year = caught.need("y")
    return Calendar(year) if 1900 <= year <= 2100 else None


def seasonal_years(caught: Caught) -> Node | None:
    """2002/2003, 2002/03."""
    year, last = caught.need("y"), caught.need("z")
    if not caught.joined or len(caught.said("z")) not in (2, 4) or last % 100 != (year + 1) % 100:
        return None
    return Range(Calendar(year), Calendar(year + 1)) if last in (year + 1, (year + 1) % 100) else None


def year_only(caught: Caught) -> Node | None:
    return Calendar(caught.need("y"))


def year_span(caught: Caught) -> Node | None:
    first, last = caught.need("y"), caught.need("z")
    return Range(Calendar(first), Calendar(last)) if first < last else None


def year_pair(caught: Caught) -> Node | None:
    """In 2007 and 2008: a range when they touch; "in 2008 and 2012" is two times, not the first."""
    return year_span(caught) if caught.need("z") == caught.need("y") + 1 else Refusal("more than one time")


def short_year_span(caught: Caught) -> Node | None:
    """2014-19; "2024-08" is no span."""
    first, last = caught.need("y"), caught.need("z")
    if not caught.joined or len(caught.said("z")) != 2 or last <= first % 100:
        return None
    return Range(Calendar(first), Calendar(first - first % 100 + last))


def weekday(caught: Caught) -> Node | None:
    return Weekday(caught.need("wd"))


def relative_day(caught: Caught) -> Node | None:
    return Relative(Unit.DAY, caught.need("r"))


def named_unit(offset: int) -> Build:
    """Last week, this month, next year."""

    def build(caught: Caught) -> Node | None:
        unit = caught.unit()
        if unit in (Unit.DECADE, Unit.CENTURY):
            return Refusal("decade")
        if _plural(caught):
            return Refusal("vague")
        if unit in (Unit.HOUR, Unit.DAY) and offset:
            return None
        return Relative(unit, offset)

    return build


def _plural(caught: Caught) -> bool:
    """Whether an English unit is plural: "the coming weeks" without a count is vague."""
    return "n" not in caught.match.re.groupindex and caught.said("u").lower().endswith("s")


def counted(sign: int, certain: bool = True) -> Build:
    """Three days ago, in two weeks. A count that is no whole number is only a duration."""

    def build(caught: Caught) -> Node | None:
        unit, count = caught.unit(), max(optional(caught, "n") or 0, 1 if _is_one(caught) else 0)
        if unit in (Unit.DECADE, Unit.CENTURY) or not 0 < count < 3000:
            return Refusal("duration")
        return Relative(unit, sign * count, counted=not certain)

    return build


def _is_one(caught: Caught) -> bool:
    """Whether the count is "a", or inside the unit's word ("sepekan")."""
    if "n" not in caught.match.re.groupindex or caught.match.start("n") < 0:
        return True
    return caught.said("n").lower() in ("a", "an", "one", "satu")


def window(back: bool) -> Build:
    """The past three months, sepekan terakhir."""

    def build(caught: Caught) -> Node | None:
        unit, count = caught.unit(), max(optional(caught, "n") or 0, 1 if _is_one(caught) else 0)
        if unit in (Unit.DECADE, Unit.CENTURY):
            return Refusal("decade")
        if _plural(caught):
            return Refusal("vague")
        return Window(unit, count, back) if 0 < count < 3000 else Refusal("duration")

    return build


def anaphoric(sign: int) -> Build:
    """Two days later, the previous year, that day (sign 0)."""

    def build(caught: Caught) -> Node | None:
        count = max(optional(caught, "n") or 0, 1 if _is_one(caught) else 0) if sign else 0
        has_unit = "u" in caught.match.re.groupindex and caught.match.start("u") >= 0
        return Anaphoric(caught.unit() if has_unit else Unit.DAY, sign * count)

    return build


def season(caught: Caught) -> Node | None:
    return Season(SeasonName(caught.need("s")), optional(caught, "y"))


def decade(caught: Caught) -> Node | None:
    first = caught.need("y")
    if first < 100:
        first += 1900
    return Years(first, first + 9) if first % 10 == 0 else None


def century(number: int) -> Node | None:
    """The years of the ``number``-th century: the 19th is 1801 to 1900."""
    return Years(number * 100 - 99, number * 100) if number in _CENTURIES else None
