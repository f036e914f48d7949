"""What was read goes into the store, some articles in one transaction: events that several of them tell are grouped
once for all, and the store is merged whenever others look at it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kawat.errors import InputError
from kawat.intake.ahead import ahead_of
from kawat.intake.memory import Memory, give_back
from kawat.intake.one import FOR_ALL, Failed, Read, Same, failed
from kawat.intake.settling import settle
from kawat.intake.sources.item import Item, Origin
from kawat.intake.summaries import summarise
from kawat.intake.versions import settle_versions
from kawat.records import Record, Span
from kawat.store import Outcome, Store, TakenRow

UNREAD = "not read: language"  # how the pipeline begins the reason for an article in another language
AT_ONCE = 72
"""So many items are written in one transaction; those of a run that is stopped in between are read again."""
LONGEST = timedelta(seconds=10)
"""How long an item may wait for others, so that slow sources are seen too."""
SUMMARISE_AFTER = 288  # articles: events that many of them tell are put in short once
FORGET_AFTER = 1_000  # items that went into quarantine: then those over its limit leave it


class TakenAs(StrEnum):
    READ = "read"
    UNCHANGED = "unchanged"
    OTHER_LANGUAGE = "other language"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one item; ``reason`` says why it is in quarantine, ``copy``: its text was there already;
    ``still``: it is unchanged and in quarantine since an earlier time.

    ``done``: how many sources are behind it, with the share of the one that it comes from.
    """

    source: str
    taken_as: TakenAs
    article_id: str | None = None
    reason: str | None = None
    copy: bool = False
    done: float = 0.0
    still: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """An item with what reading made of it; ``done`` as in `Taken`."""

    item: Item
    result: Read | Failed | Same
    done: float


def keep(
    store: Store,
    record: Record,
    at: datetime,
    *,
    again: bool = False,
    memory: Memory | None = None,
    sentences: Sequence[Span] | None = None,
    fetched: str | None = None,
    in_place: bool = False,
) -> Outcome:
    """Keep a record and merge it with what is there, both or neither. Raises what `Store.add_record` does.

    Another text that is stored for the same address becomes an older version (see `kawat.intake.versions`);
    ``fetched``: the address that this one was fetched from just now; ``in_place``: it is stored and only read
    anew, so that which text is current stays as it is.
    """
    if sentences is None:
        from kawat import language  # here: asking a store should not wait for what only reading needs

        sentences = [sentence.span for sentence in language.sentences_of(record.article)]
    with store.transaction():
        outcome = store.add_record(record, at, sentences=sentences, again=again)
        if not in_place:
            settle_versions(store, record.article, at, Origin(fetched, now=True) if fetched else None)
        settle(store, at, memory)
    return outcome


class Keeping:
    """The items that were read and wait to be written. ``signature``: of the reader, noted with what it read.

    ``known``: the digest of what was read under a name, where that counts. ``again`` replaces whatever is kept.
    """

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        signature: str,
        known: Callable[[str], str | None],
        *,
        again: bool,
    ) -> None:
        self._store = store
        self._now = now
        self._signature = signature
        self._known = known
        self._again = again
        self.broken: Exception | None = None
        self._memory = Memory()
        self._waiting: list[Finished] = []
        self._told: list[Taken] = []
        self._since: datetime | None = None
        self._kept = self._refused = 0

    def add(self, one: Finished) -> None:
        """Take one more that waits to be written."""
        self._waiting.append(one)
        self._since = self._since or self._now()

    @property
    def due(self) -> bool:
        """Whether it is time to write them."""
        late = self._since is not None and self._now() - self._since >= LONGEST
        return late or len(self._waiting) >= AT_ONCE

    def write(self) -> None:
        """Write whatever waits: all in one transaction or, where that can not be, each in its own.

        `told` then gives what became of them. Where even one can not be written, ``broken`` says why, and those
        before it are.
        """
        if not self._waiting:
            return
        try:
            taken = self._together(self._waiting)
        except Exception:
            self._memory = Memory()  # it knows what was not written
            taken = self._one_by_one()
        except BaseException:
            self._memory = Memory()
            raise
        self._told += taken
        self._waiting, self._since = [], None
        if self.broken is None:
            self._look_after(taken)

    def told(self) -> list[Taken]:
        """What became of the items written since it was asked for last."""
        told, self._told = self._told, []
        return told

    def finish(self) -> None:
        """Write whatever waits, and put what is still to be put in order."""
        self.write()
        if self.broken is not None:
            return
        if self._refused:
            self._store.quarantine_forget_oldest()
        summarise(self._store, memory=self._memory)

    def _together(self, some: Sequence[Finished]) -> list[Taken]:
        with self._store.transaction():
            taken = [self._taken(one) for one in some]
            settle(self._store, self._now(), self._memory)
            copies = self._copies(taken)
        return [replace(one, copy=True) if one.article_id in copies else one for one in taken]

    def _one_by_one(self) -> list[Taken]:
        taken = []
        for one in self._waiting:
            try:
                taken.append(self._alone(one))
            except FOR_ALL as error:
                self.broken = error
                break
        return taken

    def _alone(self, one: Finished) -> Taken:
        try:
            return self._together([one])[0]
        except FOR_ALL:
            raise
        except Exception as error:
            self._memory = Memory()
            with self._store.transaction():
                return self._quarantined(one, failed(error, getattr(one.result, "digest", None)))

    def _taken(self, one: Finished) -> Taken:
        """Write one item. What can not be stored is refused before anything of it is."""
        self._note_mark(one.item)
        if isinstance(one.result, Failed):
            meanwhile = self._read_meanwhile(one.item.name, one.result.digest)
            return self._unchanged(one) if meanwhile else self._quarantined(one, one.result)
        if isinstance(one.result, Same) or self._read_meanwhile(one.item.name, one.result.digest):
            return self._unchanged(one)
        wrong = ahead_of(one.result.record.article, self._now())
        if wrong is not None:  # "yesterday" in it would become a day that has not come
            return self._quarantined(one, failed(InputError(f"{one.item.name}: {wrong}"), None))
        return self._read(one, one.result)

    def _note_mark(self, item: Item) -> None:
        """Keep what a list says of an item: each list is asked only whether it says something new itself."""
        if item.listing is None or item.digest is None:
            return
        if self._store.listed_mark(item.listing, item.name) != item.digest:
            self._store.listed_put(item.listing, item.name, item.digest)

    def _read_meanwhile(self, name: str, digest: str | None) -> bool:
        """Whether the same bytes were taken under the same name while this was under way."""
        return digest is not None and self._known(name) == digest

    def _unchanged(self, one: Finished) -> Taken:
        before = self._store.taken(one.item.name)
        still = before is not None and before.article_id is None
        return Taken(one.item.name, TakenAs.UNCHANGED, done=one.done, still=still)

    def _read(self, one: Finished, result: Read) -> Taken:
        record, at, name = result.record, self._now(), one.item.name
        outcome = self._store.add_record(record, at, sentences=result.sentences, again=self._again)
        settle_versions(self._store, record.article, at, result.origin)
        self._store.quarantine_remove(name)
        if result.digest is not None:
            self._store.taken_put(name, TakenRow(result.digest, self._signature, record.article.id), at)
        return Taken(name, _taken_as(outcome, record), record.article.id, done=one.done)

    def _quarantined(self, one: Finished, result: Failed) -> Taken:
        at, name = self._now(), one.item.name
        self._store.quarantine_note(name, result.reason, result.error, at)
        if result.lasting and result.digest is not None:
            self._store.taken_put(name, TakenRow(result.digest, self._signature, None), at)
        else:
            self._store.taken_forget(name)
        return Taken(name, TakenAs.QUARANTINED, reason=result.reason, done=one.done)

    def _copies(self, taken: Sequence[Taken]) -> set[str]:
        """The articles read now whose text was there already, or came before them."""
        read = [one.article_id for one in taken if one.taken_as is TakenAs.READ and one.article_id is not None]
        place = {one: number for number, one in enumerate(read)}
        pairs = self._store.merging().copies_of(read)
        return {one for p in pairs for one, other in (p, p[::-1]) if place.get(one, -1) > place.get(other, -1)}

    def _look_after(self, taken: Sequence[Taken]) -> None:
        """Hand memory back; now and then put events in short, and take the quarantine back to its limit."""
        give_back()
        self._kept += sum(one.taken_as is not TakenAs.QUARANTINED for one in taken)
        self._refused += sum(one.taken_as is TakenAs.QUARANTINED for one in taken)
        if self._kept >= SUMMARISE_AFTER:
            summarise(self._store, memory=self._memory)
            self._kept = 0
        if self._refused >= FORGET_AFTER:
            self._store.quarantine_forget_oldest()
            self._refused = 0


def _taken_as(outcome: Outcome, record: Record) -> TakenAs:
    if outcome is Outcome.UNCHANGED:
        return TakenAs.UNCHANGED
    if any(dropped.reason.startswith(UNREAD) for dropped in record.dropped):
        return TakenAs.OTHER_LANGUAGE
    return TakenAs.READ
