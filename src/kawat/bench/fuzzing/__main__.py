"""`python -m kawat.bench.fuzzing TARGET`: hunt for inputs that crash a step or take it too long.

Exit codes: 0 nothing found, 1 a fault, 2 wrong call.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from kawat.bench.fuzzing.hunt import Hunted, hunt, keep, tried
from kawat.bench.fuzzing.report import told
from kawat.bench.fuzzing.seeds import seeds_of
from kawat.bench.fuzzing.targets import TARGETS, Target, target_named
from kawat.errors import KawatError

DEFAULT_SEEDS = (Path("examples/reports"), Path("examples/call/reports"))


def main() -> int:
    given = _arguments()
    try:
        target = target_named(given.target)
        if given.again:
            return _again(target, given.again)
        seeds = seeds_of(target.name, given.seeds or [one for one in DEFAULT_SEEDS if one.is_dir()])
    except KawatError as error:
        print(f"fuzzing: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    folder = given.keep / target.name
    if given.runs is None and find_spec("atheris") is not None:
        from kawat.bench.fuzzing.guided import guided

        guided(target, seeds, given.minutes, given.seed, folder)
    start = time.monotonic()
    hunted = hunt(target, seeds, given.runs, given.seed) if given.runs else _timed(target, seeds, given)
    for finding in hunted.findings.values():
        keep(folder, finding)
    told(target.name, hunted, time.monotonic() - start, {"seeds": len(seeds)})
    return 1 if hunted.findings else 0


def _timed(target: Target, seeds: list[bytes], given: argparse.Namespace) -> Hunted:
    """Without atheris: rounds of blind changes until the time is over."""
    start, whole, turn = time.monotonic(), Hunted(), 0
    while time.monotonic() - start < given.minutes * 60:
        part = hunt(target, seeds, 200, given.seed + turn)
        whole.runs, whole.slowest = whole.runs + part.runs, max(whole.slowest, part.slowest)
        whole.came.update(part.came)
        whole.findings = part.findings | whole.findings
        turn += 1
    return whole


def _again(target: Target, path: Path) -> int:
    try:
        data = path.read_bytes()
    except OSError as error:
        print(f"fuzzing: {path} can not be read ({error.strerror})", file=sys.stderr)  # noqa: T201
        return 2
    tried(target, b"")  # so that what is imported with the first call is not counted as time of this input
    got, spent = tried(target, data)
    print(f"{got if isinstance(got, str) else f'{got.kind}: {got.where}: {got.what}'}, {spent:.2f} seconds")  # noqa: T201
    return 0 if isinstance(got, str) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kawat.bench.fuzzing", description=__doc__)
    names = "; ".join(f"{one.name}: {one.says}" for one in TARGETS)
    parser.add_argument("target", help=names)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    parser.add_argument("--runs", type=int, help="so many blind changes instead, the same for the same --seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path, action="append", help="a folder of pages or reports to begin with")
    parser.add_argument(
        "--keep", type=Path, default=Path("out/fuzzing"), help="where inputs are kept (out/fuzzing)"
    )
    parser.add_argument("--again", type=Path, help="try this one file, kept from before")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
