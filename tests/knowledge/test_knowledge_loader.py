"""Broken data files are refused with file, row and rule."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kawat.knowledge
from kawat.errors import KnowledgeError
from kawat.knowledge import read_knowledge

DATA = Path(kawat.knowledge.__file__).parent / "data"
LEADERS = "leaders/asean.tsv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped data with one small file of leaders, to be broken."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy, ignore=shutil.ignore_patterns("leaders"))
    (copy / "leaders").mkdir()
    (copy / LEADERS).write_text(
        "# what: made up\n# source: made up\n# as of: 2025-01-01\n"
        "id\tname\taliases\tcountry\toffice\ttitle\tstart\tend\n"
        "person:ani-budi\tAni Budi\t\tIDN\thead_of_state\tPresident\t2000-01\t2003\n",
        encoding="utf-8",
    )
    return copy


def add(folder: Path, file: str, row: str) -> int:
    """Append a row; its line number."""
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    return len(path.read_text(encoding="utf-8").splitlines())


def test_the_copy_loads(folder: Path) -> None:
    term = read_knowledge(folder).entry("person:ani-budi").terms[0]
    assert (term.start.isoformat(), term.end and term.end.isoformat()) == ("2000-01-01", "2003-12-31")


BAD_ROWS = [
    ("seats.tsv", "seat:x\tX House\tX House\t\t\tQQQ\tGOV", "QQQ does not stand in countries.tsv"),
    ("seats.tsv", "seat:x\tX House\tX House\t\t\tIDN\tXYZ", "column sector has 'XYZ'"),
    ("seats.tsv", "place:x\tX House\tX House\t\t\tIDN\tGOV", "starts with 'seat:'"),
    ("seats.tsv", "seat:x\t\tX House\t\t\tIDN\tGOV", "column name_en must not be empty"),
    ("seats.tsv", "seat:x\tX House\tX House\ta||b\t\tIDN\tGOV", "empty part"),
    ("seats.tsv", "seat:x\tX House\tX House\t\t\tIDN", "6 cells instead of 7"),
    ("seats.tsv", "seat:x\tX House \tX House\t\t\tIDN\tGOV", "blank"),
    ("seats.tsv", "seat:kremlin\tX\tX\t\t\tRUS\tGOV", "id seat:kremlin stands in row"),
    ("outlets.tsv", "outlet:x\tX\t\t\tIDN\tking", "column owner has 'king'"),
    ("places.tsv", "place:x\tX\tX\t\tIDN\t91\t0\tpoint", "91.0, which is not between -90 and 90"),
    ("places.tsv", "place:x\tX\tX\t\tIDN\t9\t181\tpoint", "181.0, which is not between"),
    ("places.tsv", "place:x\tX\tX\t\tIDN\t9\t\tpoint", "both or neither"),
    ("places.tsv", "place:x\tX\tX\t\tIDN\tnine\t0\tpoint", "'nine', which is no number"),
    ("places.tsv", "place:x\tX\tX\t\tIDN\t9\t9\troof", "column precision has 'roof'"),
    ("countries.tsv", "QQQ\tZZZ\tQ\tQ\t\t\t\t\t\t\t\t\tn", "column country has 'ZZZ'"),
    ("countries.tsv", "IDN\tIDN\tQ\tQ\t\t\t\t\t\t\t\t\tn", "code IDN stands in row"),
    ("countries.tsv", "Q\tQ\tQ\tQ\t\t\t\t\t\t\t\t\tn", "three capital letters"),
    ("countries.tsv", "QQQ\tQQQ\tQ\tQ\t\t\t\t\t\t\t\t\tmaybe", "column un_member has 'maybe'"),
    ("roles.tsv", "zog\ten\tperson\tXXX\t\t", "column sector has 'XXX'"),
    ("roles.tsv", "zog\tfr\tperson\tGOV\t\t", "column language has 'fr'"),
    ("roles.tsv", "zog\ten\trobot\tGOV\t\t", "column kind has 'robot'"),
    ("roles.tsv", "zog\ten\tperson\tGOV\tking\t", "column office has 'king'"),
    ("roles.tsv", "zog|president\ten\tperson\tGOV\t\t", "'president' stands twice"),
    ("caution.tsv", "X\ten\tperhaps\t", "column rule has 'perhaps'"),
    (LEADERS, "person:x\tX\t\tIDN\thead_of_state\tPresident\t2004-02-30\t", "'2004-02-30' is no day"),
    (LEADERS, "person:x\tX\t\tIDN\thead_of_state\tPresident\t2004-13\t", "'2004-13' is no day"),
    (LEADERS, "person:x\tX\t\tIDN\thead_of_state\tPresident\t2004\t2003-05", "ends .* before it starts"),
    (LEADERS, "person:x\tX\t\tIDN\tboss\tPresident\t2004\t", "column office has 'boss'"),
    (LEADERS, "person:x\tX\t\tQQQ\tother\tPresident\t2004\t", "QQQ does not stand"),
    (LEADERS, "x\tX\t\tIDN\tother\tPresident\t2004\t", "starts with 'person:'"),
    (LEADERS, "person:x\tX\t\tIDN\tother\t\t2004\t", "must not be empty"),
    (LEADERS, "person:ani-budi\tAni B\t\tIDN\tother\tEnvoy\t2004\t", "two names"),
]


@pytest.mark.parametrize(("file", "row", "rule"), BAD_ROWS, ids=[f"{f}: {r}" for f, _, r in BAD_ROWS])
def test_a_bad_row_is_refused(folder: Path, file: str, row: str, rule: str) -> None:
    line = add(folder, file, row)
    with pytest.raises(KnowledgeError, match=rule) as caught:
        read_knowledge(folder)
    message = str(caught.value)
    assert Path(file).name in message
    assert f"row {line}" in message or "two names" in rule


def test_the_same_id_in_two_kinds_of_files_is_refused(folder: Path) -> None:
    add(folder, "places.tsv", "place:jakarta\tX\tX\t\tIDN\t0\t0\tpoint")
    with pytest.raises(KnowledgeError, match="place:jakarta stands twice"):
        read_knowledge(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "groups.tsv").unlink()
    with pytest.raises(KnowledgeError, match=r"groups\.tsv can not be read"):
        read_knowledge(folder)


def test_no_leaders_at_all_is_an_error(folder: Path) -> None:
    (folder / LEADERS).unlink()
    with pytest.raises(KnowledgeError, match="leaders"):
        read_knowledge(folder)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("id\tname\n", "source"),
        ("# source: x\n", "as of"),
        ("# source: x\n# as of: 2025\nid\tname\nx\ty\n", "header must be"),
        (
            "# source: x\n# as of: 2025\nid\tname_en\tname_id\taliases\tabbreviations\tcountry\tsector\n",
            "no row",
        ),
    ],
)
def test_a_file_without_notes_header_or_rows_is_refused(folder: Path, text: str, rule: str) -> None:
    (folder / "seats.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rule):
        read_knowledge(folder)


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "seats.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match=r"seats\.tsv"):
        read_knowledge(folder)
