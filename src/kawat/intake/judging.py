"""Reports as editors left them: rejected ones out, corrected values in, every correction with who made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kawat.errors import InputError, UsageError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.merge.clusters import Pair, pair
from kawat.ontology import check_mode, event_type
from kawat.records import (
    Actor,
    ActorKind,
    Granularity,
    Place,
    Report,
    Salience,
    Span,
    Status,
    Telling,
    Time,
)
from kawat.store.judgements import Judgement, Kind, Words, reports_at

Triggers = Mapping[str, Sequence[tuple[int, int, str]]]
NONE = "none"
LIST = ";"


def as_judged(tellings: Iterable[Telling], judgements: Sequence[Judgement]) -> list[Telling]:
    """The tellings without those that an editor rejected, with the values that editors set."""
    own = [one for one in judgements if one.kind in (Kind.REJECT, Kind.SET)]
    told = list(tellings)
    triggers: dict[str, list[tuple[int, int, str]]] = {}
    for telling in told:
        trigger = telling.report.trigger
        triggers.setdefault(telling.article.id, []).append((trigger.start, trigger.end, telling.report.id))
    by_report: dict[str, list[Judgement]] = {}
    for one in own:
        found = next(reports_at(one.words, triggers.get(one.words.article_id, ())), None)
        if found is not None:
            by_report.setdefault(found, []).append(one)
    kept: list[Telling] = []
    for telling in told:
        said = by_report.get(telling.report.id, ())
        if not any(one.kind is Kind.REJECT for one in said):
            kept.append(_with_values(telling, said))
    return kept


def judged_pairs(judgements: Iterable[Judgement], triggers: Triggers) -> dict[Pair, bool]:
    """What editors said of pairs of reports that are there: True one event, False two. The latest answer counts."""
    found: dict[Pair, bool] = {}
    for one in sorted(judgements, key=lambda judged: (judged.at, judged.id)):
        if one.other is None or one.kind not in (Kind.LINK, Kind.UNLINK):
            continue
        first = next(reports_at(one.words, triggers.get(one.words.article_id, ())), None)
        others = reports_at(one.other, triggers.get(one.other.article_id, ()))
        second = next((other for other in others if other != first), None)
        if first is not None and second is not None:
            found[pair(first, second)] = one.kind is Kind.LINK
    return found


def words_of(telling: Telling) -> Words:
    """The words that a judgement about this report is tied to."""
    return Words(telling.article.id, telling.report.trigger)


def _with_values(telling: Telling, judgements: Iterable[Judgement]) -> Telling:
    report = telling.report
    for one in judgements:
        report = with_value(report, one.field or "", one.value or "", one.editor)
    return telling if report is telling.report else Telling(telling.article, report)


def with_value(report: Report, field: str, value: str, editor: str) -> Report:
    """The report with ``field`` as an editor has it.

    Fields: type, mode, status, salience, when (a day, DAY/DAY, or none), where (NAME or NAME, CODE), who, whom
    (names parted by semicolons, or none). Raises `UsageError` for an unknown field or value.
    """
    if field not in FIELDS:
        raise UsageError(f"there is no field {field!r} to set; there are: {', '.join(FIELDS)}")
    return FIELDS[field](report, value.strip(), f"editor {editor}")


def _type(report: Report, value: str, by: str) -> Report:
    del by
    mode = report.mode if value.upper() == report.type else None
    return replace(report, type=event_type(value.upper()).name, mode=mode)


def _mode(report: Report, value: str, by: str) -> Report:
    del by
    mode = None if value == NONE else value
    check_mode(report.type, mode)
    return replace(report, mode=mode)


def _status(report: Report, value: str, by: str) -> Report:
    del by
    return replace(report, status=Status(_one_of("status", value, [one.value for one in Status])))


def _salience(report: Report, value: str, by: str) -> Report:
    del by
    return replace(report, salience=Salience(_one_of("salience", value, [one.value for one in Salience])))


def _when(report: Report, value: str, by: str) -> Report:
    if value == NONE:
        return replace(report, time=None)
    first, _, last = value.partition("/")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise UsageError(f"{value!r} is no day; write 2025-08-14, 2025-08-14/2025-08-16, or none") from None
    said = report.time.said if report.time else None
    kind = Granularity.DAY if start == end else Granularity.RANGE
    return replace(report, time=Time(start, end, kind, said, by))


def _where(report: Report, value: str, by: str) -> Report:
    del by
    if value == NONE:
        return replace(report, place=None)
    name, _, country = (part.strip() for part in value.partition(","))
    entries = [one for one in load_knowledge().look_up(name) if country in ("", one.country)]
    mention = report.place.mention if report.place else report.trigger
    entry = entries[0] if entries else None
    if entry is None:
        return replace(report, place=Place(name, country or None, mention))
    exact = load_knowledge().precision(entry) if entry.kind is EntryKind.PLACE else None
    return replace(
        report, place=Place(entry.name_en, entry.country, mention, entry.latitude, entry.longitude, exact)
    )


def _who(report: Report, value: str, by: str) -> Report:
    return replace(report, actors=_actors(value, report.trigger, by))


def _whom(report: Report, value: str, by: str) -> Report:
    return replace(report, recipients=_actors(value, report.trigger, by))


def _actors(value: str, mention: Span, by: str) -> tuple[Actor, ...]:
    names = () if value == NONE else tuple(name.strip() for name in value.split(LIST) if name.strip())
    return tuple(_actor(name, mention, by) for name in names)


_KINDS = {EntryKind.COUNTRY: ActorKind.STATE, EntryKind.PERSON: ActorKind.PERSON, EntryKind.GROUP: ActorKind.GROUP}


def _actor(name: str, mention: Span, by: str) -> Actor:
    entry = next(iter(load_knowledge().look_up(name)), None)
    if entry is None:
        return Actor(name, ActorKind.UNKNOWN, mention, resolved_by=by)
    kind = _KINDS.get(entry.kind, ActorKind.ORGANISATION)
    return Actor(
        entry.name_en,
        kind,
        mention,
        id=entry.id,
        name_id=entry.name_id,
        country=entry.country,
        sector=entry.sector,
        resolved_by=by,
    )


def _one_of(what: str, value: str, known: list[str]) -> str:
    if value not in known:
        raise UsageError(f"there is no {what} {value!r}; it is one of: {', '.join(known)}")
    return value


FIELDS: dict[str, Callable[[Report, str, str], Report]] = {
    "type": _type,
    "mode": _mode,
    "status": _status,
    "salience": _salience,
    "when": _when,
    "where": _where,
    "who": _who,
    "whom": _whom,
}


def parsed(values: Mapping[str, object]) -> Judgement:
    """A judgement from its JSON values, as `kawat judgements --json` prints them. Raises `InputError`."""
    try:
        return Judgement(
            Kind(str(values["kind"])),
            _words(values["words"]),
            str(values["editor"]),
            str(values["at"]),
            _words(values["other"]) if values.get("other") else None,
            _text(values.get("field")),
            _text(values.get("value")),
            _text(values.get("note")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"this line is no judgement ({error}); give lines of `kawat judgements --json`") from error


def _words(value: object) -> Words:
    if not isinstance(value, Mapping):
        raise TypeError("words must be an object")
    span = value["span"]
    return Words(str(value["article_id"]), Span(int(span["start"]), int(span["end"])))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
