"""The hunt led by coverage: atheris (libFuzzer) keeps every input that reaches new code, and goes on from it."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kawat.bench.fuzzing import hunt
from kawat.bench.fuzzing.mutation import Sources, mutated
from kawat.bench.fuzzing.report import told
from kawat.bench.fuzzing.targets import Target

OWN = 0.7  # the share of inputs that our own changes make; libFuzzer's make the others
HANGS = 60  # seconds after which libFuzzer gives up on a call that nothing can interrupt
MEMORY = 3_000  # MB


def guided(target: Target, seeds: Sequence[bytes], minutes: float, seed: int, folder: Path) -> None:
    """Hunt so long, tell what was found, and end the process: with 1 where there is a fault, else with 0."""
    import atheris

    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number:05}").write_bytes(data[: target.longest])
    with atheris.instrument_imports(include=["kawat", "protego"]):
        target.call(b"")
        target.call(seeds[0])
    hunted, start = hunt.Hunted(), time.monotonic()
    sources = Sources(seeds, target.words, target.longest)

    def one(data: bytes) -> None:
        if time.monotonic() - start > minutes * 60:
            kept = sum(1 for _ in corpus.iterdir())
            told(target.name, hunted, time.monotonic() - start, {"seeds": len(seeds), "corpus": kept})
            sys.stdout.flush()
            os._exit(1 if hunted.findings else 0)
        got, spent = hunt.tried(target, data)
        if hunted.note(got, spent) and isinstance(got, hunt.Finding):
            print(f"{got.kind}: {got.where}: {got.what} ({hunt.keep(folder, got)})", flush=True)  # noqa: T201

    def change(data: bytes, longest: int, number: int) -> Any:
        chance = random.Random(number)
        if chance.random() < OWN:
            return mutated(data, sources, chance)[:longest]
        return atheris.Mutate(data, longest)

    flags = [
        f"-max_len={target.longest}", f"-seed={seed}", f"-timeout={HANGS}", f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={folder}/", "-print_final_stats=1", "-len_control=0", str(corpus),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *flags], one, custom_mutator=change)
    atheris.Fuzz()
