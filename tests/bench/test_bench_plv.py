"""PLOVER roots between marked parties: which report answers, how it is folded, and the figures by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helper_bench import SHARED, objects

from kawat.bench.plover import plover_root
from kawat.bench.plv import RootScore, bench_plv, load_rows, told_between, unmarked
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


NORWAY = "Norway hits Chile"


def one(text: str, **changes: object) -> Report:
    return replace(record(text).reports[0], **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type", "status", "root"),
    [
        ("CONSULT", Status.OCCURRED, "CONSULT"),
        ("CONSULT", Status.PLANNED, "AGREE"),
        ("AID", Status.POSSIBLE, "AGREE"),
        ("SUPPORT", Status.DENIED, "REJECT"),
        ("RETREAT", Status.DENIED, "REJECT"),
        ("ASSAULT", Status.DENIED, "ASSAULT"),
        ("RETREAT", Status.PLANNED, "AGREE"),
        ("RETREAT", Status.POSSIBLE, "YIELD"),
        ("CONCEDE", Status.OCCURRED, "YIELD"),
        ("COERCE", Status.PLANNED, "THREATEN"),
        ("COERCE", Status.POSSIBLE, "COERCE"),
        ("ACCUSE", Status.PLANNED, "ACCUSE"),
    ],
)
def test_what_is_to_come_or_denied_is_folded(type: str, status: Status, root: str, toy: str) -> None:
    assert plover_root(one(NORWAY, type=type, status=status), NORWAY) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [("Norway says: Norway will-hit Chile", "THREATEN"), ("Chile says: Norway will-hit Chile", "ASSAULT")],
)
def test_a_conflict_to_come_is_a_threat_by_its_doer_only(text: str, root: str, toy: str) -> None:
    assert plover_root(one(text), text) == root


def marked_report(text: str, type: str, mode: str | None = None, status: Status = Status.OCCURRED) -> Report:
    """A report at the first word in square brackets of ``text``, the brackets taken out."""
    start, end = text.index("["), text.index("]") - 1
    return one(NORWAY, type=type, mode=mode, status=status, trigger=Span(start, end))


@pytest.mark.parametrize(
    ("type", "mode", "text", "root"),
    [
        ("SANCTION", "convict", "A court [convicted] two brokers.", "ACCUSE"),
        ("SANCTION", None, "Norway [imposed] sanctions on two firms.", "COERCE"),
        ("SANCTION", "discontinue", "Norway [suspended] aid to Chile.", "SANCTION"),
        ("COERCE", "deport", "Chile [expelled] twenty relief workers.", "SANCTION"),
        ("COERCE", "deport", "Chile [expelled] twenty families.", "COERCE"),
        ("COERCE", "cyber", "Hackers [broke into] a ministry's mail.", "ASSAULT"),
        ("COERCE", None, "The navy [blockaded] the port.", "ASSAULT"),
        ("COERCE", "arrest", "Police [arrested] two men.", "COERCE"),
        ("RETREAT", "withdraw", "Norway [withdrew] its peacekeepers from Chile.", "SANCTION"),
        ("RETREAT", "withdraw", "Norway [withdrew] its tanks from Chile.", "YIELD"),
        ("REJECT", None, "The rebels [violated] a two-day ceasefire.", "ASSAULT"),
        ("REJECT", None, "The rebels [rejected] a two-day ceasefire.", "REJECT"),
        ("THREATEN", None, "A judge [issued] an arrest warrant for the mayor.", "COERCE"),
        ("AGREE", None, "Norway [pledged] its full support for the talks.", "SUPPORT"),
        ("AGREE", None, "Norway [pledged] a lorry of flour.", "AGREE"),
        ("AGREE", None, "The two [agreed] on a free trade deal.", "SUPPORT"),
        ("AGREE", None, "The two [agreed] to meet.", "AGREE"),
        ("MOBILIZE", "troops", "Norway [deployed] 30 observers in Chile.", "AID"),
        ("MOBILIZE", "troops", "Norway [deployed] 30 tanks.", "MOBILIZE"),
    ],
)
def test_acts_that_the_set_files_elsewhere(type: str, mode: str | None, text: str, root: str, toy: str) -> None:
    assert plover_root(marked_report(text, type, mode), text.replace("[", "").replace("]", "")) == root


@pytest.mark.parametrize(
    ("text", "type", "status", "root"),
    [
        ("The judge [ordered] the arrest of two men.", "COERCE", Status.PLANNED, "COERCE"),
        ("The judge [ordered] the release of two men.", "RETREAT", Status.PLANNED, "YIELD"),
        ("The judge [ordered] a visit to two men.", "CONSULT", Status.PLANNED, "REQUEST"),
        ("Lawmakers [called for] sanctions against Chile.", "SANCTION", Status.POSSIBLE, "ACCUSE"),
        ("Lawmakers [called for] talks with Chile.", "CONSULT", Status.POSSIBLE, "REQUEST"),
        ("Lawmakers [urged] sanctions against Chile.", "SANCTION", Status.POSSIBLE, "REQUEST"),
    ],
)
def test_an_order_is_what_is_ordered(text: str, type: str, status: Status, root: str, toy: str) -> None:
    plain, request = text.replace("[", "").replace("]", ""), marked_report(text, "REQUEST")
    start = request.trigger.end + 5
    other = replace(request, type=type, status=status, trigger=Span(start, start + 4), confidence=0.9)
    assert plover_root(request, plain, [request, other]) == root
    unsure = replace(other, confidence=0.1)
    assert plover_root(request, plain, [request, unsure]) == "REQUEST"


def test_a_yielding_told_by_a_noun_is_no_promise(toy: str) -> None:
    for text, root in (("Norway announced a [ceasefire].", "YIELD"), ("Norway will [release] them.", "AGREE")):
        told = marked_report(text, "RETREAT", status=Status.PLANNED)
        assert plover_root(told, text.replace("[", "").replace("]", "")) == root


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
