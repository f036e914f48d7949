"""Verbs that take another trigger as their object: "condemned Russia's attack", "setuju mengirim tentara ke X".

The two share sides: who is blamed for an attack is the attacker; who is promised troops is who gets them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kawat.reading.lexicon.frames import Roles
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.search import Scene
from kawat.reading.lexicon.triggers import Needs, TriggerHit

OBJECT_GAP = 4
CARRYING = frozenset(
    {"diberikan", "disampaikan", "dilakukan", "digelar", "dilancarkan", "diajukan", "given", "made"}
)
TOWARDS_DOER = frozenset({"ACCUSE", "SUPPORT", "REJECT", "CONCEDE"})
TOWARDS_TARGET = frozenset({"AGREE", "THREATEN"})
WANTED = frozenset({"AID", "COOPERATE"})
ADDRESSED = frozenset({"AID", "REQUEST", "AGREE"})


def shared_roles(scene: Scene, hits: Sequence[TriggerHit], roles: Sequence[Roles]) -> list[Roles]:
    """Roles of each hit, filled up from the trigger that it governs or that governs it."""
    out = list(roles)
    acts = [index for index, hit in enumerate(hits) if hit.trigger.needs is Needs.NOTHING]
    for index, following in pairwise(acts):
        verb, noun = hits[index], hits[following]
        if verb.voice is Voice.NOUN or not 0 < noun.first - verb.last <= OBJECT_GAP or _parted(scene, verb, noun):
            continue
        mine, theirs = out[index], out[following]
        if verb.trigger.type in TOWARDS_DOER and noun.voice is Voice.NOUN and theirs.actors:
            out[index], out[following] = _towards_doer(mine, theirs, noun)
        elif verb.trigger.type == "REQUEST" and noun.trigger.type in WANTED and mine.recipients:
            out[following] = replace(theirs, actors=mine.recipients, recipients=mine.actors)
        elif verb.trigger.type in TOWARDS_TARGET and not mine.recipients and theirs.recipients:
            out[index] = replace(mine, recipients=theirs.recipients)
    return out


def told_once(
    scene: Scene, hits: Sequence[TriggerHit], roles: Sequence[Roles]
) -> tuple[list[TriggerHit], list[Roles]]:
    """Hits and roles without those that only carry or repeat another one.

    "signed a treaty" tells one act, and so does "dukungan yang diberikan" (the support that was given).
    """
    kept: list[tuple[TriggerHit, Roles]] = []
    for hit, found in zip(hits, roles, strict=True):
        before = kept[-1] if kept else None
        if before is not None and (_repeats(scene, before, (hit, found)) or _carries(scene, before[0], hit)):
            continue
        if before is not None and _carried(scene, before[0], hit):
            kept.pop()
        kept.append((hit, found))
    return [hit for hit, _ in kept], [found for _, found in kept]


def _repeats(scene: Scene, verb: tuple[TriggerHit, Roles], noun: tuple[TriggerHit, Roles]) -> bool:
    (acting, mine), (named, theirs) = verb, noun
    if named.voice is not Voice.NOUN or acting.voice is Voice.NOUN or acting.trigger.type != named.trigger.type:
        return False
    near = 0 < named.first - acting.last <= OBJECT_GAP and not _parted(scene, acting, named)
    return near and all(argument in mine.actors for argument in theirs.actors)


def _carries(scene: Scene, noun: TriggerHit, verb: TriggerHit) -> bool:
    if noun.voice is not Voice.NOUN or verb.first != verb.last or verb.first - noun.last > OBJECT_GAP:
        return False
    analysis = scene.analysis
    relative = analysis.lower(verb.first - 1) in analysis.words.relatives
    return relative and analysis.lower(verb.first) in CARRYING


def _carried(scene: Scene, verb: TriggerHit, noun: TriggerHit) -> bool:
    """ "gave a warning", "memberikan penghormatan": the noun tells, the verb only carries it."""
    light = scene.analysis.lower(verb.first) in scene.analysis.words.light_verbs and verb.first == verb.last
    near = 0 < noun.first - verb.last <= OBJECT_GAP and not _parted(scene, verb, noun)
    return light and near and noun.voice is Voice.NOUN


def _towards_doer(mine: Roles, theirs: Roles, noun: TriggerHit) -> tuple[Roles, Roles]:
    doers = tuple(argument for argument in theirs.actors if argument not in mine.actors)
    if doers and not mine.symmetric:
        mine = replace(mine, recipients=doers)
    if doers and noun.trigger.type in ADDRESSED and not theirs.recipients and not theirs.symmetric:
        theirs = replace(theirs, recipients=mine.actors)
    return mine, theirs


def _parted(scene: Scene, verb: TriggerHit, noun: TriggerHit) -> bool:
    between = scene.analysis.between(verb.last, noun.first)
    return any(word in {",", ";", ":", "and", "dan"} for word in between)
