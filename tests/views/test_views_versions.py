"""The versions of an event: what is one value, what differs, what contradicts, who is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from event_maker import (
    AUGUST,
    HERE,
    KCNA,
    KIM,
    KOREA,
    KREMLIN,
    MONDAY,
    OFFICIALS,
    PUTIN,
    RUSSIA,
    TRUMP,
    TUESDAY,
    UKRAINE,
    WEDNESDAY,
    dead,
    event,
    on,
    person,
    place,
    state,
    telling,
)
from hypothesis import given
from hypothesis import strategies as st

from kawat.ontology import load_ontology
from kawat.records import Actor, ActorKind, Counted, Event, Granularity, Quantity, Status, Telling, Time
from kawat.views.accounts import AccountKind, Side, accounts_of, parties
from kawat.views.pairs import may_mean
from kawat.views.sentence import best_what, named_actors, sentence_of
from kawat.views.spoken import spoken_of
from kawat.views.values import FieldName, What, When, kilometres
from kawat.views.versions import Field, Standing, fields_of, versions_of
from kawat.views.voices import count_independent, count_voices, independent, side_of
from kawat.views.wording import verb_of, within_sentence

SINGLE, AGREED, DIFFERS = Standing.SINGLE, Standing.AGREED, Standing.DIFFERS
CONTRADICTED, RISING, HISTORY = Standing.CONTRADICTED, Standing.RISING, Standing.HISTORY


def field(name: FieldName, *tellings: Telling, **more: Any) -> Field:
    found = versions_of(event(*tellings, **more)).field(name)
    assert found is not None
    return found


def names(found: Field) -> list[str]:
    return [value.told.name for value in found.values if isinstance(value.told, Actor)]


# --- voices and sources -----------------------------------------------------------------------------


def test_copies_and_one_outlet_count_once() -> None:
    told = [telling(1), telling(2, copy_of="art-x"), telling(3, copy_of="art-x"), telling(4, outlet="outlet 1")]
    assert count_independent(told) == 2
    known = versions_of(event(*told)).corroboration
    assert (known.independent, known.copies, len(known.outlets)) == (2, 1, 4)


def test_all_that_speak_for_one_state_are_one_voice() -> None:
    minister = person("Sergei Lavrov", "RUS", id="person:lavrov")
    told = [telling(n, voices=(one,)) for n, one in enumerate((minister, KREMLIN, KIM))]
    assert not independent(told[0], told[1]) and independent(told[0], told[2])
    assert count_voices(told) == 2
    analyst = replace(minister, id="person:analyst", sector="ACA")
    assert independent(told[1], telling(9, voices=(analyst,)))


def test_a_voice_is_the_same_wherever_it_is_printed_and_the_outlet_is_another() -> None:
    assert count_voices([telling(n, voices=(PUTIN,)) for n in (1, 2, 3)]) == 1
    assert independent(telling(1), telling(1, voices=(PUTIN,)))
    assert not independent(telling(1, copy_of="art-x"), telling(2, copy_of="art-x"))
    assert independent(telling(1, voices=(OFFICIALS,)), telling(2, voices=(OFFICIALS,)))
    assert not independent(telling(1, voices=(KCNA, KIM)), telling(2, voices=(KIM,)))


def test_the_innermost_voice_tells_the_side() -> None:
    told = telling(1, voices=(KREMLIN, KIM))
    assert side_of(told, ("RUS", "PRK")) == "PRK"
    assert side_of(told, ("RUS", "USA")) == "RUS"
    assert side_of(told, ("USA",)) is None and side_of(telling(1), ("RUS",)) is None


# --- values that are one ----------------------------------------------------------------------------


def test_every_value_has_its_reports_voices_outlets_and_days() -> None:
    one = telling(1, voices=(KREMLIN,), published=MONDAY)
    copy = telling(2, voices=(KREMLIN,), published=WEDNESDAY, copy_of=one.article.id)
    own = telling(3, published=TUESDAY)
    (value,) = field(FieldName.WHEN, replace(one, copy_of=one.article.id), own, copy).values
    assert value.reports == ("rep-0001", "rep-0003", "rep-0002")
    assert value.outlets == ("Outlet 1", "Outlet 3", "Outlet 2")
    assert [chain for chain, _ in value.voices] == [(KREMLIN,), ()]
    assert (value.independent, value.first_published, value.last_published) == (2, MONDAY, WEDNESDAY)


@pytest.mark.parametrize(
    "other",
    [
        person("Presiden AS", "USA", id="person:trump"),
        person("Mr Trump", "USA"),
        person("Trump"),
        person("Presiden Donald Trump", "USA"),
    ],
)
def test_names_of_one_person_are_one_value(other: Actor) -> None:
    who = field(
        FieldName.WHO, telling(1, actors=(TRUMP,)), telling(2, actors=(other,)), telling(3, actors=(TRUMP,))
    )
    assert (names(who), who.standing) == (["Donald Trump"], AGREED)
    assert who.values[0].independent == 3


@pytest.mark.parametrize(
    "other",
    [
        person("Mr Trump", "CAN"),
        person("Eric Trump", "USA", id="person:eric"),
        person("Melania", "USA"),
        person("Menteri Luar Negeri Sugiono", "IDN"),
    ],
)
def test_others_stay_others(other: Actor) -> None:
    who = field(FieldName.WHO, telling(1, actors=(TRUMP,)), telling(2, actors=(other,)))
    assert sorted(names(who)) == sorted(["Donald Trump", other.name])


def test_a_name_at_the_end_of_a_description_is_that_name() -> None:
    one, other = person("a driver, Affan Kurniawan"), person("pengemudi Affan Kurniawan", "IDN", sector="CVL")
    who = field(FieldName.WHOM, telling(1, recipients=(one,)), telling(2, recipients=(other,)))
    assert len(who.values) == 1
    assert isinstance(who.values[0].told, Actor) and who.values[0].told.country == "IDN"
    sister = person("a driver, Zaitun Kurniawan", "IDN")
    assert len(field(FieldName.WHOM, telling(1, recipients=(one,)), telling(2, recipients=(sister,))).values) == 2


def test_a_name_that_fits_two_stays_by_itself() -> None:
    eric = person("Eric Trump", "USA", id="person:eric")
    who = field(FieldName.WHO, *(telling(n, actors=(one,)) for n, one in enumerate((TRUMP, eric, person("Trump")))))
    assert sorted(names(who)) == ["Donald Trump", "Eric Trump", "Trump"]


def test_a_state_and_who_acts_for_it_are_one_and_its_forces_by_any_description() -> None:
    who = field(FieldName.WHO, telling(1, actors=(RUSSIA,)), telling(2, actors=(PUTIN,)))
    assert (names(who), who.standing) == (["Vladimir Putin"], AGREED)
    troops = Actor("Russian troops", ActorKind.GROUP, HERE, country="RUS", sector="MIL")
    soldiers = Actor("tentara Rusia", ActorKind.PERSON, HERE, country="RUS", sector="MIL")
    assert len(field(FieldName.WHO, telling(1, actors=(troops,)), telling(2, actors=(soldiers,))).values) == 1
    others = replace(soldiers, country="UKR")
    assert len(field(FieldName.WHO, telling(1, actors=(troops,)), telling(2, actors=(others,))).values) == 2


def test_to_name_fewer_is_no_difference() -> None:
    both, one, other = (PUTIN, KIM), (PUTIN,), (KIM,)
    assert field(FieldName.WHO, telling(1, actors=both), telling(2, actors=one)).standing is AGREED
    assert field(FieldName.WHO, telling(1, actors=other), telling(2, actors=one)).standing is DIFFERS
    assert field(FieldName.WHO, telling(1, actors=both)).standing is SINGLE


def test_sides_of_what_is_mutual_have_no_direction() -> None:
    there = telling(1, type="CONSULT", actors=(PUTIN,), recipients=(KIM,))
    back = telling(2, type="CONSULT", actors=(KIM,), recipients=(PUTIN,))
    versions = versions_of(event(there, back))
    assert versions.field(FieldName.WHOM) is None
    who = versions.field(FieldName.WHO)
    assert who is not None and who.standing is AGREED and len(who.values) == 2
    against = (telling(1), telling(2, actors=(UKRAINE,), recipients=(RUSSIA,)))
    assert field(FieldName.WHO, *against).standing is DIFFERS


# --- when -------------------------------------------------------------------------------------------


def test_a_month_agrees_with_a_day_in_it() -> None:
    when = field(FieldName.WHEN, telling(1, time=AUGUST), telling(2))
    assert (len(when.values), when.standing) == (1, AGREED)
    assert isinstance(when.values[0].told, When) and when.values[0].told.first == MONDAY
    two = field(FieldName.WHEN, telling(1, time=AUGUST), telling(2), telling(3, time=on(TUESDAY)))
    assert (len(two.values), two.standing, len(two.clashes)) == (3, CONTRADICTED, 1)
    assert {value.told.first for value in two.contradicted if isinstance(value.told, When)} == {MONDAY, TUESDAY}


def test_since_a_day_agrees_with_later_days() -> None:
    since = Time(MONDAY, None, Granularity.RANGE)
    assert field(FieldName.WHEN, telling(1, time=since), telling(2, time=on(WEDNESDAY))).standing is AGREED


def test_days_of_what_happened_contradict_one_another_only_between_independent_voices() -> None:
    apart = field(FieldName.WHEN, telling(1), telling(2, time=on(TUESDAY)))
    assert (apart.standing, apart.clashes) == (CONTRADICTED, ((0, 1),))
    assert {value.independent for value in apart.contradicted} == {1}
    one_voice = (telling(1, voices=(KREMLIN,)), telling(2, voices=(PUTIN, KREMLIN), time=on(TUESDAY)))
    assert field(FieldName.WHEN, *one_voice).standing is DIFFERS
    copies = (telling(1, copy_of="art-x"), telling(2, copy_of="art-x", time=on(TUESDAY)))
    assert field(FieldName.WHEN, *copies).standing is DIFFERS
    overlapping = (telling(1, time=on(MONDAY, TUESDAY)), telling(2, time=on(TUESDAY, WEDNESDAY)))
    assert field(FieldName.WHEN, *overlapping).standing is DIFFERS
    month = Time(MONDAY - timedelta(days=41), MONDAY - timedelta(days=11), Granularity.MONTH)
    assert field(FieldName.WHEN, telling(1), telling(2, time=month)).standing is DIFFERS


def test_a_plan_that_moves_is_a_history() -> None:
    old = telling(1, time=on(TUESDAY), status=Status.PLANNED, published=MONDAY)
    new = telling(2, time=on(WEDNESDAY), status=Status.PLANNED, published=TUESDAY)
    done = telling(3, time=on(WEDNESDAY), published=WEDNESDAY)
    assert field(FieldName.WHEN, old, new).standing is HISTORY
    assert field(FieldName.WHEN, old, done).standing is HISTORY
    assert (
        field(FieldName.WHEN, telling(1, time=on(TUESDAY), status=Status.PLANNED, published=TUESDAY), new).standing
        is DIFFERS
    )


# --- status -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        (["occurred", "occurred"], AGREED),
        (["planned", "occurred"], HISTORY),
        (["possible", "planned", "occurred"], HISTORY),
        (["ongoing", "occurred"], HISTORY),
        (["occurred", "planned"], DIFFERS),
        (["planned", "possible"], DIFFERS),
        (["planned", "denied"], DIFFERS),
        (["occurred", "denied"], CONTRADICTED),
        (["denied", "ongoing"], CONTRADICTED),
        (["planned", "occurred", "denied"], CONTRADICTED),
    ],
)
def test_statuses_told_day_after_day(told: list[str], standing: Standing) -> None:
    tellings = [telling(n, status=Status(one), published=MONDAY + timedelta(days=n)) for n, one in enumerate(told)]
    assert field(FieldName.STATUS, *tellings).standing is standing


def test_a_denial_in_the_same_article_by_another_voice_contradicts_and_by_the_same_voice_does_not() -> None:
    said = telling(1, tag="a", voices=(KIM,))
    denied = telling(1, tag="b", voices=(KREMLIN,), status=Status.DENIED)
    assert field(FieldName.STATUS, said, denied).standing is CONTRADICTED
    assert field(FieldName.STATUS, telling(1, voices=(KREMLIN,)), denied).standing is DIFFERS


# --- what, where ------------------------------------------------------------------------------------


def test_no_mode_agrees_with_a_mode() -> None:
    plain, drone, aerial = (telling(n, mode=mode) for n, mode in enumerate((None, "drone", "aerial")))
    one = field(FieldName.WHAT, plain, drone)
    assert ([value.told for value in one.values], one.standing) == ([What("ASSAULT", "drone")], AGREED)
    assert field(FieldName.WHAT, drone, aerial).standing is DIFFERS
    assert field(FieldName.WHAT, plain, telling(5, type="COERCE"), type="ASSAULT").standing is DIFFERS


def test_places() -> None:
    kyiv = place("Kyiv", latitude=50.45, longitude=30.52, precision="point")
    suburb = place("Brovary", latitude=50.51, longitude=30.79, precision="point")
    lviv = place("Lviv", latitude=49.84, longitude=24.03, precision="point")
    country = place("Ukraine", latitude=49.0, longitude=32.0, precision="country")

    def where(*places: Any) -> Field:
        return field(FieldName.WHERE, *(telling(n, place=one) for n, one in enumerate(places)))

    assert (where(kyiv, suburb).standing, len(where(kyiv, suburb).values)) == (AGREED, 1)
    assert (where(kyiv, country).standing, len(where(kyiv, country).values)) == (AGREED, 1)
    assert (where(kyiv, lviv).standing, where(kyiv, lviv).clashes) == (DIFFERS, ())
    assert where(kyiv, place("Russia", "RUS", precision="country")).standing is DIFFERS
    apart = kilometres(kyiv, lviv)
    assert apart is not None and 460 < apart < 480
    assert kilometres(kyiv, country) is None


# --- figures ----------------------------------------------------------------------------------------


def figures(*told: tuple[Quantity, Any], **more: Any) -> Field:
    tellings = [telling(n, quantities=(one,), published=day, **more) for n, (one, day) in enumerate(told)]
    return field(FieldName.FIGURES, *tellings)


def test_figures_of_one_day_that_do_not_meet_contradict() -> None:
    found = figures((dead(21), TUESDAY), (dead(34), TUESDAY))
    assert (found.standing, found.counted, found.unit) == (CONTRADICTED, Counted.KILLED, None)
    assert figures((dead(34), MONDAY), (dead(21), TUESDAY)).standing is CONTRADICTED
    assert figures((dead(21), TUESDAY), (dead(34), TUESDAY), voices=(KREMLIN,)).standing is DIFFERS


def test_a_toll_that_rises_with_publication_is_no_contradiction() -> None:
    assert figures((dead(21), MONDAY), (dead(34), TUESDAY), (dead(36), WEDNESDAY)).standing is RISING
    assert figures((dead(min=21), MONDAY), (dead(34), TUESDAY)).standing is RISING
    early, late = (datetime(2025, 8, 12, hour, tzinfo=UTC) for hour in (6, 18))
    assert figures((dead(21), early), (dead(34), late)).standing is RISING
    assert figures((dead(34), early), (dead(21), late)).standing is CONTRADICTED
    money = [Quantity("USD", Counted.MONEY, HERE, value=n) for n in (5.0, 9.0)]
    assert figures((money[0], MONDAY), (money[1], TUESDAY)).standing is CONTRADICTED


def test_a_late_copy_of_an_early_toll_takes_nothing_back() -> None:
    first = telling(1, quantities=(dead(21),), published=MONDAY, copy_of="art-x")
    second = telling(2, quantities=(dead(34),), published=TUESDAY)
    copy = telling(3, quantities=(dead(21),), published=WEDNESDAY, copy_of="art-x")
    assert field(FieldName.FIGURES, first, second, copy).standing is RISING


def test_bounds_and_roundings_that_meet_agree() -> None:
    assert figures((dead(34), TUESDAY), (dead(min=30), TUESDAY)).standing is AGREED
    rounded = figures((dead(200, approximate=True), TUESDAY), (dead(195), TUESDAY))
    assert (rounded.standing, len(rounded.values)) == (AGREED, 1)
    assert rounded.values[0].told == dead(195)
    assert figures((dead(200, approximate=True), TUESDAY), (dead(150), TUESDAY)).standing is CONTRADICTED
    assert figures((dead(max=10), TUESDAY), (dead(min=11), TUESDAY)).standing is CONTRADICTED


def test_only_figures_of_one_thing_are_compared() -> None:
    hurt = Quantity("people", Counted.INJURED, HERE, value=90)
    ships, boats = (Quantity(unit, Counted.OTHER, HERE, value=n) for unit, n in (("ships", 2), ("boats", 3)))
    versions = versions_of(event(telling(1, quantities=(dead(21), ships)), telling(2, quantities=(hurt, boats))))
    women, prisoners = (
        Quantity(unit, Counted.PEOPLE, HERE, value=n) for unit, n in (("women", 2), ("prisoners", 3))
    )
    assert not versions_of(
        event(telling(1, quantities=(women,)), telling(2, quantities=(prisoners,)))
    ).contradictions
    told = [(one.counted, one.unit) for one in versions.fields if one.name is FieldName.FIGURES]
    assert told == [
        (Counted.KILLED, None),
        (Counted.INJURED, None),
        (Counted.OTHER, "boats"),
        (Counted.OTHER, "ships"),
    ]
    assert not versions.contradictions


def test_a_part_in_the_same_report_and_the_dead_of_another_country_contradict_nothing() -> None:
    part = telling(1, quantities=(dead(20), dead(min=33)))
    assert field(FieldName.FIGURES, part, telling(2, quantities=(dead(34),))).standing is AGREED
    here = telling(1, quantities=(dead(21),), place=place("Surin", "THA"))
    there = telling(2, quantities=(dead(13),), place=place("Oddar", "KHM"))
    assert field(FieldName.FIGURES, here, there).standing is DIFFERS


# --- the accounts -----------------------------------------------------------------------------------


def call(n: int, **more: Any) -> Telling:
    given = {"type": "CONSULT", "mode": "phone", "actors": (PUTIN, KIM), "recipients": (), "symmetric": True}
    return telling(n, **given | more)


def test_a_side_that_takes_part_and_says_nothing_is_silent() -> None:
    accounts = accounts_of(event(call(1, voices=(KREMLIN,)), call(2)))
    assert accounts.silent == ("PRK",)
    assert [(one.kind, one.country) for one in accounts.accounts] == [
        (AccountKind.SIDE, "RUS"),
        (AccountKind.OUTLET, None),
    ]
    assert accounts_of(event(call(1, voices=(KREMLIN,)), call(2, voices=(KCNA, KIM)))).silent == ()


def test_every_telling_stands_in_one_account_and_copies_are_folded() -> None:
    copy = call(3, copy_of="art-x", published=WEDNESDAY)
    tellings = (call(1, voices=(KREMLIN,)), call(2, copy_of="art-x"), copy, call(4, voices=(OFFICIALS,)), call(5))
    accounts = accounts_of(event(*tellings)).accounts
    assert sorted(t.report.id for one in accounts for t in one.tellings) == [t.report.id for t in tellings]
    folded = next(one for one in accounts if copy in one.tellings)
    assert (folded.outlets, folded.also_at) == (("Outlet 2",), ("Outlet 3",))
    assert [one.kind.value for one in accounts] == ["side", "voice", "outlet", "outlet"]


def side(country: str, event: Event, *others: Event) -> Side:
    return next(one for one in accounts_of(event, others).sides if one.country == country)


def test_what_a_side_leaves_out() -> None:
    kremlin = call(1, tag="a", voices=(KREMLIN,), place=place("Vladivostok", "RUS"), quantities=(dead(3),))
    told = event(kremlin, call(2, tag="a", voices=(KCNA, KIM)))
    assert side("PRK", told).left_out == ("where", "figures")
    assert side("RUS", told).left_out == () and side("RUS", told).untold == ()
    assert side("PRK", event(kremlin)).left_out == ()  # silent: there is no account that could leave out


def test_other_events_of_the_same_articles_that_only_one_side_tells() -> None:
    told = event(call(1, tag="a", voices=(KREMLIN,)), call(2, tag="a", voices=(KCNA, KIM)))
    summit = event(call(1, tag="b", mode="visit", status=Status.PLANNED, voices=(KREMLIN,)), id="evt-summit")
    deal = event(call(1, tag="c", type="AGREE", mode=None, voices=(KREMLIN,)), id="evt-deal")
    own = event(call(1, tag="d", voices=()), id="evt-own")
    elsewhere = event(call(7, tag="e", voices=(KREMLIN,)), id="evt-elsewhere")
    korea = side("PRK", told, summit, deal, own, elsewhere, told)
    assert [(one.event.id, one.told_by) for one in korea.untold] == [("evt-summit", "RUS"), ("evt-deal", "RUS")]
    assert korea.left_out == ("agreement",)
    assert side("RUS", told, summit, deal).untold == ()
    both = event(*summit.tellings, call(2, tag="b", mode="visit", voices=(KIM,)), id="evt-summit")
    assert side("PRK", told, both).untold == ()


def test_parties_are_states_those_that_most_sources_name_first() -> None:
    un = Actor("UN", ActorKind.ORGANISATION, HERE, id="body:un", country="UNO")
    told = event(telling(1, recipients=(UKRAINE, KOREA)), telling(2), telling(3, actors=(un,)))
    assert parties(told) == ("UKR", "RUS", "PRK")


# --- the sentence -----------------------------------------------------------------------------------


def test_the_sentence() -> None:
    told = event(call(1, voices=(KREMLIN,), place=place("Vladivostok", "RUS")), call(2))
    assert sentence_of(told) == {
        "en": "Vladimir Putin and Kim Jong Un spoke by phone or remotely on 11 August 2025 in Vladivostok "
        "(one source), according to 2 independent sources.",
        "id": "Vladimir Putin dan Kim Jong Un berbicara lewat telepon atau jarak jauh pada 11 Agustus 2025 di "
        "Vladivostok (satu sumber), menurut 2 sumber independen.",
    }


@pytest.mark.parametrize(
    ("tellings", "en"),
    [
        ([telling(1)], "Russia attacked Ukraine on 11 August 2025, according to Outlet 1 alone."),
        (
            [telling(1, status=Status.PLANNED, time=AUGUST)],
            "Planned: Russia to attack Ukraine in August 2025, according to Outlet 1 alone.",
        ),
        (
            [telling(1, status=Status.DENIED, time=None, actors=())],
            "Denied: a party that is not named attacking Ukraine, according to Outlet 1 alone.",
        ),
        (
            [telling(1, status=Status.POSSIBLE, time=on(MONDAY, WEDNESDAY))],
            "Possible, not certain: Russia attacking Ukraine between 11 August 2025 and 13 August 2025, "
            "according to Outlet 1 alone.",
        ),
        (
            [telling(1), telling(2, time=on(TUESDAY))],
            "Russia attacked Ukraine on 11 August 2025 or 12 August 2025, according to 2 independent sources.",
        ),
        (
            [telling(1, copy_of="x"), telling(2, copy_of="x")],
            "Russia attacked Ukraine on 11 August 2025, according to one source, Outlet 1 and 1 that copied it.",
        ),
        (
            [telling(1, actors=(UKRAINE,), recipients=()), telling(2, recipients=())],
            "Ukraine or Russia attacked on 11 August 2025, according to 2 independent sources.",
        ),
        (
            [telling(1, time=None, place=place("Ukraine", "UKR"))],
            "Russia attacked Ukraine, according to Outlet 1 alone.",
        ),
        (
            [telling(1, status=Status.ONGOING, time=None)],
            "Under way: Russia attacking Ukraine, according to Outlet 1 alone.",
        ),
    ],
)
def test_sentences(tellings: list[Telling], en: str) -> None:
    assert sentence_of(event(*tellings))["en"] == en


def troops(name: str, country: str | None, sector: str | None = "MIL") -> Actor:
    return Actor(name, ActorKind.GROUP, HERE, country=country, sector=sector)


FIGHT: dict[str, Any] = {"actors": (RUSSIA, UKRAINE), "recipients": (), "symmetric": True}
USA, ARMY = state("USA", "United States"), troops("army commanders", "RUS")
TWO = "according to 2 independent sources."


@pytest.mark.parametrize(
    ("tellings", "en"),
    [
        (  # no report tells whom the one attacked, nor who the other
            [telling(1, actors=(), recipients=(troops("a Russian base", "RUS"),)), telling(2, recipients=())],
            f"Russia attacked (one source) on 11 August 2025, {TWO}",
        ),
        (
            [telling(1, actors=(USA,), recipients=(), time=None), telling(2, actors=(), recipients=(TRUMP,))],
            f"United States attacked (one source) on 11 August 2025 (one source), {TWO}",
        ),
        (
            [telling(n, actors=(), recipients=(TRUMP,)) for n in (1, 2)] + [telling(3, recipients=())],
            f"A party that is not named attacked Donald Trump on 11 August 2025, {TWO.replace('2', '3')}",
        ),
        (  # most tell that both fought
            [
                telling(1, actors=(RUSSIA, troops("F-16 fighter", None, "UAF")), recipients=(ARMY,)),
                telling(2, **FIGHT),
                telling(3, **FIGHT),
            ],
            f"Russia and Ukraine attacked on 11 August 2025, {TWO.replace('2', '3')}",
        ),
        (  # whom one report sets against nobody is left out
            [telling(1), telling(2, actors=(), recipients=(KIM,))],
            f"Russia attacked Ukraine (one source) on 11 August 2025, {TWO}",
        ),
        (
            [telling(1), telling(2, recipients=(KIM,))],
            f"Russia attacked Ukraine or Kim Jong Un on 11 August 2025, {TWO}",
        ),
        (  # a state counts as somebody known by name who acts for it, not as its planes
            [telling(1, actors=(PUTIN,)), telling(2, recipients=(KIM,))],
            f"Vladimir Putin attacked Ukraine or Kim Jong Un on 11 August 2025, {TWO}",
        ),
        (
            [telling(1, actors=(troops("Sekitar 200 pesawat Rusia", "RUS"),)), telling(2, recipients=(ARMY,))],
            f"Sekitar 200 pesawat Rusia attacked Ukraine (one source) on 11 August 2025, {TWO}",
        ),
        (
            [telling(1), telling(2, recipients=())],
            f"Russia attacked Ukraine on 11 August 2025, {TWO}",
        ),
    ],
)
def test_a_sentence_joins_only_sides_that_a_report_sets_against_one_another(
    tellings: list[Telling], en: str
) -> None:
    assert sentence_of(event(*tellings))["en"] == en


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("At least 11 Thai civilians", "at least 11 Thai civilians"),
        ("Sekitar 200 pesawat tempur", "sekitar 200 pesawat tempur"),
        ("Ribuan orang", "ribuan orang"),
        ("The ship", "the ship"),
        ("Warga setempat", "warga setempat"),
        ("a petrol station in", "a petrol station"),
        ("kapal di", "kapal"),
        ("The Hague", "The Hague"),
        ("Chinese ships", "Chinese ships"),
        ("Assad's forces", "Assad's forces"),
        ("Lima", "Lima"),
        ("Boeing 737", "Boeing 737"),
        ("US forces", "US forces"),
        ("in", "in"),
    ],
)
def test_what_describes_somebody_fits_into_a_sentence(name: str, within: str) -> None:
    assert within_sentence(name) == within


def test_a_sentence_has_no_word_twice_and_no_capital_within() -> None:
    station = Actor("a petrol station in", ActorKind.UNKNOWN, HERE)
    told = event(telling(1, recipients=(station,), time=None, place=place("Sisaket", "THA")))
    assert " attacked a petrol station in Sisaket, " in sentence_of(told)["en"]
    civilians = troops("At least 11 Thai civilians", "THA", "CVL")
    assert "attacked at least 11 Thai civilians " in sentence_of(event(telling(1, recipients=(civilians,))))["en"]
    assert sentence_of(event(telling(1, actors=(civilians,))))["en"].startswith("At least 11 Thai civilians att")


def test_every_type_and_mode_has_words() -> None:
    for known in load_ontology().types:
        for mode in (None, *(one.name for one in known.modes)):
            verb = verb_of(known.name, mode)
            assert verb is not None and all((verb.past, verb.base, verb.ing, verb.id)), (known.name, mode)
    assert verb_of("ASSAULT", "drone") == verb_of("ASSAULT", None) and verb_of("DANCE", None) is None


def test_those_who_attack_one_another_fight() -> None:
    fought, attacked = verb_of("ASSAULT", "drone", mutual=True), verb_of("ASSAULT", None)
    assert fought is not None and attacked is not None
    assert (fought.past, fought.id, attacked.past) == ("fought", "bertempur", "attacked")
    assert verb_of("ASSAULT", "abduct", mutual=True) == verb_of("ASSAULT", "abduct")
    assert verb_of("CONSULT", None, mutual=True) == verb_of("CONSULT", None)
    assert "dance" in sentence_of(event(telling(1, type="DANCE")))["en"].lower()


def test_a_sentence_names_whom_most_tell_each_once() -> None:
    leader = person("the leader", "RUS")
    rare = person("Sergei Lavrov", "RUS", id="person:lavrov")
    told = event(
        call(1, actors=(PUTIN, KIM, leader)), call(2, actors=(RUSSIA, KIM)), call(3, actors=(PUTIN, KIM, rare))
    )
    named = [one.name for one in named_actors(versions_of(told), FieldName.WHO)]
    assert named == ["Kim Jong Un", "Vladimir Putin"]


def test_the_mode_that_at_least_half_tell() -> None:
    told = [call(1), call(2, mode=None)]
    assert best_what(versions_of(event(*told))).mode == "phone"
    assert best_what(versions_of(event(*told, call(3, mode=None)))).mode is None


# --- properties -------------------------------------------------------------------------------------


def any_tellings() -> st.SearchStrategy[list[Telling]]:
    actors = st.lists(st.sampled_from([RUSSIA, PUTIN, KIM, KOREA, person("Kim", "PRK"), state("USA")]), max_size=3)
    times = st.sampled_from([None, on(MONDAY), on(TUESDAY), AUGUST, Time(MONDAY, None, Granularity.RANGE)])
    tolls = st.lists(st.builds(dead, st.sampled_from([3.0, 5.0]), approximate=st.booleans()), max_size=2)
    one = st.fixed_dictionaries(
        {
            "actors": actors.map(tuple),
            "time": times,
            "quantities": tolls.map(tuple),
            "status": st.sampled_from(Status),
            "published": st.sampled_from([None, MONDAY, TUESDAY]),
            "voices": st.sampled_from([(), (KREMLIN,), (KIM,), (KCNA, KIM)]),
            "copy_of": st.sampled_from([None, "art-a"]),
            "mode": st.sampled_from([None, "drone"]),
        }
    )
    return st.lists(one, min_size=1, max_size=6).map(
        lambda told: [telling(n, **values) for n, values in enumerate(told)]
    )


@given(any_tellings())
def test_no_report_is_lost_and_nothing_is_told_that_no_report_tells(told: list[Telling]) -> None:
    for found in versions_of(event(*told)).fields:
        assert found.values
        for value in found.values:
            assert value.reports and value.independent >= 1
        assert (found.standing is CONTRADICTED) == bool(found.clashes)
        in_field = {report for value in found.values for report in value.reports}
        if found.name in (FieldName.WHAT, FieldName.STATUS):
            assert in_field == {one.report.id for one in told}
        if found.name is FieldName.WHEN:
            assert in_field == {one.report.id for one in told if one.report.time is not None}


@given(any_tellings(), st.randoms(use_true_random=False))
def test_the_order_of_the_tellings_does_not_matter(told: list[Telling], dice: Any) -> None:
    shuffled = list(told)
    dice.shuffle(shuffled)

    def standings(tellings: list[Telling]) -> list[Any]:
        return [
            (one.name, one.counted, one.standing, sorted(sorted(value.reports) for value in one.values))
            for one in fields_of(tellings, mutual=False)
        ]

    assert standings(told) == standings(shuffled)


recipients = st.lists(st.sampled_from([UKRAINE, KIM, PUTIN, OFFICIALS]), max_size=2).map(tuple)


@given(any_tellings(), st.lists(recipients, min_size=6))
def test_sides_that_a_sentence_joins_stand_together_in_a_report(
    told: list[Telling], whom: list[tuple[Actor, ...]]
) -> None:
    both = [replace(t, report=replace(t.report, recipients=some)) for t, some in zip(told, whom, strict=False)]
    versions = versions_of(event(*both))
    said = spoken_of(versions, *(named_actors(versions, name) for name in (FieldName.WHO, FieldName.WHOM)))

    def together(who: Actor, whom: Actor) -> bool:
        return any(
            any(may_mean(a, who) for a in t.report.actors) and any(may_mean(b, whom) for b in t.report.recipients)
            for t in both
        )

    if said.who and said.whom:
        assert all(any(together(a, b) for b in said.whom) for a in said.who)
        assert all(any(together(a, b) for a in said.who) for b in said.whom)


@given(any_tellings())
def test_accounts_share_out_the_tellings(told: list[Telling]) -> None:
    accounts = accounts_of(event(*told))
    shared = sorted(t.report.id for one in accounts.accounts for t in one.tellings)
    assert shared == sorted(one.report.id for one in told)
    assert sentence_of(event(*told))["en"].endswith(".")
    speaking = {one.country for one in accounts.accounts if one.kind is AccountKind.SIDE}
    assert {one.country for one in accounts.sides if not one.silent} == speaking


def test_a_country_as_place_stands_in_the_language_of_the_sentence() -> None:
    talks = event(telling(1, place=place("Cambodia", "KHM", precision="country")))
    assert " in Cambodia" in sentence_of(talks)["en"]
    assert " di Kamboja" in sentence_of(talks)["id"]
    town = event(telling(1, place=place("Siem Reap", "KHM", precision="point")))
    assert " di Siem Reap" in sentence_of(town)["id"]
