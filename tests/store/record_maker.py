"""Records made for the tests of the store and of the commands: hand-made ones and hypothesis strategies."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any

from hypothesis import strategies as st

from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Claim,
    Counted,
    Dropped,
    Granularity,
    Paragraph,
    ParagraphKind,
    Place,
    Quantity,
    ReaderInfo,
    Record,
    Report,
    Salience,
    Span,
    Status,
    Time,
    Voice,
    content_id,
)

NOW = datetime(2025, 8, 20, 9, 30, tzinfo=UTC)
READER = ReaderInfo("lexicon", "0.1.0")
TYPES = ("CONSULT", "ACCUSE", "ASSAULT", "AID")


def span(text: str, wording: str, after: int = 0) -> Span:
    start = text.index(wording, after)
    return Span(start, start + len(wording))


def actor(text: str, wording: str, **more: Any) -> Actor:
    given = {"name": wording, "kind": ActorKind.STATE, "mention": span(text, wording)} | more
    return Actor(**given)


def sample(
    n: int = 1, *, outlet: str = "Warta Bahari", day: date = date(2025, 8, 14), status: Status = Status.OCCURRED
) -> Record:
    """One article with two reports and a claim; ``n`` tells articles apart."""
    text = (
        f"Meeting number {n} in Bandung\n\n"
        "Foreign Minister Sari met Lindgren of Sweden on Tuesday, the ministry said. "
        "Sweden condemned the strike on Port Aru, in which 12 people were killed."
    )
    break_at = text.index("\n\n")
    paragraphs = (
        Paragraph(Span(0, break_at), ParagraphKind.TITLE),
        Paragraph(Span(break_at + 2, len(text)), ParagraphKind.LEAD),
    )
    article = Article(
        text=text,
        paragraphs=paragraphs,
        language="en",
        title=f"Meeting number {n} in Bandung",
        outlet=outlet,
        published=datetime(day.year, day.month, day.day, 8, 1, tzinfo=timezone(timedelta(hours=7))),
        url=f"https://warta-bahari.example/{n}",
    )
    sari = actor(text, "Sari", id="sari", country="IDN", kind=ActorKind.PERSON, sector="GOV")
    lindgren = actor(text, "Lindgren", country="SWE", kind=ActorKind.PERSON)
    sweden = actor(text, "Sweden", id="SWE", name_id="Swedia", country="SWE")
    ministry = actor(text, "ministry", name="Ministry of Foreign Affairs", country="IDN", sector="GOV")
    first = Span(break_at + 2, text.index("said.") + 5)
    second = Span(text.index("Sweden condemned"), len(text))
    tuesday = Time(date(2025, 8, 12), date(2025, 8, 12), Granularity.DAY, span(text, "Tuesday"))
    reports = (
        Report(
            content_id("rep", article.id, "met"), "CONSULT", "visit", ("diplomatic",), status, Salience.MAIN,
            span(text, "met"), first, (sari,), (lindgren,), False, tuesday,
            Place("Bandung", "IDN", span(text, "Bandung")), (), (Voice(ministry, span(text, "said")),), 0.9,
        ),
        Report(
            content_id("rep", article.id, "condemned"), "ACCUSE", "disapprove", (), Status.OCCURRED,
            Salience.SECONDARY, span(text, "condemned"), second, (sweden,), (), False, None, None,
            (Quantity("people", Counted.KILLED, span(text, "12 people"), value=12.0),), (), 0.5,
        ),
    )  # fmt: skip
    content = Span(first.start, text.index(", the ministry"))
    claim = Claim(
        content_id("cla", article.id, "0"), (ministry,), span(text, "said"), content, False, (reports[0].id,)
    )
    return Record(READER, article, reports, (claim,), (Dropped("idiom", span(text, "number")),))


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)
maybe_words = st.none() | words
days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
zones = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-3, minutes=-30))])
moments = days | st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=zones)
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@cache  # so are those below: a strategy costs more to make than to draw from
def spans(length: int) -> st.SearchStrategy[Span]:
    place = st.integers(0, length - 1)
    return st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends) + 1))


@cache
def actors(length: int) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor, name=words, kind=st.sampled_from(ActorKind), mention=spans(length), id=maybe_words,
        name_id=maybe_words, country=st.none() | st.sampled_from(["IDN", "SWE", "IGO"]), sector=maybe_words,
        resolved_by=maybe_words,
    )  # fmt: skip


@cache
def times(length: int) -> st.SearchStrategy[Time]:
    return st.builds(
        Time, start=st.none() | moments, end=st.none() | moments, granularity=st.sampled_from(Granularity),
        said=st.none() | spans(length), resolved_by=maybe_words,
    )  # fmt: skip


@cache
def reports(length: int) -> st.SearchStrategy[Report]:
    few = st.lists(actors(length), max_size=2).map(tuple)
    places = st.builds(
        Place, name=words, country=maybe_words, mention=spans(length), latitude=numbers, longitude=numbers,
        precision=maybe_words,
    )  # fmt: skip
    quantities = st.builds(
        Quantity, unit=words, what=st.sampled_from(Counted), mention=spans(length), value=numbers, min=numbers,
        max=numbers, approximate=st.booleans(),
    )  # fmt: skip
    voices = st.builds(Voice, actor=actors(length), cue=st.none() | spans(length))
    return st.builds(
        Report, id=st.just(""), type=st.sampled_from(TYPES), mode=maybe_words,
        contexts=st.lists(words, max_size=2).map(tuple), status=st.sampled_from(Status),
        salience=st.sampled_from(Salience), trigger=spans(length), sentence=spans(length), actors=few,
        recipients=few, symmetric=st.booleans(), time=st.none() | times(length), place=st.none() | places,
        quantities=st.lists(quantities, max_size=1).map(tuple), attribution=st.lists(voices, max_size=1).map(tuple),
        confidence=st.integers(0, 10_000).map(lambda n: n / 10_000),
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record the contract allows, its ids made of its content."""
    text = draw(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=60))
    kinds = st.sampled_from(ParagraphKind)
    article = Article(
        text=text,
        paragraphs=tuple(draw(st.lists(st.builds(Paragraph, spans(len(text)), kinds), max_size=3))),
        language=draw(st.sampled_from(["en", "id", "th"])),
        title=draw(maybe_words), outlet=draw(maybe_words), byline=draw(maybe_words),
        published=draw(st.none() | moments), url=draw(maybe_words), source_file=draw(maybe_words),
        dropped=tuple(draw(st.lists(words, max_size=2))),
    )  # fmt: skip
    told = draw(st.lists(reports(len(text)), max_size=3))
    named = tuple(_named(report, article, n) for n, report in enumerate(told))
    claims = draw(
        st.lists(
            st.builds(
                Claim, id=st.just(""), speakers=st.lists(actors(len(text)), min_size=1, max_size=2).map(tuple),
                cue=st.none() | spans(len(text)), content=spans(len(text)), quoted=st.booleans(),
                reports=st.just(tuple(report.id for report in named)),
            ),
            max_size=2,
        )
    )  # fmt: skip
    dropped = draw(st.lists(st.builds(Dropped, words, st.none() | spans(len(text))), max_size=2))
    said = tuple(_named(claim, article, n) for n, claim in enumerate(claims))
    return Record(READER, article, named, said, tuple(dropped))


def _named(thing: Any, article: Article, n: int) -> Any:
    from dataclasses import replace

    return replace(thing, id=content_id(type(thing).__name__.lower()[:3], article.id, str(n)))
