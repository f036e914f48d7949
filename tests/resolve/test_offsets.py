"""Days counted from another of the sentence, and what goes on since a named day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from helper_resolve import Marked, marked, reading, spans

from kawat.records import Mention, MentionKind, Record, Span, Status
from kawat.resolve import resolve

PUBLISHED = datetime(2025, 11, 5, 9, tzinfo=UTC)


def timed(text: Marked, words: str) -> Mention:
    at = text.article.text.index(words)
    return Mention(Span(at, at + len(words)), MentionKind.TIME)


def told(text: Marked, day: str | None, *statuses: Status) -> Record:
    """The marked reports, the one named first in time with ``day``."""
    time = timed(text, day) if day else None
    home = next((at for at, one in enumerate(text.triggers) if "held" in one[2].of(text.article.text)), 0)
    found = [
        replace(
            spans(text, at), time=time if at == home else None, status=statuses[at] if statuses else Status.OCCURRED
        )
        for at in range(len(text.triggers))
    ]
    read = replace(reading(text, *found), mentions=(*text.mentions, *((time,) if time else ())))
    return resolve(replace(text.article, published=PUBLISHED), read)


def days(record: Record, at: int) -> tuple[date, date] | None:
    time = record.reports[at].time
    return time.days if time is not None else None


@pytest.mark.parametrize(
    ("language", "text", "at", "day"),
    [
        ("en", "Chad {COERCE held} two men on Tuesday, a day after a court {SANCTION sentenced} a third.", 1, 3),
        ("en", "Two days after a court {SANCTION sentenced} one man, Chad {COERCE held} two on Tuesday.", 0, 2),
        ("en", "Chad {COERCE held} one on Monday, a day before it {SANCTION sentenced} a third.", 1, 4),
        ("id", "Chad {COERCE menahan held} dua orang, Selasa, delapan hari setelah ia {SANCTION divonis}.", 1, -4),
        (
            "en",
            "Chad {COERCE held} two on Tuesday, a day after it {SANCTION sentenced} one and {ASSAULT hit} one.",
            2,
            3,
        ),
    ],
)
def test_a_day_is_counted_from_the_other(language: str, text: str, at: int, day: int) -> None:
    found = marked(text, language=language)
    said = next(one for one in ("Tuesday", "Monday", "Selasa") if one in text)
    expected = date.fromordinal(date(2025, 11, 1).toordinal() + day - 1)
    record = told(found, said)
    assert days(record, at) == (expected, expected)
    said_by = record.reports[at].time
    assert said_by is not None and said_by.said is not None
    assert any(word in said_by.said.of(found.article.text).lower() for word in ("after", "before", "setelah"))


def test_the_words_that_count_from_a_clause_do_not_date_it() -> None:
    text = marked("Sehari setelah Chad {COERCE menutup} pos, Peru {SANCTION mengusir} Chad, Selasa.", language="id")
    offset, day = timed(text, "Sehari setelah"), timed(text, "Selasa")
    found = [replace(spans(text, 0), time=offset), replace(spans(text, 1), time=day)]
    read = replace(reading(text, *found), mentions=(*text.mentions, offset, day))
    record = resolve(replace(text.article, published=PUBLISHED), read)
    assert days(record, 0) == (date(2025, 11, 3), date(2025, 11, 3))
    assert days(record, 1) == (date(2025, 11, 4), date(2025, 11, 4))


@pytest.mark.parametrize(
    "text",
    [
        "Chad {COERCE held} two on Tuesday, two weeks after a court {SANCTION sentenced} a third.",  # no day
        "Chad {COERCE held} two on Tuesday, a day after the vote, while a court {SANCTION sentenced} one.",
        "Chad {COERCE held} two in October, a day after a court {SANCTION sentenced} a third.",
        "Chad {COERCE held} one on Tuesday, two days before it {SANCTION sentenced} a third.",  # after publication
    ],
)
def test_where_no_day_is_told_none_is_counted(text: str) -> None:
    found = marked(text)
    assert days(told(found, "Tuesday" if "Tuesday" in text else "October"), 1) is None


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("The party {PROTEST has boycotted} it since its first sitting on October 25.", date(2025, 10, 25)),
        ("Police {ASSAULT have killed} two since the vote of Oct. 9.", date(2025, 10, 9)),
        ("Police {ASSAULT killed} two, and rain fell since the vote of Oct. 9.", None),
        ("Police {ASSAULT killed} two since the vote.", None),
    ],
)
def test_what_goes_on_since_a_named_day(text: str, began: date | None) -> None:
    found = days(told(marked(text), None), 0)
    assert found == (None if began is None else (began, PUBLISHED.date()))
