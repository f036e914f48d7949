"""Articles that an older reader read, read again from their stored text. No network; each is one transaction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kawat import pipeline
from kawat.errors import KnowledgeError, StoreError, UsageError
from kawat.intake.keeping import keep
from kawat.intake.memory import Memory
from kawat.intake.summaries import summarise
from kawat.reading import reader_named
from kawat.reading.info import DEFAULT_READER
from kawat.records import Record
from kawat.store import Outcome, Store
from kawat.store.failing import as_store_error


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one article. ``changed``: it is read otherwise now; ``reason``: why it can not be read."""

    article_id: str
    changed: bool
    reason: str | None = None


def stale(store: Store, reader: str = DEFAULT_READER) -> list[str]:
    """The articles that ``reader`` would sign otherwise than they are signed, but for those of a newer version.

    Raises `UsageError` for an unknown reader.
    """
    info = reader_named(reader).info
    with as_store_error(store.path):
        rows = store.watching().read_by_others(info.name, info.version, info.model_sha256)
    return [
        one for one, name, version, _ in rows if name != info.name or _version(version) <= _version(info.version)
    ]


def reread(
    store: Store, article_ids: list[str], now: Callable[[], datetime], reader: str = DEFAULT_READER
) -> Iterator[Reread]:
    """Read the articles again, one by one; what can not be read stays as it is, and the others go on."""
    memory = Memory()
    for article_id in article_ids:
        before = store.record(article_id)
        try:
            record = pipeline.read_article(before.article, reader)
            outcome = keep(store, record, now(), again=True, memory=memory, in_place=True)
        except (StoreError, KnowledgeError, UsageError):
            raise
        except Exception as error:
            yield Reread(article_id, False, f"{type(error).__name__}: {error}")
            continue
        yield Reread(article_id, outcome is Outcome.UPDATED and _told(before) != _told(record))
    summarise(store)


def _told(record: Record) -> tuple[object, ...]:
    return record.reports, record.claims, record.candidates


def _version(text: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|[^\d.]+", text)]
