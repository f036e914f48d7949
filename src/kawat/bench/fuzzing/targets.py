"""What is fuzzed: each target takes any bytes and says what they came to, or raises what a caller is promised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kawat.bench.fuzzing import words
from kawat.errors import InputError, UsageError
from kawat.records import Article, Page

MOST = 2_000  # items of one input that are looked at
MOST_READY = 10  # of these are made articles: what is timed is one step, not a table of many rows
NOW = datetime(2025, 8, 14, 9, 30, tzinfo=UTC)
MEDIA = (None, "text/html", "text/plain", "application/xhtml+xml", "TEXT/HTML;", "application/json", "x")
CHARSETS = (None, "utf-8", "latin-1", "utf-16", "gb18030", "utf-7", "shift_jis", "hex", "idna", "no-such", "\x00")
PUBLISHED = (None, date(2025, 8, 14), NOW, date(1, 1, 1), date(9999, 12, 31))


class WrongError(Exception):
    """A target gave what it should never give."""


@dataclass(frozen=True, slots=True)
class Target:
    """``call`` gives in a word what the bytes came to; ``longest``: bytes of an input."""

    name: str
    says: str
    call: Callable[[bytes], str]
    words: tuple[bytes, ...]
    longest: int


def page(data: bytes) -> str:
    """The first two bytes choose how the page is labelled, the others are the page."""
    from kawat.language import sentences_of
    from kawat.pages import article_from_page
    from kawat.pages.gate import why_no_news

    media, charset = (
        (MEDIA[data[0] % len(MEDIA)], CHARSETS[data[1] % len(CHARSETS)]) if len(data) > 1 else (None,) * 2
    )
    given = Page(data[2:], media, charset, "https://kabar.example/2025/08/14/a.html")
    try:
        article = article_from_page(given)
    except InputError as error:
        return type(error).__name__
    _hold(article)
    for sentence in sentences_of(article):
        _within(article.text, sentence.span.start, sentence.span.end)
    return "news" if why_no_news(article, given) is None else "no news"


def feed(data: bytes) -> str:
    """As a feed or a site map, with and without its texts, and as a robots.txt."""
    from kawat.intake.watching.listings import listing_from_bytes
    from kawat.intake.watching.robots import rules_from

    rules = rules_from(200, data, 0.0)
    rules.allows("https://kabar.example/2025/08/14/a.html?page=1", "kawat")
    if not rules.delay("kawat") >= 0:
        raise WrongError(f"a delay of {rules.delay('kawat')}")
    came = []
    for full in (False, True):
        try:
            found = listing_from_bytes(data, "https://kabar.example/feed", 1_000_000, full)
        except InputError as error:
            came.append(type(error).__name__)
            continue
        for entry in found.entries:
            if not entry.url.startswith(("http://", "https://")):
                raise WrongError(f"an address {entry.url!r}")
            entry.url.encode("utf-8")
            (entry.content or "").encode("utf-8")
        came.append(found.kind.value)
    return " ".join(dict.fromkeys(came))


def time(data: bytes) -> str:
    """Times and quantities in a text, resolved from every side; a line as a moment and as a header."""
    from kawat.intake.sources.mapping import moment_in
    from kawat.intake.watching.clock import retry_after
    from kawat.language import find_quantities
    from kawat.language.times import Direction, find_times, parse_moment, resolve_time

    text = data.decode("utf-8", "ignore")
    found = 0
    for language in ("en", "id"):
        for expression in find_times(text, language):
            found += 1
            _within(text, expression.span.start, expression.span.end)
            for published in PUBLISHED if found <= MOST // 20 else ():
                for direction in Direction:
                    _day_order(resolve_time(expression, published, direction))
        for quantity in find_quantities(text, language):
            _within(text, quantity.span.start, quantity.span.end)
    parse_moment(text)
    moment_in(text)
    retry_after(text, NOW)
    return "times" if found else "none"


def rows(data: bytes) -> str:
    """As a collection: WARC, JSON, CSV, Parquet, a list of addresses, packed or not."""
    from kawat.intake.inputs import InputOptions
    from kawat.intake.sources.collect import items_of_page
    from kawat.intake.sources.item import Broken, Ready
    from kawat.intake.sources.ready import article_of

    came: dict[str, None] = {}
    ready = 0
    try:
        for number, item in enumerate(items_of_page("source", Page(data), InputOptions(max_bytes=1_000_000))):
            came[type(item.content).__name__] = None
            if isinstance(item.content, Broken) and not isinstance(item.content.error, InputError):
                raise WrongError(repr(item.content.error)) from item.content.error
            if isinstance(item.content, Ready) and (ready := ready + 1) <= MOST_READY:
                try:
                    _hold(article_of(item.content))
                except InputError as error:
                    came[type(error).__name__] = None
            if number >= MOST:
                break
    except InputError as error:
        came[type(error).__name__] = None
    return " ".join(came)


TARGETS = (
    Target("page", "a page to its article", page, words.PAGE, 200_000),
    Target("feed", "feeds, site maps, robots.txt", feed, words.FEED, 200_000),
    Target("time", "times and quantities in a text", time, words.TIME, 8_000),
    Target("rows", "WARC, JSON, CSV, Parquet", rows, words.ROWS, 300_000),
)


def target_named(name: str) -> Target:
    """Raises `UsageError`."""
    for target in TARGETS:
        if target.name == name:
            return target
    raise UsageError(f"there is no target {name!r}; it is one of: {', '.join(one.name for one in TARGETS)}")


def _hold(article: Article) -> None:
    """What every article promises: text that can be stored, paragraphs inside it in order."""
    article.text.encode("utf-8")
    for told in (article.title, article.outlet, article.byline, article.url):
        (told or "").encode("utf-8")
    before = 0
    for paragraph in article.paragraphs:
        _within(article.text, paragraph.span.start, paragraph.span.end)
        if paragraph.span.start < before:
            raise WrongError(f"the paragraph at {paragraph.span.start} begins before {before}")
        before = paragraph.span.end


def _within(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise WrongError(f"a span from {start} to {end} in a text of {len(text)}")


def _day_order(time: object) -> None:
    start, end = getattr(time, "start", None), getattr(time, "end", None)
    if start is not None and end is not None and str(start)[:10] > str(end)[:10]:
        raise WrongError(f"a time from {start} to {end}")
