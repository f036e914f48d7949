"""Passages told of others: every span moves along, and what is told stays."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from kawat.bench.ner import TaggedSentence
from kawat.records import Span

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corpus.tool import Passage, read_passages  # noqa: E402
from training.encoder.data import PASSAGES, split_of  # noqa: E402
from training.encoder.swaps import Pools, pools_of, swapped, swapped_names  # noqa: E402


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return [one for one in read_passages(ROOT / PASSAGES) if split_of(one.id) == "train"][::40]


@pytest.fixture(scope="module")
def pools(passages: list[Passage]) -> Pools:
    return pools_of(passages, [])


def test_what_is_told_stays(passages: list[Passage], pools: Pools) -> None:
    changed = 0
    for one in passages:
        other = swapped(one, pools, random.Random(1))
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


def test_spans_begin_and_end_at_words(passages: list[Passage], pools: Pools) -> None:
    for one in passages:
        other = swapped(one, pools, random.Random(2))
        for mention, before in zip(other.mentions, one.mentions, strict=True):
            span, was = mention.span, before.span
            assert span.of(other.text).strip() == span.of(other.text) != ""
            assert _inside_word(other.text, span.start) == _inside_word(one.text, was.start)
            assert _inside_word(other.text, span.end) == _inside_word(one.text, was.end)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def test_one_name_has_one_stand_in_throughout(pools: Pools) -> None:
    texts = {swapped(_passage("Chad met Peru. Chad left."), pools, random.Random(seed)).text for seed in range(9)}
    assert len(texts) > 5
    for text in texts:
        subject = text.partition(" met ")[0]
        assert text.endswith(f". {subject} left.")


def test_the_article_goes_with_the_word(pools: Pools) -> None:
    for seed in range(40):
        text = swapped(_passage("They saw an Iranian boat."), pools, random.Random(seed)).text
        article, name = text.split()[2:4]
        assert article == ("an" if name[0] in "AEIOU" else "a")


def test_the_same_chance_gives_the_same_text(passages: list[Passage], pools: Pools) -> None:
    for one in passages[:20]:
        assert swapped(one, pools, random.Random(7)) == swapped(one, pools, random.Random(7))


def test_names_of_a_class_stand_in_for_each_other() -> None:
    sentence = TaggedSentence("Ana flew to Oslo .", (("person", Span(0, 3)), ("place", Span(12, 16))))
    pools = Pools([], {("en", "person"): ["Rui Lopes"], ("en", "place"): ["Lima"]})
    texts = set()
    for seed in range(20):
        other = swapped_names(sentence, "en", pools, random.Random(seed))
        texts.add(other.text)
        assert [span.of(other.text) in {"Ana", "Rui Lopes", "Oslo", "Lima"} for _, span in other.spans] == [
            True
        ] * 2
    assert "Rui Lopes flew to Lima ." in texts


def _passage(text: str) -> Passage:
    return Passage("en-x-1", "en", "x", text, (), (), (), (), "x")
