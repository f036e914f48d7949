"""Who says what: the rules of attribution over the encoder's mentions, and what the encoder hears beside them.

The rules know where a statement begins and ends and which voice runs on from sentence to sentence; the encoder
knows cues and orders of words that no rule has.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.reading.lexicon.reader import claims_of
from kawat.records import Article, ClaimSpans, Mention, Sentence, Span


def all_claims(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], heard: Sequence[ClaimSpans]
) -> tuple[ClaimSpans, ...]:
    """The claims of the rules, then those of the encoder (``heard``) that none of them covers, by place."""
    ruled = claims_of(article, sentences, mentions)
    more = [one for one in heard if not any(_half(one.content, other.content) for other in ruled)]
    return tuple(sorted([*ruled, *more], key=lambda one: (one.content.start, -one.content.end)))


def _half(one: Span, other: Span) -> bool:
    """Whether the shorter shares half of itself with the longer."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start)
