"""What a source is, by its first bytes; its name tells nothing."""

from __future__ import annotations

import csv
import json
import re
from enum import StrEnum

from kawat.intake.sources.item import is_url
from kawat.intake.sources.mapping import Mapping, has_text, names_more
from kawat.pages.decode import decode

LONGEST_ADDRESS = 2_048
LONGEST_HEAD = 60  # characters of a name of a column
DELIMITERS = ",;\t|"


class Kind(StrEnum):
    PAGE = "page"
    URLS = "list of addresses"
    FEED = "feed"
    SITEMAP = "site map"
    WARC = "WARC"
    LINES = "JSON lines"
    JSON = "JSON"
    CSV = "CSV"
    PARQUET = "Parquet"


_XML_START = re.compile(r"\s*(?:<\?xml[^>]{0,300}>\s*|<\?xml-stylesheet[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*"
                        r"|<!DOCTYPE\s+(?!html)[^>]{0,300}>\s*)*<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]",
                        re.IGNORECASE | re.DOTALL)  # fmt: skip
_OBJECT = re.compile(r"\s*\{\s*\"")
_OBJECTS = re.compile(r"\s*\[\s*\{\s*\"")


def kind_of(head: bytes, mapping: Mapping, whole: bool) -> Kind:
    """What begins with ``head``; ``whole``: nothing comes after it."""
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    text = decode(head).lstrip("\ufeff")
    start = text.lstrip()
    if start.startswith("<"):
        found = _XML_START.match(text)
        return Kind.PAGE if not found else _XML_KINDS[found.group(1).lower()]
    if start.startswith(("{", "[")):
        return _json_kind(text, whole)
    complete = text.splitlines() if whole else text.splitlines()[:-1]
    if is_address_list(complete):
        return Kind.URLS
    return Kind.CSV if delimiter_of(text, mapping) else Kind.PAGE


_XML_KINDS = {
    "rss": Kind.FEED, "feed": Kind.FEED, "rdf": Kind.FEED, "urlset": Kind.SITEMAP, "sitemapindex": Kind.SITEMAP,
}  # fmt: skip


def is_address_list(lines: list[str]) -> bool:
    """True where every line is an address, empty lines and remarks (#) aside."""
    told = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return bool(told) and all(is_address(line) for line in told)


def is_address(line: str) -> bool:
    return is_url(line) and len(line) <= LONGEST_ADDRESS and not any(char.isspace() for char in line)


def delimiter_of(text: str, mapping: Mapping) -> str | None:
    """What parts the columns, where the first line names columns: a text and something else that is known."""
    first = text.split("\n", 1)[0].strip("\r")
    best = max(DELIMITERS, key=first.count)
    if not first.count(best):
        return None
    names = columns_of(first, best)
    if any(not name or len(name) > LONGEST_HEAD for name in names) or len(set(names)) < len(names):
        return None
    every = dict.fromkeys(names, "") | dict.fromkeys((name.lower() for name in names), "")
    return best if has_text(every, mapping) and names_more(every, mapping) else None


def columns_of(first: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _json_kind(text: str, whole: bool) -> Kind:
    if _OBJECTS.match(text):
        return Kind.JSON
    if not _OBJECT.match(text):
        return Kind.PAGE
    complete = [line for line in text.split("\n") if line.strip()]
    if not whole and len(complete) == 1:
        return Kind.LINES  # the first line is longer than what was looked at
    return Kind.LINES if any(_is_object(line) for line in (complete if whole else complete[:-1])) else Kind.JSON


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
