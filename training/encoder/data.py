"""What the reader learns from: the corpus, and openly licensed sentences with names marked."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from kawat.bench.ner import TaggedSentence, load_iob2
from training.corpus.tool import Passage, read_passages
from training.encoder.features import Features, features_of, name_features
from training.encoder.joining import longer
from training.encoder.swaps import people_of, swapped

PASSAGES = Path("training/corpus/passages")
VARIANTS = 2
"""How many times each passage is told of others, see `training.encoder.swaps`."""
ALONE, TOGETHER = 0.8, 0.2
"""The shares of the passages, and of the texts of two passages, that an epoch reads."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to train on: itself first, then about others. ``share``: how likely an epoch reads it."""

    share: float
    variants: tuple[Features, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """A set of tagged sentences: where its files lie below the data folder, its language and licence.

    ``share`` of its sentences are read in each epoch: others for each, so that all come up in turn. Of sentences
    without a name one in ``empty`` is kept: of web text, which is far from news, all, or the reader takes every odd
    word for a name.
    """

    folder: str
    language: str
    licence: str
    share: float
    empty: int
    train: str
    dev: str


NAMES = (
    Names("idner-news-2k", "id", "MIT", 0.7, 4, "train.txt", "dev.txt"),
    Names("uner-en-ewt", "en", "CC BY-SA 4.0", 0.7, 1, "train.iob2", "dev.iob2"),
)


@dataclass(frozen=True, slots=True)
class Replay:
    """For going on from weights trained before: files to read whole (as in "en-z100"), the share of all others."""

    fresh: tuple[str, ...] = ()
    share: float = 1.0


ALL = Replay()

TRAIN_ONLY = ("y", "z")
"""Files for training alone: parts of whole reports, which `gold/` measures, and what was written against errors."""

DEV_ONLY = ("o",)
"""Files for the dev part alone: plain agency copy, half of it without event, by which thresholds are chosen."""


def split_of(name: str) -> str:
    """test, dev or train, by a hash of the passage id (10, 5, 85 in a hundred); pairs stay together."""
    file = name.split("-")[1]
    if file.startswith((*TRAIN_ONLY, *DEV_ONLY)):
        return "train" if file.startswith(TRAIN_ONLY) else "dev"
    number = int(hashlib.sha256(name.partition("-")[2].encode()).hexdigest(), 16) % 100
    return "test" if number < 10 else "dev" if number < 15 else "train"


def file_of(id: str) -> str:
    """The file of a passage: "en-z100" of "en-z100-001a"."""
    return "-".join(id.split("-")[:2])


def passages_as_features(tokenizer: Tokenizer, folder: Path = PASSAGES) -> dict[str, list[Features]]:
    """The dev and test parts of the corpus as features."""
    parts: dict[str, list[Features]] = {"dev": [], "test": []}
    for passage in read_passages(folder):
        part = split_of(passage.id)
        found = features_of(passage, tokenizer) if part in parts else None
        if found is not None:
            parts[part].append(found)
    return parts


def texts_to_train(
    tokenizer: Tokenizer, passages: Path, names: Path, seed: int, replay: Replay = ALL
) -> tuple[list[Text], ...]:
    """The train part of the corpus, the same two by two, then each set of names: texts with their variants."""
    chance = random.Random(seed)
    train = [one for one in read_passages(passages) if split_of(one.id) == "train"]
    own = [one for one in train if file_of(one.id) in replay.fresh or chance.random() < replay.share]
    there = [one for one in NAMES if (names / one.folder).is_dir()]
    sets = [
        (one, [row for row in _sentences(one, names, "train") if chance.random() < replay.share]) for one in there
    ]
    people = people_of(own)

    def of_passage(passage: Passage) -> Text | None:
        others = [swapped(passage, people, chance) for _ in range(VARIANTS)]
        return _text(ALONE, [features_of(one, tokenizer) for one in (passage, *others)])

    def of_two(passage: Passage) -> Text | None:
        other = swapped(passage, people, chance)
        return _text(TOGETHER, [features_of(one, tokenizer) for one in (passage, other)])

    def of_names(one: Names, id: str, sentence: TaggedSentence) -> Text | None:
        # Unswapped: among other names the sentences themselves are learned by heart, and the names are not.
        return _text(one.share, [name_features(id, sentence, one.language, tokenizer)])

    return (
        [text for passage in own if (text := of_passage(passage))],
        [text for passage in longer(own, chance) if (text := of_two(passage))],
        *([text for id, sentence in rows if (text := of_names(one, id, sentence))] for one, rows in sets),
    )


def _text(share: float, variants: Sequence[Features | None]) -> Text | None:
    there = tuple(one for one in variants if one is not None)
    return Text(share, there) if there else None


def names_as_features(tokenizer: Tokenizer, folder: Path, part: str) -> list[Features]:
    """A part of every set of names that is there."""
    found = (
        name_features(id, sentence, one.language, tokenizer)
        for one in NAMES
        if (folder / one.folder).is_dir()
        for id, sentence in _sentences(one, folder, part)
    )
    return [one for one in found if one is not None]


def _sentences(names: Names, folder: Path, part: str) -> Iterator[tuple[str, TaggedSentence]]:
    for index, sentence in enumerate(load_iob2(folder / names.folder / getattr(names, part))):
        if sentence.spans or part != "train" or not index % names.empty:
            yield f"{names.folder}-{index}", sentence
