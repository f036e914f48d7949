"""Site maps, news site maps and indexes of site maps: addresses with what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml import etree

from kawat.errors import InputError, TooLargeError
from kawat.intake.sources.item import Address, Hints, Item, broken_item, is_address, listed_item
from kawat.intake.sources.mapping import moment_in
from kawat.intake.sources.xml_guard import guarded
from kawat.intake.sources.xml_text import CUT_OFF, whole_part

MAX_ENTRIES = 50_000  # what the protocol allows
MAX_TAGS = 2_000_000  # the protocol lets a page have 1,000 pictures
LONGEST = 500  # characters of a title or a name


def sitemap_items(name: str, body: bytes) -> Iterator[Item]:
    """The pages of a site map, or the maps of an index (as addresses to be fetched each time).

    Raises `InputError` for what is no site map and, after its entries, where it is cut off; `TooLargeError`.
    """
    text, whole = whole_part(guarded(body))
    if text.count("<") > MAX_TAGS:
        raise TooLargeError(f"this site map has over {MAX_TAGS} tags: give a part of it")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # not even a beginning that can be mended
        root = None
    if root is None:
        raise InputError("this site map can not be parsed: check that it is complete")
    entries = [child for child in root if _local(child) in ("url", "sitemap")]
    for number, entry in enumerate(entries[:MAX_ENTRIES], 1):
        done = number / len(entries)
        told = _told(child for child in entry if _space(child) in ("", _space(entry)))
        address = told.get("loc", "")
        if not is_address(address):
            yield broken_item(f"{name}:{number}", InputError("its address is no http or https address"), done)
        elif _local(entry) == "sitemap":
            yield Item(address, Address(address), done=done)
        else:
            hints = _hints(entry)
            yield listed_item(address, hints, (told.get("lastmod", ""), hints.title or ""), done)
    if len(entries) > MAX_ENTRIES:
        raise InputError(f"this site map has over {MAX_ENTRIES} entries: the rest is not read")
    if not whole:
        raise InputError(CUT_OFF)


def _hints(entry: etree._Element) -> Hints:
    """What the news part of an entry says; pictures and films beside it have titles and dates of their own."""
    news = next((child for child in entry if _local(child) == "news"), None)
    told = {} if news is None else _told(news.iter())
    published = told.get("publication_date")
    return Hints(
        title=told.get("title", "")[:LONGEST] or None,
        outlet=told.get("name", "")[:LONGEST] or None,
        published=moment_in(published) if published else None,
    )


def _told(parts: Iterable[etree._Element]) -> dict[str, str]:
    """The first text under each name."""
    told: dict[str, str] = {}
    for part in parts:
        text = (part.text or "").strip()
        if text and _local(part):
            told.setdefault(_local(part), text[: LONGEST * 5])
    return told


def _local(element: etree._Element) -> str:
    """The name without its namespace; empty for comments and instructions."""
    return _parts(element.tag)[1] if isinstance(element.tag, str) else ""


def _space(element: etree._Element) -> str:
    """The namespace, or the prefix that no namespace was declared for."""
    return _parts(element.tag)[0] if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1_000)
def _parts(tag: str) -> tuple[str, str]:
    local = tag.rpartition("}")[2].rpartition(":")[2]
    return tag.removesuffix(local), local
