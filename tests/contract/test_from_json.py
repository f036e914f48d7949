"""Records survive being written as JSON and read back; what is no record is refused with the reason."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from record_maker import records, sample

from kawat.contract import record_to_dict, record_to_line, schema_problems
from kawat.contract.from_json import record_from_dict, record_from_line, report_from_dict
from kawat.errors import InputError
from kawat.records import Record


@given(records())
def test_a_record_comes_back_as_it_went(record: Record) -> None:
    back = record_from_line(record_to_line(record))
    assert back == record
    assert back.article.id == record.article.id


@given(records())
def test_a_report_comes_back_as_it_went(record: Record) -> None:
    for report, told in zip(record.reports, record_to_dict(record)["reports"], strict=True):
        assert report_from_dict(told) == report


def test_what_a_page_held_besides_the_article_is_told() -> None:
    record = sample()
    record = replace(record, article=replace(record.article, dropped=("share bar: Bagikan",)))
    told = record_to_dict(record)
    assert told["article"]["dropped"] == ["share bar: Bagikan"]
    assert schema_problems(told) == []
    del told["article"]["dropped"]  # a record of before the key was added
    assert record_from_dict(told).article.dropped == ()


@given(records())
def test_any_record_is_valid(record: Record) -> None:
    assert schema_problems(json.loads(record_to_line(record))) == []


def test_problems_name_the_place() -> None:
    told = record_to_dict(sample())
    told["reports"][0]["status"] = "perhaps"
    del told["claims"][0]["speakers"]
    first, second = sorted(schema_problems(told))
    assert first.startswith("$.claims[0]:") and "speakers" in first
    assert second.startswith("$.reports[0].status:") and "perhaps" in second


def _changed(path: list[Any], value: Any) -> dict[str, Any]:
    told = json.loads(record_to_line(sample()))
    inner = told
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return dict(told)


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (["record_version"], 2, "version 2"),
        (["article"], None, "'article' is missing"),
        (["article", "text"], "Another text", "was changed"),
        (["reports", 0, "trigger", "start"], 3, "does not say 'met'"),
        (["reports", 0, "actors", 0, "mention", "text"], "Nobody", "does not say 'Nobody'"),
        (["reports", 0, "status"], "perhaps", "'perhaps' is not a valid Status"),
        (["reports", 0, "time", "start"], "2025-13-01", "month must be in 1..12"),
        (["reports", 0, "sentence"], {"start": 5, "end": 5, "text": ""}, "0 <= start < end"),
        (["reports"], 7, "not iterable"),
    ],
)
def test_what_is_no_record_is_refused(path: list[Any], value: Any, reason: str) -> None:
    with pytest.raises(InputError, match="not a Kawat record") as caught:
        record_from_dict(_changed(path, value))
    assert reason in str(caught.value)


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '"text"', "[" * 100_000])
def test_what_is_no_line_of_a_record_is_refused(line: str) -> None:
    with pytest.raises(InputError):
        record_from_line(line)
