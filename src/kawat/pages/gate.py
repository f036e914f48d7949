"""Whether an article is news text at all: what is plainly none need not be read.

It looks at the text as extracted and at the address, and errs by letting through. On the 181 pages of
article-extraction-benchmark it stops no article that has a text (``tests/pages/test_pages_gate.py``).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kawat.language import READ_LANGUAGES
from kawat.pages.shapes import ends_sentence, words_in
from kawat.records import Article, ParagraphKind

LEAST_WORDS = 12  # outside the title: a flash of one sentence has more
SHORT_WORDS = 120  # below, a page beside a film or pictures tells too little
WALL_WORDS = 80  # below, what is left beside a request to log in is its teaser
ERROR_WORDS = 60  # longer, it tells of an error and is none
SENTENCE_WORDS = 8  # a finished line of so many words is running text
LIST_LINES = 8  # fewer lines are no list
LIST_SHARE = 0.2  # of the words stand in running text: in a list of headlines hardly any do
LIST_PAGE_SHARE = 0.5  # the same, where the address says that it is a list

_ERROR = re.compile(
    r"\b(?:404|403|500|502|503)\b.{0,20}\b(?:not found|error|forbidden|unavailable)|page (?:was )?not found"
    r"|page (?:you|cannot|can't|does not|doesn't)\b.{0,60}\b(?:found|exist)|halaman (?:yang anda cari )?tidak "
    r"(?:ditemukan|tersedia)|access denied|akses ditolak|just a moment|attention required|are you a robot"
    r"|verify (?:that )?you are (?:a )?human|service unavailable|bad gateway|enable javascript|aktifkan javascript",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"(?:log|sign) ?in to (?:continue|read|view|access)|subscribe (?:now )?to (?:continue|read|keep|unlock|access)"
    r"|(?:create|register for) (?:a|your) free account|already (?:a subscriber|have an account)"
    r"|(?:this|the) (?:article|content|story) is (?:only |for |available )+.{0,20}\b(?:subscribers|members)"
    r"|(?:masuk|login|daftar) untuk (?:melanjutkan|membaca)"
    r"|berlangganan (?:sekarang )?untuk (?:membaca|melanjutkan)"
    r"|(?:artikel|konten) ini (?:khusus|hanya) untuk pelanggan|sudah (?:punya akun|berlangganan)\?",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"/(?:videos?|foto|photos?|gallery|galleries|galeri(?:-foto)?|infografis|infographics?|watch)/")
_LISTED = re.compile(r"/(?:tags?|topics?|topik|indeks|index|search|cari|kategori|category|authors?|penulis)(?:/|$)")


def why_no_news(article: Article) -> str | None:
    """The reason not to read ``article`` as news, or None; in a language that is not read anyway, None. Pure."""
    if article.language not in READ_LANGUAGES:
        return None
    lines = [p.span.of(article.text) for p in article.paragraphs if p.kind is not ParagraphKind.TITLE]
    words = sum(words_in(line) for line in lines)
    path = _path(article.url)
    head = "\n".join([article.title or "", *lines[:2]])
    if words < ERROR_WORDS and _ERROR.search(head):
        return "an error page, or one that keeps programs out"
    if any(_WALL.search(line) for line in lines):
        left = sum(words_in(line) for line in lines if not _WALL.search(line))
        if left < WALL_WORDS:
            return "a page that asks to log in or to subscribe"
    if words < LEAST_WORDS:
        return f"too short: {words} words without the title"
    running = sum(words_in(line) for line in lines if words_in(line) >= SENTENCE_WORDS and ends_sentence(line))
    if _SHOWN.search(path) and words < SHORT_WORDS:
        return "a page of a film or of pictures"
    least = LIST_PAGE_SHARE if _LISTED.search(path) or path in ("", "/") else LIST_SHARE
    if len(lines) >= LIST_LINES and running < least * words:
        return "a list of other pages"
    return None


def _path(url: str | None) -> str:
    """The path of the address, in small letters; something that is no home page where there is no address."""
    try:
        return urlsplit(url).path.lower() if url else "-"
    except ValueError:
        return "-"
