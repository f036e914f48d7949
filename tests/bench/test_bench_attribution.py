"""Claims against brat files: what fits, one to one, and the figures by hand."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from helper_bench import SHARED, objects

from kawat.bench.attribution import Attribution, bench_attribution, content_fit, load_ann, matched
from kawat.bench.texts import article_of
from kawat.errors import InputError, NotFoundError
from kawat.pipeline import read_article
from kawat.records import Claim, Span

TEXT = "Norway says: Chile hits Japan\n\nJapan says: Norway naps\n\nThe sea was calm, they say.\n"


def ann(*rows: tuple[str | None, str, str]) -> str:
    """Attributions of (source, cue, content), each wording where it first stands in the text."""
    lines, number = [], 0
    for event, row in enumerate(rows, 1):
        parts = []
        for name, wording in zip(("Source", "Cue", "Content"), row, strict=True):
            if wording is not None:
                number += 1
                start = TEXT.index(wording)
                lines.append(f"T{number}\t{name} {start} {start + len(wording)}\t{wording}")
                parts.append(f"{name}:T{number}")
        lines.append(f"E{event}\tAttribution:T0 {' '.join(parts)}")
    return "\n".join(lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    marks = ann(
        ("Norway", "says", "Chile hits Japan"),  # found
        ("Chile", "says", "Norway naps"),  # content found, another source
        (None, "they say", "The sea was calm"),  # not found, and without a source
    )
    (tmp_path / "attributions" / "one_0af3.ann").write_text(marks, encoding="utf-8")
    (tmp_path / "attributions" / "orphan_0af3.ann").write_text(marks, encoding="utf-8")
    return tmp_path


def test_figures_by_hand(folder: Path, toy: str) -> None:
    score = bench_attribution(folder, toy)
    assert (score.reader, score.articles, score.attributions, score.claims) == ("toy", 1, 3, 2)
    assert (score.pair_precision, score.pair_recall, score.pair_f1) == (0.5, 0.5, 0.5)
    assert (score.content_precision, score.content_recall) == (1.0, pytest.approx(2 / 3))
    assert score.content_f1 == pytest.approx(0.8)


def test_json(folder: Path, toy: str, capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = objects(capsys, "attribution", str(folder), "--reader", toy)
    assert (told["pair_f1"], told["claims"]) == (0.5, 2)


def test_an_article_marked_twice_counts_twice(folder: Path, toy: str) -> None:
    other = folder / "attributions" / "one_9bbb.ann"
    other.write_text(ann(("Norway", "says", "Chile hits Japan")), encoding="utf-8")
    score = bench_attribution(folder, toy)
    assert (score.articles, score.attributions, score.claims) == (2, 4, 4)
    assert score.pair_precision == 0.5


@pytest.fixture
def claim(toy: str) -> Claim:
    return read_article(article_of(TEXT, "en"), toy).claims[0]


def test_half_of_either_content_is_needed(claim: Claim) -> None:
    start, end = claim.content.start, claim.content.end
    middle = (start + end) // 2
    assert content_fit(claim, Attribution((), (Span(start, middle),))) == 0.5
    assert content_fit(claim, Attribution((), (Span(start, end + 16),))) == 0.5
    assert content_fit(claim, Attribution((), (Span(start, middle - 1), Span(end + 1, end + 9)))) < 0.5
    assert content_fit(claim, Attribution((), (Span(start, middle), Span(middle + 1, end)))) == 15 / 16


def test_each_is_used_once_and_the_best_fit_first(claim: Claim) -> None:
    whole = Attribution((Span(0, 6),), (claim.content,))
    half = Attribution((Span(0, 6),), (Span(claim.content.start, claim.content.end - 4),))
    assert matched([claim], [half, whole], sources=True) == 1
    shorter = replace(claim, content=half.content[0])
    assert matched([claim, shorter], [half, whole], sources=True) == 2


def test_extents_with_gaps_and_nested_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.ann"
    path.write_text(
        "T1\tContent 0 5;9 12\tab\nT2\tContent 3 7\tb\nT3\tCue 7 9\tc\n"
        "E1\tAttribution:T3 Content:T1 Content2:T2 Cue:T3\nE2\tAttribution:T3 Cue:T3\nA1\tNote E1\n",
        encoding="utf-8",
    )
    assert load_ann(path) == (Attribution((), (Span(0, 7), Span(9, 12))),)


def test_what_is_no_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no \.ann file"):
        bench_attribution(tmp_path)
    path = tmp_path / "a.ann"
    path.write_text("T1\tContent five six\tx\n", encoding="utf-8")
    with pytest.raises(InputError, match="no brat annotation"):
        load_ann(path)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "polnear-dev").is_dir(), reason="the marked articles are not at hand")
def test_the_set_is_read(tmp_path: Path) -> None:
    whole = SHARED / "polnear-dev"
    assert sum(len(load_ann(path)) for path in (whole / "attributions").glob("*.ann")) > 2000
    for path in sorted((whole / "attributions").glob("*.ann"))[:12]:
        shutil.copy(path, tmp_path)
    for path in (whole / "text").glob("*.txt"):
        shutil.copy(path, tmp_path)
    score = bench_attribution(tmp_path)
    assert 0 < score.articles <= 12
    assert score.content_token_f1 > 0.6
