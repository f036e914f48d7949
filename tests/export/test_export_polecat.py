"""Events in the columns of POLECAT, read back by readers that know nothing of Kawat."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pandas as pd
from format_maker import PUTIN, TRUMP, UKRAINE, event, hostile_events, material, several, tell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat.export import polecat
from kawat.export.facts import facts_of
from kawat.export.folding import coded
from kawat.records import Actor, ActorKind, Event

NUMBERS = ("Intensity", "Latitude", "Longitude")


def rows(path: Path, *events: Event) -> list[dict[str, str]]:
    out = path / "polecat.tsv"
    polecat.write(material(events), out)
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_head_is_the_forty_columns_of_polecat() -> None:
    assert len(polecat.COLUMNS) == len(set(polecat.COLUMNS)) == 40
    assert polecat.COLUMNS[:3] == ("Event ID", "Event Date", "Event Type")
    assert polecat.COLUMNS[-2:] == ("Language", "Version")


def test_a_row_has_what_is_told(tmp_path: Path) -> None:
    strike = several()[0]
    first = rows(tmp_path, strike)[0]
    assert {key: value for key, value in first.items() if value} == {
        "Event ID": strike.id, "Event Date": "2025-08-11", "Event Type": "ASSAULT", "Event Mode": "aerial",
        "Intensity": "-9.5", "Quad Code": "4", "Contexts": "military", "Actor Name": "Vladimir Putin",
        "Actor Country": "RUS", "Actor COW": "365", "Primary Actor Sector": "GOV", "Actor Sectors": "GOV",
        "Actor Name Raw": "Text", "Recipient Name": "Ukraine", "Recipient Country": "UKR", "Recipient COW": "369",
        "Recipient Name Raw": "Text", "Placename": "Kyiv", "Country": "UKR", "Latitude": "50.45",
        "Longitude": "30.52", "Raw Placename": "Text", "Source": "Outlet 1", "Publication Date": "2025-08-12",
        "Story People": "Vladimir Putin", "Story Locations": "Kyiv; Russia; Ukraine", "Language": "en",
        "Version": "kawat 0.1.0",
    }  # fmt: skip


def test_a_row_for_each_pair_and_none_for_what_plover_has_no_code_for(tmp_path: Path) -> None:
    events = several()
    told = rows(tmp_path, *events)
    expected = [e.id for e in events if coded(facts_of(e)) for _ in facts_of(e).pairs]
    assert [row["Event ID"] for row in told] == expected
    assert not {events[5].id, events[6].id} & set(expected)
    talks = [row for row in told if row["Event ID"] == events[1].id]
    assert [(row["Actor Name"], row["Recipient Name"]) for row in talks] == [("Vladimir Putin", "Donald Trump")]


def test_two_whom_no_report_sets_against_one_another_are_no_pair(tmp_path: Path) -> None:
    clash = event(
        tell(1, actors=(PUTIN,), recipients=()),
        tell(2, actors=(UKRAINE,), recipients=(TRUMP,)),
        id="evt-00000000000b1000",
    )
    told = {(row["Actor Name"], row["Recipient Name"]) for row in rows(tmp_path, clash)}
    assert told == {("Vladimir Putin", ""), ("Ukraine", "Donald Trump")}


def test_a_fight_stands_both_ways_round_and_a_meeting_once(tmp_path: Path) -> None:
    both = {"actors": (PUTIN, UKRAINE), "recipients": (), "symmetric": True}
    fight = event(tell(1, **both), tell(2, **both), tell(3, actors=(TRUMP,)), id="evt-00000000000b2000")
    talks = event(tell(4, type="CONSULT", **both), id="evt-00000000000b3000")
    told = [(row["Actor Name"], row["Recipient Name"]) for row in rows(tmp_path, fight, talks)]
    assert told == [
        ("Vladimir Putin", "Ukraine"), ("Ukraine", "Vladimir Putin"), ("Donald Trump", "Ukraine"),
        ("Vladimir Putin", "Ukraine"),
    ]  # fmt: skip


def test_who_is_attacked_is_not_who_attacks(tmp_path: Path) -> None:
    generals = Actor("para panglimanya", ActorKind.GROUP, UKRAINE.mention, country="RUS", sector="MIL")
    one = event(tell(1, recipients=(UKRAINE, generals)), tell(2, recipients=()), id="evt-00000000000b4000")
    told = {(row["Actor Name"], row["Recipient Name"]) for row in rows(tmp_path, one)}
    assert told == {("Russia", "Ukraine"), ("Russia", "para panglimanya")}


def test_what_is_promised_has_neither_the_day_nor_the_place_of_the_act(tmp_path: Path) -> None:
    summit, threat = several()[3:5]
    for row, kind in zip(rows(tmp_path, summit, threat), ("AGREE", "THREATEN"), strict=True):
        assert (row["Event Type"], row["Event Mode"], row["Event Date"], row["Placename"]) == (kind, "", "", "")
        assert row["Publication Date"] == "2025-08-12"


def test_a_month_gives_no_day_and_nobody_no_name(tmp_path: Path) -> None:
    march, alone = several()[7:]
    (first,) = rows(tmp_path, march)
    assert (first["Event Date"], first["Actor Name"], first["Recipient Name"]) == ("", "", "Ukraine")
    (second,) = rows(tmp_path, alone)
    assert (second["Actor Name"], second["Recipient Name"]) == ("Russia", "")


def test_pandas_and_duckdb_read_the_same(tmp_path: Path) -> None:
    told = rows(tmp_path, *several())
    out = tmp_path / "polecat.tsv"
    frame = pd.read_csv(out, sep="\t", dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == told
    numbers = pd.read_csv(out, sep="\t")
    assert numbers["Intensity"].tolist() == [float(row["Intensity"]) for row in told]
    assert numbers["Latitude"].min() == 50.45
    found = duckdb.sql(f"SELECT * FROM read_csv('{out}', delim='\t', header=true, all_varchar=true)").fetchall()
    assert [["" if cell is None else cell for cell in row] for row in found] == [list(row.values()) for row in told]


@given(event=hostile_events())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_hostile_text_leaves_every_column_in_its_place(tmp_path_factory: object, event: Event) -> None:
    folder: Path = tmp_path_factory.mktemp("polecat")  # type: ignore[attr-defined]
    told = rows(folder, event)
    facts = facts_of(event)
    act = coded(facts)
    assert len(told) == (sum(1 + one.symmetric for one in facts.pairs) if act else 0)
    whole = (folder / "polecat.tsv").read_text(encoding="utf-8")
    for line in whole.splitlines()[: len(told) + 1]:
        assert line.count("\t") == 39  # also for readers that know nothing of quotation marks
    for row in told:
        assert len(row) == 40 and None not in row and None not in row.values()
        assert row["Event ID"] == event.id
        assert row["Event Type"] in ("ASSAULT", "THREATEN")
        for name, cell in row.items():
            assert name in NUMBERS or not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert cell.isprintable() or not set(cell) & {chr(n) for n in range(32)}


@given(count=st.integers(0, 3))
@settings(max_examples=4, deadline=None)
def test_the_same_events_give_the_same_bytes(tmp_path_factory: object, count: int) -> None:
    folder: Path = tmp_path_factory.mktemp("same")  # type: ignore[attr-defined]
    events = several()[:count]
    for name in ("a", "b"):
        polecat.write(material(events), folder / name)
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()
    assert (folder / "a").read_bytes().startswith(b"Event ID\t")


def test_a_name_with_a_quotation_mark_and_a_tab_comes_back_on_one_line(tmp_path: Path) -> None:
    from dataclasses import replace

    from event_maker import PUTIN, event

    odd = replace(PUTIN, name='"Vova"\tPutin\n', id=None)
    (row,) = rows(tmp_path, event(tell(1, actors=(odd,)), id="evt-0000000000000001"))
    assert row["Actor Name"] == '"Vova" Putin '
    frame = pd.read_csv(tmp_path / "polecat.tsv", sep="\t")
    assert frame["Actor Name"].tolist() == ['"Vova" Putin ']
