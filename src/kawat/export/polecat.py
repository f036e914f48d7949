"""Events in the columns of POLECAT: tab-separated, a row for each event and pair of actor and recipient.

See docs/formats.md for what each column has and what is left empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kawat import __version__
from kawat.export.codes import codes_of
from kawat.export.facts import Facts, facts_of, point_of
from kawat.export.folding import Coded, coded
from kawat.export.material import Material
from kawat.export.tsv import listed, number, text, tsv_file
from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Event
from kawat.views.event import MUTUAL

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def write(material: Material, out: Path) -> None:
    """Write the events to the file ``out``, row by row."""
    with tsv_file(out) as file:
        file.writerow(COLUMNS)
        for event in material.events():
            file.writerows(rows_of(event))


def rows_of(event: Event) -> Iterator[tuple[str, ...]]:
    """The rows of an event, in the order of `COLUMNS`; none for what PLOVER has no code for (`coded`)."""
    facts = facts_of(event)
    act = coded(facts)
    if act is None:
        return
    before, after = _what(facts, act), (*_where(facts, act), *_story(facts))
    for actor, recipient in _sides(facts):
        yield (*before, *_party(facts, actor), *_party(facts, recipient), *after)


def _sides(facts: Facts) -> Iterator[tuple[Actor | None, Actor | None]]:
    """Who and whom of each pair; what both do to one another both ways round, what they do together once."""
    for pair in facts.pairs:
        yield pair.actor, pair.recipient
        if pair.symmetric and facts.event.type not in MUTUAL:
            yield pair.recipient, pair.actor


def _what(facts: Facts, act: Coded) -> tuple[str, ...]:
    days = None if act.to_come else facts.exact_days  # the day of what is promised is not that of the promise
    return (
        facts.event.id,
        days[0].isoformat() if days else "",
        act.type,
        act.mode or "",
        number(act.score),
        str(act.quad),
        listed(facts.contexts),
    )


def _party(facts: Facts, actor: Actor | None) -> tuple[str, ...]:
    """Name, country, COW number, primary sector, sectors, title, raw name, Wikipedia id."""
    if actor is None:
        return ("",) * 8
    codes, sector = codes_of(actor.country), text(actor.sector)
    raw = _wording(facts, actor)
    return (text(actor.name), codes.plover or "", codes.cow or "", sector, sector, "", text(raw), "")


def _wording(facts: Facts, actor: Actor) -> str:
    """The words that stand for the actor in the first text that has it as it is here."""
    for telling in facts.event.tellings:
        for told in telling.report.sides:
            if told.id == actor.id and (told.name, told.kind) == (actor.name, actor.kind):
                return told.mention.of(telling.article.text)
    return ""


def _where(facts: Facts, act: Coded) -> tuple[str, ...]:
    """Placename to feature type. Which city or province a point lies in is not known, only what it is."""
    place = facts.place
    if place is None or act.to_come:
        return ("",) * 10
    point = point_of(place)
    latitude, longitude = (number(point[0]), number(point[1])) if point else ("", "")
    province = text(place.name) if place.precision == "admin" else ""
    country = codes_of(place.country).plover or ""
    raw = next(
        (
            t.report.place.mention.of(t.article.text)
            for t in facts.event.tellings
            if t.report.place is not None and t.report.place.name == place.name
        ),
        "",
    )
    return (text(place.name), "", "", province, country, latitude, longitude, "", text(raw), "")


def _story(facts: Facts) -> tuple[str, ...]:
    """Source to version: the outlet of the first article, and who and where is told in all of them."""
    first = facts.articles[0]
    told = [one for t in facts.event.tellings for one in t.report.sides]
    people = [one.name for one in told if one.kind is ActorKind.PERSON]
    bodies = [one.name for one in told if one.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)]
    states = [one.name for one in told if one.kind is ActorKind.STATE and is_state(one.country)]
    places = [t.report.place.name for t in facts.event.tellings if t.report.place is not None]
    day = first.published_day
    return (
        text(first.outlet),
        day.isoformat() if day else "",
        listed(people),
        listed(bodies),
        listed([*places, *states]),
        text(first.language),
        f"kawat {__version__}",
    )
