"""Repeated tellings inside one article become one report; the fullest stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kawat.records import Actor, ActorKind, Counted, Dropped, Report, Salience, Span, Status, Time

NEXT = 2
"""Characters between a sentence and the next one: a space, or the blank line between paragraphs."""
_RANK = {Salience.MAIN: 2, Salience.SECONDARY: 1, Salience.BACKGROUND: 0}


def fold(
    reports: Sequence[Report], title: Span | None, lemmas: Sequence[str]
) -> tuple[list[Report], list[Dropped]]:
    """Reports without repeats, in order of the text, and what was folded into which."""
    kept: list[tuple[Report, str]] = []
    whole, dropped = _tolls_joined(list(zip(reports, lemmas, strict=True)))
    order = sorted(whole, key=lambda pair: (-_fullness(pair[0], title), pair[0].trigger))
    for report, lemma in order:
        same = next((other for other, word in kept if _repeats(report, other, word == lemma, title)), None)
        if same is None:
            kept.append((report, lemma))
        else:
            dropped.append(Dropped(repeats(same), report.trigger))
    return sorted((report for report, _ in kept), key=lambda r: (r.trigger, r.type)), dropped


def repeats(report: Report) -> str:
    """The reason of what was folded into ``report``."""
    return f"repeats report {report.id}"


Told = list[tuple[Report, str]]


def _tolls_joined(told: Told) -> tuple[Told, list[Dropped]]:
    """ "A rocket struck a station, killing six": one attack, with its toll, and not two."""
    out, dropped = list(told), list[Dropped]()
    for toll, lemma in told:
        if toll.type != "ASSAULT" or not toll.quantities:
            continue
        attack = next((one for one in out if _takes_toll(one[0], toll) or _takes_next(one[0], toll, out)), None)
        if attack is None:
            continue
        at, (report, word) = out.index(attack), attack
        out[at] = _joined(report, toll), word
        out.remove((toll, lemma))
        dropped.append(Dropped(repeats(report), toll.trigger))
    return out, dropped


def _takes_toll(attack: Report, toll: Report) -> bool:
    """Whether a toll told in the sentence of an attack, after it, is what the attack did."""
    same = (
        attack.type == toll.type == "ASSAULT" and attack.sentence == toll.sentence and attack.status is toll.status
    )
    counted = not _harm(attack) and bool(_harm(toll))
    ours = _covers(attack.actors, toll.actors) and (
        not toll.recipients or _covers(attack.recipients, toll.recipients)
    )
    return attack is not toll and same and counted and ours and attack.trigger < toll.trigger


def _takes_next(attack: Report, toll: Report, told: Told) -> bool:
    """Whether a bare toll in the sentence after an attack is what it did: "They shelled it. Nine were killed."

    Bare: who did it, when and where is not told. The sentence before tells of one attack, and counts no such harm.
    """
    if attack.type != "ASSAULT" or attack.status is not Status.OCCURRED or toll.status is not attack.status:
        return False
    if not 0 < toll.sentence.start - attack.sentence.end <= NEXT or not attack.sides:
        return False
    counted = [one.mention for one in toll.quantities]
    named = [one for one in toll.sides if not any(span.overlaps(one.mention) for span in counted)]
    bare = not named and toll.time is None and toll.place is None and bool(_harm(toll))
    others = [one for one, _ in told if one.type == "ASSAULT" and one is not attack]
    rivals = [
        one for one in others if one.sentence == attack.sentence or (one.sentence == toll.sentence and one.actors)
    ]
    again = {one.what for one in attack.quantities if one not in toll.quantities} & _harm(toll)
    return bare and not again and all(one is toll for one in rivals)


def _harm(report: Report) -> set[Counted]:
    return {one.what for one in report.quantities} & _HARM


def _joined(attack: Report, toll: Report) -> Report:
    if attack.sentence != toll.sentence:
        toll = replace(toll, actors=(), recipients=())  # who is counted there is no side
    return replace(
        attack,
        actors=attack.actors or toll.actors,
        recipients=attack.recipients or toll.recipients,
        time=attack.time or toll.time,
        place=attack.place or toll.place,
        quantities=tuple(sorted({*attack.quantities, *toll.quantities}, key=lambda one: one.mention)),
        confidence=max(attack.confidence, toll.confidence),
    )


_HARM = frozenset({Counted.KILLED, Counted.INJURED, Counted.PEOPLE})


def _fullness(report: Report, title: Span | None) -> int:
    in_title = title is not None and title.contains(report.trigger)
    filled = len(report.actors) + len(report.recipients) + len(report.quantities)
    dated = report.time is not None and report.time.start is not None
    return filled + 2 * dated + bool(report.place) + _RANK[report.salience] - 2 * in_title


def _repeats(report: Report, other: Report, same_word: bool, title: Span | None) -> bool:
    if report.type != other.type or _denial(report) != _denial(other):
        return False
    headline = title is not None and (title.contains(report.trigger) or title.contains(other.trigger))
    beside = report.sentence == other.sentence and _adds_nothing(report, other)
    again = same_word or beside
    alike = report.status is other.status or beside
    if not headline and not (again and alike and _same_numbers(report, other)):
        return False
    if beside and not report.sides:
        return True  # "launched an attack": the second word tells no more
    return _alike(report, other) and _compatible(report.time, other.time)


def _adds_nothing(report: Report, other: Report) -> bool:
    """Whether a telling beside another has no day, place or figure of its own."""
    time, place = report.time, report.place
    dated = time is not None and (other.time is None or time.said != other.time.said)
    placed = place is not None and (other.place is None or place.mention != other.place.mention)
    counted = any(one.mention not in {each.mention for each in other.quantities} for one in report.quantities)
    return not (dated or placed or counted)


def _alike(report: Report, other: Report) -> bool:
    """Whether the fuller telling holds the sides of the other, each on its own side unless both act alike."""
    if not (report.sides and other.sides):
        return False
    if report.symmetric or other.symmetric:
        return _covers(report.sides, other.sides)
    return _covers(report.actors, other.actors) and _covers(report.recipients, other.recipients)


def _covers(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    fewer, more = sorted((one, other), key=len)
    return all(any(_same(actor, another) for another in more) for actor in fewer)


def _same_numbers(report: Report, other: Report) -> bool:
    """Whether the figures of two tellings do not tell them apart."""
    mine, theirs = ({(q.value, q.min, q.max) for q in one.quantities} for one in (report, other))
    return not mine or not theirs or mine == theirs


def _denial(report: Report) -> bool:
    return report.status is Status.DENIED


def _same(one: Actor, other: Actor) -> bool:
    """Whether two sides may be one: the same actor, or a state and somebody of it."""
    if one.kind is ActorKind.PERSON and other.kind is ActorKind.PERSON:
        return (one.id or one.name) == (other.id or other.name)
    return (one.country or one.id or one.name) == (other.country or other.id or other.name)


def _compatible(one: Time | None, other: Time | None) -> bool:
    if one is None or other is None or one.start is None or other.start is None:
        return True
    return (one.start, one.end) == (other.start, other.end)
