"""A block: one paragraph on its way into an article, and what was dropped on that way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from kawat.records import ParagraphKind

NOTE_WORDING = 80  # characters of the wording kept in a note


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, white space folded. ``kind`` is None until its shape has been judged."""

    text: str
    kind: ParagraphKind | None = None

    def saying(self, text: str) -> Self:
        """The same block with other words."""
        return replace(self, text=text)

    def being(self, kind: ParagraphKind) -> Self:
        """The same block, judged to be of ``kind``."""
        return replace(self, kind=kind)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Blocks that remain, and notes ``reason: wording`` of what does not."""

    blocks: tuple[Block, ...]
    dropped: tuple[str, ...] = ()


def note(reason: str, wording: str) -> str:
    """One entry of ``Article.dropped``."""
    wording = wording.strip()
    short = wording if len(wording) <= NOTE_WORDING else wording[: NOTE_WORDING - 1] + "…"
    return f"{reason}: {short}"
