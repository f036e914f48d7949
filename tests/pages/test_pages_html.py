"""HTML pages to articles: body, what the head states, and hostile markup."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kawat.errors import EmptyError
from kawat.pages import article_from_page
from kawat.pages.json_ld import stated_in
from kawat.records import Article, Page, ParagraphKind

WIB = timezone(timedelta(hours=7))

PARAGRAPHS = [
    "Jakarta, Kabar Nusa -- Menteri luar negeri bertemu dengan mitranya dari Jepang di Tokyo untuk membahas laut.",
    '"Kami sepakat untuk bertemu lagi bulan depan," kata menteri luar negeri kepada wartawan di Tokyo pada Kamis.',
    "Pertemuan itu berlangsung selama dua jam dan dihadiri oleh para duta besar kedua negara yang bertetangga.",
    "Kedua menteri juga membahas bantuan kemanusiaan bagi para pengungsi yang tiba di pulau itu sejak tahun lalu.",
]


def page_of(head: str = "", top: str = "", paragraphs: list[str] | None = None, after: str = "") -> str:
    body = "\n".join(f"<p>{text}</p>" for text in (paragraphs or PARAGRAPHS))
    return (
        f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'>{head}</head><body><nav><ul><li>"
        "<a href='/'>Home</a></li><li><a href='/n'>Internasional</a></li></ul></nav>"
        f"<article><h1>Menlu Bertemu Menlu Jepang</h1>{top}"
        f"<div class='detail-text'>{body}</div>{after}</article><footer><p>Tentang kami</p></footer></body></html>"
    )


def article(html: str, url: str | None = "https://www.kabarnusa.id/internasional/123?page=all") -> Article:
    return article_from_page(Page(html.encode("utf-8"), media_type="text/html", url=url))


def ld(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


FULL = ld(
    headline="Menlu Bertemu Menlu Jepang di Tokyo",
    datePublished="2025-08-14T08:01:00+07:00",
    dateModified="2025-08-15T08:01:00+07:00",
    author=[{"@type": "Person", "name": "Rina Wijaya"}, {"name": "Budi"}],
    publisher={"@type": "Organization", "name": "Kabar Nusa"},
    mainEntityOfPage={"@id": "https://www.kabarnusa.id/internasional/123"},
)


def test_a_page_that_states_everything() -> None:
    found = article(page_of(FULL))
    assert found.title == "Menlu Bertemu Menlu Jepang di Tokyo"
    assert (found.outlet, found.byline) == ("Kabar Nusa", "Rina Wijaya, Budi")
    assert found.published == datetime(2025, 8, 14, 8, 1, tzinfo=WIB)
    assert found.url == "https://www.kabarnusa.id/internasional/123"
    assert found.language == "id"
    kinds = [piece.kind for piece in found.paragraphs]
    assert kinds == [ParagraphKind.TITLE, ParagraphKind.LEAD] + [ParagraphKind.BODY] * 3
    words = [piece.span.of(found.text) for piece in found.paragraphs]
    assert words[1] == PARAGRAPHS[0].removeprefix("Jakarta, Kabar Nusa -- ")
    assert words[2:] == PARAGRAPHS[1:]
    assert "Tentang kami" not in found.text
    assert "Internasional" not in found.text


def test_debris_in_html_is_cleaned_as_in_plain_text() -> None:
    found = article(
        page_of(
            FULL,
            paragraphs=[
                *PARAGRAPHS[:2],
                "Baca juga: Presiden Terima Dubes Jepang",
                "ADVERTISEMENT",
                PARAGRAPHS[2] + "Advertisement",
                "[Gambas:Video Kabar]",
                PARAGRAPHS[3] + " (abc/def)",
            ],
        )
    )
    assert found.text.split("\n\n")[2:] == PARAGRAPHS[1:]
    assert any(line.startswith("editor or credit: (abc/def)") for line in found.dropped)


def test_meta_elements_where_there_is_no_json_ld() -> None:
    head = (
        "<meta property='og:title' content='Menlu Bertemu Menlu Jepang - KabarNusa'>"
        "<meta property='og:site_name' content='KabarNusa'><meta name='author' content='Rina Wijaya'>"
        "<meta property='article:published_time' content='2025-08-14T01:01:00Z'>"
        "<link rel='canonical' href='/internasional/123'>"
    )
    found = article(page_of(head))
    assert (found.title, found.outlet, found.byline) == ("Menlu Bertemu Menlu Jepang", "KabarNusa", "Rina Wijaya")
    assert found.published == datetime(2025, 8, 14, 1, 1, tzinfo=UTC)
    assert found.url == "https://www.kabarnusa.id/internasional/123"


def test_a_time_without_a_zone_gives_its_day_and_a_zone_elsewhere_is_taken() -> None:
    naive = "<meta name='publishdate' content='2025/08/14 08:01:00'>"
    assert article(page_of(naive)).published == date(2025, 8, 14)
    both = naive + "<meta name='date' content='2025-08-14T08:01:00+07:00'>"
    assert article(page_of(both)).published == datetime(2025, 8, 14, 8, 1, tzinfo=WIB)
    line = page_of(naive, paragraphs=["Kamis, 14 Agu 2025 08:01 WIB", *PARAGRAPHS])
    assert article(line).published == datetime(2025, 8, 14, 8, 1, tzinfo=WIB)


@pytest.mark.parametrize("none", ["0001-01-01T00:00:00", "1970-01-01T00:00:00+00:00", "1900-01-01"])
def test_the_first_moment_that_a_program_can_tell_is_no_date(none: str) -> None:
    unknown = f"<meta property='article:published_time' content='{none}'>"
    assert article(page_of(unknown)).published is None
    stated = unknown + "<meta name='date' content='2025-08-14'>"
    assert article(page_of(stated)).published == date(2025, 8, 14)


def test_a_page_that_states_nothing_is_not_dated_by_guess() -> None:
    found = article(page_of())
    assert found.title == "Menlu Bertemu Menlu Jepang"
    assert found.published is None
    assert found.outlet == "kabarnusa.id"  # the site itself, for want of a name


def test_an_address_on_another_site_is_not_believed() -> None:
    head = (
        "<link rel='canonical' href='https://elsewhere.example/1'><meta property='og:url' content='javascript:x'>"
    )
    assert article(page_of(head), "https://m.kabarnusa.id/1").url == "https://m.kabarnusa.id/1"
    own = "<link rel='canonical' href='https://www.kabarnusa.id/1'>"
    assert article(page_of(own), "https://m.kabarnusa.id/1?amp=1").url == "https://www.kabarnusa.id/1"
    assert article(page_of(own), None).url == "https://www.kabarnusa.id/1"


def test_headings_lists_and_quotations_of_the_page_keep_their_kind() -> None:
    top = "\n".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    more = "<h2>Isi perjanjian</h2><ul><li>Patroli bersama di laut</li><li>Pos baru di perbatasan</li></ul>"
    quote = "<blockquote><p>Tidak ada yang bisa mengubah keputusan itu, kata sang menteri besar.</p></blockquote>"
    found = article(
        page_of(FULL, top=top + more + quote, paragraphs=[PARAGRAPHS[0].replace("Jepang", "Korea") + " Tamat."])
    )
    by_kind = {kind: [p.span.of(found.text) for p in found.paragraphs if p.kind is kind] for kind in ParagraphKind}
    assert by_kind[ParagraphKind.HEADING] == ["Isi perjanjian"]
    assert by_kind[ParagraphKind.LIST] == ["Patroli bersama di laut", "Pos baru di perbatasan"]
    assert by_kind[ParagraphKind.QUOTE] == ["Tidak ada yang bisa mengubah keputusan itu, kata sang menteri besar."]


def test_character_sets_of_header_and_meta() -> None:
    html = page_of(paragraphs=[text + " Élysée." for text in PARAGRAPHS])
    as_latin = html.replace("charset='utf-8'", "charset='iso-8859-1'").encode("latin-1")
    assert "Élysée" in article_from_page(Page(as_latin, media_type="text/html")).text
    bare = html.replace("<meta charset='utf-8'>", "").encode("cp1252")
    assert "Élysée" in article_from_page(Page(bare, media_type="text/html", charset="windows-1252")).text


def test_a_page_without_an_article_is_an_error() -> None:
    for html in (
        "<html><body></body></html>",
        "<!DOCTYPE html><html><head><title>Only a title</title></head></html>",
    ):
        with pytest.raises(EmptyError):
            article(html)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"@type": "NewsArticle", "headline": ' + "9" * 20_000 + "}",
        '{"@type": ["NewsArticle"], "headline": {"x": 1}, "author": [[[["a"]]]], "publisher": 3}',
        "not json",
        '{"@graph": null}',
        '{"@type": "NewsArticle", "headline": "' + "x" * 600_000 + '"}',
    ],
)
def test_hostile_json_ld_states_nothing_and_does_no_harm(script: str) -> None:
    assert stated_in([script]).title is None
    assert (
        article(page_of(f"<script type='application/ld+json'>{script}</script>")).title
        == "Menlu Bertemu Menlu Jepang"
    )


def test_json_ld_in_a_graph_and_in_wrappings() -> None:
    inner = '{"@graph": [{"@type": "WebSite", "name": "Kabar"}, {"@type": "Article", "headline": "A &amp; B"}]}'
    for script in (inner, f"<!-- {inner} -->", f"//<![CDATA[\n{inner}\n//]]>", f"[{inner}]"):
        assert stated_in([script]).title == "A & B"
