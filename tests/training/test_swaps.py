"""Passages told of others: every span moves along, and what is told stays."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corpus.tool import Passage, read_passages  # noqa: E402
from training.encoder.data import PASSAGES, split_of  # noqa: E402
from training.encoder.swaps import people_of, swapped  # noqa: E402


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return [one for one in read_passages(ROOT / PASSAGES) if split_of(one.id) == "train"][::40]


@pytest.fixture(scope="module")
def people(passages: list[Passage]) -> Sequence[str]:
    return people_of(passages)


def test_what_is_told_stays(passages: list[Passage], people: Sequence[str]) -> None:
    changed = 0
    for one in passages:
        other = swapped(one, people, random.Random(1))
        changed += other.text != one.text
        kept = [event.trigger.of(one.text) for event in one.events]
        assert [(e.type, e.status, e.roles) for e in other.events] == [
            (e.type, e.status, e.roles) for e in one.events
        ]
        told = [event.trigger.of(other.text) for event in other.events]
        same = sum(a == b for a, b in zip(kept, told, strict=True))
        assert same >= len(kept) - 1  # a trigger may hold a name: "Moscow visit"
        assert [c.cue and c.cue.of(other.text) for c in other.claims] == [
            c.cue and c.cue.of(one.text) for c in one.claims
        ]
    assert changed > 0.5 * len(passages)


def test_spans_begin_and_end_at_words(passages: list[Passage], people: Sequence[str]) -> None:
    for one in passages:
        other = swapped(one, people, random.Random(2))
        for mention, before in zip(other.mentions, one.mentions, strict=True):
            span, was = mention.span, before.span
            assert span.of(other.text).strip() == span.of(other.text) != ""
            assert _inside_word(other.text, span.start) == _inside_word(one.text, was.start)
            assert _inside_word(other.text, span.end) == _inside_word(one.text, was.end)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def test_one_name_has_one_stand_in_throughout(people: Sequence[str]) -> None:
    texts = {swapped(_passage("Chad met Peru. Chad left."), people, random.Random(seed)).text for seed in range(9)}
    assert len(texts) > 5
    for text in texts:
        subject = text.partition(" met ")[0]
        assert text.endswith(f". {subject} left.")


def test_the_article_goes_with_the_word(people: Sequence[str]) -> None:
    for seed in range(40):
        text = swapped(_passage("They saw an Iranian boat."), people, random.Random(seed)).text
        article, name = text.split()[2:4]
        assert article == ("an" if name[0] in "AEIOU" else "a")


def test_the_same_chance_gives_the_same_text(passages: list[Passage], people: Sequence[str]) -> None:
    for one in passages[:20]:
        assert swapped(one, people, random.Random(7)) == swapped(one, people, random.Random(7))


def _passage(text: str) -> Passage:
    return Passage("en-x-1", "en", "x", text, (), (), (), (), "x")
