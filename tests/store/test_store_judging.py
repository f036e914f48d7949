"""What editors decided is kept apart from what is read, answer by answer; merging is told to look again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_maker import NOW, sample

from kawat.errors import NotFoundError, StoreError
from kawat.intake import settle
from kawat.records import Span
from kawat.store import Store, open_store
from kawat.store.judgements import Judgement, Kind, Words, moment_of, reports_at

AT = moment_of(NOW)
LATER = moment_of(NOW + timedelta(microseconds=1))
MET, CONDEMNED = (report.id for report in sample(1).reports)


def words(n: int = 1, report: int = 0) -> Words:
    return Words(sample(n).article.id, sample(n).reports[report].trigger)


def linked(kind: Kind = Kind.LINK, at: str = AT, **more: Any) -> Judgement:
    return Judgement(kind, words(1), "siti", at, words(2), **more)


def changed(value: str, at: str = AT) -> Judgement:
    return Judgement(Kind.SET, words(1), "siti", at, field="status", value=value)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db", create=True) as opened:
        for n in (1, 2):
            opened.add_record(sample(n), NOW)
        settle(opened, NOW)
        yield opened


@pytest.mark.parametrize(
    "parts",
    [
        {"kind": Kind.LINK},
        {"kind": Kind.UNLINK, "other": words(1)},
        {"kind": Kind.REJECT, "other": words(2)},
        {"kind": Kind.SET, "other": words(2), "field": "type", "value": "AID"},
        {"kind": Kind.SET, "field": "type"},
        {"kind": Kind.SET, "value": "AID"},
        {"kind": Kind.REJECT, "field": "type", "value": "AID"},
        {"kind": Kind.REJECT, "at": "2025-08-20T09:30:00Z"},
    ],
)
def test_parts_that_do_not_fit_together_are_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        Judgement(**{"words": words(1), "editor": "siti", "at": AT} | parts)


def test_one_question_has_one_id() -> None:
    turned = Judgement(Kind.UNLINK, words(2), "budi", LATER, words(1))
    assert turned.id == linked().id
    assert changed("denied").id == changed("planned", LATER).id
    different = {linked().id, changed("denied").id, Judgement(Kind.REJECT, words(1), "siti", AT).id}
    assert len(different) == 3


@given(st.lists(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)), min_size=2, max_size=2))
def test_moments_sort_as_texts(moments: list[datetime]) -> None:
    one, other = (moment.replace(tzinfo=timezone(timedelta(hours=7))) for moment in moments)
    assert (one < other) is (moment_of(one) < moment_of(other))


def test_what_was_decided_comes_back(store: Store) -> None:
    given = [linked(note="same call"), changed("denied"), Judgement(Kind.REJECT, words(2, 1), "budi", LATER)]
    assert store.judge(given) == given
    assert store.judgements() == sorted(given, key=lambda one: (one.at, one.id))
    assert store.judge(given) == []


def test_the_latest_answer_stays_whichever_comes_first(store: Store) -> None:
    early, late = linked(), linked(Kind.UNLINK, LATER)
    for order in ([early, late], [late, early]):
        store.judge(order)
        assert store.judgements() == [late]
        store.unjudge(late.id)


def test_answers_of_one_moment_do_not_depend_on_their_order(store: Store) -> None:
    kept = []
    for order in ([changed("denied"), changed("planned")], [changed("planned"), changed("denied")]):
        store.judge(order)
        kept.append(store.judgements())
        store.unjudge(changed("denied").id)
    assert kept[0] == kept[1] and len(kept[0]) == 1


def test_an_unknown_judgement_can_not_be_taken_back(store: Store) -> None:
    with pytest.raises(NotFoundError, match="jdg-no"):
        store.unjudge("jdg-no")


def test_those_about_an_article_are_found_from_either_end(store: Store) -> None:
    store.judge([linked()])
    for n in (1, 2):
        assert store.judgements_about([sample(n).article.id]) == [linked()]
    assert store.judgements_about(["art-other"]) == []
    assert store.judgements_about([f"art-{n}" for n in range(1200)] + [sample(2).article.id]) == [linked()]


def test_merging_looks_again_at_what_is_judged_and_only_at_that(store: Store) -> None:
    assert store.unsettled() == 0
    store.judge([changed("denied")])
    assert set(store.merging().unsettled()) >= {MET, CONDEMNED}
    assert store.merging().articles_of([MET, CONDEMNED]) == {}
    settle(store, NOW)
    store.judge([changed("denied")])
    assert store.unsettled() == 0
    store.judge([linked()])
    assert set(store.merging().articles_of([MET, CONDEMNED])) == {MET, CONDEMNED}
    assert store.unsettled() > 0


def test_judgements_stay_when_articles_go(store: Store) -> None:
    store.judge([linked()])
    store.remove_article(sample(1).article.id)
    assert store.judgements() == [linked()]


def test_a_reader_can_not_judge(store: Store) -> None:
    with open_store(store.path, read_only=True) as reader, pytest.raises(StoreError, match="can not be written"):
        reader.judge([linked()])


def test_where_triggers_stand_is_told_of_every_report(store: Store) -> None:
    article = sample(1).article.id
    expected = [(r.trigger.start, r.trigger.end, r.id) for r in sample(1).reports]
    assert store.triggers_in([article, "art-none"]) == {article: expected}
    assert list(reports_at(words(1, 1), expected)) == [CONDEMNED]


def test_the_nearest_report_stands_for_words() -> None:
    triggers = [(0, 9, "rep-long"), (4, 8, "rep-near"), (6, 20, "rep-far"), (9, 12, "rep-beside")]
    assert list(reports_at(Words("art-1", Span(4, 9)), triggers)) == ["rep-near", "rep-long", "rep-far"]
    assert list(reports_at(Words("art-1", Span(20, 21)), triggers)) == []


def test_a_rehearsal_leaves_nothing(store: Store) -> None:
    with store.transaction():
        store.judge([linked()])
        with store.rehearsal():
            store.judge([changed("denied")])
            store.remove_article(sample(2).article.id)
            assert (len(store.judgements()), store.counts().articles) == (2, 1)
        assert (store.judgements(), store.counts().articles) == ([linked()], 2)
        with pytest.raises(ZeroDivisionError), store.rehearsal():
            store.judge([changed("denied")])
            raise ZeroDivisionError
        assert store.judgements() == [linked()]
    assert store.judgements() == [linked()]


def test_changes_are_numbered_and_can_be_asked_for_in_pieces(store: Store) -> None:
    every = store.changes()
    assert [one.seq for one in every] == sorted(one.seq for one in every)
    assert store.last_change() == every[-1].seq
    assert store.changes(after=every[0].seq) == every[1:]
    assert store.changes(limit=1) == every[:1]
    assert store.changes(since="2025-08-20T09:30:00Z") == every
    assert store.changes(since="2025-08-20T09:30:01Z") == []
    assert {one.event_id for one in every} == {row.id for row in store.events()}


def test_an_event_is_known_by_the_ids_that_it_had(store: Store) -> None:
    grown = next(row for row in store.events() if len(row.members) == 2)
    alone = {event for event in (store.event_called(f"{row.id[:-2]}")[0] for row in store.events())}
    assert grown.id in alone
    rows = store.merging().event_rows([grown.id])
    assert rows[grown.id].members == grown.members
    assert store.event_called("evt-zz") == []


def test_how_much_copies_share_is_the_same_from_both_sides(store: Store) -> None:
    one, other = sample(1).article.id, sample(2).article.id
    assert store.merging().share_of(one, other) is None
    with store.transaction():
        store.merging().add_copies([(min(one, other), max(one, other), 0.75)])
    assert store.merging().share_of(one, other) == store.merging().share_of(other, one) == 0.75


def test_a_moment_is_kept_to_the_microsecond() -> None:
    assert moment_of(datetime(2025, 8, 20, 9, 30, 0, 7, tzinfo=UTC)) == "2025-08-20T09:30:00.000007Z"
