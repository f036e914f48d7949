"""Dates that others marked in English news (GUM, `when`, `from`, `to`): measured, never trained on.

The tense is not given to ours, and a day told from another one ("the next day") counts as a miss.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kawat.language.times import find_times, resolve_time

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "gum-news"
TIGHT = frozenset({",", ".", ")", "'s", "’s", ":", ";", "?"})


def read(path: Path) -> tuple[date, str, list[tuple[int, int, str, str]]]:
    """Publication day, text, and the marked dates as (start, end, first, last)."""
    raw = path.read_text(encoding="utf-8")
    published = re.search(r'dateCreated="([^"]+)"', raw)
    text, gold, stack = "", [], []
    for line in raw.splitlines():
        if line.startswith("<date"):
            stack.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', line))))
        elif line.startswith("</date") and stack:
            start, marks = stack.pop()
            first, last = marks.get("when") or marks.get("from"), marks.get("when") or marks.get("to")
            if first and last:
                gold.append((start, len(text.rstrip()), first, last))
        elif line.startswith(("</s>", "</p>", "</head>")):
            text = text.rstrip() + "\n"
        elif line and not line.startswith("<"):
            word = line.split("\t")[0]
            text = (text.rstrip() if word in TIGHT else text) + word + ("" if word in ("(", "-") else " ")
    assert published is not None
    return date.fromisoformat(published[1]), text, gold


@pytest.mark.shared
@pytest.mark.skipif(not FOLDER.is_dir(), reason="the measuring data is not beside the checkout")
def test_dates_of_gum() -> None:
    found = right = total = 0
    for path in sorted(FOLDER.glob("*.xml")):
        published, text, gold = read(path)
        times = find_times(text, "en")
        for start, end, first, last in gold:
            hits = [item for item in times if item.span.start < end and start < item.span.end]
            days = [resolve_time(item, published) for item in hits]
            total, found = total + 1, found + bool(hits)
            # an end of a range is marked alone there: "from [2004] to [2009]"
            right += any(
                str(day.start).startswith(first) or (day.end is not None and str(day.end).startswith(last))
                for day in days
            )
    print(f"GUM: {total} dates, found {found / total:.3f}, placed {right / total:.3f}")  # noqa: T201
    assert found / total >= 0.9
    assert right / total >= 0.8
