"""Who acts on whom: only what a report tells, each participant once, what both do alike both ways round."""

from __future__ import annotations

from event_maker import KIM, KOREA, OFFICIALS, PUTIN, RUSSIA, TRUMP, UKRAINE, event, person, telling
from hypothesis import given
from hypothesis import strategies as st

from kawat.records import Actor, ActorKind, Span
from kawat.views.pairs import Pair, pairs_of

LAVROV = person("Sergei Lavrov", "RUS", id="person:lavrov")


def names(pairs: tuple[Pair, ...]) -> list[tuple[str | None, str | None]]:
    return [(one.actor and one.actor.name, one.recipient and one.recipient.name) for one in pairs]


def test_an_attack_is_one_directed_pair() -> None:
    pairs = pairs_of(event(telling(1), telling(2)))
    assert names(pairs) == [("Russia", "Ukraine")]
    assert not pairs[0].symmetric
    assert not pairs[0].reversed
    assert [t.report.id for t in pairs[0].tellings] == ["rep-0001", "rep-0002"]


def test_who_differs_stands_apart_each_with_its_own_reports() -> None:
    pairs = pairs_of(event(telling(1), telling(2, actors=(UKRAINE,), recipients=(RUSSIA,))))
    assert sorted(names(pairs)) == [("Russia", "Ukraine"), ("Ukraine", "Russia")]
    assert all(len(one.tellings) == 1 and not one.reversed for one in pairs)


def test_a_meeting_stands_both_ways_round_and_is_counted_once() -> None:
    met = {"type": "CONSULT", "mode": "visit", "recipients": (), "symmetric": True}
    pairs = pairs_of(event(telling(1, actors=(PUTIN, KIM), **met), telling(2, actors=(KIM, PUTIN), **met)))
    assert sorted(names(pairs)) == [("Kim Jong Un", "Vladimir Putin"), ("Vladimir Putin", "Kim Jong Un")]
    assert all(one.symmetric and len(one.tellings) == 2 for one in pairs)
    assert [one.reversed for one in pairs] == [False, True]


def test_a_visit_told_with_actor_and_recipient_is_mutual_too() -> None:
    pairs = pairs_of(event(telling(1, type="CONSULT", mode="visit", actors=(PUTIN,), recipients=(KIM,))))
    assert sorted(names(pairs)) == [("Kim Jong Un", "Vladimir Putin"), ("Vladimir Putin", "Kim Jong Un")]


def test_two_of_one_country_are_no_pair_where_another_country_is_there() -> None:
    met = telling(1, type="CONSULT", actors=(PUTIN, LAVROV, KIM), recipients=(), symmetric=True)
    assert ("Vladimir Putin", "Sergei Lavrov") not in names(pairs_of(event(met)))
    assert len(pairs_of(event(met))) == 4
    home = telling(1, type="CONSULT", actors=(PUTIN, LAVROV), recipients=(), symmetric=True)
    assert len(pairs_of(event(home))) == 2


def test_a_state_and_who_acts_for_it_are_one() -> None:
    assert names(pairs_of(event(telling(1), telling(2, actors=(PUTIN,))))) == [("Vladimir Putin", "Ukraine")]


def test_whom_no_report_sets_against_anybody_stands_alone() -> None:
    pairs = pairs_of(event(telling(1), telling(2, actors=(KOREA,), recipients=())))
    assert names(pairs) == [("Russia", "Ukraine"), ("North Korea", None)]
    assert names(pairs_of(event(telling(1, actors=(), recipients=(TRUMP,))))) == [(None, "Donald Trump")]


def test_an_event_without_anybody_is_one_pair_of_nobody() -> None:
    pairs = pairs_of(event(telling(1, actors=(), recipients=())))
    assert names(pairs) == [(None, None)]
    assert len(pairs[0].tellings) == 1


def test_a_fight_that_one_report_tells_of_one_side_is_not_symmetric() -> None:
    fight = telling(1, actors=(RUSSIA, UKRAINE), recipients=(), symmetric=True)
    pairs = pairs_of(event(fight, telling(2)))
    assert {name: len(one.tellings) for name, one in zip(names(pairs), pairs, strict=True)} == {
        ("Russia", "Ukraine"): 2,
        ("Ukraine", "Russia"): 1,
    }
    assert not any(one.symmetric or one.reversed for one in pairs)


somebody = st.sampled_from(
    [RUSSIA, UKRAINE, PUTIN, KIM, KOREA, LAVROV, OFFICIALS, Actor("…", ActorKind.GROUP, Span(0, 1))]
)
sides = st.lists(somebody, max_size=3, unique=True).map(tuple)


@given(
    st.lists(
        st.tuples(sides, sides, st.booleans(), st.sampled_from(["ASSAULT", "CONSULT"])), min_size=1, max_size=4
    )
)
def test_pairs_of_anything(told: list[tuple[tuple[Actor, ...], tuple[Actor, ...], bool, str]]) -> None:
    reports = [
        telling(n, actors=who, recipients=whom, symmetric=alike, type=kind)
        for n, (who, whom, alike, kind) in enumerate(told)
    ]
    pairs = pairs_of(event(*reports))
    assert pairs
    assert len(set(names(pairs))) == len(pairs)
    assert all(one.tellings for one in pairs)
    assert all(one.actor != one.recipient or one.actor is None for one in pairs)
    turned = {(b, a) for one in pairs if one.symmetric for a, b in names((one,))}
    assert turned == {name for one in pairs if one.symmetric for name in names((one,))}
    assert sum(one.reversed for one in pairs) * 2 == sum(one.symmetric for one in pairs)
