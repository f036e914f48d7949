"""How often a pronoun's antecedent is found: `python tools/antecedents.py GUM_FOLDER COIN.tsv`.

Gold: GUM's news (WebAnno TSV) for English, CoIN for Indonesian. Each singular pronoun of the third person whose
chain has a name before it is asked of `kawat.resolve.discourse`, with the gold mentions (of persons in GUM, of
names in CoIN) as what was said so far; beside it stands what taking the nearest would give. What was understood
counts on.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kawat.records import Actor, ActorKind, Mention, MentionKind, Span
from kawat.resolve.discourse import Discourse
from kawat.resolve.leaning import SINGULAR

_LINK = re.compile(r"(\d+)-(\d+)(?:\[(\d+)_(\d+)\])?")
_LABEL = re.compile(r"(\w+)(?:\[(\d+)\])?")
_IDENT = re.compile(r"IDENT\[(\d+)_(\d+)\]")
Place = tuple[int, int]  # sentence, token


@dataclass(slots=True)
class Text:
    """Mentions by id: what they are, where they begin, their words; and which stand for the same."""

    kinds: dict[int, str] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    words: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    same: dict[int, int] = field(default_factory=dict)

    def add(self, id: int, kind: str, place: Place, word: str) -> None:
        self.kinds.setdefault(id, kind)
        self.places.setdefault(id, place)
        self.words[id].append(word)

    def chain(self, id: int) -> int:
        while self.same.get(id, id) != id:
            id = self.same[id]
        return id

    def join(self, one: int, other: int) -> None:
        if one in self.kinds and other in self.kinds:
            self.same[self.chain(one)] = self.chain(other)


def gum(path: Path) -> Text:
    """One document of GUM."""
    text, links = Text(), []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 10:
            continue
        sentence, token = map(int, cells[0].split("-"))
        for label in cells[3].split("|"):
            found = _LABEL.match(label)
            if found and label != "_":
                text.add(int(found[2] or -number), found[1], (sentence, token), cells[2])
        for kind, link in zip(cells[8].split("|"), cells[9].split("|"), strict=False):
            at = _LINK.match(link)
            if at and not kind.startswith("bridge"):
                links.append(((int(at[1]), int(at[2])), int(at[3] or 0), (sentence, token), int(at[4] or 0)))
    begins = {place: id for id, place in reversed(text.places.items())}
    for target, target_id, source, source_id in links:
        text.join(target_id or begins.get(target, 0), source_id or begins.get(source, 0))
    return text


def coin(path: Path) -> Iterator[Text]:
    """The paragraphs of CoIN; a sentence ends at its mark."""
    texts: dict[str, tuple[Text, list[tuple[int, int]]]] = {}
    sentences: dict[str, int] = defaultdict(int)
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 4:
            continue
        paragraph, token = cells[0].split("-")
        text, links = texts.setdefault(paragraph, (Text(), []))
        for label in cells[3].split("|"):
            if ident := _IDENT.match(label):
                links.append((int(ident[1]), int(ident[2])))
            elif (found := _LABEL.match(label)) and found[2]:
                text.add(int(found[2]), found[1], (sentences[paragraph], int(token)), cells[2])
        sentences[paragraph] += cells[2] in {".", "?", "!"}
    for text, links in texts.values():
        for one, other in links:
            text.join(one, other)
        yield text


def asked(text: Text, language: str, name: str) -> Iterator[tuple[bool, bool]]:
    """For each pronoun whether the discourse, and whether the nearest, gives its antecedent."""
    said = {id: " ".join(words).lower() in SINGULAR for id, words in text.words.items()}
    order = sorted(text.places, key=lambda id: (text.places[id], not said[id]))  # "his" before "his wife"
    lines = sorted({sentence for sentence, _ in text.places.values()})
    discourse = Discourse(language, [line * 1000 for line in range(lines[-1] + 1)] if lines else [])
    names: list[int] = []
    for id in order:
        sentence, token = text.places[id]
        mention = Mention(Span(sentence * 1000 + token, sentence * 1000 + token + 1), MentionKind.PERSON)
        if said[id] and names:
            found = discourse.subject(mention, lambda _: True)
            understood = found.actor.name if found else str(text.chain(names[-1]))
            if any(text.chain(other) == text.chain(id) for other in names):
                yield understood == str(text.chain(id)), text.chain(names[-1]) == text.chain(id)
            discourse.add(Actor(understood, ActorKind.PERSON, mention.span), mention, plural=False)
        elif not said[id] and text.kinds[id] == name:
            names.append(id)
            discourse.add(Actor(str(text.chain(id)), ActorKind.PERSON, mention.span), mention, plural=False)


def report(language: str, texts: Iterable[Text], name: str) -> str:
    rows = [row for text in texts for row in asked(text, language, name)]
    ours, nearest = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return f"{language}: {len(rows)} pronouns, found {ours:.3f}, the nearest gives {nearest:.3f}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gum", type=Path)
    parser.add_argument("coin", type=Path)
    options = parser.parse_args()
    sys.stdout.write(report("en", map(gum, sorted(options.gum.glob("*.tsv"))), "person"))
    sys.stdout.write(report("id", coin(options.coin), "PROPER"))


if __name__ == "__main__":
    main()
