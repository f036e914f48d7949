"""Pages that announce others, notices and results of searches are told from articles that have such things too."""

from __future__ import annotations

from itertools import product

import pytest

from helper_time import Soon
from kawat.errors import KawatError
from kawat.pages import article_from_page
from kawat.pages.cards import CARD_WORDS, cards_of
from kawat.pages.gate import why_no_news
from kawat.pages.shapes import letters
from kawat.records import Page

WHO = (
    "Foreign ministers",
    "Two coast guards",
    "Farmers in Java",
    "Nurses in Perth",
    "The central bank",
    "Fishermen",
)
WHAT = ("agree on a new border post", "call off a joint exercise", "ask for lower prices at sea")
HEADS = tuple(f"{who} {what}" for who, what in product(WHO, WHAT))
TEASERS = tuple(f"{head} after a week of talks in the capital, an official told reporters there." for head in HEADS)
SIAPA = (
    "Menteri luar negeri",
    "Dua kapal patroli",
    "Petani di Jawa",
    "Perawat di Medan",
    "Bank sentral",
    "Nelayan",
)
APA = ("menyepakati pos perbatasan baru", "membatalkan latihan bersama", "meminta harga yang lebih rendah")
JUDUL = tuple(f"{siapa} {apa}" for siapa, apa in product(SIAPA, APA))
CUPLIKAN = tuple(
    f"{judul} setelah sepekan berunding di ibu kota, kata seorang pejabat kepada wartawan." for judul in JUDUL
)
PROSE = (
    "Indonesia's foreign minister met her Swedish counterpart in Bandung on Tuesday to discuss fishing rights.",
    "The two ministers agreed to hold further talks in Stockholm in September, the ministry said late "
    "on Tuesday, after a dinner that lasted longer than was planned.",
    "Sweden sent 12 ships to the strait in July, and Indonesia called its ambassador home a week later.",
    "Fishermen on both sides welcomed the talks, but said that they had heard such promises before and would wait.",
)


def page(
    inner: str, title: str = "Kabar", url: str = "https://kabar.example/2025/08/berita", head: str = ""
) -> Page:
    body = f"<nav><a href='/'>Home</a></nav><main>{inner}</main><footer>About us</footer>"
    text = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return Page(text.encode(), "text/html", url=url)


def judged(one: Page) -> str | None:
    try:
        return why_no_news(article_from_page(one), one)
    except KawatError as error:
        return f"refused: {error}"


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


LAYOUTS = {
    "items": "<li><a href='/b/{n}'>{head}</a><p>{teaser}</p></li>",
    "items with line breaks": "<li><a href='/b/{n}'>{head}</a><br>{teaser}</li>",
    "articles with headings": "<article><h3><a href='/b/{n}'>{head}</a></h3><p>{teaser}</p></article>",
    "and an invitation": "<div><h2><a href='/{n}'>{head}</a></h2><p>{teaser}</p><a href='/{n}'>Read more</a></div>",
    "only an invitation": "<div><h3>{head}</h3><p>{teaser}</p><a href='/b/{n}'>Baca selengkapnya »</a></div>",
    "one link around all": "<a href='/b/{n}'><div><h3>{head}</h3><p>{teaser}</p></div></a>",
    "a picture and a day": "<div><a href='/b/{n}'><img src='/{n}.jpg'></a><div><i>5 Aug 2025</i><h3>{head}</h3>"
    "<p>{teaser}</p></div></div>",
    "whole addresses of others": "<section><h3><a href='//b{n}.example/x'>{head}</a></h3><p>{teaser}</p></section>",
    "rows": "<tr><td><b><a href='/b/{n}'>{head}</a></b><p>{teaser}</p></td></tr>",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("told", [(HEADS, TEASERS), (JUDUL, CUPLIKAN)], ids=["en", "id"])
@pytest.mark.parametrize("count", [6, 18])
def test_headlines_with_a_sentence_each_are_a_list(
    layout: str, told: tuple[tuple[str, ...], tuple[str, ...]], count: int
) -> None:
    pieces = enumerate(list(zip(*told, strict=True))[:count])
    inner = "".join(LAYOUTS[layout].format(n=n, head=head, teaser=teaser) for n, (head, teaser) in pieces)
    wrapped = f"<table>{inner}</table>" if layout == "rows" else inner
    found = judged(page(f"<h1>News of the day</h1>{wrapped}"))
    assert found is not None


def shelf(count: int) -> str:
    """What stands beside an article."""
    cards = "".join(
        LAYOUTS["articles with headings"].format(n=n, head=HEADS[n], teaser=TEASERS[n]) for n in range(count)
    )
    return f"<div class='x'>{cards}</div>"


NEWS = {
    "with others after it": paragraphs(*PROSE) + shelf(4),
    "with links of its own": "".join(
        f"<div>{line} It followed <a href='/old/{n}'>an earlier round of talks there</a>, officials said.</div>"
        for n, line in enumerate(PROSE * 2)
    ),
    "that begins lines with links": "".join(
        f"<p><a href='/old/{n}'>The ministers of both countries</a> met again. {line}</p>"
        for n, line in enumerate(PROSE)
    ),
    "with links between its lines": "".join(
        f"<p>{line}</p><p><strong>Baca juga: <a href='/b/{n}'>{JUDUL[n]}</a></strong></p>"
        for n, line in enumerate(PROSE)
    ),
    "of one paragraph with a link": paragraphs(PROSE[0]) + f"<p>Read also: <a href='/b/1'>{HEADS[1]}</a></p>",
    "in parts that have addresses": "".join(
        f"<section><h3><a href='#part{n}'>What was said on day {n} of it</a></h3><p>{line}</p></section>"
        for n, line in enumerate(PROSE * 2)
    ),
    "in parts, by whole addresses": "".join(
        f"<section><h3><a href='https://kabar.example/2025/08/berita#{n}'>What was said on day {n} of it</a></h3>"
        f"<p>{line}</p></section>"
        for n, line in enumerate(PROSE * 2)
    ),
    "with pictures that can be opened": "".join(
        f"<figure><a href='/p/{n}.jpg'><img src='/{n}.jpg'></a></figure><p>{line}</p>"
        for n, line in enumerate(PROSE * 2)
    ),
    "of the day in short": "<ul>"
    + "".join(
        f"<li><a href='/b/{n}'><b>{HEADS[n]}.</b></a> {line} {PROSE[2]}</li>" for n, line in enumerate(PROSE * 2)
    )
    + "</ul>",
}  # fmt: skip


@pytest.mark.parametrize("kind", NEWS)
def test_an_article_is_no_list(kind: str) -> None:
    assert (
        judged(page(f"<article><h1>Ministers meet in Bandung</h1>{NEWS[kind]}</article>", "Ministers meet")) is None
    )


def test_without_the_page_a_text_is_judged_as_before() -> None:
    listed = page("".join(LAYOUTS["items"].format(n=n, head=HEADS[n], teaser=TEASERS[n]) for n in range(9)))
    assert why_no_news(article_from_page(listed)) is None
    assert judged(listed) is not None


# --- notices and searches -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Your privacy matters", ("We and our partners store cookies on your device to show what fits you best.",)),
        ("Kabar", ("Situs ini menggunakan cookie untuk pengalaman Anda. Dengan melanjutkan Anda setuju.",)),
        ("Sebelum melanjutkan", ("Kami menggunakan cookie dan data untuk mengukur pembaca di situs kami.",)),
        ("Security check", (
            "Please complete the security check to access kabar.example on this day.",
            "Completing the CAPTCHA proves you are a human and gives you temporary access to the web property.",
        )),
        ("One more step", ("We noticed unusual activity from your network and want to be sure about you first.",)),
        ("Mohon tunggu", ("Kami sedang memeriksa koneksi anda sebelum halaman dibuka, tunggu beberapa detik.",)),
        ("Verifikasi", ("Centang kotak bahwa saya bukan robot lalu lanjutkan membaca di halaman berikutnya.",)),
    ],
)  # fmt: skip
def test_a_notice_to_the_reader_is_no_news(title: str, lines: tuple[str, ...]) -> None:
    assert judged(page(f"<h1>{title}</h1>{paragraphs(*lines)}", title)) is not None


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Ministers meet", (PROSE[0], "We use cookies to give you the best experience. Accept all cookies.")),
        ("Google fined over cookies", (
            "France fined Google 325 million euros on Wednesday over the way in which it places cookies.",
            "The company said that users could reject cookies with one click since 2023, and that it would appeal.",
        )),
        ("Robot solves captcha, firm says", (
            "A firm in Seoul said on Monday that its robot can solve the captcha of every bank there by itself.",
        )),
        ("Hasil pencarian: dua korban ditemukan", (
            "Tim SAR menemukan dua korban kapal tenggelam di Selat Bali pada Selasa pagi, kata kepala Basarnas.",
        )),
        ("Search for flight enters second week", (
            "Ships from four countries searched 3,000 square kilometres of sea and found no trace, Malaysia said.",
        )),
        ("Results of the vote are delayed", (
            "The commission said on Friday that results from 12 provinces had not arrived, and asked for patience.",
        )),
    ],
)  # fmt: skip
def test_news_about_such_things_is_news(title: str, lines: tuple[str, ...]) -> None:
    assert judged(page(f"<article><h1>{title}</h1>{paragraphs(*lines)}</article>", title)) is None


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (
            "Hasil pencarian: Bandung",
            "Ditemukan 3.021 hasil untuk Bandung dalam 0,3 detik. Urutkan berdasarkan tanggal.",
        ),
        (
            "Search results for Bandung",
            "Showing 1,204 results for Bandung. Refine your search with the options above.",
        ),
        (
            "Pencarian",
            "Menampilkan 20 hasil pencarian untuk kata kunci Bandung di semua rubrik berita kami hari ini.",
        ),
        (
            "Search",
            "Sorry, no results were found for this term. Try again with other words or look at the front page.",
        ),
    ],
)
def test_the_results_of_a_search_are_no_news(title: str, line: str) -> None:
    heads = "".join(f"<div><a href='/b/{n}'>{head}</a></div>" for n, head in enumerate(HEADS))
    assert judged(page(f"<h1>{title}</h1><p>{line}</p>{heads}", title)) is not None


# --- the pieces themselves ----------------------------------------------------------------------------------


def test_a_card_has_the_words_of_what_it_announces_and_no_more() -> None:
    inner = "".join(
        LAYOUTS["articles with headings"].format(n=n, head=HEADS[n], teaser="It was so.") for n in range(2)
    )
    assert cards_of(page(inner)) == tuple(letters(f"{head} It was so.") for head in HEADS[:2])


def test_a_long_piece_is_no_card() -> None:
    inner = f"<div><h2><a href='/b/1'>{HEADS[0]}</a></h2><p>{'word ' * CARD_WORDS}</p></div>"
    assert cards_of(page(inner)) == (letters(HEADS[0]),)


def test_a_plain_text_has_no_cards() -> None:
    assert cards_of(Page(b"Ministers meet\n\nThey met in Bandung on Tuesday.", "text/plain")) == ()


@pytest.mark.parametrize(
    "inner",
    [
        "<div>" * 3000 + f"<a href='/b'>{HEADS[0]}</a>",
        "<span>" * 3000 + f"<a href='/b'>{HEADS[0]}</a> x",
        "".join(f"<a href='/b/{n}'>{HEADS[0]}</a>" for n in range(5000)),
        f"<a href='/b'>{HEADS[0]}</a>" * 5000,
        "<div>"
        + "".join(f"<div><a href='/b/{n}'>{HEADS[0]}</a> {'x ' * 50}</div>" for n in range(3000))
        + "</div>",
        f"<a href='http://[::1'>{HEADS[0]}</a><a href='javascript:x()'>{HEADS[1]}</a><a href=''>{HEADS[2]}</a>",
    ],
)
def test_odd_pages_cost_no_time(inner: str, soon: Soon) -> None:
    soon(2, lambda: cards_of(page(inner)))
