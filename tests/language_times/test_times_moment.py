"""Publication lines."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper_time import Soon
from kawat.language.times import parse_moment

LINES = [
    ("14 August 2025, 08:01 WIB", "14 August 2025, 08:01 WIB", "2025-08-14T08:01:00+07:00"),
    ("Kamis, 14 Agu 2025 08:01 WIB", "Kamis, 14 Agu 2025 08:01 WIB", "2025-08-14T08:01:00+07:00"),
    ("Friday, August 21, 2015", "Friday, August 21, 2015", "2015-08-21"),
    ("Published Aug. 12, 2025 3:14 p.m. EDT", "Aug. 12, 2025 3:14 p.m. EDT", "2025-08-12T15:14:00-04:00"),
    ("Selasa, 12/08/2025 19.20 WITA", "Selasa, 12/08/2025 19.20 WITA", "2025-08-12T19:20:00+08:00"),
    ("Tuesday, 9 September 2025, 07:40 NPT", "Tuesday, 9 September 2025, 07:40 NPT", "2025-09-09T07:40:00+05:45"),
    ("Wed 26 June 2024 19:00 EAT", "Wed 26 June 2024 19:00 EAT", "2024-06-26T19:00:00+03:00"),
    ("28 July 2025 7:58 PM COT", "28 July 2025 7:58 PM COT", "2025-07-28T19:58:00-05:00"),
    ("2025-08-14T08:01:00+07:00", "2025-08-14T08:01:00+07:00", "2025-08-14T08:01:00+07:00"),
    ("2025-08-14T08:01:00.123Z", "2025-08-14T08:01:00.123Z", "2025-08-14T08:01:00+00:00"),
    ("Diperbarui 15 Agustus 2025, 10.22 WIB", "15 Agustus 2025, 10.22 WIB", "2025-08-15T10:22:00+07:00"),
    ("Updated 10:22 AM ET, Tue August 12, 2025", "10:22 AM ET, Tue August 12, 2025", "2025-08-12T10:22:00-04:00"),
    ("January 5, 2025 12:30 a.m. ET", "January 5, 2025 12:30 a.m. ET", "2025-01-05T00:30:00-05:00"),
    ("March 8, 2026 12:30 p.m. ET", "March 8, 2026 12:30 p.m. ET", "2026-03-08T12:30:00-04:00"),
    ("Aug 12, 2025 at 3 p.m. PT (updated)", "Aug 12, 2025 at 3 p.m. PT", "2025-08-12T15:00:00-07:00"),
    ("14 Aug 2025 0801 GMT", "14 Aug 2025 0801 GMT", "2025-08-14T08:01:00+00:00"),
    ("Jakarta, 12 Mei 2024 | 19:00 GMT+7", "12 Mei 2024 | 19:00 GMT+7", "2024-05-12T19:00:00+07:00"),
    ("Senin, 11 Ags 2025 - 08:01", "Senin, 11 Ags 2025 - 08:01", "2025-08-11"),
    ("1:02 AM IST, August 3, 2025", "1:02 AM IST, August 3, 2025", "2025-08-03"),
    ("Tuesday 12th of August 2025 10:00 BST", "Tuesday 12th of August 2025 10:00 BST", "2025-08-12T10:00:00+01:00"),
    ("Kamis (14/8/2025), pukul 08.01 WIB.", "Kamis (14/8/2025), pukul 08.01 WIB", "2025-08-14T08:01:00+07:00"),
    ("Tayang: 12/08/2025, 19:20 WIB", "12/08/2025, 19:20 WIB", "2025-08-12T19:20:00+07:00"),
    ("12/08/2025 3:14 PM EST", "12/08/2025 3:14 PM EST", "2025-12-08T15:14:00-05:00"),
    ("08/13/2025", "08/13/2025", "2025-08-13"),
    ("20.08.2025 14:05 UTC", "20.08.2025 14:05 UTC", "2025-08-20T14:05:00+00:00"),
    ("2025/08/12 10:22", "2025/08/12 10:22", "2025-08-12"),
    ("Friday, May 26, 2006. 9:00am (AEST)", "Friday, May 26, 2006. 9:00am (AEST)", "2006-05-26T09:00:00+10:00"),
]


@pytest.mark.parametrize(("line", "said", "value"), LINES)
def test_line(line: str, said: str, value: str) -> None:
    found = parse_moment(line)
    assert found is not None
    span, moment = found
    assert (span.of(line), moment.isoformat()) == (said, value)


@pytest.mark.parametrize(
    "line", ["", "2 hours ago", "08/12/2025", "31 February 2025", "Kamis 08:01 WIB", "August 2025", "99/99/2025"]
)
def test_no_full_date(line: str) -> None:
    assert parse_moment(line) is None


@given(st.text(max_size=300))
def test_any_text(line: str) -> None:
    found = parse_moment(line)
    if found is not None:
        span, _ = found
        assert span.end <= len(line)


@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2150, 1, 1)))
def test_every_day_reads_back(moment: datetime) -> None:
    found = parse_moment(f"Diterbitkan {moment:%Y-%m-%d} pukul {moment:%H:%M} WIB")
    assert found is not None
    value = found[1]
    assert isinstance(value, datetime) and value.tzinfo is not None
    assert value.replace(tzinfo=None) == moment.replace(second=0, microsecond=0)


def test_plain_date_is_not_a_datetime() -> None:
    found = parse_moment("Senin, 11 Agustus 2025")
    assert found is not None and type(found[1]) is date


@pytest.mark.parametrize("piece", ["12 ", "Kamis, ", "10:22 ", "1/2/", "August 12, "])
def test_long_lines_are_quick(piece: str, soon: Soon) -> None:
    soon(2, lambda: parse_moment(piece * 20_000))
