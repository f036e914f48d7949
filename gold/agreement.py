"""How far two annotators of a gold report agree: `python gold/agreement.py`.

`second.json` holds reports that another annotator coded without seeing the first coding. Events pair where their
wordings share a place in the text, best first; figures of the paired are shares, "sides" is an F1.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kawat.bench.gold import GoldActor, GoldArticle, GoldEvent, load_gold
from kawat.bench.match import wording_spans
from kawat.pages import article_from_page, read_path

HERE = Path(__file__).parent


def paired(first: Sequence[GoldEvent], second: Sequence[GoldEvent], text: str) -> list[tuple[GoldEvent, GoldEvent]]:
    """Events of the two codings that are told at one place, each used once; alike types first."""
    likes = [
        (bool(one.types & other.types), one, other)
        for one in first
        for other in second
        if _meet(wording_spans(text, one.trigger), wording_spans(text, other.trigger))
    ]
    out: list[tuple[GoldEvent, GoldEvent]] = []
    for _, one, other in sorted(likes, key=lambda like: not like[0]):
        if not any(one is a or other is b for a, b in out):
            out.append((one, other))
    return out


def _meet(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def agreement(first: Sequence[GoldArticle], second: Sequence[GoldArticle], folder: Path) -> dict[str, float]:
    """The figures over the reports that both have."""
    paths = {path.stem: path for path in folder.rglob("reports/*")}
    by_id = {one.id: one for one in first}
    counts = dict.fromkeys(("first", "second", "paired", "type", "status", "date", "sides", "sides_all"), 0)
    for other in second:
        text = article_from_page(read_path(str(paths[other.id]))).text
        pairs = paired(by_id[other.id].events, other.events, text)
        counts["first"] += len(by_id[other.id].events)
        counts["second"] += len(other.events)
        counts["paired"] += len(pairs)
        for a, b in pairs:
            counts["type"] += bool(a.types & b.types)
            counts["status"] += bool(a.statuses & b.statuses)
            counts["date"] += a.dates == b.dates or (a.inferred and b.dates == (None, None))
            ours, theirs = _sides(a), _sides(b)
            counts["sides"] += 2 * len(ours & theirs)
            counts["sides_all"] += len(ours) + len(theirs)
    whole = counts["first"] + counts["second"]
    shares = {name: counts[name] / counts["paired"] for name in ("type", "status", "date")}
    return {
        "reports": len(second),
        "events_f1": 2 * counts["paired"] / whole,
        **shares,
        "sides_f1": counts["sides"] / counts["sides_all"],
    }


def _sides(event: GoldEvent) -> set[tuple[str, str]]:
    return {_key(one) for one in (*event.actors, *event.recipients)}


def _key(actor: GoldActor) -> tuple[str, str]:
    """A side by its country, else by the last word of its name."""
    return ("country", actor.country) if actor.country else ("name", (actor.name or "").lower().split(" ")[-1])


def main() -> None:
    golds = [one for part in ("dev", "test") for one in load_gold(HERE / part / "gold.json")]
    figures = agreement(golds, load_gold(HERE / "second.json"), HERE)
    sys.stdout.write("".join(f"{name:10} {value:.3f}\n" for name, value in figures.items()))


if __name__ == "__main__":
    main()
