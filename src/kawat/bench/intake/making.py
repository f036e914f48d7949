"""Pages of news made up for measuring: sentences of reports and real pages in new order, in frames of real pages.

Each page is another article: its sentences are drawn, its countries exchanged for others, its day moved, so that
few are copies and events are told by some pages each, as in a day of news. The same pages on every run.
"""

from __future__ import annotations

import gzip
import html
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lxml import etree
from lxml import html as markup

from kawat.bench.speed import report_paths
from kawat.errors import KawatError, NotFoundError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.language import READ_LANGUAGES, sentences_of
from kawat.pages import article_from_page, read_path
from kawat.records import Article, Page, ParagraphKind

SEED = 20260101
FIRST_DAY = datetime(2025, 1, 1, 6, tzinfo=UTC)
DAYS = 300
OUTLETS = 180
COPIES = 0.1
"""The share of pages that print again what a page before them has."""
REAL = 0.5
"""The share of articles, of those in a language of the real pages, whose sentences are of one real page."""
SENTENCES_A_PARAGRAPH = 2
LEAST_SENTENCES = 8
MIN_FRAME, MAX_FRAME = 2_000, 200_000
"""Sizes of the frames in characters: smaller ones are no pages, larger ones only fill the disk."""

_TITLE, _BODY, _HEAD = "\ue000title\ue000", "\ue000body\ue000", "\ue000head\ue000"


@dataclass(frozen=True, slots=True)
class Made:
    """An article before it is in a frame."""

    language: str
    title: str
    paragraphs: tuple[str, ...]


def made_pages(reports: Path, frames: Path | None, count: int, words: int) -> Iterator[bytes]:
    """``count`` pages of about ``words`` words each. ``frames``: a folder with pages, as `kawat bench pages` takes.

    Raises `NotFoundError` where a folder has nothing to make pages of.
    """
    pools = _pools([article_from_page(read_path(str(path))) for path in report_paths(reports)])
    around = frames_in(frames) if frames is not None else [_PLAIN_FRAME]
    others = texts_in(frames) if frames is not None else []
    dice = random.Random(SEED)
    known = _countries()
    before: list[Made] = []
    for number in range(count):
        if before and dice.random() < COPIES:
            one = dice.choice(before[-200:])
        else:
            language = READ_LANGUAGES[number % len(READ_LANGUAGES)]
            real = [pool for spoken, pool in others if spoken == language]
            pool = dice.choice(real) if real and dice.random() < REAL else pools[language]
            one = _made(dice, language, pool, known[language], words)
            before.append(one)
        yield _page(dice, around[dice.randrange(len(around))], one, number)


# --- articles -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pool:
    titles: tuple[str, ...]
    sentences: tuple[str, ...]


def _pools(reports: Sequence[Article]) -> dict[str, _Pool]:
    found = {}
    for language in READ_LANGUAGES:
        own = [one for one in reports if one.language == language]
        titles = [one.title for one in own if one.title]
        sentences = [text for one in own for text in _sentences(one)]
        if not titles or not sentences:
            raise NotFoundError(f"the reports have no titled article in {language!r}: give others")
        found[language] = _Pool(tuple(titles), tuple(sentences))
    return found


def _sentences(article: Article) -> list[str]:
    titles = [one.span for one in article.paragraphs if one.kind is ParagraphKind.TITLE]
    spans = [one.span for one in sentences_of(article)]
    return [s.of(article.text) for s in spans if not any(t.start <= s.start < t.end for t in titles)]


def _made(dice: random.Random, language: str, pool: _Pool, countries: _Countries, words: int) -> Made:
    chosen: list[str] = []
    while sum(len(one.split()) for one in chosen) < words:
        chosen.append(dice.choice(pool.sentences))
    others: dict[str, str] = {}

    def exchanged(text: str) -> str:
        return countries.pattern.sub(lambda found: others.setdefault(found[0], dice.choice(countries.names)), text)

    told = [exchanged(one) for one in (dice.choice(pool.titles), *chosen)]
    step = SENTENCES_A_PARAGRAPH
    return Made(language, told[0], tuple(" ".join(told[at : at + step]) for at in range(1, len(told), step)))


@dataclass(frozen=True, slots=True)
class _Countries:
    names: tuple[str, ...]
    pattern: re.Pattern[str]


def _countries() -> dict[str, _Countries]:
    entries = [one for one in load_knowledge().entries(EntryKind.COUNTRY) if one.country is not None]
    found = {}
    for language in READ_LANGUAGES:
        names = tuple(dict.fromkeys(one.name_id if language == "id" else one.name_en for one in entries))
        longest = sorted(names, key=len, reverse=True)
        found[language] = _Countries(names, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"))
    return found


# --- pages ----------------------------------------------------------------------------------------------


def _page(dice: random.Random, frame: str, made: Made, number: int) -> bytes:
    outlet = f"Outlet {dice.randrange(OUTLETS)}"
    at = FIRST_DAY + timedelta(minutes=dice.randrange(DAYS * 24 * 60))
    title = html.escape(made.title)
    head = (
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{at.isoformat()}">'
        f'<link rel="canonical" href="https://{outlet.lower().replace(" ", "-")}.example/news/{number}">'
    )
    body = "".join(f"<p>{html.escape(one)}</p>\n" for one in made.paragraphs)
    page = frame.replace(_HEAD, head).replace(_TITLE, title).replace(_BODY, body)
    return page.encode("utf-8")


_PLAIN_FRAME = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{_TITLE}</title>{_HEAD}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>{_TITLE}</h1>{_BODY}</article></main>
<footer>Contact</footer></body></html>
"""


def frames_in(folder: Path) -> list[str]:
    """The pages of a folder without their article, by name. Raises `NotFoundError` where there is none."""
    paths = sorted((folder / "html").glob("*.html.gz"))
    found = [frame for path in paths if (frame := frame_of(gzip.decompress(path.read_bytes()))) is not None]
    if not found:
        raise NotFoundError(f"{folder} has no html/*.html.gz that a page can be made of: give the pages' folder")
    return found


def texts_in(folder: Path) -> list[tuple[str, _Pool]]:
    """Language, title and sentences of the articles on the pages of a folder, by name."""
    found = []
    for path in sorted((folder / "html").glob("*.html.gz")):
        try:
            article = article_from_page(Page(gzip.decompress(path.read_bytes()), "text/html"))
        except KawatError:
            continue
        sentences = _sentences(article)
        if article.title and len(sentences) >= LEAST_SENTENCES:
            found.append((article.language, _Pool((article.title,), tuple(sentences))))
    return found


def frame_of(page: bytes) -> str | None:
    """A page with marks where title, text and head are to stand; None where its text can not be told from it."""
    parser = markup.HTMLParser(encoding="utf-8", huge_tree=False)
    root = markup.document_fromstring(page.replace(b"\x00", b""), parser=parser)
    head, home = root.find("head"), _home(root)
    if head is None or home is None or len(page) > MAX_FRAME:
        return None
    for one in [*root.iter("script", "noscript", "template", "style", "time", "title", "h1", "link")]:
        one.drop_tree()
    for one in [*root.iter("meta")]:
        if one.get("charset") is None:
            one.drop_tree()
    for child in [*home]:
        home.remove(child)
    home.text = f"{_TITLE}{_BODY}"
    if head.getparent() is None or home.getroottree().getroot() is not root:
        return None
    head.text = f"{_HEAD}{_TITLE}"
    text = etree.tostring(root, encoding="unicode", method="html")
    text = text.replace(f"{_TITLE}{_BODY}", f"<h1>{_TITLE}</h1>{_BODY}")
    text = text.replace(f"{_HEAD}{_TITLE}", f'<meta charset="utf-8"><title>{_TITLE}</title>{_HEAD}')
    return f"<!DOCTYPE html>\n{text}" if len(text) >= MIN_FRAME else None


def _home(root: markup.HtmlElement) -> markup.HtmlElement | None:
    """The element that holds most text in paragraphs of its own."""
    sizes: dict[markup.HtmlElement, int] = {}
    for one in root.iter("p"):
        parent = one.getparent()
        if parent is not None and parent.tag not in ("body", "html"):
            sizes[parent] = sizes.get(parent, 0) + len(one.text_content())
    return max(sizes, key=lambda one: sizes[one], default=None)
