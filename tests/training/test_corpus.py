"""The corpus tool: the format, what it refuses, offsets, agreement; and the corpus itself is well formed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corpus.agreement import agreement, alpha  # noqa: E402
from training.corpus.tool import CorpusError, Passage, problems, read_passages  # noqa: E402

GOOD = """## en-t1-001 en diplomacy
T: Oslo to host talks
Norway said it would host talks in May. Norway has hosted talks before.

m1 state "Norway"
m2 time "May"
m3 state "Norway" #2
e1 CONSULT planned "talks" #2 actor m1 time m2
c1 speaker m1 cue "said" content "it would host talks in May"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def only(tmp_path: Path, text: str) -> Passage:
    (passage,) = read_passages(written(tmp_path, text))
    return passage


def test_wordings_become_offsets(tmp_path: Path) -> None:
    passage = only(tmp_path, GOOD)
    assert [mention.span.of(passage.text) for mention in passage.mentions] == ["Norway", "May", "Norway"]
    assert passage.mentions[0].span < passage.mentions[2].span
    assert passage.events[0].trigger.start == passage.text.index("talks", 20)
    assert passage.titles[0].of(passage.text) == "Oslo to host talks"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CONSULT planned", "CONSULTS planned"),
        ("CONSULT planned", "CONSULT/phony planned"),
        ("CONSULT planned", "CONSULT someday"),
        ('"talks" #2', '"talks" #9'),
        ("actor m1 time", "actor m9 time"),
        ('m2 time "May"', 'm2 time "it would host talks in May"'),
        ('m3 state "Norway" #2', 'm3 state "Norway"'),
        ("## en-t1-001 en", "## en-t1-001 id"),
        ("en diplomacy", "en none-sport"),
        ('c1 speaker m1 cue "said"', 'c1 speaker m7 cue "said"'),
    ],
)
def test_a_broken_passage_is_refused_and_named(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new))
    if new.startswith("m2"):  # legal by itself: the longer time mention only has to stand in the text
        assert problems(path) == []
        return
    assert problems(path)
    with pytest.raises(CorpusError):
        read_passages(path)


def test_alpha_is_one_for_agreement_and_below_zero_for_contradiction() -> None:
    assert alpha([("a", "a"), ("b", "b")]) == 1.0
    assert alpha([("a", "b"), ("b", "a")]) < 0
    # Krippendorff (2004), two coders, nominal: worked by hand for 10 units, 6 of which agree
    pairs = [("0", "0")] * 5 + [("1", "1")] + [("0", "1")] * 4
    assert alpha(pairs) == pytest.approx(1 - 0.4 / (1 - (14 * 13 + 6 * 5) / (20 * 19)))


def test_agreement_of_a_coding_with_itself_is_one_and_with_another_less(tmp_path: Path) -> None:
    passage = only(tmp_path, GOOD)
    other = only(tmp_path, GOOD.replace("planned", "occurred").replace('m3 state "Norway" #2\n', ""))
    assert set(agreement([passage], [passage]).values()) == {1.0}
    assert agreement([passage], [other])["mentions"] < 1.0


def test_the_corpus_is_well_formed() -> None:
    for folder in ("passages", "second"):
        path = ROOT / "training" / "corpus" / folder
        assert problems(path) == []
    passages = read_passages(ROOT / "training" / "corpus" / "passages")
    assert len(passages) >= 900
    assert sum(not passage.events for passage in passages) >= 0.25 * len(passages)
