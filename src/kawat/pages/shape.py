"""Raw blocks of any page to the shaped blocks of an article, with what its header says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.pages.assemble import judge_kinds
from kawat.pages.blocks import Block, Cleaned, note
from kawat.pages.captions import mark_captions
from kawat.pages.debris import drop_debris
from kawat.pages.header import Header, read_header
from kawat.pages.shapes import is_prose
from kawat.pages.wire import wire_opening
from kawat.records import ParagraphKind

OPENING_BLOCKS = 6  # a wire opening stands this near the top or nowhere


@dataclass(frozen=True, slots=True)
class Shaped:
    """Blocks with their kinds, the header, the outlet a wire opening names, and notes on what was dropped."""

    header: Header
    blocks: tuple[Block, ...]
    wire_outlet: str | None
    dropped: tuple[str, ...]


def shape(
    blocks: Sequence[Block], title: str | None = None, take_title: bool = False, titles: Sequence[str] = ()
) -> Shaped:
    """Debris out, header read, captions marked, wire opening cut, kinds judged.

    ``title`` is a title known from elsewhere, ``titles`` other wordings of it that the text may repeat;
    ``take_title`` lets the first headline be the title.
    """
    clean = drop_debris(blocks)
    header, body = read_header(clean.blocks, take_title and title is None)
    captioned = mark_captions(body.blocks)
    opened, outlet = _without_opening(captioned.blocks)
    header = replace(header, title=title or header.title)
    judged = judge_kinds(opened.blocks, (*titles, *([header.title] if header.title else [])))
    notes = (clean.dropped, body.dropped, captioned.dropped, opened.dropped, judged.dropped)
    return Shaped(header, judged.blocks, outlet, tuple(line for part in notes for line in part))


def _without_opening(blocks: Sequence[Block]) -> tuple[Cleaned, str | None]:
    """``blocks`` without the wire opening of the first paragraph, and the outlet that opening names."""
    kept = list(blocks)
    for index, block in enumerate(kept[:OPENING_BLOCKS]):
        if block.kind not in (None, ParagraphKind.BODY):
            continue
        opening = wire_opening(block.text)
        alone = opening is not None and opening.length >= len(block.text)
        if opening is None or not (alone or is_prose(block.text)):
            if is_prose(block.text):
                break
            continue
        rest = block.text[opening.length :].strip()
        kept[index : index + 1] = [block.saying(rest)] if rest else []
        return Cleaned(tuple(kept), (note("wire opening", block.text[: opening.length]),)), opening.outlet
    return Cleaned(tuple(kept)), None
