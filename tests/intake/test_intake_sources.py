"""Every format as items: what is told apart by content, what each item holds, what one bad item costs."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from fastwarc import stream_io
from hypothesis import given, settings
from hypothesis import strategies as st
from source_maker import html, json_lines, packed, row, rss, rss_item, story, warc, warc_block, warc_record

from kawat.errors import EmptyError, InputError, UsageError
from kawat.intake import InputOptions
from kawat.intake.sources.collect import items_of, items_of_page
from kawat.intake.sources.feed import text_of_html
from kawat.intake.sources.http_answer import body_of, http_answer
from kawat.intake.sources.item import Address, Broken, Item, Ready, Whole, listed_item
from kawat.intake.sources.kinds import Kind, kind_of
from kawat.intake.sources.mapping import KNOWN_NAMES, moment_in, parse_mapping, ready_from
from kawat.intake.sources.ready import article_of
from kawat.records import Page, ParagraphKind

OPTIONS = InputOptions()


def items(name: str, body: bytes, options: InputOptions = OPTIONS) -> list[Item]:
    """What a file of that name and content gives, without the mark that it is whole."""
    Path(name).write_bytes(body)
    return [item for item in items_of(name, options) if not isinstance(item.content, Whole)]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reasons(found: list[Item]) -> dict[str, str]:
    return {item.name: str(item.content.error) for item in found if isinstance(item.content, Broken)}


def texts(found: list[Item]) -> list[str]:
    return [item.content.text for item in found if isinstance(item.content, Ready)]


SITEMAP = b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"".join(warc([1])), Kind.WARC),
        (b"PAR1....", Kind.PARQUET),
        (rss([rss_item(1)]), Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', Kind.FEED),
        (b'<?xml version="1.0"?><!-- hi --><rdf:RDF xmlns:rdf="x"></rdf:RDF>', Kind.FEED),
        (SITEMAP, Kind.SITEMAP),
        (b'<sitemapindex xmlns="x"></sitemapindex>', Kind.SITEMAP),
        (html(1), Kind.PAGE),
        (b'<?xml version="1.0"?>\n<!-- ' + b"x > y " * 5_000 + b"-->\n" + rss([rss_item(1)])[38:], Kind.FEED),
        (b"<!-- a -->\n<!-- <html> -->" * 1_000 + SITEMAP[21:], Kind.SITEMAP),
        (
            b"<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://a.example/rss.dtd'>" + rss([])[38:],
            Kind.FEED,
        ),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'></rss>", Kind.FEED),
        (b"<!-- <rss > -->" + html(1), Kind.PAGE),
        (b"<!-- never closed <rss version='2.0'>", Kind.PAGE),
        (b"<!DOCTYPE html><rss >", Kind.PAGE),
        (b"<p>This tells of <rss > and <urlset> things.</p>", Kind.PAGE),
        (b"https://a.example/1\n# remark\n\nhttp://b.example/2\n", Kind.URLS),
        (b"See https://a.example/1\n", Kind.PAGE),
        (json_lines([row(1), row(2)]), Kind.LINES),
        (b'{"title": bad\n' + json_lines([row(2)]), Kind.LINES),
        (json.dumps(row(1), indent=2).encode(), Kind.JSON),
        (json.dumps([row(1)]).encode(), Kind.JSON),
        (b"[JAKARTA] Two ministers met.\n", Kind.PAGE),
        (b"{curly} words begin this text\n", Kind.PAGE),
        (b"title,text,url\na,b,c\n", Kind.CSV),
        (b",text\n0,a\n", Kind.CSV),
        (b"title,text,url,\na,b,c,\n", Kind.CSV),
        (b"title,text,title\na,b,c\n", Kind.CSV),
        (b"sep=;\r\ntitle;text;url\r\na;b;c\r\n", Kind.CSV),
        (b"\r\n \r\ntitle,text,url\r\na,b,c\r\n", Kind.CSV),
        (b"title,text,url\ra,b,c\r", Kind.CSV),
        (b"id,title,url\n1,a,https://a.example/1\n", Kind.CSV),
        (b"url\nhttps://a.example/1\nhttps://a.example/2\n", Kind.CSV),
        (b"no,link\n1,https://a.example/1\n", Kind.CSV),
        (b"Source\nhttps://a.example/1\nTwo ministers met.\n", Kind.PAGE),
        (b"Title, date\nTwo ministers met.\n", Kind.PAGE),
        (b"Link, in short\nhttps://a.example/1\n", Kind.PAGE),
        (b"sep=;\n", Kind.PAGE),
        (b"https://a.example/1 # mine\nhttps://a.example/2#top\t#\n", Kind.URLS),
        (b"Judul;Isi\na;b\n", Kind.CSV),
        (b"\xef\xbb\xbftitle\tbody\na\tb\n", Kind.CSV),
        (b"Ministers met, talked, and left.\nThey were tired.\n", Kind.PAGE),
        (b"Text, body and soul\nHow to read, and why.\n", Kind.PAGE),
        (b"", Kind.PAGE),
    ],
)
def test_the_kind_is_told_by_content(body: bytes, kind: Kind) -> None:
    assert kind_of(body, KNOWN_NAMES, whole=True) is kind


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(body: bytes) -> None:
    assert kind_of(body, KNOWN_NAMES, whole=True) in Kind
    assert kind_of(body, KNOWN_NAMES, whole=False) in Kind


@pytest.mark.parametrize("name", ["page.warc.gz", "page.jsonl", "page.csv", "page.bin"])
def test_a_page_is_a_page_whatever_its_name(name: str) -> None:
    (item,) = items(name, html(1))
    assert isinstance(item.content, Page)
    assert (item.name, item.content.source_file, item.content.body) == (name, name, html(1))


def test_a_packed_page_is_unpacked() -> None:
    (item,) = items("a.html", gzip.compress(html(1)))
    assert isinstance(item.content, Page) and item.content.body == html(1)


# --- addresses --------------------------------------------------------------------------------------


def test_a_list_of_addresses() -> None:
    found = items("list.txt", b"# mine\nhttps://a.example/1\r\n\n  http://b.example/2\n")
    assert [item.name for item in found] == ["https://a.example/1", "http://b.example/2"]
    assert all(item.content == Address(item.name, listed=True) for item in found)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_of_addresses_in_any_encoding_with_remarks(codec: str, end: str) -> None:
    lines = ["# mine", "https://a.example/1  # so wichtig", "", " http://b.example/#2\t#", "https://c.example/3#x"]
    found = items("list.txt", (end.join(lines) + end).encode(codec))
    assert [item.content for item in found] == [
        Address(url, listed=True) for url in ("https://a.example/1", "http://b.example/#2", "https://c.example/3#x")
    ]


@pytest.mark.parametrize("path", ["/etc/passwd", "file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)"])
def test_a_list_leads_to_the_web_only(path: str) -> None:
    from kawat.intake.sources.collect import address_list

    Path("list.txt").write_text(f"https://a.example/1\n{path}\n")
    found = [item for item in address_list("list.txt") if not isinstance(item.content, Whole)]
    assert found[0].content == Address("https://a.example/1", listed=True)
    assert reasons(found) == {"list.txt:2": "line 2 is no address: write one http or https address a line"}


# --- feeds and site maps ----------------------------------------------------------------------------


LONG = "\n".join(story(number) for number in range(4))


def test_entries_are_fetched_unless_their_whole_text_is_there() -> None:
    long = "".join(f"<p>{line}</p>" for line in LONG.split("\n"))
    found = items("feed", rss([rss_item(1, "<p>Too short.</p>"), rss_item(2, long)]))
    first, second = found
    assert first.content == Address("https://kabar.example/1", listed=True)
    assert (first.hints.title, first.hints.outlet) == ("Ministers meet on fish, day 1", "Kabar Selat")
    assert first.hints.published == datetime.fromisoformat("2025-08-13T09:00:00+07:00")
    assert isinstance(second.content, Ready)
    assert second.content.text.split("\n") == LONG.split("\n")
    assert second.name == second.content.url == "https://kabar.example/2"


def test_without_fetching_what_the_feed_says_is_all() -> None:
    found = items("feed", rss([rss_item(1, "<p>Too short.</p>")]), InputOptions(fetch_entries=False))
    assert texts(found) == ["Too short."]


def test_an_entry_that_leads_elsewhere_is_not_followed() -> None:
    links = ("file:///etc/passwd", "javascript:alert(1)", "http://[x/", "/3")
    found = items("feed", rss(rss_item(number, link=link) for number, link in enumerate(links)))
    assert texts(found) == ["Short.", "Short.", "Short."]
    assert [item.content for item in found if isinstance(item.content, Address)] == [
        Address("https://kabar.example/3", listed=True)
    ]


def test_links_of_a_feed_go_on_from_where_it_was_found() -> None:
    asked, found = "https://kabar.example/feed", "https://www.kabar.example/sub/feed"
    body = rss([rss_item(1, link="one"), rss_item(2, link="/two")])
    for url, base in ((found, found), (None, asked)):
        entries = list(items_of_page(asked, Page(body, url=url), OPTIONS))
        wanted = [urljoin(base, "one"), urljoin(base, "/two")]
        assert [item.content.url for item in entries if isinstance(item.content, Address)] == wanted
        assert entries[-1] == Item(asked, Whole())


def test_a_packed_page_that_was_fetched_keeps_its_address() -> None:
    item, whole = items_of_page(
        "https://a.example/1", Page(gzip.compress(html(1)), url="https://b.example/1"), OPTIONS
    )
    assert isinstance(item.content, Page) and isinstance(whole.content, Whole)
    assert (item.content.url, item.content.source_file, item.content.body) == ("https://b.example/1", None, html(1))


def test_atom() -> None:
    body = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title><entry><title>One</title>'
        b'<link href="https://kabar.example/1"/><updated>2025-08-13T02:00:00Z</updated></entry></feed>'
    )
    (item,) = items("feed", body)
    assert item.content == Address("https://kabar.example/1", listed=True)
    assert item.hints.published == datetime(2025, 8, 13, 2, tzinfo=UTC)


def test_an_entry_that_changed_is_another() -> None:
    one = items("feed", rss([rss_item(1)]))
    other = items("feed", rss([rss_item(1)]).replace(b"09:00:00", b"10:00:00"))
    assert one[0].name == other[0].name and one[0].digest != other[0].digest
    assert one[0].digest == items("feed", rss([rss_item(1)]))[0].digest


def test_a_news_site_map() -> None:
    body = (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        b"<url><loc>https://kabar.example/1</loc><news:news><news:publication><news:name>Kabar Selat</news:name>"
        b"<news:language>id</news:language></news:publication>"
        b"<news:publication_date>2025-08-13</news:publication_date><news:title>Satu</news:title></news:news></url>"
        b"<url><loc>file:///etc/passwd</loc></url></urlset>"
    )
    first, second = items("map.xml", body)
    assert first.content == Address("https://kabar.example/1", listed=True)
    assert (first.hints.title, first.hints.outlet, first.hints.published) == (
        "Satu", "Kabar Selat", date(2025, 8, 13),
    )  # fmt: skip
    assert reasons([second]) == {"map.xml:2": "its address is no http or https address"}


NEWS_MAP = (
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    b'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
    b'xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"><url>'
)
NEWS = (
    b"<news:news><news:publication><news:name>Kabar Selat</news:name></news:publication>"
    b"<news:publication_date>2025-08-13</news:publication_date><news:title>Satu</news:title></news:news>"
)
PICTURES = (
    b"<image:image><image:loc>https://img.example/1.jpg</image:loc><image:title>Foto</image:title></image:image>"
    b"<video:video><video:title>Film</video:title><video:publication_date>2001-01-01</video:publication_date>"
    b"<video:lastmod>2001-01-01</video:lastmod></video:video>"
)


@pytest.mark.parametrize("parts", [NEWS + PICTURES, PICTURES + NEWS, PICTURES])
@pytest.mark.parametrize("declared", [True, False])
def test_pictures_and_films_of_a_page_are_not_the_page(parts: bytes, declared: bool) -> None:
    page = b"<loc>https://kabar.example/1</loc><lastmod>2025-08-14</lastmod>"
    start = NEWS_MAP if declared else b"<urlset><url>"
    for body in (start + page + parts, start + parts + page):
        (item,) = items("map.xml", body + b"</url></urlset>")
        assert item.content == Address("https://kabar.example/1", listed=True)
        told = ("Satu", "Kabar Selat", date(2025, 8, 13)) if NEWS in parts else (None, None, None)
        assert item.digest == listed_item(item.name, told=("2025-08-14", told[0] or "")).digest
        assert (item.hints.title, item.hints.outlet, item.hints.published) == told


def test_a_site_map_may_write_its_names_with_a_prefix() -> None:
    body = (
        b'<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url>'
        b"<s:loc>\n https://kabar.example/1 </s:loc></s:url></s:urlset>"
    )
    (item,) = items("map.xml", body)
    assert item.content == Address("https://kabar.example/1", listed=True)


def test_an_index_of_site_maps_is_fetched_each_time() -> None:
    body = b"<sitemapindex><sitemap><loc>https://kabar.example/m1.xml.gz</loc></sitemap></sitemapindex>"
    (item,) = items("index.xml", body)
    assert item.content == Address("https://kabar.example/m1.xml.gz", listed=False)


# --- WARC -------------------------------------------------------------------------------------------


def test_a_warc_gives_the_pages_that_were_answered() -> None:
    records = [
        *warc([1, 2]),
        warc_record("https://kabar.example/gone", b"gone", "404 Not Found"),
        warc_record("https://kabar.example/a.png", b"\x89PNG", kind="image/png"),
        warc_record("https://kabar.example/asked", b"", type_="request"),
        warc_record("file:///etc/passwd", html(3)),
    ]
    for body in (b"".join(records), packed(records)):
        found = items("a.warc.gz", body)
        pages = [item.content for item in found]
        assert all(isinstance(page, Page) for page in pages)
        told: list[Any] = [(page.url, page.body, page.fetched_at) for page in pages if isinstance(page, Page)]
        at = datetime(2025, 8, 14, 10, tzinfo=UTC)
        assert told == [
            ("https://kabar.example/1", html(1), at),
            ("https://kabar.example/2", html(2), at),
            (None, html(3), at),
        ]
    starts = [len(packed(records[:1])), len(packed(records[:2])), len(packed(records[:6]))]
    assert [item.name for item in found] == [f"a.warc.gz#{start}" for start in starts]


def test_a_warc_that_is_packed_as_one_names_each_page() -> None:
    records = warc([1, 2, 3])
    found = items("a.warc.gz", gzip.compress(b"".join(records)))
    starts = [len(b"".join(records[:number])) for number in (1, 2, 3)]
    assert [item.name for item in found] == [f"a.warc.gz#{start}" for start in starts]
    assert [item.content.body for item in found if isinstance(item.content, Page)] == [html(1), html(2), html(3)]
    torn = items("a.warc.gz", gzip.compress(b"".join(records))[:-20])
    assert "fetch it again" in list(reasons(torn).values())[-1]


@pytest.mark.parametrize("body", [packed(warc([1])), b"".join(warc([1])), b"".join(warc([1])).rstrip()])
def test_a_whole_warc_is_told_to_be_whole(body: bytes) -> None:
    Path("a.warc").write_bytes(body)
    assert [item.name for item in items_of("a.warc", OPTIONS) if isinstance(item.content, Whole)] == ["a.warc"]


@pytest.mark.parametrize("cut", [1, 9, 30, 200, 390])
@pytest.mark.parametrize("gz", [True, False])
def test_a_torn_warc_gives_what_it_has(cut: int, gz: bool) -> None:
    records = warc([1, 2, 3])
    body = packed(records) if gz else b"".join(records).rstrip()
    found = items("a.warc", body[:-cut])
    pages = [item for item in found if isinstance(item.content, Page)]
    assert len(pages) == 2 or (gz and cut <= 9 and len(pages) == 3)  # only the check sum is missing then
    assert [page.content.body for page in pages[:2] if isinstance(page.content, Page)] == [html(1), html(2)]
    assert reasons(found) and all("fetch it again" in reason for reason in reasons(found).values())


def damaged(member: bytes, how: str) -> bytes:
    """A gzip member that can not be unpacked."""
    match how:
        case "magic":
            return b"XX" + member[2:]
        case "beginning":
            return member[:12] + b"\xff" * 8 + member[20:]
        case "middle":
            return member[: len(member) // 2] + bytes(20) + member[len(member) // 2 + 20 :]
        case "check sum":
            return member[:-8] + bytes(4) + member[-4:]
        case "end":
            return member[:-30]
        case _:
            return b"XXXX" * 20


@pytest.mark.parametrize("how", ["magic", "beginning", "middle", "check sum", "end", "junk"])
@pytest.mark.parametrize(
    "noise", [0, 200_000]
)  # beyond what the library holds: its head is given before the damage
@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_damaged_record_costs_itself_only(how: str, noise: int, which: int) -> None:
    chance = random.Random(1)
    pages = [html(number) + b"<!-- %s -->" % chance.randbytes(noise).hex().encode() for number in (1, 2, 3, 4)]
    records = [warc_record(f"https://kabar.example/{number}", page) for number, page in enumerate(pages)]
    members = [gzip.compress(record, mtime=0) for record in records]
    starts = [sum(map(len, members[:number])) for number in range(4)]
    found = items("a.warc.gz", b"".join(members))
    assert [item.name for item in found] == [f"a.warc.gz#{start}" for start in starts]
    if which == 0 and how in ("magic", "beginning", "junk"):
        return  # what does not begin like a WARC is none
    bad = damaged(members[which], how)
    body = b"".join([*members[:which], bad, *members[which + 1 :]])
    Path("a.warc.gz").write_bytes(body)
    got = {item.name: item.content for item in items_of("a.warc.gz", OPTIONS)}
    after = starts[which] + len(bad)
    for number in (one for one in range(4) if one != which):
        start = starts[number] if number < which else starts[number] - starts[which] - len(members[which]) + after
        page = got[f"a.warc.gz#{start}"]
        assert isinstance(page, Page) and page.body == pages[number]
    own = got[f"a.warc.gz#{starts[which]}"]
    if not (how == "check sum" and noise):  # then the page is given before that is read
        assert isinstance(own, Broken) and "fetch the file again" in str(own.error)
    assert isinstance(got["a.warc.gz"], Whole) and len(got) == 5


def test_several_damaged_records_each_cost_themselves() -> None:
    members = [gzip.compress(record, mtime=0) for record in warc(range(1, 9))]
    for number in (1, 2, 5):
        members[number] = damaged(members[number], "middle")
    found = items("a.warc.gz", b"".join(members))
    assert [page.url for item in found if isinstance(page := item.content, Page)] == [
        f"https://kabar.example/{number}" for number in (3, 4, 6, 7, 8)
    ]
    assert len(reasons(found)) == 3


def test_a_packed_record_that_lies_about_its_length_costs_itself_and_what_it_takes() -> None:
    records = warc([1, 2, 3, 4])
    records[1] = records[1].replace(b"Content-Length: ", b"Content-Length: 1", 1)
    found = items("a.warc.gz", packed(records))
    urls = [page.url for item in found if isinstance(page := item.content, Page)]
    assert urls[-2:] == ["https://kabar.example/3", "https://kabar.example/4"]


PACKED = {"gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes, "utf-8": bytes}


def chunks(body: bytes) -> bytes:
    pieces = [body[at : at + 300] for at in range(0, len(body), 300)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def answer(body: bytes, *headers: str) -> bytes:
    lines = ("HTTP/1.1 200 OK", "content-TYPE: Text/HTML; charset=utf-8", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def page_of(block: bytes) -> Page | str:
    """The page, or what is wrong with it, of a record between two others, which are always there."""
    first, bad, last = items(
        "a.warc", b"".join([*warc([1]), warc_block("https://kabar.example/0", block), *warc([2])])
    )
    assert isinstance(first.content, Page) and isinstance(last.content, Page) and last.content.body == html(2)
    assert isinstance(bad.content, Page | Broken)
    return bad.content if isinstance(bad.content, Page) else str(bad.content.error)


@pytest.mark.parametrize("encoding", [*PACKED, "raw", "br", "zstd"])
@pytest.mark.parametrize("unpacked", [True, False])
@pytest.mark.parametrize("chunked", [True, False])
def test_a_body_is_unpacked_unless_it_is_already(encoding: str, unpacked: bool, chunked: bool) -> None:
    body = html(3)
    if not unpacked:
        body = packed_with(encoding, body)
    headers = [
        f"Content-Encoding: {'deflate' if encoding == 'raw' else encoding.upper()}",
        "Transfer-Encoding: chunked",
    ]
    for sent in (chunks(body), body) if chunked else (body,):
        page = page_of(answer(sent, *headers[: 1 + chunked]))
        assert isinstance(page, Page)
        assert (page.body, page.media_type, page.charset) == (html(3), "text/html", "utf-8")


def packed_with(encoding: str, body: bytes) -> bytes:
    held = io.BytesIO()
    match encoding:
        case "br":
            stream_io.BrotliWriter(held).write(body)
        case "zstd":
            stream_io.ZstdWriter(held).write(body)
        case "raw":
            return zlib.compress(body)[2:-4]
        case _:
            return PACKED[encoding](body)
    return held.getvalue()


def test_a_body_that_was_packed_twice_is_unpacked_twice() -> None:
    body = zlib.compress(gzip.compress(html(3)))
    for headers in (["Content-Encoding: gzip, deflate"], ["Content-Encoding: gzip", "content-encoding: deflate"]):
        page = page_of(answer(body, *headers))
        assert isinstance(page, Page) and page.body == html(3)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_broken_body_costs_its_record(encoding: str) -> None:
    body = packed_with(encoding, html(3))
    told = page_of(answer(body[:40] + bytes(range(200)) + body[40:], f"Content-Encoding: {encoding}"))
    assert isinstance(told, str) and "HTTP answer is broken" in told


def test_broken_chunks_cost_their_record() -> None:
    body = chunks(html(3))
    told = page_of(answer(body[:300] + b"more" + body[300:], "Transfer-Encoding: chunked"))
    assert isinstance(told, str) and "chunks of a wrong length" in told


def test_a_body_that_is_cut_off_gives_what_it_has() -> None:
    for block in (
        answer(chunks(html(3))[:-100], "Transfer-Encoding: chunked"),
        answer(gzip.compress(html(3))[:-100], "Content-Encoding: gzip"),
    ):
        page = page_of(block)
        assert isinstance(page, Page) and html(3).startswith(page.body) and len(page.body) > 100


@pytest.mark.parametrize(
    "block",
    [b"", b"junk", b"\x00\x01\r\n\r\n", b"HTTP/1.1 two\r\n\r\n<p>", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000],
)
def test_what_is_no_answer_ends_nothing(block: bytes) -> None:
    found = items("a.warc", b"".join([*warc([1]), warc_block("https://kabar.example/0", block), *warc([2])]))
    assert [page.body for item in found if isinstance(page := item.content, Page)] == [html(1), html(2)]


@given(st.binary(max_size=400), st.sampled_from(["", "gzip", "br", "deflate", "zstd", "gzip, br"]), st.booleans())
def test_any_answer_is_read_or_refused(data: bytes, encoding: str, chunked: bool) -> None:
    for block in (data, b"HTTP/1.1 200 OK\r\nContent-Type: " + data, answer(data, f"Content-Encoding: {encoding}")):
        found = http_answer(block)
        if found is None:
            continue
        try:
            assert len(body_of(replace(found, chunked=chunked), 1_000)) <= 1_000
        except InputError:
            continue


# --- rows -------------------------------------------------------------------------------------------

NEWS_PLEASE = row(1) | {"authors": ["Sari", "Budi"], "language": "en", "localpath": None}
MEDIA_CLOUD = row(
    1, text="text", published="publish_date", outlet="media_name"
) | {"id": 9, "media_url": "kabar.example"}  # fmt: skip
TRAFILATURA = {
    "title": "Ministers meet on fish, day 1", "author": "Sari", "hostname": "kabar.example", "date": "2025-08-13",
    "text": story(1), "raw_text": "no", "source": "https://kabar.example/1", "source-hostname": "Kabar Selat",
    "fingerprint": "f", "comments": "",
}  # fmt: skip


@pytest.mark.parametrize("fields", [NEWS_PLEASE, MEDIA_CLOUD, TRAFILATURA])
def test_the_shapes_of_others(fields: dict[str, Any]) -> None:
    (item,) = items("a.jsonl", json_lines([fields]))
    assert item.name == "a.jsonl:1"
    ready = item.content
    assert isinstance(ready, Ready)
    assert (ready.title, ready.text, ready.url, ready.outlet, ready.published) == (
        "Ministers meet on fish, day 1", story(1), "https://kabar.example/1", "Kabar Selat", date(2025, 8, 13),
    )  # fmt: skip


def test_columns_of_ones_own() -> None:
    mapping = parse_mapping("title=Kop, text=story.body,published=when,url=link,outlet=src,language=lang")
    fields = {
        "Kop": "T", "story": {"body": "B b"}, "when": 1755050400, "link": "https://x.example/1", "src": "S",
        "lang": "id",
    }  # fmt: skip
    ready = ready_from(fields, mapping)
    assert ready == Ready("B b", "T", datetime(2025, 8, 13, 2, tzinfo=UTC), "https://x.example/1", "S", None, "id")


@pytest.mark.parametrize("text", ["title", "headline=title", "title=", "=x", "title=a,text"])
def test_a_mapping_that_maps_nothing_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="FIELD=NAME"):
        parse_mapping(text)


def test_a_row_without_a_text_says_what_to_do() -> None:
    with pytest.raises(EmptyError, match="--map text=NAME"):
        ready_from({"title": "T", "text": "  "}, KNOWN_NAMES)


def test_one_bad_line_costs_itself() -> None:
    body = json_lines([row(1)]) + b'{"title": \n[1]\n\xff\xfe{}\n{"title":"x"}\n\n' + json_lines([row(2)])
    found = items("a.jsonl", body)
    assert texts(found) == [story(1), story(2)]
    assert sorted(reasons(found)) == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5"]
    assert found[-1].name == "a.jsonl:7"


def test_a_file_that_holds_no_articles_is_one_reason() -> None:
    rows = [{"id": number, "type": "ACCUSE"} for number in range(50)]
    for body in (json_lines(rows), json.dumps(rows).encode(), json.dumps(rows[0], indent=1).encode()):
        assert list(reasons(items("a.json", body))) == ["a.json"]
    assert "--map text=NAME" in reasons(items("a.json", json_lines(rows)))["a.json"]
    late = [*rows[:19], row(1), *rows[20:]]
    assert len(reasons(items("a.json", json_lines(late)))) == 49
    assert texts(items("a.json", json_lines(late))) == [story(1)]


def test_json_of_one_article_and_of_many() -> None:
    assert [item.name for item in items("one.json", json.dumps(row(1), indent=1).encode())] == ["one.json"]
    many = items("many.json", json.dumps([row(1), 7, row(2)]).encode())
    assert texts(many) == [story(1), story(2)]
    assert list(reasons(many)) == ["many.json:2"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(delimiter: str) -> None:
    held = io.StringIO()
    out = csv.DictWriter(held, list(row(1, text="text")), delimiter=delimiter)
    out.writeheader()
    out.writerows([row(1, text="text"), row(2, text="text")])
    for body in (
        held.getvalue().encode(),
        b"\xef\xbb\xbf" + held.getvalue().encode(),
        gzip.compress(held.getvalue().encode()),
    ):
        found = items("a.csv", body)
        assert texts(found) == [story(1), story(2)]
        assert [item.name for item in found] == ["a.csv:2", "a.csv:6"]  # each text has four lines


PLAIN = {
    "date": "2025-08-13",
    "url": "https://kabar.example/1",
    "title": "José meets",
    "text": story(1) + " Médan.",
}


def table(rows: list[list[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, lineterminator=end).writerows(rows)
    return held.getvalue()


ROWS = [list(PLAIN.values()), ["2025-08-14", "https://kabar.example/2", "Two", story(2)]]
HEAD = list(PLAIN)
USUAL = {
    "pandas": table([["", *HEAD], *([str(n), *one] for n, one in enumerate(ROWS))]),
    "R": '"",' + table([HEAD, *([str(n), *one] for n, one in enumerate(ROWS))]),
    "trailing comma": table([[*HEAD, ""], *([*one, ""] for one in ROWS)]),
    "twice": table([[*HEAD, "title"], *([*one, "other"] for one in ROWS)]),
    "sep": "sep=;\r\n" + table([HEAD, *ROWS], ";"),
    "sep in quotation marks": '"sep=|"\r\n' + table([HEAD, *ROWS], "|"),
    "empty lines first": "\r\n  \r\n" + table([HEAD, *ROWS]),
    "old Mac": table([HEAD, *ROWS], end="\r").replace("\n", "\r"),
    "old Mac, lines in texts as elsewhere": table([HEAD, *ROWS], end="\r"),
    "tabs": table([HEAD, *ROWS], "\t"),
}


@pytest.mark.parametrize("how", USUAL)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32"])
def test_usual_tables(how: str, codec: str) -> None:
    text = USUAL[how]
    found = items("a.csv", text.encode(codec))
    ready = [item.content for item in found if isinstance(item.content, Ready)]
    assert [(one.text.replace("\r", "\n"), one.title, one.url, one.published) for one in ready] == [
        (PLAIN["text"], "José meets", "https://kabar.example/1", date(2025, 8, 13)),
        (story(2), "Two", "https://kabar.example/2", date(2025, 8, 14)),
    ]
    head = 1 + {"sep": 1, "sep in quotation marks": 1, "empty lines first": 2}.get(how, 0)
    assert [item.name for item in found] == [f"a.csv:{head + 1}", f"a.csv:{head + 5}"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_json_as_other_programs_write_it(codec: str) -> None:
    rows = [row(1, title="title"), row(2)]
    for body in (json_lines(rows), json.dumps(rows, indent=1).encode()):
        found = items("a.json", body.decode().encode(codec))
        assert texts(found) == [story(1), story(2)]
        assert [item.name for item in found] == ["a.json:1", "a.json:2"]


def test_a_line_in_another_encoding_is_read_in_it() -> None:
    """Files put together of several have both; and that a file is not UTF-8 may show late in it."""
    start = table([HEAD, *([*one[:2], "Two", story(2)] for one in ROWS * 60)])
    body = start.encode() + table([[*ROWS[0][:2], "José", "Zürich"]]).encode("cp1252")
    body += table([[*ROWS[0][:2], "José", "Zürich"]]).encode()
    ready = [item.content for item in items("a.csv", body) if isinstance(item.content, Ready)]
    assert len(start) > 40_000 and len(ready) == 122
    assert [(one.title, one.text) for one in ready[-2:]] == [("José", "Zürich")] * 2


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    "rows",
    [
        [["id", "language", "media_name", "publish_date", "title", "url"], ["1", "id", "K", "2025-08-13", "É", "https://a.example/1"]],
        [["url"], ["https://a.example/1"], ["https://a.example/2"]],
        [["id", "url"], ["1", "https://a.example/1"]],
        [["", "url"], ["0", "https://a.example/1"]],
    ],
)  # fmt: skip
def test_a_table_without_texts_is_one_reason(rows: list[list[str]], codec: str) -> None:
    found = items("a.csv", table([rows[0], *rows[1:] * 30]).encode(codec))
    assert list(reasons(found)) == ["a.csv"] and len(found) == 1
    assert "--map text=NAME" in reasons(found)["a.csv"]


def test_a_mapping_that_does_not_fit_the_table_is_told() -> None:
    options = InputOptions(mapping=parse_mapping("text=isi_berita"))
    found = items("a.csv", b"title,isiberita\nSatu,Dua menteri bertemu.\n", options)
    assert "--map text=NAME" in reasons(found)["a.csv"]


def test_parquet() -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.Table.from_pylist([row(1), {**row(2), "maintext": None}, row(3)])
    parquet.write_table(table, "a.parquet")
    found = [item for item in items_of("a.parquet", OPTIONS) if not isinstance(item.content, Whole)]
    assert texts(found) == [story(1), story(3)]
    assert list(reasons(found)) == ["a.parquet:2"]
    body = Path("a.parquet").read_bytes()
    again = items("a.parquet.gz", gzip.compress(body))
    assert [(item.name, item.digest) for item in again] == [
        (item.name.replace("a.parquet", "a.parquet.gz"), item.digest) for item in found
    ]
    assert "packed with gzip and broken" in reasons(items("d.gz", gzip.compress(body)[:-30]))["d.gz"]
    parquet.write_table(arrow.Table.from_pylist([{"id": 1}]), "c.parquet")
    assert "--map text=NAME" in reasons(list(items_of("c.parquet", OPTIONS)))["c.parquet"]
    torn = items("b.parquet", body[: len(body) // 2])
    assert "fetch it again" in reasons(torn)["b.parquet"]


@pytest.mark.parametrize(
    ("body", "missing", "told"),
    [
        (b"PAR1" + b"x" * 50, "pyarrow.parquet", "pip install 'kawat[parquet]'"),
        (b"".join(warc([1])), "fastwarc.warc", "pip install 'kawat[warc]'"),
    ],
)
def test_what_is_not_installed_says_how_to(
    body: bytes, missing: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, missing, None)
    (item,) = items("a", body)
    assert isinstance(item.content, Broken) and told in str(item.content.error)
    assert not item.content.lasting  # it reads once that is installed


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Wed, 13 Aug 2025 09:00:00 +0700", "2025-08-13T09:00:00+07:00"),
        ("2025-08-13T02:00:00Z", "2025-08-13T02:00:00+00:00"),
        ("2025-08-13 09:00:00", "2025-08-13"),
        ("Wed, 13 Aug 2025 09:00:00 -0000", "2025-08-13"),
        ("20250813", "2025-08-13"),
        ("20250813093000", "2025-08-13"),
        ("20250813T093000Z", "2025-08-13"),
        ("20251313", None),
        ("20250230", None),
        ("soon", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    found = moment_in(text)
    assert (found.isoformat() if found else None) == moment


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (20250814, "2025-08-14"),
        ("20250814", "2025-08-14"),
        (" 20250814 ", "2025-08-14"),
        (20250814.0, "2025-08-14"),  # pandas, where another row has none
        ("20250814.0", "2025-08-14"),
        (20250814093000, "2025-08-14"),
        ("202508140930", "2025-08-14"),
        (19451109, "1945-11-09"),
        (20259999, None),
        (20250230, None),
        (2025, None),
        ("14", None),
        (0, None),
        (True, None),
        (float("nan"), None),
        (1755163800, "2025-08-14T09:30:00+00:00"),
        ("1755163800", "2025-08-14T09:30:00+00:00"),
        ("1755163800.0", "2025-08-14T09:30:00+00:00"),
        (1755163800.5, "2025-08-14T09:30:00.500000+00:00"),
        (1755163800000, "2025-08-14T09:30:00+00:00"),
        (631152000, "1990-01-01T00:00:00+00:00"),
        (631151999, None),
        (4102444800, None),
        ([], None),
    ],
)
def test_numbers_are_days_or_moments_of_the_web_age(value: Any, moment: str | None) -> None:
    for field in ("date", "publish_date"):
        published = ready_from({"text": "a", field: value}, KNOWN_NAMES).published
        assert (published.isoformat() if published else None) == moment


# --- ready texts ------------------------------------------------------------------------------------


def test_a_ready_text_becomes_paragraphs_at_its_lines() -> None:
    article = article_of(
        Ready(story(1), "Ministers meet on fish", date(2025, 8, 13), "https://www.kabar.example/1")
    )
    assert [p.span.of(article.text) for p in article.paragraphs] == [
        "Ministers meet on fish",
        *story(1).split("\n"),
    ]
    assert article.paragraphs[0].kind is ParagraphKind.TITLE
    assert (article.language, article.outlet, article.published_day) == ("en", "kabar.example", date(2025, 8, 13))


def test_the_language_is_detected_not_believed() -> None:
    assert article_of(Ready(story(1), "T", language="id")).language == "en"


@settings(deadline=None)  # the first call loads the model that tells languages
@given(st.text(max_size=400), st.text(max_size=80))
def test_any_text_is_an_article_or_refused(text: str, title: str) -> None:
    try:
        article = article_of(Ready(text, title))
    except EmptyError:
        return
    assert all(p.span.of(article.text).strip() for p in article.paragraphs)
    assert "\x00" not in article.text
    article.text.encode("utf-8")


def test_markup_in_a_feed_becomes_lines_and_nothing_is_run() -> None:
    markup = "<p>One\n two <b>three</b></p><script>evil()</script><ul><li>a</li><li>b<br>c</li></ul>tail &amp; end"
    assert text_of_html(markup) == "One two three\na\nb\nc\ntail & end"


def test_what_is_piped_in_or_fetched_can_be_a_collection() -> None:
    found = list(items_of_page("-", Page(json_lines([row(1)])), OPTIONS))
    assert [item.name for item in found] == ["-:1", "-"]
    assert isinstance(found[1].content, Whole)
