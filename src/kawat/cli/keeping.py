"""`kawat show`, `remove`, `search`: single things in the store."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import SHORT, Column, Face, out, short, show
from kawat.errors import NotFoundError, UsageError
from kawat.export.safe import json_line

if TYPE_CHECKING:
    from kawat.records import Event
    from kawat.store import Found, Hit, Store

MANY = 5


def show_one(
    thing: Annotated[
        str, typer.Argument(metavar="ID", help="Of an article, report, claim or event, or its start.")
    ],
    db: opt.Db = "kawat.db",
    candidates: opt.Candidates = False,
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Show one article, report, claim or event.

    Of an event: what is known in one sentence, then every value told, by whom, and whether
    they agree. `kawat compare` puts the accounts of an event side by side.

    \b
    Examples:
      kawat show art-3f2a
      kawat show evt-9c01 --json
    """
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db, read_only=True) as store:
        found = _only(store, thing)
        if isinstance(found, tuple):
            _show_event(face, store, *found)
        else:
            _show_found(face, store, found, candidates)


def _only(store: Store, prefix: str) -> Found | tuple[Event]:
    """What alone has an id that is, or begins with, ``prefix``."""
    from kawat.intake import event_with

    found = store.find(prefix)
    events = event_with(store, prefix) if prefix and not found else ()
    ids = [one.id for one in found] + [event.id for event in events]
    if prefix in ids:
        ids, found = [prefix], tuple(one for one in found if one.id == prefix)
    if not ids:
        raise NotFoundError(f"nothing in the store has an id that begins with {prefix!r}; see `kawat events`")
    if len(ids) > 1:
        shown = ", ".join(ids[:MANY]) + (" ..." if len(ids) > MANY else "")
        raise UsageError(f"{prefix!r} begins {len(ids)} ids ({shown}); give more of it")
    return found[0] if found else (events[0],)


def _show_event(face: Face, store: Store, event: Event) -> None:
    from kawat.cli.view_event import show_event
    from kawat.export.event_json import event_json
    from kawat.intake import accounts

    told = accounts(store, event)
    out(json_line(event_json(event, told))) if face.json else show_event(face, event, told)


def _show_found(face: Face, store: Store, found: Found, candidates: bool) -> None:
    from kawat.cli.view_read import show_record
    from kawat.cli.view_show import show_claim, show_report, show_versions
    from kawat.contract import record_to_dict
    from kawat.export.plain import claim_json, report_json, versions_json

    record = store.record(found.article_id)
    article = record.article
    report = next((one for one in record.reports if one.id == found.id), None)
    claim = next((one for one in record.claims if one.id == found.id), None)
    versions = store.versions_of(article.id)
    if not face.json:
        show_versions(face, article.id, versions)
    if report is not None:
        out(json_line(report_json(article, report))) if face.json else show_report(face, article, report)
    elif claim is not None:
        out(json_line(claim_json(article, claim))) if face.json else show_claim(face, article, claim)
    else:
        told = record_to_dict(record, candidates=candidates) | versions_json(article.id, versions)
        out(json_line(told)) if face.json else show_record(face, record, candidates)


def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The whole id of the article.")],
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Take an article out of the store.

    Everything read from it goes too, and nothing else.

    \b
    Example:
      kawat remove art-3f2a90b1c4d5e6f7
    """
    from kawat.intake import settle
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store, store.transaction():
        store.remove_article(article)
        settle(store, datetime.now(UTC))
    out(json_line({"removed": article}) if as_json else face.say("removed", id=article))


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them have to stand there.")],
    sentences: Annotated[bool, typer.Option("--sentences", help="Within one sentence, not one article.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 20,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Search the texts, best first.

    A "phrase in quotes" stands together; a star ends the start of a word.

    \b
    Examples:
      kawat search gencatan senjata
      kawat search --sentences '"joint statement"' diplom*
    """
    from kawat.store import open_store

    face = Face(lang, as_json, as_csv)
    columns = (
        Column("article", width=SHORT),
        Column("published", width=10),
        Column("outlet", 4),
        Column("title", 7),
        Column("words", 10),
    )
    with open_store(db, read_only=True) as store:
        hits = store.search(" ".join(words), sentences=sentences, limit=limit)
    show(face, columns, hits, lambda hit: _hit_cells(face, hit), asdict)


def _hit_cells(face: Face, hit: Hit) -> tuple[str, ...]:
    return short(face, hit.article_id), (hit.published or "")[:10], hit.outlet or "", hit.title or "", _marked(hit)


def _marked(hit: Hit) -> str:
    """The piece of text with its words between brackets."""
    marked = hit.snippet
    for mark in reversed(hit.marks):
        marked = f"{marked[: mark.start]}[{mark.of(marked)}]{marked[mark.end :]}"
    return marked
