"""The table `reports`: one row for each article's telling of an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kawat.export.tables.columns import Column, Kind, Source, Table
from kawat.export.tables.parts import (
    ACTOR,
    FIGURE,
    PRECISIONS,
    SALIENCES,
    STATUSES,
    act,
    article_of,
    place,
    within,
    words,
)
from kawat.export.tables.seen import Seen, Told
from kawat.records import Actor, Report, Span, Voice, day_of


@dataclass(frozen=True, slots=True)
class Said:
    """An actor with the text that names it; of a voice also the words that say that it speaks."""

    actor: Actor
    text: str
    cue: Span | None = None


_SAID = tuple(
    replace(one, always=field.always) for one, field in zip(within(ACTOR, lambda s: s.actor), ACTOR, strict=True)
)
_MENTION = (
    *words("words", "the words that name it", lambda s: s.actor.mention, lambda s: s.text),
    Column(
        "resolved_by",
        Kind.TEXT,
        "by which rule these words were taken for this actor",
        lambda s: s.actor.resolved_by,
    ),
)
_CUE = (Column("cue", Kind.TEXT, "the words that say so: 'said', 'menurut'", lambda s: s.cue and s.cue.of(s.text)),)


def _day(report: Report, end: str) -> object:
    return None if report.time is None else day_of(getattr(report.time, end))


def _moment(report: Report, end: str) -> str | None:
    told = None if report.time is None else getattr(report.time, end)
    return None if told is None else str(told.isoformat())


def _when(told: Told) -> str | None:
    time = told.report.time
    return None if time is None or time.said is None else time.said.of(told.text)


def _mentioned(told: Told, actors: Iterable[Actor]) -> list[Said]:
    return [Said(actor, told.text) for actor in actors]


def _voices(told: Told, voices: Iterable[Voice]) -> list[Said]:
    return [Said(voice.actor, told.text, voice.cue) for voice in voices]


COLUMNS = (
    Column("id", Kind.ID, "the report", lambda t: t.report.id, True),
    Column("event_id", Kind.ID, "the event that it tells", lambda t: t.event_id, True),
    *article_of(lambda t: t.telling.article),
    Column(
        "copy_of",
        Kind.ID,
        "the same for all copies of one text; null where there are none",
        lambda t: t.telling.copy_of,
    ),
    *act(lambda t: (t.report.type, t.report.mode)),
    Column("contexts", Kind.CODES, "PLOVER contexts", lambda t: t.report.contexts, True),
    Column("status", Kind.CODE, "how this report tells it", lambda t: t.report.status.value, True, STATUSES),
    Column("salience", Kind.CODE, "its weight in the article", lambda t: t.report.salience.value, True, SALIENCES),
    Column("symmetric", Kind.FLAG, "true where the sides act alike", lambda t: t.report.symmetric, True),
    Column("day", Kind.DAY, "the first day told; null where open or not told", lambda t: _day(t.report, "start")),
    Column("last_day", Kind.DAY, "the last day told; null where open or not told", lambda t: _day(t.report, "end")),
    Column(
        "precision",
        Kind.CODE,
        "how exactly the time is told",
        lambda t: t.report.time and t.report.time.granularity.value,
        False,
        PRECISIONS,
    ),
    Column(
        "time_start",
        Kind.TEXT,
        "ISO 8601, with the hour and offset where these are told",
        lambda t: _moment(t.report, "start"),
    ),
    Column("time_end", Kind.TEXT, "ISO 8601, likewise", lambda t: _moment(t.report, "end")),
    Column("time_words", Kind.TEXT, "the words that tell the time", _when),
    Column("actors", Kind.PARTS, "who", lambda t: _mentioned(t, t.report.actors), True, (), (*_SAID, *_MENTION)),
    Column(
        "recipients",
        Kind.PARTS,
        "to whom",
        lambda t: _mentioned(t, t.report.recipients),
        True,
        (),
        (*_SAID, *_MENTION),
    ),
    *place(lambda t: t.report.place),
    Column("figures", Kind.PARTS, "what is counted", lambda t: t.report.quantities, True, (), FIGURE),
    Column(
        "voices",
        Kind.PARTS,
        "who is said to have said it, outermost first; empty: the outlet itself",
        lambda t: _voices(t, t.report.attribution),
        True,
        (),
        (*_SAID, *_MENTION, *_CUE),
    ),
    *words("words", "the words that tell what happened", lambda t: t.report.trigger, lambda t: t.text),
    *words("sentence", "the sentence that they stand in", lambda t: t.report.sentence, lambda t: t.text),
    Column(
        "confidence", Kind.NUMBER, "how sure the reader is, 0 to 1", lambda t: round(t.report.confidence, 4), True
    ),
)


def _of_event(seen: Seen) -> Iterable[Told]:
    return (Told(seen.event.id, telling) for telling in seen.event.tellings)


REPORTS = Table(
    "reports",
    "one row for each article's telling of an event, as editors left it",
    Source.EVENTS,
    _of_event,
    COLUMNS,
    ("id",),
    (("event_id", "events", "id"), ("article_id", "articles", "id")),
)
