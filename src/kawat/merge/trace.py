"""What merging compares of a report: a small frozen thing, made once, with every value in comparable form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

import numpy as np
from numpy.typing import NDArray

from kawat.knowledge.entries import is_state
from kawat.knowledge.words import folded_words
from kawat.records import Actor, ActorKind, Place, Quantity, Report, Salience, Status, Telling, Time

MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what sides do together: "A met B" and "B met A" tell of one meeting."""

COARSE_DAYS = 8
"""A time longer than this tells no day: "in March", "in 2018"."""

OLD_DAYS = 60
"""An event this much older than its article is history, whatever the article makes of it."""

SHORT_WORD = 4
MOST_ABOUT = 2
_CAPITALISED = re.compile(r"(?<=[\w,;:(\-’'] )([A-Z][\w’'-]+)")
Words = tuple[str, ...]
"""Different words, sorted: a store's traces are held by the thousand, and a set takes five times the room."""
_GOVERNS = frozenset({"GOV", "MIL", "SPY"})
_PLANS = frozenset({Status.PLANNED, Status.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Side:
    """An actor as merging compares it. ``one``: a person, body or group by its id; ``words``: of its name."""

    one: str | None
    country: str | None
    governs: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Where:
    name: str
    country: str | None
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Figure:
    what: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Trace:
    """A report in comparable form. Days are proleptic ordinals (`date.toordinal`), None where not told.

    ``words``: the longer words of the sentence, folded and cut to their first letters; ``trigger`` likewise.
    ``names``: its words with a capital inside a sentence, which are the same in both languages. ``story``: those of
    the whole article; ``about``: the countries that take part in most of what it tells. ``named``: who takes part
    by id; ``parties``: marks of all that take part, two that may be one share some. ``dated``: it has a day, or a
    few; ``coarse``: a time that is longer; ``old``: it is history told again. ``kind``: ``M`` with a coarse time,
    ``P`` a plan, ``U`` without time, ``H`` history, ``D`` any other with a day. ``days``: first and last day, of
    one without a time the day of publication.
    """

    id: str
    article: str
    language: str
    published: int | None
    type: str
    mode: str | None
    status: Status
    background: bool
    first: int | None
    last: int | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    mutual: bool
    where: Where | None
    figures: tuple[Figure, ...]
    trigger: Words
    words: Words
    names: Words
    story: Words
    about: tuple[str, ...]
    vector: NDArray[np.float16] | None
    sides: tuple[Side, ...] = field(init=False)
    countries: frozenset[str] = field(init=False)
    named: frozenset[str] = field(init=False)
    parties: frozenset[str] = field(init=False)
    dated: bool = field(init=False)
    coarse: bool = field(init=False)
    old: bool = field(init=False)
    planned: bool = field(init=False)
    kind: str = field(init=False)
    days: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for in every comparison, so made once.
        put = object.__setattr__
        put(self, "sides", (*self.actors, *self.recipients))
        for name, value in zip(("countries", "named", "parties"), _parts_of(self.sides), strict=True):
            put(self, name, value)
        put(
            self,
            "dated",
            self.first is not None and self.last is not None and self.last - self.first < COARSE_DAYS,
        )
        put(self, "coarse", self.first is not None and not self.dated)
        known = self.last is not None and self.published is not None
        put(self, "old", self.published - self.last > OLD_DAYS if known else self.background)  # type: ignore[operator]
        put(self, "planned", self.status in _PLANS)
        put(self, "kind", _kind_of(self))
        put(self, "days", _days_of(self))


@lru_cache(maxsize=8192)
def _parts_of(sides: tuple[Side, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The countries of these sides, their ids, and all their marks."""
    return (
        frozenset(side.country for side in sides if side.country),
        frozenset(side.one for side in sides if side.one),
        frozenset(mark for side in sides for mark in _marks_of(side)),
    )


def _marks_of(side: Side) -> Iterator[str]:
    if side.one:
        yield side.one
    if side.country:
        yield f"c:{side.country}"
    yield from (f"w:{word}" for word in side.words)


def _kind_of(trace: Trace) -> str:
    if trace.coarse:
        return "M"
    if trace.planned:
        return "P"
    if trace.first is None:
        return "U"
    return "H" if trace.old else "D"


def _days_of(trace: Trace) -> tuple[int, ...]:
    if trace.first is not None and trace.last is not None:
        return (trace.first,) if trace.first == trace.last else (trace.first, trace.last)
    return () if trace.published is None else (trace.published,)


def traces_of(tellings: Iterable[Telling]) -> dict[str, Trace]:
    """The traces of reports by id. Of each article all reports must be there: they tell what it is about."""
    by_article: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_article.setdefault(telling.article.id, []).append(telling)
    out: dict[str, Trace] = {}
    for told in by_article.values():
        article = told[0].article
        background = Background(names_in(article.text), about_of([one.report for one in told]))
        out |= {one.report.id: trace_of(one, background) for one in told}
    return out


@dataclass(frozen=True, slots=True)
class Background:
    """What all reports of an article share: the names in its text, the countries that it is about."""

    story: Words
    about: tuple[str, ...]


def about_of(reports: Sequence[Report]) -> tuple[str, ...]:
    """The countries in most of an article's reports, most first: enough to know a report that names none."""
    counts: Counter[str] = Counter()
    for report in reports:
        sides = {actor.country for actor in report.sides if is_state(actor.country)}
        here = {report.place.country} if report.place and report.place.country else set()
        counts.update(country for country in sides | here if country)
    most = max(counts.values(), default=0)
    ordered = sorted(counts, key=lambda country: (-counts[country], country))
    return tuple(country for country in ordered if counts[country] * 2 >= most)[:MOST_ABOUT]


def trace_of(telling: Telling, background: Background) -> Trace:
    """The trace of a report. Pure."""
    report, article = telling.report, telling.article
    first, last = days_of(report.time)
    published = article.published_day
    sentence = report.sentence.of(article.text)
    return Trace(
        id=report.id,
        article=article.id,
        language=article.language,
        published=published.toordinal() if published else None,
        type=report.type,
        mode=report.mode,
        status=report.status,
        background=report.salience is Salience.BACKGROUND,
        first=first,
        last=last,
        actors=_sides(report.actors),
        recipients=_sides(report.recipients),
        mutual=report.symmetric or report.type in MUTUAL_TYPES,
        where=_where(report.place),
        figures=tuple(figure for one in report.quantities if (figure := _figure(one)) is not None),
        trigger=stems(report.trigger.of(article.text)),
        words=stems(sentence),
        names=names_in(sentence),
        story=background.story,
        about=background.about,
        vector=_vector(report),
    )


def days_of(time: Time | None) -> tuple[int | None, int | None]:
    """First and last day of a time; both None where it has none. An open end counts as the other end."""
    days = time.days if time is not None else None
    return (None, None) if days is None else (days[0].toordinal(), days[1].toordinal())


@lru_cache(maxsize=4096)
def stems(text: str) -> Words:
    """The words of ``text`` that carry meaning, each cut to six letters, so that forms of one word are one."""
    return different(word[:6] for word in folded_words(text) if len(word) >= SHORT_WORD or word.isdigit())


@lru_cache(maxsize=4096)
def names_in(text: str) -> Words:
    """The words with a capital that do not begin a sentence, folded: names, the same in both languages."""
    found = (match.group(1) for match in _CAPITALISED.finditer(text))
    return different(word for one in found for word in folded_words(one) if len(word) >= SHORT_WORD)


def different(words: Iterable[str]) -> Words:
    """The different ones of the words, each held once however many traces have it."""
    return held(tuple(sorted({*map(intern, words)})))


@lru_cache(maxsize=8192)
def held(words: Words) -> Words:
    """The same words as one object, which reports of a sentence share, whether made or read from a store."""
    return words


def _sides(actors: tuple[Actor, ...]) -> tuple[Side, ...]:
    return tuple(_side(actor) for actor in actors)


def _side(actor: Actor) -> Side:
    state = actor.kind is ActorKind.STATE
    named = actor.id if actor.id and not state else None
    words = sorted({word for word in folded_words(actor.name) if len(word) >= SHORT_WORD})
    country = actor.country if is_state(actor.country) else None
    return side_of(named, country, state or actor.sector in _GOVERNS, tuple(words))


@lru_cache(maxsize=8192)
def side_of(one: str | None, country: str | None, governs: bool, words: tuple[str, ...]) -> Side:
    """The side with these values; the same few take part in most of what is told."""
    return Side(one, country, governs, frozenset(map(intern, words)))


def _where(place: Place | None) -> Where | None:
    if place is None:
        return None
    exact = (
        place.latitude is not None and place.longitude is not None and place.precision not in ("country", "region")
    )
    point = (place.latitude, place.longitude) if exact else None
    return Where(" ".join(folded_words(place.name)), place.country, point)  # type: ignore[arg-type]


def _figure(quantity: Quantity) -> Figure | None:
    low = quantity.value if quantity.value is not None else quantity.min
    high = quantity.value if quantity.value is not None else quantity.max
    if low is None and high is None:
        return None
    return Figure(quantity.what.value, low if low is not None else 0.0, high if high is not None else float("inf"))


def direction(raw: NDArray[np.float32]) -> NDArray[np.float16] | None:
    """The vector with length one; None for a vector of length zero."""
    length = float(np.linalg.norm(raw))
    return (raw / length).astype(np.float16) if length else None


def _vector(report: Report) -> NDArray[np.float16] | None:
    return None if report.vector is None else direction(np.frombuffer(report.vector, np.int8).astype(np.float32))
