"""The gazetteer: looking up by any case and diacritics, distances, and what ships."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kawat.errors import KnowledgeError
from kawat.knowledge import gazetteer
from kawat.knowledge.gazetteer import find_cities, kilometres, nearest_city

REGENCIES = Path(__file__).parents[2] / "tools" / "regencies.tsv"


def test_a_name_is_found_in_any_case_and_without_its_marks() -> None:
    for name in ("São Paulo", "sao paulo", "SAO PAULO"):
        assert [one.country for one in find_cities(name)][:1] == ["BRA"]


def test_the_largest_place_of_a_name_comes_first() -> None:
    found = find_cities("Paris")
    assert (found[0].country, found[0].admin) == ("FRA", "")
    assert "Texas" in {one.admin for one in found}
    assert [one.population for one in found] == sorted((one.population for one in found), reverse=True)


@pytest.mark.parametrize("name", ["", "Xyzzy", "par", "parisian", "..."])
def test_what_is_no_name_is_not_found(name: str) -> None:
    assert find_cities(name) == ()


def test_every_regency_of_indonesia_is_there() -> None:
    rows = [line.split("\t") for line in REGENCIES.read_text(encoding="utf-8").splitlines() if line[0] != "#"][1:]
    assert len(rows) == 514
    for name, kind, province, _ in rows:
        found = [one for one in find_cities(f"{kind} {name}") if one.precision == "admin"]
        assert any((one.country, one.admin) == ("IDN", province) for one in found), name
        assert all(-11.5 < one.latitude < 6.5 and 94 < one.longitude < 142 for one in found), name


def test_distances_are_great_circles() -> None:
    jakarta, paris = (-6.2, 106.8), (48.85, 2.35)
    assert kilometres(jakarta, paris) == pytest.approx(11_580, rel=0.01)
    assert kilometres(paris, paris) == pytest.approx(0, abs=0.01)
    assert kilometres((0, 179.9), (0, -179.9)) == pytest.approx(22.2, rel=0.01)


def test_the_nearest_place_is_near() -> None:
    for name in ("Yogyakarta", "Nairobi", "Lima"):
        city = find_cities(name)[0]
        near = nearest_city(city.latitude + 0.01, city.longitude)
        assert near.country == city.country
        assert kilometres((near.latitude, near.longitude), (city.latitude, city.longitude)) < 20


def test_a_broken_file_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    for content in (b"no gzip", gzip.compress(b"paris\tParis\n")):
        (folder / "gazetteer.tsv.gz").write_bytes(content)
        gazetteer._lines.cache_clear()
        with pytest.raises(KnowledgeError, match="Install kawat again"):
            find_cities("Paris")
    gazetteer._lines.cache_clear()
