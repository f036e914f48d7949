"""A changed text at an address replaces the older one, which stays but is in no view."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from record_maker import NOW, sample
from source_maker import html, warc_record

from kawat.errors import UsageError
from kawat.intake import InputOptions, events, keep, take
from kawat.intake.changing import Change, ChangeKind, with_heirs
from kawat.intake.deciding import Editor, reject
from kawat.intake.events import merged_anew
from kawat.intake.versions import names_a_page, same_host
from kawat.records import Record
from kawat.store import Store, open_store

URL = "https://warta-bahari.example/story"


def version(n: int, hour: int | None = None, url: str | None = URL) -> Record:
    """Sample ``n`` as what stood at one address."""
    record = sample(n)
    published = record.article.published if hour is None else datetime(2025, 8, 14, hour, tzinfo=UTC)
    return replace(record, article=replace(record.article, url=url, published=published))


def current(store: Store) -> set[str]:
    return {one.article.id for one in store.articles()}


def told_in_events(store: Store) -> set[str]:
    return {telling.article.id for event in events(store) for telling in event.tellings}


def test_the_older_text_leaves_every_view_and_stays(store: Store) -> None:
    old, new = version(1, 8), version(2, 9)
    keep(store, old, NOW)
    keep(store, new, NOW + timedelta(hours=1))
    only = {new.article.id}
    assert current(store) == told_in_events(store) == only
    assert {telling.article.id for telling in store.tellings()} == only
    assert {one.article.id for one in store.claims()} == only
    assert {hit.article_id for hit in store.search("Sari")} == only
    assert {hit.article_id for hit in store.search("Sari", sentences=True)} == only
    assert store.record(old.article.id).reports == old.reports
    assert [one.id for one in store.find(old.article.id)] == [old.article.id]
    (row,) = store.versions_of(old.article.id)
    assert (row.article_id, row.by, row.at) == (old.article.id, new.article.id, "2025-08-20T10:30:00Z")
    assert all(check.ok for check in store.check())
    assert store.counts().articles == 2


def test_events_are_as_if_the_older_text_had_never_been(store: Store, tmp_path: Path) -> None:
    others = [sample(n) for n in (3, 4)]
    for record in (others[0], version(1, 8), others[1], version(2, 9)):
        keep(store, record, NOW)
    with open_store(tmp_path / "other.db", create=True) as other:
        for record in (*others, version(2, 9)):
            keep(other, record, NOW)
        assert events(store) == events(other) == merged_anew(store)
    with store.transaction():
        store.merging().unsettle_all()
    from kawat.intake import settle

    before = events_ids(store)
    settle(store, NOW)
    assert events_ids(store) == before


def events_ids(store: Store) -> set[str]:
    return {row.id for row in store.events()}


def test_changes_tell_that_the_older_events_are_replaced(store: Store) -> None:
    keep(store, version(1, 8), NOW)
    before, seen = {row.id: row.type for row in store.events()}, store.last_change()
    keep(store, version(2, 9), NOW)
    after = {row.id: row.type for row in store.events()}
    told = {change.event_id: change for change in store.changes(after=seen)}
    for event, kind in before.items():
        assert told[event].kind == "replaced"
        assert after[str(told[event].other_id)] == kind
    assert {told[event].kind for event in after} == {"made"}


def test_an_event_is_replaced_by_the_one_most_like_it_and_by_no_other() -> None:
    made = [Change(ChangeKind.MADE, f"evt-{n}", (f"new-{n}",)) for n in (1, 2)]
    gone = [Change(ChangeKind.REMOVED, f"evt-{n}", (f"old-{n}",)) for n in (7, 8, 9)]
    likeness = {("old-7", "new-2"): 0.9, ("old-8", "new-2"): 0.8, ("old-8", "new-1"): 0.4}
    told = with_heirs(
        [*made, *gone],
        {one.event_id: "CONSULT" for one in (*made, *gone)},
        {
            one: "home-new" if one.startswith("new") else "home-old"
            for one in "new-1 new-2 old-7 old-8 old-9".split()
        },
        {"home-old": "home-new"},
        lambda one, other: likeness.get((one, other), 0.0),
    )
    assert [(one.kind, one.other_id) for one in told[2:]] == [
        (ChangeKind.REPLACED, "evt-2"),
        (ChangeKind.REPLACED, "evt-1"),
        (ChangeKind.REMOVED, None),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_adding_decides_nothing(store: Store, seed: int) -> None:
    versions = [version(n, hour) for n, hour in ((1, 7), (2, 8), (3, 9), (4, 10))]
    random.Random(seed).shuffle(versions)
    for record in versions:
        keep(store, record, NOW)
    assert current(store) == told_in_events(store) == {version(4, 10).article.id}
    assert {row.by for row in store.versions_of(version(4, 10).article.id)} == {version(4, 10).article.id}
    keep(store, version(2, 8), NOW + timedelta(days=1))
    assert current(store) == {version(4, 10).article.id}, "adding an older file again changes nothing"


def test_what_stands_at_the_address_now_is_current_even_where_it_stood_before(store: Store) -> None:
    keep(store, version(1, 8), NOW, fetched=URL)
    keep(store, version(2, 9), NOW, fetched=URL)
    keep(store, version(1, 8), NOW, fetched=URL)
    assert current(store) == told_in_events(store) == {version(1, 8).article.id}
    assert [row.by for row in store.versions_of(version(2, 9).article.id)] == [version(1, 8).article.id]


def test_taking_the_current_text_out_brings_the_last_before_it_back(store: Store) -> None:
    from kawat.intake import settle

    for n, hour in ((1, 7), (2, 8), (3, 9)):
        keep(store, version(n, hour), NOW + timedelta(hours=n))
    with store.transaction():
        store.remove_article(version(3, 9).article.id)
        settle(store, NOW)
    assert current(store) == told_in_events(store) == {version(2, 8).article.id}


def test_reading_again_keeps_what_is_replaced(store: Store) -> None:
    keep(store, version(1, 8), NOW)
    keep(store, version(2, 9), NOW)
    for record in (version(1, 8), version(2, 9)):
        keep(store, record, NOW, again=True)
        assert current(store) == told_in_events(store) == {version(2, 9).article.id}


def test_a_report_of_an_older_text_can_not_be_judged(store: Store) -> None:
    keep(store, version(1, 8), NOW)
    keep(store, version(2, 9), NOW)
    with pytest.raises(UsageError, match=f"replaced by {version(2, 9).article.id}"):
        reject(store, version(1, 8).reports[0].id, Editor("Sari", NOW))


def test_judgements_of_the_older_text_stay(store: Store) -> None:
    keep(store, version(1, 8), NOW)
    reject(store, version(1, 8).reports[0].id, Editor("Sari", NOW))
    said = store.judgements()
    keep(store, version(2, 9), NOW)
    assert store.judgements() == said


@pytest.mark.parametrize(
    ("fetched", "url", "stand"),
    [
        (URL, "https://www.warta-bahari.example/story", 2),  # another address
        ("https://m.warta-bahari.example/story", URL, 1),
        ("https://evil.example/story", URL, 2),
        ("https://warta-bahari.example.evil.example/story", URL, 2),
    ],
)
def test_only_its_own_host_replaces_a_text(store: Store, fetched: str, url: str, stand: int) -> None:
    keep(store, version(1, 8), NOW)
    keep(store, version(2, 9, url), NOW, fetched=fetched)
    assert len(current(store)) == stand


@pytest.mark.parametrize("hours", [(8, 8), (None, None), (8, None)])
def test_of_two_with_one_date_the_one_taken_later_is_current(
    store: Store, hours: tuple[int | None, int | None]
) -> None:
    old, new = (
        replace(one, article=replace(one.article, published=one.article.published if hour else None))
        for one, hour in ((version(1, hours[0]), hours[0]), (version(2, hours[1]), hours[1]))
    )
    keep(store, old, NOW, fetched="https://elsewhere.example/")
    keep(store, new, NOW + timedelta(hours=1), fetched="https://elsewhere.example/")
    assert len(current(store)) == 2, "none of them was fetched from its own host"
    for record in (old, new):
        keep(store, record, NOW + timedelta(days=1), again=True)
        assert current(store) == {new.article.id}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_was_published_later_is_told_by_the_moment_not_by_the_clock_on_the_wall(
    store: Store, order: tuple[int, int]
) -> None:
    moments = ("2025-08-14T08:30:00+07:00", "2025-08-14T02:00:00+00:00")  # half an hour apart
    records = [version(number) for number in (1, 2)]
    told = [
        replace(one, article=replace(one.article, published=datetime.fromisoformat(moment)))
        for one, moment in zip(records, moments, strict=True)
    ]
    for index in order:
        keep(store, told[index], NOW)
    assert current(store) == {told[1].article.id}


@pytest.mark.parametrize(("host", "stand"), [("sport", 2), ("www", 1)])
def test_a_page_in_an_archive_replaces_texts_of_its_own_host_only(
    store: Store, tmp_path: Path, host: str, stand: int
) -> None:
    pytest.importorskip("fastwarc")
    url = "https://kabar.example/1"
    canonical = f'<head><link rel="canonical" href="{url}">'.encode()
    page = html(2, "2025-08-14T09:00:00+07:00").replace(b"<head>", canonical)
    (tmp_path / "a.warc").write_bytes(warc_record(f"https://{host}.kabar.example/2", page))
    keep(store, version(1, 8, url), NOW)
    list(take(store, [str(tmp_path / "a.warc")], lambda: NOW, InputOptions("lexicon")))
    assert len(store.versions_at(url)) == 2
    assert len(current(store)) == stand


@pytest.mark.parametrize("url", [None, "https://warta-bahari.example", "https://warta-bahari.example/"])
def test_articles_without_an_address_of_their_own_stand_side_by_side(store: Store, url: str | None) -> None:
    keep(store, version(1, 8, url), NOW)
    keep(store, version(2, 9, url), NOW)
    assert len(current(store)) == 2


def test_addresses() -> None:
    assert names_a_page("https://x.example/?p=3")
    assert not names_a_page("https://x.example//")
    assert same_host("https://www.x.example/a", "http://m.x.example/b")
    assert not same_host("https://x.example/a", "https://y.x.example/a")
