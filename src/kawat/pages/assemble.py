"""Blocks to the paragraphs of an article: kinds judged, text joined, spans set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.pages.blocks import Block, Cleaned, note
from kawat.pages.shapes import is_prose, is_subheading, words_in
from kawat.records import Paragraph, ParagraphKind, Span

SEPARATOR = "\n\n"
PULLED_WORDS = 8  # a shorter line that stands in the text again is a heading or a chance
REPEATED_WORDS = 25  # a shorter paragraph may well be said twice
ATTRIBUTION_WORDS = 5  # words after a pulled quotation that name its speaker
MANY_BLOCKS = 400  # beyond so many paragraphs nobody looks for pull quotes: the search is quadratic

_ATTRIBUTED = re.compile(r"[\"“].{20,600}[\"”]\s*[-–—]{1,2}\s*[^\W\d_][\w .,'’-]{2,80}")
_TOKEN = re.compile(r"\w+")


def judge_kinds(blocks: Sequence[Block], titles: Sequence[str]) -> Cleaned:
    """``blocks`` with every kind set; repetitions of a title or of a long paragraph are dropped."""
    unique, dropped = _without_repeats(blocks, titles)
    pulled = _pulled_quotes(unique)
    kinds = [
        block if block.kind else block.being(ParagraphKind.QUOTE if index in pulled else _shape(unique, index))
        for index, block in enumerate(unique)
    ]
    return Cleaned(tuple(_with_lead(kinds)), tuple(dropped))


def assemble(title: str | None, blocks: Sequence[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of the article, and the span and kind of each of its pieces."""
    pieces = [Block(title, ParagraphKind.TITLE)] if title else []
    pieces.extend(blocks)
    paragraphs: list[Paragraph] = []
    at = 0
    for piece in pieces:
        span = Span(at, at + len(piece.text))
        paragraphs.append(Paragraph(span, piece.kind or ParagraphKind.BODY))
        at = span.end + len(SEPARATOR)
    return SEPARATOR.join(piece.text for piece in pieces), tuple(paragraphs)


def same_words(one: str, other: str) -> bool:
    """True when two lines have the same words, whatever their case and punctuation."""
    return _TOKEN.findall(one.lower()) == _TOKEN.findall(other.lower())


def _without_repeats(blocks: Sequence[Block], titles: Sequence[str]) -> tuple[list[Block], list[str]]:
    seen: set[str] = set()
    kept: list[Block] = []
    dropped: list[str] = []
    for block in blocks:
        if len(kept) < 3 and any(same_words(block.text, title) for title in titles):
            dropped.append(note("title again", block.text))
        elif words_in(block.text) >= REPEATED_WORDS and block.text in seen:
            dropped.append(note("paragraph again", block.text))
        else:
            seen.add(block.text)
            kept.append(block)
    return kept, dropped


def _shape(blocks: Sequence[Block], index: int) -> ParagraphKind:
    """Heading or body, by the line and by what follows it."""
    text = blocks[index].text
    followed = index + 1 < len(blocks)
    if followed and is_subheading(text):
        return ParagraphKind.HEADING
    return ParagraphKind.QUOTE if _ATTRIBUTED.fullmatch(text) else ParagraphKind.BODY


def _pulled_quotes(blocks: Sequence[Block]) -> set[int]:
    """Indexes of the blocks whose words stand in a longer block again: quotations set apart by the page."""
    if len(blocks) > MANY_BLOCKS:
        return set()
    words = [f" {' '.join(_TOKEN.findall(block.text.lower()))} " for block in blocks]
    return {index for index in range(len(blocks)) if _is_pulled(words, index)}


def _is_pulled(words: Sequence[str], index: int) -> bool:
    own = words[index].split()
    if len(own) < PULLED_WORDS:
        return False
    cores = [" ".join(own)]
    if len(own) >= PULLED_WORDS + ATTRIBUTION_WORDS:
        cores.extend(" ".join(own[:-cut]) for cut in range(1, ATTRIBUTION_WORDS + 1))
    return any(
        f" {core} " in other
        for at, other in enumerate(words)
        if at != index and len(other) > len(words[index])
        for core in cores
    )


def _with_lead(blocks: list[Block]) -> list[Block]:
    """The first running paragraph becomes the lead; failing that, the first body block."""
    body = [index for index, block in enumerate(blocks) if block.kind is ParagraphKind.BODY]
    prose = [index for index in body if is_prose(blocks[index].text)]
    for index in (prose or body)[:1]:
        blocks[index] = blocks[index].being(ParagraphKind.LEAD)
    return blocks
