"""The reports of a window: triggers with type, status and mode, and the mentions that take part."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kawat.reading.encoder.advice import ADVISED, advice, likely, ruled_at, type_advice, weighed
from kawat.reading.encoder.decode import Found, decode, label_shares
from kawat.reading.encoder.labels import MODES, RELATIONS, STATUSES, TYPES
from kawat.reading.encoder.meaning import meaning
from kawat.reading.encoder.mentions import Placed
from kawat.reading.encoder.modes import NEAR, is_named
from kawat.reading.encoder.network import Floats, Logits, all_log_odds, log_odds, pair_scores, settings, sigmoid
from kawat.reading.encoder.senses import names_any
from kawat.records import Mention, MentionKind, ReportSpans, Span, Status

ELSEWHERE = 0.8
"""How likely a mention of another sentence must be: "He flew on. Berlin had invited him."
"""

_LONGEST = 30  # letters of half a doubled word
_DOUBLED = re.compile(r"([^\W\d]{3,})-\1\w*", re.IGNORECASE)
_NO_ACT = frozenset(
    """not n't t no would wouldn could couldn can cannot will won shouldn might may hasn haven hadn isn aren wasn
    weren didn doesn don in on at of to the a and that
    tidak tak bukan belum akan bisa dapat yang di ke dari dan""".split()
)
""" "would" of "would not": no words of an act, and none that the corpus marks by themselves."""
Chances = NDArray[np.float64]
Taken = list[tuple[float, Mention]]

_TAKES: dict[str, frozenset[MentionKind]] = {
    "time": frozenset({MentionKind.TIME}),
    "quantity": frozenset({MentionKind.QUANTITY}),
    "place": frozenset({MentionKind.PLACE, MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.ROLE}),
    "actor": frozenset(MentionKind) - {MentionKind.TIME},
    "recipient": frozenset(MentionKind) - {MentionKind.TIME},
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a window tells it; ``confidence`` is calibrated from ``odds``, ``said`` and the sides.

    ``undenied``: the likeliest status but DENIED;
    ``odds``: the encoder's log-odds of the trigger; ``said``: whether the rules have the type there that it has;
    ``armed``: whether its sentence names arms or the armed.
    """

    trigger: Span
    type: str
    mode: str | None
    status: Status
    undenied: Status
    symmetric: bool
    confidence: float
    odds: float
    said: bool | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    time: Mention | None
    place: Mention | None
    quantities: tuple[Mention, ...]
    vector: bytes | None = None
    armed: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A window of words: what the heads say of each, the mentions in it, the sentences around, the article's text.

    ``ruled``: what the rules of the lexicon reader report of the article.
    """

    logits: Logits
    words: Sequence[Span]
    mentions: Sequence[Placed]
    sentences: Sequence[Span]
    text: str
    ruled: Sequence[ReportSpans] = ()
    language: str = "en"

    def sentence_at(self, span: Span) -> Span:
        return next((one for one in self.sentences if one.overlaps(span)), span)

    def near(self, span: Span) -> str:
        """The sentence of a span and what stands shortly before it."""
        sentence = self.sentence_at(span)
        return self.text[max(0, sentence.start - NEAR) : sentence.end]


_ADVERBS = frozenset("sangat amat sungguh begitu terlalu very deeply strongly highly too so".split())


def told_in(scene: Scene) -> list[Told]:
    """What a window tells, in order, down to the least likely candidate."""
    found = _with_adverbs(decode(scene.logits.trigger, settings().candidate), scene)
    if not found:
        return []
    left = scene.logits.left[[one.first for one in found]]
    chances = _at_mentions(pair_scores(left, scene.logits.right, len(RELATIONS)), scene.mentions)
    return [_told(one, chances[:, index], scene) for index, one in enumerate(found)]


def _with_adverbs(found: Sequence[Found], scene: Scene) -> list[Found]:
    """The triggers, one that is but an adverb joined to the next word's: "sangat" and "menghargai" are one.

    It begins at the word that tells; that it begins at either is what counts.
    """
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        if before is not None and before.last + 1 == one.first and before.label == one.label:
            span = Span(scene.words[before.first].start, scene.words[before.last].end)
            if span.of(scene.text).lower() in _ADVERBS:
                out[-1] = replace(one, score=1 - (1 - before.score) * (1 - one.score))
                continue
        out.append(one)
    return out


def with_whole_words(told: Sequence[Told], text: str) -> list[Told]:
    """The events with whole triggers where a word is doubled ("serangan-serangan"), but those that no word tells.

    Of two events in one doubled word the likelier is left.
    """
    words = [one for one in told if _tells(one.trigger.of(text))]
    whole: dict[Span, Told] = {}
    for one in words:
        trigger = _doubled(one.trigger, text) or one.trigger
        other = whole.get(trigger)
        if other is None or one.confidence > other.confidence:
            whole[trigger] = replace(one, trigger=trigger)
    return list(whole.values())


def _tells(words: str) -> bool:
    return any(map(str.isalnum, words)) and words.lower() not in _NO_ACT


def _doubled(trigger: Span, text: str) -> Span | None:
    """The doubled word that a trigger is half of."""
    start, end = trigger.start, trigger.end
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > first and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    while end < last and (text[end].isalpha() or text[end] == "-"):
        end += 1
    return Span(start, end) if _DOUBLED.fullmatch(text, start, end) else None


def _at_mentions(scores: Floats, mentions: Sequence[Placed]) -> Chances:
    """(relations, heads, words) to (relations, heads, mentions): what the best word of each mention scores.

    A mention is asked at two words at most.
    """
    firsts, lasts = ([one.tokens[at] for one in mentions] for at in (0, -1))
    return np.maximum(scores[:, :, firsts], scores[:, :, lasts]).astype(np.float64)


def _told(found: Found, chances: Chances, scene: Scene) -> Told:
    logits = scene.logits
    trigger = Span(scene.words[found.first].start, scene.words[found.last].end)
    ruled = ruled_at(trigger, scene.ruled)
    own, kind = TYPES[found.label], _type(label_shares(logits.trigger[found.first]), ruled)
    statuses = _statuses(logits.status[found.first], ruled)
    sides = {name: _taking(name, chances, scene, trigger, ruled) for name in ADVISED}
    both = {id(one) for _, one in sides["actor"]} & {id(one) for _, one in sides["recipient"]}
    actors = [(c, m) for c, m in sides["actor"] if id(m) not in both or c >= _chance(m, sides["recipient"])]
    recipients = [(c, m) for c, m in sides["recipient"] if id(m) not in both or c > _chance(m, sides["actor"])]
    odds, said = log_odds(found.score * found.share), type_advice(own, ruled)
    sentence = scene.sentence_at(trigger)
    return Told(
        trigger=trigger,
        type=kind,
        mode=_mode(kind, logits.mode[found.first], scene.near(trigger)),
        status=statuses[0],
        undenied=next(one for one in statuses if one is not Status.DENIED),
        symmetric=bool(logits.symmetric[found.first].argmax()),
        confidence=_confidence(odds, said, _in_order(actors), _in_order(recipients)),
        odds=odds,
        said=said,
        actors=_in_order(actors),
        recipients=_in_order(recipients),
        time=_likeliest(_taking("time", chances, scene, trigger, ruled)),
        place=_likeliest(_taking("place", chances, scene, trigger, ruled)),
        quantities=_quantities(_taking("quantity", chances, scene, trigger, ruled), ruled),
        vector=meaning(logits.states, scene.words, sentence, trigger, scene.language),
        armed=names_any("armed", scene.language).search(sentence.of(scene.text).lower()) is not None,
    )


def _taking(relation: str, chances: Chances, scene: Scene, trigger: Span, ruled: ReportSpans | None) -> Taken:
    """The mentions that take part so: those of the trigger's own sentence, or the one elsewhere that is sure."""
    least = settings().relations[relation]
    sure = _sure(relation, chances[RELATIONS.index(relation)], scene.mentions, ruled)
    near = scene.sentence_at(trigger)
    likely = [
        (float(sure[index]), _as(relation, one))
        for index in np.flatnonzero(sure >= least).tolist()
        if (one := scene.mentions[index]).mention.kind in _TAKES[relation]
        and not one.mention.name_span.overlaps(trigger)
    ]
    here = [(chance, one) for chance, one in likely if near.contains(one.span)]
    if here:
        return here
    likeliest = max(likely, key=lambda pair: pair[0], default=None)
    return [likeliest] if likeliest is not None and likeliest[0] >= ELSEWHERE else []


def _as(relation: str, placed: Placed) -> Mention:
    return placed.side if relation in ADVISED else placed.mention


def _sure(relation: str, chances: Chances, mentions: Sequence[Placed], ruled: ReportSpans | None) -> Chances:
    """The encoder's probabilities, moved by what the rules say of the same trigger and each mention."""
    if relation not in ADVISED or not mentions:
        return chances
    weights = settings().advice[relation]
    moved = [weighed(0.0, advice(relation, ruled, one.mention.span), weights) for one in mentions]
    return sigmoid(weights.slope * all_log_odds(chances) + moved)


def _chance(mention: Mention, taken: Taken) -> float:
    return next(chance for chance, one in taken if one is mention)


def _in_order(taken: Taken) -> tuple[Mention, ...]:
    return tuple(sorted((mention for _, mention in taken), key=lambda one: one.span))


def _quantities(taken: Taken, ruled: ReportSpans | None) -> tuple[Mention, ...]:
    """What the encoder ties to the event, and what the rules do: each is mostly right, and misses some."""
    every = {mention.span: mention for mention in (*_in_order(taken), *(ruled.quantities if ruled else ()))}
    return tuple(every[span] for span in sorted(every))


def _likeliest(taken: Taken) -> Mention | None:
    return max(taken, key=lambda pair: pair[0])[1] if taken else None


def _mode(kind: str, logits: Floats, near: str) -> str | None:
    """The likeliest mode among those of the type that the words near it allow, or none."""
    open_ = [index for index, name in enumerate(MODES) if not name or name.startswith(f"{kind}/")]
    likeliest = sorted(open_, key=lambda index: -float(logits[index]))
    chosen = next(MODES[index] for index in likeliest if is_named(MODES[index], near))
    return chosen.partition("/")[2] or None


def _type(shares: Floats, ruled: ReportSpans | None) -> str:
    """The likeliest type; what the rules say of it counts as so many nats. How sure it is stays the encoder's."""
    weights = shares.copy()
    if ruled is not None:
        weights[TYPES.index(ruled.type)] *= math.exp(settings().type)
    return TYPES[int(weights.argmax())]


def _statuses(logits: Floats, ruled: ReportSpans | None) -> list[Status]:
    """The statuses, the likeliest first; what the rules say of it counts as so many nats."""
    odds = logits.copy()
    if ruled is not None:
        odds[STATUSES.index(ruled.status.value)] += settings().status
    return [Status(STATUSES[int(index)]) for index in (-odds).argsort(kind="stable")]


def _confidence(odds: float, said: bool | None, actors: Sequence[Mention], recipients: Sequence[Mention]) -> float:
    """How often such a trigger, with such sides and such a word of the rules, has a right type.

    By logistic regression over the dev part of the corpus (Platt 1999).
    """
    own = settings()
    return round(likely(weighed(odds, said, own.confidence) + own.sides.of(actors, recipients)), 3)
