"""Values of records and plans as short text for people, in their language: what files and the interface share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kawat.export.messages import LANGUAGES, WORDS
from kawat.knowledge.countries import place_name
from kawat.ontology import load_ontology
from kawat.records import Actor, Article, Granularity, Place, Report, Telling, Time, Voice, day_of
from kawat.views.calendar import Move, Outcome, Plan
from kawat.views.event import Days
from kawat.views.timeline import By, label, period_of

WITHIN_PLACE = 3  # values shown side by side in one cell; the others are counted
SHORT = 12  # so much of an id tells it apart for people


class Face(Protocol):
    """In which language to speak, and how; ``csv``: for programs, with nothing where there is no value."""

    @property
    def lang(self) -> str: ...
    @property
    def csv(self) -> bool: ...
    def say(self, key: str, **values: object) -> str: ...
    def absent(self, key: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Tongue:
    """Speaks ``lang`` for people, in the words of `WORDS`."""

    lang: str
    csv: bool = False

    def say(self, key: str, **values: object) -> str:
        return WORDS[key][LANGUAGES.index(self.lang)].format(**values)

    def absent(self, key: str) -> str:
        return self.say(key)


def type_label(face: Face, report_type: str, mode: str | None = None) -> str:
    """ "Consult: call", "Berunding: telepon"."""
    known = next((one for one in load_ontology().types if one.name == report_type), None)
    if known is None:
        return report_type if mode is None else f"{report_type}: {mode}"
    label = known.label_id if face.lang == "id" else known.label_en
    modes = {one.name: one.label_id if face.lang == "id" else one.label_en for one in known.modes}
    return label if mode is None else f"{label}: {modes.get(mode, mode)}"


def when(face: Face, time: Time | None, text: str) -> str:
    """The day or days of an event; what was said where that gives no day."""
    if time is None or (time.start is None and time.end is None):
        return f"“{time.said.of(text)}”" if time and time.said else face.absent("not_said")
    start, end = day_of(time.start), day_of(time.end)
    if start == end or (start and end and time.granularity in (Granularity.MONTH, Granularity.YEAR)):
        return _rounded(start or end, time.granularity)
    return f"{start or '…'} – {end or '…'}"


def actor(face: Face, one: Actor) -> str:
    """Name and country: "Vladimir Putin (RUS)"; the country is left out where the name is its name."""
    name = (one.name_id or one.name) if face.lang == "id" else one.name
    return f"{name} ({one.country})" if one.country and one.country != one.id else name


def actors(face: Face, several: Iterable[Actor]) -> str:
    return ", ".join(dict.fromkeys(actor(face, one) for one in several))


def sides(face: Face, report: Report) -> str:
    """Who did it, and to whom."""
    who = actors(face, report.actors)
    whom = actors(face, report.recipients)
    if report.symmetric and len(report.actors) == 2 and not whom:
        return " ↔ ".join(sorted(actor(face, one) for one in report.actors))
    return f"{who or face.say('nobody')} → {whom}" if whom else who or face.absent("nobody")


def place(face: Face, one: Place | None) -> str:
    if one is None:
        return face.absent("not_said")
    name = place_name(one.name, one.country, face.lang)
    return f"{name} ({one.country})" if one.country else name


def voices(face: Face, several: Iterable[Voice]) -> str:
    """Who says so, outermost first; the outlet itself when nobody else does."""
    return " > ".join(actor(face, voice.actor) for voice in several) or face.say("outlet_itself")


def source(face: Face, article: Article) -> str:
    """Who tells it: the outlet; else what tells the article from others."""
    return article.outlet or article.url or (article.id if face.csv else article.id[:SHORT])


def beside(values: Iterable[str], most: int = WITHIN_PLACE) -> str:
    """Different values side by side, the most frequent first, all over ``most`` counted."""
    counted: dict[str, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    ordered = sorted(counted, key=lambda value: -counted[value])
    more = f" +{len(ordered) - most}" if len(ordered) > most else ""
    return " | ".join(ordered[:most]) + more


def _rounded(day: date | None, granularity: Granularity) -> str:
    told = day.isoformat() if day else ""
    return told[: {Granularity.MONTH: 7, Granularity.YEAR: 4}.get(granularity, 10)]


def days_text(days: Days) -> str:
    """ "2025-08-14", "2025-08-14 – 2025-08-16"; a whole month or year as "2025-08", "2025"."""
    whole = (label(days[0], by) for by in (By.DAY, By.MONTH, By.YEAR) if period_of(days[0], by) == days)
    return next(whole, f"{days[0]} – {days[1]}")


def became(face: Face, plan: Plan) -> str:
    """The outcome; who says so, unless the plan still waits for one; from which day it was moved."""
    told = face.say(f"plan_{plan.outcome.value}")
    if plan.outcome in (Outcome.OCCURRED, Outcome.CANCELLED):
        told = f"{told}: {_sources(face, plan.said_by)}"
    moves = [_move(face, move) for move in plan.moves]
    return "\n".join(moves if plan.outcome is Outcome.MOVED else [told, *moves])


def _move(face: Face, move: Move) -> str:
    days = {"before": days_text(move.before), "after": days_text(move.after)}
    return face.say("moved_from", by=_sources(face, move.tellings), **days)


def _sources(face: Face, tellings: Iterable[Telling]) -> str:
    return beside(told_source(face, telling) for telling in tellings)


def told_source(face: Face, telling: Telling) -> str:
    """The outlet, and who says it there where anybody does."""
    voice = f": {voices(face, telling.report.attribution)}" if telling.report.attribution else ""
    return source(face, telling.article) + voice
