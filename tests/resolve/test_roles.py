"""Whose a role noun is where no country stands beside it: named around it, of home, owned; or nobody's."""

from __future__ import annotations

import pytest
from test_actors import last, resolved

HOME_IS_PERU = "[state Peru] waits. [state Peru] votes. [state Peru] counts. "


def country(text: str, words: str, language: str = "en") -> str | None:
    """The country of the last mention of these words."""
    return [actors[0].country for said, actors in resolved(text, language=language) if said == words][-1]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[state Chad] closed a road as [role the police] looked on.", "TCD"),
        ("en", "[state Chad] closed a road, and [role the opposition] protested.", "TCD"),
        # of the sentence before they are as often as not of another
        ("en", "[state Norway] saw it. [state Chad] closed a road. [role The police] said so.", None),
        # but whoever governs is of the state that was named first
        ("en", "[state Norway] saw it. [state Chad] closed a road. [role The government] said so.", "NOR"),
        # who fights, works or protests is of no country by being told of near it
        ("en", "[state Chad] will not talk to [role the rebels].", None),
        ("id", "[state Norwegia] tidak akan berunding dengan [role para pemberontak].", None),
        ("en", "[state Chad] said so. [role Protesters] burned a car.", None),
        ("en", "[state Norway] sent an envoy. [role Workers] were freed.", None),
        # nor who is posted abroad
        ("id", "[state Norwegia] marah. Massa menyerang [role konsulat].", None),
        # whose own words tell where they are or come from
        ("en", "[state Norway] waits. [role Naval forces] from nine countries met.", None),
        ("en", "[state Norway] waits. [role Troops] in the old capital shot.", None),
        # nor who is of several countries
        ("en", "[state Chad] waits. [role Coalition forces] bombed a road.", None),
        ("id", "[state Chad] menunggu. [role Banyak pemerintah] menyensor pers.", None),
        ("id", "[state Chad] menunggu. [role Beberapa pemerintah kota] menyensor pers.", None),
        # nor what is of somebody whom nobody named
        ("en", "[state Chad] is a worry, and [role his administration] has ignored it.", None),
    ],
)
def test_officials_alone_are_of_the_country_named_around_them(
    language: str, text: str, expected: str | None
) -> None:
    assert last(text, language=language)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[role The government] met.", "PER"),
        ("[state Chad] wrote to [role the government].", "PER"),
        # a passage about another country
        ("[state Chad] voted. In [state Chad] [role the government] met.", "TCD"),
        ("[state Chad] voted. [state Norway] saw it. [role The government] met.", "PER"),
        ("[state Chad] told [state Peru]. In [state Chad] [role the government] met.", "PER"),
    ],
)
def test_home_is_not_of_a_passage_about_another_country(text: str, expected: str | None) -> None:
    assert last(HOME_IS_PERU + text) == [(last(HOME_IS_PERU + text)[0][0], expected)]


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("id", "[role Marinir Norwegia] ditahan. [state Chad] menuduh [role marinir tersebut] ceroboh.",
         "marinir tersebut", "NOR"),
        ("en", "[role Norwegian soldiers] came. [state Chad] held [role these soldiers].", "these soldiers", "NOR"),
        ("en", "[role Norwegian soldiers] came. [state Chad] saw [role the soldiers].", "the soldiers", "NOR"),
        # of two countries' it may be either, and no other soldiers come between
        ("en", "[role Norwegian soldiers] met [role Chadian soldiers]. [group FXL] saw [role the soldiers].",
         "the soldiers", None),
        ("en", "[role Norwegian soldiers] left. [role Masked soldiers] came. [group FXL] saw [role these soldiers]",
         "these soldiers", None),
        # in an article about one country "the soldiers" are its own, "these soldiers" those that were told of
        ("en", HOME_IS_PERU + "[role Chadian soldiers] came. [role The soldiers] shot.", "The soldiers", "PER"),
        ("en", HOME_IS_PERU + "[role Chadian soldiers] came. [role These soldiers] shot.", "These soldiers", "TCD"),
    ],
)  # fmt: skip
def test_a_definite_role_is_of_the_country_it_was_given_before(
    language: str, text: str, words: str, expected: str | None
) -> None:
    assert country(text, words, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Chad] threatened [role its neighbours]."),
        ("en", "[state Chad] broke with [role its African partners]."),
        ("en", "[person Emmanuel Macron] fled. [role His attackers] vanished."),
        ("en", "[state Norway] bombed [role Chad's allies]."),
        ("en", "[state Norway] wrote to [role key US allies]."),
        ("id", "[person Emmanuel Macron] selamat. [role Pelakunya] kabur."),
        ("id", "[state Chad] mengusir [role pejuang pesaingnya]."),
        ("id", "[state Chad] menulis kepada [role sekutu Norwegia]."),
        # words that own nothing
        ("id", "[person Emmanuel Macron] bicara. [role Dua gerilyawan lainnya] tewas."),
        ("id", "[person Emmanuel Macron] bicara. [role Sedikitnya] dua tewas."),
    ],
)
def test_who_is_beside_or_against_somebody_is_not_theirs(language: str, text: str) -> None:
    assert last(text, language=language)[0][1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[person Emmanuel Macron] met [role his Chadian counterpart].", "TCD"),
        ("[role Malian factions] met in [place Oslo] to end a feud among [role their followers].", "MLI"),
        ("[role Chadian troops] fired when [role their convoy] was hit, [person Emmanuel Macron] said.", "TCD"),
    ],
)
def test_what_is_theirs_is_of_the_many(text: str, expected: str) -> None:
    words = "their followers" if "followers" in text else "their convoy" if "convoy" in text else None
    assert (country(text, words) if words else last(text)[0][1]) == expected


def test_a_known_party_stays_that_of_its_country_where_the_article_names_it() -> None:
    text = (
        "[state United States] troops fight. They may lose [state Iraq]. [group Democratic Party] wants them home."
    )
    assert last(text) == [("Democratic Party", "USA")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met [role troops] from Chad.", "TCD"),
        ("en", "They want to withdraw [role troops] from Chad.", None),
        ("id", "Mereka akan menarik [role tentara] dari Chad.", None),
        ("id", "Mereka menyambut [role tentara] dari Chad.", "TCD"),
        ("en", "[role Troops with the mission in northern Mali] waited.", None),
        ("en", "[role A police commander in northern Mali] waited.", "MLI"),
    ],
)
def test_where_soldiers_are_or_leave_is_not_whose_they_are(language: str, text: str, expected: str | None) -> None:
    assert last(text, language=language)[0][1] == expected


FRANCE = "[state France] waits. [state France] votes. [state France] counts. [state France] rests. "
PERU = "Rain fell in [state Peru]. In [place Lima] many fled. "


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (FRANCE + PERU + "[role The police] left.", None),  # the passage is about Peru: hardly those of France
        (FRANCE + PERU + "[state Peru] said that [role the parliament] met.", "PER"),
        (FRANCE + PERU + "[role The troops] left.", None),  # who may be from anywhere
        (FRANCE + "Rain fell in [state Peru]. [role The police] left.", "FRA"),  # named once, no passage
        (FRANCE + PERU + "[state France] helped. [role The police] left.", "FRA"),
    ],
)
def test_officials_in_a_passage_about_another_country_are_not_of_home(text: str, country: str | None) -> None:
    assert last(text)[0][1] == country


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("[role Police] came. [role The officers] shot.", "COP"),
        ("[role Police] and [role soldiers] came. [role The officers] shot.", "MIL"),
        ("[role Soldiers] came. [role The officers] shot.", "MIL"),
    ],
)
def test_officers_among_police_are_police(text: str, sector: str) -> None:
    (_, actors) = resolved(text)[-1]
    assert [one.sector for one in actors] == [sector]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("[role The Texas attorney general] spoke. ", "the attorney general"),
        ("", "Pam Bondi"),
    ],
)
def test_an_office_held_in_a_part_of_a_country_is_nobody_of_the_whole(before: str, name: str) -> None:
    american = "[state United States] waits. [state United States] votes. "
    assert last(f"{american}{before}Then [role the attorney general] left.")[0][0] == name


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[role Western ambassadors] spoke.", None),
        ("id", "[role Diplomat Barat] berbicara.", None),
        ("en", "[role Police] in the western town spoke.", "PER"),
    ],
)
def test_diplomats_of_a_part_of_the_world_are_of_no_country(language: str, text: str, expected: str | None) -> None:
    assert last(HOME_IS_PERU + text, language=language)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ia menahan [role dua WNI].", "dua WNI", "IDN"),
        ("[role KBRI Kuala Lumpur] berpesan begitu.", "KBRI Kuala Lumpur", "IDN"),
        ("[role Kapolda Papua] berpesan begitu.", "Kapolda Papua", "IDN"),
        ("Ia menahan [role dua WNA].", "dua WNA", None),
    ],
)
def test_some_words_are_of_one_land_alone(text: str, words: str, expected: str | None) -> None:
    assert country(text, words, "id") == expected


def test_rebels_are_not_of_the_town_where_they_are_met() -> None:
    assert country("The envoy met [role the rebels] in [place Doha].", "the rebels") is None
    assert country("He asked [role the police] in [place Doha].", "the police") == "QAT"


def test_where_an_indonesian_envoy_is_posted_is_not_his_name() -> None:
    told = resolved("[person Konsul Jenderal RI di Johor Bahru] berpesan begitu.", language="id")
    assert [one.name for _, actors in told for one in actors] == ["Konsul Jenderal RI di Johor Bahru"]


def test_judges_are_of_the_world_court_that_was_named() -> None:
    court = "[organisation The International Criminal Court] sat."
    assert country(f"{HOME_IS_PERU}{court} [role Judges] spoke.", "Judges") == "IGO"
    assert country(f"{HOME_IS_PERU}{court} [role Peruvian judges] spoke.", "Peruvian judges") == "PER"
    assert country(f"{HOME_IS_PERU}[role Judges] spoke.", "Judges") == "PER"


@pytest.mark.parametrize(
    ("language", "who"),
    [
        ("id", "negara-negara Barat"),
        ("id", "negara anggota"),
        ("en", "Western governments"),
        ("en", "African states"),
        ("en", "Gulf states"),
    ],
)
def test_states_of_a_part_of_the_world_are_of_none(language: str, who: str) -> None:
    assert country(f"{HOME_IS_PERU}[state Chad] asked [role {who}] to come.", who, language) is None


@pytest.mark.parametrize("who", ["three presidents", "presidents of the land"])
def test_several_who_held_an_office_are_not_who_holds_it(who: str) -> None:
    told = "[person Joko Widodo] met [person President Prabowo Subianto] of [state Indonesia]. Crowds toppled "
    names = [actors[0].name for said, actors in resolved(f"{told}[role {who}].") if said == who]
    assert names == [who]
