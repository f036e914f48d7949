"""The trigger dictionaries: legal rows, enough of them, none that contradicts another."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from kawat.ontology import load_ontology
from kawat.reading.lexicon.triggers import trigger_index

DATA = Path(__file__).parents[2] / "src" / "kawat" / "reading" / "lexicon" / "data"
FILES = sorted(DATA.glob("triggers_*.tsv"))
COLUMNS = ["type", "mode", "pos", "lemma", "frame", "strength", "note"]
NOTE = re.compile(
    r"(?:past=[a-z]+(?:,[a-z]+)?|root=[a-z]+|ter=no|needs=(?:speech|intent)|no=[a-z,]+|voice=[a-z]+)$"
)


def rows(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert lines[0].split("\t") == COLUMNS
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_is_legal(path: Path) -> None:
    modes = {kind.name: {"", *(mode.name for mode in kind.modes)} for kind in load_ontology().types}
    for row in rows(path):
        assert row["mode"] in modes[row["type"]], row
        assert row["pos"] in {"verb", "noun", "adj", "fixed"}, row
        assert row["strength"] in {"strong", "weak", "pair"}, row
        assert row["lemma"] == row["lemma"].strip() and row["lemma"], row
        assert re.fullmatch(r"-|[=^]?[a-z' ]+(?:,[=^]?[a-z' ]+)*", row["frame"]), row
        assert all(NOTE.match(part) for part in row["note"].split() if "=" in part), row


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_row_stands_twice(path: Path) -> None:
    counts = Counter((row["type"], row["pos"], row["lemma"]) for row in rows(path))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_says_what_it_is_and_where_from(path: Path) -> None:
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("what" in line.lower() for line in head) and any("source" in line.lower() for line in head)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_type_has_thirty_triggers_or_more(language: str) -> None:
    found = Counter(
        row["type"] for path in FILES if path.stem.startswith(f"triggers_{language}") for row in rows(path)
    )
    assert {kind.name: found[kind.name] for kind in load_ontology().types if found[kind.name] < 30} == {}


@pytest.mark.parametrize(("language", "form"), [("en", "condemned"), ("id", "mengecam"), ("id", "dikecam")])
def test_inflected_forms_are_in_the_index(language: str, form: str) -> None:
    assert any(entry.trigger.type == "ACCUSE" for entry in trigger_index(language)[form])
