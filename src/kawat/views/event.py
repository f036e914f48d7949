"""One event as a whole: when it was, how it stands, who tells it. Read off its reports, never averaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from kawat.records import Event, Granularity, Report, Salience, Status, Telling, Time

Days = tuple[date, date]

COARSE = frozenset({Granularity.MONTH, Granularity.SEASON, Granularity.YEAR, Granularity.WEEK})
"""Granularities that tell no day."""

LONGEST_EXACT = 8
"""So many days and more tell no day either: "from January to March"."""

REAL = frozenset({Status.OCCURRED, Status.ONGOING})
"""The statuses of what is told as a fact."""

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what sides do together: "A met B" and "B met A" tell of one meeting."""

_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})


def days_of(time: Time | None) -> Days | None:
    """First and last day of a time; None when it has none. An open end counts as the other end."""
    if time is None:
        return None
    return time.days


def is_exact(time: Time | None) -> bool:
    """Whether the time tells a day, or a few, not a week, a month or more."""
    days = days_of(time)
    if time is None or days is None or time.granularity in COARSE:
        return False
    return (days[1] - days[0]).days < LONGEST_EXACT


def event_days(event: Event) -> Days | None:
    """The days that most independent sources give; of a moved plan those given last. None when none gives any.

    Exact days go before weeks and months, what happened before what was planned, but for a plan within the month
    in which it happened. Of days given equally often, those told first.
    """
    dated = [t for t in event.tellings if days_of(t.report.time) is not None]
    exact = [t for t in dated if is_exact(t.report.time)]
    happened = [t for t in exact if t.report.status in REAL]
    if happened:
        return _most_told(happened)
    coarse = [t for t in dated if t.report.status in REAL]
    within = [t for t in exact if not coarse or any(_within(t, month) for month in coarse)]
    if within:
        ahead = [t for t in within if t.report.status in _AHEAD]
        return _last_told(ahead, event.tellings) if ahead else _most_told(within)
    return _most_told(coarse or dated)


def status_of(event: Event) -> Status:
    """How the event stands: what has happened stays so; else what was said last by publication.

    What more sources deny than tell stands as said last. Where one day tells several, the one that most independent
    sources tell, the first of `Status` among equals.
    """
    happened = [t for t in event.tellings if t.report.status in REAL]
    denied = [t for t in event.tellings if t.report.status is Status.DENIED]
    if happened and len(sources_of(happened)) >= len(sources_of(denied)):
        return _most_status(happened)
    first = first_published(event.tellings)
    last = max(first.values())
    return _most_status([t for t in event.tellings if first[t.source] == last])


def salience_of(event: Event) -> Salience:
    """The highest weight that an article gives it: background only where it is history for all."""
    order = list(Salience)
    return min((t.report.salience for t in event.tellings), key=order.index)


def is_mutual(event: Event) -> bool:
    """Whether its sides act alike: who and whom are then one field."""
    return event.type in MUTUAL or all(t.report.symmetric for t in event.tellings)


def sources_of(tellings: Iterable[Telling]) -> tuple[str, ...]:
    """Who tells it independently: copies of one text count once."""
    return tuple(dict.fromkeys(telling.source for telling in tellings))


def outlets_of(event: Event) -> tuple[str, ...]:
    """The outlets that tell it, copies too, by name; an article without outlet stands for itself."""
    return tuple(sorted({t.article.outlet or t.article.id for t in event.tellings}))


def best_report(event: Event) -> Telling:
    """The telling that shows the event best: as the event stands, main news, with sides and a day, surely read.

    Of equal ones the earliest.
    """
    status = status_of(event)

    def worth(telling: Telling) -> tuple[bool, bool, int, bool, float]:
        report = telling.report
        fits = report.type == event.type and report.status is status
        sides = min(len(report.actors) + len(report.recipients), 2)
        return fits, report.salience is Salience.MAIN, sides, days_of(report.time) is not None, report.confidence

    return max(event.tellings, key=worth)


def published_of(telling: Telling) -> date | datetime | None:
    """When its article was published, as exactly as is known."""
    return telling.article.published


def publication_order(telling: Telling) -> tuple[date, float, str]:
    """For sorting by publication: by day, then by the moment where it is known; what has no day last."""
    published = telling.article.published
    moment = published.timestamp() if isinstance(published, datetime) and published.tzinfo else 0.0
    return telling.article.published_day or date.max, moment, telling.report.id


def first_published(tellings: Iterable[Telling]) -> Mapping[str, date]:
    """The day on which each source told it first: a copy printed later says nothing new. `date.min` if unknown."""
    days: dict[str, list[date]] = {}
    for telling in tellings:
        own = days.setdefault(telling.source, [])
        if telling.article.published_day is not None:
            own.append(telling.article.published_day)
    return {source: min(own, default=date.min) for source, own in days.items()}


def sides_of(report: Report) -> tuple[str, ...]:
    """The countries that take part in a report, in order, each once."""
    return tuple(dict.fromkeys(a.country for a in report.sides if a.country))


def _within(telling: Telling, other: Telling) -> bool:
    inner, outer = days_of(telling.report.time), days_of(other.report.time)
    return inner is not None and outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _last_told(tellings: Sequence[Telling], every: Iterable[Telling]) -> Days | None:
    first = first_published(every)
    last = max(first[telling.source] for telling in tellings)
    return _most_told([telling for telling in tellings if first[telling.source] == last])


def _most_told(tellings: Sequence[Telling]) -> Days | None:
    told: dict[Days, set[str]] = {}
    for telling in sorted(tellings, key=publication_order):
        days = days_of(telling.report.time)
        if days is not None:
            told.setdefault(days, set()).add(telling.source)
    return max(told, key=lambda days: len(told[days]), default=None)


def _most_status(tellings: Sequence[Telling]) -> Status:
    told: dict[Status, set[str]] = {status: set() for status in Status}
    for telling in tellings:
        told[telling.report.status].add(telling.source)
    return max(told, key=lambda status: len(told[status]))
