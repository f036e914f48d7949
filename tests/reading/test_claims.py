"""Claims: nesting, voices at a place, what follows from a paragraph, and safety on any input."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_claims_cases import marked, read_cases, shown, split

from kawat.errors import KnowledgeError
from kawat.reading.lexicon.claims import find_claims, voices_at
from kawat.reading.lexicon.claims.cues import COLUMNS, CueKind, load_cues, parse_cues
from kawat.records import ClaimSpans, Mention, MentionKind, ParagraphKind, Sentence, Span


def _claims(source: str, language: str = "en") -> tuple[str, list[ClaimSpans]]:
    text, mentions = marked(source)
    return text, find_claims(text, split(text), mentions, language)


def _at(text: str, wording: str) -> Span:
    start = text.index(wording)
    return Span(start, start + len(wording))


def _voices(source: str, wording: str, language: str = "en") -> list[str]:
    text, claims = _claims(source, language)
    return [voice.speaker.span.of(text) for voice in voices_at(_at(text, wording), claims)]


def test_voices_at_are_outermost_first() -> None:
    source = "According to [o:KCNA], [p:Kim] said [s:Japan] fired a missile."
    assert _voices(source, "fired") == ["KCNA", "Kim"]
    assert _voices(source, "said") == ["KCNA"]
    assert _voices(source, "According") == []


def test_voices_at_names_nobody_twice() -> None:
    source = '[p:Trump] told [o:Reuters] that [p:Putin] said "the war will end".'
    assert _voices(source, "will end") == ["Reuters", "Trump", "Putin"]


def test_a_trailing_clause_is_in_the_outlets_own_voice() -> None:
    source = "[p:Putin] mengatakan perang akan berakhir. Pasukannya merebut sebuah desa."
    assert _voices(source, "berakhir", "id") == ["Putin"]
    assert _voices(source, "merebut", "id") == []


def test_the_cue_is_the_wording_that_attributes() -> None:
    text, claims = _claims('"Perang akan usai," kata [p:Putin] dikutip [o:AFP].', "id")
    (claim,) = claims
    assert [(v.speaker.span.of(text), v.cue and v.cue.of(text)) for v in claim.voices] == [
        ("AFP", "dikutip"),
        ("Putin", "kata"),
    ]


def test_a_speaker_two_paragraphs_up_speaks_no_more() -> None:
    source = '[p:Tusk] said the wall stays.\nIt is long.\nIt is high.\n"Nobody climbs over it any more."'
    assert all(not claim.quoted for claim in _claims(source)[1])


def test_a_heading_quotation_without_a_speaker_is_no_claim() -> None:
    assert _claims('"Nobody climbs over it any more."\n[p:Tusk] left.')[1] == []


def test_title_colon_counts_in_titles_only() -> None:
    text, mentions = marked("[n:Kremlin]: Putin akan ke Beijing")
    titled = find_claims(text, split(text, ParagraphKind.TITLE), mentions, "id")
    assert [shown(claim, text) for claim in titled] == ["Kremlin | p | Putin akan ke Beijing"]
    assert find_claims(text, split(text), mentions, "id") == []


def test_no_mention_or_no_known_language_gives_no_claim() -> None:
    text, mentions = marked('"We go," said [p:Lavrov].')
    assert find_claims(text, split(text), (), "en") == []
    assert find_claims(text, split(text), mentions, "fr") == []
    assert find_claims(text, (), mentions, "en") == []


def test_the_order_of_the_input_does_not_matter() -> None:
    text, mentions = marked("According to [o:KCNA], [p:Kim] said [s:Japan] fired a missile. [r:He] left.")
    one = find_claims(text, split(text), mentions, "en")
    other = find_claims(text, split(text)[::-1], mentions[::-1], "en")
    assert one == other
    assert one


def test_claims_lie_inside_one_sentence_of_a_long_article() -> None:
    """An opening mark that is never closed must not swallow what follows."""
    source = 'He said "never. [p:Tusk] said the wall stays. ' + "It rained. " * 50
    claims = _claims(source)[1]
    assert claims
    assert all(claim.content.end - claim.content.start < 40 for claim in claims)


@pytest.mark.parametrize("language", ["en", "id"])
def test_cues_are_many_and_of_every_kind(language: str) -> None:
    cues = [cue for same in load_cues(language).by_words.values() for cue in same]
    attributing = [cue for cue in cues if cue.kind not in (CueKind.ADJUNCT, CueKind.BLOCKED)]
    assert len({cue.form for cue in attributing}) >= 120
    assert {cue.language for cue in cues} == {language}
    assert {CueKind.VERB, CueKind.PHRASE, CueKind.PASSIVE, CueKind.CITING, CueKind.NOUN} <= {c.kind for c in cues}


def test_the_longest_cue_wins() -> None:
    words = "kata sandi itu".split()
    assert [cue.kind for cue in load_cues("id").match(words, 0)] == [CueKind.BLOCKED]
    assert [cue.form for cue in load_cues("id").match("seperti dikutip dari".split(), 0)] == [
        "seperti dikutip dari"
    ]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("en\tsaid\tverb\tboth\treporting\tany", "cells"),
        ("en\tSaid\tverb\tboth\treporting\tany\t", "lower case"),
        ("en\tsaid\tnone\tboth\treporting\tany\t", "none"),
        ("en\tsaid\tverb\tboth\tstrong\tany\t", "strength"),
        ("en\tsays\tverb\tboth\treporting\tany\t\nen\tsays\tverb\tboth\treporting\tany\t", "twice"),
    ],
)
def test_a_broken_cue_file_names_file_and_line(row: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=rf"cues_xx\.tsv line \d+: .*{says}"):
        parse_cues("\t".join(COLUMNS) + "\n" + row, "cues_xx.tsv")
    with pytest.raises(KnowledgeError, match="header"):
        parse_cues(row, "cues_xx.tsv")


_PIECES = st.sampled_from(
    'said says that according to kata menurut dikutip mengatakan bahwa Putin Kremlin Reuters AFP yang and was "'
    " ' “ ” ‘ ’ « » , . : ; ( ) - — ? ! '' \n Hal itu disampaikan quoted as saying citing added told kepada".split(
        " "
    )
)
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_PIECES, min_size=1, max_size=40).map(" ".join))


@st.composite
def _articles(draw: st.DrawFn) -> tuple[str, list[Sentence], list[Mention]]:
    text = draw(_TEXTS.filter(bool))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=5)) | {0, len(text)})
    kind = draw(st.sampled_from(ParagraphKind))
    sentences = [
        Sentence(Span(start, end), kind, draw(st.integers(0, 2)) + number)
        for number, (start, end) in enumerate(pairwise(cuts))
    ]
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    kinds = st.sampled_from(MentionKind)
    entities = st.sampled_from([None, "outlet:x"])
    mentions = [
        Mention(Span(start, end), draw(kinds), entity=draw(entities))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    words = [m for m in _named(text) if not any(m.span.overlaps(other.span) for other in mentions)]
    return text, sentences, sorted([*mentions, *words], key=lambda one: one.span)


def _named(text: str) -> list[Mention]:
    out: list[Mention] = []
    for name in ("Putin", "Kremlin", "Reuters", "AFP"):
        at = text.find(name)
        if at >= 0:
            entity = f"outlet:{name}" if name in ("Reuters", "AFP") else None
            out.append(Mention(Span(at, at + len(name)), MentionKind.PERSON, entity=entity))
    return out


@settings(max_examples=300, deadline=None)
@given(_articles(), st.sampled_from(["en", "id"]))
def test_any_text_gives_valid_spans(article: tuple[str, list[Sentence], list[Mention]], language: str) -> None:
    text, sentences, mentions = article
    claims = find_claims(text, sentences, mentions, language)
    assert claims == find_claims(text, sentences, mentions, language)
    assert len(claims) == len(set(claims))
    for claim in claims:
        assert claim.voices
        assert claim.content.end <= len(text)
        assert claim.content.of(text).strip() == claim.content.of(text) != ""
        assert all(voice.speaker in mentions for voice in claim.voices)
        assert all(voice.cue is None or voice.cue.end <= len(text) for voice in claim.voices)
        assert voices_at(claim.content, claims)[: len(claim.voices)] or not claim.voices


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_content_contains_its_own_speaker(language: str) -> None:
    for case in read_cases(language):
        for claim in find_claims(case.text, case.sentences, case.mentions, language):
            assert not claim.content.overlaps(claim.voices[-1].speaker.span), case.text
