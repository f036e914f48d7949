"""The stories: well formed, their parts fixed by their ids, enough of them, and read as published."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from test_gold import script

from kawat.bench.merging.gate import print_of
from kawat.bench.merging.stories import gold_tellings, load_stories
from kawat.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT / "gold" / "stories"
FOLDERS = sorted(path.parent for path in STORIES.glob("*/*/story.json"))
CHECK = script(ROOT / "gold" / "check_stories.py")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_story_is_well_formed_and_in_its_part(folder: Path) -> None:
    assert CHECK.faults(folder) == []
    assert CHECK.part_of(folder.name) == folder.parent.name


def test_there_are_enough_and_they_have_what_merging_meets() -> None:
    assert len(FOLDERS) >= 40
    golds = [json.loads((folder / "gold.json").read_text(encoding="utf-8")) for folder in FOLDERS]
    stories = [json.loads((folder / "story.json").read_text(encoding="utf-8")) for folder in FOLDERS]
    languages = Counter(row["lang"] for gold in golds for row in gold)
    assert min(languages.values()) > 0.4 * sum(languages.values())
    assert sum(bool(story["copies"]) for story in stories) >= len(FOLDERS) / 2
    for gold in golds:
        keys = Counter(event["event"] for row in gold for event in row["events"])
        assert max(keys.values()) >= 3, "nothing in the story is told three times"
    statuses: dict[str, set[str]] = {}
    for folder, gold in zip(FOLDERS, golds, strict=True):
        for row in gold:
            for event in row["events"]:
                statuses.setdefault(f"{folder.name}:{event['event']}", set()).add(event["status"])
    assert sum({"planned", "occurred"} <= found for found in statuses.values()) >= 40
    assert sum({"denied", "occurred"} <= found for found in statuses.values()) >= 5


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_reports_are_read_as_published(part: str) -> None:
    for one in load_stories(STORIES / part):
        assert one.article.language == one.gold.language
        assert str(one.article.published_day) == str(one.gold.published)[:10]
        assert one.article.outlet
        assert len(gold_tellings(one)) == len(one.gold.events) == len(one.keys)


def test_the_check_finds_faults(tmp_path: Path) -> None:
    story = tmp_path / "story"
    shutil.copytree(FOLDERS[0], story)
    gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    gold[0]["events"][0] |= {"trigger": "not there", "type": "SHOUT", "status": "done", "colour": "red"}
    gold[0]["events"].append(dict(gold[0]["events"][1]))
    (story / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    found = "\n".join(CHECK.faults(story))
    for said in ("not there", "SHOUT", "'done'", "colour", "stands twice"):
        assert said in found


def test_a_folder_without_stories_says_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"story\.json"):
        load_stories(tmp_path)


def test_the_fingerprint_knows_the_gold_and_the_copies(tmp_path: Path) -> None:
    shutil.copytree(FOLDERS[0], tmp_path / FOLDERS[0].name)
    before = print_of(tmp_path)
    assert before == print_of(tmp_path)
    for name in ("gold.json", "story.json"):
        path = tmp_path / FOLDERS[0].name / name
        path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
        assert print_of(tmp_path) != before
        before = print_of(tmp_path)
