"""The same cases given to dateparser, the usual library for dates in many languages.

dateparser is helped: it gets the expression alone, the language and the publication day, and counts as right
when its one moment lies inside the expected days (for a range as much as for a day) or when it refuses what is
to be refused. Ours has to find the expression in its sentence and give both ends and the granularity.
"""

from __future__ import annotations

import warnings
from datetime import datetime, time

import dateparser
import pytest
from times_cases import Case, cases

from kawat.language.times import Direction, find_times, resolve_time

PREFER = {"past": "past", "future": "future", "unknown": "past"}


def theirs_is_right(case: Case) -> bool:
    settings = {
        "PREFER_DATES_FROM": PREFER[case.direction],
        "DATE_ORDER": "DMY" if case.language == "id" else "MDY",
    }
    if case.published is not None:
        settings["RELATIVE_BASE"] = datetime.combine(case.published, time())  # type: ignore[assignment]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        moment = dateparser.parse(case.expression, languages=[case.language], settings=settings)
    if case.granularity == "refused" or moment is None:
        return moment is None and case.granularity == "refused"
    day = moment.date().isoformat()
    return (case.start or day) <= day <= (case.end or day)


def ours_is_right(case: Case) -> bool:
    hits = [
        item for item in find_times(case.sentence, case.language) if item.span.of(case.sentence) == case.expression
    ]
    if len(hits) != 1:
        return False
    result = resolve_time(hits[0], case.published, Direction(case.direction))
    if case.granularity == "refused":
        return result.start is None and result.end is None
    days = tuple("" if day is None else day.isoformat() for day in (result.start, result.end))
    return (*days, result.granularity.value) == (case.start, case.end, case.granularity)


@pytest.mark.parametrize("language", ["en", "id"])
def test_clearly_better_than_dateparser(language: str) -> None:
    rows = cases(language)
    ours = sum(map(ours_is_right, rows)) / len(rows)
    theirs = sum(map(theirs_is_right, rows)) / len(rows)
    print(f"{language}: {len(rows)} cases, ours {ours:.3f}, dateparser {theirs:.3f}")  # noqa: T201
    assert ours >= 0.99
    assert ours - theirs >= 0.25
