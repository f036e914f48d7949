"""Both sides of translated sentences: agreement by hand, the forms of the files, the draw."""

from __future__ import annotations

import io
import tarfile
from collections import Counter
from pathlib import Path

import pytest
from helper_bench import SHARED, objects

from kawat.bench.figures import kappa
from kawat.bench.parallel import agreement, bench_parallel, drawn, load_pairs
from kawat.errors import InputError, NotFoundError, UsageError

EN = "Norway hits Chile\nNorway meets Chile\nChile naps\n\nChile hits Japan and meets Norway\n"
ID = "Norwegia menyerang Chili\nNorwegia tidur\nChili tidur\n\nChili menyerang Japan\n"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "news.en", tmp_path / "news.id"
    for path, text in zip(paths, (EN, ID), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_figures_by_hand(sides: tuple[Path, Path], toy: str) -> None:
    score = bench_parallel(*sides, toy)
    # the empty pair is left out; told on a side: 1, 2 and 4; the same: 1 (one ASSAULT) and 3 (nothing)
    assert (score.reader, score.pairs, score.told) == ("toy", 4, 3)
    assert (score.same_types, score.same_types_told) == (0.5, pytest.approx(1 / 3))
    assert (score.reports_en, score.reports_id) == (4, 2)
    by_type = {one.type: (one.both, one.only_en, one.only_id) for one in score.types}
    assert by_type["ASSAULT"] == (2, 0, 0)
    assert by_type["CONSULT"] == (0, 2, 0)
    # sixteen yes-or-no codings a pair: 2 both, 2 English only, 60 neither
    first, second = 4 / 64, 2 / 64
    expected = first * second + (1 - first) * (1 - second)
    assert score.kappa == pytest.approx((62 / 64 - expected) / (1 - expected)) == kappa(2, 2, 0, 60)


def test_json_draws_the_same_pairs_again(
    sides: tuple[Path, Path], toy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("parallel", *map(str, sides), "--reader", toy, "--limit", "2", "--seed", "5")
    (first,), (again,) = objects(capsys, *arguments), objects(capsys, *arguments)
    assert first == again
    assert first["pairs"] == 2


def test_a_type_told_twice_on_one_side_is_not_the_same() -> None:
    score = agreement("r", [(Counter(AID=2), Counter(AID=1)), (Counter(AID=1), Counter(AID=1))])
    assert (score.same_types, score.same_types_told) == (0.5, 0.5)
    assert {one.type: one.both for one in score.types}["AID"] == 2
    assert score.kappa == 1.0


def test_the_draw_keeps_the_order_and_needs_its_seed() -> None:
    pairs = [(str(number), str(-number)) for number in range(100)]
    few = drawn(pairs, 10, 1)
    assert len(few) == 10
    assert few == sorted(few, key=pairs.index) == drawn(pairs, 10, 1)
    assert few != drawn(pairs, 10, 2)
    assert drawn(pairs, None, 1) == drawn(pairs, 100, 1) == drawn(pairs, 999, 3) == pairs
    with pytest.raises(UsageError):
        drawn(pairs, 0, 1)


def tar(path: Path, members: dict[str, str]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return path


def test_an_archive_of_both(tmp_path: Path, sides: tuple[Path, Path]) -> None:
    members = {"SET-INT-ID-9w.txt": ID.replace("\n", "\r\n"), "SET-INT-EN-9w.txt": EN, "readme": "x"}
    assert load_pairs(tar(tmp_path / "SET-EN-ID.tgz", members), None) == load_pairs(*sides)


def test_sides_that_do_not_fit_are_refused(tmp_path: Path, sides: tuple[Path, Path]) -> None:
    longer = tmp_path / "longer.id"
    longer.write_text(ID + "Norwegia tidur\n", encoding="utf-8")
    with pytest.raises(InputError, match="English side has 5 lines, the Indonesian 6"):
        load_pairs(sides[0], longer)
    with pytest.raises(InputError, match="an EN and an ID file"):
        load_pairs(tar(tmp_path / "half.tgz", {"set-en.txt": EN}), None)
    with pytest.raises(InputError, match="tar file"):
        load_pairs(sides[0], None)
    with pytest.raises(NotFoundError):
        load_pairs(tmp_path / "away.tgz", None)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "parallel").is_dir(), reason="the translated sentences are not at hand")
def test_the_sets_are_read() -> None:
    folder = SHARED / "parallel"
    assert len(load_pairs(folder / "PANL-BPPT-INT-EN-ID-150Kw.tgz", None)) > 6000
    score = bench_parallel(folder / "news-valid.en", folder / "news-valid.id", limit=40)
    assert score.pairs == 40
