"""`who` asked for an office instead of a name."""

from __future__ import annotations

from datetime import date

from kawat.knowledge import who


def test_an_office_with_its_country_gives_its_holder_on_the_day() -> None:
    assert [answer.entry.name_en for answer in who("Menlu AS", date(2025, 8, 14))] == ["Marco Rubio"]
    assert [a.entry.id for a in who("Indonesian president", date(2012, 1, 1))] == [
        "person:susilo-bambang-yudhoyono"
    ]


def test_without_a_day_all_known_holders_come_latest_first() -> None:
    starts = [answer.offices[0].start for answer in who("Indonesian president")]
    assert len(starts) >= 4 and starts == sorted(starts, reverse=True)


def test_an_office_without_a_country_is_nobody() -> None:
    assert who("foreign minister") == ()
