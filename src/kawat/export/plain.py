"""What commands print as JSON: the record's own shapes, each with the article it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from enum import Enum
from typing import Any

from kawat.contract.as_json import article_to_dict, claim_to_dict, moment, report_to_dict
from kawat.records import Article, Claim, Report, Telling
from kawat.store import StoredArticle, StoredClaim
from kawat.store.versions import Superseded

Json = dict[str, Any]


def article_source(article: Article) -> Json:
    """Where something stands: enough to find the article again."""
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": moment(article.published),
        "url": article.url,
        "language": article.language,
    }


def report_json(article: Article, report: Report) -> Json:
    return {**report_to_dict(report, article.text), "article": article_source(article)}


def telling_json(telling: Telling) -> Json:
    return report_json(telling.article, telling.report)


def claim_json(article: Article, claim: Claim) -> Json:
    return {**claim_to_dict(claim, article.text), "article": article_source(article)}


def stored_claim_json(stored: StoredClaim) -> Json:
    return claim_json(stored.article, stored.claim)


def stored_article_json(stored: StoredArticle) -> Json:
    """The article without its text (`kawat show` has it), with what is kept about it."""
    told = article_to_dict(stored.article)
    for key in ("text", "paragraphs", "dropped"):
        del told[key]
    return {
        **told,
        "source_file": stored.article.source_file,
        "reader": asdict(stored.reader),
        "added_at": stored.added_at,
        "reports": stored.reports,
        "claims": stored.claims,
    }


def versions_json(article_id: str, versions: Sequence[Superseded]) -> Json:
    """``superseded_by`` and ``supersedes``, each only where there is such a thing."""
    by = next((one.by for one in versions if one.article_id == article_id), None)
    older = [one.article_id for one in versions if one.by == article_id]
    return ({"superseded_by": by} if by else {}) | ({"supersedes": older} if older else {})


def values(thing: Any) -> Json:
    """A frozen dataclass as JSON values."""
    told = plain(asdict(thing))
    assert isinstance(told, dict)
    return told


def plain(value: Any) -> Any:
    """Days, moments and enums as text, tuples as lists, all the way down."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value
