"""Plans as an iCalendar file (RFC 5545): the same bytes for the same plans, no clock in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kawat import __version__
from kawat.export import words
from kawat.export.material import Material
from kawat.export.safe import clean
from kawat.export.words import Face, Tongue
from kawat.records import Event, Place, Status, Telling
from kawat.views import calendar
from kawat.views.calendar import Outcome, Plan
from kawat.views.event import days_of, sources_of
from kawat.views.exactness import is_vague
from kawat.views.planned import announcement

if TYPE_CHECKING:
    import icalendar

    from kawat.views.event import Days

SEVERAL = 2


def write(material: Material, out: Path) -> None:
    """Write the plans that have a day to the file ``out``; events that nobody planned are left out."""
    out.write_bytes(to_ical(plans_of(material), Tongue(material.lang)).encode("utf-8"))


def plans_of(material: Material) -> tuple[Plan, ...]:
    """The plans as they stood on the last day of publication: no clock decides what is overdue."""
    planned: list[Event] = []
    today = date.min
    for event in material.events():
        today = max([today, *(day for t in event.tellings if (day := t.article.published_day) is not None)])
        if any(telling.report.status is Status.PLANNED for telling in event.tellings):
            planned.append(event)
    return calendar.calendar(planned, today)


def to_ical(plans: Iterable[Plan], face: Face) -> str:
    """The plans that have a day, each as an event over whole days. Lines end in CR LF."""
    import icalendar

    whole = icalendar.Calendar()
    whole.add("prodid", f"-//Kawat//Kawat {__version__}//{face.lang.upper()}")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    for plan in plans:
        if plan.days is not None:
            whole.add_component(_event(face, plan, plan.days))
    return str(whole.to_ical(), "utf-8")


def _event(face: Face, plan: Plan, days: Days) -> icalendar.Event:
    import icalendar

    made = icalendar.Event()
    made.add("uid", f"{plan.event.id}@kawat")
    made.add("dtstamp", _stamp(plan, days))
    made.add("dtstart", days[0])
    if days[1] < date.max:
        made.add("dtend", days[1] + timedelta(days=1))
    made.add("summary", clean(summary(face, plan)))
    made.add("description", clean(description(face, plan), keep_lines=True))
    made.add("status", status(plan))
    made.add("sequence", len(plan.moves))
    made.add("transp", "TRANSPARENT")
    made.add("categories", [clean(one) for one in _categories(plan)])
    _add_place(face, made, plan)
    made.add("x-kawat-precision", plan.precision.value)
    made.add("x-kawat-outcome", plan.outcome.value)
    return made


def status(plan: Plan) -> str:
    """CANCELLED; CONFIRMED where several independent sources give one exact time; else TENTATIVE."""
    if plan.outcome is Outcome.CANCELLED:
        return "CANCELLED"
    vouching = plan.announced
    if plan.outcome is Outcome.OCCURRED:
        vouching = (*vouching, *plan.said_by)
    elif plan.planned is not None:
        vouching = tuple(t for t in vouching if days_of(t.report.time) == plan.planned)
    exact = plan.days is not None and not is_vague(plan.days, plan.precision)
    return "CONFIRMED" if exact and len(sources_of(vouching)) >= SEVERAL else "TENTATIVE"


def _stamp(plan: Plan, days: Days) -> datetime:
    """The latest publication; where no article has a date, the day itself."""
    moments = [_moment(t.article.published) for t in plan.event.tellings if t.article.published is not None]
    return max(moments, default=_moment(days[0]))


def _moment(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), UTC)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def summary(face: Face, plan: Plan) -> str:
    """What is planned, by whom; where nobody is named, in the words that announce it."""
    telling = announcement(plan)
    report = telling.report
    named = bool(report.actors or report.recipients)
    about = words.sides(face, report) if named else f"“{report.trigger.of(telling.article.text)}”"
    return f"{words.type_label(face, report.type, report.mode)}: {about}"


def description(face: Face, plan: Plan) -> str:
    """What became of it, then everything that was said, by day of publication."""
    return "\n".join([words.became(face, plan), *(_said(face, t) for step in plan.steps for t in step.tellings)])


def _said(face: Face, telling: Telling) -> str:
    report, article = telling.report, telling.article
    who = f"{article.published_day or ''} {words.told_source(face, telling)}".strip()
    how = face.say(report.status.value)
    if days_of(report.time) is not None:
        how = f"{how}, {words.when(face, report.time, article.text)}"
    link = f"\n{article.url}" if article.url and article.outlet else ""
    return f"{who} ({how}): “{' '.join(report.sentence.of(article.text).split())}”{link}"


def _categories(plan: Plan) -> list[str]:
    """Type, contexts and the countries that take part."""
    reports = [telling.report for telling in plan.announced]
    contexts = sorted({context for report in reports for context in report.contexts})
    actors = [actor for report in reports for actor in report.sides]
    return [plan.event.type, *contexts, *sorted({actor.country for actor in actors if actor.country})]


def _add_place(face: Face, made: icalendar.Event, plan: Plan) -> None:
    places = [t.report.place for t in (announcement(plan), *plan.announced) if t.report.place is not None]
    if not places:
        return
    mapped: list[Place] = [p for p in places if p.latitude is not None and p.longitude is not None]
    place = (mapped or places)[0]
    made.add("location", clean(words.place(face, place)))
    if place.latitude is not None and place.longitude is not None:
        made.add("geo", (place.latitude, place.longitude))
