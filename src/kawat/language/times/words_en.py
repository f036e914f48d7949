"""English words of the time grammar: class -> words and phrases, "; " between, "=n" for a value."""

from __future__ import annotations

from kawat.language.times import names
from kawat.language.times.model import Unit

UNITS: dict[str, Unit] = {
    "hour": Unit.HOUR, "hours": Unit.HOUR, "hrs": Unit.HOUR, "minute": Unit.HOUR, "minutes": Unit.HOUR,
    "day": Unit.DAY, "days": Unit.DAY, "nights": Unit.DAY,
    "week": Unit.WEEK, "weeks": Unit.WEEK, "month": Unit.MONTH, "months": Unit.MONTH,
    "quarter": Unit.QUARTER, "quarters": Unit.QUARTER, "year": Unit.YEAR, "years": Unit.YEAR,
    "decade": Unit.DECADE, "decades": Unit.DECADE, "century": Unit.CENTURY, "centuries": Unit.CENTURY,
    "fortnight": Unit.FORTNIGHT, "fortnights": Unit.FORTNIGHT,
}  # fmt: skip
UNIT_CLASSES: dict[str, str] = {}
ONE_UNITS: dict[str, Unit] = {}
MONTHS = names.MONTHS_EN
SHORT_MONTHS = names.SHORT_MONTHS_EN
WEEKDAYS = names.WEEKDAYS_EN
SHORT_WEEKDAYS = names.SHORT_WEEKDAYS_EN
# In lower case these are other words first: may, march, august.
CAPITAL_ONLY = frozenset({"may", "march", "august", "mar", "dec", "sep", "jan"})

WORDS: dict[str, str] = {
    "season": "spring=3; summer=6; autumn=9; winter=12; springtime=3; summertime=6; wintertime=12",
    "fall": "fall=9",
    "daypart": "morning; afternoon; evening; night; midday; noon; midnight; dawn; dusk; lunchtime; "
    "early morning; late night; late evening; late afternoon; early evening; at night; at dawn; at noon; "
    "at midnight; in the morning; in the afternoon; in the evening; before dawn; overnight",
    "weekend": "weekend; week-end",
    "half": "half",
    "last": "last",
    "this": "this; the current",
    "next": "next",
    "coming": "coming; upcoming",
    "past": "past",
    "ago": "ago",
    "same": "same",
    "that": "that",
    "following": "following",
    "previous": "previous; preceding; prior",
    "relative_day": "today=0; yesterday=-1; tomorrow=1; the day before yesterday=-2; day before yesterday=-2; "
    "the day after tomorrow=2; day after tomorrow=2; tonight=0; last night=-1; this morning=0; "
    "this afternoon=0; this evening=0",
    "later": "later; afterward; afterwards",
    "earlier": "earlier",
    "previously": "previously",
    "after": "after",
    "before": "before",
    "early": "early; the early; early in; early on",
    "mid": "mid; mid-; the middle of; middle of; midway through",
    "late": "late; the late; late in; late on",
    "begin": "the beginning of; beginning of; the start of; start of",
    "finish": "the end of; end of; the close of; the tail end of",
    "short_decades": "twenties=1920; thirties=1930; forties=1940; fifties=1950; sixties=1960; seventies=1970; "
    "eighties=1980; nineties=1990",
    "unit_end": "year-end=6; year end=6; year's end=6; year’s end=6; month-end=3; month's end=3; month’s end=3",
    "since": "since; ever since",
    "until": "until; till; through",
    "between": "between",
    "and_": "and",
    "from_": "from",
    "to_": "to",
    "or_": "or",
    "prep": "on; during; throughout; as of; back in; around; about; circa",
    "by": "by",
    "in_": "in",
    "of": "of",
    "the": "the",
    "article": "a; an; one",
    "possessive": "its; their; his; her; our; whose",
    "for_": "for",
    "within": "within",
    "month_word": "the month of; month of; the week of; week of",
    "cardinal": "two=2; three=3; four=4; five=5; six=6; seven=7; eight=8; nine=9; ten=10; eleven=11; "
    "twelve=12; thirteen=13; fourteen=14; fifteen=15; sixteen=16; seventeen=17; eighteen=18; nineteen=19; "
    "twenty=20; thirty=30; forty=40; fifty=50; sixty=60; seventy=70; eighty=80; ninety=90; hundred=100; "
    "a couple of=2; couple of=2; a hundred=100; half a dozen=6",
    "few": "few; several; some; many; recent; numerous; countless; dozens of; hundreds of; a few; the few",
    "ordinal": "first=1; second=2; third=3; fourth=4; fifth=5; sixth=6; seventh=7; eighth=8; ninth=9; "
    "tenth=10; eleventh=11; twelfth=12; sixteenth=16; seventeenth=17; eighteenth=18; nineteenth=19; "
    "twentieth=20; twenty-first=21",
    "quarter_code": "q1=1; q2=2; q3=3; q4=4",
    "half_code": "h1=1; h2=2",
    "zone": "gmt; utc; est; edt; et; pst; pdt; cet; cest; bst; ist; jst; kst; wib; wita; wit; msk",
    "local": "local time; jakarta time; moscow time; eastern time; kyiv time; beijing time; gmt time",
    "from_now": "from now; hence",
    "old": "old",
    "aged": "aged",
    "every": "every; each; per",
    "anniversary": "anniversary; anniversaries; birthday; centenary; bicentenary; bicentennial; jubilee",
    "vague": "recently; lately; in the future; in future; in the near future; one day; someday; "
    "some day; long ago; in recent days; in recent weeks; in recent months; in recent years; recent days; "
    "recent weeks; recent months; recent years; recent decades; the other day; "
    "the days ahead; the weeks ahead; the months ahead; the years ahead; "
    "at some point; a while ago; some time ago; "
    "in the long term; in due course; sooner or later; at a later date; "
    "the foreseeable future; the not too distant future; in the days to come; in the years to come; "
    "years to come; the near future; these days; nowadays; the distant past; in ancient times",
    "holiday": "christmas; christmas day; christmas eve; easter; thanksgiving; ramadan; ramzan; diwali; eid; "
    "eid al-fitr; eid al-adha; nowruz; lunar new year; chinese new year; new year's day; new year’s day; "
    "new year's eve; new year’s eve; new year; halloween; hanukkah; passover; yom kippur; rosh hashanah; "
    "good friday; easter sunday; palm sunday; ash wednesday; boxing day; may day; black friday; "
    "bloody sunday; super tuesday; black september; black monday; juneteenth; nakba day; fourth of july; "
    "the fourth of july; october revolution; cinco de mayo; purim; vesak; waisak; pentecost; epiphany; "
    "d-day; mother's day; all saints' day",
    "event": "olympics; olympic games; world cup; expo; asian games; euro; commonwealth games; sea games; "
    "paralympics; eurovision; summit of",
    "counted": "people; ballots; "
    "soldiers; troops; civilians; men; women; children; dollars; euros; km; kilometres; "
    "kilometers; metres; meters; miles; tonnes; tons; barrels; homes; houses; votes; points; cases; "
    "officers; police; fighters; refugees; migrants; protesters; demonstrators; deaths; victims; members; "
    "prisoners; hostages; workers; staff; feet; acres; hectares; rupees; yuan; pounds; percent; seats; "
    "vehicles; tanks; drones; missiles; rockets; flights; passengers; families; students; delegates; "
    "megawatts; rounds; injured; dead; killed; wounded; displaced; million; billion; thousand; "
    "trillion; metric; square; cubic; mph; kph; volts; calories; villagers; residents; guests; attendees",
    "trap": "sunday times; sunday telegraph; sunday mail; sunday mirror; sunday express; sunday school; "
    "saturday night live; friday prayers; friday prayer; friday mosque; friday sermon; "
    "monday night football; arab spring; prague spring; summer olympics; "
    "winter olympics; summer games; winter games; summer camp; summer school; winter palace; "
    "spring cleaning; april fool; "
    "saturday evening post; "
    "green day; palm springs; hot spring; hot springs; "
    "man friday; september dossier",
}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS["cardinal"] += "".join(
    f"; {tens}-{one}={ten * 10 + digit}" for ten, tens in enumerate(_TENS, 2) for digit, one in enumerate(_ONES, 1)
)
HOLIDAY_WORD = "Day"
HINT_FOLLOWS = False  # last Friday
# "the first visit in five years": a duration, not a day five years from now.
SUPERLATIVES = frozenset(
    "first worst biggest largest deadliest highest lowest only longest hottest most least best heaviest strongest"
    " bloodiest second third fourth fifth times time warmest coldest fastest steepest sharpest".split()
)
# "postponed from Monday to Friday" is no range.
SHIFTS = frozenset("postponed moved delayed rescheduled brought pushed deferred shifted changed".split())
