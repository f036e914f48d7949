"""What a source is, by its first bytes; its name tells nothing."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from kawat.intake.sources.item import is_address
from kawat.intake.sources.mapping import Mapping
from kawat.intake.sources.table_head import delimiter_of
from kawat.pages.decode import decode
from kawat.pages.sniff import root_of


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


_ROOT = re.compile(r"<(?:\w{1,40}:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]", re.IGNORECASE)
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
        found = _ROOT.match(text, root_of(text))
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
    told = [line for line in map(without_remark, lines) if line]
    return bool(told) and all(is_address(line) for line in told)


def without_remark(line: str) -> str:
    """The line without white space around it and without a remark: what comes after # at its beginning or after
    white space; an address may have a # in it."""
    address, *rest = line.split(None, 1) or [""]
    if address.startswith("#"):
        return ""
    return address if rest and rest[0].startswith("#") else line.strip()


def _json_kind(text: str, whole: bool) -> Kind:
    if _OBJECTS.match(text):
        return Kind.JSON
    if not _OBJECT.match(text):
        return Kind.PAGE
    complete = [line for line in text.split("\n") if line.strip()]
    if not whole and len(complete) == 1:
        return Kind.LINES  # the first line is longer than what was looked at
    if not whole:
        complete.pop()
    if _is_object(complete[0]):
        return Kind.LINES
    if _goes_on(text):
        return Kind.JSON
    return Kind.LINES if any(_is_object(line) for line in complete) else Kind.JSON


def _goes_on(text: str) -> bool:
    """Whether the object that ``text`` begins with goes on after its first line: then lines in it that are objects
    too are parts of it. Otherwise that line is a broken one of many.
    """
    text = text.lstrip()
    try:
        json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        rest = text[error.pos :].split("\n", 1)[0]
        return error.pos > text.find("\n") and not _is_object(rest)  # where another object begins, it was cut off
    except RecursionError:
        pass
    return True


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
