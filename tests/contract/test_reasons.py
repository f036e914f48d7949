"""Why each value: every value of a report has its reason, on words of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.contract import explained, reasons_of, record_to_dict, schema_problems
from kawat.pages import read_path
from kawat.pipeline import read_page
from kawat.records import Record

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
NAMES = ("northgate-wire-korea-martial-law.txt", "kabar-nusantara-gaza-gencatan-senjata.txt")


@pytest.fixture(scope="module", params=NAMES)
def record(request: pytest.FixtureRequest) -> Record:
    return read_page(read_path(str(REPORTS / request.param)))


def test_every_value_has_a_reason(record: Record) -> None:
    assert record.reports
    for report in record.reports:
        reasons = reasons_of(report, record.reader)
        counts = {name: sum(one.field == name for one in reasons) for name in {one.field for one in reasons}}
        assert counts["type"] == counts["status"] == counts["salience"] == 1
        assert counts.get("actors", 0) == len(report.actors)
        assert counts.get("recipients", 0) == len(report.recipients)
        assert counts.get("time", 0) == (report.time is not None)
        assert counts.get("place", 0) == (report.place is not None)
        assert counts.get("quantities", 0) == len(report.quantities)
        assert counts.get("attribution", 0) == len(report.attribution)
        assert all(one.why and one.value for one in reasons)


def test_the_evidence_stands_in_the_text(record: Record) -> None:
    text = record.article.text
    for report in record.reports:
        for one in reasons_of(report, record.reader):
            assert 0 <= one.evidence.start < one.evidence.end <= len(text)
            if one.field == "type":
                assert (one.evidence, one.score) == (report.trigger, round(report.confidence, 4))


def test_an_explained_record_is_the_record_with_reasons(record: Record) -> None:
    told = explained(record, candidates=True)
    assert schema_problems(told) == []
    for report in (*told["reports"], *told["candidates"]):
        reasons = report.pop("explain")
        assert {"field", "value", "why", "evidence", "score"} == set(reasons[0])
        for one in reasons:
            span = one["evidence"]
            assert record.article.text[span["start"] : span["end"]] == span["text"]
    assert told == record_to_dict(record, candidates=True)
