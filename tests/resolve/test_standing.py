"""What is published and what is kept as a candidate."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from test_resolve import record

from kawat.bench.standing import Told, chances, left_out, outcome, weights_of
from kawat.language import sentences_of
from kawat.ontology import load_ontology
from kawat.reading import read
from kawat.records import Actor, ActorKind, Article, Reading, Report, Salience, Span, Status
from kawat.resolve import record as record_module
from kawat.resolve import resolve
from kawat.resolve.standing import CONSTANT, Standing, chance, features, load_standing, parted, private_affairs

AS_READ = Standing(0.5, 0.2, {"odds": 1.0})
REST = " ".join(["The weather in the capital was fine and nobody was in the streets."] * 7)
"""So that the text is long enough to be weighed."""
TEXT = (
    "France condemned the attack on Cairo. Egypt arrested two men. Kenya met Uganda in Nairobi on Monday. " + REST
)


def sample() -> Report:
    found = record("France condemned the attack on Cairo.")
    return next(one for one in found.reports if one.type == "ACCUSE")


def article() -> Article:
    return record(TEXT).article


def weighed(*confidences: float) -> Reading:
    """What the rules read in `TEXT`, as one who is so sure of each report reads it; below 0.4: a candidate."""
    found = read(article(), "lexicon")
    sure = [replace(one, confidence=c) for one, c in zip(found.reports, confidences, strict=True)]
    return replace(
        found,
        weighed=True,
        reports=tuple(one for one in sure if one.confidence >= 0.4),
        candidates=tuple(one for one in sure if one.confidence < 0.4),
    )


@pytest.mark.parametrize("type", ["REQUEST", "THREATEN", "AGREE", "REJECT"])
def test_a_possible_act_is_told_by_the_demand_beside_it(type: str) -> None:
    demand = replace(sample(), type=type)
    demanded = replace(sample(), type="RETREAT", status=Status.POSSIBLE)
    assert parted([demand, demanded]) == ([demand], [demanded])


def test_a_possible_act_alone_or_beside_another_kind_of_act_stands() -> None:
    blame = sample()
    possible = replace(sample(), type="RETREAT", status=Status.POSSIBLE)
    assert parted([possible]) == ([possible], [])
    assert parted([blame, possible]) == ([blame, possible], [])
    planned = replace(possible, status=Status.PLANNED)
    assert parted([replace(blame, type="AGREE"), planned])[1] == []


def test_what_names_nobody_needs_to_be_sure() -> None:
    named = sample()
    nobody = replace(named, actors=(), recipients=(), confidence=0.6)
    assert parted([named, nobody], 0.7) == ([named], [nobody])
    assert parted([named, nobody], 0.5) == ([named, nobody], [])
    assert parted([named, nobody]) == ([named, nobody], [])


def test_private_affairs_are_no_events_of_an_article_about_people() -> None:
    public = sample()
    person = Actor("Ana Lima", ActorKind.PERSON, Span(0, 3))
    firm = replace(person, kind=ActorKind.ORGANISATION, sector="BUS")
    deal = replace(public, type="AGREE", actors=(person,), recipients=(replace(person, name="Bo Hall"),))
    arrest = replace(public, type="COERCE", actors=(), recipients=(person,))
    assert private_affairs([deal, arrest]) == [deal, arrest], "nothing public is told at all"
    assert private_affairs([public, deal, arrest]) == [deal], "who is arrested meets a state"
    assert private_affairs([public, public, deal, arrest]) == [], "mostly public"
    for sector, country in (("MIL", None), (None, "FRA")):
        known = replace(person, sector=sector, country=country)
        assert private_affairs([replace(deal, actors=(known,))]) == []
    at_home = replace(firm, country="FRA")
    order = replace(deal, actors=(at_home,), recipients=(firm,))
    assert private_affairs([public, public, order]) == [order], "business"
    assert private_affairs([public, replace(order, recipients=public.actors)]) == []
    crowd = replace(deal, type="PROTEST")
    assert private_affairs([crowd]) == []


def test_a_short_text_is_told_as_the_reader_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "load_standing", lambda: Standing(0.99, 0.2, {CONSTANT: 0.0}))
    short = record("France condemned the attack on Cairo.").article
    found = replace(read(short, "lexicon"), weighed=True)
    assert [one.type for one in resolve(short, found).reports] == [one.type for one in found.reports]


def test_published_is_what_has_the_chance_and_confidence_is_the_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "load_standing", lambda: AS_READ)
    count = len(read(article(), "lexicon").reports)
    assert count >= 3
    found = resolve(article(), weighed(0.9, 0.45, 0.3, *[0.6] * (count - 3)))
    assert [one.confidence for one in found.reports] == [0.9, *[0.6] * (count - 3)]
    assert sorted(one.confidence for one in found.candidates) == [0.3, 0.45]


def test_a_candidate_may_rise_only_where_the_reader_published_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "load_standing", lambda: Standing(0.5, 0.2, {CONSTANT: 3.0}))
    count = len(read(article(), "lexicon").reports)
    some = resolve(article(), weighed(0.9, 0.3, 0.1, *[0.25] * (count - 3)))
    assert len(some.reports) == count - 1 and len(some.candidates) == 1, "the least likely is not asked"
    none = resolve(article(), weighed(*[0.3] * count))
    assert none.reports == () and len(none.candidates) == count


def test_what_repeats_a_report_falls_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = record("Egypt arrested two men. Egypt arrested two men. " + REST).article
    assert len(sentences_of(twice)) > 2
    found = replace(read(twice, "lexicon"), weighed=True)
    assert len(found.reports) == 2
    for bar, published in ((0.5, 1), (0.99, 0)):
        monkeypatch.setattr(record_module, "load_standing", lambda bar=bar: Standing(bar, 0.2, {CONSTANT: 1.0}))
        assert len(resolve(twice, found).reports) == published


def test_the_shipped_weights_are_of_features_that_there_are() -> None:
    shipped, kinds = load_standing(), load_ontology().types
    one = sample()
    some = [replace(one, type=kind.name, status=status) for kind in kinds for status in Status]
    known = {name for other in some for name in features(other, [other], article())}
    assert set(shipped.weights) <= known
    assert 0 < shipped.asked <= shipped.published < 1


def test_what_else_an_article_tells_counts() -> None:
    first = sample()
    again = replace(first, id="rep-again", confidence=0.3)
    own = features(again, [again], article())
    beside = features(again, [again, first], article())
    changed = {name for name in own if own[name] != beside[name]}
    assert changed >= {"of its type", "of its word", "with its sides", "with its sides and status"}
    assert beside["surer with its sides"] == float(first.confidence > 0.3)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"actors": ()}, "no actor"),
        ({"recipients": ()}, "no recipient"),
        ({"actors": (), "recipients": ()}, "nobody"),
        ({"salience": Salience.BACKGROUND}, "background"),
        ({"status": Status.DENIED}, "status denied"),
    ],
)
def test_what_a_report_lacks_counts(change: dict[str, object], name: str) -> None:
    report = replace(sample(), **change)  # type: ignore[arg-type]
    base = Standing(0.5, 0.2, {CONSTANT: 0.0})
    weighted = Standing(0.5, 0.2, {CONSTANT: 0.0, name: -2.0})
    assert chance(report, [report], article(), base) == 0.5
    assert chance(report, [report], article(), weighted) < 0.2


# --- fitting ----------------------------------------------------------------------------------------


def made(count: int, flip: int | None = None) -> list[Told]:
    """Articles in which reports with the mark ``good`` tell events; in article ``flip`` those without it do."""
    rows = ({CONSTANT: 1.0, "good": 1.0}, {CONSTANT: 1.0})
    found = [np.array([0.0, 1.0] if at == flip else [1.0, 0.0]) for at in range(count)]
    return [Told(rows, one, one, 2) for one in found]


def test_a_fit_finds_what_tells() -> None:
    weights = weights_of(made(30), ["good", CONSTANT])
    assert weights["good"] > 1
    likely = [chances(one, weights) for one in made(30)]
    got = outcome(made(30), likely, 0.5)
    assert (got.precision, got.recall) == (1.0, 0.5)
    assert got.found_f1 == pytest.approx(2 / 3)


def test_chances_of_an_article_do_not_come_from_it() -> None:
    plain, flipped = left_out(made(20), ["good", CONSTANT]), left_out(made(20, flip=3), ["good", CONSTANT])
    assert (plain[3] == flipped[3]).all()
    assert (plain[4] != flipped[4]).any()
