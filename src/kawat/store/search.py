"""Full-text search. What the user types is words, never the query language of the index."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from kawat.errors import UsageError
from kawat.records import Span
from kawat.store.filters import CURRENT, ReportFilter, article_where
from kawat.store.rows import dump

ALL = ReportFilter()

_OPEN, _CLOSE = "\x02", "\x03"  # control characters: pages keeps them out of every text
_SNIPPET_WORDS = 24
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or a sentence that has the words.

    ``marks`` are spans of ``snippet``, ``sentence`` is one of the article's text, ``text`` its words.
    """

    article_id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str
    snippet: str
    marks: tuple[Span, ...]
    sentence: Span | None
    text: str | None


def search(
    connection: sqlite3.Connection,
    words: str,
    *,
    sentences: bool,
    limit: int,
    among: int | None = None,
    start: int = 0,
    filters: ReportFilter = ALL,
) -> tuple[Hit, ...]:
    """What has all the words, best first. Raises `UsageError` when there is no word to look for.

    ``among``: only the best of so many that have them, so that a word of nearly every text is quickly looked for.
    ``start``: without so many of the best. Of ``filters`` counts what is asked of articles.
    """
    index = "sentences_fts" if sentences else "articles_fts"
    match, where = match_of(words), article_where(filters)
    some = f"SELECT rowid, rank FROM {index} WHERE {index} MATCH ? LIMIT {-1 if among is None else int(among)}"
    order = "f.rank, a.id, s.start" if sentences else "f.rank, a.id"
    found = (
        f"SELECT f.rowid FROM ({some}) f JOIN {_JOINED[sentences]} WHERE {CURRENT} AND {where.sql} "
        f"ORDER BY {order} LIMIT ? OFFSET ?"
    )
    rows = connection.execute(found, (match, *where.values, limit, start)).fetchall()
    return _hits(connection, sentences, match, [row[0] for row in rows])


_JOINED = {
    False: "articles a ON a.key = f.rowid",
    True: "sentences s ON s.key = f.rowid JOIN articles a ON a.id = s.article_id",
}


def match_of(words: str) -> str:
    """The query: every word, "a phrase" in double quotes, the start of a word with a star (Kore*)."""
    terms: list[str] = []
    for quoted, bare in _TERM.findall(words):
        starts = not quoted and bare.endswith("*")
        term = (quoted or bare).replace('"', " ").replace("\0", " ").rstrip("*").strip()
        if any(letter.isalnum() for letter in term):
            terms.append(f'"{term}"{" *" if starts else ""}')
    if not terms:
        raise UsageError("there is no word to search for; give one or more, a phrase in double quotes")
    return " ".join(terms)


def _hits(connection: sqlite3.Connection, sentences: bool, match: str, keys: list[int]) -> tuple[Hit, ...]:
    """Those found, in this order.

    Asked for one by one, so that the index is not gone through again for the words; but all at once where the start
    of a word is looked for: all words that start so are put together each time.
    """
    if not match.endswith("*") and "* " not in match:
        return tuple(_hit(row) for key in keys for row in _told(connection, sentences, match, "f.rowid = ?", key))
    among = "+f.rowid IN (SELECT value FROM json_each(?))"
    found = {row[-1]: row for row in _told(connection, sentences, match, among, dump(keys))}
    return tuple(_hit(found[key]) for key in keys)


def _told(
    connection: sqlite3.Connection, sentences: bool, match: str, which: str, value: int | str
) -> list[tuple[Any, ...]]:
    index, column = ("sentences_fts", 0) if sentences else ("articles_fts", 1)
    span = "s.start, s.end, substr(a.text, s.start + 1, s.end - s.start)" if sentences else "NULL, NULL, NULL"
    sql = (
        f"SELECT a.id, a.title, a.outlet, a.published, a.url, a.language, {span}, "
        f"snippet({index}, {column}, '{_OPEN}', '{_CLOSE}', '…', {_SNIPPET_WORDS}), f.rowid "
        f"FROM {index} f CROSS JOIN {_JOINED[sentences]} WHERE {index} MATCH ? AND {which}"
    )
    return connection.execute(sql, (match, value)).fetchall()


def _hit(row: tuple[Any, ...]) -> Hit:
    article, title, outlet, published, url, language, start, end, text, marked, _ = row
    snippet, marks = _unmarked(marked)
    sentence = None if start is None else Span(start, end)
    return Hit(article, title, outlet, published, url, language, snippet, marks, sentence, text)


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    out, marks, start = "", [], -1
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = len(out)
        elif piece == _CLOSE:
            if 0 <= start < len(out):
                marks.append(Span(start, len(out)))
        else:
            out += piece
    return out, tuple(marks)
