"""`kawat timeline`: whom names mean, the table with its bars, and rows for programs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from helper_cli import Cli, undocumented
from record_maker import NOW, sample

from kawat.cli.timing import bars
from kawat.errors import UsageError
from kawat.intake import settle
from kawat.intake.parties import asks_for, party_called
from kawat.records import Actor, ActorKind, Granularity, Record, Salience, Status, Time
from kawat.store import open_store


def state(record: Record, code: str) -> Actor:
    return Actor(code, ActorKind.STATE, record.reports[0].trigger, id=f"country:{code}", country=code)


def told(n: int, type: str, day: date | None, by: str, to: str, **more: Any) -> Record:
    record = sample(n, outlet=f"Koran {n}", day=date(2025, 9, 1))
    time = None if day is None else Time(day, day, Granularity.DAY)
    sides = {"actors": (state(record, by),), "recipients": (state(record, to),)}
    report = replace(record.reports[0], type=type, mode=None, time=time, place=None, **{**sides, **more})
    return replace(record, reports=(report,), claims=())


RECORDS = (
    told(1, "ASSAULT", date(2025, 6, 3), "RUS", "UKR"),
    told(2, "ACCUSE", date(2025, 6, 20), "UKR", "RUS"),
    told(3, "CONSULT", date(2025, 8, 12), "UKR", "RUS"),
    told(4, "AID", date(2025, 8, 13), "SWE", "UKR"),
    told(5, "THREATEN", date(2025, 8, 14), "RUS", "UKR", status=Status.PLANNED),
    told(6, "ASSAULT", date(2014, 3, 18), "RUS", "UKR", salience=Salience.BACKGROUND),
    told(7, "SANCTION", None, "UKR", "RUS"),
)


@pytest.fixture
def war(cli: Cli) -> Cli:
    with open_store("kawat.db", create=True) as store:
        for record in RECORDS:
            store.add_record(record, NOW)
        settle(store, NOW)
    return cli


def periods(cli: Cli, *options: str) -> dict[str | None, dict[str, Any]]:
    return {one["period"]: one for one in cli("timeline", *options, "--json").objects}


@pytest.mark.parametrize(
    ("given", "country", "id"),
    [
        ("RUS", "RUS", None),
        ("rus", "RUS", None),
        ("country:RUS", "RUS", None),
        ("Rusia", "RUS", None),
        ("Moskow", "RUS", None),
        ("WHO", None, "body:world-health-organization"),
        ("TNI", None, "body:indonesian-national-armed-forces"),
        ("Hamas", None, "group:hamas"),
        ("person:donald-trump", None, "person:donald-trump"),
        ("  Nobody   Known ", None, None),
        ("Surabaya", None, None),
    ],
)
def test_whom_a_name_means(given: str, country: str | None, id: str | None) -> None:
    party = party_called(given)
    assert (party.country, party.id) == (country, id)
    assert asks_for(party)


def test_an_empty_name_means_nobody() -> None:
    with pytest.raises(UsageError, match="names nobody"):
        party_called("  ")


def test_two_countries_by_month(war: Cli) -> None:
    found = periods(war, "Moskow", "Ukraine")
    assert list(found) == ["2025-06", "2025-08", None]
    june, august, undated = found.values()
    assert (june["conflict_events"], june["conflict_score"], june["cooperation_events"]) == (2, -12.0, 0)
    assert (august["cooperation_events"], august["cooperation_score"], august["planned"]) == (1, 2.5, 1)
    assert (august["conflict_events"], august["first_day"], august["last_day"]) == (0, "2025-08-01", "2025-08-31")
    assert (undated["conflict_events"], undated["first_day"]) == (1, None)


def test_one_country_has_all_that_it_takes_part_in(war: Cli) -> None:
    assert periods(war, "UKR")["2025-08"]["cooperation_score"] == 12.5
    assert periods(war, "SWE", "RUS") == {}


def test_history_is_shown_on_request_in_its_own_time(war: Cli) -> None:
    found = periods(war, "RUS", "--background")
    assert found["2014-03"]["background_conflict_events"] == 1 and found["2014-03"]["conflict_events"] == 0
    assert "2014-03" not in periods(war, "RUS") and "2025-09" not in found
    assert "Told only as history: 1" in war("timeline", "RUS").out
    assert "2014-03" in war("timeline", "RUS", "--background").out


def test_by_week_day_and_year_and_a_window(war: Cli) -> None:
    assert list(periods(war, "RUS", "UKR", "--by", "year")) == ["2025", None]
    assert list(periods(war, "RUS", "UKR", "--by", "WEEK", "--until", "2025-06-30")) == ["2025-W23", "2025-W25"]
    assert list(periods(war, "RUS", "UKR", "--by", "day", "--since", "2025-08-01")) == ["2025-08-12", "2025-08-14"]


def test_the_table_has_bars_to_both_sides_and_marks_gaps(war: Cli) -> None:
    shown = war("timeline", "RUS", "UKR").out.splitlines()
    assert shown[0] == "Russia – Ukraine, by month"
    rows = {line.split()[0]: line for line in shown[4:8]}
    assert list(rows) == ["2025-06", "…", "2025-08", "undated"]
    assert "-12.0 (2) █████████│" in rows["2025-06"]
    assert rows["2025-08"].index("│") == rows["2025-06"].index("│")
    assert "│██" in rows["2025-08"] and "+2.5 (1)" in rows["2025-08"] and "planned 1" in rows["2025-08"]
    assert "█" not in rows["undated"]


def test_under_it_stand_the_events_of_the_largest_periods_or_all(war: Cli) -> None:
    some, every = war("timeline", "RUS", "UKR").out, war("timeline", "RUS", "UKR", "--events").out
    assert "Events of the largest periods (2025-06, 2025-08)" in some
    assert some.count("evt-") == 3 and "Threaten" not in some
    assert every.count("evt-") == 5 and "Threaten" in every


@pytest.mark.parametrize("width", [80, 100, 140])
def test_it_fits_the_screen_and_is_plain_in_a_pipe(war: Cli, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = war("timeline", "RUS").out
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= max(width, 92)


@pytest.mark.parametrize(
    ("conflict", "cooperation", "shown"),
    [
        (-8, 4, "████│██  "),
        (-1, 0, "   ▐│    "),
        (-0.01, 0.01, "   ▐│▌   "),
        (0.5, 3, "    │█▌  "),
        (0, 0, "    │    "),
    ],
)
def test_bars(conflict: float, cooperation: float, shown: str) -> None:
    assert bars(conflict, cooperation, 8, 4) == shown


def test_csv_by_period_and_by_event(war: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(war("timeline", "RUS", "UKR", "--csv").out)))
    assert [(row["period"], row["conflict_score"]) for row in rows] == [
        ("2025-06", "-12.0"),
        ("2025-08", "0.0"),
        ("", "-6.0"),
    ]
    events = list(csv.DictReader(io.StringIO(war("timeline", "RUS", "UKR", "--csv", "--events").out)))
    assert [(row["day"], row["type"], row["counted"]) for row in events] == [
        ("2025-06-03", "ASSAULT", "true"),
        ("2025-06-20", "ACCUSE", "true"),
        ("2025-08-12", "CONSULT", "true"),
        ("2025-08-14", "THREATEN", "false"),
        ("", "SANCTION", "true"),
    ]


def test_json_with_its_events(war: Cli) -> None:
    assert "events" not in periods(war, "RUS", "UKR")["2025-06"]
    (first, second) = periods(war, "RUS", "UKR", "--events")["2025-06"]["events"]
    assert (first["type"], first["score"], first["quad"], first["part"]) == ("ASSAULT", -9.0, 4, "between")
    assert (second["who"], second["whom"], second["outlets"]) == (["UKR"], ["RUS"], ["Koran 2"])


def test_every_key_is_documented(war: Cli) -> None:
    assert undocumented(war("timeline", "RUS", "--json", "--events").objects, "howto-timeline.md") == set()


def test_a_name_that_only_reports_know(cli: Cli) -> None:
    with open_store("kawat.db", create=True) as store:
        store.add_record(sample(1), NOW)
        settle(store, NOW)
    assert list(periods(cli, "lindgren", "sari")) == ["2025-08"]
    assert periods(cli, "lind") == {}
    assert cli("timeline", "nobody at all").out == "Nothing fits.\n"


def test_wrong_calls_say_what_to_do(war: Cli) -> None:
    for options, hint in (
        (("--by", "decade"), "day, week, month, year"),
        (("--since", "2025-09-01", "--until", "2025-08-01"), "exchange the two"),
        (("--json", "--csv"), "give one of them"),
    ):
        ran = war("timeline", "RUS", *options)
        assert (ran.code, ran.out) == (2, "") and hint in ran.err


def test_it_speaks_indonesian(war: Cli) -> None:
    shown = war("timeline", "Rusia", "Ukraina", "--lang", "id").out
    assert shown.startswith("Rusia – Ukraina, per bulan") and "Kerja sama" in shown
