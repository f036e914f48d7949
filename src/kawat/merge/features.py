"""Two reports compared, value by value: numbers that tell how well they fit one event. All symmetric."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from kawat.knowledge.gazetteer import kilometres
from kawat.merge.anchors import FAMILIES
from kawat.merge.trace import Figure, Side, Trace, Where, Words
from kawat.records import Status

SAME_PLACE_KM = 40.0
CLOSE = 0.05  # figures this near are the same, rounded otherwise


def compared(one: Trace, other: Trace) -> tuple[float, ...]:
    """A number for each of `NAMES`, the same whichever comes first."""
    told = features(one, other)
    return tuple(told.get(name, 0.0) for name in NAMES)


def features(one: Trace, other: Trace) -> dict[str, float]:
    """The comparisons by name; what is left out is 0."""
    return first_features(one, other) | more_features(one, other)


def first_features(one: Trace, other: Trace) -> dict[str, float]:
    """The comparisons that cost little and tell most."""
    told: dict[str, float] = {}
    _types(one, other, told)
    _sides(one, other, told)
    _times(one, other, told)
    _status(one, other, told)
    return told


def more_features(one: Trace, other: Trace) -> dict[str, float]:
    """The other comparisons."""
    told: dict[str, float] = {}
    _places(one.where, other.where, told)
    _figures(one.figures, other.figures, told)
    _words(one, other, told)
    return told


def possible_features(one: Trace, other: Trace) -> tuple[str, ...]:
    """Names of those of `more_features` that may not be 0, as far as a glance tells."""
    across = one.language != other.language
    places, figures = one.where is not None and other.where is not None, bool(one.figures and other.figures)
    return _POSSIBLE[across, places, figures]


NAMES = (
    "one",
    "same_type",
    "related_type",
    "same_mode",
    "other_mode",
    "speech",
    "who",
    "who_unknown",
    "whom",
    "whom_unknown",
    "named",
    "other_country",
    "no_side",
    "same_day",
    "next_day",
    "days_apart",
    "overlap",
    "undated_one",
    "undated_both",
    "published_apart",
    "after_it_was_told",
    "same_place",
    "same_country",
    "other_place",
    "same_figure",
    "other_figure",
    "both_planned",
    "planned_one",
    "over_before_planned",
    "denied_one",
    "history_one",
    "history_both",
    "like_trigger",
    "like_words",
    "same_names",
    "same_story",
    "about_same",
    "other_language",
    "like",
    "like_across",
    "like_in_days",
)
"""What is compared, in the order of the weights (`data/weights.json`)."""

_POSSIBLE = {
    (across, places, figures): (
        *(("same_place", "same_country", "other_place") if places else ()),
        *(("same_figure", "other_figure") if figures else ()),
        *(("other_language", "like_across") if across else ("like_trigger", "like_words")),
        *("same_names", "same_story", "about_same", "like", "like_in_days"),
    )
    for across in (False, True)
    for places in (False, True)
    for figures in (False, True)
}
SIGNED = frozenset({"like", "like_across", "like_in_days"})
"""Features between -1 and 1; all others of `more_features` lie between 0 and 1."""

_SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})


def _types(one: Trace, other: Trace, told: dict[str, float]) -> None:
    told["one"] = 1.0
    same = one.type == other.type
    told["same_type"] = float(same)
    told["related_type"] = float(not same and any({one.type, other.type} <= family for family in FAMILIES))
    if one.mode and other.mode:
        told["same_mode" if one.mode == other.mode else "other_mode"] = 1.0
    told["speech"] = float(one.type in _SPEECH and other.type in _SPEECH)


def _sides(one: Trace, other: Trace, told: dict[str, float]) -> None:
    if one.mutual or other.mutual:
        _side(one.sides, other.sides, "who", told)
        told["whom"], told["whom_unknown"] = told["who"], told.get("who_unknown", 0.0)
    else:
        _side(one.actors, other.actors, "who", told)
        _side(one.recipients, other.recipients, "whom", told)
    told["named"] = min(len(one.named & other.named), 2) / 2
    left, right = one.countries, other.countries
    told["other_country"] = float(bool(left and right) and left.isdisjoint(right))
    told["no_side"] = float(not one.sides or not other.sides)


def _side(one: Sequence[Side], other: Sequence[Side], name: str, told: dict[str, float]) -> None:
    """How alike two sets of sides are: each with its best match in the other set, on average."""
    if not one or not other:
        told[name], told[f"{name}_unknown"] = 0.0, 1.0
        return
    if len(one) == len(other) == 1:
        told[name] = alike(one[0], other[0])
        return
    best = [max(alike(side, match) for match in other) for side in one]
    best += [max(alike(side, match) for match in one) for side in other]
    told[name] = sum(best) / len(best)


def alike(one: Side, other: Side) -> float:
    """1 for the same person, body or state; less for two that stand for one state; 0 for strangers."""
    if one.one and one.one == other.one:
        return 1.0
    if one.country and one.country == other.country:
        if one.words & other.words:
            return 0.9
        if one.governs and other.governs:
            return 0.6 if one.one and other.one else 0.8
        return 0.35
    if one.words & other.words and not (one.country and other.country):
        return 0.8
    return 0.0


def _times(one: Trace, other: Trace, told: dict[str, float]) -> None:
    if one.first is not None and other.first is not None and one.last is not None and other.last is not None:
        apart = max(one.first - other.last, other.first - one.last, 0)
        exact = one.dated and other.dated
        told["same_day"] = _same_day(one, other)
        told["next_day"] = float(exact and apart == 1)
        told["days_apart"] = math.log1p(max(apart - 1, 0)) if exact else math.log1p(apart)
        told["overlap"] = float(not exact and apart == 0)
    elif one.first is None and other.first is None:
        told["undated_both"] = 1.0
    else:
        told["undated_one"] = 1.0
        dated, undated = (one, other) if one.first is not None else (other, one)
        if undated.published is not None and dated.first is not None and dated.last is not None:
            apart = max(dated.first - undated.published, undated.published - dated.last, 0)
            told["after_it_was_told"] = math.log1p(apart)
    if one.published is not None and other.published is not None:
        told["published_apart"] = math.log1p(abs(one.published - other.published))


def _same_day(one: Trace, other: Trace) -> float:
    if not (one.dated and other.dated):
        return 0.0
    return float(max(one.first - other.last, other.first - one.last) <= 0)  # type: ignore[operator]


def _places(one: Where | None, other: Where | None, told: dict[str, float]) -> None:
    if one is None or other is None:
        return
    if one.name == other.name:
        told["same_place"] = 1.0
    elif one.point is not None and other.point is not None:
        near = kilometres(one.point, other.point) <= SAME_PLACE_KM
        told["same_place" if near else "other_place"] = 1.0
    elif one.country and other.country:
        told["same_country" if one.country == other.country else "other_place"] = 1.0


def _figures(one: Sequence[Figure], other: Sequence[Figure], told: dict[str, float]) -> None:
    pairs = [(a, b) for a in one for b in other if a.what == b.what]
    if any(_agree(a, b) for a, b in pairs):
        told["same_figure"] = 1.0
    elif pairs:
        told["other_figure"] = 1.0


def _agree(one: Figure, other: Figure) -> bool:
    return one.low <= other.high * (1 + CLOSE) and other.low <= one.high * (1 + CLOSE)


def _status(one: Trace, other: Trace, told: dict[str, float]) -> None:
    plans = one.planned + other.planned
    if plans == 1:
        told["planned_one"] = 1.0
        told["over_before_planned"] = float(_over_before_planned(one, other))
    told["both_planned"] = float(plans == 2)
    told["denied_one"] = float((one.status is Status.DENIED) is not (other.status is Status.DENIED))
    told["history_one"] = float(one.old is not other.old)
    told["history_both"] = float(one.old and other.old)


def _over_before_planned(one: Trace, other: Trace) -> bool:
    """Whether the one that happened was over before the article came out that announces the other."""
    plan, fact = (one, other) if one.planned else (other, one)
    return plan.published is not None and fact.last is not None and fact.last < plan.published


def _words(one: Trace, other: Trace, told: dict[str, float]) -> None:
    if one.language == other.language:
        told["like_trigger"] = _overlap(one.trigger, other.trigger)
        told["like_words"] = _overlap(one.words, other.words)
    else:
        told["other_language"] = 1.0
    told["same_names"] = _overlap(one.names, other.names)
    told["same_story"] = _overlap(one.story, other.story)
    told["about_same"] = float(any(country in other.about for country in one.about))
    if one.vector is not None and other.vector is not None:
        like = float(one.vector.astype(np.float32) @ other.vector.astype(np.float32))
        told["like"] = like
        told["like_across"] = like * told.get("other_language", 0.0)
        told["like_in_days"] = like * _same_day(one, other)


def count_shared(one: Words, other: Words) -> int:
    """How many words are in both."""
    return len(set(one).intersection(other))


def _overlap(one: Words, other: Words) -> float:
    smaller = min(len(one), len(other))
    return count_shared(one, other) / smaller if smaller else 0.0
