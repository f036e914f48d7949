"""The coded sides of whole reports: well formed, complete, and compared as the gold is."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kawat.bench.gold import GoldActor
from kawat.knowledge import load_knowledge
from kawat.knowledge.entries import PSEUDO_COUNTRIES, EntryKind
from kawat.records import Actor, ActorKind, Span

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corpus.sides import (  # noqa: E402
    coded_sides,
    measured,
    ordered_events,
    pairs_of,
    whole_reports,
    wrong_sides,
)
from training.corpus.tool import Passage  # noqa: E402

CODED = coded_sides(ROOT / "training/corpus/sides")


@pytest.fixture(scope="module")
def reports() -> dict[str, Passage]:
    return whole_reports(CODED, ROOT / "training/corpus/passages")


def test_every_event_of_every_report_is_coded(reports: dict[str, Passage]) -> None:
    assert len(CODED) >= 359
    for name, coded in CODED.items():
        assert set(coded) == set(range(1, len(ordered_events(reports[name])) + 1)), name


def test_every_country_is_one() -> None:
    known = {one.country for one in load_knowledge().entries(EntryKind.COUNTRY)} | set(PSEUDO_COUNTRIES)
    used = {side.country for coded in CODED.values() for sides in coded.values() for one in sides for side in one}
    assert used - known - {None} == set()


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "en-1.txt").write_text("## en-y80-01\n1 | =RUS\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"en-1\.txt, line 2"):
        coded_sides(tmp_path)


def test_a_name_and_a_country_are_read_from_a_line(tmp_path: Path) -> None:
    (tmp_path / "id-1.txt").write_text("## id-y83-01\n1 | Ana Ruiz=CHL; =PER | guru=-\n2 | |\n", encoding="utf-8")
    coded = coded_sides(tmp_path)["id-y83-01"]
    assert coded[1] == ((GoldActor("Ana Ruiz", "CHL"), GoldActor(None, "PER")), (GoldActor("guru", None),))
    assert coded[2] == ((), ())


def test_sides_that_are_missing_wrong_and_too_many_are_counted(reports: dict[str, Passage]) -> None:
    name = "en-y80-09"
    pair = next(one for one in pairs_of(reports[name], CODED[name]) if not one.event.symmetric)
    who = Actor("Chad", ActorKind.STATE, Span(0, 1), country="TCD")
    gold = (GoldActor(None, "TCD"),), (GoldActor(None, "NOR"),)
    right = replace(
        pair, gold=gold, read=replace(pair.read, actors=(who,), recipients=(replace(who, country="NOR"),))
    )
    assert all(not missing and not left for _, missing, left in wrong_sides(right))
    swapped = replace(right, read=replace(right.read, actors=right.read.recipients, recipients=right.read.actors))
    assert [side for side, missing, left in wrong_sides(swapped) if missing and left] == ["actor", "recipient"]
    more = replace(right, read=replace(right.read, actors=(who, replace(who, country="PER"))))
    by_language, every, wrong = measured([right, swapped, more])
    assert by_language["en"] == {
        "events": 3,
        "right": 1,
        "actor wrong": 1,
        "recipient wrong": 1,
        "actor too many": 1,
    }
    assert by_language["en"] == by_language["all"]
    assert (every["None"], wrong["None"]) == (7, 3)
