"""What the reader learns from: the corpus, and openly licensed sentences with names marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from kawat.bench.ner import load_iob2
from training.corpus.tool import read_passages
from training.encoder.features import Features, features_of, name_features

PASSAGES = Path("training/corpus/passages")


@dataclass(frozen=True, slots=True)
class Names:
    """A set of tagged sentences: where its files lie below the data folder, its language and licence.

    ``share`` of its sentences are read in each epoch: others for each, so that all come up in turn. Of sentences
    without a name one in ``empty`` is kept: where the set is far from news (web text), all, or the reader takes every
    odd word for a name.
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
    Names("uner-en-ewt", "en", "CC BY-SA 4.0", 0.35, 1, "train.iob2", "dev.iob2"),
)


def split_of(name: str) -> str:
    """test, dev or train, by a hash of the passage id (10, 5, 85 in a hundred); pairs stay together."""
    number = int(hashlib.sha256(name.partition("-")[2].encode()).hexdigest(), 16) % 100
    return "test" if number < 10 else "dev" if number < 15 else "train"


def passages_as_features(tokenizer: Tokenizer, folder: Path = PASSAGES) -> dict[str, list[Features]]:
    """The corpus as features by split."""
    parts: dict[str, list[Features]] = {"train": [], "dev": [], "test": []}
    for passage in read_passages(folder):
        found = features_of(passage, tokenizer)
        if found is not None:
            parts[split_of(passage.id)].append(found)
    return parts


def names_as_features(tokenizer: Tokenizer, folder: Path, part: str) -> list[tuple[float, list[Features]]]:
    """The ``train`` or ``dev`` part of each set with its share; empty where the data folder is absent."""
    there = [names for names in NAMES if (folder / names.folder).is_dir()]
    return [(names.share, list(_of(names, tokenizer, folder, part))) for names in there]


def _of(names: Names, tokenizer: Tokenizer, folder: Path, part: str) -> Iterator[Features]:
    sentences = load_iob2(folder / names.folder / getattr(names, part))
    for index, sentence in enumerate(sentences):
        if part == "train" and not sentence.spans and index % names.empty:
            continue
        found = name_features(f"{names.folder}-{index}", sentence, names.language, tokenizer)
        if found is not None:
            yield found
