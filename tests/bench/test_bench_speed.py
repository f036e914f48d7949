"""Speed: the articles made for it, the arithmetic, and one small run."""

from __future__ import annotations

from pathlib import Path

import pytest
from helper_bench import objects

from kawat.bench.speed import WORDS, Lap, bench_speed, made_articles, peak_rss, report_paths, score_laps
from kawat.bench.texts import article_of
from kawat.errors import NotFoundError, UsageError
from kawat.records import ParagraphKind

EN = "The ministers of Norway met in Oslo on Monday.\n\nThey spoke about fish and the weather.\n\nThen they left."
ID = "Para menteri bertemu di Jakarta pada Senin.\n\nMereka membahas ikan, kapal dan cuaca di laut."


def words_of(text: bytes) -> list[str]:
    title, _, body = text.decode().partition("\n\n")
    assert title == ""
    return body.split()


def test_articles_have_their_words_and_take_turns() -> None:
    reports = [article_of(EN, "en"), article_of(ID, "id")]
    made = made_articles(reports, 5)
    assert made == made_articles(reports, 5)
    assert [len(words_of(one)) for one in made] == [WORDS] * 5
    assert [words_of(one)[0] for one in made] == ["Para", "The", "Mereka", "They", "Para"]
    assert len(set(made)) == 4  # Indonesian has two paragraphs to begin with


def test_titles_are_not_running_text() -> None:
    titled = article_of("A headline\n\nThe text of it.", "en", ParagraphKind.TITLE)
    assert set(words_of(made_articles([titled], 1)[0])) == {"The", "text", "of", "it."}
    with pytest.raises(NotFoundError, match="no text in a language"):
        made_articles([article_of("Het weer.", "nl"), article_of("A headline", "en", ParagraphKind.TITLE)], 1)


def test_the_slowest_process_sets_the_time() -> None:
    laps = [Lap(6, 120, 2.0, 50_000_000), Lap(4, 80, 4.0, 70_000_000)]
    score = score_laps(("r", "7"), laps, 3, 1.5)
    assert (score.articles, score.sentences, score.processes, score.threads) == (10, 200, 2, 3)
    assert (score.articles_per_second, score.sentences_per_second) == (2.5, 50.0)
    assert (score.peak_rss_mb, score.cold_start_s, score.version) == (120.0, 1.5, "7")


def test_memory_is_counted_in_bytes() -> None:
    before = peak_rss()
    held = bytearray(b"x" * 40_000_000)
    assert before > 5_000_000
    assert peak_rss() >= max(before, len(held))


def test_a_small_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text(f"Ministers meet in Oslo\n\n{EN}\n", encoding="utf-8")
    (told,) = objects(capsys, "speed", str(tmp_path), "--articles", "4", "--processes", "2", "--threads", "2")
    assert (told["articles"], told["processes"], told["threads"], told["reader"]) == (4, 2, 2, "encoder")
    assert told["sentences"] > 4 * 20
    assert 0 < told["articles_per_second"] < told["sentences_per_second"]
    assert told["peak_rss_mb"] > 20
    assert 0 < told["cold_start_s"] < 60


def test_what_can_not_be_measured_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no \.txt or \.html"):
        report_paths(tmp_path)
    with pytest.raises(NotFoundError):
        bench_speed(tmp_path / "away")
    with pytest.raises(UsageError, match="no more of them than articles"):
        bench_speed(tmp_path, articles=3, processes=2, threads=2)
    with pytest.raises(UsageError, match="no reader"):
        bench_speed(tmp_path, reader="nobody")
