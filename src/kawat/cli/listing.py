"""`kawat events`, `reports`, `claims`, `articles`: what is in the store and fits the same filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from kawat.cli import options as opt
from kawat.cli.face import SHORT, Column, Face, short, show

if TYPE_CHECKING:
    from kawat.store import ReportFilter, StoredArticle, StoredClaim

Listing = Callable[[str, "ReportFilter", Face], None]

EVENTS = """One row for each event, latest first.

An event is its reports merged; values stand side by side where they differ. The
filters choose events that have a report that fits; an event is always shown whole.

\b
Examples:
  kawat events --country IDN --with SWE
  kawat events --status planned --since 2025-08-14
  kawat events --csv > events.csv
"""
REPORTS = """One row for each report.

A report is one article's telling of one event.

\b
Examples:
  kawat reports --actor lindgren --type CONSULT
  kawat reports --voice ministry --json
"""
CLAIMS = """Who says what.

--voice is the speaker; filters on events choose claims that have one inside.

\b
Examples:
  kawat claims --voice "foreign ministry"
  kawat claims --outlet "Warta Bahari" --limit 20
"""
ARTICLES = """The articles in the store, latest first.

Filters on events choose articles that report one.

\b
Examples:
  kawat articles --published-since 2025-08-01
  kawat articles --country SWE --csv
"""


def register(app: typer.Typer) -> None:
    """Add the four commands, which share their options, to ``app``."""
    for name, listing, says in (
        ("events", _events, EVENTS),
        ("reports", _reports, REPORTS),
        ("claims", _claims, CLAIMS),
        ("articles", _articles, ARTICLES),
    ):
        app.command(name, help=says)(_command(listing))


def _command(listing: Listing) -> Callable[..., None]:
    def command(  # noqa: PLR0913, PLR0917 - these are the options themselves
        actor: opt.Actor = None,
        country: opt.Country = None,
        with_country: opt.WithCountry = None,
        event_type: opt.Type = None,
        status: opt.Status = None,
        salience: opt.Salience = None,
        since: opt.Since = None,
        until: opt.Until = None,
        published_since: opt.PublishedSince = None,
        published_until: opt.PublishedUntil = None,
        voice: opt.Voice = None,
        outlet: opt.Outlet = None,
        language: opt.Language = None,
        limit: opt.Limit = None,
        db: opt.Db = "kawat.db",
        as_json: opt.AsJson = False,
        as_csv: opt.AsCsv = False,
        lang: opt.Lang = "en",
    ) -> None:
        from kawat.intake.asking import filters_asked

        face = Face(lang, as_json, as_csv)
        filters = filters_asked(
            actor=actor,
            country=country,
            other_country=with_country,
            type=event_type,
            status=status,
            salience=salience,
            since=since,
            until=until,
            published_since=published_since,
            published_until=published_until,
            voice=voice,
            outlet=outlet,
            language=language,
            limit=limit,
        )
        listing(db, filters, face)

    return command


def _events(db: str, filters: ReportFilter, face: Face) -> None:
    from kawat.cli.cells import event_cells
    from kawat.export.event_json import event_json
    from kawat.intake import events
    from kawat.store import open_store

    columns = (
        Column("id", width=SHORT),
        Column("when", width=13),
        Column("place", 4, under=True),
        Column("what", 5),
        Column("status", width=12, under=True),
        Column("who_whom", 8),
        Column("according_to", 5),
        Column("sources", 5, under=True),
    )
    with open_store(db, read_only=True) as store:
        show(face, columns, events(store, filters), lambda event: event_cells(face, event), event_json)


def _reports(db: str, filters: ReportFilter, face: Face) -> None:
    from kawat.cli.cells import report_cells
    from kawat.export.plain import telling_json
    from kawat.store import open_store

    columns = (
        Column("id", width=SHORT),
        Column("when", width=13),
        Column("what", 5),
        Column("status", width=12, under=True),
        Column("salience", width=10, under=True),
        Column("who_whom", 8),
        Column("according_to", 5),
        Column("words", 6, under=True),
        Column("outlet", 4, under=True),
    )
    with open_store(db, read_only=True) as store:
        show(face, columns, store.tellings(filters), lambda telling: report_cells(face, telling), telling_json)


def _claims(db: str, filters: ReportFilter, face: Face) -> None:
    from kawat.cli import cells
    from kawat.export.plain import stored_claim_json
    from kawat.store import open_store

    def row(stored: StoredClaim) -> tuple[str, ...]:
        claim, article = stored.claim, stored.article
        said = claim.content.of(article.text)
        who = " > ".join(cells.actor(face, speaker) for speaker in claim.speakers)
        return (
            short(face, claim.id),
            who,
            f"“{said}”" if claim.quoted else said,
            article.outlet or "",
            _day(article.published_day),
        )

    columns = (
        Column("id", width=SHORT),
        Column("who", 5),
        Column("says", 12),
        Column("outlet", width=14),
        Column("published", width=10, under=True),
    )
    with open_store(db, read_only=True) as store:
        show(face, columns, store.claims(filters), row, stored_claim_json)


def _articles(db: str, filters: ReportFilter, face: Face) -> None:
    from kawat.cli import cells
    from kawat.export.plain import stored_article_json
    from kawat.store import open_store

    def row(stored: StoredArticle) -> tuple[str, ...]:
        article = stored.article
        numbers = (str(stored.reports), str(stored.claims))
        what = (cells.title(face, article), article.outlet or "", article.language)
        return short(face, article.id), _day(article.published_day), *what, *numbers

    columns = (
        Column("id", width=SHORT),
        Column("published", width=10),
        Column("title", 9),
        Column("outlet", 4),
        Column("language"),
        Column("reports", right=True),
        Column("claims", right=True),
    )
    with open_store(db, read_only=True) as store:
        show(face, columns, store.articles(filters), row, stored_article_json)


def _day(day: object) -> str:
    return "" if day is None else str(day)
