"""`kawat bench merge`: the figures, by hand, and a small run of each kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from kawat.bench.merging.bench import bench_merge
from kawat.bench.merging.fit import weights_of
from kawat.bench.merging.scale import bench_scale, made_records
from kawat.bench.merging.score import b_cubed, pair_scores
from kawat.merge.features import NAMES
from kawat.merge.pairs import weights

ROOT = Path(__file__).resolve().parents[2]


def test_b_cubed_by_hand() -> None:
    gold = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y"}
    got = b_cubed(found, gold)
    assert got.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert got.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert got.f1 == pytest.approx(2 * got.precision * got.recall / (got.precision + got.recall))
    assert b_cubed(gold, gold).f1 == 1.0
    less = b_cubed(gold, gold, missing=5, extra=15)
    assert (less.precision, less.recall) == (0.25, 0.5)


def test_pairs_are_counted_by_language_and_copies_apart() -> None:
    gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    found = {"a": 1, "b": 1, "c": 2, "d": 2}
    languages = {"a": "en", "b": "id", "c": "en", "d": "en"}
    copies = {"a": "A", "b": "B", "c": "A", "d": "D"}
    got = pair_scores(found, gold, languages, copies)
    assert (got["all"].read, got["all"].gold) == (2, 3)
    assert got["cross"].precision == 1.0
    assert got["cross"].recall == 0.5
    assert (got["copies"].gold, got["copies"].recall) == (1, 0.0)
    assert (got["same"].read, got["same"].gold, got["same"].precision) == (1, 0, 0.0)


def test_a_fit_finds_what_tells_pairs_apart() -> None:
    dice = np.random.default_rng(7)
    features = dice.normal(size=(400, len(NAMES)))
    features[:, NAMES.index("one")] = 1.0
    telling = NAMES.index("same_day")
    right = (features[:, telling] + 0.1 * dice.normal(size=400) > 0).astype(float)
    found = weights_of(features, right)
    assert np.argmax(np.abs(found)) == telling
    assert found[telling] > 1
    assert weights_of(features, right).tolist() == found.tolist()


def test_the_shipped_weights_speak_for_what_agrees() -> None:
    held = dict(zip(NAMES, weights(), strict=True))
    assert all(held[name] > 0 for name in ("same_type", "who", "whom", "same_day", "same_figure", "same_place"))
    assert all(held[name] < 0 for name in ("one", "other_mode", "days_apart", "other_place"))


def test_stories_merge_well(tmp_path: Path) -> None:
    for name in ("a-two-shoals-water-cannon", "f-quito-embassy-raid"):
        shutil.copytree(ROOT / "gold" / "stories" / "dev" / name, tmp_path / name)
    gold, read = bench_merge(tmp_path, "lexicon")
    assert (gold.part, gold.stories, gold.articles) == ("gold reports", 2, 15)
    assert gold.b_cubed_f1 > 0.8
    assert gold.copies_f1 == 1.0
    assert gold.strict_f1 == gold.b_cubed_f1
    assert read.part == "end to end"
    assert 0 < read.strict_f1 < read.b_cubed_f1 <= 1


def test_a_large_store_in_small() -> None:
    told: list[int] = []
    got = bench_scale(240, told.append)
    assert got.reports >= 240
    assert got.articles == len(told) == got.reports / 6
    assert 0 < got.events <= got.reports
    assert got.links > 0
    assert got.reports_per_second > 0
    assert got.one_article_s < 5


def test_made_records_are_the_same_again_and_of_the_size_asked_for() -> None:
    one, two = list(made_records(60, days=10, states=4)), list(made_records(60, days=10, states=4))
    assert one == two
    assert list(made_records(60, seed=2, days=10, states=4)) != one
    assert 40 <= sum(len(record.reports) for record in one) <= 66
    for record in one:
        assert all(report.trigger.of(record.article.text).strip() for report in record.reports)
