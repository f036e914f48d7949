"""What a hunt came to, as lines."""

from __future__ import annotations

from kawat.bench.fuzzing.hunt import Hunted


def told(name: str, hunted: Hunted, seconds: float, more: dict[str, int]) -> None:
    """Print the figures, what inputs came to, and every fault."""
    rate = hunted.runs / seconds if seconds else 0.0
    figures = {"runs": hunted.runs, "runs_per_second": f"{rate:.1f}", "slowest_s": f"{hunted.slowest:.2f}", **more}
    print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()))  # noqa: T201
    print("  came to: " + ", ".join(f"{key} {count}" for key, count in hunted.came.most_common(20)))  # noqa: T201
    for finding in hunted.findings.values():
        print(f"  {finding.kind}: {finding.where}: {finding.what}")  # noqa: T201
