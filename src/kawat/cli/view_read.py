"""One record for an editor: what was found, the new before the old, then the text with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

from kawat.cli import cells
from kawat.cli.face import NARROW, Face, console, draw
from kawat.cli.marking import marked_text
from kawat.export.safe import clean
from kawat.records import Article, Claim, Record, Report, Salience, Status

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

FAINT = "dim"
LONGEST = 80  # characters of the words that a reason shows

Numbered = tuple[int, Report]


def show_record(face: Face, record: Record, candidates: bool = False, explain: bool = False) -> None:
    """Print the record to standard output.

    ``candidates``: also what was too unsure to publish; ``explain``: for each value why, and on which words.
    """
    screen = console()
    colours = screen.is_terminal and not screen.no_color
    for part in _parts(face, record, colours, candidates, explain):
        draw(part)


def _parts(face: Face, record: Record, colours: bool, candidates: bool, explain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield from _header(face, record)
    if record.reports:
        yield _reports(face, record)
        upcoming = [(n, r) for n, r in enumerate(record.reports, 1) if r.status is Status.PLANNED]
        if upcoming:
            yield _list(face, "upcoming", (_upcoming(face, n, r, record.article) for n, r in upcoming))
    else:
        yield Text(f"\n{_nothing(face, record)}")
    if candidates and record.candidates:
        yield _list(face, "candidates", (_unsure(face, one, record.article) for one in record.candidates))
    if explain and record.reports:
        yield _reasons(face, record)
    if record.claims:
        yield _list(face, "claims", (_claim(face, claim, record.article) for claim in record.claims))
    yield Text(f"\n{face.say('text')}", style="bold")
    yield marked_text(record, colours)
    yield from _footer(face, record)


def _header(face: Face, record: Record) -> Iterator[Text]:
    from rich.text import Text

    article = record.article
    yield Text(clean(cells.title(face, article)), style="bold")
    about = (article.outlet, article.byline, cells.moment(article.published), article.language, article.url)
    yield Text(clean(" · ".join(part for part in about if part)))
    reader = face.say("read_by", reader=f"{record.reader.name} {record.reader.version}")
    yield Text(clean(f"{article.id} · {reader}"), style=FAINT)
    if article.published is None:
        yield Text(face.say("undated_article"), style="yellow")


def _footer(face: Face, record: Record) -> Iterator[Text]:
    from rich.text import Text

    left_out = len(record.dropped) + len(record.article.dropped)
    notes = [face.say("legend")] if record.reports else []
    if left_out:
        notes.append(face.say("left_out", count=left_out))
    if notes:
        yield Text("\n" + "\n".join(notes), style=FAINT)


def _nothing(face: Face, record: Record) -> str:
    """Why there is no report: the language, or just none found."""
    unread = [dropped.reason for dropped in record.dropped if dropped.reason.startswith("not read")]
    return face.say("unread", language=record.article.language) if unread else face.say("no_reports")


def _reports(face: Face, record: Record) -> RenderableType:
    """The reports in sections: what is new, what is told beside it, what is history."""
    from rich.table import Table
    from rich.text import Text

    narrow = console().width < NARROW
    table = Table(box=None, pad_edge=False, padding=(1, 1, 0, 0), expand=True, show_lines=False)
    table.add_column(Text("\n#", style="bold"), justify="right", no_wrap=True)
    for head, width, ratio in _columns(face, narrow):
        table.add_column(Text(head, style="bold"), width=width, ratio=ratio, overflow="fold")
    numbered = list(enumerate(record.reports, 1))
    for salience in Salience:
        section = [(n, report) for n, report in numbered if report.salience is salience]
        style = FAINT if salience is Salience.BACKGROUND else ""
        if section:
            count = len(_columns(face, narrow)) - 1
            table.add_row("", Text(face.say(f"{salience.value}_section"), style="bold"), *[""] * count)
        for number, report in section:
            row = _row(face, report, record.article, narrow)
            table.add_row(str(number), *(Text(clean(cell, keep_lines=True), style=style) for cell in row))
    return table


def _columns(face: Face, narrow: bool) -> list[tuple[str, int | None, int | None]]:
    """Head, width, share of each column. Two things that stand in one column have two lines of head."""
    when = (f"{face.say('when')}\n{face.say('place')}", 13, None)
    who = (f"{face.say('who_whom')}\n{face.say('how_many')}", None, 8)
    voice = (f"\n{face.say('according_to')}", None, 5)
    if narrow:
        return [when, (f"{face.say('what')}\n{face.say('words')}", None, 6), who, voice]
    status = (f"\n{face.say('status')}", 12, None)
    return [when, (f"\n{face.say('what')}", None, 5), who, status, voice, (f"\n{face.say('words')}", None, 6)]


def _row(face: Face, report: Report, article: Article, narrow: bool) -> list[str]:
    """The cells of `_columns`. On a narrow screen the status is told only where it is not "occurred"."""
    what = cells.type_label(face, report.type, report.mode)
    where = cells.place(face, report.place) if report.place else None
    when = _lines(cells.when(face, report.time, article.text), where)
    numbers = "; ".join(cells.quantity(face, quantity) for quantity in report.quantities)
    who = _lines(cells.sides(face, report), numbers)
    voice = cells.voices(face, report.attribution)
    words = report.trigger.of(article.text)
    status = face.say(report.status.value)
    if narrow:
        return [when, _lines(what, None if report.status is Status.OCCURRED else status, f"“{words}”"), who, voice]
    return [when, what, who, status, voice, f"“{words}”"]


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _upcoming(face: Face, number: int, report: Report, article: Article) -> str:
    what = cells.type_label(face, report.type, report.mode)
    where = f" · {cells.place(face, report.place)}" if report.place else ""
    when = cells.when(face, report.time, article.text)
    return f"[{number}] {when} · {what} · {cells.sides(face, report)}{where}"


def _unsure(face: Face, report: Report, article: Article) -> str:
    what = cells.type_label(face, report.type, report.mode)
    parts = (what, face.say(report.status.value), cells.sides(face, report), f"“{report.trigger.of(article.text)}”")
    return " · ".join((f"{report.confidence:.2f}", *parts))


def _claim(face: Face, claim: Claim, article: Article) -> str:
    who = " > ".join(cells.actor(face, speaker) for speaker in claim.speakers)
    said = claim.content.of(article.text)
    return f"{who}: “{said}”" if claim.quoted else f"{who}: {said}"


def _reasons(face: Face, record: Record) -> RenderableType:
    """For every value of every report: why, on which words, how sure."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    from kawat.contract import reasons_of

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(Text("#", style="bold"), justify="right", no_wrap=True)
    for head, ratio in (("field", 2), ("value", 5), ("reason", 6), ("words", 6), ("score", 1)):
        table.add_column(Text(face.say(head), style="bold"), ratio=ratio, overflow="fold")
    for number, report in enumerate(record.reports, 1):
        for one in reasons_of(report, record.reader):
            score = "" if one.score is None else f"{one.score:.2f}"
            words = f"“{shorten(one.evidence.of(record.article.text), LONGEST, placeholder=' …')}”"
            row = (one.field, one.value, one.why, words, score)
            table.add_row(str(number), *(Text(clean(cell)) for cell in row))
    return Group(Text(f"\n{face.say('explained')}", style="bold"), table)


def _list(face: Face, head: str, lines: Iterable[str]) -> RenderableType:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    items = Table.grid(padding=(0, 1, 0, 0))
    items.add_column(no_wrap=True)
    items.add_column(overflow="fold")
    for line in lines:
        items.add_row("-", Text(clean(line)))
    return Group(Text(f"\n{face.say(head)}", style="bold"), items)


def show_many(face: Face, records: Iterator[Record], candidates: bool = False, explain: bool = False) -> None:
    """Several records, a rule between them."""
    from rich.rule import Rule

    for number, record in enumerate(records):
        if number:
            draw(Rule(style=FAINT))
        show_record(face, record, candidates, explain)
