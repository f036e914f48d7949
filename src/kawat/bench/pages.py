"""How well article bodies are found in HTML: the measure of article-extraction-benchmark, on its pages.

Tokens in shingles of four; per page the true and false positives and the misses add up to one; precision and
recall are means over pages, F1 is made of these two means.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kawat.errors import InputError, NotFoundError
from kawat.pages import article_from_page
from kawat.records import Article, Page, ParagraphKind

SHINGLE = 4
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PagesScore:
    """Figures over all pages of a set; ``empty`` pages gave no article. Seconds are of this machine, this run."""

    pages: int
    empty: int
    precision: float
    recall: float
    f1: float
    pages_per_second: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of shingles found, found wrongly and missed; they add up to 1 (all 0 when both texts are empty)."""

    hit: float
    wrong: float
    missed: float

    @property
    def precision(self) -> float:
        return _share(self.hit, self.wrong, self.missed)

    @property
    def recall(self) -> float:
        return _share(self.hit, self.missed, self.wrong)


def bench_pages(folder: Path, clock: Callable[[], float] = time.perf_counter) -> PagesScore:
    """Score ``folder`` (``ground-truth.json`` and ``html/<id>.html.gz``). Raises NotFoundError."""
    try:
        truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
        bodies = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in sorted(truth)}
    except FileNotFoundError as error:
        raise NotFoundError(f"{error.filename} is missing: give the folder of the pages set") from error
    start = clock()
    found = {key: _body(body) for key, body in bodies.items()}
    seconds = clock() - start
    overlaps = [overlap(truth[key].get("articleBody", ""), found[key] or "") for key in bodies]
    precision, recall, f1 = means(overlaps)
    empty = sum(1 for text in found.values() if text is None)
    return PagesScore(len(bodies), empty, precision, recall, f1, len(bodies) / max(seconds, 1e-9))


def means(overlaps: Iterable[Overlap]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pages. A page counts for precision only where something was found, and
    for recall only where there was something to find."""
    every = list(overlaps)
    precisions = [one.precision for one in every if one.hit + one.wrong > 0]
    recalls = [one.recall for one in every if one.hit + one.missed > 0]
    precision = statistics.mean(precisions) if precisions else 0.0
    recall = statistics.mean(recalls) if recalls else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def overlap(true: str, found: str) -> Overlap:
    """How the shingles of ``found`` lie over those of ``true``, as shares of all."""
    gold, ours = _shingles(true), _shingles(found)
    hit, wrong, missed = (gold & ours).total(), (ours - gold).total(), (gold - ours).total()
    total = hit + wrong + missed
    return Overlap(hit / total, wrong / total, missed / total) if total else Overlap(0.0, 0.0, 0.0)


def body_text(article: Article) -> str:
    """The text of ``article`` without its title."""
    rest = (piece for piece in article.paragraphs if piece.kind is not ParagraphKind.TITLE)
    return "\n".join(piece.span.of(article.text) for piece in rest)


def _body(html: bytes) -> str | None:
    try:
        return body_text(article_from_page(Page(html, media_type="text/html")))
    except InputError:
        return None


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    return Counter(
        shingle for at in range(max(1, len(tokens) - SHINGLE + 1)) if (shingle := tuple(tokens[at : at + SHINGLE]))
    )


def _share(hit: float, against: float, other: float) -> float:
    if against == other == 0:
        return 1.0
    if hit == against == 0:
        return 0.0
    return hit / (hit + against)
