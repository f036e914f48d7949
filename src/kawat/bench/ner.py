"""`kawat bench ner`: spans of persons, places and organisations against IOB2 files.

Each sentence is read alone. A state is a place here and a group an organisation, as the sets have no class of
their own for them. A mention counts with its name ("Presiden Rusia [Vladimir Putin]"), since the sets leave
titles out; of a reader that finds names by themselves, these count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.figures import Scores, scores
from kawat.bench.texts import article_of, text_in
from kawat.errors import InputError, UsageError
from kawat.language import READ_LANGUAGES, detect_language
from kawat.reading import read
from kawat.reading.info import DEFAULT_READER
from kawat.records import MentionKind, Reading, Span

CLASSES = {
    "person": frozenset({"PER", "PERSON"}),
    "place": frozenset({"LOC", "PLACE", "LOCATION", "GPE"}),
    "organisation": frozenset({"ORG", "ORGANISATION", "ORGANIZATION"}),
}
_KINDS = {
    MentionKind.PERSON: "person",
    MentionKind.STATE: "place",
    MentionKind.PLACE: "place",
    MentionKind.ORGANISATION: "organisation",
    MentionKind.GROUP: "organisation",
}
_OF_TAG = {tag: name for name, tags in CLASSES.items() for tag in tags}
_TAG = re.compile(r"O|[BI]-\S+")
_NUMBERED = 4  # with so many cells a line begins with the number of its token
_TIGHT_BEFORE = frozenset(".,;:!?)]}%”’…")
_TIGHT_AFTER = frozenset("([{“‘")
_TEXT_NOTE = "# text = "

Tagged = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class ("all": of the three together): exact spans, and spans that overlap one of the same class."""

    name: str
    gold: int
    read: int
    exact_precision: float
    exact_recall: float
    exact_f1: float
    overlap_precision: float
    overlap_recall: float
    overlap_f1: float


@dataclass(frozen=True, slots=True)
class NerScore:
    """Figures over one file; ``exact_f1`` and ``overlap_f1`` are those of all spans together."""

    reader: str
    file: str
    language: str
    sentences: int
    exact_f1: float
    overlap_f1: float
    classes: tuple[ClassScore, ...]


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence and its gold spans as (class, span)."""

    text: str
    spans: tuple[Tagged, ...]


def bench_ner(
    paths: Iterable[Path], reader: str = DEFAULT_READER, language: str | None = None
) -> tuple[NerScore, ...]:
    """Score each file by itself; the language is detected where it is not given.

    Raises:
        InputError: a file can not be read or is not IOB2.
        UsageError: there is no such reader, or the language is not one that Kawat reads.
    """
    return tuple(_score(path, reader, language) for path in paths)


def _score(path: Path, reader: str, language: str | None) -> NerScore:
    sentences = load_iob2(path)
    spoken = language or detect_language("\n".join(one.text for one in sentences))
    if spoken not in READ_LANGUAGES:
        known = ", ".join(READ_LANGUAGES)
        raise UsageError(
            f"{path} seems to be in the language {spoken!r}; say which it is with --language ({known})"
        )
    found = [named(read(article_of(one.text, spoken), reader)) for one in sentences]
    classes = tuple(
        _class(
            name, [(_only(name, one.spans), _only(name, ours)) for one, ours in zip(sentences, found, strict=True)]
        )
        for name in ("all", *CLASSES)
    )
    whole = classes[0]
    return NerScore(reader, str(path), spoken, len(sentences), whole.exact_f1, whole.overlap_f1, classes)


def named(reading: Reading) -> tuple[Tagged, ...]:
    """The names of the three classes, each span once: those found by themselves, else those of the mentions."""
    mentions = reading.mentions if reading.names is None else reading.names
    kept = {(_KINDS[one.kind], one.name_span) for one in mentions if one.kind in _KINDS}
    return tuple(sorted(kept, key=lambda one: (one[1], one[0])))


def load_iob2(path: Path) -> list[TaggedSentence]:
    """The sentences of a file: a token a line (``token [POS] tag``, or numbered), sentences parted by empty lines.

    Raises:
        InputError: it can not be read, a line has no tag, or there is no sentence.
    """
    sentences: list[TaggedSentence] = []
    tokens: list[tuple[str, str]] = []
    text: str | None = None
    for number, line in enumerate([*text_in(path, "an IOB2 file").splitlines(), ""], 1):
        if not tokens and line.startswith("# ") and not _TAG.fullmatch(line.split()[-1]):
            text = line.removeprefix(_TEXT_NOTE) if line.startswith(_TEXT_NOTE) else text
        elif line.strip():
            tokens.append(_token(path, number, line))
        elif tokens:
            sentences.append(_sentence(tokens, text))
            tokens, text = [], None
    if not sentences:
        raise InputError(f"{path} has no sentence: give an IOB2 file, a token and its tag on each line")
    return sentences


def _token(path: Path, number: int, line: str) -> tuple[str, str]:
    cells = line.split("\t") if "\t" in line else line.split()
    token = cells[1] if len(cells) >= _NUMBERED and cells[0].isdecimal() else cells[0]
    tag = next((cell for cell in reversed(cells[1:]) if _TAG.fullmatch(cell)), None)
    if tag is None:
        raise InputError(f"{path}, line {number}: no IOB2 tag (O, B-PER, I-PER, ...) after the token")
    return token, tag


def _sentence(tokens: Sequence[tuple[str, str]], text: str | None) -> TaggedSentence:
    """The sentence as it was written where the file tells, else its tokens joined as one writes them."""
    places = None if text is None else _placed([word for word, _ in tokens], text)
    if text is None or places is None:
        text, places = _joined([word for word, _ in tokens])
    return TaggedSentence(text, tuple(_spans([tag for _, tag in tokens], places)))


def _placed(words: Sequence[str], text: str) -> list[Span] | None:
    """Where the words stand in the text, one after another; None where one does not."""
    places, at = [], 0
    for word in words:
        start = text.find(word, at)
        if start < 0:
            return None
        at = start + len(word)
        places.append(Span(start, at))
    return places


def _joined(words: Sequence[str]) -> tuple[str, list[Span]]:
    text, places = "", []
    quoted = tight = False
    for word in words:
        closing = word == '"' and quoted
        if text and not tight and not closing and word not in _TIGHT_BEFORE:
            text += " "
        places.append(Span(len(text), len(text) + len(word)))
        text += word
        quoted ^= word == '"'
        tight = word in _TIGHT_AFTER or (word == '"' and quoted)
    return text, places


def _spans(tags: Sequence[str], places: Sequence[Span]) -> list[Tagged]:
    """The gold spans of the three classes; an I- without its beginning begins a span."""
    out: list[tuple[str, int, int]] = []
    before = "O"
    for tag, place in zip(tags, places, strict=True):
        name = tag[2:]
        if tag.startswith("I-") and before[2:] == name and out:
            out[-1] = (name, out[-1][1], place.end)
        elif tag != "O":
            out.append((name, place.start, place.end))
        before = tag
    return [(_OF_TAG[name.upper()], Span(start, end)) for name, start, end in out if name.upper() in _OF_TAG]


def _only(name: str, spans: Iterable[Tagged]) -> list[Tagged]:
    return [one for one in spans if name in ("all", one[0])]


def _class(name: str, sentences: Sequence[tuple[list[Tagged], list[Tagged]]]) -> ClassScore:
    gold, ours = sum(len(one) for one, _ in sentences), sum(len(one) for _, one in sentences)
    exact = _flat(scores(sum((Counter(a) & Counter(b)).total() for a, b in sentences), ours, gold))
    overlap = _flat(scores(sum(overlapping(a, b) for a, b in sentences), ours, gold))
    return ClassScore(name, gold, ours, *exact, *overlap)


def overlapping(gold: Iterable[Tagged], ours: Iterable[Tagged]) -> int:
    """How many gold spans meet a read one of their class; in the order of the text, each read one used once."""
    left, count = list(ours), 0
    for name, span in gold:
        found = next((one for one in left if one[0] == name and one[1].overlaps(span)), None)
        if found is not None:
            left.remove(found)
            count += 1
    return count


def _flat(one: Scores) -> tuple[float, float, float]:
    return one.precision, one.recall, one.f1
