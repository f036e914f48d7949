"""One record for an editor: what was found, table by table, then the text with the words that prove it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kawat.cli import cells
from kawat.cli.face import NARROW, Face, console, draw
from kawat.cli.safe import clean
from kawat.records import Article, Claim, Record, Report, Salience, Span, Status

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

TRIGGER, WHO, WHOM, WHEN, NUMBER = "bold red", "cyan", "blue", "green", "dim"


def show_record(face: Face, record: Record) -> None:
    """Print the record to standard output."""
    screen = console()
    colours = screen.is_terminal and not screen.no_color
    for part in _parts(face, record, colours):
        draw(part)


def _parts(face: Face, record: Record, colours: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield from _header(face, record)
    if record.reports:
        yield _reports(face, record)
        upcoming = [r for r in record.reports if r.status is Status.PLANNED]
        if upcoming:
            yield _list(face, "upcoming", [_upcoming(face, r, record.article) for r in upcoming])
    else:
        yield Text(face.say("no_reports"))
    if record.claims:
        yield _list(face, "claims", [_claim(face, claim, record.article) for claim in record.claims])
    left_out = len(record.dropped) + len(record.article.dropped)
    if left_out:
        yield Text(f"\n{face.say('left_out', count=left_out)}", style=NUMBER)
    yield Text(f"\n{face.say('text')}", style="bold")
    yield marked_text(record, colours)
    if record.reports:
        yield Text(face.say("legend"), style=NUMBER)


def _header(face: Face, record: Record) -> Iterator[Text]:
    from rich.text import Text

    article = record.article
    yield Text(clean(cells.title(face, article)), style="bold")
    about = (article.outlet, article.byline, cells.moment(article.published), article.language, article.url)
    yield Text(clean(" · ".join(part for part in about if part)))
    reader = face.say("read_by", reader=f"{record.reader.name} {record.reader.version}")
    yield Text(clean(f"{article.id} · {reader}"), style=NUMBER)


def _reports(face: Face, record: Record) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    narrow = console().width < NARROW
    table = Table(box=None, pad_edge=False, padding=(1, 1, 0, 0), expand=True)
    table.add_column(Text("#"), justify="right")
    table.add_column(Text(face.say("when"), style="bold"), width=11)
    what = f"{face.say('what')}\n{face.say('status')}" if narrow else face.say("what")
    heads = [(what, 5), (face.say("who_whom"), 8)] + ([] if narrow else [(face.say("status"), 5)])
    for head, ratio in (*heads, (face.say("according_to"), 6), (face.say("words"), 5)):
        table.add_column(Text(head, style="bold"), ratio=ratio, overflow="fold")
    for number, report in enumerate(record.reports, 1):
        faint = NUMBER if report.salience is Salience.BACKGROUND else ""
        row = _row(face, report, record.article, narrow)
        table.add_row(str(number), *(Text(clean(cell, keep_lines=True), style=faint) for cell in row))
    return table


def _row(face: Face, report: Report, article: Article, narrow: bool) -> list[str]:
    """When, what, who and whom, status, according to, words; on a narrow screen the status below the what."""
    what, status = cells.type_label(face, report.type, report.mode), cells.status(face, report)
    return [
        cells.when(face, report.time, article.text),
        f"{what}\n{status}" if narrow else what,
        cells.sides(face, report),
        *([] if narrow else [status]),
        cells.voices(face, report.attribution),
        report.trigger.of(article.text),
    ]


def _upcoming(face: Face, report: Report, article: Article) -> str:
    what = cells.type_label(face, report.type, report.mode)
    where = f", {cells.place(face, report.place)}" if report.place else ""
    return f"{cells.when(face, report.time, article.text)}: {what}, {cells.sides(face, report)}{where}"


def _claim(face: Face, claim: Claim, article: Article) -> str:
    who = " > ".join(cells.actor(face, speaker) for speaker in claim.speakers)
    said = claim.content.of(article.text)
    return f"{who}: “{said}”" if claim.quoted else f"{who}: {said}"


def _list(face: Face, head: str, lines: list[str]) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    items = [Padding(Text(f"- {clean(line)}"), (0, 0, 0, 2), expand=False) for line in lines]
    return Group(Text(f"\n{face.say(head)}", style="bold"), *items)


def marked_text(record: Record, colours: bool) -> Text:
    """The text with the words of each report: coloured, or followed by marks such as [1], [1a], [2t]."""
    from rich.text import Text

    article = record.article
    marks: dict[Span, list[str]] = defaultdict(list)
    text = Text(clean(article.text, keep_lines=True))
    for number, report in enumerate(record.reports, 1):
        for span, letter, style in _report_marks(report):
            marks[span].append(f"{number}{letter}")
            if colours:
                text.stylize(style, span.start, span.end)
    return _with_marks(text, marks, colours)


def _report_marks(report: Report) -> Iterator[tuple[Span, str, str]]:
    for one in report.actors:
        yield one.mention, "a", WHO
    for one in report.recipients:
        yield one.mention, "r", WHOM
    if report.time and report.time.said:
        yield report.time.said, "t", WHEN
    yield report.trigger, "", TRIGGER


def _with_marks(text: Text, marks: dict[Span, list[str]], colours: bool) -> Text:
    """Marks after their spans; in colours only those of the triggers, the rest can be seen."""
    from rich.text import Text

    at: dict[int, list[str]] = defaultdict(list)
    for span in sorted(marks):
        shown = [mark for mark in marks[span] if not colours or mark.isdecimal()]
        at[span.end].extend(mark for mark in shown if mark not in at[span.end])
    out, start = Text(), 0
    for end in sorted(place for place in at if at[place]):
        out.append_text(text[start:end])
        out.append(f"[{','.join(at[end])}]", style=NUMBER)
        start = end
    return out.append_text(text[start:])


def show_many(face: Face, records: Iterator[Record]) -> None:
    """Several records, a rule between them."""
    from rich.rule import Rule

    for number, record in enumerate(records):
        if number:
            draw(Rule())
        show_record(face, record)
