"""Sources into a store: each item is read, kept, or put into quarantine with the reason, in the order given.

Reading may be done by other processes; this one alone writes (`kawat.intake.keeping`). What became of an item is
written in the transaction of its article, so that a run that was stopped at any moment goes on where it was.
"""

from __future__ import annotations

import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from kawat.errors import InputError
from kawat.intake.inputs import InputOptions, expand, is_url
from kawat.intake.keeping import Finished, Keeping, Taken, TakenAs
from kawat.intake.stopping import Stopping
from kawat.store import Store
from kawat.store.failing import as_store_error
from kawat.store.write import storable

if TYPE_CHECKING:
    from kawat.intake.hands import Hands, Slot
    from kawat.intake.one import Nested
    from kawat.intake.sources.item import Item

RULES = 3
"""Raise it when what is refused before reading changes: what was refused is then looked at again."""
DEEPEST = 3  # collections within one another: a list of feeds, an index of site maps
SECONDS = 60.0
BREATH = 0.05  # seconds between two looks at who is free, while this process writes


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items became what; ``copies`` of those that were read, ``still_quarantined`` of those unchanged."""

    read: int
    copies: int
    other_language: int
    quarantined: int
    unchanged: int
    still_quarantined: int = 0


class Counts:
    """A tally on its way."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def add(self, one: Taken) -> None:
        self._counted[one.taken_as] += 1
        self._counted["copies"] += one.copy
        self._counted["still"] += one.still

    def tally(self) -> Tally:
        return Tally(
            read=self._counted[TakenAs.READ],
            copies=self._counted["copies"],
            other_language=self._counted[TakenAs.OTHER_LANGUAGE],
            quarantined=self._counted[TakenAs.QUARANTINED],
            unchanged=self._counted[TakenAs.UNCHANGED],
            still_quarantined=self._counted["still"],
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
    stopping, sources = Stopping(), tuple(sources)
    taking = _Taking(store, now, options, ways, hands, stopping)
    try:
        with as_store_error(store.path), stopping.heard():
            try:
                taking.forget_folders(sources)
                yield from taking.run(_items(sources, options, ways, stream))
            except KeyboardInterrupt:
                yield from taking.stop()
                raise
            yield from taking.finish()
    finally:
        hands.close()


def tally(taken: Iterable[Taken]) -> Tally:
    """How many items became what."""
    counts = Counts()
    for one in taken:
        counts.add(one)
    return counts.tally()


class _Taking:
    """One run: the items in order, what is known of each, and what becomes of it."""

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        options: InputOptions,
        ways: Ways,
        hands: Hands,
        stopping: Stopping,
    ) -> None:
        self._store = store
        self._options = options
        self._ways = ways
        self._hands = hands
        self._stopping = stopping
        self._signature = _signature(options)
        self._keeping = Keeping(store, now, self._signature, self._known, again=ways.again)
        self._todo: deque[Slot] = deque()
        self._refused: set[str] = set()  # in this run: no list that they stand in takes them out again
        self._under_way: set[str] = set()  # addresses out of lists: another list may name them too

    def forget_folders(self, sources: Iterable[str]) -> None:
        """Folders of ``sources`` that could not be listed before, or were empty, leave the quarantine."""
        folders = {storable(folder): folder for source in sources for folder in _folders_of(source)}
        for one in self._store.quarantine_list():
            folder = folders.get(one.source)
            if folder is not None and expand([folder]) != (folder,):
                self._whole(folder)

    def run(self, items: Iterator[tuple[float, Item]], depth: int = 0) -> Iterator[Taken]:
        slots: deque[tuple[float, Slot]] = deque()
        more = True
        while more or slots:
            while more and len(slots) < self._hands.window:
                with self._stopping.anywhere():
                    found = next(items, None)
                if found is None:
                    more = False
                    break
                slots.append((found[0], self._slot(found[1])))
                if slots[-1][1].result is None:
                    self._todo.append(slots[-1][1])
                self._go_on(wait=False)
            ready = bool(slots) and slots[0][1].result is not None
            self._go_on(wait=bool(slots) and not ready)
            if slots and slots[0][1].result is not None:
                yield from self._finished(*slots.popleft(), depth)

    def write(self) -> Iterator[Taken]:
        """Write whatever waits."""
        with self._reading_on():
            self._keeping.write()
        yield from self._told()

    def stop(self) -> Iterator[Taken]:
        """Write whatever waits; nobody reads any more, as what was under way may have broken off."""
        self._keeping.write()
        yield from self._told()

    def finish(self) -> Iterator[Taken]:
        """Write whatever waits, and put what is still to be put in order."""
        self._keeping.finish()
        yield from self._told()

    def _told(self) -> Iterator[Taken]:
        """What became of items; those refused are remembered. Raises what keeps the store from being written."""
        for one in self._keeping.told():
            if one.taken_as is TakenAs.QUARANTINED:
                self._refused.add(one.source)
            self._under_way.discard(one.source)
            yield one
        if self._keeping.broken is not None:
            raise self._keeping.broken

    def _go_on(self, *, wait: bool) -> None:
        """Let others read, and ``wait`` for what they have read."""
        with self._stopping.anywhere():
            self._give()
            if wait:
                self._hands.wait()

    def _give(self) -> None:
        """Hand jobs out as long as somebody is free."""
        while self._todo and self._hands.free():
            self._hands.give(self._todo.popleft())

    @contextmanager
    def _reading_on(self) -> Iterator[None]:
        """Inside the block, where this process writes, others go on reading: who is free gets the next job."""
        if not self._hands.apart:
            yield
            return
        over = threading.Event()
        errors: list[BaseException] = []

        def hand_out() -> None:
            try:
                while not over.is_set():
                    self._give()
                    self._hands.wait(BREATH)
            except BaseException as error:
                errors.append(error)

        thread = threading.Thread(target=hand_out, daemon=True)
        try:
            thread.start()
            yield
        finally:
            over.set()
            thread.join()
        if errors:
            raise errors[0]

    def _slot(self, item: Item) -> Slot:
        """The job of reading an item, or its result where there is nothing to read."""
        from kawat.intake.hands import Slot
        from kawat.intake.one import Job, Same, failed
        from kawat.intake.sources.item import Address, Broken, Whole

        known = self._known(item.name)
        job = Job(item, self._options, known)
        if isinstance(item.content, Whole) or self._is_met(item, known):
            return Slot(job, Same())
        if isinstance(item.content, Broken):
            return Slot(job, failed(item.content.error, item.digest, lasting=item.content.lasting))
        if isinstance(item.content, Address) and item.content.listed:
            self._under_way.add(item.name)
        return Slot(job)

    def _is_met(self, item: Item, known: str | None) -> bool:
        """Whether an item need not be read; ``known``: the digest of what was read under its name."""
        from kawat.intake.sources.item import Address

        if not isinstance(item.content, Address):
            mark = self._mark(item) if known is not None and known != item.digest else None
            return known is not None and item.digest in (known, mark)
        if not item.content.listed:
            return False
        if item.name in self._under_way or item.name in self._refused:
            return True
        # A list that names a page for the first time does not say that it changed.
        return known is not None and self._mark(item) in (None, item.digest)

    def _mark(self, item: Item) -> str | None:
        """What the list that names the item said of it last."""
        return None if item.listing is None else self._store.listed_mark(item.listing, item.name)

    def _known(self, name: str) -> str | None:
        """The digest of what was read under this name, where that counts."""
        if self._ways.again:
            return None
        row = self._store.taken(name)
        if row is None or row.reader != self._signature or (self._ways.retry and row.article_id is None):
            return None
        return row.sha256

    def _finished(self, done: float, slot: Slot, depth: int) -> Iterator[Taken]:
        from kawat.intake.one import Failed, Fatal, Nested, Read, Same
        from kawat.intake.sources.item import Whole

        item, result = slot.job.item, slot.result
        if isinstance(result, Fatal | Nested) or isinstance(item.content, Whole):
            yield from self.write()
        if isinstance(result, Fatal):
            raise result.error
        if isinstance(item.content, Whole):
            self._whole(item.name)
        elif isinstance(result, Nested):
            self._whole(item.name)
            yield from self._nested(done, item, result, depth)
        elif isinstance(result, Read | Failed | Same):
            yield from self._added(Finished(item, result, done))

    def _added(self, one: Finished) -> Iterator[Taken]:
        self._keeping.add(one)
        if self._keeping.due:
            yield from self.write()

    def _whole(self, name: str) -> None:
        """A collection was read to its end: if it could not be before, it can now."""
        if name not in self._refused and self._store.quarantine_remove(name):
            self._store.taken_forget(name)

    def _nested(self, done: float, item: Item, result: Nested, depth: int) -> Iterator[Taken]:
        from kawat.intake.one import failed
        from kawat.intake.sources.collect import items_of_page

        def refused(error: InputError) -> Iterator[Taken]:
            return self._added(Finished(item, failed(error, None), done))

        if depth >= DEEPEST:
            yield from refused(InputError(f"it is a list inside {DEEPEST} others: give its address by itself"))
            return
        try:
            inner = ((done, one) for one in items_of_page(item.name, result.page, self._options))
            yield from self.run(inner, depth + 1)
        except InputError as error:
            yield from refused(error)


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


def _folders_of(source: str) -> Iterator[str]:
    """The folders that the path of a file leads through, as it names them."""
    while not is_url(source) and "/" in source.lstrip("/"):
        source = source.rpartition("/")[0]
        yield source


def _hands(options: InputOptions, ways: Ways) -> Hands:
    from kawat.intake.hands import Own, Processes

    alone = ways.workers <= 1 or os.name != "posix"  # elsewhere pipes can not be waited for
    return Own() if alone else Processes(ways.workers, options.reader, ways.seconds)


def _signature(options: InputOptions) -> str:
    """What decides how an item is read: another signature reads it anew. Raises `UsageError`."""
    from kawat.reading import reader_named

    info = reader_named(options.reader).info
    return f"{info.name} {info.version} {(info.model_sha256 or '')[:16]} rules {RULES}{' any' * options.any_page}"
