"""Scrape debris out of blocks: whole lines, pieces glued to lines, and what stands at an article's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kawat.pages.blocks import Block, Cleaned, note
from kawat.pages.characters import fold
from kawat.pages.debris_rules import (
    CREDIT_LINE,
    CUT_RULES,
    GLUED_HEADLINE,
    INITIALS,
    LINE_RULES,
    LONE_INITIALS,
    SHARE_SIGNS,
    SHARE_WORDS,
    SOURCES_HEADING,
    LineRule,
)
from kawat.pages.shapes import ends_sentence, is_headline, is_list_item, is_prose, words_in
from kawat.records import ParagraphKind

LONGEST_DEBRIS = 420  # characters: a longer line is never debris as a whole
TAIL_BLOCKS = 4  # how far from the end editors and credits are looked for
MAX_SHELF_ITEMS = 12
LABEL_WORDS = 5  # a tag is no longer

_IMAGE_END = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|heic|tiff?)(?:\?[^\s()]{0,300})?(?![\w])\)?", re.IGNORECASE
)
_LONGEST_ADDRESS = 500
_SENTENCE_PREFIX = re.compile(r"(?!https?:|www\.)(.{0,200}?[^\W\d_]{2,}[.!?][\"”’)]?)(?=[A-Z:/(])")
_WORD_PREFIX = re.compile(r"[^\W\d_]{2,}[.!?][\"”’)]?(?=[^\s.]*[\d_/-])")
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,500}")
_WORDS = re.compile(r"[\w-]+")


def drop_debris(blocks: Iterable[Block]) -> Cleaned:
    """``blocks`` without debris. Kinds and order of what remains are kept."""
    dropped: list[str] = []
    cut = [block.saying(_cut(block.text, dropped)) for block in blocks]
    kept = _without_sources(_drop_lines([block for block in cut if block.text], dropped), dropped)
    return Cleaned(tuple(_clean_tail(kept, dropped)), tuple(dropped))


def _cut(line: str, dropped: list[str]) -> str:
    """``line`` without the pieces that are no words of the article."""
    for rule in CUT_RULES:
        if rule.pattern.search(line):
            dropped.extend(note(rule.reason, match.group()) for match in rule.pattern.finditer(line))
            line = rule.pattern.sub(" ", line)
    return _loose_ends(_cut_images(line, dropped))


def _loose_ends(line: str) -> str:
    line = fold(line)
    return line if any(char.isalnum() for char in line) else ""


def _cut_images(line: str, dropped: list[str]) -> str:
    """``line`` without image file names, paths and addresses; words glued before them stay."""
    pieces: list[str] = []
    done = 0
    for match in _IMAGE_END.finditer(line):
        if match.start() < done:
            continue
        start = _token_start(line, match.start(), done)
        pieces.append(line[done:start])
        dropped.append(note("image remnant", line[start : match.end()]))
        done = match.end()
    return line if not pieces else " ".join([*pieces, line[done:]])


def _token_start(line: str, end: int, floor: int) -> int:
    """Where the address that ends at ``end`` begins: after white space, or after a sentence glued to it."""
    start = end
    while start > max(floor, end - _LONGEST_ADDRESS) and not line[start - 1].isspace():
        start -= 1
    glued = _SENTENCE_PREFIX.match(line, start, end)
    if glued is None and start > 0:
        glued = _WORD_PREFIX.match(line, start, end)
    return glued.end() if glued else start


def _drop_lines(blocks: Sequence[Block], dropped: list[str]) -> list[Block]:
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        rule = _rule_for(blocks[at].text)
        if rule is None:
            kept.append(blocks[at])
            at += 1
            continue
        dropped.append(note(rule.reason, blocks[at].text))
        at += 1
        for block in blocks[at : at + _followers(blocks, at, rule)]:
            dropped.append(note(rule.reason, block.text))
            at += 1
    return kept


_SHARE = LineRule("share bar", re.compile(""))
_GLUED = LineRule("link to another article", GLUED_HEADLINE)
_ADDRESS = LineRule("bare address", _BARE_ADDRESS)


def _rule_for(line: str) -> LineRule | None:
    if len(line) > LONGEST_DEBRIS:
        return None
    for rule in LINE_RULES:
        if rule.pattern.fullmatch(line):
            return rule if rule.reason != "invitation to follow" or not _is_speech(line) else None
    if _is_share_bar(line):
        return _SHARE
    if _GLUED.pattern.fullmatch(line) and is_headline(line):
        return _GLUED
    return _ADDRESS if _BARE_ADDRESS.fullmatch(line) else None


def _is_speech(line: str) -> bool:
    return line[:1] in '"“‘' or "”" in line


def _is_share_bar(line: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(line)]
    if not words or not all(word in SHARE_WORDS or word.isdigit() for word in words):
        return False
    return any(word in SHARE_SIGNS for word in words)


def _followers(blocks: Sequence[Block], at: int, rule: LineRule) -> int:
    """How many blocks from ``at`` on are the headlines or labels that ``rule`` announced."""
    if rule.labels:
        return next((i for i, block in enumerate(blocks[at:]) if not _is_label(block)), len(blocks) - at)
    listed = 0
    while at + listed < len(blocks) and listed < MAX_SHELF_ITEMS and _is_listed(blocks[at + listed]):
        listed += 1
    if rule.followers and listed:
        return listed
    count = 0
    while count < rule.followers and at + count < len(blocks) and _is_promoted(blocks[at + count]):
        count += 1
    return count


def _is_label(block: Block) -> bool:
    """Whether a block may be a tag: a few words, and no heading of something else."""
    heading = any(rule.pattern.fullmatch(block.text) for rule in LINE_RULES)
    return words_in(block.text) <= LABEL_WORDS and not heading


def _is_listed(block: Block) -> bool:
    return (block.kind is ParagraphKind.LIST or is_list_item(block.text)) and not ends_sentence(block.text)


def _is_promoted(block: Block) -> bool:
    """A follower looks like a headline; marked headings of the page itself are never taken."""
    if block.kind not in (None, ParagraphKind.BODY, ParagraphKind.LIST):
        return False
    return is_headline(block.text) and len(block.text) >= 12 and _rule_for(block.text) is None


def _without_sources(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """``blocks`` without a list of sources or links at the end: its heading, and nothing but items after it."""
    for index, block in enumerate(blocks):
        rest = blocks[index + 1 :]
        if rest and SOURCES_HEADING.fullmatch(block.text) and all(_is_reference(item) for item in rest):
            dropped.extend(note("list of sources", item.text) for item in (block, *rest))
            return blocks[:index]
    return blocks


def _is_reference(block: Block) -> bool:
    return (
        block.kind is ParagraphKind.LIST
        or not is_prose(block.text)
        or SOURCES_HEADING.fullmatch(block.text) is not None
    )


def _clean_tail(blocks: list[Block], dropped: list[str]) -> list[Block]:
    """``blocks`` without editors' initials and credit lines near the end (and initials at any full stop)."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        near_end = index >= len(blocks) - TAIL_BLOCKS
        text = _without_initials(block.text, near_end, dropped)
        if near_end and len(text) <= LONGEST_DEBRIS and CREDIT_LINE.fullmatch(text):
            dropped.append(note("credit line", text))
        elif text:
            kept.append(block.saying(text))
    return kept


def _without_initials(text: str, near_end: bool, dropped: list[str]) -> str:
    match = LONE_INITIALS.search(text, max(0, len(text) - 60)) if near_end else None
    found = INITIALS.search(text, max(0, len(text) - 60))
    if found and (near_end or ends_sentence(text[: found.start()])):
        match = found
    if match is None:
        return text
    dropped.append(note("editor or credit", match.group()))
    return text[: match.start()].rstrip()
