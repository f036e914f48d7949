"""PLOVER roots between marked parties: which report answers, how it is folded, and the figures by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helper_bench import SHARED, objects

from kawat.bench.plv import RootScore, bench_plv, load_rows, plover_root, told_between, unmarked
from kawat.bench.texts import article_of
from kawat.errors import InputError, UsageError
from kawat.pipeline import read_article
from kawat.records import Record, Report, Span, Status

HEAD = "\tsentence\tmarked_sentence\tsource\ttarget\tgold_root\n"
ROWS = [
    ("<s>Norway</s> hits <t>Chile</t>.", "ASSAULT"),
    ("<s>Norway</s> will-hit <t>Chile</t>.", "THREATEN"),
    ("<s>Norway</s> meets <t>Chile</t>.", "SUPPORT"),
    ("<s>Norway</s> naps beside <t>Chile</t>.", "ASSAULT"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plv.tsv"
    body = "".join(f"{number}\t-\t{marked}\t-\t-\t{root}\n" for number, (marked, root) in enumerate(ROWS))
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def record(text: str) -> Record:
    return read_article(article_of(text, "en"), "toy")


def test_figures_by_hand(file: Path, toy: str) -> None:
    score = bench_plv(file, toy)
    assert (score.reader, score.rows) == ("toy", 4)
    assert (score.accuracy, score.answered, score.touched) == (0.5, 0.75, 0.75)
    assert score.roots == (
        RootScore("ASSAULT", 2, 1, 1.0, 0.5, pytest.approx(2 / 3)),
        RootScore("SUPPORT", 1, 0, 0.0, 0.0, 0.0),
        RootScore("THREATEN", 1, 1, 1.0, 1.0, 1.0),
    )
    assert score.root_macro_f1 == pytest.approx((2 / 3 + 0 + 1) / 3)
    # CONSULT for SUPPORT is wrong by root and right by quad class
    assert score.quad_macro_f1 == pytest.approx((2 / 3 + 1 + 1) / 3)


def test_a_root_read_that_the_gold_lacks_is_no_root_of_the_mean(tmp_path: Path, toy: str) -> None:
    path = tmp_path / "one.tsv"
    path.write_text(HEAD + "1\t-\t<s>Norway</s> leaves <t>Chile</t>.\t-\t-\tRETREAT\n", encoding="utf-8")
    score = bench_plv(path, toy)
    assert [one.root for one in score.roots] == ["YIELD"]
    assert (score.root_macro_f1, score.quad_macro_f1) == (1.0, 1.0)


def test_json(file: Path, toy: str, capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = objects(capsys, "plv", str(file), "--reader", toy)
    assert told["accuracy"] == 0.5
    assert [one["root"] for one in told["roots"]] == ["ASSAULT", "SUPPORT", "THREATEN"]


def test_marks_are_taken_out_wherever_they_stand() -> None:
    marked = unmarked("In <t>Chile</t> <s>Norway</s> hits <t>Chile</t> and <s> </s>.")
    assert marked.text == "In Chile Norway hits Chile and  ."
    assert [span.of(marked.text) for span in marked.sources] == ["Norway", " "]
    assert [span.start for span in marked.targets] == [3, 21]
    assert unmarked("no marks").sources == ()


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("<s>Norway</s> hits Japan\n<s>Norway</s> leaves <t>Chile</t>", "RETREAT"),  # both parties before one
        ("<t>Chile</t> hits <s>Norway</s>\n<s>Norway</s> leaves <t>Chile</t>", "RETREAT"),  # their own sides first
        ("Japan hits\n<s>Norway</s> meets <t>Chile</t>", "CONSULT"),  # a meeting has both as actors
        ("hits\n<s>The sleepy north</s> leaves <t>the sea</t>", "RETREAT"),  # nobody fits: what stands between
        ("Japan hits <t>Chile</t>", "ASSAULT"),
    ],
)
def test_the_report_that_fits_the_parties_answers(sentence: str, type: str, toy: str) -> None:
    marked = unmarked(sentence)
    told = told_between(marked, record(marked.text))
    assert told is not None
    assert told.type == type


def test_no_report_no_answer(toy: str) -> None:
    assert told_between(unmarked("<s>Norway</s> naps"), record("Norway naps")) is None


def one(text: str, **changes: object) -> Report:
    return replace(record(text).reports[0], **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type", "status", "root"),
    [
        ("CONSULT", Status.OCCURRED, "CONSULT"),
        ("CONSULT", Status.PLANNED, "AGREE"),
        ("AID", Status.POSSIBLE, "AGREE"),
        ("SUPPORT", Status.DENIED, "SUPPORT"),
        ("RETREAT", Status.PLANNED, "YIELD"),
        ("CONCEDE", Status.OCCURRED, "YIELD"),
        ("COERCE", Status.PLANNED, "THREATEN"),
        ("COERCE", Status.POSSIBLE, "COERCE"),
        ("ACCUSE", Status.PLANNED, "ACCUSE"),
    ],
)
def test_what_is_to_come_is_folded(type: str, status: Status, root: str, toy: str) -> None:
    assert plover_root(one("Norway hits Chile", type=type, status=status)) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [("Norway says: Norway will-hit Chile", "THREATEN"), ("Chile says: Norway will-hit Chile", "ASSAULT")],
)
def test_a_conflict_to_come_is_a_threat_by_its_doer_only(text: str, root: str, toy: str) -> None:
    assert plover_root(one(text)) == root


def test_broken_files_are_refused(tmp_path: Path, file: Path) -> None:
    bare = tmp_path / "bare.tsv"
    bare.write_text("sentence\tgold_root\na\tAID\n", encoding="utf-8")
    with pytest.raises(InputError, match="lacks the column marked_sentence"):
        load_rows(bare)
    wrong = tmp_path / "wrong.tsv"
    wrong.write_text(HEAD + "1\t-\t<s>a</s>\t-\t-\tHUG\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: 'HUG' is no PLOVER root"):
        load_rows(wrong)
    with pytest.raises(UsageError, match="no reader"):
        bench_plv(file, "nobody")


def test_spans_of_marks_are_those_of_the_words() -> None:
    assert unmarked("<s>A</s><t>B</t>").targets == (Span(1, 2),)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "plv").is_dir(), reason="the marked sentences are not at hand")
def test_the_set_is_read(tmp_path: Path) -> None:
    whole, part = SHARED / "plv" / "PLV_train.tsv", tmp_path / "part.tsv"
    assert len(load_rows(whole)) > 1000
    head, *rows = whole.read_text(encoding="utf-8").splitlines()
    part.write_text("\n".join([head, *rows[::10]]) + "\n", encoding="utf-8")
    score = bench_plv(part)
    assert score.rows == len(rows[::10])
    assert score.accuracy > 0.5
