"""Filters, finding by id, search, quarantine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from record_maker import NOW, sample

from kawat.errors import InputError, NotFoundError, UsageError
from kawat.records import Status
from kawat.store import ReportFilter, Store, lists, open_store, search
from kawat.store.filters import Where, report_where

BARU = sample(1, day=date(2025, 8, 14), status=Status.PLANNED)
LAMA = sample(2, day=date(2024, 1, 5), outlet="Kabar Selat")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db", create=True) as opened:
        undated = replace(LAMA, article=replace(LAMA.article, byline="R. Putra"))
        opened.add_record(BARU, NOW)
        opened.add_record(undated, NOW)
        yield opened


MET = (BARU.reports[0].id, LAMA.reports[0].id)
CONDEMNED = (BARU.reports[1].id, LAMA.reports[1].id)
EVERY = (MET[0], CONDEMNED[0], MET[1], CONDEMNED[1])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, EVERY),
        ({"actor": "SARI"}, MET),
        ({"actor": "swedia"}, CONDEMNED),
        ({"actor": "lind"}, MET),
        ({"actor": "ministry"}, ()),
        ({"country": "swe"}, EVERY),
        ({"country": "IDN"}, MET),
        ({"country": "IDN", "other_country": "SWE"}, MET),
        ({"country": "SWE", "other_country": "SWE"}, ()),
        ({"type": "ACCUSE"}, CONDEMNED),
        ({"status": "planned"}, MET[:1]),
        ({"salience": "secondary"}, CONDEMNED),
        ({"since": date(2025, 8, 12)}, MET),
        ({"since": date(2025, 8, 13)}, ()),
        ({"until": date(2025, 8, 12)}, MET),
        ({"until": date(2025, 8, 11)}, ()),
        ({"published_since": date(2025, 8, 14)}, EVERY[:2]),
        ({"published_until": date(2025, 8, 13)}, EVERY[2:]),
        ({"voice": "foreign aff"}, MET),
        ({"outlet": "kabar"}, EVERY[2:]),
        ({"language": "id"}, ()),
        ({"limit": 3}, EVERY[:3]),
        ({"type": "CONSULT", "outlet": "Kabar Selat", "voice": "ministry"}, MET[1:]),
    ],
)
def test_reports_that_fit(store: Store, asked: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert tuple(t.report.id for t in store.tellings(ReportFilter(**asked))) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [BARU, LAMA]),
        ({"outlet": "Warta"}, [BARU]),
        ({"status": "planned"}, [BARU]),
        ({"status": "denied"}, []),
        ({"voice": "ministry", "published_until": date(2024, 12, 31)}, [LAMA]),
    ],
)
def test_articles_that_fit(store: Store, asked: dict[str, Any], expected: list[Any]) -> None:
    found = list(store.articles(ReportFilter(**asked)))
    assert [stored.article.id for stored in found] == [record.article.id for record in expected]
    assert all((stored.reports, stored.claims) == (2, 1) for stored in found)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [({"voice": "MINISTRY"}, 2), ({"voice": "sari"}, 0), ({"status": "planned"}, 1), ({"type": "ACCUSE"}, 0)],
)
def test_claims_that_fit(store: Store, asked: dict[str, Any], expected: int) -> None:
    assert len(list(store.claims(ReportFilter(**asked)))) == expected


def test_articles_are_gone_through_without_all_reports_of_a_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each article has its own reports looked at: never those of all articles with the same type and status."""
    count = 150
    asked = ReportFilter(type="CONSULT", status="occurred", country="NOR")
    with open_store(tmp_path / "a.db", create=True) as store:
        for n in range(count):
            store.add_record(sample(n), NOW)
        for few in (0, 500):
            monkeypatch.setattr(lists, "FEW", few)
            wanted = replace(asked, country="SWE")
            fits = [one.article.id for one in store.articles(wanted)]
            assert [one.article_id for one in store.listed_articles(wanted, None, 500)] == fits
            assert len(fits) == count
            steps = 0

            def step() -> None:
                nonlocal steps
                steps += 1

            with sqlite3.connect(tmp_path / "a.db") as connection:
                connection.set_progress_handler(step, 100)
                assert lists.articles(connection, replace(asked, country="FIN"), None, 500) == []
                monkeypatch.setattr(lists, "_telling", lambda _, filters: each_report(filters))
                assert lists.articles(connection, asked, None, 500) == []
                monkeypatch.undo()
            assert steps < count


def each_report(filters: ReportFilter) -> Where:
    each = report_where(filters, True)
    return Where((f"EXISTS (SELECT 1 FROM reports r WHERE r.article_id = a.id AND {each.sql})",), each.values)


def test_a_range_fits_every_day_it_touches(tmp_path: Path) -> None:
    report = BARU.reports[0]
    assert report.time is not None
    week = replace(report, time=replace(report.time, start=date(2025, 8, 11), end=date(2025, 8, 17)))
    with open_store(tmp_path / "week.db", create=True) as store:
        store.add_record(replace(BARU, reports=(week,), claims=()), NOW)

        def found(since: date, until: date) -> int:
            return len(list(store.tellings(ReportFilter(since=since, until=until))))

        assert found(date(2025, 8, 13), date(2025, 8, 13)) == 1
        assert found(date(2025, 8, 17), date(2025, 9, 1)) == 1
        assert found(date(2025, 8, 18), date(2025, 9, 1)) == 0


def test_states_that_act_together_are_a_pair(tmp_path: Path) -> None:
    sari, lindgren = BARU.reports[0].actors[0], BARU.reports[0].recipients[0]
    side = replace(BARU.reports[0], actors=(sari, lindgren), recipients=())
    pair = ReportFilter(country="IDN", other_country="SWE")
    for symmetric in (True, False):
        with open_store(tmp_path / f"{symmetric}.db", create=True) as store:
            store.add_record(replace(BARU, reports=(replace(side, symmetric=symmetric),), claims=()), NOW)
            assert len(list(store.tellings(pair))) == symmetric


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"type": "DANCE"}, "CONSULT"),
        ({"status": "maybe"}, "occurred, ongoing, planned"),
        ({"salience": "top"}, "main"),
        ({"limit": 0}, "1 or more"),
        ({"since": date(2025, 1, 2), "until": date(2025, 1, 1)}, "exchange"),
        ({"other_country": "SWE"}, "give both"),
    ],
)
def test_what_nothing_can_fit_is_refused(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ReportFilter(**asked)


def test_things_are_found_by_the_start_of_their_id(store: Store) -> None:
    for kind, one in (("article", BARU.article.id), ("report", MET[0]), ("claim", BARU.claims[0].id)):
        (found,) = store.find(one[:12])
        assert (found.kind, found.id, found.article_id) == (kind, one, BARU.article.id)
    assert len(store.find("rep-")) == 4
    assert store.find("%") == store.find("zzz") == ()


def test_a_record_that_is_not_there_says_so(store: Store) -> None:
    with pytest.raises(NotFoundError, match="kawat articles"):
        store.record("art-0")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("condemned", 2),
        ("SWEDEN condemned", 2),
        ('"condemned the strike"', 2),
        ('"strike condemned"', 0),
        ("cond*", 2),
        ("cond", 0),
        ("Kyoto", 0),
        ("AND OR NOT NEAR( ^ sweden", 0),
        ('"', None),
        ("*", None),
        ("", None),
        ("text:sweden", 0),
        ('sweden"; DROP TABLE articles', 0),
    ],
)
def test_words_are_words_and_never_a_query_language(store: Store, words: str, count: int | None) -> None:
    for sentences in (False, True):
        if count is None:
            with pytest.raises(UsageError, match="no word"):
                store.search(words, sentences=sentences)
        else:
            assert len(store.search(words, sentences=sentences)) == count
    assert store.counts().articles == 2


def test_hits_mark_the_words(store: Store) -> None:
    hit = store.search("condemned strike", limit=1)[0]
    assert {mark.of(hit.snippet) for mark in hit.marks} == {"condemned", "strike"}
    assert hit.sentence is None
    assert store.search("number", sentences=True)[0].sentence == BARU.article.paragraphs[0].span


def test_quarantine_keeps_the_last_reason_and_counts(store: Store) -> None:
    store.quarantine_add("b.pdf", InputError("is a PDF"), NOW)
    store.quarantine_add("a.html", ValueError("odd \udcff"), NOW)
    store.quarantine_add("b.pdf", InputError("is still a PDF"), NOW + timedelta(hours=1))
    first, second = store.quarantine_list()
    assert (first.source, first.error, first.attempts) == ("a.html", "ValueError", 1)
    assert (second.reason, second.attempts) == ("is still a PDF", 2)
    assert (second.first_at, second.last_at) == ("2025-08-20T09:30:00Z", "2025-08-20T10:30:00Z")
    store.quarantine_remove("b.pdf")
    store.quarantine_remove("never.seen")
    assert store.counts().quarantined == 1


@pytest.mark.parametrize("sentences", [True, False])
def test_the_start_of_a_word_is_looked_for_once_for_all_hits(tmp_path: Path, sentences: bool) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        for n in range(12):
            store.add_record(sample(n), NOW)
        whole = store.search("bandung number", sentences=sentences, limit=10)
        begun = store.search("bandu* number", sentences=sentences, limit=10)
        assert begun == store.search("number bandu*", sentences=sentences, limit=10) == whole
        assert [mark.of(begun[0].snippet).lower() for mark in begun[0].marks] == ["number", "bandung"]
        later = store.search("bandu* number", sentences=sentences, limit=10, start=4)
        assert len(whole) == 10 and later[:6] == whole[4:]
    asked: list[str] = []
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.set_trace_callback(asked.append)
        assert len(search.search(connection, "bandu*", sentences=sentences, limit=10)) == 10
    assert len([one for one in asked if "snippet" in one]) == 1
