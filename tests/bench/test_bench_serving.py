"""The bench of the server: a small store, few readers, a short while; and figures worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.bench.merging.scale import made_records
from kawat.bench.serving import views
from kawat.bench.serving.asking import Heard
from kawat.bench.serving.dressing import dressed
from kawat.bench.serving.running import _percentile, _score, bench_serve
from kawat.errors import InputError
from kawat.records import ActorKind, Status
from kawat.store import open_store


def test_readers_are_answered_while_articles_are_added(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    told = bench_serve(100, readers=2, seconds=3, kept=path)
    assert 50 <= told.events <= 200
    assert [one.call for one in told.calls] == ["list", "event", "search"]
    for one in told.calls:
        assert one.errors == 0
        assert one.count > 0
        assert 0 < one.p50_ms <= one.p95_ms <= one.p99_ms
    assert abs(told.per_second * told.seconds - sum(one.count for one in told.calls)) < 1
    with open_store(path, read_only=True) as store:
        assert store.unsettled() == 0
        assert store.count_events() > told.events, "the writer wrote"


def test_percentiles_are_such_that_so_many_answers_came_within() -> None:
    times = [n / 1000 for n in range(1, 101)]
    assert (_percentile(times, 0.5), _percentile(times, 0.95), _percentile(times, 0.99)) == (51.0, 96.0, 100.0)
    assert _percentile([], 0.5) == 0
    told = _score("list", Heard({"list": [0.002]}, {"list": 3}))
    assert (told.count, told.p50_ms, told.errors) == (1, 2.0, 3)


def test_calls_are_timed_without_a_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(views, "BROWSERS", ())
    path = tmp_path / "made.db"
    assert views.main([str(path), "--events", "150"]) == 0
    told = capsys.readouterr()
    assert "install chromium" in told.err
    rows = {line[:24].strip(): [float(one) for one in line[24:].split()] for line in told.out.splitlines()}
    assert {"briefing", "timeline of two", "map", "network of actors"} <= set(rows)
    for count, median, most in rows.values():
        assert count >= 3
        assert 0 < median <= most < 30_000


def test_a_store_with_nothing_in_it_is_refused() -> None:
    empty = {"nodes": [], "items": []}
    with pytest.raises(InputError, match="too little in it"):
        views.known(lambda _: empty)


def test_dressed_reports_of_one_happening_are_alike_but_for_some_figures() -> None:
    told = [report for record in made_records(300) for report in record.reports]
    made = [dressed(one, f"{one.type} {one.actors[0].id}") for one in told]
    assert [one.id for one in made] == [one.id for one in told]
    assert dressed(told[0], "x") == dressed(told[0], "x")
    assert {one.status for one in made} == set(Status) - {Status.ONGOING}
    assert {one.place.precision for one in made if one.place} == {"point", "country"}
    assert any(one.attribution for one in made) and any(one.actors[0].kind is ActorKind.PERSON for one in made)
    groups: dict[str, set[Status]] = {}
    for plain, one in zip(told, made, strict=True):
        groups.setdefault(f"{plain.type} {plain.actors[0].id}", set()).add(one.status)
        assert one.actors[0].country == plain.actors[0].country
    assert all(len(some) == 1 for some in groups.values())
