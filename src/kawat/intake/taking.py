"""Sources into a store, one by one: each is read, kept, or put into quarantine with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO

from kawat.errors import InputError, KnowledgeError, StoreError, UsageError
from kawat.intake.ahead import ahead_of
from kawat.intake.inputs import InputOptions, is_url, read_input
from kawat.intake.settling import Memory, settle
from kawat.intake.versions import settle_versions
from kawat.records import Record
from kawat.store import Outcome, Store

UNREAD = "not read: language"  # how the pipeline begins the reason for an article in another language


class TakenAs(StrEnum):
    READ = "read"
    UNCHANGED = "unchanged"
    OTHER_LANGUAGE = "other language"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one source; ``reason`` says why it is in quarantine."""

    source: str
    taken_as: TakenAs
    article_id: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    read: int
    unchanged: int
    other_language: int
    quarantined: int


def take(
    store: Store,
    sources: Iterable[str],
    now: Callable[[], datetime],
    options: InputOptions | None = None,
    *,
    again: bool = False,
    stream: BinaryIO | None = None,
) -> Iterator[Taken]:
    """Read every source into ``store``; ``now`` tells the time of adding, ``stream`` is what ``-`` means.

    A source that can not be read never stops the others, whatever is wrong with it. Raises `StoreError`,
    `KnowledgeError`, `UsageError`: what is wrong for every source alike. What was stored before stays.
    """
    memory = Memory()
    for source in sources:
        try:
            yield _keep(
                store, source, _read(source, options or InputOptions(), stream, now()), now(), again, memory
            )
        except (StoreError, KnowledgeError, UsageError):
            raise
        except Exception as error:
            store.quarantine_add(source, error, now())
            yield Taken(source, TakenAs.QUARANTINED, reason=str(error))


def _read(source: str, options: InputOptions, stream: BinaryIO | None, at: datetime) -> Record:
    record = read_input(source, options, stream)
    wrong = ahead_of(record.article, at)
    if wrong is not None:  # "yesterday" in it would become a day that has not come
        raise InputError(f"{source}: {wrong}")
    return record


def tally(taken: Iterable[Taken]) -> Tally:
    """How many sources became what."""
    counted = Counter(one.taken_as for one in taken)
    return Tally(
        counted[TakenAs.READ],
        counted[TakenAs.UNCHANGED],
        counted[TakenAs.OTHER_LANGUAGE],
        counted[TakenAs.QUARANTINED],
    )


def keep(
    store: Store,
    record: Record,
    at: datetime,
    *,
    again: bool = False,
    memory: Memory | None = None,
    fetched: str | None = None,
) -> Outcome:
    """Keep a record and merge it with what is there, both or neither. Raises what `Store.add_record` does.

    Another text that is stored for the same address becomes the older version (see `kawat.intake.versions`);
    ``fetched``: the address that it was fetched from just now. A page that names another host's address as its own
    replaces nothing.
    """
    from kawat import language  # here: asking a store should not wait for what only reading needs

    sentences = [sentence.span for sentence in language.sentences_of(record.article)]
    with store.transaction():
        outcome = store.add_record(record, at, sentences=sentences, again=again)
        settle_versions(store, record.article, at, fetched)
        settle(store, at, memory)
    return outcome


def _keep(store: Store, source: str, record: Record, at: datetime, again: bool, memory: Memory) -> Taken:
    with store.transaction():
        fetched = source if is_url(source) else None
        outcome = keep(store, record, at, again=again, memory=memory, fetched=fetched)
        store.quarantine_remove(source)
    return Taken(source, _taken_as(outcome, record), record.article.id)


def _taken_as(outcome: Outcome, record: Record) -> TakenAs:
    if outcome is Outcome.UNCHANGED:
        return TakenAs.UNCHANGED
    if any(dropped.reason.startswith(UNREAD) for dropped in record.dropped):
        return TakenAs.OTHER_LANGUAGE
    return TakenAs.READ
