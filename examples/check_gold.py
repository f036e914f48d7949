"""Check that gold.json is well formed: types, modes, statuses, countries, dates, triggers, references.

Run it with ``python examples/check_gold.py [FOLDER]``: it lists every fault and ends with 1 when there is one.
It says nothing about whether the gold is right; that takes a reader.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from kawat.errors import UsageError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.ontology import check_mode, event_type, load_ontology
from kawat.records import Salience, Status

LONGEST_TRIGGER = 6
LANGUAGES = ("en", "id")
Row = dict[str, Any]


def faults(folder: Path) -> list[str]:
    """What is wrong with ``folder/gold.json``, a line each, for the reports in ``folder/reports``."""
    articles: list[Row] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = {path.stem: path for path in sorted((folder / "reports").iterdir())}
    ids = [article["id"] for article in articles]
    found = [f"{stem}: has no gold" for stem in paths if stem not in ids]
    found += [f"{one}: stands twice" for one in sorted(set(ids)) if ids.count(one) > 1]
    for article in articles:
        if article["id"] not in paths:
            found.append(f"{article['id']}: there is no such report")
            continue
        raw = paths[article["id"]].read_text(encoding="utf-8")
        found += [f"{article['id']}: {fault}" for fault in _article(article, raw)]
    return found


def _article(article: Row, raw: str) -> Iterator[str]:
    if article["lang"] not in LANGUAGES:
        yield f"unknown language {article['lang']!r}"
    if datetime.fromisoformat(article["published"]).tzinfo is None:
        yield "published needs a time zone"
    text = plain(raw)
    yield from (f"debris {piece!r} is not in the file" for piece in article["debris"] if piece not in raw)
    eids = [event["eid"] for event in article["events"]]
    yield from (f"event {eid!r} stands twice" for eid in sorted(set(eids)) if eids.count(eid) > 1)
    for event in article["events"]:
        yield from (f"{event['eid']}: {fault}" for fault in _event(event, text))
    for claim in article["claims"]:
        yield from _actors([claim["speaker"], *([claim["via"]] if claim["via"] else [])])
        yield from (f"a claim names unknown event {eid!r}" for eid in claim["events"] if eid not in eids)
    planned = [event["eid"] for event in article["events"] if event["status"] == Status.PLANNED]
    if article["upcoming"] != planned:
        yield f"upcoming should be {planned}"


def _event(event: Row, text: str) -> Iterator[str]:
    if len(event["trigger"].split()) > LONGEST_TRIGGER:
        yield f"the trigger has more than {LONGEST_TRIGGER} words"
    if event["trigger"] not in text:
        yield f"the trigger {event['trigger']!r} is not in the report"
    yield from _types(event)
    yield from (
        f"unknown status {one!r}" for one in [event["status"], *event["alt_status"]] if one not in set(Status)
    )
    if event["salience"] not in set(Salience):
        yield f"unknown salience {event['salience']!r}"
    if event["symmetric"] and event["recipients"]:
        yield "a symmetric event has no recipients"
    yield from _date(event["date"])
    places = [event["place"]] if event["place"] else []
    yield from _actors([*event["actors"], *event["recipients"], *event["attributed_to"], *places])
    for quantity in event["quantities"]:
        if not {"value", "min", "max"} & set(quantity) or not quantity["unit"]:
            yield "a quantity needs a value or a bound, and a unit"


def _types(event: Row) -> Iterator[str]:
    names = [event["type"], *event["alt_types"]]
    if len(set(names)) < len(names):
        yield "a type stands twice"
    try:
        for name in names:
            event_type(name)
        check_mode(event["type"], event["mode"])
    except UsageError as error:
        yield str(error)


def _date(day: Row) -> Iterator[str]:
    if day["start"] is None or day["end"] is None:
        if day["start"] != day["end"] or day["inferred"]:
            yield "a date is null as a whole, and then not inferred"
        return
    if date.fromisoformat(day["start"]) > date.fromisoformat(day["end"]):
        yield "a date ends before it starts"


def _actors(actors: list[Row]) -> Iterator[str]:
    for actor in actors:
        if actor["name"] is None and actor["country"] is None:
            yield "an actor needs a name or a country"
        if actor["country"] is not None and actor["country"] not in country_codes():
            yield f"unknown country {actor['country']!r}"


@cache
def country_codes() -> frozenset[str]:
    """The codes a country field may hold: ISO 3166 alpha-3 and PLOVER's codes for bodies without a country."""
    known = {entry.country for entry in load_knowledge().entries(EntryKind.COUNTRY)}
    return frozenset(code for code in known if code) | {term.code for term in load_ontology().nonstate}


def plain(raw: str) -> str:
    """The words of a file without markup, white space folded."""
    bare = html.unescape(re.sub(r"<[^>]+>", "", raw)) if raw.lstrip().startswith("<") else raw
    return " ".join(bare.split())


def main(arguments: list[str]) -> int:
    """Print the faults of the gold in the given folder (this one by default); 1 when there is one."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    found = faults(folder)
    sys.stdout.write("".join(f"{fault}\n" for fault in found) or "the gold is well formed\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
