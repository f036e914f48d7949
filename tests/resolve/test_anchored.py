"""Times that count from another time of the text; a day that stands before its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from helper_resolve import Marked, marked, spans

from kawat.records import ReportSpans, Time
from kawat.resolve.times import resolve_when, surrounding

PUBLISHED = datetime(2025, 8, 20, 9, tzinfo=UTC)


def told(text: Marked, *times: str | None) -> list[Time | None]:
    """The times of the events marked in the text, of which the reader gave each these words for its time."""
    dated = replace(text.article, published=PUBLISHED)
    events: list[ReportSpans] = []
    for number, words in enumerate(times):
        event = spans(text, number)
        events.append(replace(event, time=None if words is None else text.mention(words)))
    around = surrounding(events, text.mentions)
    return [resolve_when(dated, one, around) for one in events]


def days(text: Marked, *times: str | None) -> list[str | None]:
    found = told(text, *times)
    return [None if one is None or one.start is None else str(one.start)[:10] for one in found]


@pytest.mark.parametrize(
    ("language", "sentences", "times", "expected"),
    [
        (
            "en",
            ["Fire {ASSAULT broke} on [time 4 August].", "[time A day earlier] Chad {COERCE expelled} an envoy."],
            ["4 August", "A day earlier"],
            ["2025-08-04", "2025-08-03"],
        ),
        (
            "id",
            [
                "Bentrokan {ASSAULT pecah} pada [time Senin (4/8)].",
                "[time Sehari sebelumnya], Chad {COERCE mengusir} duta besar.",
            ],
            ["Senin (4/8)", "Sehari sebelumnya"],
            ["2025-08-04", "2025-08-03"],
        ),
        (
            "en",
            ["The bloc {SANCTION banned} imports in [time 2013]; it {CONCEDE lifted} the ban [time a year later]."],
            ["2013", "a year later"],
            ["2013-01-01", "2014-01-01"],
        ),
        (
            "en",
            ["They {CONSULT met} on [time 4 August].", "They {AGREE signed} [time two days later].",
             "[time The next day] they {CONSULT parted}."],
            ["4 August", "two days later", "The next day"],
            ["2025-08-04", "2025-08-06", "2025-08-07"],
        ),
        (
            "id",
            ["Pada [time 2018] AS {RETREAT keluar} dari pakta yang {AGREE diteken} [time tiga tahun sebelumnya]."],
            ["tiga tahun sebelumnya", "tiga tahun sebelumnya"],
            ["2018-01-01", "2015-01-01"],
        ),
    ],
)  # fmt: skip
def test_it_counts_from_the_time_told_before(
    language: str, sentences: Sequence[str], times: Sequence[str], expected: Sequence[str | None]
) -> None:
    assert days(marked(" ".join(sentences), language=language), *times) == expected


def test_it_says_what_it_counts_from() -> None:
    text = marked("They {CONSULT met} on [time 4 August]. They {AGREE signed} [time two days later].")
    assert [one and one.resolved_by for one in told(text, "4 August", "two days later")][1] == (
        "counted from “4 August”"
    )


@pytest.mark.parametrize(
    ("text", "times"),
    [
        # nothing to count from
        ("They {AGREE signed} [time two days later].", ["two days later"]),
        # what is told before is too vague
        ("They {CONSULT met} in [time 2013]. They {AGREE signed} [time two days later].",
         ["2013", "two days later"]),
        # it would lie after the article, and is told as done
        ("They {CONSULT met} on [time 19 August]. They {AGREE signed} [time five days later].",
         ["19 August", "five days later"]),
        # it counts from what follows, which has no day
        ("They {CONSULT met} on [time 4 August]. It {SANCTION came} [time two days after] the {ASSAULT strikes}.",
         ["4 August", "two days after", None]),
        # "at that time" is no day
        ("They {CONSULT met} on [time 4 August]. They {AGREE signed} little [time at that time].",
         ["4 August", "at that time"]),
        # far above in the text
        ("They {CONSULT met} on [time 4 August]. " + "Rain fell on the hills. " * 30
         + "They {AGREE signed} [time two days later].", ["4 August", "two days later"]),
    ],
)  # fmt: skip
def test_else_it_stays_unknown(text: str, times: Sequence[str | None]) -> None:
    found = days(marked(text), *times)
    position = next(n for n, one in enumerate(times) if one not in (None, "4 August", "2013", "19 August"))
    assert found[position] is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The president on [time Saturday] {CONSULT called} both of them.", "2025-08-16"),
        ("en", "The president [time Saturday] {CONSULT called} both of them.", "2025-08-16"),
        ("id", "Presiden pada [time Sabtu (16/8)] {CONSULT menelepon} keduanya.", "2025-08-16"),
        ("id", "Presiden pada [time Sabtu] telah {CONSULT menelepon} keduanya.", "2025-08-16"),
        ("en", "Talks planned for [time Saturday] {RETREAT collapsed}.", None),
        ("en", "Envoys who came on [time Saturday] {CONSULT met} them.", None),
        ("en", "After the vote on [time Saturday], they {CONSULT met}.", None),
        ("id", "Utusan yang tiba pada [time Sabtu] {CONSULT menemui} keduanya.", None),
    ],
)
def test_a_day_before_the_verb_is_the_day_of_the_act(language: str, text: str, expected: str | None) -> None:
    whole = marked(f"{text} Hujan turun." if language == "id" else text, language=language)
    assert days(whole, None) == [expected]
