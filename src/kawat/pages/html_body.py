"""The body of an HTML page as blocks: trafilatura first, then what the page states or marks up itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from lxml import etree, html

from kawat.pages.blocks import Block
from kawat.pages.characters import clean_characters, fold
from kawat.pages.plain import plain_blocks
from kawat.pages.shapes import ends_sentence, is_prose
from kawat.records import ParagraphKind

STATED_LENGTH = 250  # characters of a JSON-LD body that make it worth taking
ENOUGH = 120  # characters of extracted text below which the next step is tried

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_KINDS = {"head": ParagraphKind.HEADING, "item": ParagraphKind.LIST, "quote": ParagraphKind.QUOTE}
_CONTAINERS = frozenset({"body", "div", "list", "table", "main", "article", "comments"})


def body_blocks(tree: html.HtmlElement, stated_body: str | None) -> list[Block]:
    """The paragraphs of the article in ``tree``. Changes nothing in ``tree``; empty when there is no article."""
    blocks = _extracted(tree)
    if _length(blocks) < ENOUGH and stated_body and len(stated_body) >= STATED_LENGTH:
        return plain_blocks(clean_characters(stated_body))
    return blocks if _length(blocks) >= ENOUGH else max(blocks, _paragraphs(tree), key=_length)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _extracted(tree: html.HtmlElement) -> list[Block]:
    """Trafilatura's body, tuned for precision: F1 0.964 against 0.960 by default (181 pages, bench pages)."""
    import trafilatura  # here: it takes long to load, and a plain text never needs it

    try:
        document = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError, etree.LxmlError):
        return []
    body = getattr(document, "body", None)
    return [] if body is None else list(_walk(body))


def _walk(element: etree._Element) -> Iterator[Block]:
    """Blocks below ``element``. A container's own text and the tails of its children are body text."""
    yield from _texts(element.text, None)
    for child in element:
        if child.tag in _CONTAINERS:
            yield from _walk(child)
        elif child.tag == "row":
            yield from _row(child)
        else:
            yield from _leaf(child)
        yield from _texts(child.tail, None)


def _row(row: etree._Element) -> Iterator[Block]:
    cells = [fold("".join(cell.itertext())) for cell in row]
    yield from _texts(" | ".join(cell for cell in cells if cell), ParagraphKind.LIST)


def _leaf(element: etree._Element) -> Iterator[Block]:
    kind = _KINDS.get(element.tag) if isinstance(element.tag, str) else None
    if element.tag == "quote" and element.xpath("boolean(.//p|.//item)"):
        for block in _walk(element):
            yield block.being(ParagraphKind.QUOTE)
        return
    yield from _texts(_with_breaks(element), kind)


def _with_breaks(element: etree._Element) -> str:
    """The words of ``element``; line breaks and inner blocks start a new line."""
    pieces: list[str] = [element.text or ""]
    for child in element:
        if child.tag in ("lb", "p", "item", "list", "quote"):
            pieces.append("\n")
        pieces.append(_with_breaks(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _texts(text: str | None, kind: ParagraphKind | None) -> Iterator[Block]:
    """``text`` as blocks: a line break ends a paragraph only where a sentence ends too."""
    joined = ""
    for line in (text or "").split("\n"):
        piece = fold(line)
        if not piece:
            continue
        if joined and ends_sentence(joined):
            yield Block(joined, kind)
            joined = piece
        else:
            joined = f"{joined} {piece}" if joined else piece
    if joined:
        yield Block(joined, kind)


def _paragraphs(tree: html.HtmlElement) -> list[Block]:
    """Running text in the page's p elements: for short pages that the extractor gives up on."""
    lines = (fold(element.text_content()) for element in tree.iter("p"))
    blocks = [Block(line) for line in lines if line and is_prose(line)]
    if blocks:
        return blocks
    for element in tree.iter("article", "body"):
        lines = (fold(text) for text in element.itertext())
        return [Block(line) for line in lines if line and is_prose(line)]
    return []
