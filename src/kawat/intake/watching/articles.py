"""One fetched page: read and kept, put into quarantine, or tried again later."""

from __future__ import annotations

import random as chances
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kawat import pipeline
from kawat.errors import FetchError, InputError, KnowledgeError, StoreError, UsageError
from kawat.intake.ahead import ahead_of
from kawat.intake.keeping import keep
from kawat.intake.memory import Memory
from kawat.intake.no_news import refuse_no_news
from kawat.intake.watching.clock import backoff, retry_after
from kawat.intake.watching.config import Source
from kawat.intake.watching.fetching import TEMPORARY, HeldError, is_temporary
from kawat.intake.watching.guard import within
from kawat.intake.watching.happening import Happening, What
from kawat.pages import Answer, advice_on, article_from_page
from kawat.reading.info import DEFAULT_READER
from kawat.records import Article, Page
from kawat.store import Outcome, Store
from kawat.store.watching import Named, RetryRow
from kawat.store.write import moment_text

MOST_TRIES = 6
FIRST_RETRY = 300.0  # seconds
LONGEST_RETRY = 6 * 3600.0
LONGEST_READING = 120.0  # seconds


@dataclass(slots=True)
class Keeper:
    """Reads pages into a store; the one writer of a watch. ``seconds``: how long each step of reading may take."""

    store: Store
    now: Callable[[], datetime]
    random: Callable[[], float] = chances.random
    reader: str = DEFAULT_READER
    seconds: float = LONGEST_READING
    memory: Memory = field(default_factory=Memory)

    def take(
        self, named: Named, source: Source, got: Answer | Page | Exception, giver: str | None = None
    ) -> Happening:
        """What becomes of what was named, now that it was fetched, or failed; ``giver``: the address of the feed
        that gave it, where nothing was fetched.
        """
        try:
            return self._take(named, source, got, giver)
        except (StoreError, KnowledgeError, UsageError):
            raise
        except Exception as error:
            return self._failed(named, error)

    def _take(self, named: Named, source: Source, got: Answer | Page | Exception, giver: str | None) -> Happening:
        if isinstance(got, Exception):
            return self._failed(named, got)
        if isinstance(got, Answer) and got.status != 200:
            error = FetchError(f"{named.url} answered {got.status}: {advice_on(got.status)}")
            asked = retry_after(got.header("retry-after"), self.now(), got.header("date"))
            return self._failed(named, error, temporary=got.status in TEMPORARY, asked=asked or 0.0)
        page = got.page if isinstance(got, Answer) else got
        with within(self.seconds, named.url):
            article = _told(article_from_page(page), source, named)
            refuse_no_news(article, page)
        wrong = ahead_of(article, self.now())
        if wrong is not None:
            raise InputError(f"{named.url}: {wrong}")
        if source.language is not None and article.language != source.language:
            with self.store.transaction():
                self._done(named)
            reason = f"its language is {article.language}, this source is watched for {source.language}"
            return Happening(What.OTHER_LANGUAGE, self.now(), named.url, reason=reason)
        return self._keep(named, article, giver or page.url or named.url)

    def _keep(self, named: Named, article: Article, fetched: str) -> Happening:
        with within(self.seconds, named.url):
            record = pipeline.read_article(article, self.reader)
        at = self.now()
        with self.store.transaction():
            outcome = keep(self.store, record, at, memory=self.memory, fetched=fetched)
            replaced = [one for one in self.store.versions_of(article.id) if one.by == article.id]
            self._done(named)
        fresh = next((one.article_id for one in replaced if one.at == moment_text(at)), None)
        what = What.UNCHANGED if outcome is Outcome.UNCHANGED else What.REPLACED if fresh else What.KEPT
        return Happening(what, at, named.url, article_id=article.id, replaced=fresh)

    def _done(self, named: Named) -> None:
        self.store.watching().done(named.url, moment_text(self.now()))
        self.store.quarantine_remove(named.url)

    def _failed(
        self, named: Named, error: Exception, temporary: bool | None = None, asked: float = 0.0
    ) -> Happening:
        at = self.now()
        tables = self.store.watching()
        with self.store.transaction():
            before = tables.retry(named.url)
            tries = (before.attempts if before else 0) + 1
            again = is_temporary(error) if temporary is None else temporary
            if again and tries < MOST_TRIES:
                wait = backoff(FIRST_RETRY, tries, LONGEST_RETRY, self.random())
                wait = max(wait, asked, error.seconds if isinstance(error, HeldError) else 0.0)
                following = at + timedelta(seconds=wait)
                first = before.first_at if before else moment_text(at)
                row = RetryRow(named.url, tries, first, moment_text(following), str(error)[:1000])
                tables.put_retry(row)
                return Happening(What.RETRY, at, named.url, reason=str(error), next_at=following)
            tables.done(named.url, moment_text(at))
            self.store.quarantine_add(named.url, error, at)
        return Happening(What.QUARANTINED, at, named.url, reason=str(error))


def _told(article: Article, source: Source, named: Named) -> Article:
    """With what the source is known for, and with the feed's date where the page has none."""
    published: datetime | date | None = article.published
    if published is None and named.published:
        published = _moment(named.published)
    return replace(article, outlet=source.outlet or article.outlet, published=published)


def _moment(text: str) -> datetime | date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
