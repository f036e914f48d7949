"""One report or claim for an editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kawat.cli import cells
from kawat.cli.face import Face, draw, out
from kawat.export.safe import clean
from kawat.records import Article, Claim, Report, Telling
from kawat.store.versions import Superseded


def show_report(face: Face, article: Article, report: Report) -> None:
    """Every value of the report, each on a line, then the sentence and where it stands."""
    lines = [(key, tell(face, Telling(article, report))) for key, tell in _LINES if key != "outlet"]
    _lines(face, report.id, [*lines, ("article", _article(face, article))])


def show_claim(face: Face, article: Article, claim: Claim) -> None:
    said = claim.content.of(article.text)
    speakers = " > ".join(cells.actor(face, speaker) for speaker in claim.speakers)
    told = f"“{said}” ({face.say('quoted')})" if claim.quoted else said
    lines = [("who", speakers), ("says", told), ("report", ", ".join(claim.reports))]
    _lines(face, claim.id, [*lines, ("article", _article(face, article))])


def _lines(face: Face, head: str, lines: list[tuple[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in lines:
        if not value:
            continue
        table.add_row(Text(face.say(key), style="bold"), Text(clean(value)))
    out(clean(head))
    draw(table)


def _article(face: Face, article: Article) -> str:
    parts = (cells.title(face, article), article.outlet, cells.moment(article.published), article.url, article.id)
    return " · ".join(part for part in parts if part)


_LINES: tuple[tuple[str, Callable[[Face, Telling], str]], ...] = (
    ("when", lambda face, t: cells.when(face, t.report.time, t.article.text)),
    ("what", lambda face, t: cells.type_label(face, t.report.type, t.report.mode)),
    ("who", lambda face, t: cells.actors(face, t.report.actors) or face.say("nobody")),
    ("whom", lambda face, t: cells.actors(face, t.report.recipients)),
    ("status", lambda face, t: cells.status(face, t.report)),
    ("place", lambda face, t: cells.place(face, t.report.place)),
    ("how_many", lambda face, t: "; ".join(cells.quantity(face, q) for q in t.report.quantities)),
    ("according_to", lambda face, t: cells.voices(face, t.report.attribution)),
    ("words", lambda face, t: t.report.trigger.of(t.article.text)),
    ("sentence", lambda face, t: t.report.sentence.of(t.article.text)),
    ("outlet", lambda face, t: t.article.outlet or ""),
    ("published", lambda face, t: cells.moment(t.article.published)),
    ("report", lambda face, t: t.report.id),
)


def show_versions(face: Face, article_id: str, versions: Sequence[Superseded]) -> None:
    """By what the article was replaced, and what it replaced, where there is such a thing."""
    for one in versions:
        if one.article_id == article_id:
            out(face.say("replaced_by", at=one.at, by=one.by))
    older = [f"{one.article_id} ({one.at})" for one in versions if one.by == article_id]
    if older:
        out(face.say("replaces", older=", ".join(older)))
