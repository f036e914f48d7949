"""The atoms of Indonesian time expressions. At each place the longest match wins, then the earlier rule."""

from __future__ import annotations

from kawat.language.times.model import (
    Anaphoric,
    Calendar,
    Fraction,
    Node,
    Part,
    Portion,
    Refusal,
    Relative,
    Unit,
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

_NUM = "n:(day|number|cardinal|year)"
_NUM2 = "(day|number|cardinal|year)"
_UNIT = "u:(unit|quarter|day_unit|month_unit|year_unit|holiday_head)"
# "tiga pekan" or "sepekan", where the count is in the word
_COUNT = f"({_NUM})? u:(unit|day_unit|month_unit|year_unit|one_unit)"
_MON = "(month|weak_month|short_month dot?)"
_HARI = "(day_unit|holiday_head)?"
_WD = f"({_HARI} wd:weekday daypart? (comma|dash)?)?"
_YEAR = "((comma|year_unit)? y:year (?!counted))?"
_LEAD = "(?<=prep|during|since|until|between|from_|early|mid|late|following|previous|before|period|commemoration)"
_SHIFTED = "(?=last|this|next|coming|year_unit (last|this|next|coming))"
_TO = "(dash|until)"
_BARE = "(?!last|this|next|coming|kemarin|same|that|following|previous|before|year|new)"


def _own_count(build: Build) -> Build:
    """Only with a count: "sepekan terakhir", not "pekan terakhir"."""

    def counted_only(caught: Caught) -> Node | None:
        bare = caught.value("n") is None and not caught.tagged("u", "one_unit")
        return None if bare else build(caught)

    return counted_only


def _slashed(caught: Caught) -> Node | None:
    """12/8/2025, day first."""
    year = optional(caught, "y")
    if year is not None and year < 100:  # "7/8/25"
        year += 2000
    return calendar(year, caught.need("mo"), caught.need("d"), optional(caught, "wd"))


def _weekend(offset: int | None) -> Build:
    return lambda caught: Weekend(offset)


def _fraction(caught: Caught) -> Node | None:
    """Kuartal pertama 2025, semester II."""
    of = 4 if caught.tagged("f", "quarter") else 2
    number = caught.need("o")
    return Fraction(of, number, number, optional(caught, "y")) if 1 <= number <= of else None


def _first_months(caught: Caught) -> Node | None:
    """Tiga bulan pertama 2025."""
    months = caught.need("n")
    if caught.need("o") != 1 or caught.unit() is not Unit.MONTH or not 1 <= months <= 12:
        return None
    return Fraction(12, 1, months, caught.need("y"))


def _bare_portion(portion: Portion) -> Build:
    """Akhir tahun, awal bulan: of the current one."""

    def build(caught: Caught) -> Node | None:
        unit = caught.unit()
        divisible = unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR)
        return Part(portion, Relative(unit, 0)) if divisible else None

    return build


def _century(caught: Caught) -> Node | None:
    return century(caught.need("n")) if caught.unit() is Unit.CENTURY else None


def _decade(caught: Caught) -> Node | None:
    return decade(caught) if caught.need("y") >= 30 else None


def _these_days(caught: Caught) -> Node | None:
    """Dua hari ini: the days before or those to come."""
    return Refusal("vague") if caught.tokens.word(caught.match.end() - 1).lower().startswith("hari") else None


def _anaphoric_day(caught: Caught) -> Node | None:
    return Anaphoric(Unit.DAY, caught.need("r"))


def _anaphoric_weekday(sign: int) -> Build:
    return lambda caught: Anaphoric(Unit.WEEK, sign, caught.need("wd"))


def _day_of_month(caught: Caught) -> Node | None:
    """Tanggal 15 bulan ini: a day of a month counted from the publication's."""
    offset = {"lalu": -1, "ini": 0, "depan": 1}.get(caught.said("h").lower())
    if offset is None or caught.unit() is not Unit.MONTH:
        return Refusal("day without a month")
    return Calendar(day=caught.need("d"), month_offset=offset)


_DATES = (
    rule(f"{_WD} date_word? d:day mo:{_MON} {_YEAR}", dated),
    rule(f"wd:weekday daypart? open d:day mo:{_MON} {_YEAR} close", dated),
    rule(f"{_HARI} wd:weekday daypart? open d:day (slash|dash) mo:day close", _slashed),
    rule(
        f"{_HARI} wd:weekday daypart? open d:day (slash|dash) mo:day (slash|dash) y:(year|day|number) close",
        _slashed,
    ),
    rule("(wd:weekday daypart? comma?)? d:day (slash|dash) mo:day (slash|dash) y:year", _slashed),
    rule("(?<=open) d:day slash mo:day (?=close)", _slashed),
    rule("(wd:weekday comma?|date_word) d:day slash mo:day", _slashed),
    rule(f"(from_|between)? date_word? d:day {_TO} date_word? e:day mo:{_MON} {_YEAR}", day_span),
    rule(f"between date_word? d:day and_ e:day mo:{_MON} {_YEAR}", day_span),
    rule(f"date_word? d:day and_ e:day mo:{_MON} {_YEAR}", day_pair),
    rule("(?<=open) d:day dash e:day slash mo:day (slash y:year)? (?=close)", day_span),
    rule("y:year dash mo:day dash d:day", iso),
    rule(f"month_unit? mo:{_MON} year_unit? y:year (?!counted)", dated),
    rule(f"month_unit mo:{_MON} (?!day)", dated),
    rule(f"({_LEAD}|(?<=word)) mo:month (?!day|capital|dash|slash)", dated),
    rule(f"{_LEAD} mo:month (?=capital)", dated_before_name),
    rule(f"{_LEAD} mo:month (and_|slash) mp:month {_YEAR}", month_pair),
    rule("(?<=dated_noun) y:year (?!counted|slash|dash)", recent_year),
    rule("y:year slash z:(day|number|year)", seasonal_years),
    rule(f"mo:month {_SHIFTED}", dated),
    rule(f"(from_|between) month_unit? mo:{_MON} (x:year)? ({_TO}|and_) month_unit? mp:{_MON} {_YEAR}", month_span),
    rule(f"{_LEAD} mo:month {_TO} mp:month {_YEAR}", month_span),
    rule(f"mo:{_MON} {_TO} mp:{_MON} year_unit? y:year", month_span),
    rule(f"{_LEAD} y:year (?!counted|event|slash|dash)", year_only),
    rule("year_unit y:year (?!dash|slash)", year_only),
    rule(f"(from_|between)? year_unit? y:year {_TO} year_unit? z:year (?!counted)", year_span),
    rule("between year_unit? y:year and_ z:year", year_span),
    rule(f"{_LEAD} year_unit? y:year and_ year_unit? z:year (?!counted)", year_pair),
    rule("y:year dash z:(day|number)", short_year_span),
    rule("date_word d:day u:month_unit h:(last|this|next)", _day_of_month),
    rule("date_word d:day", refuse("day without a month")),
)

_RELATIVE = (
    rule(f"{_HARI} wd:weekday", weekday),
    rule("r:(relative_day|kemarin)", relative_day),
    rule(f"{_UNIT} (last|kemarin)", named_unit(-1)),
    rule(f"{_UNIT} this", named_unit(0)),
    rule(f"{_UNIT} (next|coming)", named_unit(1)),
    rule("weekend (last|kemarin)", _weekend(-1)),
    rule("weekend this", _weekend(0)),
    rule("weekend (next|coming)", _weekend(1)),
    rule("weekend", _weekend(None)),
    rule(f"{_COUNT} last", _own_count(counted(-1))),
    rule(f"(?<=during) {_COUNT} coming", _own_count(window(back=False))),
    rule(f"{_COUNT} (coming|more|next)", _own_count(counted(1))),
    rule(f"{_COUNT} (recent|recent_vague)", _own_count(window(back=True))),
    rule(f"{_COUNT} ahead", _own_count(window(back=False))),
    rule(f"early {_UNIT} {_BARE}", _bare_portion(Portion.EARLY)),
    rule(f"mid {_UNIT} {_BARE}", _bare_portion(Portion.MID)),
    rule(f"late {_UNIT} {_BARE}", _bare_portion(Portion.LATE)),
)

_PERIODS = (
    rule("s:season year_unit? y:year", season),
    rule("(?<=prep|since|until|during|early|mid|late) s:season", season),
    rule(f"s:season {_SHIFTED}", season),
    rule("f:(quarter|half) dash? (ke dash?)? o:(ordinal|roman|day) ((slash|dash|year_unit)? y:year)?", _fraction),
    rule(f"{_NUM} {_UNIT} o:ordinal year_unit? y:year", _first_months),
    rule("(period|year_unit|unit)? y:(year|number) dash an", _decade),
    rule(f"{_UNIT} (ke dash?)? n:(day|roman|ordinal)", _century),
)

_ANAPHORIC = (
    rule("r:anaphoric_day", _anaphoric_day),
    rule(f"{_UNIT} (same|that)", anaphoric(0)),
    rule(f"{_UNIT} following", anaphoric(1)),
    rule(f"{_UNIT} (previous|before)", anaphoric(-1)),
    rule(f"{_COUNT} (following|after)", _own_count(anaphoric(1))),
    rule(f"{_COUNT} (previous|before)", _own_count(anaphoric(-1))),
    rule("wd:weekday following", _anaphoric_weekday(1)),
    rule("wd:weekday previous", _anaphoric_weekday(-1)),
    rule("wd:weekday that", _anaphoric_weekday(0)),
)

_REFUSED = (
    rule(_COUNT, _own_count(refuse("duration"))),
    rule("(day|number) year_unit year", refuse("name of a law")),
    rule(f"{_NUM} (until|dash|or_) {_NUM2} {_UNIT}", refuse("duration")),
    rule("aged n:(day|number|cardinal) year_unit?", refuse("age")),
    rule(
        f"(during|prep)? few {_UNIT} (last|this|coming|recent|recent_vague|following|previous|before|ahead|more)?",
        refuse("vague"),
    ),
    rule("(during|prep)? few relative_day", refuse("vague")),
    rule(f"{_NUM} relative_day", _these_days),
    rule(f"every ({_UNIT}|weekday)", refuse("recurring")),
    rule(
        f"{_UNIT} dash (unit|day_unit|month_unit|year_unit) (recent|recent_vague|coming|following|ahead|last|this)",
        refuse("vague"),
    ),
    rule("recent_vague", refuse("vague")),
    rule("vague", refuse("vague")),
    rule(f"anniversary (ke dash (day|number))? ({_NUM} year_unit)?", refuse("anniversary")),
    rule(f"commemoration ((ke dash)? {_NUM} year_unit?)", refuse("anniversary")),
    rule("holiday (ke dash)? year?", refuse("holiday")),
    rule("holiday_head (capital|dated_noun)+ (year_unit? year)?", refuse("holiday")),
    rule("event capital* year", refuse("name of an event")),
)

RULES: tuple[Rule, ...] = (*_DATES, *_RELATIVE, *_PERIODS, *_ANAPHORIC, *_REFUSED)
