"""Which text of an article is the current one: a changed text at the same address replaces the older."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from kawat.intake.moments import instant_in
from kawat.intake.sources.item import Origin
from kawat.records import Article
from kawat.store import Store
from kawat.store.versions import Version

_SAME = ("www.", "m.", "amp.")


def settle_versions(store: Store, article: Article, at: datetime, origin: Origin | None = None) -> None:
    """After ``article`` is stored: it replaces the other texts at its address, or is replaced by one.

    What was fetched at its address just now is current. Otherwise one that was replaced stays so, and one published
    before another that is stored, or with it and taken before it, counts as the older. What comes from one host and
    names an address of another as its own replaces nothing, be it a page or a feed; where no ``origin`` is known,
    in files of one's own, its address is believed. Only inside a transaction.
    """
    if article.url is None or not names_a_page(article.url):
        return
    if origin is not None and not same_host(origin.address, article.url):
        return
    live = origin is not None and origin.now
    known = store.versions_at(article.url)
    own = next((one for one in known if one.article_id == article.id), None)
    if own is None or (own.by is not None and not live):
        return
    current = [one for one in known if one.by is None and one.article_id != article.id]
    later = [one for one in current if _is_later(one, own)]
    if later and not live:
        store.supersede([article.id], max(later, key=_rank).article_id, at)
        return
    store.supersede([one.article_id for one in current], article.id, at)


def _is_later(one: Version, other: Version) -> bool:
    """Whether ``one`` was published after ``other`` or, where their dates do not tell, taken after it."""
    published, before = instant_in(one.published), instant_in(other.published)
    if published is not None and before is not None and published != before:
        return published > before
    return one.added_at > other.added_at


def _rank(one: Version) -> tuple[datetime, str, str]:
    return instant_in(one.published) or datetime.min.replace(tzinfo=UTC), one.added_at, one.article_id


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
