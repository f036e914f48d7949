"""`kawat calendar`: what is announced, and what became of it."""

from __future__ import annotations

import sys
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import SHORT, Column, Face, err, short, show
from kawat.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kawat.records import Telling
    from kawat.views.calendar import Plan

LONGEST_WORDS = 160

Today = Annotated[
    date | None,
    typer.Option("--today", metavar="DAY", parser=opt.day, help="Which days have passed; today's date else."),
]
First = Annotated[
    date | None, typer.Option("--from", metavar="DAY", parser=opt.day, help="Planned for this day or a later one.")
]
Last = Annotated[
    date | None, typer.Option("--to", metavar="DAY", parser=opt.day, help="Planned for this day or an earlier one.")
]
Overdue = Annotated[
    bool, typer.Option("--overdue", help="Only what has passed without a word on what became of it.")
]
AsIcs = Annotated[bool, typer.Option("--ics", help="An iCalendar file for a calendar program.")]


def calendar(  # noqa: PLR0913, PLR0917 - these are the options themselves
    first: First = None,
    last: Last = None,
    actor: opt.Actor = None,
    country: opt.Country = None,
    with_country: opt.WithCountry = None,
    event_type: opt.Type = None,
    overdue: Overdue = False,
    today: Today = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    as_ics: AsIcs = False,
    lang: opt.Lang = "en",
) -> None:
    """What is announced: for when, by whom, and what became of it.

    By day; what was announced without a day stands at the end. The filters choose
    events that have a report of the plan that fits.

    \b
    Examples:
      kawat calendar --from 2025-08-14 --country IDN
      kawat calendar --overdue
      kawat calendar --ics > plans.ics
    """
    from kawat.intake import events
    from kawat.intake.asking import country_called
    from kawat.records import Status
    from kawat.store import ReportFilter, open_store
    from kawat.views import calendar as view
    from kawat.views.planned import plan_json

    face = Face(lang, as_json, as_csv)
    if as_ics and (as_json or as_csv):
        raise UsageError("--ics goes with neither --json nor --csv; give one of them")
    if first is not None and last is not None and first > last:
        raise UsageError(f"from {first} is after to {last}; exchange the two")
    filters = ReportFilter(
        actor=actor,
        country=country_called(country),
        other_country=country_called(with_country),
        type=event_type and event_type.upper(),
        status=Status.PLANNED.value,
    )
    with open_store(db, read_only=True) as store:
        plans = view.calendar(events(store, filters), today or date.today(), first, last, overdue)
    if as_ics:
        _ics(face, plans)
    elif as_csv:
        show(face, tuple(Column(key) for key in _CSV), plans, _csv_cells, plan_json)
    else:
        show(face, _COLUMNS, plans, lambda plan: _cells(face, plan), plan_json)


_COLUMNS = (
    Column("id", width=SHORT),
    Column("when", width=13),
    Column("place", 4, under=True),
    Column("became", 6),
    Column("what", 5),
    Column("who_whom", 8, under=True),
    Column("announced", 6),
    Column("words", 9, under=True),
)
_CSV = (
    "id day last_day precision outcome planned_day planned_last_day moved_from type who whom place "
    "announced_on outlets voices words"
).split()


def _ics(face: Face, plans: tuple[Plan, ...]) -> None:
    from kawat.export.ical import to_ical

    dated = [plan for plan in plans if plan.days is not None]
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")  # lines of iCalendar end in CR LF on every system
    sys.stdout.write(to_ical(dated, face))
    if len(dated) < len(plans):
        err(face.say("not_in_ics", count=len(plans) - len(dated)))


def _cells(face: Face, plan: Plan) -> tuple[str, ...]:
    from kawat.cli import cells
    from kawat.export.words import became
    from kawat.views.planned import announcement

    telling = announcement(plan)
    report, article = telling.report, telling.article
    place = next((t.report.place for t in (telling, *plan.announced) if t.report.place), None)
    return (
        short(face, plan.event.id),
        when(face, plan),
        cells.place(face, place) if place else "",
        became(face, plan),
        cells.type_label(face, report.type, report.mode),
        cells.sides(face, report),
        cells.beside(_dated_source(face, told) for told in _newest_first(plan.announced)),
        f"“{shorten(report.sentence.of(article.text), LONGEST_WORDS, placeholder=' …')}”",
    )


def when(face: Face, plan: Plan) -> str:
    """The days as exactly as they are told; of a plan without any what was said instead."""
    from kawat.export.words import days_text

    if plan.days is not None:
        return days_text(plan.days)
    said = [t.report.time.said.of(t.article.text) for t in plan.announced if t.report.time and t.report.time.said]
    return f"“{said[-1]}”" if said else face.absent("no_day")


def _dated_source(face: Face, telling: Telling) -> str:
    from kawat.export.words import told_source

    told, day = told_source(face, telling), telling.article.published_day
    return f"{told}, {day}" if day else told


def _newest_first(tellings: Iterable[Telling]) -> list[Telling]:
    return sorted(tellings, key=lambda told: told.article.published_day or date.min, reverse=True)


# --- for programs ----------------------------------------------------------------------------------------


def _csv_cells(plan: Plan) -> tuple[str, ...]:
    from kawat.views.planned import announcement

    telling = announcement(plan)
    report = telling.report
    days = [str(day) if day else "" for day in (*(plan.days or ("", "")), *(plan.planned or ("", "")))]
    place = next((t.report.place.name for t in plan.announced if t.report.place), "")
    published = sorted(t.article.published_day for t in plan.announced if t.article.published_day)
    voices = [" > ".join(v.actor.name for v in t.report.attribution) for t in plan.announced]
    return (
        plan.event.id,
        *days[:2],
        plan.precision.value,
        plan.outcome.value,
        *days[2:],
        "; ".join(f"{move.before[0]}" for move in plan.moves),
        plan.event.type,
        _joined(actor.name for actor in report.actors),
        _joined(actor.name for actor in report.recipients),
        place,
        str(published[0]) if published else "",
        _joined(t.article.outlet or t.article.id for t in plan.announced),
        _joined(voice for voice in voices if voice),
        report.sentence.of(telling.article.text),
    )


def _joined(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))
