"""The bench of the server: a small store, few readers, a short while; and figures worked out by hand."""

from __future__ import annotations

from pathlib import Path

from kawat.bench.serving.asking import Heard
from kawat.bench.serving.running import _percentile, _score, bench_serve
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
