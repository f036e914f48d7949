"""`kawat bench speed`: articles per second, memory, and how long the first article takes.

The articles are made of the texts of a folder of reports, 400 words each, the same ones on every run. They are read
from bytes to records in fresh processes, each after a first article that is not counted.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.bench.figures import share
from kawat.errors import KawatError, NotFoundError, UsageError
from kawat.language import READ_LANGUAGES, sentences_of
from kawat.pages import article_from_page, read_path
from kawat.pipeline import read_page
from kawat.reading import reader_named
from kawat.reading.info import DEFAULT_READER
from kawat.records import Article, Page, ParagraphKind

if TYPE_CHECKING:
    from threading import Barrier

ARTICLES = 60
WORDS = 400
COLD_STARTS = 3
START_SECONDS = 300.0  # so long a process may take until it can read
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class SpeedScore:
    """Figures of this machine, this run. ``peak_rss_mb``: 10^6 bytes, the peaks of all reading processes added up.

    ``cold_start_s``: the median time of a fresh `kawat read --json` of one report, from start to end.
    """

    reader: str
    version: str
    articles: int
    words_per_article: int
    sentences: int
    processes: int
    threads: int
    articles_per_second: float
    sentences_per_second: float
    peak_rss_mb: float
    cold_start_s: float


@dataclass(frozen=True, slots=True)
class Lap:
    """What one process read after its first article, in how many seconds, with which peak of memory in bytes."""

    articles: int
    sentences: int
    seconds: float
    peak_rss: int


def bench_speed(
    folder: Path, reader: str = DEFAULT_READER, articles: int = ARTICLES, processes: int = 1, threads: int = 1
) -> SpeedScore:
    """Read ``articles`` articles made of the reports in ``folder``, shared out to the processes.

    Raises:
        InputError: the folder has no report that can be read.
        UsageError: there is no such reader, or fewer articles than readers at work.
        KawatError: a reading process ended before its time.
    """
    info = reader_named(reader).info
    if min(articles, processes, threads) < 1 or articles < processes * threads:
        raise UsageError("give at least one process and one thread, and no more of them than articles")
    paths = report_paths(folder)
    made = made_articles([article_from_page(read_path(str(path))) for path in paths], articles)
    laps = _laps([made[start::processes] for start in range(processes)], reader, threads)
    return score_laps((info.name, info.version), laps, threads, cold_start(paths[0], reader))


def score_laps(reader: tuple[str, str], laps: Sequence[Lap], threads: int, cold: float) -> SpeedScore:
    """Figures over processes that began together: the slowest tells how long it took."""
    seconds = max(lap.seconds for lap in laps)
    articles, sentences = sum(lap.articles for lap in laps), sum(lap.sentences for lap in laps)
    return SpeedScore(
        *reader,
        articles=articles,
        words_per_article=WORDS,
        sentences=sentences,
        processes=len(laps),
        threads=threads,
        articles_per_second=share(articles, seconds),
        sentences_per_second=share(sentences, seconds),
        peak_rss_mb=sum(lap.peak_rss for lap in laps) / _MEGA,
        cold_start_s=cold,
    )


def report_paths(folder: Path) -> list[Path]:
    """The texts and pages in a folder, by name. Raises `NotFoundError`."""
    found = sorted(folder.glob("*.txt")) + sorted(folder.glob("*.html")) if folder.is_dir() else []
    if not found:
        raise NotFoundError(f"{folder} has no .txt or .html report: give a folder of reports")
    return found


def made_articles(reports: Sequence[Article], count: int) -> list[bytes]:
    """``count`` plain texts of `WORDS` words under a title, the languages in turn.

    Each goes through the paragraphs of its language from where the one before began, one paragraph on.
    """
    by_language = [[one for one in reports if one.language == language] for language in READ_LANGUAGES]
    spoken = [same for same in by_language if any(_paragraphs(one) for one in same)]
    if not spoken:
        raise NotFoundError("the reports have no text in a language that Kawat reads: give others")
    return [_made(spoken[number % len(spoken)], number // len(spoken)) for number in range(count)]


def cold_start(report: Path, reader: str) -> float:
    """Seconds that a fresh process takes to read one report: the median of several."""
    command = [sys.executable, "-m", "kawat", "read", "--json", "--reader", reader, str(report)]
    spent = []
    for _ in range(COLD_STARTS):
        start = time.perf_counter()
        ran = subprocess.run(command, capture_output=True, check=False)
        spent.append(time.perf_counter() - start)
        if ran.returncode:
            raise KawatError(f"kawat read of {report} failed: {ran.stderr.decode('utf-8', 'replace').strip()}")
    return statistics.median(spent)


def _paragraphs(report: Article) -> list[str]:
    kept = (one for one in report.paragraphs if one.kind is not ParagraphKind.TITLE)
    return [one.span.of(report.text) for one in kept]


def _made(reports: Sequence[Article], turn: int) -> bytes:
    paragraphs = [words for one in reports for text in _paragraphs(one) if (words := text.split())]
    title = reports[turn % len(reports)].title or reports[0].outlet or ""
    left, at, out = WORDS, turn, [title]
    while left:
        words = paragraphs[at % len(paragraphs)][:left]
        out.append(" ".join(words))
        left -= len(words)
        at += 1
    return "\n\n".join(out).encode("utf-8")


def _laps(shares: Sequence[Sequence[bytes]], reader: str, threads: int) -> list[Lap]:
    """Every share read in a process of its own, all beginning at the same time."""
    context = get_context("spawn")
    barrier = context.Barrier(len(shares))
    try:
        with ProcessPoolExecutor(len(shares), context, initializer=_get_ready, initargs=(barrier,)) as pool:
            return list(pool.map(_lap, shares, [reader] * len(shares), [threads] * len(shares)))
    except BrokenProcessPool as error:
        raise KawatError("a reading process ended early: give fewer processes, or free some memory") from error


_ready: list[Barrier] = []


def _get_ready(barrier: Barrier) -> None:
    _ready.append(barrier)


def _lap(texts: Sequence[bytes], reader: str, threads: int) -> Lap:
    """Runs in the reading process."""
    pages = [Page(text, media_type="text/plain") for text in texts]
    read_page(pages[0], reader)
    with ThreadPoolExecutor(threads) as pool:
        _ready[-1].wait(START_SECONDS)
        start = time.perf_counter()
        records = list(pool.map(lambda page: read_page(page, reader), pages))
        seconds = time.perf_counter() - start
    peak = peak_rss()
    sentences = sum(len(sentences_of(record.article)) for record in records)
    return Lap(len(records), sentences, seconds, peak)


def peak_rss() -> int:
    """The most memory that this process has held, in bytes; 0 where the system does not tell.

    Linux counts it since the program began; the older call would also count what the parent held when it forked.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return _peak_elsewhere()


def _peak_elsewhere() -> int:
    try:
        import resource
    except ImportError:  # not on Windows
        return 0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024
