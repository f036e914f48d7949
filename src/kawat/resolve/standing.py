"""Which reports stand, and which are kept as candidates: published for precision, kept for recall.

A reader is sure of words; whether they tell an event that happens, and one that nothing else in the article tells
already, shows in the whole article once its values are known. A logistic regression over what is known of a report
and of those beside it gives the chance, which becomes its confidence. `python -m kawat.bench.standing` fits it on
checked articles and measures it on articles left out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from kawat.errors import KnowledgeError
from kawat.ontology import ABOUT_AN_ACT
from kawat.records import Actor, ActorKind, Article, ParagraphKind, Report, Salience, Status

SPOKEN = ABOUT_AN_ACT | {"ACCUSE"}
CONSTANT = "constant"
WHOLE = 80
"""Words of an article; below, there is little beside a report to weigh it by."""
AMONG_PEOPLE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST"})
"""Acts that anybody does; who is arrested, charged, attacked or refused something meets a state, named or not."""
ALONE = 0.7
"""From which confidence a report is published that names nobody: who did it to whom is what is asked of it."""
_UNREAL = frozenset({Status.POSSIBLE, Status.PLANNED, Status.DENIED})
_MANY = 3.0  # more siblings or sides than this tell nothing new
_COMPANIES = "BUS"
_EDGE = 1e-4  # of confidences, whose odds would be without end
_STEM = 5

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Standing:
    """The fitted regression. ``published``: the least chance of a report that is published; ``asked``: the least
    confidence of the reader in a candidate whose chance is asked at all; ``weights`` by the names of `features`."""

    published: float
    asked: float
    weights: Mapping[str, float]


@cache
def load_standing() -> Standing:
    """The shipped regression. Raises KnowledgeError when its file is broken."""
    text = (files("kawat.resolve") / "data" / "standing.json").read_text(encoding="utf-8")
    try:
        told = json.loads(text)
        return Standing(float(told["published"]), float(told["asked"]), dict(told["weights"]))
    except (ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"standing.json is broken ({error!r}): install Kawat again") from error


def is_whole(article: Article) -> bool:
    """Whether there is enough of an article to weigh its reports by: the regression is fitted on whole ones."""
    return len(article.text.split()) >= WHOLE


def parted(reports: Sequence[Report], alone: float = 0.0) -> tuple[list[Report], list[Report]]:
    """Reports that tell an event of their own, and others, each in their order.

    Others are possible acts in one sentence with the demand, threat, promise or refusal that they are about, and
    what neither names nor counts anybody and is less sure than ``alone``.
    """
    held = [one for one in reports if _told_by_another(one, reports) or _is_nobodys(one, alone)]
    return [one for one in reports if one not in held], held


def private_affairs(reports: Sequence[Report]) -> list[Report]:
    """What people and companies do among themselves: their talks, promises and favours.

    A company is known by its calling. Who is of no country and no calling is taken for private only in an article
    where most reports have no public side; where none has one, whatever they do is.
    """
    private = [one for one in reports if one.sides and not any(_is_public(side) for side in one.sides)]
    public = sum(one.type == "PROTEST" or bool(one.sides) for one in reports if one not in private)
    if not public:
        return [one for one in private if one.type != "PROTEST"]
    mostly = public < len(private)
    among = [one for one in reports if one.type in AMONG_PEOPLE]
    return [one for one in among if _is_business(one.sides) or (mostly and one in private)]


def _is_public(actor: Actor) -> bool:
    """Whether an actor is a state, a body or group, of a country or with a calling other than business."""
    calling = actor.sector is not None and actor.sector != _COMPANIES
    return calling or actor.country is not None or not _is_unknown(actor)


def _is_business(sides: Sequence[Actor]) -> bool:
    """Whether there is a company, of whatever country, and nobody beside it but companies and unknown ones."""
    callings = {one.sector for one in sides}
    return _COMPANIES in callings <= {_COMPANIES, None} and all(_is_unknown(one) for one in sides)


def _is_unknown(actor: Actor) -> bool:
    return actor.id is None and actor.kind not in {ActorKind.GROUP, ActorKind.STATE}


def _is_nobodys(report: Report, alone: float) -> bool:
    return report.confidence < alone and not (report.actors or report.recipients or report.quantities)


def _told_by_another(report: Report, reports: Sequence[Report]) -> bool:
    return report.status is Status.POSSIBLE and any(
        other.type in ABOUT_AN_ACT and other.sentence == report.sentence and other.status is not Status.POSSIBLE
        for other in reports
        if other is not report
    )


def chance(report: Report, reports: Sequence[Report], article: Article, standing: Standing) -> float:
    """How likely the report tells an event of its own, between 0 and 1, to four places."""
    known = features(report, reports, article)
    odds = sum(standing.weights.get(name, 0.0) * value for name, value in known.items())
    return round(1 / (1 + math.exp(-odds)), 4)


def features(report: Report, reports: Sequence[Report], article: Article) -> dict[str, float]:
    """What the chance goes by: the report itself, its place in the article, and what ``reports`` tell beside it."""
    others = [one for one in reports if one is not report]
    known = {CONSTANT: 1.0, "odds": _odds(report.confidence)}
    return known | _own(report) | _placed(report, others, article) | dict(_beside(report, others, article))


def _odds(confidence: float) -> float:
    bounded = min(max(confidence, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


def _own(report: Report) -> dict[str, float]:
    sides = report.sides
    return {
        f"status {report.status.value}": 1.0,
        f"type {report.type}": 1.0,
        "no actor": float(not report.actors),
        "no recipient": float(not report.recipients),
        "nobody": float(not sides),
        "sides": min(len(sides), _MANY),
        "mutual": float(report.symmetric),
        "a state acts": float(any(one.kind is ActorKind.STATE for one in report.actors)),
        "of no country": float(any(one.country is None for one in sides)),
        "dated": float(report.time is not None and report.time.start is not None),
        "placed": float(report.place is not None),
        "counted": float(bool(report.quantities)),
        "voiced": float(bool(report.attribution)),
    }


def _placed(report: Report, others: Sequence[Report], article: Article) -> dict[str, float]:
    titled = _in_title(report, article)
    near = [one for one in others if one.sentence == report.sentence]
    hangs = any(one.trigger < report.trigger and one.type in SPOKEN for one in near)
    return {
        "title": float(titled),
        "main": float(report.salience is Salience.MAIN),
        "background": float(report.salience is Salience.BACKGROUND),
        "depth": report.trigger.start / max(1, len(article.text)),
        "in a sentence with": min(len(near), _MANY),
        "after an act of speech": float(hangs),
        "what an act of speech is about": float(hangs and report.status in _UNREAL),
    }


def _beside(report: Report, others: Sequence[Report], article: Article) -> Iterator[tuple[str, float]]:
    """How the report looks beside those of its type, and beside those of them that have all its sides."""
    same = [one for one in others if one.type == report.type]
    mine = {_mark(one) for one in report.sides}
    covering = [one for one in same if mine <= {_mark(side) for side in one.sides}]
    titled, nearest = float(_in_title(report, article)), _nearest(report, same)
    yield "of its type", min(len(same), _MANY)
    yield "likeness", nearest
    yield "title of its type", titled * bool(same)
    yield "likeness of a title", titled * nearest
    yield "of its word", float(any(_stem(one, article) == _stem(report, article) for one in same))
    yield "with its sides", float(bool(covering))
    yield "likeness with its sides", _nearest(report, covering)
    yield "with its sides and status", float(any(one.status is report.status for one in covering))
    yield "surer with its sides", float(any(one.confidence > report.confidence for one in covering))


def _in_title(report: Report, article: Article) -> bool:
    return any(one.kind is ParagraphKind.TITLE and one.span.contains(report.trigger) for one in article.paragraphs)


def _mark(actor: Actor) -> str:
    return actor.country or actor.id or actor.name


def _stem(report: Report, article: Article) -> str:
    return report.trigger.of(article.text).lower()[:_STEM]


def _nearest(report: Report, others: Sequence[Report]) -> float:
    """The likeness in meaning of the one that is most like the report; 0 where nothing can be compared."""
    own = _direction(report)
    likes = [float(own @ other) for one in others if own is not None and (other := _direction(one)) is not None]
    return max(likes, default=0.0)


def _direction(report: Report) -> Vector | None:
    if report.vector is None:
        return None
    told = np.frombuffer(report.vector, np.int8).astype(np.float64)
    length = float(np.linalg.norm(told))
    return told / length if length else None
