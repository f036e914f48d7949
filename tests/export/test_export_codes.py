"""Country codes, CAMEO codes, and what an event amounts to where a format knows no status."""

from __future__ import annotations

from dataclasses import replace

import pytest
from babel import Locale
from babel.core import get_global
from event_maker import KIM, KREMLIN, PUTIN, RUSSIA, UKRAINE, event, state, telling
from format_maker import several

from kawat.export.cameo import ROLES, STATELESS, cameo_code, cameo_country, cameo_types
from kawat.export.codes import NONE, codes_of, country_codes
from kawat.export.facts import facts_of
from kawat.export.folding import Coded, coded
from kawat.knowledge import EntryKind, load_knowledge
from kawat.ontology import load_ontology
from kawat.records import Actor, ActorKind, Span, Status


def test_every_country_that_records_can_have_is_in_the_table() -> None:
    used = {entry.country for kind in EntryKind for entry in load_knowledge().entries(kind) if entry.country}
    assert used <= set(country_codes())


@pytest.mark.parametrize(
    ("code", "iso2", "fips", "cow", "cameo", "plover"),
    [
        ("IDN", "ID", "ID", "850", "IDN", "IDN"),
        ("XKX", "XK", "KV", "347", None, "KOS"),
        ("PSE", "PS", None, None, "PSE", "PSE"),
        ("TWN", "TW", "TW", "713", "TWN", "TWN"),
        ("GBR", "GB", "UK", "200", "GBR", "GBR"),
        ("DEU", "DE", "GM", "255", "DEU", "DEU"),
        ("UKR", "UA", "UP", "369", "UKR", "UKR"),
        ("ROU", "RO", "RO", "360", "ROM", "ROU"),
        ("TLS", "TL", "TT", "860", "TMP", "TLS"),
        ("MNE", "ME", "MJ", "341", "MTN", "MNE"),
        ("NAM", "NA", "WA", "565", "NAM", "NAM"),
        ("CHE", "CH", "SZ", "225", "CHE", "CHE"),
        ("CHN", "CN", "CH", "710", "CHN", "CHN"),
        ("SSD", "SS", "OD", "525", None, "SSD"),
        ("AUS", "AU", "AS", "900", "AUS", "AUS"),
        ("AUT", "AT", "AU", "305", "AUT", "AUT"),
        ("EUR", "EU", None, None, "EUR", "EUR"),
        ("IGO", None, None, None, None, "IGO"),
    ],
)  # fmt: skip
def test_codes_that_are_easily_mixed_up(
    code: str, iso2: str | None, fips: str | None, cow: str | None, cameo: str | None, plover: str | None
) -> None:
    found = codes_of(code)
    assert (found.iso2, found.fips, found.cow, found.cameo, found.plover) == (iso2, fips, cow, cameo, plover)


def test_two_letter_codes_are_those_of_other_lists() -> None:
    """Babel has the alpha-3 codes of Unicode CLDR beside the alpha-2 ones."""
    aliases = get_global("territory_aliases")
    territories = Locale("en").territories
    for codes in country_codes().values():
        if codes.iso2 is not None and codes.code not in ("XKX", "EUR"):
            assert aliases[codes.code] == [codes.iso2]
        if codes.iso2 is not None:
            assert codes.iso2 in territories


def test_no_two_countries_share_a_code() -> None:
    for column in ("iso2", "fips", "cow", "cameo", "plover"):
        told = [value for one in country_codes().values() if (value := getattr(one, column))]
        assert len(told) == len(set(told)), column


def test_the_lower_case_codes_are_countries_of_followthemoney() -> None:
    why = "followthemoney is not installed (pip install --group ftm)"
    registry = pytest.importorskip("followthemoney.types", reason=why).registry
    for codes in country_codes().values():
        assert codes.iso2 is None or registry.country.validate(codes.iso2.lower())


def test_an_unknown_country_has_no_codes() -> None:
    assert codes_of("ZZZ") == codes_of(None) == NONE


# --- CAMEO ----------------------------------------------------------------------------------------------


def test_every_type_and_mode_has_a_code_that_stays_text() -> None:
    for kind in load_ontology().types:
        for mode in (None, *(one.name for one in kind.modes)):
            code = cameo_code(kind.name, mode)
            assert code.isdigit() and len(code) in (3, 4) and 3 <= int(code[:2]) <= 20


@pytest.mark.parametrize(
    ("kind", "mode", "code"),
    [
        ("AGREE", None, "030"),
        ("CONSULT", "phone", "041"),
        ("CONSULT", "multilateral", "040"),
        ("RETREAT", "withdraw", "0874"),
        ("ACCUSE", "investigate", "090"),
        ("COERCE", "curfew", "1723"),
        ("ASSAULT", "drone", "195"),
        ("ASSAULT", "unconventional", "200"),
    ],
)
def test_codes_of_acts(kind: str, mode: str | None, code: str) -> None:
    assert cameo_code(kind, mode) == code


def test_an_assault_is_a_fight_where_forces_act() -> None:
    mob = Actor("a mob", ActorKind.GROUP, Span(0, 1), sector="CVL")
    army = replace(mob, name="an army", sector="MIL")
    codes = [cameo_code("ASSAULT", None, who) for who in ((mob,), (army,), (mob, RUSSIA), ())]
    assert codes == ["180", "190", "190", "180"]


def test_actors_as_cameo_writes_them() -> None:
    assert (cameo_country(state("ROU")), cameo_types(state("ROU"))) == ("ROM", ())
    assert (cameo_country(PUTIN), cameo_types(PUTIN)) == ("RUS", ("GOV",))
    doctors = replace(PUTIN, sector="MED")
    press = replace(PUTIN, sector="JRN")
    assert (cameo_types(doctors), cameo_types(press)) == (("HLH",), ("MED",))
    un = Actor("United Nations", ActorKind.ORGANISATION, Span(0, 1), country="UNO", sector="GOV")
    assert (cameo_country(un), cameo_types(un)) == ("", ("UNO", "GOV"))


def test_roles_are_sectors_of_plover() -> None:
    ontology = load_ontology()
    assert set(ROLES) <= {one.code for one in ontology.sectors}
    assert set(STATELESS) <= {one.code for one in ontology.nonstate}


# --- folding --------------------------------------------------------------------------------------------


def test_what_has_happened_is_coded_as_it_is() -> None:
    strike = facts_of(several()[0])
    assert coded(strike) == Coded("ASSAULT", "aerial")
    assert coded(facts_of(event(telling(1, status=Status.ONGOING)))) == Coded("ASSAULT", None)


@pytest.mark.parametrize(
    ("kind", "status", "amounts"),
    [
        ("CONSULT", Status.PLANNED, "AGREE"),
        ("AID", Status.POSSIBLE, "AGREE"),
        ("AGREE", Status.PLANNED, "AGREE"),
        ("RETREAT", Status.PLANNED, "CONCEDE"),
        ("ACCUSE", Status.PLANNED, None),
        ("THREATEN", Status.POSSIBLE, None),
        ("ASSAULT", Status.POSSIBLE, None),
        ("CONSULT", Status.DENIED, None),
        ("ASSAULT", Status.DENIED, None),
    ],
)
def test_what_is_to_come_is_coded_as_its_promise(kind: str, status: Status, amounts: str | None) -> None:
    act = coded(facts_of(event(telling(1, type=kind, status=status, voices=(RUSSIA,)))))
    assert (act and act.type) == amounts
    assert act is None or (act.to_come and act.mode is None)


def test_conflict_to_come_is_a_threat_only_in_the_words_of_who_will_do_it() -> None:
    told = {voice.name: facts_of(event(telling(1, status=Status.PLANNED, voices=(voice,)))) for voice in
            (RUSSIA, KREMLIN, PUTIN, UKRAINE, KIM)}  # fmt: skip
    threats = {name: coded(facts) for name, facts in told.items()}
    assert [name for name, act in threats.items() if act] == ["Russia", "Kremlin", "Vladimir Putin"]
    assert {act.type for act in threats.values() if act} == {"THREATEN"}
    assert coded(facts_of(event(telling(1, status=Status.PLANNED)))) is None
