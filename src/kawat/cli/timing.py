"""`kawat timeline`: what one party did, or two did with one another, period by period."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kawat.cli import options as opt
from kawat.cli.face import NARROW, SHORT, Column, Face, console, out, short, show
from kawat.errors import UsageError
from kawat.export.safe import clean, csv_cell, json_line

if TYPE_CHECKING:
    from kawat.records import Event
    from kawat.views.timeline import Entry, Party, Period, Tally, Timeline

LARGEST = 3  # periods whose events are shown unasked
MOST = 8  # events shown of each of them
BAR, WIDE_BAR = 9, 20  # how long a bar is at most, on a narrow and on a wide screen

PartyName = Annotated[
    str, typer.Argument(metavar="A", help="A country or an actor: RUS, Russia, Moskow, Prabowo, Hamas.")
]
OtherName = Annotated[str | None, typer.Argument(metavar="[B]", help="The other one: what both take part in.")]
Length = Annotated[str, typer.Option("--by", metavar="PERIOD", help="day, week, month or year.")]
History = Annotated[bool, typer.Option("--background", help="Also what is told only as history.")]
AllEvents = Annotated[bool, typer.Option("--events", help="Every event, not only those of the largest periods.")]


def timeline(  # noqa: PLR0913, PLR0917 - these are the options themselves
    party: PartyName,
    other: OtherName = None,
    by: Length = "month",
    since: opt.Since = None,
    until: opt.Until = None,
    background: History = False,
    every_event: AllEvents = False,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Cooperation and conflict of A, or between A and B, by period.

    With --events, --json and --csv give events, too: in each period, or as the rows.

    \b
    Examples:
      kawat timeline CHN PHL --by week
      kawat timeline Moskow Kyiv --since 2022-01-01 --csv
      kawat timeline Prabowo --events
    """
    from kawat.export.period_json import entry_json, period_json
    from kawat.intake.parties import party_called
    from kawat.views import timeline as view

    face = Face(lang, as_json, as_csv)
    if by.lower() not in [one.value for one in view.By]:
        raise UsageError(f"there is no period {by!r}; it is one of: {', '.join(view.By)}")
    if since is not None and until is not None and since > until:
        raise UsageError(f"since {since} is after until {until}; exchange the two")
    length = view.By(by.lower())
    named = [party_called(name, lang) for name in (party, other) if name is not None]
    second = named[1] if len(named) > 1 else None
    made = view.timeline(_events(db, named, since, until), named[0], second, length, since, until)
    periods = [period for period in made.periods if background or len(period.entries) > period.background]
    if as_json:
        for period in _with_undated(periods, made):
            out(json_line(period_json(period, entry_json if every_event else None)))
    elif as_csv and every_event:
        entries = (entry for period in _with_undated(periods, made) for entry in period.entries)
        _write_csv(_EVENT_CSV, map(entry_json, entries))
    elif as_csv:
        _write_csv(_PERIOD_CSV, map(period_json, _with_undated(periods, made)))
    else:
        who = " – ".join(one.name for one in named)
        title = face.say("timeline_of", who=who, by=face.say(f"by_{length.value}"))
        _show(face, title, made, periods, background, every_event)


def _events(db: str, parties: list[Party], since: date | None, until: date | None) -> list[Event]:
    from kawat.intake.parties import events_of
    from kawat.store import open_store

    with open_store(db, read_only=True) as store:
        return list(events_of(store, parties, since, until))


# --- for people ------------------------------------------------------------------------------------------


def _show(
    face: Face, title: str, made: Timeline, periods: list[Period], background: bool, every_event: bool
) -> None:
    undated = [made.undated] if made.undated.entries else []
    if not periods and not undated:
        out(face.say("nothing"))
        return
    out(clean(title))
    out(face.say("timeline_legend"))
    out("")
    scale = max((abs(tally.score) for one in periods for tally in (one.cooperation(), one.conflict())), default=0.0)
    bar = BAR if console().width < NARROW else WIDE_BAR
    columns = (
        Column("period", width=10),
        Column("conflict", width=12, right=True),
        Column("bars", width=2 * bar + 1),
        Column("cooperation", width=12),
        Column("besides", 10),
    )
    rows = [*_with_gaps(periods), *undated]
    show(face, columns, rows, lambda one: _cells(face, one, scale, bar, background), _unasked)
    history = sum(period.background for period in (*made.periods, made.undated))
    if history and not background:
        out("")
        out(face.say("timeline_history", count=history))
    _show_events(face, [*periods, *undated] if every_event else _largest(periods), background, every_event)


def _unasked(_: object) -> dict[str, Any]:
    """Tables have no JSON."""
    return {}


def _cells(face: Face, period: Period | None, scale: float, bar: int, background: bool) -> tuple[str, ...]:
    if period is None:
        return "…", "", "", "", ""
    conflict, cooperation = period.conflict(), period.cooperation()
    return (
        period.label or face.say("undated"),
        _tally(conflict),
        bars(conflict.score, cooperation.score, scale, bar) if period.days else "",
        _tally(cooperation),
        _besides(face, period, background),
    )


def bars(conflict: float, cooperation: float, scale: float, length: int) -> str:
    """Conflict to the left of a line, cooperation to the right; ``length`` characters stand for ``scale``."""
    left, right = (_halves(score, scale, length) for score in (-conflict, cooperation))
    to_left, to_right = "▐" * (left % 2) + "█" * (left // 2), "█" * (right // 2) + "▌" * (right % 2)
    return f"{to_left.rjust(length)}│{to_right.ljust(length)}"


def _halves(score: float, scale: float, length: int) -> int:
    """How many half characters; at least one for anything at all."""
    return max(1, round(2 * length * score / scale)) if score > 0 else 0


def _tally(tally: Tally) -> str:
    return f"{_signed(tally.score)} ({tally.events})" if tally.events else ""


def _signed(score: float) -> str:
    return f"{score:+.1f}" if score else "0.0"


def _besides(face: Face, period: Period, background: bool) -> str:
    """What is told and not counted: how many planned, possible, denied, done jointly, and history."""
    from kawat.records import Status

    counted = {
        face.say(status.value): period.told(status) for status in (Status.PLANNED, Status.POSSIBLE, Status.DENIED)
    }
    counted[face.say("joint")] = period.joint
    told = [f"{name} {count}" for name, count in counted.items() if count]
    if background and period.background:
        sums = [text for tally in (period.conflict(True), period.cooperation(True)) if (text := _tally(tally))]
        told.append(f"{face.say('background')} {', '.join(sums) or period.background}")
    return ", ".join(told)


def _with_gaps(periods: list[Period]) -> list[Period | None]:
    """The periods, None where others lie between of which nothing is told."""
    shown: list[Period | None] = []
    for period in periods:
        before = shown[-1] if shown else None
        if before and before.days and period.days and before.days[1] + timedelta(days=1) < period.days[0]:
            shown.append(None)
        shown.append(period)
    return shown


def _largest(periods: list[Period]) -> list[Period]:
    """Those in which most happened, by time."""
    weighty = sorted((one for one in periods if one.weight), key=lambda one: one.weight, reverse=True)[:LARGEST]
    return sorted(weighty, key=lambda one: one.label)


def _show_events(face: Face, periods: list[Period], background: bool, every_event: bool) -> None:
    from kawat.export.period_json import entry_json

    if not periods:
        return
    out("")
    names = ", ".join(period.label or face.say("undated") for period in periods)
    out(face.say("all_events") if every_event else face.say("some_events", periods=names))
    out("")
    columns = (
        Column("id", width=SHORT),
        Column("when", width=10),
        Column("score", width=5, right=True),
        Column("what", 5),
        Column("who_whom", 8),
        Column("happened_as", width=12),
        Column("sources", 5),
    )
    entries: list[Entry] = []
    left_out = 0
    for period in periods:
        chosen = [entry for entry in period.entries if background or not entry.background]
        if not every_event:
            happened = sorted((e for e in chosen if e.counts), key=lambda e: -abs(e.score))
            left_out += len(happened) - len(happened[:MOST])
            chosen = [entry for entry in chosen if entry in happened[:MOST]]
        entries += chosen
    show(face, columns, entries, lambda entry: _event_cells(face, entry), entry_json)
    if left_out:
        out(face.say("more_events", count=left_out))


def _event_cells(face: Face, entry: Entry) -> tuple[str, ...]:
    from kawat.cli import cells
    from kawat.export.words import days_text
    from kawat.views.event import best_report, outlets_of
    from kawat.views.timeline import Part

    event = entry.event
    assert event is not None
    telling = best_report(event)
    marks = [face.say(entry.status.value)]
    if entry.part is Part.JOINT:
        marks.append(face.say("joint"))
    if entry.background:
        marks.append(face.say("background"))
    outlets = outlets_of(event)
    return (
        short(face, event.id),
        days_text(entry.days) if entry.days else face.absent("not_said"),
        _signed(entry.score) if entry.counts else "",
        cells.type_label(face, event.type, entry.mode),
        cells.sides(face, telling.report),
        ", ".join(marks),
        cells.source(face, telling.article) if len(outlets) == 1 else face.say("n_outlets", count=len(outlets)),
    )


# --- for programs ----------------------------------------------------------------------------------------

_PERIOD_CSV = (
    "period first_day last_day cooperation_events cooperation_score conflict_events conflict_score planned "
    "possible denied joint background background_cooperation_events background_cooperation_score "
    "background_conflict_events background_conflict_score"
).split()
_EVENT_CSV = (
    "id day last_day precision type mode quad score status part background counted who whom outlets".split()
)


def _with_undated(periods: Iterable[Period], made: Timeline) -> list[Period]:
    return [*periods, made.undated] if made.undated.entries else list(periods)


def _write_csv(keys: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Rows under a head. Sums stay numbers, also those below zero; texts begin no formula."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(keys)
    for row in rows:
        writer.writerow([_csv_value(row[key]) for key in keys])


def _csv_value(value: Any) -> str | float | None:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        value = "; ".join(value)
    return csv_cell(value) if isinstance(value, str) else value
