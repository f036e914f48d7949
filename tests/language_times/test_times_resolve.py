"""Resolution beyond the tables: no publication day, directions, anaphors, the calendar's ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kawat.language.times import Anaphoric, Direction, find_times, resolve_time
from kawat.language.times.model import Unit
from kawat.records import Granularity, Time

PUBLISHED = date(2025, 8, 14)  # a Thursday
EDGES = (
    *("next week", "last week", "since May", "in 500 years", "2,900 years ago", "900 years ago", "this winter"),
    *("next winter", "in December", "on February 29", "from Monday to Friday", "the past 2000 years"),
)


def resolved(
    text: str, language: str = "en", published: datetime | date | None = PUBLISHED, direction: str = "unknown"
) -> Time:
    (expression,) = find_times(text, language)
    return resolve_time(expression, published, Direction(direction))


def test_relative_needs_a_publication_time() -> None:
    time = resolved("It sailed yesterday.", published=None)
    assert (time.start, time.end, time.granularity) == (None, None, Granularity.UNKNOWN)
    assert time.resolved_by == "no publication time"


def test_publication_day_is_the_local_one() -> None:
    late = datetime(2025, 8, 14, 23, 30, tzinfo=timezone(timedelta(hours=-7)))
    assert resolved("It sails today.", published=late).start == date(2025, 8, 14)


def test_hours_need_the_time_of_day() -> None:
    morning = datetime(2025, 8, 14, 2, 0, tzinfo=UTC)
    assert resolved("It sailed five hours ago.", published=morning).start == date(2025, 8, 13)
    assert resolved("It sailed five hours ago.").start is None
    assert resolved("Itu terjadi 48 jam lalu.", "id").start == date(2025, 8, 12)


def test_weekday_that_contradicts_its_date_is_noted() -> None:
    time = resolved("Pakta diteken Senin (12/8/2025).", "id")
    assert time.start == date(2025, 8, 12)
    assert time.resolved_by is not None and "does not agree" in time.resolved_by
    agreeing = resolved("Pakta diteken Selasa (12/8/2025).", "id")
    assert agreeing.resolved_by is not None and "agree" not in agreeing.resolved_by


def test_weekday_beside_a_date_settles_its_year() -> None:
    # 2 January 2026 is a Friday, 2 January 2025 a Thursday
    end_of_year = date(2025, 12, 30)
    assert resolved("Friday, January 2", published=end_of_year, direction="past").start == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("text", "language", "unit", "offset", "weekday"),
    [
        ("It sailed two days later.", "en", Unit.DAY, 2, None),
        ("It sailed the same day.", "en", Unit.DAY, 0, None),
        ("It had sailed the day before.", "en", Unit.DAY, -1, None),
        ("It had sailed a week earlier.", "en", Unit.WEEK, -1, None),
        ("It sailed the following Friday.", "en", Unit.WEEK, 1, 4),
        ("Kapal berlayar keesokan harinya.", "id", Unit.DAY, 1, None),
        ("Kapal berlayar sehari sebelumnya.", "id", Unit.DAY, -1, None),
        ("Kapal berlayar tiga bulan kemudian.", "id", Unit.MONTH, 3, None),
        ("Kapal berlayar pada tahun yang sama.", "id", Unit.YEAR, 0, None),
    ],
)
def test_anaphors_show_their_offset(text: str, language: str, unit: Unit, offset: int, weekday: int | None) -> None:
    (expression,) = find_times(text, language)
    assert expression.refusal == "anaphoric"
    assert expression.node == Anaphoric(unit, offset, weekday)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("They marked the 80th anniversary.", "en", "anniversary"),
        ("It lasted three days.", "en", "duration"),
        ("He is 40 years old.", "en", "age"),
        ("It sailed recently.", "en", "vague"),
        ("They parade on Victory Day.", "en", "holiday"),
        ("It grew this decade.", "en", "decade"),
        ("It sails every week.", "en", "recurring"),
        ("Dated 4/5/2025.", "en", "ambiguous order of day and month"),
        ("Mereka memperingati 80 tahun merdeka.", "id", "anniversary"),
        ("Kunjungan tiga hari.", "id", "duration"),
        ("Hari Kemerdekaan dirayakan.", "id", "holiday"),
        ("Rapat tanggal 15.", "id", "day without a month"),
    ],
)
def test_refusals_say_why(text: str, language: str, reason: str) -> None:
    assert [item.refusal for item in find_times(text, language)] == [reason]


def test_direction_chooses_the_side() -> None:
    text = "on Friday"
    assert resolved(text, direction="future").start == date(2025, 8, 15)
    assert resolved(text, direction="past").start == date(2025, 8, 8)
    assert resolved(text).start == date(2025, 8, 8)


@pytest.mark.parametrize(
    ("text", "language", "direction", "day"),
    [
        ("They meet on 4 September.", "en", "past", date(2025, 9, 4)),
        ("Mereka bersidang pada 4 September.", "id", "past", date(2025, 9, 4)),
        ("They were to sign it on 20 July.", "en", "future", date(2025, 7, 20)),
        ("They met on 28 October.", "en", "past", date(2024, 10, 28)),
        ("They met on 4 March.", "en", "past", date(2025, 3, 4)),
        ("They will meet on 4 March.", "en", "future", date(2026, 3, 4)),
        ("Mereka bersidang pada 4 September lalu.", "id", "past", date(2024, 9, 4)),
    ],
)
def test_a_day_most_of_a_year_away_is_the_near_one(text: str, language: str, direction: str, day: date) -> None:
    time = resolved(text, language, direction=direction)
    assert (time.start, time.end) == (day, day)


@pytest.mark.parametrize("text", ["In 2016 a tribunal ruled.", "In 2016 an envoy came."])
def test_a_year_may_stand_before_an_article(text: str) -> None:
    time = resolved(text)
    assert (time.start, time.end) == (date(2016, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize("month", range(1, 13))
def test_month_without_year_or_tense_is_within_nine_months_back_and_three_ahead(month: int) -> None:
    names = ["January", "February", "March", "April", "May", "June", "July", "August"]
    names += ["September", "October", "November", "December"]
    time = resolved(f"The vote in {names[month - 1]} was close.")
    assert time.start is not None and time.start.month == month
    assert date(2024, 12, 1) <= time.start <= date(2025, 11, 1)


def test_ranges_with_one_floating_end() -> None:
    time = resolved("dari kemarin hingga Minggu", "id")
    assert (time.start, time.end) == (date(2025, 8, 13), date(2025, 8, 17))
    time = resolved("from Monday to tomorrow")
    assert (time.start, time.end) == (date(2025, 8, 11), date(2025, 8, 15))
    time = resolved("in April and May last year")
    assert (time.start, time.end) == (date(2024, 4, 1), date(2024, 5, 31))
    time = resolved("pada 28 Juni-2 Juli 2024", "id")
    assert (time.start, time.end) == (date(2024, 6, 28), date(2024, 7, 2))


def test_postponed_from_one_day_to_another_is_no_range() -> None:
    text = "The vote was moved from Monday to Friday."
    assert [item.span.of(text) for item in find_times(text, "en")] == ["Monday", "Friday"]


def test_minggu_is_sunday_or_a_week() -> None:
    assert resolved("Ia tiba pada Minggu.", "id").granularity is Granularity.DAY
    assert resolved("Ia tiba minggu lalu.", "id").granularity is Granularity.WEEK
    assert resolved("Ia tiba pada Minggu lalu.", "id").start == date(2025, 8, 10)
    assert resolved("Minggu lalu ia tiba.", "id").granularity is Granularity.WEEK


@pytest.mark.parametrize("published", [date.min, date.max, date(9999, 11, 30), date(1, 2, 1)])
def test_the_ends_of_the_calendar_do_not_raise(published: date) -> None:
    for text in EDGES:
        for item in find_times(text, "en"):
            for direction in Direction:
                time = resolve_time(item, published, direction)
                assert time.start is None or time.end is None or time.start <= time.end


def test_other_languages_give_nothing() -> None:
    assert find_times("on Friday", "fr") == []
    assert len(find_times("on Friday", "en-GB")) == 1
