"""Agreement of two codings of the same passages: `python -m training.corpus.agreement FIRST SECOND`.

Krippendorff's alpha for nominal data and two coders (Krippendorff 2004, ch. 11), a figure for each layer: mentions
(kind of each word, or none), triggers (type of each word, or none), types and statuses (of triggers both mark),
roles (of pairs of a trigger and a mention that both mark), claims (each word inside a claim's content or not).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kawat.records import Span
from training.corpus.tool import CorpusEvent, CorpusMention, Passage, read_passages

Pair = tuple[str, str]
_WORD = re.compile(r"\w+")


def alpha(pairs: Sequence[Pair]) -> float:
    """Krippendorff's alpha of pairs of labels; 1.0 when there is nothing to disagree about."""
    values: Counter[str] = Counter(label for pair in pairs for label in pair)
    total = values.total()
    if total < 2:
        return 1.0
    observed = sum(one != other for one, other in pairs) / len(pairs)
    expected = 1 - sum(count * (count - 1) for count in values.values()) / (total * (total - 1))
    return 1.0 - observed / expected if expected else 1.0


def agreement(first: Iterable[Passage], second: Iterable[Passage]) -> dict[str, float]:
    """Alpha by layer over the passages that stand in both codings, and how many they are."""
    ours = {passage.id: passage for passage in first}
    both = [(ours[other.id], other) for other in second if other.id in ours and ours[other.id].text == other.text]
    layers: dict[str, list[Pair]] = {
        name: [] for name in ("mentions", "triggers", "types", "statuses", "roles", "claims")
    }
    for one, other in both:
        words = [Span(*match.span()) for match in _WORD.finditer(one.text)]
        layers["mentions"] += [(_kind(one, word), _kind(other, word)) for word in words]
        layers["triggers"] += [(_type(one, word), _type(other, word)) for word in words]
        layers["claims"] += [(_said(one, word), _said(other, word)) for word in words]
        for mine, theirs in _matched(one.events, other.events):
            layers["types"].append((mine.type, theirs.type))
            layers["statuses"].append((mine.status.value, theirs.status.value))
            layers["roles"] += _role_pairs(mine, theirs, one.mentions, other.mentions)
    return {"passages": float(len(both)), **{name: round(alpha(pairs), 3) for name, pairs in layers.items()}}


def _kind(passage: Passage, word: Span) -> str:
    return next((mention.kind.value for mention in passage.mentions if mention.span.overlaps(word)), "")


def _type(passage: Passage, word: Span) -> str:
    return next((event.type for event in passage.events if event.trigger.overlaps(word)), "")


def _said(passage: Passage, word: Span) -> str:
    return "said" if any(claim.content.overlaps(word) for claim in passage.claims) else ""


def _matched(first: Sequence[CorpusEvent], second: Sequence[CorpusEvent]) -> list[tuple[CorpusEvent, CorpusEvent]]:
    """Events whose triggers overlap, each used once; of the same type first."""
    free = list(second)
    out: list[tuple[CorpusEvent, CorpusEvent]] = []
    for same_type in (True, False):
        for mine in first:
            if any(mine is done for done, _ in out):
                continue
            for theirs in free:
                if mine.trigger.overlaps(theirs.trigger) and (mine.type == theirs.type or not same_type):
                    free.remove(theirs)
                    out.append((mine, theirs))
                    break
    return out


def _role_pairs(
    mine: CorpusEvent, theirs: CorpusEvent, ours: Sequence[CorpusMention], others: Sequence[CorpusMention]
) -> list[Pair]:
    out = []
    for mention in ours:
        for other in others:
            if mention.span.overlaps(other.span):
                out.append((_role(mine, mention.key), _role(theirs, other.key)))
    return out


def _role(event: CorpusEvent, key: str) -> str:
    return "+".join(sorted(role for role, mention in event.roles if mention == key))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    options = parser.parse_args()
    figures = agreement(read_passages(options.first), read_passages(options.second))
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
