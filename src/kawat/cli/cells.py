"""Values of records as short text for people, in the language of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from kawat.cli.face import Face, short
from kawat.export.words import actor, actors, beside, place, sides, source, type_label, voices, when
from kawat.records import (
    Actor,
    Article,
    Event,
    Granularity,
    Place,
    Quantity,
    Report,
    Status,
    Telling,
    Time,
)
from kawat.views.event import event_days, is_mutual, status_of
from kawat.views.sentence import best_what, named_actors
from kawat.views.values import FieldName, Told, What, When
from kawat.views.versions import Field, Standing, Value, Versions, versions_of

__all__ = [
    "actor",
    "actors",
    "beside",
    "event_cells",
    "event_sides",
    "moment",
    "place",
    "quantity",
    "report_cells",
    "sides",
    "source",
    "status",
    "title",
    "told",
    "told_by",
    "type_label",
    "voices",
    "when",
]

WITHIN_VOICES = 2
WITHIN_NAMES = 3


def moment(value: datetime | date | None) -> str:
    """A day, or a day with its hour and offset; "" for None."""
    if isinstance(value, datetime):
        zone = value.strftime("%z")
        offset = f" {zone[:3]}:{zone[3:5]}" if zone else ""
        return f"{value:%Y-%m-%d %H:%M}{offset}"
    return value.isoformat() if value else ""


def quantity(face: Face, one: Quantity) -> str:
    """ "12 people", "at least 12 people", "10 – 12 people"."""
    bounded = one.value is None and (one.min is None) is not (one.max is None)
    about = f"{face.say('approximately')} " if one.approximate and not bounded else ""
    if one.value is not None:
        told = _number(one.value)
    elif one.min is not None and one.max is not None:
        told = f"{_number(one.min)} – {_number(one.max)}"
    elif one.min is not None:
        told = f"{face.say('at_least')} {_number(one.min)}"
    else:
        told = f"{face.say('at_most')} {_number(one.max)}" if one.max is not None else ""
    return f"{about}{told} {one.unit}".strip()


def status(face: Face, report: Report) -> str:
    """The status, with the salience where it is not the main thing."""
    told = face.say(report.status.value)
    return told if report.salience.value == "main" else f"{told}, {face.say(report.salience.value)}"


def title(face: Face, article: Article) -> str:
    return article.title or face.say("untitled")


def event_cells(face: Face, event: Event) -> tuple[str, ...]:
    """Id, when, where, what, status, who and whom, according to, told by; values side by side where they differ."""
    versions = versions_of(event)
    what = best_what(versions)
    return (
        short(face, event.id),
        _event_days(face, event, versions),
        _event_place(face, versions),
        type_label(face, what.type, what.mode),
        _event_status(face, event, versions),
        event_sides(face, versions),
        beside((voices(face, t.report.attribution) for t in event.tellings), WITHIN_VOICES),
        told_by(face, versions),
    )


def event_sides(face: Face, versions: Versions) -> str:
    """Who and whom, one name for each actor; where reports differ, a bar between the names."""
    who, whom = (_names_of(face, versions, name) for name in (FieldName.WHO, FieldName.WHOM))
    if is_mutual(versions.event) and len(who) == 2:
        return " ↔ ".join(sorted(who))
    acting = _few(versions, FieldName.WHO, who) or (face.say("nobody") if whom else face.absent("nobody"))
    return f"{acting} → {_few(versions, FieldName.WHOM, whom)}" if whom else acting


def _names_of(face: Face, versions: Versions, name: FieldName) -> list[str]:
    """Names with their countries; one name of several countries ("both leaders") once with all of them."""
    named: dict[str, list[Actor]] = {}
    for one in named_actors(versions, name):
        named.setdefault(one.name, []).append(one)
    told = []
    for several in named.values():
        countries = "/".join(sorted({one.country for one in several if one.country}))
        told.append(actor(face, replace(several[0], country=countries) if len(several) > 1 else several[0]))
    return told


def told_by(face: Face, versions: Versions) -> str:
    """The only source by name, or how many independent ones; copies apart."""
    known = versions.corroboration
    named = known.outlets[0] if known.independent == 1 else face.say("n_sources", count=known.independent)
    more = "copy_more" if known.copies == 1 else "copies_more"
    return f"{named} {face.say(more, count=known.copies)}" if known.copies else named


def told(face: Face, value: Told) -> str:
    """A value of any field of an event."""
    match value:
        case What():
            return type_label(face, value.type, value.mode)
        case Status():
            return face.say(value.value)
        case When():
            return when(face, Time(value.first, value.last, value.granularity), "")
        case Place():
            return place(face, value)
        case Actor():
            return actor(face, value)
        case Quantity():
            return quantity(face, value)


def _event_days(face: Face, event: Event, versions: Versions) -> str:
    field, days = versions.field(FieldName.WHEN), event_days(event)
    if days is None or field is None:
        open_ended = field.values[0].told if field else None
        said = next((t for t in event.tellings if t.report.time and t.report.time.said), None)
        if open_ended is not None or said is None:
            return face.absent("not_said") if open_ended is None else told(face, open_ended)
        return when(face, said.report.time, said.article.text)
    if field.standing in (Standing.DIFFERS, Standing.CONTRADICTED):
        return beside(told(face, value.told) for value in field.values)
    own = [v.told for v in field.values if isinstance(v.told, When) and (v.told.first, v.told.last) == days]
    return told(face, own[0]) if own else told(face, When(*days, Granularity.DAY))


def _event_place(face: Face, versions: Versions) -> str:
    field = versions.field(FieldName.WHERE)
    if field is None:
        return ""
    return beside(told(face, value.told) for value in _where_they_differ(field))


def _event_status(face: Face, event: Event, versions: Versions) -> str:
    field = versions.field(FieldName.STATUS)
    own = face.say(status_of(event).value)
    if field is None or field.standing is not Standing.CONTRADICTED:
        return own
    return beside([own, *(told(face, value.told) for value in field.contradicted)])


def _where_they_differ(field: Field) -> Sequence[Value]:
    return field.values if field.standing is Standing.DIFFERS else field.values[:1]


def _few(versions: Versions, name: FieldName, names: Sequence[str]) -> str:
    field = versions.field(name)
    differs = field is not None and field.standing is Standing.DIFFERS
    more = f" +{len(names) - WITHIN_NAMES}" if len(names) > WITHIN_NAMES else ""
    return (" | " if differs else ", ").join(names[:WITHIN_NAMES]) + more


def report_cells(face: Face, telling: Telling) -> tuple[str, ...]:
    """Id, when, what, status, weight, who and whom, according to, words, outlet."""
    report, article = telling.report, telling.article
    return (
        short(face, report.id),
        when(face, report.time, article.text),
        type_label(face, report.type, report.mode),
        face.say(report.status.value),
        face.say(report.salience.value),
        sides(face, report),
        voices(face, report.attribution),
        report.trigger.of(article.text),
        article.outlet or "",
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
