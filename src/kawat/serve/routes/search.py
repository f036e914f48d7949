"""`/search`: sentences or articles that have all the words, best first."""

from __future__ import annotations

from dataclasses import replace

from kawat.errors import UsageError
from kawat.serve.answers import Answer, Json, list_answer
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import CURSOR, LANGUAGE, LIMIT, PUBLISHED_SINCE, PUBLISHED_UNTIL, Parameter
from kawat.store import Hit, Store

AMONG = 5_000
"""The best are looked for among so many that have the words: enough that what is rare is all there."""
FARTHEST = 2_000
"""So many of the best can be paged through."""

Q = Parameter(
    "q",
    'Words that all have to stand there; "a phrase" in quotes; a star ends the start of a word.',
    required=True,
    most=300,
)
HITS = replace(LIMIT, default=20)
"""Each hit is cut out of its text, and few look further than the best."""
IN = Parameter("in", "What has to have all the words.", default="sentences", among=("sentences", "articles"))


def search(store: Store, asked: Asked) -> Answer:
    sentences = asked.text("in") == "sentences"
    cursor = asked.text("cursor")
    start = 0 if cursor is None else int(parts_of(cursor, int)[0])
    if not 0 <= start <= FARTHEST:
        raise UsageError(f"only the best {FARTHEST} are listed; search with more words")
    limit = asked.whole("limit")
    filters = asked.filters()
    hits = store.search(
        str(asked.values["q"]), sentences=sentences, limit=limit + 1, among=AMONG, start=start, filters=filters
    )
    shown = hits[:limit]
    following = start + limit
    more = len(hits) > limit and following <= FARTHEST
    return list_answer(_hits(store, shown), cursor_of(following) if more else None)


def _hits(store: Store, hits: tuple[Hit, ...]) -> list[Json]:
    events = store.events_in(sorted({hit.article_id for hit in hits}))
    return [_hit(hit, events.get(hit.article_id, [])) for hit in hits]


def _hit(hit: Hit, events: list[tuple[int, int, str]]) -> Json:
    span = hit.sentence
    told = [event for start, end, event in events if span is None or (start < span.end and span.start < end)]
    return {
        "article": {
            "id": hit.article_id,
            "title": hit.title,
            "outlet": hit.outlet,
            "published": hit.published,
            "url": hit.url,
            "language": hit.language,
        },
        "sentence": None if span is None else {"start": span.start, "end": span.end, "text": hit.text},
        "snippet": {
            "text": hit.snippet,
            "marks": [{"start": mark.start, "end": mark.end} for mark in hit.marks],
        },
        "events": list(dict.fromkeys(told)),
    }


OPERATIONS = (
    Operation(
        "/search",
        "Sentences or articles that have all the words, best first, with the events told there.",
        search,
        "search",
        (Q, IN, LANGUAGE, PUBLISHED_SINCE, PUBLISHED_UNTIL, HITS, CURSOR),
    ),
)
