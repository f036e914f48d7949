"""The data that ship: enough of everything, every state found by name, every file with its source."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

import kawat.knowledge
from kawat.errors import NotFoundError
from kawat.knowledge import EntryKind, Form, load_knowledge

DATA = Path(kawat.knowledge.__file__).parent / "data"
KNOWN = load_knowledge()
RETIRED = frozenset("AAA ANT ASC BUR CPT DDR DGA FXX NTZ SCG SUN TAA TMP YMD YUG ZAR ZZZ XKK".split())
ISO = {
    alpha3: alpha2[0]
    for alpha3, alpha2 in get_global("territory_aliases").items()
    if re.fullmatch(r"[A-Z]{3}", alpha3) and alpha3 not in RETIRED and (alpha3 == "QAT" or alpha3[0] not in "QX")
}
AT_LEAST = {
    EntryKind.COUNTRY: 257,
    EntryKind.BODY: 200,
    EntryKind.GROUP: 150,
    EntryKind.OUTLET: 250,
    EntryKind.SEAT: 60,
    EntryKind.PLACE: 800,
}


def test_iso_list_used_here_is_the_whole_one() -> None:
    assert len(ISO) == 249


@pytest.mark.parametrize("kind", AT_LEAST)
def test_there_is_enough_of_each_kind(kind: EntryKind) -> None:
    assert len(KNOWN.entries(kind)) >= AT_LEAST[kind]


def test_bodies_are_of_both_sorts() -> None:
    sorts = Counter(
        "world" if body.country in ("IGO", "UNO", "EUR", "NGO") else "national"
        for body in KNOWN.entries(EntryKind.BODY)
    )
    assert sorts["world"] >= 80
    assert sorts["national"] >= 120


@pytest.mark.parametrize("language", ["en", "id"])
def test_there_are_enough_role_words(language: str) -> None:
    assert len(KNOWN.roles(language)) >= 180


def test_every_indonesian_province_is_there() -> None:
    admin = [p for p in KNOWN.entries(EntryKind.PLACE) if p.country == "IDN" and KNOWN.precision(p) == "admin"]
    assert len(admin) >= 38
    for name in ("Papua Barat Daya", "Papua Pegunungan", "Daerah Istimewa Yogyakarta", "Kalimantan Utara"):
        assert any(entry in admin for entry in KNOWN.look_up(name))


@pytest.mark.parametrize("alpha3", sorted(ISO))
@pytest.mark.parametrize(
    ("language", "frame"),
    [("en", "On Monday the government of {} replied."), ("id", "Pada Senin pemerintah {} menjawab.")],
)
def test_every_state_is_found_by_its_cldr_name(alpha3: str, language: str, frame: str) -> None:
    sentence = frame.format(Locale(language).territories[ISO[alpha3]])
    found = [match.entries[0].id for match in KNOWN.find(sentence, language)]
    assert f"country:{alpha3}" in found


@pytest.mark.parametrize("country", KNOWN.entries(EntryKind.COUNTRY), ids=lambda c: c.id)
def test_every_country_is_found_by_its_own_names(country: kawat.knowledge.Entry) -> None:
    if country.id[-3:] in ("IGO", "UNO", "NGO", "ISM", "IMG", "MNC"):
        assert KNOWN.look_up(country.name_en) == ()
        return
    for language, name in (("en", country.name_en), ("id", country.name_id)):
        assert country in KNOWN.look_up(name)
        text = f"x {name} x"
        match = next(m for m in KNOWN.find(text, language) if country in m.entries)
        assert match.span.of(text) == name


def test_ids_are_unique_over_all_kinds() -> None:
    ids = Counter(entry.id for kind in EntryKind for entry in KNOWN.entries(kind))
    assert [name for name, n in ids.items() if n > 1] == []


def test_ids_are_plain() -> None:
    for kind in EntryKind:
        for entry in KNOWN.entries(kind):
            assert entry.id.startswith(f"{kind}:")
            assert entry.id.isascii()
            assert " " not in entry.id


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.tsv")), ids=lambda path: path.name)
def test_every_file_says_what_where_from_and_of_when(path: Path) -> None:
    notes = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("source" in note for note in notes)
    assert any(re.search(r"as[- ]of.*\d{4}-\d\d", note) for note in notes)


def test_dependencies_are_folded_into_the_state_that_controls_them() -> None:
    folded = {"GRL": "DNK", "PRI": "USA", "NCL": "FRA", "MAC": "CHN", "FLK": "GBR", "GUM": "USA", "COK": "NZL"}
    for code, state in folded.items():
        assert KNOWN.country(code).country == state
    for code in ("HKG", "PSE", "TWN", "XKX", "ATA"):
        assert KNOWN.country(code).country == code


def test_un_membership() -> None:
    members = [c for c in KNOWN.entries(EntryKind.COUNTRY) if KNOWN.is_un_member(c.id[-3:])]
    assert len(members) == 193
    for code in ("PSE", "VAT", "TWN", "XKX", "HKG", "UNO"):
        assert not KNOWN.is_un_member(code)


def test_coordinates_lie_where_they_should() -> None:
    for name, latitude, longitude in (("Jakarta", -6.2, 106.8), ("Kursk", 51.7, 36.2), ("Natuna", 3.9, 108.2)):
        place = next(e for e in KNOWN.look_up(name) if e.kind is EntryKind.PLACE)
        assert place.latitude == pytest.approx(latitude, abs=0.3)
        assert place.longitude == pytest.approx(longitude, abs=0.3)


def test_indonesian_places_lie_in_indonesia() -> None:
    for place in KNOWN.entries(EntryKind.PLACE):
        if place.country == "IDN" and place.latitude is not None and place.longitude is not None:
            assert -11.5 < place.latitude < 6.5, place.id
            assert 94.5 < place.longitude < 141.5, place.id


def test_disputed_places_have_no_country() -> None:
    for name in ("Kashmir", "South China Sea", "Spratly Islands", "Senkaku Islands", "Scarborough Shoal"):
        assert KNOWN.look_up(name)[0].country is None


def test_outlets_know_their_owner() -> None:
    owners = {"KCNA": "state", "Antara": "state", "Reuters": "private", "BBC": "public", "Global Times": "party"}
    for name, owner in owners.items():
        assert next(e for e in KNOWN.look_up(name) if e.kind is EntryKind.OUTLET).owner == owner


def test_an_unknown_id_is_a_clear_error() -> None:
    with pytest.raises(NotFoundError, match="country:QQQ"):
        KNOWN.country("QQQ")


def test_one_name_has_one_form_per_entry() -> None:
    forms = dict((entry.id, form) for form, entry in KNOWN.forms_of("moscow"))
    assert forms == {"place:moscow": Form.CAPITAL, "country:RUS": Form.CAPITAL}
