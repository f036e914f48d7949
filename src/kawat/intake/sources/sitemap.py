"""Site maps, news site maps and indexes of site maps: addresses with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kawat.errors import InputError
from kawat.intake.sources.item import Address, Hints, Item, broken_item, listed_item
from kawat.intake.sources.kinds import is_address
from kawat.intake.sources.mapping import moment_in
from kawat.intake.sources.xml_guard import guarded

MAX_ENTRIES = 50_000  # what the protocol allows
LONGEST = 500  # characters of a title or a name


def sitemap_items(name: str, body: bytes) -> Iterator[Item]:
    """The pages of a site map, or the maps of an index (as addresses to be fetched each time).

    Raises `InputError` for what is no site map.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(guarded(body), parser)
    except etree.XMLSyntaxError:  # not even a beginning that can be mended
        root = None
    if root is None:
        raise InputError("this site map can not be parsed: check that it is complete")
    entries = [child for child in root if _local(child) in ("url", "sitemap")]
    for number, entry in enumerate(entries[:MAX_ENTRIES], 1):
        done = number / len(entries)
        told = {_local(part): (part.text or "").strip()[: LONGEST * 5] for part in entry.iter() if _local(part)}
        address = told.get("loc", "")
        if not is_address(address):
            yield broken_item(f"{name}:{number}", InputError("its address is no http or https address"), done)
        elif _local(entry) == "sitemap":
            yield Item(address, Address(address), done=done)
        else:
            yield listed_item(address, _hints(told), told.get("lastmod", ""), done)
    if len(entries) > MAX_ENTRIES:
        raise InputError(f"this site map has over {MAX_ENTRIES} entries: the rest is not read")


def _hints(told: dict[str, str]) -> Hints:
    published = told.get("publication_date")
    return Hints(
        title=told.get("title", "")[:LONGEST] or None,
        outlet=told.get("name", "")[:LONGEST] or None,
        published=moment_in(published) if published else None,
    )


def _local(element: etree._Element) -> str:
    """The name without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
