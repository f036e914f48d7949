"""The values that editors can set of a report, and the report with such a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kawat.errors import NotFoundError, UsageError
from kawat.knowledge import Entry, EntryKind, load_knowledge
from kawat.ontology import check_mode, event_type
from kawat.records import Actor, ActorKind, Granularity, Place, Report, Salience, Span, Status, Time
from kawat.store.filters import one_of

NONE = "none"
LIST = ";"
_CODE = 3  # letters of a country's code


def with_value(report: Report, field: str, value: str, editor: str) -> Report:
    """The report with ``field`` as an editor has it.

    Fields: type, mode, status, salience, when (a day, DAY/DAY, or none), where (NAME or NAME, CODE, or none), who,
    whom (names parted by semicolons, or none). Raises `UsageError` for an unknown field or value.
    """
    if field not in FIELDS:
        raise UsageError(f"there is no field {field!r} to set; there are: {', '.join(FIELDS)}")
    told = value.strip()
    if not told:
        raise UsageError(f"{field} needs a value; `none` says that there is none")
    return FIELDS[field](report, told, f"editor {editor}")


def _type(report: Report, value: str, by: str) -> Report:
    del by
    name = event_type(value.upper()).name
    return replace(report, type=name, mode=report.mode if name == report.type else None)


def _mode(report: Report, value: str, by: str) -> Report:
    del by
    mode = None if _is_none(value) else value.lower()
    check_mode(report.type, mode)
    return replace(report, mode=mode)


def _status(report: Report, value: str, by: str) -> Report:
    del by
    return replace(report, status=Status(_one_of("status", value, [one.value for one in Status])))


def _salience(report: Report, value: str, by: str) -> Report:
    del by
    return replace(report, salience=Salience(_one_of("salience", value, [one.value for one in Salience])))


def _when(report: Report, value: str, by: str) -> Report:
    if _is_none(value):
        return replace(report, time=None)
    first, _, last = (part.strip() for part in value.partition("/"))
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise UsageError(f"{value!r} is no day; write 2025-08-14, 2025-08-14/2025-08-16, or none") from None
    if end < start:
        raise UsageError(f"{value!r} ends before it begins; write the earlier day first")
    said = report.time.said if report.time else None
    kind = Granularity.DAY if start == end else Granularity.RANGE
    return replace(report, time=Time(start, end, kind, said, by))


def _where(report: Report, value: str, by: str) -> Report:
    del by
    if _is_none(value):
        return replace(report, place=None)
    name, _, country = (part.strip() for part in value.partition(","))
    code = _country_code(country) if country else None
    if not name:
        raise UsageError(f"{value!r} names no place; write NAME or NAME, CODE")
    mention = report.place.mention if report.place else report.trigger
    known = [one for one in load_knowledge().look_up(name) if code in (None, one.country)]
    entry = next((one for one in known if one.kind in (EntryKind.PLACE, EntryKind.COUNTRY)), None)
    if entry is None:
        return replace(report, place=Place(name, code, mention))
    if entry.kind is EntryKind.COUNTRY:
        return replace(report, place=Place(entry.name_en, entry.country, mention, precision="country"))
    exact = load_knowledge().precision(entry)
    place = Place(entry.name_en, entry.country, mention, entry.latitude, entry.longitude, exact)
    return replace(report, place=place)


def _who(report: Report, value: str, by: str) -> Report:
    return replace(report, actors=_actors(value, report.trigger, by))


def _whom(report: Report, value: str, by: str) -> Report:
    return replace(report, recipients=_actors(value, report.trigger, by))


def _actors(value: str, mention: Span, by: str) -> tuple[Actor, ...]:
    names = [name.strip() for name in value.split(LIST) if name.strip()]
    if not names:
        raise UsageError(f"{value!r} names nobody; write names parted by semicolons, or none")
    if len(names) == 1 and _is_none(names[0]):
        return ()
    return tuple(_actor(name, mention, by) for name in names)


_KINDS = {EntryKind.COUNTRY: ActorKind.STATE, EntryKind.PERSON: ActorKind.PERSON, EntryKind.GROUP: ActorKind.GROUP}


def _actor(name: str, mention: Span, by: str) -> Actor:
    """Who is known by that name or country code; a city stands for the state whose capital it is, or for nobody."""
    entry = _state(name) or next((e for e in load_knowledge().look_up(name) if e.kind is not EntryKind.PLACE), None)
    if entry is None:
        return Actor(name, ActorKind.UNKNOWN, mention, name_id=name, resolved_by=by)
    kind = _KINDS.get(entry.kind, ActorKind.ORGANISATION)
    return Actor(
        entry.name_en,
        kind,
        mention,
        id=entry.id,
        name_id=entry.name_id,
        country=entry.country,
        sector=entry.sector or ("GOV" if kind is ActorKind.STATE else None),
        resolved_by=by,
    )


def _state(name: str) -> Entry | None:
    """The country of a three-letter code, None for anything else."""
    if len(name) != _CODE or not (name.isascii() and name.isupper()):
        return None
    try:
        return load_knowledge().country(name)
    except NotFoundError:
        return None


def _country_code(given: str) -> str:
    if _state(given.upper()) is None:
        raise UsageError(f"{given!r} is no country code; write NAME, CODE with three letters: Bandung, IDN")
    return given.upper()


def _is_none(value: str) -> bool:
    return value.lower() == NONE


def _one_of(what: str, value: str, known: list[str]) -> str:
    one_of(what, value.lower(), known)
    return value.lower()


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
"""The fields in the order in which they are set: a mode is one of its type."""
