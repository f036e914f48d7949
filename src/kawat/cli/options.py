"""The options that several commands share, each declared once."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kawat.cli.messages import LANGUAGES


def day(value: str | date) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; write it as 2025-08-14") from None


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(
            f"{value!r} is not a language of the interface; it is one of: {', '.join(LANGUAGES)}"
        )
    return value


Db = Annotated[str, typer.Option("--db", envvar="KAWAT_DB", metavar="FILE", help="The store.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values, safe to open in a spreadsheet.")]
Lang = Annotated[
    str,
    typer.Option(
        "--lang", envvar="KAWAT_LANG", metavar="en|id", callback=_language, help="Language of the interface."
    ),
]
Reader = Annotated[str, typer.Option("--reader", metavar="NAME", help="Which reader reads.")]
Explain = Annotated[bool, typer.Option("--explain", help="For each value why: rule or model, words, score.")]
Candidates = Annotated[bool, typer.Option("--candidates", help="Also what the reader is too unsure of to publish.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Also fetch addresses inside your own network.")]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, metavar="N", help="Refuse what is longer.")]


def _text(flag: str, metavar: str, says: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(flag, metavar=metavar, help=says)
    return option


def _on_day(flag: str, says: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(flag, metavar="DAY", parser=day, help=says)
    return option


Actor = Annotated[str | None, _text("--actor", "NAME", "Part of the name or id of an actor or recipient.")]
Country = Annotated[str | None, _text("--country", "COUNTRY", "Takes part, on either side: RUS, Russia, Rusia.")]
WithCountry = Annotated[str | None, _text("--with", "COUNTRY", "The other side, together with --country.")]
Type = Annotated[str | None, _text("--type", "TYPE", "A PLOVER type, as `kawat ontology` lists them.")]
Status = Annotated[str | None, _text("--status", "STATUS", "occurred, ongoing, planned, possible or denied.")]
Salience = Annotated[str | None, _text("--salience", "SALIENCE", "main, secondary or background.")]
Voice = Annotated[str | None, _text("--voice", "NAME", "Part of the name or id of who says it.")]
Outlet = Annotated[str | None, _text("--outlet", "NAME", "Part of the name of the outlet.")]
Language = Annotated[str | None, _text("--language", "CODE", "Language of the article: id, en.")]
Since = Annotated[date | None, _on_day("--since", "The event touches this day or a later one.")]
Until = Annotated[date | None, _on_day("--until", "The event touches this day or an earlier one.")]
PublishedSince = Annotated[date | None, _on_day("--published-since", "Published on this day or later.")]
PublishedUntil = Annotated[date | None, _on_day("--published-until", "Published on this day or earlier.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many.")]
