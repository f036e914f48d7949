"""Sources into a store: each item is read, kept, or put into quarantine with the reason, in the order given.

Reading may be done by other processes; this one alone writes. What became of an item is written in the transaction
of its article, so that a run that was stopped at any moment goes on where it was.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

from kawat.errors import InputError
from kawat.intake.ahead import ahead_of
from kawat.intake.inputs import InputOptions
from kawat.intake.settling import Memory, settle
from kawat.intake.summaries import summarise
from kawat.intake.versions import settle_versions
from kawat.records import Record, Span
from kawat.store import Outcome, Store, TakenRow
from kawat.store.failing import as_store_error

if TYPE_CHECKING:
    from kawat.intake.hands import Hands, Slot
    from kawat.intake.one import Failed, Nested, Read, Result
    from kawat.intake.sources.item import Item

UNREAD = "not read: language"  # how the pipeline begins the reason for an article in another language
RULES = 1
"""Raise it when what is refused before reading changes: what was refused is then looked at again."""
DEEPEST = 3  # collections within one another: a list of feeds, an index of site maps
SECONDS = 60.0
SUMMARISE_AFTER = 20  # articles: events that many of them tell are put in short once
FORGET_AFTER = 1_000  # items that went into quarantine: then those over its limit leave it


class TakenAs(StrEnum):
    READ = "read"
    UNCHANGED = "unchanged"
    OTHER_LANGUAGE = "other language"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one item; ``reason`` says why it is in quarantine, ``copy``: its text was there already.

    ``done``: how many sources are behind it, with the share of the one that it comes from.
    """

    source: str
    taken_as: TakenAs
    article_id: str | None = None
    reason: str | None = None
    copy: bool = False
    done: float = 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items became what; ``copies`` of those that were read."""

    read: int
    copies: int
    other_language: int
    quarantined: int
    unchanged: int


class Counts:
    """A tally on its way."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def add(self, one: Taken) -> None:
        self._counted[one.taken_as] += 1
        self._counted["copies"] += one.copy

    def tally(self) -> Tally:
        return Tally(
            read=self._counted[TakenAs.READ],
            copies=self._counted["copies"],
            other_language=self._counted[TakenAs.OTHER_LANGUAGE],
            quarantined=self._counted[TakenAs.QUARANTINED],
            unchanged=self._counted[TakenAs.UNCHANGED],
        )


@dataclass(frozen=True, slots=True)
class Ways:
    """How to take: ``workers`` processes (1: this one), each item within ``seconds``; ``again``: read and replace
    whatever is stored; ``retry``: read what is in quarantine once more; ``only``: of a source these items;
    ``lists``: sources that are lists of addresses, whatever they look like."""

    workers: int = 1
    seconds: float = SECONDS
    again: bool = False
    retry: bool = False
    only: Mapping[str, Collection[str]] | None = None
    lists: Collection[str] = ()


def take(
    store: Store,
    sources: Iterable[str],
    now: Callable[[], datetime],
    options: InputOptions | None = None,
    ways: Ways | None = None,
    *,
    stream: BinaryIO | None = None,
    hands: Hands | None = None,
) -> Generator[Taken]:
    """Read every source into ``store``; ``now`` tells the time of adding, ``stream`` is what ``-`` means.

    An item that can not be read never stops the others, whatever is wrong with it. Raises `StoreError`,
    `KnowledgeError`, `UsageError`: what is wrong for every item alike. What was stored before stays.
    """
    options, ways = options or InputOptions(), ways or Ways()
    hands = hands or _hands(options, ways)
    taking = _Taking(store, now, options, ways, hands)
    try:
        with as_store_error(store.path):
            yield from taking.run(_items(sources, options, ways, stream))
            taking.forget_oldest()
            summarise(store)
    finally:
        hands.close()


def tally(taken: Iterable[Taken]) -> Tally:
    """How many items became what."""
    counts = Counts()
    for one in taken:
        counts.add(one)
    return counts.tally()


def keep(
    store: Store,
    record: Record,
    at: datetime,
    *,
    again: bool = False,
    memory: Memory | None = None,
    sentences: Sequence[Span] | None = None,
    fetched: str | None = None,
) -> Outcome:
    """Keep a record and merge it with what is there, both or neither. Raises what `Store.add_record` does.

    Another text that is stored for the same address becomes an older version (see `kawat.intake.versions`);
    ``fetched``: the address that this one was fetched from just now.
    """
    if sentences is None:
        from kawat import language  # here: asking a store should not wait for what only reading needs

        sentences = [sentence.span for sentence in language.sentences_of(record.article)]
    with store.transaction():
        outcome = store.add_record(record, at, sentences=sentences, again=again)
        settle_versions(store, record.article, at, fetched)
        settle(store, at, memory)
    return outcome


class _Taking:
    """One run: the items in order, what is known of each, and what becomes of it."""

    def __init__(
        self, store: Store, now: Callable[[], datetime], options: InputOptions, ways: Ways, hands: Hands
    ) -> None:
        self._store = store
        self._now = now
        self._options = options
        self._ways = ways
        self._hands = hands
        self._memory = Memory()
        self._kept_since = self._refused_since = 0
        self._signature = _signature(options)
        self._refused: set[str] = set()  # in this run: no list that they stand in takes them out again

    def run(self, items: Iterator[tuple[float, Item]], depth: int = 0) -> Iterator[Taken]:
        slots: deque[tuple[float, Slot]] = deque()
        pending: Slot | None = None
        more = True
        while more or slots:
            while more and pending is None and len(slots) < self._hands.window:
                found = next(items, None)
                if found is None:
                    more = False
                    break
                slots.append((found[0], self._slot(found[1])))
                pending = self._given(slots[-1][1])
            pending = self._given(pending) if pending is not None else None
            if slots and slots[0][1].result is not None:
                yield from self._finished(*slots.popleft(), depth)
            elif slots:
                self._hands.wait()

    def forget_oldest(self) -> None:
        """Let the quarantine grow no further than it may."""
        if self._refused_since:
            self._store.quarantine_forget_oldest()
            self._refused_since = 0

    def _given(self, slot: Slot) -> Slot | None:
        """Hand the job out; gives it back where nobody is free."""
        if slot.result is not None:
            return None
        if not self._hands.free():
            return slot
        self._hands.give(slot)
        return None

    def _slot(self, item: Item) -> Slot:
        """The job of reading an item, or its result where there is nothing to read."""
        from kawat.intake.hands import Slot
        from kawat.intake.one import Job, Same, failed
        from kawat.intake.sources.item import Address, Broken, Whole

        known = self._known(item.name)
        job = Job(item, self._options, known)
        if isinstance(item.content, Whole):
            return Slot(job, Same())
        fresh = isinstance(item.content, Address) and not item.content.listed
        if not fresh and known is not None and known == item.digest:
            return Slot(job, Same())
        if isinstance(item.content, Broken):
            return Slot(job, failed(item.content.error, item.digest, lasting=item.content.lasting))
        return Slot(job)

    def _known(self, name: str) -> str | None:
        """The digest of what was read under this name, where that counts."""
        if self._ways.again:
            return None
        row = self._store.taken(name)
        if row is None or row.reader != self._signature or (self._ways.retry and row.article_id is None):
            return None
        return row.sha256

    def _finished(self, done: float, slot: Slot, depth: int) -> Iterator[Taken]:
        from kawat.intake.one import Fatal, Nested, Read, Same
        from kawat.intake.sources.item import Whole

        item, result = slot.job.item, slot.result
        if isinstance(result, Fatal):
            raise result.error
        if isinstance(item.content, Whole):
            self._whole(item.name)
        elif isinstance(result, Same) or self._read_meanwhile(item, result):
            yield Taken(item.name, TakenAs.UNCHANGED, done=done)
        elif isinstance(result, Nested):
            self._whole(item.name)
            yield from self._nested(done, item, result, depth)
        elif isinstance(result, Read):
            yield self._kept(done, item, result)
        elif result is not None:
            yield self._quarantined(done, item.name, result)

    def _read_meanwhile(self, item: Item, result: Result | None) -> bool:
        """Whether the same bytes were taken under the same name while this was under way."""
        digest = getattr(result, "digest", None)
        return digest is not None and self._known(item.name) == digest

    def _whole(self, name: str) -> None:
        """A collection was read to its end: if it could not be before, it can now."""
        if name not in self._refused and self._store.quarantine_remove(name):
            self._store.taken_forget(name)

    def _nested(self, done: float, item: Item, result: Nested, depth: int) -> Iterator[Taken]:
        from kawat.intake.one import failed
        from kawat.intake.sources.collect import items_of_page

        if depth >= DEEPEST:
            error = InputError(f"it is a list inside {DEEPEST} others: give its address by itself")
            yield self._quarantined(done, item.name, failed(error, None))
            return
        try:
            inner = ((done, one) for one in items_of_page(item.name, result.page, self._options))
            yield from self.run(inner, depth + 1)
        except InputError as error:
            yield self._quarantined(done, item.name, failed(error, None))

    def _kept(self, done: float, item: Item, result: Read) -> Taken:
        from kawat.intake.one import FOR_ALL, failed
        from kawat.intake.sources.item import Address

        record, at = result.record, self._now()
        wrong = ahead_of(record.article, at)
        if wrong is not None:  # "yesterday" in it would become a day that has not come
            return self._quarantined(done, item.name, failed(InputError(f"{item.name}: {wrong}"), None))
        try:
            with self._store.transaction():
                outcome = keep(
                    self._store,
                    record,
                    at,
                    again=self._ways.again,
                    memory=self._memory,
                    sentences=result.sentences,
                    fetched=item.name if isinstance(item.content, Address) else None,
                )
                self._store.quarantine_remove(item.name)
                if result.digest is not None:
                    row = TakenRow(result.digest, self._signature, record.article.id)
                    self._store.taken_put(item.name, row, at)
        except FOR_ALL:
            raise
        except Exception as error:
            return self._quarantined(done, item.name, failed(error, result.digest))
        taken_as = _taken_as(outcome, record)
        self._kept_since += 1
        if self._kept_since >= SUMMARISE_AFTER:
            summarise(self._store)
            self._kept_since = 0
        copy = taken_as is TakenAs.READ and bool(self._store.merging().copies_of([record.article.id]))
        return Taken(item.name, taken_as, record.article.id, copy=copy, done=done)

    def _quarantined(self, done: float, name: str, result: Failed) -> Taken:
        at = self._now()
        self._refused.add(name)
        with self._store.transaction():
            self._store.quarantine_note(name, result.reason, result.error, at)
            if result.lasting and result.digest is not None:
                self._store.taken_put(name, TakenRow(result.digest, self._signature, None), at)
            else:
                self._store.taken_forget(name)
        self._refused_since += 1
        if self._refused_since >= FORGET_AFTER:
            self.forget_oldest()
        return Taken(name, TakenAs.QUARANTINED, reason=result.reason, done=done)


def _items(
    sources: Iterable[str], options: InputOptions, ways: Ways, stream: BinaryIO | None
) -> Iterator[tuple[float, Item]]:
    """Every item of every source, with how many sources are behind it."""
    from kawat.intake.sources.collect import address_list, items_of

    for index, source in enumerate(sources):
        only = None if ways.only is None else ways.only.get(source)
        items = address_list(source) if source in ways.lists else items_of(source, options, stream)
        for item in items:
            if only is None or item.name in only:
                yield index + item.done, item


def _hands(options: InputOptions, ways: Ways) -> Hands:
    from kawat.intake.hands import Own, Processes

    alone = ways.workers <= 1 or os.name != "posix"  # elsewhere pipes can not be waited for
    return Own() if alone else Processes(ways.workers, options.reader, ways.seconds)


def _signature(options: InputOptions) -> str:
    """What decides how an item is read: another signature reads it anew. Raises `UsageError`."""
    from kawat.reading import reader_named

    info = reader_named(options.reader).info
    return f"{info.name} {info.version} {(info.model_sha256 or '')[:16]} rules {RULES}{' any' * options.any_page}"


def _taken_as(outcome: Outcome, record: Record) -> TakenAs:
    if outcome is Outcome.UNCHANGED:
        return TakenAs.UNCHANGED
    if any(dropped.reason.startswith(UNREAD) for dropped in record.dropped):
        return TakenAs.OTHER_LANGUAGE
    return TakenAs.READ
