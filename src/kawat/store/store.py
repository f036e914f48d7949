"""The handle on an open store: each method is one function of this package over its connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Self

from kawat.records import Article, Record, Span, Telling
from kawat.store import (
    check,
    counting,
    limits,
    lists,
    merged,
    overview,
    quarantine,
    query,
    search,
    summaries,
    versions,
    watching,
    write,
)
from kawat.store import judgements as judgements_of
from kawat.store import taken as taken_of
from kawat.store.failing import as_store_error, reading, undoing, writing
from kawat.store.filters import ReportFilter
from kawat.store.judgements import Judgement

ALL = ReportFilter()


class Store:
    """An open store, for the thread that opened it. Every method raises `StoreError` when SQLite fails."""

    def __init__(self, connection: sqlite3.Connection, path: str, read_only: bool) -> None:
        self._connection = connection
        self.path = path
        self.read_only = read_only

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Several writes as one: all of them are stored, or none."""
        return writing(self._connection, self.path)

    def snapshot(self) -> AbstractContextManager[None]:
        """Reads inside the block see the store as it is at the first of them, whatever others write meanwhile."""
        return reading(self._connection, self.path)

    def rehearsal(self) -> AbstractContextManager[None]:
        """Writes inside the block are undone at its end: what would become of the store. Only in a transaction."""
        return undoing(self._connection, self.path)

    def add_record(
        self, record: Record, added_at: datetime, *, sentences: Sequence[Span] = (), again: bool = False
    ) -> write.Outcome:
        """Keep ``record``. The same again changes nothing; a newer reader's reading replaces an older's.

        ``sentences`` are what `search` can point at (the paragraphs when none are given); ``again`` replaces
        whatever is kept of the article. Raises `InputError` for a text that can not be stored.
        """
        with self.transaction():
            return write.add_record(self._connection, record, added_at, sentences=sentences, again=again)

    def remove_article(self, article_id: str) -> None:
        """Take the article and everything read from it out of the store. Raises `NotFoundError`."""
        with self.transaction():
            write.remove_article(self._connection, article_id)
            taken_of.forget_article(self._connection, article_id)

    def articles(self, filters: ReportFilter = ALL) -> Iterator[query.StoredArticle]:
        """The articles that fit, latest first; a filter on reports asks for one report that fits."""
        with as_store_error(self.path):
            yield from query.articles(self._connection, filters)

    def tellings(self, filters: ReportFilter = ALL) -> Iterator[Telling]:
        """The reports that fit, each with its article; by article, latest first."""
        with as_store_error(self.path):
            yield from query.tellings(self._connection, filters)

    def tellings_in(self, article_ids: Sequence[str]) -> list[Telling]:
        """All published reports of the articles, as read; by article."""
        with as_store_error(self.path):
            return list(query.tellings_in(self._connection, article_ids))

    def tellings_with(self, report_ids: Sequence[str]) -> list[Telling]:
        """The published reports that have these ids, as read; by article."""
        with as_store_error(self.path):
            return list(query.tellings_with(self._connection, report_ids))

    def articles_with(self, article_ids: Sequence[str]) -> list[Article]:
        """The articles that have these ids, by id."""
        with as_store_error(self.path):
            return list(query.articles_with(self._connection, article_ids))

    def articles_of_reports(self, report_ids: Sequence[str]) -> dict[str, str]:
        """The article of each of the reports that are stored."""
        with as_store_error(self.path):
            return query.articles_of_reports(self._connection, report_ids)

    def events(self, filters: ReportFilter = ALL) -> list[merged.EventRow]:
        """The events with a report that fits, by day, latest first, those without a day at the end."""
        with as_store_error(self.path):
            return merged.events(self._connection, filters)

    def count_events(self, filters: ReportFilter = ALL) -> int:
        """How many events `events` gives."""
        with as_store_error(self.path):
            return merged.count_events(self._connection, filters)

    def event_page(self, filters: ReportFilter, after: summaries.Spot | None, limit: int) -> list[summaries.Listed]:
        """At most ``limit`` of the events that `events` gives, those after ``after``, in short."""
        with as_store_error(self.path):
            return summaries.page(self._connection, filters, after, limit)

    def event_summaries(self, event_ids: Sequence[str]) -> list[summaries.Listed]:
        """The events that have these ids, in short, in this order."""
        with as_store_error(self.path):
            return summaries.of_events(self._connection, event_ids)

    def without_summary(self, after: str, limit: int) -> list[merged.EventRow]:
        """At most ``limit`` events that have no summary of how they stand, by id, those after the id ``after``."""
        with as_store_error(self.path):
            return summaries.missing(self._connection, after, limit)

    def waiting_events(self, filters: ReportFilter = ALL) -> list[merged.EventRow]:
        """The events with a report that fits that have no summary of how they stand, latest first."""
        with as_store_error(self.path):
            return summaries.waiting(self._connection, filters)

    def counting(self) -> counting.Counting:
        """Sums over the events that have a summary."""
        return counting.Counting(self._connection, self.path)

    def put_summaries(self, rows: Iterable[summaries.Summary]) -> None:
        """Keep summaries, and what the events can be asked for by."""
        with self.transaction():
            summaries.put(self._connection, rows)

    def event_called(self, id_prefix: str) -> list[str]:
        """The events whose id, or any id that they had, starts so."""
        with as_store_error(self.path):
            return merged.event_called(self._connection, id_prefix)

    def changes(self, since: str | None = None, after: int = 0, limit: int | None = None) -> list[merged.ChangeRow]:
        """What became of events, in order: from the moment ``since`` on, later than the number ``after``."""
        with as_store_error(self.path):
            return merged.changes(self._connection, since, after, limit)

    def changes_of(self, event_id: str) -> list[merged.ChangeRow]:
        """What became of one event, in order."""
        with as_store_error(self.path):
            return merged.changes_of(self._connection, event_id)

    def went_into(self, event_ids: Sequence[str]) -> dict[str, str]:
        """Of the events that are no more: into which others they went, or by which they were replaced."""
        with as_store_error(self.path):
            return merged.went_into(self._connection, event_ids)

    def last_change(self) -> int:
        """The number of the latest change, 0 where there is none."""
        with as_store_error(self.path):
            return merged.last_change(self._connection)

    def unsettled(self) -> int:
        """How many articles, reports and events merging has yet to look at."""
        with as_store_error(self.path):
            return self.merging().count_unsettled()

    def state(self) -> int:
        """A number that another one stands in for once another connection has written; only for comparing."""
        with as_store_error(self.path):
            return self.merging().state()

    def merging(self) -> merged.MergeTables:
        """The tables of merging, for use inside a `transaction`."""
        return merged.MergeTables(self._connection)

    def judge(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """Keep what editors decided, and let merging look again at what it is about. Gives what was kept."""
        with self.transaction():
            kept = judgements_of.put(self._connection, judgements)
            self._look_again(kept)
            return kept

    def unjudge(self, identifier: str) -> Judgement:
        """Take a judgement back. Raises `NotFoundError`."""
        with self.transaction():
            gone = judgements_of.remove(self._connection, identifier)
            self._look_again([gone])
            return gone

    def judgements(self) -> list[Judgement]:
        """What editors decided, by time."""
        with as_store_error(self.path):
            return judgements_of.listed(self._connection)

    def judgements_about(self, article_ids: Sequence[str]) -> list[Judgement]:
        """What editors decided about words of the articles, by time."""
        with as_store_error(self.path):
            return judgements_of.about(self._connection, article_ids)

    def triggers_in(self, article_ids: Sequence[str]) -> dict[str, list[tuple[int, int, str]]]:
        """For each of the articles where the triggers of its reports stand: start, end, report."""
        with as_store_error(self.path):
            return query.triggers_in(self._connection, article_ids)

    def _look_again(self, judgements: Iterable[Judgement]) -> None:
        """Group pairs again; compare the whole article again where a report is rejected or gets a value."""
        tables = self.merging()
        for one in judgements:
            homes = sorted({words.article_id for words in (one.words, one.other) if words is not None})
            reports = [report for _, report in query.reports_in(self._connection, homes)]
            if one.other is None:
                tables.unfile(reports)
            tables.unsettle(reports)

    def versions_at(self, url: str) -> list[versions.Version]:
        """All texts of the article at ``url``, by id."""
        with as_store_error(self.path):
            return versions.at_url(self._connection, url)

    def versions_of(self, article_id: str) -> list[versions.Superseded]:
        """By what the article was replaced, and what it replaced."""
        with as_store_error(self.path):
            return versions.around(self._connection, article_id)

    def supersede(self, older: Sequence[str], by: str, at: datetime) -> None:
        """The article ``by`` stands where those in ``older`` stood: these leave events and lists, but stay."""
        with self.transaction():
            versions.revive(self._connection, by)
            versions.supersede(self._connection, older, by, write.moment_text(at))

    def watching(self) -> watching.WatchTables:
        """The tables of watching feeds; writes belong inside a `transaction`."""
        return watching.WatchTables(self._connection)

    def claims(self, filters: ReportFilter = ALL) -> Iterator[query.StoredClaim]:
        """The claims that fit; ``voice`` is a speaker, a filter on reports asks for one inside the claim."""
        with as_store_error(self.path):
            yield from query.claims(self._connection, filters)

    def record(self, article_id: str) -> Record:
        """Everything kept of one article. Raises `NotFoundError`."""
        with as_store_error(self.path):
            return query.record(self._connection, article_id)

    def find(self, id_prefix: str) -> tuple[query.Found, ...]:
        """The articles, reports and claims whose id starts so."""
        with as_store_error(self.path):
            return query.find(self._connection, id_prefix)

    def listed_articles(
        self, filters: ReportFilter, after: lists.Listing | None, limit: int
    ) -> list[lists.Listing]:
        """At most ``limit`` of the articles that `articles` gives, those after ``after``."""
        with as_store_error(self.path):
            return lists.articles(self._connection, filters, after, limit)

    def listed_reports(self, filters: ReportFilter, after: lists.Listing | None, limit: int) -> list[lists.Listing]:
        """At most ``limit`` of the reports that `tellings` gives, those after ``after``."""
        with as_store_error(self.path):
            return lists.reports(self._connection, filters, after, limit)

    def listed_claims(self, filters: ReportFilter, after: lists.Listing | None, limit: int) -> list[lists.Listing]:
        """At most ``limit`` of the claims that `claims` gives, those after ``after``."""
        with as_store_error(self.path):
            return lists.claims(self._connection, filters, after, limit)

    def articles_stored(self, article_ids: Sequence[str]) -> list[query.StoredArticle]:
        """The articles that have these ids, with what is kept about them, by id."""
        with as_store_error(self.path):
            return list(query.articles_stored(self._connection, article_ids))

    def claims_with(self, claim_ids: Sequence[str]) -> list[query.StoredClaim]:
        """The claims that have these ids, by article."""
        with as_store_error(self.path):
            return list(query.claims_with(self._connection, claim_ids))

    def overview(self) -> overview.Overview:
        """What the store holds as a whole."""
        with as_store_error(self.path):
            return overview.overview(self._connection)

    def published_events(self, first: str, last: str) -> list[str]:
        """Ids of the events told first, or last, on one of the days from ``first`` to ``last``, by id."""
        with as_store_error(self.path):
            return overview.published_events(self._connection, first, last)

    def last_published(self) -> str | None:
        """The last day on which an event was told, None where there is none."""
        with as_store_error(self.path):
            return overview.last_published(self._connection)

    def events_in(self, article_ids: Sequence[str]) -> dict[str, list[tuple[int, int, str]]]:
        """For each of the articles where the words of its events stand: start and end of a trigger, event."""
        with as_store_error(self.path):
            return overview.events_in(self._connection, article_ids)

    def count_voice(self, actor_id: str | None, name: str) -> int:
        """How many reports have the actor, by id or, without one, by the very name, among their voices."""
        with as_store_error(self.path):
            return overview.count_voice(self._connection, actor_id, name)

    def count_voices_of(self, country: str) -> int:
        """How many reports have somebody of the country among their voices."""
        with as_store_error(self.path):
            return overview.count_voices_of(self._connection, country)

    def ending(self, deadline: limits.Deadline) -> AbstractContextManager[None]:
        """Questions inside the block end at the deadline with `TooSlowError`."""
        return limits.ending(self._connection, deadline)

    def counts(self) -> query.Counts:
        with as_store_error(self.path):
            return query.counts(self._connection)

    def search(
        self,
        words: str,
        *,
        sentences: bool = False,
        limit: int = 20,
        among: int | None = None,
        start: int = 0,
        filters: ReportFilter = ALL,
    ) -> tuple[search.Hit, ...]:
        """The articles (or single sentences) that have all the words, best first. Raises `UsageError`."""
        with as_store_error(self.path):
            return search.search(
                self._connection, words, sentences=sentences, limit=limit, among=among, start=start, filters=filters
            )

    def quarantine_add(self, source: str, error: BaseException, at: datetime) -> None:
        """Note that ``source`` could not be read, once more if it is noted already."""
        with self.transaction():
            quarantine.add(self._connection, source, str(error), type(error).__name__, at)

    def quarantine_note(self, source: str, reason: str, error: str, at: datetime) -> None:
        """The same as `quarantine_add` for an error of which the name and the reason are known."""
        with self.transaction():
            quarantine.add(self._connection, source, reason, error, at)

    def quarantine_forget_oldest(self, most: int = quarantine.MOST) -> int:
        """Keep no more than the ``most`` that failed last; how many were forgotten."""
        with self.transaction():
            return quarantine.forget_oldest(self._connection, most)

    def quarantine_remove(self, source: str) -> bool:
        """Forget that ``source`` could not be read; whether it was noted."""
        with self.transaction():
            return quarantine.remove(self._connection, source)

    def taken(self, source: str) -> taken_of.TakenRow | None:
        """Of which bytes, and by which reader, ``source`` was read or refused, as long as that still stands."""
        with as_store_error(self.path):
            return taken_of.get(self._connection, source)

    def taken_put(self, source: str, row: taken_of.TakenRow, at: datetime) -> None:
        """Note what became of ``source``."""
        with self.transaction():
            taken_of.put(self._connection, source, row, at)

    def taken_forget(self, source: str) -> None:
        """Let ``source`` be read again when it comes again."""
        with self.transaction():
            taken_of.forget(self._connection, source)

    def listed_mark(self, by: str, source: str) -> str | None:
        """What the list ``by``, a feed or a site map, said last of ``source``."""
        with as_store_error(self.path):
            return taken_of.mark(self._connection, by, source)

    def listed_put(self, by: str, source: str, said: str) -> None:
        """Note what the list ``by`` says of ``source``: something else where that changed."""
        with self.transaction():
            taken_of.put_mark(self._connection, by, source, said)

    def quarantine_list(self) -> tuple[quarantine.Quarantined, ...]:
        """What could not be read, by source."""
        with as_store_error(self.path):
            return quarantine.listed(self._connection)

    def check(self) -> tuple[check.Check, ...]:
        """What was looked at to see whether the store is sound, and what was found."""
        return check.check(self._connection, self.path, self.read_only)
