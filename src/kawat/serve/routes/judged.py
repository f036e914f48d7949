"""What editors said of an event: of the reports that it has, and of those that they took out of it."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.intake.judging import pair_judged, report_judged
from kawat.merge.merging import event_id
from kawat.records import Event
from kawat.store import Store
from kawat.store.judgements import Judgement, Kind
from kawat.store.merged import ChangeRow


def judgements_of(store: Store, told: Event, changes: Sequence[ChangeRow]) -> list[Judgement]:
    """Those about the reports that the event has, or had before an editor took them out, by time.

    ``changes``: what became of the event.
    """
    reports = {telling.report.id for telling in told.tellings}.union(*(one.reports for one in changes))
    reports |= _rejected_before(store, told.id, reports)
    homes = sorted(set(store.articles_of_reports(sorted(reports)).values()))
    said = store.judgements_about(homes)
    if not said:
        return []
    about = {words.article_id for one in said for words in (one.words, one.other) if words is not None}
    triggers = store.triggers_in(sorted(about))

    def concerns(one: Judgement) -> bool:
        found = {report_judged(one, triggers)} if one.other is None else set(pair_judged(one, triggers) or ())
        return bool(reports & found)

    return [one for one in said if concerns(one)]


def _rejected_before(store: Store, event: str, reports: set[str]) -> set[str]:
    """The reports that editors rejected in events that went into this one, which has or had the ``reports``.

    An event bears the id of its first report, and another one once that report is rejected: what it was before is
    found by the ids that its own reports, and those rejected anywhere, give an event.
    """
    rejected = _rejected(store)
    known, looked_up = set(reports), set[str]()
    went: dict[str, str] = {}
    before, new = {event}, {event} if rejected else set[str]()
    while new:
        ids = {event_id(one) for one in known | rejected} - looked_up
        went |= store.went_into(sorted(ids))
        looked_up |= ids
        new = {one for one, other in went.items() if other in before} - before
        before |= new
        known |= {report for one in new for change in store.changes_of(one) for report in change.reports}
    return known & rejected


def _rejected(store: Store) -> set[str]:
    """The reports that tell no event, because an editor says so."""
    said = [one for one in store.judgements() if one.kind is Kind.REJECT]
    triggers = store.triggers_in(sorted({one.words.article_id for one in said}))
    return {report for one in said if (report := report_judged(one, triggers)) is not None}
