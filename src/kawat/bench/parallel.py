"""`kawat bench parallel`: whether the two sides of translated sentences give the same events.

There is no gold here: a reader that misses on both sides agrees with itself. Read the figures together with the
counts of pairs that tell anything.
"""

from __future__ import annotations

import random
import re
import tarfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.figures import kappa, share
from kawat.bench.texts import article_of, lines_of, text_in
from kawat.errors import InputError, NotFoundError, UsageError
from kawat.ontology import load_ontology
from kawat.pipeline import read_article
from kawat.reading.info import DEFAULT_READER

LANGUAGES = ("en", "id")
_SIDE = re.compile(r"(?<![a-z])(en|id)(?![a-z])", re.IGNORECASE)
_WANTED = "two line-aligned files, English first, or one .tgz that holds both"

Pair = tuple[str, str]
Types = Counter[str]


@dataclass(frozen=True, slots=True)
class TypeAgreement:
    """Pairs with a type on both sides or on one, and Cohen's kappa of that type alone."""

    type: str
    both: int
    only_en: int
    only_id: int
    kappa: float


@dataclass(frozen=True, slots=True)
class ParallelScore:
    """``kappa``: Cohen's, each side saying of each type whether the pair tells it, all types pooled.

    ``same_types``: share of pairs with the same types, each as often; ``told`` pairs have a report on a side, and
    ``same_types_told`` is the share among them.
    """

    reader: str
    pairs: int
    told: int
    kappa: float
    same_types: float
    same_types_told: float
    reports_en: int
    reports_id: int
    types: tuple[TypeAgreement, ...]


def bench_parallel(
    english: Path,
    indonesian: Path | None = None,
    reader: str = DEFAULT_READER,
    limit: int | None = None,
    seed: int = 1,
) -> ParallelScore:
    """Score line-aligned files, or (without the second) a tar file of both; ``limit`` pairs drawn by ``seed``.

    Raises:
        InputError: a file can not be read, or the sides differ in their number of lines.
        UsageError: there is no such reader, or ``limit`` is below one.
    """
    pairs = drawn(load_pairs(english, indonesian), limit, seed)
    return agreement(reader, [(_types(en, "en", reader), _types(other, "id", reader)) for en, other in pairs])


def agreement(reader: str, sides: Sequence[tuple[Types, Types]]) -> ParallelScore:
    """Figures over the types told by the two sides of each pair."""
    types = tuple(_of_type(one.name, sides) for one in load_ontology().types)
    both, first = sum(one.both for one in types), sum(one.only_en for one in types)
    second = sum(one.only_id for one in types)
    told = [(en, other) for en, other in sides if en or other]
    same = sum(en == other for en, other in told)
    return ParallelScore(
        reader=reader,
        pairs=len(sides),
        told=len(told),
        kappa=kappa(both, first, second, len(sides) * len(types) - both - first - second),
        same_types=share(len(sides) - len(told) + same, len(sides)),
        same_types_told=share(same, len(told)),
        reports_en=sum(en.total() for en, _ in sides),
        reports_id=sum(other.total() for _, other in sides),
        types=types,
    )


def drawn(pairs: Sequence[Pair], limit: int | None, seed: int) -> list[Pair]:
    """``limit`` of the pairs, the same for the same seed, in their order; all of them where there are no more."""
    if limit is not None and limit < 1:
        raise UsageError("the limit must be at least 1")
    if limit is None or limit >= len(pairs):
        return list(pairs)
    return [pairs[index] for index in sorted(random.Random(seed).sample(range(len(pairs)), limit))]


def load_pairs(english: Path, indonesian: Path | None) -> list[Pair]:
    """The pairs that have words on both sides. Raises `InputError`."""
    first, second = _archive(english) if indonesian is None else (_file(english), _file(indonesian))
    if len(first) != len(second):
        raise InputError(
            f"{english}: the English side has {len(first)} lines, the Indonesian {len(second)}; give {_WANTED}"
        )
    return [(one, other) for one, other in zip(first, second, strict=True) if one and other]


def _types(text: str, language: str, reader: str) -> Types:
    return Counter(report.type for report in read_article(article_of(text, language), reader).reports)


def _of_type(name: str, sides: Sequence[tuple[Types, Types]]) -> TypeAgreement:
    both = sum(name in en and name in other for en, other in sides)
    first = sum(name in en for en, _ in sides) - both
    second = sum(name in other for _, other in sides) - both
    return TypeAgreement(name, both, first, second, kappa(both, first, second, len(sides) - both - first - second))


def _file(path: Path) -> list[str]:
    return [line.strip() for line in lines_of(text_in(path, _WANTED))]


def _archive(path: Path) -> tuple[list[str], list[str]]:
    """The two sides in a tar file, told apart by EN and ID in the names of its members."""
    sides: dict[str, list[str]] = {}
    try:
        with tarfile.open(path) as archive:
            for member in archive:
                found = _SIDE.findall(Path(member.name).name)
                stream = archive.extractfile(member) if len(found) == 1 else None
                if stream is not None:
                    text = stream.read().decode("utf-8-sig")
                    sides[found[0].lower()] = [line.strip() for line in lines_of(text)]
    except FileNotFoundError as error:
        raise NotFoundError(f"{path} does not exist: give {_WANTED}") from error
    except (OSError, tarfile.TarError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can not be read as a tar file ({error}); give {_WANTED}") from error
    if set(sides) != set(LANGUAGES):
        raise InputError(f"{path} does not hold an EN and an ID file; give {_WANTED}")
    return sides["en"], sides["id"]
