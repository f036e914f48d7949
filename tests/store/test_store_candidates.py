"""Reports that a reader is too unsure of to publish: kept with their article, in no view."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from record_maker import NOW, sample

from kawat.contract import record_to_dict, record_to_line
from kawat.contract.from_json import record_from_line
from kawat.records import Record
from kawat.store import ReportFilter, open_store


def unsure(number: int = 1) -> Record:
    """The sample with its second report held back."""
    record = sample(number)
    held = replace(record.reports[1], id="rep-00000000000000aa", confidence=0.2)
    return replace(record, reports=record.reports[:1], candidates=(held,))


def test_candidates_come_back_but_no_view_shows_them(tmp_path: Path) -> None:
    record = unsure()
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(record, NOW)
        assert store.record(record.article.id).candidates == record.candidates
        told = [one.report.id for one in store.tellings(ReportFilter())]
        assert told == [record.reports[0].id]
        assert store.counts().reports == 1


def test_removing_an_article_removes_its_candidates_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    other = unsure(2)
    other = replace(other, candidates=tuple(replace(one, id="rep-00000000000000bb") for one in other.candidates))
    with open_store(path, create=True) as store:
        store.add_record(unsure(), NOW)
        store.add_record(other, NOW)
        store.remove_article(unsure().article.id)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id FROM candidates").fetchall() == [("rep-00000000000000bb",)]


def test_a_line_has_candidates_only_when_asked() -> None:
    record = unsure()
    assert "candidates" not in record_to_dict(record)
    assert record_from_line(record_to_line(record)).candidates == ()
    assert record_from_line(record_to_line(record, candidates=True)) == record
