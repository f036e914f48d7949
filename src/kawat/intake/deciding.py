"""What an editor decides about reports and events: the judgements it takes, and what becomes of the events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kawat.errors import NotFoundError, UsageError
from kawat.intake.events import tellings_of
from kawat.intake.judging import FIELDS, pair_judged, report_judged, with_value, words_of
from kawat.intake.settling import settle
from kawat.records import Telling
from kawat.store import Store
from kawat.store.judgements import Judgement, Kind, moment_of, reports_at
from kawat.store.merged import ChangeRow

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Named:
    """What an id names: a report, or an event (``event`` is its id) that stands for its reports, in order."""

    id: str
    reports: tuple[str, ...]
    event: str | None


@dataclass(frozen=True, slots=True)
class Editor:
    """Who decides, why, and when."""

    name: str
    at: datetime
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """The judgements that were kept, what became of events, and the events that the reports are part of now."""

    judgements: tuple[Judgement, ...]
    changes: tuple[ChangeRow, ...]
    events: tuple[str, ...]


def named(store: Store, prefix: str) -> Named:
    """The report or event whose id is, or begins with, ``prefix``. Raises `NotFoundError`, `UsageError`.

    An id that an event had before it grew names it too.
    """
    found = store.find(prefix) if prefix else ()
    reports = [one.id for one in found if one.kind == "report"]
    events = store.event_called(prefix) if prefix else []
    ids = [prefix] if prefix in (*reports, *events) else [*reports, *events]
    if not ids and found:
        kind = "an article" if found[0].kind == "article" else f"a {found[0].kind}"
        raise UsageError(f"{prefix!r} begins the id of {kind}; give a report or an event")
    if not ids:
        raise NotFoundError(f"no report or event has an id that begins with {prefix!r}; see `kawat events`")
    if len(ids) > 1:
        raise UsageError(f"{prefix!r} begins {len(ids)} ids ({_some(ids)}); give more of it")
    one = ids[0]
    if one in reports:
        refuse_superseded(store, one)
        return Named(one, (one,), None)
    return Named(one, store.merging().event_rows([one])[one].members, one)


def link(store: Store, first: str, second: str, editor: Editor) -> Decided:
    """Two reports tell one event, or two events are one: the events that they are part of become one.

    They are joined at the two reports, or at the first of each event, and at as many others as it takes for all to
    stand together; where reports were named, others that an editor parted stay where they are put.
    """

    def judgements() -> list[Judgement]:
        one, other = named(store, first), named(store, second)
        if one.event is not None and one.event == other.event:
            raise UsageError(f"{first} and {second} are one event already ({one.event})")
        _different(one, other)
        return _joining(store, one, other, editor)

    return _decide(store, editor, judgements)


def unlink(store: Store, first: str, second: str | None, editor: Editor) -> Decided:
    """Two reports do not tell one event; two events stay two; one report alone leaves its event."""

    def judgements() -> list[Judgement]:
        one = named(store, first)
        if second is None:
            return _leaving(store, one, editor)
        other = named(store, second)
        _different(one, other)
        return _parting(store, one.reports, other.reports, editor)

    return _decide(store, editor, judgements)


def accept(store: Store, thing: str, editor: Editor) -> Decided:
    """A report, or every report of an event, is right as it stands. A report that was rejected comes back."""
    return _verdict(store, Kind.ACCEPT, thing, editor)


def reject(store: Store, thing: str, editor: Editor) -> Decided:
    """A report, or every report of an event, tells no event at all."""
    return _verdict(store, Kind.REJECT, thing, editor)


def _verdict(store: Store, kind: Kind, thing: str, editor: Editor) -> Decided:
    def judgements() -> list[Judgement]:
        told = _tellings(store, named(store, thing).reports)
        return [Judgement(kind, words_of(one), *_signed(editor), note=editor.note) for one in told]

    return _decide(store, editor, judgements)


def correct(store: Store, thing: str, field: str, value: str, editor: Editor) -> Decided:
    """A report, or every report of an event, has ``value`` for ``field``. Raises `UsageError`."""
    if field not in FIELDS:
        raise UsageError(f"there is no field {field!r} to set; there are: {', '.join(FIELDS)}")

    def judgements() -> list[Judgement]:
        ids = named(store, thing).reports
        judged = tellings_of(store, ids)
        refuse_rejected(store, ids)
        for one in ids:
            try:
                with_value(judged[one].report, field, value, editor.name)
            except UsageError as error:
                raise UsageError(f"{one}: {error}" if len(ids) > 1 else str(error)) from None
        return [
            Judgement(Kind.SET, words_of(t), *_signed(editor), field=field, value=value.strip(), note=editor.note)
            for t in _tellings(store, ids)
        ]

    return _decide(store, editor, judgements)


def keep_judgements(store: Store, judgements: Sequence[Judgement], at: datetime) -> Decided:
    """Judgements of another store, kept but where there is a later answer; those about unknown articles wait."""
    with store.transaction():
        settle(store, at)
        return _settled(store, judgements, at)


def take_back(store: Store, prefixes: Sequence[str], at: datetime) -> Decided:
    """Take the judgements back whose ids begin so, all or none. Raises `NotFoundError`, `UsageError`."""
    with store.transaction():
        settle(store, at)
        known = [one.id for one in store.judgements()]
        before = store.last_change()
        gone = [store.unjudge(one) for one in dict.fromkeys(_judgement_called(known, each) for each in prefixes)]
        settle(store, at)
        return Decided(tuple(gone), tuple(store.changes(after=before)), _events_of(store, gone))


def _judgement_called(known: Sequence[str], prefix: str) -> str:
    ids = [one for one in known if one.startswith(prefix)] if prefix else []
    if not ids:
        raise NotFoundError(f"no judgement has an id that begins with {prefix!r}; see `kawat judgements`")
    if len(ids) > 1 and prefix not in ids:
        raise UsageError(f"{prefix!r} begins {len(ids)} ids ({_some(ids)}); give more of it")
    return ids[0]


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (" ..." if len(ids) > SHOWN else "")


# --- the judgements that a decision takes -----------------------------------------------------------


def _joining(store: Store, one: Named, other: Named, editor: Editor) -> list[Judgement]:
    """Links until all the reports are one event, tried out in a rehearsal."""
    first, every = one.reports[0], _to_join(store, one, other)
    joined: list[str] = []
    apart = [other.reports[0]]
    while apart:
        joined += apart
        links = _pairs(store, Kind.LINK, [(first, one) for one in joined], editor)
        with store.rehearsal():
            _put(store, links)
            settle(store, editor.at)
            events = store.merging().events_of(every)
        apart = [each for each in every if events.get(each) != events.get(first) and each not in joined]
    return links


def _to_join(store: Store, one: Named, other: Named) -> list[str]:
    """The reports that are to stand together: those named, and those beside them that no editor parted."""
    tables = store.merging()
    named_ones = {*one.reports, *other.reports}
    rows = tables.event_rows(sorted(set(tables.events_of(sorted(named_ones)).values())))
    every = [report for row in rows.values() for report in row.members]
    homes = sorted(set(store.articles_of_reports(every).values()))
    said = [judged for judged in store.judgements_about(homes) if judged.kind is Kind.UNLINK]
    triggers = store.triggers_in(sorted({w.article_id for j in said for w in (j.words, j.other) if w is not None}))
    pairs = [found for judged in said if (found := pair_judged(judged, triggers)) is not None]
    parted = {report for p in pairs if set(p) <= set(every) for report in p}
    return [report for report in every if report in named_ones or report not in parted]


def _leaving(store: Store, one: Named, editor: Editor) -> list[Judgement]:
    if one.event is not None:
        raise UsageError(f"{one.id} is an event; give one of its reports, or two events that are to stay two")
    event = store.merging().events_of(one.reports).get(one.id)
    others = store.merging().event_rows([event])[event].members if event else ()
    if set(others) <= {one.id}:
        raise UsageError(f"{one.id} stands alone already; `kawat unlink A B` keeps it from joining another")
    return _parting(store, one.reports, [other for other in others if other != one.id], editor)


def _parting(store: Store, ones: Sequence[str], others: Sequence[str], editor: Editor) -> list[Judgement]:
    """The first report of each side apart from every report of the other."""
    pairs = [(ones[0], other) for other in others] + [(one, others[0]) for one in ones[1:]]
    return _pairs(store, Kind.UNLINK, [p for p in pairs if p[0] != p[1]], editor)


def _pairs(store: Store, kind: Kind, pairs: Sequence[tuple[str, str]], editor: Editor) -> list[Judgement]:
    ids = list(dict.fromkeys(one for p in pairs for one in p))
    refuse_rejected(store, ids)
    words = {told.report.id: words_of(told) for told in _tellings(store, ids)}
    signed = _signed(editor)
    return [Judgement(kind, words[one], *signed, other=words[other], note=editor.note) for one, other in pairs]


def _tellings(store: Store, report_ids: Sequence[str]) -> list[Telling]:
    """The reports as read, in order; refused where another report stands on the same words."""
    homes = sorted(set(store.articles_of_reports(report_ids).values()))
    triggers = store.triggers_in(homes)
    told = {telling.report.id: telling for telling in store.tellings_in(homes)}
    for one in report_ids:
        words = words_of(told[one])
        nearest = next(reports_at(words, triggers[words.article_id]), None)
        if nearest != one:
            raise UsageError(f"{one} stands on the same words as {nearest}; no judgement can tell them apart")
    return [told[one] for one in report_ids]


def refuse_superseded(store: Store, report: str) -> None:
    """Raise `UsageError` for a report of an article whose text was replaced: it is in no event."""
    home = store.articles_of_reports([report]).get(report)
    gone = next((one for one in store.versions_of(home) if one.article_id == home), None) if home else None
    if gone is not None:
        raise UsageError(f"{report} is in an article that was replaced by {gone.by}; name a report of that one")


def refuse_rejected(store: Store, report_ids: Iterable[str]) -> None:
    """Raise `UsageError` for a report that an editor rejected."""
    ids = list(report_ids)
    homes = sorted(set(store.articles_of_reports(ids).values()))
    triggers = store.triggers_in(homes)
    for one in store.judgements_about(homes):
        gone = report_judged(one, triggers) if one.kind is Kind.REJECT else None
        if gone in ids:
            raise UsageError(
                f"{one.editor} rejected {gone}, so it tells no event; "
                f"`kawat judgements remove {one.id}` takes that back"
            )


def _different(one: Named, other: Named) -> None:
    if one.reports == other.reports:
        raise UsageError(f"{one.id} and {other.id} are one and the same; give two")


def _signed(editor: Editor) -> tuple[str, str]:
    return editor.name, moment_of(editor.at)


# --- keeping them -----------------------------------------------------------------------------------


def _decide(store: Store, editor: Editor, judgements: Callable[[], list[Judgement]]) -> Decided:
    if not editor.name.strip():
        raise UsageError("a judgement needs the name of its editor; give --by NAME or set KAWAT_EDITOR")
    with store.transaction():
        settle(store, editor.at)
        return _settled(store, judgements(), editor.at, must=True)


def _settled(store: Store, judgements: Sequence[Judgement], at: datetime, must: bool = False) -> Decided:
    before = store.last_change()
    kept = _put(store, judgements) if must else store.judge(judgements)
    settle(store, at)
    return Decided(tuple(kept), tuple(store.changes(after=before)), _events_of(store, judgements))


def _put(store: Store, judgements: Sequence[Judgement]) -> list[Judgement]:
    """Keep all of them, or raise `UsageError` for one that has a later answer."""
    kept = store.judge(judgements)
    stands = {one.id: one for one in store.judgements()}
    later = next((stands[one.id] for one in judgements if stands[one.id] != one), None)
    if later is not None:
        raise UsageError(
            f"{later.editor} decided this on {later.at}, which is later than now; "
            f"`kawat judgements remove {later.id}` takes that back"
        )
    return kept


def _events_of(store: Store, judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """The events of the reports that the judgements are about, in their order."""
    words = list(dict.fromkeys(w for one in judgements for w in (one.words, one.other) if w is not None))
    triggers = store.triggers_in(sorted({one.article_id for one in words}))
    reports = [next(reports_at(one, triggers.get(one.article_id, ())), None) for one in words]
    events = store.merging().events_of([one for one in reports if one is not None])
    return tuple(dict.fromkeys(events[one] for one in reports if one in events))
