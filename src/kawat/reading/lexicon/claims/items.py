"""A sentence as a row of items: mentions, quotations and cues folded to one item each, words, signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.kinds import SIDE_KINDS
from kawat.reading.lexicon.claims.cues import Cue, CueKind, CueTable
from kawat.reading.lexicon.claims.quotes import Quotation
from kawat.records import Mention, MentionKind, Span

# "Seoul says"; the caller sees to it that no preposition stands before.
SPEAKER_KINDS = SIDE_KINDS | {MentionKind.PLACE}
NOT_SPEAKERS = frozenset(["i", "we", "you", "me", "us", "saya", "aku", "kami", "kita", "kamu", "anda"])
_TOKEN = re.compile(r"['’](?:s|re|ll|ve|d)\b|[^\W_]+(?:['’.\-‑][^\W_]+)*(?:(?<=\.[^\W\d_])\.)?|\S", re.IGNORECASE)
CLOSING_MARKS = frozenset('"”»')  # one that nothing opened, in a text cut off at its start
COMMAS = frozenset(",–—-―")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a sentence. At most one of ``mention``, ``quotation``, ``cues`` is set."""

    span: Span
    lower: str
    mention: Mention | None = None
    quotation: Quotation | None = None
    cues: tuple[Cue, ...] = ()
    capital: bool = False

    @property
    def is_word(self) -> bool:
        return self.mention is None and self.quotation is None and self.lower[:1].isalnum()

    @property
    def is_comma(self) -> bool:
        return self.lower in COMMAS

    @property
    def is_sign(self) -> bool:
        return self.mention is None and self.quotation is None and not self.lower[:1].isalnum()

    @property
    def is_time(self) -> bool:
        return self.mention is not None and self.mention.kind is MentionKind.TIME

    @property
    def is_speaker(self) -> bool:
        """May stand as the speaker of a claim."""
        mention = self.mention
        if mention is None or mention.kind not in SPEAKER_KINDS or len(self.lower) < 2:
            return False
        return self.lower not in NOT_SPEAKERS or mention.kind is MentionKind.STATE  # "US"

    @property
    def is_outlet(self) -> bool:
        return self.mention is not None and (self.mention.entity or "").startswith("outlet:")

    def cue_of(self, *kinds: CueKind) -> Cue | None:
        return next((cue for cue in self.cues if cue.kind in kinds), None)


def items_of(
    text: str, span: Span, mentions: Sequence[Mention], quotations: Sequence[Quotation], cues: CueTable
) -> tuple[Item, ...]:
    """The items of ``text[span]``. ``mentions`` are sorted; those that reach over the edge are left out."""
    return _with_cues(_pieces(text, span, mentions, quotations), cues)


def _pieces(text: str, span: Span, mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> list[Item]:
    starts: dict[int, Mention] = {}
    for mention in mentions[bisect_left(mentions, span.start, key=lambda one: one.span.start) :]:
        if mention.span.start >= span.end:
            break
        if mention.span.end <= span.end:
            starts.setdefault(mention.span.start, mention)
    opens: dict[int, Quotation] = {}
    for quotation in quotations[bisect_left(quotations, span.start, key=lambda one: one.outer.start) :]:
        if quotation.outer.start >= span.end:
            break
        if quotation.outer.end <= span.end:
            opens[quotation.outer.start] = quotation
    edges = sorted({*starts, *opens, span.end})
    out: list[Item] = []
    at = span.start
    while at < span.end:
        if (quoted := opens.get(at)) is not None:
            out.append(Item(quoted.outer, "", quotation=quoted))
        elif (named := starts.get(at)) is not None:
            out.append(Item(named.span, _lower(named.span.of(text)), mention=named))
        else:
            edge = edges[bisect_left(edges, at + 1)]
            match = _TOKEN.search(text, at, edge)
            if match is None:
                at = edge
                continue
            word = match.group()
            out.append(Item(Span(*match.span()), _lower(word), capital=word[0].isupper()))
        at = out[-1].span.end
    return out


def _lower(wording: str) -> str:
    return wording.lower().replace("’", "'")


def _with_cues(pieces: Sequence[Item], table: CueTable) -> tuple[Item, ...]:
    """Words that make up a cue become one item. A sign never joins: cues run over plain words only."""
    words = [piece.lower if piece.is_word else "\0" for piece in pieces]
    out: list[Item] = []
    at = 0
    while at < len(pieces):
        cues = table.match(words, at)
        if not cues:
            out.append(pieces[at])
            at += 1
            continue
        size = len(cues[0].form.split(" "))
        span = Span(pieces[at].span.start, pieces[at + size - 1].span.end)
        out.append(Item(span, cues[0].form, cues=cues))
        at += size
    return tuple(out)
