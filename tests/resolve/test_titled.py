"""A definite noun takes up the person who was named with it before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, reading, resolved, spans

from kawat.records import Span
from kawat.resolve import resolve


@pytest.mark.parametrize(
    ("language", "before", "noun", "who"),
    [
        ("en", "The writer [person Ana Dias] left.", "the writer", "Ana Dias"),
        ("en", "[person Ana Dias], a charity worker from Leeds, left.", "the charity worker", "Ana Dias"),
        ("en", "[person Governor Ali Musa] left.", "the governor", "Ali Musa"),
        ("id", "[person Gubernur Ali Musa] pergi.", "sang gubernur", "Ali Musa"),
        ("id", "Pengusaha [person Ali Musa] pergi.", "pengusaha itu", "Ali Musa"),
        ("id", "[person Ali Musa], pengusaha asal Medan, pergi.", "pengusaha itu", "Ali Musa"),
        ("id", "Pendeta [person Ali Musa] pergi.", "pendeta asal Ohio itu", "Ali Musa"),
        ("en", "The writer [person Ana Dias] left. The writer [person Eva Lima] stayed.", "the writer", "Eva Lima"),
        # the noun is of no name, of another, or stands for many
        ("en", "The writer [person Ana Dias] left.", "a writer", "a writer"),
        ("en", "The writer [person Ana Dias] left.", "the writers", "the writers"),
        ("en", "The writer [person Ana Dias] left.", "the painter", "the painter"),
        ("en", "[person Ana Dias], who sank with the ferry, left.", "the ferry", "the ferry"),
        ("en", "The crew of the ferry told [person Ana Dias].", "the ferry", "the ferry"),
        ("en", "[person Governor Ali Musa] left.", "the governor of Texas", "the governor of Texas"),
        ("en", "[person Peruvian writer Ana Dias] left.", "the Chilean writer", "the Chilean writer"),
        ("en", "The writer [person Ana Dias] left.", "the writer's dog", "the writer's dog"),
    ],
)
def test_who_was_named_with_a_noun_is_that_noun(language: str, before: str, noun: str, who: str) -> None:
    act = "ditahan" if language == "id" else "was held"
    text = marked(before, f"[role {noun}] {{COERCE {act}}} lagi.", language=language)
    record = resolved(text, spans(text, 0, [], [noun]))
    assert [one.name for one in record.reports[0].recipients] == [who]


def test_of_several_the_last_counts_only_near() -> None:
    far = "The writer [person Ana Dias] left. The writer [person Eva Lima] stayed. It rained. It snowed."
    text = marked(far, "[role the writer] {COERCE was held}.")
    assert [one.name for one in resolved(text, spans(text, 0, [], ["the writer"])).reports[0].recipients] == [
        "the writer"
    ]


def test_a_name_that_stands_again_behind_its_head_breaks_nothing() -> None:
    text = marked("The writer [person Ana Dias of Dias] left.", "[role the writer] {COERCE was held}.")
    name = text.mentions[0]
    named = replace(name, head=Span(name.span.start, name.span.start + 3))
    told = replace(spans(text, 0), recipients=(text.mentions[1],))
    read = replace(reading(text, told), mentions=(named, text.mentions[1]))
    (only,) = resolve(text.article, read).reports
    assert len(only.recipients) == 1
