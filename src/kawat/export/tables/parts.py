"""Columns that several tables have: actors, places, what an act is, where an article is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kawat.export.tables.columns import Column, Kind
from kawat.kinds import ActorKind, Counted, Granularity, Salience, Status
from kawat.ontology import load_ontology, quad, score
from kawat.records import Article, Quantity, Span

STATUSES = tuple(status.value for status in Status)
SALIENCES = tuple(salience.value for salience in Salience)
PRECISIONS = tuple(one.value for one in Granularity)
COUNTED = tuple(one.value for one in Counted)
KINDS = tuple(kind.value for kind in ActorKind)
TYPES = tuple(one.name for one in load_ontology().types)
PLACE_PRECISIONS = ("point", "admin", "region", "country")

ACTOR = (
    Column("name", Kind.TEXT, "name in English, or the words where nobody known is meant", lambda a: a.name, True),
    Column("id", Kind.ID, "what Kawat knows the actor by; null of an actor it does not know", lambda a: a.id),
    Column("name_id", Kind.TEXT, "name in Indonesian", lambda a: a.name_id),
    Column("country", Kind.CODE, "ISO 3166 alpha-3, or PLOVER's code (IGO, NGO, EUR)", lambda a: a.country),
    Column("sector", Kind.CODE, "PLOVER sector: GOV, MIL, REB and so on", lambda a: a.sector),
    Column("kind", Kind.CODE, "what kind of actor", lambda a: a.kind.value, True, KINDS),
)
"""Of an `Actor`."""

FIGURE = (
    Column("what", Kind.CODE, "what is counted", lambda q: q.what.value, True, COUNTED),
    Column("unit", Kind.TEXT, "the counted noun as said", lambda q: q.unit, True),
    Column("value", Kind.NUMBER, "the number, where one is told", lambda q: q.value),
    Column("min", Kind.NUMBER, "the least ('more than 100')", lambda q: q.min),
    Column("max", Kind.NUMBER, "the most ('up to 100')", lambda q: q.max),
    Column("approximate", Kind.FLAG, "true for a rounded number ('about 200')", lambda q: q.approximate, True),
)
"""Of a `Quantity`."""


def within(columns: Sequence[Column], reach: Callable[[Any], Any], prefix: str = "") -> tuple[Column, ...]:
    """The columns, of a part of a thing; null where it has no such part."""
    return tuple(
        replace(column, name=f"{prefix}{column.name}", of=_reaching(column.of, reach), always=False)
        for column in columns
    )


def _reaching(of: Callable[[Any], Any], reach: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def value(thing: Any) -> Any:
        part = reach(thing)
        return None if part is None else of(part)

    return value


def act(what: Callable[[Any], tuple[str, str | None]]) -> tuple[Column, ...]:
    """Type and mode, with what PLOVER says of these."""
    return (
        Column("type", Kind.CODE, "PLOVER type", lambda t: what(t)[0], True, TYPES),
        Column("mode", Kind.CODE, "PLOVER mode of that type", lambda t: what(t)[1]),
        Column(
            "quad",
            Kind.COUNT,
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
            lambda t: quad(what(t)[0]),
            True,
        ),
        Column(
            "score", Kind.NUMBER, "PLOVER's intensity of type and mode, -10 to 10", lambda t: _score(*what(t)), True
        ),
    )


def _score(event_type: str, mode: str | None) -> float:
    """Of a mode that is none of this type as of the type."""
    known = {one.name for one in load_ontology().type(event_type).modes}
    return score(event_type, mode if mode in known else None)


def place(reach: Callable[[Any], Any]) -> tuple[Column, ...]:
    """Where it was."""
    columns = (
        Column("name", Kind.TEXT, "where it was", lambda p: p.name),
        Column("country", Kind.CODE, "country of the place, ISO 3166 alpha-3", lambda p: p.country),
        Column(
            "latitude",
            Kind.NUMBER,
            "degrees north, WGS 84; null where only a country is told",
            lambda p: p.latitude,
        ),
        Column("longitude", Kind.NUMBER, "degrees east, WGS 84", lambda p: p.longitude),
        Column(
            "precision", Kind.CODE, "how exactly the place is known", lambda p: p.precision, False, PLACE_PRECISIONS
        ),
    )
    return within(columns, reach, "place_")


def days(reach: Callable[[Any], tuple[date, date] | None]) -> tuple[Column, ...]:
    """When it was."""
    return (
        Column("day", Kind.DAY, "the first day of it; null where nobody tells", lambda t: (reach(t) or (None,))[0]),
        Column("last_day", Kind.DAY, "the last day of it", lambda t: (reach(t) or (None,))[-1]),
    )


def article_of(reach: Callable[[Any], Article]) -> tuple[Column, ...]:
    """Where something stands."""
    columns = (
        Column("article_id", Kind.ID, "the article it stands in", lambda a: a.id),
        Column("outlet", Kind.CODE, "name of the outlet", lambda a: a.outlet),
        Column("url", Kind.TEXT, "address of the article", lambda a: a.url),
        Column("language", Kind.CODE, "language of the article: id, en", lambda a: a.language),
        Column("published_day", Kind.DAY, "day of publication where it was published", lambda a: a.published_day),
    )
    return tuple(replace(one, always=one.name in ("article_id", "language")) for one in within(columns, reach))


def words(
    name: str, says: str, span: Callable[[Any], Span | None], text: Callable[[Any], str]
) -> tuple[Column, ...]:
    """The words of a span, and where they stand in the text of the article (code points, end exclusive)."""
    return (
        Column(name, Kind.TEXT, says, lambda t: None if (at := span(t)) is None else at.of(text(t))),
        Column(
            f"{name}_start",
            Kind.COUNT,
            "where these words begin in `text` of the article",
            lambda t: _start(span(t)),
        ),
        Column(f"{name}_end", Kind.COUNT, "where they end, exclusive", lambda t: _end(span(t))),
    )


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end


def moment_utc(value: datetime | date | None) -> datetime | None:
    """A moment in UTC, to the second; None where only a day, or no offset, is known."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return value.astimezone(UTC).replace(microsecond=0)


def number(quantity: Quantity) -> tuple[float, float] | None:
    """The lowest and the highest number that stand in a figure; None where there is none."""
    told = [one for one in (quantity.value, quantity.min, quantity.max) if one is not None]
    return (min(told), max(told)) if told else None
