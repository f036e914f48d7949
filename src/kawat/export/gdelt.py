"""Events and their reports in the columns of GDELT 2.0: two files without a head, tab-separated.

Nothing in them is GDELT's but the columns: docs/formats.md says column by column what Kawat puts there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path

from kawat.export.cameo import cameo_code, cameo_country, cameo_types
from kawat.export.codes import codes_of
from kawat.export.facts import Facts, facts_of, point_of, web_address
from kawat.export.folding import Coded, coded
from kawat.export.material import Material
from kawat.export.tsv import number, text, tsv_file
from kawat.records import Actor, Article, Event, Salience, Span, Telling
from kawat.views.event import Days, publication_order

_PARTY = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _PARTY),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{which}Geo_{name}" for which in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
EVENTS_FILE, MENTIONS_FILE = "events.export.CSV", "events.mentions.CSV"
WEB, CITATION = "1", "2"
ID_DIGITS = 13  # of the event's id: with more a number would not fit a double, which many readers make of it


def write(material: Material, out: Path) -> None:
    """Write both files into the folder ``out``, row by row."""
    with tsv_file(out / EVENTS_FILE) as events, tsv_file(out / MENTIONS_FILE) as mentions:
        for event in material.events():
            facts = facts_of(event)
            act = coded(facts)
            if act is not None:
                events.writerow(event_row(facts, act))
                mentions.writerows(mention_rows(facts))


def event_row(facts: Facts, act: Coded) -> tuple[str, ...]:
    """The row of an event, in the order of `EVENTS`."""
    pair = facts.pairs[0]
    first = facts.articles[0]
    return (
        number_of(facts.event),
        *_dates(facts, act),
        *_party(pair.actor),
        *_party(pair.recipient),
        *_what(facts, act),
        *("" for _ in range(2 * len(_GEO))),
        *_place(facts, act),
        _moment(_first_moment(facts)),
        address_of(first),
    )


def number_of(event: Event) -> str:
    """The id as a whole number; in hexadecimal, with 13 digits, it is the beginning of the id after "evt-"."""
    digits = event.id.rpartition("-")[2][:ID_DIGITS]
    return str(int(digits, 16))


def address_of(article: Article) -> str:
    """Where the article is found: its web address, else its id in the store."""
    return web_address(article.url) or article.id


def _dates(facts: Facts, act: Coded) -> tuple[str, str, str, str]:
    """Day, month, year and fraction of the year, each only where it is told: not of what is only promised."""
    days, exact = facts.days, facts.exact_days
    if days is None or act.to_come:
        return "", "", "", ""
    first = days[0]
    year = f"{first:%Y}" if first.year == days[1].year else ""
    month = f"{first:%Y%m}" if (first.year, first.month) == (days[1].year, days[1].month) else ""
    if exact is None:
        return "", month, year, ""
    return f"{first:%Y%m%d}", f"{first:%Y%m}", f"{first:%Y}", f"{_fraction(exact):.4f}"


def _fraction(days: Days) -> float:
    """As GDELT counts it: months of thirty days in a year of 365."""
    first = days[0]
    return first.year + min(0.9999, ((first.month - 1) * 30 + first.day) / 365)


def _party(actor: Actor | None) -> tuple[str, ...]:
    if actor is None:
        return ("",) * len(_PARTY)
    country, types = cameo_country(actor), cameo_types(actor)
    group = "UNO" if actor.country == "UNO" else ""
    cells = [*types, "", "", ""][:3]
    return ("".join((country, *types)), text(actor.name), country, group, "", "", "", *cells)


def _what(facts: Facts, act: Coded) -> tuple[str, ...]:
    pair = facts.pairs[0]
    acting = (pair.actor, pair.recipient) if pair.symmetric else (pair.actor,)
    code = cameo_code(act.type, act.mode, tuple(one for one in acting if one is not None))
    root = facts.salience is Salience.MAIN
    outlets = {one.outlet or one.id for one in facts.articles}
    return (
        "1" if root else "0",
        code,
        code[:3],
        code[:2],
        str(act.quad),
        number(act.score),
        str(len(facts.event.tellings)),
        str(len(outlets)),
        str(len(facts.articles)),
        "",
    )


def _place(facts: Facts, act: Coded) -> tuple[str, ...]:
    place = facts.place
    if place is None or act.to_come:
        return ("",) * len(_GEO)
    american = place.country == "USA"
    kinds = {"country": "1", "admin": "2" if american else "5", "point": "3" if american else "4"}
    kind = kinds.get(place.precision or "", "")
    point = point_of(place)
    latitude, longitude = (number(point[0]), number(point[1])) if point else ("", "")
    return (kind, text(place.name), codes_of(place.country).fips or "", "", "", latitude, longitude, "")


# --- reports as mentions ---------------------------------------------------------------------------------


def mention_rows(facts: Facts) -> Iterator[tuple[str, ...]]:
    """A row for each report of an event, by publication, in the order of `MENTIONS`."""
    added = _moment(_first_moment(facts))
    for telling in sorted(facts.event.tellings, key=publication_order):
        yield _mention(facts, telling, added)


def _mention(facts: Facts, telling: Telling, added: str) -> tuple[str, ...]:
    report, article = telling.report, telling.article
    others = (*report.actors[1:2], *report.recipients) if report.symmetric else report.recipients
    first, second = next(iter(report.actors), None), next(iter(others), None)
    return (
        number_of(facts.event),
        added,
        _moment(article.published),
        WEB if web_address(article.url) else CITATION,
        text(article.outlet),
        address_of(article),
        str(_sentence_number(telling)),
        _offset(first.mention if first else None),
        _offset(second.mention if second else None),
        _offset(report.trigger),
        "1",
        str(round(report.confidence * 100)),
        str(len(article.text)),
        "",
        "",
        text(f"event={facts.event.id};report={report.id};article={article.id};language={article.language}"),
    )


def _sentence_number(telling: Telling) -> int:
    """Which sentence of the article it is, from 1, the title too."""
    return max(1, bisect_right(_sentence_starts(telling.article), telling.report.trigger.start))


@lru_cache(maxsize=256)
def _sentence_starts(article: Article) -> tuple[int, ...]:
    from kawat.language.sentences import sentences_of

    return tuple(one.span.start for one in sentences_of(article))


def _offset(span: Span | None) -> str:
    return "-1" if span is None else str(span.start)


def _first_moment(facts: Facts) -> date | datetime | None:
    """When the first article that has a date was published."""
    return next((one.published for one in facts.articles if one.published is not None), None)


def _moment(value: date | datetime | None) -> str:
    """YYYYMMDDHHMMSS in UTC; at midnight where only the day is known."""
    if value is None:
        return ""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return f"{value.astimezone(UTC) if value.tzinfo else value:%Y%m%d%H%M%S}"
