"""Fit and measure which reports stand: `python -m kawat.bench.standing [--write]`.

Logistic regression (see `kawat.resolve.standing`) over the reports that the encoder reads in checked articles: is
there a gold event that the report tells, and none that another report tells better? Measured by leaving out a tenth
of the articles at a time, beside the confidence of the reader alone. A ridge keeps weights of what is rare near
zero; the optimum is unique, so that a fit gives the same weights again. The test part of the gold is not looked at.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kawat.bench import logistic
from kawat.bench.gold import GoldArticle, load_gold
from kawat.bench.logistic import Floats, fitted
from kawat.bench.match import judge
from kawat.errors import NotFoundError
from kawat.pages import article_from_page, read_path
from kawat.reading import read
from kawat.reading.info import DEFAULT_READER
from kawat.resolve.record import asked_reports
from kawat.resolve.standing import CONSTANT, Standing, features

GOLD = (Path("gold/dev"),)
OUT = Path("src/kawat/resolve/data/standing.json")
RIDGE = 10.0  # on weights of features divided by their deviation
FREE = 1e-6  # as good as no ridge
DIGITS = 3
TENTHS = 10
ASKED = 0.25
GRID = [round(0.05 * step, 2) for step in range(4, 13)]


@dataclass(frozen=True, slots=True)
class Told:
    """The asked reports of one article: their features, which tell an event, which are right in all; its events."""

    rows: tuple[dict[str, float], ...]
    found: Floats
    right: Floats
    events: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What publishing from a chance on gives: shares found, and the record F1 before sides are filled up."""

    least: float
    recall: float
    precision: float
    found_f1: float
    record_f1: float


def told_in(folder: Path, asked: float = ASKED) -> list[Told]:
    """What is told in the checked articles of a folder. Raises `NotFoundError` where a report is missing."""
    gold = folder / "gold.json"
    return [_told(folder, one, asked) for one in load_gold(gold if gold.exists() else folder.parent / "gold.json")]


def _told(folder: Path, gold: GoldArticle, asked: float) -> Told:
    path = next(iter(sorted(folder.rglob(f"{gold.id}.*"))), None)
    if path is None:
        raise NotFoundError(f"{folder} has no report {gold.id}: give the folder that the gold is of")
    article = article_from_page(read_path(str(path)))
    reading = read(article, DEFAULT_READER)
    reports = asked_reports(article, reading, Standing(0.0, asked, {}))
    judged = {id(one.report): one for one in judge(gold.events, reports, article.text) if one.report is not None}
    return Told(
        rows=tuple(features(one, reports, article) for one in reports),
        found=np.array([float(id(one) in judged) for one in reports]),
        right=np.array([float(id(one) in judged and judged[id(one)].right) for one in reports]),
        events=len(gold.events),
    )


def weights_of(articles: Sequence[Told], names: Sequence[str], ridge: float = RIDGE) -> dict[str, float]:
    """A weight for each of these features, drawn to 0 by ``ridge``, but for the constant."""
    rows = _table(articles, names)
    spread = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    penalty = np.full(len(names), ridge)
    penalty[list(names).index(CONSTANT)] = FREE
    weights = fitted(rows / spread, np.concatenate([one.found for one in articles]), penalty) / spread
    return {name: round(float(value), DIGITS) for name, value in zip(names, weights, strict=True)}


def left_out(articles: Sequence[Told], names: Sequence[str]) -> list[Floats]:
    """The chances of each article's reports, by weights fitted on the articles of other tenths."""
    out: list[Floats] = [np.zeros(0)] * len(articles)
    for tenth in range(TENTHS):
        weights = weights_of([one for at, one in enumerate(articles) if at % TENTHS != tenth], names)
        for at in range(tenth, len(articles), TENTHS):
            out[at] = chances(articles[at], weights)
    return out


def chances(article: Told, weights: dict[str, float]) -> Floats:
    """The chance of each report of an article."""
    return logistic.chances(_table([article], list(weights)), np.array(list(weights.values())))


def outcome(articles: Sequence[Told], likely: Sequence[Floats], least: float) -> Outcome:
    """What is published from ``least`` on, against the gold."""
    kept = [one >= least for one in likely]
    reports, events = sum(int(one.sum()) for one in kept), sum(one.events for one in articles)
    found = sum(float(one.found[some].sum()) for one, some in zip(articles, kept, strict=True))
    right = sum(float(one.right[some].sum()) for one, some in zip(articles, kept, strict=True))
    total = reports + events
    return Outcome(least, found / events, found / max(1, reports), 2 * found / total, 2 * right / total)


def _table(articles: Sequence[Told], names: Sequence[str]) -> Floats:
    rows = [[row.get(name, 0.0) for name in names] for one in articles for row in one.rows]
    return np.array(rows, np.float64).reshape(-1, len(names))


def _printed(title: str, told: Callable[[float], Outcome]) -> str:
    lines = [f"{title:<28} recall  precision  found F1  record F1"]
    for least in GRID:
        one = told(least)
        found = f"{one.recall:.3f}   {one.precision:.3f}      {one.found_f1:.3f}     {one.record_f1:.3f}"
        lines.append(f"  from {one.least:<21} {found}")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", default=list(GOLD), help="checked articles to fit on")
    parser.add_argument("--asked", type=float, default=ASKED, help="least confidence of a candidate")
    parser.add_argument("--published", type=float, help="the bar to write; else that of the best found F1")
    parser.add_argument("--write", action="store_true", help=f"write {OUT}")
    options = parser.parse_args()
    articles = [one for folder in options.folders for one in told_in(folder, options.asked)]
    names = sorted({name for one in articles for row in one.rows for name in row})
    likely, alone = left_out(articles, names), left_out(articles, [CONSTANT, "odds"])
    sys.stdout.write(_printed("by the whole article", lambda least: outcome(articles, likely, least)))
    sys.stdout.write(_printed("by the reader alone", lambda least: outcome(articles, alone, least)))
    best = options.published or max(GRID, key=lambda least: outcome(articles, likely, least).found_f1)
    if options.write:
        told = {"published": best, "asked": options.asked, "weights": weights_of(articles, names)}
        OUT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(f"{OUT}: published from {best}\n")


if __name__ == "__main__":
    main()
