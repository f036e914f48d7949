"""Feeds as all kinds of programs write them: what is read of each, also where it is broken or cut off."""

from __future__ import annotations

import io
import random
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_maker import rss, rss_item, story

from kawat.errors import InputError
from kawat.intake import InputOptions
from kawat.intake.sources.collect import items_of
from kawat.intake.sources.feed import feed_items, text_of_html
from kawat.intake.sources.feed_tree import Told, feed_tree, told
from kawat.intake.sources.item import Address, Broken, Hints, Item, Ready, Whole
from kawat.intake.sources.sitemap import sitemap_items
from kawat.intake.sources.xml_mending import mended, with_known_references
from kawat.intake.sources.xml_text import pieces, whole_part

NAME = "https://kabar.example/dir/feed.xml"
SECOND = "<item><title>Two</title><link>https://a.example/2</link><description>Second.</description></item>"


def channel(items: str, head: str = "<title>F</title>") -> str:
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'


def item(title: str = "One", link: str = "https://a.example/1", text: str = "First.", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link><description>{text}</description>{more}</item>"


def read(text: str) -> list[tuple[str | None, str | None, str]]:
    """Title, address and text of each entry."""
    found = [one.content for one in feed_items(NAME, text.encode(), False)]
    return [(one.title, one.url, one.text) for one in found if isinstance(one, Ready)]


def first(text: str) -> Ready:
    content = next(feed_items(NAME, text.encode(), False)).content
    assert isinstance(content, Ready)
    return content


ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry>{}</entry></feed>'
PREFIXED = '<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>One &amp; two</h:p><h:p>Three</h:p></h:div>'
XHTML = '<div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; two</p><p>Three<br/>four &lt; five</p></div>'


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ('<content type="html">&lt;p&gt;One &amp;amp; two&lt;/p&gt;Three</content>', "One & two\nThree"),
        (f'<content type="xhtml">{XHTML}</content>', "One & two\nThree\nfour < five"),
        (f'<content type="xhtml">{PREFIXED}</content>', "One & two\nThree"),
        ("<summary>Short.</summary><content>Longer than that.</content>", "Longer than that."),
        ("<summary>Longer than that.</summary><content>Short.</content>", "Longer than that."),
        ("<subtitle>Only this.</subtitle>", "Only this."),
        ("<summary>caf\u00c3\u00a9</summary>", "caf\u00e9"),
        ("<source><summary>Of another.</summary></source><summary>Own.</summary>", "Own."),
    ],
)  # fmt: skip
def test_texts_of_atom(entry: str, text: str) -> None:
    assert first(ATOM.format(entry)).text == text


@pytest.mark.parametrize(
    ("parts", "url"),
    [
        ('<link href="https://a.example/1"/>', "https://a.example/1"),
        ('<link rel="self" href="https://a.example/s"/><link href="/2"/><link rel="edit" href="/e"/>', "https://kabar.example/2"),
        ('<link type="application/json" href="/j"/><link type="text/html" href="3"/>', "https://kabar.example/dir/3"),
        ("<id>https://a.example/4</id>", "https://a.example/4"),
        ('<id>urn:uuid:7</id><link href="5?a=1&amp;b=2"/>', "https://kabar.example/dir/5?a=1&b=2"),
        ('<link xml:base="https://b.example/x/" href="6"/>', "https://b.example/x/6"),
        ("<id>urn:uuid:7</id>", None),
    ],
)  # fmt: skip
def test_links_of_atom(parts: str, url: str | None) -> None:
    assert first(ATOM.format(f"<summary>S</summary>{parts}")).url == url


@pytest.mark.parametrize(
    ("parts", "url"),
    [
        ("<guid>https://a.example/1</guid>", "https://a.example/1"),
        ('<guid isPermaLink="false">https://a.example/1</guid>', None),
        ("<guid>https://a.example/1</guid><link>https://a.example/2</link>", "https://a.example/2"),
        ("<link/><guid>https://a.example/1</guid>", "https://a.example/1"),
        ("<link><![CDATA[ https://a.example/?a=1&b=2 ]]></link>", "https://a.example/?a=1&b=2"),
        ("<link>https://a.example/?a=1&amp;amp;b=2</link>", "https://a.example/?a=1&b=2"),
        ("<link>https://a.example/1</link><image><link>https://i.example/</link></image>", "https://a.example/1"),
        ("<link>https://a.example/1</link><source url='x'>S</source><comments>https://c.example/</comments>", "https://a.example/1"),
    ],
)  # fmt: skip
def test_links_of_rss(parts: str, url: str | None) -> None:
    assert first(channel(f"<item><description>D</description>{parts}</item>")).url == url


@pytest.mark.parametrize(
    ("parts", "moment"),
    [
        ("<pubDate>Wed, 13 Aug 2025 09:00:00 +0000</pubDate>", datetime(2025, 8, 13, 9, tzinfo=UTC)),
        ("<updated>2025-08-14T00:00:00Z</updated><published>2025-08-13</published>", date(2025, 8, 13)),
        ('<d:date xmlns:d="http://purl.org/dc/elements/1.1/">2025-08-13</d:date>', date(2025, 8, 13)),
        ("<dc:date>2025-08-13</dc:date>", date(2025, 8, 13)),  # its namespace is not declared
        ("<pubDate>soon</pubDate>", None),
    ],
)
def test_moments_of_entries(parts: str, moment: datetime | date | None) -> None:
    assert first(channel(item(more=parts))).published == moment


BROKEN: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "tags that are never closed": (
        channel(item(text="a<br>b <p>c") + SECOND),
        [("One", "https://a.example/1", "a\nb\nc")],
    ),
    "an end without a beginning": (
        channel(item(title="One</b>") + SECOND),
        [("One", "https://a.example/1", "First.")],
    ),
    "an entry that is never closed": (
        channel(item().replace("</item>", "") + SECOND),
        [("One", "https://a.example/1", "First.")],
    ),
    "signs of HTML": (
        channel(item("A&nbsp;&eacute; &foo; R&D", "https://a.example/?a=1&b=2&copy=3", "x < y &hellip;") + SECOND),
        [("A é &foo; R&D", "https://a.example/?a=1&b=2&copy=3", "x < y …")],
    ),
    "values without quotation marks, or twice": (
        channel(item(text='a<img src=x.png alt="b > c" alt=d/>e') + SECOND),
        [("One", "https://a.example/1", "ae")],
    ),
    "control characters": (channel(item("O\x0bn\x01e") + SECOND), [("One", "https://a.example/1", "First.")]),
    "the end of a section": (channel(item("a]]>b") + SECOND), [("a]]>b", "https://a.example/1", "First.")]),
    "a section that holds what is no XML": (
        channel(item(text="<![CDATA[<p>a & b<br>c</item></rss>]]>", more="</b>") + SECOND),
        [("One", "https://a.example/1", "a & b\nc")],
    ),
    "other things behind": (channel(item() + SECOND) + "<script>if (a<b && c>d) {}</script>\n<!-- x -->",
                            [("One", "https://a.example/1", "First.")]),
    "a namespace that is not declared": (
        channel(item(more="<content:encoded>Longer than that.</content:encoded>") + SECOND),
        [("One", "https://a.example/1", "Longer than that.")],
    ),
    "a warning before it": (
        "<!-- <rss> -->Warning: <b>no</b> in line 3\n" + channel(item() + SECOND),
        [("One", "https://a.example/1", "First.")],
    ),
    "capital letters": (
        channel(item() + SECOND).replace("item>", "ITEM>").replace("link>", "Link>").replace("rss", "RSS"),
        [("One", "https://a.example/1", "First.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_feed_is_read_as_it_was_meant(how: str) -> None:
    text, entries = BROKEN[how]
    assert read(text) == [*entries, ("Two", "https://a.example/2", "Second.")]


def test_a_doctype_of_old_feeds_costs_no_letters() -> None:
    old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss-0.91.dtd">'
    assert read(old + channel(item("caf&eacute;"))) == [("café", "https://a.example/1", "First.")]


def test_an_entry_that_has_its_whole_text_keeps_what_the_feed_says_of_it() -> None:
    long = "\n".join(story(number) for number in range(4))
    (entry,) = feed_items(NAME, rss([rss_item(1, long)]), True)
    assert isinstance(entry.content, Ready)
    assert entry.hints == Hints("Ministers meet on fish, day 1", "Kabar Selat", entry.content.published)
    assert entry.hints.published == datetime.fromisoformat("2025-08-13T09:00:00+07:00")


# --- cut off ----------------------------------------------------------------------------------------

FEEDS = {
    "rss": rss([rss_item(number, "<p>a</item></rss></p>") for number in (1, 2, 3)]).decode(),
    "rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>F</title></channel>'
    + "".join(item(link=f"https://kabar.example/{number}") for number in (1, 2, 3))
    + "</rdf:RDF>",
    "atom": '<a:feed xmlns:a="http://www.w3.org/2005/Atom">'
    + "".join(f'<a:entry><a:link href="https://kabar.example/{number}"/></a:entry>' for number in (1, 2, 3))
    + "</a:feed>",
    "urlset": "<urlset>"
    + "".join(f"<url><loc>https://kabar.example/{number}</loc></url>" for number in (1, 2, 3))
    + "</urlset>",
    "sitemapindex": "<sitemapindex>"
    + "".join(f"<sitemap><loc>https://kabar.example/{number}</loc></sitemap>" for number in (1, 2, 3))
    + "</sitemapindex>",
}


def entries_of(text: str) -> tuple[list[str], str | None]:
    """The addresses in a feed or a site map, and what is told at its end."""
    body = text.encode()
    found = (
        sitemap_items(NAME, body) if "<urlset" in text or "<sitemapindex" in text else feed_items(NAME, body, True)
    )
    names: list[str] = []
    try:
        for one in found:
            assert isinstance(one.content, Address)
            names.append(one.name)
    except InputError as error:
        return names, str(error)
    return names, None


@pytest.mark.parametrize("kind", FEEDS)
def test_of_a_feed_that_is_cut_off_the_whole_entries_are_read_and_that_is_told(kind: str) -> None:
    text = FEEDS[kind]
    ends = [at for at in range(len(text)) if text.startswith(("</item>", "</a:entry>", "</url>", "</sitemap>"), at)]
    ends = [text.index(">", at) + 1 for at in ends if not text.startswith("</item></rss></p>", at)]
    assert len(ends) == 3 and entries_of(text) == (
        [f"https://kabar.example/{number}" for number in (1, 2, 3)],
        None,
    )
    start = text.index(">", text.index("<rss") if kind == "rss" else 0) + 1
    whole = text.index("</channel>", ends[-1]) + len("</channel>") if kind == "rss" else len(text.rstrip())
    for cut in range(start, whole):
        names, reason = entries_of(text[:cut])
        assert names == [f"https://kabar.example/{number + 1}" for number, end in enumerate(ends) if end <= cut]
        assert reason is not None and "cut off" in reason
    for cut in range(whole, len(text) + 1):
        assert entries_of(text[:cut])[1] is None


def test_a_file_that_is_cut_off_is_in_quarantine_until_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, text in FEEDS.items():
        Path(kind).write_text(text[:-30])
        found = list(items_of(kind, InputOptions()))
        assert len(found) == 3 and isinstance(found[-1].content, Broken) and found[-1].name == kind
        Path(kind).write_text(text)
        assert list(items_of(kind, InputOptions()))[-1] == Item(kind, Whole())


@pytest.mark.parametrize("text", ["<rss/>", "<rss version='2.0' />", "<feed xmlns='x'></feed>", channel("")])
def test_a_feed_may_be_empty(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["", "no feed", "<html></html>", "<urlset></urlset>", "<!-- <rss></rss> -->"])
def test_what_is_no_feed_is_told(text: str) -> None:
    with pytest.raises(InputError, match="can not be parsed"):
        read(text)


# --- as others read them ----------------------------------------------------------------------------

MARKUP = [
    "Plain words.", "A <b>bold</b> &amp; x",
    "<div><p>One</p><p>Two<br/>three</p></div>", "caf\u00e9 &eacute; \u2019",
    '<img src="a.png" alt="x > y"/>text', "<ul><li>a<li>b</ul>", "&nbsp;", "x &lt; y", "<script>a<b</script>t",
    "<p>" + "word &amp; more words here. " * 60 + "</p>",
]  # fmt: skip
DATES = ["Wed, 13 Aug 2025 09:00:00 +0700", "2025-08-13T02:00:00Z", "2025-08-13", "soon"]
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="urn:x"'
)


def written(dice: random.Random) -> str:
    markup = dice.choice(MARKUP)
    return f"<![CDATA[{markup}]]>" if dice.random() < 0.5 else markup.replace("&", "&amp;").replace("<", "&lt;")


def rss_entry(dice: random.Random) -> str:
    """An entry with what honest feeds have, some of it, in any order."""
    no_link = ("", ' isPermaLink="false"')
    some: list[Callable[[], str]] = [
        lambda: f"<content:encoded>{written(dice)}</content:encoded>",
        lambda: f"<pubDate>{dice.choice(DATES)}</pubDate>",
        lambda: f"<dc:date>{dice.choice(DATES)}</dc:date>",
        lambda: f"<dc:creator>{dice.choice(['A. Writer', '<![CDATA[B]]>'])}</dc:creator>",
        lambda: "<author>a@b.example (Name)</author>",
        lambda: f"<guid{dice.choice(no_link)}>https://b.example/g</guid>",
        lambda: '<enclosure url="https://b.example/e.mp3" type="audio/mpeg" length="1"/><category>x</category>',
        lambda: '<media:thumbnail url="x"/><x:foo a="b">bar</x:foo><!-- c -->',
        lambda: "<media:group><media:title>Other</media:title></media:group>",
        lambda: '<source url="https://s.example/rss">Source</source><comments>https://b.example/c</comments>',
        lambda: '<atom:link href="https://b.example/self" rel="self"/>',
    ]
    title = dice.choice(["T", "A &amp; B", "A &lt;b&gt;c&lt;/b&gt;", "<![CDATA[x <i>y</i> & z]]>"])
    link = dice.choice(["https://b.example/1", " /2 ", "3?a=1&amp;b=2", "<![CDATA[https://b.example/4]]>"])
    usual = [f"<title>{title}</title><link>{link}</link>", f"<description>{written(dice)}</description>"]
    parts = [*usual, *(part() for part in dice.sample(some, dice.randint(0, 6)))]
    dice.shuffle(parts)
    return f"<item>{''.join(parts)}</item>"


def atom_entry(dice: random.Random) -> str:
    mails = ("", "<email>e@b.example</email>")
    some: list[Callable[[], str]] = [
        lambda: f"<published>{dice.choice(DATES)}</published>",
        lambda: f"<updated>{dice.choice(DATES)}</updated>",
        lambda: f"<author>\n<uri>https://u.example</uri><name>N</name>{dice.choice(mails)}</author>",
        lambda: f'<summary type="html">{written(dice)}</summary>',
        lambda: f'<content type="html">{written(dice)}</content>',
        lambda: f'<content type="xhtml">{XHTML}</content>',
        lambda: "<contributor><name>C</name></contributor><rights>r</rights>",
        lambda: "<source><title>S</title><id>https://s.example/</id></source>",
        lambda: '<link rel="edit" href="https://b.example/e"/><link rel="self" href="x"/>',
    ]
    title = dice.choice(
        ["<title>T</title>", '<title type="html">A &amp;amp; B</title>', f'<title type="xhtml">{XHTML}</title>']
    )
    parts = [title, f'<id>urn:1</id><link href="{dice.choice(["https://b.example/1", "/2", "3"])}"/>']
    parts += [part() for part in dice.sample(some, dice.randint(0, 6))]
    dice.shuffle(parts)
    return f"<entry>{''.join(parts)}</entry>"


def as_feedparser(text: str) -> list[tuple[Any, ...]]:
    feedparser = pytest.importorskip("feedparser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = feedparser.parse(io.BytesIO(text.encode()), sanitize_html=False)
        return [_told(one) for one in found.entries]


def _told(one: Any) -> tuple[Any, ...]:
    texts = [*(part.value for part in one.get("content", ())), one.get("summary", "")]
    moments = (str(dict.get(one, key) or "") for key in ("published", "updated"))
    longest = max((text_of_html(text) for text in texts), key=len)
    return one.get("link", ""), text_of_html(one.get("title", "")), *moments, one.get("author", ""), longest


def as_here(one: Told) -> tuple[Any, ...]:
    longest = max((text_of_html(text) for text in one.texts), key=len)
    return one.link, text_of_html(one.title), one.published, one.updated, one.author, longest


@pytest.mark.parametrize("kind", ["rss", "atom", "rdf"])
def test_what_honest_feeds_say_is_what_feedparser_finds_in_them(kind: str) -> None:
    dice = random.Random(kind)
    for _ in range(120):
        entry = atom_entry if kind == "atom" else rss_entry
        entries = "".join(entry(dice) for _ in range(3))
        match kind:
            case "rss":
                text = f'<rss version="2.0" {SPACES}><channel><title>F</title>{entries}</channel></rss>'
            case "rdf":
                rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
                text = f"<rdf:RDF {rdf} {SPACES}><channel><title>F</title></channel>{entries}</rdf:RDF>"
            case _:
                text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{entries}</feed>'
        feed = feed_tree(text)
        assert feed.title == "F"
        assert [as_here(told(*one)) for one in feed.entries] == as_feedparser(text), text


# --- anything ---------------------------------------------------------------------------------------

PIECES = [
    "<rss>", "<channel>", "<item>", "</item>", "</channel>", "</rss>", "<title>", "</title>", "<link>", "</link>",
    "<a b='", '"', "'", "<", ">", "&", "&amp;", "&nbsp;", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "x", " ",
    "/>", "<!DOCTYPE x>", "<content:encoded>", "</content:encoded>", "<x xmlns:y='z'>", "\x00", "\ud800", "é",
    "</x>", "<description>a<br>",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_is_a_feed_or_refused(text: str) -> None:
    assert "".join(text[start:end] for start, end, _ in pieces(text)) == text
    part, whole = whole_part(text)
    assert text.startswith(part) and (part == text or not whole)
    for tried in (text, f"<rss><channel>{text}", f"<rss><channel><item>{text}</item></channel></rss>"):
        mended(with_known_references(tried))
        try:
            for one in feed_items(NAME, tried.encode("utf-8", "replace"), False):
                assert isinstance(one.content, Ready | Broken)
        except InputError:
            continue
