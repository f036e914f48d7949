"""Feeds made to hold up whoever reads them: none takes more than seconds, whatever its parts are and how many."""

from __future__ import annotations

import pytest

from helper_time import Soon
from kawat.errors import InputError, TooLargeError
from kawat.intake.sources import feed, sitemap
from kawat.intake.sources.feed import feed_items, text_of_html
from kawat.intake.sources.item import Broken
from kawat.intake.sources.xml_guard import guarded
from kawat.pages.decode import decode

NAME = "https://a.example/feed"
LONGEST = 3.0  # seconds; they take 2 by themselves, and other tests run beside
MANY = feed.MAX_TAGS - 100
SIZE = 10_000_000  # bytes: what a watch fetches at most
ENTRY = "<item><title>x</title><link>https://a.example/1</link>{}</item>"


def channel(inner: str) -> str:
    return f'<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>{inner}</channel></rss>'


def one(inner: str) -> str:
    """A feed of one entry, which holds that."""
    return channel(ENTRY.format(inner))


def filled(piece: str) -> str:
    """As often as a feed may have it."""
    return piece * min(MANY // max(1, piece.count("<")), SIZE // len(piece))


def values(name: str, count: int) -> str:
    return " ".join(f'{name}{number}="{number}"' for number in range(count))


def each(inner: str, times: int = feed.MAX_ENTRIES) -> str:
    return channel(ENTRY.format(inner) * times)


NAMED = range(SIZE // 35)
TEXT = "<description><![CDATA[{}]]></description>"
SHAPES = {
    "namespaces": lambda: one("".join(f'<a{n}:x xmlns:a{n}="u{n}"/>' for n in NAMED)),
    "namespaces of a tag": lambda: one(f"<a {values('xmlns:a', 400_000)}/>"),
    "prefixes nobody declared": lambda: one("".join(f"<a{n}:x/>" for n in NAMED)),
    "attributes": lambda: one(f"<a {values('a', 800_000)}/>"),
    "attributes of a broken tag": lambda: one(f"<a {values('a', 800_000)}/></b>"),
    "attributes of broken tags": lambda: one(filled("<a b=c d=e f=g>")),
    "elements within one another": lambda: one("<a>" * 150 + filled("<a/>")[:-4_000] + "</a>" * 150),
    "elements never closed": lambda: one(filled("<a>")),
    "ends of nothing": lambda: one(filled("</a>")),
    "ends of others": lambda: one(filled("<a><b></a>")),
    "entries never closed": lambda: one(filled("<item>")),
    "bases within one another": lambda: channel(
        "".join(f'<a xml:base="x{n}/">' for n in range(190)) + ENTRY.format("") * feed.MAX_ENTRIES + "</a>" * 190
    ),
    "a long base": lambda: channel("<link>u</link>" + ENTRY.format("") * 5_000).replace(
        "<rss ", f'<rss xml:base="https://a.example/{"a" * SIZE}" '
    ),
    "sections": lambda: one(f"<description>{filled('<![CDATA[x]]>')}</description>"),
    "a section never closed": lambda: one(filled("<![CDATA[")),
    "remarks": lambda: one(filled("<!---->")),
    "remarks never closed": lambda: one(filled("<!--")),
    "instructions": lambda: one(filled(" <?a?>")),
    "instructions in a text": lambda: (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div>'
        f"{filled(' <?a?>')}</div></content></entry></feed>"
    ),
    "references": lambda: one(f"<description>{filled('&nbsp;&')}</description>"),
    "signs": lambda: one(f"<description>{filled('<')}</description>"),
    "quotation marks": lambda: one(filled('<a b="')),
    "doctypes": lambda: one(filled("<!DOCTYPE x>")),
    "links": lambda: one(filled("<link>https://a.example/</link>")),
    "texts": lambda: one(filled("<description>x</description>")),
    "categories": lambda: one(filled("<category>x</category>")),
    "keywords": lambda: one(f"<k xmlns='http://www.itunes.com/dtds/podcast-1.0.dtd'>{'a,' * (SIZE // 3)}</k>"),
    "authors": lambda: one(filled("<author><name>x</name></author>")),
    "an author of letters": lambda: one(f"<author>{'a' * SIZE}</author>" + "<author/>" * 1_000),
    "a link of dots": lambda: one(f"<link>https://a.example/{'../' * (SIZE // 4)}</link>"),
    "a text of tags": lambda: one(TEXT.format("<p>" * MANY)),
    "a text of attributes": lambda: one(TEXT.format(f"<p {values('a', 200_000)}>")),
    "a text that nests": lambda: one(TEXT.format("<div>" * MANY)),
    "texts of tags": lambda: each(TEXT.format("<p>" * 90)),
    "titles of tags": lambda: each(f"<title>{'&lt;b>x' * 200}</title>").replace("<title>x</title>", ""),
    "odd dates": lambda: each(f"<pubDate>{'31 Febtember 2025 12:' * 9}</pubDate>"),
    "odd days": lambda: each(f"<pubDate>Senin, {'31 Agustus 2025 pukul 25:61 WIB ' * 9}</pubDate>"),
    "digits": lambda: each(f"<pubDate>{'1' * 500}</pubDate>"),
    "brackets": lambda: each(f"<pubDate>{'((,: ' * 100}</pubDate>"),
    "a long text": lambda: one(TEXT.format("a word " * (SIZE // 7))),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_feed_takes_longer_than_it_is_long(shape: str, soon: Soon) -> None:
    body = SHAPES[shape]().encode()
    assert len(body) <= feed.MAX_FEED

    def look() -> None:
        for _ in _until_refused(body):
            pass

    soon(LONGEST, look)


def _until_refused(body: bytes) -> object:
    try:
        yield from feed_items(NAME, body, True)
    except InputError:
        return


def test_no_encoding_takes_longer_than_a_feed_is_long(soon: Soon) -> None:
    for damaged in (b"\xff" + "é".encode() * 4_000_000, b"\x81\xff" * 4_000_000, b"\xff\xc3\xa9" * 2_700_000):
        soon(LONGEST, lambda damaged=damaged: decode(damaged))  # type: ignore[misc]
    assert decode("é".encode() * 9 + b"\xff") == "é" * 9 + "\ufffd"
    assert decode(b"caf\xe9 \x93x\x94 " * 9) == "café “x” " * 9


def refused(body: str) -> str:
    found = feed_items(NAME, body.encode(), True)
    with pytest.raises(TooLargeError) as told:
        for _ in found:
            pass
    return str(told.value)


def test_a_feed_over_its_limits_is_refused() -> None:
    assert "over 500000 tags" in refused(one("<a/>" * feed.MAX_TAGS))
    assert "over 500000 tags" in refused(one(f"<description>{'&lt;p>' * (feed.MAX_TAGS // 2)}</description>" * 2))
    assert "over 500000 tags" in refused(one("<!---->" * feed.MAX_TAGS))
    assert "over 50000 texts" in refused(one("<description>x</description>" * (feed.MAX_TEXTS + 1)))
    assert "over 20000000 bytes" in refused(one("x" * feed.MAX_FEED))
    assert "over 5000 entries" in refused(each("", feed.MAX_ENTRIES + 1))
    with pytest.raises(TooLargeError, match="over 50000000 bytes"):
        guarded(b" " * 50_000_001)


def test_a_site_map_over_its_limits_is_refused() -> None:
    with pytest.raises(TooLargeError, match="over 2000000 tags"):
        next(sitemap.sitemap_items(NAME, b"<urlset>" + b"<a/>" * sitemap.MAX_TAGS + b"</urlset>"))


def test_an_entry_whose_text_is_no_article_costs_itself() -> None:
    found = list(
        feed_items(NAME, channel(ENTRY.format(TEXT.format("a word " * 300_000)) + ENTRY.format("")).encode(), True)
    )
    assert [isinstance(item.content, Broken) for item in found] == [True, False]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p a=\"b > c\" d='e > f' g=h/i j>One</p><br/>two", "One\ntwo"),
        ("One<script>if (a<b && c) { x = '</p>' }</script><!-- a <b c --><p>two <style>p<b{}</style>", "One\ntwo"),
        ("<svg a/>One <a href=x/>two</a>", "One two"),
        ("One <b two", "One"),
        ('<p title="never closed>One</p><p>two</p>', "One\ntwo"),
        ("a<b and c>d", "ad"),
        ("1 < 2 <3 > 2", "1 < 2 <3 > 2"),
    ],
)
def test_a_text_without_attributes_reads_as_with_them(markup: str, text: str) -> None:
    assert text_of_html(markup) == text
