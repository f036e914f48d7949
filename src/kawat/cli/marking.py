"""The text of an article with the words of its reports marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kawat.export.safe import clean
from kawat.records import Record, Report, Span

if TYPE_CHECKING:
    from rich.text import Text

WORDS, WHO, WHOM, WHEN, MARK = "bold red", "cyan", "blue", "green", "dim"


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
    yield report.trigger, "", WORDS


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
        out.append(f"[{','.join(at[end])}]", style=MARK)
        start = end
    return out.append_text(text[start:])
