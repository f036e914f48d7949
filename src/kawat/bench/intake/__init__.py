"""How fast pages become merged events, and whether memory stays flat: `kawat bench intake`."""

from kawat.bench.intake.running import IntakeScore, bench_intake

__all__ = ["IntakeScore", "bench_intake"]
