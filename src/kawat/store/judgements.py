"""What editors decided: rows of their own, kept apart from what readers and merging make."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kawat.errors import NotFoundError
from kawat.records import Span, content_id


class Kind(StrEnum):
    """``link``: two reports tell one event; ``unlink``: they do not; ``reject``: no event at all; ``set``: a value."""

    LINK = "link"
    UNLINK = "unlink"
    REJECT = "reject"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article that a judgement is about: a report stands for them, under whatever id."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. ``other`` only of link and unlink, ``field`` and ``value`` only of set. ``at``: UTC, ISO 8601."""

    kind: Kind
    words: Words
    editor: str
    at: str
    other: Words | None = None
    field: str | None = None
    value: str | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """The same for every judgement on one question, so that the latest answer replaces those before."""
        ends = sorted(_named(words) for words in (self.words, self.other) if words is not None)
        question = "pair" if self.other is not None else f"{self.kind.value}:{self.field or ''}"
        return content_id("jdg", question, *ends)


def put(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Keep them, but for those that answer a question that has a later answer; gives what was kept."""
    kept: list[Judgement] = []
    for one in judgements:
        known = connection.execute("SELECT at FROM judgements WHERE id = ?", (one.id,)).fetchone()
        if known is not None and known[0] > one.at:
            continue
        other = (
            (one.other.article_id, one.other.span.start, one.other.span.end) if one.other else (None, None, None)
        )
        connection.execute(
            "INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (one.id, one.kind.value, one.words.article_id, one.words.span.start, one.words.span.end, *other, one.field, one.value, one.editor, one.at, one.note),
        )
        kept.append(one)
    return kept


def remove(connection: sqlite3.Connection, identifier: str) -> Judgement:
    """Take one back. Raises `NotFoundError`."""
    found = [one for one in listed(connection) if one.id == identifier]
    if not found:
        raise NotFoundError(f"there is no judgement {identifier}; `kawat judgements` lists them")
    connection.execute("DELETE FROM judgements WHERE id = ?", (identifier,))
    return found[0]


def listed(connection: sqlite3.Connection) -> list[Judgement]:
    """All of them, by time."""
    return [_judgement(row) for row in connection.execute(f"{_SELECT} ORDER BY at, id")]


def about(connection: sqlite3.Connection, article_ids: Sequence[str]) -> list[Judgement]:
    """Those about words of the articles, by time."""
    found: dict[str, Judgement] = {}
    for start in range(0, len(article_ids), _AT_ONCE):
        some = article_ids[start : start + _AT_ONCE]
        holes = ", ".join("?" * len(some))
        for side in ("article_id", "other_article_id"):
            for row in connection.execute(f"{_SELECT} WHERE {side} IN ({holes})", some):
                one = _judgement(row)
                found[one.id] = one
    return sorted(found.values(), key=lambda one: (one.at, one.id))


_AT_ONCE = 500
_SELECT = (
    "SELECT kind, article_id, start, end, other_article_id, other_start, other_end, field, value, editor, at, note "
    "FROM judgements"
)


def _judgement(row: Sequence[object]) -> Judgement:
    kind, article, start, end, other_article, other_start, other_end, field, value, editor, at, note = row
    other = None if other_article is None else Words(str(other_article), Span(int(other_start), int(other_end)))  # type: ignore[call-overload]
    return Judgement(
        Kind(str(kind)),
        Words(str(article), Span(int(start), int(end))),  # type: ignore[call-overload]
        str(editor),
        str(at),
        other,
        _text(field),
        _text(value),
        _text(note),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _named(words: Words) -> str:
    return f"{words.article_id}:{words.span.start}:{words.span.end}"


def reports_at(words: Words, triggers: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """The reports of the article whose triggers overlap the words, nearest first."""
    near = [
        (abs(start - words.span.start), abs(end - words.span.end), report)
        for start, end, report in triggers
        if start < words.span.end and words.span.start < end
    ]
    return (report for *_, report in sorted(near))
