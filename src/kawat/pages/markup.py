"""HTML to a tree that is safe to work on: no scripts, bounded in elements and depth."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree, html

MAX_ELEMENTS = 7_500  # about a second of work on a slow machine; none of 181 measured news pages has over 1,600
MAX_MARKUP = 3_000_000  # characters of markup after scripts and styles are out
MAX_ATTRIBUTES = 300  # of one tag: libxml2 compares each with all before it; no measured page has over 40
MAX_UNREAD = 20_000  # comments, scripts and styles looked for in one page; the tree drops what is left of them

_UNREAD_TAGS = ("script", "style", "svg", "noscript", "template", "iframe", "object", "canvas")
_NO_CONTENT_TAGS = tuple(tag for tag in _UNREAD_TAGS if tag != "noscript")
_COMMENT, _COMMENT_END = "<!--", "-->"
_OPENING = re.compile(rf"{_COMMENT}|<(?:{'|'.join(_UNREAD_TAGS)})\b", re.IGNORECASE)
_VALUE = r"""=\s*+(?:"[^"]*+"|'[^']*+')?+"""
_TAG = re.compile(rf"<[A-Za-z/](?:[^>=]++|{_VALUE})*+(?:>|\Z)")
"""A tag as browsers have it, to its end: only a value in quotation marks may hold the sign that ends it."""
_SHORT_TAG = re.compile(
    rf"<(/?[A-Za-z][^\s/<>]*+)(?:(?!--!?>)(?:[^>=<-]++|-|{_VALUE}|<(?!/)))*+(?:(?<=(/))|)(?:>|(?=</|--!?>)|\Z)"
)
"""The same, but that it ends before another end: what looks like a tag in a script or remark leaves them theirs."""
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_CLOSINGS = {f"<{tag}": re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in _UNREAD_TAGS}


def parse(text: str) -> tuple[html.HtmlElement | None, str | None]:
    """The tree of ``text`` (characters cleaned before) and a note when its end had to be cut off."""
    cut = None
    if len(text) > MAX_MARKUP:
        text = without_unread(text)
        if len(text) > MAX_MARKUP:
            cut = f"end of page: only the first {MAX_MARKUP} characters of markup were read"
            text = text[:MAX_MARKUP]
    tree = _tree(thinned(text))
    if tree is not None and _prune(tree):
        cut = f"end of page: only the first {MAX_ELEMENTS} elements were read"
    return tree, cut


def thinned(text: str) -> str:
    """``text`` where no tag has more than MAX_ATTRIBUTES: one that has more is left without any."""
    return _TAG.sub(_thinned, text)


def _thinned(found: re.Match[str]) -> str:
    tag = found.group()
    if len(tag) <= 2 * MAX_ATTRIBUTES:
        return tag
    return bare(tag) if len(_QUOTED.sub("= ", tag).replace("/", " ").split()) > MAX_ATTRIBUTES else tag


def bare(text: str) -> str:
    """``text`` without the attributes of its tags."""
    return _SHORT_TAG.sub(lambda found: f"<{found.group(1)}{found.group(2) or ''}>", text)


def without_unread(text: str) -> str:
    """``text`` without its (first) comments, scripts and styles; JSON-LD stays. Time grows as ``text`` does."""
    pieces: list[str] = []
    endless: set[str] = set()  # kinds of which no end comes any more
    kept = at = 0
    while len(pieces) < MAX_UNREAD and (opening := _OPENING.search(text, at)) is not None:
        kind, at = opening.group().lower(), opening.end()
        if kind in endless:
            continue
        start = at if kind == _COMMENT else text.find(">", at)
        if start > at and "ld+json" in text[at:start].lower():
            at = start
            continue
        end = _end_of(text, kind, start) if start >= 0 else None
        if end is None:
            endless.add(kind)
        else:
            pieces.append(text[kept : opening.start()])
            kept = at = end
    return " ".join([*pieces, text[kept:]])


def _end_of(text: str, kind: str, start: int) -> int | None:
    """Where what opens with ``kind`` before ``start`` is over."""
    if kind == _COMMENT:
        end = text.find(_COMMENT_END, start)
        return None if end < 0 else end + len(_COMMENT_END)
    found = _CLOSINGS[kind].search(text, start)
    return None if found is None else found.end()


def _tree(text: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def _prune(tree: html.HtmlElement) -> bool:
    """Remove what holds no words, then everything after MAX_ELEMENTS. True when words may have been cut."""
    cut = _cut_after(tree, MAX_ELEMENTS + MAX_UNREAD)
    for element in list(tree.iter(*_NO_CONTENT_TAGS)):
        if "ld+json" not in (element.get("type") or ""):
            element.drop_tree()
    cut = _cut_after(tree, MAX_ELEMENTS) or cut
    for element in tree.iter():
        for name, value in element.items():
            if _COMMENT in value:  # libxml2 looks for the end of each of them in all that follows
                del element.attrib[name]
    return cut


def _cut_after(tree: html.HtmlElement, most: int) -> bool:
    """Leave the first ``most`` elements of the document: whole rows go at once, as there may be many."""
    element: etree._Element | None = next(islice(tree.iter(), most, None), None)
    if element is None:
        return False
    parent, kept = element.getparent(), 0
    while parent is not None:
        del parent[parent.index(element) + kept :]
        element, parent, kept = parent, parent.getparent(), 1
    return True
