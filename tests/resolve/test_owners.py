"""Whose several roles are by "their": of two states that one sentence joins, both."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("text", "who", "countries"),
    [
        (
            "[state Ghana] and [state Togo] held a {CONSULT meeting} of [role their ministers].",
            "their ministers",
            2,
        ),
        ("[state Ghana], [state Mali] and [state Togo] said [role their envoys] {CONSULT met}.", "their envoys", 3),
    ],
)
def test_their_people_are_of_each_state_that_is_joined(text: str, who: str, countries: int) -> None:
    found = marked(text)
    record = resolved(found, spans(found, 0, [who]))
    assert len(set(named(record)[0])) == countries


@pytest.mark.parametrize(
    "text",
    [
        "[state Ghana] and [state Togo] told [group the rebels] that [role their leaders] {SANCTION were tried}.",
        "[state Ghana] sent arms. [role Their leaders] {CONSULT met}.",
    ],
)
def test_their_people_are_of_no_two_where_others_stand_nearer_or_nobody_is_joined(text: str) -> None:
    found = marked(text)
    record = resolved(found, spans(found, 0, [text.partition("[role ")[2].partition("]")[0]]))
    assert len(named(record)[0]) == 1


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("[state Ghana] closed a road, and [state Togo] said [role its army] {ASSAULT fired}.", "TGO"),
        ("[state Ghana] waited for weeks; [state Togo] said [role its army] {ASSAULT fired}.", "TGO"),
        ("[state Ghana], after talks with [state Togo], said [role its army] {ASSAULT fired}.", "GHA"),
        ("[state Ghana], [state Mali], and [state Togo] heard [role its army] {ASSAULT fire}.", "GHA"),
    ],
)
def test_its_people_are_of_who_begins_the_clause(text: str, country: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["its army"])))[0] == [country]


def test_the_envoy_whom_one_summons_is_the_others() -> None:
    text = marked("[state Ghana] protested over [state Togo] and {ACCUSE summoned} [role its ambassador].")
    assert named(resolved(text, spans(text, 0, ["Ghana"], ["its ambassador"]))) == (["GHA"], ["TGO"])
    several = marked("[state Ghana] told [state Mali] of [state Togo] and {ACCUSE summoned} [role its ambassador].")
    assert named(resolved(several, spans(several, 0, ["Ghana"], ["its ambassador"])))[1] == ["its ambassador"]
