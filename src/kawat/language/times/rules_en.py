"""The atoms of English time expressions. At each place the longest match wins, then the earlier rule."""

from __future__ import annotations

from datetime import date

from kawat.language.times.model import (
    Anaphoric,
    Calendar,
    Fraction,
    Hint,
    Node,
    Part,
    Portion,
    Refusal,
    Relative,
    Remainder,
    Season,
    SeasonName,
    Unit,
    Weekday,
    Weekend,
)
from kawat.language.times.rules import (
    Build,
    Caught,
    Rule,
    anaphoric,
    calendar,
    century,
    counted,
    dated,
    dated_before_name,
    day_pair,
    day_span,
    decade,
    iso,
    month_pair,
    month_span,
    named_unit,
    optional,
    recent_year,
    refuse,
    relative_day,
    rule,
    season,
    seasonal_years,
    short_year_span,
    weekday,
    window,
    year_only,
    year_pair,
    year_span,
)

_NUM = "n:(day|number|cardinal|article|year)"
_MON = "(month|short_month dot?|weak_month)"
_WD = "(wd:(weekday|short_weekday) dot? daypart? (comma|open)? (the)?)?"
_YEAR = "((comma|of)? y:year (?!counted))?"
# Words after which a bare year or a bare month is one.
_LEAD = "(?<=in_|prep|of|since|until|by|between|from_|early|mid|late|begin|finish|before|after|following)"
_LEAD_MONTH = f"({_LEAD}|(?<=the|article|possessive|for_|month_word|every|recent))"
# "a 2005 accord", "the 2003 war"
_LEAD_YEAR = "(?<=the|article|possessive)"
_TO = "(dash|to_|until)"
# "last week" but not "the last week before the vote"
_ALONE = "(?!ago|later|earlier|from_now|dash)"
_NUM2 = "(day|number|cardinal|article|year)"


def _slashed(caught: Caught) -> Node | None:
    """12/8/2025: refused in English unless the weekday or a number over 12 settles the order."""
    if not caught.joined and optional(caught, "wd") is None:
        return None
    year, first, second = caught.need("y"), caught.need("a"), caught.need("b")
    said = optional(caught, "wd")
    fits = [day for day in (calendar(year, second, first, said), calendar(year, first, second, said)) if day]
    if len(fits) == 2 and first == second:
        fits = fits[:1]
    if len(fits) == 2 and said is not None:
        fits = [day for day in fits if _falls_on(day, said)]
    if not fits:
        return None
    return fits[0] if len(fits) == 1 else Refusal("ambiguous order of day and month")


def _falls_on(day: Calendar, weekday_said: int) -> bool:
    assert day.year is not None and day.month is not None and day.day is not None
    return date(day.year, day.month, day.day).weekday() == weekday_said


def _hinted(hint: Hint) -> Build:
    """Last Friday, next May, this summer."""

    def build(caught: Caught) -> Node | None:
        if (wd := optional(caught, "wd")) is not None:
            return Weekday(wd, hint)
        if (month := optional(caught, "mo")) is not None:
            return Calendar(month=month, day=optional(caught, "d"), hint=hint)
        return Season(SeasonName(caught.need("s")), hint=hint)

    return build


def _weekend(offset: int | None) -> Build:
    return lambda caught: Weekend(offset)


def _remainder(later: bool) -> Build:
    def build(caught: Caught) -> Node | None:
        unit = caught.unit()
        return Remainder(unit, later) if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR) else None

    return build


def _fraction(of: int) -> Build:
    def build(caught: Caught) -> Node | None:
        number = caught.need("o")
        return Fraction(of, number, number, optional(caught, "y")) if 1 <= number <= of else None

    return build


def _the_year(caught: Caught) -> Node | None:
    """The year 1998."""
    return year_only(caught) if caught.said("u").lower() == "year" else None


def _ordinal_unit(caught: Caught) -> Node | None:
    """The third quarter of 2025, the 19th century."""
    number, unit, year = caught.need("o"), caught.unit(), caught.value("y")
    if unit is Unit.CENTURY and year is None:
        return century(number)
    return Fraction(4, number, number, year) if unit is Unit.QUARTER and number <= 4 else None


def _first_months(caught: Caught) -> Node | None:
    """The first three months of 2025."""
    months = caught.need("n")
    if caught.need("o") != 1 or caught.unit() is not Unit.MONTH or months > 12:
        return None
    return Fraction(12, 1, months, caught.need("y"))


_DIVISIBLE = (Unit.WEEK, Unit.MONTH, Unit.YEAR)


def _bare_portion(portion: Portion) -> Build:
    """The end of the year, month's end."""

    def build(caught: Caught) -> Node | None:
        unit = caught.unit()
        return Part(portion, Relative(unit, 0)) if unit in _DIVISIBLE else None

    return build


def _next_stretch(caught: Caught) -> Node | None:
    """The next week: seven days on; "the next day" is told from elsewhere in the text."""
    return None if caught.unit() is Unit.DAY else window(back=False)(caught)


def _next_one(caught: Caught) -> Node | None:
    if caught.tokens.word(caught.match.start() + 1).lower() == "next" and optional(caught, "u") is not None:
        return Anaphoric(Unit.DAY, 1) if caught.unit() is Unit.DAY else None
    return anaphoric(1)(caught)


def _anaphoric_weekday(sign: int) -> Build:
    return lambda caught: Anaphoric(Unit.WEEK, sign, caught.need("wd"))


def _winter_of_two_years(caught: Caught) -> Node | None:
    """The winter of 2022-23."""
    if caught.need("s") != SeasonName.WINTER.value or (caught.need("y") + 1) % 100 != caught.need("z") % 100:
        return None
    return Season(SeasonName.WINTER, caught.need("y"))


_HINTS = (("last", Hint.LAST), ("past", Hint.LAST), ("this", Hint.THIS), ("next", Hint.NEXT))
_HINTED = tuple(
    rule(f"{word} {what}", _hinted(hint))
    for word, hint in (*_HINTS, ("this? coming", Hint.COMING))
    for what in ("wd:weekday", f"mo:{_MON} (d:(day|ordinal))? (?!year)", "s:(season|fall)")
)

_DATES = (
    rule(f"{_WD} mo:{_MON} d:(day|ordinal) {_YEAR}", dated),
    rule(f"{_WD} d:(day|ordinal) of? mo:{_MON} {_YEAR}", dated),
    rule(f"wd:weekday daypart? open mo:{_MON} d:(day|ordinal) {_YEAR} close", dated),
    rule(f"wd:weekday daypart? open d:(day|ordinal) mo:{_MON} {_YEAR} close", dated),
    rule(f"the d:ordinal of mo:{_MON} {_YEAR}", dated),
    rule(f"mo:{_MON} d:(day|ordinal) {_TO} e:(day|ordinal) {_YEAR}", day_span),
    rule(f"mo:{_MON} d:(day|ordinal) and_ e:(day|ordinal) {_YEAR}", day_pair),
    rule(f"from_? the? d:(day|ordinal) {_TO} the? e:(day|ordinal) of? mo:{_MON} {_YEAR}", day_span),
    rule(f"from_ mo:{_MON} d:(day|ordinal) {_TO} e:(day|ordinal) {_YEAR}", day_span),
    rule(f"between mo:{_MON} d:(day|ordinal) and_ e:(day|ordinal) {_YEAR}", day_span),
    rule(f"between the? d:(day|ordinal) and_ the? e:(day|ordinal) of? mo:{_MON} {_YEAR}", day_span),
    rule(f"d:(day|ordinal) and_ e:(day|ordinal) mo:{_MON} {_YEAR}", day_pair),
    rule(f"mo:{_MON} (comma|of)? y:year (?!counted)", dated),
    rule("y:year dash mo:day dash d:day", iso),
    rule("y:year slash mo:day slash d:day", iso),
    rule("((wd:(weekday|short_weekday)) dot? comma?)? a:day slash b:day slash y:year", _slashed),
    rule("wd:(weekday|short_weekday) open a:day slash b:day slash y:year close", _slashed),
    rule(f"{_LEAD_MONTH} mo:month (?!day|capital)", dated),
    rule("(?<=in_|since|until) mo:month (?=capital)", dated_before_name),
    rule(f"{_LEAD} mo:short_month dot", dated),
    rule(f"from_ mo:{_MON} (x:year)? {_TO} mp:{_MON} {_YEAR}", month_span),
    rule(f"between mo:{_MON} (x:year)? and_ mp:{_MON} {_YEAR}", month_span),
    rule(f"mo:{_MON} {_TO} mp:{_MON} of? y:year", month_span),
    rule(f"{_LEAD} y:year (?!counted|dash unit|event|slash|article unit|dash word)", year_only),
    rule("the? u:unit y:year", _the_year),
    rule(f"from_ the? y:year {_TO} z:year (?!counted)", year_span),
    rule("between y:year and_ z:year (?!counted)", year_span),
    rule(
        f"{_LEAD_YEAR} y:year (?=word|capital) (?!(word|capital)? (word|capital)? (word|capital)? event)",
        recent_year,
    ),
    rule(f"{_LEAD} y:year and_ z:year (?!counted)", year_pair),
    rule("y:year dash z:year", year_span),
    rule("y:year slash z:(day|number|year)", seasonal_years),
    rule(f"{_LEAD_MONTH} mo:month (and_|dash|slash) mp:month {_YEAR}", month_pair),
    rule("y:year dash z:(day|number)", short_year_span),
)

_RELATIVE = (
    rule("wd:weekday", weekday),
    rule("r:relative_day", relative_day),
    rule("(later|earlier) r:relative_day", relative_day),
    rule(f"last u:unit {_ALONE}", named_unit(-1)),
    rule(f"this u:unit {_ALONE}", named_unit(0)),
    rule(f"next u:unit {_ALONE}", named_unit(1)),
    rule("this past u:unit", named_unit(-1)),
    rule("the u:unit after next", named_unit(2)),
    rule("the u:unit before last", named_unit(-2)),
    rule("(the|this)? coming u:unit", named_unit(1)),
    rule("(last|this past) weekend", _weekend(-1)),
    rule("this coming? weekend", _weekend(0)),
    rule("next weekend", _weekend(1)),
    rule("the weekend", _weekend(None)),
    rule(f"{_NUM} u:unit ago", counted(-1)),
    rule(f"in_ {_NUM} u:unit {_ALONE}", counted(1, certain=False)),
    rule(f"{_NUM} u:unit from_now", counted(1)),
    rule("the (last|past) u:unit (?!of|before|in_|to_)", window(back=True)),
    rule(f"the (last|past) {_NUM} u:unit (?!of)", window(back=True)),
    rule(f"(last|past) {_NUM} u:unit", window(back=True)),
    rule("past u:unit", window(back=True)),
    rule(f"the (next|coming) {_NUM} u:unit", window(back=False)),
    rule(f"(next|coming) {_NUM} u:unit", window(back=False)),
    rule("the (next|coming) u:unit", _next_stretch),
    rule("later this u:unit", _remainder(later=True)),
    rule("earlier this u:unit", _remainder(later=False)),
    rule("early the u:unit", _bare_portion(Portion.EARLY)),
    rule("late the u:unit", _bare_portion(Portion.LATE)),
    rule("later in_ the u:unit", _remainder(later=True)),
    rule("earlier in_ the u:unit", _remainder(later=False)),
    rule("finish the u:unit", _bare_portion(Portion.END)),
    rule("begin the u:unit", _bare_portion(Portion.START)),
    rule("mid the u:unit", _bare_portion(Portion.MID)),
    rule("u:unit_end", _bare_portion(Portion.END)),
)

_PERIODS = (
    rule("the? s:(season|fall) of? y:year", season),
    rule("(?<=in_|by|since|until|prep|last|late|early|mid) the? s:(season|fall) (?!capital|of)", season),
    rule("s:(season|fall) (?=(of|in_)? (last|this|next) unit)", season),
    rule("the? s:season of? y:year (dash|slash) z:(day|number|year)", _winter_of_two_years),
    rule("the? o:ordinal dash? u:unit (of? y:year)?", _ordinal_unit),
    rule("the? o:ordinal half of y:year", _fraction(2)),
    rule("the? o:ordinal half (?=of (last|this|next))", _fraction(2)),
    rule("o:quarter_code of? (y:year)?", _fraction(4)),
    rule("o:half_code of? (y:year)?", _fraction(2)),
    rule("the? o:ordinal n:cardinal u:unit of y:year", _first_months),
    rule("the? y:decades", decade),
    rule("the mark? y:short_decades", decade),
)

_ANAPHORIC = (
    rule("the same (u:unit|daypart)", anaphoric(0)),
    rule("that same? (u:unit|daypart)", anaphoric(0)),
    rule("the (following|next) (u:unit|daypart)", _next_one),
    rule("the? previous (u:unit|daypart)", anaphoric(-1)),
    rule("the u:unit (before|earlier)", anaphoric(-1)),
    rule("the u:unit (after|later)", anaphoric(1)),
    rule(f"{_NUM} u:unit (later|after)", anaphoric(1)),
    rule(f"{_NUM} u:unit (earlier|before|previously)", anaphoric(-1)),
    rule("the following wd:weekday", _anaphoric_weekday(1)),
    rule("the previous wd:weekday", _anaphoric_weekday(-1)),
    rule("the next wd:weekday", _anaphoric_weekday(1)),
    rule("that wd:weekday", _anaphoric_weekday(0)),
)

_REFUSED = (
    rule(f"{_NUM} dash? u:unit", refuse("duration")),
    rule(f"{_NUM} (to_|dash|or_) {_NUM2} dash? u:unit", refuse("duration")),
    rule(f"within {_NUM} u:unit", refuse("duration")),
    rule(f"{_NUM} dash? u:unit dash? old", refuse("age")),
    rule("aged n:(day|number|cardinal)", refuse("age")),
    rule("the? (past|last|next|coming|this)? few u:unit (ago|later|earlier|before|after)?", refuse("vague")),
    rule("every (u:unit|weekday|daypart|weekend)", refuse("recurring")),
    rule("(unit ago|in_ unit|(?<=for_) unit)", refuse("vague")),
    rule("in_ the past (?!unit|few|day|year|number|cardinal)", refuse("vague")),
    rule("vague", refuse("vague")),
    rule(f"(the? ordinal|the? {_NUM} dash? unit)? anniversary", refuse("anniversary")),
    rule("holiday (comma? year)?", refuse("holiday")),
    rule("event comma? year", refuse("name of an event")),
    rule("capital of year", refuse("name of a law")),
    rule("year event", refuse("name of an event")),
    rule("(?<=capital) holiday_head (comma? year)?", refuse("holiday")),
)

RULES: tuple[Rule, ...] = (*_HINTED, *_DATES, *_RELATIVE, *_PERIODS, *_ANAPHORIC, *_REFUSED)
