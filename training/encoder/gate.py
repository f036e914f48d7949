"""The gate of the shipped model: its figures on the test part of the corpus must not fall below the pinned floors.

`python -m training.encoder.gate` checks; `--raise` and `--lower REASON` move the floors as in `kawat.bench.gate`.
The floors carry a fingerprint of the test part: its passages and their annotation.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from kawat.bench.gate import add_options, settled, told
from training.corpus.tool import Passage
from training.encoder.measure import Figures, measure, passages_of

FLOORS = Path("training/encoder/floors.json")
FLOORED = ("trigger_f1", "type_macro_f1", "role_f1", "status_accuracy", "attribution_f1")


def fingerprint(passages: Sequence[Passage]) -> str:
    """SHA-256 over the passages by id, with everything annotated in them."""
    rows = [asdict(one) for one in sorted(passages, key=lambda one: one.id)]
    for row in rows:
        del row["file"]
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()


def floored(figures: Sequence[Figures]) -> dict[str, dict[str, float]]:
    """The figures that have floors, by language; ``quiet``: eventless passages of which nothing is published."""
    out = {}
    for one in figures:
        values = asdict(one)
        out[one.language] = {name: values[name] for name in FLOORED} | {"quiet": round(1 - one.told_of_nothing, 4)}
    return out


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.encoder.gate", description=__doc__)
    add_options(parser)
    options = parser.parse_args()
    passages = passages_of("test")
    figures = floored(measure(passages, "encoder"))
    problems = settled(FLOORS, figures, fingerprint(passages), options.lift, options.lower)
    sys.stdout.write(told(figures, problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
