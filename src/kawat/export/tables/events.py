"""The table `events`: one row for each event."""

from __future__ import annotations

from typing import Any

from kawat.export.tables.columns import Column, Kind, Source, Table
from kawat.export.tables.parts import (
    ACTOR,
    COUNTED,
    PRECISIONS,
    SALIENCES,
    STATUSES,
    act,
    days,
    number,
    place,
)
from kawat.export.tables.seen import Seen
from kawat.records import Counted, Quantity
from kawat.views.event import is_mutual, salience_of, status_of
from kawat.views.values import FieldName
from kawat.views.versions import Field, Standing

FIELDS = tuple(name.value for name in FieldName)
STANDINGS = tuple(one.value for one in Standing)


def _ends(field: Field) -> tuple[float | None, float | None]:
    told = [number(value.told) for value in field.values if isinstance(value.told, Quantity)]
    known = [one for one in told if one is not None]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else (None, None)


def _toll(seen: Seen, counted: Counted) -> tuple[float | None, float | None]:
    ends = (_ends(field) for field in seen.figures if field.counted is counted)
    return next(ends, (None, None))


def _contexts(seen: Seen) -> list[str]:
    return sorted({context for telling in seen.event.tellings for context in telling.report.contexts})


def _clashing(seen: Seen) -> list[str]:
    return list(dict.fromkeys(field.name.value for field in seen.versions.contradictions))


_FIGURE = (
    Column("what", Kind.CODE, "what is counted", lambda f: f.counted.value, True, COUNTED),
    Column(
        "unit", Kind.TEXT, "of people, money, weapons and other things the noun that is counted", lambda f: f.unit
    ),
    Column(
        "standing",
        Kind.CODE,
        "how the numbers told stand to one another",
        lambda f: f.standing.value,
        True,
        STANDINGS,
    ),
    Column("low", Kind.NUMBER, "the lowest number told", lambda f: _ends(f)[0]),
    Column("high", Kind.NUMBER, "the highest number told", lambda f: _ends(f)[1]),
)

COLUMNS = (
    Column("id", Kind.ID, "the event; stays the same when reports are added", lambda s: s.event.id, True),
    *act(lambda s: (s.event.type, s.what.mode)),
    Column("status", Kind.CODE, "how it stands", lambda s: status_of(s.event).value, True, STATUSES),
    Column(
        "salience",
        Kind.CODE,
        "the highest weight that an article gives it; background: history told again",
        lambda s: salience_of(s.event).value,
        True,
        SALIENCES,
    ),
    *days(lambda s: s.days),
    Column("precision", Kind.CODE, "how exactly the days are told", lambda s: s.precision.value, True, PRECISIONS),
    Column(
        "symmetric",
        Kind.FLAG,
        "true where sides act alike; all then stand in actors",
        lambda s: is_mutual(s.event),
        True,
    ),
    Column(
        "actors",
        Kind.PARTS,
        "who; where reports differ all that are told, see contradictions",
        lambda s: s.who,
        True,
        (),
        ACTOR,
    ),
    Column("recipients", Kind.PARTS, "to whom", lambda s: s.whom, True, (), ACTOR),
    *place(lambda s: s.place),
    Column("killed_low", Kind.NUMBER, "the lowest number of dead told", lambda s: _toll(s, Counted.KILLED)[0]),
    Column("killed_high", Kind.NUMBER, "the highest number of dead told", lambda s: _toll(s, Counted.KILLED)[1]),
    Column("injured_low", Kind.NUMBER, "the lowest number of injured told", lambda s: _toll(s, Counted.INJURED)[0]),
    Column(
        "injured_high", Kind.NUMBER, "the highest number of injured told", lambda s: _toll(s, Counted.INJURED)[1]
    ),
    Column("figures", Kind.PARTS, "all that is counted, each thing once", lambda s: s.figures, True, (), _FIGURE),
    Column("contexts", Kind.CODES, "PLOVER contexts that a report of it has", _contexts, True),
    Column(
        "contradictions",
        Kind.CODES,
        "fields in which independent voices contradict one another",
        _clashing,
        True,
        FIELDS,
    ),
    Column(
        "sources",
        Kind.COUNT,
        "how many sources tell it independently; copies count once",
        lambda s: s.versions.corroboration.independent,
        True,
    ),
    Column(
        "voices",
        Kind.COUNT,
        "how many voices that do not depend on one another",
        lambda s: s.versions.corroboration.voices,
        True,
    ),
    Column(
        "copies",
        Kind.COUNT,
        "articles that repeat a text counted already",
        lambda s: s.versions.corroboration.copies,
        True,
    ),
    Column(
        "reports", Kind.COUNT, "how many rows it has in the table reports", lambda s: len(s.event.tellings), True
    ),
    Column(
        "outlets",
        Kind.TEXTS,
        "who tells it, copies too, in order of publication",
        lambda s: s.versions.corroboration.outlets,
        True,
    ),
    Column(
        "languages",
        Kind.CODES,
        "languages of its articles",
        lambda s: sorted({t.article.language for t in s.event.tellings}),
        True,
    ),
    Column(
        "first_published", Kind.DAY, "day of the first article", lambda s: s.published[0] if s.published else None
    ),
    Column(
        "last_published", Kind.DAY, "day of the last article", lambda s: s.published[-1] if s.published else None
    ),
    Column("sentence_en", Kind.TEXT, "the event as a sentence, in English", lambda s: s.sentence["en"], True),
    Column("sentence_id", Kind.TEXT, "the event as a sentence, in Indonesian", lambda s: s.sentence["id"], True),
)


def _itself(seen: Any) -> tuple[Any]:
    return (seen,)


EVENTS = Table(
    "events", "one row for each event, as most sources tell it", Source.EVENTS, _itself, COLUMNS, ("id",)
)
