"""Minimal pairs: how a row is judged, and the figures by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from helper_bench import objects

from kawat.bench.probing import LANGUAGES, Row, bench_probes, expected_of, load_probes, row_holds
from kawat.bench.texts import article_of
from kawat.errors import InputError, NotFoundError, UsageError
from kawat.pipeline import read_article

HEAD = "# what: a few\nprobe\tgroup\tlanguage\tsentence\texpected\n"
PROBES = [
    ("1", "tense", "Norway hits Chile.", "ASSAULT occurred NOR > CHL"),
    ("1", "tense", "Norway will-hit Chile.", "ASSAULT planned NOR > CHL"),
    ("2", "negation", "Norway hits Chile.", "ASSAULT occurred NOR > CHL"),
    ("2", "negation", "Norway not-hits Chile.", "nothing"),  # wrong: a denied report is one
    ("3", "names", "Norway hits Chile.", "ASSAULT occurred NOR > *"),
    ("3", "names", "Japan hits Chile.", "ASSAULT occurred CHL > *"),  # wrong side, same type all the same
    ("4", "names", "Norway hits Chile.", "ASSAULT occurred NOR > CHL"),
    ("4", "names", "Ruritania naps.", "ASSAULT occurred * > *"),
    ("5", "names", "Ruritania naps.", "ASSAULT occurred * > *"),  # alike, but nothing is told at all
    ("5", "names", "Norway naps.", "ASSAULT occurred * > *"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    body = "".join(f"{probe}\t{group}\ten\t{words}\t{wanted}\n" for probe, group, words, wanted in PROBES)
    (tmp_path / "probes_en.tsv").write_text(HEAD + body, encoding="utf-8")
    return tmp_path


def holds(sentence: str, expected: str, *types: str) -> bool:
    row = Row("1", "tense", "en", sentence, expected_of(expected))
    named = {one.type for one in row.expected} | set(types)
    return row_holds(row, named, read_article(article_of(sentence, "en"), "toy"))


def test_figures_by_hand(folder: Path, toy: str) -> None:
    (score,) = bench_probes("en", toy, folder)
    assert (score.reader, score.language, score.probes) == ("toy", "en", 5)
    assert (score.right, score.rows_right) == (0.2, 0.5)
    assert score.swaps_same_type == pytest.approx(1 / 3)
    assert [(one.group, one.probes, one.right, one.rows_right) for one in score.groups] == [
        ("tense", 1, 1.0, 1.0),
        ("negation", 1, 0.0, 0.5),
        ("names", 3, 0.0, pytest.approx(1 / 3)),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway hits Chile", "ASSAULT occurred NOR > CHL"),
        ("Norway hits Chile", "ASSAULT * * > *"),
        ("Norway and Chile hits", "ASSAULT occurred CHL+NOR > -"),
        ("Norway meets Chile", "CONSULT occurred =CHL+NOR > -"),
        ("Rosa hits Chile", "ASSAULT occurred Rosa > CHL"),
        ("Japan says: Norway hits Chile", "ASSAULT occurred NOR > CHL @ JPN"),
        ("Norway hits Chile", "ASSAULT occurred NOR > CHL @ none"),
        ("Norway hits Chile\nChile meets Japan", "ASSAULT occurred NOR > CHL"),  # another type is not judged
        ("Norway hits Chile\nNorway will-hit Japan", "ASSAULT occurred NOR > CHL"),  # nor what has not happened
        ("Norway hits Chile\nJapan hits Norway", "ASSAULT occurred * > NOR | ASSAULT occurred * > *"),
        ("Norway naps", "nothing"),
        ("Norway hits Chile\nJapan hits Peru", "ASSAULT occurred NOR > CHL | maybe ASSAULT occurred JPN > *"),
        ("Norway hits Chile", "ASSAULT occurred NOR > CHL | maybe ASSAULT occurred JPN > *"),
    ],
)
def test_rows_that_hold(sentence: str, expected: str, toy: str) -> None:
    assert holds(sentence, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway hits Chile", "ASSAULT planned NOR > CHL"),
        ("Norway hits Chile", "ASSAULT occurred CHL > NOR"),
        ("Norway hits Chile", "ASSAULT occurred NOR > -"),
        ("Norway hits Chile", "ASSAULT occurred NOR > CHL+JPN"),
        ("Norway and Japan hits Chile", "ASSAULT occurred NOR > CHL"),
        ("Norway hits Chile", "ASSAULT occurred =NOR+CHL > -"),
        ("Norway hits Chile", "ASSAULT occurred NOR > CHL @ JPN"),
        ("Japan says: Norway hits Chile", "ASSAULT occurred NOR > CHL @ none"),
        ("Japan says: Norway hits Chile", "ASSAULT occurred NOR > CHL @ NOR"),
        ("Norway hits Chile\nJapan hits Chile", "ASSAULT occurred NOR > CHL"),  # one of the type too many
        ("Norway hits Chile", "ASSAULT occurred * > * | ASSAULT occurred * > *"),  # one report is not two
        ("Norway hits Chile", "nothing"),
        ("Norway naps", "ASSAULT occurred * > *"),
        ("Norway hits Chile\nJapan hits Peru", "ASSAULT occurred NOR > CHL | maybe ASSAULT occurred PER > *"),
        ("Japan hits Peru", "ASSAULT occurred NOR > CHL | maybe ASSAULT occurred JPN > *"),
    ],
)
def test_rows_that_do_not_hold(sentence: str, expected: str, toy: str) -> None:
    assert not holds(sentence, expected)


def test_types_of_the_other_row_are_judged_too(toy: str) -> None:
    sentence = "Norway hits Chile\nChile meets Japan"
    assert holds(sentence, "ASSAULT occurred NOR > CHL", "AID")
    assert not holds(sentence, "ASSAULT occurred NOR > CHL", "CONSULT")


def test_a_headline_is_read_as_one(folder: Path, toy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.bench import probing

    kinds = []
    real = probing.read_article
    monkeypatch.setattr(
        probing,
        "read_article",
        lambda article, reader: (kinds.append(article.paragraphs[0].kind), real(article, reader))[1],
    )
    path = folder / "probes_en.tsv"
    path.write_text(
        HEAD + "1\ttense\ten\tNorway hits Chile\tnothing\n1\ttense\ten\tNorway naps.\tnothing\n", "utf-8"
    )
    bench_probes("en", toy, folder)
    assert kinds == ["title", "lead"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("ASSAULT occurred NOR", "is not .\\[maybe\\] TYPE"),
        ("HUG occurred * > *", "no event type"),
        ("AID soon * > *", "soon"),
    ],
)
def test_broken_rows_are_named(cell: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "probes_id.tsv").write_text(f"{HEAD}1\ttense\tid\tx\t{cell}\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"line 3: .*{said}"):
        load_probes("id", tmp_path)


def test_missing_and_headless_files(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"probes_id\.tsv does not exist"):
        load_probes("id", tmp_path)
    (tmp_path / "probes_id.tsv").write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(InputError, match="head of the table"):
        load_probes("id", tmp_path)
    with pytest.raises(UsageError, match="no probes in 'nl'"):
        bench_probes("nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_kawats_own_probes_are_read(language: str) -> None:
    rows = load_probes(language)
    assert len(rows) > 400
    assert {row.language for row in rows} == {language}
    assert any(not row.expected for row in rows)


def test_json(toy: str, capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = objects(capsys, "probes", "--language", "en", "--reader", toy)
    assert told["language"] == "en"
    assert "names" in [one["group"] for one in told["groups"]]
