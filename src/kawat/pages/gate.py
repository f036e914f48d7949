"""Whether an article is news text at all: what is plainly none need not be read.

It looks at the text as extracted, at the address and, where the page is there, at what its pieces lead to
(`kawat.pages.cards`), and errs by letting through. On the 181 pages of article-extraction-benchmark it stops no
article that has a text (``tests/pages/test_pages_gate.py``).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kawat.language import READ_LANGUAGES
from kawat.pages.cards import CARD_WORDS, cards_of
from kawat.pages.shapes import ends_sentence, letters, words_in
from kawat.records import Article, Page, ParagraphKind

LEAST_WORDS = 12  # outside the title: a flash of one sentence has more
SHORT_WORDS = 120  # below, a page beside a film or pictures tells too little
WALL_WORDS = 80  # below, what is left beside a request to log in is its teaser
ERROR_WORDS = 60  # longer, it tells of an error and is none
SENTENCE_WORDS = 8  # a finished line of so many words is running text
LIST_LINES = 8  # fewer lines are no list
LIST_SHARE = 0.2  # of the words stand in running text: in a list of headlines hardly any do
LIST_PAGE_SHARE = 0.5  # the same, where the address says that it is a list
HEAD = 1 << 16  # bytes in which the head of a page says what it is
LEAST_CARDS = 4  # fewer are what is left of a shelf of other articles
CARD_SHARE = 0.6  # of the words announce other pages: beside an article they are fewer than its own
NOTICE_WORDS = 25  # so many words beside a notice to the reader, under a title that is one, are no article

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
_NOTICE = re.compile(
    r"\b(?:we|kami)(?:\W+and our \w+)?\W+(?:also )?(?:use|store|menggunakan|memakai|menyimpan)\b.{0,40}\bcookies?\b"
    r"|(?:this|our) (?:web)?site uses\b.{0,20}\bcookies?|situs (?:web )?(?:ini|kami) (?:menggunakan|memakai) cookie"
    r"|(?:accept|reject|manage|allow|terima|tolak|kelola|izinkan) (?:all |semua )?(?:the )?cookies?"
    r"|your (?:privacy|consent|cookie) (?:choices|preferences|settings)|preferensi (?:cookie|privasi) anda"
    r"|(?:checking|verifying|testing|memeriksa|memverifikasi)\b.{0,40}\b(?:your (?:browser|connection)"
    r"|you are (?:a )?human|(?:browser|peramban|koneksi) anda|anda (?:adalah )?manusia)"
    r"|your browser will\b|peramban anda akan|(?:mohon|harap|silakan) selesaikan (?:captcha|verifikasi)"
    r"|(?:please (?:solve|complete)|completing) (?:the|this|a) (?:captcha|security check)"
    r"|(?:i'm|you are|you're|saya) (?:not a|bukan) robot|unusual (?:traffic|activity) from your"
    r"|lalu lintas (?:yang )?tidak biasa|\bray id\b|ddos protection|anti-virus scan"
    r"|enable (?:cookies|javascript)|aktifkan (?:cookie|javascript)",
    re.IGNORECASE,
)
_NOTICE_TITLE = re.compile(
    r"before you continue|sebelum (?:anda )?melanjutkan|your privacy|privasi anda|captcha|\brobot\b|\bhuman\b"
    r"|cookie (?:consent|settings|notice)|(?:persetujuan|pengaturan) cookie|one (?:more )?(?:step|moment)"
    r"|security (?:check|verification)|pemeriksaan keamanan|(?:please|mohon|harap) (?:wait|tunggu)",
    re.IGNORECASE,
)
_SEARCH_TITLE = re.compile(
    r"(?:hasil )?(?:pencarian|penelusuran)\b|(?:search )?results?\b|search\b|(?:anda|you) (?:mencari|searched)",
    re.IGNORECASE,
)
_SEARCH_FOUND = re.compile(
    r"(?:ditemukan|menampilkan|menemukan|terdapat|found|showing|about|sekitar)\b.{0,30}\b[\d.,]+ "
    r"(?:search )?(?:hasil|results?)\b|[\d.,]+ (?:hasil|results?) (?:ditemukan|found|untuk|for|pencarian|in 0)"
    r"|(?:hasil|results?) \d+\W+\d+ (?:dari|of)\b|(?:tidak ada|no) (?:hasil|results?)\b"
    r"|(?:hasil (?:pencarian|penelusuran)|search results?) (?:untuk|for)\b"
    r"|(?:urutkan|sort(?:ed)?) (?:berdasarkan|by)\b.{0,30}(?:tanggal|relevan|date|terbaru|newest)",
    re.IGNORECASE,
)
# Letters of scripts without spaces between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese): each may be one.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
_ARTICLE = re.compile(rb"""og:type["'][^<>]{0,40}["']article["']|article:published_time""", re.IGNORECASE)
_SHOWN = re.compile(r"/(?:videos?|foto|photos?|gallery|galleries|galeri(?:-foto)?|infografis|infographics?|watch)/")
_LISTED = re.compile(r"/(?:tags?|topics?|topik|indeks|index|search|cari|kategori|category|authors?|penulis)(?:/|$)")


def why_no_news(article: Article, page: Page | None = None) -> str | None:
    """The reason not to read ``article`` as news, or None; in a language that is not read anyway, its length alone
    counts: what language a few words are in can not be told. Pure.

    ``page``: what it was taken from, where that is at hand.
    """
    lines = [p.span.of(article.text) for p in article.paragraphs if p.kind is not ParagraphKind.TITLE]
    words = sum(words_in(line) for line in lines)
    if article.language not in READ_LANGUAGES:
        return _too_short(words + sum(len(_UNSPACED.findall(line)) for line in lines))
    path = _path(article.url)
    head = "\n".join([article.title or "", *lines[:2]])
    if words < ERROR_WORDS and _ERROR.search(head):
        return "an error page, or one that keeps programs out"
    if any(_WALL.search(line) for line in lines):
        left = sum(words_in(line) for line in lines if not _WALL.search(line))
        if left < WALL_WORDS:
            return "a page that asks to log in or to subscribe"
    if _is_notice(article.title or "", lines, words):
        return "a notice to the reader: on cookies, or a check of the browser"
    if words < SHORT_WORDS and _SEARCH_TITLE.match(article.title or "") and _SEARCH_FOUND.search(head):
        return "the results of a search"
    if words < LEAST_WORDS:
        return _too_short(words)
    running = sum(words_in(line) for line in lines if words_in(line) >= SENTENCE_WORDS and ends_sentence(line))
    if _SHOWN.search(path) and words < SHORT_WORDS:
        return "a page of a film or of pictures"
    least = LIST_PAGE_SHARE if _LISTED.search(path) or path in ("", "/") else LIST_SHARE
    if len(lines) >= LIST_LINES and running < least * words:
        return "a list of other pages"
    if page is not None and _are_cards(lines, words, page):
        return "a list of other pages, with a few words on each"
    return None


def _too_short(words: int) -> str | None:
    return f"too short: {words} words without the title" if words < LEAST_WORDS else None


def _is_notice(title: str, lines: list[str], words: int) -> bool:
    if words >= SHORT_WORDS or not any(_NOTICE.search(line) for line in lines):
        return False
    left = sum(words_in(line) for line in lines if not _NOTICE.search(line))
    return left < (NOTICE_WORDS if _NOTICE_TITLE.search(title) else LEAST_WORDS)


def _are_cards(lines: list[str], words: int, page: Page) -> bool:
    """Whether most of the text stands in pieces that lead to other pages, each to its own."""
    short = [line for line in lines if words_in(line) <= CARD_WORDS]
    if len(short) < LEAST_CARDS or sum(words_in(line) for line in short) < CARD_SHARE * words:
        return False  # whatever the page looks like: there is no need to take it apart
    if _ARTICLE.search(page.body, 0, HEAD):
        return False  # it says so itself, as no list does
    cards = cards_of(page)
    holding = [(line, next((card for card in cards if letters(line) in card), None)) for line in short]
    announced = sum(words_in(line) for line, card in holding if card is not None)
    return len({card for _, card in holding if card}) >= LEAST_CARDS and announced >= CARD_SHARE * words


def _path(url: str | None) -> str:
    """The path of the address, in small letters; something that is no home page where there is no address."""
    try:
        return urlsplit(url).path.lower() if url else "-"
    except ValueError:
        return "-"
