"""Which reports one asks for, and that question as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kawat.contract import record_schema
from kawat.errors import UsageError
from kawat.records import Salience, Status
from kawat.store.fold import fold

CURRENT = "a.id NOT IN (SELECT article_id FROM superseded)"
"""The condition that table ``a`` holds the text that stands at its address now."""
MOST = Status.OCCURRED.value
"""As what most reports tell their events."""


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """What a report has to fit; None asks nothing. Raises `UsageError` for a value that nothing can fit.

    ``actor`` and ``voice``: part of a name or an id, in any case. ``country``: an actor or recipient of it;
    with ``other_country`` too, one of each takes part. ``since`` and ``until``: days, inclusive, that the
    event's own time touches; an event without a time never fits. ``limit``: at most so many.
    """

    actor: str | None = None
    country: str | None = None
    other_country: str | None = None
    type: str | None = None
    status: str | None = None
    salience: str | None = None
    since: date | None = None
    until: date | None = None
    published_since: date | None = None
    published_until: date | None = None
    voice: str | None = None
    outlet: str | None = None
    language: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        report = record_schema()["$defs"]["report"]["properties"]
        one_of("type", self.type, report["type"]["enum"])
        one_of("status", self.status, [status.value for status in Status])
        one_of("salience", self.salience, [salience.value for salience in Salience])
        _in_order("since", self.since, self.until)
        _in_order("published since", self.published_since, self.published_until)
        if self.limit is not None and self.limit < 1:
            raise UsageError(f"the limit is {self.limit}; give 1 or more, or none")
        if self.other_country is not None and self.country is None:
            raise UsageError("a second country needs a first one; give both")

    def asks_of_reports(self) -> bool:
        """Whether anything is asked that only a report can answer, not its article."""
        asked = (self.actor, self.country, self.type, self.status, self.salience, self.since, self.until)
        return any(value is not None for value in asked)


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions joined by AND, with the values for their question marks in order."""

    conditions: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    def and_(self, condition: str, *values: str | None) -> Where:
        """With one more condition; without it when any of its values is None."""
        if any(value is None for value in values):
            return self
        given = tuple(value for value in values if value is not None)
        return Where((*self.conditions, condition), self.values + given)

    def joined(self, other: Where) -> Where:
        return Where(self.conditions + other.conditions, self.values + other.values)

    @property
    def sql(self) -> str:
        return " AND ".join(self.conditions) or "1"


def article_where(filters: ReportFilter) -> Where:
    """What is asked of the article, table ``a``."""
    outlets = "a.outlet IN (SELECT outlet FROM (SELECT DISTINCT outlet FROM articles) WHERE instr(fold(outlet), ?))"
    return (
        Where()
        .and_(outlets, _folded(filters.outlet))
        .and_("a.language = ?", filters.language)
        .and_("a.published_day >= ?", _day(filters.published_since))
        .and_("a.published_day <= ?", _day(filters.published_until))
    )


def report_where(filters: ReportFilter, each: bool = False) -> Where:
    """What is asked of the report, table ``r``, its voices left out.

    Said so that the indexes find what fits; with ``each`` so that one report after another is quickly looked at,
    for questions that end once enough are found.
    """
    # The sign keeps SQLite from the index: of all reports of a type or, at any rate, of most reports.
    kind, status = ("+r" if off else "r" for off in (each, each or filters.status == MOST))
    return (
        Where()
        .and_(f"{kind}.type = ?", filters.type)
        .and_(f"{status}.status = ?", filters.status)
        .and_("r.salience = ?", filters.salience)
        .joined(_days(filters, each or _narrowed(filters)))
        .joined(_named("report_actors", filters.actor, each))
        .joined(_countries(filters, each))
    )


def voice_where(filters: ReportFilter, each: bool = False) -> Where:
    """What is asked of the voices of the report, table ``r``; ``each`` as for `report_where`."""
    return _named("report_voices", filters.voice, each)


def one_report(filters: ReportFilter) -> Where:
    """That one report of the event in table ``e`` is all that is asked."""
    each = article_where(filters).joined(report_where(filters, True)).joined(voice_where(filters, True))
    if not each.conditions:
        return Where()
    # CROSS JOIN: from the event to its few reports, never from all reports of a type to those of the event.
    tables = "event_reports m CROSS JOIN reports r ON r.id = m.report_id"
    if article_where(filters).conditions:
        tables += " CROSS JOIN articles a ON a.id = r.article_id"
    return Where((f"EXISTS (SELECT 1 FROM {tables} WHERE {each.sql} AND m.event_id = e.id)",), each.values)


def names_with(part: str) -> Where:
    """The condition on ``folded`` that it is a name with this part in it."""
    sql, value = names_found(part)
    return Where((f"folded IN ({sql})",), (value,))


def names_found(part: str) -> tuple[str, str]:
    """The query for the names with this part in them, and its value."""
    own = fold(part)
    if len(own) < 3 or "\0" in own:  # the index takes neither
        return "SELECT folded FROM names WHERE instr(folded, ?)", own
    found = "SELECT n.folded FROM names_fts f JOIN names n ON n.key = f.rowid WHERE names_fts MATCH ?"
    return found, '"' + own.replace('"', '""') + '"'


def _named(table: str, part: str | None, each: bool) -> Where:
    """That somebody in ``table``, where names stand folded, has a name with a part in it."""
    if part is None:
        return Where()
    if each:
        own = f"EXISTS (SELECT 1 FROM {table} p WHERE p.report_id = r.id AND instr(p.folded, ?))"
        return Where((own,), (fold(part),))
    borne = names_with(part)
    return Where((f"r.id IN (SELECT report_id FROM {table} WHERE {borne.sql})",), borne.values)


def _days(filters: ReportFilter, each: bool) -> Where:
    """That the time of the report touches the days asked for."""
    since, until = _day(filters.since), _day(filters.until)
    if each:  # the signs keep SQLite from the index of all days
        return Where().and_("+r.time_end >= ?", since).and_("+r.time_start <= ?", until)
    if since is None:
        return Where().and_("r.time_start <= ?", until)
    # By rowid, which every index has beside its columns: this one, and those of type and status.
    begun = "SELECT rowid FROM reports WHERE time_start >= ?" + (" AND time_start <= ?" if until else "")
    # Few reports last longer than a day, and an index knows them.
    going_on = "SELECT rowid FROM reports WHERE time_end > time_start AND time_end >= ? AND time_start < ?"
    values = (since, *((until,) if until else ()), since, since)
    return Where((f"r.rowid IN ({begun} UNION ALL {going_on})",), values)


def _narrowed(filters: ReportFilter) -> bool:
    """Whether other indexes leave so few reports that the days of each are quickly looked at."""
    return any(value is not None for value in (filters.type, filters.actor, filters.country))


def _countries(filters: ReportFilter, each: bool) -> Where:
    first, second = _upper(filters.country), _upper(filters.other_country)
    found = "r.id IN (SELECT report_id FROM report_actors WHERE country = ?)"
    if second is None:
        one = "EXISTS (SELECT 1 FROM report_actors p WHERE p.report_id = r.id AND p.country = ?)"
        return Where().and_(one if each else found, first)
    # One takes part on each side, or both act together: never the same participant twice.
    both = (
        "EXISTS (SELECT 1 FROM report_actors p JOIN report_actors q ON q.report_id = p.report_id "
        "WHERE p.report_id = r.id AND p.country = ? AND q.country = ? "
        "AND (p.side <> q.side OR (r.symmetric AND p.position <> q.position)))"
    )
    looked_up = Where() if each else Where().and_(found, first)
    return looked_up.and_(both, first, second)


def one_of(what: str, value: str | None, known: list[str]) -> None:
    """Raise `UsageError` where ``value`` is given and not among those known."""
    if value is not None and value not in known:
        raise UsageError(f"there is no {what} {value!r}; it is one of: {', '.join(known)}")


def _in_order(what: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and first > last:
        raise UsageError(f"{what} {first} is after until {last}; exchange the two")


def _folded(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _upper(text: str | None) -> str | None:
    return None if text is None else text.upper()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
