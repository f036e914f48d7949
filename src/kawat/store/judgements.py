"""What editors decided: rows of their own, kept apart from what readers and merging make."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from kawat.errors import NotFoundError
from kawat.records import Span, content_id
from kawat.store.many import chunks, holes


class Kind(StrEnum):
    """``link``: two reports tell one event; ``unlink``: they do not; ``set``: a value of a report.

    ``accept``: an editor looked at a report and found it right; ``reject``: it tells no event.
    """

    LINK = "link"
    UNLINK = "unlink"
    ACCEPT = "accept"
    REJECT = "reject"
    SET = "set"


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """The words of an article that a judgement is about: a report stands for them, under whatever id."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. ``other`` only of link and unlink, ``field`` and ``value`` only of set.

    ``at``: when, as `moment_of` writes it. Raises `ValueError` for parts that do not fit together.
    """

    kind: Kind
    words: Words
    editor: str
    at: str
    other: Words | None = None
    field: str | None = None
    value: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if (self.kind in (Kind.LINK, Kind.UNLINK)) is not (self.other is not None):
            raise ValueError(f"{self.kind.value} is about {'one report' if self.other else 'two reports'}")
        if self.other == self.words:
            raise ValueError(f"{self.kind.value} needs two different reports")
        if (self.kind is Kind.SET) is not (self.field is not None and self.value is not None):
            raise ValueError("set, and nothing else, has a field and a value")
        if not _MOMENT.fullmatch(self.at):
            raise ValueError(f"{self.at!r} is no moment in UTC such as 2025-08-14T09:30:00.000000Z")

    @property
    def id(self) -> str:
        """The same for every judgement on one question, so that the latest answer replaces those before."""
        ends = sorted(_named(words) for words in (self.words, self.other) if words is not None)
        kind = Kind.REJECT if self.kind is Kind.ACCEPT else self.kind  # two answers to one question
        question = "pair" if self.other is not None else f"{kind.value}:{self.field or ''}"
        return content_id("jdg", question, *ends)


_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


def moment_of(moment: datetime) -> str:
    """A moment, which has an offset, as judgements have it: UTC, to the microsecond; as texts they sort by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def put(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Keep them, but for those that answer a question that has a later answer; gives what is new.

    Of two answers of one moment the same one stays, whichever comes first.
    """
    kept: list[Judgement] = []
    for one in judgements:
        row = connection.execute(f"{_SELECT} WHERE id = ?", (one.id,)).fetchone()
        if row is not None and _rank(_judgement(row)) >= _rank(one):
            continue
        far = (one.other.article_id, one.other.span.start, one.other.span.end) if one.other else (None, None, None)
        near = (one.words.article_id, one.words.span.start, one.words.span.end)
        connection.execute(
            f"INSERT OR REPLACE INTO judgements (id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (one.id, one.kind.value, *near, *far, one.field, one.value, one.editor, one.at, one.note),
        )
        kept.append(one)
    return kept


def _rank(one: Judgement) -> tuple[str, ...]:
    words = [_named(words) for words in (one.words, one.other) if words is not None]
    return one.at, one.kind.value, one.editor, one.value or "", one.note or "", *words


def remove(connection: sqlite3.Connection, identifier: str) -> Judgement:
    """Take one back. Raises `NotFoundError`."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (identifier,)).fetchone()
    if row is None:
        raise NotFoundError(f"there is no judgement {identifier}; `kawat judgements` lists them")
    connection.execute("DELETE FROM judgements WHERE id = ?", (identifier,))
    return _judgement(row)


def listed(connection: sqlite3.Connection) -> list[Judgement]:
    """All of them, by time."""
    return [_judgement(row) for row in connection.execute(f"{_SELECT} ORDER BY at, id")]


def about(connection: sqlite3.Connection, article_ids: Sequence[str]) -> list[Judgement]:
    """Those about words of the articles, by time."""
    found: dict[str, Judgement] = {}
    for some in chunks(article_ids):
        for side in ("article_id", "other_article_id"):
            for row in connection.execute(f"{_SELECT} WHERE {side} IN ({holes(some)})", some):
                one = _judgement(row)
                found[one.id] = one
    return sorted(found.values(), key=lambda one: (one.at, one.id))


_COLUMNS = "kind, article_id, start, end, other_article_id, other_start, other_end, field, value, editor, at, note"
_SELECT = f"SELECT {_COLUMNS} FROM judgements"


def _judgement(row: Sequence[Any]) -> Judgement:
    kind, article, start, end, other_article, other_start, other_end, field, value, editor, at, note = row
    other = None if other_article is None else Words(other_article, Span(other_start, other_end))
    return Judgement(Kind(kind), Words(article, Span(start, end)), editor, at, other, field, value, note)


def _named(words: Words) -> str:
    return f"{words.article_id}:{words.span.start}:{words.span.end}"


def reports_at(words: Words, triggers: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """The reports of the article whose triggers overlap the words, nearest first."""
    near = [
        (abs(start - words.span.start) + abs(end - words.span.end), start, report)
        for start, end, report in triggers
        if start < words.span.end and words.span.start < end
    ]
    return (report for *_, report in sorted(near))
