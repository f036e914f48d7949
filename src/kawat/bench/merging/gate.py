"""The gate of merging: figures over the stories' test part must not fall below the pinned floors.

`python -m kawat.bench.merging.gate [--raise | --lower REASON]`; see `kawat.bench.gate`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from kawat.bench.gate import add_options, settled, told
from kawat.bench.merging.bench import MergeScore, bench_merge

FLOORED = (
    "b_cubed_precision",
    "b_cubed_recall",
    "b_cubed_f1",
    "strict_f1",
    "same_language_f1",
    "cross_language_f1",
    "copies_f1",
)


def figures_of(scores: Iterable[MergeScore]) -> dict[str, dict[str, float]]:
    """What is floored, by part."""
    return {one.part: {name: round(asdict(one)[name], 4) for name in FLOORED} for one in scores}


def print_of(stories: Path) -> str:
    """SHA-256 over all gold of the stories: figures are only comparable over the same gold."""
    digest = hashlib.sha256()
    for path in sorted([*stories.glob("*/gold.json"), *stories.glob("*/story.json")]):
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def main(argv: list[str] | None = None) -> int:
    """Check, raise or lower the floors; the exit code is 0 only when every floor holds."""
    parser = argparse.ArgumentParser(prog="python -m kawat.bench.merging.gate", description=__doc__)
    parser.add_argument("--stories", type=Path, default=Path("gold/stories/test"))
    add_options(parser)
    options = parser.parse_args(argv)
    stories: Path = options.stories
    figures = figures_of(bench_merge(stories))
    problems = settled(stories / "floors.json", figures, print_of(stories), options.lift, options.lower)
    sys.stdout.write(told(figures, problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
