"""Words that take up sides of earlier sentences: "both", "its staff", "her guest", "eleven of them"."""

from __future__ import annotations

import pytest
from helper_resolve import last, marked, resolved, spans

HOME_IS_PERU = "[state Peru] waits. [state Peru] votes. [state Peru] counts. [state Peru] rests. "


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the only two of the sentence before, of whatever country
        (
            "en",
            "[person Ana Ruiz] blamed [person Tomas Vera]. [role Both] had promised work.",
            ["Ana Ruiz", "Tomas Vera"],
        ),
        (
            "id",
            "[state Rusia] marah setelah [state Jepang] pergi. [pronoun Keduanya] berunding.",
            ["Russia", "Japan"],
        ),
        # who does not, is nobody
        ("en", "[person Ana Ruiz] met [person Tomas Vera]. [role Neither] signed.", ["Neither"]),
        # who speaks of them is not one of them, nor are a person and a body two of a kind
        (
            "id",
            "[person Ana Ruiz] memuji [role polisi]. [role Polisi] yakin [pronoun keduanya] lari.",
            ["keduanya"],
        ),
        ("en", "[person Ana Ruiz] left [organisation NATO]. [role Both] suffered.", ["Both"]),
        # two men are no states, nor is "it" one of two
        ("en", "[state Chad] attacked [state Peru]. [role The two men] fled.", ["The two men"]),
        ("en", "[pronoun It] is unclear where [person Ana Ruiz] is. [role Both] left.", ["Both"]),
        # of more, the only two of a kind
        (
            "en",
            "[person Ana Ruiz] of [state Chad] met [person Tomas Vera] beside [state Peru]. [role The two] ate.",
            ["Ana Ruiz", "Tomas Vera"],
        ),
        # two of whom it is said that they are two
        ("id", "[role Polisi] menahan [role dua reporter]. [pronoun Keduanya] dilepas.", ["dua reporter"]),
        # a place is no side
        ("en", "[person Ana Ruiz] spoke in [state Chad]. [role Both] left.", ["Both"]),
        # two whom no mention names are they, and nobody else
        (
            "id",
            "[person Ana Ruiz] menyapa [person Tomas Vera] di depan dua orang. [pronoun Keduanya] lari.",
            ["Keduanya"],
        ),
        # two days are no two
        (
            "en",
            "[person Ana Ruiz] met [person Tomas Vera] for two days. [role The two] ate.",
            ["Ana Ruiz", "Tomas Vera"],
        ),
        # three stay unresolved
        ("en", "[person Ana Ruiz], [person Tomas Vera] and [person Ben Okoro] met. [role Both] left.", ["Both"]),
    ],
)
def test_both_are_the_only_two_of_the_sentences_before(language: str, text: str, expected: list[str]) -> None:
    assert [name for name, _ in last(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[state Chad] asked [state Peru] for help. [role Its envoy] left.", "TCD"),
        (
            "en",
            "[person Ana Ruiz] flew to [place Lima] to see [organisation NATO]. [role Its staff] stayed.",
            "IGO",
        ),
        (
            "id",
            "[person Ana Ruiz] dari [state Peru] datang. [organisation NATO] menolak. [role Utusannya] tiba.",
            "IGO",
        ),
        # whom the sentence before tells of stands behind its opening
        (
            "id",
            "Sejak invasi [state Rusia] ke utara, [person Prabowo Subianto] diam. [role Pemerintahnya] menolak.",
            "IDN",
        ),
        # what only a state has is not a body's
        ("id", "[organisation NATO] menekan [person Prabowo Subianto]. [role Pemerintahnya] menolak.", "IDN"),
    ],
)
def test_who_begins_a_sentence_belongs_to_whom_the_one_before_tells_of(
    language: str, text: str, country: str
) -> None:
    assert last(text, language)[0][1] == country


def test_a_name_that_ends_like_the_clitic_owns_nothing() -> None:
    text = "[state Qatar] recalled its envoy. On Monday [role a court in Minya] sat."
    assert last(text)[0][1] != "QAT"


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[person Ana Ruiz] of [state Chad] spoke with [role her colleague] in New Delhi.", "IND"),
        ("en", "[state Peru] came first. [state Chad] was here. [role Its ally] left.", None),
        (
            "id",
            "[person Prabowo Subianto] datang ke [state Jepang]. Lalu [state Indonesia] memuji [role tamunya].",
            "JPN",
        ),
        # hosts and guests of several are of none
        ("en", "[state Chad] and [state Peru] came. [state Chad] thanked [role its hosts].", None),
    ],
)
def test_who_is_met_is_not_of_the_country_of_who_meets(language: str, text: str, country: str | None) -> None:
    assert last(text, language)[0][1] == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a body of any noun, and who was called "it" already
        ("[state Chad] waited. [role The US embassy] said [pronoun it] had asked.", "The US embassy"),
        ("[state Chad] reacted. [pronoun It] shut ports to [state Peru], which [pronoun it] had opened.", "Chad"),
        # who begins another clause
        ("[state Chad] paid the whole sum; [state Peru] restored a grant that [pronoun it] had cut.", "Peru"),
        # but not who acts on it
        (
            "[role The opposition] marched, and [role the police] have asked [pronoun it] to leave.",
            "The opposition",
        ),
    ],
)
def test_it_is_the_body_of_its_clause(text: str, name: str) -> None:
    assert last(text)[0][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "[person Ana Ruiz] left. [role Police] held [role a magistrate]. [pronoun She] was freed.",
            "a magistrate",
        ),
        ("[person Ana Ruiz] spoke. [role Tourists] came. [role Police] held [role nine of them].", "Tourists"),
    ],
)
def test_pronouns_take_up_persons_whose_words_tell_of_many_or_of_little(text: str, name: str) -> None:
    assert last(text)[0][0] == name


def test_a_government_of_no_told_country_is_of_the_first_state_that_is_named() -> None:
    states = "[state Chad] sued [state Peru]. [state Norway] and [state Japan] watched. "
    assert last(states + "[person Ana Ruiz] sued [role the government].") == [("the government", "TCD")]
    assert last(states + "[person Ana Ruiz] saw [role the police].") == [("the police", None)]
    assert last(HOME_IS_PERU + "[role The government] met.") == [("The government", "PER")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[state Pakistan] waits. [organisation PTI] spoke.", "Pakistan Tehreek-e-Insaf"),
        ("[state India] waits. [state India] votes. [state Pakistan] too. [organisation PTI] spoke.", "PTI"),
    ],
)
def test_an_agency_gives_way_to_a_party_of_the_country_that_is_named(text: str, name: str) -> None:
    assert last(text)[0][0] == name


def test_bodies_that_many_countries_have_are_of_home() -> None:
    text = "[state Filipina] memilih. [state Filipina] menunggu. [state Filipina] menghitung. "
    assert last(text + "[organisation Komisi Pemilihan Umum] rapat.", "id")[0][1] == "PHL"
    own = "[state Indonesia] memilih. [state Indonesia] menunggu. [state Indonesia] menghitung. "
    assert last(own + "[organisation Komisi Pemilihan Umum] rapat.", "id")[0][1] == "IDN"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # people whom the text only counts
        ("id", "[role Polisi] menahan [quantity 74 orang]. [pronoun Mereka] dituduh.", "74 orang"),
        (
            "en",
            "[role Tourists] came. [person Ana Ruiz] held [quantity 19 sailors]. [pronoun They] left.",
            "19 sailors",
        ),
        # things are not they, however many
        ("id", "[role Para petani] menutup [role 21 ruas jalan]. [pronoun Mereka] marah.", "Para petani"),
        ("en", "[role Smugglers] stopped [role 1,100 lorries]. [pronoun They] shot.", "Smugglers"),
        # but states and bodies are
        ("id", "[person Ana Ruiz] menemui [role 76 negara]. [pronoun Mereka] setuju.", "76 negara"),
        # money is nobody
        ("en", "[role Smugglers] paid [quantity 300 dollars]. [pronoun They] left.", "Smugglers"),
    ],
)
def test_they_are_people_who_are_counted_and_no_things(language: str, text: str, name: str) -> None:
    assert last(text, language)[0][0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "[role Panglima] [person Umar Sesay] menolak. [person Ana Ruiz] menelepon [role sang jenderal].",
            "Umar Sesay",
        ),
        ("[person Umar Sesay] menolak. [role Polisi] menahan [role sang jenderal].", "Umar Sesay"),
        # whose kin or guest somebody is tells of another
        ("[person Umar Sesay] menolak. [role Polisi] menahan [role sang istri].", "sang istri"),
    ],
)
def test_sang_takes_up_who_was_just_told_of(text: str, name: str) -> None:
    assert last(text, "id")[0][0] == name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("[state Peru] and [state India], [role whose envoy] left.", "IND"),
        (HOME_IS_PERU + "[organisation NATO], whose [role commander] left.", "IGO"),
        ("[role The European Union's envoy, a Danish diplomat]", "EUR"),
        ("[role a Danish diplomat of the European Union]", "DNK"),
        ("[role Islamabad's planning minister] spoke.", "PAK"),
    ],
)
def test_whose_a_role_is_stands_right_before_it(text: str, country: str) -> None:
    assert last(text)[0][1] == country


def test_who_is_told_to_be_absent_takes_no_part() -> None:
    text = marked("[person Ana Ruiz] and [person Ben Okoro] {CONSULT met} without [person Tomas Vera].")
    told = spans(text, 0, ["Ana Ruiz", "Ben Okoro", "Tomas Vera"], symmetric=True)
    assert [one.name for one in resolved(text, told).reports[0].actors] == ["Ana Ruiz", "Ben Okoro"]


def test_members_of_a_parliament_of_many_states_are_of_no_state() -> None:
    members = "[role Members of the European Parliament]"
    assert last(HOME_IS_PERU + f"{members} left.") == [("Members of the European Parliament", "EUR")]


def test_a_party_of_one_country_stays_its_own() -> None:
    told = "[state Sweden] and [state Norway] invited parties. [group Golkar] came."
    assert last(told)[0][1] == "IDN"


def test_people_whom_somebody_kills_are_not_they() -> None:
    told = "[person Ana Ruiz] and [person Tomas Vera] killed [quantity 30 people]. [pronoun They] fled."
    assert [name for name, _ in last(told)] == ["Ana Ruiz", "Tomas Vera"]


def test_whose_wife_she_is_was_named_last() -> None:
    told = "[state Rusia] menahan [person Prabowo Subianto]. [role Istrinya] menangis."
    assert last(told, "id")[0][1] == "IDN"
