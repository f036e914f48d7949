"""Pages for measuring: distinct, readable, the same every time; figures from what was seen; the real command."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kawat.bench.intake import bench_intake
from kawat.bench.intake.making import COPIES, frame_of, made_pages
from kawat.bench.intake.memory import held_by
from kawat.bench.intake.running import Look, late_rate, rss_between
from kawat.cli.main import app
from kawat.errors import NotFoundError, UsageError
from kawat.merge.copies import copy_text, is_copy, shared
from kawat.pages import article_from_page
from kawat.records import Page

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"

REAL = """<!DOCTYPE html><html><head><title>Old title</title><meta charset="utf-8">
<meta property="article:published_time" content="1999-01-01"><script>var a = "</p>";</script></head>
<body><nav><ul>{menu}</ul></nav><div class="story"><h1>Old title</h1><time>1999</time>{text}</div>
<aside>Most read</aside></body></html>""".format(
    menu="".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60)),
    text="<p>The old text of this page, which must go. It is long enough to be seen as the text.</p>" * 8,
)


def article_of(page: bytes):  # type: ignore[no-untyped-def]
    return article_from_page(Page(page, "text/html", "utf-8"))


def test_pages_are_the_same_every_time_and_each_another_article() -> None:
    pages = list(made_pages(REPORTS, None, 40, 150))
    assert pages == list(made_pages(REPORTS, None, 40, 150))
    articles = [article_of(page) for page in pages]
    assert {one.language for one in articles} == {"id", "en"}
    assert all(100 < len(one.text.split()) < 260 for one in articles)
    assert all(one.title and one.outlet and one.published for one in articles)
    assert len({one.id for one in articles}) == len(articles)
    assert len({one.published for one in articles}) > 30


def test_few_are_copies() -> None:
    texts = [copy_text(article_of(page)) for page in made_pages(REPORTS, None, 60, 150)]
    same = sum(
        len(one.shingles & other.shingles) / min(len(one.shingles), len(other.shingles)) > 0.9
        for i, one in enumerate(texts)
        for other in texts[i + 1 :]
    )
    assert 0 < same < 60 * COPIES * 3
    assert not is_copy(shared(texts[0], texts[1]))


def test_a_frame_keeps_the_page_and_loses_its_article() -> None:
    frame = frame_of(REAL.encode())
    assert frame is not None
    assert "Section 59" in frame and "Most read" in frame
    assert "old text" not in frame.lower() and "Old title" not in frame and "1999" not in frame


def test_half_of_those_in_the_language_of_real_pages_are_made_of_their_sentences(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(REAL.encode()))
    articles = [article_of(page) for page in made_pages(REPORTS, tmp_path, 60, 60)]
    real = [one for one in articles if "It is long enough to be seen as the text" in one.text]
    assert {one.language for one in real} == {"en"}
    assert 8 <= len(real) <= 24
    assert not any("It is long enough" in one.text for one in articles if one not in real)


def test_pages_in_frames_are_read_as_what_was_put_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.bench.intake.making.LEAST_SENTENCES", 999)
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(REAL.encode()))
    plain = [article_of(page) for page in made_pages(REPORTS, None, 12, 200)]
    framed = [article_of(page) for page in made_pages(REPORTS, tmp_path, 12, 200)]
    assert [one.title for one in framed] == [one.title for one in plain]
    assert [one.published for one in framed] == [one.published for one in plain]
    for one, other in zip(plain, framed, strict=True):
        assert set(other.text.split()) >= set(one.text.split()[20:])


@pytest.mark.parametrize("page", [b"", b"<p>no head", REAL.replace("<p>", "<b>").encode(), b"<html></html>" * 9])
def test_what_has_no_text_is_no_frame(page: bytes) -> None:
    if page:
        assert frame_of(page) is None


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="pages' folder"):
        list(made_pages(REPORTS, tmp_path, 2, 50))
    with pytest.raises(NotFoundError, match="no titled article"):
        (tmp_path / "a.txt").write_text("Short note\n\nNothing happened here today.", encoding="utf-8")
        list(made_pages(tmp_path, None, 2, 50))
    with pytest.raises(UsageError):
        bench_intake(REPORTS, pages=0)


def test_late_figures_are_of_the_last_fifth() -> None:
    looks = [Look(float(n), n * 10, 100 + n) for n in range(1, 9)] + [Look(20.0, 100, 500)]
    assert late_rate(looks) == (100 - 80) / (20 - 8)
    assert rss_between(looks, 0.2, 0.4) == 102.5
    assert rss_between(looks, 0.8, 1.0) == 108
    assert rss_between(looks[-1:], 0.2, 0.4) == 0


def test_memory_of_a_process_counts_its_children() -> None:
    import multiprocessing
    import os

    before = held_by(os.getpid())
    if before == 0:
        pytest.skip("this system does not tell how much memory a process holds")
    context = multiprocessing.get_context("spawn")
    ready, go = context.Event(), context.Event()
    child = context.Process(target=_hold, args=(ready, go))
    child.start()
    try:
        assert ready.wait(60)
        assert held_by(os.getpid()) > before + 50_000_000
    finally:
        go.set()
        child.join()


def _hold(ready, go) -> None:  # type: ignore[no-untyped-def]
    held = bytearray(b"x" * 60_000_000)
    ready.set()
    go.wait(60)
    assert held


def test_the_command_measures_a_real_run() -> None:
    args = ["bench", "intake", str(REPORTS), "--pages", "12", "--words", "60", "--reader", "lexicon", "--json"]
    ran = CliRunner().invoke(app, args)
    assert ran.exit_code == 0, ran.output
    told = json.loads(ran.stdout)
    assert (told["read"] + told["quarantined"], told["pages"], told["workers"]) == (12, 12, 2)
    assert told["events"] > 0 and 0 < told["articles_per_second"] < 1000
    assert told["seconds"] > 0 and told["store_mb"] > 0.1
