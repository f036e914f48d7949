"""All readers over the same reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from helper_bench import objects

from kawat.bench.readers import bench_readers
from kawat.cli.main import main
from kawat.errors import NotFoundError, UsageError
from kawat.reading import READERS

TEXT = "A quiet day in the far north\n\nNorway hits Chile\n\nChile meets Japan over the price of fish.\n"


def event(eid: str, type: str, trigger: str, actors: list[str], recipients: list[str]) -> dict[str, Any]:
    sides = {
        name: [{"name": None, "country": code} for code in codes]
        for name, codes in (("actors", actors), ("recipients", recipients))
    }
    return {
        "eid": eid, "salience": "main", "trigger": trigger, "type": type, "status": "occurred",
        "date": {"start": None, "end": None}, "place": None, "attributed_to": [], "quantities": [], **sides,
    }  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    events = [
        event("e1", "ASSAULT", "hits", ["NOR"], ["CHL"]),
        event("e2", "AID", "meets", ["CHL"], ["JPN"]),
        event("e3", "AID", "quiet day", ["CHL"], ["JPN"]),
    ]
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "north.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "reports" / "other.txt").write_text("Not asked for.", encoding="utf-8")
    path = tmp_path / "gold.json"
    article = {"id": "north", "title": "x", "published": None, "lang": "en", "events": events}
    path.write_text(json.dumps([article]), encoding="utf-8")
    return path


def test_figures_by_hand(gold: Path, toy: str) -> None:
    every, english = bench_readers(gold, gold.parent / "reports", [toy])
    assert (every.reader, every.version) == ("toy", "1")
    assert (every.score.language, english.score.language) == ("all", "en")
    assert (every.score.reports, every.score.events) == (2, 3)
    assert (every.score.found_recall, every.score.type) == (pytest.approx(2 / 3), 0.5)
    assert every.score.record_f1 == pytest.approx(2 * 1 / 5)


def test_every_known_reader_is_asked(gold: Path, toy: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = objects(capsys, "readers", str(gold), str(gold.parent / "reports"))
    assert [one["reader"] for one in told] == [name for name in READERS for _ in range(2)]
    assert "lexicon" in READERS
    assert next(one for one in told if one["reader"] == toy)["score"]["reports"] == 2


def test_the_table_has_a_column_for_each(gold: Path, toy: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "readers", str(gold), str(gold.parent / "reports"), "--reader", toy, "--csv"])
    rows = [line.split(",") for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["measure", "value", "value"]
    assert ["language", "all", "en"] in rows
    assert ["found_recall", "0.6667", "0.6667"] in rows


def test_what_can_not_be_compared_is_refused(gold: Path) -> None:
    with pytest.raises(NotFoundError, match="no report that"):
        bench_readers(gold, gold.parent / "away")
    with pytest.raises(UsageError, match="no reader"):
        bench_readers(gold, gold.parent / "reports", ["nobody"])
