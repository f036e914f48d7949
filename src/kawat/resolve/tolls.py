"""The dead and wounded of an attack that stand beside it or in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kawat.language import sentences_of
from kawat.language.times import find_times
from kawat.records import Article, Counted, Quantity, Report, Span, Status
from kawat.resolve.quantities import quantities_in

HARM = frozenset({Counted.KILLED, Counted.INJURED})
TOLL = HARM | {Counted.DISPLACED}
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})
_KILLING = re.compile(r"\b(?:[a-z]{3,}ing|me(?:newaskan|lukai|mbunuh|nciderai|ncederai))\s+\Z")


def with_tolls(article: Article, reports: Sequence[Report]) -> list[Report]:
    """The reports, each attack with the dead and wounded that are told of it and are nobody else's.

    "A rocket struck a station, killing six": the figure counts harm, and the sentence tells of one attack only; of
    several the last one before "killing". "They shot at crowds. Nineteen people died.": the second tells no event.
    """
    told: dict[Span, list[Report]] = {}
    for report in reports:
        told.setdefault(report.sentence, []).append(report)
    after = _tolls_after(article, told)
    whole = [_with_toll(article, one, told[one.sentence]) for one in reports]
    return [_with(one, after.get(one.id, ())) for one in whole]


def _with_toll(article: Article, report: Report, beside: Sequence[Report]) -> Report:
    others = [one for one in beside if one is not report]
    attack = report.type == "ASSAULT" and report.status in _REAL and not harm_of(report)
    if not attack:
        return report
    taken = {quantity.mention for one in beside for quantity in one.quantities}
    free = [q for q in quantities_in(article, report.sentence) if q.what in HARM and q.mention not in taken]
    if any(one.type == "ASSAULT" for one in others):
        free = [one for one in free if _is_done_by(article.text, one, report, others)]
    return _with(report, free)


def _is_done_by(text: str, figure: Quantity, attack: Report, others: Sequence[Report]) -> bool:
    """Of several attacks the last one before "killing 12" did it."""
    gap = text[attack.trigger.end : figure.mention.start]
    nearer = any(attack.trigger < one.trigger < figure.mention for one in others)
    return _KILLING.search(gap) is not None and ";" not in gap and not nearer


def harm_of(report: Report) -> list[Quantity]:
    return [one for one in report.quantities if one.what in HARM]


def _with(report: Report, figures: Iterable[Quantity]) -> Report:
    found = sorted({*report.quantities, *figures}, key=lambda one: one.mention)
    return replace(report, quantities=tuple(found)) if len(found) > len(report.quantities) else report


def _tolls_after(article: Article, told: dict[Span, list[Report]]) -> dict[str, list[Quantity]]:
    """By the id of an attack: the toll in the sentence after it, where that sentence tells no event and no day."""
    alone = {span: attack for span, here in told.items() if (attack := _only_attack(here)) is not None}
    if not alone:
        return {}
    out: dict[str, list[Quantity]] = {}
    spans = [one.span for one in sentences_of(article)]
    for before, sentence in pairwise(spans):
        if before not in alone or sentence in told:
            continue
        figures = [one for one in quantities_in(article, sentence) if one.what in TOLL]
        if any(one.what in HARM for one in figures) and not find_times(sentence.of(article.text), article.language):
            out[alone[before].id] = figures
    return out


def _only_attack(here: Sequence[Report]) -> Report | None:
    """The one attack that a sentence tells of, where it tells of no dead or wounded yet."""
    attacks = [one for one in here if one.type == "ASSAULT"]
    fits = len(attacks) == 1 and attacks[0].status in _REAL and not harm_of(attacks[0])
    return attacks[0] if fits else None
