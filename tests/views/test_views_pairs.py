"""Who acts on whom: only what a report tells, each participant once, what both do alike both ways round."""

from __future__ import annotations

from typing import Any

from event_maker import KIM, KOREA, OFFICIALS, PUTIN, RUSSIA, TRUMP, UKRAINE, event, person, state, telling
from hypothesis import given
from hypothesis import strategies as st

from kawat.records import Actor, ActorKind, Event, Report, Span
from kawat.views.actors import folded, same_name
from kawat.views.event import is_mutual
from kawat.views.pairs import Pair, may_mean, pairs_of

LAVROV = person("Sergei Lavrov", "RUS", id="person:lavrov")
USA = state("USA", "United States")


def described(name: str, country: str | None, sector: str | None = "MIL") -> Actor:
    return Actor(name, ActorKind.GROUP, Span(0, 4), country=country, sector=sector)


GENERALS, TROOPS = described("para panglimanya", "RUS"), described("pasukan Rusia", "RUS")
FIGHT = {"actors": (RUSSIA, UKRAINE), "recipients": (), "symmetric": True}


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


def counted(pairs: tuple[Pair, ...]) -> dict[tuple[str | None, str | None], tuple[int, bool, bool]]:
    """How many tellings of each pair, symmetric, reversed."""
    found = {name: (len(p.tellings), p.symmetric, p.reversed) for name, p in zip(names(pairs), pairs, strict=True)}
    assert len(found) == len(pairs)
    return found


def test_a_fight_that_one_report_tells_of_one_side_is_not_symmetric_and_counts_once() -> None:
    assert counted(pairs_of(event(telling(1, **FIGHT), telling(2)))) == {
        ("Russia", "Ukraine"): (2, False, False),
        ("Ukraine", "Russia"): (1, False, True),
    }
    turned = event(telling(1, **FIGHT), telling(2), telling(3, actors=(UKRAINE,), recipients=(RUSSIA,)))
    assert counted(pairs_of(turned)) == {
        ("Russia", "Ukraine"): (2, False, False),
        ("Ukraine", "Russia"): (2, False, False),
    }


def test_whom_is_attacked_does_not_attack() -> None:
    told = event(telling(1, recipients=(UKRAINE, GENERALS)), telling(2, recipients=()))
    assert names(pairs_of(told)) == [("Russia", "Ukraine"), ("Russia", "para panglimanya")]


def test_a_state_is_not_taken_for_whom_it_attacks_itself() -> None:
    plane = described("F-16 fighter", None, "UAF")
    told = event(
        telling(1, actors=(RUSSIA, plane), recipients=(GENERALS,)), telling(2, **FIGHT), telling(3, **FIGHT)
    )
    assert counted(pairs_of(told)) == {
        ("Russia", "Ukraine"): (2, True, False),
        ("Ukraine", "Russia"): (2, True, True),
        ("Russia", "para panglimanya"): (1, False, False),
        ("F-16 fighter", "para panglimanya"): (1, False, False),
    }


def test_a_state_stands_beside_its_troops_and_its_dead() -> None:
    dead = described("At least 11 Ukrainian soldiers", "UKR")
    told = event(telling(1), telling(2, actors=(TROOPS,)), telling(3, recipients=(dead,)))
    assert set(names(pairs_of(told))) == {
        ("Russia", "Ukraine"), ("pasukan Rusia", "Ukraine"), ("Russia", "At least 11 Ukrainian soldiers"),
    }  # fmt: skip


def test_two_whom_no_report_sets_against_one_another_stand_apart_on_their_sides() -> None:
    told = event(telling(1, actors=(), recipients=(GENERALS,)), telling(2, actors=(TROOPS,), recipients=()))
    assert names(pairs_of(told)) == [("pasukan Rusia", None), (None, "para panglimanya")]
    told = event(telling(1, actors=(USA,), recipients=()), telling(2, actors=(), recipients=(TRUMP,)))
    assert names(pairs_of(told)) == [("United States", None), (None, "Donald Trump")]


def test_a_state_and_a_body_of_it_that_meet_are_a_pair() -> None:
    told = telling(1, type="AGREE", actors=(RUSSIA,), recipients=(LAVROV,))
    assert set(names(pairs_of(event(told)))) == {("Russia", "Sergei Lavrov"), ("Sergei Lavrov", "Russia")}


def test_delegations_are_one_pair_with_those_who_lead_them_whoever_is_named_first() -> None:
    met = {"type": "CONSULT", "recipients": (), "symmetric": True}
    pairs = pairs_of(event(telling(1, actors=(RUSSIA, KOREA), **met), telling(2, actors=(KIM, PUTIN), **met)))
    assert len(pairs) == 2
    assert {frozenset(name) for name in names(pairs)} == {frozenset(("Vladimir Putin", "Kim Jong Un"))}
    assert all(len(one.tellings) == 2 for one in pairs)


def test_only_pairs_of_the_same_two_are_one() -> None:
    zelensky = person("Volodymyr Zelensky", "UKR", id="person:zelensky")
    told = event(telling(1, actors=(PUTIN,)), telling(2, recipients=(zelensky,)))
    assert set(names(pairs_of(told))) == {("Vladimir Putin", "Ukraine"), ("Russia", "Volodymyr Zelensky")}


def test_pairs_that_most_sources_tell_come_first() -> None:
    told = event(telling(1, actors=(KOREA,)), telling(2), telling(3), telling(4, actors=(TRUMP,), copy_of="x"))
    assert names(pairs_of(told))[0] == ("Russia", "Ukraine")


NAMELESS = Actor("…", ActorKind.GROUP, Span(0, 1))
somebody = st.sampled_from([RUSSIA, UKRAINE, PUTIN, KIM, KOREA, LAVROV, OFFICIALS, TROOPS, GENERALS, NAMELESS])
sides = st.lists(somebody, max_size=3, unique=True).map(tuple)
any_event = st.lists(
    st.tuples(sides, sides, st.booleans(), st.sampled_from(["ASSAULT", "CONSULT"])), min_size=1, max_size=4
).map(
    lambda told: event(
        *(
            telling(n, actors=who, recipients=whom, symmetric=alike, type=kind)
            for n, (who, whom, alike, kind) in enumerate(told)
        )
    )
)


def tells(report: Report, mutual: bool, pair: Pair) -> bool:
    """Whether the report has the pair, under these or vaguer names."""
    whole = (*report.actors, *report.recipients)
    acting, receiving = (whole, whole) if mutual or report.symmetric else (report.actors, report.recipients)
    return all(
        one is None or any(may_mean(told, one) for told in side)
        for one, side in ((pair.actor, acting), (pair.recipient, receiving))
    )


@given(any_event)
def test_pairs_of_anything(told: Event) -> None:
    pairs = pairs_of(told)
    assert pairs
    assert len(set(names(pairs))) == len(pairs)
    assert all(one.tellings for one in pairs)
    assert all(one.actor != one.recipient or one.actor is None for one in pairs)
    for one in pairs:
        turned = [other for other in pairs if names((other,)) == [names((one,))[0][::-1]]]
        if one.reversed or one.symmetric:
            assert len(turned) == 1 and turned[0].reversed is not one.reversed
            assert turned[0].symmetric is one.symmetric


@given(any_event)
def test_what_a_pair_says_its_reports_tell(told: Event) -> None:
    for pair in pairs_of(told):
        assert all(tells(each.report, is_mutual(told), pair) for each in pair.tellings)


@given(any_event)
def test_what_a_report_sets_against_somebody_is_a_pair(told: Event) -> None:
    pairs = pairs_of(told)
    for one in told.tellings:
        for a in one.report.actors:
            for b in one.report.recipients:
                if folded(a.name) and folded(b.name) and not same_name(a, b):
                    own = [p for p in pairs if may_mean(a, p.actor) and may_mean(b, p.recipient)]
                    assert any(one in pair.tellings for pair in own), (a.name, b.name)


@given(any_event)
def test_whoever_is_told_on_a_side_stands_there(told: Event) -> None:
    pairs = pairs_of(told)
    for one in (each.report for each in told.tellings):
        either = is_mutual(told) or one.symmetric
        for side, at in ((one.actors, 0), (one.recipients, 1)):
            for actor in side:
                ends = [(p.actor, p.recipient)[end] for p in pairs for end in ((0, 1) if either else (at,))]
                acts = any(same_name(actor, other) for other in one.actors)
                assert not folded(actor.name) or acts or any(may_mean(actor, end) for end in ends)


@given(any_event, st.randoms(use_true_random=False))
def test_the_order_of_the_tellings_does_not_matter(told: Event, dice: Any) -> None:
    shuffled = list(told.tellings)
    dice.shuffle(shuffled)
    assert pairs_of(event(*shuffled, type=told.type)) == pairs_of(told)
