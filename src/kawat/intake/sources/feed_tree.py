"""What a feed says of itself and of its entries: RSS of every version, RDF, Atom, and what others put into them.

Only what is asked for is looked at, and each part of the feed once, so that no feed takes longer than it is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from html import escape
from urllib.parse import urljoin

from lxml import etree

from kawat.errors import InputError
from kawat.intake.sources.item import LONGEST_ADDRESS
from kawat.intake.sources.xml_mending import mended, with_known_references

DEEPEST = 200  # elements within one another that are followed

Parts = dict["Part", tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an entry, as it is written there; ``texts``: all that may be its text, markup and all."""

    link: str
    title: str
    published: str
    updated: str
    author: str
    texts: tuple[str, ...]


@dataclass(slots=True)
class FeedTree:
    """``entries``: the elements that `told` reads, each with the address that its links go on from."""

    title: str
    link: str
    entries: list[tuple[etree._Element, str]] = field(default_factory=list)


class Part(Enum):
    """What an element tells of the entry or feed that it stands in."""

    TITLE = auto()
    OTHER_TITLE = auto()
    LINK = auto()
    ID = auto()
    PUBLISHED = auto()
    UPDATED = auto()
    AUTHOR = auto()
    WHOLE_TEXT = auto()
    TEXT = auto()
    SUBTITLE = auto()


_PARTS = {
    name: part
    for part, names in {
        Part.TITLE: "title dc:title",
        Part.OTHER_TITLE: "media:title",
        Part.LINK: "link",
        Part.ID: "guid id",
        Part.PUBLISHED: "pubdate published issued dcterms:issued",
        Part.UPDATED: "updated modified lastbuilddate dc:date dcterms:modified",
        Part.AUTHOR: "author managingeditor dc:creator dc:author itunes:author",
        Part.WHOLE_TEXT: "content body fullitem content:encoded xhtml:body",
        Part.TEXT: "description summary abstract dc:description media:description itunes:summary",
        Part.SUBTITLE: "subtitle tagline itunes:subtitle",
    }.items()
    for name in names.split()
}
_ENTRIES = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "feed", "rdf", "rdf:rdf"})
_OF_OTHERS = frozenset("source image textinput contributor dc:contributor itunes:owner".split())
"""Elements with titles, links and names that are not those of the entry."""
_FIRST = frozenset({Part.TITLE, Part.ID})  # of these the first counts, of the others the last
_PAGES = frozenset({"text/html", "application/xhtml+xml", "html", "xhtml"})
_PREFIXES = {
    uri: prefix
    for prefix, uris in {
        "": "http://www.w3.org/2005/atom http://purl.org/atom/ns# http://purl.org/rss/1.0/ "
        "http://my.netscape.com/rdf/simple/0.9/ http://blogs.law.harvard.edu/tech/rss "
        "http://purl.org/rss/1.0/modules/rss091#",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd http://example.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss http://search.yahoo.com/mrss/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xhtml": "http://www.w3.org/1999/xhtml",
    }.items()
    for uri in uris.split()
}
_USERLAND = "backend.userland.com/rss"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIGH = re.compile("[\x80-\x9f]")
_CP1252 = {point: char for point in range(0x80, 0xA0) if (char := bytes([point]).decode("cp1252", "ignore"))}


def feed_tree(text: str) -> FeedTree:
    """The feed in ``text``. Raises `InputError` where it is none."""
    root = _root(with_known_references(text))
    if root is None or _name(root) not in _ROOTS:
        raise InputError("this feed can not be parsed: check that it is complete")
    feed, parts = FeedTree("", ""), Parts()
    for name, element, depth, base in _walk(root):
        if name in _ENTRIES:
            feed.entries.append((element, base))
        elif (part := _PARTS.get(name)) in (Part.TITLE, Part.LINK, Part.ID):
            _put(parts, part, depth, _value(part, element, base))
    feed.title, feed.link = _of(parts, Part.TITLE), _of(parts, Part.LINK) or _of(parts, Part.ID)
    return feed


def told(entry: etree._Element, base: str) -> Told:
    """What is said of ``entry``."""
    parts = Parts()
    whole: list[str] = []
    other: list[str] = []
    for name, element, depth, own in _walk(entry, base):
        part = _PARTS.get(name)
        if part in (Part.WHOLE_TEXT, Part.TEXT):
            (whole if part is Part.WHOLE_TEXT else other).append(_markup(element))
        elif part is not None:
            _put(parts, part, depth, _value(part, element, own))
    return Told(
        link=_of(parts, Part.LINK) or _of(parts, Part.ID),
        title=_of(parts, Part.TITLE) or _of(parts, Part.OTHER_TITLE),
        published=_of(parts, Part.PUBLISHED),
        updated=_of(parts, Part.UPDATED),
        author=_of(parts, Part.AUTHOR),
        texts=(*whole, *other) if any(whole) or any(other) else (_of(parts, Part.SUBTITLE),),
    )


def _root(text: str) -> etree._Element | None:
    """The tree of ``text``, mended only where it is broken: nothing of what is well made is read otherwise."""
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=False))
    except etree.XMLSyntaxError:
        pass
    try:
        return etree.fromstring(mended(text).encode("utf-8", "replace"), _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def _walk(top: etree._Element, base: str = "") -> Iterator[tuple[str, etree._Element, int, str]]:
    """What stands in ``top``, in its order: name, element, how deep, and the address that its links go on from.

    What tells of others is left out; entries and parts are not looked into.
    """
    waiting = [(top, 0, base)]
    while waiting:
        element, depth, base = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        name, base = _name(element), _based(element, base)
        if depth:
            if name in _OF_OTHERS:
                continue
            yield name, element, depth, base
        if depth < DEEPEST and (not depth or (name not in _ENTRIES and name not in _PARTS)):
            waiting.extend((child, depth + 1, base) for child in element.iterchildren(reversed=True))


def _based(element: etree._Element, base: str) -> str:
    told = element.get(_BASE)
    if told is None or len(told) > LONGEST_ADDRESS:
        return base
    joined = _joined(base, told.strip())
    return joined if len(joined) <= LONGEST_ADDRESS else base


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # brackets that hold no address
        return link


def _put(parts: Parts, part: Part, depth: int, value: str) -> None:
    """What stands less deep counts, else the first or the last."""
    before = parts.get(part)
    if value and (before is None or depth < before[0] or (depth == before[0] and part not in _FIRST)):
        parts[part] = depth, value


def _of(parts: Parts, part: Part) -> str:
    return parts[part][1] if part in parts else ""


def _value(part: Part, element: etree._Element, base: str) -> str:
    match part:
        case Part.TITLE | Part.OTHER_TITLE | Part.SUBTITLE:
            return _markup(element)
        case Part.LINK:
            return _link(element, base)
        case Part.ID:
            said = next((value for name, value in element.items() if name.lower() == "ispermalink"), "true")
            return _joined(base, _text(element)) if said == "true" else ""
        case Part.AUTHOR:
            return _author(element)
        case _:
            return _text(element)


def _link(element: etree._Element, base: str) -> str:
    """The address of the page that the element leads to; empty where it leads to something else."""
    to = element.get("url") or element.get("uri") or element.get("href")
    if to is None:
        return _joined(base, _text(element).replace("&amp;", "&"))
    to_page = (element.get("type") or "html").lower() in _PAGES
    to_itself = (element.get("rel") or "alternate").lower() == "alternate"
    return _joined(base, to.strip()) if to_page and to_itself else ""


def _author(element: etree._Element) -> str:
    named = {_name(child): _text(child) for child in element.iterchildren(etree.Element)}
    name, mail = named.get("name", ""), named.get("email", "")
    return f"{name} ({mail})" if name and mail else name or mail or _text(element)


def _text(element: etree._Element) -> str:
    return _characters((element.text or "").strip())


def _markup(element: etree._Element) -> str:
    """What the element holds, as HTML: written as a text, or with elements of its own."""
    if len(element) == 0:
        return _text(element)
    is_xml = (element.get("type") or "").lower() in ("xhtml", "application/xhtml+xml")
    first = element.text or ""
    out = [escape(first) if is_xml else first]
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner is element or not isinstance(inner.tag, str):
            continue
        tag = inner.tag.rpartition("}")[2].rpartition(":")[2]
        if event == "start":
            out.append(f"<{tag}>{escape(inner.text or '')}")
        else:
            out.append(f"{'' if tag in _VOID else f'</{tag}>'}{escape(inner.tail or '')}")
    return _characters("".join(out).strip())


def _characters(text: str) -> str:
    """``text`` with the characters that its writer meant: UTF-8 that was taken for another set is read anew."""
    try:
        return text if text.isascii() else text.encode("iso-8859-1").decode("utf-8")
    except UnicodeError:
        return text.translate(_CP1252) if _HIGH.search(text) else text


def _name(element: etree._Element) -> str:
    """The name in small letters, with the prefix that is usual for its namespace; none for those of feeds."""
    return _named(element.tag, element.prefix)


@lru_cache(maxsize=1_000)
def _named(tag: str, given: str | None) -> str:
    space, _, local = tag.rpartition("}")
    uri = space[1:].lower()
    if not space:
        return local.lower()
    prefix = "" if _USERLAND in uri else _PREFIXES.get(uri, given or "")
    return f"{prefix}:{local}".lower() if prefix else local.lower()
