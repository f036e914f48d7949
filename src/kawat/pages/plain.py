"""Plain text to blocks: one line a paragraph, hard-wrapped lines joined, list items marked."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import pairwise

from kawat.pages.blocks import Block
from kawat.pages.characters import fold
from kawat.pages.shapes import ends_sentence, has_bullet, is_list_item, without_bullet
from kawat.records import ParagraphKind

WIDEST_WRAP = 120  # columns: longer lines are paragraphs, not wrapped text
NARROWEST_WRAP = 40
WRAP_SHARE = 0.7  # of the line breaks inside groups must be where a wrapper breaks
SLACK = 3  # columns a wrapper may leave unused beyond the next word

_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[nm]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,5});")


def plain_blocks(text: str) -> list[Block]:
    """The paragraphs of ``text`` (characters cleaned before), list items marked as such."""
    if _ENTITY.search(text):
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    groups = _groups(text)
    width = _wrap_width(groups)
    lines = [line for group in groups for line in (_joined(group, width) if width else group)]
    return _mark_lists([folded for line in lines if (folded := fold(line))])


def _groups(text: str) -> list[list[str]]:
    """Runs of lines between blank lines, trailing white space off."""
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _wrap_width(groups: Sequence[Sequence[str]]) -> int | None:
    """The column at which the text was hard-wrapped, or None when its lines are paragraphs."""
    width = max((len(line) for group in groups for line in group), default=0)
    pairs = [(a, b) for group in groups for a, b in pairwise(group)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or len(pairs) < 2:
        return None
    wrapped = sum(1 for a, b in pairs if _is_wrap(a, b, width))
    open_ended = sum(1 for a, b in pairs if _is_wrap(a, b, width) and not ends_sentence(a))
    return width if wrapped >= WRAP_SHARE * len(pairs) and open_ended >= len(pairs) / 2 else None


def _is_wrap(line: str, following: str, width: int) -> bool:
    """True when a wrapper would break here: the next word did not fit. Lists never join."""
    if is_list_item(following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(word) >= width - SLACK


def _joined(group: Sequence[str], width: int) -> list[str]:
    paragraphs = [group[0]]
    for before, line in pairwise(group):
        if _is_wrap(before, line, width):
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs


def _mark_lists(lines: Sequence[str]) -> list[Block]:
    """Bulleted lines are list items; numbered ones too where two or more stand together."""
    items = [is_list_item(line) for line in lines]
    blocks = []
    for index, line in enumerate(lines):
        beside = (index > 0 and items[index - 1]) or (index + 1 < len(lines) and items[index + 1])
        if items[index] and (beside or has_bullet(line)):
            blocks.append(Block(without_bullet(line), ParagraphKind.LIST))
        else:
            blocks.append(Block(line))
    return blocks
