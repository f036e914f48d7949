"""Reading records back: frozen records in a fixed order, nothing of SQLite in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kawat.contract.from_json import (
    claim_from_dict,
    dropped_from_dict,
    moment_from_text,
    report_from_dict,
)
from kawat.errors import NotFoundError
from kawat.records import Article, Claim, Paragraph, ParagraphKind, ReaderInfo, Record, Span, Telling
from kawat.store.filters import CURRENT, ReportFilter, Where, article_where, report_where, voice_where
from kawat.store.many import chunks, holes

_LATEST_FIRST = "a.published_day IS NULL, a.published_day DESC, a.id"
_ARTICLE = (
    "a.id, a.text, a.paragraphs, a.language, a.title, a.outlet, a.byline, a.published, a.url, a.source_file, "
    "a.page_dropped"
)
_ARTICLE_WIDTH = _ARTICLE.count(",") + 1


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with who read it, when it was added (UTC, ISO 8601) and how much was found in it."""

    article: Article
    reader: ReaderInfo
    added_at: str
    reports: int
    claims: int


@dataclass(frozen=True, slots=True)
class StoredClaim:
    article: Article
    claim: Claim


@dataclass(frozen=True, slots=True)
class Found:
    """Something that has an id; ``article_id`` is the article it stands in. Kinds: article, report, claim."""

    kind: str
    id: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Counts:
    articles: int
    reports: int
    claims: int
    quarantined: int


@dataclass(frozen=True, slots=True)
class Stored:
    """When an article was first added, and from which file."""

    added_at: str
    source_file: str | None


def stored(connection: sqlite3.Connection, article_id: str) -> Stored | None:
    row = connection.execute("SELECT added_at, source_file FROM articles WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else Stored(*row)


def articles(connection: sqlite3.Connection, filters: ReportFilter) -> Iterator[StoredArticle]:
    """The articles that fit, latest first."""
    where = article_where(filters)
    if filters.asks_of_reports() or filters.voice is not None:
        inner = report_where(filters).joined(voice_where(filters))
        inside = f"EXISTS (SELECT 1 FROM reports r WHERE r.article_id = a.id AND {inner.sql})"
        where = where.joined(Where((inside,), inner.values))
    sql = f"{_STORED} WHERE {CURRENT} AND {where.sql} ORDER BY {_LATEST_FIRST} LIMIT ?"
    for row in connection.execute(sql, (*where.values, _limit(filters))):
        yield _stored_article(row)


def articles_stored(connection: sqlite3.Connection, article_ids: Sequence[str]) -> Iterator[StoredArticle]:
    """The articles that have these ids, by id."""
    for some in chunks(article_ids):
        for row in connection.execute(f"{_STORED} WHERE a.id IN ({holes(some)}) ORDER BY a.id", some):
            yield _stored_article(row)


_STORED = (
    f"SELECT {_ARTICLE}, a.reader_name, a.reader_version, a.reader_model_sha256, a.added_at, "
    "(SELECT count(*) FROM reports r WHERE r.article_id = a.id), "
    "(SELECT count(*) FROM claims c WHERE c.article_id = a.id) FROM articles a"
)


def _stored_article(row: tuple[Any, ...]) -> StoredArticle:
    name, version, model, added_at, reports, found = row[_ARTICLE_WIDTH:]
    return StoredArticle(_article(row), ReaderInfo(name, version, model), added_at, reports, found)


def tellings(connection: sqlite3.Connection, filters: ReportFilter) -> Iterator[Telling]:
    where = article_where(filters).joined(report_where(filters)).joined(voice_where(filters))
    sql = (
        f"SELECT {_ARTICLE}, r.report FROM reports r JOIN articles a ON a.id = r.article_id "
        f"WHERE {CURRENT} AND {where.sql} ORDER BY {_LATEST_FIRST}, r.position LIMIT ?"
    )
    for article, told in _with_articles(connection.execute(sql, (*where.values, _limit(filters)))):
        yield Telling(article, report_from_dict(json.loads(told)))


def tellings_in(connection: sqlite3.Connection, article_ids: Sequence[str]) -> Iterator[Telling]:
    """All published reports of the articles that are current, each with its article, by article."""
    return _tellings_where(connection, f"{CURRENT} AND a.id", article_ids)


def tellings_with(connection: sqlite3.Connection, report_ids: Sequence[str]) -> Iterator[Telling]:
    """The published reports that have these ids, each with its article, by article."""
    return _tellings_where(connection, "r.id", report_ids)


def _tellings_where(connection: sqlite3.Connection, column: str, ids: Sequence[str]) -> Iterator[Telling]:
    for some in chunks(ids):
        sql = (
            f"SELECT {_ARTICLE}, r.report FROM reports r JOIN articles a ON a.id = r.article_id "
            f"WHERE {column} IN ({holes(some)}) ORDER BY a.id, r.position"
        )
        for article, told in _with_articles(connection.execute(sql, some)):
            yield Telling(article, report_from_dict(json.loads(told)))


def articles_with(connection: sqlite3.Connection, article_ids: Sequence[str]) -> Iterator[Article]:
    for some in chunks(article_ids):
        sql = f"SELECT {_ARTICLE} FROM articles a WHERE a.id IN ({holes(some)}) ORDER BY a.id"
        for row in connection.execute(sql, some):
            yield _article(row)


def articles_of_reports(connection: sqlite3.Connection, report_ids: Sequence[str]) -> dict[str, str]:
    """The article of each of the reports that are stored."""
    found: dict[str, str] = {}
    for some in chunks(report_ids):
        sql = f"SELECT id, article_id FROM reports WHERE id IN ({holes(some)})"
        found.update(connection.execute(sql, some))
    return found


def reports_in(connection: sqlite3.Connection, article_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Article and id of the reports of the articles."""
    found: list[tuple[str, str]] = []
    for some in chunks(article_ids):
        sql = f"SELECT article_id, id FROM reports WHERE article_id IN ({holes(some)})"
        found += connection.execute(sql, some)
    return found


def triggers_in(
    connection: sqlite3.Connection, article_ids: Sequence[str]
) -> dict[str, list[tuple[int, int, str]]]:
    """For each of the articles where the triggers of its reports stand: start, end, report."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for some in chunks(article_ids):
        sql = (
            "SELECT article_id, start, end, report_id FROM report_words "
            f"WHERE article_id IN ({holes(some)}) ORDER BY article_id, position"
        )
        for article, start, end, report in connection.execute(sql, some):
            found.setdefault(article, []).append((start, end, report))
    return found


def claims(connection: sqlite3.Connection, filters: ReportFilter) -> Iterator[StoredClaim]:
    spoken = "EXISTS (SELECT 1 FROM claim_speakers s WHERE s.claim_id = c.id AND instr(s.folded, fold(?)))"
    where = article_where(filters).and_(spoken, filters.voice)
    if filters.asks_of_reports():
        inner = report_where(filters)
        inside = (
            "EXISTS (SELECT 1 FROM claim_reports k JOIN reports r ON r.id = k.report_id "
            f"WHERE k.claim_id = c.id AND {inner.sql})"
        )
        where = where.joined(Where((inside,), inner.values))
    sql = (
        f"SELECT {_ARTICLE}, c.claim FROM claims c JOIN articles a ON a.id = c.article_id "
        f"WHERE {CURRENT} AND {where.sql} ORDER BY {_LATEST_FIRST}, c.position LIMIT ?"
    )
    for article, told in _with_articles(connection.execute(sql, (*where.values, _limit(filters)))):
        yield StoredClaim(article, claim_from_dict(json.loads(told)))


def claims_with(connection: sqlite3.Connection, claim_ids: Sequence[str]) -> Iterator[StoredClaim]:
    """The claims that have these ids, by article."""
    for some in chunks(claim_ids):
        sql = (
            f"SELECT {_ARTICLE}, c.claim FROM claims c JOIN articles a ON a.id = c.article_id "
            f"WHERE c.id IN ({holes(some)}) ORDER BY a.id, c.position"
        )
        for article, told in _with_articles(connection.execute(sql, some)):
            yield StoredClaim(article, claim_from_dict(json.loads(told)))


def record(connection: sqlite3.Connection, article_id: str) -> Record:
    """Everything kept of one article. Raises `NotFoundError`."""
    sql = (
        f"SELECT {_ARTICLE}, a.reader_name, a.reader_version, a.reader_model_sha256, a.dropped, "
        "(SELECT json_group_array(json(report)) FROM (SELECT report FROM reports r WHERE r.article_id = a.id "
        "ORDER BY r.position)), "
        "(SELECT json_group_array(json(claim)) FROM (SELECT claim FROM claims c WHERE c.article_id = a.id "
        "ORDER BY c.position)), "
        "(SELECT json_group_array(json(report)) FROM (SELECT report FROM candidates c WHERE c.article_id = a.id "
        "ORDER BY c.position)) FROM articles a WHERE a.id = ?"
    )
    row = connection.execute(sql, (article_id,)).fetchone()
    if row is None:
        raise NotFoundError(f"there is no article {article_id} in the store; `kawat articles` lists them")
    name, version, model, dropped, told, said, unsure = row[_ARTICLE_WIDTH:]
    return Record(
        reader=ReaderInfo(name, version, model),
        article=_article(row),
        reports=tuple(report_from_dict(value) for value in json.loads(told)),
        claims=tuple(claim_from_dict(value) for value in json.loads(said)),
        dropped=tuple(dropped_from_dict(value) for value in json.loads(dropped)),
        candidates=tuple(report_from_dict(value) for value in json.loads(unsure)),
    )


def find(connection: sqlite3.Connection, id_prefix: str) -> tuple[Found, ...]:
    sql = " UNION ALL ".join(
        f"SELECT '{kind}', id, {article} FROM {kind}s WHERE id >= ?1 AND id < ?2"
        for kind, article in (("article", "id"), ("report", "article_id"), ("claim", "article_id"))
    )
    rows = connection.execute(f"{sql} ORDER BY 2", (id_prefix, id_prefix + "\U0010ffff"))
    return tuple(Found(*row) for row in rows)


def counts(connection: sqlite3.Connection) -> Counts:
    tables = ("articles", "reports", "claims", "quarantine")
    row = connection.execute("SELECT " + ", ".join(f"(SELECT count(*) FROM {t})" for t in tables)).fetchone()
    return Counts(*row)


def _limit(filters: ReportFilter) -> int:
    return -1 if filters.limit is None else filters.limit


def _with_articles(rows: sqlite3.Cursor) -> Iterator[tuple[Article, str]]:
    """Each row's article and last cell; the article is made once for the rows that follow one another."""
    held_id, held = "", None
    for row in rows:
        if held is None or row[0] != held_id:
            held_id, held = row[0], _article(row)
        yield held, row[-1]


def _article(row: tuple[Any, ...]) -> Article:
    _, text, paragraphs, language, title, outlet, byline, published, url, source, dropped = row[:_ARTICLE_WIDTH]
    return Article(
        text=text,
        paragraphs=tuple(
            Paragraph(Span(p["start"], p["end"]), ParagraphKind(p["kind"])) for p in json.loads(paragraphs)
        ),
        language=language,
        title=title,
        outlet=outlet,
        byline=byline,
        published=moment_from_text(published),
        url=url,
        source_file=source,
        dropped=tuple(json.loads(dropped)),
    )
