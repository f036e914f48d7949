"""`kawat add` of what is not whole: a feed that is cut off, rows of which many have no text."""

from __future__ import annotations

import sys
from pathlib import Path

from helper_cli import Cli

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from source_maker import json_lines, row, rss, rss_item, story


def add(cli: Cli, *sources: str) -> tuple[int, str]:
    ran = cli("add", *sources, "--reader", "lexicon", "--no-fetch")
    assert ran.err == ""
    return ran.code, ran.out.split(" (")[0].strip()


def sources(cli: Cli) -> dict[str, str]:
    return {one["source"]: one["reason"] for one in cli("quarantine", "--json").objects}


def test_a_feed_that_is_cut_off_stays_in_quarantine_until_it_is_whole(cli: Cli, tmp_path: Path) -> None:
    whole = rss(rss_item(number, story(number)) for number in (1, 2, 3))
    (tmp_path / "feed.xml").write_bytes(whole[:-60])
    assert add(cli, "feed.xml") == (3, "read 2, copies 1, other language 0, quarantined 1")
    assert list(sources(cli)) == ["feed.xml"] and "cut off" in sources(cli)["feed.xml"]
    told = add(cli, "feed.xml")[1]
    assert "read 0" in told and list(sources(cli)) == ["feed.xml"]
    (tmp_path / "feed.xml").write_bytes(whole)
    assert add(cli, "feed.xml") == (0, "read 1, copies 1, other language 0, quarantined 0, unchanged 2")
    assert sources(cli) == {}


def test_rows_without_a_text_cost_themselves(cli: Cli, tmp_path: Path) -> None:
    rows = [{"title": f"t{number}", "text": None} for number in range(20)]
    (tmp_path / "late.jsonl").write_bytes(json_lines([*rows, *(row(number) for number in range(5))]))
    code, told = add(cli, "late.jsonl")
    assert (code, told.split(",")[0], told.rsplit(", ", 1)[1]) == (3, "read 5", "quarantined 20")
    assert set(sources(cli)) == {f"late.jsonl:{number}" for number in range(1, 21)}
