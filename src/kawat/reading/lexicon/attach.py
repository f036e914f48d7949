"""Times, places and quantities of a trigger: the nearest that belongs to it, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.reading.lexicon.analysis import Analysis
from kawat.reading.lexicon.triggers import TriggerHit
from kawat.records import Mention, MentionKind, Span

BORDER_COST = 6
BEFORE_COST = 4
PURPOSE_COST = 3
PLACE_REACH = 16
_BORDERS = frozenset({",", ";", ":", "—"})


def times_of(analysis: Analysis, hits: Sequence[TriggerHit]) -> dict[int, tuple[Mention, ...]]:
    """For each hit (by its index) the times nearest to it of all hits, and those of a hit joined to it."""
    out: dict[int, list[Mention]] = {}
    for index, mention in _nearest(analysis, hits, MentionKind.TIME):
        for taker in (index, *_coordinated(analysis, hits, index)):
            out.setdefault(taker, []).append(mention)
    return {index: tuple(found) for index, found in out.items()}


def quantities_of(analysis: Analysis, hits: Sequence[TriggerHit]) -> dict[int, tuple[Mention, ...]]:
    """For each hit (by its index) the quantities nearest to it, and those that it shares with one joined to it.

    Joined acts share what stands before or after both ("killed and wounded 12"); what stands between them is the
    first one's own ("sent 15,000 troops and supplied arms").
    """
    out: dict[int, list[Mention]] = {}
    for index, mention in _nearest(analysis, hits, MentionKind.QUANTITY):
        out.setdefault(index, []).append(mention)
        for other in _coordinated(analysis, hits, index):
            if (mention.span.start < hits[index].span.start) == (mention.span.start < hits[other].span.start):
                out.setdefault(other, []).append(mention)
    return {index: tuple(found) for index, found in out.items()}


def _nearest(analysis: Analysis, hits: Sequence[TriggerHit], kind: MentionKind) -> Iterator[tuple[int, Mention]]:
    """Each mention of ``kind`` with the index of the hit that is nearest to it."""
    for mention in analysis.mentions:
        if mention.kind is kind and hits:
            costs = [
                cost(analysis, hit.span, mention.span) + _early(hit.span, mention.span) + _aside(analysis, hit)
                for hit in hits
            ]
            yield costs.index(min(costs)), mention


def _early(trigger: Span, mention: Span) -> int:
    """Times and figures follow what they belong to more often than they stand before it."""
    return BEFORE_COST if mention.end <= trigger.start else 0


def _aside(analysis: Analysis, hit: TriggerHit) -> int:
    """A purpose ("untuk menyampaikan", "to protest") takes a time or figure later than the verb that it serves."""
    return PURPOSE_COST if analysis.lower(hit.first - 1) in {"untuk", "guna", "demi", "to"} else 0


def cost(analysis: Analysis, trigger: Span, mention: Span) -> int:
    """Words between two spans, clause borders and subordinators counted dearer."""
    left, right = (trigger, mention) if trigger.start < mention.start else (mention, trigger)
    total = 0
    for token in analysis.tokens:
        if left.end <= token.span.start and token.span.end <= right.start:
            border = token.text in _BORDERS or token.lower in analysis.words.subordinators
            total += BORDER_COST if border else 1
    return total


def _coordinated(analysis: Analysis, hits: Sequence[TriggerHit], index: int) -> list[int]:
    """Hits joined to hit ``index`` by "and also": "telah mengirim ... dan juga memasok" share a time."""
    out = []
    for other, hit in enumerate(hits):
        if other == index:
            continue
        first, second = sorted((hits[index], hit), key=lambda h: h.first)
        before = analysis.lower(second.first - 1), analysis.lower(second.first - 2)
        if set(before) & {"and", "dan", "serta"} and second.first - first.last <= 16 and abs(other - index) == 1:
            out.append(other)
    return out


def places_of(analysis: Analysis, hits: Sequence[TriggerHit]) -> dict[int, Mention]:
    """For each hit the place where it happens: a place word behind a locative preposition."""
    out: dict[int, Mention] = {}
    for argument in analysis.arguments:
        located = argument.governor in analysis.words.locative - {"from", "dari"}
        if not located or argument.mention.kind not in {MentionKind.PLACE, MentionKind.STATE}:
            continue
        costs = [cost(analysis, hit.span, argument.mention.span) for hit in hits]
        if not costs or min(costs) > PLACE_REACH:
            continue
        index = costs.index(min(costs))
        held = out.get(index)
        if held is None or (held.kind is MentionKind.STATE and argument.mention.kind is MentionKind.PLACE):
            out[index] = argument.mention
    return out
