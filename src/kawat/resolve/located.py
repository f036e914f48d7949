"""Where a place name is: which of the places of one name, by what stands beside it and what an article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import EntryKind
from kawat.knowledge.gazetteer import City, find_cities
from kawat.knowledge.words import key_of
from kawat.records import Article, Mention, MentionKind, Place
from kawat.resolve.wording import Wording

_KINDS = re.compile(
    r"^(?:the )?(?:(?:south|north|east|west)(?:ern)?|central|coastal|port|border|capital|old|holy|historic)?\s*"
    r"(?:city|town|village|province|district|region|state|port|capital|municipality|governorate|prefecture|county"
    r"|department|suburb|oblast|island|ibu kota|kota|kotamadya|kabupaten|provinsi|desa|distrik|kecamatan"
    r"|wilayah|pulau|kawasan|daerah|pelabuhan|negara bagian|bandara|pangkalan)\s+(?:of\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:city|town|village|province|district|region|state|county|governorate|prefecture|oblast|airport|island|port"
    r"|municipality|area|provinces)$",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"^(?:the )?(?:south|north|east|west|central|south-?east|south-?west|north-?east|north-?west)(?:ern)?\s+", re.I
)
_NEXT = re.compile(r",? (?:in |di |the |provinsi |negara bagian )*|, ")
DWARFED = 20  # times as many people: who means the Lima of Ohio says so
AHEAD = 40  # characters after a name in which its state may stand: "Paris, Texas"
LARGE, HUGE = 50_000, 1_000_000
"""People of a place that its name alone means; the second where English is spoken, or a text is of elsewhere."""
HOME = 4  # mentions of one country, in a text that is of it
ALIKE = 0.5  # how like the names of one place are: Wina and Vienna
CLEARLY = 4
"""A name alone is the largest place of it when that has so many people, and so many times those of the next."""


@dataclass(frozen=True, slots=True)
class About:
    """What an article names: how often its mentions of each name point to each country."""

    article: Article
    knowledge: Knowledge
    named: Mapping[tuple[str, str], int]

    def countries(self, name: str) -> Counter[str]:
        """How often each country is pointed to by other names."""
        counts: Counter[str] = Counter()
        for (other, country), times in self.named.items():
            if other != name:
                counts[country] += times
        return counts


def located(article: Article, knowledge: Knowledge, words: Mapping[Mention, Wording]) -> dict[Mention, Place]:
    """Where the places of an article are, of those that the dictionaries do not know or take for another's."""
    asked = {m: one for m, one in words.items() if m.kind in _PLACED and not _is_country(m)}
    named = Counter((one.name, country) for one in words.values() for country in one.countries)
    about = About(article, knowledge, named)
    found = {mention: locate(mention, wording, about) for mention, wording in asked.items()}
    return {mention: place for mention, place in found.items() if place is not None}


def _is_country(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.startswith("country:")


def locate(mention: Mention, wording: Wording, about: About) -> Place | None:
    """The place of the gazetteer that a mention names; None where none or several fit, or the known one stands."""
    name = plain_name(wording.name)
    if not name[:1].isupper():
        return None
    if any(one.kind is EntryKind.PLACE and one.country is None for one in about.knowledge.look_up(name)):
        return None  # Africa, the Pacific: in no country, whatever town is called so
    head, _, state = name.partition(", ")
    countries = about.countries(wording.name)
    found = [one for one in find_cities(name) or find_cities(head) if _is_called(one, head)]
    beside = _beside(mention, state, about)
    fit = [one for one in found if one.country in beside or (one.admin and one.admin in beside)]
    if not fit and wording.country is not None:
        fit = [] if countries[wording.country] else _named(found, countries)
        return _place(fit, mention) if fit else None
    of_a_home = max(countries.values(), default=0) >= HOME
    alone = [] if _is_province(mention, wording.name, about.article.text) else _large(found, head, of_a_home)
    fit = fit or _named(found, countries) or alone
    return _place(fit, mention) if fit else None


def _is_called(city: City, name: str) -> bool:
    """Whether a place goes by a name today: in English-speaking countries none has another in another language."""
    if city.country not in _ENGLISH:
        return True
    return bool(set(key_of(city.name).split()) & set(key_of(name).split()))


_ENGLISH = frozenset({"USA", "GBR", "IRL", "CAN", "AUS", "NZL"})


def _is_province(mention: Mention, name: str, text: str) -> bool:
    """Whether a name is said to be of a province or the like: no town of that name elsewhere in the world is."""
    start, end = mention.name_span.start, mention.name_span.end
    around = f"{text[max(0, start - AHEAD) : start]}{name} {text[end : end + AHEAD]}"
    return re.search(_PROVINCE.format(name=re.escape(plain_name(name))), around, re.IGNORECASE) is not None


_PROVINCE = (
    r"\b(?:province|region|governorate|oblast|county|district|state|provinsi|wilayah|distrik|kabupaten|bagian)"
    r" (?:of )?{name}\b|\b{name} (?:province|region|governorate|oblast|county|district|state)\b"
)


def _named(found: Sequence[City], countries: Mapping[str, int]) -> list[City]:
    """Those in the country that the article names most; a small town not for a large city of the same name."""
    most_people = max((one.population for one in found), default=0)
    found = [one for one in found if not 0 < one.population * DWARFED < most_people]
    most = max((countries.get(one.country, 0) for one in found), default=0)
    return [one for one in found if most and countries.get(one.country, 0) == most]


def _large(found: Sequence[City], name: str, of_a_home: bool) -> list[City]:
    """Those of one country, where its largest is large, and clearly larger than those of others.

    Not one whose own name is quite another: the Argyle that is a street of Mong Kok is hardly meant. ``of_a_home``:
    the article is of countries that have no such place, as far as the gazetteer knows; a small one it may have.
    """
    if not found:
        return []
    least = HUGE if of_a_home or found[0].country in _ENGLISH else LARGE
    if found[0].population < least or SequenceMatcher(None, key_of(found[0].name), key_of(name)).ratio() < ALIKE:
        return []
    others = [one for one in found if one.country != found[0].country]
    clear = not others or found[0].population >= CLEARLY * others[0].population
    return [one for one in found if one.country == found[0].country] if clear else []


def _place(fit: Sequence[City], mention: Mention) -> Place:
    """The largest of the places that fit; where others of its country are as large, only the country is told."""
    first, others = fit[0], [one for one in fit[1:] if one.country == fit[0].country]
    if any(CLEARLY * one.population > first.population for one in others if one.admin != first.admin):
        return Place(first.name, first.country, mention.span, precision="country")
    return Place(first.name, first.country, mention.span, first.latitude, first.longitude, first.precision)


def plain_name(wording: str) -> str:
    """A place's name without what kind of place it is: "the southern city of Gwangju" is Gwangju."""
    name = _AFTER.sub("", _KINDS.sub("", wording.strip()))
    return _KINDS.sub("", _SIDES.sub("", name)).strip()


def _beside(mention: Mention, state: str, about: About) -> frozenset[str]:
    """Countries and US states or provinces that stand right after a name, or after the comma inside it."""
    after = about.article.text[mention.span.end : mention.span.end + AHEAD]
    begin = _NEXT.match(after)
    told = state or (after[begin.end() :] if begin else "")
    found = about.knowledge.find(told, about.article.language) if told else []
    first = found[0] if found and found[0].span.start == 0 else None
    country = first.entries[0].country if first and first.entries[0].kind in _LANDS else None
    return frozenset(one for one in (_first_words(told), country) if one)


_PLACED = frozenset({MentionKind.PLACE, MentionKind.STATE})
_LANDS = frozenset({EntryKind.COUNTRY, EntryKind.PLACE})


def _first_words(text: str) -> str:
    """The capitalised words that a text begins with."""
    found = re.match(r"[A-Z]\w*(?: [A-Z]\w*)*", text)
    return found.group() if found else ""
