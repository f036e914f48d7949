"""Reports to events: what joins, what stays apart, the same whatever the order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_maker import sample

from kawat.bench.merging.scale import made_records
from kawat.merge import merge
from kawat.merge.anchors import FAMILIES, anchors_of, asks_of, within_reach
from kawat.merge.clusters import Links, clustered, pair
from kawat.merge.copies import copy_text, groups, is_copy, shared
from kawat.merge.features import NAMES, compared
from kawat.merge.merging import candidates, link_scores
from kawat.merge.pairs import LEAST_LINK, chance, link, score
from kawat.merge.stored import trace_from_text, trace_to_text
from kawat.merge.trace import Trace, traces_of
from kawat.ontology import load_ontology
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Granularity,
    Paragraph,
    ParagraphKind,
    Salience,
    Span,
    Status,
    Telling,
    Time,
)

DAY = date(2025, 8, 12)


def state(country: str) -> Actor:
    return Actor(country.title(), ActorKind.STATE, Span(0, 3), id=country, country=country)


def on(day: date | None) -> Time | None:
    return None if day is None else Time(day, day, Granularity.DAY)


def told(
    n: int,
    day: date | None = DAY,
    *,
    by: tuple[Actor, ...] = (state("RUS"),),
    to: tuple[Actor, ...] = (state("UKR"),),
    type: str = "ASSAULT",
    published: date | None = DAY,
    tag: str = "",
    **more: object,
) -> Telling:
    """Article ``n`` tells of an event on ``day``; ``tag`` tells several reports of one article apart."""
    record = sample(n, outlet=f"Outlet {n}")
    article = replace(record.article, published=published)
    given = {"id": f"rep-{n:04}{tag}", "type": type, "mode": None, "time": on(day), "actors": by, "recipients": to}
    return Telling(article, replace(record.reports[0], **given, place=None, **more))


def parted(*tellings: Telling) -> list[list[str]]:
    """The ids of the reports of each event, sorted."""
    return sorted(sorted(telling.report.id for telling in event.tellings) for event in merge(tellings))


def made_tellings(seed: int, reports: int = 60) -> list[Telling]:
    records = made_records(reports, seed=seed, days=20, states=5)
    return [Telling(record.article, report) for record in records for report in record.reports]


# --- what joins -------------------------------------------------------------------------------------


def test_two_outlets_tell_one_event() -> None:
    (event,) = merge([told(1), told(2, published=DAY + timedelta(days=1))])
    assert [telling.article.outlet for telling in event.tellings] == ["Outlet 1", "Outlet 2"]
    assert (event.type, event.id[:4]) == ("ASSAULT", "evt-")


def test_a_meeting_has_no_direction() -> None:
    here = told(1, type="CONSULT", by=(state("UKR"), state("RUS")), to=(), symmetric=True)
    there = told(2, type="CONSULT", by=(state("RUS"),), to=(state("UKR"),))
    assert parted(here, there) == [["rep-0001", "rep-0002"]]


def test_a_plan_and_its_being_held_are_one_event() -> None:
    plan = told(1, DAY, type="CONSULT", status=Status.PLANNED, published=DAY - timedelta(days=5))
    held = told(2, DAY, type="CONSULT", published=DAY + timedelta(days=1))
    assert parted(plan, held) == [["rep-0001", "rep-0002"]]


@pytest.mark.parametrize(
    "other",
    [
        told(2, DAY + timedelta(days=30)),
        told(2, type="AID"),
        told(2, by=(state("IDN"),), to=(state("MYS"),)),
        told(2, DAY - timedelta(days=2000), published=DAY, salience=Salience.BACKGROUND),
    ],
    ids=["another month", "another kind of act", "other sides", "history"],
)
def test_what_stays_apart(other: Telling) -> None:
    assert parted(told(1), other) == [["rep-0001"], ["rep-0002"]]


def test_an_article_tells_an_event_once() -> None:
    both = [told(1, tag="a"), told(1, tag="b"), told(2)]
    assert all(len({t.article.id for t in event.tellings}) == len(event.tellings) for event in merge(both))


def test_what_editors_say_stands_above_scores() -> None:
    far = told(2, DAY + timedelta(days=300), type="AID", by=(state("FJI"),), to=())
    near = told(3)
    joined = merge([told(1), far, near], {("rep-0001", "rep-0002"): True, ("rep-0001", "rep-0003"): False})
    found = sorted(sorted(t.report.id for t in event.tellings) for event in joined)
    assert found == [["rep-0001", "rep-0002"], ["rep-0003"]]


# --- whatever the order -----------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_arrival_decides_nothing(seed: int, dice: random.Random) -> None:
    tellings = made_tellings(seed)
    before = merge(tellings)
    dice.shuffle(tellings)
    assert merge(tellings) == before
    assert any(len(event.tellings) > 1 for event in before)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_ids_stay_when_later_reports_join(seed: int) -> None:
    tellings = sorted(made_tellings(seed), key=lambda t: t.article.published_day or date.min)
    day = tellings[len(tellings) // 2].article.published_day
    assert day is not None
    early = [t for t in tellings if t.article.published_day is not None and t.article.published_day <= day]
    before, after = merge(early), merge(tellings)
    now = {t.report.id: event.id for event in after for t in event.tellings}
    first = {event.tellings[0].report.id: event.id for event in before}
    # An event keeps its id as long as its first telling stays the first of an event.
    heads = {event.tellings[0].report.id for event in after}
    assert all(now[report] == event for report, event in first.items() if report in heads)
    assert sum(report in heads for report in first) >= 0.8 * len(first)


def test_neighbours_are_neighbours_both_ways() -> None:
    traces = traces_of(made_tellings(3, 150))
    filed = {(anchor.key, anchor.day, one) for one, trace in traces.items() for anchor in anchors_of(trace)}

    def finds(one: Trace) -> set[str]:
        asks = asks_of(one)
        return {o for key, day, o in filed if any(a.key == key and a.first <= day <= a.last for a in asks)}

    found = {one: finds(trace) for one, trace in traces.items()}
    assert any(len(others) > 1 for others in found.values())
    for one, others in found.items():
        assert all(one in found[other] for other in others if within_reach(traces[one], traces[other]))


def test_comparing_is_symmetric() -> None:
    traces = traces_of(made_tellings(5, 80))
    for one, other in candidates(traces, frozenset()):
        a, b = traces[one], traces[other]
        assert compared(a, b) == pytest.approx(compared(b, a))
        assert within_reach(a, b) is within_reach(b, a)
        assert chance(a, b) == pytest.approx(chance(b, a))


@pytest.mark.parametrize("seed", [5, 11])
def test_a_link_is_the_chance_wherever_that_is_one(seed: int) -> None:
    every = list(traces_of(made_tellings(seed, 120)).values())
    linked = 0
    for one in every:
        for other in every:
            sure = chance(one, other)
            assert link(one, other) == (sure if sure >= LEAST_LINK else 0.0)
            linked += sure >= LEAST_LINK
    assert linked > len(every)


def test_two_kinds_of_thing_with_nobody_in_both_are_never_one() -> None:
    attack, accord = traces_of([told(1), told(2)]).values()
    stranger = replace(accord, type="ASSAULT" if attack.type != "ASSAULT" else "AGREE", actors=(), recipients=())
    assert chance(attack, stranger) == link(attack, stranger) == 0.0
    assert [part.name for part in score(attack, stranger).parts] == ["nobody_in_both"]


def test_every_type_has_a_family() -> None:
    assert {kind.name for kind in load_ontology().types} == frozenset().union(*FAMILIES)


def test_the_parts_of_a_score_make_up_its_chance() -> None:
    traces = traces_of([told(1), told(2)])
    found = score(*traces.values())
    assert found.chance == pytest.approx(chance(*traces.values()))
    assert {part.name for part in found.parts} <= set(NAMES)
    assert [abs(p.adds) for p in found.parts] == sorted((abs(p.adds) for p in found.parts), reverse=True)


def test_traces_come_back_as_they_were() -> None:
    for trace in traces_of(made_tellings(7)).values():
        back = trace_from_text(trace_to_text(trace))
        assert replace(back, vector=None) == replace(trace, vector=None)
        assert back.vector is not None and trace.vector is not None and (back.vector == trace.vector).all()


def test_reports_of_a_sentence_hold_its_words_once_however_they_came() -> None:
    made = list(traces_of(made_tellings(7)).values())
    read = [trace_from_text(trace_to_text(trace)) for trace in made]
    for name in ("trigger", "words", "names", "story"):
        for one, other in zip(made, read, strict=True):
            assert getattr(one, name) is getattr(other, name)


# --- groups -----------------------------------------------------------------------------------------


def links(scores: dict[tuple[str, str], float], **articles: str) -> Links:
    names = sorted({one for p in scores for one in p})
    return Links(scores, {one: articles.get(one, f"art-{one}") for one in names})


def test_groups_need_to_be_alike_on_average() -> None:
    chain = links({("a", "b"): 0.9, ("b", "c"): 0.3})
    assert clustered("abc", chain) == [("a", "b"), ("c",)]
    whole = links({("a", "b"): 0.9, ("b", "c"): 0.6, ("a", "c"): 0.6})
    assert clustered("abc", whole) == [("a", "b", "c")]


def test_two_reports_of_one_article_never_share_a_group() -> None:
    scores = {("a", "b"): 0.9, ("a", "c"): 0.8}
    assert clustered("abc", links(scores, b="same", c="same")) == [("a", "b"), ("c",)]


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 25), st.integers(0, 25)), st.floats(0.1, 1.0), max_size=120))
def test_groups_part_the_reports_and_depend_on_links_alone(raw: dict[tuple[int, int], float]) -> None:
    scores = {pair(f"r{a:02}", f"r{b:02}"): value for (a, b), value in raw.items() if a != b}
    names = sorted({one for p in scores for one in p})
    found = clustered(names, links(scores))
    assert sorted(one for group in found for one in group) == names
    turned = dict(reversed(list(scores.items())))
    assert clustered(reversed(names), links(turned)) == found


def test_what_hangs_together_too_long_falls_apart_at_its_weakest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.merge.clusters.MOST_AT_ONCE", 4)
    strong = {(f"{side}{i}", f"{side}{j}"): 0.95 for side in "ab" for i in range(4) for j in range(i + 1, 4)}
    weak = {("a3", "b0"): 0.4}
    assert clustered(sorted({one for p in strong for one in p}), links(strong | weak)) == [
        ("a0", "a1", "a2", "a3"),
        ("b0", "b1", "b2", "b3"),
    ]


# --- copies -----------------------------------------------------------------------------------------

WIRE = """The foreign ministers of Chile and Peru met in Lima on Tuesday to discuss fishing rights along
their border, and agreed to send a joint patrol by the end of the month. Officials said the talks had
lasted four hours. Fishermen on both sides have complained for years about seized boats and nets, and
about fines that nobody can pay. A treaty of 1954 left part of the line open. The ministers will meet
again in Arica in June, a spokeswoman told reporters after dinner."""
OWN_WORDS = """Lima hosted Chile's top diplomat on Tuesday. He and his Peruvian colleague talked for four
hours about who may fish where, and want boats of both navies to watch the waters together within weeks.
Crews from Arica and Tacna accuse one another of poaching; dozens of vessels were impounded last year.
The border at sea was drawn only in part in 1954. Another round is due in June, according to the host's
spokeswoman, who gave no details about it."""


def article(text: str, outlet: str, published: date = DAY) -> Article:
    whole = (Paragraph(Span(0, len(text)), ParagraphKind.BODY),)
    return Article(text, whole, "en", outlet=outlet, published=published)


@pytest.mark.parametrize(
    "other",
    [
        WIRE,
        WIRE[: int(len(WIRE) * 0.6)],
        WIRE.replace("met in Lima", "held talks in Lima").replace("Officials", "Aides").replace("years", "ages"),
        "\n".join(reversed(WIRE.split(". "))),
    ],
    ids=["word for word", "cut short", "words exchanged", "sentences in another order"],
)
def test_copies_are_known(other: str) -> None:
    assert is_copy(shared(copy_text(article(WIRE, "A")), copy_text(article(other, "B"))))


def test_own_words_about_one_event_are_no_copy() -> None:
    assert not is_copy(shared(copy_text(article(WIRE, "A")), copy_text(article(OWN_WORDS, "B"))))


def test_the_same_words_months_later_are_no_copy() -> None:
    later = article(WIRE, "B", DAY + timedelta(days=60))
    assert not is_copy(shared(copy_text(article(WIRE, "A")), copy_text(later)))


def test_copies_of_copies_are_one_group() -> None:
    assert groups("abcd", [("b", "c"), ("a", "b")]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_links_hold_their_bar() -> None:
    traces = traces_of(made_tellings(11, 120))
    scores = link_scores(traces, frozenset())
    assert scores
    assert all(0.1 <= value <= 1 and one < other for (one, other), value in scores.items())
