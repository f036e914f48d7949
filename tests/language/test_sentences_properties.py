"""What must hold for any text, and how an article's paragraphs are taken apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper_time import Soon
from kawat.language import sentences_of, split_sentences
from kawat.records import Article, Paragraph, ParagraphKind, Span

WORDS = st.sampled_from(
    "Ia the Dr. Jend. U.S. a.m. dll. 1.000 3,5 No. said kata Menlu pergi. left. Jakarta, iPhone dan and "
    '"Kami siap." (lihat) [1] ... … ?! http://a.id/x. a@b.co S. B. ‖ 12/8 Rp1,5 “Ya,” –'.split()
)
COPY = st.lists(WORDS, max_size=40).map(" ".join)
LANGUAGES = st.sampled_from(["id", "en", "nl", "und"])


@given(st.one_of(st.text(max_size=300), COPY), LANGUAGES)
def test_spans_are_sorted_disjoint_trimmed_and_cover_every_character_that_is_no_space(
    text: str, language: str
) -> None:
    spans = split_sentences(text, language)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert {at for at, character in enumerate(text) if not character.isspace()} <= covered
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(
    st.lists(
        st.sampled_from(["Ia pergi ke kota.", "The army left at dawn.", '"Kami siap," kata Menlu.']), min_size=1
    )
)
def test_plain_sentences_come_back_as_they_were_joined(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in split_sentences(text, "id")] == sentences


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t "])
def test_nothing_but_space_has_no_sentence(text: str) -> None:
    assert split_sentences(text, "id") == []


def test_an_empty_line_always_divides() -> None:
    text = "tanpa titik\n\nbaris lain"
    assert [span.of(text) for span in split_sentences(text, "id")] == ["tanpa titik", "baris lain"]


def test_a_full_stop_of_chinese_or_japanese_divides_without_a_space() -> None:
    text = "会谈结束了。他离开了。"
    assert [span.of(text) for span in split_sentences(text, "zh")] == ["会谈结束了。", "他离开了。"]


@pytest.mark.parametrize("text", ["a. " * 30_000, ". " * 30_000 + '"x. ' * 10_000, "(Ia. " * 20_000])
def test_a_long_line_takes_no_more_than_two_seconds(text: str, soon: Soon) -> None:
    soon(2, lambda: split_sentences(text, "id"))


def article(*parts: tuple[str, ParagraphKind], language: str = "id") -> Article:
    text, paragraphs = "", []
    for wording, kind in parts:
        paragraphs.append(Paragraph(Span(len(text), len(text) + len(wording)), kind))
        text += wording + "\n"
    return Article(text, tuple(paragraphs), language)


def test_sentences_of_an_article_have_absolute_spans_kind_and_paragraph() -> None:
    source = article(
        ("Menlu tiba. Ia lelah", ParagraphKind.TITLE),
        ("Menlu tiba pada Senin. Ia langsung rapat.", ParagraphKind.BODY),
    )
    found = [(s.span.of(source.text), s.kind, s.paragraph) for s in sentences_of(source)]
    assert found == [
        ("Menlu tiba. Ia lelah", ParagraphKind.TITLE, 0),
        ("Menlu tiba pada Senin.", ParagraphKind.BODY, 1),
        ("Ia langsung rapat.", ParagraphKind.BODY, 1),
    ]


@pytest.mark.parametrize(
    ("wording", "count"),
    [
        ("Who Won? Five Facts", 1),
        ("PM: 'We Lost.' Markets Fall", 1),
        ("The war is over. The army goes home.", 2),
        ("The war is over. Peace.", 1),
    ],
)
@pytest.mark.parametrize("kind", [ParagraphKind.TITLE, ParagraphKind.HEADING])
def test_a_heading_is_one_sentence_unless_it_clearly_has_several(
    wording: str, count: int, kind: ParagraphKind
) -> None:
    assert len(sentences_of(article((wording, kind), language="en"))) == count


@pytest.mark.parametrize(
    "piece",
    [
        "s",
        "A. ",
        "a@b",
        "x@y.z ",
        "https://a.b ",
        '."B',
        '!" X ',
        "a. b) ",
        "www.",
        ". ",
        "(a. ",
        "(a. B) ",
        "“A.” B ",
    ],
)
def test_long_paragraphs_take_no_longer_than_they_are_long(piece: str, soon: Soon) -> None:
    split_sentences(piece, "en")
    soon(2.0, lambda: split_sentences((piece * 60_000)[:60_000], "en"))
