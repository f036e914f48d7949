"""What an export is made of: events, claims and articles, each read as a stream in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kawat.intake.events import ALL, each_fitting
from kawat.records import Event
from kawat.store import ReportFilter, Store, StoredArticle, StoredClaim


@dataclass(frozen=True, slots=True)
class Material:
    """What is exported. Each call reads anew, the same in the same order, holding little at a time.

    ``events``: by day, latest first, those without a day at the end; each whole, with all its reports as editors
    left them. ``claims``: by article, latest first. ``articles``: latest first; all that these stand in.
    ``lang``: in which language sentences are, where a format has only one.
    """

    events: Callable[[], Iterator[Event]]
    claims: Callable[[], Iterator[StoredClaim]]
    articles: Callable[[], Iterator[StoredArticle]]
    lang: str = "en"


def material_of(store: Store, filters: ReportFilter = ALL, lang: str = "en") -> Material:
    """What fits in the store, which has to stay open for as long as the material is used.

    ``limit`` counts events, and claims. The streams raise `StoreError`, also while something waits to be merged.
    """
    return Material(
        events=lambda: each_fitting(store, filters),
        claims=lambda: store.claims(filters),
        articles=lambda: _articles(store, filters),
        lang=lang,
    )


def _articles(store: Store, filters: ReportFilter) -> Iterator[StoredArticle]:
    """The articles that fit, and those that the events and claims that fit stand in."""
    if filters == ALL:
        yield from store.articles(ALL)
        return
    wanted = {one.article.id for one in store.articles(filters)}
    wanted |= {stored.article.id for stored in store.claims(filters)}
    wanted |= {telling.article.id for event in each_fitting(store, filters) for telling in event.tellings}
    yield from (one for one in store.articles(ALL) if one.article.id in wanted)
