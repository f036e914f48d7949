"""Hand-made events: tellings of which each value is chosen, of articles that need no reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Counted,
    Event,
    Granularity,
    Paragraph,
    ParagraphKind,
    Place,
    Quantity,
    Report,
    Salience,
    Span,
    Status,
    Telling,
    Time,
    Voice,
)

HERE = Span(0, 4)
MONDAY, TUESDAY, WEDNESDAY = date(2025, 8, 11), date(2025, 8, 12), date(2025, 8, 13)
AUGUST = Time(date(2025, 8, 1), date(2025, 8, 31), Granularity.MONTH)


def state(code: str, name: str | None = None) -> Actor:
    return Actor(name or code.title(), ActorKind.STATE, HERE, id=f"country:{code}", country=code)


def person(name: str, country: str | None = None, *, id: str | None = None, sector: str | None = "GOV") -> Actor:
    return Actor(name, ActorKind.PERSON, HERE, id=id, country=country, sector=sector)


RUSSIA, UKRAINE, KOREA = state("RUS", "Russia"), state("UKR", "Ukraine"), state("PRK", "North Korea")
PUTIN = person("Vladimir Putin", "RUS", id="person:putin")
KIM = person("Kim Jong Un", "PRK", id="person:kim")
TRUMP = person("Donald Trump", "USA", id="person:trump")
KREMLIN = Actor("Kremlin", ActorKind.ORGANISATION, HERE, id="seat:kremlin", country="RUS", sector="GOV")
KCNA = Actor("KCNA", ActorKind.ORGANISATION, HERE, id="outlet:kcna", country="PRK", sector="MED")
OFFICIALS = Actor("officials", ActorKind.GROUP, HERE)


def on(day: date | None, last: date | None = None) -> Time | None:
    if day is None:
        return None
    return Time(day, last or day, Granularity.DAY if last in (None, day) else Granularity.RANGE)


def dead(value: float | None = None, **more: Any) -> Quantity:
    return Quantity("people", Counted.KILLED, HERE, value=value, **more)


def place(name: str, country: str | None = "UKR", **more: Any) -> Place:
    return Place(name, country, HERE, **more)


def telling(n: int, **more: Any) -> Telling:
    """Article ``n``, of "Outlet n", published on Tuesday, tells that Russia attacked Ukraine on Monday.

    ``published``, ``outlet`` and ``copy_of`` are the article's, ``voices`` who says so, the rest the report's.
    ``tag`` tells several reports of one article apart.
    """
    published: date | datetime | None = more.pop("published", TUESDAY)
    outlet, copy, tag = more.pop("outlet", f"Outlet {n}"), more.pop("copy_of", None), more.pop("tag", "")
    article = Article(
        text=f"Text number {n} tells of it.",
        paragraphs=(Paragraph(HERE, ParagraphKind.LEAD),),
        language="en",
        title=f"Text number {n}",
        outlet=outlet,
        published=published,
        source_file=f"folder/{n}.txt",
    )
    voices = tuple(Voice(actor, None) for actor in more.pop("voices", ()))
    report = Report(
        id=f"rep-{n:04}{tag}",
        type="ASSAULT",
        mode=None,
        contexts=(),
        status=Status.OCCURRED,
        salience=Salience.MAIN,
        trigger=HERE,
        sentence=Span(0, len(article.text)),
        actors=(RUSSIA,),
        recipients=(UKRAINE,),
        symmetric=False,
        time=on(MONDAY),
        place=None,
        quantities=(),
        attribution=voices,
        confidence=0.9,
    )
    return Telling(article, replace(report, **more), copy)


def event(*tellings: Telling, type: str | None = None, id: str = "evt-1") -> Event:
    return Event(id, type or tellings[0].report.type, tellings)
