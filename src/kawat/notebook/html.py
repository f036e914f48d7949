"""HTML for notebooks: every text escaped, no script, colours that suit a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

from kawat.export.safe import clean
from kawat.export.tables import Column, Kind, Row, Table

LONGEST = 160
STYLE = """<style>
.kawat { font-size: 13px; line-height: 1.5; max-width: 70em; }
.kawat table { border-collapse: collapse; margin: .4em 0; }
.kawat th, .kawat td {
  text-align: left !important; vertical-align: top; padding: .2em .8em .2em 0;
  border-bottom: 1px solid rgba(128, 128, 128, .3); white-space: normal; background: none; color: inherit; }
.kawat .short { white-space: nowrap; }
.kawat .wide { overflow-x: auto; }
.kawat .quiet { opacity: .7; }
.kawat .warn { font-weight: bold; border-left: 3px solid rgba(220, 60, 40, .9); padding-left: .4em; }
.kawat .first { font-size: 1.25em; font-weight: bold; margin: .3em 0; }
.kawat mark { background: rgba(255, 190, 0, .4); color: inherit; padding: 0 .1em; }
.kawat .who { border-bottom: 2px solid rgba(0, 140, 180, .9); }
.kawat .whom { border-bottom: 2px dashed rgba(90, 110, 230, .9); }
.kawat .when { border-bottom: 2px dotted rgba(30, 150, 70, .9); }
.kawat sup { opacity: .7; }
.kawat p { margin: .5em 0; }
</style>"""

SHOWN_FIRST = {
    "events": "day status type mode actors recipients place_name sources sentence_en",
    "reports": "day status type mode actors recipients outlet words sentence",
    "claims": "published_day speaker_name speaker_country cue content quoted outlet",
    "articles": "published_day outlet language title reports claims",
    "dyads": "day type mode score status actor_name actor_country recipient_name recipient_country sources",
    "timeline": "period cooperation_events cooperation_score conflict_events conflict_score planned joint",
    "calendar": "day precision outcome type who whom place announced_on outlets words",
}
"""The columns that a notebook shows of a table; the others are there all the same."""


def page(inner: str) -> str:
    return f'{STYLE}<div class="kawat">{inner}</div>'


def safe(text: object) -> str:
    """Text as HTML, with what could steer the writing shown instead."""
    return escape(clean(str(text), keep_lines=True), quote=True)


def link(url: str | None, text: str) -> str:
    """The text, as a link where the address is one of the web."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return safe(text)
    return f'<a href="{safe(url)}" rel="noopener noreferrer" target="_blank">{safe(text)}</a>'


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; heads are text, cells are HTML."""
    head = "".join(f"<th>{safe(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def table_html(table: Table, rows: Sequence[Row], most: int, lang: str = "en") -> str:
    """The first ``most`` of the rows, with the columns that tell most; a line below says what else there is."""
    known = {column.name: column for column in table.columns}
    names = SHOWN_FIRST[table.name].replace("sentence_en", f"sentence_{lang}").split()
    shown = [known[name] for name in names]
    body = ([_cell(column, row[column.name]) for column in shown] for row in rows[:most])
    more = f"; the first {most} rows" if len(rows) > most else ""
    others = len(known) - len(shown)
    note = f"{table.name}: {table.says}{more}; {others} more columns with .pandas(), .polars() or .arrow()"
    if not rows:
        return f'<p class="quiet">{safe(table.name)}: no row fits.</p>'
    return grid([column.name for column in shown], body) + f'<p class="quiet">{safe(note)}</p>'


def _cell(column: Column, value: Any) -> str:
    told = safe(_short(_words(column, value)))
    short = column.kind in (Kind.DAY, Kind.MOMENT, Kind.NUMBER, Kind.COUNT, Kind.CODE)
    return f'<span class="short">{told}</span>' if short else told


def _words(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        first = column.fields[0].name if column.fields else None
        return ", ".join(dict.fromkeys(str(one[first] if first else one) for one in value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
