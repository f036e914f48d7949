"""The text of an article as HTML with the words of its reports marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from kawat.notebook.html import safe
from kawat.records import Report, Span

Mark = tuple[Span, str, str]
"""Where, of which class, and what is said of it."""


def marks_of(reports: Sequence[Report]) -> Iterator[Mark]:
    """The words of the reports, who, whom and when; reports are numbered from 1."""
    for number, report in enumerate(reports, 1):
        yield report.trigger, "words", f"[{number}] {report.type}, {report.status.value}"
        for css, actors in (("who", report.actors), ("whom", report.recipients)):
            for actor in actors:
                yield actor.mention, css, f"[{number}] {actor.name}"
        if report.time is not None and report.time.said is not None:
            told = report.time.start or report.time.end
            yield report.time.said, "when", f"[{number}] {told.isoformat() if told else '?'}"


def marked(text: str, span: Span, marks: Iterable[Mark]) -> str:
    """The part ``span`` of the text as HTML. Marks may overlap; those that reach beyond the part are cut."""
    inside = [mark for mark in marks if mark[0].overlaps(span)]
    edges = {span.start, span.end}
    for at, _, _ in inside:
        edges |= {max(at.start, span.start), min(at.end, span.end)}
    cuts = sorted(edges)
    pieces = (_piece(text[a:b], [mark for mark in inside if mark[0].start <= a and b <= mark[0].end]) for a, b in
              itertools.pairwise(cuts))  # fmt: skip
    return "".join(pieces)


def sentence(text: str, report: Report) -> str:
    """The sentence of a report as HTML, with the words that tell what happened marked."""
    return marked(text, report.sentence, [(report.trigger, "words", report.type)])


def _piece(text: str, marks: Sequence[Mark]) -> str:
    if not marks:
        return safe(text)
    said = safe("; ".join(dict.fromkeys(told for _, _, told in marks)))
    classes = " ".join(dict.fromkeys(css for _, css, _ in marks))
    tag = "mark" if any(css == "words" for _, css, _ in marks) else "span"
    return f'<{tag} class="{classes}" title="{said}">{safe(text)}</{tag}>'
