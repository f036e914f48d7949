"""What is new in an article (main), what goes with it (secondary), what is history told again (background)."""

from __future__ import annotations

from datetime import date

from kawat.language.times import find_times, resolve_time
from kawat.records import Article, Mention, ParagraphKind, Salience, Sentence, Status

LEAD_SENTENCES = 2
OLD_AFTER_DAYS = 21


def salience_of(
    article: Article, sentence: Sentence, position: int, time: Mention | None, status: Status
) -> Salience:
    """Salience by position in the article and by how old the told time is."""
    if time is not None and _is_old(article, time):
        return Salience.BACKGROUND
    if sentence.kind in {ParagraphKind.TITLE, ParagraphKind.LEAD} or position < LEAD_SENTENCES:
        return Salience.SECONDARY if status is Status.POSSIBLE else Salience.MAIN
    return Salience.SECONDARY


def _is_old(article: Article, mention: Mention) -> bool:
    published = article.published_day
    if published is None:
        return False
    wording = mention.span.of(article.text)
    for expression in find_times(wording, article.language)[:1]:
        end = resolve_time(expression, article.published).end
        if end is not None:
            day = end if type(end) is date else date(end.year, end.month, end.day)
            return (published - day).days > OLD_AFTER_DAYS
    return False
