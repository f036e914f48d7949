"""Passages set one after the other, as the windows of a report hold more than one of them.

A reader trained on short passages alone takes the edges of its windows for those of a text. Consecutive parts of a
report are joined in their order; other passages with any one of their language, which teaches besides that sides
are not to be looked for in what is told of something else (as mosaics do for images).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kawat.records import Span
from training.corpus.tool import Passage

PART = re.compile(r"(?P<report>.+-\d+)(?P<part>[a-z])")
MOST_SIGNS = 1100
"""Joined texts may be so long, in characters: about 250 tokens."""


def joined(one: Passage, other: Passage) -> Passage:
    """The second passage below the first, as one passage."""
    by = len(one.text) + 1

    def to(span: Span) -> Span:
        return span.shifted(by)

    def key(name: str) -> str:
        return f"{name}+"

    return replace(
        one,
        id=f"{one.id}+{other.id}",
        text=f"{one.text}\n{other.text}",
        titles=(*one.titles, *(to(span) for span in other.titles)),
        mentions=(
            *one.mentions,
            *(
                replace(m, key=key(m.key), span=to(m.span), head=to(m.head) if m.head else None)
                for m in other.mentions
            ),
        ),
        events=(
            *one.events,
            *(
                replace(e, trigger=to(e.trigger), roles=tuple((role, key(name)) for role, name in e.roles))
                for e in other.events
            ),
        ),
        claims=(
            *one.claims,
            *(
                replace(
                    c,
                    speakers=tuple(key(name) for name in c.speakers),
                    cue=to(c.cue) if c.cue else None,
                    content=to(c.content),
                )
                for c in other.claims
            ),
        ),
    )


def neighbours(passages: Iterable[Passage]) -> list[tuple[Passage, Passage]]:
    """The parts of each report with the part after them."""
    there = {one.id: one for one in passages}
    found = []
    for one in there.values():
        place = PART.fullmatch(one.id)
        after = there.get(f"{place['report']}{chr(ord(place['part']) + 1)}") if place else None
        if after is not None:
            found.append((one, after))
    return found


def strangers(passages: Sequence[Passage], chance: random.Random) -> list[tuple[Passage, Passage]]:
    """Passages of one language two by two, each once at most; the second without a title."""
    found = []
    for language in sorted({one.language for one in passages}):
        some = [one for one in passages if one.language == language]
        chance.shuffle(some)
        found += [(a, b) for a, b in zip(some[::2], some[1::2], strict=False) if not b.titles]
    return found


def longer(passages: Sequence[Passage], chance: random.Random) -> list[Passage]:
    """Texts of two passages each, none longer than the reader's windows become."""
    parts = [one for one in passages if PART.fullmatch(one.id)]
    others = [one for one in passages if not PART.fullmatch(one.id)]
    pairs = [*neighbours(parts), *strangers(others, chance)]
    return [joined(a, b) for a, b in pairs if len(a.text) + len(b.text) <= MOST_SIGNS]
