"""XML as text, before it is parsed: what of it is markup, how much of it is whole. Time grows as the text does."""

from __future__ import annotations

import re
from collections.abc import Iterator

CUT_OFF = "it is cut off: its whole entries are read; fetch it again"
_APART = re.compile(r"<!\[CDATA\[|<!--|<\?")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
_ROOTS = "rss|feed|rdf|urlset|sitemapindex"
_ROOT = re.compile(rf"<(?:[\w.-]{{1,40}}:)?({_ROOTS})(?=[\s>/])[^<>]*+>?", re.IGNORECASE)
_CLOSED = re.compile(rf"</(?:[\w.-]{{1,40}}:)?({_ROOTS}|channel|item|entry|url|sitemap)\s*>", re.IGNORECASE)
_CLOSES = {"rss": ("rss", "channel")}  # nothing is lost where only the outermost end is missing
_ENTRIES = frozenset({"item", "entry", "url", "sitemap"})


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """The pieces of ``text`` from its beginning to its end, each with how it opens: ``<![CDATA[``, ``<!--``,
    ``<?``, or nothing where it is markup. What opens and never closes goes on to the end; ``<?`` is markup then.
    """
    at = kept = 0
    while (opening := _APART.search(text, at)) is not None:
        kind, start = opening.group(), opening.start()
        end = text.find(_ENDS[kind], opening.end())
        if end < 0 and kind == "<?":
            break
        if start > kept:
            yield kept, start, ""
        at = kept = len(text) if end < 0 else end + len(_ENDS[kind])
        yield start, kept, kind
    if kept < len(text):
        yield kept, len(text), ""


def tags_in(text: str, most: int) -> int:
    """How many tags stand in ``text``, sections (``<![CDATA[``) without what is in them; over ``most`` it is not
    counted on.
    """
    count = 0
    for start, end, kind in pieces(text):
        count += 1 if kind == "<![CDATA[" else text.count("<", start, end)
        if count > most:
            break
    return count


def root_at(text: str) -> re.Match[str] | None:
    """The first tag of a feed or a site map, its name as group 1; None where it is neither."""
    found = (_ROOT.search(text, start, end) for start, end, kind in pieces(text) if not kind)
    return next((one for one in found if one is not None), None)


def whole_part(text: str) -> tuple[str, bool]:
    """A feed or a site map, and whether it is whole; where it is cut off, its text to the end of its last whole
    entry.
    """
    root = root_at(text)
    if root is None or root.group().endswith("/>"):
        return text, True
    name = root.group(1).lower()
    closes, last = _CLOSES.get(name, (name,)), root.end()
    for start, end, kind in pieces(text):
        for closed in _CLOSED.finditer(text, start, end) if not kind else ():
            what = closed.group(1).lower()
            if what in closes:
                return text, True
            if what in _ENTRIES:
                last = closed.end()
    return text[:last], False
