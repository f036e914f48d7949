"""Values of records as short text for people, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kawat.cli.face import Face, short
from kawat.ontology import load_ontology
from kawat.records import Actor, Article, Event, Granularity, Place, Quantity, Report, Telling, Time, Voice
from kawat.views.event import days_of

WITHIN_PLACE = 3  # values shown side by side in one cell; the others are counted


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
    start, end = _day(time.start), _day(time.end)
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
    """Id, when, where, what, status, who and whom, according to, told by: every version's values side by side."""
    reports = [telling.report for telling in event.tellings]
    days = [when(face, t.report.time, t.article.text) for t in event.tellings if days_of(t.report.time)]
    sources = list(dict.fromkeys(source(face, telling.article) for telling in event.tellings))
    return (
        short(face, event.id),
        beside(days or (when(face, t.report.time, t.article.text) for t in event.tellings)),
        beside(place(face, r.place) for r in reports if r.place),
        beside(type_label(face, r.type, r.mode) for r in reports),
        beside(face.say(r.status.value) for r in reports),
        beside(sides(face, r) for r in reports),
        beside(voices(face, r.attribution) for r in reports),
        sources[0] if len(sources) == 1 else face.say("n_outlets", count=len(sources)),
    )


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


def beside(values: Iterable[str]) -> str:
    """Different values side by side, the most frequent first, the rest counted."""
    counted: dict[str, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    ordered = sorted(counted, key=lambda value: -counted[value])
    more = f" +{len(ordered) - WITHIN_PLACE}" if len(ordered) > WITHIN_PLACE else ""
    return " | ".join(ordered[:WITHIN_PLACE]) + more


def _day(value: datetime | date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def _rounded(day: date | None, granularity: Granularity) -> str:
    told = day.isoformat() if day else ""
    return told[: {Granularity.MONTH: 7, Granularity.YEAR: 4}.get(granularity, 10)]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
