"""Thresholds and calibration of an exported reader: `python -m training.encoder.calibrate`.

Reads the dev part of the corpus with the shipped int8 model, and writes `settings.json` beside it: how likely each
relation must be, from which confidence reports are published, and the weights that turn a trigger's score, its
sides and the rules' word into how often such a trigger is right. The test part is not looked at. `--table` prints
the reliability by type of the shipped settings and writes nothing. While it calibrates, nothing else should read.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kawat.bench.logistic import fitted
from kawat.language import READ_LANGUAGES, sentences_of
from kawat.reading.encoder.advice import ADVISED, SidesWeights, Weights, advice, likely, ruled_at, weighed
from kawat.reading.encoder.decode import decode_long, label_shares
from kawat.reading.encoder.events import Told
from kawat.reading.encoder.labels import RELATIONS, STATUSES, TYPES
from kawat.reading.encoder.network import Logits, log_odds, logits_of, pair_scores, settings
from kawat.reading.encoder.opening import is_affair_of_state, is_stern, opening_of
from kawat.reading.encoder.reader import spans_in
from kawat.reading.lexicon import read_article as rules
from kawat.records import ReportSpans
from training.corpus.tool import Passage
from training.encoder.data import PASSAGES
from training.encoder.features import Features, features_of
from training.encoder.measure import paired, passages_of
from training.encoder.tags import spans_of
from training.encoder.texts import article_of_passage

DATA = Path("src/kawat/reading/encoder/data")
CANDIDATE = 0.15
RIDGE = 0.1
MOST_TOLD_OF_NOTHING = 0.01
"""The share of eventless passages that may tell something: a quarter of the aim, since openings by the ten thousand
are tried over some hundred passages, most of which are plainer than those of the test part."""
COARSE = [round(0.3 + 0.04 * step, 2) for step in range(17)]
"""Where openings are looked for."""
AS_GOOD = 0.002
"""So near to the best F1, the higher bar is taken: reports are published for precision."""
NATS = [0.0, 0.5, 1.0, 1.5]
COSTS = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0]
GRID = [round(0.02 * step, 2) for step in range(5, 50)]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """An event as read, its confidence, and whether one of that type is there."""

    passage: str
    told: Told
    sure: float
    right: bool


@dataclass(frozen=True, slots=True)
class _Read:
    passage: Passage
    features: Features
    logits: Logits
    ruled: tuple[ReportSpans, ...]


def calibrate(passages: Sequence[Passage], data: Path) -> dict[str, Any]:
    """The settings of the model in ``data``, written there.

    First what holds for single heads, then, with that, what whole events are worth.
    """
    tokenizer = Tokenizer.from_file(str(data / "tokenizer.json"))
    read = list(_read(passages, tokenizer))
    advised = {name: _advice(name, read) for name in ADVISED}
    found: dict[str, Any] = {
        "candidate": CANDIDATE,
        "claim": _claim(read),
        "opening": 0.0,
        "agreed": 0.0,
        "stern": 0.0,
        "published": 0.0,
        "status": _status(read),
        "type": _type(read),
        "relations": {name: _least(_cells(name, read), advised.get(name)) for name in RELATIONS},
        "advice": {name: list(astuple(weights)) for name, weights in advised.items()},
        "confidence": [1.0, 0.0, 0.0, 0.0],
        "sides": [0.0, 0.0, 0.0],
    }
    _write(found, data)
    events = [one for passage in passages for one in _events(passage)]
    weights, sides = _confidence(events)
    scored = [replace(one, sure=_sure(one.told, weights, sides)) for one in events]
    wanted = sum(len(one.events) for one in passages)
    found |= _published(scored, wanted, passages)
    found |= {"confidence": list(astuple(weights)), "sides": list(astuple(sides))}
    _write(found, data)
    return found


def _write(found: dict[str, Any], data: Path) -> None:
    (data / "settings.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    settings.cache_clear()


def _sure(told: Told, weights: Weights, sides: SidesWeights) -> float:
    return likely(weighed(told.odds, told.said, weights) + sides.of(told.actors, told.recipients))


def _read(passages: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[_Read]:
    for passage in passages:
        features = features_of(passage, tokenizer)
        if features is not None:
            logits = logits_of(features.ids[1:-1].tolist(), features.hints[1:-1])
            yield _Read(passage, features, logits, rules(article_of_passage(passage)).reports)


def _events(passage: Passage) -> Iterator[Scored]:
    article = article_of_passage(passage)
    told = spans_in(article, list(sentences_of(article))).told
    pairs = {
        other: index for index, other in paired([e.trigger for e in passage.events], [t.trigger for t in told])
    }
    for index, one in enumerate(told):
        event = passage.events[pairs[index]] if index in pairs else None
        yield Scored(passage.id, one, one.confidence, event is not None and event.type == one.type)


def _confidence(events: Sequence[Scored]) -> tuple[Weights, SidesWeights]:
    told = [one.told for one in events]
    columns = (SidesWeights(1, 0), SidesWeights(0, 1), SidesWeights(0, 0, 1))
    sides = [[one.of(t.actors, t.recipients) for one in columns] for t in told]
    design = np.concatenate([_design([t.odds for t in told], [t.said for t in told]), np.array(sides, float)], 1)
    found = _fitted(design, np.array([one.right for one in events]), np.eye(1, design.shape[1])[0])
    rounded = [round(float(value), 3) for value in found]
    return Weights(*rounded[:4]), SidesWeights(*rounded[4:])


def _weights(odds: Sequence[float], said: Sequence[bool | None], right: Sequence[bool]) -> Weights:
    """Logistic regression on the log-odds and the rules' word (Platt 1999, with one offset for each word)."""
    found = _fitted(_design(odds, said), np.array(right), np.array([1.0, 0.0, 0.0, 0.0]))
    return Weights(*(round(float(value), 3) for value in found))


def _design(odds: Sequence[float], said: Sequence[bool | None]) -> Floats:
    words = [[one is True, one is False, one is None] for one in said]
    return np.concatenate([np.array(odds)[:, None], np.array(words, np.float64)], 1)


def _fitted(design: Floats, right: NDArray[np.bool_], start: Floats) -> Floats:
    """The weights of a logistic regression, drawn a little to ``start``."""
    return fitted(design, right.astype(np.float64), np.full(len(start), 2 * RIDGE), start)


def _published(scored: Sequence[Scored], wanted: int, passages: Sequence[Passage]) -> dict[str, float]:
    """How sure one event of a text must be for any to be published (`_openings`), and how sure each.

    For each: what is best for F1 of triggers with their types, or as good; such an event needs as much.
    """
    found = _openings(scored, passages)
    own = replace(settings(), **found)
    open_ = {one.passage for one in scored if one.sure >= opening_of(one.told, own)}

    def f1(least: float) -> float:
        kept = [one for one in scored if one.sure >= least and one.passage in open_]
        return 2 * sum(one.right for one in kept) / (len(kept) + wanted) if kept else 0.0

    asked = [least for least in GRID if least <= found["agreed"]]
    best = max(f1(least) for least in asked)
    published = max(least for least in asked if f1(least) >= best - AS_GOOD)
    return found | {"published": published}


def _openings(scored: Sequence[Scored], passages: Sequence[Passage]) -> dict[str, float]:
    """The confidences from which an event opens its text, by its kind, together.

    An affair of state opens it from where it is published: eventless texts hardly have one. The others are those
    that open most texts with events while of the eventless no more than `MOST_TOLD_OF_NOTHING` open; both are
    means of the languages. Of equals the highest. They are the same in each language: with bars of their own a text
    and its translation were told less alike.
    """
    languages = [[one for one in passages if one.language == language] for language in READ_LANGUAGES]
    tables = [np.array([_surest(scored, one.id) for one in group]) for group in languages]
    quiet = [np.array([not one.events for one in group]) for group in languages]
    best, found = -1.0, (GRID[-1],) * 3
    for opening, agreed, stern in itertools.product(COARSE, repeat=3):
        if stern > opening or agreed > opening:
            continue
        least = np.array([agreed, opening, min(stern, agreed), stern])
        told = [np.asarray((table >= least).any(axis=1)) for table in tables]
        nothing = np.mean([one[none].mean() for one, none in zip(told, quiet, strict=True)])
        share = float(np.mean([one[~none].mean() for one, none in zip(told, quiet, strict=True)]))
        if nothing <= MOST_TOLD_OF_NOTHING and share >= best:
            best, found = share, (opening, agreed, stern)
    return dict(zip(("opening", "agreed", "stern"), found, strict=True))


def _surest(scored: Sequence[Scored], passage: str) -> list[float]:
    """The surest event of a passage by kind: ruled, other; stern and ruled, other stern ones. None is of state."""
    out = [0.0] * 4
    for one in scored:
        if one.passage == passage and not is_affair_of_state(one.told):
            kind = 2 * is_stern(one.told) + (not one.told.said)
            out[kind] = max(out[kind], one.sure)
    return out


@dataclass(frozen=True, slots=True)
class _Cells:
    """Pairs of gold trigger and gold mention: the encoder's log-odds, the rules' word, the truth."""

    odds: list[float]
    said: list[bool | None]
    gold: list[bool]


def _cells(relation: str, read: Sequence[_Read]) -> _Cells:
    index = RELATIONS.index(relation)
    cells = _Cells([], [], [])
    for one in read:
        if not one.features.pairs.size:
            continue
        heads, targets = one.features.heads - 1, one.features.targets - 1
        scores = pair_scores(one.logits.left[heads], one.logits.right[targets], len(RELATIONS))[index]
        for head, target in np.argwhere(one.features.pairs[index] >= 0).tolist():
            cells.odds.append(log_odds(float(scores[head, target])))
            cells.gold.append(bool(one.features.pairs[index, head, target]))
            word = None
            if relation in ADVISED:
                trigger, mention = one.passage.events[head].trigger, one.passage.mentions[target].span
                word = advice(relation, ruled_at(trigger, one.ruled), mention)
            cells.said.append(word)
    return cells


def _advice(relation: str, read: Sequence[_Read]) -> Weights:
    """The weights of the rules' word on a side."""
    cells = _cells(relation, read)
    return _weights(cells.odds, cells.said, cells.gold)


def _status(read: Sequence[_Read]) -> float:
    """How many nats the rules' status is worth, best by accuracy over gold triggers that the rules know too."""
    rows = []
    for one in read:
        for head, event in zip(one.features.heads.tolist(), one.passage.events, strict=False):
            told = ruled_at(event.trigger, one.ruled)
            if told is not None:
                logits = one.logits.status[head - 1]
                rows.append((logits, STATUSES.index(told.status.value), STATUSES.index(event.status.value)))

    def right(nats: float) -> int:
        bonus = np.eye(len(STATUSES)) * nats
        return sum(int((logits + bonus[said]).argmax()) == gold for logits, said, gold in rows)

    return max(NATS, key=right)


def _type(read: Sequence[_Read]) -> float:
    """How many nats the rules' type is worth, best by accuracy over gold triggers that the rules know too."""
    rows = []
    for one in read:
        for head, event in zip(one.features.heads.tolist(), one.passage.events, strict=False):
            told = ruled_at(event.trigger, one.ruled)
            if told is not None:
                shares = label_shares(one.logits.trigger[head - 1])
                rows.append((np.log(shares), TYPES.index(told.type), TYPES.index(event.type)))

    def right(nats: float) -> int:
        bonus = np.eye(len(TYPES)) * nats
        return sum(int((shares + bonus[said]).argmax()) == gold for shares, said, gold in rows)

    return max(NATS, key=right)


def _least(cells: _Cells, weights: Weights | None) -> float:
    """The probability from which a relation counts, best by F1 over gold triggers and mentions."""
    pairs = zip(cells.odds, cells.said, strict=True)
    chance = np.array([likely(odds if weights is None else weighed(odds, said, weights)) for odds, said in pairs])
    gold = np.array(cells.gold)

    def f1(least: float) -> float:
        found = chance >= least
        return 2 * float((found & gold).sum()) / max(1, int(found.sum()) + int(gold.sum()))

    middle = [least for least in GRID if 0.25 <= least <= 0.75]  # the dev part is small: no extremes
    return max(middle, key=lambda least: (round(f1(least), 4), -abs(least - 0.5)))


def _claim(read: Sequence[_Read]) -> float:
    """The cost of beginning or ending a cue or a content, best by F1 of parts that share half."""

    def f1(cost: float) -> float:
        right = found = wanted = 0
        for one in read:
            gold = spans_of(one.features.claim[1:-1])
            ours = decode_long(one.logits.claim, cost)
            right += sum(any(_half(each, (o.first, o.last, o.label)) for o in ours) for each in gold)
            found, wanted = found + len(ours), wanted + len(gold)
        return 2 * right / max(1, found + wanted)

    return max(COSTS, key=lambda cost: round(f1(cost), 4))


def _half(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two stretches with the same label each cover half of the other."""
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    longest = max(one[1] - one[0], other[1] - other[0]) + 1
    return one[2] == other[2] and 2 * shared >= longest


def reliability(scored: Sequence[Scored]) -> list[dict[str, Any]]:
    """By type, for all together, and by fifths of confidence: triggers read, mean confidence, share right."""
    groups: dict[str, list[Scored]] = defaultdict(list)
    for one in scored:
        fifth = int(min(one.sure, 0.999) * 5) / 5
        for name in (one.told.type, "all", f"confidence {fifth:.1f}+"):
            groups[name].append(one)
    return [
        {
            "group": name,
            "read": len(members),
            "confidence": round(sum(one.sure for one in members) / len(members), 3),
            "right": round(sum(one.right for one in members) / len(members), 3),
        }
        for name, members in sorted(groups.items())
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--table", action="store_true", help="print the reliability, write nothing")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    options = parser.parse_args()
    passages = passages_of("dev", options.passages)
    if options.table:
        rows = reliability([one for passage in passages for one in _events(passage)])
    else:
        rows = [calibrate(passages, options.data)]
    sys.stdout.write("".join(json.dumps(row) + "\n" for row in rows))


if __name__ == "__main__":
    main()
