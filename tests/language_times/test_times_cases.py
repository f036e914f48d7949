"""Every row of cases_en.tsv and cases_id.tsv, and sentences that name no time."""

from __future__ import annotations

import pytest
from times_cases import ALL, MORE, Case, cases, gaps, traps

from kawat.language.times import Direction, find_times, resolve_time


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}: {case.sentence}")
def test_case(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", MORE, ids=lambda case: f"{case.language}: {case.sentence}")
def test_more_cases_hold_or_are_known_gaps(case: Case) -> None:
    """A known gap that holds now is no gap any more: take it off the list."""
    if case.sentence not in gaps():
        check(case)
        return
    with pytest.raises(AssertionError):
        check(case)


def test_gaps_are_few_and_are_cases() -> None:
    assert gaps() <= {case.sentence for case in MORE}
    assert len(gaps()) <= 0.15 * len(MORE)
    assert len(MORE) >= 300


def check(case: Case) -> None:
    found = find_times(case.sentence, case.language)
    hits = [item for item in found if item.span.of(case.sentence) == case.expression]
    assert len(hits) == 1, [item.span.of(case.sentence) for item in found]
    time = resolve_time(hits[0], case.published, Direction(case.direction))
    if case.granularity == "refused":
        assert (time.start, time.end, time.granularity.value) == (None, None, "unknown")
        assert time.resolved_by
    else:
        assert hits[0].refusal is None
        days = tuple("" if day is None else day.isoformat() for day in (time.start, time.end))
        assert (*days, time.granularity.value) == (case.start, case.end, case.granularity)
    assert time.said == hits[0].span


TRAPS = [(language, sentence) for language in ("en", "id") for sentence in traps(language)]


@pytest.mark.parametrize(("language", "sentence"), TRAPS)
def test_no_time_is_found_where_there_is_none(language: str, sentence: str) -> None:
    assert [item.span.of(sentence) for item in find_times(sentence, language) if item.refusal is None] == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_tables_are_as_large_as_promised(language: str) -> None:
    rows = cases(language)
    assert len(rows) >= 220
    assert len({(row.sentence, row.published, row.direction) for row in rows}) == len(rows)
    assert len(traps(language)) >= 40


@pytest.mark.parametrize("language", ["en", "id"])
def test_nothing_else_is_found_in_a_case(language: str) -> None:
    """A case holds one time; what is found beside it may only be refused."""
    for case in cases(language):
        for item in find_times(case.sentence, language):
            assert item.refusal or item.span.of(case.sentence) == case.expression, case.sentence
