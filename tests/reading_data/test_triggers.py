"""The trigger dictionaries: every row is legal, can match a text, and stands once; every type has enough rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import pytest

from kawat.ontology import event_type, load_ontology
from kawat.reading.lexicon.tokens import tokens_of
from kawat.reading.lexicon.triggers import GAP, Needs, find_triggers, trigger_index
from kawat.reading.lexicon.words import WORDS
from kawat.records import Span

COLUMNS = ["type", "mode", "pos", "lemma", "frame", "strength", "note"]
PARTS_OF_SPEECH = {"verb", "noun", "adj", "fixed"}
STRENGTHS = {"strong", "weak", "pair"}
NOTE_KEYS = {"en": {"past", "needs"}, "id": {"root", "ter", "needs"}}
FRAME_EXTRAS = {"en": {"obj"}, "id": {"obj", "milik", "bersama", "melawan", "dekat", "menuju", "tentang"}}
MIN_ROWS = 30
TYPES = [known.name for known in load_ontology().types]
_FOLDER = files("kawat.reading.lexicon") / "data"
NAMES = sorted(f.name for f in _FOLDER.iterdir() if f.name.startswith("triggers_"))


@dataclass(frozen=True, slots=True)
class Row:
    place: str
    language: str
    cells: dict[str, str]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.cells["type"], self.cells["pos"], self.cells["lemma"]


def lines(name: str) -> list[str]:
    return (_FOLDER / name).read_text(encoding="utf-8").splitlines()


def rows(name: str) -> Iterator[Row]:
    header = True
    for number, line in enumerate(lines(name), start=1):
        if line.startswith("#") or not line.strip():
            continue
        if header:
            header = False
            continue
        cells = dict(zip(COLUMNS, line.split("\t"), strict=True))
        yield Row(f"{name}:{number}", name.split("_")[1].removesuffix(".tsv"), cells)


def of_language(language: str) -> list[Row]:
    return [row for name in NAMES for row in rows(name) if row.language == language]


def test_both_languages_have_files() -> None:
    assert {name.split("_")[1].removesuffix(".tsv") for name in NAMES} == {"en", "id"}


@pytest.mark.parametrize("name", NAMES)
def test_head_and_columns(name: str) -> None:
    text = lines(name)
    head = [line for line in text if line.startswith("#")]
    assert [line.split(":")[0] for line in head[:3]] == ["# What", "# Source", "# As of"]
    body = [line for line in text if line.strip() and not line.startswith("#")]
    assert body[0].split("\t") == COLUMNS
    assert [line for line in body if len(line.split("\t")) != len(COLUMNS)] == []


@pytest.mark.parametrize("name", NAMES)
def test_types_and_modes_are_those_of_the_ontology(name: str) -> None:
    for row in rows(name):
        known = event_type(row.cells["type"])
        modes = {mode.name for mode in known.modes} | {""}
        assert row.cells["mode"] in modes, row.place


@pytest.mark.parametrize("name", NAMES)
def test_part_of_speech_and_strength(name: str) -> None:
    assert [r.place for r in rows(name) if r.cells["pos"] not in PARTS_OF_SPEECH] == []
    assert [r.place for r in rows(name) if r.cells["strength"] not in STRENGTHS] == []


@pytest.mark.parametrize("name", NAMES)
def test_frames_name_prepositions_or_the_object(name: str) -> None:
    for row in rows(name):
        legal = WORDS[row.language].prepositions | FRAME_EXTRAS[row.language]
        marks = row.cells["frame"].split(",")
        assert marks == ["-"] or all(mark.removeprefix("=").removeprefix("^") in legal for mark in marks), row
        assert len(set(marks)) == len(marks), f"{row.place}: a marker stands twice"


@pytest.mark.parametrize("name", NAMES)
def test_notes_that_the_reader_reads(name: str) -> None:
    for row in rows(name):
        pairs = [part.split("=", 1) for part in row.cells["note"].replace(";", " ").split() if "=" in part]
        assert {key for key, _ in pairs} <= NOTE_KEYS[row.language], row
        if "past" in dict(pairs) or "root" in dict(pairs):
            assert row.cells["pos"] == "verb", f"{row.place}: only verbs inflect"
        assert dict(pairs).get("needs", "") in {need.value for need in Needs}, row


@pytest.mark.parametrize("name", NAMES)
def test_speakers_are_needed_only_in_the_speech_files(name: str) -> None:
    needing = [row.place for row in rows(name) if "needs=" in row.cells["note"]]
    assert bool(needing) == name.endswith("_speech.tsv"), needing[:5]


@pytest.mark.parametrize("name", NAMES)
def test_lemmas_are_written_as_the_reader_splits_words(name: str) -> None:
    """A lemma that the tokens of no text can equal ("test-fire" for "test - fire") would never match."""
    wrong = []
    for row in rows(name):
        words = row.cells["lemma"].lower().split(" ")
        split = [token.lower for word in words for token in tokens_of(word, Span(0, len(word)))]
        if split != words and not row.cells["lemma"].startswith("'"):
            wrong.append(f"{row.place} {row.cells['lemma']!r}: write {' '.join(split)!r}")
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_a_gap_stands_behind_a_word_and_once(name: str) -> None:
    for row in rows(name):
        words = row.cells["lemma"].split()
        assert words[0] != GAP, row.place
        assert words.count(GAP) <= 1, row.place


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_row_stands_twice(language: str) -> None:
    counted = Counter(row.key for row in of_language(language))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("type_name", TYPES)
def test_every_type_has_enough_rows(language: str, type_name: str) -> None:
    count = sum(row.cells["type"] == type_name for row in of_language(language))
    assert count >= MIN_ROWS, f"{language}: {count} rows of {type_name}"


def test_english_rows_are_sorted() -> None:
    keys = [row.key for row in rows("triggers_en.tsv")]
    assert keys == sorted(keys)


def test_no_english_word_stands_in_two_types() -> None:
    """Of two types with one word the reader can only take one, always the same."""
    counted = Counter((row.cells["pos"], row.cells["lemma"]) for row in rows("triggers_en.tsv"))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("language", "sentence", "lemma"),
    [
        ("en", "North Korea test-fired a missile.", "test - fired"),
        ("en", "Ireland recalled its ambassador to Peru.", "recall * ambassador"),
        ("en", "Workers held sit-ins in Lyon.", "sit - in"),
        ("en", "They withdrew from the bloc.", "withdraw"),
        ("id", "Pertemuannya dengan Xi berlangsung singkat.", "pertemuan"),
    ],
)
def test_rows_are_found_in_running_text(language: str, sentence: str, lemma: str) -> None:
    tokens = tokens_of(sentence, Span(0, len(sentence)))
    found = {hit.trigger.lemma for hit in find_triggers(tokens, language)}
    assert lemma in found


@pytest.mark.parametrize(("language", "form"), [("en", "condemned"), ("id", "mengecam"), ("id", "dikecam")])
def test_inflected_forms_are_in_the_index(language: str, form: str) -> None:
    assert any(entry.trigger.type == "ACCUSE" for entry in trigger_index(language)[form])
