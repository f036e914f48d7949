"""`kawat quarantine retry`: what is named is tried, or it is said what was not found and what to do."""

from __future__ import annotations

import io
import shlex
import sys
import types
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import test_cli_adding
from helper_cli import Cli
from test_cli_adding import READ, Running, add, html, json_lines, row, sources

from kawat.intake.watching.fetching import DisallowedError, HeldError
from kawat.intake.watching.polite import _fetcher
from kawat.store import open_store
from kawat.store.watching import Named

NOW = datetime(2025, 8, 20, 9, 0, tzinfo=UTC)
MAPPED = ("--map", "text=isiberita,title=kop")
site = test_cli_adding.site
NONE = "read 0, copies 0, other language 0, quarantined 0"


def retry(cli: Cli, *given: str) -> tuple[int, str, str]:
    ran = cli("quarantine", "retry", *given, *READ, "--allow-private")
    return ran.code, ran.out.split(" (")[0].strip(), ran.err


def attempts(cli: Cli) -> dict[str, int]:
    return {one["source"]: one["attempts"] for one in cli("quarantine", "--json").objects}


# --- lines of a list of addresses ---------------------------------------------------------------------------


@pytest.fixture
def listed(cli: Cli, site: Running, tmp_path: Path) -> Cli:
    (tmp_path / "list").write_text(f"{site.root}/1\n# two\nnot an address\n{site.root}/2\nnor this\n")
    add(cli, "--urls", "list")
    assert list(sources(cli)) == ["list:3", "list:5"]
    site.asked.clear()
    return cli


def test_a_line_that_is_no_address_is_tried_and_stays(listed: Cli, site: Running) -> None:
    assert retry(listed, "list:3") == (3, "read 0, copies 0, other language 0, quarantined 1", "")
    assert attempts(listed) == {"list:3": 2, "list:5": 1}
    assert site.asked == []


def test_a_line_that_was_mended_is_fetched_and_no_other(listed: Cli, site: Running, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{site.root}/1\n# two\n{site.root}/3\n{site.root}/2\n{site.root}/4\n")
    code, told, err = retry(listed, "list:3")
    assert (code, told.split(",")[0], err) == (0, "read 1", "")
    assert list(sources(listed)) == ["list:5"]
    assert site.asked == ["/3"]
    assert retry(listed)[0] == 0 and sources(listed) == {}


def test_a_mended_line_whose_page_fails_is_in_quarantine_by_its_address(
    listed: Cli,
    site: Running,
    tmp_path: Path,
) -> None:
    (tmp_path / "list").write_text(f"\n\n{site.root}/none\n")
    assert retry(listed, "list:3")[0] == 3
    assert set(sources(listed)) == {"list:5", f"{site.root}/none"}


def test_two_lines_that_are_one_address_now_leave_together(listed: Cli, site: Running, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"\n\n{site.root}/3\n\n{site.root}/3\n")
    assert retry(listed)[0] == 0
    assert sources(listed) == {} and site.asked == ["/3"]


def test_a_line_that_is_gone_is_told(listed: Cli, tmp_path: Path) -> None:
    (tmp_path / "list").write_text("# nothing\n")
    code, told, err = retry(listed, "list:5")
    assert (code, told) == (3, NONE)
    assert err.startswith("kawat: list:5 was not found in list: ") and "kawat quarantine remove list:5" in err
    assert attempts(listed)["list:5"] == 1


# --- rows with names of their own ---------------------------------------------------------------------------


@pytest.fixture
def mapped(cli: Cli, tmp_path: Path) -> Cli:
    text = "Presiden Prabowo Subianto bertemu Presiden Xi Jinping di Beijing pada Senin untuk membahas perdagangan."
    (tmp_path / "cm.csv").write_text(f'kop;isiberita\nA;"{text}"\nB;\n')
    add(cli, "cm.csv", *MAPPED)
    assert list(sources(cli)) == ["cm.csv:3"]
    return cli


@pytest.mark.parametrize("lang", ["en", "id"])
def test_without_its_names_a_row_is_not_found_and_that_is_told(mapped: Cli, lang: str) -> None:
    code, _, err = retry(mapped, "cm.csv:3", "--lang", lang)
    assert code == 3 and "--map" in err and err.startswith("kawat: cm.csv:3 ")
    assert attempts(mapped) == {"cm.csv:3": 1}


def test_with_its_names_a_row_is_tried(mapped: Cli, tmp_path: Path) -> None:
    assert retry(mapped, "cm.csv:3", *MAPPED)[::2] == (3, "")
    assert attempts(mapped) == {"cm.csv:3": 2}
    whole = (tmp_path / "cm.csv").read_text()
    text = "Polisi menangkap sembilan pengunjuk rasa dalam demonstrasi di Jakarta Pusat pada Selasa malam."
    (tmp_path / "cm.csv").write_text(whole.replace("B;\n", f"B;{text}\n"))
    assert retry(mapped, *MAPPED)[0] == 0
    assert sources(mapped) == {}


# --- what is gone -------------------------------------------------------------------------------------------


@pytest.fixture
def piped(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    body = json_lines([row(1)]) + b"broken\n"
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(body)))
    add(cli, "-")
    return cli


def test_what_came_by_standard_input_is_told_among_others(piped: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(2)]) + b"broken\n")
    add(piped, "a.jsonl")
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(2), row(3)]))
    code, told, err = retry(piped)
    assert (code, told.split(",")[0]) == (3, "read 1")
    assert err.startswith("kawat: -:2 came by standard input") and err.count("\n") == 1
    assert list(sources(piped)) == ["-:2"]


def test_a_row_that_is_gone_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(1)]) + b"broken\n")
    add(cli, "a.jsonl")
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(1)]))
    code, _, err = retry(cli)
    assert code == 3 and "a.jsonl:2 was not found in a.jsonl" in err


# --- names that a shell does not take as they are -------------------------------------------------------------


def typed(err: str) -> list[str]:
    """The words that a shell makes of the advice to forget something."""
    return shlex.split(err.partition("`kawat quarantine remove ")[2].partition("`")[0])


def test_the_advice_on_standard_input_works_as_it_is_written(piped: Cli) -> None:
    code, _, err = retry(piped)
    assert code == 3 and typed(err) == ["--", "-:2"]
    assert piped("quarantine", "remove", *typed(err)).code == 0
    assert sources(piped) == {}


@pytest.mark.parametrize(
    "name", ["a b.jsonl", "it's; rm.jsonl", "$HOME.jsonl", "-x.jsonl", "new\nline.jsonl", "é.jsonl"]
)
def test_the_advice_works_whatever_the_name(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(json_lines([row(1)]) + b"broken\n")
    assert cli("add", *READ, "--", name).code == 3
    (tmp_path / name).write_bytes(json_lines([row(1)]))
    code, _, err = retry(cli)
    assert code == 3 and err.count("\n") == 1
    assert cli("quarantine", "remove", *typed(err)).code == 0
    assert sources(cli) == {}


ODD = b"x\xe9.html".decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("name", [ODD, "x\\udce9.html"])
def test_a_name_that_is_no_utf8_is_found_by_itself_and_as_it_is_listed(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / ODD).write_bytes(b"%PDF-1.7")
    (tmp_path / ODD.replace("html", "jsonl")).write_bytes(json_lines([row(1)]) + b"broken\n")
    add(cli, ".")
    assert list(sources(cli)) == ["./x\\udce9.html", "./x\\udce9.jsonl:2"]
    assert retry(cli)[::2] == (3, "") and set(attempts(cli).values()) == {2}
    (tmp_path / ODD).write_bytes(html(2))
    (tmp_path / ODD.replace("html", "jsonl")).write_bytes(json_lines([row(1), row(3)]))
    assert retry(cli, f"./{name}")[0] == 0
    assert list(sources(cli)) == ["./x\\udce9.jsonl:2"]
    rest = f"./{name}".replace("html", "jsonl:2")
    assert cli("quarantine", "remove", rest).code == 0
    assert sources(cli) == {}


# --- robots.txt ---------------------------------------------------------------------------------------------


@pytest.fixture
def refused(cli: Cli, site: Running, tmp_path: Path) -> Iterator[Cli]:
    """Two pages that a watch refused because of robots.txt, and one that was added by hand."""
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /1\n"
    with open_store(tmp_path / "kawat.db", create=True) as store, store.transaction():
        for number in (1, 2):
            error = DisallowedError(f"robots.txt of 127.0.0.1 does not allow {site.root}/{number}: leave it out")
            store.quarantine_add(f"{site.root}/{number}", error, NOW)
    yield cli
    _fetcher.cache_clear()


def test_a_page_that_robots_do_not_allow_is_not_fetched(refused: Cli, site: Running) -> None:
    code, told, _ = retry(refused)
    assert (code, told) == (3, "read 1, copies 0, other language 0, quarantined 1")
    assert sorted(site.asked) == ["/2", "/robots.txt"], "asked once, and the allowed page alone"
    (one,) = refused("quarantine", "--json").objects
    assert (one["source"], one["error"], one["attempts"]) == (f"{site.root}/1", "DisallowedError", 2)


def test_other_processes_ask_robots_too(refused: Cli, site: Running) -> None:
    assert retry(refused, "--workers", "2")[0] == 3
    assert sorted(site.asked) == ["/2", "/robots.txt"]


def test_a_page_that_leads_to_one_that_is_not_allowed_is_refused(
    refused: Cli,
    site: Running,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def moving(self: test_cli_adding.Site) -> None:
        if self.path == "/2":
            self.asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", "/1")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            get(self)

    get = test_cli_adding.Site.do_GET
    monkeypatch.setattr(test_cli_adding.Site, "do_GET", moving)
    assert retry(refused, f"{site.root}/2")[0] == 3
    assert "/1" not in site.asked


def test_a_page_that_a_watch_named_is_asked_for_as_a_watch_asks(cli: Cli, site: Running, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /1\n"
    with open_store(tmp_path / "kawat.db", create=True) as store, store.transaction():
        store.watching().name([Named(f"{site.root}/1", "feed")], "2025-08-20T09:00:00Z", 9, 3600)
        store.quarantine_add(f"{site.root}/1", HeldError("not now", 60), NOW)
        store.quarantine_add(f"{site.root}/2", ValueError("odd"), NOW)
    retry(cli)
    assert sorted(site.asked) == ["/2", "/robots.txt"]


def test_what_was_added_by_hand_is_asked_for_without(cli: Cli, site: Running) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    page = site.pages.pop("/1")
    add(cli, f"{site.root}/1")
    site.pages["/1"] = page
    site.asked.clear()
    assert retry(cli)[0] == 0
    assert site.asked == ["/1"]
