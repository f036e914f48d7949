"""Matching the reports of a record with the events of its gold, and judging each value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.bench.gold import GoldActor, GoldEvent, GoldQuantity
from kawat.records import Actor, ActorKind, Quantity, Report

_NOT_WORD = re.compile(r"[^a-z0-9 ]")


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold event against the report that found it; all False and zero when nothing did."""

    event: GoldEvent
    report: Report | None
    gold_who: int
    read_who: int = 0
    right_who: int = 0
    type: bool = False
    status: bool = False
    when: bool = False
    where: bool = False
    voice: bool = False
    many: int = 0

    @property
    def right(self) -> bool:
        """Type, status and every side right, none too many: what the record F1 counts."""
        return self.type and self.status and self.right_who == self.gold_who == self.read_who


def judge(events: Sequence[GoldEvent], reports: Sequence[Report], text: str) -> list[Judged]:
    """Each event with its report: best pairs first, every report and event used once."""
    free, paired = set(range(len(reports))), dict[int, int]()
    while True:
        best = max(
            (
                (*quality, -number, -index)
                for number, event in enumerate(events)
                if number not in paired
                for index in free
                if (quality := _quality(event, reports[index], text)) is not None
            ),
            default=None,
        )
        if best is None:
            break
        number, index = -best[-2], -best[-1]
        paired[number] = index
        free.discard(index)
    return [_judged(event, reports[paired[n]] if n in paired else None, text) for n, event in enumerate(events)]


def _quality(event: GoldEvent, report: Report, text: str) -> tuple[bool, int, int, int] | None:
    """How well a report fits an event: right type, nearness of the trigger, sides; None when it does not."""
    spots = wording_spans(text, event.trigger)
    trigger, sentence = report.trigger, report.sentence
    near = 0
    if any(trigger.start < end and start < trigger.end for start, end in spots):
        near = 2
    elif any(sentence.start < end and start < sentence.end for start, end in spots):
        near = 1
    right = report.type in event.types
    if not near or (near == 1 and not right):
        return None
    sides = right_sides(report.sides, [*event.actors, *event.recipients], text)
    return right, near, sides, -min(abs(trigger.start - start) for start, _ in spots)


def _judged(event: GoldEvent, report: Report | None, text: str) -> Judged:
    gold = [*event.actors, *event.recipients]
    if report is None:
        return Judged(event, None, len(gold))
    read = report.sides
    return Judged(
        event=event,
        report=report,
        gold_who=len(gold),
        read_who=len(read),
        right_who=_right_who(event, report, text),
        type=report.type in event.types,
        status=report.status.value in event.statuses,
        when=_when(event, report),
        where=_where(event, report),
        voice=_voice(event, report, text),
        many=sum(any(_same_number(q, g) for q in report.quantities) for g in event.quantities),
    )


def _right_who(event: GoldEvent, report: Report, text: str) -> int:
    if event.symmetric or not event.recipients:
        return right_sides(report.sides, [*event.actors, *event.recipients], text)
    return right_sides(report.actors, event.actors, text) + right_sides(report.recipients, event.recipients, text)


def right_sides(read: Sequence[Actor], gold: Sequence[GoldActor], text: str) -> int:
    """How many gold sides one of the read actors stands for."""
    return len(gold) - len(unmatched_sides(read, gold, text)[0])


def unmatched_sides(
    read: Sequence[Actor], gold: Sequence[GoldActor], text: str
) -> tuple[list[GoldActor], list[Actor]]:
    """The gold sides that no read actor stands for, and the read actors that stand for none; each is used once."""
    left, missing = list(read), list[GoldActor]()
    for wanted in gold:
        found = next((actor for actor in left if same_actor(actor, wanted, text)), None)
        if found is None:
            missing.append(wanted)
        else:
            left.remove(found)
    return missing, left


def same_actor(actor: Actor, gold: GoldActor, text: str) -> bool:
    """Country right and, where the gold names a person or body, a word of the name (or wording) shared."""
    if gold.country and actor.country and actor.country != gold.country:
        return False
    wording = f"{actor.name} {actor.mention.of(text)}"
    named = bool(gold.name) and _names_meet(wording, gold.name or "")
    if gold.country and actor.country == gold.country:
        return named or not gold.name or actor.kind is not ActorKind.PERSON
    return named


def _when(event: GoldEvent, report: Report) -> bool:
    time = report.time
    read = (
        time.start.isoformat()[:10] if time and time.start else None,
        time.end.isoformat()[:10] if time and time.end else None,
    )
    return read == event.dates or (event.inferred and read == (None, None))


def _where(event: GoldEvent, report: Report) -> bool:
    if event.place is None or report.place is None:
        return event.place is None and report.place is None
    same_country = event.place.country is not None and report.place.country == event.place.country
    return same_country or _names_meet(report.place.name, event.place.name or "")


def _voice(event: GoldEvent, report: Report, text: str) -> bool:
    read = [voice.actor for voice in report.attribution]
    if not event.voices:
        return not read
    return any(same_actor(actor, gold, text) for actor in read for gold in event.voices)


def _same_number(read: Quantity, gold: GoldQuantity) -> bool:
    if gold.value is not None:
        return read.value == gold.value or (read.min, read.max) == (gold.value, gold.value)
    low = gold.min is None or any(_close(n, gold.min, gold.approximate) for n in (read.min, read.value))
    high = (
        gold.max is None
        or gold.min is not None
        or any(_close(n, gold.max, gold.approximate) for n in (read.max, read.value))
    )
    return low and high


def _close(read: float | None, gold: float, approximate: bool) -> bool:
    if read is None:
        return False
    return gold / 2 <= read <= gold * 2 if approximate else read == gold


def _names_meet(one: str, other: str) -> bool:
    return bool(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return set(_NOT_WORD.sub(" ", plain).split())


def wording_spans(text: str, wording: str) -> list[tuple[int, int]]:
    """Where a wording stands in a text, white space of any kind and length counted alike."""
    pattern = r"\s+".join(re.escape(word) for word in wording.split())
    return [match.span() for match in re.finditer(pattern, text)]
