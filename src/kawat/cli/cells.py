"""Values of records as short text for people, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from kawat.cli.face import Face, short
from kawat.ontology import load_ontology
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
    Voice,
    day_of,
)
from kawat.views.event import event_days, is_mutual, status_of
from kawat.views.sentence import best_what, named_actors
from kawat.views.values import FieldName, Told, What, When
from kawat.views.versions import Field, Standing, Value, Versions, versions_of

WITHIN_PLACE = 3  # values shown side by side in one cell; the others are counted
WITHIN_VOICES = 2
WITHIN_NAMES = 3


def type_label(face: Face, report_type: str, mode: str | None = None) -> str:
    """ "Consult: call", "Berunding: telepon"."""
    known = next((one for one in load_ontology().types if one.name == report_type), None)
    if known is None:
        return report_type if mode is None else f"{report_type}: {mode}"
    label = known.label_id if face.lang == "id" else known.label_en
    modes = {one.name: one.label_id if face.lang == "id" else one.label_en for one in known.modes}
    return label if mode is None else f"{label}: {modes.get(mode, mode)}"


def moment(value: datetime | date | None) -> str:
    """A day, or a day with its hour and offset; "" for None."""
    if isinstance(value, datetime):
        zone = value.strftime("%z")
        offset = f" {zone[:3]}:{zone[3:5]}" if zone else ""
        return f"{value:%Y-%m-%d %H:%M}{offset}"
    return value.isoformat() if value else ""


def when(face: Face, time: Time | None, text: str) -> str:
    """The day or days of an event; what was said where that gives no day."""
    if time is None or (time.start is None and time.end is None):
        return f"“{time.said.of(text)}”" if time and time.said else face.absent("not_said")
    start, end = day_of(time.start), day_of(time.end)
    if start == end or (start and end and time.granularity in (Granularity.MONTH, Granularity.YEAR)):
        return _rounded(start or end, time.granularity)
    return f"{start or '…'} – {end or '…'}"


def actor(face: Face, one: Actor) -> str:
    """Name and country: "Vladimir Putin (RUS)"; the country is left out where the name is its name."""
    name = (one.name_id or one.name) if face.lang == "id" else one.name
    return f"{name} ({one.country})" if one.country and one.country != one.id else name


def actors(face: Face, several: Iterable[Actor]) -> str:
    return ", ".join(dict.fromkeys(actor(face, one) for one in several))


def sides(face: Face, report: Report) -> str:
    """Who did it, and to whom."""
    who = actors(face, report.actors)
    whom = actors(face, report.recipients)
    if report.symmetric and len(report.actors) == 2 and not whom:
        return " ↔ ".join(sorted(actor(face, one) for one in report.actors))
    return f"{who or face.say('nobody')} → {whom}" if whom else who or face.absent("nobody")


def place(face: Face, one: Place | None) -> str:
    if one is None:
        return face.absent("not_said")
    return f"{one.name} ({one.country})" if one.country else one.name


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


def voices(face: Face, several: Iterable[Voice]) -> str:
    """Who says so, outermost first; the outlet itself when nobody else does."""
    return " > ".join(actor(face, voice.actor) for voice in several) or face.say("outlet_itself")


def status(face: Face, report: Report) -> str:
    """The status, with the salience where it is not the main thing."""
    told = face.say(report.status.value)
    return told if report.salience.value == "main" else f"{told}, {face.say(report.salience.value)}"


def title(face: Face, article: Article) -> str:
    return article.title or face.say("untitled")


def source(face: Face, article: Article) -> str:
    """Who tells it: the outlet; else what tells the article from others."""
    return article.outlet or article.url or short(face, article.id)


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


def beside(values: Iterable[str], most: int = WITHIN_PLACE) -> str:
    """Different values side by side, the most frequent first, all over ``most`` counted."""
    counted: dict[str, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    ordered = sorted(counted, key=lambda value: -counted[value])
    more = f" +{len(ordered) - most}" if len(ordered) > most else ""
    return " | ".join(ordered[:most]) + more


def _rounded(day: date | None, granularity: Granularity) -> str:
    told = day.isoformat() if day else ""
    return told[: {Granularity.MONTH: 7, Granularity.YEAR: 4}.get(granularity, 10)]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
