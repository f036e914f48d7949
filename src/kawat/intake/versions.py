"""Which text of an article is the current one: a changed text at the same address replaces the older."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from kawat.contract.as_json import moment
from kawat.records import Article
from kawat.store import Store

_SAME = ("www.", "m.", "amp.")


def settle_versions(store: Store, article: Article, at: datetime, fetched: str | None = None) -> None:
    """After ``article`` is stored: it replaces the other texts at its address, or is replaced by one.

    ``fetched``: where it was fetched just now; what stands there is current. Otherwise one that was replaced stays
    so, and one published before another that is stored counts as the older. A page from one host that names an
    address of another as its own replaces nothing. Only inside a transaction.
    """
    live = fetched is not None
    if article.url is None or not names_a_page(article.url):
        return
    if fetched is not None and not same_host(fetched, article.url):
        return
    known = store.versions_at(article.url)
    own = next((one for one in known if one.article_id == article.id), None)
    if own is None or (own.by is not None and not live):
        return
    current = [one for one in known if one.by is None and one.article_id != article.id]
    published = moment(article.published)
    later = [one for one in current if published and one.published and one.published > published]
    if later and not live:
        store.supersede(
            [article.id], max(later, key=lambda one: (one.published or "", one.article_id)).article_id, at
        )
        return
    store.supersede([one.article_id for one in current], article.id, at)


def names_a_page(url: str) -> bool:
    """Whether an address is of one page, not of a whole site (many pages name the front page as theirs)."""
    parts = urlsplit(url)
    return bool(parts.query) or parts.path.strip("/") != ""


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are of one host; ``www.``, ``m.`` and ``amp.`` before it count for nothing."""
    return _host(one) == _host(other)


def _host(url: str) -> str:
    host = (urlsplit(url).hostname or "").lower()
    return next((host.removeprefix(sign) for sign in _SAME if host.startswith(sign)), host)
