"""The commands that ask a store."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from helper_cli import Cli
from record_maker import NOW, sample

from kawat.intake import events, settle
from kawat.records import Record, Status
from kawat.store import ReportFilter, open_store

ONE = sample(1, status=Status.PLANNED, outlet="Kabar Selat", day=date(2025, 8, 13))
TWO = sample(2)


@pytest.fixture
def kept(cli: Cli, tmp_path: Path) -> Cli:
    """The command line with two articles of different outlets in the store."""
    _store(tmp_path, ONE, TWO)
    return cli


def _store(folder: Path, *records: Record) -> None:
    with open_store(folder / "kawat.db", create=True) as store:
        for record in records:
            store.add_record(record, NOW)
        settle(store, NOW)


def _event_ids(**asked: str) -> list[str]:
    with open_store("kawat.db") as store:
        return [event.id for event in events(store, ReportFilter(**asked))]  # type: ignore[arg-type]


@pytest.mark.parametrize("command", ["events", "reports", "claims", "articles"])
def test_json_and_csv_have_the_same_things(kept: Cli, command: str) -> None:
    told = kept(command, "--json").objects
    head, *rows = list(csv.reader(io.StringIO(kept(command, "--csv").out)))
    assert head[0] == "id"
    assert [row[0] for row in rows] == [thing["id"] for thing in told]
    assert len(rows) == {"events": 2, "reports": 4, "claims": 2, "articles": 2}[command]
    assert {len(row) for row in rows} == {len(head)}


def test_reports_as_json_are_reports_with_their_article(kept: Cli) -> None:
    told = kept("reports", "--json", "--status", "planned").objects
    assert [(one["id"], one["trigger"]["text"], one["article"]["outlet"]) for one in told] == [
        (ONE.reports[0].id, "met", "Kabar Selat")
    ]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--country", "SWE"], 4),
        (["--actor", "sari"], 2),
        (["--type", "accuse"], 2),
        (["--status", "PLANNED"], 1),
        (["--salience", "main", "--outlet", "kabar"], 1),
        (["--since", "2025-08-13"], 0),
        (["--until", "2025-08-12"], 2),
        (["--published-since", "2025-08-14"], 2),
        (["--published-until", "2025-08-13"], 2),
        (["--voice", "foreign"], 2),
        (["--language", "id"], 0),
        (["--country", "IDN", "--with", "SWE", "--limit", "1"], 1),
    ],
)
def test_filters(kept: Cli, arguments: list[str], count: int) -> None:
    assert len(kept("reports", "--json", *arguments).objects) == count


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--type", "DANCE"], "CONSULT"),
        (["--status", "maybe"], "planned"),
        (["--since", "yesterday"], "2025-08-14"),
        (["--limit", "0"], "--limit"),
        (["--json", "--csv"], "exclude"),
        (["--since", "2025-02-01", "--until", "2025-01-01"], "exchange"),
    ],
)
def test_a_wrong_filter_ends_with_2_and_says_what_would_be_right(
    kept: Cli, arguments: list[str], said: str
) -> None:
    ran = kept("reports", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_event_is_shown_whole_whatever_chose_it(kept: Cli) -> None:
    (event,) = kept("events", "--json", "--status", "planned").objects
    assert event["id"] in _event_ids()
    told = {one["field"]: one for one in event["views"]}
    assert [one["value"]["status"] for one in told["status"]["values"]] == ["planned", "occurred"]
    assert (event["status"], told["status"]["standing"]) == ("occurred", "history")
    assert event["corroboration"]["outlets"] == ["Kabar Selat", "Warta Bahari"]
    assert {one["id"] for one in event["reports"]} == {ONE.reports[0].id, TWO.reports[0].id}


def test_tables_keep_to_the_width_and_have_every_event(kept: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        for command in ("events", "reports", "claims", "articles", "doctor", "search met"):
            lines = kept(*command.split()).out.splitlines()
            assert lines and max(map(len, lines)) <= width, command
        assert all(event_id[:12] in kept("events").out for event_id in _event_ids())


def test_the_interface_speaks_indonesian(kept: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAWAT_LANG", "id")
    monkeypatch.setenv("COLUMNS", "150")
    told = kept("events").out
    assert "Berunding: kunjungan" in told
    assert "terjadi" in told and "Menurut" in told
    assert "direncanakan" in kept("reports").out
    assert "Swedia" in kept("reports", "--actor", "swe").out
    assert kept("reports", "--language", "th").out == "Tidak ada yang cocok.\n"


def test_an_event_is_shown_with_every_value_and_who_tells_it(kept: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    (event_id,) = _event_ids(status="planned")
    told = kept("show", event_id[:10]).out
    assert told.startswith(
        "Sari and Lindgren met on 12 August 2025 in Bandung, according to 2 independent sources.\n"
    )
    assert f"{event_id} · Consult · independent sources: 2, independent voices: 1, outlets: 2, copies: 0" in told
    lines = told.splitlines()
    (planned,) = [line for line in lines if line.startswith("Status")]
    assert "planned" in planned and "Kabar Selat" in planned and planned.endswith("changed")
    assert "Warta Bahari" in lines[lines.index(planned) + 1] or "Warta Bahari" in lines[lines.index(planned) + 2]
    assert "Silent: Sweden (SWE) takes part" in told and "Indonesia (IDN) takes part" not in told
    same = kept("show", event_id, "--json").objects
    assert same == kept("compare", event_id, "--json").objects
    assert {one["id"] for one in same[0]["reports"]} == {ONE.reports[0].id, TWO.reports[0].id}


def test_compare_takes_an_event_only(kept: Cli) -> None:
    (event_id,) = _event_ids(status="planned")
    told = kept("compare", event_id[:10]).out
    assert "Indonesia (IDN)" in told and "Ministry of Foreign Affairs" in told and "Silent: Sweden (SWE)" in told
    head, *rows = csv.reader(io.StringIO(kept("compare", event_id, "--csv").out))
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("Indonesia (IDN)", "side", "IDN"),
        ("Sweden (SWE)", "silent", "SWE"),
    ]
    assert {len(row) for row in rows} == {len(head)}
    assert rows[0][head.index("status")] == "planned | occurred"
    assert rows[0][head.index("outlet")] == "Kabar Selat, Warta Bahari"
    missing, several = kept("compare", "evt-zzz"), kept("compare", "evt-")
    assert missing.code == 3 and "kawat events" in missing.err
    assert several.code == 2 and "2 events" in several.err
    assert kept("compare", ONE.article.id).code == 3
    assert kept("compare", event_id, "--lang", "id").out.startswith(
        "Sari dan Lindgren bertemu pada 12 Agustus 2025"
    )


def test_show_takes_any_id(kept: Cli) -> None:
    assert "condemned" in kept("show", ONE.reports[1].id).out
    assert kept("show", "--json", ONE.reports[1].id[:14]).objects[0]["id"] == ONE.reports[1].id
    assert "Ministry of Foreign Affairs" in kept("show", ONE.claims[0].id).out
    assert kept("show", "--json", ONE.claims[0].id).objects[0]["quoted"] is False
    assert kept("show", "--json", ONE.article.id).objects[0]["article"]["text"] == ONE.article.text
    assert "met[1]" in kept("show", ONE.article.id).out


def test_show_refuses_what_is_not_there_or_not_one(kept: Cli) -> None:
    missing = kept("show", "evt-zzz")
    assert missing.code == 3 and "kawat events" in missing.err
    several = kept("show", "rep-")
    assert several.code == 2 and "4 ids" in several.err


def test_remove_takes_out_one_article(kept: Cli) -> None:
    assert kept("remove", ONE.article.id).out == f"removed {ONE.article.id}\n"
    assert [told["id"] for told in kept("articles", "--json").objects] == [TWO.article.id]
    again = kept("remove", ONE.article.id)
    assert again.code == 3 and ONE.article.id in again.err


def test_search(kept: Cli) -> None:
    assert len(kept("search", "condemned", "port", "--json").objects) == 2
    assert "[condemned]" in kept("search", "condemned").out
    assert kept("search", "condemned port", "--sentences", "--limit", "1", "--json").objects[0]["article_id"]
    assert kept("search", "*").code == 2


def test_quarantine_lists_and_refuses_other_actions(cli: Cli, tmp_path: Path) -> None:
    with open_store(tmp_path / "kawat.db", create=True) as store:
        store.quarantine_add("a.pdf", ValueError("odd"), NOW)
    assert [one["source"] for one in cli("quarantine", "list", "--json").objects] == ["a.pdf"]
    assert "ValueError: odd" in cli("quarantine").out
    assert cli("quarantine", "empty").code == 2


@pytest.mark.parametrize(
    "command", ["events", "reports", "claims", "articles", "quarantine", "search x", "show x", "compare x"]
)
def test_a_missing_store_ends_with_4_and_is_not_made(cli: Cli, tmp_path: Path, command: str) -> None:
    ran = cli(*command.split())
    assert (ran.code, ran.out) == (4, "")
    assert "kawat add" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_hostile_text_can_not_steer_terminal_spreadsheet_or_reader(cli: Cli, tmp_path: Path) -> None:
    hostile = "=HYPERLINK(1)\x1b]0;owned\x07 [red]\u202eevil [/red] \x9b31m"
    _store(tmp_path, replace(TWO, article=replace(TWO.article, outlet=hostile, title="+1\x1b[2J:smile:")))
    for arguments in (["articles"], ["reports"], ["events"], ["show", TWO.article.id[:6]], ["search", "met"]):
        for face in ([], ["--csv"], ["--json"]):
            if "--csv" in face and arguments[0] == "show":
                continue
            told = cli(*arguments, *face).out
            assert told and not set(told) & set("\x1b\x07\x9b\u202e"), (arguments, face)
    assert "[red]" in cli("articles", "--csv").out
    (_, row) = csv.reader(io.StringIO(cli("articles", "--csv").out))
    assert row[2].startswith("'+1") and row[2].endswith(":smile:") and row[3].startswith("'=HYPERLINK")
    assert cli("articles", "--json").objects[0]["outlet"] == hostile
