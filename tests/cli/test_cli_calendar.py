"""`kawat calendar`: what an editor sees, what programs get, and a file that calendar programs take."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from helper_cli import Cli, undocumented
from icalendar import Calendar, Component
from record_maker import NOW, sample

from kawat.intake import settle
from kawat.records import Granularity, Place, Record, Status, Time
from kawat.store import open_store

EARLY, LATE = date(2025, 8, 20), date(2025, 8, 25)


def told(
    n: int, status: Status, day: date | None, published: date, outlet: str, last: date | None = None
) -> Record:
    """Sample ``n`` with one report: that Sari met, or will meet, Lindgren in Bandung."""
    record = sample(n, outlet=outlet, day=published, status=status)
    report = record.reports[0]
    assert report.time is not None and report.place is not None
    exact = Granularity.DAY if last is None else Granularity.MONTH
    time = Time(day, last or day, exact if day else Granularity.UNKNOWN, report.time.said)
    place = Place("Bandung", "IDN", report.place.mention, -6.92, 107.61, "point")
    return replace(record, reports=(replace(report, time=time, place=place),), claims=())


def keep(records: Iterable[Record], path: str = "kawat.db") -> None:
    with open_store(path, create=True) as store:
        for record in records:
            store.add_record(record, NOW)
        settle(store, NOW)


MOVED = (
    told(1, Status.PLANNED, EARLY, date(2025, 8, 10), "Warta Bahari"),
    told(2, Status.PLANNED, LATE, date(2025, 8, 15), "Kabar Selat"),
)
HELD = told(3, Status.OCCURRED, LATE, date(2025, 8, 26), "Suara Muria")
OFF = told(4, Status.DENIED, None, date(2025, 8, 17), "Harian Teluk")
SOON = told(5, Status.PLANNED, None, date(2025, 1, 5), "Nusa Kabar")


def ics(cli: Cli, *options: str) -> list[Component]:
    ran = cli("calendar", "--ics", *options)
    assert ran.code == 0
    assert all(line.endswith("\r\n") for line in ran.out.splitlines(keepends=True))
    return list(Calendar.from_ical(ran.out).walk("VEVENT"))


@pytest.mark.parametrize(
    ("records", "today", "outcome", "words"),
    [
        (MOVED[:1], "2025-08-20", "ahead", "2025-08-20 ahead Warta Bahari: 2025-08-10"),
        (MOVED[:1], "2025-08-21", "overdue", "2025-08-20 overdue: no word since"),
        (MOVED, "2025-08-21", "moved", "2025-08-25 moved from 2025-08-20 Kabar Selat:"),
        ((*MOVED, HELD), "2025-08-27", "occurred", "2025-08-25 occurred: Suara Muria: moved from 2025-08-20"),
        ((*MOVED, OFF), "2025-08-21", "cancelled", "2025-08-25 cancelled: Harian Teluk: moved"),
        ((SOON,), "2025-08-21", "undated", "“Tuesday” open Nusa Kabar:"),
    ],
)
def test_what_became_of_a_plan(cli: Cli, records: tuple[Record, ...], today: str, outcome: str, words: str) -> None:
    keep(records)
    (plan,) = cli("calendar", "--json", "--today", today).objects
    assert plan["outcome"] == outcome
    shown = cli("calendar", "--today", today).out.split()
    assert [word for word in words.split() if word not in shown] == []


def test_the_json_has_the_whole_history_with_the_words(cli: Cli) -> None:
    keep((*MOVED, HELD))
    (plan,) = cli("calendar", "--json", "--today", "2025-08-27").objects
    assert (plan["day"], plan["last_day"], plan["precision"], plan["planned_day"]) == (
        "2025-08-25", "2025-08-25", "day", "2025-08-25",
    )  # fmt: skip
    (move,) = plan["moves"]
    assert (move["from"]["day"], move["to"]["day"], move["published"]) == ("2025-08-20", "2025-08-25", "2025-08-15")
    assert [(s["published"], s["status"], s["day"]) for s in plan["steps"]] == [
        ("2025-08-10", "planned", "2025-08-20"),
        ("2025-08-15", "planned", "2025-08-25"),
        ("2025-08-26", "occurred", "2025-08-25"),
    ]
    first = plan["announced"][0]
    assert (first["outlet"], first["voices"], first["words"]) == (
        "Warta Bahari", ["Ministry of Foreign Affairs"], "met",
    )  # fmt: skip
    assert first["sentence"].startswith("Foreign Minister Sari met")
    assert [one["outlet"] for one in plan["said_by"]] == ["Suara Muria"]


def test_every_key_is_documented(cli: Cli) -> None:
    keep((*MOVED, HELD))
    assert undocumented(cli("calendar", "--json").objects, "howto-calendar.md") == set()
    (event,) = ics(cli, "--today", "2025-08-27")
    shown = (Path(__file__).parents[2] / "docs" / "howto-calendar.md").read_text(encoding="utf-8")
    assert [name for name in event if f"`{name}`" not in shown] == []


def test_the_filters_and_the_window(cli: Cli) -> None:
    keep((*MOVED, SOON))
    asked = {
        ("--from", "2025-08-26"): 0,
        ("--to", "2025-08-20"): 2,
        ("--from", "2025-08-25", "--to", "2025-08-25"): 1,
        ("--country", "Indonesia", "--with", "SWE"): 2,
        ("--country", "RUS"): 0,
        ("--actor", "lindgren", "--type", "consult"): 2,
        ("--type", "ASSAULT"): 0,
        ("--overdue", "--today", "2025-08-26"): 1,
        ("--overdue", "--today", "2025-08-25"): 0,
    }
    found = {options: len(cli("calendar", "--json", *options).objects) for options in asked}
    assert found == asked


def test_csv_is_one_row_a_plan_with_plain_columns(cli: Cli) -> None:
    keep(MOVED)
    ran = cli("calendar", "--csv", "--today", "2025-08-21")
    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert (row["day"], row["outcome"], row["moved_from"], row["precision"]) == (
        "2025-08-25", "moved", "2025-08-20", "day",
    )  # fmt: skip
    assert (row["who"], row["whom"], row["outlets"]) == ("Sari", "Lindgren", "Warta Bahari; Kabar Selat")


def test_the_file_for_calendar_programs(cli: Cli) -> None:
    keep(MOVED)
    (event,) = ics(cli, "--today", "2025-08-21")
    (plan,) = cli("calendar", "--json").objects
    assert str(event["UID"]) == f"{plan['id']}@kawat"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (LATE, date(2025, 8, 26))
    assert event["DTSTAMP"].dt == datetime(2025, 8, 15, 1, 1, tzinfo=UTC)  # published at 08:01 in +07:00
    assert (event["STATUS"], event["SEQUENCE"]) == ("TENTATIVE", 1)
    assert event["SUMMARY"] == "Consult: visit: Sari (IDN) → Lindgren (SWE)"
    assert (event["LOCATION"], event["GEO"].to_ical()) == ("Bandung (IDN)", "-6.92;107.61")
    assert event["CATEGORIES"].cats == ["CONSULT", "diplomatic", "IDN", "SWE"]
    assert (event["X-KAWAT-PRECISION"], event["X-KAWAT-OUTCOME"]) == ("day", "moved")
    for said in ("Warta Bahari: Ministry of Foreign Affairs", "Kabar Selat", "Sari met Lindgren of Sweden"):
        assert said in event["DESCRIPTION"]


def test_several_sources_confirm_and_a_denial_cancels(cli: Cli) -> None:
    again = told(6, Status.PLANNED, LATE, date(2025, 8, 16), "Pos Timur")
    again = replace(
        again, article=replace(again.article, text=again.article.text.replace("12 people", "14 people"))
    )
    keep((*MOVED, again))
    assert [event["STATUS"] for event in ics(cli)] == ["CONFIRMED"]
    keep((OFF,))
    assert [event["STATUS"] for event in ics(cli)] == ["CANCELLED"]


def test_a_month_is_tentative_and_ends_on_the_first_of_the_next(cli: Cli) -> None:
    month = (date(2025, 12, 1), date(2025, 12, 31))
    keep(told(n, Status.PLANNED, month[0], date(2025, 8, n), f"Koran {n}", month[1]) for n in (1, 2))
    (event,) = ics(cli)
    assert (event["STATUS"], event["X-KAWAT-PRECISION"]) == ("TENTATIVE", "month")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (month[0], date(2026, 1, 1))


def test_what_has_no_day_is_not_in_the_file_and_that_is_said(cli: Cli) -> None:
    keep((SOON,))
    assert ics(cli) == []
    assert "without a day: 1" in cli("calendar", "--ics").err


def test_the_file_is_the_same_bytes_whenever_it_is_made(cli: Cli) -> None:
    keep(MOVED)
    once = cli("calendar", "--ics", "--today", "2025-08-21").out
    assert cli("calendar", "--ics", "--today", "2025-08-21").out == once


def test_hostile_text_steers_neither_the_terminal_nor_the_file(cli: Cli) -> None:
    evil = told(1, Status.PLANNED, LATE, date(2025, 8, 10), "Evil\x1b[2J\r\nBEGIN:VEVENT")
    keep((evil,))
    assert "\x1b" not in cli("calendar").out
    (event,) = ics(cli)
    assert "\x1b" not in str(event["DESCRIPTION"])


def test_wrong_calls_say_what_to_do(cli: Cli) -> None:
    keep(MOVED)
    for options in (("--ics", "--json"), ("--json", "--csv"), ("--from", "2025-09-01", "--to", "2025-08-01")):
        ran = cli("calendar", *options)
        assert (ran.code, ran.out) == (2, "")
        assert "give one of them" in ran.err or "exchange the two" in ran.err
    assert cli("calendar", "--today", "tomorrow").code == 2
    assert cli("calendar", "--db", "none.db").code == 4


def test_it_speaks_indonesian(cli: Cli) -> None:
    keep((*MOVED, HELD))
    shown = " ".join(cli("calendar", "--lang", "id", "--today", "2025-08-27").out.split())
    assert "terjadi: Suara" in shown and "dipindahkan dari" in shown


def test_nothing_announced(cli: Cli) -> None:
    keep((HELD,))
    assert cli("calendar").out == "Nothing fits.\n"
    assert cli("calendar", "--json").out == ""
