"""What a time expression says, before it meets a publication day. All nodes are frozen and hold no text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from kawat.records import Span


class Direction(StrEnum):
    """Which way the verb's tense points from the publication day."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Unit(Enum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    FORTNIGHT = "fortnight"  # last: the words of a language name units by their number here


class Hint(Enum):
    """A word beside a name of a time that picks one: last/lalu, this/ini, next/depan, coming/mendatang."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"


class Portion(Enum):
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"


class SeasonName(Enum):
    """Northern seasons; the value is the first month."""

    SPRING = 3
    SUMMER = 6
    AUTUMN = 9
    WINTER = 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar day, month or year. What the text leaves open is None.

    ``weekday`` (Monday 0) is what the text says beside the date, to be checked. ``year_offset`` and
    ``month_offset`` count from the publication day's ("May last year" has -1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named weekday (Monday 0); ``week_offset`` when the text names the week ("Friday next week")."""

    weekday: int
    hint: Hint | None = None
    week_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit counted from the publication day: yesterday is (DAY, -1), next month (MONTH, 1).

    ``counted`` marks "in two weeks", which is a duration when the verb is past.
    """

    unit: Unit
    offset: int
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that touches the publication day: "over the past week" (WEEK, 1, back)."""

    unit: Unit
    count: int
    back: bool


@dataclass(frozen=True, slots=True)
class Season:
    season: SeasonName
    year: int | None = None
    year_offset: int | None = None
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday, of a week counted from this one, or (None) the nearest in the verb's direction."""

    week_offset: int | None


@dataclass(frozen=True, slots=True)
class Fraction:
    """A quarter (``of`` 4), half (2) or run of months (12) of a year, ``first`` to ``last`` counted from 1."""

    of: int
    first: int
    last: int
    year: int | None = None
    year_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A decade, a century or any run of whole years, both ends inclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Remainder:
    """The part of the current week, month or year after ("later this month") or before the publication day."""

    unit: Unit
    later: bool


@dataclass(frozen=True, slots=True)
class Anaphoric:
    """Counted from a time told elsewhere in the text: "two days later" is (DAY, 2), "that day" (DAY, 0).

    ``weekday`` (Monday 0) where a weekday is named: "the following Friday" is (WEEK, 1, 4). ``of_year`` where a
    month or day of that year is: "July of that year".
    """

    unit: Unit
    offset: int
    weekday: int | None = None
    of_year: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words about time that name no time on the calendar, and why."""

    reason: str


Point = Calendar | Weekday | Relative | Window | Season | Weekend | Fraction | Years | Remainder


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid or late in a week, month, season, year or decade."""

    portion: Portion
    whole: Point


@dataclass(frozen=True, slots=True)
class Range:
    """From ``start`` to ``end``; one side None for since and until."""

    start: Point | Part | None
    end: Point | Part | None


Node = Point | Part | Range | Anaphoric | Refusal


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression found in a text: its span there, what it says, and why it can not be a time (or None)."""

    span: Span
    node: Node
    refusal: str | None = None
