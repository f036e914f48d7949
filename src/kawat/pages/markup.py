"""HTML to a tree that is safe to work on: no scripts, bounded in elements and depth."""

from __future__ import annotations

import re

from lxml import etree, html

MAX_ELEMENTS = 10_000  # about a second of work; none of 181 measured news pages has over 1,600
MAX_MARKUP = 3_000_000  # characters of markup after scripts and styles are out

_OPENING = re.compile(r"<!--|<(script|style|svg|noscript|template|iframe|object|canvas)\b", re.IGNORECASE)
_COMMENT = "<!--"
_NO_CONTENT_TAGS = ("script", "style", "svg", "template", "iframe", "object", "canvas")


def parse(text: str) -> tuple[html.HtmlElement | None, str | None]:
    """The tree of ``text`` (characters cleaned before) and a note when its end had to be cut off."""
    cut = None
    if len(text) > MAX_MARKUP:
        text = without_unread(text)
        if len(text) > MAX_MARKUP:
            cut = f"end of page: only the first {MAX_MARKUP} characters of markup were read"
            text = text[:MAX_MARKUP]
    tree = _tree(text)
    if tree is not None and _prune(tree):
        cut = f"end of page: only the first {MAX_ELEMENTS} elements were read"
    return tree, cut


def without_unread(text: str) -> str:
    """``text`` without comments, scripts and styles; JSON-LD stays. Takes no longer than ``text`` is long."""
    pieces: list[str] = []
    endless: set[str] = set()  # kinds of which no end comes any more
    kept = at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        kind, at = opening.group().lower(), opening.end()
        if kind in endless:
            continue
        start = at if kind == _COMMENT else text.find(">", at)
        if kind != _COMMENT and "ld+json" in text[at:start].lower():
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
    closing = "-->" if kind == _COMMENT else rf"</{kind[1:]}\s*>"
    found = re.compile(closing, re.IGNORECASE).search(text, start)
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
    """Remove what holds no words, then everything after MAX_ELEMENTS. True when words were cut."""
    for element in list(tree.iter(*_NO_CONTENT_TAGS)):
        if "ld+json" not in (element.get("type") or ""):
            element.drop_tree()
    elements = list(tree.iter())
    surplus = elements[MAX_ELEMENTS:]
    for element in elements[:MAX_ELEMENTS]:
        for name, value in element.items():
            if _COMMENT in value:  # libxml2 looks for the end of each of them in all that follows
                del element.attrib[name]
    for element in reversed(surplus):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bool(surplus)
