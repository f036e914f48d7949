"""Events over a store: as merging left them, each with all its reports as editors left these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kawat.errors import StoreError
from kawat.intake.judging import as_judged, judged_pairs
from kawat.intake.portions import REPORTS_AT_ONCE, portions
from kawat.merge import event_of, merge
from kawat.merge.copies import groups
from kawat.records import Event, Telling
from kawat.store import ReportFilter, Store
from kawat.store.merged import EventRow
from kawat.store.summaries import Spot
from kawat.views.accounts import Accounts, accounts_of, is_two_sided

ALL = ReportFilter()
Known = Mapping[str, Telling]
"""Reports as editors left them, by id."""
NOTHING: Known = {}
_AT_ONCE = 200


def events(store: Store, filters: ReportFilter = ALL) -> tuple[Event, ...]:
    """The events with a report that fits, by day, latest first, those without a day at the end.

    Every event has all its reports, also those that do not fit. ``limit`` counts events. Raises `StoreError` while
    something that was added waits to be merged.
    """
    _check_settled(store)
    return tuple(each_event(store, store.events(filters)))


def each_fitting(store: Store, filters: ReportFilter = ALL) -> Iterator[Event]:
    """The same events as `events` gives, in the same order, read a page at a time: for more than fit in memory."""
    _check_settled(store)
    spot: Spot | None = None
    left = filters.limit
    while left is None or left > 0:
        page = store.event_page(filters, spot, _AT_ONCE if left is None else min(left, _AT_ONCE))
        if not page:
            return
        rows = [listed.row for listed in page]
        yield from each_event(store, rows)
        spot = Spot(rows[-1].day or "", rows[-1].id)
        left = None if left is None else left - len(rows)


def event_with(store: Store, id_prefix: str) -> tuple[Event, ...]:
    """The events whose id starts so, or that had such an id before they grew. Raises as `events` does."""
    _check_settled(store)
    ids = set(store.event_called(id_prefix))
    return tuple(each_event(store, list(store.merging().event_rows(sorted(ids)).values())))


def _check_settled(store: Store) -> None:
    waiting = store.unsettled()
    if waiting:
        raise StoreError(f"{waiting} changes in the store {store.path} wait to be merged; run `kawat merge` on it")


def events_beside(store: Store, event: Event) -> tuple[Event, ...]:
    """The other events that the articles of this one tell, each whole, by id."""
    articles = sorted({telling.article.id for telling in event.tellings})
    tables = store.merging()
    reports = [report for _, report in tables.traced_in(articles)]
    ids = set(tables.events_of(reports).values()) - {event.id}
    rows = tables.event_rows(sorted(ids))
    return tuple(each_event(store, [rows[one] for one in sorted(rows)]))


def accounts(store: Store, event: Event) -> Accounts:
    """Each side's account of an event; where several sides tell it, with what one of them leaves out."""
    return accounts_of(event, events_beside(store, event) if is_two_sided(event) else ())


def each_event(store: Store, rows: Sequence[EventRow], known: Known = NOTHING) -> Iterator[Event]:
    """The events of these rows, in order, read some at a time; ``known``: reports that need not be read."""
    for some in portions(rows, lambda row: len(row.members), REPORTS_AT_ONCE):
        members = {report for row in some for report in row.members}
        tellings = tellings_of(store, sorted(members), known)
        for row in some:
            own = [tellings[report] for report in row.members if report in tellings]
            if own:
                yield event_of(own)


def tellings_of(store: Store, report_ids: Sequence[str], known: Known = NOTHING) -> dict[str, Telling]:
    """The reports as editors left them, with the text that their article is a copy of."""
    judged = [known[one] for one in report_ids if one in known]
    judged += judged_tellings(store, [one for one in report_ids if one not in known])
    leaders = copy_leaders(store, sorted({telling.article.id for telling in judged}))
    return {telling.report.id: replace(telling, copy_of=leaders.get(telling.article.id)) for telling in judged}


def judged_tellings(store: Store, report_ids: Sequence[str]) -> list[Telling]:
    """The reports that have these ids as editors left them, without those that editors rejected."""
    homes = sorted(set(store.articles_of_reports(report_ids).values()))
    said = store.judgements_about(homes)
    if not said:
        return store.tellings_with(report_ids)
    wanted = set(report_ids)
    return [one for one in as_judged(store.tellings_in(homes), said) if one.report.id in wanted]


def copy_leaders(store: Store, article_ids: Sequence[str]) -> dict[str, str]:
    """For each of the articles that has copies, the id that stands for them all."""
    leaders = groups((), _copies_beside(store, article_ids))
    return {one: leaders[one] for one in article_ids if one in leaders}


def _copies_beside(store: Store, article_ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of copies that the articles hang together by, also over others; some of them twice."""
    tables = store.merging()
    seen = set(article_ids)
    edge = sorted(seen)
    while edge:
        beside: set[str] = set()
        for found in tables.each_copy_of(edge):
            beside.update(found)
            yield found
        edge = sorted(beside - seen)
        seen |= beside


def merged_anew(store: Store) -> tuple[Event, ...]:
    """What merging makes of the whole store at once: what `events` must tell, for checking."""
    homes = sorted({telling.article.id for telling in store.tellings()})
    said = store.judgements()
    tellings = as_judged(store.tellings_in(homes), said)
    known = {telling.report.id for telling in tellings}
    return merge(tellings, judged_pairs(said, store.triggers_in(homes), known))
