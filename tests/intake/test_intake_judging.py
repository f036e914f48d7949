"""Reports as editors left them: what is rejected is gone, what is set is set, answers that clash give way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_maker import NOW, sample, words

from kawat.errors import InputError, UsageError
from kawat.intake.judging import (
    FIELDS,
    as_judged,
    judged_pairs,
    parsed,
    told_as_json,
    triggers_of,
    with_value,
    words_of,
)
from kawat.records import ActorKind, Granularity, Report, Salience, Span, Status, Telling
from kawat.store.judgements import Judgement, Kind, Words, moment_of

MET, CONDEMNED = sample(1).reports
TELLINGS = [Telling(sample(1).article, report) for report in (MET, CONDEMNED)]


def at(n: int) -> str:
    return moment_of(NOW + timedelta(seconds=n))


def change(field: str, value: str, n: int = 0, about: Words | None = None) -> Judgement:
    return Judgement(Kind.SET, about or words_of(TELLINGS[0]), "siti", at(n), field=field, value=value)


def value(field: str, told: str, report: Report = MET) -> Report:
    return with_value(report, field, told, "siti")


# --- values -----------------------------------------------------------------------------------------


def test_every_field_can_be_set() -> None:
    told = {
        "type": "aid", "mode": "phone", "status": "Denied", "salience": "background", "when": "2025-08-01",
        "where": "Surabaya", "who": "Russia", "whom": "none",
    }  # fmt: skip
    assert told.keys() == FIELDS.keys()
    changed = {field: value(field, text) for field, text in told.items()}
    assert (changed["type"].type, changed["type"].mode) == ("AID", None)
    assert (changed["mode"].type, changed["mode"].mode) == ("CONSULT", "phone")
    assert changed["status"].status is Status.DENIED
    assert changed["salience"].salience is Salience.BACKGROUND
    assert changed["whom"].recipients == ()
    for field, report in changed.items():
        others = {"type": "mode"} if field == "type" else {}
        names = {"when": "time", "where": "place", "who": "actors", "whom": "recipients"}
        touched = {names.get(field, field), *others.values()}
        back = replace(report, **{name: getattr(MET, name) for name in touched})
        assert back == MET, f"{field} changes only itself"


def test_a_day_is_set_with_who_set_it() -> None:
    time = value("when", "2025-08-01").time
    assert time is not None and MET.time is not None
    assert (time.start, time.end, time.granularity) == (date(2025, 8, 1), date(2025, 8, 1), Granularity.DAY)
    assert (time.said, time.resolved_by) == (MET.time.said, "editor siti")
    stretch = value("when", " 2025-08-01 / 2025-08-03 ").time
    assert stretch is not None
    assert (stretch.start, stretch.end, stretch.granularity) == (
        date(2025, 8, 1),
        date(2025, 8, 3),
        Granularity.RANGE,
    )
    assert value("when", "none").time is None


def test_places_are_looked_up_and_a_country_has_no_point() -> None:
    surabaya = value("where", "surabaya, idn").place
    assert surabaya is not None
    assert (surabaya.name, surabaya.country, surabaya.latitude is not None) == ("Surabaya", "IDN", True)
    assert MET.place is not None and surabaya.mention == MET.place.mention
    russia = value("where", "Rusia").place
    assert russia is not None
    assert (russia.name, russia.country, russia.precision, russia.latitude) == ("Russia", "RUS", "country", None)
    unknown = value("where", "Port Aru, IDN").place
    assert unknown is not None and (unknown.name, unknown.country, unknown.latitude) == ("Port Aru", "IDN", None)
    putin = value("where", "Putin").place
    assert putin is not None and putin.country is None, "a person is no place"


def test_actors_are_looked_up_and_the_unknown_keep_their_wording() -> None:
    actors = value("who", "Rusia; SWE ;Putin;The Harbour Choir; Paris").actors
    assert [(one.name, one.kind, one.country) for one in actors] == [
        ("Russia", ActorKind.STATE, "RUS"),
        ("Sweden", ActorKind.STATE, "SWE"),
        ("Vladimir Putin", ActorKind.PERSON, "RUS"),
        ("The Harbour Choir", ActorKind.UNKNOWN, None),
        ("France", ActorKind.STATE, "FRA"),
    ]
    assert {one.resolved_by for one in actors} == {"editor siti"}
    assert actors[0].id == "country:RUS" and actors[0].sector == "GOV"


@pytest.mark.parametrize(
    ("field", "told", "said"),
    [
        ("colour", "red", "there are: type, mode"),
        ("type", "PICNIC", "PICNIC"),
        ("mode", "missile", "has no mode"),
        ("status", "done", "one of: occurred"),
        ("salience", "big", "one of: main"),
        ("when", "yesterday", "is no day"),
        ("when", "2025-02-30", "is no day"),
        ("when", "2025-08-03/2025-08-01", "ends before it begins"),
        ("where", "Bandung, XXX", "no country code"),
        ("where", ", IDN", "names no place"),
        ("who", " ; ", "names nobody"),
        ("who", "  ", "needs a value"),
    ],
)
def test_values_that_can_not_be_are_refused(field: str, told: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        value(field, told)


# --- reports ----------------------------------------------------------------------------------------


def test_what_is_rejected_goes_and_the_rest_stays() -> None:
    gone = Judgement(Kind.REJECT, words_of(TELLINGS[0]), "siti", at(0))
    assert as_judged(TELLINGS, [gone]) == [TELLINGS[1]]
    elsewhere = replace(gone, words=Words("art-other", MET.trigger))
    assert as_judged(TELLINGS, [elsewhere]) == TELLINGS


def test_a_report_read_otherwise_is_known_by_its_words() -> None:
    wider = replace(MET, id="rep-other", trigger=Span(MET.trigger.start - 3, MET.trigger.end))
    tellings = [Telling(sample(1).article, wider), TELLINGS[1]]
    (first, second) = as_judged(tellings, [change("status", "denied")])
    assert (first.report.status, second) == (Status.DENIED, TELLINGS[1])


def test_a_value_is_set_in_the_order_of_fields_and_passed_over_where_it_does_not_fit() -> None:
    late_type = [change("mode", "disapprove", 1), change("type", "ACCUSE", 2)]
    (told, _) = as_judged(TELLINGS, late_type)
    assert (told.report.type, told.report.mode) == ("ACCUSE", "disapprove")
    (told, _) = as_judged(TELLINGS, late_type[:1])
    assert told == TELLINGS[0], "a mode of another type is passed over"


def test_copies_are_still_known_as_copies() -> None:
    copy = replace(TELLINGS[0], copy_of="art-first")
    assert as_judged([copy, TELLINGS[1]], [change("status", "denied")])[0].copy_of == "art-first"


# --- pairs ------------------------------------------------------------------------------------------

PLACES = {f"art-{n}": [(0, 4, f"rep-{n}")] for n in range(6)}


def said(kind: Kind, one: int, other: int, n: int) -> Judgement:
    return Judgement(kind, Words(f"art-{one}", Span(0, 4)), "siti", at(n), Words(f"art-{other}", Span(0, 4)))


def test_the_later_answers_hold_where_all_can_not() -> None:
    link, part = Kind.LINK, Kind.UNLINK
    first = [said(link, 0, 1, 1), said(link, 1, 2, 2), said(part, 0, 2, 3)]
    assert judged_pairs(first, PLACES) == {("rep-0", "rep-2"): False, ("rep-1", "rep-2"): True}
    last = [said(part, 0, 2, 1), said(link, 0, 1, 2), said(link, 1, 2, 3)]
    assert judged_pairs(last, PLACES) == {("rep-0", "rep-1"): True, ("rep-1", "rep-2"): True}


def test_pairs_with_a_report_that_does_not_count_are_left_out() -> None:
    both = [said(Kind.LINK, 0, 1, 1), said(Kind.LINK, 2, 3, 2)]
    assert judged_pairs(both, PLACES, {"rep-0", "rep-2", "rep-3"}) == {("rep-2", "rep-3"): True}
    assert judged_pairs([said(Kind.LINK, 0, 9, 1)], PLACES) == {}


def test_two_words_that_are_one_report_now_are_no_pair() -> None:
    one = Judgement(Kind.LINK, Words("art-0", Span(0, 2)), "siti", at(0), Words("art-0", Span(2, 4)))
    assert judged_pairs([one], PLACES) == {}


answers = st.lists(
    st.tuples(st.sampled_from([Kind.LINK, Kind.UNLINK]), st.integers(0, 5), st.integers(0, 5)).filter(
        lambda told: told[1] != told[2]
    ),
    max_size=12,
).map(lambda told: [said(kind, one, other, n) for n, (kind, one, other) in enumerate(told)])


@given(answers, st.randoms(use_true_random=False))
def test_answers_that_hold_agree_and_do_not_depend_on_order(given: list[Judgement], random: Any) -> None:
    held = judged_pairs(given, PLACES)
    group = {f"rep-{n}": {f"rep-{n}"} for n in range(6)}
    for one, other in (p for p, same in held.items() if same):
        joined = group[one] | group[other]
        for each in joined:
            group[each] = joined
    assert all(other not in group[one] for (one, other), same in held.items() if not same)
    if given:
        last = given[-1]
        assert held[min(_reports(last)), max(_reports(last))] is (last.kind is Kind.LINK)
    mixed = list(given)
    random.shuffle(mixed)
    assert judged_pairs(mixed, PLACES) == held


def _reports(one: Judgement) -> list[str]:
    assert one.other is not None
    return [f"rep-{w.article_id.removeprefix('art-')}" for w in (one.words, one.other)]


# --- as JSON ----------------------------------------------------------------------------------------

spans = st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(lambda p: Span(p[0], p[0] + p[1]))
some_words = st.builds(Words, words.filter(str.strip), spans)
editors = words.filter(str.strip)
moments = st.integers(0, 10**9).map(at)


@st.composite
def any_judgement(draw: st.DrawFn) -> Judgement:
    kind = draw(st.sampled_from(Kind))
    near, note = draw(some_words), draw(st.none() | words)
    if kind in (Kind.LINK, Kind.UNLINK):
        far = draw(some_words.filter(lambda one: one != near))
        return Judgement(kind, near, draw(editors), draw(moments), far, note=note)
    told = (draw(st.sampled_from(sorted(FIELDS))), draw(words)) if kind is Kind.SET else (None, None)
    return Judgement(kind, near, draw(editors), draw(moments), None, *told, note)


@given(any_judgement())
def test_a_judgement_survives_the_trip_through_json(one: Judgement) -> None:
    assert parsed(json.loads(json.dumps(told_as_json(one)))) == one


def test_other_spellings_of_a_moment_are_read() -> None:
    told = told_as_json(change("status", "denied"))
    for text in ("2025-08-20T09:30:00Z", "2025-08-20T16:30:00+07:00", "2025-08-20T09:30:00"):
        assert parsed({**told, "at": text}).at == "2025-08-20T09:30:00.000000Z"


GOOD = told_as_json(change("status", "denied"))


@pytest.mark.parametrize(
    "bad",
    [
        None, [], "link", {}, {**GOOD, "kind": "like"}, {**GOOD, "kind": ["set"]}, {**GOOD, "field": "colour"},
        {**GOOD, "words": {}}, {**GOOD, "words": {"article_id": "art-1"}},
        {**GOOD, "words": {"article_id": "art-1", "span": []}},
        {**GOOD, "words": {"article_id": "art-1", "span": {"start": 4, "end": 4}}},
        {**GOOD, "words": {"article_id": "art-1", "span": {"start": True, "end": 4}}},
        {**GOOD, "words": {"article_id": "art-1", "span": {"start": 0, "end": 10**30}}},
        {**GOOD, "at": "today"}, {**GOOD, "at": None}, {**GOOD, "editor": " "}, {**GOOD, "editor": 7},
        {**GOOD, "other": GOOD["words"]}, {**GOOD, "kind": "reject"}, {**GOOD, "value": None},
        {**GOOD, "value": "\ud800"},
    ],
)  # fmt: skip
def test_lines_that_are_no_judgement_are_refused(bad: Any) -> None:
    with pytest.raises(InputError, match="kawat judgements --json"):
        parsed(bad)


def test_triggers_are_those_of_every_report() -> None:
    assert [report for _, _, report in triggers_of(TELLINGS)[sample(1).article.id]] == [MET.id, CONDEMNED.id]
