"""`kawat add` of every kind of source, over a network of its own, and `kawat quarantine`."""

from __future__ import annotations

import gzip
import io
import sys
import threading
import types
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from helper_cli import Cli

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from source_maker import html, json_lines, packed, row, rss, rss_item, warc

from kawat.cli.adding import time_left

READ = ("--reader", "lexicon")


class Site(BaseHTTPRequestHandler):
    """A site: pages, a feed, site maps, a list; what is asked for is counted."""

    asked: list[str]
    pages: dict[str, bytes]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        body = self.pages.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        pass


class Running:
    def __init__(self, root: str, handler: type[Site]) -> None:
        self.root = root
        self.pages = handler.pages
        self.asked = handler.asked


@pytest.fixture
def site() -> Iterator[Running]:
    handler = type("OwnSite", (Site,), {"asked": [], "pages": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    root = f"http://127.0.0.1:{server.server_port}"
    handler.pages.update({f"/{number}": html(number) for number in range(1, 6)})
    yield Running(root, handler)
    server.shutdown()
    server.server_close()
    thread.join()


def add(cli: Cli, *arguments: str) -> tuple[int, str]:
    ran = cli("add", *arguments, *READ, "--allow-private")
    assert ran.err == ""
    return ran.code, ran.out.split(" (")[0].strip()


def sources(cli: Cli) -> dict[str, str]:
    return {one["source"]: one["reason"] for one in cli("quarantine", "--json").objects}


def test_every_kind_in_one_call(cli: Cli, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    (tmp_path / "in").mkdir()
    for name, body in {
        "1": html(1),
        "2": gzip.compress(html(2)),
        "3": json_lines([row(3)]),
        "4": packed(warc([4, 5])),
        "6": rss([rss_item(6, f"<p>{'</p><p>'.join(row(6)['maintext'].splitlines())}</p>")]),
        "7": b'title,text,published\nDay 7,"' + row(7)["maintext"].encode() + b'",2025-08-13\n',
    }.items():
        (tmp_path / "in" / name).write_bytes(body)
    parquet.write_table(arrow.Table.from_pylist([row(8)]), str(tmp_path / "in" / "8"))
    code, told = add(cli, "in", "--no-fetch")
    assert code == 0 and told.startswith("read 8, ") and told.endswith("quarantined 0")
    articles = cli("articles", "--json").objects
    assert {one["source_file"].partition("#")[0] for one in articles} == {
        "in/1", "in/2", "in/3:1", "in/4", "https://kabar.example/6", "in/7:2", "in/8:1",
    }  # fmt: skip
    assert {one["published"][:10] for one in articles} == {"2025-08-13"}
    assert sum(one["reports"] for one in articles) > 8


def test_a_feed_is_fetched_once_an_entry(cli: Cli, site: Running) -> None:
    site.pages["/feed"] = rss([rss_item(1, link=f"{site.root}/1"), rss_item(9, link=f"{site.root}/9")])
    code, told = add(cli, f"{site.root}/feed")
    assert (code, told) == (3, "read 1, copies 0, other language 0, quarantined 1")
    assert "answered 404" in sources(cli)[f"{site.root}/9"]
    site.asked.clear()
    site.pages["/9"] = html(9)
    code, told = add(cli, f"{site.root}/feed")
    assert (code, told) == (0, "read 1, copies 1, other language 0, quarantined 0, unchanged 1")
    assert site.asked == ["/feed", "/9"]
    assert sources(cli) == {}


def test_what_a_feed_says_counts_where_the_page_is_silent(cli: Cli, site: Running) -> None:
    site.pages["/1"] = html(1, published=None)
    site.pages["/feed"] = rss([rss_item(1, link=f"{site.root}/1")])
    add(cli, f"{site.root}/feed")
    (article,) = cli("articles", "--json").objects
    assert article["published"] == "2025-08-13T09:00:00+07:00"


def test_an_index_of_packed_site_maps(cli: Cli, site: Running) -> None:
    pages = "".join(f"<url><loc>{site.root}/{number}</loc></url>" for number in (1, 2))
    site.pages["/map.xml.gz"] = gzip.compress(f"<urlset>{pages}</urlset>".encode())
    site.pages["/index.xml"] = (
        f"<sitemapindex><sitemap><loc>{site.root}/map.xml.gz</loc></sitemap></sitemapindex>".encode()
    )
    assert add(cli, f"{site.root}/index.xml")[1].startswith("read 2, copies 1,")
    site.asked.clear()
    assert add(cli, f"{site.root}/index.xml")[1].endswith("unchanged 2")
    assert site.asked == ["/index.xml", "/map.xml.gz"]


def test_a_feed_leads_into_no_private_network(cli: Cli, site: Running, tmp_path: Path) -> None:
    (tmp_path / "feed").write_bytes(rss([rss_item(1, link=f"{site.root}/1")]))
    (tmp_path / "list").write_text(f"{site.root}/2\nhttp://[::1]:9/\n")
    ran = cli("add", "feed", "list", *READ)
    assert (ran.code, ran.out[:6]) == (3, "read 0")
    assert {one["error"] for one in cli("quarantine", "--json").objects} == {"RefusedAddressError"}
    assert site.asked == []
    assert add(cli, "feed")[1].startswith("read 1,")


def test_lists_within_lists_end(cli: Cli, site: Running) -> None:
    site.pages["/round.xml"] = (
        f"<sitemapindex><sitemap><loc>{site.root}/round.xml</loc></sitemap></sitemapindex>".encode()
    )
    code, told = add(cli, f"{site.root}/round.xml")
    assert (code, told) == (3, "read 0, copies 0, other language 0, quarantined 1")
    assert "a list inside 3 others" in sources(cli)[f"{site.root}/round.xml"]
    assert len(site.asked) == 4


def test_a_file_of_addresses(cli: Cli, site: Running, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"# two\n{site.root}/1\n{site.root}/2\nnot an address\n")
    code, told = add(cli, "--urls", "list")
    assert (code, told) == (3, "read 2, copies 1, other language 0, quarantined 1")
    assert list(sources(cli)) == ["list:4"]
    site.asked.clear()
    assert add(cli, "--urls", "list")[1].endswith("unchanged 3")
    assert site.asked == []
    assert add(cli, "--urls", "list", "--again")[1].startswith("read 2,")
    assert site.asked == ["/1", "/2"]


def test_an_address_by_itself_is_looked_at_again(cli: Cli, site: Running) -> None:
    assert add(cli, f"{site.root}/1")[1].startswith("read 1,")
    assert add(cli, f"{site.root}/1")[1].endswith("unchanged 1")
    assert site.asked == ["/1", "/1"]
    site.pages["/1"] = html(2)
    assert add(cli, f"{site.root}/1")[1].startswith("read 1,")


def test_a_collection_on_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    body = json_lines([row(1)]) + b"broken\n"
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(body)))
    assert add(cli, "-")[1] == "read 1, copies 0, other language 0, quarantined 1"
    assert list(sources(cli)) == ["-:2"]
    assert cli("quarantine", "retry", "-:2").code == 2


def test_names_of_ones_own(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(1, text="isi_berita", title="kop", published="jam")]))
    assert add(cli, "a.jsonl")[0] == 3
    assert "--map text=NAME" in sources(cli)["a.jsonl"]
    assert add(cli, "a.jsonl", "--map", "text=isi_berita,title=kop,published=jam")[0] == 0
    (article,) = cli("articles", "--json").objects
    assert (article["title"], article["published"]) == ("Ministers meet on fish, day 1", "2025-08-13")
    assert sources(cli) == {}
    assert cli("add", "a.jsonl", "--map", "headline=kop").code == 2


def test_what_is_no_news_is_set_aside_unless_asked_for(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Talks\n\nThey met on fish.\n")
    assert add(cli, "short.txt")[0] == 3
    assert sources(cli)["short.txt"].startswith("no news text: too short: 4 words")
    assert add(cli, "short.txt", "--any-page")[0] == 0
    assert sources(cli) == {}
    assert cli("read", "short.txt").code == 0


def test_nothing_to_add_is_a_wrong_call(cli: Cli) -> None:
    ran = cli("add")
    assert ran.code == 2 and "--urls" in ran.err


def test_other_processes_read_too(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(number) for number in range(4)]))
    assert add(cli, "a.jsonl", "--workers", "2")[1].startswith("read 4,")
    assert [one["source_file"] for one in cli("articles", "--json").objects] != []


# --- quarantine -------------------------------------------------------------------------------------


@pytest.fixture
def bad(cli: Cli, tmp_path: Path) -> Cli:
    """Beside a store with one article: three sources in quarantine, of two files."""
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(1)]) + b"broken\n" + b"broken too\n")
    (tmp_path / "b.html").write_bytes(b"%PDF-1.7")
    add(cli, "a.jsonl", "b.html")
    assert list(sources(cli)) == ["a.jsonl:2", "a.jsonl:3", "b.html"]
    return cli


def retry(cli: Cli, *given: str) -> str:
    return cli("quarantine", "retry", *given, *READ).out.split(" (")[0].strip()


def test_retry_reads_all_of_it_again(bad: Cli, tmp_path: Path) -> None:
    assert retry(bad) == "read 0, copies 0, other language 0, quarantined 3"
    assert {one["attempts"] for one in bad("quarantine", "--json").objects} == {2}
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(1), row(2), row(3)]))
    (tmp_path / "b.html").write_bytes(html(4))
    assert retry(bad) == "read 3, copies 3, other language 0, quarantined 0"
    assert sources(bad) == {}


def test_retry_reads_what_is_named_and_nothing_else(bad: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([row(1), row(2), row(3)]))
    assert retry(bad, "a.jsonl:3") == "read 1, copies 1, other language 0, quarantined 0"
    assert list(sources(bad)) == ["a.jsonl:2", "b.html"]
    identifier = next(one["id"] for one in bad("quarantine", "--json").objects if one["source"] == "a.jsonl:2")
    assert retry(bad, identifier).startswith("read 1,")


def test_a_file_that_was_cut_off_is_whole_again(cli: Cli, tmp_path: Path) -> None:
    whole = packed(warc([1, 2, 3]))
    (tmp_path / "a.warc.gz").write_bytes(whole[: len(packed(warc([1]))) + 30])
    assert add(cli, "a.warc.gz")[1].startswith("read 1,")
    assert list(sources(cli)) == ["a.warc.gz"]
    (tmp_path / "a.warc.gz").write_bytes(whole)
    assert retry(cli) == "read 2, copies 2, other language 0, quarantined 0, unchanged 1"
    assert sources(cli) == {}


def test_remove_and_clear_forget(bad: Cli) -> None:
    ran = bad("quarantine", "remove", "b.html", "--json")
    assert (ran.code, ran.objects) == (0, [{"forgotten": 1}])
    assert list(sources(bad)) == ["a.jsonl:2", "a.jsonl:3"]
    assert bad("quarantine", "clear", "--lang", "id").out == "dilupakan: 2\n"
    assert sources(bad) == {}
    assert add(bad, "b.html")[0] == 3  # what is forgotten is read again when it comes again


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["empty"], 2),
        (["remove"], 2),
        (["list", "b.html"], 2),
        (["clear", "b.html"], 2),
        (["retry", "--csv"], 2),
        (["remove", "nobody"], 3),
        (["retry", "nobody"], 3),
        (["remove", "b.html", "nobody"], 3),
    ],
)
def test_a_wrong_call_changes_nothing(bad: Cli, arguments: list[str], code: int) -> None:
    ran = bad("quarantine", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert len(sources(bad)) == 3


@pytest.mark.parametrize(
    ("spent", "done", "total", "left"),
    [(10.0, 0.5, 2.0, "0:00:30"), (0.0, 0.0, 1.0, ""), (8.0, 1.0, 1.0, "0:00:00"), (60.0, 1.0, 100.0, "1:39:00")],
)
def test_time_left_goes_by_all_that_was_done(spent: float, done: float, total: float, left: str) -> None:
    assert time_left(spent, done, total) == left
