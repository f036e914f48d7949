"""The list of formats, and the page about them: every column is told there, and what is said to be empty is."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from event_maker import PUTIN, UKRAINE, event, on, place
from format_maker import claims_of, material, several, tell
from record_maker import sample

from kawat.export import codes, ftm, gdelt, geojson, graph, ninjs, plover, polecat, webanno
from kawat.export.facts import facts_of
from kawat.export.folding import coded
from kawat.export.formats import FORMATS, format_called
from kawat.export.ical import plans_of
from kawat.records import Actor, ActorKind, Event, Span, Telling

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
OURS = ("plover", "polecat", "gdelt", "geojson", "gexf", "graphml", "ics", "ninjs", "ftm", "webanno")


def section(title: str) -> str:
    """The part of the page under a heading."""
    found = re.search(rf"^## `{title}`.*?\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


def marked(text: str) -> set[str]:
    """What stands in code marks, whole."""
    return set(re.findall(r"`([^`\n]+)`", text))


def empty_in(text: str) -> set[str]:
    """The columns that a section says are always empty."""
    return {name for part in re.findall(r"Always empty:(.*?)(?:\n\n|\Z)", text, re.DOTALL) for name in marked(part)}


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from keys(part)


def everything() -> tuple[Event, ...]:
    """Events that fill every column that can be filled."""
    un = Actor("UN", ActorKind.ORGANISATION, Span(0, 4), id="body:un", country="UNO", sector="GOV")
    aceh = place("Aceh", "IDN", latitude=4.7, longitude=96.75, precision="admin")
    both = (un, replace(un, id="body:fao"))
    of_un = event(
        tell(20, type="CONSULT", mode="visit", actors=(un,), recipients=both[1:], contexts=("health",), place=aceh,
             time=on(several()[0].tellings[0].report.time.days[0])),  # type: ignore[union-attr, index]
        id="evt-00000000000b1000",
    )  # fmt: skip
    return (*several(), of_un)


@pytest.mark.parametrize("name", OURS)
def test_every_format_is_in_the_list_and_on_the_page(name: str) -> None:
    assert format_called(name.upper()).name == name
    head = PAGE.partition("## What holds")[0]
    assert f"`{name}`" in head
    assert re.search(rf"^## .*`{name}`", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", OURS)
def test_every_format_writes_what_it_says(tmp_path: Path, name: str) -> None:
    made_as = format_called(name)
    out = tmp_path / f"out{made_as.suffix}"
    if made_as.several:
        out.mkdir()
    made_as.write(material(everything()), out)
    if made_as.several:
        assert sorted(one.name for one in out.iterdir()) == sorted(made_as.files)
    else:
        assert out.stat().st_size > 100 and made_as.suffix.startswith(".")


def test_names_are_told_once() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


# --- columns --------------------------------------------------------------------------------------------


def test_the_page_has_the_columns_of_polecat_and_which_are_empty() -> None:
    text = section("polecat")
    assert set(polecat.COLUMNS) <= marked(text)
    rows = [row for one in everything() for row in polecat.rows_of(one)]
    filled = {name for row in rows for name, cell in zip(polecat.COLUMNS, row, strict=True) if cell}
    assert empty_in(text) == set(polecat.COLUMNS) - filled


def test_the_page_has_the_columns_of_gdelt_and_which_are_empty() -> None:
    text = section("gdelt")
    assert {*gdelt.EVENTS, *gdelt.MENTIONS} <= marked(text)
    filled: set[str] = set()
    for one in everything():
        facts = facts_of(one)
        act = coded(facts)
        if act is not None:
            filled |= {n for n, cell in zip(gdelt.EVENTS, gdelt.event_row(facts, act), strict=True) if cell}
            for row in gdelt.mention_rows(facts):
                filled |= {n for n, cell in zip(gdelt.MENTIONS, row, strict=True) if cell}
    assert empty_in(text) == {*gdelt.EVENTS, *gdelt.MENTIONS} - filled


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("plover", [plover.record_of(one) for one in everything()]),
        ("geojson", [geojson.feature_of(one)["properties"] for one in everything()]),
        ("gexf`, `graphml", [dict.fromkeys(name for name, _ in (*graph.NODE_FIELDS, *graph.EDGE_FIELDS))]),
        ("gexf`, `graphml", [{"label": "", "weight": ""}]),
        ("ninjs", [ninjs.news_of(plan) for plan in plans_of(material(everything()))]),
        ("ftm", [one["properties"] for event_ in everything() for one in ftm.entities_of(event_)]),
        ("ftm", [{one["schema"]: one["id"]} for event_ in everything() for one in ftm.entities_of(event_)]),
    ],
)  # fmt: skip
def test_the_page_has_every_key(title: str, told: list[Any]) -> None:
    words = {word for piece in marked(section(title)) for word in re.findall(r"\w+", piece)}
    assert set(keys(told)) - words == set()


def test_the_page_has_the_keys_of_annotations() -> None:
    record = sample()
    made = [event(Telling(record.article, one), id=f"evt-{n}") for n, one in enumerate(record.reports)]
    found = [one for event_ in made for t in event_.tellings for one in webanno.annotations_of(event_, t)]
    found += [one for stored in claims_of(record) for one in webanno.claim_annotations(stored)]
    words = {word for piece in marked(section("webanno")) for word in re.findall(r"\w+", piece)}
    plain = {"type", "purpose", "format", "value", "name"}  # of the model itself
    assert set(keys(found)) - words - plain == set()
    assert {one["motivation"] for one in found} <= words


def test_the_page_has_every_list_of_codes() -> None:
    assert {f"`{name}`" for name in codes.COLUMNS} <= {f"`{name}`" for name in marked(PAGE)}


def test_the_table_of_folding_is_what_is_done() -> None:
    from kawat.ontology import load_ontology
    from kawat.records import Status

    rows = re.findall(r"^\| (planned[^|]*) \| ([A-Z, ]+) \| (AGREE|CONCEDE|THREATEN) \|$", PAGE, re.MULTILINE)
    told = {kind: into for _, kinds, into in rows for kind in kinds.split(", ")}
    for kind in load_ontology().types:
        by_doer = event(tell(1, type=kind.name, status=Status.PLANNED, voices=(PUTIN,), actors=(PUTIN,)))
        act = coded(facts_of(by_doer))
        assert (act and act.type) == told.get(kind.name), kind.name
        by_other = event(tell(1, type=kind.name, status=Status.PLANNED, voices=(UKRAINE,), actors=(PUTIN,)))
        other = coded(facts_of(by_other))
        assert (other and other.type) == (None if told.get(kind.name) == "THREATEN" else told.get(kind.name))


@pytest.mark.parametrize("name", ["plover", "polecat", "gdelt", "geojson", "ftm", "webanno"])
def test_events_are_written_one_by_one(tmp_path: Path, name: str) -> None:
    """Three times as many events take hardly more memory: nothing but ids is kept of those that are written."""
    one = several()[0]
    peaks = []
    for count in (10, 50, 150):
        made = replace(material(()), events=partial(_many, one, count))
        out = tmp_path / f"{count}"
        if name == "gdelt":
            out.mkdir()
        tracemalloc.start()
        format_called(name).write(made, out)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < peaks[1] + 100_000  # the first run fills what is kept for good


def _many(one: Event, count: int) -> Iterator[Event]:
    return (replace(one, id=f"evt-{n:016x}") for n in range(count))
