"""Moments and days in one order: what was published later, whatever zone it was told in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def instant_of(published: datetime | date) -> datetime:
    """The instant by which it is put in order: a day alone, or a moment without a zone, as if told in UTC."""
    if not isinstance(published, datetime):
        published = datetime.combine(published, time())
    if published.utcoffset() is None:
        return published.replace(tzinfo=UTC)
    try:
        return published.astimezone(UTC)
    except OverflowError:  # at the ends of the calendar
        return published.replace(tzinfo=UTC)


def instant_in(text: str | None) -> datetime | None:
    """The same of a moment or a day as the store writes it; None where there is none."""
    if text is None:
        return None
    try:
        return instant_of(date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text))
    except ValueError:
        return None
