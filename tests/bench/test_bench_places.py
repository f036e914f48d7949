"""Names put on the map: figures by hand, and files that are no such files."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.bench.places import bench_places, load_places
from kawat.errors import InputError

TEXT = "Floods hit Kochi and Xanadu. Aid came from Lyon, and from Medan."
PLACES = (("Kochi", 9.94, 76.26), ("Xanadu", 36.0, -20.0), ("Lyon", -33.0, 151.0), ("Medan", 3.6, 98.7))


def written(tmp_path: Path, *places: tuple[str, float, float]) -> Path:
    rows = "".join(
        f"<location><name>{name}</name><start>{TEXT.index(name)}</start><end>0</end><lat>{lat}</lat><lon>{lon}</lon>"
        "</location>"
        for name, lat, lon in places
    )
    path = tmp_path / "places.xml"
    path.write_text(
        f"<articles><article><text>{TEXT}</text><locations>{rows}</locations></article></articles>",
        encoding="utf-8",
    )
    return path


def test_figures_by_hand(tmp_path: Path) -> None:
    score = bench_places(written(tmp_path, *PLACES))
    # Lyon and Medan are placed, Xanadu is nowhere, Kochi is in India and in Japan; the gold has Lyon in Australia
    assert (score.articles, score.names, score.located, score.pointed) == (1, 4, 2, 2)
    assert (score.located_share, score.country_accuracy, score.near) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    "content",
    [
        "no xml",
        "<articles><article><text>x</text><location><name>y</name></location></article></articles>",
        "<articles><article><text>x</text><location><name>x</name><start>0</start><lat>a</lat></location></article></articles>",
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="no file of places"):
        bench_places(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Check the path"):
        bench_places(tmp_path / "none.xml")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    lol = "".join(f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "lol"}' + '">' for n in range(3))
    path.write_text(
        f"<!DOCTYPE articles [{lol}]><articles><article><text>a&l2;b</text></article></articles>", encoding="utf-8"
    )
    ((text, marked),) = load_places(path)
    assert "lol" not in text
    assert marked == ()
