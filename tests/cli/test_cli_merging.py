"""The feed of changes, the reasons of merging in words, and merging again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from helper_cli import Cli
from record_maker import NOW, sample

from kawat.cli.face import Face
from kawat.cli.messages_merging import MERGING
from kawat.cli.reasons import beside, phrase, reason
from kawat.intake import settle
from kawat.merge.clusters import JOIN
from kawat.merge.features import NAMES
from kawat.merge.pairs import Part
from kawat.records import Telling
from kawat.store import open_store

MET = [sample(n).reports[0].id for n in (1, 2, 3)]
CONDEMNED = [sample(n).reports[1].id for n in (1, 2, 3)]


def fill(path: Path) -> None:
    with open_store(path, create=True) as store:
        for n in (1, 2):
            store.add_record(sample(n, outlet=f"Outlet {n}"), NOW)
            settle(store, NOW)
        late = sample(3, outlet="Outlet 3", day=date(2025, 8, 31))
        time = late.reports[0].time
        assert time is not None
        met = replace(late.reports[0], time=replace(time, start=date(2025, 8, 30), end=date(2025, 8, 30)))
        store.add_record(replace(late, reports=(met,)), NOW)
        settle(store, NOW)


@pytest.fixture
def kept(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command line, with two articles that tell the same events and one of another day."""
    monkeypatch.setenv("KAWAT_EDITOR", "siti")
    fill(tmp_path / "kawat.db")
    return cli


# --- words ------------------------------------------------------------------------------------------

EVERY = (*NAMES, "copied", "same_article", "nobody_in_both", "too_far_apart")


@pytest.mark.parametrize("name", EVERY)
def test_every_comparison_has_words_in_both_languages(name: str) -> None:
    english, indonesian = phrase("en", name), phrase("id", name)
    assert english and indonesian and english != indonesian
    telling = Telling(sample(1).article, sample(1).reports[0])
    for lang in ("en", "id"):
        assert isinstance(beside(Face(lang), Part(name, 1.0, 1.0), telling, telling), str)


def test_no_two_comparisons_have_the_same_words() -> None:
    for lang in ("en", "id"):
        assert len({phrase(lang, name) for name in EVERY}) == len(EVERY)


def test_messages_fill_the_same_values_in_both_languages() -> None:
    import string

    for english, indonesian in MERGING.values():
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (english, indonesian)
        ]
        assert fields[0] == fields[1]


def test_values_stand_beside_one_another_and_the_same_once() -> None:
    one = Telling(sample(1).article, sample(1).reports[0])
    other = Telling(sample(1).article, sample(1).reports[1])
    face = Face("en")
    assert beside(face, Part("same_day", 1.0, 1.0), one, one) == "2025-08-12"
    assert beside(face, Part("days_apart", 1.0, 1.0), one, other) == "2025-08-12 | –"
    assert beside(face, Part("other_figure", 1.0, 1.0), one, other) == "– | 12 people"
    assert beside(face, Part("other_place", 1.0, 1.0), one, one) == "Bandung (IDN)"
    assert beside(face, Part("who", 0.5, 1.0), other, other) == "Sweden"
    assert "Sari" in beside(face, Part("whom", 0.5, 1.0), one, one), "of a meeting all sides are compared"
    assert reason(face, Part("who", 0.5, 1.0)) == "who acts is alike (50%)"
    assert reason(face, Part("days_apart", 1.4, 1.0)) == "days apart"


# --- why --------------------------------------------------------------------------------------------


def test_why_two_reports_are_one_event(kept: Cli) -> None:
    (told,) = kept("why", MET[0], MET[1], "--json").objects
    assert told["reports"] == MET[:2] and told["same_event"] and told["between"] is None
    assert told["link"] == pytest.approx(told["score"], abs=1e-6) and told["join"] == JOIN
    adds = [abs(part["adds"]) for part in told["parts"]]
    assert adds == sorted(adds, reverse=True) and len(adds) > 5
    by_name = {part["name"]: part for part in told["parts"]}
    assert by_name["same_day"]["compared"] == "2025-08-12"
    assert by_name["same_day"]["adds"] == by_name["same_day"]["value"] * by_name["same_day"]["weight"]
    shown = kept("why", MET[0], MET[1]).out
    for words in (
        "One event: evt-",
        "they are linked",
        "same day",
        "No editor has judged",
        "no copies",
        "Outlet 2",
    ):
        assert words in shown, words
    shown = kept("why", MET[0], MET[1], "--lang", "id").out
    assert "Satu peristiwa" in shown and "hari yang sama" in shown


def test_why_two_events_are_two(kept: Cli) -> None:
    events = {event["reports"][0]["id"]: event["id"] for event in kept("events", "--json").objects}
    late = next(event for report, event in events.items() if report == MET[2])
    early = next(event for event in events.values() if MET[0] in kept("show", event, "--json").out)
    (told,) = kept("why", late, early, "--json").objects
    assert told["reports"][0] == MET[2] and not told["same_event"]
    assert told["events"] == [late, early]
    assert told["between"] < JOIN and told["pairs"] >= 2
    assert "Two events" in kept("why", late, early).out


def test_why_tells_what_an_editor_said_and_what_keeps_one_article_out(kept: Cli) -> None:
    kept("link", MET[0], MET[2], "--note", "moved")
    (told,) = kept("why", MET[0], MET[2], "--json").objects
    assert (told["judgement"]["kind"], told["judgement"]["editor"], told["same_event"]) == ("link", "siti", True)
    assert "siti linked them on 20" in kept("why", MET[0], MET[2]).out
    assert "moved" in kept("why", MET[0], MET[2]).out
    shown = kept("why", MET[0], CONDEMNED[0]).out
    assert "both stand in one article, which tells an event once" in " ".join(shown.split())
    kept("unlink", MET[0], MET[1])
    assert "siti parted them" in kept("why", MET[0], MET[1]).out


def test_why_tells_copies_and_their_share(kept: Cli) -> None:
    with open_store("kawat.db") as store, store.transaction():
        one, other = sorted((sample(1).article.id, sample(2).article.id))
        store.merging().add_copies([(one, other, 0.83)])
    (told,) = kept("why", MET[0], MET[1], "--json").objects
    assert told["copied"] == 0.83 and [part["name"] for part in told["parts"]] == ["copied"]
    assert "are copies: 83%" in kept("why", MET[0], MET[1]).out


def test_what_binds_each_report_of_an_event(kept: Cli) -> None:
    (told,) = kept("why", MET[0], "--json").objects
    bound = {one["id"]: one for one in told["reports"]}
    assert {MET[0], MET[1]} <= bound.keys()
    assert all(one["bound_to"] in bound and one["link"] > 0 for one in bound.values())
    assert "Bound to" in kept("why", told["event"]).out
    assert "One report alone" in kept("why", MET[2]).out
    kept("link", MET[0], MET[2])
    (told,) = kept("why", MET[0], "--json").objects
    bound = {one["id"]: one for one in told["reports"]}
    assert (bound[MET[2]]["bound_to"], bound[MET[2]]["judgement"]["kind"]) == (MET[0], "link")


def test_why_asks_for_what_can_be_told(kept: Cli) -> None:
    for call, code, said in (
        ((MET[0], MET[0]), 2, "give two"),
        (("rep-zz",), 3, "kawat events"),
        ((sample(1).article.id,), 2, "give a report or an event"),
    ):
        ran = kept("why", *call)
        assert ran.code == code and said in ran.err
    kept("reject", MET[2])
    assert "siti rejected" in kept("why", MET[2], MET[0]).err
    with open_store("kawat.db") as store:
        store.add_record(sample(4), NOW)
    assert "run `kawat merge`" in kept("why", sample(4).reports[0].id, MET[0]).err


# --- changes ----------------------------------------------------------------------------------------


def test_the_feed_tells_what_became_of_events(kept: Cli) -> None:
    told = kept("changes", "--json").objects
    assert [one["seq"] for one in told] == sorted(one["seq"] for one in told)
    assert {one["kind"] for one in told} >= {"made", "changed"}
    living = {event["id"] for event in kept("events", "--json").objects}
    for one in told:
        assert (one["type"] is not None) is (one["event_id"] in living)
    meeting = next(one for one in told if MET[0] in one["reports"] and one["event_id"] in living)
    assert (meeting["type"], meeting["day"]) == ("CONSULT", "2025-08-12")
    assert [one["name"] for one in meeting["who"]] == ["Sari"] and meeting["whom"][0]["country"] == "SWE"
    last = told[-1]["seq"]
    kept("unlink", MET[0])
    after = kept("changes", "--after", str(last), "--json").objects
    assert {one["kind"] for one in after} == {"split", "changed"}
    assert kept("changes", "--after", str(last), "--limit", "1", "--json").objects == after[:1]


def test_the_feed_as_a_table_and_as_csv(kept: Cli) -> None:
    table = kept("changes").out
    assert "made" in table and "Consult" in table and "2025-08-12" in table
    assert "dibuat" in kept("changes", "--lang", "id").out
    head, *rows = csv.reader(io.StringIO(kept("changes", "--csv", "--lang", "id").out))
    assert head == ["seq", "at", "event", "change", "other_event", "reports", "what", "when", "who", "whom"]
    assert {row[3] for row in rows} <= {"made", "changed", "merged"} and {row[6] for row in rows} >= {"CONSULT"}


@pytest.mark.parametrize(
    ("since", "some"),
    [
        ("2025-08-20", True), ("2025-08-21", False), ("2025-08-20T09:30:00Z", True), ("2025-08-20T09:30:01", False),
        ("2025-08-20T16:30+07:00", True), ("2025-08-20T16:31+07:00", False),
    ],
)  # fmt: skip
def test_the_feed_since_a_day_or_a_moment(kept: Cli, since: str, some: bool) -> None:
    assert bool(kept("changes", "--since", since, "--json").objects) is some


def test_a_moment_that_is_none_is_refused(kept: Cli) -> None:
    ran = kept("changes", "--since", "soon")
    assert ran.code == 2 and "2025-08-14T09:30Z" in ran.err


# --- merge ------------------------------------------------------------------------------------------


def test_merging_again_changes_nothing_and_keeps_judgements(kept: Cli) -> None:
    kept("unlink", MET[0])
    before = kept("events", "--json").out
    assert kept("merge", "--json").objects == [{"reports": 0, "changes": 0}]
    assert kept("merge", "--again", "--json").objects == [{"reports": 5, "changes": 0}]
    assert kept("events", "--json").out == before
    assert "merged: 5 reports, 0 changes" in kept("merge", "--again").out
    assert "digabung" in kept("merge", "--lang", "id").out


def test_what_waits_is_merged(kept: Cli) -> None:
    with open_store("kawat.db") as store:
        store.add_record(sample(4, outlet="Outlet 4"), NOW)
        assert store.unsettled() > 0
    (told,) = kept("merge", "--json").objects
    assert told["reports"] == 2 and told["changes"] > 0
    with open_store("kawat.db", read_only=True) as store:
        assert store.unsettled() == 0


def test_a_store_is_needed(cli: Cli) -> None:
    for call in (("merge",), ("changes",), ("why", "evt-1"), ("link", "a", "b"), ("judgements",)):
        assert cli(*call).code == 4
