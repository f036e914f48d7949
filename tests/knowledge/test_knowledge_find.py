"""Finding names: what is one, what is not, what is meant by an ambiguous one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper_time import Soon
from kawat.knowledge import EntryKind, Form, load_knowledge

KNOWN = load_knowledge()


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Wording and likeliest entry of every match."""
    return [(m.span.of(text), m.entries[0].id) for m in KNOWN.find(text, language)]


NAMES = [
    ("en", "Russia attacked Ukraine.", "Russia=country:RUS Ukraine=country:UKR"),
    ("id", "Rusia menyerang Ukraina.", "Rusia=country:RUS Ukraina=country:UKR"),
    ("id", "Hubungan Rusia-Ukraina memburuk", "Rusia=country:RUS Ukraina=country:UKR"),
    ("en", "US-China talks", "US=country:USA China=country:CHN"),
    ("en", "a Saudi-led coalition", "Saudi=country:SAU"),
    ("en", "a U.S.-led force", "U.S.=country:USA"),
    ("en", "Iran's envoy met Putin’s aide", "Iran=country:IRN Putin=person:vladimir-putin"),
    ("id", "Pihak Kremlin-nya bungkam", "Kremlin=seat:kremlin"),
    ("id", "kata PBB-lah", "PBB=body:united-nations"),
    (
        "en",
        "He left the U.S. and the U.K. for UN talks",
        "U.S.=country:USA U.K.=country:GBR UN=body:united-nations",
    ),
    ("id", "Presiden AS bertemu Sekjen PBB", "AS=country:USA PBB=body:united-nations"),
    ("id", "Korut dan Korsel", "Korut=country:PRK Korsel=country:KOR"),
    ("id", "UE dan UEA", "UE=body:european-union UEA=country:ARE"),
    ("en", "North Korea and South Korea", "North_Korea=country:PRK South_Korea=country:KOR"),
    ("en", "Niger and Nigeria", "Niger=country:NER Nigeria=country:NGA"),
    (
        "en",
        "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
        "Guinea=country:GIN Guinea-Bissau=country:GNB Equatorial_Guinea=country:GNQ Papua_New_Guinea=country:PNG",
    ),
    ("en", "DR Congo and Congo-Brazzaville", "DR_Congo=country:COD Congo-Brazzaville=country:COG"),
    ("en", "Ireland and Northern Ireland", "Ireland=country:IRL Northern_Ireland=place:northern-ireland"),
    ("en", "in the South China Sea", "South_China_Sea=place:south-china-sea"),
    ("id", "di Laut China Selatan", "Laut_China_Selatan=place:south-china-sea"),
    ("id", "Gubernur Bank Indonesia", "Bank_Indonesia=body:bank-indonesia"),
    ("id", "kepada CNN Indonesia", "CNN_Indonesia=outlet:cnn-indonesia"),
    ("en", "in New Mexico", "New_Mexico=place:new-mexico"),
    ("id", "di Irian dan Papua Nugini", "Irian=place:papua Papua_Nugini=country:PNG"),
    ("id", "negara Timor Leste", "Timor_Leste=country:TLS"),
    ("id", "di Amerika Latin", "Amerika_Latin=place:latin-america"),
    ("en", "the occupied West Bank", "occupied_West_Bank=place:west-bank"),
    ("en", "a Filipina lawmaker", "Filipina=country:PHL"),
    ("id", "Presiden Filipina", "Filipina=country:PHL"),
    (
        "en",
        "St Petersburg and St. Petersburg",
        "St_Petersburg=place:st-petersburg St._Petersburg=place:st-petersburg",
    ),
    ("en", "in Cote d'Ivoire", "Cote_d'Ivoire=country:CIV"),
    ("en", "in Côte d’Ivoire", "Côte_d’Ivoire=country:CIV"),
    ("id", "DK PBB", "DK_PBB=body:un-security-council"),
    ("id", "badan energi atom IAEA", "IAEA=body:international-atomic-energy-agency"),
    ("en", "Asean and NATO", "Asean=body:asean NATO=body:nato"),
    ("en", "al-Qaeda and Al Qaida", "al-Qaeda=group:al-qaeda Al_Qaida=group:al-qaeda"),
    ("en", "the AfD and Lashkar", "AfD=group:alternative-for-germany"),
    ("en", "Sino-Russian ties", "Sino=country:CHN Russian=country:RUS"),
    ("en", "In Washington, D.C., he", "Washington,_D.C.=place:washington"),
    ("id", "AS Serang Iran", "AS=country:USA Iran=country:IRN"),
    ("id", "gempa di Serang, Banten", "Serang=place:serang Banten=place:banten"),
    ("id", "MEDAN, WartaKita - Polisi", "MEDAN=place:medan"),
    ("id", "kepada Antara, Senin", "Antara=outlet:antara"),
    ("id", "Menteri Luar Negeri Georgia Maka Bolo", "Georgia=country:GEO"),
    ("id", "Menteri Pertahanan Israel Yoram Zed", "Israel=country:ISR"),
    ("en", "RUSSIA AND IRAN SIGN PACT", "RUSSIA=country:RUS IRAN=country:IRN"),
    ("id", "Kemlu mengundang dubes", "Kemlu=seat:indonesian-foreign-ministry"),
    ("en", "President Trump's plan", "Trump=person:donald-trump"),
    ("id", "Menlu Marco Rubio", "Marco_Rubio=person:marco-rubio"),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMES, ids=[text for _, text, _ in NAMES])
def test_names_are_found(language: str, text: str, names: str) -> None:
    wanted = [tuple(part.replace("_", " ").split("=")) for part in names.split()]
    assert found(text, language) == wanted


NO_NAMES = [
    ("en", "They ate turkey and oman, chad said as us id mali un who it is."),
    ("en", "As talks went on, Us and Them sang."),
    ("id", "Lima orang itu sebagai as roda."),
    ("id", "Antara keduanya tidak ada kesepakatan."),
    ("id", "Serang balik lawan, kata pelatih."),
    ("id", "Serang dan Bertahan: Cara Baru Bermain Catur"),
    ("id", "harga naik lima dolar AS"),
    ("en", "worth US$ 5 million or 6 US dollars"),
    ("id", "belajar bahasa Rusia"),
    ("en", "Michael Jordan played"),
    ("en", "a guinea pig and a Guinea pig"),
    ("en", "Melania Trump wore a hat"),
    ("en", "the star Kim Kardashian"),
    ("en", "AN EMERGENCY AS MANY WAIT"),
    ("en", "Let it be. Male birds sing."),
    ("id", "Sisi lain dari kota. Bernama Ani."),
    ("en", "russia and iranian"),
    ("en", "Ukrainianism Iranology"),
    ("id", "Pasal XI undang-undang"),
    ("en", "New. York"),
]


@pytest.mark.parametrize(("language", "text"), NO_NAMES)
def test_what_is_no_name_is_left_alone(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_ministry_of_another_state_is_not_the_home_one() -> None:
    assert ("Istana", "seat:istana") not in found("Istana Prancis membantah", "id")
    assert found("Kemenkes Vietnam membantah", "id") == [("Vietnam", "country:VNM")]


@pytest.mark.parametrize(("text", "country"), [("Atlanta, Georgia", "USA"), ("Tbilisi, Georgia", "GEO")])
def test_the_town_before_tells_which_georgia(text: str, country: str) -> None:
    georgia = KNOWN.find(text, "en")[-1]
    assert georgia.entries[0].country == country
    assert {entry.country for entry in georgia.entries} == {"USA", "GEO"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Korea denied it", {"KOR", "PRK"}), ("the Congolese army", {"COD", "COG"})],
)
def test_an_ambiguous_country_keeps_its_candidates(text: str, codes: set[str]) -> None:
    assert {entry.country for entry in KNOWN.find(text, "en")[0].entries} == codes


def test_a_capital_is_the_city_and_then_its_state() -> None:
    match = KNOWN.find("Washington said no", "en")[0]
    assert match.form is Form.CAPITAL
    assert [entry.id for entry in match.entries] == ["place:washington", "country:USA", "place:washington-state"]


FORMS = [
    ("en", "Russian troops", Form.DEMONYM),
    ("en", "three Russians", Form.PEOPLE),
    ("en", "Russia", Form.NAME),
    ("en", "Burma", Form.ALIAS),
    ("id", "Korut", Form.ABBREVIATION),
    ("id", "Moskow", Form.CAPITAL),
    ("id", "warga Rusia", Form.PEOPLE),
    ("id", "warga negara Rusia", Form.PEOPLE),
    ("id", "negara Rusia", Form.NAME),
]


@pytest.mark.parametrize(("language", "text", "form"), FORMS)
def test_the_form_of_a_name(language: str, text: str, form: Form) -> None:
    assert KNOWN.find(text, language)[0].form is form


def test_a_form_of_one_language_is_not_read_in_the_other() -> None:
    assert found("AS", "id") == [("AS", "country:USA")]
    assert found("AS", "en") == []
    assert KNOWN.find("DPR", "id")[0].entries[0].country == "IDN"
    assert KNOWN.find("DPR", "en")[0].entries[0].country == "UKR"


def test_decomposed_letters_are_found_with_their_own_span() -> None:
    text = "presiden Bogota\u0301 dan Bogotá"
    assert [m.span.of(text) for m in KNOWN.find(text, "id")] == ["Bogota\u0301", "Bogotá"]


def test_look_up_cares_for_neither_case_nor_diacritics() -> None:
    for name in ("BOGOTA", "bogotá", "Bogota"):
        assert "place:bogota" in [entry.id for entry in KNOWN.look_up(name)]
    assert KNOWN.look_up("pbb")[0].id == "body:united-nations"
    assert KNOWN.look_up("nobody at all") == ()
    assert KNOWN.look_up("") == ()
    assert KNOWN.look_up("...") == ()


PIECES = st.sampled_from(
    ["Russia", "Rusia", "AS", "U.S.", "Korea Utara", "Jordan", "Laut China Selatan", "Trump", "Kemlu", "New York"]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.one_of(PIECES, st.text(max_size=4), st.sampled_from([" ", "-", "'", ", ", ". ", "\n", "(", "$"]))
    ).map("".join),
)


@given(TEXTS, st.sampled_from(["en", "id", "ms", ""]))
def test_any_text_gives_valid_spans(text: str, language: str) -> None:
    last = 0
    for match in KNOWN.find(text, language):
        assert last <= match.span.start < match.span.end <= len(text)
        assert match.span.of(text).strip() == match.span.of(text)
        assert match.entries
        assert len(set(match.entries)) == len(match.entries)
        last = match.span.end


@given(TEXTS, st.sampled_from(["en", "id"]))
def test_finding_is_deterministic_and_every_name_can_be_looked_up(text: str, language: str) -> None:
    once, again = KNOWN.find(text, language), KNOWN.find(text, language)
    assert once == again
    for match in once:
        assert set(match.entries) <= set(KNOWN.look_up(match.span.of(text)))


@given(TEXTS, st.sampled_from(["en", "id", "ms"]))
def test_any_text_gives_valid_roles(text: str, language: str) -> None:
    last = 0
    for span, role in KNOWN.find_roles(text, language):
        assert last <= span.start < span.end <= len(text)
        assert role.language == language
        last = span.end


def test_twenty_thousand_words_a_second(soon: Soon) -> None:
    text = (
        "Presiden Rusia Vladimir Putin menelepon Kim Jong Un di Pyongyang, kata juru bicara Kremlin, Rabu.\n" * 1500
    )
    soon(len(text.split()) / 20_000, lambda: KNOWN.find(text, "id"))
    assert len(KNOWN.find(text, "id")) == 5 * 1500


def test_no_country_has_a_form_without_a_capital_letter() -> None:
    for country in KNOWN.entries(EntryKind.COUNTRY):
        for language, name in (("en", country.name_en), ("id", country.name_id)):
            assert country not in [e for m in KNOWN.find(f"a {name.lower()} b", language) for e in m.entries]
