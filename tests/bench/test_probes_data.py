"""The probes are sound: whole pairs, legal readings, pairs that are minimal and that a reader can fail."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from kawat.knowledge.tables import read_rows
from kawat.ontology.load import load_ontology
from kawat.records import Status

COLUMNS = ("probe", "group", "language", "sentence", "expected")
GROUPS = frozenset(
    "tense negation voice swap anniversary conditional quotation names figurative".split(),
)
MAYBE = "maybe "
PAIRS_A_GROUP = 25
SHARED_WORDS = 0.5
REPORT = re.compile(
    r"(?P<type>[A-Z]+) (?P<status>[a-z]+) (?P<actors>=?\S+) > (?P<recipients>\S+)(?: @ (?P<voice>\S+))?"
)
SIDE = re.compile(r"\*|-|=?[A-Z]{3}(?:\+[A-Z]{3})*")


@dataclass(frozen=True, slots=True)
class Row:
    probe: int
    group: str
    language: str
    sentence: str
    expected: str

    @property
    def reports(self) -> tuple[dict[str, str | None], ...]:
        if self.expected == "nothing":
            return ()
        return self._told([one for one in self.expected.split(" | ") if not one.startswith(MAYBE)])

    @property
    def allowed(self) -> tuple[dict[str, str | None], ...]:
        """What else the sentence tells, by the corpus's codebook, of the types that its pair names."""
        cells = self.expected.split(" | ")
        return self._told([one.removeprefix(MAYBE) for one in cells if one.startswith(MAYBE)])

    def _told(self, items: list[str]) -> tuple[dict[str, str | None], ...]:
        found = [(item, REPORT.fullmatch(item)) for item in items]
        for item, match in found:
            assert match, f"probe {self.probe}: {item!r} is no report"
        return tuple(match.groupdict() for _, match in found if match)

    @property
    def words(self) -> Counter[str]:
        return Counter(re.findall(r"[^\W_]+", self.sentence.lower()))


def _rows(language: str) -> tuple[Row, ...]:
    path = Path(str(files("kawat.bench") / "probes" / f"probes_{language}.tsv"))
    rows = read_rows(path, COLUMNS)
    return tuple(Row(int(row.text("probe")), *(row.text(column) for column in COLUMNS[1:])) for row in rows)


def _pairs(language: str) -> tuple[tuple[Row, Row], ...]:
    rows = _rows(language)
    return tuple(zip(rows[::2], rows[1::2], strict=True))


both = pytest.mark.parametrize("language", ["en", "id"])


@both
def test_two_rows_a_probe_numbered_in_order_and_alike_in_group(language: str) -> None:
    for number, (first, second) in enumerate(_pairs(language), start=1):
        assert first.probe == second.probe == number
        assert first.group == second.group
        assert first.language == second.language == language


@both
def test_every_group_has_its_number_of_pairs(language: str) -> None:
    counts = Counter(first.group for first, _ in _pairs(language))
    assert counts.keys() == GROUPS
    assert min(counts.values()) >= PAIRS_A_GROUP, counts


@both
def test_types_statuses_and_sides_are_legal(language: str) -> None:
    ontology = load_ontology()
    types = {one.name for one in ontology.types}
    countries = _countries()
    for row in _rows(language):
        for report in (*row.reports, *row.allowed):
            assert report["type"] in types, row
            assert report["status"] in {one.value for one in Status}, row
            for side in (report["actors"], report["recipients"]):
                assert side and SIDE.fullmatch(side), row
                assert set(re.findall("[A-Z]{3}", side)) <= countries, row
            assert not (report["recipients"] or "").startswith("="), row


@both
def test_what_is_allowed_beside_is_of_the_types_of_the_pair_and_beside_something(language: str) -> None:
    for pair in _pairs(language):
        named = {report["type"] for row in pair for report in row.reports}
        for row in pair:
            assert not row.allowed or row.reports, row
            assert {report["type"] for report in row.allowed} <= named, row
            assert {report["status"] for report in row.allowed} <= {"occurred", "ongoing"}, row


@both
def test_all_sixteen_types_are_probed(language: str) -> None:
    named = {report["type"] for row in _rows(language) for report in row.reports}
    assert named == {one.name for one in load_ontology().types}


@both
def test_voices_stand_in_the_quotation_group_and_nowhere_else(language: str) -> None:
    countries = _countries() | {"none"}
    for row in _rows(language):
        for report in row.reports:
            assert (report["voice"] is not None) == (row.group == "quotation"), row
            assert report["voice"] is None or report["voice"] in countries, row


@both
def test_sentences_differ_and_are_of_the_length_of_wire_copy(language: str) -> None:
    rows = _rows(language)
    assert len({row.sentence for row in rows}) == len(rows)
    for row in rows:
        assert 8 <= len(row.sentence.split()) <= 30, row


@both
def test_pairs_are_minimal(language: str) -> None:
    for first, second in _pairs(language):
        shared = (first.words & second.words).total()
        assert shared >= SHARED_WORDS * max(first.words.total(), second.words.total()), (first, second)


@both
def test_a_pair_asks_for_what_its_group_tests(language: str) -> None:
    for first, second in _pairs(language):
        same = first.reports == second.reports
        assert not same or first.group == "voice", first
        if first.group == "anniversary":
            assert second.expected == "nothing" != first.expected, first
        if first.group == "swap":
            assert _sides(first) == _sides(second)[::-1], first
        if first.group in {"names", "swap", "voice"}:
            assert _acts(first) == _acts(second), first
        if first.group == "quotation":
            assert _voices(first) != _voices(second), first


def _sides(row: Row) -> tuple[str | None, str | None]:
    (report,) = row.reports
    return report["actors"], report["recipients"]


def _acts(row: Row) -> tuple[tuple[str | None, str | None], ...]:
    return tuple((report["type"], report["status"]) for report in row.reports)


def _voices(row: Row) -> tuple[str | None, ...]:
    return tuple(report["voice"] for report in row.reports)


def _countries() -> frozenset[str]:
    path = Path(str(files("kawat.knowledge") / "data" / "countries.tsv"))
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    at = lines[0].index("country")
    return frozenset(line[at] for line in lines[1:]) | {"IGO", "UNO", "EUR"}
