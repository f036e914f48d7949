"""Killed again and again, a command leaves the store of an undisturbed run; and what that check would notice."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kawat.bench.kills.__main__ import copied, trial_of
from kawat.bench.kills.rows import differences, rows_of
from kawat.bench.kills.trial import try_kills
from kawat.errors import NotFoundError

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
KILLS = 2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")


@pytest.mark.parametrize("what", ["watch", "reread"])
def test_a_killed_command_ends_the_same(tmp_path: Path, what: str) -> None:
    pages = copied([EXAMPLES], tmp_path, most=4)
    with trial_of(what, pages, tmp_path, "lexicon", workers=1) as trial:
        outcome = try_kills(trial, tmp_path, KILLS, seed=4)
    assert (outcome.kills, outcome.well) == (KILLS, True), outcome
    assert outcome.stores >= 1 and outcome.rows > 1_000 and len(outcome.killed_after) == KILLS


def store_with(path: Path, words: str, at: str = "now") -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        for index in ("articles_fts", "sentences_fts"):
            connection.execute(f"CREATE VIRTUAL TABLE {index} USING fts5 (text)")
            connection.execute(f"INSERT INTO {index} (text) VALUES (?)", (words,))
        connection.execute("CREATE TABLE taken (source TEXT, at TEXT)")
        connection.execute("CREATE TABLE watches (pid TEXT)")
        connection.execute("INSERT INTO taken VALUES ('a', ?)", (at,))
        connection.execute("INSERT INTO watches VALUES (?)", (str(path),))
    return path


def test_what_makes_two_stores_unlike(tmp_path: Path) -> None:
    one = rows_of(store_with(tmp_path / "1.db", "ministers met"))
    assert differences(one, rows_of(store_with(tmp_path / "2.db", "ministers met"))) == []
    assert differences(one, rows_of(store_with(tmp_path / "3.db", "ministers met", "then"))) == [
        "taken: 2 rows differ"
    ]
    other = rows_of(store_with(tmp_path / "4.db", "ministers left"))
    assert differences(one, other) == ["articles_fts: 2 rows differ", "sentences_fts: 2 rows differ"]


def test_without_pages_there_is_nothing_to_kill(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(NotFoundError, match="no page to add"):
        copied([tmp_path / "none"], tmp_path)
