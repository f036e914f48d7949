"""Adding a record to the store, and taking an article out again."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from kawat.contract import record_to_line
from kawat.contract.as_json import article_to_dict
from kawat.errors import InputError, NotFoundError
from kawat.records import Record, Span
from kawat.store import query, versions
from kawat.store.rows import dump, rows_of


class Outcome(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


def add_record(
    connection: sqlite3.Connection,
    record: Record,
    added_at: datetime,
    *,
    sentences: Sequence[Span] = (),
    again: bool = False,
) -> Outcome:
    """Keep ``record`` inside the caller's transaction; see `Store.add_record`."""
    _check(record)
    stamp, given = moment_text(added_at), storable(record.article.source_file)
    kept = query.stored(connection, record.article.id)
    if kept is None:
        _insert(connection, record, stamp, given, sentences)
        return Outcome.ADDED
    first = min(stamp, kept.added_at)
    source = min(filter(None, (given, kept.source_file)), default=None)
    if again or _wins(record, query.record(connection, record.article.id)):
        replaced = versions.around(connection, record.article.id)
        connection.execute("DELETE FROM articles WHERE id = ?", (record.article.id,))
        _insert(connection, record, first, source, sentences)
        versions.put_back(connection, replaced)
        return Outcome.UPDATED
    # Which file a text came from first, by time or by name, must not depend on the order of adding either.
    connection.execute(
        "UPDATE articles SET added_at = ?, source_file = ? WHERE id = ? AND (added_at, source_file) IS NOT (?, ?)",
        (first, source, record.article.id, first, source),
    )
    return Outcome.UNCHANGED


def remove_article(connection: sqlite3.Connection, article_id: str) -> None:
    """Delete the article; its rows elsewhere go with it (foreign keys, triggers). Raises `NotFoundError`."""
    replaced = versions.around(connection, article_id)
    if connection.execute("DELETE FROM articles WHERE id = ?", (article_id,)).rowcount == 0:
        raise NotFoundError(f"there is no article {article_id} in the store; `kawat articles` lists them")
    versions.heirs(connection, replaced, article_id)


def moment_text(moment: datetime) -> str:
    """A moment as the store writes it: UTC, to the second. A moment without an offset is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def storable(name: str | None) -> str | None:
    """A file name that may hold bytes that are no UTF-8, those escaped."""
    return name and name.encode("utf-8", "backslashreplace").decode("utf-8")


def _check(record: Record) -> None:
    try:
        _whole(record).encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError("there are half characters (surrogates) in it; read it with kawat.pages") from error
    if "\x00" in record.article.text:
        raise InputError("the text has NUL characters; read the page with kawat.pages")


def _wins(new: Record, kept: Record) -> bool:
    """Whether ``new`` replaces what is kept, so that the order of adding decides nothing."""
    if _whole(new) == _whole(kept):
        return False
    if _reader_rank(new) != _reader_rank(kept):
        return _reader_rank(new) > _reader_rank(kept)
    if _article_rank(new) != _article_rank(kept):
        return _article_rank(new) > _article_rank(kept)
    return True  # the same page read otherwise by the same reader: it was mended, the last reading counts


def _whole(record: Record) -> str:
    """All that is kept of a record but where it was read from."""
    article = replace(record.article, source_file=None)
    return record_to_line(replace(record, article=article), candidates=True)


def _reader_rank(record: Record) -> tuple[list[tuple[int, str]], str]:
    parts = re.findall(r"\d+|[^\d.]+", record.reader.version)
    version = [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
    return version, record.reader.name


def _article_rank(record: Record) -> tuple[bool, bool, str]:
    article = record.article
    return article.published is not None, article.title is not None, dump(article_to_dict(article))


def _insert(
    connection: sqlite3.Connection, record: Record, stamp: str, source: str | None, sentences: Sequence[Span]
) -> None:
    for table, rows in rows_of(record, stamp, source, sentences):
        if not rows:
            continue
        marks = ", ".join("?" * len(rows[0]))
        try:
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        except sqlite3.IntegrityError as error:
            raise InputError(f"the record of {record.article.id} has an id that is taken ({error})") from error
