"""One event as a whole: when it was, how it stands, who tells it. Read off its reports, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kawat.records import Event, Granularity, Report, Salience, Status, Telling, Time

Days = tuple[date, date]

_COARSE = frozenset({Granularity.MONTH, Granularity.SEASON, Granularity.YEAR, Granularity.WEEK})
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})


def days_of(time: Time | None) -> Days | None:
    """First and last day of a time; None when it has none. An open end counts as the other end."""
    if time is None:
        return None
    start, end = time.start or time.end, time.end or time.start
    return None if start is None or end is None else (as_day(start), as_day(end))


def event_days(event: Event) -> Days | None:
    """The days that most independent sources give; of a moved plan those given last. None when none gives any.

    Exact days go before weeks and months. Of days given equally often, those told first.
    """
    dated = [t for t in event.tellings if days_of(t.report.time) is not None]
    exact = [t for t in dated if t.report.time is not None and t.report.time.granularity not in _COARSE]
    happened = [t for t in exact if t.report.status in _REAL]
    if happened:
        return _most_told(happened)
    if exact:
        ahead = [t for t in exact if t.report.status in _AHEAD]
        return days_of(max(ahead, key=_published).report.time) if ahead else _most_told(exact)
    return _most_told(dated) if dated else None


def status_of(event: Event) -> Status:
    """How the event stands: what has happened stays so; else what was said last by publication.

    Where one day tells several, the one that most independent sources tell, the first of `Status` among equals.
    """
    happened = [t for t in event.tellings if t.report.status in _REAL]
    denied = [t for t in event.tellings if t.report.status is Status.DENIED]
    if happened and len(sources_of(happened)) >= len(sources_of(denied)):
        return _most_status(happened)
    last = max(_published(t) for t in event.tellings)
    return _most_status([t for t in event.tellings if _published(t) == last])


def salience_of(event: Event) -> Salience:
    """The highest weight that an article gives it: background only where it is history for all."""
    order = list(Salience)
    return min((t.report.salience for t in event.tellings), key=order.index)


def sources_of(tellings: Iterable[Telling]) -> tuple[str, ...]:
    """Who tells it independently: copies of one text count once."""
    return tuple(dict.fromkeys(telling.source for telling in tellings))


def outlets_of(event: Event) -> tuple[str, ...]:
    """The outlets that tell it, copies too, by name; an article without outlet stands for itself."""
    return tuple(sorted({t.article.outlet or t.article.id for t in event.tellings}))


def best_report(event: Event) -> Telling:
    """The telling that shows the event best: main news, with sides and a day, surely read, early."""

    def worth(telling: Telling) -> tuple[bool, int, bool, float]:
        report = telling.report
        sides = min(len(report.actors), 1) + min(len(report.recipients), 1)
        fits = report.type == event.type
        known = report.time is not None and report.time.start is not None
        return fits and report.salience is Salience.MAIN, sides, known, report.confidence

    return max(reversed(event.tellings), key=worth)


def as_day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _most_told(tellings: Sequence[Telling]) -> Days | None:
    told: dict[Days, set[str]] = {}
    for telling in tellings:
        days = days_of(telling.report.time)
        if days is not None:
            told.setdefault(days, set()).add(telling.source)
    return max(told, key=lambda days: len(told[days]), default=None)


def _most_status(tellings: Sequence[Telling]) -> Status:
    counts = Counter(
        {status: len(sources_of(t for t in tellings if t.report.status is status)) for status in Status}
    )
    return max(Status, key=lambda status: counts[status])


def _published(telling: Telling) -> date:
    return telling.article.published_day or date.min


def sides_of(report: Report) -> tuple[str, ...]:
    """The countries that take part in a report, in order, each once."""
    return tuple(dict.fromkeys(a.country for a in (*report.actors, *report.recipients) if a.country))
