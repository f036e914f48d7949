"""`kawat.open`: a store to read from, as a desk asks of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypedDict, Unpack

from kawat.errors import NotFoundError, UsageError
from kawat.export.material import Material, material_of
from kawat.export.tables import Row, Table, rows_of
from kawat.export.tables.articles import ARTICLES
from kawat.export.tables.claims import CLAIMS
from kawat.export.tables.dyads import DYADS
from kawat.export.tables.events import EVENTS
from kawat.export.tables.reports import REPORTS
from kawat.export.tables.seen import Told
from kawat.intake import accounts, event_with, events
from kawat.intake.asking import filters_asked
from kawat.intake.events import each_fitting
from kawat.intake.parties import events_of, party_called
from kawat.notebook.html import grid, page, safe
from kawat.notebook.rows import Rows
from kawat.notebook.series import CALENDAR, TIMELINE, dated
from kawat.notebook.shown import ArticleView, EventView
from kawat.records import Status
from kawat.store import ReportFilter, Store, open_store
from kawat.views.calendar import calendar
from kawat.views.timeline import By, timeline

LANGUAGES = ("en", "id")
_DAYS = ("since", "until", "published_since", "published_until")


class Filters(TypedDict, total=False):
    """What is asked of a report, as for `kawat events`; days are dates, or texts such as "2025-08-14"."""

    actor: str
    country: str
    other_country: str
    type: str
    status: str
    salience: str
    since: date | str
    until: date | str
    published_since: date | str
    published_until: date | str
    voice: str
    outlet: str
    language: str
    limit: int


def open_desk(path: str | os.PathLike[str], lang: str = "en") -> Desk:
    """The store at ``path``, to be read only; close it, or use it in a ``with``.

    ``lang``: the language of sentences that are shown, en or id. Raises `StoreError` for a file that is no store.
    """
    if lang not in LANGUAGES:
        raise UsageError(f"there is no language {lang!r}; it is one of: {', '.join(LANGUAGES)}")
    return Desk(open_store(path, read_only=True), lang)


class Desk:
    """An open store. Nothing it does changes the store; every method raises `UsageError` once it is closed."""

    def __init__(self, store: Store, lang: str = "en") -> None:
        self._open: Store | None = store
        self.path = store.path
        self.lang = lang

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; a second time does nothing."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def events(self, **filters: Unpack[Filters]) -> Rows:
        """The events with a report that fits, by day, latest first: each whole."""
        return self._table(EVENTS, filters)

    def dyads(self, **filters: Unpack[Filters]) -> Rows:
        """The same events as ordered pairs of actor and recipient, flat."""
        return self._table(DYADS, filters)

    def reports(self, **filters: Unpack[Filters]) -> Rows:
        """The reports that fit, by event."""
        asked = _asked(filters)
        return Rows(REPORTS, self._reading(lambda store: _reports(store, asked)))

    def claims(self, **filters: Unpack[Filters]) -> Rows:
        """Who says what; ``voice`` is the speaker, a filter on events asks for one inside the claim."""
        return self._table(CLAIMS, filters)

    def articles(self, **filters: Unpack[Filters]) -> Rows:
        """The articles that fit, latest first."""
        asked = _asked(filters)
        return Rows(ARTICLES, self._reading(lambda store: rows_of(_articles_alone(store, asked), ARTICLES)))

    def timeline(
        self,
        a: str,
        b: str | None = None,
        by: str = "month",
        since: date | str | None = None,
        until: date | str | None = None,
        background: bool = False,
    ) -> Rows:
        """Cooperation and conflict of ``a``, or between ``a`` and ``b``, by day, week, month or year.

        Countries and actors by any name, as for `kawat timeline`. ``background``: also periods of which only
        history is told. Raises `UsageError`.
        """
        if by not in [one.value for one in By]:
            raise UsageError(f"there is no period {by!r}; it is one of: {', '.join(By)}")
        parties = [party_called(name, self.lang) for name in (a, b) if name is not None]
        first, last, length = _day("since", since), _day("until", until), By(by)

        def read(store: Store) -> Iterator[Row]:
            made = timeline(events_of(store, parties, first, last), *_both(parties), length, first, last)
            return _rows(TIMELINE, dated(made.periods, background))

        return Rows(TIMELINE, self._reading(read))

    def calendar(
        self,
        today: date | str | None = None,
        first: date | str | None = None,
        last: date | str | None = None,
        overdue: bool = False,
        **filters: Unpack[Filters],
    ) -> Rows:
        """What is announced, by day, and what became of it.

        ``today`` decides which days have passed: the date of this computer unless given. ``first`` and ``last``:
        only plans for these days. Raises `UsageError`.
        """
        now = _day("today", today) or date.today()
        begin, end = _day("first", first), _day("last", last)
        if begin is not None and end is not None and begin > end:
            raise UsageError(f"first {begin} is after last {end}; exchange the two")
        asked = replace(_asked(filters), status=Status.PLANNED.value)
        return Rows(
            CALENDAR,
            self._reading(lambda store: _rows(CALENDAR, calendar(events(store, asked), now, begin, end, overdue))),
        )

    def event(self, identifier: str) -> EventView:
        """The event whose id begins so. Raises `NotFoundError`, and `UsageError` where several do."""
        found = event_with(self._store, identifier) if identifier else ()
        event = _only(identifier, {one.id: one for one in found})
        return EventView(event, accounts(self._store, event), self.lang)

    def article(self, identifier: str) -> ArticleView:
        """The article whose id begins so, with what was read in it. Raises as `event` does."""
        found = [one.id for one in self._store.find(identifier) if one.kind == "article"] if identifier else []
        return ArticleView(self._store.record(_only(identifier, {one: one for one in found})), self.lang)

    def __repr__(self) -> str:
        return f"<store {Path(self.path).name}{'' if self._open else ', closed'}>"

    def _repr_html_(self) -> str:
        counts = self._store.counts()
        told = (counts.articles, counts.reports, self._store.count_events(), counts.claims)
        rows = [[safe(f"{one:,}") for one in told]]
        return page(f"<p>{safe(Path(self.path).name)}</p>{grid(('articles', 'reports', 'events', 'claims'), rows)}")

    @property
    def _store(self) -> Store:
        if self._open is None:
            raise UsageError(f"the store {self.path} was closed; open it again with kawat.open")
        return self._open

    def _table(self, table: Table, filters: Filters) -> Rows:
        asked = _asked(filters)
        return Rows(
            table, self._reading(lambda store: rows_of(material_of(store, asked, self.lang), table)), self.lang
        )

    def _reading(self, read: Callable[[Store], Iterator[Row]]) -> Callable[[], Iterator[Row]]:
        return lambda: read(self._store)


def _asked(filters: Filters) -> ReportFilter:
    given: dict[str, Any] = dict(filters)
    unknown = sorted(set(given) - set(Filters.__annotations__))
    if unknown:
        raise UsageError(f"there is no filter {unknown[0]!r}; it is one of: {', '.join(Filters.__annotations__)}")
    return filters_asked(**{**given, **{name: _day(name, given[name]) for name in _DAYS if name in given}})


def _day(name: str, given: date | str | None) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{name}: {given!r} is no day; write it as 2025-08-14") from None


def _reports(store: Store, asked: ReportFilter) -> Iterator[Row]:
    wanted = {telling.report.id for telling in store.tellings(asked)}
    for event in each_fitting(store, replace(asked, limit=None)):
        for telling in event.tellings:
            if telling.report.id in wanted:
                told = Told(event.id, telling)
                yield {column.name: column.value(told) for column in REPORTS.columns}


def _articles_alone(store: Store, asked: ReportFilter) -> Material:
    """Only the articles that fit themselves."""
    return replace(material_of(store, asked), articles=lambda: store.articles(asked))


def _rows(table: Table, things: Any) -> Iterator[Row]:
    return (row for thing in things for row in table.rows(thing))


def _both(parties: list[Any]) -> tuple[Any, Any]:
    return parties[0], parties[1] if len(parties) > 1 else None


def _only(prefix: str, found: dict[str, Any]) -> Any:
    if prefix in found:
        return found[prefix]
    if not found:
        raise NotFoundError(f"nothing of this kind has an id that begins with {prefix!r} in the store")
    if len(found) > 1:
        raise UsageError(f"{prefix!r} begins {len(found)} ids ({', '.join(sorted(found)[:5])}); give more of it")
    return next(iter(found.values()))
