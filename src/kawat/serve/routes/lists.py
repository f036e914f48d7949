"""`/reports`, `/claims`, `/articles`, `/changes`: lists as the commands' `--json` has them, and one article."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.contract import record_to_dict
from kawat.errors import NotFoundError, UsageError
from kawat.export.change_json import change_json, happened
from kawat.export.plain import stored_article_json, stored_claim_json, telling_json, versions_json
from kawat.serve.answers import Answer, Json, json_answer, list_answer
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import CURSOR, FILTERS, LIMIT, Kind, Parameter
from kawat.store import Store
from kawat.store.lists import Listing

ARTICLE = Parameter("id", "The id of an article, or the beginning of it.", most=64, in_path=True)
AFTER = Parameter(
    "after", "Later than the change of this number.", Kind.WHOLE, default=0, least=0, most=9_999_999_999
)
SHOWN = 5


def reports(store: Store, asked: Asked) -> Answer:
    found = store.listed_reports(asked.filters(), _after(asked), asked.whole("limit") + 1)
    listed, following = _page(found, asked)
    told = {one.report.id: one for one in store.tellings_with([spot.id for spot in listed])}
    return list_answer([telling_json(told[spot.id]) for spot in listed], following)


def claims(store: Store, asked: Asked) -> Answer:
    found = store.listed_claims(asked.filters(), _after(asked), asked.whole("limit") + 1)
    listed, following = _page(found, asked)
    told = {one.claim.id: one for one in store.claims_with([spot.id for spot in listed])}
    return list_answer([stored_claim_json(told[spot.id]) for spot in listed], following)


def articles(store: Store, asked: Asked) -> Answer:
    found = store.listed_articles(asked.filters(), _after(asked), asked.whole("limit") + 1)
    listed, following = _page(found, asked)
    told = {one.article.id: one for one in store.articles_stored([spot.id for spot in listed])}
    return list_answer([stored_article_json(told[spot.id]) for spot in listed], following)


def _after(asked: Asked) -> Listing | None:
    cursor = asked.text("cursor")
    if cursor is None:
        return None
    day, article_id, position = parts_of(cursor, str, str, int)
    return Listing(day, article_id, position, "")


def _page(found: Sequence[Listing], asked: Asked) -> tuple[Sequence[Listing], str | None]:
    """What is shown, and where the list goes on: one more was asked for than is shown."""
    shown = found[: asked.whole("limit")]
    if len(found) == len(shown):
        return shown, None
    last = shown[-1]
    return shown, cursor_of(last.day, last.article_id, last.position)


def article(store: Store, asked: Asked) -> Answer:
    given = str(asked.values["id"])
    ids = [one.id for one in store.find(given) if one.kind == "article"]
    ids = [given] if given in ids else ids
    if not ids:
        raise NotFoundError("there is no article with this id; /articles lists them")
    if len(ids) > 1:
        shown = ", ".join(ids[:SHOWN]) + (" ..." if len(ids) > SHOWN else "")
        raise UsageError(f"{len(ids)} ids begin so ({shown}); give more of it")
    record = store.record(ids[0])
    events = store.merging().events_of([report.id for report in record.reports])
    told = {
        **record_to_dict(record),
        **versions_json(ids[0], store.versions_of(ids[0])),
        "events": dict(sorted(events.items())),
        "versions": _versions(store, ids[0], record.article.url),
    }
    return json_answer(told)


def _versions(store: Store, article_id: str, url: str | None) -> list[Json]:
    """All texts of the article at its address, the latest published first."""
    versions = store.versions_at(url) if url is not None else []
    titles = {one.id: one.title for one in store.articles_with([one.article_id for one in versions])}
    told = [
        {
            "id": one.article_id,
            "title": titles.get(one.article_id),
            "published": one.published,
            "current": one.by is None,
        }
        for one in versions
    ]
    return sorted(told, key=lambda one: str(one["published"] or ""), reverse=True)


def changes(store: Store, asked: Asked) -> Answer:
    cursor = asked.text("cursor")
    after = parts_of(cursor, int)[0] if cursor is not None else asked.whole("after")
    found = store.changes(after=after, limit=asked.whole("limit") + 1)
    shown = found[: asked.whole("limit")]
    following = cursor_of(shown[-1].seq) if len(found) > len(shown) else None
    return list_answer([change_json(one) for one in happened(store, shown)], following)


OPERATIONS = (
    Operation(
        "/reports",
        "Reports, by article, latest published first; as `kawat reports --json`.",
        reports,
        "reports",
        (*FILTERS, LIMIT, CURSOR),
    ),
    Operation(
        "/claims",
        "Who says what; `voice` is the speaker. As `kawat claims --json`.",
        claims,
        "claims",
        (*FILTERS, LIMIT, CURSOR),
    ),
    Operation(
        "/articles",
        "Articles, latest published first, without their texts; as `kawat articles --json`.",
        articles,
        "articles",
        (*FILTERS, LIMIT, CURSOR),
    ),
    Operation(
        "/articles/{id}",
        "One article with its text, its reports and claims, the events that these are part of, its versions.",
        article,
        "article",
        (ARTICLE,),
    ),
    Operation(
        "/changes",
        "What became of events, in the order in which merging found it; as `kawat changes --json`.",
        changes,
        "changes",
        (AFTER, LIMIT, CURSOR),
    ),
)
