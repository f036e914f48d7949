"""What hostile servers and feeds can do to a watch, and what stops it. docs/security.md names these tests."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from site_maker import CHANGED, MEETING, STRIKE, Site, article, rss, watch_once, whats

from kawat.cli.face import Face
from kawat.cli.watching import _tell
from kawat.errors import InputError
from kawat.intake import events
from kawat.intake.watching.config import Source
from kawat.intake.watching.fetching import MAX_HOPS
from kawat.intake.watching.listings import listing_from_bytes
from kawat.store import Store, open_store

BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(96 + n)};" * 10}">' for n in range(1, 12))
    + "]><rss version='2.0'><channel><item><link>https://x.example/a</link><title>&l;</title></item></channel></rss>"
)
READS_A_FILE = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<urlset><url><loc>https://x.example/&x;</loc></url></urlset>"
)


def refused_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on localhost counts as public, 127.0.0.1 as what it is."""
    from kawat.pages import addresses

    real = addresses.vet

    def vet(url: str, allow_private: bool, resolve: Any) -> Any:
        return real(url, "//localhost" in url, resolve)

    monkeypatch.setattr(sys.modules["kawat.pages.fetch"], "vet", vet)


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1:{port}/secret", "http://169.254.169.254/latest", "file:///etc/passwd"]
)
def test_redirects_to_private_addresses_are_refused(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    refused_addresses(monkeypatch)
    target = to.format(port=site.port)
    site.pages |= {"/feed": rss("/a"), "/a": (302, {"Location": target}, ""), "/secret": MEETING}
    told = watch_once(store, site, Source(site.url("/feed", "localhost")), allow_private=False)
    assert whats(told) == ["polled", "quarantined"]
    assert [one.error for one in store.quarantine_list()] == ["RefusedAddressError"]
    assert "/secret" not in site.paths()
    assert store.counts().articles == 0


def test_pages_of_a_feed_at_private_addresses_are_refused(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_addresses(monkeypatch)
    site.pages |= {"/feed": rss(site.url("/secret")), "/secret": MEETING}
    told = watch_once(store, site, Source(site.url("/feed", "localhost")), allow_private=False)
    assert whats(told) == ["polled", "quarantined"]
    assert site.paths() == ["/feed"]


def test_a_redirect_to_another_site_asks_its_robots_and_tells_it_nothing(site: Site, store: Store) -> None:
    def feed(handler: Any) -> None:
        handler.send_response(302)
        handler.send_header("Location", site.url("/elsewhere", "localhost"))
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.pages |= {"/feed": (200, {"ETag": '"mine"'}, rss()), "/elsewhere": rss()}
    watch_once(store, site, Source(site.url("/feed")))
    site.pages |= {"/feed": feed}
    watch_once(store, site, Source(site.url("/feed")))
    there = [one for one in site.asked if one.host == "localhost"]
    assert [one.path for one in there] == ["/robots.txt", "/elsewhere"]
    assert "if-none-match" not in there[1].headers


def test_redirects_without_end_come_to_one(site: Site, store: Store) -> None:
    site.pages |= {"/feed": (302, {"Location": "/feed"}, "")}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["failed"]
    assert site.paths().count("/feed") == MAX_HOPS + 1


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_server_that_drips_bytes_is_left_in_time(site: Site, store: Store, where: str) -> None:
    def drip(handler: Any) -> None:
        if where == "body":
            handler.send_response(200)
            handler.end_headers()
        for _ in range(800):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(0.05)

    site.pages |= {"/feed": rss("/drip", "/a"), "/drip": drip, "/a": MEETING}
    began = time.monotonic()
    told = watch_once(store, site, Source(site.url("/feed")), seconds=2)
    assert sorted(whats(told)) == ["kept", "polled", "retry"]
    assert time.monotonic() - began < 25


def test_a_body_without_end_is_left_at_the_limit(site: Site, store: Store) -> None:
    sent = 0

    def endless(handler: Any) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.end_headers()
        while sent < 10_000_000_000:
            handler.wfile.write(b"x" * 100_000)
            sent += 100_000

    site.pages |= {"/feed": rss("/a"), "/a": endless}
    told = watch_once(store, site, Source(site.url("/feed"), max_bytes=1_000_000))
    assert whats(told) == ["polled", "quarantined"]
    assert [one.error for one in store.quarantine_list()] == ["TooLargeError"]
    assert sent < 50_000_000


def test_compressed_bombs_stop_at_the_limit(site: Site, store: Store) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    site.pages |= {
        "/feed": rss("/a"),
        "/a": (200, {"Content-Encoding": "gzip"}, bomb),
        "/map": (200, {"Content-Type": "application/gzip"}, bomb),
    }
    sources = (Source(site.url("/feed"), max_bytes=1_000_000), Source(site.url("/map"), max_bytes=1_000_000))
    told = watch_once(store, site, *sources)
    assert sorted(whats(told)) == ["failed", "polled", "quarantined"]


@pytest.mark.parametrize("label", ["application/pdf", "image/png", "application/zip", "video/mp4"])
def test_only_texts_are_downloaded(site: Site, store: Store, label: str) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": (200, {"Content-Type": label}, MEETING)}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled", "quarantined"]
    assert [one.error for one in store.quarantine_list()] == ["NotTextError"]


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00\xff" * 1000, b"<html><body>hello</body></html>", b"<rss", b"<rss><channel>" * 5000,
     b"\x1f\x8bnot gzip", "not a feed é".encode("utf-16")],
)  # fmt: skip
def test_garbage_instead_of_a_feed_costs_that_feed_only(site: Site, store: Store, body: bytes) -> None:
    site.pages |= {"/bad": body, "/good": rss("/a"), "/a": MEETING}
    told = watch_once(store, site, Source(site.url("/bad")), Source(site.url("/good")))
    assert "kept" in whats(told)
    rows = {row.url: row for row in store.watching().feeds()}
    assert rows[site.url("/good")].state == "ok"
    assert rows[site.url("/bad")].state in ("failing", "ok")
    assert store.watching().waiting().queue == 0


@pytest.mark.parametrize("body", [BILLION_LAUGHS, READS_A_FILE], ids=["laughs", "file"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_feeds_that_declare_entities_are_refused(body: str, codec: str) -> None:
    with pytest.raises(InputError):
        listing_from_bytes(body.encode(codec), "https://x.example/feed", 1_000_000)


def test_addresses_that_are_none_are_left_out_of_a_feed() -> None:
    links = ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.example/a", "https://x.example/" + "a" * 3000,
             "https://x.example/ok", "//", "https://"]  # fmt: skip
    found = listing_from_bytes(rss(*links).encode(), "https://x.example/feed", 1_000_000)
    assert [entry.url for entry in found.entries] == ["https://x.example/ok"]


def test_headers_of_a_server_never_end_up_in_ours_unless_plain(site: Site, store: Store) -> None:
    def feed(handler: Any) -> None:
        handler.wfile.write(b'HTTP/1.0 200 OK\r\nETag: "a\xff\x0b"\r\nLast-Modified: ' + b"x" * 600)
        handler.wfile.write(b"\r\n\r\n" + rss().encode())
        handler.close_connection = True

    site.pages |= {"/feed": feed}
    watch_once(store, site, Source(site.url("/feed")))
    row = store.watching().feed(site.url("/feed"))
    assert row is not None
    assert (row.state, row.etag, row.modified) == ("ok", None, None)


def test_a_page_can_not_replace_the_article_of_another_host(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": MEETING}
    watch_once(store, site, Source(site.url("/feed")))
    mine = f'<link rel="canonical" href="{site.url("/a")}">'
    forged = article("Russia attacked the port of Odesa in Ukraine on Monday, the governor said.")
    site.pages |= {"/evil": rss("/b"), "/b": forged.replace("<head>", f"<head>{mine}")}
    watch_once(store, site, Source(site.url("/evil", "localhost")))
    assert {one.article.text[:9] for one in store.articles()} >= {"President"}
    assert len(list(store.articles())) == 2, "both stand"


def test_a_page_that_names_the_front_page_as_its_own_replaces_nothing(site: Site, store: Store) -> None:
    front = f'<head><link rel="canonical" href="{site.url("/")}">'
    site.pages |= {
        "/feed": rss("/a", "/b"),
        "/a": MEETING.replace("<head>", front),
        "/b": STRIKE.replace("<head>", front),
    }
    watch_once(store, site, Source(site.url("/feed")))
    assert len(list(store.articles())) == 2
    assert {telling.article.id for event in events(store) for telling in event.tellings} == {
        one.article.id for one in store.articles()
    }


def test_a_log_line_stays_one_line(site: Site, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import UTC, datetime

    from kawat.intake.watching.happening import Happening, What

    evil = "https://x.example/a\n2025-08-20T09:00:00Z stopped\x1b[2J\u202e\u2028"
    for face in (Face("en"), Face("id"), Face("en", json=True)):
        _tell(face, Happening(What.QUARANTINED, datetime(2025, 8, 20, tzinfo=UTC), evil, reason=evil), "k.db")
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 2
    assert len(said.out.splitlines()) == 1
    assert json.loads(said.out)["reason"] == evil
    assert not {"\x1b", "\u202e", "\u2028"} & set(said.err + said.out)


def run_watch(folder: Path, *more: str) -> subprocess.Popen[str]:
    call = [
        sys.executable,
        "-m",
        "kawat",
        "watch",
        "sources.toml",
        "--allow-private",
        "--reader",
        "lexicon",
        "--json",
    ]
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("KAWAT")}
    return subprocess.Popen(
        [*call, *more], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=quiet
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_watch_ends_cleanly_when_asked(site: Site, tmp_path: Path, number: signal.Signals) -> None:
    site.pages |= {"/feed": rss("/a", "/b"), "/a": MEETING, "/b": CHANGED}
    (tmp_path / "sources.toml").write_text(f'[defaults]\ndelay = 0\n[[source]]\nurl = "{site.url("/feed")}"\n')
    process = run_watch(tmp_path)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if json.loads(line)["what"] == "polled":
                process.send_signal(number)
                break
        rest, error = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, error) == (0, "")
    assert json.loads(rest.splitlines()[-1])["what"] == "stopped"
    with open_store(tmp_path / "kawat.db") as store:
        row = store.watching().watch()
        assert row is not None
        assert row.stopped_at is not None
        assert all(check.ok for check in store.check())


def test_an_article_from_the_future_is_quarantined(site: Site, store: Store) -> None:
    dated = '<meta property="article:published_time" content="2025-09-12T10:00:00+07:00">'
    site.pages |= {"/feed": rss("/a"), "/a": MEETING.replace("<head>", f"<head>{dated}")}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled", "quarantined"]
    assert "after today" in store.quarantine_list()[0].reason


def test_the_page_on_security_names_tests_that_exist() -> None:
    root = Path(__file__).parents[2]
    named = set(re.findall(r"`(test_\w+)`", (root / "docs" / "security.md").read_text(encoding="utf-8")))
    there = {
        name
        for file in (root / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 15
    assert sorted(named - there) == []
