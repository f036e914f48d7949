"""Wire openings: "MOSCOW, Aug 12 (Reuters) -", "Jakarta, CNN Indonesia --", "TEMPO.CO, Jakarta -".

They name where and by whom a report was filed; they are no words of its first sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

LONGEST_OPENING = 130
SHORTEST_UNKNOWN = 5  # letters of a bracketed agency that is not known: "(WHO)" is an abbreviation

_UP = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UP}][\w.'’]*(?:-[\w.'’]+)*"
_PLACE = rf"{_WORD}(?: (?:(?:of|de|del|al|el|the) )?{_WORD}){{0,3}}"
_PLACES = rf"{_PLACE}(?:\s?[,/]\s?{_PLACE}){{0,3}}"
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Mei|Jun|Jul|Aug|Agu|Ags|Sep|Sept|Oct|Okt|Nov|Dec|Des|January|February|March|April|June|"
    r"July|August|September|October|November|December|Januari|Februari|Maret|Juni|Juli|Agustus|Oktober|Desember)\.?"
)
_DATE = (
    rf"(?:,?\s+(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?|"
    rf",?\s+\(?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?\)?)"
)
_DASH = r"\s*(?:--+|—|–|-(?=\s|$))\s*"
_SITE = r"[A-Za-z0-9][\w-]{0,30}(?:\.[A-Za-z]{2,6}){1,2}"
HOUSE_WORD = re.compile(
    r"\b(?:CNN|CNBC|BBC|ABC|NBC|CBS|NHK|VOA|DW|TV|[Nn]ews|NEWS|Post|Times|Herald|Tribune|Press|Radio|Media|Online|Network|"
    r"Agency|Daily|Jazeera|Antara|ANTARA|AFP|AP|Reuters|REUTERS|TASS|Xinhua|KCNA|Yonhap|Kyodo|Bernama|VIVA|VOI|AA|DPA|dpa|"
    r"EFE|ANSA|UPI|PTI|IANS|RIA|IRNA|Anadolu)\b"
)
_CLOSING = re.compile(r"$|[\s\"“”‘'(\[]*[\dA-ZÀ-ÖØ-Þ]")
# First halves of two-word city names, for openings that have no dash to end the place.
_FIRST_HALF = (
    r"(?:New|San|Los|Las|Kuala|Tel|Hong|Den|Abu|Addis|Phnom|Buenos|Rio|Banda|Bandar|Tanjung|Nusa|Port|Mexico|Cape|"
    r"Ho|Sao|São|El|La|Washington(?= DC| D\.C))"
)

_TWO_WORDS = re.compile(rf"{_FIRST_HALF} ")
_CITY_STATES = frozenset("SG KW LU MC PA GT DJ SM VA HK MO".split())

_AGENCY = re.compile(
    rf"(?:(?P<place>{_PLACES})(?:{_DATE})?,?\s*)?"
    rf"[(\[](?P<outlet>[{_UP}][\w.&/ -]{{1,40}}|dpa)[)\]]\s*(?:{_DASH}|:\s)"
)
_PLACE_SITE = re.compile(rf"(?P<place>{_PLACES}),\s*(?P<outlet>{_SITE})(?:{_DATE})?{_DASH}")
_SITE_PLACE = re.compile(
    rf"(?P<outlet>{_SITE}|[{_UP}]{{3,15}})\s?,\s*(?P<place>{_PLACES})(?:{_DATE})?(?:{_DASH}|:\s)"
)
_SITE_ONLY_PLACE = re.compile(rf"(?P<outlet>{_SITE}),\s+(?P<place>(?:{_FIRST_HALF} )?{_WORD})\s+(?=[\"“{_UP}])")
_SITE_ALONE = re.compile(rf"(?P<outlet>{_SITE}){_DASH}")
_PLACE_ALONE = re.compile(rf"(?P<place>{_PLACES})(?:{_DATE})?(?P<dash>{_DASH})")
_ORDER = (_AGENCY, _PLACE_SITE, _SITE_PLACE, _SITE_ALONE, _SITE_ONLY_PLACE, _PLACE_ALONE)


@dataclass(frozen=True, slots=True)
class Opening:
    """A wire opening at the start of a line: its length in code points, and the outlet it names, if any."""

    length: int
    outlet: str | None


def wire_opening(line: str) -> Opening | None:
    """The wire opening that ``line`` starts with, or None."""
    head = line[:LONGEST_OPENING]
    for pattern in _ORDER:
        match = pattern.match(head)
        if match and _CLOSING.match(line, match.end()):
            opening = _judged(pattern, match)
            if opening is not None:
                return opening
    return None


def is_site_name(line: str) -> bool:
    """True for an outlet's name in the form of an address: "Example.com", "CONTOH.CO.ID"."""
    return re.fullmatch(_SITE, line) is not None


def _judged(pattern: re.Pattern[str], match: re.Match[str]) -> Opening | None:
    if pattern is not _PLACE_ALONE:
        outlet = match["outlet"]
        known = HOUSE_WORD.search(outlet) is not None
        if pattern is _AGENCY and not known and (match["place"] is None or len(outlet) < SHORTEST_UNKNOWN):
            return None
        if pattern is _SITE_PLACE and not known and "." not in outlet:
            return None
        return Opening(match.end(), outlet)
    return _place_or_house(match)


def _place_or_house(match: re.Match[str]) -> Opening | None:
    """An opening of capitalised words and a dash: the more it may be something else, the more is asked of it."""
    parts = [part.strip() for part in re.split(r"[,/]", match["place"])]
    house = next((part for part in parts if HOUSE_WORD.search(part)), None)
    if house is not None:
        return Opening(match.end(), house)
    if any(char.isdigit() for char in match["place"]) or (len(parts) == 1 and parts[0] in _country_names()):
        return None
    shouted = parts[0].isupper() and len(parts[0]) >= 3
    plain_hyphen = match["dash"].strip() == "-"
    longest = max(len(part.split()) for part in parts)
    allowed = 1 if plain_hyphen and len(parts) == 1 and not _TWO_WORDS.match(parts[0]) else 3
    return Opening(match.end(), None) if shouted or longest <= allowed else None


@cache
def _country_names() -> frozenset[str]:
    """Countries in both languages: datelines name cities ("Russia - Ukraine talks" opens no report)."""
    names = {
        name for code in ("en", "id") for key, name in Locale(code).territories.items() if key not in _CITY_STATES
    }
    return frozenset(names | {name.upper() for name in names})
