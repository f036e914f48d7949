"""`kawat add` of pages that several lists name: each is fetched once, and again where a list says something new."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import test_cli_adding
from helper_cli import Cli
from test_cli_adding import READ, Running, add, html, row, rss, rss_item, sources

site = test_cli_adding.site


def site_map(site: Running, numbers: tuple[int, ...], day: str = "2025-08-12") -> bytes:
    pages = "".join(f"<url><loc>{site.root}/{n}</loc><lastmod>{day}</lastmod></url>" for n in numbers)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>'.encode()


def feed(site: Running, numbers: tuple[int, ...], said: str = "") -> bytes:
    return rss([rss_item(n, said, link=f"{site.root}/{n}") for n in numbers])


@pytest.fixture
def lists(site: Running) -> list[str]:
    """A feed, a site map and another feed of the same two pages."""
    site.pages["/rss"] = feed(site, (1, 2))
    site.pages["/map"] = site_map(site, (1, 2))
    site.pages["/rss2"] = feed(site, (2, 1), "<p>Told otherwise.</p>")
    return [f"{site.root}/{name}" for name in ("rss", "map", "rss2")]


def asked(site: Running) -> list[str]:
    """Which pages were asked for since this was asked last."""
    found = sorted(path for path in site.asked if path[1:].isdigit())
    site.asked.clear()
    return found


def rows(db: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(db)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'")
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names.fetchall()}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_page_that_several_lists_name_is_fetched_once(
    cli: Cli, site: Running, lists: list[str], tmp_path: Path, workers: str
) -> None:
    code, told = add(cli, *lists, "--workers", workers)
    assert (code, told) == (0, "read 2, copies 1, other language 0, quarantined 0, unchanged 4")
    assert asked(site) == ["/1", "/2"]
    before = rows(tmp_path / "kawat.db")
    for again in (lists, lists[::-1], lists[1:], lists):
        assert add(cli, *again, "--workers", workers)[1].endswith(f"unchanged {2 * len(again)}")
        assert asked(site) == []
    assert rows(tmp_path / "kawat.db") == before


def test_what_one_of_the_lists_marks_as_changed_is_fetched_again(cli: Cli, site: Running, lists: list[str]) -> None:
    add(cli, *lists)
    asked(site)
    site.pages["/map"] = site_map(site, (1, 2), "2025-08-14")
    assert add(cli, *lists)[1].endswith("unchanged 6")  # the pages are as before
    assert asked(site) == ["/1", "/2"]
    assert add(cli, *lists)[1].endswith("unchanged 6") and asked(site) == []
    site.pages["/rss2"], site.pages["/1"] = feed(site, (1, 2), "<p>New.</p>"), html(5)
    assert add(cli, *lists)[1].startswith("read 1,")
    assert asked(site) == ["/1", "/2"]
    assert add(cli, *lists)[1].endswith("unchanged 6") and asked(site) == []


def test_a_list_that_comes_later_says_nothing_new_of_what_is_there(
    cli: Cli, site: Running, lists: list[str], tmp_path: Path
) -> None:
    (tmp_path / "urls").write_text(f"{site.root}/1\n{site.root}/2\n{site.root}/3\n")
    assert add(cli, f"{site.root}/1")[1].startswith("read 1,")
    assert asked(site) == ["/1"]
    assert add(cli, lists[0])[1].startswith("read 1,") and asked(site) == ["/2"]
    assert add(cli, *lists[1:])[1].endswith("unchanged 4") and asked(site) == []
    assert add(cli, "urls")[1].startswith("read 1,") and asked(site) == ["/3"]
    assert add(cli, f"{site.root}/1")[1].endswith("unchanged 1") and asked(site) == ["/1"]
    assert add(cli, *lists, "urls")[1].endswith("unchanged 9") and asked(site) == []


def test_a_page_that_could_not_be_fetched_is_fetched_again_once_a_run(
    cli: Cli, site: Running, lists: list[str]
) -> None:
    page = site.pages.pop("/1")
    for _ in range(2):
        assert add(cli, *lists)[0] == 3
        assert asked(site).count("/1") == 1
    site.pages["/1"] = page
    assert add(cli, *lists)[1].startswith("read 1,")
    assert asked(site) == ["/1"] and sources(cli) == {}


def test_full_texts_of_two_feeds_are_each_read_once(cli: Cli, site: Running) -> None:
    text = "".join(f"<p>{row(number)['maintext']}</p>" for number in range(4))
    for name, more in (("a", ""), ("b", "<p>And more.</p>")):
        item = rss_item(1, text + more, link=f"{site.root}/1")
        site.pages[f"/{name}"] = rss([item])
    site.pages["/map"] = site_map(site, (1,))
    every = [f"{site.root}/{name}" for name in ("a", "b", "map")]
    assert add(cli, *every)[1].startswith("read 2,")
    for _ in range(2):
        assert add(cli, *every)[1].endswith("unchanged 3")
    assert asked(site) == []


@pytest.mark.parametrize("stop", range(1, 6))
def test_wherever_a_run_is_stopped_the_store_ends_the_same(
    cli: Cli, site: Running, lists: list[str], tmp_path: Path, stop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime

    from kawat.cli import adding
    from kawat.intake import InputOptions, keeping, take
    from kawat.store import open_store

    at = datetime(2025, 8, 20, tzinfo=UTC)
    monkeypatch.setattr(adding, "_now", lambda: at)
    monkeypatch.setattr(keeping, "AT_ONCE", 1)
    add(cli, *lists, "--db", "whole.db")
    with open_store(tmp_path / "kawat.db", create=True) as store:
        taken = take(store, lists, lambda: at, InputOptions("lexicon", allow_private=True))
        for _ in range(stop):
            next(taken)
        taken.close()
    add(cli, *lists)
    assert rows(tmp_path / "kawat.db") == rows(tmp_path / "whole.db")


def test_how_much_is_still_in_quarantine_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(html(1))
    (tmp_path / "b.html").write_bytes(b"%PDF-1.7")
    assert add(cli, "a.html", "b.html")[0] == 3
    ran = cli("add", "a.html", "b.html", *READ)
    assert ran.code == 0
    assert ran.out.endswith("unchanged 2 (1 of them still in quarantine: kawat quarantine says why)\n")
    (told,) = cli("add", "a.html", "b.html", "--json", *READ).objects
    assert (told["unchanged"], told["still_quarantined"], told["quarantined"]) == (2, 1, 0)
    assert "masih dikarantina" in cli("add", "b.html", "--lang", "id", *READ).out
    assert "still" not in cli("add", "a.html", *READ).out
