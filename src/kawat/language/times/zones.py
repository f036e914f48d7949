"""Time zones as publication lines name them. Names that stand for several zones (IST, CST) are left out."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

# Minutes east of UTC. CST (America, China), IST (India, Ireland, Israel) and AST are ambiguous: not here.
_FIXED: dict[str, int] = {
    "WIB": 420,
    "WITA": 480,
    "WIT": 540,
    "GMT": 0,
    "UTC": 0,
    "UCT": 0,
    "Z": 0,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "BST": 60,
    "WET": 0,
    "WEST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "TRT": 180,
    "PKT": 300,
    "ICT": 420,
    "SGT": 480,
    "HKT": 480,
    "MYT": 480,
    "PHT": 480,
    "AWST": 480,
    "JST": 540,
    "KST": 540,
    "ACST": 570,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "WAT": 60,
    "CAT": 120,
    "SAST": 120,
    "EAT": 180,
    "MUT": 240,
    "IDT": 180,
    "IRST": 210,
    "AFT": 270,
    "GET": 240,
    "AZT": 240,
    "TMT": 300,
    "UZT": 300,
    "TJT": 300,
    "MVT": 300,
    "NPT": 345,
    "KGT": 360,
    "BTT": 360,
    "MMT": 390,
    "WAST": 120,
    "ULAT": 480,
    "BNT": 480,
    "TLT": 540,
    "PWT": 540,
    "PGT": 600,
    "CHST": 600,
    "SBT": 660,
    "VUT": 660,
    "FJT": 720,
    "TOT": 780,
    "BRT": -180,
    "ART": -180,
    "UYT": -180,
    "CLT": -240,
    "CLST": -180,
    "BOT": -240,
    "VET": -240,
    "GYT": -240,
    "COT": -300,
    "PET": -300,
    "AKST": -540,
    "AKDT": -480,
    "HST": -600,
}

# North American names that change with the season: standard offset in minutes.
_SEASONAL: dict[str, int] = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}

INDONESIAN = frozenset({"WIB", "WITA", "WIT"})
AMERICAN = frozenset({"EST", "EDT", "CDT", "MST", "MDT", "PST", "PDT", *_SEASONAL})

_NAMES = sorted([*_FIXED, *_SEASONAL], key=len, reverse=True)
#: A zone: a name, a name with an offset (GMT+7), or an offset (+07:00, +0700).
ZONE_PATTERN = (
    r"(?:(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?"
    rf"|(?:{'|'.join(_NAMES)})(?![A-Za-z])"
    r"|[+-]\d{2}:?\d{2}(?!\d))"
)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)


def _nth_sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))


def _american_summer(moment: datetime) -> bool:
    """Whether North American daylight time holds (the rule since 2007)."""
    start = datetime.combine(_nth_sunday(moment.year, 3, 2), datetime.min.time()) + timedelta(hours=2)
    end = datetime.combine(_nth_sunday(moment.year, 11, 1), datetime.min.time()) + timedelta(hours=2)
    return start <= moment < end


def zone_of(name: str, local: datetime) -> timezone | None:
    """The zone that ``name`` stands for at the naive ``local`` time, or None where it is not known."""
    key = name.upper()
    if key in _SEASONAL:
        return timezone(timedelta(minutes=_SEASONAL[key] + (60 if _american_summer(local) else 0)))
    if key in _FIXED:
        return timezone(timedelta(minutes=_FIXED[key]))
    offset = _OFFSET.fullmatch(name.strip())
    if offset is None:
        return None
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
