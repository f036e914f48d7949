"""Events in short: the same as what is made of the whole event, whatever was written in between; and pages."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kawat.bench.merging.scale import made_records
from kawat.errors import UsageError
from kawat.intake import events, keep
from kawat.intake.deciding import Editor, accept, reject
from kawat.intake.summaries import event_page, event_summaries, summarise
from kawat.store import ReportFilter, Store, open_store
from kawat.store.judgements import Kind
from kawat.views.summary import summary_of

AT = datetime(2026, 1, 1, tzinfo=UTC)
ALL = ReportFilter()


def filled(path: Path, seed: int = 1, reports: int = 90) -> Store:
    store = open_store(path, create=True)
    for record in made_records(reports, seed=seed, days=12, states=5):
        keep(store, record, AT)
    return store


def whole(store: Store, filters: ReportFilter, size: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    after = None
    while True:
        page = event_page(store, filters, after, size)
        assert len(page.items) <= size
        found += map(json.loads, page.items)
        after = page.next
        if after is None:
            return found


@pytest.mark.parametrize("ready", [True, False])
@pytest.mark.parametrize("size", [1, 7, 500])
def test_pages_are_the_events_in_short_in_the_order_of_events(tmp_path: Path, size: int, ready: bool) -> None:
    with filled(tmp_path / "s.db") as store:
        if ready:
            assert summarise(store) == len(events(store))
        expected = [summary_of(event) for event in events(store)]
        assert whole(store, ALL, size) == expected
        assert any(one["day"] is None for one in expected), "those without a day are in it too"


@pytest.mark.parametrize("ready", [True, False])
def test_filters_choose_what_events_chooses(tmp_path: Path, ready: bool) -> None:
    with filled(tmp_path / "s.db", reports=200) as store:
        if ready:
            summarise(store)
        one = next(t.report for e in events(store) for t in e.tellings if t.report.recipients)
        asked = [
            ReportFilter(country=one.actors[0].country),
            ReportFilter(country=one.actors[0].country, other_country=one.recipients[0].country),
            ReportFilter(type=one.type, salience=one.salience.value),
            ReportFilter(outlet="outlet 1", published_since=AT.date().replace(year=2024)),
            ReportFilter(actor=one.actors[0].name),
            ReportFilter(country="ATA"),
        ]
        for filters in asked:
            expected = [event.id for event in events(store, filters)]
            assert [found["id"] for found in whole(store, filters, 4)] == expected
        assert len(whole(store, asked[0], 4)) > 4


def test_many_and_few_that_fit_are_found_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(tmp_path / "s.db") as store:
        country = next(event.tellings[0].report.actors[0].country for event in events(store))
        few = whole(store, ReportFilter(country=country), 5)
        monkeypatch.setattr("kawat.store.summaries.FEW", 0)
        assert whole(store, ReportFilter(country=country), 5) == few


@pytest.mark.parametrize("few", [0, 2, 6, 25, 3_000])
def test_a_name_told_lately_is_found_alike_however_many_bear_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("kawat.store.summaries.FEW", few)
    with filled(tmp_path / "s.db", reports=200) as store:
        summarise(store)
        every = events(store)
        days = sorted({day for e in every for t in e.tellings if (day := t.article.published_day) is not None})
        name = next(t.report for e in every for t in e.tellings).actors[0].name
        for since in (days[0], days[len(days) // 2], days[-2], days[-1]):
            for until in (None, max(since, days[-2])):
                filters = ReportFilter(actor=name, published_since=since, published_until=until)
                expected = [event.id for event in events(store, filters)]
                assert [found["id"] for found in whole(store, filters, 4)] == expected


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_stays_true_while_the_store_changes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    some = list(made_records(120, seed=seed, days=12, states=5))
    with open_store(tmp_path / "s.db", create=True) as store:
        for record in some:
            keep(store, record, AT)
            if chance.random() < 0.2:
                summarise(store)
            if chance.random() < 0.1:
                keep(store, chance.choice(some), AT, again=True)
        assert whole(store, ALL, 50) == [summary_of(event) for event in events(store)]
        summarise(store)
        assert store.without_summary("", 10) == []
        assert whole(store, ALL, 50) == [summary_of(event) for event in events(store)]


def test_what_an_editor_decides_is_in_the_summary(tmp_path: Path) -> None:
    with filled(tmp_path / "s.db") as store:
        summarise(store)
        event = next(event for event in events(store) if len(event.tellings) == 1)
        reject(store, event.id, Editor("siti", AT))
        assert event.id not in [one["id"] for one in whole(store, ALL, 50)]
        report = event.tellings[0].report.id
        decided = accept(store, report, Editor("rina", AT.replace(year=2027)))
        assert [one.kind for one in decided.judgements] == [Kind.ACCEPT]
        assert [one.kind for one in store.judgements()] == [Kind.ACCEPT], "one question, and the later answer"
        assert decided.events == (event.id,)
        assert json.loads(event_summaries(store, [event.id])[0]) == summary_of(event)


def test_a_list_read_while_others_write_meets_what_stays_once(tmp_path: Path) -> None:
    some = list(made_records(160, seed=3, days=12, states=5))
    with open_store(tmp_path / "s.db", create=True) as store:
        for record in some[:15]:
            keep(store, record, AT)
        stayed = spots(store)
        met: list[str] = []
        after, rest = None, iter(some[15:])
        while True:
            page = event_page(store, ALL, after, 5)
            met += [json.loads(text)["id"] for text in page.items]
            after = page.next
            if after is None:
                break
            if (record := next(rest, None)) is not None:
                keep(store, record, AT)
            stayed &= spots(store)
        assert len(stayed) > 20
        assert [met.count(one) for one, _ in stayed] == [1] * len(stayed)
        assert len(set(met)) > len(stayed)


def spots(store: Store) -> set[tuple[str, str | None]]:
    return {(row.id, row.day) for row in store.events()}


@pytest.mark.parametrize("after", ["", "2025-01-01", "~", "2025-01-01~"])
def test_a_wrong_place_in_a_list_is_refused(tmp_path: Path, after: str) -> None:
    with filled(tmp_path / "s.db", reports=12) as store, pytest.raises(UsageError, match="no place in a list"):
        event_page(store, ALL, after, 5)


def test_unknown_events_have_no_summary(tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", reports=12) as store:
        known = [event.id for event in events(store)][:3]
        ids = [json.loads(text)["id"] for text in event_summaries(store, [known[2], "evt-none", known[0]])]
        assert ids == [known[2], known[0]]
