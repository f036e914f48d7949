"""The table `articles`: what everything else stands in."""

from __future__ import annotations

from datetime import datetime

from kawat.contract.as_json import moment
from kawat.export.tables.columns import Column, Kind, Source, Table
from kawat.export.tables.parts import moment_utc
from kawat.store import StoredArticle

COLUMNS = (
    Column(
        "id",
        Kind.ID,
        "the article: the same text from the same address is the same article",
        lambda s: s.article.id,
        True,
    ),
    Column("url", Kind.TEXT, "its address", lambda s: s.article.url),
    Column("outlet", Kind.CODE, "name of the outlet", lambda s: s.article.outlet),
    Column("title", Kind.TEXT, "its title", lambda s: s.article.title),
    Column("byline", Kind.TEXT, "who wrote it, as it says", lambda s: s.article.byline),
    Column("language", Kind.CODE, "id, en, or another one that was not read", lambda s: s.article.language, True),
    Column(
        "published",
        Kind.TEXT,
        "ISO 8601 as the article tells: a day, or a moment with its offset",
        lambda s: moment(s.article.published),
    ),
    Column("published_day", Kind.DAY, "the day of it, where it was published", lambda s: s.article.published_day),
    Column(
        "published_at",
        Kind.MOMENT,
        "the moment of it; null where only a day is told",
        lambda s: moment_utc(s.article.published),
    ),
    Column("reports", Kind.COUNT, "how many events were read in it, before editors", lambda s: s.reports, True),
    Column("claims", Kind.COUNT, "how many claims were read in it", lambda s: s.claims, True),
    Column("characters", Kind.COUNT, "length of the text in code points", lambda s: len(s.article.text), True),
    Column(
        "text",
        Kind.TEXT,
        "the text that all offsets are of; paragraphs are parted by an empty line",
        lambda s: s.article.text,
        True,
    ),
    Column("text_sha256", Kind.ID, "SHA-256 of the text in UTF-8", lambda s: s.article.text_sha256, True),
    Column(
        "source_file", Kind.TEXT, "the file that it came from, as it was given", lambda s: s.article.source_file
    ),
    Column(
        "added_at",
        Kind.MOMENT,
        "when it was added to the store",
        lambda s: moment_utc(datetime.fromisoformat(s.added_at)),
    ),
    Column("reader_name", Kind.CODE, "which reader read it", lambda s: s.reader.name, True),
    Column("reader_version", Kind.CODE, "in which version", lambda s: s.reader.version, True),
    Column("reader_model_sha256", Kind.CODE, "with which model, where it has one", lambda s: s.reader.model_sha256),
)


def _itself(stored: StoredArticle) -> tuple[StoredArticle]:
    return (stored,)


ARTICLES = Table("articles", "one row for each article", Source.ARTICLES, _itself, COLUMNS, ("id",))
