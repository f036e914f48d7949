"""What the heads say becomes mentions, reports and claims: logits made by hand, so the rules are tested alone."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from kawat.reading.encoder.claims import claims_in
from kawat.reading.encoder.events import Scene, told_in, with_whole_words
from kawat.reading.encoder.labels import (
    CLAIM_TAGS,
    MENTION_TAGS,
    MODES,
    NAME_TAGS,
    RELATIONS,
    STATUSES,
    TRIGGER_TAGS,
)
from kawat.reading.encoder.mentions import Placed, names_in, placed_mentions, whole_words, without_signs
from kawat.reading.encoder.modes import is_named
from kawat.reading.encoder.network import Logits, by_word
from kawat.records import Mention, MentionKind, Span, Status

HIDDEN = 384
WIDTH = 16  # the last channel of each relation says no
STRONG = 9.0
TEXT = "The Kremlin said Vladimir Putin will visit Hanoi's port on Friday"


def words_of(text: str) -> list[Span]:
    spans, at = [], 0
    for word in text.replace("'s", " 's").split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append(Span(start, at))
    return spans


def placed_in(text: str, logits: Logits, words: list[Span], known: Sequence[Mention]) -> list[Placed]:
    return placed_mentions(text, logits, words, known, names_in(text, logits, words))


WORDS = words_of(TEXT)
WHOLE = Span(0, len(TEXT))


def blank(count: int = len(WORDS)) -> Logits:
    def tags(width: int) -> np.ndarray:
        rows = np.zeros((count, width), np.float32)
        rows[:, 0] = STRONG
        return rows

    return Logits(
        tags(len(MENTION_TAGS)),
        tags(len(TRIGGER_TAGS)),
        tags(len(CLAIM_TAGS)),
        tags(len(NAME_TAGS)),
        np.zeros((count, len(STATUSES)), np.float32),
        np.zeros((count, len(MODES)), np.float32),
        np.zeros((count, 2), np.float32),
        np.tile(np.array([0.0] * (WIDTH - 1) + [5.0], np.float32), (count, len(RELATIONS))),
        np.tile(np.array([0.0] * (WIDTH - 1) + [-5.0], np.float32), (count, len(RELATIONS))),
        np.ones((count, HIDDEN), np.float32),
    )


def mark(rows: np.ndarray, tags: tuple[str, ...], name: str, first: str, last: str | None = None) -> None:
    mark_at(rows, tags, name, index_of(first), index_of(last or first))


def mark_at(rows: np.ndarray, tags: tuple[str, ...], name: str, first: int, last: int) -> None:
    for at in range(first, last + 1):
        rows[at] = 0.0
        rows[at, tags.index(f"{'B' if at == first else 'I'}-{name}")] = STRONG


def index_of(word: str) -> int:
    return next(i for i, span in enumerate(WORDS) if span.of(TEXT) == word)


def relate(logits: Logits, relation: str, head: str, target: str) -> None:
    """Let the relation hold between two words: a channel of its own for each pair."""
    at = RELATIONS.index(relation) * WIDTH + index_of(target)
    logits.left[index_of(head), at] = 20.0
    logits.right[index_of(target), at] = 20.0


def found(logits: Logits, known: tuple[Mention, ...] = ()) -> list[Mention]:
    return [one.mention for one in placed_in(TEXT, logits, WORDS, known)]


def test_a_phrase_has_its_name_as_head_and_loses_the_possessive() -> None:
    logits = blank()
    mark(logits.mention, MENTION_TAGS, "place", "Hanoi", "'s")
    mark(logits.mention, MENTION_TAGS, "organisation", "The", "Kremlin")
    mark(logits.name, NAME_TAGS, "organisation", "Kremlin")
    kremlin, hanoi = found(logits)
    assert (kremlin.span.of(TEXT), kremlin.name_span.of(TEXT)) == ("The Kremlin", "Kremlin")
    assert (hanoi.span.of(TEXT), hanoi.kind) == ("Hanoi", MentionKind.PLACE)


def test_a_word_that_only_links_ends_no_mention() -> None:
    logits = blank()
    mark(logits.mention, MENTION_TAGS, "role", "port", "on")
    assert [one.span.of(TEXT) for one in found(logits)] == ["port"]


@pytest.mark.parametrize(
    ("text", "half", "whole"),
    [
        ("Militer menyerang markas-markas itu", "markas", "markas-markas"),
        ("Dua jet-jet supersonik", "jet-", "jet-jet"),
        ("Kepada sekutu-sekutunya di sana", "sekutu", "sekutu-sekutunya"),
        ("perundingan negara-negara lain", "-negara lain", "negara-negara lain"),
        ("before convicting Webb, 51,", "Webb,", "Webb"),
        ("the US-China trade", "US", "US"),
        ("Gencatan Thailand-Kamboja diuji", "Thailand", "Thailand"),
    ],
)
def test_a_doubled_noun_is_one_word(text: str, half: str, whole: str) -> None:
    start = text.index(half)
    assert Span(*whole_words(text, start, start + len(half))).of(text) == whole


@pytest.mark.parametrize("word", ["Baku-", "anti", "the"])
def test_half_a_word_is_no_mention(word: str) -> None:
    text, logits = f"{word} tembak", blank(2)
    logits.mention[0] = 0.0
    logits.mention[0, MENTION_TAGS.index("B-place")] = STRONG
    spans = [Span(0, len(word)), Span(len(word) + 1, len(text))]
    assert placed_in(text, logits, spans, ()) == []


def test_an_article_alone_is_no_mention() -> None:
    logits = blank()
    mark(logits.mention, MENTION_TAGS, "organisation", "The")
    assert found(logits) == []


def test_a_name_that_the_mention_head_missed_is_a_mention() -> None:
    logits = blank()
    mark(logits.name, NAME_TAGS, "person", "Vladimir", "Putin")
    (putin,) = found(logits)
    assert (putin.kind, putin.head) == (MentionKind.PERSON, putin.span)


def test_the_grammars_time_wins_and_the_dictionary_tells_who_it_is() -> None:
    logits = blank()
    mark(logits.mention, MENTION_TAGS, "person", "Vladimir", "Putin")
    mark(logits.mention, MENTION_TAGS, "place", "Friday")
    friday = Mention(WORDS[index_of("Friday")], MentionKind.TIME)
    putin = Mention(WORDS[index_of("Putin")], MentionKind.PERSON, None, "RUS", "GOV", "person:putin")
    person, time = found(logits, (putin, friday))
    assert time == friday
    assert (person.span.of(TEXT), person.entity, person.country_hint) == ("Vladimir Putin", "person:putin", "RUS")


def everything() -> Logits:
    logits = blank()
    mark(logits.mention, MENTION_TAGS, "organisation", "Kremlin")
    mark(logits.mention, MENTION_TAGS, "person", "Vladimir", "Putin")
    mark(logits.mention, MENTION_TAGS, "place", "Hanoi")
    mark(logits.mention, MENTION_TAGS, "time", "Friday")
    mark(logits.trigger, TRIGGER_TAGS, "CONSULT", "visit")
    logits.status[index_of("visit"), STATUSES.index("planned")] = STRONG
    logits.mode[index_of("visit"), MODES.index("CONSULT/visit")] = STRONG
    logits.mode[index_of("visit"), MODES.index("ASSAULT/aerial")] = 2 * STRONG
    relate(logits, "actor", "visit", "Vladimir")
    relate(logits, "place", "visit", "Hanoi")
    relate(logits, "time", "visit", "Friday")
    mark(logits.claim, CLAIM_TAGS, "cue", "said")
    mark(logits.claim, CLAIM_TAGS, "content", "Vladimir", "Friday")
    relate(logits, "speaker", "said", "Kremlin")
    relate(logits, "content", "said", "Vladimir")
    return logits


def test_a_trigger_with_its_roles_status_and_a_mode_of_its_own_type() -> None:
    logits = everything()
    (told,) = told_in(Scene(logits, WORDS, placed_in(TEXT, logits, WORDS, ()), [WHOLE], TEXT))
    assert (told.type, told.mode, told.status, told.trigger.of(TEXT)) == (
        "CONSULT",
        "visit",
        Status.PLANNED,
        "visit",
    )
    assert [one.span.of(TEXT) for one in told.actors] == ["Vladimir Putin"]
    assert told.recipients == ()
    assert told.time is not None and told.time.span.of(TEXT) == "Friday"
    assert told.place is not None and told.place.span.of(TEXT) == "Hanoi"
    assert 0.5 < told.confidence <= 1


def test_a_mode_that_words_must_name_needs_them() -> None:
    logits = everything()
    logits.mode[index_of("visit"), MODES.index("CONSULT/phone")] = 2 * STRONG
    (told,) = told_in(Scene(logits, WORDS, placed_in(TEXT, logits, WORDS, ()), [WHOLE], TEXT))
    assert told.mode == "visit"
    assert is_named("CONSULT/phone", "Ia menelepon Raja.") and is_named("CONSULT/visit", "")
    assert not is_named("ASSAULT/drone", "Bom pinggir jalan menewaskan seorang prajurit.")
    assert not is_named("COERCE/martial-law", "The army declared a night curfew.")


def test_a_doubled_word_is_one_trigger() -> None:
    text = "Perundingan-perundingan itu ditunda setelah serangan - serangan."
    (told,) = told_in(Scene(everything(), WORDS, (), [WHOLE], TEXT))
    halves = [
        replace(told, trigger=Span(0, 11), confidence=0.6),
        replace(told, trigger=Span(12, 23), confidence=0.7),
    ]
    (whole,) = with_whole_words(halves, text)
    assert whole.trigger.of(text) == "Perundingan-perundingan" and whole.confidence == 0.7
    (cut,) = with_whole_words([replace(told, trigger=Span(0, 12))], text)
    assert cut.trigger.of(text) == "Perundingan-perundingan"
    (plain,) = with_whole_words([replace(told, trigger=Span(44, 52))], text)
    assert plain.trigger.of(text) == "serangan"
    assert with_whole_words([replace(told, trigger=Span(53, 54))], text) == []
    assert with_whole_words([replace(told, trigger=Span(0, 5))], "Would they leave?") == []


def test_a_mention_takes_one_side_only() -> None:
    logits = everything()
    relate(logits, "recipient", "visit", "Vladimir")
    (told,) = told_in(Scene(logits, WORDS, placed_in(TEXT, logits, WORDS, ()), [WHOLE], TEXT))
    assert len(told.actors) + len(told.recipients) == 1


def test_a_claim_has_its_speaker_cue_and_content() -> None:
    logits = everything()
    (claim,) = claims_in(TEXT, logits, WORDS, placed_in(TEXT, logits, WORDS, ()))
    assert claim.content.of(TEXT) == "Vladimir Putin will visit Hanoi's port on Friday"
    assert not claim.quoted
    (voice,) = claim.voices
    assert voice.speaker.span.of(TEXT) == "Kremlin"
    assert voice.cue is not None and voice.cue.of(TEXT) == "said"


def test_nobody_speaks_no_claim() -> None:
    logits = everything()
    at = RELATIONS.index("speaker") * WIDTH
    logits.left[:, at : at + WIDTH] = -20.0
    logits.right[:, at : at + WIDTH] = 20.0
    assert claims_in(TEXT, logits, WORDS, placed_in(TEXT, logits, WORDS, ())) == []


@pytest.mark.parametrize(
    ("text", "part", "first", "last", "said"),
    [
        ("Kremlin hopes, so that the port of Hanoi will open again.", "content", 4, 10, True),
        ("Kremlin hopes, so the port of Hanoi will open again.", "content", 3, 9, False),
        ("Kremlin: the port of Hanoi will open again.", "content", 1, 7, True),
        ('Kremlin on the port: "will open again soon".', "quoted", 4, 7, True),
        ('Kremlin on the port: "will open again soon".', "quoted", 4, 6, False),
    ],
)
def test_without_a_cue_only_a_clause_after_that_and_a_whole_quotation_are_said(
    text: str, part: str, first: int, last: int, said: bool
) -> None:
    words = words_of(text)
    logits = blank(len(words))
    mark_at(logits.mention, MENTION_TAGS, "organisation", 0, 0)
    mark_at(logits.claim, CLAIM_TAGS, part, first, last)
    at = RELATIONS.index("speaker") * WIDTH
    logits.left[first, at] = logits.right[0, at] = 20.0
    assert bool(claims_in(text, logits, words, placed_in(text, logits, words, ()))) is said


def test_who_says_i_is_told_by_the_claim_around() -> None:
    text = "I hope that the port of Hanoi will open again."
    words = words_of(text)
    logits = blank(len(words))
    mark_at(logits.mention, MENTION_TAGS, "pronoun", 0, 0)
    mark_at(logits.claim, CLAIM_TAGS, "content", 3, 9)
    at = RELATIONS.index("speaker") * WIDTH
    logits.left[3, at] = logits.right[0, at] = 20.0
    assert claims_in(text, logits, words, placed_in(text, logits, words, ())) == []


def test_pieces_of_a_word_are_read_as_one_word() -> None:
    text = "anti-Houthi raids"
    pieces = [Span(0, 4), Span(4, 5), Span(5, 8), Span(8, 11), Span(12, 15), Span(15, 17)]
    logits = blank(len(pieces))
    logits.mention[:, 0] = np.arange(len(pieces))
    words, rows = by_word(text, pieces, logits)
    assert [span.of(text) for span in words] == ["anti", "-", "Houthi", "raids"]
    assert rows.mention[:, 0].tolist() == [0, 1, 2, 4]


@pytest.mark.parametrize(
    ("text", "marked", "span"),
    [
        ("Sahel Herders Union (SHU) left", "Sahel Herders Union (", "Sahel Herders Union"),
        ("Sahel Herders Union (SHU) left", "Sahel Herders Union (SHU", "Sahel Herders Union (SHU)"),
        ("Sahel Herders Union (SHU) left", "SHU)", "SHU"),
        ("Mr. Quint left", ". Quint", "Quint"),
        ("Sahel Herders Union (SHU) left", ")", None),
    ],
)
def test_signs_beside_a_name_are_no_part_of_it(text: str, marked: str, span: str | None) -> None:
    start = text.index(marked)
    bare = without_signs(text, start, start + len(marked))
    assert text[slice(*bare)] == (span or "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Write to Vangie at mill.vangie@powermill.com or www.powermill.com today", ["Vangie"]),
        ("File: Lisa_plan.doc", []),
        ("Booking.com sued powermill.org", ["Booking.com"]),
        ("Acme Corp. sued Orbis Co.", ["Acme Corp.", "Orbis Co."]),
    ],
)
def test_an_address_of_the_net_is_no_name(text: str, names: list[str]) -> None:
    words = [Span(*one.span()) for one in re.finditer(r"[\w]+(?:\.(?=\s|$))?", text)]
    logits = blank(len(words))
    begins, insides = NAME_TAGS.index("B-organisation"), NAME_TAGS.index("I-organisation")
    for at, word in enumerate(words):
        if word.of(text) in {"Corp.", "Co."} or text[: word.start].endswith("Booking."):
            logits.name[at, insides] = 2 * STRONG
        elif word.of(text) in "Vangie vangie powermill com Lisa_plan doc Booking Acme Orbis org".split():
            logits.name[at, begins] = 2 * STRONG
    assert [one.span.of(text) for one in names_in(text, logits, words)] == names


def test_an_adverb_and_the_word_behind_it_are_one_trigger() -> None:
    text = "Chad sangat menghargai Peru tadi"
    words = words_of(text)
    logits = blank(len(words))
    begins = TRIGGER_TAGS.index("B-SUPPORT")
    for at in (1, 2):
        logits.trigger[at, 0] = 0.0
        logits.trigger[at, begins] = 0.5
    scene = Scene(logits, words, [], [Span(0, len(text))], text, language="id")
    (one,) = told_in(scene)
    assert one.trigger.of(text) == "menghargai"
    alone = blank(len(words))
    alone.trigger[2] = logits.trigger[2]
    (single,) = told_in(replace(scene, logits=alone))
    assert one.odds > single.odds


def test_a_long_unbroken_stretch_is_looked_through_once() -> None:
    text = "Acme" + "x" * 200_000
    logits = blank(1)
    logits.name[0, NAME_TAGS.index("B-organisation")] = 2 * STRONG
    begin = time.perf_counter()
    assert len(names_in(text, logits, [Span(0, 4)])) == 1
    assert time.perf_counter() - begin < 1.0
