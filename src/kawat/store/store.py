"""The handle on an open store: each method is one function of this package over its connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Self

from kawat.records import Record, Span, Telling
from kawat.store import check, quarantine, query, search, write
from kawat.store.failing import as_store_error, writing
from kawat.store.filters import ReportFilter

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

    def articles(self, filters: ReportFilter = ALL) -> Iterator[query.StoredArticle]:
        """The articles that fit, latest first; a filter on reports asks for one report that fits."""
        with as_store_error(self.path):
            yield from query.articles(self._connection, filters)

    def tellings(self, filters: ReportFilter = ALL) -> Iterator[Telling]:
        """The reports that fit, each with its article; by article, latest first."""
        with as_store_error(self.path):
            yield from query.tellings(self._connection, filters)

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

    def counts(self) -> query.Counts:
        with as_store_error(self.path):
            return query.counts(self._connection)

    def search(self, words: str, *, sentences: bool = False, limit: int = 20) -> tuple[search.Hit, ...]:
        """The articles (or single sentences) that have all the words, best first. Raises `UsageError`."""
        with as_store_error(self.path):
            return search.search(self._connection, words, sentences=sentences, limit=limit)

    def quarantine_add(self, source: str, error: BaseException, at: datetime) -> None:
        """Note that ``source`` could not be read, once more if it is noted already."""
        with self.transaction():
            quarantine.add(self._connection, source, error, at)

    def quarantine_remove(self, source: str) -> None:
        """Forget that ``source`` could not be read; nothing happens when it is not noted."""
        with self.transaction():
            quarantine.remove(self._connection, source)

    def quarantine_list(self) -> tuple[quarantine.Quarantined, ...]:
        """What could not be read, by source."""
        with as_store_error(self.path):
            return quarantine.listed(self._connection)

    def check(self) -> tuple[check.Check, ...]:
        """What was looked at to see whether the store is sound, and what was found."""
        return check.check(self._connection, self.path, self.read_only)
