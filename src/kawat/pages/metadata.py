"""Title, outlet, byline, publication time and address of an HTML page, by what its head states."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urljoin, urlsplit

from lxml import html

from kawat.language.times import parse_moment
from kawat.pages.characters import clean_characters, fold
from kawat.pages.json_ld import Stated, stated_in
from kawat.pages.shapes import letters

logging.getLogger("htmldate").addHandler(logging.NullHandler())
LATEST = "2100-01-01"  # the date finder wants a bound; its own is the clock
MAX_TITLE = 300

_TIMES = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "publishdate", "publish-date", "publish_date", "pubdate",
    "published_time", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "content_publisheddate", "dc.date.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
_SITES = (
    "og:site_name",
    "application-name",
    "article:publisher_name",
    "dc.publisher",
    "publisher",
    "content_source",
)
_AUTHORS = ("author", "article:author", "content_author", "dc.creator", "parsely-author", "byl", "sailthru.author")
_TITLES = ("og:title", "twitter:title", "dc.title")
_SITE_TAIL = re.compile(r"\s+(?:[-–—|•·:»]|-{2,})\s+([^-–—|•·»]{2,60})$")
_UNKNOWN = frozenset(datetime(year, 1, 1) for year in (1, 1900, 1970))
_ISO = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
_ADDRESS = re.compile(r"https?:|www\.|@")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page states. ``moments`` in order of trust, ``titles`` every wording of the title."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    moments: tuple[datetime | date, ...] = ()
    url: str | None = None
    body: str | None = None
    titles: tuple[str, ...] = ()


def metadata_of(tree: html.HtmlElement, page_url: str | None) -> Metadata:
    """What ``tree`` states of itself; JSON-LD first, then meta elements, then headings and the title."""
    stated = stated_in(_scripts(tree))
    metas = _metas(tree)
    outlet = _line(stated.outlet) or _first(metas, _SITES)
    author = _line(stated.byline) or _first(metas, _AUTHORS)
    titles = _titles(tree, stated, metas, outlet)
    return Metadata(
        title=next((title for title in titles if not title.endswith(("...", "…"))), next(iter(titles), None)),
        outlet=outlet,
        byline=author if author and not _ADDRESS.search(author) and author != outlet else None,
        moments=_moments(tree, stated, metas),
        url=_canonical(tree, stated, metas, page_url),
        body=stated.body,
        titles=titles,
    )


def guessed_day(tree: html.HtmlElement, page_url: str | None) -> date | None:
    """The day that the page's markup suggests, for a page that states none."""
    from htmldate import find_date  # here: it takes long to load, and few pages need it

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=page_url, max_date=LATEST)
        return date.fromisoformat(found) if found else None
    except (ValueError, TypeError, OverflowError, AttributeError, RecursionError):
        return None


def best_moment(moments: Sequence[datetime | date]) -> datetime | date | None:
    """The first moment with a zone that is on (or a day beside) the first day stated, else that day."""
    if not moments:
        return None
    first = moments[0]
    day = first.date() if isinstance(first, datetime) else first
    for moment in moments:
        if isinstance(moment, datetime) and abs((moment.date() - day).days) <= 1:
            return moment
    return day


def read_moment(text: str) -> datetime | date | None:
    """An ISO 8601 time, or a publication line. A time without a zone gives its day only.

    None for what programs write where they know no time: the first moment that they can tell.
    """
    text = text.strip()[:120]
    if _ISO.match(text):
        try:
            moment = datetime.fromisoformat(text.replace("/", "-"))
        except ValueError:
            pass
        else:
            if moment.replace(tzinfo=None) in _UNKNOWN:
                return None
            return moment if moment.utcoffset() is not None else moment.date()
    found = parse_moment(text)
    return found[1] if found else None


def _scripts(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower() and element.text:
            yield element.text


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    """Meta contents by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _line(element.get("content"))
        if name and content:
            found.setdefault(name.lower().strip(), content)
    return found


def _first(metas: dict[str, str], names: Sequence[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _line(text: str | None) -> str | None:
    return fold(clean_characters(text))[:MAX_TITLE].strip() or None if text else None


def _titles(tree: html.HtmlElement, stated: Stated, metas: dict[str, str], outlet: str | None) -> tuple[str, ...]:
    """The wordings of the title, likeliest first, each without the site's name."""
    heading = next((_line(element.text_content()) for element in tree.iter("h1")), None)
    whole = next((_line(element.text_content()) for element in tree.iter("title")), None)
    candidates = [_line(stated.title), _first(metas, _TITLES), heading, whole]
    return tuple(_without_site(title, outlet, heading) for title in candidates if title)


def _without_site(title: str, outlet: str | None, heading: str | None) -> str:
    """``title`` without " - Outlet" at its end: where the outlet is known, or the heading says the rest."""
    match = _SITE_TAIL.search(title)
    if match is None:
        return title
    rest, tail = title[: match.start()].strip(), letters(match.group(1))
    known = letters(outlet or "")
    if (known and (tail in known or known in tail)) or (heading and letters(heading) == letters(rest)):
        return rest
    return title


def _moments(tree: html.HtmlElement, stated: Stated, metas: dict[str, str]) -> tuple[datetime | date, ...]:
    texts = [stated.published] if stated.published else []
    texts += [metas[name] for name in _TIMES if name in metas]
    for element in tree.iter("time"):
        if element.get("datetime"):
            texts.append(element.get("datetime"))
            break
    return tuple(moment for text in texts if (moment := read_moment(text)) is not None)


def _canonical(tree: html.HtmlElement, stated: Stated, metas: dict[str, str], page_url: str | None) -> str | None:
    """The address the page gives for itself, if it is on the site it came from; else where it came from."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for candidate in (*links, metas.get("og:url"), stated.url):
        address = _absolute(candidate, page_url)
        if address and (page_url is None or _site(address) == _site(page_url)):
            return address
    return page_url


def _absolute(candidate: str | None, page_url: str | None) -> str | None:
    if not candidate or len(candidate) > 2000:
        return None
    try:
        address = urljoin(page_url or "", candidate.strip())
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _site(address: str) -> str:
    """The last two labels of the host (three under two-letter pairs such as co.id)."""
    try:
        labels = (urlsplit(address).hostname or "").split(".")
    except ValueError:
        return ""
    short = len(labels) >= 3 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short else labels[-2:])
