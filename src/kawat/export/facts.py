"""An event as formats tell it that have one value for each field: what most sources tell, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kawat.records import Actor, Article, Counted, Event, Granularity, Place, Quantity, Salience, Status, Telling
from kawat.views.actors import actor_key, folded
from kawat.views.event import (
    Days,
    best_report,
    event_days,
    is_mutual,
    publication_order,
    salience_of,
    status_of,
)
from kawat.views.exactness import exactness, is_vague
from kawat.views.pairs import Pair, pairs_of
from kawat.views.sentence import best_what, named_actors, sentence_of
from kawat.views.values import FieldName
from kawat.views.versions import Standing, Versions, versions_of

EXACT_PLACES = frozenset({"point", "admin"})
"""How exact a place has to be for its coordinates to be those of what happened there."""


@dataclass(frozen=True, slots=True)
class Facts:
    """An event with the values that most sources tell; of actors that differ all of them (see docs/events.md).

    ``days``: None where nobody tells any; ``precision``: how exactly they are told; ``who``: all sides where
    ``mutual``; ``pairs``: who and whom as reports set them against one another, what both do alike once;
    ``articles``: each once, by publication; ``best``: the telling that shows the event best.
    """

    event: Event
    versions: Versions
    mode: str | None
    status: Status
    salience: Salience
    days: Days | None
    precision: Granularity
    mutual: bool
    who: tuple[Actor, ...]
    whom: tuple[Actor, ...]
    pairs: tuple[Pair, ...]
    place: Place | None
    contexts: tuple[str, ...]
    articles: tuple[Article, ...]
    best: Telling

    @property
    def exact_days(self) -> Days | None:
        """The days, unless they are only a month, a week or more."""
        return None if self.days is None or is_vague(self.days, self.precision) else self.days

    def sentence(self, lang: str) -> str:
        return sentence_of(self.event, self.versions)[lang]


def facts_of(event: Event) -> Facts:
    """Pure; the same for the same event."""
    versions = versions_of(event)
    days = event_days(event)
    where = versions.field(FieldName.WHERE)
    place = where.values[0].told if where is not None else None
    in_order = sorted(event.tellings, key=publication_order)
    return Facts(
        event=event,
        versions=versions,
        mode=best_what(versions).mode,
        status=status_of(event),
        salience=salience_of(event),
        days=days,
        precision=exactness(event.tellings, days),
        mutual=is_mutual(event),
        who=named_actors(versions, FieldName.WHO),
        whom=named_actors(versions, FieldName.WHOM),
        pairs=tuple(one for one in pairs_of(event) if not one.reversed),
        place=place if isinstance(place, Place) else None,
        contexts=tuple(sorted({context for t in event.tellings for context in t.report.contexts})),
        articles=tuple({t.article.id: t.article for t in in_order}.values()),
        best=best_report(event),
    )


def parties_of(facts: Facts) -> dict[str, Actor]:
    """All who take part, by `actor_id`: those that the fields name, and those that only a pair does."""
    paired = (one for pair in facts.pairs for one in (pair.actor, pair.recipient) if one is not None)
    found: dict[str, Actor] = {}
    for one in (*facts.who, *facts.whom, *paired):
        found.setdefault(actor_id(one, facts.event), one)
    return found


def point_of(place: Place | None) -> tuple[float, float] | None:
    """Latitude and longitude (degrees, WGS 84) where the place is one that has them; None of a sea or a country."""
    if place is None or place.latitude is None or place.longitude is None or place.precision not in EXACT_PLACES:
        return None
    on_earth = abs(place.latitude) <= 90 and abs(place.longitude) <= 180
    return (place.latitude, place.longitude) if on_earth else None


def actor_id(actor: Actor, event: Event) -> str:
    """What tells actors of many events apart: the id, else country and name.

    Somebody of whom only a word is known ("officials") is another one in every event.
    """
    if actor.id is None and actor.country is None:
        return f"{event.id}:{folded(actor.name)}"
    return actor_key(actor)


def figure_of(facts: Facts, counted: Counted) -> Quantity | None:
    """The figure for what is counted, where sources do not differ on it; never a bound."""
    own = [f for f in facts.versions.fields if f.name is FieldName.FIGURES and f.counted is counted]
    if len(own) != 1 or own[0].standing not in (Standing.SINGLE, Standing.AGREED):
        return None
    exact = [v.told for v in own[0].values if isinstance(v.told, Quantity) and v.told.value is not None]
    return exact[0] if len(own[0].values) == len(exact) == 1 else None


def first_published_of(facts: Facts) -> date | None:
    return min((day for one in facts.articles if (day := one.published_day) is not None), default=None)


def sources_in(articles: tuple[Article, ...]) -> tuple[str, ...]:
    """The outlets by name, in order of publication, each once."""
    return tuple(dict.fromkeys(one.outlet for one in articles if one.outlet))


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web and has nothing in it that no address has; else None."""
    if url is None or not url.isascii() or not url.isprintable() or any(c in ' "<>\\^`{|}' for c in url):
        return None
    scheme, parted, rest = url.partition("://")
    host = rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return url if parted and host and scheme.lower() in ("http", "https") else None


def addresses_in(articles: tuple[Article, ...]) -> list[str]:
    """The web addresses, in order of publication, each once."""
    return list(dict.fromkeys(url for one in articles if (url := web_address(one.url)) is not None))
