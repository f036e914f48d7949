"""How fast a large store merges: made-up articles, as many and as alike as two years of the world's news.

The articles are made from a fixed seed. Events happen between pairs of states, some pairs far more often than
others; each is told by one to eight articles over a few days, and one in five is told again as history. Text and
directions of meaning are made up too: what is timed is keeping and merging, not reading.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from kawat.intake.keeping import keep
from kawat.intake.memory import Memory
from kawat.knowledge import EntryKind, load_knowledge
from kawat.ontology import load_ontology
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Counted,
    Granularity,
    Paragraph,
    ParagraphKind,
    Quantity,
    ReaderInfo,
    Record,
    Report,
    Salience,
    Span,
    Status,
    Time,
    content_id,
)
from kawat.store import open_store

SEED = 20260101
FIRST_DAY = date(2024, 1, 1)
DAYS = 730
REPORTS_AN_ARTICLE = 6
WIDTH = 96
MEGA = 1_000_000
_WORDS = 4000
_READER = ReaderInfo("made up", "1")


@dataclass(frozen=True, slots=True)
class ScaleScore:
    """``reports_per_second``: kept and merged, article by article, in one process, over the whole run.

    ``last_tenth_per_second``: the same over the last tenth, when the store is largest. ``one_article_s``: adding
    one article to the full store, opened anew. ``peak_rss_mb``: of this process, in MB.
    """

    reports: int
    articles: int
    events: int
    links: int
    seconds: float
    reports_per_second: float
    last_tenth_per_second: float
    one_article_s: float
    peak_rss_mb: float
    store_mb: float


def bench_scale(reports: int, done: Callable[[int], None] | None = None) -> ScaleScore:
    """Merge ``reports`` made-up reports into a store of its own; ``done`` is told how many are kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scale.db"
        made = made_records(reports + 20 * REPORTS_AN_ARTICLE)
        at = datetime(2026, 1, 1, tzinfo=UTC)
        marks: list[tuple[int, float]] = [(0, 0.0)]
        kept = articles = 0
        spent = 0.0
        with open_store(path, create=True) as store:
            memory = Memory()
            while kept < reports:
                record = next(made)
                began = time.perf_counter()
                keep(store, record, at, memory=memory)
                spent += time.perf_counter() - began
                kept, articles = kept + len(record.reports), articles + 1
                marks.append((kept, spent))
                if done is not None:
                    done(kept)
            events, links = len(store.events()), store.merging().count_links()
        last = next(mark for mark in marks if mark[0] >= kept * 0.9)
        one = _one_more(path, next(made), at)
        return ScaleScore(
            reports=kept,
            articles=articles,
            events=events,
            links=links,
            seconds=spent,
            reports_per_second=kept / spent,
            last_tenth_per_second=(kept - last[0]) / max(spent - last[1], 1e-9),
            one_article_s=one,
            peak_rss_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT / MEGA,
            store_mb=path.stat().st_size / MEGA,
        )


_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def _one_more(path: Path, record: Record, at: datetime) -> float:
    began = time.perf_counter()
    with open_store(path) as store:
        keep(store, record, at)
    return time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class _Happening:
    type: str
    sides: tuple[str, str]
    day: date
    words: tuple[int, ...]
    direction: tuple[float, ...]
    figure: int | None


def made_records(
    reports: int, *, seed: int = SEED, days: int = DAYS, states: int | None = None
) -> Iterator[Record]:
    """About ``reports`` made-up reports, as records in the order of publication, over ``days`` and ``states``."""
    dice = random.Random(seed)
    plan = _plan(dice, reports, days, states)
    for number, (day, language, told) in enumerate(plan):
        yield _record(dice, number, day, language, told)


def _plan(
    dice: random.Random, reports: int, days: int, states: int | None
) -> list[tuple[date, str, list[_Happening]]]:
    """The articles by day: when, in which language, which happenings each tells."""
    known = load_knowledge()
    codes = sorted(
        {e.country for e in known.entries(EntryKind.COUNTRY) if e.country and known.is_un_member(e.country)}
    )
    dice.shuffle(codes)
    codes = codes[:states]
    types = [kind.name for kind in load_ontology().types]
    tellings: list[tuple[date, _Happening]] = []
    past: list[_Happening] = []
    while len(tellings) < reports:
        one = _happening(dice, codes, types, days)
        past.append(one)
        for _ in range(min(8, 1 + int(dice.expovariate(0.6)))):
            tellings.append((one.day + timedelta(days=min(5, int(dice.expovariate(1.2)))), one))
        if dice.random() < 0.2:
            tellings.append((FIRST_DAY + timedelta(days=dice.randrange(days)), dice.choice(past)))
    tellings.sort(key=lambda telling: telling[0])
    plan: list[tuple[date, str, list[_Happening]]] = []
    begun: list[list[_Happening]] = []
    for day, happening in tellings:
        article = next((one for one in begun if happening not in one), None)
        if article is None:
            begun.append(article := [])
        article.append(happening)
        if len(article) == REPORTS_AN_ARTICLE:
            begun.remove(article)
            plan.append((day, dice.choice(("en", "id")), article))
    return plan


def _happening(dice: random.Random, codes: list[str], types: list[str], days: int) -> _Happening:
    """Pairs of states by a long-tailed law: the first few take part in most of what happens."""
    first, second = (codes[min(len(codes) - 1, int(len(codes) * dice.random() ** 3))] for _ in range(2))
    spot = [dice.gauss(0, 1) for _ in range(WIDTH)]
    return _Happening(
        dice.choice(types),
        (first, second),
        FIRST_DAY + timedelta(days=dice.randrange(days)),
        tuple(dice.randrange(_WORDS) for _ in range(14)),
        tuple(spot),
        dice.randrange(2, 400) if dice.random() < 0.3 else None,
    )


def _record(dice: random.Random, number: int, day: date, language: str, told: list[_Happening]) -> Record:
    title = f"Wire {number}"
    text, spans = title, [Span(0, len(title))]
    for happening in told:
        words = [f"w{language}{word}x" for word in happening.words]
        dice.shuffle(words)
        sentence = " ".join([*words, *(f"v{dice.randrange(_WORDS)}z" for _ in range(10))]) + "."
        spans.append(Span(len(text) + 2, len(text) + 2 + len(sentence)))
        text += "\n\n" + sentence
    kinds = [ParagraphKind.TITLE] + [ParagraphKind.BODY] * len(told)
    article = Article(
        text,
        tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=True)),
        language,
        title=title,
        outlet=f"Outlet {number % 180}",
        published=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        url=f"https://outlet{number % 180}.example/{number}",
    )
    reports = [_report(dice, article, one, span) for one, span in zip(told, spans[1:], strict=True)]
    return Record(_READER, article, tuple(reports), ())


def _report(dice: random.Random, article: Article, told: _Happening, sentence: Span) -> Report:
    trigger = Span(sentence.start, sentence.start + 6)
    dated = dice.random() < 0.7
    old = article.published_day is not None and (article.published_day - told.day).days > 30
    noise = np.array(told.direction) + np.array([dice.gauss(0, 0.8) for _ in range(WIDTH)])
    vector = np.rint(noise / np.linalg.norm(noise) * 127).astype(np.int8).tobytes()
    figures = (Quantity("people", Counted.KILLED, trigger, float(told.figure)),) if told.figure else ()
    return Report(
        id=content_id("rep", article.id, str(trigger.start), told.type),
        type=told.type,
        mode=None,
        contexts=(),
        status=Status.OCCURRED,
        salience=Salience.BACKGROUND if old else Salience.MAIN,
        trigger=trigger,
        sentence=sentence,
        actors=(_state(told.sides[0], trigger),),
        recipients=(_state(told.sides[1], trigger),) if dice.random() < 0.7 else (),
        symmetric=False,
        time=Time(told.day, told.day, Granularity.DAY) if dated or old else None,
        place=None,
        quantities=figures,
        attribution=(),
        confidence=0.9,
        vector=vector,
    )


def _state(code: str, mention: Span) -> Actor:
    return Actor(code, ActorKind.STATE, mention, id=code, country=code)
