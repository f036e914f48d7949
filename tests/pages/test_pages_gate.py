"""What is no news is told apart, and no real article is lost."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kawat.errors import KawatError
from kawat.language import READ_LANGUAGES
from kawat.pages import article_from_page, read_path
from kawat.pages.gate import why_no_news
from kawat.records import Article, Page

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "pages"
PROSE = (
    "Indonesia's foreign minister met her Swedish counterpart in Bandung on Tuesday to discuss fishing rights.",
    "The two ministers agreed to hold further talks in Stockholm in September, the ministry said in a statement.",
    "Menteri luar negeri kedua negara sepakat untuk bertemu lagi pada bulan September di Stockholm.",
)
HEADLINES = tuple(f"Minister says talks number {number} went well" for number in range(20))


def article(title: str, *lines: str, url: str | None = "https://kabar.example/2025/08/talks") -> Article:
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return article_from_page(Page(head.encode(), "text/html", url=url))


def plain(*lines: str) -> Article:
    return article_from_page(Page("\n\n".join(lines).encode(), "text/plain"))


@pytest.mark.parametrize(
    ("title", "lines", "url", "said"),
    [
        (
            "404 Not Found",
            ("Sorry, there is nothing here to see. Go back to the home page please.",),
            None,
            "error",
        ),
        (
            "Halaman tidak ditemukan",
            ("Maaf, halaman yang Anda cari sudah tidak ada di situs kami ini.",),
            None,
            "error",
        ),
        (
            "Just a moment...",
            ("We are checking that your connection to this site is secure and safe.",),
            None,
            "error",
        ),
        ("Ministers meet", (PROSE[0], "Subscribe to continue reading this story and many others."), None, "log in"),
        (
            "Menteri bertemu",
            (PROSE[2], "Artikel ini khusus untuk pelanggan. Masuk untuk melanjutkan."),
            None,
            "log in",
        ),
        ("Ministers meet", ("They met.",), None, "too short"),
        ("Ministers meet", (PROSE[0], PROSE[1]), "https://kabar.example/video/2025/talks", "film"),
        ("Menteri bertemu", (PROSE[2],), "https://kabar.example/foto/12/talks", "film"),
        ("All about ministers", HEADLINES, "https://kabar.example/tag/ministers", "list"),
        ("Kabar", (*HEADLINES, PROSE[0]), "https://kabar.example/", "list"),
        ("All about ministers", HEADLINES, None, "list"),
    ],
)
def test_what_is_no_news_is_told_with_the_reason(
    title: str, lines: tuple[str, ...], url: str | None, said: str
) -> None:
    assert said in (why_no_news(article(title, *lines, url=url or "https://kabar.example/a/b")) or "let through")


@pytest.mark.parametrize(
    ("title", "lines", "url"),
    [
        ("Ministers meet", PROSE[:1], None),
        ("Ministers meet", PROSE, "https://kabar.example/tag/talks"),
        ("Ministers meet", PROSE * 4, "https://kabar.example/video/2025/talks"),
        ("Ministers meet", (*PROSE * 3, "Subscribe to continue reading this story and many others."), None),
        ("Access denied to inspectors, says Seoul", PROSE * 3, None),
        ("Iran says 404 prisoners were not found guilty", PROSE * 3, None),
        (
            "Rudal ditembakkan",
            ("Korea Utara menembakkan rudal ke laut di lepas pantai timur, kata militer Seoul.",),
            None,
        ),
    ],
)
def test_news_is_let_through(title: str, lines: tuple[str, ...], url: str | None) -> None:
    assert why_no_news(article(title, *lines, url=url or "https://kabar.example/a/b")) is None


def test_a_plain_text_is_judged_by_its_text_alone() -> None:
    assert why_no_news(plain("Ministers meet in Bandung", *PROSE)) is None
    assert "list" in (why_no_news(plain("Ministers meet in Bandung", *HEADLINES)) or "")


def test_what_is_not_read_anyway_is_not_judged() -> None:
    thai = article("พบ", "รัฐมนตรีว่าการกระทรวงการต่างประเทศได้พบกับเอกอัครราชทูต")
    assert thai.language == "th" and why_no_news(thai) is None


@pytest.mark.parametrize(
    ("lines", "short"),
    [
        (("short",), True),  # taken for Nigerian Pidgin
        (("Wadannan kalmomi kadan ne.",), True),
        (
            ("Les ministres se sont rencontrés mardi à Bandung, selon le porte-parole du gouvernement suédois.",),
            False,
        ),
        (("外交部长周二在北京会见马来西亚外长。",), False),
        (("外相が会談。",), True),
    ],
)
def test_a_few_words_are_no_news_in_any_language(lines: tuple[str, ...], short: bool) -> None:
    found = plain(*lines)
    assert found.language not in READ_LANGUAGES
    assert (why_no_news(found) is not None) is short
    assert "too short" in (why_no_news(found) or "too short")


def test_our_own_reports_are_news() -> None:
    folders = (ROOT / "examples", ROOT / "gold" / "stories" / "dev")
    paths = sorted(path for folder in folders for path in folder.rglob("reports/*") if path.is_file())
    assert len(paths) > 20
    judged = {}
    for path in paths:
        if path.suffix in (".txt", ".html"):
            page = read_path(str(path))
            judged[path.name] = why_no_news(article_from_page(page), page)
    assert {name: why for name, why in judged.items() if why} == {}
    assert judged


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the measuring data are not beside the checkout")
def test_no_article_of_the_benchmark_is_lost() -> None:
    truth = json.loads((SHARED / "ground-truth.json").read_text(encoding="utf-8"))
    lost, judged = {}, 0
    for key, told in truth.items():
        body = next((SHARED / "html").glob(f"{key}*")).read_bytes()
        body = gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
        try:
            page = Page(body, "text/html", url=told["url"])
            found = article_from_page(page)
        except KawatError:
            continue
        judged += 1
        reason = why_no_news(found, page)
        if reason:
            lost[told["url"]] = reason
    assert judged > 170
    assert lost == {}
