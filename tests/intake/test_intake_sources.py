"""Every format as items: what is told apart by content, what each item holds, what one bad item costs."""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_maker import html, json_lines, packed, row, rss, rss_item, story, warc, warc_record

from kawat.errors import EmptyError, UsageError
from kawat.intake import InputOptions
from kawat.intake.sources.collect import items_of, items_of_page
from kawat.intake.sources.feed import text_of_html
from kawat.intake.sources.item import Address, Broken, Item, Ready, Whole
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


def test_a_damaged_warc_gives_what_comes_before() -> None:
    records = packed(warc([1])), packed(warc([2, 3]))
    found = items("a.warc", records[0] + b"XXXX" * 20 + records[1])
    assert isinstance(found[0].content, Page)
    assert "a.warc" in reasons(found)


def test_a_packed_answer_is_unpacked() -> None:
    packed_page = gzip.compress(html(1))
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
        + b"%x\r\n" % len(packed_page) + packed_page + b"\r\n0\r\n\r\n"
    )  # fmt: skip
    plain = warc_record("https://kabar.example/1", b"")
    head = plain.split(b"\r\n\r\n")[0].rsplit(b"Content-Length", 1)[0]
    body = head + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"
    (item,) = items("a.warc", body)
    assert isinstance(item.content, Page) and item.content.body == html(1)


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


def test_parquet() -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.Table.from_pylist([row(1), {**row(2), "maintext": None}, row(3)])
    parquet.write_table(table, "a.parquet")
    found = [item for item in items_of("a.parquet", OPTIONS) if not isinstance(item.content, Whole)]
    assert texts(found) == [story(1), story(3)]
    assert list(reasons(found)) == ["a.parquet:2"]
    body = Path("a.parquet").read_bytes()
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
        ("soon", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_moments(text: str, moment: str | None) -> None:
    found = moment_in(text)
    assert (found.isoformat() if found else None) == moment


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
