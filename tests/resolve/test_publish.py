"""What is published and what is kept as a candidate."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_resolve import record

from kawat.records import Report, Status
from kawat.resolve.publish import parted


def sample() -> Report:
    found = record("France condemned the attack on Cairo.")
    return next(one for one in found.reports if one.type == "ACCUSE")


def test_what_names_nobody_needs_to_be_sure() -> None:
    named = sample()
    nobody = replace(named, actors=(), recipients=(), confidence=0.6)
    assert parted([named, nobody], 0.7) == ([named], [nobody])
    assert parted([named, nobody], 0.5) == ([named, nobody], [])


@pytest.mark.parametrize("type", ["REQUEST", "THREATEN", "AGREE", "REJECT"])
def test_a_possible_act_is_told_by_the_demand_beside_it(type: str) -> None:
    demand = replace(sample(), type=type)
    demanded = replace(sample(), type="RETREAT", status=Status.POSSIBLE)
    assert parted([demand, demanded], 0.0) == ([demand], [demanded])


def test_a_possible_act_alone_or_beside_another_kind_of_act_stands() -> None:
    blame = sample()
    possible = replace(sample(), type="RETREAT", status=Status.POSSIBLE)
    assert parted([possible], 0.0) == ([possible], [])
    assert parted([blame, possible], 0.0) == ([blame, possible], [])
    planned = replace(possible, status=Status.PLANNED)
    assert parted([replace(blame, type="AGREE"), planned], 0.0)[1] == []
