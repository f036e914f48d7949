"""Any bytes give an article or an error of ours, with spans that hold, and in short time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import helper_time
from kawat.errors import KawatError
from kawat.pages import article_from_page
from kawat.records import Article, Page, ParagraphKind

LONGEST = 2.0  # seconds for one input on a slow machine; most take milliseconds


def check(page: Page) -> Article | None:
    """The article in ``page``, its promises checked; None where an error of ours refuses it."""
    found, spent = timed(page)
    if spent >= LONGEST:  # told in seconds of the machine, the lesser of two
        helper_time.check(LONGEST, lambda: timed(page))
    if found is not None:
        check_promises(found)
    return found


def timed(page: Page) -> tuple[Article | None, float]:
    """What comes of ``page``, and the seconds of processor that it took."""
    start = time.process_time()
    try:
        found = article_from_page(page)
    except KawatError as error:
        assert len(str(error)) > 10
        found = None
    return found, time.process_time() - start


def check_promises(found: Article) -> None:
    assert "\n\n".join(piece.span.of(found.text) for piece in found.paragraphs) == found.text
    at = 0
    for piece in found.paragraphs:
        assert piece.span.start == at
        words = piece.span.of(found.text)
        assert words == " ".join(words.split())
        at = piece.span.end + 2
    titles = [piece for piece in found.paragraphs if piece.kind is ParagraphKind.TITLE]
    assert [piece.span.of(found.text) for piece in titles] == ([found.title] if found.title else [])
    assert sum(piece.kind is ParagraphKind.LEAD for piece in found.paragraphs) <= 1
    found.text.encode("utf-8")


MEDIA = st.sampled_from([None, "text/html", "text/plain", "application/octet-stream"])
CHARSET = st.sampled_from([None, "utf-8", "latin-1", "utf-16", "idna", "zip", "x" * 50, "utf-7", "iso-2022-jp"])
PIECES = st.sampled_from(
    [
        "Baca juga:", "Advertisement", "Jakarta - ", "MOSCOW (Reuters) - ", "(abc/def)", "- ", "1. ", "\n", "\n\n",
        " ",
        "14 August 2025, 08:01 WIB", "By Jane Doe", ":strip_icc()/a.jpg)", "Foto: ", "(Foto: A/B)", "Tags:",
        "Sources",
        "<p>", "</p>", "<div>", "<html>", "<blockquote>", "<li>", "<br>", "<table><tr><td>", "&nbsp;", "&#0;",
        '"', "©",
        "The minister said on Monday that he would go.", "Menteri itu pergi ke Tokyo", "\u200b", "\u0301",
        "\ud800", "\x00",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=3000), MEDIA, CHARSET)
def test_any_bytes(body: bytes, media_type: str | None, charset: str | None) -> None:
    check(Page(body, media_type=media_type, charset=charset))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), max_size=40), MEDIA)
def test_any_mixture_of_news_and_debris(pieces: list[str], media_type: str | None) -> None:
    check(Page("".join(pieces).encode("utf-8", "surrogatepass"), media_type=media_type))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), max_size=40))
def test_any_mixture_inside_a_page(pieces: list[str]) -> None:
    body = "".join(pieces)
    filler = "<p>The two ministers met in the capital and agreed to speak again next week, aides said.</p>" * 3
    html = f"<!DOCTYPE html><html><body><article>{filler}{body}{filler}</article></body></html>"
    check(Page(html.encode("utf-8", "surrogatepass"), media_type="text/html"))


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<div>" * 200_000 + b"<p>deep down here</p>",
        b"<html><body><p>" + b"word " * 1_900_000,
        b"<html><body><p>" + b"x" * 9_900_000,
        b"<html><body>" + b"<p>word after word after word</p>" * 100_000,
        b"<html><body>" + b"<a href=x>w</a>" * 100_000,
        b"<html><body><p>" + b"<span>x </span>" * 200_000,
        b"<html><body><table>" + b"<tr><td>one<td>two" * 50_000,
        b"<html><body>" + b"<ul><li>abc def" * 30_000,
        b"<html><head>" + b"<meta name='a' content='b'>" * 100_000,
        b"<!--" * 500_000,
        b"<script>" * 300_000,
        b"<" * 1_000_000,
        b"x" * 490_000,
        b"a.jpg" * 90_000,
        b"a.jpg " * 80_000,
        b"a b c\n" * 80_000,
        b"Baca juga:\n" * 40_000,
        b"Tags\n" * 60_000,
        b":a(b)" * 90_000,
        b"Ab, " * 100_000,
        b"A - " * 100_000,
        b"(" * 490_000,
        b'"' * 490_000,
        b"&amp;" * 90_000,
        ("a" + "\u0301\u0323" * 100_000).encode(),
        b"The minister said the talks went on for a long while that day.\n" * 4_900,
        b" ".join(b"word%d" % n for n in range(60_000)),
        b"<!--" * 2_000_000,
        b"<!-- --" * 1_200_000,
        b"<script>" * 1_000_000,
        b"<script " * 1_000_000 + b">",
        b"<style ld+json " * 500_000 + b"></style>",
        b"<p>one</p><style>a</style><!-- b -->" * 100_000,
        b"<html><script type='application/ld+json'>" + b"-->" + b" " * 400_000 + b"x</script><p>word",
        b'<html><head><meta name="author" content="' + b"<!--" * 400_000 + b'"></head><p>word</p>',
        b'<html><body><p title="' + b"<!--" * 400_000 + b'">word</p><img alt="' + b"<!-- --" * 90_000 + b'">',
        b"<p>" + b"s" * 400_000 + b"</p><p>" + b"a@b" * 100_000 + b"</p>",
        b'<p>"Ia pergi" ' + b'kata.Menlu "a." I. (b) ' * 20_000 + b"</p>",
    ],
    ids=range(38),
)
def test_pathological_inputs_take_no_longer_than_others(body: bytes) -> None:
    for media_type in ("text/html", None):
        check(Page(body, media_type=media_type))


def test_lone_surrogates_nuls_and_controls_are_cleaned() -> None:
    found = check(Page(b"Talks go on\nThe minister\x00 said \xed\xa0\x80 that\x07 he would go to Hanoi.\n"))
    assert found is not None
    assert "\x00" not in found.text
    assert "minister said" in found.text


def test_a_long_page_loses_what_nobody_reads_and_nothing_else() -> None:
    from kawat.pages.markup import without_unread

    page = (
        "<p>one</p><!-- two --><SCRIPT src=a>three</Script ><script type='application/LD+JSON'>{\"a\": 1}</script>"
        "<style>four</style><svg><style>five</style></svg><p>six<!-- seven<p>eight"
    )
    kept = without_unread(page)
    assert kept == "<p>one</p>  <script type='application/LD+JSON'>{\"a\": 1}</script>  <p>six<!-- seven<p>eight"
    assert without_unread("<script <p>a</p>") == "<script <p>a</p>"
    assert without_unread("no markup") == "no markup"


MANY = [f"a{number}" for number in range(150_000)]
CROWDED = [
    f"<p {' '.join(MANY)}>word",
    f"<p {'=1 '.join(MANY)}>word",
    '<p a="' + '"b="'.join(MANY) + '">word',
    "<p a='>' " + "='>'".join(MANY) + "='>'>word",
    f"<p {'/'.join(MANY)}>word",
    f"<p {' <'.join(MANY)}>word",
    f"<p {' </b '.join(MANY)}>word",
    f"<p {' --'.join(MANY)}>word",
    f'<p "=">" {" ".join(MANY)}>word',
    f"<p {' '.join(MANY)}",
    f"<script>if (a <p {' '.join(MANY)}</script><p>word",
    f"<textarea><script></textarea><p {' '.join(MANY)}>word",
    f"<!--><p {' '.join(MANY)}>--><p>word",
    f"</p {' '.join(MANY)}>word",
    f"<p {' '.join(MANY[:290])}>word" * 1_000,
]


@pytest.mark.parametrize("markup", CROWDED, ids=range(len(CROWDED)))
def test_many_attributes_of_a_tag_take_no_time(markup: str) -> None:
    check(Page(f"<html><body><p>First words.</p>{markup}</body></html>".encode(), media_type="text/html"))


def test_only_tags_that_are_crowded_lose_their_attributes() -> None:
    from kawat.pages.markup import MAX_ATTRIBUTES, thinned

    long = "word " * 2_000
    for kept in (
        f'<meta name="description" content="{long}"><p title=\'{long}>\' b>x</p>',
        f"<p {' '.join(MANY[: MAX_ATTRIBUTES - 1])}>x",
        f'<script type="application/ld+json">{{"a": "1 < 2 {long}"}}</script>',
    ):
        assert thinned(kept) == kept
    script = f"<script>for (i = 0; i<n; i++) {{ {long} }}</script><!-- a <b {long} --><p>x</p>"
    assert thinned(script).endswith("</script><!-- a <b>--><p>x</p>")
    assert thinned(f"<p {' '.join(MANY)}/><b c>x") == "<p/><b c>x"
