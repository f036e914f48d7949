"""Check that the stories are well formed: reports and gold, triggers, types, sides, dates, copies, and their part.

Run it with ``python gold/check_stories.py [FOLDER...]``: it lists every fault and ends with 1 when there is one.
It says nothing about whether the gold is right; that takes a reader.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kawat.errors import UsageError
from kawat.ontology import check_mode, event_type
from kawat.records import Salience, Status

FOLDERS = (Path("gold/stories/dev"), Path("gold/stories/test"))
LONGEST_TRIGGER = 6
KEYS = frozenset(
    "event trigger type alt_types mode salience status alt_status actors recipients symmetric date place "
    "attributed_to quantities".split()
)
Row = dict[str, Any]


def part_of(story: str) -> str:
    """The part that a story belongs to, by the hash of its id."""
    return "test" if int(hashlib.sha256(story.encode()).hexdigest(), 16) % 2 else "dev"


def faults(folder: Path) -> list[str]:
    """What is wrong with one story, a line each."""
    return [f"{folder.name}: {fault}" for fault in _story(folder)]


def _story(folder: Path) -> Iterator[str]:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "reports").iterdir()}
    gold: list[Row] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    copies: list[list[str]] = json.loads((folder / "story.json").read_text(encoding="utf-8"))["copies"]
    if sorted(row["id"] for row in gold) != sorted(texts):
        yield "reports and gold differ"
    if not 4 <= len(gold) <= 10:
        yield f"{len(gold)} reports; a story has 4 to 10"
    if {row["lang"] for row in gold} != {"en", "id"}:
        yield "it is told in one language only"
    yield from (f"copy {one} is no report" for group in copies for one in group if one not in texts)
    for row in gold:
        yield from (f"{row['id']}: {fault}" for fault in _report(row, texts.get(row["id"], "")))


def _report(row: Row, text: str) -> Iterator[str]:
    if datetime.fromisoformat(row["published"]).tzinfo is None:
        yield "published needs a time zone"
    counts = Counter(event["event"] for event in row["events"])
    yield from (f"{key} stands twice" for key, count in counts.items() if count > 1)
    for event in row["events"]:
        yield from (f"{event['event']}: {fault}" for fault in _event(event, text))


def _event(event: Row, text: str) -> Iterator[str]:
    yield from (f"unknown field {name}" for name in sorted(event.keys() - KEYS))
    if event["trigger"] not in text:
        yield f"the trigger {event['trigger']!r} is not in the report"
    if len(event["trigger"].split()) > LONGEST_TRIGGER:
        yield f"the trigger has more than {LONGEST_TRIGGER} words"
    try:
        for name in (event["type"], *event.get("alt_types", ())):
            event_type(name)
        check_mode(event["type"], event.get("mode"))
    except UsageError as error:
        yield str(error)
    for status in (event["status"], *event.get("alt_status", ())):
        if status not in set(Status):
            yield f"unknown status {status!r}"
    if event["salience"] not in set(Salience):
        yield f"unknown salience {event['salience']!r}"
    if event.get("symmetric") and event.get("recipients"):
        yield "a symmetric event has no recipients"
    days = event.get("date") or {}
    start, end = days.get("start"), days.get("end")
    if start and end and date.fromisoformat(start) > date.fromisoformat(end):
        yield "it ends before it starts"
    for side in (*event.get("actors", ()), *event.get("recipients", ()), *event.get("attributed_to", ())):
        if not side.get("name") and not side.get("country"):
            yield "somebody without name and country"


def main(folders: list[Path]) -> int:
    found: list[str] = []
    for folder in folders:
        for story in sorted(path.parent for path in folder.glob("*/story.json")):
            found += faults(story)
            if folder.name in ("dev", "test") and part_of(story.name) != folder.name:
                found.append(f"{story.name}: belongs to {part_of(story.name)}")
    sys.stdout.write("".join(f"{fault}\n" for fault in found) or "the stories are well formed\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]] or list(FOLDERS)))
