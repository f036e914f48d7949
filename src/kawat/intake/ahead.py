"""Articles that say they were published after today: a date misread, a clock set wrong, a forged page."""

from __future__ import annotations

from datetime import datetime, timedelta

from kawat.records import Article

SLACK = timedelta(days=2)  # zones, and papers that carry the date of tomorrow


def ahead_of(article: Article, now: datetime) -> str | None:
    """What is wrong with the article's date, seen from ``now``, and what to do; None when nothing is."""
    day = article.published_day
    if day is None or day <= (now + SLACK).date():
        return None
    return f"it says it was published on {day}, after today ({now.date()}): check that date, or the clock here"
