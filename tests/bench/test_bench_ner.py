"""Names against IOB2 files: the forms of the files, and the figures by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helper_bench import SHARED, objects

from kawat.bench.ner import TaggedSentence, bench_ner, load_iob2, named, overlapping
from kawat.errors import InputError, UsageError
from kawat.reading.info import LEXICON
from kawat.records import Mention, MentionKind, Reading, Span

# the toy reader knows the countries and Rosa by name
IOB2 = """Rosa B-PER
Lind I-PER
of O
Norway B-LOC
leaves O
the O
Blue B-ORG
Party I-ORG
. O

Chile B-PER
sleeps O
, O
Japan B-LOC
too O
. O
"""


def written(tmp_path: Path, text: str, name: str = "a.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(sentence: TaggedSentence) -> list[tuple[str, str]]:
    return [(name, span.of(sentence.text)) for name, span in sentence.spans]


def test_figures_by_hand(tmp_path: Path, toy: str) -> None:
    (score,) = bench_ner([written(tmp_path, IOB2)], toy)
    assert (score.reader, score.language, score.sentences) == ("toy", "en", 2)
    figures = {one.name: one for one in score.classes}
    person, place, body, every = (figures[name] for name in ("person", "place", "organisation", "all"))
    # persons: gold "Rosa Lind", "Chile"; read "Rosa". Places: gold Norway, Japan; read Norway, Chile, Japan
    assert (person.gold, person.read, person.exact_f1, person.overlap_f1) == (2, 1, 0.0, pytest.approx(2 / 3))
    assert (place.gold, place.read, place.exact_precision, place.exact_recall) == (2, 3, pytest.approx(2 / 3), 1.0)
    assert (body.gold, body.read, body.exact_f1) == (1, 0, 0.0)
    assert (every.gold, every.read) == (5, 4)
    assert score.exact_f1 == every.exact_f1 == pytest.approx(2 * 2 / 9)
    assert score.overlap_f1 == every.overlap_f1 == pytest.approx(2 * 3 / 9)


def test_json_of_two_files(tmp_path: Path, toy: str, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(written(tmp_path, IOB2, name)) for name in ("a.txt", "b.txt")]
    told = objects(capsys, "ner", *paths, "--language", "id", "--reader", toy)
    assert [(one["file"], one["language"]) for one in told] == [(path, "id") for path in paths]
    assert [one["name"] for one in told[0]["classes"]] == ["all", "person", "place", "organisation"]


def test_tokens_are_joined_as_one_writes_them(tmp_path: Path) -> None:
    words = '" Stop , " said Rosa ( 40 ) of Oslo .'.split()
    tags = ["B-PER" if word == "Rosa" else "B-PLACE" if word == "Oslo" else "O" for word in words]
    (one,) = load_iob2(written(tmp_path, "\n".join(f"{w}\t{t}" for w, t in zip(words, tags, strict=True))))
    assert one.text == '"Stop," said Rosa (40) of Oslo.'
    assert shown(one) == [("person", "Rosa"), ("place", "Oslo")]


def test_numbered_tokens_and_the_text_as_written(tmp_path: Path) -> None:
    text = (
        "# sent_id = 1\n# text = It's Oslo!\n1\tIt\tO\t-\t-\n2\t's\tO\t-\t-\n3\tOslo\tB-LOC\t-\tx\n4\t!\tO\t-\t-\n"
    )
    (one,) = load_iob2(written(tmp_path, text))
    assert one.text == "It's Oslo!"
    assert shown(one) == [("place", "Oslo")]


def test_a_text_that_lacks_a_token_is_not_trusted(tmp_path: Path) -> None:
    (one,) = load_iob2(written(tmp_path, "# text = Bergen\n1\tOslo\tB-LOC\t-\t-\n"))
    assert one.text == "Oslo"


def test_numbers_and_hash_signs_may_be_tokens(tmp_path: Path) -> None:
    (one,) = load_iob2(written(tmp_path, "# SYM O\n2020 NUM O\n# SYM O\nOslo PROPN B-LOC\n"))
    assert one.text == "# 2020 # Oslo"


def test_neighbours_and_spans_without_a_beginning(tmp_path: Path) -> None:
    text = "Rosa B-PER\nLind B-PER\nBlue I-ORG\nParty I-ORG\nMonday B-DATE\nOslo I-LOC\n"
    (one,) = load_iob2(written(tmp_path, text))
    assert shown(one) == [("person", "Rosa"), ("person", "Lind"), ("organisation", "Blue Party"), ("place", "Oslo")]


def test_kinds_fold_to_classes_and_names_count_without_titles() -> None:
    mentions = [
        Mention(Span(0, 20), MentionKind.PERSON, head=Span(10, 20)),
        Mention(Span(30, 35), MentionKind.STATE),
        Mention(Span(30, 35), MentionKind.PLACE),
        Mention(Span(40, 45), MentionKind.GROUP),
        Mention(Span(50, 55), MentionKind.ROLE),
        Mention(Span(60, 62), MentionKind.TIME),
    ]
    reading = Reading(LEXICON, tuple(mentions), (), ())
    assert named(reading) == (
        ("person", Span(10, 20)),
        ("place", Span(30, 35)),
        ("organisation", Span(40, 45)),
    )
    by_themselves = replace(reading, names=(Mention(Span(12, 20), MentionKind.PERSON),))
    assert named(by_themselves) == (("person", Span(12, 20)),)


def test_a_read_span_is_used_once() -> None:
    gold = [("place", Span(0, 4)), ("place", Span(5, 9))]
    assert overlapping(gold, [("place", Span(0, 9))]) == 1
    assert overlapping(gold, [("person", Span(0, 4)), ("place", Span(8, 12))]) == 1


def test_what_is_no_iob2_is_refused(tmp_path: Path, toy: str) -> None:
    with pytest.raises(InputError, match="line 2: no IOB2 tag"):
        load_iob2(written(tmp_path, "a O\nb NOUN\n"))
    with pytest.raises(InputError, match="has no sentence"):
        load_iob2(written(tmp_path, "\n\n"))
    german = "Die O\nKatze O\nund O\nder O\nHund O\nschlafen O\nheute O\nnicht O\nim O\nHaus O\n"
    with pytest.raises(UsageError, match="--language"):
        bench_ner([written(tmp_path, german)], toy)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "ner").is_dir(), reason="the tagged sentences are not at hand")
def test_the_sets_are_read() -> None:
    folders = ("idner-news-2k/test.txt", "nergrit/test.txt", "uner-en-ewt/test.iob2")
    assert [len(load_iob2(SHARED / "ner" / name)) for name in folders] == [509, 209, 2077]
    (score,) = bench_ner([SHARED / "ner" / "nergrit" / "test.txt"])
    assert score.language == "id"
    assert score.sentences > 0
