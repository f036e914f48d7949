"""Two passages as one text: everything that was marked in either stands at its own words."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

from training.corpus.tool import Passage, read_passages
from training.encoder.data import split_of
from training.encoder.joining import MOST_SIGNS, joined, longer, neighbours, strangers

PASSAGES = read_passages(Path("training/corpus/passages"))
SOME = [one for one in PASSAGES if one.id.startswith(("en-a1", "id-a1"))]


def wordings(passage: Passage) -> list[tuple[str, ...]]:
    """Everything that is marked, told by its words."""
    text = passage.text
    words = {one.key: one.span.of(text) for one in passage.mentions}
    return [
        *((one.kind.value, one.span.of(text), one.head.of(text) if one.head else "") for one in passage.mentions),
        *(
            (one.type, one.trigger.of(text), *(f"{role}:{words[key]}" for role, key in one.roles))
            for one in passage.events
        ),
        *(
            (one.content.of(text), one.cue.of(text) if one.cue else "", *(words[key] for key in one.speakers))
            for one in passage.claims
        ),
        *(("title", one.of(text)) for one in passage.titles),
    ]


def test_what_is_marked_in_two_passages_is_marked_in_both_together() -> None:
    for one, other in pairwise(SOME):
        both = joined(one, other)
        assert sorted(wordings(both)) == sorted([*wordings(one), *wordings(other)])
        assert len({mention.key for mention in both.mentions}) == len(one.mentions) + len(other.mentions)


def test_parts_of_a_report_are_joined_in_order() -> None:
    def part(name: str) -> Passage:
        return Passage(name, "en", "x", f"Text of {name}.", (), (), (), (), "f")

    parts = [part(f"en-y9-{name}") for name in ("01b", "02a", "01a", "01c", "03c", "03a")]
    assert [(a.id, b.id) for a, b in neighbours(parts)] == [("en-y9-01b", "en-y9-01c"), ("en-y9-01a", "en-y9-01b")]


def test_strangers_share_a_language_and_stand_once_each() -> None:
    pairs = strangers(SOME, random.Random(1))
    assert len(pairs) > len(SOME) / 4
    assert all(a.language == b.language and not b.titles for a, b in pairs)
    ids = [one.id for pair in pairs for one in pair]
    assert len(set(ids)) == len(ids)
    assert all(len(one.text) <= MOST_SIGNS + 1 for one in longer(SOME, random.Random(1)))


def test_parts_of_whole_reports_are_never_measured_on() -> None:
    parts = {one.id: split_of(one.id) for one in PASSAGES if one.id.split("-")[1].startswith(("y", "z"))}
    assert len(parts) > 1000
    assert set(parts.values()) == {"train"}
